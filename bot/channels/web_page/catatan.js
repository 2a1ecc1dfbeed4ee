// The log: what the server has said and heard, in its order, and after that what is still on its way out.

import { byId, el } from "./dom.js";
import { buatPesan, sahkan, tandaiKeadaan } from "./pesan.js";
import { kunciHari, namaHari } from "./waktu.js";

const MENGETIK_MS = 8000; // nobody says when the typing stopped

export class Catatan {
  #ruang = byId("catatan");
  #mengetik = byId("mengetik");
  #scroll;
  #aksi;
  #terlihat = new Set(); // ids of the server's messages already here
  #pewaktu;

  constructor(scroll, aksi) {
    this.#scroll = scroll;
    this.#aksi = aksi;
    document.addEventListener("visibilitychange", () => !document.hidden && this.#aturHari()); // "Hari ini" ages
  }

  get kosong() {
    return this.#ruang.childElementCount === 0;
  }

  kosongkan() {
    for (const foto of this.#ruang.querySelectorAll("img[src^='blob:']")) URL.revokeObjectURL(foto.src);
    this.#ruang.replaceChildren();
    this.#terlihat.clear();
    this.#mengetik.hidden = true;
  }

  /** The history at once. Marked busy, so that a screen reader does not read all of it aloud. */
  isi(daftarPesan) {
    this.#ruang.setAttribute("aria-busy", "true");
    for (const pesan of daftarPesan) this.#pasang(pesan);
    this.#rapikan();
    this.#ruang.removeAttribute("aria-busy");
    this.#scroll.toBottom();
  }

  /** A message from the server. Returns false when it was here already. */
  terima(pesan) {
    if (this.#terlihat.has(pesan.id)) return false;
    if (pesan.dari === "bot") this.berhentiMengetik();
    const { node, baru } = this.#pasang(pesan);
    this.#rapikan();
    if (baru) this.#sambut(node, pesan.dari === "saya");
    return true;
  }

  /** An own message that the server does not have yet. */
  tunggu(pesan) {
    const node = buatPesan(pesan, this.#aksi);
    node.classList.add("berjalan");
    this.#ruang.append(node);
    this.#rapikan();
    this.#sambut(node, true);
  }

  keadaan(kunci, keadaan, detail) {
    const node = this.#cari(kunci);
    if (!node) return;
    const bangkit = node.dataset.keadaan === "gagal" && keadaan !== "gagal";
    tandaiKeadaan(node, keadaan, detail, this.#aksi);
    if (bangkit) this.#ruang.append(node); // it is said anew, after everything since
    this.#rapikan();
  }

  buang(kunci) {
    this.#cari(kunci)?.remove();
    this.#rapikan();
  }

  mengetik() {
    this.#mengetik.hidden = false;
    clearTimeout(this.#pewaktu);
    this.#pewaktu = setTimeout(() => this.berhentiMengetik(), MENGETIK_MS);
  }

  berhentiMengetik() {
    this.#mengetik.hidden = true;
  }

  #sambut(node, punyaSaya) {
    node.classList.add("baru");
    this.#scroll.added(node, punyaSaya);
  }

  #cari(kunci) {
    return [...this.#ruang.children].reverse().find((node) => node.dataset.kunci === kunci);
  }

  // What the server has goes before what it does not have yet, so the order here is the order after a reload.
  #pasang(pesan) {
    this.#terlihat.add(pesan.id);
    const lama = pesan.kunci && this.#cari(pesan.kunci);
    const node = lama || buatPesan(pesan, this.#aksi);
    if (pesan.dari === "saya") sahkan(node, pesan);
    const batas = this.#ruang.querySelector(".berjalan");
    if (!lama) this.#ruang.insertBefore(node, batas);
    return { node, baru: !lama };
  }

  #rapikan() {
    this.#aturHari();
    this.#aturSegar();
  }

  // Separators that are right stay in place: touching them would have a screen reader say "Hari ini" at every message.
  #aturHari() {
    let hari = "";
    let pemisah = null;
    for (const node of [...this.#ruang.children]) {
      if (node.dataset.hari) {
        pemisah = node;
        continue;
      }
      const ini = kunciHari(Number(node.dataset.waktu));
      if (ini > hari) pasangPemisah(node, pemisah, ini);
      else pemisah?.remove();
      if (ini > hari) hari = ini;
      pemisah = null;
    }
    pemisah?.remove();
  }

  // Only what the bot asked last speaks up. Older choices still work, quietly.
  #aturSegar() {
    let dijawab = false;
    let segar = null;
    for (const node of [...this.#ruang.querySelectorAll(".pesan")].reverse()) {
      if (node.dataset.dari === "saya" && node.dataset.keadaan !== "gagal") dijawab = true;
      if (!dijawab && !segar && node.classList.contains("berpilihan")) segar = node;
      node.classList.toggle("diam", node !== segar);
    }
  }
}

function pasangPemisah(node, lama, hari) {
  if (lama?.dataset.hari !== hari) {
    lama?.remove();
    node.before(el("div", { class: "hari", "data-hari": hari }, el("span")));
  }
  const kata = node.previousSibling.firstChild;
  if (kata.textContent !== namaHari(hari)) kata.textContent = namaHari(hari);
}
