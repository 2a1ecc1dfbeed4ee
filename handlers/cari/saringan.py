"""What a search is for, as the words behind its command: 'rabat beton +k +2026 +h2'."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from data.pencarian import BUMDES, KDMP, KEGIATAN, KEMANDIRIAN, KEPUTUSAN, MASALAH, MUSDES, REGISTER, RENCANA
from handlers.dialog.tombol import perintah

TERPANJANG = 200
"""Letters of the words; the rest of a longer text is not looked for."""
HURUF = {
    KEGIATAN: "k", MUSDES: "m", KEPUTUSAN: "p", REGISTER: "r", RENCANA: "n", MASALAH: "a", BUMDES: "b", KDMP: "c",
    KEMANDIRIAN: "d",
}  # fmt: skip
"""As their numbers begin: K-2611-0042; a village's card has none."""
TANDA = re.compile(r"\+(?:([kmprnabcd])|(20\d\d)|h(\d{1,3}))", re.IGNORECASE)


@dataclass(frozen=True)
class Saringan:
    kata: str = ""
    apa: str = ""
    tahun: int = 0
    halaman: int = 1

    def perintah(self, **ganti: Any) -> str:
        """Data of its button; '' where the words are more than a button has room for."""
        lain = replace(self, **{"halaman": 1, **ganti})
        bagian = (
            "cari",
            lain.kata,
            f"+{HURUF[lain.apa]}" if lain.apa else "",
            f"+{lain.tahun}" if lain.tahun else "",
            f"+h{lain.halaman}" if lain.halaman > 1 else "",
        )
        try:
            return perintah(" ".join(b for b in bagian if b))
        except ValueError:
            return ""


def baca_saringan(argumen: str) -> Saringan:
    s, kata = Saringan(), []
    for satu in argumen.split():
        tanda = TANDA.fullmatch(satu)
        if tanda is None:
            kata.append(satu)
        elif tanda[1]:
            s = replace(s, apa=next(apa for apa, huruf in HURUF.items() if huruf == tanda[1].lower()))
        elif tanda[2]:
            s = replace(s, tahun=int(tanda[2]))
        else:
            s = replace(s, halaman=max(int(tanda[3]), 1))
    return replace(s, kata=" ".join(kata)[:TERPANJANG])
