"""The sentences that WhatsApp has to approve, and how useful each is.

Source of the limits: Meta's template documentation (components, categories), read in November 2026.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from data.katalog.muat import Naskah, baca

BERKAS = Path(__file__).with_name("templat_wa.toml")
UMUM = "kd_ada_kabar"
"""For whatever has none of its own."""
BAHASA = "id"
KAKI = "Ketik berhenti kalau tidak mau disapa lagi."
"""Under each of them; at most 60 characters."""
GUNA = ("balasan", "jawaban", "tenggat", "kabar", "pengingat", "rekap", "siaran")
"""The most useful first."""
TEMPAT = re.compile(r"\{\{(\d+)\}\}")


class TemplatWa(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nama: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,511}$", description="lower case, digits and _")]
    kategori: Literal["utilitas", "pemasaran", "autentikasi"]
    guna: Literal["jawaban", "tenggat", "kabar", "pengingat", "rekap", "siaran"]
    basi_jam: Annotated[int, msgspec.Meta(ge=0, le=24 * 30)]
    isi: Annotated[str, msgspec.Meta(min_length=1, max_length=550)]
    contoh: tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=120)], ...]
    tombol: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]

    @property
    def tempat(self) -> int:
        """How many places it has."""
        return len(TEMPAT.findall(self.isi))

    def bunyi(self, isi: tuple[str, ...]) -> str:
        """As the person reads it."""
        return TEMPAT.sub(lambda cocok: isi[int(cocok[1]) - 1], self.isi)


class _Isi(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    templat: tuple[TemplatWa, ...]


@cache
def muat_templat_wa(berkas: Path = BERKAS) -> dict[str, TemplatWa]:
    """By name, in the order of the file. Raises `KatalogSalah`."""
    naskah = baca(berkas)
    semua = naskah.sebagai(_Isi).templat
    naskah.wajib_unik("templat", "nama", ((n, t.nama) for n, t in enumerate(semua)))
    for n, satu in enumerate(semua):
        _periksa(naskah, n, satu)
    if UMUM not in {t.nama for t in semua}:
        raise naskah.salah((), "there is no template " + UMUM, "one for what has none of its own")
    return {t.nama: t for t in semua}


def _periksa(naskah: Naskah, n: int, satu: TemplatWa) -> None:
    nomor = [int(cocok) for cocok in TEMPAT.findall(satu.isi)]
    if nomor != [*range(1, len(nomor) + 1)]:
        raise naskah.salah(("templat", n, "isi"), f"its places are {nomor}", "{{1}}, {{2}} … each once, in order")
    if satu.isi.startswith("{{") or re.search(r"\}\}\W*$", satu.isi):
        raise naskah.salah(("templat", n, "isi"), "it begins or ends with a place", "words before and after")
    if re.search(r"\s{2}|\n", satu.isi):
        raise naskah.salah(("templat", n, "isi"), "it has a line break or two spaces", "one line")
    if len(satu.contoh) != len(nomor):
        ada = f"{len(satu.contoh)} samples for {len(nomor)} places"
        raise naskah.salah(("templat", n, "contoh"), ada, "one for each")
