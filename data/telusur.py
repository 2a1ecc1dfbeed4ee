"""Reading the trail: one's own deeds, what was done to one's own records, and for those above their scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.bawahan import BERTUGAS, catatan_bawahan, orang_bawahan
from data.lingkup import Lingkup, syarat
from data.store import Param, Row, Tx

TANPA_KATA = ("menit", "pj_orang")
"""Columns that follow from another and are changed with it: a line of their own would say the same again."""


@dataclass(frozen=True)
class Baris:
    """One line of the trail. Its values are None where the record's contents are not for the person who reads."""

    id: int
    waktu: int
    orang_id: int
    nama: str
    kanal: str
    apa: str
    tabel: str
    nomor: str
    """Of the entry, task, musyawarah or decision; '' for other records."""
    kolom: str | None
    sebelum: str | None
    sesudah: str | None
    alasan: str | None


class TelusurQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._hari = hari

    def orang(self, orang_id: int, *, mulai: int = 0, batas: int = 8) -> list[Baris]:
        """A person's latest deeds. None of others who are not below, nor of entries out of scope."""
        if orang_id == self._lingkup.orang_id:
            return self._baca("j.orang_id = ?", [orang_id], mulai, batas)
        if not self.boleh(orang_id):
            return []
        boleh, params = catatan_bawahan(self._lingkup, self._hari)
        sql = f"j.orang_id = ? AND (j.tabel <> 'kegiatan' OR k.orang_id = ? OR ({boleh}))"
        rows = self._baca(sql, [orang_id, self._lingkup.orang_id, *params], mulai, batas)
        return [satu if satu.tabel == "kegiatan" else _tanpa_isi(satu) for satu in rows]

    def catatan(self, nomor: str, *, mulai: int = 0, batas: int = 8) -> list[Baris]:
        """What was done to an entry: one's own, or one in scope."""
        boleh, params = catatan_bawahan(self._lingkup, self._hari)
        sql = f"k.nomor = ? AND (k.orang_id = ? OR ({boleh}))"
        row = self._tx.one(f"SELECT k.id FROM kegiatan k WHERE {sql}", [nomor, self._lingkup.orang_id, *params])
        return [] if row is None else self._baca("j.tabel = 'kegiatan' AND j.baris_id = ?", [row["id"]], mulai, batas)

    def tugas(self, nomor: str, *, mulai: int = 0, batas: int = 8) -> list[Baris]:
        """What was done to a task that one gave; of a task one was given, one's own part."""
        row = self._tx.one("SELECT id, oleh FROM tugas WHERE nomor = ?", (nomor,))
        if row is None:
            return []
        saya = self._lingkup.orang_id
        return self._baca(
            "j.tabel = 'tugas' AND j.baris_id = ? AND (j.orang_id = ? OR ? = ?)",
            [row["id"], saya, row["oleh"], saya], mulai, batas,
        )  # fmt: skip

    def musdes(self, nomor: str, *, mulai: int = 0, batas: int = 8) -> list[Baris]:
        """What was done to a musyawarah that one began or may read, and to its decisions."""
        boleh, params = self._musdes()
        row = self._tx.one(f"SELECT m.id FROM musdes m WHERE m.nomor = ? AND {boleh}", [nomor, *params])
        if row is None:
            return []
        putusan = "SELECT id FROM keputusan WHERE musdes_id = ?"
        sql = f"((j.tabel = 'musdes' AND j.baris_id = ?) OR (j.tabel = 'keputusan' AND j.baris_id IN ({putusan})))"
        return self._baca(sql, [row["id"], row["id"]], mulai, batas)

    def keputusan(self, nomor: str, *, mulai: int = 0, batas: int = 8) -> list[Baris]:
        """What was done to a decision: of such a musyawarah, or given to the person."""
        boleh, params = self._musdes()
        row = self._tx.one(
            "SELECT p.id FROM keputusan p JOIN musdes m ON m.id = p.musdes_id "
            f"WHERE p.nomor = ? AND (p.pj_orang = ? OR {boleh})",
            [nomor, self._lingkup.orang_id, *params],
        )
        return [] if row is None else self._baca("j.tabel = 'keputusan' AND j.baris_id = ?", [row["id"]], mulai, batas)

    def _musdes(self) -> tuple[str, list[Param]]:
        """On `musdes m`: also one that was deleted keeps its trail."""
        di_sana, kode = syarat("d.desa", self._lingkup.baca)
        ada = f"EXISTS (SELECT 1 FROM musdes_desa d WHERE d.musdes_id = m.id AND {di_sana})"
        return f"(m.orang_id = ? OR {ada})", [self._lingkup.orang_id, *kode]

    def boleh(self, orang_id: int) -> bool:
        """Whether the person is above them today."""
        sql, params = orang_bawahan(self._lingkup, self._hari, peran=BERTUGAS)
        sql = f"SELECT 1 AS ada FROM penugasan p WHERE p.orang_id = ? AND {sql} LIMIT 1"
        return self._tx.one(sql, [orang_id, *params]) is not None

    def _baca(self, syarat: str, params: list[Param], mulai: int, batas: int) -> list[Baris]:
        """The newest first."""
        lewat = ", ".join("?" * len(TANPA_KATA))
        rows = self._tx.all(
            "SELECT j.id, j.waktu, j.orang_id, o.nama, j.kanal, j.apa, j.tabel, "
            "COALESCE(k.nomor, t.nomor, m.nomor, p.nomor, r.nomor, '') AS nomor, j.kolom, "
            "j.sebelum, j.sesudah, j.alasan "
            "FROM jejak j JOIN orang o ON o.id = j.orang_id "
            "LEFT JOIN kegiatan k ON j.tabel = 'kegiatan' AND k.id = j.baris_id "
            "LEFT JOIN tugas t ON j.tabel = 'tugas' AND t.id = j.baris_id "
            "LEFT JOIN musdes m ON j.tabel = 'musdes' AND m.id = j.baris_id "
            "LEFT JOIN keputusan p ON j.tabel = 'keputusan' AND p.id = j.baris_id "
            "LEFT JOIN register r ON j.tabel = 'register' AND r.id = j.baris_id "
            f"WHERE {syarat} AND (j.kolom IS NULL OR j.kolom NOT IN ({lewat})) ORDER BY j.id DESC LIMIT ? OFFSET ?",
            [*params, *TANPA_KATA, batas, mulai],
        )
        return [_baris(row) for row in rows]


def _baris(row: Row) -> Baris:
    return Baris(**{nama: row[nama] for nama in Baris.__dataclass_fields__})


def _tanpa_isi(satu: Baris) -> Baris:
    return Baris(
        satu.id, satu.waktu, satu.orang_id, satu.nama, satu.kanal, satu.apa, satu.tabel, "", None, None, None, None
    )
