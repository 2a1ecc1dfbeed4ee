"""Activities: what a facilitator did, where, when, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from data.jejak import JejakQ, Pelaku
from data.nomor import nomor_baru
from data.orang import tanggal_lokal
from data.pencarian.indeks import Indeks
from data.store import Row, Tx

KOLOM = (
    "id, nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, peserta, peserta_l, peserta_p, lokasi, "
    "masalah, tindak_lanjut, contoh, dicatat, dihapus, periksa"
)
BISA_DIUBAH = (
    "desa", "kegiatan", "cara", "tanggal", "jam", "menit", "hasil", "peserta", "peserta_l", "peserta_p", "lokasi",
    "masalah", "tindak_lanjut",
)  # fmt: skip
URUNGKAN = 600
"""Seconds in which a deletion can be undone."""


@dataclass(frozen=True)
class Isi:
    """What a person told; the fields are the question keys of handlers/catatan/catat.py."""

    desa: str
    kegiatan: str
    cara: str
    """desa | koordinasi | daring"""
    tanggal: str
    """ISO date."""
    jam: str
    """'19:30-22:00'; an end before the start is the next day."""
    menit: int
    hasil: str
    peserta: int | None = None
    peserta_l: int | None = None
    peserta_p: int | None = None
    lokasi: str | None = None
    """'lat,lon'"""
    masalah: str | None = None
    tindak_lanjut: str | None = None


@dataclass(frozen=True)
class Kegiatan(Isi):
    id: int = 0
    nomor: str = ""
    orang_id: int = 0
    contoh: bool = False
    dicatat: int = 0
    """UTC epoch seconds."""
    dihapus: int | None = None
    periksa: str = ""
    """What the level above said of it last, see data/pemeriksaan.py."""


@dataclass(frozen=True)
class FotoKegiatan:
    sidik: str
    waktu: int


class KegiatanQ:
    """Every query is for the person who acts: own entries only."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, zona: str) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._zona = zona
        self._cari = Indeks(tx)

    def catat(self, isi: Isi, foto: Sequence[FotoKegiatan], percakapan_id: int | None, *, contoh: bool = False) -> str:
        """Returns the number, 'K-2611-0042'. One conversation makes one entry: the database refuses a second."""
        nomor = nomor_baru(self._tx, "K", tanggal_lokal(self._pelaku.kini, self._zona))
        kolom = ("nomor", "orang_id", "percakapan_id", "contoh", "dicatat", *BISA_DIUBAH)
        nilai = (nomor, self._pelaku.orang_id, percakapan_id, int(contoh), self._pelaku.kini)
        row = self._tx.one(
            f"INSERT INTO kegiatan ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))}) RETURNING id",
            (*nilai, *(getattr(isi, k) for k in BISA_DIUBAH)),
        )
        assert row is not None
        self._pasang_foto(int(row["id"]), foto)
        self._jejak.tulis("catat", "kegiatan", int(row["id"]), sesudah=nomor)
        self._segarkan(int(row["id"]))
        return nomor

    def ambil(self, nomor: str, *, terhapus: bool = False) -> Kegiatan | None:
        """Own entry by its number; with `terhapus` also one that was deleted."""
        row = self._tx.one(
            f"SELECT {KOLOM} FROM kegiatan WHERE nomor = ? AND orang_id = ?", (nomor.upper(), self._pelaku.orang_id)
        )
        if row is None or (row["dihapus"] is not None and not terhapus):
            return None
        return kegiatan_dari(row)

    def dari_percakapan(self, percakapan_id: int) -> str:
        """Number of the own entry that a conversation made; '' when it made none, or it has been deleted."""
        row = self._tx.one(
            "SELECT nomor FROM kegiatan WHERE percakapan_id = ? AND orang_id = ? AND dihapus IS NULL",
            (percakapan_id, self._pelaku.orang_id),
        )
        return "" if row is None else str(row["nomor"])

    def rentang(self, dari: date, sampai: date, *, desa: str = "") -> list[Kegiatan]:
        """Own entries of those days, both included, in the order of day and hour."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM kegiatan WHERE orang_id = ? AND dihapus IS NULL AND tanggal BETWEEN ? AND ? "
            "AND (? = '' OR desa = ?) ORDER BY tanggal, jam, id",
            (self._pelaku.orang_id, dari.isoformat(), sampai.isoformat(), desa, desa),
        )
        return [kegiatan_dari(row) for row in rows]

    def sering(self, batas: int = 5) -> list[str]:
        """Codes of the activities this person logged last, the latest first."""
        rows = self._tx.all(
            "SELECT kegiatan, MAX(id) AS akhir FROM (SELECT kegiatan, id FROM kegiatan WHERE orang_id = ? "
            "AND dihapus IS NULL ORDER BY tanggal DESC, id DESC LIMIT 60) AS terbaru "
            "GROUP BY kegiatan ORDER BY akhir DESC LIMIT ?",
            (self._pelaku.orang_id, batas),
        )
        return [row["kegiatan"] for row in rows]

    def jam_biasa(self, batas: int = 2) -> list[str]:
        """Hours this person logged most often of late."""
        rows = self._tx.all(
            "SELECT jam, COUNT(*) AS kali FROM (SELECT jam FROM kegiatan WHERE orang_id = ? AND dihapus IS NULL "
            "ORDER BY tanggal DESC, id DESC LIMIT 60) AS terbaru "
            "GROUP BY jam HAVING COUNT(*) > 1 ORDER BY kali DESC, jam LIMIT ?",
            (self._pelaku.orang_id, batas),
        )
        return [row["jam"] for row in rows]

    def bulan_terisi(self, batas: int = 6) -> list[str]:
        """'2026-11', the latest first."""
        rows = self._tx.all(
            "SELECT DISTINCT SUBSTR(tanggal, 1, 7) AS bulan FROM kegiatan WHERE orang_id = ? AND dihapus IS NULL "
            "ORDER BY bulan DESC LIMIT ?",
            (self._pelaku.orang_id, batas),
        )
        return [row["bulan"] for row in rows]

    def foto(self, id_: int) -> list[FotoKegiatan]:
        rows = self._tx.all(
            "SELECT f.sidik, f.waktu FROM kegiatan_foto f JOIN kegiatan k ON k.id = f.kegiatan_id "
            "WHERE k.id = ? AND k.orang_id = ? ORDER BY f.urutan",
            (id_, self._pelaku.orang_id),
        )
        return [FotoKegiatan(row["sidik"], int(row["waktu"])) for row in rows]

    def ubah(self, lama: Kegiatan, perubahan: dict[str, Any], alasan: str) -> None:
        """Both values of every changed column go into the trail."""
        self._wajib_milik(lama)
        for kolom, nilai in perubahan.items():
            if kolom not in BISA_DIUBAH:
                raise ValueError(f"column {kolom} is not editable")
            sebelum = getattr(lama, kolom)
            if sebelum == nilai:
                continue
            self._tx.run(f"UPDATE kegiatan SET {kolom} = ? WHERE id = ?", (nilai, lama.id))
            self._jejak.tulis(
                "ubah", "kegiatan", lama.id, kolom=kolom, sebelum=_teks(sebelum), sesudah=_teks(nilai), alasan=alasan
            )
            self._periksa_lagi(lama)
        self._segarkan(lama.id)

    def ganti_foto(self, lama: Kegiatan, foto: Sequence[FotoKegiatan], alasan: str) -> None:
        self._wajib_milik(lama)
        sebelum = ",".join(f.sidik for f in self.foto(lama.id))
        self._tx.run("DELETE FROM kegiatan_foto WHERE kegiatan_id = ?", (lama.id,))
        self._pasang_foto(lama.id, foto)
        sesudah = ",".join(f.sidik for f in foto)
        self._jejak.tulis("ubah", "kegiatan", lama.id, kolom="foto", sebelum=sebelum, sesudah=sesudah, alasan=alasan)
        self._periksa_lagi(lama)

    def hapus(self, lama: Kegiatan) -> None:
        """Twice is once: the first time counts."""
        self._wajib_milik(lama)
        if self._tx.run(
            "UPDATE kegiatan SET dihapus = ? WHERE id = ? AND dihapus IS NULL", (self._pelaku.kini, lama.id)
        ):
            self._jejak.tulis("hapus", "kegiatan", lama.id, sebelum=lama.nomor)
            self._segarkan(lama.id)

    def pulihkan(self, lama: Kegiatan) -> bool:
        """False when it is not deleted, or was deleted more than `URUNGKAN` seconds ago."""
        self._wajib_milik(lama)
        if lama.dihapus is None or self._pelaku.kini - lama.dihapus > URUNGKAN:
            return False
        self._tx.run("UPDATE kegiatan SET dihapus = NULL WHERE id = ?", (lama.id,))
        self._jejak.tulis("pulihkan", "kegiatan", lama.id, sesudah=lama.nomor)
        self._segarkan(lama.id)
        return True

    def _wajib_milik(self, lama: Kegiatan) -> None:
        if lama.orang_id != self._pelaku.orang_id:
            raise LookupError(f"no entry {lama.nomor} of this person")

    def _segarkan(self, id_: int) -> None:
        """It is found by the words it has now; deleted, by none."""
        self._cari.segarkan([("kegiatan", id_)])

    def _periksa_lagi(self, lama: Kegiatan) -> None:
        """What was approved is approved no more, and what was to be corrected waits to be looked at."""
        self._tx.run("UPDATE kegiatan SET periksa = 'diperbaiki' WHERE id = ? AND periksa <> ''", (lama.id,))

    def _pasang_foto(self, id_: int, foto: Sequence[FotoKegiatan]) -> None:
        for urutan, satu in enumerate(foto, start=1):
            self._tx.run(
                "INSERT INTO kegiatan_foto (kegiatan_id, urutan, sidik, waktu) VALUES (?, ?, ?, ?)",
                (id_, urutan, satu.sidik, satu.waktu),
            )


FIELDS = tuple(f.name for f in fields(Kegiatan))


def kegiatan_dari(row: Row) -> Kegiatan:
    return Kegiatan(**{**{nama: row[nama] for nama in FIELDS}, "contoh": bool(row["contoh"])})


def _teks(nilai: object) -> str | None:
    return None if nilai is None else str(nilai)
