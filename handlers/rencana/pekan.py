"""Weeks of a plan as people write them: "minggu 2 maret", "maret-mei tiap minggu 1", "tiap bulan minggu 3", "15 juni".

Months and weeks come in runs, either first: "maret, juni minggu 2" and "minggu 2 maret, juni" are the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from data.rencana.pekan import HARI, SEBULAN, susun, urut
from handlers.dialog.baca.kata_tanggal import BULAN, satu_ejaan
from handlers.dialog.tolak import Tolak

CONTOH = "Contoh: minggu 2 maret, atau maret-mei tiap minggu 1, atau tiap bulan minggu 3."
_BULAN = {nama.lower(): n for n, nama in enumerate(BULAN, start=1)}
_URUTAN = {"pertama": "1", "kesatu": "1", "kedua": "2", "ketiga": "3", "keempat": "4", "terakhir": "4"}
_URUTAN |= {"iv": "4", "iii": "3", "ii": "2", "i": "1"}
_KECIL = frozenset({"dan", "tiap", "semua", "di", "pada", "selama", "bulan", "dari", "mulai", "serta"})
_MASA = {"triwulan": 3, "semester": 6}
MINGGU, BLN = "minggu", "bulan"
SEMUA: list[int] = []
"""In place of a list: every one of them, where the same run names none."""
PANJANG = 300
Bagian = tuple[str, list[int]]
"""(MINGGU or BLN, which of them)."""


def baca_pekan(teks: str, tahun: int) -> tuple[str, ...]:
    """Raises `Tolak`; a week or month that was not said is never guessed."""
    if lain := [t for t in re.findall(r"\b20\d\d\b", teks[:PANJANG]) if int(t) != tahun]:
        raise Tolak(f"Rencana ini untuk tahun {tahun}, jadi minggu di tahun {lain[0]} tidak bisa dimasukkan. {CONTOH}")
    return _pasangkan(_Pembaca(_rapi(re.sub(rf"\b{tahun}\b", " ", teks[:PANJANG]))).semua())


def _rapi(teks: str) -> list[str]:
    """Words in one spelling; numbers apart from what stands beside them."""
    teks = re.sub(r"\s*(?:[-–—]|\bs/d\b|\bs\.d\.?|\bhingga\b|\bsd\b)\s*", " sampai ", teks.lower())
    teks = re.sub(r"\bsepanjang tahun\b", "tiap bulan", teks)
    teks = re.sub(r"\bke\s*(?:sampai)?\s*(?=\d)", " ", teks)
    teks = re.sub(r"\b(?:pekan|mgg|mg|m)\b\.?|\b(?:mgg|mg|m)(?=\d)", " minggu ", teks)
    teks = re.sub(r"[,;&+]", " dan ", re.sub(r"\b(?:setiap|masing2|masing-masing|saban)\b", "tiap", teks))
    teks = re.sub(rf"\b({'|'.join(_URUTAN)})\b", lambda m: _URUTAN[m[1]], teks)
    kata = re.sub(r"\b(\d+)/(\d+)\b", lambda m: f"{m[1]} {_nama_bulan(m[2])}", satu_ejaan(teks)).split()
    return [k for n, k in enumerate(kata) if (k, kata[n - 1 : n]) != (MINGGU, [MINGGU])]


def _nama_bulan(angka: str) -> str:
    return BULAN[int(angka) - 1].lower() if 1 <= int(angka) <= 12 else angka


@dataclass
class _Pembaca:
    kata: Sequence[str]
    letak: int = 0

    def semua(self) -> list[Bagian]:
        hasil = []
        while self.letak < len(self.kata):
            if (satu := self._satu()) is not None:
                hasil.append(satu)
        return hasil

    def _satu(self) -> Bagian | None:
        kata = self._ambil()
        if kata in ("tiap", "semua") and self._kini in (BLN, MINGGU):
            return self._tiap()
        if kata in _KECIL:
            return None
        if kata in ("bulanan", "mingguan"):
            return (BLN if kata == "bulanan" else MINGGU), SEMUA
        if kata in _BULAN:
            return BLN, self._rentang_bulan(_BULAN[kata])
        if kata in _MASA and self._kini.isdigit():
            return BLN, _masa(_MASA[kata], int(self._ambil()))
        if kata == MINGGU and self._kini.isdigit():
            return MINGGU, self._minggu()
        if kata.isdigit() and self._kini in _BULAN:
            return MINGGU, [_minggu_dari(int(kata))]
        if kata in ("awal", "akhir"):
            return MINGGU, [1 if kata == "awal" else SEBULAN]
        raise Tolak(f"“{kata[:20]}” belum terbaca sebagai waktu. {CONTOH}")

    def _tiap(self) -> Bagian | None:
        """'tiap bulan', 'tiap minggu'; of 'tiap minggu 2' and 'tiap bulan maret' only what follows counts."""
        apa, lalu = self._kini, "".join(self.kata[self.letak + 1 : self.letak + 2])
        if (apa == MINGGU and lalu.isdigit()) or (apa == BLN and lalu in _BULAN):
            return None
        self._ambil()
        return apa, SEMUA

    def _rentang_bulan(self, dari: int) -> list[int]:
        if self._kini != "sampai":
            return [dari]
        self._ambil()
        sampai = _BULAN.get(self._ambil(), 0)
        if sampai < dari:
            raise Tolak(f"Dari {BULAN[dari - 1]} sampai bulan apa dalam tahun itu? Contoh: maret-mei tiap minggu 1.")
        return list(range(dari, sampai + 1))

    def _minggu(self) -> list[int]:
        hasil = [_minggu(self._ambil())]
        while True:
            lalu = "".join(self.kata[self.letak + 1 : self.letak + 2])
            if self._kini == "sampai" and lalu.isdigit():
                self._ambil()
                hasil += range(hasil[-1], _minggu(self._ambil()) + 1)
            elif self._kini.isdigit() or (self._kini == "dan" and lalu.isdigit() and int(lalu) <= SEBULAN):
                self.letak += self._kini == "dan"
                hasil.append(_minggu(self._ambil()))
            else:
                return hasil

    @property
    def _kini(self) -> str:
        return "".join(self.kata[self.letak : self.letak + 1])

    def _ambil(self) -> str:
        kata = self._kini
        self.letak += 1
        return kata


def _masa(panjang: int, ke: int) -> list[int]:
    """Months of the third triwulan, of the first semester."""
    if not 1 <= ke <= 12 // panjang:
        raise Tolak(f"Setahun ada empat triwulan dan dua semester. {CONTOH}")
    return list(range((ke - 1) * panjang + 1, ke * panjang + 1))


def _minggu(angka: str) -> int:
    if not 1 <= int(angka) <= SEBULAN:
        raise Tolak("Dalam RKTL sebulan ada minggu 1 sampai 4; hari sesudah tanggal 28 masuk minggu 4. " + CONTOH)
    return int(angka)


def _minggu_dari(hari: int) -> int:
    if not 1 <= hari <= 31:
        raise Tolak(f"Tanggal {hari} tidak ada. {CONTOH}")
    return min((hari - 1) // HARI + 1, SEBULAN)


def _pasangkan(bagian: Sequence[Bagian]) -> tuple[str, ...]:
    """Each run of months with its run of weeks; months left over at the end share the weeks before them."""
    deret = [(apa, [n for _, isi in satu for n in isi]) for apa, satu in groupby(bagian, key=lambda b: b[0])]
    deret = [(apa, isi or list(range(1, 13 if apa == BLN else SEBULAN + 1))) for apa, isi in deret]
    if not any(apa == BLN for apa, _ in deret):
        raise Tolak(f"Bulan apa? {CONTOH}")
    if not any(apa == MINGGU for apa, _ in deret):
        raise Tolak("Minggu ke berapa? Contoh: tambahkan minggu 2, atau tiap minggu.")
    if len(deret) % 2 and deret[0][0] == MINGGU:
        raise Tolak(f"Minggu yang terakhir itu di bulan apa? {CONTOH}")
    if len(deret) % 2:
        deret.append(deret[-2])
    hasil: list[str] = []
    for (apa, satu), (_, dua) in zip(deret[::2], deret[1::2], strict=True):
        hasil += susun(satu, dua) if apa == BLN else susun(dua, satu)
    return urut(hasil)
