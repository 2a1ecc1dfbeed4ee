"""Every transcript says today what it said when it was last read by a person.

`make percakapan` writes them anew; the difference that git then shows is what to review, read aloud.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.obrolan import mainkan

NASKAH = sorted((Path(__file__).parent / "percakapan").glob("*.chat"))


@pytest.mark.parametrize("berkas", NASKAH, ids=lambda b: b.stem)
def test_the_transcript_still_reads_the_same(berkas: Path, tmp_path: Path) -> None:
    naskah = berkas.read_text("utf-8")
    sekarang = mainkan(naskah, tmp_path, mati=False)
    if os.environ.get("TULIS_ULANG"):
        berkas.write_text(sekarang, "utf-8")
    else:
        assert sekarang == naskah


@pytest.mark.lambat
@pytest.mark.parametrize("berkas", NASKAH, ids=lambda b: b.stem)
def test_nothing_of_it_hides_in_memory(berkas: Path, tmp_path: Path) -> None:
    """The bot is stopped and started again between every two messages."""
    naskah = berkas.read_text("utf-8")
    assert mainkan(naskah, tmp_path) == naskah


def test_there_are_transcripts() -> None:
    assert len(NASKAH) >= 20
