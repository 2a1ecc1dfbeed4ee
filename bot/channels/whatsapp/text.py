"""Text on WhatsApp: its markup kept out of what people wrote, and what is too long cut where a line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

SAMBUNG = "\u2060"
"""Word joiner: no width, no place to break a line. WhatsApp knows no escape; a marker that does not touch a letter on
the inside and has no boundary on the outside begins and ends nothing."""
TAUTAN = re.compile(r"(\b\w+://\S+|\b(?:wa|t)\.me/\S+)")
"""Left as they are: a link with something invisible in it leads nowhere."""
PENANDA = re.compile(r"(?<![^\W_])([*_~])(?=\S)|(?<=\S)([*_~])(?![^\W_])")
"""One that may begin something bold, italic or struck through, or end it; between two letters it does neither."""
DALAM_TEBAL = re.compile(rf"\*|{PENANDA.pattern}")
"""The same between two asterisks: any other there may be taken for the one that ends it."""
AWAL_BARIS = re.compile(r"^(?=[*\->] )", re.MULTILINE)
"""Where WhatsApp would draw a list or a quotation."""
TERPOTONG = "(Masih ada lanjutannya, tetapi tidak muat dalam satu pesan WhatsApp.)"


def panjang(teks: str) -> int:
    """UTF-16 units, as a phone counts; Meta does not say what its characters are, and this is the larger number."""
    return len(teks) if teks.isascii() else len(teks.encode("utf-16-le")) // 2


def lolos(teks: str, *, tebal: bool = False) -> str:
    """The same to the eye, and never markup. `tebal`: it will stand between two asterisks."""
    if "`" in teks:
        teks = teks.replace("`", f"{SAMBUNG}`{SAMBUNG}")
    teks = "\n".join(_baris(baris, tebal=tebal) for baris in teks.split("\n"))
    return AWAL_BARIS.sub(SAMBUNG, teks)


def _baris(baris: str, *, tebal: bool) -> str:
    """These three end where their line ends: one alone is only a character."""
    perlu = {satu for satu in "*_~" if baris.count(satu) > 1 or (tebal and satu == "*")}
    if not perlu & set(baris):
        return baris
    potongan = TAUTAN.split(baris)
    penanda = DALAM_TEBAL if tebal else PENANDA
    potongan[::2] = [penanda.sub(lambda m: _jinak(m, perlu), satu) for satu in potongan[::2]]
    return "".join(potongan)


def _jinak(temu: re.Match[str], perlu: set[str]) -> str:
    return f"{SAMBUNG}{temu[0]}{SAMBUNG}" if temu[0] in perlu else temu[0]


def susun(judul: str, teks: str) -> str:
    """What stands in a message: the title bold above the text."""
    kepala = lolos(" ".join(judul.split()), tebal=True)
    isi = lolos(teks.strip("\n")) if teks.strip() else ""
    return "\n\n".join(satu for satu in (f"*{kepala}*" if kepala else "", isi) if satu)


def muat(teks: str, batas: int, ekor: str = TERPOTONG) -> str:
    """At most `batas`; what is longer ends with a whole line, and with `ekor`."""
    if panjang(teks) <= batas:
        return teks
    ruang = batas - panjang(ekor) - 1
    depan = _awal(teks, ruang)
    di = max(depan.rfind("\n"), depan.rfind(" ") if depan.rfind("\n") < ruang // 2 else 0)
    return f"{depan[:di].rstrip() if di > 0 else depan}\n{ekor}"


def sebaris(teks: str, batas: int) -> str:
    """One line of at most `batas`; what is longer ends with "…"."""
    rapi = " ".join(teks.split())
    return rapi if panjang(rapi) <= batas else f"{_awal(rapi, batas - 1).rstrip()}…"


def unik(label: list[str], batas: int) -> list[str]:
    """Each at most `batas`, none empty and none like another: "Kegiatan pemberday… 2"."""
    hasil: list[str] = []
    for satu in label:
        pendek = sebaris(satu, batas) or "…"
        hasil.append(next(calon for calon in _calon(pendek, batas) if calon not in hasil))
    return hasil


def _calon(label: str, batas: int) -> Iterator[str]:
    yield label
    for n in range(2, 1000):
        yield f"{sebaris(label.removesuffix('…'), batas - len(str(n)) - 2)}… {n}".replace("……", "…")


def _awal(teks: str, batas: int) -> str:
    """As many characters as fit; half of a surrogate pair is none."""
    if teks.isascii():
        return teks[:batas]
    return teks.encode("utf-16-le")[: batas * 2].decode("utf-16-le", "ignore")
