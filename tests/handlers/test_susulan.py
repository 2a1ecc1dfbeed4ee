from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from data.tenang import sedang_tenang, sesudah_tenang
from handlers.dialog.pesan import Pesan
from handlers.susulan import LAMA, beri_tahu, terlambat

WIB, WIT = "Asia/Jakarta", "Asia/Jayapura"


def saat(teks: str, zona: str = WIB) -> int:
    return int(datetime.fromisoformat(teks).replace(tzinfo=ZoneInfo(zona)).timestamp())


KINI = saat("2026-11-21 08:00")


@pytest.mark.parametrize(
    ("dikirim", "sebut"),
    [
        ("2026-11-21 00:10", "tadi 00.10"),
        ("2026-11-20 19:30", "kemarin 19.30"),
        ("2026-11-18 07:05", "Rab 18/11 07.05"),
    ],
)
def test_the_reply_says_first_when_its_message_was_written(dikirim: str, sebut: str) -> None:
    pesan = beri_tahu(Pesan("Desa mana?"), saat(dikirim), KINI, WIB)
    assert pesan.teks == f"Pesan Anda {sebut} baru sampai.\n\nDesa mana?"


def test_it_is_said_by_the_person_s_own_clock() -> None:
    assert "kemarin 23.30" in beri_tahu(Pesan("A"), saat("2026-11-20 23:30", WIT), KINI, WIT).teks


@pytest.mark.parametrize(
    ("dikirim", "ya"), [(KINI - LAMA - 1, True), (KINI - LAMA, False), (KINI + 60, False), (0, False)]
)
def test_only_what_waited_long_is_late(dikirim: int, ya: bool) -> None:
    assert terlambat(dikirim, KINI) is ya


@pytest.mark.parametrize(
    ("kini", "sesudah"),
    [
        ("2026-11-20 21:29", "2026-11-20 21:29"),
        ("2026-11-20 21:30", "2026-11-21 06:00"),
        ("2026-11-20 23:59", "2026-11-21 06:00"),
        ("2026-11-21 00:00", "2026-11-21 06:00"),
        ("2026-11-21 05:59", "2026-11-21 06:00"),
        ("2026-11-21 06:00", "2026-11-21 06:00"),
    ],
)
def test_what_nobody_asked_for_waits_for_the_morning(kini: str, sesudah: str) -> None:
    assert sesudah_tenang(saat(kini), WIB) == saat(sesudah)
    assert not sedang_tenang(sesudah_tenang(saat(kini, WIT), WIT), WIT)
