"""To whom a message in a group is said. A group is other people's conversation: we hear only what is for us."""

from __future__ import annotations

import re

from bot.channels.telegram.shape import Kita, Message

PERINTAH = re.compile(r"/(?P<kata>[A-Za-z0-9_]{1,64})(?:@(?P<bot>[A-Za-z0-9_]{2,32}))?(?![\w/@<>])")
SEBUTAN = re.compile(r" ?(?<![\w@])@([A-Za-z0-9_]{2,32})(?!\w)")


def perintah(teks: str, kita: Kita) -> tuple[str, bool | None]:
    """The text, with `/menu@ours` made `/menu`; and whether it is a command for us: None when it is no command."""
    if not (cocok := PERINTAH.match(teks)):
        return teks, None
    if cocok["bot"] is None:
        return teks, True
    if kita.bernama(cocok["bot"]):
        return f"/{cocok['kata']}{teks[cocok.end() :]}", True
    return teks, False


def untuk_kita(pesan: Message, kita: Kita, *, dibalas: bool) -> str | None:
    """The text without our name; None when it is not for us."""
    asli = pesan.text or pesan.caption
    teks, kepada_kita = perintah(asli, kita)
    if kepada_kita is not None:
        return teks if kepada_kita else None
    teks = _tanpa_nama(_tanpa_tautan(asli, pesan, kita), kita)
    if teks != asli:
        return teks.strip().lstrip(",:").lstrip()
    return asli if dibalas else None


def _tanpa_nama(teks: str, kita: Kita) -> str:
    def buang(cocok: re.Match[str]) -> str:
        return "" if kita.bernama(cocok[1]) else cocok[0]

    return SEBUTAN.sub(buang, teks)


def _tanpa_tautan(teks: str, pesan: Message, kita: Kita) -> str:
    """Without mentions that name us by our number behind other words (`text_mention`), the last first."""
    sebutan = [e for e in (pesan.entities or pesan.caption_entities) if e.user and e.user.id == kita.id]
    unit = teks.encode("utf-16-le", "surrogatepass")
    for e in sorted(sebutan, key=lambda e: -e.offset):
        unit = unit[: 2 * e.offset] + unit[2 * (e.offset + e.length) :]
    return unit.decode("utf-16-le", "surrogatepass")
