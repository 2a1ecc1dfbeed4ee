"""How a recap's figures and days are said, in its text and in its picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from data.katalog.bumdes import muat_bumdes
from data.katalog.musdes import muat_musdes
from data.katalog.sebutan import sebutan
from data.katalog.zona import muat_zona
from data.rekap import AngkaRekap
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import BULAN, HARI, ejaan_tanggal

PILAR = (
    ("asistensi", "Asistensi"),
    ("pengorganisasian", "Pengorganisasian"),
    ("pengarahan", "Pengarahan"),
    ("kapasitas", "Kapasitas"),
    ("", "Lainnya"),
)
DOKUMEN = {"rpjm": "RPJM", "rkp": "RKP", "apb": "APB", "apbp": "APB perubahan", "lpj": "LPJ"}
TAHAP = {"belum": "belum mulai", "proses": "disusun", "musdes": "sudah musdes", "perdes": "sudah Perdes"}
DISEBUT = 4
"""Names in one line; of more the rest is counted."""


def nama_kecamatan(angka: AngkaRekap) -> str:
    """'Kecamatan Cibeber', 'Distrik Abepura'."""
    return f"{sebutan(angka.kode).kecamatan.capitalize()} {angka.nama}"


def sebut_desa(angka: AngkaRekap) -> str:
    """'desa', 'gampong': in the middle of a sentence."""
    return sebutan(angka.kode).desa.lower()


def rentang(dari: date, sampai: date) -> str:
    """'16–20 November 2026', '28 Desember 2026 – 1 Januari 2027'."""
    akhir = ejaan_tanggal(sampai, False)
    if dari == sampai:
        return akhir
    if (dari.year, dari.month) == (sampai.year, sampai.month):
        return f"{dari.day}–{akhir}"
    awal = f"{dari.day} {BULAN[dari.month - 1]}"
    return f"{awal}{'' if dari.year == sampai.year else f' {dari.year}'} – {akhir}"


def sebut_masa(angka: AngkaRekap) -> str:
    """'Senin–Jumat, 16–20 November 2026, sampai pukul 16.00 WIB'; of a whole week no hour."""
    hari = HARI[angka.sampai.weekday()]
    awal = f"Senin–{hari}, " if angka.sampai > angka.senin else f"{hari}, "
    masa = f"{awal}{rentang(angka.senin, angka.sampai)}"
    saat = datetime.fromtimestamp(angka.saat, UTC).astimezone(ZoneInfo(angka.zona))
    return masa if saat.date() > angka.sampai else f"{masa}, sampai pukul {saat:%H.%M} {nama_zona(angka.zona)}"


def nama_zona(iana: str) -> str:
    return next((z.nama for z in muat_zona().zona if z.iana == iana), "")


def hari_ke(n: int) -> str:
    return HARI[n % 7]


def sejumlah(nama: Sequence[str], disebut: int = DISEBUT) -> str:
    """'Cipetir dan Sukaraharja', 'Cipetir, Mayak, Sukamaju, dan 3 lagi'."""
    if len(nama) > disebut:
        return f"{', '.join(nama[: disebut - 1])}, dan {ejaan_angka(len(nama) - disebut + 1)} lagi"
    return sambung(nama)


def sambung(nama: Iterable[str]) -> str:
    *awal, akhir = nama
    if not awal:
        return akhir
    return f"{' dan '.join(awal)} dan {akhir}" if len(awal) == 1 else f"{', '.join(awal)}, dan {akhir}"


def jam(menit: int) -> str:
    """Hours, rounded to the nearest: '38'."""
    return ejaan_angka((menit + 30) // 60)


def beda(kini: int, lalu: int) -> str:
    """'+4', '−2' (a real minus), '' where nothing changed."""
    return "" if kini == lalu else f"+{ejaan_angka(kini - lalu)}" if kini > lalu else f"−{ejaan_angka(lalu - kini)}"


def sebut_langkah(langkah: int) -> str:
    """'musdes pendirian'; a step that was taken out of the catalogue by its number."""
    try:
        nama = muat_bumdes().ambil(langkah).pendek
    except KeyError:
        return f"langkah {langkah}"
    return nama[0].lower() + nama[1:]


def jenis_musdes(kode: str) -> str:
    try:
        return muat_musdes().menurut_kode(kode).label
    except KeyError:
        return "Musyawarah"
