"""Requests to join: what somebody said of themselves, and what the level above decided on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.jejak import JejakQ
from data.lingkup import Lingkup, LingkupQ
from data.pengesahan import PengesahanQ
from data.store import Row, Tx

MENUNGGU, DISETUJUI, DITOLAK, DITARIK = "menunggu", "disetujui", "ditolak", "ditarik"
KOLOM = "id, orang_id, peran, wilayah, dibuat, status, oleh, alasan, diputus"


@dataclass(frozen=True)
class Permintaan:
    id: int
    orang_id: int
    peran: str
    wilayah: tuple[str, ...]
    dibuat: int
    status: str
    oleh: int | None
    """Who decided."""
    alasan: str
    diputus: int | None


class PermintaanQ:
    def __init__(self, tx: Tx, jejak: JejakQ, kini: int) -> None:
        self._tx = tx
        self._jejak = jejak
        self._kini = kini
        self._sah = PengesahanQ(tx, jejak)

    def ajukan(self, orang_id: int, peran: str, wilayah: Iterable[str], hari: date) -> list[Permintaan]:
        """One for each group of people who decide; what already waited for this role is asked for again with it.

        The places are the person's from now on by their own word. None when all of it is confirmed already.
        """
        kode = dict.fromkeys(wilayah)
        for lama in self._tunggu("orang_id = ? AND peran = ?", (orang_id, peran)):
            self._tutup(lama, DITARIK, orang_id, "")
            kode |= dict.fromkeys(lama.wilayah)
        kelompok: dict[tuple[int, ...], list[str]] = {}
        for satu in kode:
            if not self._sah.disahkan(orang_id, peran, satu, hari):
                self._sah.usulkan(orang_id, peran, satu, hari)
                kelompok.setdefault(tuple(self.pemutus(orang_id, peran, satu, hari)), []).append(satu)
        return [self._tambah(orang_id, peran, satu) for satu in kelompok.values()]

    def pemutus(self, orang_id: int, peran: str, kode: str, hari: date) -> list[int]:
        """Who decides: the nearest level above that has somebody else than the person."""
        return LingkupQ(self._tx).atasan(peran, kode, hari, selain=orang_id)

    def ambil(self, id_: int) -> Permintaan | None:
        row = self._tx.one(f"SELECT {KOLOM} FROM permintaan WHERE id = ?", (id_,))
        return None if row is None else _permintaan(row)

    def menunggu(self, lingkup: Lingkup) -> list[Permintaan]:
        """Those on which the person may decide, the oldest first."""
        return [p for p in self._tunggu("1 = 1", ()) if boleh_putuskan(lingkup, p)]

    def setujui(self, permintaan: Permintaan, oleh: int, hari: date) -> bool:
        """False when somebody was first."""
        if not self._tutup(permintaan, DISETUJUI, oleh, ""):
            return False
        for kode in permintaan.wilayah:
            self._sah.sahkan(permintaan.orang_id, permintaan.peran, kode, hari, oleh)
        return True

    def tolak(self, permintaan: Permintaan, oleh: int, hari: date, alasan: str) -> bool:
        """False when somebody was first."""
        if not self._tutup(permintaan, DITOLAK, oleh, alasan):
            return False
        for kode in permintaan.wilayah:
            self._sah.akhiri_usulan(permintaan.orang_id, permintaan.peran, kode, hari, alasan)
        return True

    def tutup_yang_sah(self, orang_id: int, hari: date, oleh: int | None) -> None:
        """What an invitation has confirmed meanwhile need not be decided any more."""
        for satu in self._tunggu("orang_id = ?", (orang_id,)):
            if all(self._sah.disahkan(orang_id, satu.peran, kode, hari) for kode in satu.wilayah):
                self._tutup(satu, DISETUJUI, oleh, "undangan")

    def _tambah(self, orang_id: int, peran: str, wilayah: list[str]) -> Permintaan:
        row = self._tx.one(
            f"INSERT INTO permintaan (orang_id, peran, wilayah, dibuat, status) VALUES (?, ?, ?, ?, ?) "
            f"RETURNING {KOLOM}",
            (orang_id, peran, ",".join(wilayah), self._kini, MENUNGGU),
        )
        assert row is not None
        return _permintaan(row)

    def _tutup(self, permintaan: Permintaan, status: str, oleh: int | None, alasan: str) -> bool:
        ditutup = self._tx.run(
            "UPDATE permintaan SET status = ?, oleh = ?, alasan = ?, diputus = ? WHERE id = ? AND status = ?",
            (status, oleh, alasan, self._kini, permintaan.id, MENUNGGU),
        )
        if ditutup:
            self._jejak.tulis(
                "putuskan", "permintaan", permintaan.id, kolom="status", sebelum=MENUNGGU, sesudah=status,
                alasan=alasan or None,
            )  # fmt: skip
        return bool(ditutup)

    def _tunggu(self, syarat: str, params: tuple[str | int, ...]) -> list[Permintaan]:
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM permintaan WHERE status = 'menunggu' AND {syarat} ORDER BY id", params
        )
        return [_permintaan(row) for row in rows]


def boleh_putuskan(lingkup: Lingkup, permintaan: Permintaan) -> bool:
    """Nobody decides on their own request, nor on a place that they are not above."""
    return lingkup.orang_id != permintaan.orang_id and all(
        lingkup.boleh_bina(permintaan.peran, kode) for kode in permintaan.wilayah
    )


def _permintaan(row: Row) -> Permintaan:
    return Permintaan(
        int(row["id"]),
        int(row["orang_id"]),
        row["peran"],
        tuple(row["wilayah"].split(",")),
        int(row["dibuat"]),
        row["status"],
        None if row["oleh"] is None else int(row["oleh"]),
        row["alasan"],
        None if row["diputus"] is None else int(row["diputus"]),
    )
