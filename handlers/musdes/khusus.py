"""What is asked of one kind of musyawarah alone, its pictures, and the words around it: hours, place, letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.katalog.musdes import Pertanyaan
from data.musdes.musdes import Musdes
from handlers import isian
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Money, Number, Photos, Pilihan, Text, YesNo, optional
from handlers.musdes.hadir import dengan_lama
from handlers.musdes.kartu import sesudah
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.sebut import jenis_dari, sebut_isian, sebut_jam
from handlers.musdes.tanya import Hari, Jam, JamSelesai

TANYA: dict[str, Callable[[str], Question[Any]]] = {
    "teks": lambda kata: Text(kata, maksimal=1000, minimal=2),
    "angka": Number,
    "uang": Money,
    "ya": YesNo,
    "tanggal": Date,
}
FOTO = {"hadir": "Daftar hadir", "ba": "Berita acara", "kegiatan": "Kegiatannya"}


@bagian("musdes_khusus", help="Pertanyaan khusus musdes")
def musdes_khusus(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    semua = jenis_dari(m).tanya
    if not semua:
        return Kabar(sesudah(m, desa, "Musyawarah ini tidak punya pertanyaan khusus."))
    jawab = {t.kunci: d.ask(f"k_{t.kunci}", optional(_tanya(t, m)), t.label) for t in semua}
    foto = titipan(d, tampak=True)
    baru = {k: v.isoformat() if isinstance(v, date) else v for k, v in jawab.items() if v is not None}
    sebut = "\n".join(f"{t.label}: {sebut_isian(t, baru[t.kunci])}" for t in semua if t.kunci in baru)
    d.review(sebut or "Belum ada yang diisi.")
    desa.musdes.ubah(m, {"isian": {**{k: v for k, v in m.isian.items() if k not in jawab}, **baru}})
    return Kabar(sesudah(m, desa, f"Tersimpan. {simpan_titipan(m, foto, desa)}".strip()))


def _tanya(t: Pertanyaan, m: Musdes) -> Question[Any]:
    lama = m.isian.get(t.kunci)
    if t.jenis == "tanggal" and lama:
        lama = date.fromisoformat(lama)
    return dengan_lama(TANYA[t.jenis](t.tanya), lama)


@bagian("musdes_foto", help="Foto musdes", kata=("foto musdes",))
def musdes_foto(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    pilihan = [Pilihan(kode, label, kode) for kode, label in FOTO.items()]
    apa = d.ask("apa", Choice("Foto apa?", pilihan, petunjuk="Pilih daftar hadir, berita acara, atau kegiatannya."))
    kata = "Kirim fotonya, boleh beberapa sekaligus."
    if apa == "ba":
        kata = "Kirim foto berita acara yang sudah ditandatangani."
    foto = d.ask("foto", Photos(kata))
    n = desa.musdes.tambah_foto(m, apa, isian.kolom_foto(foto))
    return Kabar(sesudah(m, desa, f"{n} foto tersimpan: {FOTO[apa].lower()}." if n else "Foto itu sudah ada."))


@bagian("musdes_rincian", help="Waktu, tempat, surat musdes", kata=("jam selesai musdes",))
def musdes_rincian(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    """Nothing is asked in line: the summary offers each part."""
    tempat = d.offer("tempat", Text("Di mana tempatnya?", petunjuk="Contoh: Balai desa.", maksimal=120))
    tanggal = d.offer("tanggal", Hari("Tanggal berapa?"))
    jam = d.offer("jam", Jam("Dari jam berapa sampai jam berapa?", petunjuk="Contoh: 19.30-22.10."))
    judul = d.offer("judul", Text("Dalam rangka apa?", maksimal=200), "Dalam rangka")
    dasar = d.offer("dasar", Text("Dasar undangannya?", petunjuk="Contoh: 005/12/BPD, 15 November 2026.", maksimal=200))
    nomor = d.offer(
        "nomor_ba", Text("Nomor berita acaranya?", petunjuk="Contoh: 141/07/BA/2026.", maksimal=80), "Nomor"
    )
    foto = titipan(d, tampak=True)
    mulai, _, akhir = (jam or "").partition("-")
    isi = {
        "selesai": akhir, "tempat": tempat, "tanggal": tanggal and tanggal.isoformat(), "mulai": mulai,
        "judul": judul, "dasar": dasar, "nomor_ba": nomor,
    }  # fmt: skip
    ubah: dict[str, object] = {k: v for k, v in isi.items() if v}
    d.review(_ringkas(m, {k: str(v) for k, v in ubah.items()}))
    desa.musdes.ubah(m, ubah)
    return Kabar(sesudah(m, desa, f"{'Tersimpan.' if ubah else ''} {simpan_titipan(m, foto, desa)}".strip()))


def tanya_selesai(m: Musdes, d: Dialog) -> Question[str]:
    """The present minute is offered on its own day, after it began."""
    kini = f"{datetime.fromtimestamp(d.kini, UTC).astimezone(ZoneInfo(d.orang.zona)):%H:%M}"
    usul = kini if m.tanggal == d.hari_ini.isoformat() and kini > m.mulai else ""
    return JamSelesai("Selesai jam berapa?", m.mulai, usul)


def _ringkas(m: Musdes, ubah: dict[str, str]) -> str:
    lama = {"tanggal": ejaan_tanggal(date.fromisoformat(m.tanggal)), "waktu": sebut_jam(m), "tempat": m.tempat}
    lama |= {"dalam rangka": m.judul, "dasar": m.dasar, "nomor berita acara": m.nomor_ba}
    sekarang = "\n".join(f"{k.capitalize()}: {v}" for k, v in lama.items() if v)
    nama = {"nomor_ba": "nomor berita acara", "judul": "dalam rangka", "selesai": "jam selesai", "mulai": "jam mulai"}
    baru = "\n".join(f"{nama.get(k, k).capitalize()}: {v}" for k, v in ubah.items())
    return f"{sekarang}\n\n{f'Jadi:{chr(10)}{baru}' if baru else 'Apa yang mau diubah atau ditambah?'}"
