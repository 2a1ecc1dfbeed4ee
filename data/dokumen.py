"""Documents that a person sent: each their own, in the folder of pictures, for a day unless something keeps it.

The row comes before the file and goes after it: no file is ever without a row that will clear it. The same content may
be several people's; the file goes with the last row that names it.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.media import Gudang
from data.pengaturan import Pengaturan
from data.store import Row, Tx

UMUR = 86_400
"""Seconds that a document waits for what it was sent for."""
SEKALI = 100
"""Files cleared in one transaction."""


class DokumenHilang(LookupError):
    """It is not theirs, or cleared already."""


@dataclass(frozen=True)
class DokumenTersimpan:
    sidik: str
    nama: str
    mime: str
    ukuran: int
    guna: str
    """What keeps it ('templat:laporan'); '' nothing does."""
    dibuat: int
    hapus: int | None
    """When it is cleared; None while it is kept."""


class DokumenQ:
    """One person's. Somebody else's is not there."""

    def __init__(self, tx: Tx, orang_id: int, kini: int, pengaturan: Pengaturan) -> None:
        self._tx = tx
        self._orang_id = orang_id
        self._kini = kini
        self._folder = pengaturan.media

    def terima(self, sidik: str, nama: str, mime: str, ukuran: int) -> None:
        """Before its file is written. Sent again it waits anew; one that is kept stays kept, by its first name."""
        self._tx.lock(f"dokumen:{sidik}")
        self._tx.run(
            "INSERT INTO dokumen (orang_id, sidik, nama, mime, ukuran, dibuat, hapus) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (orang_id, sidik) DO UPDATE SET "
            "nama = CASE WHEN dokumen.hapus IS NULL THEN dokumen.nama ELSE excluded.nama END, "
            "hapus = CASE WHEN dokumen.hapus IS NULL THEN dokumen.hapus ELSE excluded.hapus END",
            (self._orang_id, sidik, nama, mime, ukuran, self._kini, self._kini + UMUR),
        )

    def satu(self, sidik: str) -> DokumenTersimpan | None:
        row = self._tx.one(
            "SELECT * FROM dokumen WHERE orang_id = ? AND sidik = ? AND (hapus IS NULL OR hapus > ?)",
            (self._orang_id, sidik, self._kini),
        )
        return None if row is None else _dokumen(row)

    def ada(self, sidik: str) -> bool:
        return self.satu(sidik) is not None

    def berawalan(self, awal: str) -> DokumenTersimpan | None:
        """The newest whose SHA-256 begins so."""
        row = self._tx.one(
            "SELECT * FROM dokumen WHERE orang_id = ? AND substr(sidik, 1, ?) = ? AND (hapus IS NULL OR hapus > ?) "
            "ORDER BY dibuat DESC, id DESC LIMIT 1",
            (self._orang_id, len(awal), awal, self._kini),
        )
        return None if row is None else _dokumen(row)

    def dari(self, guna: str) -> DokumenTersimpan | None:
        """The one that is kept for that."""
        row = self._tx.one("SELECT * FROM dokumen WHERE orang_id = ? AND guna = ?", (self._orang_id, guna))
        return None if row is None else _dokumen(row)

    def semua(self) -> list[DokumenTersimpan]:
        rows = self._tx.all(
            "SELECT * FROM dokumen WHERE orang_id = ? AND (hapus IS NULL OR hapus > ?) ORDER BY dibuat, id",
            (self._orang_id, self._kini),
        )
        return [_dokumen(row) for row in rows]

    def isi(self, sidik: str) -> bytes:
        """Raises `DokumenHilang`."""
        if self._folder is None or not self.ada(sidik):
            raise DokumenHilang(sidik)
        try:
            return Gudang(self._folder).jalur(sidik).read_bytes()
        except FileNotFoundError:
            raise DokumenHilang(sidik) from None

    def simpan(self, sidik: str, guna: str) -> None:
        """Keep it, in the place of what was kept for that before. Raises `DokumenHilang`."""
        dapat = self._tx.run(
            "UPDATE dokumen SET guna = ?, hapus = NULL "
            "WHERE orang_id = ? AND sidik = ? AND (hapus IS NULL OR hapus > ?)",
            (guna, self._orang_id, sidik, self._kini),
        )
        if not dapat:
            raise DokumenHilang(sidik)
        self._tx.run(
            "UPDATE dokumen SET guna = '', hapus = ? WHERE orang_id = ? AND guna = ? AND sidik <> ?",
            (self._kini, self._orang_id, guna, sidik),
        )

    def lepas(self, guna: str) -> bool:
        """What was kept for that is cleared; False when nothing was."""
        return bool(
            self._tx.run(
                "UPDATE dokumen SET guna = '', hapus = ? WHERE orang_id = ? AND guna = ?",
                (self._kini, self._orang_id, guna),
            )
        )

    def buang(self, sidik: str) -> None:
        """It is done with: gone from here now, and from the disk within a minute. What is kept stays."""
        self._tx.run(
            "UPDATE dokumen SET hapus = ? WHERE orang_id = ? AND sidik = ? AND hapus IS NOT NULL",
            (self._kini, self._orang_id, sidik),
        )


def lupakan_dokumen(tx: Tx, orang_id: int, kini: int) -> None:
    """All of theirs: nameless now, and off the disk with what is cleared next."""
    tx.run("UPDATE dokumen SET nama = '', guna = '', hapus = ? WHERE orang_id = ?", (kini, orang_id))


def bersihkan(tx: Tx, gudang: Gudang, kini: int) -> int:
    """What is due: its file first, in the same transaction, so that a crash between the two only does it again.

    How many rows; `SEKALI`: there may be more.
    """
    rows = tx.all(
        "SELECT id, sidik FROM dokumen WHERE hapus IS NOT NULL AND hapus <= ? ORDER BY hapus, id LIMIT ?",
        (kini, SEKALI),
    )
    for sidik in sorted({str(row["sidik"]) for row in rows}):
        tx.lock(f"dokumen:{sidik}")
    for row in rows:
        # Once more: what was sent again before we had the lock is not due.
        if tx.run("DELETE FROM dokumen WHERE id = ? AND hapus IS NOT NULL AND hapus <= ?", (row["id"], kini)):
            _buang_berkas(tx, gudang, str(row["sidik"]))
    return len(rows)


def _buang_berkas(tx: Tx, gudang: Gudang, sidik: str) -> None:
    masih = tx.one(
        "SELECT 1 AS ada WHERE EXISTS (SELECT 1 FROM dokumen WHERE sidik = ?) "
        "OR EXISTS (SELECT 1 FROM media WHERE sidik = ?)",
        (sidik, sidik),
    )
    if masih is None:
        gudang.sapu(sidik)  # its row is written before the file is, so nobody is writing it


def _dokumen(row: Row) -> DokumenTersimpan:
    return DokumenTersimpan(
        sidik=str(row["sidik"]),
        nama=str(row["nama"]),
        mime=str(row["mime"]),
        ukuran=int(row["ukuran"]),
        guna=str(row["guna"]),
        dibuat=int(row["dibuat"]),
        hapus=None if row["hapus"] is None else int(row["hapus"]),
    )
