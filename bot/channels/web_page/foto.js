// Photos: made smaller before they cost data, shown as thumbnails, opened large on a tap.

import { alamatAman, byId, el } from "./dom.js";

export const FOTO_TERBANYAK = 10;
export const FOTO_TERBESAR = 10 * 1024 * 1024; // bytes, the server's limit

const SISI_TERPANJANG = 1600; // pixels
const MUTU = 0.85;

/** The picture with its longer side at most 1600 px, as JPEG; the file itself when it is small or cannot be read. */
export async function kecilkan(file) {
  try {
    const gambar = await decode(file);
    const skala = SISI_TERPANJANG / Math.max(gambar.width, gambar.height);
    if (skala >= 1) return file;
    const blob = await redraw(gambar, Math.round(gambar.width * skala), Math.round(gambar.height * skala));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file;
  }
}

// Through <img>, which turns the picture upright as the camera meant on every browser; createImageBitmap does not.
async function decode(file) {
  const gambar = new Image();
  const url = URL.createObjectURL(file);
  try {
    gambar.src = url;
    await gambar.decode();
    return gambar;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function redraw(gambar, width, height) {
  const kanvas = document.createElement("canvas");
  kanvas.width = width;
  kanvas.height = height;
  const pena = kanvas.getContext("2d");
  pena.fillStyle = "#fff"; // JPEG has no transparency; without paper below, a see-through PNG turns black
  pena.fillRect(0, 0, width, height);
  pena.drawImage(gambar, 0, 0, width, height);
  return new Promise((resolve) => kanvas.toBlob(resolve, "image/jpeg", MUTU));
}

/** A grid of thumbnails; a single picture is shown whole. */
export function kisiFoto(alamat) {
  const aman = alamat.map(alamatAman).filter(Boolean);
  const butir = aman.map((url, i) => thumbnail(url, aman.length > 1 ? `Foto ${i + 1} dari ${aman.length}` : "Foto"));
  return el("div", { class: `kisi kisi-${Math.min(aman.length, 3)}` }, ...butir);
}

function thumbnail(url, nama) {
  const gambar = el("img", { src: url, alt: nama, loading: "lazy", decoding: "async" });
  const tombol = el(
    "button",
    { type: "button", class: "foto", "aria-label": `${nama}, buka besar`, onclick: () => bukaFoto(url, nama) },
    gambar,
  );
  gambar.addEventListener("error", () => tombol.classList.add("rusak"));
  return tombol;
}

function bukaFoto(url, nama) {
  byId("foto-besar").src = url;
  byId("foto-besar").alt = nama;
  byId("penampil").showModal();
}

export function siapkanPenampil() {
  const penampil = byId("penampil");
  byId("tutup-penampil").addEventListener("click", () => penampil.close());
  penampil.addEventListener("click", (event) => event.target === penampil && penampil.close());
}
