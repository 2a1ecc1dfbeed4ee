"""The names of one level, ready to be looked up: as they are, by their beginning, by a part, by likeness.

Everything is made once from the codes in order and kept as few big flat things, not as many small ones: 83,762 names
are ready in a quarter of a second and 25 MB. A place is its position in `kode`; what lies below a place is a range of
positions, because the codes are in order.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.wilayah.lipat import rapat

TERPENDEK = 5
"""Letters of a name from which on one may be wrong: of four, every name would do for every other."""
AWALAN = 3
BAGIAN = 4
_AKHIR = "\x7f"
"""Sorts behind every letter of a folded name."""


@dataclass(frozen=True)
class Indeks:
    kode: list[str]
    """In order."""
    nama: list[str]
    """Folded, at the position of its code."""
    _urut: list[str]
    """Folded names in alphabetical order, also the second names of places that have two."""
    _tempat: array[int]
    """The position behind each of `_urut`."""
    _menurut_panjang: dict[int, list[str]]
    _semua: str
    """`_urut` once each, in one text, a line each."""

    def persis(self, nama: str) -> list[int]:
        return self._antara(nama, nama)

    def berawalan(self, awal: str) -> list[int]:
        return self._antara(awal, awal + _AKHIR)

    def memuat(self, bagian: str) -> list[int]:
        """Places that have it anywhere in the name."""
        hasil: list[int] = []
        letak = self._semua.find(bagian)
        while letak >= 0:
            awal, akhir = self._semua.rfind("\n", 0, letak) + 1, self._semua.index("\n", letak)
            hasil += self.persis(self._semua[awal:akhir])
            letak = self._semua.find(bagian, akhir)
        return hasil

    def mirip(self, nama: str) -> list[int]:
        """Places whose name has one letter wrong, missing, too many or swapped. Figures must be right."""
        dekat = (_mirip(nama, self._menurut_panjang.get(len(nama) + n, ())) for n in (-1, 0, 1))
        return [i for ketemu in dekat for n in ketemu for i in self.persis(n[0])]

    def di_bawah(self, kode: str) -> range:
        return range(bisect_left(self.kode, f"{kode}."), bisect_left(self.kode, f"{kode}/"))

    def _antara(self, dari: str, sampai: str) -> list[int]:
        return self._tempat[bisect_left(self._urut, dari) : bisect_right(self._urut, sampai)].tolist()


def mirip_di(nama: str, indeks: Indeks, tempat: Iterable[range]) -> list[int]:
    """The same as `mirip`, in a few ranges: quicker there than among all names."""
    return [r[n] for r in tempat for _, n in _mirip(nama, indeks.nama[r.start : r.stop])]


def _mirip(nama: str, pilihan: Sequence[str]) -> Iterator[tuple[str, int]]:
    """(name, place in `pilihan`)."""
    if len(nama) < TERPENDEK - 1 or not pilihan:
        return
    angka = _angka(nama)
    for mirip, _, n in process.extract(nama, pilihan, scorer=OSA.distance, score_cutoff=1, limit=None):
        if len(mirip) >= TERPENDEK and _angka(mirip) == angka:
            yield mirip, n


def _angka(nama: str) -> str:
    return "" if nama.isalpha() else "".join(filter(str.isdigit, nama))


def susun(nama: dict[str, str], lain: Sequence[tuple[str, str]] = ()) -> Indeks:
    """From names by code, in order, and the (code, other name) that some have besides."""
    kode = list(nama)
    lipatan = rapat("\n".join(nama.values()))
    semua = [*lipatan, *rapat("\n".join(satu for _, satu in lain))] if lain else lipatan
    tempat = [*range(len(kode)), *(bisect_left(kode, satu) for satu, _ in lain)]
    urutan = sorted(range(len(semua)), key=semua.__getitem__)
    urut = [semua[n] for n in urutan]
    unik = list(dict.fromkeys(urut))
    menurut_panjang: dict[int, list[str]] = defaultdict(list)
    for satu in unik:
        menurut_panjang[len(satu)].append(satu)
    teks = "\n".join(["", *unik, ""])
    return Indeks(kode, lipatan, urut, array("l", (tempat[n] for n in urutan)), dict(menurut_panjang), teks)
