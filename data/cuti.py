"""Leave: from when to when, and who is to act meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup, LingkupQ
from data.orang import PENDAMPING
from data.penugasan import SEHARI, tutup
from data.rekan import RekanQ
from data.store import Row, Tx

KOLOM = "c.id, c.orang_id, c.dari, c.sampai, c.alasan, c.pengganti"
PALING_LAMA = 90
"""Days of one leave, both ends counted."""


@dataclass(frozen=True)
class Cuti:
    id: int
    orang_id: int
    dari: date
    sampai: date
    """Included."""
    alasan: str
    pengganti: int | None
    """Whom they would like to act for them; appointed by the level above (`PenugasanQ.gantikan`)."""


def sedang_cuti(tx: Tx, orang_id: int, tanggal: date) -> bool:
    hari = tanggal.isoformat()
    row = tx.one(
        "SELECT 1 AS ya FROM cuti WHERE orang_id = ? AND dibatalkan IS NULL AND sampai >= ? AND dari <= ?",
        (orang_id, hari, hari),
    )
    return row is not None


class CutiQ:
    """Own leaves; those of the people below for whoever is above them."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    def sedang_cuti(self, tanggal: date) -> bool:
        """Whether the person is on leave that day."""
        return sedang_cuti(self._tx, self._pelaku.orang_id, tanggal)

    def daftar(self) -> list[Cuti]:
        """Own leaves that are under way or to come, the nearest first."""
        return self._milik(self._pelaku.orang_id, self._hari)

    def bertumpuk(self, dari: date, sampai: date) -> Cuti | None:
        """Own leave that has a day in common with these."""
        return next((c for c in self._milik(self._pelaku.orang_id, dari) if c.dari <= sampai), None)

    def ajukan(self, dari: date, sampai: date, alasan: str, pengganti: int | None) -> Cuti:
        """Raises ValueError for days that are no leave, LookupError for somebody who is no colleague."""
        lama = (sampai - dari).days + 1
        if not 1 <= lama <= PALING_LAMA or dari < self._hari or self.bertumpuk(dari, sampai):
            raise ValueError(f"no leave from {dari} to {sampai}")
        if pengganti is not None and pengganti not in {
            id_ for id_, _ in RekanQ(self._tx, self._lingkup, self._hari).semua()
        }:
            raise LookupError(f"no colleague {pengganti}")
        row = self._tx.one(
            "INSERT INTO cuti (orang_id, dari, sampai, alasan, pengganti, dibuat) VALUES (?, ?, ?, ?, ?, ?) "
            "RETURNING id",
            (self._pelaku.orang_id, dari.isoformat(), sampai.isoformat(), alasan, pengganti, self._pelaku.kini),
        )
        assert row is not None
        self._jejak.tulis("cuti", "cuti", int(row["id"]), sesudah=f"{dari} {sampai}")
        return Cuti(int(row["id"]), self._pelaku.orang_id, dari, sampai, alasan, pengganti)

    def batalkan(self, cuti: Cuti) -> list[int]:
        """Own leave: days gone by remain leave. Who acted meanwhile acts no longer; their ids."""
        if cuti.orang_id != self._pelaku.orang_id:
            raise LookupError(f"no leave {cuti.id} of this person")
        kemarin = self._hari - SEHARI
        if cuti.dari < self._hari:
            self._tx.run("UPDATE cuti SET sampai = ? WHERE id = ?", (kemarin.isoformat(), cuti.id))
        else:
            self._tx.run("UPDATE cuti SET dibatalkan = ? WHERE id = ?", (self._pelaku.kini, cuti.id))
        self._jejak.tulis("batal", "cuti", cuti.id, sebelum=f"{cuti.dari} {cuti.sampai}")
        wakil = LingkupQ(self._tx).wakil(cuti.orang_id, max(cuti.dari, self._hari), cuti.sampai)
        for satu in wakil:
            tutup(self._tx, self._jejak, satu, kemarin)
        return sorted({satu.orang_id for satu in wakil})

    def terbina(self) -> list[tuple[Cuti, str]]:
        """Leaves under way or to come of the people below, with their names, the nearest first."""
        orang = {
            t.orang_id
            for t in LingkupQ(self._tx).terbina(self._lingkup, self._hari)
            if t.disahkan and t.untuk is None and t.peran in PENDAMPING
        }
        rows = self._tx.all(
            f"SELECT {KOLOM}, o.nama FROM cuti c JOIN orang o ON o.id = c.orang_id WHERE c.dibatalkan IS NULL "
            "AND c.sampai >= ? ORDER BY c.dari, c.id",
            (self._hari.isoformat(),),
        )
        return [(_cuti(row), row["nama"]) for row in rows if int(row["orang_id"]) in orang]

    def _milik(self, orang_id: int, sejak: date) -> list[Cuti]:
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM cuti c WHERE c.orang_id = ? AND c.dibatalkan IS NULL AND c.sampai >= ? "
            "ORDER BY c.dari, c.id",
            (orang_id, sejak.isoformat()),
        )
        return [_cuti(row) for row in rows]


def _cuti(row: Row) -> Cuti:
    return Cuti(
        int(row["id"]),
        int(row["orang_id"]),
        date.fromisoformat(row["dari"]),
        date.fromisoformat(row["sampai"]),
        row["alasan"],
        None if row["pengganti"] is None else int(row["pengganti"]),
    )
