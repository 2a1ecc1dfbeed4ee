// Nothing said yet: how to begin. Only in the demo; elsewhere the bot greets first.

import { byId, el } from "./dom.js";

export function sapa(perlu, mulai) {
  const sapaan = byId("sapaan");
  sapaan.hidden = !perlu;
  if (!perlu) return sapaan.replaceChildren();
  if (sapaan.firstChild) return; // it stands there already, perhaps with the focus on its button
  sapaan.append(
    el("img", { src: "/statis/ikon.svg", alt: "", width: "56", height: "56" }),
    el(
      "p",
      {},
      el("b", {}, "Belum ada percakapan."),
      " Ketuk Mulai, lalu ikuti pertanyaannya. Boleh dijawab dengan mengetik atau mengetuk.",
    ),
    el("button", { type: "button", class: "minta", uji: "mulai", onclick: mulai }, "Mulai"),
  );
}
