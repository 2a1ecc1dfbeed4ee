"""What a row, or the command line, says of an invitation: the role, the places, the name, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.cli.lembar import FORMULA, Row
from data.lingkup import SEMUA_WILAYAH, TINGKAT
from data.orang import SEBUTAN
from data.wilayah import DESA, Wilayah, dari_kode
from data.wilayah.tempat import kelurahan
from handlers.bergabung.nama_orang import PANJANG, Nama
from handlers.bergabung.sebut_tugas import KATA, PENDEK, sebut_tempat
from handlers.bergabung.tanya_tempat import CARI
from handlers.dialog.baca.cocok import lipat
from handlers.dialog.tolak import Tolak

LEVEL = {0: "all of Indonesia", 1: "a provinsi", 2: "a kabupaten", 3: "a kecamatan", 4: "a desa"}
DOTTED = re.compile(r"\d{2}(?:\.\d{2}){0,2}|\d{2}\.\d{2}\.\d{2}\.\d{4}")
PLAIN = re.compile(r"\d{2}|\d{4}|\d{6}|\d{10}")
CANDIDATES = 4
MAX_PLACES = 20


class BadValue(Exception):
    """What is wrong in one column, and what would work."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column = column


@dataclass(frozen=True)
class Wanted:
    """An invitation to be made."""

    row: int
    peran: str
    wilayah: tuple[str, ...]
    nama: str

    @property
    def key(self) -> tuple[str, tuple[str, ...], str]:
        return self.peran, self.wilayah, self.nama


@dataclass(frozen=True)
class Wrong:
    row: int
    column: str
    why: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.why}"


def sort_out(rows: Iterable[Row], waiting: set[tuple[str, tuple[str, ...], str]]) -> tuple[list[Wanted], list[Wrong]]:
    """`waiting`: what has been sent out and not been used; it is not made a second time."""
    good: dict[tuple[str, tuple[str, ...], str], Wanted] = {}
    bad = []
    for number, cells in rows:
        try:
            one = _row(number, cells)
            if first := good.get(one.key):
                raise BadValue("nama", f"the same as row {first.row}; leave one of them out")
            if one.key in waiting:
                raise BadValue("nama", "has an open invitation for just this; take it back in /undangan, or leave it")
            good[one.key] = one
        except BadValue as error:
            bad.append(Wrong(number, error.column, str(error)))
    return list(good.values()), bad


def _row(number: int, cells: dict[str, str]) -> Wanted:
    for column in ("nama", "peran", "wilayah"):
        if not cells.get(column):
            raise BadValue(column, "is empty")
    peran = role(cells["peran"])
    return Wanted(number, peran, places(peran, cells["wilayah"]), name(cells["nama"]))


def name(text: str) -> str:
    if text.startswith(FORMULA):
        raise BadValue("nama", f"{_quote(text)} begins like a formula; write the name alone")
    try:
        return Nama("").bersihkan(text)
    except Tolak:
        raise BadValue("nama", f"{_quote(text)} is no name; letters, up to {PANJANG}, no numbers of any card") from None


def role(text: str) -> str:
    terlipat = lipat(text)
    for peran in TINGKAT:
        if terlipat in map(lipat, (peran, PENDEK[peran], SEBUTAN[peran], *KATA[peran])):
            return peran
    raise BadValue("peran", f"{_quote(text)} is no role; there are {', '.join(TINGKAT)}")


def places(peran: str, text: str) -> tuple[str, ...]:
    """Codes parted by commas, semicolons or spaces; or names, parted by semicolons or new lines."""
    if TINGKAT[peran] == 0:
        return (SEMUA_WILAYAH,)
    parts = [part for part in re.split(r"[,;\s]+", text) if part]
    if not all(DOTTED.fullmatch(part) or PLAIN.fullmatch(part) for part in parts):
        parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if not parts:
        raise BadValue("wilayah", f"is empty; {peran} is for {LEVEL[TINGKAT[peran]]}")
    if len(parts) > MAX_PLACES:
        raise BadValue("wilayah", f"{len(parts)} places; at most {MAX_PLACES} for one person")
    return tuple(dict.fromkeys(_place(peran, part) for part in parts))


def _place(peran: str, text: str) -> str:
    if PLAIN.fullmatch(text):
        text = ".".join(part for part in (text[:2], text[2:4], text[4:6], text[6:]) if part)
    return _coded(peran, text) if DOTTED.fullmatch(text) else _searched(peran, text)


def _coded(peran: str, code: str) -> str:
    place = dari_kode(code)
    if place is None:
        raise BadValue("wilayah", f"there is no {code} at Kemendagri; a code looks like 32.03.03.2013")
    if kelurahan(code):
        raise BadValue("wilayah", f"{code} {place.nama} is a kelurahan, which has no pendamping desa; name a desa")
    if place.tingkat != TINGKAT[peran]:
        raise BadValue(
            "wilayah",
            f"{code} is {LEVEL[place.tingkat]}, {sebut_tempat(place)}; {peran} is for {LEVEL[TINGKAT[peran]]}",
        )
    return code


def _searched(peran: str, text: str) -> str:
    level = TINGKAT[peran]
    found = CARI[level](text)
    if found.jumlah == 1 and found.persis:
        return found.kode[0]
    if not found.jumlah:
        with_kecamatan = " with its kecamatan, such as sukamaju cibeber" if level == DESA else ""
        raise BadValue("wilayah", f"{_quote(text)} was not found; write the name{with_kecamatan}, or the code")
    fits = f"fits {found.jumlah} places" if found.persis else "is only like"
    raise BadValue("wilayah", f"{_quote(text)} {fits}: {_candidates(found.tempat(CANDIDATES), found.jumlah)}")


def _candidates(places_: Iterable[Wilayah], total: int) -> str:
    more = f", and {total - CANDIDATES} more" if total > CANDIDATES else ""
    return "; ".join(f"{w.kode} {w.nama}, {w.jalur}" for w in places_) + f"{more}. Write the code that is meant"


def _quote(text: str) -> str:
    """Their words, short, and unable to do anything to a terminal."""
    return repr(text if len(text) <= 40 else text[:39] + "…")
