// Times as people read them, in the phone's own zone. Names are spelled out here because cheap phones ship browsers
// without Indonesian locale data.

const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const BULAN = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
];

export const sekarang = () => Math.floor(Date.now() / 1000);

const dua = (angka) => String(angka).padStart(2, "0");

export function jam(detik) {
  const t = new Date(detik * 1000);
  return `${dua(t.getHours())}.${dua(t.getMinutes())}`;
}

/** A sortable name for the local day, "2025-11-21". */
export function kunciHari(detik) {
  const t = new Date(detik * 1000);
  return `${t.getFullYear()}-${dua(t.getMonth() + 1)}-${dua(t.getDate())}`;
}

export function namaHari(kunci) {
  const [tahun, bulan, tanggal] = kunci.split("-").map(Number);
  const hari = new Date(tahun, bulan - 1, tanggal);
  const kini = new Date();
  // Rounded, because a day is 23 or 25 hours long where clocks change.
  const selisih = Math.round((new Date(kini.getFullYear(), kini.getMonth(), kini.getDate()) - hari) / 86400000);
  if (selisih === 0) return "Hari ini";
  if (selisih === 1) return "Kemarin";
  const ekor = tahun === kini.getFullYear() ? "" : ` ${tahun}`;
  return `${HARI[hari.getDay()]}, ${tanggal} ${BULAN[bulan - 1]}${ekor}`;
}
