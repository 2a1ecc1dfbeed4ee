"""Who may read and change a musyawarah, and how one column of it changes: with both values in the trail."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup, syarat
from data.musdes.rekaman import KOLOM, Musdes, ke_kolom, musdes_dari
from data.store import Param, Tx

BISA_DIUBAH = (
    "jenis", "judul", "tanggal", "mulai", "selesai", "tempat", "dasar", "nomor_ba", "diundang", "hadir", "hadir_l",
    "hadir_p", "unsur", "pimpinan", "pimpinan_unsur", "notulis", "notulis_unsur", "penanda", "isian",
)  # fmt: skip
DICARI = ("judul", "tempat", "pimpinan", "notulis", "isian")
"""Columns whose words are looked for."""


class Pencatat(Protocol):
    """What can be found by its words (data/pencarian.py)."""

    def catat(self, apa: str, acuan: int, desa: str, tanggal: str, orang_id: int, teks: str) -> None: ...

    def buang(self, apa: str, acuan: int) -> None: ...


class Dasar:
    def __init__(
        self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date, cari: Pencatat | None = None
    ) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari
        self._cari = cari

    # -- reading --------------------------------------------------------------------------------------------------

    def ambil(self, nomor: str) -> Musdes | None:
        """None outside the person's scope: nobody learns that it exists."""
        rows = self._daftar("m.nomor = ?", [nomor.strip().lstrip("#").upper()])
        return rows[0] if rows else None

    def menurut_id(self, id_: int) -> Musdes | None:
        rows = self._daftar("m.id = ?", [id_])
        return rows[0] if rows else None

    def desa(self, m: Musdes) -> list[str]:
        """Codes of its villages."""
        rows = self._tx.all("SELECT desa FROM musdes_desa WHERE musdes_id = ? ORDER BY desa", (m.id,))
        return [row["desa"] for row in rows]

    def boleh_ubah(self, m: Musdes) -> bool:
        """Whoever began it, and those who accompany one of its villages."""
        return m.orang_id == self._pelaku.orang_id or any(map(self._lingkup.boleh_mendampingi, self.desa(m)))

    def _daftar(
        self,
        syarat_: str,
        params: list[Param],
        urut: str = "m.id",
        batas: str = "",
        *,
        hidup: str = "m.dihapus IS NULL",
    ) -> list[Musdes]:
        di_sana, kode = syarat("d.desa", self._lingkup.baca)
        rows = self._tx.all(
            f"SELECT {KOLOM}, o.nama AS penulis FROM musdes m JOIN orang o ON o.id = m.orang_id WHERE {syarat_} "
            f"AND {hidup} AND (m.orang_id = ? OR EXISTS "
            f"(SELECT 1 FROM musdes_desa d WHERE d.musdes_id = m.id AND {di_sana})) ORDER BY {urut} {batas}",
            [*params, self._pelaku.orang_id, *kode],
        )
        return [musdes_dari(row) for row in rows]

    # -- changing -------------------------------------------------------------------------------------------------

    def ubah(self, m: Musdes, perubahan: dict[str, object], alasan: str = "") -> Musdes:
        """As it is afterwards. What is the same already is not written again."""
        kini = self._kunci(m)
        for kolom, nilai in perubahan.items():
            if kolom not in BISA_DIUBAH:
                raise ValueError(f"column {kolom} is not editable")
            sebelum, sesudah = ke_kolom(getattr(kini, kolom)), ke_kolom(nilai)
            if sebelum == sesudah:
                continue
            self._tx.run(f"UPDATE musdes SET {kolom} = ? WHERE id = ?", (sesudah, m.id))
            if kolom == "tanggal":
                self._tx.run("UPDATE musdes_desa SET tanggal = ? WHERE musdes_id = ?", (sesudah, m.id))
            self._jejak.tulis(
                "ubah",
                "musdes",
                m.id,
                kolom=kolom,
                sebelum=_teks(sebelum),
                sesudah=_teks(sesudah),
                alasan=alasan or None,
            )
            self._berubah(m)
        return self.menurut_id(m.id) or m

    def tandai_usang(self, musdes_id: int) -> None:
        """Something that stands on its papers has changed."""
        self._tx.run(
            "UPDATE musdes SET diubah = ?, usang = CASE WHEN versi > 0 THEN 1 ELSE 0 END WHERE id = ?",
            (self._pelaku.kini, musdes_id),
        )

    def _kunci(self, m: Musdes) -> Musdes:
        """The record as it is now, held until the turn ends: two people may write of the same evening."""
        self._tx.lock(f"musdes:{m.id}")
        kini = self.menurut_id(m.id)
        if kini is None or not self.boleh_ubah(kini):
            raise LookupError(f"{m.nomor} is not this person's to change")
        return kini

    def _berubah(self, m: Musdes) -> None:
        self.tandai_usang(m.id)
        self._catat_cari(m.id)

    def _catat_cari(self, id_: int) -> None:
        m = self.menurut_id(id_)
        if self._cari is None or m is None:
            return
        rows = self._tx.all("SELECT judul AS teks FROM agenda WHERE musdes_id = ? AND dihapus IS NULL", (id_,))
        rows += self._tx.all("SELECT teks FROM catatan_musdes WHERE musdes_id = ? AND dihapus IS NULL", (id_,))
        kata = [str(v) for k in DICARI for v in _isi(getattr(m, k))] + [row["teks"] for row in rows]
        self._cari.catat("musdes", id_, m.desa, m.tanggal, m.orang_id, "\n".join([m.jenis, *filter(None, kata)]))


def _isi(nilai: object) -> list[object]:
    return list(nilai.values()) if isinstance(nilai, dict) else [nilai]


def _teks(nilai: Param) -> str | None:
    return None if nilai is None else str(nilai)
