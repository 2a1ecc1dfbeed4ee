"""A village's name among the words of a search."""

from __future__ import annotations

import re
from collections.abc import Callable

from data.wilayah.lipat import rapat
from data.wilayah.tempat import DESA, kelurahan
from data.wilayah.tingkatan import indeks

TERBANYAK = 20
"""Words that are looked through."""
KATA_NAMA = 4
TERPENDEK = 4
"""Letters: of the few shorter names most are words."""
_DESA = re.compile(r"(?:desa|ds|nagari|gampong|kampung)\.?", re.IGNORECASE)


def desa_disebut(teks: str, boleh: Callable[[str], bool]) -> tuple[str, str]:
    """Code of the one village that `boleh` allows and that is named, and the words without it; ('', teks) else.

    The longest name, of equal ones the last: people say the place at the end. 'suka maju' is Sukamaju.
    """
    kata = teks.split()[:TERBANYAK]
    for n in range(min(KATA_NAMA, len(kata)), 0, -1):
        for awal in range(len(kata) - n, -1, -1):
            kode = [k for k in _bernama(" ".join(kata[awal : awal + n])) if boleh(k)]
            if len(kode) == 1:
                depan = kata[: awal - 1] if awal and _DESA.fullmatch(kata[awal - 1]) else kata[:awal]
                return kode[0], " ".join((*depan, *teks.split()[awal + n :]))
    return "", teks


def desa_mana_pun(teks: str) -> str:
    """The longest run of words that is some village's name, wherever that is; '' where there is none."""
    kata = teks.split()[:TERBANYAK]
    deret = (kata[a : a + n] for n in range(min(KATA_NAMA, len(kata)), 0, -1) for a in range(len(kata) - n, -1, -1))
    return next((nama for satu in deret if _bernama(nama := " ".join(satu))), "")


def _bernama(nama: str) -> list[str]:
    (lipatan,) = rapat(nama)
    satu = indeks(DESA)
    letak = satu.persis(lipatan) if len(lipatan) >= TERPENDEK else []
    return [k for k in dict.fromkeys(satu.kode[i] for i in letak) if not kelurahan(k)]
