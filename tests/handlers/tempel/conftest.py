from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.handlers.tempel.dunia import Dunia, buka


@pytest.fixture(scope="package")
def dunia() -> Iterator[Dunia]:
    with buka() as dunia:
        yield dunia
