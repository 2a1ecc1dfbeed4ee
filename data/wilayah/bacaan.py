"""How the words of a search may be meant: which of them are the name, and which say in what kecamatan or kabupaten.

'sukamaju cianjur' is the village Sukamaju in Cianjur, or the village Cianjur in a kecamatan Sukamaju; 'sungai raya'
is one name or two. All readings that Kemendagri's names allow are tried, and the cheapest that finds anything wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from data.wilayah.indeks import AWALAN
from data.wilayah.singkatan import BISING, KABUPATEN_SAJA, KOTA_SAJA, NAMA_JUGA, PENANDA
from data.wilayah.tingkatan import indeks

SEPENGGAL = 6
"""Words that one name may take: 'Matang Glumpang Dua Meunasah Timu X' has six."""
_NAMA, _DEPAN = 10, 1
"""What a name costs, and a word taken for a mere word in front though many names begin with it."""
_AWALAN_ATAS = 4


@dataclass(frozen=True)
class Bacaan:
    nama: str
    """Folded: of the place that is looked for."""
    di: tuple[str, ...]
    """Codes it must lie in, one of them; none: anywhere."""
    harga: int
    terbalik: bool
    """Not in the order of an address: 'cianjur sukamaju'."""
    penanda: str = ""
    """The word in front of the name."""


@dataclass(frozen=True)
class _Jalan:
    """What the words up to here were taken for."""

    nama: str = ""
    atas: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Codes by level."""
    harga: int = 0
    urut: tuple[int, ...] = ()
    penanda: str = ""


@dataclass
class Pembaca:
    """Reads the words of one search. `longgar`: the names around may be begun or misspelt, the name itself anything."""

    kata: tuple[str, ...]
    tingkat: int
    longgar_nama: bool = False
    longgar_atas: bool = False
    _ingat: dict[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)

    def bacaan(self) -> list[Bacaan]:
        """Cheapest first."""
        semua = [b for jalan in self._urai(0, _Jalan()) if (b := self._jadi(jalan))]
        return sorted(dict.fromkeys(semua), key=lambda b: (b.harga, b.terbalik))

    def _jadi(self, jalan: _Jalan) -> Bacaan | None:
        di: tuple[str, ...] = ()
        for tingkat in sorted(jalan.atas):
            di = tuple(k for k in jalan.atas[tingkat] if not di or k.startswith(tuple(f"{d}." for d in di)))
            if not di:
                return None
        terbalik = list(jalan.urut) != sorted(jalan.urut, reverse=True)
        return Bacaan(jalan.nama, di, jalan.harga, terbalik, jalan.penanda)

    def _urai(self, mulai: int, jalan: _Jalan) -> Iterator[_Jalan]:
        if mulai == len(self.kata):
            if jalan.nama:
                yield jalan
            return
        kata = self.kata[mulai]
        yield from self._penggal(mulai, jalan, "")
        if kata in PENANDA:
            lanjut = replace(jalan, harga=jalan.harga + _DEPAN) if kata in NAMA_JUGA else jalan
            yield from self._penggal(mulai + 1, lanjut, kata)
        if kata in BISING:
            yield from self._urai(mulai + 1, jalan)

    def _penggal(self, mulai: int, jalan: _Jalan, penanda: str) -> Iterator[_Jalan]:
        """The next words as one name; with a `penanda` in front, only of the level it speaks of."""
        hanya = PENANDA.get(penanda, 0)
        jalan = replace(jalan, harga=jalan.harga + _NAMA)
        for akhir in range(mulai + 1, min(mulai + SEPENGGAL, len(self.kata)) + 1):
            potongan = "".join(self.kata[mulai:akhir])
            if not jalan.nama and hanya in (0, self.tingkat) and self._mungkin(potongan):
                urut = (*jalan.urut, self.tingkat)
                yield from self._urai(akhir, replace(jalan, nama=potongan, urut=urut, penanda=penanda))
            for tingkat in range(1, self.tingkat):
                if hanya not in (0, tingkat) or tingkat in jalan.atas:
                    continue
                if kode := tuple(k for k in self._atas(tingkat, potongan) if sesuai(k, penanda)):
                    lanjut = replace(jalan, atas={**jalan.atas, tingkat: kode}, urut=(*jalan.urut, tingkat))
                    yield from self._urai(akhir, lanjut)

    def _mungkin(self, nama: str) -> bool:
        if self.longgar_nama:
            return len(nama) >= AWALAN and nama not in PENANDA
        return bool(indeks(self.tingkat).persis(nama))

    def _atas(self, tingkat: int, nama: str) -> tuple[str, ...]:
        kunci = (tingkat, nama)
        if kunci not in self._ingat:
            satu = indeks(tingkat)
            letak = satu.persis(nama)
            if not letak and self.longgar_atas:
                letak = (len(nama) >= _AWALAN_ATAS and satu.berawalan(nama)) or satu.mirip(nama)
            self._ingat[kunci] = tuple(dict.fromkeys(satu.kode[n] for n in letak))
        return self._ingat[kunci]


def sesuai(kode: str, penanda: str) -> bool:
    """Behind 'kab' no kota, behind 'kota' no kabupaten."""
    if penanda in KOTA_SAJA or penanda in KABUPATEN_SAJA:
        return (kode[3:4] >= "7") == (penanda in KOTA_SAJA)
    return True
