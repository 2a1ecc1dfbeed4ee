"""Who is who on WhatsApp: an opaque name of our own for each chat, and all that WhatsApp has called its person.

A person is known by a phone number, by an id that WhatsApp made for this business, or by both; either may change, and
the number may be hidden. An id is never given to somebody else; a number is, some time after it was given up.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from data.store import Row, Tx
from data.wa_gabung import gabung

KANAL = "whatsapp"
TEL, ID = "tel:", "id:"
SUNYI = 30 * 86_400
"""Seconds without a word after which a number that comes with another id is somebody else's: operators sell again what
was given up, and a person who is with us writes before that."""
PAMIT = 86_400
SEKARANG = "COALESCE((SELECT NULLIF(jadi, '') FROM wa_kontak WHERE tujuan = ?), ?)"
KOLOM = "tujuan, masuk, masuk_id, izin, tolak, dibuat"


@dataclass(frozen=True)
class Kontak:
    tujuan: str
    masuk: int | None
    """When they last wrote, by WhatsApp's clock; None: never."""
    masuk_id: str
    """WhatsApp's name for that message."""
    izin: int | None
    """When they agreed to be written to unasked."""
    tolak: int | None
    """When they asked not to be; None as well when they took it back."""
    dibuat: int


def sebagai_alias(telepon: str, bsuid: str) -> tuple[str, ...]:
    """Of what WhatsApp said, what there is of it. `telepon`: digits."""
    return tuple(satu for satu in (telepon and TEL + telepon, bsuid and ID + bsuid) if satu)


class KontakQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    # -- who it is ---------------------------------------------------------------------------------------------------

    def kunci(self, alias: Iterable[str]) -> None:
        """Nobody else decides who these are until the transaction ends. All of a batch at once, in one order."""
        for satu in sorted(set(alias)):
            self._tx.lock(f"wa:{satu}")

    def kenali(self, telepon: str, bsuid: str, waktu: int) -> str:
        """The chat of whoever wrote at `waktu`; a new one for a stranger. At least one of the two names is given."""
        self.kunci(sebagai_alias(telepon, bsuid))
        dari_id = self._milik(ID + bsuid, waktu) if bsuid else ""
        dari_tel = self._milik(TEL + telepon, waktu) if telepon else ""
        if dari_tel and dari_tel != dari_id and self._orang_lain(dari_tel, bsuid, waktu):
            dari_tel = ""
        tujuan = dari_id or dari_tel or self._baru(waktu)
        if dari_id and dari_tel and dari_id != dari_tel:
            satu = gabung(self._tx, dari_id, dari_tel, waktu)
            if not satu and not self._punya_id(dari_tel, selain=bsuid):
                telepon = ""  # two persons, and the number is the only way to one of them
            tujuan = satu or dari_id
        self._catat(tujuan, telepon, bsuid, waktu)
        return tujuan

    def ganti(self, lama: Iterable[str], telepon: str, bsuid: str, waktu: int) -> str:
        """By WhatsApp's word, whoever was called one of `lama` (aliases, the surest first) is now called this.

        '' when none of them is known: then nobody is made known either.
        """
        lama, baru = list(lama), sebagai_alias(telepon, bsuid)
        self.kunci((*lama, *baru))
        tujuan = next((t for satu in lama if (t := self._milik(satu, waktu, sejak=waktu))), "")
        if not tujuan:
            return ""
        for satu in (a for a in lama if a.startswith(TEL) and a not in baru):
            self._tx.run(
                "UPDATE wa_alias SET berhenti = ? WHERE alias = ? AND tujuan = ? AND berhenti IS NULL",
                (waktu, satu, tujuan),
            )
        for satu in reversed(baru):  # what they wrote under the new name may have come before this word of it
            lain = self._milik(satu, waktu)
            if not lain or lain == tujuan or (satu.startswith(TEL) and self._punya_id(lain, selain=bsuid)):
                continue
            if not (jadi := gabung(self._tx, lain, tujuan, waktu)):
                return tujuan
            tujuan = jadi
        self._catat(tujuan, telepon, bsuid, waktu)
        return tujuan

    def cari(self, telepon: str, bsuid: str, waktu: int) -> str:
        """The chat that is called so; '' where it is nobody's. Makes nobody known."""
        return next((t for a in reversed(sebagai_alias(telepon, bsuid)) if (t := self._milik(a, waktu))), "")

    def alamat(self, tujuan: str) -> str:
        """The alias to write to: the number in use, else the latest id; '' where there is neither."""
        row = self._tx.one(
            f"SELECT alias FROM wa_alias WHERE tujuan = {SEKARANG} AND berhenti IS NULL "
            f"ORDER BY CASE WHEN alias LIKE '{TEL}%' THEN 0 ELSE 1 END, dilihat DESC, alias LIMIT 1",
            (tujuan, tujuan),
        )
        return "" if row is None else str(row["alias"])

    # -- what they said to us, and whether we may write ----------------------------------------------------------------

    def ambil(self, tujuan: str) -> Kontak | None:
        """Of the chat that goes on, where this one has turned out to be one with it."""
        row = self._tx.one(f"SELECT {KOLOM} FROM wa_kontak WHERE tujuan = {SEKARANG}", (tujuan, tujuan))
        return None if row is None else _kontak(row)

    def masuk(self, tujuan: str, waktu: int, wamid: str) -> None:
        """They wrote. An older message that comes late moves nothing back."""
        self._tx.run(
            "UPDATE wa_kontak SET masuk = ?, masuk_id = ?, pergi = NULL "
            "WHERE tujuan = ? AND (masuk IS NULL OR masuk <= ?)",
            (waktu, wamid, tujuan, waktu),
        )

    def izin(self, tujuan: str, waktu: int) -> None:
        """They agree to be written to unasked; what they said later than `waktu` counts more."""
        self._tx.run(
            "UPDATE wa_kontak SET izin = ?, tolak = NULL WHERE tujuan = ? AND (tolak IS NULL OR tolak <= ?)",
            (waktu, tujuan, waktu),
        )

    def tolak(self, tujuan: str, waktu: int) -> None:
        self._tx.run(
            "UPDATE wa_kontak SET tolak = ? WHERE tujuan = ? AND (izin IS NULL OR izin <= ?)", (waktu, tujuan, waktu)
        )

    def buang_yang_pergi(self, kini: int) -> int:
        """Of persons who were erased, once the last words are said, or could not be for a day: all that names them."""
        siap = self._tx.all(
            "SELECT tujuan FROM wa_kontak k WHERE pergi IS NOT NULL AND (pergi <= ? OR NOT EXISTS (SELECT 1 "
            f"FROM outbox o WHERE o.kanal = '{KANAL}' AND o.tujuan = k.tujuan AND o.status IN ('antre', 'dikirim')))",
            (kini - PAMIT,),
        )
        for row in siap:
            self._tx.run("DELETE FROM wa_alias WHERE tujuan = ?", (row["tujuan"],))
            self._tx.run("DELETE FROM wa_kontak WHERE tujuan = ? OR jadi = ?", (row["tujuan"], row["tujuan"]))
        return len(siap)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _milik(self, alias: str, waktu: int, *, sejak: int | None = None) -> str:
        """Whose it was then: a number that was given up is its person's for what they wrote before.

        '' as well when it was seen after `sejak`: then it is its person's own, whatever was said of it before.
        """
        row = self._tx.one(
            "SELECT tujuan, dilihat FROM wa_alias WHERE alias = ? AND (berhenti IS NULL OR berhenti > ?)",
            (alias, waktu),
        )
        if row is None or (sejak is not None and int(row["dilihat"]) > sejak):
            return ""
        return str(row["tujuan"])

    def _punya_id(self, tujuan: str, *, selain: str) -> bool:
        row = self._tx.one(
            f"SELECT 1 AS ada FROM wa_alias WHERE tujuan = ? AND alias LIKE '{ID}%' AND alias <> ? LIMIT 1",
            (tujuan, ID + selain),
        )
        return row is not None

    def _orang_lain(self, tujuan: str, bsuid: str, waktu: int) -> bool:
        """Whether the number has a new owner: its chat has another id, and has been silent too long for a change."""
        if not bsuid or not self._punya_id(tujuan, selain=bsuid):
            return False
        row = self._tx.one("SELECT MAX(dilihat) AS dilihat FROM wa_alias WHERE tujuan = ?", (tujuan,))
        return row is not None and waktu - int(row["dilihat"]) > SUNYI

    def _baru(self, waktu: int) -> str:
        tujuan = f"wa{secrets.token_urlsafe(12)}"
        self._tx.run("INSERT INTO wa_kontak (tujuan, dibuat) VALUES (?, ?)", (tujuan, waktu))
        return tujuan

    def _catat(self, tujuan: str, telepon: str, bsuid: str, waktu: int) -> None:
        if bsuid:
            self._pasang(ID + bsuid, tujuan, waktu)
        if telepon and not self._lebih_baru(tujuan, telepon, waktu):
            self._pasang(TEL + telepon, tujuan, waktu)
            self._tx.run(  # one account, one number: the one before may be somebody else's from now on
                "UPDATE wa_alias SET berhenti = ? "
                f"WHERE tujuan = ? AND alias LIKE '{TEL}%' AND alias <> ? AND berhenti IS NULL",
                (waktu, tujuan, TEL + telepon),
            )

    def _lebih_baru(self, tujuan: str, telepon: str, waktu: int) -> bool:
        """Whether they were seen with another number after that."""
        row = self._tx.one(
            f"SELECT 1 AS ada FROM wa_alias WHERE tujuan = ? AND alias LIKE '{TEL}%' AND alias <> ? AND dilihat > ?",
            (tujuan, TEL + telepon, waktu),
        )
        return row is not None

    def _pasang(self, alias: str, tujuan: str, waktu: int) -> None:
        """Nothing where it is somebody's since: this is the older word."""
        self._tx.run(
            "INSERT INTO wa_alias (alias, tujuan, dilihat) VALUES (?, ?, ?) ON CONFLICT (alias) DO UPDATE "
            "SET tujuan = excluded.tujuan, dilihat = excluded.dilihat, berhenti = NULL "
            "WHERE wa_alias.dilihat <= excluded.dilihat AND (wa_alias.berhenti IS NULL "
            "OR wa_alias.berhenti <= excluded.dilihat)",
            (alias, tujuan, waktu),
        )


def _kontak(row: Row) -> Kontak:
    masuk, izin, tolak = (None if row[k] is None else int(row[k]) for k in ("masuk", "izin", "tolak"))
    return Kontak(row["tujuan"], masuk, row["masuk_id"], izin, tolak, int(row["dibuat"]))
