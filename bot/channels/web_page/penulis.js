// The composer: what is typed, what is attached, where one is.

import { dokumen } from "./dokumen.js";
import { byId, layarSentuh } from "./dom.js";
import { Lampiran } from "./lampiran.js";
import { cariLokasi } from "./lokasi.js";
import { keys, read, write } from "./storage.js";

export class Penulis {
  #kotak = byId("tulis");
  #tombolKirim = byId("kirim");
  #pemilih = byId("berkas-foto");
  #pemilihDokumen = byId("berkas-dokumen");
  #lampiran;
  #kunciDraf = null;
  #menyiapkan = false;
  #pada;

  /** pada: {teks(teks), foto(files, keterangan), dokumen(file, keterangan), lokasi(titik), beriTahu(kalimat)} */
  constructor(pada) {
    this.#pada = pada;
    this.#lampiran = new Lampiran({ beriTahu: pada.beriTahu, berubah: () => this.#segarkan() });
    byId("penulis").addEventListener("submit", (event) => this.#kirim(event));
    byId("lampir").addEventListener("click", () => this.pilihFoto());
    byId("jepit").addEventListener("click", () => this.pilihDokumen());
    byId("lokasi").addEventListener("click", (event) => this.kirimLokasi(event.currentTarget));
    for (const pemilih of [this.#pemilih, this.#pemilihDokumen])
      pemilih.addEventListener("change", () => this.#terpilih(pemilih));
    this.#kotak.addEventListener("input", () => this.#diketik());
    this.#kotak.addEventListener("keydown", (event) => this.#tekan(event));
    this.#kotak.addEventListener("paste", (event) => this.#tempel(event));
  }

  /** Brings back what this person was typing when the page was last closed. */
  buka(persona) {
    this.#kunciDraf = keys.draf(persona);
    this.#isi(read(this.#kunciDraf, ""));
  }

  tutup() {
    this.#lampiran.kosongkan();
    this.#kunciDraf = null;
    this.#isi("");
  }

  /** On a touch screen this does nothing: the keyboard would cover what was just said. */
  fokus() {
    if (!layarSentuh()) this.#kotak.focus({ preventScroll: true });
  }

  pilihFoto() {
    this.#pemilih.click();
  }

  pilihDokumen() {
    this.#pemilihDokumen.click();
  }

  async kirimLokasi(tombol) {
    if (tombol.getAttribute("aria-busy")) return;
    tombol.setAttribute("aria-busy", "true");
    try {
      this.#pada.lokasi(await cariLokasi());
    } catch (galat) {
      this.#pada.beriTahu(galat.message);
      this.#kotak.focus();
    } finally {
      tombol.removeAttribute("aria-busy");
    }
  }

  /** Puts a message that was not accepted back, to be changed. What was being typed stays below it. */
  pulihkan(teks, files) {
    if (files.length) this.#lampiran.tambah(files);
    this.#isi([teks, this.#kotak.value].filter(Boolean).join("\n"));
    this.#simpanDraf();
    this.#kotak.focus();
  }

  async #kirim(event) {
    event.preventDefault();
    const teks = this.#kotak.value.trim();
    if (this.#menyiapkan || (!teks && !this.#lampiran.jumlah)) return this.fokus();
    if (this.#lampiran.jumlah) await this.#kirimLampiran();
    else this.#pada.teks(teks);
    this.#selesai();
  }

  // All photos are one message, each document is one; the words go with the first.
  async #kirimLampiran() {
    this.#menyiapkan = true;
    const files = await this.#lampiran.siap();
    this.#menyiapkan = false;
    const foto = files.filter((file) => !dokumen(file));
    const kiriman = files.filter(dokumen).map((file) => (teks) => this.#pada.dokumen(file, teks));
    if (foto.length) kiriman.unshift((teks) => this.#pada.foto(foto, teks));
    const keterangan = this.#kotak.value.trim();
    kiriman.forEach((kirim, i) => kirim(i === 0 ? keterangan : ""));
    if (!kiriman.length && keterangan) this.#pada.teks(keterangan); // every one was turned down
  }

  #selesai() {
    this.#lampiran.kosongkan();
    this.#isi("");
    this.#simpanDraf();
    this.fokus();
  }

  #terpilih(pemilih) {
    this.#lampiran.tambah([...pemilih.files]);
    pemilih.value = ""; // so that the same file can be chosen again
    this.fokus();
  }

  #tempel(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.#lampiran.tambah(files);
  }

  #tekan(event) {
    const kirim = event.key === "Enter" && !event.shiftKey && !event.isComposing && !layarSentuh();
    if (kirim) this.#kirim(event);
  }

  #diketik() {
    this.#simpanDraf();
    this.#segarkan();
  }

  #simpanDraf() {
    if (this.#kunciDraf) write(this.#kunciDraf, this.#kotak.value || null);
  }

  #isi(teks) {
    this.#kotak.value = teks;
    this.#segarkan();
  }

  #segarkan() {
    const berlampiran = this.#lampiran?.jumlah > 0;
    const ajakan = berlampiran ? "Keterangan" : "Tulis pesan";
    this.#kotak.placeholder = ajakan;
    byId("label-tulis").textContent = ajakan;
    this.#tombolKirim.classList.toggle("kosong", !berlampiran && !this.#kotak.value.trim());
    this.#kotak.style.height = "auto"; // first let it shrink, then measure
    this.#kotak.style.height = `${this.#kotak.scrollHeight}px`;
  }
}
