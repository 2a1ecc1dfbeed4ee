"""The end of a musyawarah: closed, opened again, deleted and brought back, and logged once by each who was there."""

from __future__ import annotations

from data.kegiatan import URUNGKAN
from data.musdes.gabung import Gabung
from data.musdes.rekaman import BERJALAN, SELESAI, Musdes


class Akhir(Gabung):
    def selesai(self, m: Musdes) -> bool:
        """False when it was closed before."""
        return self._status(m, BERJALAN, SELESAI, "tutup")

    def buka(self, m: Musdes) -> bool:
        """Undo `selesai`; False when it is open."""
        return self._status(m, SELESAI, BERJALAN, "buka")

    def hapus(self, m: Musdes, alasan: str = "") -> bool:
        """Its decisions go by `KeputusanQ.hapus_dari`, before. False when it is gone already, or not theirs."""
        if not self.boleh_ubah(m) or not self._tx.run(
            "UPDATE musdes SET dihapus = ? WHERE id = ? AND dihapus IS NULL", (self._pelaku.kini, m.id)
        ):
            return False
        self._jejak.tulis("hapus", "musdes", m.id, sebelum=m.nomor, alasan=alasan or None)
        if self._cari:
            self._cari.buang("musdes", m.id)
        return True

    def terhapus(self, nomor: str) -> Musdes | None:
        """One that was deleted, by its number, where the person may change it."""
        rows = self._daftar("m.nomor = ?", [nomor.upper()], hidup="m.dihapus IS NOT NULL")
        return rows[0] if rows and self.boleh_ubah(rows[0]) else None

    def pulihkan(self, m: Musdes) -> int:
        """When it had been deleted, now that it is back; 0 when that was more than `URUNGKAN` seconds ago."""
        row = self._tx.one(
            "SELECT dihapus FROM musdes WHERE id = ? AND dihapus >= ?", (m.id, self._pelaku.kini - URUNGKAN)
        )
        if row is None or not self.boleh_ubah(m):
            return 0
        self._tx.run("UPDATE musdes SET dihapus = NULL WHERE id = ?", (m.id,))
        self._jejak.tulis("pulihkan", "musdes", m.id, sesudah=m.nomor)
        self._catat_cari(m.id)
        return int(row["dihapus"])

    # -- the same evening as the person's own work ----------------------------------------------------------------

    def tercatat(self, m: Musdes) -> str:
        """Number of the person's own entry of it: made from it, or there at those hours. '' for none."""
        rows = self._tx.all(
            "SELECT nomor, jam, musdes_id FROM kegiatan WHERE orang_id = ? AND dihapus IS NULL AND (musdes_id = ? OR "
            "(musdes_id IS NULL AND tanggal = ? AND desa IN (SELECT desa FROM musdes_desa WHERE musdes_id = ?))) "
            "ORDER BY id",
            (self._pelaku.orang_id, m.id, m.tanggal, m.id),
        )
        return next((r["nomor"] for r in rows if r["musdes_id"] == m.id or _bersamaan(m, r["jam"])), "")

    def tautkan(self, m: Musdes, nomor: str) -> None:
        """The person's own entry `nomor` is of this musyawarah."""
        self._tx.run(
            "UPDATE kegiatan SET musdes_id = ? WHERE nomor = ? AND orang_id = ?", (m.id, nomor, self._pelaku.orang_id)
        )

    def _status(self, m: Musdes, dari: str, ke: str, apa: str) -> bool:
        self._kunci(m)
        if not self._tx.run(
            "UPDATE musdes SET status = ?, diubah = ? WHERE id = ? AND status = ?", (ke, self._pelaku.kini, m.id, dari)
        ):
            return False
        self._jejak.tulis(apa, "musdes", m.id, sesudah=m.nomor)
        return True


def _bersamaan(m: Musdes, jam: str) -> bool:
    """Whether '19:30-22:00' of that day and its hours meet; never while its end is not known."""
    mulai, _, selesai = jam.partition("-")
    a, b = _rentang(mulai, selesai), _rentang(m.mulai, m.selesai or m.mulai)
    return m.selesai is not None and a[0] < b[1] and b[0] < a[1]


def _rentang(mulai: str, selesai: str) -> tuple[str, str]:
    """An end before its start is of the next day, and so after every hour of this one."""
    return mulai, selesai if selesai > mulai else f"9{selesai}"
