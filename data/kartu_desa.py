"""A card that each village has once: BUM Desa, KDMP. Read where the scope allows, changed by those who work there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup
from data.pencarian import Indeks
from data.store import Row, Tx

SEKALIGUS = 500
"""Codes of one statement."""


@dataclass(frozen=True)
class Perubahan:
    """One line of a card's history."""

    waktu: int
    nama: str
    kolom: str
    sebelum: str
    sesudah: str
    """'' where it was emptied, or where who wrote it has been erased."""


class KartuDesaQ:
    tabel = ""
    kolom: tuple[str, ...] = ()
    """What `ubah` may change."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    def boleh(self, desa: str) -> bool:
        """Whether the person may change this village's card: a confirmed pendamping there."""
        return self._lingkup.boleh_mendampingi(desa)

    def ubah(self, desa: str, nilai: dict[str, str | int | None]) -> bool:
        """Each value that is another goes into the trail. False when nothing is, or it is not theirs to change."""
        if asing := nilai.keys() - set(self.kolom):
            raise ValueError(f"{self.tabel} has no column {sorted(asing)} to change")
        if not self.boleh(desa):
            return False
        self._tx.lock(f"{self.tabel}:{desa}")
        row = self._pastikan(desa)
        baru = {kunci: isi for kunci, isi in nilai.items() if row[kunci] != isi}
        for kunci, isi in baru.items():
            self._pasang(int(row["id"]), kunci, row[kunci], isi)
        self._segarkan(int(row["id"]))
        return bool(baru)

    def _segarkan(self, id_: int) -> None:
        """What /cari finds it by."""
        Indeks(self._tx).segarkan([(self.tabel, id_)])

    def riwayat(self, desa: str, *, batas: int = 30) -> list[Perubahan]:
        """Every change, the latest first; empty outside the scope."""
        if not self._lingkup.boleh_baca(desa):
            return []
        rows = self._tx.all(
            "SELECT j.waktu, o.nama, j.kolom, j.sebelum, j.sesudah FROM jejak j JOIN orang o ON o.id = j.orang_id "
            f"WHERE j.tabel = ? AND j.apa = 'ubah' AND j.baris_id = (SELECT k.id FROM {self.tabel} k "
            "WHERE k.desa = ?) ORDER BY j.id DESC LIMIT ?",
            (self.tabel, desa, batas),
        )
        return [Perubahan(int(r["waktu"]), r["nama"], r["kolom"], r["sebelum"] or "", r["sesudah"] or "") for r in rows]

    def _baris(self, desa: Collection[str]) -> dict[str, Row]:
        """By village, of those that may be read and have a row."""
        boleh = sorted(kode for kode in desa if self._lingkup.boleh_baca(kode))
        hasil: dict[str, Row] = {}
        for n in range(0, len(boleh), SEKALIGUS):
            bagian: Sequence[str] = boleh[n : n + SEKALIGUS]
            tanda = ", ".join("?" * len(bagian))
            rows = self._tx.all(f"SELECT * FROM {self.tabel} WHERE desa IN ({tanda})", bagian)
            hasil |= {row["desa"]: row for row in rows}
        return hasil

    def _pastikan(self, desa: str) -> Row:
        """The village's row; one of nothing where there was none."""
        p = self._pelaku
        self._tx.run(
            f"INSERT INTO {self.tabel} (desa, oleh, dibuat, diubah) VALUES (?, ?, ?, ?) ON CONFLICT (desa) DO NOTHING",
            (desa, p.orang_id, p.kini, p.kini),
        )
        row = self._tx.one(f"SELECT * FROM {self.tabel} WHERE desa = ?", (desa,))
        assert row is not None
        return row

    def _pasang(self, id_: int, kolom: str, sebelum: Any, sesudah: str | int | None) -> None:
        p = self._pelaku
        self._tx.run(
            f"UPDATE {self.tabel} SET {kolom} = ?, oleh = ?, diubah = ? WHERE id = ?",
            (sesudah, p.orang_id, p.kini, id_),
        )
        self._jejak.tulis(
            "ubah", self.tabel, id_,
            kolom=kolom, sebelum=_teks(sebelum), sesudah=_teks(sesudah),
        )  # fmt: skip


def _teks(nilai: Any) -> str | None:
    return None if nilai is None else str(nilai)
