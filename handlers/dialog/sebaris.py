"""A person's words in a place that has room for one line."""

from __future__ import annotations


def sebaris(teks: str, panjang: int) -> str:
    """On one line, at most `panjang` characters."""
    satu = " ".join(teks.split())
    return satu if len(satu) <= panjang else satu[: panjang - 1] + "…"
