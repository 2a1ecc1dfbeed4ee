from __future__ import annotations

import pytest

from data.store import SalahUrl, buka_store
from data.store.buka import check_url


@pytest.mark.parametrize(
    "url",
    ["sqlite:///var/kawan.db", "sqlite:////var/lib/kawan.db", "postgresql://u:p@h/n", "postgres:///n?host=/run"],
)
def test_both_engines_have_their_urls(url: str) -> None:
    assert check_url(url) == url


@pytest.mark.parametrize("url", ["", "kawan.db", "sqlite://kawan.db", "sqlite:///", "mysql://h/n", "postgres"])
async def test_any_other_url_is_told_the_two_forms(url: str) -> None:
    with pytest.raises(SalahUrl, match=r"expected sqlite:///path/to/file.db or postgresql://user:password@host/name"):
        await buka_store(url)
