"""What was done in a village, by whomever: read by those whose confirmed assignment opens it, changed by nobody here.

So a successor reads what came before, and a coordinator what is done below.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.kegiatan import FIELDS, FotoKegiatan, Kegiatan, kegiatan_dari
from data.lingkup import Lingkup, syarat
from data.store import Row, Tx

KOLOM = ", ".join(f"k.{nama}" for nama in FIELDS)


@dataclass(frozen=True)
class Ditulis:
    """An entry and the name of whoever wrote it."""

    kegiatan: Kegiatan
    oleh: str


class RiwayatDesaQ:
    """Everything outside the person's scope is as if it were not there."""

    def __init__(self, tx: Tx, lingkup: Lingkup) -> None:
        self._tx = tx
        self._lingkup = lingkup

    def rentang(self, kode: str, dari: date, sampai: date, *, batas: int, lewati: int = 0) -> list[Ditulis]:
        """Entries at that place (not of what lies in it), the latest first."""
        if not self._lingkup.boleh_baca(kode):
            return []
        rows = self._tx.all(
            f"SELECT {KOLOM}, o.nama AS penulis FROM kegiatan k JOIN orang o ON o.id = k.orang_id WHERE k.desa = ? "
            "AND k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ? ORDER BY k.tanggal DESC, k.jam DESC, k.id DESC "
            "LIMIT ? OFFSET ?",
            (kode, dari.isoformat(), sampai.isoformat(), batas, lewati),
        )
        return [_ditulis(row) for row in rows]

    def jumlah(self, kode: str, dari: date, sampai: date) -> int:
        if not self._lingkup.boleh_baca(kode):
            return 0
        row = self._tx.one(
            "SELECT COUNT(*) AS n FROM kegiatan WHERE desa = ? AND dihapus IS NULL AND tanggal BETWEEN ? AND ?",
            (kode, dari.isoformat(), sampai.isoformat()),
        )
        return int(row["n"]) if row else 0

    def bulan_terisi(self, kode: str, batas: int = 4) -> list[str]:
        """'2026-11', the latest first."""
        if not self._lingkup.boleh_baca(kode):
            return []
        rows = self._tx.all(
            "SELECT DISTINCT SUBSTR(tanggal, 1, 7) AS bulan FROM kegiatan WHERE desa = ? AND dihapus IS NULL "
            "ORDER BY bulan DESC LIMIT ?",
            (kode, batas),
        )
        return [row["bulan"] for row in rows]

    def ambil(self, nomor: str) -> Ditulis | None:
        di_sana, params = syarat("k.desa", self._lingkup.baca)
        row = self._tx.one(
            f"SELECT {KOLOM}, o.nama AS penulis FROM kegiatan k JOIN orang o ON o.id = k.orang_id "
            f"WHERE k.nomor = ? AND k.dihapus IS NULL AND {di_sana}",
            (nomor.upper(), *params),
        )
        return None if row is None else _ditulis(row)

    def foto(self, satu: Ditulis) -> list[FotoKegiatan]:
        if not self._lingkup.boleh_baca(satu.kegiatan.desa):
            return []
        rows = self._tx.all(
            "SELECT sidik, waktu FROM kegiatan_foto WHERE kegiatan_id = ? ORDER BY urutan", (satu.kegiatan.id,)
        )
        return [FotoKegiatan(row["sidik"], int(row["waktu"])) for row in rows]


def _ditulis(row: Row) -> Ditulis:
    return Ditulis(kegiatan_dari(row), row["penulis"])
