from __future__ import annotations

import pytest

from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Obrolan


@pytest.fixture
def dunia() -> Dunia:
    """The real table of conversations."""
    return Dunia(TABEL)


@pytest.fixture
def bu_sari(dunia: Dunia) -> Obrolan:
    return dunia.orang("Bu Sari")


@pytest.fixture
def pak_budi(dunia: Dunia) -> Obrolan:
    return dunia.orang("Pak Budi")
