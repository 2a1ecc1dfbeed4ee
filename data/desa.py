"""What a conversation may know and do, for the one person who acts. Scope is computed here and nowhere else."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property

from data.jejak import JejakQ, Pelaku
from data.kabar import KabarQ
from data.kegiatan import KegiatanQ
from data.lingkup import Lingkup, LingkupQ
from data.orang import KOORDINATOR, Orang, OrangQ
from data.pengaturan import Pengaturan
from data.percakapan import PercakapanQ
from data.store import Tx
from data.wilayah import KECAMATAN, Wilayah, WilayahQ


class Desa:
    """The world as `orang` may see it, inside one transaction."""

    def __init__(self, tx: Tx, orang: Orang, kanal: str, kini: int, pengaturan: Pengaturan) -> None:
        self._tx = tx
        self._orang = orang
        self._kini = kini
        self.pengaturan = pengaturan
        pelaku = Pelaku(orang.id, kanal, kini)
        self.jejak = JejakQ(tx, pelaku)
        self.kegiatan = KegiatanQ(tx, pelaku, self.jejak, orang.zona)
        self.kabar = KabarQ(tx, kini)
        self.orang = OrangQ(tx)
        self.percakapan = PercakapanQ(tx)
        self.wilayah = WilayahQ(tx)

    def savepoint(self) -> AbstractContextManager[None]:
        return self._tx.savepoint()

    @cached_property
    def lingkup(self) -> Lingkup:
        """What the person's assignments in force open, today."""
        return LingkupQ(self._tx).untuk(self._orang.id, self._orang.hari_ini(self._kini))

    def dampingan(self) -> list[Wilayah]:
        """Villages that the person's assignments in force cover, by code."""
        return self.wilayah.di_bawah(self.lingkup.dampingan)

    def kecamatan_binaan(self) -> list[Wilayah]:
        """Known kecamatan that the person coordinates, by code: a level above has confirmed that assignment."""
        akar = {t.wilayah for t in self.lingkup.tugas if t.disahkan and t.peran in KOORDINATOR}
        return self.wilayah.di_bawah(akar, KECAMATAN)
