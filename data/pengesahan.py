"""Assignments as trust goes: one's own word, confirmed by the level above, or ended because it was not."""

from __future__ import annotations

from datetime import date, timedelta

from data.jejak import JejakQ
from data.lingkup import SEMUA_WILAYAH
from data.store import Row, Tx
from data.wilayah import WilayahQ


class PengesahanQ:
    def __init__(self, tx: Tx, jejak: JejakQ) -> None:
        self._tx = tx
        self._jejak = jejak

    def disahkan(self, orang_id: int, peran: str, kode: str, hari: date) -> bool:
        """Whether the person has exactly this assignment that day, confirmed."""
        row = self._berlaku(orang_id, peran, kode, hari)
        return row is not None and bool(row["disahkan"])

    def usulkan(self, orang_id: int, peran: str, kode: str, hari: date) -> None:
        """The person's own word; nothing where they have the assignment already."""
        if self._berlaku(orang_id, peran, kode, hari) is None:
            self._jejak.tulis("usul", "penugasan", self._pasang(orang_id, peran, kode, hari, None), sesudah=peran)

    def sahkan(self, orang_id: int, peran: str, kode: str, hari: date, oleh: int | None) -> None:
        """In force from `hari` on, confirmed by `oleh` (None: the operator); their own word for it becomes that."""
        lama = self._berlaku(orang_id, peran, kode, hari)
        if lama is None:
            self._jejak.tulis(
                "tugaskan", "penugasan", self._pasang(orang_id, peran, kode, hari, oleh, 1), sesudah=peran
            )
        elif not lama["disahkan"]:
            self._kenalkan(kode)
            self._tx.run("UPDATE penugasan SET disahkan = 1, oleh = ? WHERE id = ?", (oleh, lama["id"]))
            self._jejak.tulis("sahkan", "penugasan", int(lama["id"]), kolom="disahkan", sebelum="0", sesudah="1")

    def akhiri_usulan(self, orang_id: int, peran: str, kode: str, hari: date, alasan: str) -> None:
        """What nobody confirmed is over, from `hari` on; what somebody did confirm stays."""
        lama = self._berlaku(orang_id, peran, kode, hari)
        if lama is not None and not lama["disahkan"]:
            sampai = (hari - timedelta(days=1)).isoformat()
            self._tx.run("UPDATE penugasan SET sampai = ? WHERE id = ?", (sampai, lama["id"]))
            self._jejak.tulis("akhiri", "penugasan", int(lama["id"]), kolom="sampai", sesudah=sampai, alasan=alasan)

    def _berlaku(self, orang_id: int, peran: str, kode: str, hari: date) -> Row | None:
        """Their own: acting there for somebody who is away is another thing."""
        return self._tx.one(
            "SELECT id, disahkan FROM penugasan WHERE orang_id = ? AND peran = ? AND wilayah = ? AND untuk IS NULL "
            "AND dari <= ? AND (sampai IS NULL OR sampai >= ?) ORDER BY disahkan DESC, id LIMIT 1",
            (orang_id, peran, kode, hari.isoformat(), hari.isoformat()),
        )

    def _pasang(self, orang_id: int, peran: str, kode: str, hari: date, oleh: int | None, disahkan: int = 0) -> int:
        """The row's id. One that began today and was ended today goes on."""
        self._kenalkan(kode)
        row = self._tx.one(
            "INSERT INTO penugasan (orang_id, peran, wilayah, dari, disahkan, oleh) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (orang_id, peran, wilayah, dari) DO UPDATE SET sampai = NULL, "
            "untuk = NULL, disahkan = excluded.disahkan, oleh = excluded.oleh RETURNING id",
            (orang_id, peran, kode, hari.isoformat(), disahkan, oleh),
        )
        assert row is not None
        if kode != SEMUA_WILAYAH:
            self._tx.run(
                "UPDATE orang SET zona = (SELECT zona FROM wilayah WHERE kode = ?) WHERE id = ?", (kode, orang_id)
            )
        return int(row["id"])

    def _kenalkan(self, kode: str) -> None:
        if kode != SEMUA_WILAYAH:
            WilayahQ(self._tx).kenalkan_isi(kode)
