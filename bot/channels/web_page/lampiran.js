// The tray above the composer: photos and documents chosen but not yet sent.

import { byId, el, ikon } from "./dom.js";
import { dokumen } from "./dokumen.js";
import { FOTO_TERBANYAK, FOTO_TERBESAR, kecilkan } from "./foto.js";

export class Lampiran {
  #baki = byId("lampiran");
  #butir = []; // {file, url, node}
  #pekerjaan = Promise.resolve();
  #beriTahu;
  #berubah;

  constructor({ beriTahu, berubah }) {
    this.#beriTahu = beriTahu;
    this.#berubah = berubah;
  }

  get jumlah() {
    return this.#butir.length;
  }

  /** The chosen files once all are made smaller. */
  async siap() {
    await this.#pekerjaan;
    return this.#butir.map((butir) => butir.file);
  }

  tambah(files) {
    const terbaca = files.filter((file) => foto(file) || dokumen(file));
    const muat = terbaca.slice(0, FOTO_TERBANYAK - this.jumlah);
    if (terbaca.length < files.length)
      this.#beriTahu("Yang bisa dilampirkan di sini foto, PDF, dan Word (.docx).");
    if (muat.length < terbaca.length)
      this.#beriTahu(`Sekali kirim paling banyak ${FOTO_TERBANYAK} berkas. Sisanya kirim menyusul, ya.`);
    for (const file of muat) this.#masukkan(file);
    this.#gambarUlang();
  }

  kosongkan() {
    for (const butir of this.#butir) URL.revokeObjectURL(butir.url);
    this.#butir = [];
    this.#gambarUlang();
  }

  #masukkan(file) {
    const butir = { file, url: null };
    butir.node = this.#petak(butir);
    this.#butir.push(butir);
    // One after the other: ten camera pictures unpacked at once are more than a small phone's memory.
    this.#pekerjaan = this.#pekerjaan.then(() => this.#siapkan(butir));
  }

  async #siapkan(butir) {
    if (!this.#butir.includes(butir)) return;
    if (!dokumen(butir.file)) butir.file = await kecilkan(butir.file);
    if (!this.#butir.includes(butir)) return;
    if (butir.file.size > FOTO_TERBESAR) {
      this.#buang(butir);
      return this.#beriTahu("Satu berkas terlalu besar (lebih dari 10 MB), jadi tidak dilampirkan.");
    }
    if (dokumen(butir.file)) return butir.node.classList.remove("menyiapkan");
    butir.url = URL.createObjectURL(butir.file);
    butir.node.classList.remove("menyiapkan");
    butir.node.prepend(el("img", { src: butir.url, alt: butir.file.name }));
  }

  #petak(butir) {
    const buang = el(
      "button",
      {
        type: "button",
        "aria-label": `Buang ${dokumen(butir.file) ? "dokumen" : "foto"} ${butir.file.name}`,
        title: "Buang",
        onclick: () => this.#buang(butir),
      },
      ikon("silang"),
    );
    const nama = dokumen(butir.file) && el("span", { class: "nama" }, ikon("berkas"), butir.file.name);
    return el("div", { class: "petak menyiapkan", uji: "lampiran" }, nama, buang);
  }

  #buang(butir) {
    URL.revokeObjectURL(butir.url);
    this.#butir = this.#butir.filter((lain) => lain !== butir);
    this.#gambarUlang();
  }

  #gambarUlang() {
    this.#baki.replaceChildren(...this.#butir.map((butir) => butir.node));
    this.#baki.hidden = this.#butir.length === 0;
    this.#berubah();
  }
}

// Some galleries hand over camera files without saying what they are.
function foto(file) {
  return file.type.startsWith("image/") || (!file.type && /\.(jpe?g|png|webp|hei[cf])$/i.test(file.name));
}
