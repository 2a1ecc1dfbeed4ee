// One message as it stands in the log: the bubble, what can be tapped below it, and how its sending goes.

import { alamatAman, el, ikon, teksBertaut } from "./dom.js";
import { kisiFoto } from "./foto.js";
import { jam } from "./waktu.js";

/**
 * `aksi` is what taps lead to: tombol(data, label, event), foto(), dokumen(), lokasi(button), ulang(kunci), ubah(kunci),
 * hapus(kunci); bisaDiubah(kunci) says whether it makes sense to offer "Ubah".
 */
export function buatPesan(pesan, aksi) {
  const dariBot = pesan.dari === "bot";
  const node = el(
    "article",
    {
      class: `pesan dari-${pesan.dari}`,
      uji: "pesan",
      "data-dari": pesan.dari,
      "data-kunci": pesan.kunci,
      "data-waktu": pesan.waktu,
    },
    gelembung(pesan),
    pesan.minta && tombolMinta(pesan.minta, aksi),
    pesan.daftar?.length > 0 && daftar(pesan.daftar, aksi),
    pesan.tombol?.length > 0 && deretTombol(pesan.tombol, aksi),
  );
  if (dariBot && node.children.length > 1) node.classList.add("berpilihan");
  return node;
}

function gelembung(pesan) {
  return el(
    "div",
    { class: pesan.foto?.length > 0 ? "gelembung berfoto" : "gelembung" },
    el("span", { class: "tersembunyi" }, pesan.dari === "bot" ? "Kawan Desa: " : "Saya: "),
    pesan.judul && el("p", { class: "judul" }, pesan.judul),
    pesan.foto?.length > 0 && kisiFoto(pesan.foto),
    pesan.lokasi && kartuLokasi(pesan.lokasi),
    pesan.teks && el("span", { class: "teks" }, ...teksBertaut(pesan.teks)),
    pesan.berkas && kartuBerkas(pesan.berkas),
    el(
      "span",
      { class: "cap", "aria-live": "off" },
      el("time", {}, jam(pesan.waktu)),
      el("span", { class: "keadaan" }),
    ),
  );
}

function kartuLokasi({ lat, lon }) {
  const titik = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  const peta = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=16/${lat}/${lon}`;
  return el(
    "a",
    { class: "kartu", href: peta, target: "_blank", rel: "noopener noreferrer" },
    el("span", { class: "lambang" }, ikon("lokasi")),
    el("span", { class: "keterangan" }, el("b", {}, "Lokasi"), el("small", {}, titik)),
  );
}

function kartuBerkas({ nama, url, mime }) {
  if (!url) return kartuDokumen(nama);
  if (mime.startsWith("image/")) return gambar(nama, url);
  const jenis = nama.includes(".") ? nama.split(".").pop() : mime.split("/").pop();
  return el(
    "a",
    { class: "kartu berkas", href: alamatAman(url), download: nama, uji: "berkas" },
    el("span", { class: "lambang" }, ikon("unduh")),
    el(
      "span",
      { class: "keterangan" },
      el("b", {}, nama),
      el("small", {}, `${jenis.slice(0, 5).toUpperCase()} · ketuk untuk unduh`),
    ),
  );
}

/** What they sent themselves: it is only named, nobody can fetch it from here. */
function kartuDokumen(nama) {
  return el(
    "div",
    { class: "kartu", uji: "dokumen" },
    el("span", { class: "lambang" }, ikon("berkas")),
    el("span", { class: "keterangan" }, el("b", {}, nama)),
  );
}

/** Its words stand beside it as text, so the picture itself needs no more than its name. */
function gambar(nama, url) {
  return el(
    "a",
    { class: "gambar", href: alamatAman(url), target: "_blank", rel: "noopener", uji: "berkas" },
    el("img", { src: alamatAman(url), alt: nama, loading: "lazy" }),
  );
}

const MINTA = {
  foto: ["foto", "Ambil atau pilih foto"],
  dokumen: ["dokumen", "Pilih dokumen (PDF, Word)", "jepit"],
  lokasi: ["lokasi", "Kirim lokasi saya sekarang"],
};

function tombolMinta(minta, aksi) {
  const [nama, teks, lambang = nama] = MINTA[minta] ?? [];
  if (!nama) return null;
  return el(
    "button",
    { type: "button", class: "minta", uji: `minta-${minta}`, onclick: (event) => aksi[nama](event.currentTarget) },
    ikon(lambang),
    teks,
  );
}

function daftar(butir, aksi) {
  const baris = butir.map(({ label, ket, data }) =>
    el(
      "button",
      { type: "button", class: "baris", uji: "daftar-butir", onclick: (event) => aksi.tombol(data, label, event) },
      el("span", { class: "keterangan" }, el("b", {}, label), ket && el("small", {}, ket)),
      ikon("panah"),
    ),
  );
  return el("div", { class: "daftar", role: "group", "aria-label": "Daftar pilihan" }, ...baris);
}

function deretTombol(tombol, aksi) {
  const keping = tombol.map(({ label, data }) =>
    el(
      "button",
      { type: "button", class: "keping", uji: "tombol", onclick: (event) => aksi.tombol(data, label, event) },
      label,
    ),
  );
  return el("div", { class: "deret", role: "group", "aria-label": "Pilihan jawaban" }, ...keping);
}

const BERJALAN = { mengirim: "Mengirim…", menunggu: "Menunggu sinyal…", tertunda: "Belum terkirim" };
const LAMBANG = { mengirim: "jam", menunggu: "jam", tertunda: "jam", terkirim: "centang", gagal: "seru" };

/** Shows how the sending of an own message goes; `detail` is a share from 0 to 1, or the server's sentence. */
export function tandaiKeadaan(node, keadaan, detail, aksi) {
  const tanda = node.querySelector(".keadaan");
  const kata = typeof detail === "number" && detail < 1 ? `Mengirim ${Math.round(detail * 100)}%` : BERJALAN[keadaan];
  node.dataset.keadaan = keadaan;
  node.classList.toggle("berjalan", keadaan in BERJALAN);
  tanda.replaceChildren(
    kata ?? el("span", { class: "tersembunyi" }, keadaan === "gagal" ? "Belum terkirim" : "Terkirim"),
    ikon(LAMBANG[keadaan]),
  );
  node.querySelector(".kendala")?.remove();
  if (keadaan === "gagal") node.append(kendala(node, detail, aksi));
  if (keadaan === "tertunda") node.append(kendala(node, `${detail} Nanti dikirim lagi sendiri.`, aksi));
}

function kendala(node, sebab, aksi) {
  const { kunci } = node.dataset;
  const tombol = (teks, lakukan, uji) =>
    el("button", { type: "button", class: "kecil", uji, onclick: () => lakukan(kunci) }, teks);
  return el(
    "div",
    { class: "kendala" },
    el("p", {}, sebab),
    el(
      "div",
      { class: "deret" },
      tombol("Coba lagi", aksi.ulang, "ulang"),
      aksi.bisaDiubah(kunci) && tombol("Ubah", aksi.ubah, "ubah"),
      tombol("Hapus", aksi.hapus, "hapus"),
    ),
  );
}

/** The server has it: its time and its wording hold (it may have masked a NIK), the photos already here are kept. */
export function sahkan(node, pesan) {
  tandaiKeadaan(node, "terkirim");
  node.dataset.waktu = pesan.waktu;
  node.querySelector("time").textContent = jam(pesan.waktu);
  const teks = node.querySelector(".teks");
  if (teks && teks.textContent !== pesan.teks) teks.replaceChildren(...teksBertaut(pesan.teks));
}
