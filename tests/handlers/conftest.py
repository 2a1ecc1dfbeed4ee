"""The kecamatan of tests/handlers/tim_dunia.py, a PLD who works there, and its PD."""

from __future__ import annotations

import pytest

from data.orang import PD
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import dunia, orang


@pytest.fixture
def d() -> Dunia:
    return dunia()


@pytest.fixture
def sari(d: Dunia) -> Obrolan:
    return orang(d, "Bu Sari")


@pytest.fixture
def rina(d: Dunia) -> Obrolan:
    return orang(d, "Bu Rina", PD, KECAMATAN)
