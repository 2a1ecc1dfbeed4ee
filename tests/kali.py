"""How often a test tries its luck: a few random worlds in the quick tests, all of them in the long ones."""

from __future__ import annotations

from hypothesis import settings

CEPAT = "cepat"
SEDIKIT = 5


def kali(banyak: int) -> int:
    """`banyak` in the long tests, and wherever a test is run by itself; in the quick ones a tenth of it."""
    return max(SEDIKIT, banyak // 10) if settings.get_current_profile_name() == CEPAT else banyak
