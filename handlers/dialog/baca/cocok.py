"""Choosing by name: what was typed against the labels on offer."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from handlers.dialog.baca.normal import rapikan, tanpa_sapaan

# No label is longer; the rest of a longer text cannot help to choose.
BATAS_TEKS = 200
BATAS_KATA = 12
# WhatsApp cuts a button at 20 characters and a list row at 24; with "…" there is one character less of the label.
POTONGAN = (19, 20, 23, 24)

_BISING = frozenset({"desa", "ds", "kegiatan", "di", "ke"})


class Calon(msgspec.Struct, frozen=True):
    """One thing to choose: its stable `id`, the `label` people see, and other words (`kata`) people use for it."""

    id: str
    label: str
    kata: tuple[str, ...] = ()


# From a folded text to the places of the candidates it belongs to.
_Letak = dict[str, set[int]]


class _Indeks(NamedTuple):
    """The candidates folded once; `label` stands with its noise words, `bersih` without, `rapat` without spaces."""

    id: _Letak
    label: _Letak
    bersih: _Letak
    rapat: _Letak
    kunci: _Letak
    kata: _Letak


def cari_calon(teks: str, calon: Sequence[Calon]) -> list[Calon]:
    """Those that fit best, in the order given: none, one, or several to ask about.

    From sure to unsure, and only the first kind that fits anything: id; label; label as WhatsApp cuts it; keyword;
    first words of the label; all words somewhere in label and keywords; beginnings of words (from four letters);
    misspelt.
    """
    diketik, indeks = lipat(teks[:BATAS_TEKS]), _indeks(tuple(calon))
    letak = _cari(diketik, indeks, calon)
    if not letak and (polos := tanpa_sapaan(diketik)) != diketik:
        letak = _cari(polos, indeks, calon)
    return [calon[i] for i in sorted(letak)]


def _cari(diketik: str, indeks: _Indeks, calon: Sequence[Calon]) -> set[int]:
    kata = _tanpa_bising(diketik)
    if not kata or len(kata) > BATAS_KATA:
        return set()
    bersih = " ".join(kata)
    return (
        indeks.id.get(diketik)
        or indeks.label.get(diketik)
        or indeks.bersih.get(bersih)
        or _terpotong(diketik, indeks, calon)
        or indeks.kunci.get(bersih)
        or _gabung(tempat for label, tempat in indeks.bersih.items() if label.startswith(bersih + " "))
        or _irisan(indeks.kata.get(k, set()) for k in kata)
        or _irisan(_berawalan(k, indeks) for k in kata)
        or _salah_ketik(kata, indeks)
    )


def lipat(teks: str) -> str:
    """Lower case, without accents, every run of anything else than letters and digits one space."""
    rapi = rapikan(teks).lower()
    if not rapi.isascii():
        rapi = "".join(h for h in unicodedata.normalize("NFKD", rapi) if not unicodedata.combining(h))
    return " ".join(re.findall(r"[^\W_]+", rapi.replace("'", "")))


def _tanpa_bising(terlipat: str) -> list[str]:
    semua = terlipat.split()
    return [k for k in semua if k not in _BISING] or semua


@lru_cache(maxsize=256)
def _indeks(calon: tuple[Calon, ...]) -> _Indeks:
    indeks = _Indeks(*(_kosong() for _ in _Indeks._fields))
    for i, c in enumerate(calon):
        label = lipat(c.label)
        kata_label, kunci = _tanpa_bising(label), [_tanpa_bising(lipat(k)) for k in c.kata]
        indeks.id[lipat(c.id)].add(i)
        indeks.label[label].add(i)
        indeks.bersih[" ".join(kata_label)].add(i)
        indeks.rapat["".join(kata_label)].add(i)
        for k in kunci:
            indeks.kunci[" ".join(k)].add(i)
        for kata in chain(kata_label, *kunci):
            indeks.kata[kata].add(i)
    return indeks


def _kosong() -> _Letak:
    return defaultdict(set)


def _gabung(tempat: Iterable[set[int]]) -> set[int]:
    return set().union(*tempat)


def _irisan(tempat: Iterable[set[int]]) -> set[int]:
    """What is in all of them; nothing more is looked up once nothing is left."""
    hasil: set[int] | None = None
    for letak in tempat:
        hasil = letak if hasil is None else hasil & letak
        if not hasil:
            break
    return hasil or set()


def _terpotong(diketik: str, indeks: _Indeks, calon: Sequence[Calon]) -> set[int]:
    mungkin = _gabung(tempat for label, tempat in indeks.label.items() if label.startswith(diketik))
    return {i for i in mungkin if diketik in {lipat(calon[i].label[:n]) for n in POTONGAN}}


def _berawalan(kata: str, indeks: _Indeks) -> set[int]:
    if len(kata) < 4:
        return indeks.kata.get(kata, set())
    return _gabung(tempat for k, tempat in indeks.kata.items() if k.startswith(kata))


def _salah_ketik(kata: list[str], indeks: _Indeks) -> set[int]:
    """Where the fewest letters are wrong in all; words written apart ("suka maju" for Sukamaju) cost nothing."""
    nilai = _jarak(kata[0], indeks.kata)
    for k in kata[1:] if nilai else []:
        jarak = _jarak(k, indeks.kata)
        nilai = {i: n + jarak[i] for i, n in nilai.items() if i in jarak}
    for letak in (indeks.rapat, indeks.kata):
        for i, n in _jarak("".join(kata), letak).items():
            nilai[i] = min(n, nilai.get(i, n))
    terkecil = min(nilai.values(), default=0)
    return {i for i, n in nilai.items() if n == terkecil}


def _jarak(kata: str, letak: _Letak) -> dict[int, int]:
    """For each candidate how many letters are wrong against the nearest of its words."""
    terjauh_dulu = sorted(_mirip(kata, letak).items(), key=lambda m: -m[1])
    return {i: jauh for mirip, jauh in terjauh_dulu for i in letak[mirip]}


def _mirip(kata: str, pilihan: Collection[str]) -> dict[str, int]:
    """The words that `kata` may be a slip for, with the number of wrong letters.

    None for three letters or a number; one up to seven letters; then two, but not two that are each another letter:
    karangsari is not karangjati.
    """
    if len(kata) < 4 or any(map(str.isdigit, kata)):
        return {kata: 0} if kata in pilihan else {}
    batas = 1 if len(kata) < 8 else 2
    dekat = process.extract(kata, list(pilihan), scorer=OSA.distance, score_cutoff=batas, limit=None)
    return {p: jauh for p, jauh, _ in dekat if jauh < 2 or Indel.distance(kata, p) <= 3}
