"""What the index keeps of a thing beside its words: kind, year, place and writer, as words that nobody can type.

A search for a word that stands in everything is so narrowed to a person's scope inside the index. The scope itself is
decided by `data.lingkup.syarat`, over what is found. Letters with figures: reading parts what people type so.
"""

from __future__ import annotations

from collections.abc import Iterable

TANDA_JENIS = {
    "kegiatan": "a1", "musdes": "a2", "keputusan": "a3", "register": "a4", "rencana": "a5", "masalah": "a6",
    "bumdes": "a7", "kdmp": "a8", "kemandirian": "a9",
}  # fmt: skip


def tanda_orang(orang_id: int) -> str:
    return f"o{orang_id}"


def tanda_tahun(tahun: int | str) -> str:
    return f"t{tahun}"


def tanda_tempat(kode: str) -> str:
    """'w3203' stands in everything that was in 32.03 or in a place in it."""
    return f"w{kode.replace('.', '')}"


def tanda_benda(apa: str, tanggal: str, orang_id: int, tempat: Iterable[str]) -> list[str]:
    semua = [TANDA_JENIS[apa], tanda_tahun(tanggal[:4]), tanda_orang(orang_id)]
    for kode in tempat:
        blok = kode.split(".")
        semua += [tanda_tempat(".".join(blok[:n])) for n in range(1, len(blok) + 1)]
    return list(dict.fromkeys(semua))
