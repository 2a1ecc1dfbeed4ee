"""The Indeks Desa status of each village and year, as a decree or minutes state it. Stored, never computed here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup
from data.store import Row, Tx

STATUS = {
    "mandiri": "Mandiri",
    "maju": "Maju",
    "berkembang": "Berkembang",
    "tertinggal": "Tertinggal",
    "sangat_tertinggal": "Sangat tertinggal",
}
"""As the ministry calls them, in its order."""
SEKALI = 500


@dataclass(frozen=True)
class StatusDesa:
    desa: str
    tahun: int
    status: str
    """A key of `STATUS`."""
    sumber: str
    """The decree or minutes, as written; '' is not known."""
    nama: str
    """Who wrote it here last."""
    diubah: int


@dataclass(frozen=True)
class UbahanStatus:
    waktu: int
    nama: str
    tahun: int
    kolom: str
    """status | sumber | hapus"""
    sebelum: str
    sesudah: str


class IndeksDesaQ:
    """Villages outside the scope are as if they were not there."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    def boleh(self, desa: str) -> bool:
        """Whether the person may write it: a confirmed pendamping there."""
        return self._lingkup.boleh_mendampingi(desa)

    def semua(self, desa: str) -> list[StatusDesa]:
        """Of one village, the latest year first."""
        return list(self._baris([desa], "", "i.tahun DESC"))

    def banyak(self, desa: Collection[str], tahun: int) -> dict[str, StatusDesa]:
        """By village, of those that may be read and have one of that year."""
        return {s.desa: s for s in self._baris(desa, f"AND i.tahun = {int(tahun)}", "i.desa")}

    def seluruhnya(self, desa: Collection[str]) -> Iterator[StatusDesa]:
        """Of all years, by village."""
        return self._baris(desa, "", "i.desa, i.tahun")

    def catat(self, desa: str, tahun: int, status: str, sumber: str) -> bool:
        """False when it stands so already, or it is not theirs to write. What is another goes into the trail."""
        if status not in STATUS:
            raise ValueError(f"no status {status}")
        if not self.boleh(desa):
            return False
        self._tx.lock(f"indeks_desa:{desa}:{tahun}")
        lama = self.banyak([desa], tahun).get(desa)
        if lama and (lama.status, lama.sumber) == (status, sumber):
            return False
        p = self._pelaku
        self._tx.run(
            "INSERT INTO indeks_desa (desa, tahun, status, sumber, oleh, diubah) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (desa, tahun) DO UPDATE SET status = excluded.status, sumber = excluded.sumber, "
            "oleh = excluded.oleh, diubah = excluded.diubah",
            (desa, tahun, status, sumber, p.orang_id, p.kini),
        )
        for kolom, dulu, kini in (
            ("status", lama.status if lama else "", status),
            ("sumber", lama.sumber if lama else "", sumber),
        ):
            if dulu != kini:
                self._tulis(desa, tahun, kolom, dulu, kini)
        return True

    def hapus(self, desa: str, tahun: int) -> bool:
        """False when there is none, or it is not theirs. Its history stays."""
        lama = self.banyak([desa], tahun).get(desa)
        if lama is None or not self.boleh(desa):
            return False
        self._tx.run("DELETE FROM indeks_desa WHERE desa = ? AND tahun = ?", (desa, tahun))
        self._tulis(desa, tahun, "hapus", lama.status, "")
        return True

    def riwayat(self, desa: str, *, batas: int = 30) -> list[UbahanStatus]:
        """Every change, the latest first."""
        if not self._lingkup.boleh_baca(desa):
            return []
        rows = self._tx.all(
            "SELECT j.waktu, o.nama, j.kolom, j.sebelum, j.sesudah FROM jejak j JOIN orang o ON o.id = j.orang_id "
            "WHERE j.tabel = 'indeks_desa' AND j.baris_id = ? ORDER BY j.id DESC LIMIT ?",
            (_baris_id(desa), batas),
        )
        return [_ubahan(r) for r in rows]

    def _tulis(self, desa: str, tahun: int, kolom: str, dulu: str, kini: str) -> None:
        self._jejak.tulis(
            "ubah", "indeks_desa", _baris_id(desa),
            kolom=f"{tahun} {kolom}", sebelum=dulu or None, sesudah=kini or None,
        )  # fmt: skip

    def _baris(self, desa: Collection[str], dan: str, urut: str) -> Iterator[StatusDesa]:
        boleh = sorted(kode for kode in set(desa) if self._lingkup.boleh_baca(kode))
        for n in range(0, len(boleh), SEKALI):
            bagian = boleh[n : n + SEKALI]
            rows = self._tx.all(
                "SELECT i.desa, i.tahun, i.status, i.sumber, i.diubah, o.nama FROM indeks_desa i "
                f"JOIN orang o ON o.id = i.oleh WHERE i.desa IN ({', '.join('?' * len(bagian))}) {dan} ORDER BY {urut}",
                bagian,
            )
            yield from (StatusDesa(**{nama: r[nama] for nama in StatusDesa.__dataclass_fields__}) for r in rows)


def _ubahan(r: Row) -> UbahanStatus:
    tahun, kolom = str(r["kolom"]).split(" ")
    return UbahanStatus(int(r["waktu"]), r["nama"], int(tahun), kolom, r["sebelum"] or "", r["sesudah"] or "")


def _baris_id(desa: str) -> int:
    """What the trail calls a village's row: its code as a number, which outlives a year that was written by mistake."""
    return int(desa.replace(".", ""))
