"""Short texts for the public, each about one activity of one's own. Nobody else reads them here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.jejak import JejakQ, Pelaku
from data.kegiatan import KOLOM as KOLOM_KEGIATAN
from data.kegiatan import URUNGKAN, Kegiatan, kegiatan_dari
from data.nomor import nomor_baru
from data.store import Row, Tx

SEMUA, TANPA_WAJAH = "semua", "tanpa_wajah"
"""What was said of the faces on the picture: all of them agree; there are none."""
BISA_DIUBAH = ("judul", "teks", "foto", "izin")
KOLOM = (
    "s.id, s.nomor, s.judul, s.teks, s.foto, s.izin, s.dibuat, s.diubah, s.dihapus, k.nomor AS catatan, "
    "CASE WHEN k.dihapus IS NULL THEN 0 ELSE 1 END AS hilang, "
    "CASE WHEN EXISTS (SELECT 1 FROM jejak j WHERE j.tabel = 'kegiatan' AND j.baris_id = k.id AND j.apa = 'ubah' "
    "AND j.waktu > s.diubah) THEN 1 ELSE 0 END AS berubah, "
    "CASE WHEN EXISTS (SELECT 1 FROM kegiatan_foto f WHERE f.kegiatan_id = k.id AND f.sidik = s.foto) "
    "THEN 1 ELSE 0 END AS berfoto, "
    "CASE WHEN k.dihapus IS NULL AND EXISTS (SELECT 1 FROM kegiatan_foto f WHERE f.kegiatan_id = k.id) "
    "THEN 1 ELSE 0 END AS pilihan_foto"
)


@dataclass(frozen=True)
class Isi:
    judul: str
    teks: str
    foto: str = ""
    """SHA-256; '' for none."""
    izin: str = ""
    """`SEMUA` | `TANPA_WAJAH`; '' without a picture."""


@dataclass(frozen=True)
class Siaran(Isi):
    id: int = 0
    nomor: str = ""
    """'R-2611-0001'"""
    catatan: str = ""
    """Number of the entry it is about."""
    dibuat: int = 0
    diubah: int = 0
    dihapus: int | None = None
    hilang: bool = False
    """The entry has been deleted."""
    berubah: bool = False
    """The entry has changed since this was last written."""
    berfoto: bool = False
    """The entry still has that picture."""
    pilihan_foto: bool = False
    """The entry has pictures to choose from."""

    @property
    def tampak(self) -> str:
        """The picture that may be sent: what was taken off its entry is sent no more."""
        return self.foto if self.berfoto and not self.hilang else ""


@dataclass(frozen=True)
class Calon:
    """An entry to write about."""

    kegiatan: Kegiatan
    foto: int


class SiaranQ:
    """One's own, each and every one."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._hari = hari

    def calon(self, batas: int = 10) -> list[Calon]:
        """Own entries of late that say what came of it, those with pictures first, then the latest."""
        kolom = ", ".join(f"k.{nama}" for nama in KOLOM_KEGIATAN.split(", "))
        rows = self._tx.all(
            f"SELECT * FROM (SELECT {kolom}, (SELECT COUNT(*) FROM kegiatan_foto f WHERE f.kegiatan_id = k.id) AS foto "
            "FROM kegiatan k WHERE k.orang_id = ? AND k.dihapus IS NULL AND k.hasil <> '' "
            "ORDER BY k.tanggal DESC, k.id DESC LIMIT ?) AS terbaru "
            "ORDER BY CASE WHEN foto > 0 THEN 0 ELSE 1 END, tanggal DESC, id DESC",
            (self._pelaku.orang_id, batas),
        )
        return [Calon(kegiatan_dari(row), int(row["foto"])) for row in rows]

    def rahasia(self, kegiatan: Kegiatan) -> bool:
        """Whether a problem that was made of that own entry is seen by few."""
        row = self._tx.one(
            "SELECT 1 AS ada FROM masalah m JOIN kegiatan k ON k.id = m.kegiatan_id "
            "WHERE k.id = ? AND k.orang_id = ? AND m.rahasia = 1",
            (kegiatan.id, self._pelaku.orang_id),
        )
        return row is not None

    def ambil(self, nomor: str, *, terhapus: bool = False) -> Siaran | None:
        row = self._tx.one(f"SELECT {KOLOM} {_DARI} AND s.nomor = ?", (self._pelaku.orang_id, nomor.upper()))
        if row is None or (row["dihapus"] is not None and not terhapus):
            return None
        return _siaran(row)

    def milik(self, *, batas: int = 8, mulai: int = 0) -> list[Siaran]:
        """The latest first."""
        rows = self._tx.all(
            f"SELECT {KOLOM} {_DARI} AND s.dihapus IS NULL ORDER BY s.id DESC LIMIT ? OFFSET ?",
            (self._pelaku.orang_id, batas, mulai),
        )
        return [_siaran(row) for row in rows]

    def jumlah(self) -> int:
        row = self._tx.one(
            "SELECT COUNT(*) AS n FROM siaran WHERE orang_id = ? AND dihapus IS NULL", (self._pelaku.orang_id,)
        )
        assert row is not None
        return int(row["n"])

    def tambah(self, kegiatan: Kegiatan, isi: Isi, percakapan_id: int | None) -> Siaran:
        """One conversation makes one: the database refuses a second. Raises LookupError for what is not one's own."""
        if kegiatan.orang_id != self._pelaku.orang_id or kegiatan.dihapus is not None:
            raise LookupError(f"no entry {kegiatan.nomor} of this person")
        self._periksa(kegiatan.id, isi)
        nomor = nomor_baru(self._tx, "R", self._hari)
        row = self._tx.one(
            "INSERT INTO siaran (nomor, orang_id, kegiatan_id, judul, teks, foto, izin, percakapan_id, dibuat, diubah) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (
                nomor, self._pelaku.orang_id, kegiatan.id, isi.judul, isi.teks, isi.foto, isi.izin, percakapan_id,
                self._pelaku.kini, self._pelaku.kini,
            ),
        )  # fmt: skip
        assert row is not None
        self._jejak.tulis("catat", "siaran", int(row["id"]), sesudah=nomor)
        return self._wajib(nomor)

    def ubah(self, lama: Siaran, **baru: str) -> Siaran:
        """Columns of `Isi`; both values of each go into the trail."""
        kini = self._wajib(lama.nomor)
        if asing := set(baru) - set(BISA_DIUBAH):
            raise ValueError(f"no columns to change: {asing}")
        isi = Isi(**{nama: baru.get(nama, getattr(kini, nama)) for nama in BISA_DIUBAH})
        self._periksa(self._kegiatan_id(kini), isi, boleh=kini.foto)
        for nama, nilai in baru.items():
            if (dulu := getattr(kini, nama)) != nilai:
                self._jejak.tulis("ubah", "siaran", kini.id, kolom=nama, sebelum=dulu, sesudah=nilai)
        self._tx.run(
            "UPDATE siaran SET judul = ?, teks = ?, foto = ?, izin = ?, diubah = ? WHERE id = ?",
            (isi.judul, isi.teks, isi.foto, isi.izin, self._pelaku.kini, kini.id),
        )
        return self._wajib(lama.nomor)

    def hapus(self, lama: Siaran) -> None:
        """Twice is once: the first time counts."""
        kini = self._pelaku.kini
        if self._tx.run(
            "UPDATE siaran SET dihapus = ? WHERE id = ? AND orang_id = ? AND dihapus IS NULL",
            (kini, lama.id, self._pelaku.orang_id),
        ):
            self._jejak.tulis("hapus", "siaran", lama.id, sebelum=lama.nomor)

    def pulihkan(self, lama: Siaran) -> bool:
        """False when it is not deleted, or was deleted more than `URUNGKAN` seconds ago."""
        if lama.dihapus is None or self._pelaku.kini - lama.dihapus > URUNGKAN:
            return False
        self._tx.run("UPDATE siaran SET dihapus = NULL WHERE id = ? AND orang_id = ?", (lama.id, self._pelaku.orang_id))
        self._jejak.tulis("pulihkan", "siaran", lama.id, sesudah=lama.nomor)
        return True

    def _wajib(self, nomor: str) -> Siaran:
        satu = self.ambil(nomor)
        if satu is None:
            raise LookupError(f"no text {nomor} of this person")
        return satu

    def _kegiatan_id(self, satu: Siaran) -> int:
        row = self._tx.one("SELECT kegiatan_id FROM siaran WHERE id = ?", (satu.id,))
        assert row is not None
        return int(row["kegiatan_id"])

    def _periksa(self, kegiatan_id: int, isi: Isi, boleh: str = "") -> None:
        """No picture without a word about the faces on it, and none that is not the entry's."""
        if not isi.foto:
            if isi.izin:
                raise ValueError("consent for no picture")
            return
        row = self._tx.one(
            "SELECT 1 AS ada FROM kegiatan_foto WHERE kegiatan_id = ? AND sidik = ?", (kegiatan_id, isi.foto)
        )
        if isi.izin not in (SEMUA, TANPA_WAJAH) or (row is None and isi.foto != boleh):
            raise ValueError("a picture that must not be shown")


_DARI = "FROM siaran s JOIN kegiatan k ON k.id = s.kegiatan_id WHERE s.orang_id = ?"


def _siaran(row: Row) -> Siaran:
    tanda = {nama: bool(row[nama]) for nama in ("hilang", "berubah", "berfoto", "pilihan_foto")}
    return Siaran(**{**{nama: row[nama] for nama in Siaran.__dataclass_fields__}, **tanda})
