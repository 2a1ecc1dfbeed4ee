// What the page itself has to say: the banner about the connection, and notices above the composer.

import { byId, el, ikon } from "./dom.js";

const NOTICE_MS = 12_000;

let timer;

export function tampilkanSpanduk(teks) {
  const spanduk = byId("spanduk");
  spanduk.hidden = teks === null;
  spanduk.textContent = teks ?? "";
}

/** Shows one sentence until it is closed or has been there long enough to be read. */
export function beriTahu(teks) {
  const tutup = el(
    "button",
    { type: "button", "aria-label": "Tutup pemberitahuan", onclick: hapusPemberitahuan },
    ikon("silang"),
  );
  byId("pemberitahuan").replaceChildren(el("p", {}, teks), tutup);
  clearTimeout(timer);
  timer = setTimeout(hapusPemberitahuan, NOTICE_MS);
}

export function hapusPemberitahuan() {
  byId("pemberitahuan").replaceChildren();
}
