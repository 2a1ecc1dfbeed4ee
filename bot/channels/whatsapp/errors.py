"""What Meta's refusals mean for us: one table, by code.

Codes and words: developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes, read in
November 2026. The HTTP status decides only where no code is known: Meta asks to go by the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.channels.contract import Jenis, SendError
from bot.channels.whatsapp.graph import GraphError

Buku = Literal["", "jendela", "tolak", "templat", "media"]
"""What our books learn from it. jendela: the 24 hours are over. tolak: the person wants nothing unasked. templat: this
template is not to be used for now. media: what was uploaded is not known there (any more)."""
JAM = 3600
HARI = 24 * JAM
PASANGAN = 131056
"""One person got too many messages: the wait grows with each in a row (`Pasangan`)."""
DASAR, PALING_LAMA = 4, 6
"""4^n seconds, n from 0; after the sixth it grows no more (a good hour)."""


@dataclass(frozen=True)
class Tindakan:
    jenis: Jenis
    sebab: str
    """For the operator, without anything of the message. For `tahan` the contract's word: jendela, kuota or izin."""
    tunggu: float = 0
    buku: Buku = ""
    mungkin_sampai: bool = False
    """Also where it surely did not arrive, but a message that fails for ever must not stop those behind it: only such
    a try is counted."""

    def error(self, kode: int = 0, *, tunggu: float = 0) -> SendError:
        sebab = self.sebab if self.jenis in ("tahan", "berhenti") or not kode else f"{kode}: {self.sebab}"
        return SendError(self.jenis, sebab, tunggu=tunggu or self.tunggu, mungkin_sampai=self.mungkin_sampai)


def _padat(sebab: str) -> Tindakan:
    """The whole channel waits, a step longer each time; the try is not counted."""
    return Tindakan("sementara", sebab)


def _sekali_lagi(sebab: str, buku: Buku = "") -> Tindakan:
    """Counted: a few times, minutes apart, then failed and visible."""
    return Tindakan("sementara", sebab, buku=buku, mungkin_sampai=True)


def _berhenti(sebab: str) -> Tindakan:
    return Tindakan("berhenti", sebab)


TAK_DIKENALI = (
    "Meta does not accept this access token: put a new one into whatsapp.token (System users, Generate token)"
)
IZIN = (
    "the access token may not do this: give its system user the app and the WhatsApp account, with "
    "whatsapp_business_messaging and whatsapp_business_management"
)
NOMOR = "whatsapp.phone_number_id is not known to Meta, or the access token may not use it: see API Setup in the app"
TEMPLAT = Tindakan("tahan", "jendela", buku="templat")

