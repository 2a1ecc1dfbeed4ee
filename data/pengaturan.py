"""What an operator may turn on or off for everyone; from the configuration, given to every conversation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pengaturan:
    warisan: bool = False
    """Offer the activities of the ended Program Inovasi Desa."""
    daftar_mandiri: bool = True
    """People may say themselves which villages they serve; such assignments stay unconfirmed."""
