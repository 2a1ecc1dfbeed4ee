"""What the level above says of an entry: approved, or back to be corrected.

An entry's `periksa`: '' nobody has said anything; setuju; kembali; diperbaiki: changed since, to be looked at again.
"""

from __future__ import annotations

import zlib
from dataclasses import astuple, dataclass
from datetime import date
from typing import Literal

from data.bawahan import catatan_bawahan
from data.jejak import JejakQ, Pelaku
from data.kegiatan import FIELDS, FotoKegiatan, Isi, Kegiatan, kegiatan_dari
from data.lingkup import Lingkup, LingkupQ
from data.store import Param, Row, Tx

BARU, SETUJU, KEMBALI, DIPERBAIKI = "", "setuju", "kembali", "diperbaiki"
KOLOM_K = ", ".join(f"k.{nama}" for nama in FIELDS)
Hasil = Literal["tersimpan", "sudah", "berubah", "dihapus"]
"""sudah: somebody else was first. berubah: it is no longer what was looked at."""


@dataclass(frozen=True)
class Catatan(Kegiatan):
    """Somebody else's entry, as the level above sees it."""

    penulis: str = ""
    """The writer's name."""


@dataclass(frozen=True)
class Putusan:
    id: int
    oleh: int
    nama: str
    waktu: int
    putusan: str
    kolom: str
    """What is to be corrected, a column of kegiatan; '' where that was not said."""
    alasan: str


class _Berubah(Exception):
    """What is being approved is not what was looked at."""


class PemeriksaanQ:
    """Others' entries only as far as `data.bawahan.catatan_bawahan` lets: of those below, in places one may read."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._hari = hari
        self._boleh, self._params = catatan_bawahan(lingkup, hari)

    # -- reading ----------------------------------------------------------------------------------------------------

    def ambil(self, nomor: str) -> Catatan | None:
        """Also when its writer has deleted it: then `dihapus` says when."""
        satu = self._semua("k.nomor = ?", [nomor.upper()])
        return satu[0] if satu else None

    def milik(self, orang_id: int, dari: date, sampai: date) -> list[Catatan]:
        """A person's entries of those days, by day and hour."""
        return self._semua(
            "k.orang_id = ? AND k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ?",
            [orang_id, dari.isoformat(), sampai.isoformat()],
        )

    def foto(self, catatan: Catatan) -> list[FotoKegiatan]:
        return _foto(self._tx, catatan.id)

    def versi(self, catatan: Catatan) -> str:
        """A short print of what was looked at."""
        return _versi(catatan, self.foto(catatan))

    def terakhir(self, k: Kegiatan) -> Putusan | None:
        """What was said of it last; of one's own entry too."""
        row = self._tx.one(
            "SELECT p.id, p.oleh, o.nama, p.waktu, p.putusan, p.kolom, p.alasan FROM pemeriksaan p "
            "JOIN orang o ON o.id = p.oleh WHERE p.kegiatan_id = ? ORDER BY p.id DESC LIMIT 1",
            (k.id,),
        )
        return None if row is None else Putusan(**{nama: row[nama] for nama in Putusan.__dataclass_fields__})

    def pemeriksa(self, k: Kegiatan) -> int | None:
        """Who looked at it last, if they may still read it: they are told of what becomes of it."""
        putusan = self.terakhir(k)
        if putusan is None or not LingkupQ(self._tx).untuk(putusan.oleh, self._hari).boleh_baca(k.desa):
            return None
        return putusan.oleh

    def perlu_diperbaiki(self) -> list[Kegiatan]:
        """Own entries that came back, the oldest day first."""
        rows = self._tx.all(
            f"SELECT {KOLOM_K} FROM kegiatan k WHERE k.orang_id = ? AND k.periksa = 'kembali' AND k.dihapus IS NULL "
            "ORDER BY k.tanggal, k.jam, k.id",
            (self._pelaku.orang_id,),
        )
        return [kegiatan_dari(row) for row in rows]

    # -- deciding ---------------------------------------------------------------------------------------------------

    def setuju(self, catatan: Catatan, versi: str = "") -> Hasil:
        """Only what was looked at: with `versi` nothing that has changed since."""
        try:
            with self._tx.savepoint():
                if not self._tandai(catatan, SETUJU):
                    return self._kenapa(catatan)
                # Read after the row is ours, so that nobody's change slips in between.
                kini = self.ambil(catatan.nomor)
                if versi and (kini is None or self.versi(kini) != versi):
                    raise _Berubah
        except _Berubah:
            return "berubah"
        self._putuskan(catatan, SETUJU, "", "")
        return "tersimpan"

    def kembalikan(self, catatan: Catatan, kolom: str, alasan: str) -> Hasil:
        if not self._tandai(catatan, KEMBALI):
            return self._kenapa(catatan)
        self._putuskan(catatan, KEMBALI, kolom, alasan)
        return "tersimpan"

    def _tandai(self, catatan: Catatan, status: str) -> bool:
        """Two at once: the second finds it done."""
        return bool(
            self._tx.run(
                "UPDATE kegiatan SET periksa = ? WHERE id = ? AND periksa <> ? AND dihapus IS NULL",
                (status, catatan.id, status),
            )
        )

    def _kenapa(self, catatan: Catatan) -> Hasil:
        kini = self.ambil(catatan.nomor)
        return "dihapus" if kini is None or kini.dihapus is not None else "sudah"

    def _putuskan(self, catatan: Catatan, putusan: str, kolom: str, alasan: str) -> None:
        self._tx.run(
            "INSERT INTO pemeriksaan (kegiatan_id, oleh, waktu, putusan, kolom, alasan) VALUES (?, ?, ?, ?, ?, ?)",
            (catatan.id, self._pelaku.orang_id, self._pelaku.kini, putusan, kolom, alasan),
        )
        self._jejak.tulis(putusan, "kegiatan", catatan.id, kolom=kolom or None, alasan=alasan or None)

    def _semua(self, syarat: str, params: list[Param]) -> list[Catatan]:
        rows = self._tx.all(
            f"SELECT {KOLOM_K}, o.nama AS penulis FROM kegiatan k JOIN orang o ON o.id = k.orang_id "
            f"WHERE {syarat} AND {self._boleh} ORDER BY k.tanggal, k.jam, k.id",
            [*params, *self._params],
        )
        return [catatan_dari(row) for row in rows]


def catatan_dari(row: Row) -> Catatan:
    dasar = kegiatan_dari(row)
    return Catatan(**{nama: getattr(dasar, nama) for nama in FIELDS}, penulis=row["penulis"])


def _foto(tx: Tx, id_: int) -> list[FotoKegiatan]:
    rows = tx.all("SELECT sidik, waktu FROM kegiatan_foto WHERE kegiatan_id = ? ORDER BY urutan", (id_,))
    return [FotoKegiatan(row["sidik"], int(row["waktu"])) for row in rows]


def _versi(k: Kegiatan, foto: list[FotoKegiatan]) -> str:
    isi = [getattr(k, nama) for nama in Isi.__dataclass_fields__]
    return f"{zlib.crc32(repr([isi, [astuple(f) for f in foto]]).encode()):08x}"
