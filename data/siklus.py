"""Where each village stands with the papers of a year: RPJM, RKP, APB, its change, LPJ.

The year is the one that the paper is for; of RPJM, which holds for eight, its first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup, syarat
from data.store import Row, Tx

RPJM, RKP, APB, APBP, LPJ = "rpjm", "rkp", "apb", "apbp", "lpj"
DOKUMEN = (RPJM, RKP, APB, APBP, LPJ)
"""In the order in which they are made."""
BELUM, PROSES, MUSDES, PERDES = "belum", "proses", "musdes", "perdes"
TAHAP = (BELUM, PROSES, MUSDES, PERDES)
MASA_RPJM = 8
"""Years (UU 3/2024, Pasal 39 and 79)."""
KOLOM = "s.id, s.desa, s.tahun, s.dokumen, s.tahap, s.nomor, s.tanggal, s.musdes_id, s.diubah, m.nomor AS musdes"
DARI = "FROM siklus s LEFT JOIN musdes m ON m.id = s.musdes_id AND m.dihapus IS NULL"
Papan = dict[str, "Langkah"]


@dataclass(frozen=True)
class Langkah:
    """How far one paper is."""

    dokumen: str
    tahun: int
    tahap: str = BELUM
    nomor: str = ""
    """Of the Perdes, as written."""
    tanggal: str | None = None
    """Of the step, ISO."""
    musdes: str = ""
    """Number of the musyawarah that moved it."""
    diubah: int = 0


@dataclass(frozen=True)
class Gerak:
    """One step of its history."""

    waktu: int
    nama: str
    tahap: str
    nomor: str
    tanggal: str | None


class SiklusQ:
    """Boards of places outside the scope are as if they were not there."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    def boleh(self, desa: str) -> bool:
        """Whether the person may move this village's papers: a confirmed pendamping there."""
        return self._lingkup.boleh_mendampingi(desa)

    def gerakkan(
        self,
        desa: str,
        tahun: int,
        dokumen: str,
        tahap: str,
        *,
        nomor: str = "",
        tanggal: str | None = None,
        musdes_id: int | None = None,
        mundur: bool = False,
        alasan: str = "",
    ) -> bool:
        """Forward, unless `mundur`. False when nothing moved: it is there or further, or it is not theirs to move."""
        if dokumen not in DOKUMEN or tahap not in TAHAP:
            raise ValueError(f"no step {dokumen} {tahap}")
        if not self.boleh(desa):
            return False
        self._tx.lock(f"siklus:{desa}:{tahun}:{dokumen}")
        kini = self._tx.one(
            "SELECT id, tahap, nomor, tanggal FROM siklus WHERE desa = ? AND tahun = ? AND dokumen = ?",
            (desa, tahun, dokumen),
        )
        if not _bergerak(kini, tahap, nomor, tanggal, mundur=mundur):
            return False
        p = self._pelaku
        isi = (tahap, nomor, tanggal, musdes_id, p.orang_id, p.kini)
        row = self._tx.one(
            "INSERT INTO siklus (desa, tahun, dokumen, tahap, nomor, tanggal, musdes_id, oleh, diubah) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (desa, tahun, dokumen) DO UPDATE SET tahap = ?, nomor = ?, "
            "tanggal = ?, musdes_id = ?, oleh = ?, diubah = ? RETURNING id",
            (desa, tahun, dokumen, *isi, *isi),
        )
        assert row is not None
        self._tx.run(
            "INSERT INTO siklus_langkah (siklus_id, waktu, oleh, tahap, nomor, tanggal, musdes_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row["id"], p.kini, p.orang_id, tahap, nomor, tanggal, musdes_id),
        )
        self._jejak.tulis(
            "gerakkan", "siklus", int(row["id"]),
            kolom=dokumen, sebelum=kini["tahap"] if kini else BELUM, sesudah=tahap, alasan=alasan or None,
        )  # fmt: skip
        return True

    def papan(self, desa: str, tahun: int) -> Papan:
        """All five papers; empty outside the scope."""
        return self.papan_banyak([desa], tahun).get(desa, {})

    def papan_kecamatan(self, kode: str, tahun: int) -> dict[str, Papan]:
        """By village, those that are known and may be read."""
        di_sana, letak = syarat("kode", [kode])
        rows = self._tx.all(f"SELECT kode FROM wilayah WHERE {di_sana} ORDER BY kode", letak)
        return self.papan_banyak([row["kode"] for row in rows if row["kode"].count(".") == 3], tahun)

    def papan_banyak(self, desa: Collection[str], tahun: int) -> dict[str, Papan]:
        """By village in the order given; one query however many."""
        boleh = [kode for kode in desa if self._lingkup.boleh_baca(kode)]
        if not boleh:
            return {}
        rows = self._tx.all(
            f"SELECT {KOLOM} {DARI} WHERE s.desa IN ({', '.join('?' * len(boleh))}) AND s.tahun BETWEEN ? AND ? "
            "ORDER BY s.tahun",
            [*boleh, tahun - MASA_RPJM + 1, tahun],
        )
        hasil = {kode: {satu: Langkah(satu, tahun) for satu in DOKUMEN} for kode in boleh}
        for row in rows:
            if row["dokumen"] == RPJM or row["tahun"] == tahun:
                hasil[row["desa"]][row["dokumen"]] = _langkah(row)
        return hasil

    def dari_musdes(self, musdes_id: int) -> list[tuple[str, Langkah]]:
        """(village, step) of the boards that stand where this musyawarah brought them."""
        rows = self._tx.all(f"SELECT {KOLOM} {DARI} WHERE s.musdes_id = ? ORDER BY s.desa, s.tahun", (musdes_id,))
        return [(row["desa"], _langkah(row)) for row in rows if self._lingkup.boleh_baca(row["desa"])]

    def riwayat(self, desa: str, tahun: int, dokumen: str) -> list[Gerak]:
        """Every step, the latest first."""
        if not self._lingkup.boleh_baca(desa):
            return []
        rows = self._tx.all(
            "SELECT g.waktu, o.nama, g.tahap, g.nomor, g.tanggal FROM siklus s JOIN siklus_langkah g "
            "ON g.siklus_id = s.id JOIN orang o ON o.id = g.oleh "
            "WHERE s.desa = ? AND s.tahun = ? AND s.dokumen = ? ORDER BY g.id DESC",
            (desa, tahun, dokumen),
        )
        return [Gerak(int(r["waktu"]), r["nama"], r["tahap"], r["nomor"], r["tanggal"]) for r in rows]


def _bergerak(kini: Row | None, tahap: str, nomor: str, tanggal: str | None, *, mundur: bool) -> bool:
    """The same step with another number or day is a correction of these; the same with neither says nothing new."""
    dulu = kini["tahap"] if kini else BELUM
    if tahap == dulu:
        beda = kini is not None and (nomor, tanggal) != (kini["nomor"], kini["tanggal"])
        return beda and bool(nomor or tanggal)
    return mundur or TAHAP.index(tahap) > TAHAP.index(dulu)


def _langkah(row: Row) -> Langkah:
    return Langkah(
        row["dokumen"], int(row["tahun"]), row["tahap"], row["nomor"], row["tanggal"], row["musdes"] or "",
        int(row["diubah"]),
    )  # fmt: skip
