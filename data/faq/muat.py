"""The topics in data/katalog/faq/*.toml, one file a section, checked strictly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.muat import Naskah, baca

FOLDER = Path(__file__).parents[1] / "katalog" / "faq"
KATA_JAWAB = 90
BUTIR = 6
CARA = 40
"""Ways of asking of one topic."""
_JUDUL = Meta(min_length=1, max_length=24, description="text of 1 to 24 characters, which a button can hold")

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description='a slug such as "kades-masa-jabatan"')]
Kalimat = Annotated[str, Meta(min_length=1, max_length=300)]


class Riwayat(Struct, frozen=True, forbid_unknown_fields=True):
    tanggal: dt.date
    oleh: Kalimat
    sumber: Kalimat


class Topik(Struct, frozen=True, forbid_unknown_fields=True):
    slug: Slug
    judul: Annotated[str, _JUDUL]
    tanya: Annotated[tuple[Kalimat, ...], Meta(min_length=3, max_length=CARA)]
    jawab: Annotated[str, Meta(min_length=1)]
    dasar: Annotated[tuple[Kalimat, ...], Meta(min_length=1, max_length=10)]
    berlaku: dt.date
    """Since when the rule stands; `diperiksa` or later where that is not known."""
    diperiksa: dt.date
    yakin: Literal["pasti", "umumnya", "belum_pasti"]
    terkait: Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=4)]
    riwayat: Annotated[tuple[Riwayat, ...], Meta(min_length=1)]
    kata: Annotated[tuple[Kalimat, ...], Meta(max_length=24)] = ()
    dulu: str = ""
    cek: str = ""
    hati: str = ""
    kasus: bool = False


class Tema(Struct, frozen=True, forbid_unknown_fields=True):
    tema: Annotated[str, _JUDUL]
    kode: Annotated[str, Meta(pattern=r"^[a-z0-9-]{2,20}$", description='a short word such as "kades"')]
    urutan: Annotated[int, Meta(ge=1, le=99)]
    topik: Annotated[tuple[Topik, ...], Meta(min_length=1)]


@dataclass(frozen=True)
class Katalog:
    tema: tuple[Tema, ...]
    """In order."""
    topik: dict[str, Topik]
    """By slug, in order of the themes."""

    def tema_dari(self, slug: str) -> Tema:
        return next(tema for tema in self.tema if any(t.slug == slug for t in tema.topik))


@cache
def muat_faq(folder: Path = FOLDER) -> Katalog:
    """Reads the files once per process. Raises KatalogSalah."""
    berkas = [(naskah, naskah.sebagai(Tema)) for naskah in map(baca, sorted(folder.glob("*.toml")))]
    _periksa_unik(berkas)
    kenal = {topik.slug for _, tema in berkas for topik in tema.topik}
    for naskah, tema in berkas:
        terkait = ((n, slug) for n, topik in enumerate(tema.topik) for slug in topik.terkait)
        naskah.wajib_dikenal("topik", "terkait", terkait, kenal, "slugs of topics")
        for n, topik in enumerate(tema.topik):
            for kunci, ada, harap in cacat(topik):
                raise naskah.salah(("topik", n, kunci), ada, harap)
    semua = tuple(sorted((tema for _, tema in berkas), key=lambda tema: tema.urutan))
    return Katalog(semua, {topik.slug: topik for tema in semua for topik in tema.topik})


def _periksa_unik(berkas: list[tuple[Naskah, Tema]]) -> None:
    """Slugs, titles, codes and places are used once, in all files together."""
    dipakai: dict[tuple[str, object], Path] = {}
    for naskah, tema in berkas:
        milik: list[tuple[tuple[str | int, ...], str, object]] = [
            (("kode",), "kode", tema.kode),
            (("urutan",), "urutan", tema.urutan),
            (("tema",), "tema", tema.tema),
        ]
        for n, topik in enumerate(tema.topik):
            milik += [(("topik", n, "slug"), "slug", topik.slug), (("topik", n, "judul"), "judul", topik.judul)]
        for jejak, kunci, nilai in milik:
            pertama = dipakai.setdefault((kunci, nilai), naskah.berkas)
            if pertama is not naskah.berkas or sum((k, v) == (kunci, nilai) for _, k, v in milik) > 1:
                raise naskah.salah(jejak, f"{kunci} has {nilai}, which {pertama.name} has already", "another")


def cacat(topik: Topik) -> Iterator[tuple[str, str, str]]:
    """(key, what is there, what is expected) of what is wrong with one topic."""
    if (banyak := len(topik.jawab.split())) > KATA_JAWAB:
        yield "jawab", f"jawab has {banyak} words", f"{KATA_JAWAB} at most"
    if (butir := topik.jawab.count("•")) > BUTIR:
        yield "jawab", f"jawab has a list of {butir}", f"{BUTIR} at most"
    if any(tanda in f"{topik.jawab}{topik.dulu}" for tanda in ("**", "__", "`", "](")):
        yield "jawab", "jawab has markdown", "plain text"
    if topik.yakin != "pasti" and not topik.cek:
        yield "yakin", f"yakin is {topik.yakin}, without cek", "cek, which says where to ask"
    if topik.slug in topik.terkait or len(set(topik.terkait)) < len(topik.terkait):
        yield "terkait", "terkait has the topic itself, or one twice", "other topics, each once"
    if any(r.tanggal < topik.diperiksa for r in topik.riwayat[-1:]):
        yield "diperiksa", "diperiksa is later than the last riwayat", "a riwayat for every change"
