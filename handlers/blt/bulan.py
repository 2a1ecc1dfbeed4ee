"""For which months was it? One to three in a row, of one year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.katalog.blt import muat_blt
from handlers.blt.sebut import rentang_bulan
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.tampil import nomor
from handlers.dialog.tolak import Tolak

Rentang = tuple[int, int]
_EJAAN = (
    "jan(?:uari)?", "[fp]eb(?:r?uari)?", "mar(?:et)?|mrt", "apr(?:il)?", "mei", "juni?", "juli?",
    "agu(?:stus|st|s)?|agt|ags", "sept?(?:ember)?", "okt(?:ober)?|oct", "no[vp](?:ember)?", "des(?:ember)?|dec",
)  # fmt: skip
NAMA = re.compile(rf"\b(?:{'|'.join(f'({satu})' for satu in _EJAAN)})\b", re.IGNORECASE)
_SAMPAI = re.compile(r"^\W*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai|hingga|ke)\W*$", re.IGNORECASE)
_TRIWULAN = re.compile(r"\b(?:tri\s?wulan|tw|kuartal|tribulan)\W*(?:ke\W*)?(iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ANGKA = re.compile(
    r"\W*(?:bulan\s*)?(1[0-2]|[1-9])(?:\s*(?:-|–|s\.?/?d\.?|sampai)\s*(1[0-2]|[1-9]))?\W*", re.IGNORECASE
)
_TERSIMPAN = re.compile(r"(\d{1,2})-(\d{1,2})")
CONTOH = "Contoh: Juli, Jul-Sep, atau triwulan 3."


def baca_bulan(teks: str) -> Rentang:
    """Raises `Tolak`: for none, for months that are not in a row, for one beyond the year's end. Not for too many."""
    if tw := _TRIWULAN.search(teks):
        n = _ROMAWI.get(tw[1].lower()) or int(tw[1])
        return 3 * n - 2, 3 * n
    if angka := _ANGKA.fullmatch(teks):
        return _urut(int(angka[1]), int(angka[2] or angka[1]))
    ada = list(NAMA.finditer(teks))
    if not ada:
        raise Tolak(f"Bulannya belum terbaca. {CONTOH}")
    bulan = [next(n for n, isi in enumerate(m.groups(), start=1) if isi) for m in ada]
    sela = [teks[a.end() : b.start()] for a, b in pairwise(ada)]
    if len(bulan) == 2 and _SAMPAI.match(sela[0]):
        return _urut(*bulan)
    if any(b != a + 1 for a, b in pairwise(bulan)):
        raise Tolak(f"Bulannya harus berurutan dalam satu tahun; yang terpisah dicatat sendiri-sendiri. {CONTOH}")
    return bulan[0], bulan[-1]


def _urut(dari: int, sampai: int) -> Rentang:
    if dari <= sampai:
        return dari, sampai
    raise Tolak(
        f"{rentang_bulan(dari, sampai)} melewati akhir tahun. Catat sampai Desember dulu, lalu yang tahun berikutnya. "
        f"{CONTOH}"
    )


def muat_sekaligus(bulan: Rentang) -> Rentang:
    """Raises `Tolak` for more months than may be paid at once."""
    banyak, boleh = bulan[1] - bulan[0] + 1, muat_blt().sekaligus
    if banyak <= boleh:
        return bulan
    contoh = rentang_bulan(bulan[0], bulan[0] + boleh - 1)
    raise Tolak(
        f"{rentang_bulan(*bulan)} itu {banyak} bulan. BLT boleh dibayar paling banyak {boleh} bulan sekaligus; "
        f"selebihnya dicatat sebagai pembayaran sendiri. Contoh: {contoh}"
    )


@dataclass(frozen=True)
class TanyaBulan(Question[Rentang]):
    kata: str = "Untuk bulan apa?"
    usul: Sequence[Rentang] = ()
    petunjuk: str = CONTOH
    sekaligus: bool = True
    """Whether it is one payment, and so no more months than may be paid at once."""

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, self._opsi())

    def read(self, masukan: Masukan, layar: Layar) -> Rentang:
        opsi = nomor(masukan.teks, self._opsi()) if self.usul and not _ANGKA.fullmatch(masukan.teks) else None
        return self.load(masukan.pilih or (opsi.nilai if opsi else masukan.teks), layar)

    def dump(self, nilai: Rentang) -> Json:
        return f"{nilai[0]}-{nilai[1]}"

    def load(self, json: Json, layar: Layar) -> Rentang:
        """Also words, as a message of one line has them: why they are refused is said where it is asked."""
        if not isinstance(json, str):
            raise Tolak(self.petunjuk)
        bulan = baca_bulan(json)
        return muat_sekaligus(bulan) if self.sekaligus else bulan

    def show(self, nilai: Rentang) -> str:
        return rentang_bulan(*nilai)

    def _opsi(self) -> tuple[Opsi, ...]:
        return tuple(Opsi(rentang_bulan(*satu), self.dump(satu)) for satu in self.usul)


def usul_bulan(berikut: Sequence[int]) -> list[Rentang]:
    """From the first month that is not paid on: as many as may be paid at once, and fewer."""
    if not berikut:
        return []
    awal = berikut[0]
    deret = [n for k, n in enumerate(berikut[: muat_blt().sekaligus]) if n == awal + k]
    return list(dict.fromkeys((awal, n) for n in reversed(deret)))
