"""What a conversation may know and do, for the one person who acts. Scope is computed here and nowhere else."""

from __future__ import annotations

from contextlib import AbstractContextManager

from data.jejak import JejakQ, Pelaku
from data.kegiatan import KegiatanQ
from data.orang import Orang, OrangQ
from data.pengaturan import Pengaturan
from data.percakapan import PercakapanQ
from data.store import Tx
from data.wilayah import Wilayah, WilayahQ


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
        self.orang = OrangQ(tx)
        self.percakapan = PercakapanQ(tx)
        self.wilayah = WilayahQ(tx)

    def savepoint(self) -> AbstractContextManager[None]:
        return self._tx.savepoint()

    def dampingan(self) -> list[Wilayah]:
        """Villages that the person's assignments in force cover, by code."""
        hari = self._orang.hari_ini(self._kini).isoformat()
        rows = self._tx.all(
            "SELECT DISTINCT wilayah FROM penugasan WHERE orang_id = ? AND peran <> 'warga' AND dari <= ? "
            "AND (sampai IS NULL OR sampai >= ?)",
            (self._orang.id, hari, hari),
        )
        return self.wilayah.di_bawah(row["wilayah"] for row in rows)
