"""Bu Sari, her four villages, and a folder of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.orang import PLD
from tests.handlers.dialog.obrolan import Dunia
from tests.handlers.laporan.dunia import DESA4, Bulan
from tests.handlers.tim_dunia import orang


@pytest.fixture
def b(d: Dunia, tmp_path: Path) -> Bulan:
    (tmp_path / "media").mkdir()
    return Bulan(d, orang(d, "Bu Sari", PLD, *DESA4), tmp_path / "media")
