"""Indicators for somebody who asks: of villages that they may read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from data.indikator_desa import kegiatan, lain
from data.indikator_desa.angka import Bukti, Capaian, Hitungan, Masa
from data.katalog.bukti_indikator import GIAT, SEKECAMATAN, TERTAUT, Kelompok, Kunci, muat_bukti
from data.lingkup import Lingkup
from data.store import Tx

SEKALIGUS = 1_000
"""Villages of one query: each is a parameter."""


class IndikatorQ:
    """Villages outside the scope are as if they were not there."""

    def __init__(self, tx: Tx, lingkup: Lingkup) -> None:
        self._tx = tx
        self._lingkup = lingkup

    def banyak(self, desa: Collection[str], kelompok: Kelompok, masa: Masa) -> dict[str, dict[str, Capaian]]:
        """By village in the order given, by indicator; a dozen queries however many."""
        boleh = [kode for kode in desa if self._lingkup.boleh_baca(kode)]
        katalog = muat_bukti()
        hitungan = Hitungan(katalog, kelompok, masa)
        for awal in range(0, len(boleh), SEKALIGUS):
            bagian = boleh[awal : awal + SEKALIGUS]
            for kode, kunci, n in kegiatan.jumlah(self._tx, bagian, katalog.kegiatan(kelompok), masa):
                hitungan.tambah(kode, kunci, n)
            for satu in self._lain(bagian, katalog.kegiatan(kelompok, sekecamatan=True), masa):
                hitungan.tambah(satu.desa, satu.kunci)
        return {kode: hitungan.capaian(kode) for kode in boleh}

    def satu(self, desa: str, kelompok: Kelompok, masa: Masa) -> dict[str, Capaian]:
        """Empty outside the scope."""
        return self.banyak([desa], kelompok, masa).get(desa, {})

    def bukti(self, desa: str, indikator: str, masa: Masa) -> list[Bukti]:
        """All that counts for it, the latest first."""
        semua = (b for kode, b in self.bukti_banyak([desa], [indikator], masa) if kode == indikator)
        return sorted(semua, key=lambda b: (b.tanggal, b.nomor), reverse=True)

    def bukti_banyak(
        self, desa: Collection[str], indikator: Collection[str], masa: Masa
    ) -> Iterator[tuple[str, Bukti]]:
        """(indicator, what counts for it): one thing may count for several."""
        boleh = [kode for kode in desa if self._lingkup.boleh_baca(kode)]
        katalog = muat_bukti()
        untuk: dict[Kunci, list[str]] = {}
        for kode in indikator:
            for kunci in frozenset(k for _, sumber in katalog.untuk(kode) for k in sumber):
                untuk.setdefault(kunci, []).append(kode)
        giat = sorted({kode for apa, kode in untuk if apa in (GIAT, TERTAUT)})
        jauh = sorted({kode for apa, kode in untuk if apa == SEKECAMATAN})
        for awal in range(0, len(boleh), SEKALIGUS):
            bagian = boleh[awal : awal + SEKALIGUS]
            for satu in (*kegiatan.bukti(self._tx, bagian, giat, masa), *self._lain(bagian, jauh, masa)):
                yield from ((kode, satu) for kode in untuk.get(satu.kunci, ()))

    def terbuka(self, bukti: Bukti) -> bool:
        """Whether the person may read the thing itself: an entry of the whole kecamatan may be somebody else's."""
        return not bukti.di or bukti.oleh == self._lingkup.orang_id or self._lingkup.boleh_baca(bukti.di)

    def _lain(self, desa: list[str], jauh: Sequence[str], masa: Masa) -> Iterator[Bukti]:
        yield from kegiatan.sekecamatan(self._tx, desa, jauh, masa)
        yield from lain.semua(self._tx, desa, masa)
