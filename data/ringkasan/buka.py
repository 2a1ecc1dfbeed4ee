"""Digests for somebody who asks: of places that they may read, as they were sent or as they stand."""

from __future__ import annotations

from datetime import date

from data.katalog.zona import muat_zona
from data.lingkup import SEMUA_WILAYAH, Lingkup
from data.orang import PLD, tanggal_lokal
from data.ringkasan.angka import AngkaRingkas
from data.ringkasan.hitung import hitung
from data.ringkasan.masa import Masa, masa
from data.ringkasan.simpan import ambil
from data.store import Tx
from data.wilayah import KECAMATAN, Wilayah, WilayahQ

KABUPATEN = 5
"""Characters of its code."""
PALING_LAMA = 24
"""Months, or weeks, that can be looked back on."""


class RingkasanQ:
    """What lies outside the scope is as if it were not there."""

    def __init__(self, tx: Tx, kini: int, lingkup: Lingkup) -> None:
        self._tx = tx
        self._kini = kini
        self._lingkup = lingkup

    @property
    def tempat(self) -> list[str]:
        """Places that a digest of is the person's own, the widest first; villages have none."""
        semua = {kode for kode in self._lingkup.baca if kode == SEMUA_WILAYAH or kode.count(".") < KECAMATAN}
        return sorted(semua, key=lambda kode: (len(kode), kode))

    def provinsi(self) -> list[Wilayah]:
        """Known ones, for those who may read all."""
        return WilayahQ(self._tx).di_bawah(self._lingkup.baca & {SEMUA_WILAYAH}, 1)

    def boleh(self, kode: str) -> bool:
        return kode != SEMUA_WILAYAH and kode.count(".") < KECAMATAN and self._lingkup.boleh_baca(kode)

    def boleh_nama(self, kode: str) -> bool:
        """Who logged how much is told by name only to those above."""
        return self._lingkup.boleh_bina(PLD, kode)

    def hari_ini(self, kode: str) -> date:
        """Today, there."""
        return tanggal_lokal(self._kini, muat_zona().zona_provinsi(kode[:2]).iana)

    def buka(self, kode: str, untuk: Masa) -> AngkaRingkas | None:
        """One that is over as it was sent, where it was. None outside the scope."""
        if not self.boleh(kode):
            return None
        lewat = untuk.akhir < self.hari_ini(kode)
        dikirim = ambil(self._tx, kode, untuk) if lewat else None
        return dikirim or hitung(self._tx, untuk, self._kini, [kode])[kode]

    def masa_biasa(self, kode: str) -> Masa:
        """A kabupaten is looked at by the week, a kecamatan and a provinsi by the month."""
        return self.jepit(kode, masa(self.hari_ini(kode), bulanan=len(kode) != KABUPATEN))

    def jepit(self, kode: str, untuk: Masa) -> Masa:
        """None that has not begun, and none too long ago. Of a provinsi months that are over: to count one takes as
        long as a hundred turns, so it is done once, by the clock."""
        provinsi = len(kode) < KABUPATEN
        kini = masa(self.hari_ini(kode), bulanan=untuk.bulanan or provinsi)
        akhir = awal = kini.lalu if provinsi else kini
        for _ in range(PALING_LAMA):
            awal = awal.lalu
        return min(max(masa(untuk.dari, bulanan=akhir.bulanan), awal), akhir)

    def sebelum(self, kode: str, untuk: Masa) -> Masa | None:
        return untuk.lalu if self.jepit(kode, untuk.lalu) < untuk else None

    def sesudah(self, kode: str, untuk: Masa) -> Masa | None:
        return untuk.depan if self.jepit(kode, untuk.depan) > untuk else None
