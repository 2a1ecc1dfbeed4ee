"""Short codes that join another address to a person. Only a print of the code is stored, one code a person.

The first letters say which code is meant, the others are the secret: so wrong tries against one code can be counted
though nobody can read it.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from data.orang import TANPA_NAMA, OrangQ
from data.percobaan import PercobaanQ
from data.store import Tx
from data.undangan import HURUF

PENANDA, RAHASIA = 3, 5
"""31^5: with five tries a code is guessed once in six million."""
UMUR = 600
"""Seconds that a code is good for."""
BATAS = 5
"""Wrong tries against one code, from wherever: then it is gone."""
TIADA = "0" * 64


class Keadaan(StrEnum):
    BERLAKU = "berlaku"
    SALAH = "salah"
    """No such code, or it is too old, or has been used: which, nobody is told."""
    TERLALU_SERING = "terlalu_sering"


@dataclass(frozen=True)
class Tebakan:
    keadaan: Keadaan
    orang_id: int = 0
    """Whose code it is, when it is good."""


def sidik(kode: str) -> str:
    return sha256(kode.encode()).hexdigest()


def rapi(kode: str) -> str:
    """As it is compared: its case and what parts its letters do not count. '' when it cannot be one."""
    inti = "".join(c for c in kode.lower() if c.isalnum())
    return inti if len(inti) == PENANDA + RAHASIA and not inti.strip(HURUF) else ""


class TautanQ:
    def __init__(self, tx: Tx, kini: int) -> None:
        self._tx = tx
        self._kini = kini
        self.percobaan = PercobaanQ(tx, kini)

    def buat(self, orang_id: int) -> str:
        """The code, 'k7m-4xq2p'; the person's earlier one is no longer good."""
        self._tx.run("DELETE FROM tautan WHERE orang_id = ? OR habis <= ?", (orang_id, self._kini))
        while True:
            penanda, rahasia = _acak(PENANDA), _acak(RAHASIA)
            if self._tx.run(
                "INSERT INTO tautan (orang_id, tanda, sidik, habis) VALUES (?, ?, ?, ?) ON CONFLICT (tanda) DO NOTHING",
                (orang_id, penanda, sidik(penanda + rahasia), self._kini + UMUR),
            ):
                return f"{penanda}-{rahasia}"

    def coba(self, kode: str, siapa: str) -> Tebakan:
        """`siapa`: the address that tries. The work is the same whether or not there is such a code."""
        if self.percobaan.terlalu_sering("tautan", siapa):
            return Tebakan(Keadaan.TERLALU_SERING)
        inti = rapi(kode)
        row = self._tx.one("SELECT orang_id, sidik, habis FROM tautan WHERE tanda = ?", (inti[:PENANDA],))
        sama = hmac.compare_digest(sidik(inti), row["sidik"] if row else TIADA)
        if sama and row and row["habis"] > self._kini:
            return Tebakan(Keadaan.BERLAKU, int(row["orang_id"]))
        self.percobaan.catat("tautan", siapa)
        self._tx.run("UPDATE tautan SET coba = coba + 1 WHERE tanda = ?", (inti[:PENANDA],))
        self._tx.run("DELETE FROM tautan WHERE tanda = ? AND coba >= ?", (inti[:PENANDA], BATAS))
        return Tebakan(Keadaan.SALAH)

    def punya_sendiri(self, orang_id: int) -> bool:
        """Whether something would be mixed up: an assignment or an entry, of whenever."""
        row = self._tx.one(
            "SELECT 1 AS ada WHERE EXISTS (SELECT 1 FROM penugasan WHERE orang_id = ? AND peran <> 'warga') "
            "OR EXISTS (SELECT 1 FROM kegiatan WHERE orang_id = ?)",
            (orang_id, orang_id),
        )
        return row is not None

    def gabung(self, kanal: str, tujuan: str, ke: int) -> None:
        """The address is `ke`'s from now on, and the code is used up. Whoever had it is emptied with their last one."""
        lama = self._tx.one("SELECT orang_id FROM alamat WHERE kanal = ? AND tujuan = ?", (kanal, tujuan))
        OrangQ(self._tx).pasang_alamat(ke, kanal, tujuan, self._kini)
        self._tx.run("DELETE FROM tautan WHERE orang_id = ?", (ke,))
        if lama is not None and int(lama["orang_id"]) != ke and not self._beralamat(int(lama["orang_id"])):
            self._kosongkan(int(lama["orang_id"]))

    def _beralamat(self, orang_id: int) -> bool:
        return self._tx.one("SELECT 1 AS ada FROM alamat WHERE orang_id = ? LIMIT 1", (orang_id,)) is not None

    def _kosongkan(self, orang_id: int) -> None:
        self._tx.run(
            "UPDATE percakapan SET status = CASE WHEN status IN ('terbuka', 'ditunda') THEN 'batal' ELSE status END, "
            "keadaan = '{}', hasil = '' WHERE orang_id = ?",
            (orang_id,),
        )
        self._tx.run(
            "UPDATE permintaan SET status = 'ditarik', diputus = ? WHERE orang_id = ? AND status = 'menunggu'",
            (self._kini, orang_id),
        )
        self._tx.run("DELETE FROM tautan WHERE orang_id = ?", (orang_id,))
        self._tx.run("DELETE FROM penghapusan WHERE orang_id = ?", (orang_id,))
        self._tx.run(
            "UPDATE orang SET nama = ?, setuju = NULL, setuju_versi = 0, dihapus = ? WHERE id = ?",
            (TANPA_NAMA, self._kini, orang_id),
        )


def _acak(panjang: int) -> str:
    return "".join(secrets.choice(HURUF) for _ in range(panjang))
