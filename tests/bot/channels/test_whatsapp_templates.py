"""Our catalogue beside Meta's: each way in which they can differ, and what to do about it."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest

from bot.channels.whatsapp.graph import Json
from bot.channels.whatsapp.templates import bandingkan, naskah
from data.katalog.templat_wa import muat_templat_wa

SATU = next(iter(muat_templat_wa().values()))


def di_meta(**beda: object) -> Json:
    return copy.deepcopy(naskah(SATU)) | {"status": "APPROVED", "id": "1", **beda}


def kata(*mereka: Json) -> str:
    (temuan,) = bandingkan([SATU], mereka)
    return f"{temuan.keadaan}: {temuan.sebab}"


def test_what_is_submitted_is_what_meta_asks_for() -> None:
    assert naskah(SATU) == {
        "name": "kd_ada_kabar",
        "language": "id",
        "category": "UTILITY",
        "components": [
            {"type": "BODY", "text": SATU.isi, "example": {"body_text": [["Catatan K-12 perlu diperbaiki"]]}},
            {"type": "FOOTER", "text": "Ketik berhenti kalau tidak mau disapa lagi."},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Baca"}]},
        ],
    }


def test_approved_as_it_stands_here() -> None:
    assert kata(di_meta()) == "approved: "
    assert kata(di_meta(language="en"), di_meta()) == "approved: "


def test_missing_altogether_or_in_our_language() -> None:
    assert kata() == "missing: not submitted yet: submit it with --ajukan"
    assert kata(di_meta(language="en_US"), di_meta(language="ms")).startswith("missing: there only in en_US, ms,")


@pytest.mark.parametrize(
    ("status", "mulai"),
    [
        ("PENDING", "pending: Meta has not looked"),
        ("REJECTED", "unusable: rejected: change"),
        ("PAUSED", "unusable: paused"),
        ("DISABLED", "unusable: disabled"),
        ("SOMETHING_NEW", "unusable: Meta says SOMETHING_NEW"),
        ("", "unusable: Meta says nothing"),
    ],
)
def test_what_meta_says_of_it_and_what_to_do(status: str, mulai: str) -> None:
    assert kata(di_meta(status=status)).startswith(mulai)


def test_why_it_was_rejected_is_said() -> None:
    assert kata(di_meta(status="REJECTED", rejected_reason="INVALID_FORMAT")).endswith("(INVALID_FORMAT)")
    assert "NONE" not in kata(di_meta(status="REJECTED", rejected_reason="NONE"))


def ubah(kunci: str) -> Callable[[Json], None]:
    def isi(m: Json) -> None:
        next(b for b in m["components"] if b["type"] == kunci)["text"] = "lain"

    return isi


@pytest.mark.parametrize(
    ("apa", "kata_beda"),
    [
        (ubah("BODY"), "differs: text: “lain” there"),
        (ubah("FOOTER"), "differs: footer: “lain” there"),
        (lambda m: m.update(category="MARKETING"), "differs: category: MARKETING there, UTILITY here"),
        (lambda m: m["components"].pop(), "differs: buttons: [] there, ['QUICK_REPLY Baca'] here"),
        (lambda m: m.pop("components"), "differs: text: “” there"),
    ],
)
def test_each_difference_is_named(apa: Callable[[Json], None], kata_beda: str) -> None:
    meta = di_meta()
    apa(meta)
    assert kata(meta).startswith(kata_beda)
