"""Words as the index keeps them, and as a search asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from data.bahasa import akar_kata, kata_kata
from data.bahasa.baca import saring

Dicari = tuple[str, ...]
"""Ways of writing one word, any of which will do; 'sukar*' is every word that begins so."""
TERPANJANG = 100_000
"""Letters that are indexed of one thing: the notes of a long evening have a tenth of it."""
SEPOTONG = 200
"""Letters that are read at once: `akar_kata` reads questions, and no more of a text than a question has."""
TERBANYAK = 12
"""Words that are looked for; of more, the first ones."""
AWALAN = 4
"""Letters from which on a beginning stands for the word: of fewer, too many words have it."""
_POTONGAN = re.compile(rf"\S{{1,{SEPOTONG}}}")
_BERSIH = re.compile(r"[a-z0-9]{1,40}")


def akar_semua(teks: str) -> list[str]:
    """The roots of all its words, each once."""
    return list(dict.fromkeys(a for potong in _potong(teks) for a in akar_kata(potong) if _BERSIH.fullmatch(a)))


def kata_panjang(teks: str) -> list[str]:
    """As `kata_kata`, also of a long text."""
    return [k for potong in _potong(teks) for k in kata_kata(potong)]


def _potong(teks: str) -> Iterator[str]:
    kumpul = ""
    for cocok in _POTONGAN.finditer(teks[:TERPANJANG]):
        if len(kumpul) + len(cocok[0]) >= SEPOTONG:
            yield kumpul
            kumpul = ""
        kumpul = f"{kumpul} {cocok[0]}"
    yield kumpul


def kata_dicari(teks: str) -> list[Dicari]:
    """One for each word that says something; where none does, all of them."""
    semua = [a for a in akar_kata(teks) if _BERSIH.fullmatch(a)]
    hasil: list[Dicari] = [(satu,) for satu in dict.fromkeys(saring(semua) or semua)]
    return hasil[:TERBANYAK]


def dengan_awalan(kata: Sequence[Dicari], teks: str) -> list[Dicari]:
    """The same, the last word of the text also as a beginning: of itself, and of its root."""
    akhir, ditulis = akar_kata(teks)[-1:], kata_kata(teks)[-1:]
    return [(*satu, *_awalan([*satu, *ditulis])) if [*satu] == akhir else satu for satu in kata]


def _awalan(kata: Iterable[str]) -> list[str]:
    return [f"{k[:40]}*" for k in dict.fromkeys(kata) if len(k) >= AWALAN and not k.isdigit()]


def memuat(akar: Iterable[str], dicari: Dicari) -> bool:
    """Whether one of these roots is what is looked for."""
    tepat = {d for d in dicari if not d.endswith("*")}
    awal = tuple(d[:-1] for d in dicari if d.endswith("*"))
    return any(a in tepat or (awal and a.startswith(awal)) for a in akar)
