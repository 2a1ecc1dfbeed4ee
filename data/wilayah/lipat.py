"""What is left of a name when only its letters count: people write 'Suka Maju II', Kemendagri 'Sukamaju 2'."""

from __future__ import annotations

import re
import unicodedata

PANJANG = 200
"""No place takes more letters to say; of a longer text the rest is not read."""
TERBANYAK = 20
"""Words: a Jakarta address written in full, with its markers, has fifteen."""

_ROMAWI = {
    puluh + satu: str(10 * puluhan + n)
    for puluhan, puluh in enumerate(("", "x", "xx", "xxx"))
    for n, satu in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if puluh + satu
}
_PENDEK = {
    "kep": "kepulauan",
    "kp": "kampung",
    "mns": "meunasah",
    "perk": "perkebunan",
    "sei": "sungai",
    "tj": "tanjung",
}
"""Written both ways, by Kemendagri too."""
_UTUH = {**_ROMAWI, **_PENDEK}
_BERPADANAN = re.compile(rf"\b(?:[ivx]+|{'|'.join(_PENDEK)})\b")
_TANDA = re.compile("[\u0300-\u036f]+")
"""What NFKD leaves of é beside the e."""
_APOSTROF = re.compile("['’‘`´ʼ]+")
_LAIN = re.compile(r"[^a-z0-9\n]+")
_BATAS_ANGKA = re.compile(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])")


def lipat(teks: str) -> str:
    """Lower-case words of a-z and 0-9, parted by one space, lines kept; Roman numerals in figures, 'Kp.' in full."""
    if not teks.isascii():
        teks = _TANDA.sub("", unicodedata.normalize("NFKD", teks))
    polos = _LAIN.sub(" ", _APOSTROF.sub("", teks.lower()))
    return _BERPADANAN.sub(lambda cocok: _UTUH.get(cocok[0], cocok[0]), polos)


def rapat(nama: str) -> list[str]:
    """Many names, one a line, folded and without spaces: in one go, because there are 83,762."""
    return lipat(nama).replace(" ", "").split("\n")


def kata_kata(teks: str) -> tuple[str, ...]:
    """The words of what was typed; none when there are more than a place can have."""
    polos = _BATAS_ANGKA.sub(" ", lipat(teks[:PANJANG].replace("\n", " ")))
    kata = tuple(lipat(polos).split())
    return kata if len(kata) <= TERBANYAK else ()
