"""Registers as they are read: one thing, a village's, a kecamatan's. Outside the person's scope there is nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.katalog.register import JenisRegister, muat_register
from data.kegiatan import FotoKegiatan
from data.lingkup import SEMUA_WILAYAH, Lingkup, mencakup, syarat
from data.register.isi import DARI, KOLOM, Hitungan, Perubahan, Register, dari_baris
from data.store import Param, Tx

SEKALI = 500
"""Rows that are held at once where all are wanted."""


@dataclass(frozen=True)
class Saring:
    """Which ones. `desa` may be any place: what lies in it counts. `terbuka` None: closed ones as well."""

    jenis: str = ""
    desa: str = ""
    keadaan: str = ""
    terbuka: bool | None = True
    milik: int | None = None
    induk: int | None = None

    def sql(self) -> tuple[str, list[Param]]:
        bagian, params = ["r.dihapus IS NULL"], list[Param]()
        for kolom, nilai in (("jenis", self.jenis), ("keadaan", self.keadaan)):
            if nilai:
                bagian.append(f"r.{kolom} = ?")
                params.append(nilai)
        for kolom, id_ in (("milik", self.milik), ("induk", self.induk)):
            if id_ is not None:
                bagian.append(f"r.{kolom} = ?")
                params.append(id_)
        if self.desa:
            di_sana, letak = syarat("r.desa", [self.desa])
            bagian.append(di_sana)
            params += letak
        if self.terbuka is not None and not self.keadaan:
            bagian.append(f"r.ditutup IS {'' if self.terbuka else 'NOT '}NULL")
        return " AND ".join(bagian), params


class RegisterBaca:
    def __init__(self, tx: Tx, lingkup: Lingkup) -> None:
        self._tx = tx
        self._lingkup = lingkup

    # -- one ------------------------------------------------------------------------------------------------------

    def ambil(self, nomor: str) -> Register | None:
        return self._satu("r.nomor = ? AND r.dihapus IS NULL", nomor.upper())

    def menurut_id(self, id_: int) -> Register | None:
        return self._satu("r.id = ? AND r.dihapus IS NULL", id_)

    def terhapus(self, nomor: str) -> Register | None:
        """One that was deleted, for whoever may bring it back."""
        r = self._satu("r.nomor = ? AND r.dihapus IS NOT NULL", nomor.upper())
        return r if r and self.boleh_ubah(r) else None

    def satu_di(self, jenis: str, desa: str, *, selain: int = 0) -> Register | None:
        """The one of a register of which a place has one; of others the first that is open."""
        return next((r for r in self.daftar(jenis, desa=desa) if r.desa == desa and r.id != selain), None)

    def riwayat(self, register: Register, *, batas: int = 1000, mulai: int = 0) -> list[Perubahan]:
        """All that was done to it, the latest first."""
        rows = self._tx.all(
            "SELECT j.waktu, o.nama, j.apa, j.kolom, j.sebelum, j.sesudah, j.alasan FROM jejak j "
            "JOIN orang o ON o.id = j.orang_id WHERE j.tabel = 'register' AND j.baris_id = ? "
            "ORDER BY j.id DESC LIMIT ? OFFSET ?",
            (register.id, batas, mulai),
        )
        return [Perubahan(**{nama: row[nama] for nama in Perubahan.__dataclass_fields__}) for row in rows]

    def foto(self, register: Register) -> list[FotoKegiatan]:
        rows = self._tx.all(
            "SELECT sidik, waktu FROM register_foto WHERE register_id = ? ORDER BY urutan", (register.id,)
        )
        return [FotoKegiatan(row["sidik"], int(row["waktu"])) for row in rows]

    # -- what one may do ------------------------------------------------------------------------------------------

    def boleh_ubah(self, register: Register) -> bool:
        """Whoever wrote it, and a confirmed pendamping of that place."""
        saya = self._lingkup.orang_id
        return register.orang_id == saya or self._lingkup.boleh_mendampingi(register.desa)

    def boleh_tambah(self, desa: str) -> bool:
        """Whoever works in that place, as with entries."""
        return any(mencakup(akar, desa) for akar in self._lingkup.dampingan)

    # -- many -----------------------------------------------------------------------------------------------------

    def daftar(
        self,
        jenis: str,
        *,
        desa: str = "",
        keadaan: str = "",
        terbuka: bool | None = True,
        milik: int | None = None,
        induk: int | None = None,
        batas: int = 1000,
        mulai: int = 0,
    ) -> list[Register]:
        """The most urgent or the latest first, as the catalogue has it; those without a day after those with one."""
        saring = Saring(jenis, desa, keadaan, terbuka, milik, induk)
        return self._banyak(saring, f"{_urut(jenis)} LIMIT ? OFFSET ?", [batas, mulai])

    def jumlah(
        self,
        jenis: str,
        *,
        desa: str = "",
        keadaan: str = "",
        terbuka: bool | None = True,
        milik: int | None = None,
        induk: int | None = None,
    ) -> int:
        sql, params = Saring(jenis, desa, keadaan, terbuka, milik, induk).sql()
        boleh, letak = self._boleh(desa)
        row = self._tx.one(f"SELECT COUNT(*) AS n FROM register r WHERE {sql} AND {boleh}", [*params, *letak])
        return int(row["n"]) if row else 0

    def hitung(self, jenis: str = "", *, desa: str = "") -> list[Hitungan]:
        """All in scope by kind, place and state, in one query: sums, gaps and overviews are made of it."""
        sql, params = Saring(jenis, desa, terbuka=None).sql()
        boleh, letak = self._boleh(desa)
        rows = self._tx.all(
            "SELECT r.jenis, r.desa, r.keadaan, CASE WHEN r.ditutup IS NULL THEN 1 ELSE 0 END AS terbuka, "
            f"COUNT(*) AS jumlah FROM register r WHERE {sql} AND {boleh} "
            "GROUP BY r.jenis, r.desa, r.keadaan, CASE WHEN r.ditutup IS NULL THEN 1 ELSE 0 END "
            "ORDER BY r.jenis, r.desa, r.keadaan",
            [*params, *letak],
        )
        return [Hitungan(r["jenis"], r["desa"], r["keadaan"], bool(r["terbuka"]), int(r["jumlah"])) for r in rows]

    def semua(
        self, jenis: str = "", *, desa: str = "", keadaan: str = "", terbuka: bool | None = None
    ) -> Iterator[Register]:
        """Every one, oldest first, few at a time: for a workbook of however many."""
        saring, akhir = Saring(jenis, desa, keadaan, terbuka), 0
        while ada := self._banyak(saring, "r.id LIMIT ?", [SEKALI], dan="r.id > ?", lagi=[akhir]):
            yield from ada
            akhir = ada[-1].id

    def anak(self, register: Register, jenis: str = "") -> list[Register]:
        """What belongs to it, also what is closed."""
        return self.daftar(jenis, terbuka=None, induk=register.id)

    # -- scope ----------------------------------------------------------------------------------------------------

    def _boleh(self, di: str = "") -> tuple[str, list[Param]]:
        """On `r`: written by the person, about them, or in a place that they may read.

        Each way by its own index, for what belongs to everybody else is never looked at. `di`: only things there count.
        """
        if SEMUA_WILAYAH in self._lingkup.baca or (di and self._lingkup.boleh_baca(di)):
            return "1 = 1", []
        saya = self._lingkup.orang_id
        di_sana, letak = syarat("c.desa", self._lingkup.baca)
        sql = (
            "r.id IN (SELECT a.id FROM register a WHERE a.orang_id = ? "
            "UNION ALL SELECT b.id FROM register b WHERE b.milik = ? "
            f"UNION ALL SELECT c.id FROM register c WHERE {di_sana})"
        )
        return sql, [saya, saya, *letak]

    def _banyak(
        self, saring: Saring, urut: str, sisa: Sequence[Param], *, dan: str = "1 = 1", lagi: Sequence[Param] = ()
    ) -> list[Register]:
        sql, params = saring.sql()
        boleh, letak = self._boleh(saring.desa)
        rows = self._tx.all(
            f"SELECT {KOLOM} {DARI} WHERE {sql} AND {boleh} AND {dan} ORDER BY {urut}",
            [*params, *letak, *lagi, *sisa],
        )
        return [dari_baris(row) for row in rows]

    def _satu(self, sql: str, nilai: Param) -> Register | None:
        boleh, letak = self._boleh()
        row = self._tx.one(f"SELECT {KOLOM} {DARI} WHERE {sql} AND {boleh}", [nilai, *letak])
        return dari_baris(row) if row else None


def jenis_dari(kode: str) -> JenisRegister:
    """KeyError for one that the catalogue no longer has."""
    return muat_register().menurut_kode(kode)


def _urut(jenis: str) -> str:
    arah = "" if jenis and jenis_dari(jenis).mendesak else " DESC"
    return f"CASE WHEN r.tanggal IS NULL THEN 1 ELSE 0 END, r.tanggal{arah}, r.id DESC"
