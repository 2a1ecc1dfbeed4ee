"""How months, families and sums of BLT are said, and the questions that bound them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.blt import Salur
from data.katalog.blt import muat_blt
from data.samarkan import TITIK, samarkan
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import BULAN, ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Question
from handlers.dialog.questions import Money, Number, default
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tolak import Tolak

SEBAB = {
    "pindah": "pindah",
    "meninggal": "meninggal",
    "mampu": "sudah mampu",
    "baru": "keluarga baru",
    "lain": "sebab lain",
}
TANPA_NAMA = (
    "Di sini cukup jumlahnya; nama, NIK, KK, dan rekening penerima tidak dicatat. Contoh: 2 keluarga belum mengambil."
)
TERBANYAK = 20_000
"""Families of one village."""


def rentang_bulan(dari: int, sampai: int, *, pendek: bool = False) -> str:
    """'Juli–September', 'Jul–Sep', 'Juli'."""
    nama = [n[:3] if pendek else n for n in BULAN]
    return nama[dari - 1] if dari == sampai else f"{nama[dari - 1]}–{nama[sampai - 1]}"


def sebut_bulan(semua: Sequence[int], *, pendek: bool = False) -> str:
    """'Januari–Maret, Mei': neighbours together."""
    deret: list[list[int]] = []
    for n in semua:
        if deret and deret[-1][-1] == n - 1:
            deret[-1].append(n)
        else:
            deret.append([n])
    return ", ".join(rentang_bulan(d[0], d[-1], pendek=pendek) for d in deret)


def sebut_hari(tanggal: str) -> str:
    return ejaan_tanggal(date.fromisoformat(tanggal), False)


def sebut_salur(s: Salur) -> str:
    """'Juli–September: 40 keluarga, Rp36.000.000, 15 Oktober 2026'"""
    uang = ejaan_uang(s.rupiah)
    return f"{rentang_bulan(s.dari, s.sampai)}: {ejaan_angka(s.keluarga)} keluarga, {uang}, {sebut_hari(s.tanggal)}"


@dataclass(frozen=True)
class Bulanan(Money):
    """Rupiah a month for one family, within what the rules allow."""

    def read(self, masukan: Masukan, layar: Layar) -> int:
        return self._batas(super().read(masukan, layar))

    def load(self, json: Json, layar: Layar) -> int:
        return self._batas(super().load(json, layar))

    def _batas(self, nilai: int) -> int:
        b = muat_blt()
        if 0 < nilai <= b.maksimal:
            return nilai
        raise Tolak(
            f"BLT Desa paling banyak {ejaan_uang(b.maksimal)} sebulan untuk satu keluarga. "
            f"Contoh: {ejaan_uang(b.maksimal)}"
        )


def tanya_bulanan() -> Question[int]:
    petunjuk = f"Tulis jumlahnya untuk satu keluarga sebulan, contoh: {ejaan_uang(muat_blt().maksimal)}."
    return default(Bulanan("Berapa rupiah sebulan untuk satu keluarga?", petunjuk), muat_blt().maksimal)


def tanya_keluarga(tanya: str, minimal: int = 1, maksimal: int = TERBANYAK) -> Question[int]:
    return Number(tanya, "Tulis jumlah keluarganya, contoh: 40.", minimal, maksimal)


@dataclass(frozen=True)
class Catatan(Suggest):
    """A note in which nobody is named by number: what was masked in it is refused, kindly."""

    petunjuk: str = TANPA_NAMA
    maksimal: int = 300

    def _periksa(self, teks: str) -> str:
        if TITIK in teks or samarkan(teks)[1]:
            raise Tolak(TANPA_NAMA)
        return super()._periksa(teks)
