"""Tasks: given to several people below, with a day; how each of them stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.jejak import JejakQ, Pelaku
from data.nomor import nomor_baru
from data.store import Row, Tx

BARU, DIKERJAKAN, SELESAI, TERKENDALA = "baru", "dikerjakan", "selesai", "terkendala"
KOLOM = "t.id, t.nomor, t.judul, t.tenggat, t.oleh, o.nama AS pemberi, t.dibuat, t.ditutup"
Hasil = Literal["tersimpan", "sama", "ditutup"]


@dataclass(frozen=True)
class Tugas:
    id: int
    nomor: str
    judul: str
    tenggat: str
    """ISO date."""
    oleh: int
    pemberi: str
    dibuat: int
    ditutup: int | None


@dataclass(frozen=True)
class Bagian:
    """One person's part of a task."""

    orang_id: int
    nama: str
    status: str
    catatan: str
    bertugas: bool
    """Whether any assignment of theirs is in force; of others nothing is awaited."""


class TugasQ:
    """The tasks that the person who acts was given, or gave."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._hari = hari

    def beri(self, judul: str, tenggat: date, untuk: Collection[int], percakapan_id: int | None) -> str:
        """Returns the number, 'T-2611-0007'. That they are below is the caller's care."""
        nomor = nomor_baru(self._tx, "T", self._hari)
        p = self._pelaku
        row = self._tx.one(
            "INSERT INTO tugas (nomor, judul, tenggat, oleh, percakapan_id, dibuat) VALUES (?, ?, ?, ?, ?, ?) "
            "RETURNING id",
            (nomor, judul, tenggat.isoformat(), p.orang_id, percakapan_id, p.kini),
        )
        assert row is not None
        for orang_id in dict.fromkeys(untuk):
            self._tx.run(
                "INSERT INTO tugas_orang (tugas_id, orang_id, status, diubah) VALUES (?, ?, ?, ?)",
                (row["id"], orang_id, BARU, p.kini),
            )
        self._jejak.tulis("beri", "tugas", int(row["id"]), sesudah=nomor)
        return nomor

    def ambil(self, nomor: str) -> Tugas | None:
        """None where the person neither gave it nor has a part in it: nobody learns that it exists."""
        id_ = self._pelaku.orang_id
        rows = self._daftar(
            "t.nomor = ? AND (t.oleh = ? OR EXISTS (SELECT 1 FROM tugas_orang x WHERE x.tugas_id = t.id "
            "AND x.orang_id = ?))",
            (nomor.upper(), id_, id_),
        )
        return rows[0] if rows else None

    def milik(self) -> list[tuple[Tugas, str]]:
        """Own open tasks and how they stand, due first."""
        rows = self._tx.all(
            f"SELECT {KOLOM}, s.status FROM tugas_orang s JOIN tugas t ON t.id = s.tugas_id "
            "JOIN orang o ON o.id = t.oleh WHERE s.orang_id = ? AND s.status <> 'selesai' AND t.ditutup IS NULL "
            "ORDER BY t.tenggat, t.id",
            (self._pelaku.orang_id,),
        )
        return [(_tugas(row), row["status"]) for row in rows]

    def diberi(self) -> list[Tugas]:
        """Open tasks that the person gave, due first."""
        return self._daftar("t.oleh = ? AND t.ditutup IS NULL", (self._pelaku.orang_id,))

    def bagian(self, tugas: Tugas) -> list[Bagian]:
        """Everybody's part, by name."""
        hari = self._hari.isoformat()
        rows = self._tx.all(
            "SELECT s.orang_id, o.nama, s.status, s.catatan, CASE WHEN EXISTS (SELECT 1 FROM penugasan p "
            "WHERE p.orang_id = s.orang_id AND p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= ?)) THEN 1 ELSE 0 END "
            "AS bertugas FROM tugas_orang s JOIN orang o ON o.id = s.orang_id WHERE s.tugas_id = ? "
            "ORDER BY LOWER(o.nama), s.orang_id",
            (hari, hari, tugas.id),
        )
        return [Bagian(int(r["orang_id"]), r["nama"], r["status"], r["catatan"], bool(r["bertugas"])) for r in rows]

    def bagian_sendiri(self, tugas: Tugas) -> Bagian | None:
        return next((b for b in self.bagian(tugas) if b.orang_id == self._pelaku.orang_id), None)

    def tandai(self, tugas: Tugas, status: str, catatan: str = "") -> Hasil:
        """One's own part. The same twice is once; of a closed task nothing changes."""
        sebelum = self.bagian_sendiri(tugas)
        if sebelum is None:
            raise LookupError(f"no part in {tugas.nomor}")
        p = self._pelaku
        if not self._tx.run(
            "UPDATE tugas_orang SET status = ?, catatan = ?, diubah = ? WHERE tugas_id = ? AND orang_id = ? "
            "AND (status <> ? OR catatan <> ?) "
            "AND EXISTS (SELECT 1 FROM tugas t WHERE t.id = tugas_id AND t.ditutup IS NULL)",
            (status, catatan, p.kini, tugas.id, p.orang_id, status, catatan),
        ):
            kini = self.ambil(tugas.nomor)  # it may have been closed a moment ago
            return "ditutup" if kini is None or kini.ditutup is not None else "sama"
        self._jejak.tulis(
            "tandai", "tugas", tugas.id, kolom="status", sebelum=sebelum.status, sesudah=status, alasan=catatan or None
        )
        return "tersimpan"

    def tutup(self, tugas: Tugas) -> bool:
        """Only by who gave it. False when it was closed before."""
        return self._ganti(tugas, "tutup", self._pelaku.kini)

    def buka(self, tugas: Tugas) -> bool:
        """Undo `tutup`; False when it is open."""
        return self._ganti(tugas, "buka", None)

    def _ganti(self, tugas: Tugas, apa: str, ditutup: int | None) -> bool:
        semula = "IS NOT NULL" if ditutup is None else "IS NULL"
        if not self._tx.run(
            f"UPDATE tugas SET ditutup = ? WHERE id = ? AND oleh = ? AND ditutup {semula}",
            (ditutup, tugas.id, self._pelaku.orang_id),
        ):
            return False
        self._jejak.tulis(apa, "tugas", tugas.id, sesudah=tugas.nomor)
        return True

    def _daftar(self, syarat: str, params: tuple[str | int, ...]) -> list[Tugas]:
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM tugas t JOIN orang o ON o.id = t.oleh WHERE {syarat} ORDER BY t.tenggat, t.id", params
        )
        return [_tugas(row) for row in rows]


def _tugas(row: Row) -> Tugas:
    return Tugas(**{nama: row[nama] for nama in Tugas.__dataclass_fields__})
