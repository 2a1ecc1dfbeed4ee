"""By what names WhatsApp calls people, and how it tells that they have changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.channels.whatsapp.shape import Message, System
from bot.log import logger
from data.wa_kontak import ID, TEL

log = logger("whatsapp")
NOMOR = re.compile(r"\d{5,20}")
BSUID = re.compile(r"[\x21-\x7e]{3,200}")
LAMA_KE_BARU = re.compile(r"changed from (\S+) to (\S+)\Z")
"""The end of Meta's sentence. What stands before it begins with a name that its person chose, and may say anything."""
GANTI = frozenset({"user_changed_number", "user_changed_user_id", "customer_changed_number"})


@dataclass(frozen=True)
class Ganti:
    """Whoever was called one of `lama` is now called so."""

    lama: tuple[str, ...]
    telepon: str
    bsuid: str
    waktu: int


@dataclass(frozen=True)
class Suka:
    """In WhatsApp itself they said whether they want to be written to."""

    telepon: str
    bsuid: str
    mau: bool
    waktu: int


def siapa(telepon: str, bsuid: str) -> tuple[str, str]:
    """What is no number where a number should stand is an id; what is neither is nothing."""
    telepon = telepon.strip().removeprefix("+")
    if telepon and not NOMOR.fullmatch(telepon):
        telepon, bsuid = "", bsuid or telepon
    return telepon, bsuid if BSUID.fullmatch(bsuid) else ""


def ganti(pesan: Message) -> Ganti | None:
    """What a system message says of it; None where it says something else."""
    its = pesan.system or System()
    if its.type not in GANTI:
        log.info("system message passed over", jenis=its.type)
        return None
    telepon, bsuid = siapa(its.wa_id or its.new_wa_id, its.user_id)
    kini = (TEL + telepon, ID + bsuid)
    dulu = (its.previous_user_id, pesan.from_user_id, pesan.from_)
    lama = tuple(dict.fromkeys(a for satu in dulu if (a := alias(satu)) and a not in kini))
    if not lama and (ketemu := LAMA_KE_BARU.search(its.body.rstrip())) and alias(ketemu[2]) in kini:
        lama = (alias(ketemu[1]),)
    return Ganti(lama, telepon, bsuid, pesan.timestamp) if lama and (telepon or bsuid) else None


def alias(nama: str) -> str:
    telepon, bsuid = siapa(nama, "")
    return TEL + telepon if telepon else ID + bsuid if bsuid else ""
