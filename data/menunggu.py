"""Entries of those below that nobody has approved yet, of this month and the last: older ones are paid and done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from data.bawahan import catatan_bawahan, tempat
from data.lingkup import Lingkup
from data.pemeriksaan import KOLOM_K, Catatan, catatan_dari
from data.store import Param, Tx
from data.tim import PANJANG_KODE


@dataclass(frozen=True)
class Tumpukan:
    """How many entries wait in one place, or of one person."""

    kunci: str
    """A place's code, or a person's id."""
    nama: str
    jumlah: int


class MenungguQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self.sejak = (hari.replace(day=1) - timedelta(days=1)).replace(day=1)
        boleh, params = catatan_bawahan(lingkup, hari)
        self._sql = f"k.dihapus IS NULL AND k.periksa IN ('', 'diperbaiki') AND k.tanggal >= ? AND {boleh}"
        self._params: list[Param] = [self.sejak.isoformat(), *params]

    def jumlah(self, di: str = "", orang_id: int = 0) -> int:
        sql, params = self._saring(di, orang_id)
        row = self._tx.one(f"SELECT COUNT(*) AS n FROM kegiatan k WHERE {sql}", params)
        return int(row["n"]) if row else 0

    def daftar(self, di: str = "", orang_id: int = 0, *, mulai: int = 0, batas: int = 10) -> list[Catatan]:
        """The newest day first."""
        sql, params = self._saring(di, orang_id)
        rows = self._tx.all(
            f"SELECT {KOLOM_K}, o.nama AS penulis FROM kegiatan k JOIN orang o ON o.id = k.orang_id WHERE {sql} "
            "ORDER BY k.tanggal DESC, k.id DESC LIMIT ? OFFSET ?",
            [*params, batas, mulai],
        )
        return [catatan_dari(row) for row in rows]

    def sehari(self, orang_id: int, tanggal: date) -> list[Catatan]:
        """A person's waiting entries of one day, by hour."""
        sql, params = self._saring("", orang_id)
        rows = self._tx.all(
            f"SELECT {KOLOM_K}, o.nama AS penulis FROM kegiatan k JOIN orang o ON o.id = k.orang_id WHERE {sql} "
            "AND k.tanggal = ? ORDER BY k.jam, k.id",
            [*params, tanggal.isoformat()],
        )
        return [catatan_dari(row) for row in rows]

    def per_wilayah(self, di: str, tingkat: int) -> list[Tumpukan]:
        """By code; an entry of a larger place stands under that place."""
        sql, params = self._saring(di, 0)
        rows = self._tx.all(
            "SELECT kode, COUNT(*) AS n FROM "
            f"(SELECT SUBSTR(k.desa, 1, {PANJANG_KODE[tingkat]}) AS kode FROM kegiatan k WHERE {sql}) AS s "
            "GROUP BY kode ORDER BY kode",
            params,
        )
        return [Tumpukan(row["kode"], "", int(row["n"])) for row in rows]

    def per_orang(self, di: str, tanggal: date, *, minimal: int = 2, batas: int = 3) -> list[Tumpukan]:
        """Those with several that day, the most first."""
        sql, params = self._saring(di, 0)
        rows = self._tx.all(
            "SELECT k.orang_id, o.nama, COUNT(*) AS n FROM kegiatan k JOIN orang o ON o.id = k.orang_id "
            f"WHERE {sql} AND k.tanggal = ? GROUP BY k.orang_id, o.nama HAVING COUNT(*) >= ? "
            "ORDER BY n DESC, k.orang_id LIMIT ?",
            [*params, tanggal.isoformat(), minimal, batas],
        )
        return [Tumpukan(str(row["orang_id"]), row["nama"], int(row["n"])) for row in rows]

    def tiap_orang(self, di: str) -> dict[int, int]:
        """How many there are of each person, in that place."""
        sql, params = self._saring(di, 0)
        rows = self._tx.all(f"SELECT k.orang_id, COUNT(*) AS n FROM kegiatan k WHERE {sql} GROUP BY k.orang_id", params)
        return {int(row["orang_id"]): int(row["n"]) for row in rows}

    def _saring(self, di: str, orang_id: int) -> tuple[str, list[Param]]:
        sql, params = self._sql, list(self._params)
        if di:
            di_sana, letak = tempat("k.desa", di)
            sql, params = f"{sql} AND {di_sana}", [*params, *letak]
        if orang_id:
            sql, params = f"{sql} AND k.orang_id = ?", [*params, orang_id]
        return sql, params