TABEL: Mapping[int, Tindakan] = {
    # -- the operator has to do something: nothing goes until then ---------------------------------------------------
    0: _berhenti(TAK_DIKENALI),
    190: _berhenti(TAK_DIKENALI),
    3: _berhenti(IZIN),
    10: _berhenti(IZIN),
    **{kode: _berhenti(IZIN) for kode in range(200, 300)},
    131005: _berhenti(IZIN),
    33: _berhenti(NOMOR),
    131031: _berhenti("Meta has locked this WhatsApp account: see Account quality in Business Support Home"),
    131037: _berhenti("the number's display name is not approved yet: see Phone numbers in WhatsApp Manager"),
    131042: _berhenti(
        "Meta cannot bill this account: add or mend the payment method (WhatsApp Manager, Billing and payments)"
    ),
    131045: _berhenti("the number is not registered for the Cloud API: register it again (POST …/register)"),
    133010: _berhenti("the number is not registered for the Cloud API: register it (POST …/register)"),
    368: _berhenti("Meta has blocked this account for a while for a breach of policy: see Business Support Home"),
    # -- too much, or Meta is not well: later ------------------------------------------------------------------------
    4: _padat("the app's hourly calls are used up"),
    80007: _padat("the account's hourly calls are used up"),
    130429: _padat("more messages a second than this number may send"),
    2: _padat("Meta is down or overloaded"),
    131016: _padat("a service at Meta is not available"),
    131057: _padat("the account is being moved by Meta"),
    133004: _padat("Meta's server is not available for a while"),
    1: _sekali_lagi("unknown trouble at Meta, or a request it does not take"),
    131000: _sekali_lagi("something went wrong at Meta"),
    135000: _sekali_lagi("something went wrong at Meta with this message"),
    # -- this person -------------------------------------------------------------------------------------------------
    PASANGAN: Tindakan("tunggu", "too many messages to this person", tunggu=1),
    131026: Tindakan("tutup", "cannot be reached on WhatsApp"),
    131047: Tindakan("tahan", "jendela", buku="jendela"),
    131048: Tindakan("tahan", "kuota", tunggu=6 * JAM),
    131049: Tindakan("tahan", "kuota", tunggu=HARI),
    131050: Tindakan("tahan", "izin", buku="tolak"),
    130472: Tindakan("alih", "Meta sends this person no such message, as an experiment of its own", tunggu=HARI),
    130497: Tindakan("alih", "this account may not write to people of that country", tunggu=HARI),
    131021: Tindakan("tetap", "sender and receiver are the same number"),
    131030: Tindakan("tetap", "Meta's test number may only write to the numbers on its list (API Setup, To)"),
    131062: Tindakan("tetap", "needs the person's phone number, which WhatsApp does not tell"),
    # -- this message ------------------------------------------------------------------------------------------------
    100: Tindakan("tetap", "a parameter that Meta does not take"),
    131008: Tindakan("tetap", "a parameter is missing"),
    131009: Tindakan("tetap", "a parameter's value is not taken"),
    131051: Tindakan("tetap", "a kind of message that is not taken"),
    131052: _sekali_lagi("Meta could not fetch the file", "media"),
    131053: _sekali_lagi("Meta could not use the file", "media"),
    # -- the template: set aside, and the rules choose anew ----------------------------------------------------------
    132000: TEMPLAT,  # another number of parameters
    132001: TEMPLAT,  # does not exist in this language, or is not approved
    132005: TEMPLAT,  # too long when filled in
    132007: TEMPLAT,  # its character is against a policy
    132012: TEMPLAT,  # another format of parameters
    132015: TEMPLAT,  # paused for low quality
    132016: TEMPLAT,  # disabled for ever
    132018: TEMPLAT,  # something with its parameters
}
NOMOR_HILANG = (100, 33)
"""Code and subcode: the object (our number) does not exist, or the token does not see it."""
BERKAS = (100, 131009, 131052, 131053)
"""What is also said of an upload that is no longer known: it is made anew, once."""
TAK_DIKENAL = Tindakan("tetap", "a refusal that is not in our table")


def untuk(kode: int, http: int = 0, subkode: int = 0) -> Tindakan:
    """Also for a message that failed afterwards, as a status tells."""
    if (kode, subkode) == NOMOR_HILANG:
        return TABEL[33]
    if kode in TABEL and (kode or http == 401):  # 0 is also "no code": then only 401 speaks of the token
        return TABEL[kode]
    if http == 401:
        return _berhenti(TAK_DIKENALI)
    if http == 429:
        return _padat("too many requests")
    return _sekali_lagi(f"HTTP {http}") if http >= 500 else TAK_DIKENAL


def tindakan(error: GraphError) -> Tindakan:
    if error.terputus:
        return Tindakan("sementara", error.terputus, mungkin_sampai=error.terkirim)
    return untuk(error.kode, error.http, error.subkode)


class Pasangan:
    """How long a person waits of whom Meta says that they got too much: 4^n seconds, forgotten once one has gone."""

    def __init__(self) -> None:
        self._beruntun: dict[str, int] = {}

    def kena(self, tujuan: str) -> float:
        n = self._beruntun.get(tujuan, 0)
        self._beruntun[tujuan] = min(n + 1, PALING_LAMA)
        return float(DASAR**n)

    def lolos(self, tujuan: str) -> None:
        self._beruntun.pop(tujuan, None)
