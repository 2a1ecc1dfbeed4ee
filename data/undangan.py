"""Invitations: single use, seven days, for a role in certain places. Only a print of the code is stored."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from data.jejak import JejakQ
from data.lingkup import SEMUA_WILAYAH, TINGKAT, LingkupQ
from data.pengesahan import PengesahanQ
from data.percobaan import PercobaanQ
from data.store import Row, Tx
from data.wilayah.tempat import kelurahan

AWALAN = "u-"
"""How a code begins in a link, so that a link can carry other things too."""
HURUF = "23456789abcdefghjkmnpqrstuvwxyz"
"""None that is taken for another when it is read aloud or copied from paper."""
BLOK, PER_BLOK = 4, 5
"""20 of 31 characters: 99 bits."""
UMUR = 7 * 86_400
"""Seconds that an invitation is good for."""
AKTIF, DIPAKAI, DICABUT = "aktif", "dipakai", "dicabut"
KOLOM = "id, peran, wilayah, nama, oleh, dibuat, habis, status, dipakai_oleh, dipakai"


class KeadaanUndangan(StrEnum):
    """What an invitation is good for, for the one who holds it."""

    BERLAKU = "berlaku"
    DIPAKAI = "dipakai"
    HABIS = "habis"
    DICABUT = "dicabut"
    TAK_DIKENAL = "tak_dikenal"
    TERLALU_SERING = "terlalu_sering"
    PENGUNDANG_PERGI = "pengundang_pergi"
    """Whoever made it is no longer above that role there."""
    SENDIRI = "sendiri"
    """The one who made it would use it."""


@dataclass(frozen=True)
class Undangan:
    id: int
    peran: str
    wilayah: tuple[str, ...]
    nama: str
    """Whom it is meant for, as the inviter wrote it."""
    oleh: int | None
    """None: the operator, from the command line."""
    dibuat: int
    habis: int
    """Not valid from this moment on."""
    status: str
    dipakai_oleh: int | None
    dipakai: int | None


def kode_baru() -> str:
    return AWALAN + "-".join("".join(secrets.choice(HURUF) for _ in range(PER_BLOK)) for _ in range(BLOK))


def sidik_kode(kode: str) -> str:
    """What of a code is stored. Its beginning, its case and what parts its letters do not count."""
    inti = kode.strip().lower().removeprefix(AWALAN)
    return sha256("".join(satu for satu in inti if satu.isalnum()).encode()).hexdigest()


class UndanganQ:
    def __init__(self, tx: Tx, jejak: JejakQ, kini: int) -> None:
        self._tx = tx
        self._jejak = jejak
        self._kini = kini
        self.percobaan = PercobaanQ(tx, kini)

    def buat(self, peran: str, wilayah: Sequence[str], oleh: int | None, nama: str = "") -> tuple[str, Undangan]:
        """The code, which nobody can be told again. Raises ValueError for a place that the role is not given for."""
        for satu in wilayah or [""]:
            tingkat = 0 if satu == SEMUA_WILAYAH else satu.count(".") + 1
            if not satu or tingkat != TINGKAT[peran] or kelurahan(satu):
                raise ValueError(f"{peran} is not given for {satu!r}")
        kode = kode_baru()
        row = self._tx.one(
            "INSERT INTO undangan (sidik, peran, wilayah, nama, oleh, dibuat, habis, status) "
            f"VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING {KOLOM}",
            (sidik_kode(kode), peran, ",".join(wilayah), nama, oleh, self._kini, self._kini + UMUR, AKTIF),
        )
        assert row is not None
        undangan = _undangan(row)
        self._jejak.tulis("buat", "undangan", undangan.id, sesudah=f"{peran} {','.join(wilayah)}")
        return kode, undangan

    def periksa(self, sidik: str, orang_id: int, hari: date) -> tuple[KeadaanUndangan, Undangan | None]:
        """What the person who has the code may do with it. Writes nothing."""
        if self.percobaan.terlalu_sering("undangan", _siapa(orang_id)):
            return KeadaanUndangan.TERLALU_SERING, None
        row = self._tx.one(f"SELECT {KOLOM} FROM undangan WHERE sidik = ?", (sidik,))
        if row is None:
            return KeadaanUndangan.TAK_DIKENAL, None
        undangan = _undangan(row)
        return self._keadaan(undangan, orang_id, hari), undangan

    def hitung_salah(self, keadaan: KeadaanUndangan, orang_id: int) -> None:
        """Misuse is counted by its kind; only codes that are no codes at all stop their sender."""
        apa = "undangan" if keadaan is KeadaanUndangan.TAK_DIKENAL else f"undangan:{keadaan}"
        self.percobaan.catat(apa, _siapa(orang_id))

    def pakai(self, undangan: Undangan, orang_id: int, hari: date) -> KeadaanUndangan:
        """The person has the assignments, confirmed; of two who use it at once, one."""
        keadaan = self._keadaan(undangan, orang_id, hari)
        if keadaan is not KeadaanUndangan.BERLAKU:
            return keadaan
        menang = self._tx.run(
            "UPDATE undangan SET status = ?, dipakai_oleh = ?, dipakai = ? WHERE id = ? AND status = ?",
            (DIPAKAI, orang_id, self._kini, undangan.id, AKTIF),
        )
        if not menang:
            return self._sekarang(undangan.id)
        self._jejak.tulis("pakai", "undangan", undangan.id, kolom="status", sebelum=AKTIF, sesudah=DIPAKAI)
        for kode in undangan.wilayah:
            PengesahanQ(self._tx, self._jejak).sahkan(orang_id, undangan.peran, kode, hari, undangan.oleh)
        return keadaan

    def cabut(self, undangan: Undangan) -> bool:
        """False when it is no longer open."""
        dicabut = self._tx.run(
            "UPDATE undangan SET status = ? WHERE id = ? AND status = ?", (DICABUT, undangan.id, AKTIF)
        )
        if dicabut:
            self._jejak.tulis("cabut", "undangan", undangan.id, kolom="status", sebelum=AKTIF, sesudah=DICABUT)
        return bool(dicabut)

    def daftar(self, oleh: int, *, operator: bool = False, batas: int = 10) -> list[Undangan]:
        """The person's own, the latest first; the operator's too when `operator`."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM undangan WHERE oleh = ?{' OR oleh IS NULL' if operator else ''} "
            "ORDER BY id DESC LIMIT ?",
            (oleh, batas),
        )
        return [_undangan(row) for row in rows]

    def milik(self, id_: int, oleh: int, *, operator: bool = False) -> Undangan | None:
        """None as well when it is another's: nobody learns that it exists."""
        row = self._tx.one(f"SELECT {KOLOM} FROM undangan WHERE id = ?", (id_,))
        undangan = _undangan(row) if row else None
        if undangan is None or not (undangan.oleh == oleh or (operator and undangan.oleh is None)):
            return None
        return undangan

    def menunggu(self) -> set[tuple[str, tuple[str, ...], str]]:
        """(role, places, name) of all that can still be used."""
        rows = self._tx.all(f"SELECT {KOLOM} FROM undangan WHERE status = ? AND habis > ?", (AKTIF, self._kini))
        return {(u.peran, u.wilayah, u.nama) for u in map(_undangan, rows)}

    def _keadaan(self, undangan: Undangan, orang_id: int, hari: date) -> KeadaanUndangan:
        if undangan.status != AKTIF:
            return KeadaanUndangan(undangan.status)
        if undangan.habis <= self._kini:
            return KeadaanUndangan.HABIS
        if undangan.oleh is None:
            return KeadaanUndangan.BERLAKU
        if undangan.oleh == orang_id:
            return KeadaanUndangan.SENDIRI
        pengundang = LingkupQ(self._tx).untuk(undangan.oleh, hari)
        masih = all(pengundang.boleh_bina(undangan.peran, kode) for kode in undangan.wilayah)
        return KeadaanUndangan.BERLAKU if masih else KeadaanUndangan.PENGUNDANG_PERGI

    def _sekarang(self, id_: int) -> KeadaanUndangan:
        row = self._tx.one("SELECT status FROM undangan WHERE id = ?", (id_,))
        assert row is not None
        return KeadaanUndangan(row["status"])


def _siapa(orang_id: int) -> str:
    return f"orang:{orang_id}"


def _undangan(row: Row) -> Undangan:
    return Undangan(
        int(row["id"]),
        row["peran"],
        tuple(row["wilayah"].split(",")),
        row["nama"],
        None if row["oleh"] is None else int(row["oleh"]),
        int(row["dibuat"]),
        int(row["habis"]),
        row["status"],
        None if row["dipakai_oleh"] is None else int(row["dipakai_oleh"]),
        None if row["dipakai"] is None else int(row["dipakai"]),
    )
