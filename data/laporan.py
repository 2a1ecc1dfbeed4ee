"""The monthly visit report: what its author typed for it beside the entries, and which pictures they chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import msgspec

from data.jejak import JejakQ, Pelaku
from data.lingkup import LingkupQ, Penugasan
from data.orang import PENDAMPING
from data.store import Tx

BAGIAN = ("tujuan", "tindak_lanjut", "rekomendasi")
"""What may be typed for a report; also the question keys."""


class PilihanFoto(NamedTuple):
    nomor: str
    """Of the entry, 'K-2611-0042'."""
    sidik: str
    dipakai: bool


@dataclass(frozen=True)
class Laporan:
    isian: dict[str, str] = field(default_factory=dict)
    """By part; a part that is not there is empty."""
    foto: tuple[PilihanFoto, ...] | None = None
    """Every picture there was when they chose; None: they have not chosen yet."""


class LaporanQ:
    """One's own and nobody else's. A month is '2026-11'."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak

    def ambil(self, bulan: str) -> Laporan:
        row = self._tx.one(
            "SELECT isian, foto FROM laporan WHERE orang_id = ? AND bulan = ?", (self._pelaku.orang_id, bulan)
        )
        if row is None:
            return Laporan()
        foto = None if row["foto"] is None else msgspec.json.decode(row["foto"], type=tuple[PilihanFoto, ...])
        return Laporan(msgspec.json.decode(row["isian"], type=dict[str, str]), foto)

    def isi(self, bulan: str, bagian: str, teks: str) -> None:
        """'' empties it."""
        if bagian not in BAGIAN:
            raise ValueError(f"no part {bagian} of a report")
        id_ = self._wajib(bulan)
        isian = self.ambil(bulan).isian
        lama = isian.pop(bagian, "")
        if lama == teks:
            return
        if teks:
            isian[bagian] = teks
        self._tx.run(
            "UPDATE laporan SET isian = ?, diubah = ? WHERE id = ?",
            (msgspec.json.encode(isian).decode(), self._pelaku.kini, id_),
        )
        self._jejak.tulis("ubah", "laporan", id_, kolom=bagian, sebelum=lama or None, sesudah=teks or None)

    def pilih(self, bulan: str, foto: Sequence[PilihanFoto] | None) -> None:
        """None: as if they had never chosen."""
        isi = None if foto is None else msgspec.json.encode(foto).decode()
        self._tx.run(
            "UPDATE laporan SET foto = ?, diubah = ? WHERE id = ?", (isi, self._pelaku.kini, self._wajib(bulan))
        )

    def tugas(self, dari: date, sampai: date) -> list[Penugasan]:
        """Own assignments as a pendamping on any of these days, both included, by age."""
        return [
            t
            for t in LingkupQ(self._tx).riwayat(self._pelaku.orang_id)
            if t.peran in PENDAMPING
            and t.dari <= sampai.isoformat()
            and (t.sampai is None or t.sampai >= dari.isoformat())
            and (t.sampai is None or t.sampai >= t.dari)
        ]

    def _wajib(self, bulan: str) -> int:
        p = self._pelaku
        row = self._tx.one(
            "INSERT INTO laporan (orang_id, bulan, dibuat, diubah) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (orang_id, bulan) DO UPDATE SET diubah = laporan.diubah RETURNING id",
            (p.orang_id, bulan, p.kini, p.kini),
        )
        assert row is not None
        return int(row["id"])
