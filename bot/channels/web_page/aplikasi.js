// The page: which of its screens is open, and who is looking.

import { api } from "./api.js";
import { byId, el } from "./dom.js";
import { siapkanPenampil } from "./foto.js";
import { isiLayarAwal } from "./layar-awal.js";
import { backoff } from "./outbox.js";
import { Percakapan } from "./percakapan.js";
import { followKeyboard } from "./scroll.js";
import { beriTahu, tampilkanSpanduk } from "./spanduk.js";
import { keys, storageKey, write } from "./storage.js";

const SESI_HABIS = "Sesinya sudah berakhir, silakan masuk lagi. Pesan yang belum terkirim tetap tersimpan di sini.";
const BUKAN_SIAPA_SIAPA = { demo: false, persona: [], saya: null, pesan: [], kursor: 0 };

let memuat = false;

const percakapan = new Percakapan({
  sesiHabis: () => muat((awal) => bukaLayarAwal(awal, SESI_HABIS)),
  orangLain: (awal) => tampilkan(awal),
});

/** Asks the server who we are until it answers. */
async function muat(lalu = tampilkan) {
  if (memuat) return;
  memuat = true;
  try {
    lalu(await tanyaSampaiDijawab());
  } finally {
    memuat = false;
  }
}

async function tanyaSampaiDijawab() {
  for (let tries = 1; ; tries += 1) {
    try {
      return await api.awal();
    } catch (error) {
      if (error.kind === "session") return BUKAN_SIAPA_SIAPA;
      tampilkanSpanduk("Menyambung…");
      await new Promise((resolve) => setTimeout(resolve, backoff(tries) * 1000));
    }
  }
}

function tampilkan(awal) {
  if (awal.saya) bukaObrolan(awal);
  else bukaLayarAwal(awal);
}

function bukaLayarAwal(awal, alasan = "") {
  const datangDariObrolan = !byId("layar-obrolan").hidden;
  percakapan.berhenti();
  write(keys.saya, null);
  tampakkan("layar-awal");
  isiLayarAwal(awal, alasan, bukaObrolan);
  if (datangDariObrolan) byId("judul-awal").focus();
}

// The screen is shown first and filled after, because what is hidden has no height to scroll by.
function bukaObrolan(awal) {
  write(keys.saya, awal.saya.id);
  tampakkan("layar-obrolan");
  byId("sebagai").replaceChildren(el("span", {}, awal.saya.nama), " ", el("span", {}, awal.saya.peran));
  byId("ganti-label").textContent = awal.demo ? "Ganti" : "Keluar";
  byId("ganti").setAttribute("aria-label", awal.demo ? "Ganti orang" : "Keluar");
  byId("data-contoh").hidden = !awal.demo;
  percakapan.mulai(awal);
}

function tampakkan(layar) {
  for (const id of ["membuka", "layar-awal", "layar-obrolan"]) byId(id).hidden = id !== layar;
}

async function ganti() {
  try {
    tampilkan(await api.keluar());
  } catch (error) {
    if (error.kind === "session") muat();
    else beriTahu(error.message);
  }
}

// The session belongs to the browser, not to the tab: when another tab changes who we are, this one must follow, or
// its waiting messages would go out in somebody else's name.
function ikutiTabLain(event) {
  if (event.key !== storageKey(keys.saya)) return;
  percakapan.berhenti();
  tampakkan("membuka");
  muat();
}

siapkanPenampil();
followKeyboard();
byId("ganti").addEventListener("click", ganti);
addEventListener("storage", ikutiTabLain);
muat();
