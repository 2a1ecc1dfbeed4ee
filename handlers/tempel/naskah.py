"""A message taken apart: what stands behind a label, and the rest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from handlers.dialog.baca.normal import rapikan
from handlers.tempel.label import Label

BATAS = 10_000
"""Characters read of a message."""
NILAI_TERPANJANG = 200
URAIAN_TERPANJANG = 600
SERING = 6
"""A label that comes back more often than this names many things, so none of them is taken."""

# Fractions, raised, lowered and circled numbers.
_ANGKA_HIAS = re.compile(
    "[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u215f\u2189\u2460-\u249b\u2776-\u2793]"
)
_SEKALI = frozenset({"desa", "kegiatan", "tanggal", "jam", "waktu", "hasil", "peserta"})


@dataclass(frozen=True)
class Isian:
    label: Label
    nilai: str
    """As typed, without the ornaments of the label; may be empty."""


@dataclass(frozen=True)
class Naskah:
    isian: tuple[Isian, ...]
    bebas: str = ""
    """All that stands behind no label, line by line; folded once `kalimat.siapkan` has been over it."""
    kutipan: bool = False
    """It was copied with WhatsApp's "[20/11 21.05] Name:", so its "hari ini" is that day, not today."""

    @property
    def kalimat(self) -> str:
        """Running text and what was written about the activity, folded: there hours and people may be told too."""
        return "\n".join([*self.dibaca("kegiatan", "uraian", batas=URAIAN_TERPANJANG), self.bebas])

    @property
    def berulang(self) -> frozenset[str]:
        """Which labels stand there twice in one spelling: then the message has several blocks."""
        kali = Counter(i.label for i in self.isian if i.nilai and i.label.teks)
        return frozenset(label.kunci for label, n in kali.items() if n > 1 and label.kunci in _SEKALI)

    def bersama(self) -> Naskah:
        """Of several blocks, what stands above them all or comes back in each."""
        berulang = self.berulang
        kali = Counter(i.label.kunci for i in self.isian if i.label.kunci in berulang)
        blok = max(kali.values(), default=0)
        awal = next((n for n, i in enumerate(self.isian) if i.label.kunci in berulang), len(self.isian))
        tetap = (i for n, i in enumerate(self.isian) if n < awal or kali[i.label.kunci] >= blok)
        return replace(self, isian=tuple(tetap))

    def ada(self, *kunci: str) -> bool:
        return any(i.label.kunci in kunci for i in self.isian)

    def nilai(self, *kunci: str) -> list[str]:
        """What stands behind these labels, in the order typed; nothing when they come back too often."""
        semua = [i.nilai for i in self.isian if i.label.kunci in kunci and i.nilai]
        return semua if len(semua) <= SERING else []

    def dibaca(self, *kunci: str, batas: int = NILAI_TERPANJANG) -> list[str]:
        """The same folded, for reading; nothing when one is too long to be a plain value."""
        semua = self.nilai(*kunci)
        return [polos(nilai) for nilai in semua] if all(len(nilai) <= batas for nilai in semua) else []


def polos(teks: str) -> str:
    """For reading only: lower case, plain signs, line by line. "1¼" is no 1/4 and "11²" no 112, so such signs go."""
    if not teks.isascii():
        teks = _ANGKA_HIAS.sub(" ", teks)
    return "\n".join(rapikan(baris, BATAS) for baris in teks.split("\n")).lower()
