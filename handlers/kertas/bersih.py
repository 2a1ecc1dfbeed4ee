"""People's words as paper can carry them."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)
_BARIS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LUAR = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # XML has no place for them
    "|[\u202a-\u202e\u2066-\u2069]"  # would let an amount read backwards on a paper that is signed
)


def bersih(risalah: T) -> T:
    """The same without what no paper can hold; nothing that can be read is lost."""
    return msgspec.convert(_semua(msgspec.to_builtins(risalah)), type(risalah))


def bersih_teks(teks: str) -> str:
    satu = _LUAR.sub("", _BARIS.sub("\n", teks).replace("\t", " "))
    return re.sub(r"\n{3,}", "\n\n", satu).strip()


def _semua(nilai: Any) -> Any:
    if isinstance(nilai, str):
        return bersih_teks(nilai)
    if isinstance(nilai, dict):
        return {k: _semua(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_semua(v) for v in nilai]
    return nilai
