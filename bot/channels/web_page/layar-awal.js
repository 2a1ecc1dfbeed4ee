// The first screen: in the demo one chooses who to be; elsewhere one comes in by an invitation.

import { api } from "./api.js";
import { byId, el, ikon } from "./dom.js";
import { keys, read } from "./storage.js";

const CONTOH = "Ini demo. Orang dan catatan di sini contoh belaka (desanya nyata), jadi silakan coba apa saja.";
const JANGAN = "Jangan tulis NIK atau data warga sungguhan.";
const UNDANGAN = "Halaman ini dibuka lewat tautan undangan. Minta tautannya kepada koordinator, lalu buka dari sana.";

/** `alasan` says why one is back here, or is empty; `masuk(awal)` gets the server's answer once somebody was chosen. */
export function isiLayarAwal(awal, alasan, masuk) {
  const wadah = byId("pilihan-persona");
  const galat = el("p", { class: "galat", role: "alert" }, alasan);
  if (!awal.demo) return wadah.replaceChildren(galat, el("p", { class: "penjelasan" }, UNDANGAN));
  const kartu = awal.persona.map((orang) => kartuPersona(orang, (tombol) => pilih(orang.id, tombol, galat, masuk)));
  wadah.replaceChildren(
    el("p", { class: "penjelasan" }, el("b", {}, CONTOH), " ", JANGAN),
    el("h2", {}, "Mau mencoba sebagai siapa?"),
    galat,
    el("div", { class: "persona-persona" }, ...kartu),
  );
}

function kartuPersona(orang, pilihIni) {
  const menunggu = read(keys.antrean(orang.id), []).length;
  return el(
    "button",
    { type: "button", class: "persona", uji: `persona-${orang.id}`, onclick: (event) => pilihIni(event.currentTarget) },
    el("span", { class: "inisial", "aria-hidden": "true" }, inisial(orang.nama)),
    el(
      "span",
      { class: "keterangan" },
      el("b", {}, orang.nama),
      el("span", { class: "peran" }, orang.peran),
      orang.keterangan && el("small", {}, orang.keterangan),
      menunggu > 0 && el("small", { class: "menunggu" }, `${menunggu} pesan belum terkirim`),
    ),
    ikon("panah"),
  );
}

function inisial(nama) {
  const kata = nama
    .replace(/\(.*\)/, "")
    .split(/\s+/)
    .filter((bagian) => /^\p{L}/u.test(bagian) && !bagian.endsWith("."));
  return kata
    .slice(0, 2)
    .map((bagian) => bagian[0].toUpperCase())
    .join("");
}

async function pilih(id, tombol, galat, masuk) {
  const semua = [...byId("pilihan-persona").querySelectorAll(".persona")];
  if (semua.some((lain) => lain.getAttribute("aria-busy"))) return;
  tombol.setAttribute("aria-busy", "true");
  galat.textContent = "";
  try {
    masuk(await api.masuk(id));
  } catch (error) {
    galat.textContent = error.message;
    galat.scrollIntoView({ block: "nearest" });
  } finally {
    tombol.removeAttribute("aria-busy");
  }
}
