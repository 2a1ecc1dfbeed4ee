"""The messages of korpus.toml, with what they expect in the words of the store."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from tests.handlers.tempel.dunia import DESA

BERKAS = Path(__file__).with_name("korpus.toml")


class Pesan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nama: str
    teks: str
    mirip: bool = False
    bukan_laporan: bool = False
    """Not read at all: nobody would give it to /catat."""
    tahan: bool = False
    harap: dict[str, Any] = {}
    saran: dict[str, list[str]] = {}

    @property
    def jawaban(self) -> dict[str, Any]:
        return {kunci: _ke_json(kunci, nilai) for kunci, nilai in self.harap.items()}

    @property
    def saran_kode(self) -> dict[str, list[str]]:
        return {kunci: [DESA.get(s, s) for s in semua] for kunci, semua in self.saran.items()}


def _ke_json(kunci: str, nilai: Any) -> Any:
    if kunci == "desa":
        return DESA[nilai]
    if kunci == "peserta":
        jumlah, laki, perempuan = (*nilai, None, None)[:3]
        return {"jumlah": jumlah, "l": laki, "p": perempuan}
    return nilai


def muat() -> list[Pesan]:
    return msgspec.convert(tomllib.loads(BERKAS.read_text("utf-8"))["pesan"], list[Pesan])
