"""What an operator may turn on or off for everyone; from the configuration, given to every conversation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from data.wa_biaya import BatasWa


@dataclass(frozen=True)
class Pengaturan:
    warisan: bool = False
    """Offer the activities of the ended Program Inovasi Desa."""
    daftar_mandiri: bool = True
    """People may say themselves which villages they serve; such assignments stay unconfirmed."""
    telegram: str = ""
    """User name of the bot on Telegram, without "@", for links that lead to it; '' where there is none."""
    whatsapp: str = ""
    """Its number on WhatsApp, digits with the country code: 62812…"""
    templat: str = ""
    """Folder of own Word templates for the papers of a musyawarah; '' where there is none."""
    wa: BatasWa = field(default_factory=BatasWa)
    """What WhatsApp allows and costs."""
    media: Path | None = None
    """The folder of pictures and files; None where nothing is read from it."""
    halaman: str = ""
    """Where people reach our pages, 'https://kawan.example.go.id'; '' where nobody said."""
