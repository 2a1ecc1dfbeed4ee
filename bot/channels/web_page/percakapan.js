// One person's conversation: what they say goes to the outbox, what the server says goes to the log.

import { api } from "./api.js";
import { Catatan } from "./catatan.js";
import { layarSentuh } from "./dom.js";
import { hasFiles, newId, Outbox } from "./outbox.js";
import { Penulis } from "./penulis.js";
import { sapa } from "./sapaan.js";
import { Scroll } from "./scroll.js";
import { beriTahu, hapusPemberitahuan, tampilkanSpanduk } from "./spanduk.js";
import { blobs } from "./storage.js";
import { Stream } from "./stream.js";
import { sekarang } from "./waktu.js";

const SATU_KETUKAN_MS = 700;
const MENYAMBUNG = "Menyambung…";
const MULAI = "/mulai";

export class Percakapan {
  #catatan;
  #penulis;
  #stream;
  #outbox = null;
  #saya = null;
  #demo = false;
  #pada;
  #ketukan = { data: null, kapan: 0 };

  /** pada: {sesiHabis() when the server no longer knows us, orangLain(awal) when it takes us for somebody else} */
  constructor(pada) {
    this.#pada = pada;
    this.#catatan = new Catatan(new Scroll(), this.#aksiPesan());
    this.#penulis = new Penulis({
      teks: (teks) => this.#katakan({ jenis: "teks", teks }),
      foto: (files, keterangan) => this.#katakan({ jenis: "foto", teks: keterangan }, files),
      dokumen: (file, keterangan) => this.#katakan({ jenis: "dokumen", teks: keterangan, nama: file.name }, [file]),
      lokasi: (lokasi) => this.#katakan({ jenis: "lokasi", lokasi }),
      beriTahu,
    });
    this.#stream = new Stream({
      pesan: (pesan) => this.#terima(pesan),
      mengetik: () => this.#catatan.mengetik(),
      tersambung: () => this.#tersambung(),
      terputus: () => tampilkanSpanduk(MENYAMBUNG),
      periksa: () => this.#periksa(),
    });
    addEventListener("online", () => this.#outbox?.poke());
  }

  #aksiPesan() {
    return {
      tombol: (data, label, event) => this.#ketuk(data, label, event),
      foto: () => this.#penulis.pilihFoto(),
      dokumen: () => this.#penulis.pilihDokumen(),
      lokasi: (tombol) => this.#penulis.kirimLokasi(tombol),
      ulang: (kunci) => this.#ulang(kunci),
      ubah: (kunci) => this.#ubah(kunci),
      hapus: (kunci) => this.#hapus(kunci),
      bisaDiubah: (kunci) => ["teks", "foto", "dokumen"].includes(this.#item(kunci)?.jenis),
    };
  }

  async mulai(awal) {
    this.berhenti();
    this.#saya = awal.saya;
    this.#demo = awal.demo;
    const outbox = new Outbox(awal.saya.id, {
      onState: (item, keadaan, detail) => this.#keadaan(item, keadaan, detail),
      onSession: () => this.#pada.sesiHabis(),
    });
    this.#outbox = outbox;
    this.#catatan.isi(awal.pesan);
    for (const pesan of awal.pesan) if (pesan.kunci) outbox.drop(pesan.kunci);
    await this.#pulihkanAntrean(outbox);
    if (this.#outbox !== outbox) return; // somebody else came in meanwhile
    this.#penulis.buka(awal.saya.id);
    this.#sapa();
    this.#stream.start(awal.kursor);
    outbox.start();
    this.#penulis.fokus();
  }

  berhenti() {
    this.#stream.stop();
    this.#outbox?.stop();
    this.#outbox = null;
    this.#penulis.tutup();
    this.#catatan.kosongkan();
    tampilkanSpanduk(null);
    hapusPemberitahuan();
  }

  async #pulihkanAntrean(outbox) {
    for (const item of outbox.items) {
      const files = hasFiles(item) ? ((await blobs.get(item.id)) ?? []) : [];
      if (this.#outbox === outbox) this.#catatan.tunggu(sebagaiPesan(item, files));
    }
  }

  #katakan(isi, files = []) {
    const item = { id: newId(), waktu: sekarang(), ...isi };
    hapusPemberitahuan();
    this.#catatan.tunggu(sebagaiPesan(item, files));
    this.#outbox.add(item, files);
    this.#sapa();
  }

  // A finger that trembles taps twice; a second message would answer the next question.
  #ketuk(data, label, event) {
    const kini = Date.now();
    if (this.#ketukan.data === data && kini - this.#ketukan.kapan < SATU_KETUKAN_MS) return;
    this.#ketukan = { data, kapan: kini };
    this.#katakan({ jenis: "tombol", data, teks: label });
    const denganTetikus = event.detail > 0; // from the keyboard, the next choice is one Tab away from here
    if (denganTetikus && !layarSentuh()) this.#penulis.fokus();
  }

  #item(kunci) {
    return this.#outbox.items.find((item) => item.id === kunci);
  }

  #ulang(kunci) {
    this.#outbox.retry(kunci);
    this.#penulis.fokus(); // the button that had it is gone
  }

  async #ubah(kunci) {
    const item = this.#item(kunci);
    if (!item) return;
    const files = hasFiles(item) ? ((await blobs.get(kunci)) ?? []) : [];
    this.#hapus(kunci);
    this.#penulis.pulihkan(item.teks ?? "", files);
  }

  #hapus(kunci) {
    this.#outbox.drop(kunci);
    this.#catatan.buang(kunci);
    this.#sapa();
    this.#penulis.fokus();
  }

  #keadaan(item, keadaan, detail) {
    this.#catatan.keadaan(item.id, keadaan, detail);
    if (keadaan === "terkirim") this.#stream.expectEcho();
  }

  #terima(pesan) {
    if (pesan.kunci) this.#outbox?.drop(pesan.kunci);
    this.#catatan.terima(pesan);
    this.#sapa();
  }

  #tersambung() {
    tampilkanSpanduk(null);
    this.#outbox?.poke();
  }

  // The stream's door stays shut: ask plainly. This also brings new messages where streams are forbidden.
  async #periksa() {
    const outbox = this.#outbox;
    try {
      const awal = await api.awal();
      if (this.#outbox !== outbox) return;
      if (!awal.saya) return this.#pada.sesiHabis();
      if (awal.saya.id !== this.#saya.id) return this.#pada.orangLain(awal);
      for (const pesan of awal.pesan) this.#terima(pesan);
      this.#stream.seen(awal.kursor);
    } catch (error) {
      if (error.kind === "session") this.#pada.sesiHabis();
    }
  }

  #sapa() {
    sapa(this.#demo && this.#catatan.kosong, () => {
      this.#katakan({ jenis: "teks", teks: MULAI });
      this.#penulis.fokus();
    });
  }
}

function sebagaiPesan(item, files) {
  return {
    id: null,
    dari: "saya",
    waktu: item.waktu,
    teks: item.teks ?? "",
    lokasi: item.lokasi ?? null,
    foto: item.jenis === "foto" ? files.map((file) => URL.createObjectURL(file)) : [],
    berkas: item.jenis === "dokumen" ? { nama: item.nama, url: null, mime: "" } : null,
    kunci: item.id,
  };
}
