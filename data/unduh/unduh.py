"""What a person may take with them, sheet by sheet: how many rows there are, and the rows, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from data.blt import Blt, PerubahanBlt, Salur
from data.indeks_desa import StatusDesa
from data.kegiatan import kegiatan_dari
from data.kemandirian.isi import Kemandirian
from data.kemandirian.isi import dari_baris as kemandirian_dari
from data.keputusan_isi import dari_baris as keputusan_dari
from data.lingkup import Lingkup, mencakup
from data.masalah.isi import masalah_dari
from data.musdes.rekaman import musdes_dari
from data.register.isi import Register
from data.register.isi import dari_baris as register_dari
from data.rencana.hitung import hitung
from data.rencana.isi import rencana_dari
from data.store import Row, Tx
from data.unduh import jalan
from data.unduh.alir import baris, halaman, jumlah
from data.unduh.isi import BarisKegiatan, BarisKeputusan, BarisMasalah, BarisMusdes, BarisRencana, BarisSiklus
from data.unduh.saring import Saring

SEMUA = 10**9
RENCANA = 100
"""Plans whose items are held at once."""


class UnduhQ:
    """Outside the person's scope there is nothing. Deleted rows are not there."""

    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self.hari = hari

    @property
    def peminta(self) -> str:
        """The person's own name."""
        row = self._tx.one("SELECT nama FROM orang WHERE id = ?", (self._lingkup.orang_id,))
        return str(row["nama"]) if row else ""

    @property
    def tempat(self) -> set[str]:
        """Places of which something may be there for the person."""
        return self._lingkup.baca | self._lingkup.dampingan

    def boleh(self, kode: str) -> bool:
        return any(mencakup(akar, kode) for akar in self.tempat)

    def jumlah(self, apa: str, s: Saring, batas: int = SEMUA) -> int:
        """`apa` is one of `data.unduh.jalan.JALAN`. Of more than `batas`, some number above it."""
        return jumlah(self._tx, jalan.JALAN[apa](self._lingkup, s), batas)

    def jumlah_register(self, s: Saring) -> dict[str, int]:
        """By kind, those of which there is anything."""
        hasil: dict[str, int] = {}
        for satu in jalan.register(self._lingkup, s):
            sql, params = satu.semua
            for row in self._tx.all(
                f"SELECT r.jenis, COUNT(*) AS n FROM {satu.dari} WHERE {sql} GROUP BY r.jenis", params
            ):
                hasil[row["jenis"]] = hasil.get(row["jenis"], 0) + int(row["n"])
        return hasil

    # -- rows -----------------------------------------------------------------------------------------------------

    def kegiatan(self, s: Saring) -> Iterator[BarisKegiatan]:
        for row in self._baris("kegiatan", s):
            yield BarisKegiatan(kegiatan_dari(row), row["penulis"], int(row["foto"]))

    def musdes(self, s: Saring) -> Iterator[BarisMusdes]:
        for rows in halaman(self._tx, jalan.JALAN["musdes"](self._lingkup, s)):
            desa = self._desa_musdes([int(row["id"]) for row in rows])
            for row in rows:
                yield BarisMusdes(musdes_dari(row), tuple(desa[int(row["id"])]), int(row["putusan"]))

    def keputusan(self, s: Saring) -> Iterator[BarisKeputusan]:
        for row in self._baris("keputusan", s):
            yield BarisKeputusan(keputusan_dari(row), row["nomor_induk"])

    def rencana(self, s: Saring) -> Iterator[BarisRencana]:
        for rows in halaman(self._tx, jalan.rencana(self._lingkup, s)):
            for n in range(0, len(rows), RENCANA):
                bagian = [rencana_dari(row) for row in rows[n : n + RENCANA]]
                maju = hitung(self._tx, bagian, self.hari)
                for satu in bagian:
                    yield BarisRencana(satu, tuple(maju[satu.id]))

    def register(self, jenis: str, s: Saring) -> Iterator[Register]:
        for row in baris(self._tx, jalan.register(self._lingkup, s, jenis)):
            yield register_dari(row)

    def masalah(self, s: Saring) -> Iterator[BarisMasalah]:
        for row in self._baris("masalah", s):
            yield BarisMasalah(masalah_dari(row), row["nama_pj"])

    def blt(self, s: Saring) -> Iterator[Blt]:
        for row in self._baris("blt", s):
            yield Blt(**_kolom(Blt, row))

    def salur(self, s: Saring) -> Iterator[tuple[Salur, int | None]]:
        """With the rupiah a month that were set; None where nothing was."""
        for row in self._baris("salur", s):
            yield Salur(**_kolom(Salur, row)), row["bulanan"]

    def blt_ubah(self, s: Saring) -> Iterator[PerubahanBlt]:
        for row in self._baris("blt_ubah", s):
            yield PerubahanBlt(**_kolom(PerubahanBlt, row))

    def desa(self, apa: str, s: Saring) -> Iterator[list[str]]:
        """Codes of villages that have a card of the kind "bumdes" or "kdmp", some at a time."""
        for rows in halaman(self._tx, jalan.JALAN[apa](self._lingkup, s)):
            yield [row["desa"] for row in rows]

    def kemandirian(self, s: Saring) -> Iterator[Kemandirian]:
        for row in self._baris("kemandirian", s):
            yield kemandirian_dari(row)

    def indeks(self, s: Saring) -> Iterator[StatusDesa]:
        for row in self._baris("indeks", s):
            yield StatusDesa(**_kolom(StatusDesa, row))

    def siklus(self, s: Saring) -> Iterator[BarisSiklus]:
        for row in self._baris("siklus", s):
            yield BarisSiklus(**_kolom(BarisSiklus, row))

    # -- within ---------------------------------------------------------------------------------------------------

    def _baris(self, apa: str, s: Saring) -> Iterator[Row]:
        return baris(self._tx, jalan.JALAN[apa](self._lingkup, s))

    def _desa_musdes(self, ids: Sequence[int]) -> dict[int, list[str]]:
        hasil: dict[int, list[str]] = {id_: [] for id_ in ids}
        for row in self._tx.all(
            f"SELECT musdes_id, desa FROM musdes_desa WHERE musdes_id IN ({', '.join('?' * len(ids))}) ORDER BY desa",
            ids,
        ):
            hasil[int(row["musdes_id"])].append(row["desa"])
        return hasil


def _kolom(tipe: Any, row: Row) -> dict[str, Any]:
    return {f.name: row[f.name] for f in fields(tipe)}
