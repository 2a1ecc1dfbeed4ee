"""Editors' words over the catalogue's: whole topics, each with its theme, as table `topik` keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from data.faq.cari import Pencari, susun_pencari
from data.faq.muat import Katalog, Tema, Topik, cacat, muat_faq


class Suntingan(Struct, frozen=True):
    tema: str
    """The theme's `kode`; an existing topic stays in the theme it is in."""
    topik: Topik


def tulis(isi: Suntingan) -> str:
    return msgspec.json.encode(isi).decode()


def baca(teks: str) -> Suntingan:
    """Raises ValueError for what is no topic by today's rules."""
    try:
        return msgspec.json.decode(teks, type=Suntingan)
    except msgspec.DecodeError as galat:
        raise ValueError(str(galat)) from None


def salah(isi: Suntingan, katalog: Katalog) -> Iterator[str]:
    """What is wrong with it beside the others, in English, for operators; nothing when it may be taken in."""
    yield from (f"{ada}; expected {harap}" for _, ada, harap in cacat(isi.topik))
    lain = [t for t in katalog.topik.values() if t.slug != isi.topik.slug]
    if any(t.judul == isi.topik.judul for t in lain):
        yield f"judul has {isi.topik.judul}, which another topic has already"
    if hilang := sorted(set(isi.topik.terkait) - {t.slug for t in lain}):
        yield f"terkait has {', '.join(hilang)}; expected slugs of topics"
    if isi.topik.slug not in katalog.topik and isi.tema not in {t.kode for t in katalog.tema}:
        yield f"tema is {isi.tema}; expected a theme's kode"


def dengan_suntingan(katalog: Katalog, semua: Iterable[Suntingan]) -> Katalog:
    """With these instead of, or beside, the catalogue's topics. One that no longer fits is left out."""
    nanti = list(semua)
    while nanti:  # new topics may name each other, in whatever order they came
        sekarang, nanti = nanti, []
        for isi in sekarang:
            if any(salah(isi, katalog)):
                nanti.append(isi)
            else:
                katalog = _pasang(katalog, isi)
        if len(nanti) == len(sekarang):
            break
    return katalog


def _pasang(katalog: Katalog, isi: Suntingan) -> Katalog:
    baru = isi.topik
    ada = baru.slug in katalog.topik

    def dengan(tema: Tema) -> Tema:
        if ada:
            return replace(tema, topik=tuple(baru if t.slug == baru.slug else t for t in tema.topik))
        return replace(tema, topik=(*tema.topik, baru)) if tema.kode == isi.tema else tema

    semua = tuple(dengan(tema) for tema in katalog.tema)
    return Katalog(semua, {t.slug: t for tema in semua for t in tema.topik})


def kini(rows: Mapping[str, str]) -> Katalog:
    """The catalogue with the latest `isi` of each slug; what cannot be read is left out."""
    return dengan_suntingan(muat_faq(), _terbaca(rows.values()))


def periksa_semua(rows: Mapping[str, str]) -> dict[str, str]:
    """By slug, why a change is not taken in; empty when all are."""
    katalog, hasil = kini(rows), {}
    for slug, teks in rows.items():
        try:
            sebab = next(salah(baca(teks), katalog), "")
        except ValueError as galat:
            sebab = str(galat)
        if sebab:
            hasil[slug] = sebab
    return hasil


@lru_cache(maxsize=1)
def susun_kini(rows: Sequence[tuple[str, str]]) -> Pencari:
    """Ready to be searched: half a second, for a thread of its own."""
    return susun_pencari(kini(dict(rows)))


def _terbaca(semua: Iterable[str]) -> Iterator[Suntingan]:
    for teks in semua:
        try:
            yield baca(teks)
        except ValueError:
            continue
