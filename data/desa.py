"""What a conversation may know and do, for the one person who acts. Scope is computed here and nowhere else."""

from __future__ import annotations

from contextlib import AbstractContextManager

from data.jejak import JejakQ, Pelaku
from data.kegiatan import KegiatanQ
from data.orang import KOORDINATOR, Orang, OrangQ
from data.pengaturan import Pengaturan
from data.percakapan import PercakapanQ
from data.store import Tx
from data.wilayah import Wilayah, WilayahQ

BERLAKU = "p.orang_id = ? AND p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= ?)"


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
        rows = self._tx.all(
            f"SELECT DISTINCT p.wilayah FROM penugasan p WHERE {BERLAKU} AND p.peran <> 'warga'", self._hari()
        )
        return self.wilayah.di_bawah(row["wilayah"] for row in rows)

    def kecamatan_binaan(self) -> list[Wilayah]:
        """Known kecamatan that the person coordinates, by code: a level above has confirmed that assignment."""
        rows = self._tx.all(
            "SELECT DISTINCT w.kode, w.nama, w.jalur, w.zona FROM penugasan p "
            "JOIN wilayah w ON w.kode = p.wilayah OR w.kode LIKE p.wilayah || '.%' "
            f"WHERE {BERLAKU} AND p.disahkan = 1 AND p.peran IN ({', '.join('?' * len(KOORDINATOR))}) ORDER BY w.kode",
            (*self._hari(), *KOORDINATOR),
        )
        semua = [Wilayah(row["kode"], row["nama"], row["jalur"], row["zona"]) for row in rows]
        return [w for w in semua if w.kode.count(".") == 2]

    def _hari(self) -> tuple[int, str, str]:
        """What `BERLAKU` asks for: the person, and their own today."""
        hari = self._orang.hari_ini(self._kini).isoformat()
        return self._orang.id, hari, hari
