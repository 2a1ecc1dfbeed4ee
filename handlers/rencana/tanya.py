"""The questions of a plan: how much of what, in which weeks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.rencana.isi import BULAN, KALI, ORANG, SATUAN
from data.rencana.pekan import baca, tulis
from handlers.dialog.baca.angka import dengan_angka
from handlers.dialog.baca.normal import rapikan
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.tolak import Tolak
from handlers.rencana.pekan import CONTOH, baca_pekan
from handlers.rencana.sebut import sebut_pekan

TERBANYAK = 9_999
SETAHUN = 12
USUL_TARGET = ("1 kali", "2 kali", "4 kali", "12 kali", "12 bulan")
USUL_PEKAN = ("tiap bulan minggu 1", "tiap bulan minggu 2", "tiap bulan minggu 3", "tiap bulan minggu 4")
CONTOH_TARGET = "Contoh: 6 kali, 40 orang, 12 bulan, atau 1 dokumen."
_SAMA = {
    KALI: ("", "x", "kegiatan", "catatan", "kunjungan", "pertemuan"),
    ORANG: ("peserta", "warga", "jiwa"),
    BULAN: ("bln",),
}
_BAKU = {kata: baku for baku, lain in _SAMA.items() for kata in (baku, *lain)}
Jumlah = tuple[int, str]


def baca_target(teks: str) -> Jumlah:
    """'12 kali', '12', 'dua belas kali', '1 dokumen'; a bare number counts entries. Raises `Tolak`."""
    cocok = re.fullmatch(r"(?:target )?(\d{1,6})\s*([a-z][a-z ./-]*)?", dengan_angka(rapikan(teks[:200]).lower()))
    if not cocok:
        raise Tolak(f"Targetnya berapa, dan apa satuannya? {CONTOH_TARGET}")
    angka, kata = int(cocok[1]), re.sub(r"\b(?:dalam |per )?(?:se)?tahun$", "", (cocok[2] or "").strip(" .")).strip()
    if not 1 <= angka <= TERBANYAK:
        raise Tolak(f"Target yang bisa dicatat 1 sampai {TERBANYAK}. {CONTOH_TARGET}")
    if len(kata) > SATUAN:
        raise Tolak(f"Satuannya cukup satu-dua kata; selebihnya bisa ditulis di uraian. {CONTOH_TARGET}")
    satuan = _BAKU.get(kata, kata)
    if satuan == BULAN and angka > SETAHUN:
        raise Tolak(f"Setahun hanya {SETAHUN} bulan; kalau lebih sering, hitung kali. {CONTOH_TARGET}")
    return angka, satuan


@dataclass(frozen=True)
class Target(Question[Jumlah]):
    kata: str
    usul: tuple[str, ...] = USUL_TARGET
    petunjuk: str = f"{CONTOH_TARGET} Kali, orang, dan bulan dihitung sendiri dari catatan Anda."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, tuple(Opsi(satu, satu) for satu in dict.fromkeys(self.usul)))

    def read(self, masukan: Masukan, layar: Layar) -> Jumlah:
        return baca_target(masukan.pilih or masukan.teks)

    def dump(self, nilai: Jumlah) -> Json:
        return f"{nilai[0]} {nilai[1]}"

    def load(self, json: Json, layar: Layar) -> Jumlah:
        return baca_target(json if isinstance(json, str) else "")

    def show(self, nilai: Jumlah) -> str:
        return f"{nilai[0]} {nilai[1]}"


@dataclass(frozen=True)
class Pekan(Question[tuple[str, ...]]):
    kata: str
    tahun: int
    usul: tuple[str, ...] = USUL_PEKAN
    petunjuk: str = CONTOH

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, tuple(Opsi(satu.capitalize(), satu) for satu in self.usul))

    def read(self, masukan: Masukan, layar: Layar) -> tuple[str, ...]:
        return baca_pekan(masukan.pilih or masukan.teks, self.tahun)

    def dump(self, nilai: tuple[str, ...]) -> Json:
        return tulis(nilai)

    def load(self, json: Json, layar: Layar) -> tuple[str, ...]:
        pekan = baca(json) if isinstance(json, str) else ()
        if not pekan:
            raise Tolak(self.petunjuk)
        return pekan

    def show(self, nilai: tuple[str, ...]) -> str:
        return sebut_pekan(nilai)


def tanya_target(kegiatan: str) -> Target:
    return Target(f"Targetnya berapa untuk {kegiatan}?")


def tanya_pekan(tahun: int) -> Pekan:
    return Pekan(f"Minggu ke berapa di tahun {tahun}? Pilih, atau ketik, contoh: maret-mei tiap minggu 1.", tahun)
