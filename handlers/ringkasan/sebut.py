"""How periods, comparisons, targets and reasons are said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from data.katalog.sebutan import sebutan
from data.rekap.angka import BELUM_DIKUNJUNGI
from data.ringkasan import AngkaBagian, AngkaRingkas, Capaian, Masa, Sebab, Telat
from data.ringkasan.sebab import DIAM, KEMBALI, LAMA, LEWAT, TELAT
from data.target import CATATAN, HARI_KERJA, KUNJUNGAN, MENCATAT, MENURUT, Target
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import BULAN, HARI
from handlers.rekap.sebut import nama_zona, rentang

UKURAN = {
    MENCATAT: "Pendamping mencatat",
    HARI_KERJA: "Hari kerja bercatatan",
    KUNJUNGAN: "Kunjungan per desa",
    CATATAN: "Catatan per desa",
}
"""At most 24 characters: the row of a list."""
PENDEK = {MENCATAT: "mencatat", HARI_KERJA: "hari kerja", KUNJUNGAN: "kunjungan", CATATAN: "catatan"}


NAMA = 24
"""Characters of one name."""
LABEL, KET = 24, 72
"""A row of WhatsApp's list."""


def masa_dari(a: AngkaRingkas) -> Masa:
    return Masa(a.dari, a.bulanan)


def lama_tak_dikunjungi(a: AngkaRingkas) -> str:
    """Of a month that has only begun 14 days are looked at."""
    if not a.bulanan or a.sampai.day < BELUM_DIKUNJUNGI:
        return "14 hari"
    return "sebulan" if a.sampai >= masa_dari(a).akhir else "bulan ini"


def sebut_masa(a: AngkaRingkas) -> str:
    """'Oktober 2026'; of what is under way '1–22 November 2026, sampai pukul 08.00 WIB'."""
    saat = datetime.fromtimestamp(a.saat, UTC).astimezone(ZoneInfo(a.zona))
    jam = "" if saat.date() > a.sampai else f", sampai pukul {saat:%H.%M} {nama_zona(a.zona)}"
    if a.bulanan:
        return sebut_bulan(a.dari) if not jam else f"{rentang(a.dari, a.sampai)}{jam}"
    hari = HARI[a.sampai.weekday()]
    return f"{f'Senin–{hari}' if a.sampai > a.dari else hari}, {rentang(a.dari, a.sampai)}{jam}"


def sebut_bulan(hari: date) -> str:
    return f"{BULAN[hari.month - 1]} {hari.year}"


def tombol_masa(untuk: Masa) -> str:
    """'Oktober 2026', '16–22 Nov', '30 Nov – 6 Des': a button has 20 characters."""
    if untuk.bulanan:
        return sebut_bulan(untuk.dari)
    awal, akhir = untuk.dari, untuk.akhir
    depan = f"{awal.day}–" if awal.month == akhir.month else f"{awal.day} {BULAN[awal.month - 1][:3]} – "
    return f"{depan}{akhir.day} {BULAN[akhir.month - 1][:3]}"


def tulis_masa(untuk: Masa) -> str:
    """As it stands behind the command."""
    return f"{untuk.dari:%Y-%m}" if untuk.bulanan else untuk.dari.isoformat()


def nama_bagian(a: AngkaBagian) -> str:
    """'Kecamatan Cibeber', 'Kabupaten Cianjur', 'Provinsi Jawa Barat'."""
    if len(a.kode) == 8:
        return f"{sebutan(a.kode).kecamatan.capitalize()} {a.nama}"
    return a.nama if len(a.kode) == 5 else f"Provinsi {a.nama}"


def kata_bagian(kode: str) -> str:
    """What the parts of a place are: 'distrik', 'kabupaten/kota'."""
    return sebutan(kode).kecamatan.lower() if len(kode) == 5 else "kabupaten/kota"


def kata_desa(kode: str) -> str:
    return sebutan(kode).desa.lower()


def banding(kini: int, lalu: int) -> str:
    """' (naik 12 dari 40)'; nothing where there is nothing to compare with."""
    if not lalu:
        return ""
    if kini == lalu:
        return " (tetap)"
    return f" ({'naik' if kini > lalu else 'turun'} {ejaan_angka(abs(kini - lalu))} dari {ejaan_angka(lalu)})"


def sebut_persepuluh(n: int) -> str:
    """'1,9'; '2' where nothing is left over."""
    return ejaan_angka(n // 10) + (f",{n % 10}" if n % 10 else "")


def sebut_nilai(satu: Target) -> str:
    """'80%', '2 sebulan', 'tidak dipakai'."""
    if not satu.nilai:
        return "tidak dipakai"
    return f"{satu.nilai}%" if MENURUT[satu.ukuran].persen else f"{satu.nilai} sebulan"


def sebut_capaian(c: Capaian) -> str:
    """'kunjungan 1,2 dari 2 per desa', 'hari kerja 41% dari 60%'."""
    if MENURUT[c.ukuran].persen:
        return f"{PENDEK[c.ukuran]} {c.persepuluh // 10}% dari {c.nilai}%"
    return f"{PENDEK[c.ukuran]} {sebut_persepuluh(c.persepuluh)} dari {c.nilai} per desa"


def sebut_sebab(s: Sebab, kode: str, lama: str) -> str:
    """`lama`: how long villages have not been visited, '14 hari' or 'sebulan'."""
    desa = kata_desa(kode)
    n = ejaan_angka(s.n)
    kata = {
        DIAM: f"{n} dari {ejaan_angka(s.dari)} pendamping mencatat",
        LAMA: f"{n} dari {ejaan_angka(s.dari)} {desa} belum dikunjungi {lama}",
        TELAT: f"{s.label} lewat tenggat di {n} {desa}",
        LEWAT: f"{n} keputusan lewat tenggat",
        KEMBALI: f"{n} catatan menunggu diperbaiki",
        HARI_KERJA: f"{s.n // 10}% hari kerja bercatatan",
        KUNJUNGAN: f"kunjungan {sebut_persepuluh(s.n)} per {desa} sebulan",
        CATATAN: f"catatan {sebut_persepuluh(s.n)} per {desa} sebulan",
    }
    return kata[s.jenis]


def sebut_telat(t: Telat, kode: str) -> str:
    return f"{t.label} lewat tenggat di {ejaan_angka(t.desa)} {kata_desa(kode)}"
