"""What every reader owes the person: a refusal that says what would be accepted, and a bound on time."""

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from handlers.dialog.tolak import Tolak
from tests.kali import kali

TERLARANG = re.compile(r"\b(?:tidak valid|invalid|input|user|salah|error|gagal)\b", re.IGNORECASE)

# Other work runs beside the tests: how long one example takes says nothing.
sabar = settings(deadline=None, max_examples=kali(150))


def pilihan(kata: str) -> list[str]:
    """The forms a refusal offers: what stands after its last colon."""
    cocok = re.search(r"(?:[Cc]ontoh|Yang bisa dicatat|Yang bisa dipilih): ([^:]+)$", kata)
    assert cocok, f"ends without a form to copy: {kata}"
    return re.split(r", | atau ", cocok[1].rstrip("."))


def bisa_dibaca(baca: Callable[[str], object], teks: str) -> bool:
    try:
        baca(teks)
    except Tolak:
        return False
    return True


def layak(baca: Callable[[str], object], kata: str) -> str:
    """The refusal, once it is warm, short, and offers something that can be read."""
    assert not TERLARANG.search(kata), kata
    assert len(kata) <= 200, kata
    assert any(bisa_dibaca(baca, contoh) for contoh in pilihan(kata)), kata
    return kata


def ditolak(baca: Callable[[str], object], teks: str) -> str:
    with pytest.raises(Tolak) as tolak:
        baca(teks)
    return layak(baca, tolak.value.kata)


def dibaca_atau_ditolak(baca: Callable[[str], object], teks: str) -> None:
    """Nothing else than a value or a refusal may come out."""
    try:
        baca(teks)
    except Tolak as tolak:
        layak(baca, tolak.kata)


def teks_acak(potongan: str) -> st.SearchStrategy[str]:
    """Any text, and texts of such pieces as people put together, which reach further into a reader."""
    keping = st.sampled_from([*potongan.split(), " ", " ", ",", ".", "/", "-", "(", ")", ":", "🙏"])
    angka = st.integers(0, 2100).map(str)
    return (
        st.text(max_size=60)
        | st.lists(keping | angka, max_size=9).map("".join)
        | st.lists(keping | angka, max_size=9).map(" ".join)
    )


GANAS = [
    "1" * 10_000,
    "1." * 5_000,
    "1 " * 5_000,
    "-" * 10_000,
    "a" * 10_000,
    "satu " * 2_000,
    "senin " * 1_666,
    "hari " * 2_000 + "x",
    "jam " * 2_500,
    "22 L " * 2_000,
    "rp" * 5_000,
    "1jt" * 3_333,
    "a1" * 5_000,
    "20/" * 3_333,
    "s.d." * 2_500,
    " " * 10_000,
    "\u200b" * 10_000,
    "ﷺ" * 10_000,
    "\u0327\u0301" * 5_000,
    "🙏" * 10_000,
    "١" * 10_000,
    "²" * 10_000,
    "1,5 setengah " * 15,
    "- " * 99 + "x",
    "total: " * 28,
]


teks_ganas = pytest.mark.parametrize("teks", GANAS, ids=[ascii(teks[:12]) for teks in GANAS])


def tetap_cepat(baca: Callable[[str], object], teks: str) -> None:
    mulai = time.perf_counter()
    dibaca_atau_ditolak(baca, teks)
    assert time.perf_counter() - mulai < 1
