"""The numbers in a text, in figures: 'delapan tahun' and '8 tahun' both have 8."""

from __future__ import annotations

import re

_SATUAN = dict(
    zip(["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"], range(10), strict=True)
)
_SATUAN |= {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_TINGKAT = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
_HUKUM = re.compile(
    r"\b(?:UU|PP|PMK|Perpu|Permendagri|Permendesa(?: PDT)?|Kepmendesa|PERMA|PerKI|Perda|Inpres|KUHP|Putusan MK|MK"
    r"|Surat Mendagri|SE Mendagri|Pasal|ayat)\s+(?:Nomor\s+)?\(?[0-9][0-9A-Z./()-]*(?:\s+Tahun\s+[0-9]{4})?"
)
_ANGKA = re.compile(r"[0-9]+(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[,/][0-9]+)?")
_BUKAN = re.compile(
    r"\b(?:salah satu|satu sama lain|satu per satu|satu-satunya|satupun|satu pun|serba-serbi|dua-duanya)\b", re.I
)


def angka_dalam(teks: str) -> set[str]:
    """Without numbers of laws, articles and years: those are held by `pasal`."""
    polos = _BUKAN.sub(" ", _HUKUM.sub(" ", teks))
    polos = re.sub(r"\bseparuh\b|\bsetengah\b", "1/2", polos, flags=re.I)
    hasil = set(_ANGKA.findall(_kata_jadi_angka(polos)))
    return {satu for satu in hasil if not re.fullmatch(r"(?:19|20)[0-9]{2}", satu)}


def _kata_jadi_angka(teks: str) -> str:
    def ganti(cocok: re.Match[str]) -> str:
        return str(_nilai(cocok[0].lower().split()))

    kata = "|".join(_SATUAN)
    pola = rf"\b(?:{kata})(?:\s+(?:belas|puluh(?:\s+(?:{kata}))?))?\b"
    teks = re.sub(pola, ganti, teks, flags=re.I)
    for n, tingkat in enumerate(_TINGKAT, 1):
        teks = re.sub(rf"\b{tingkat}\b", f"ke-{n}", teks, flags=re.I)
    return teks


def _nilai(kata: list[str]) -> int:
    match kata:
        case [satu, "belas"]:
            return _SATUAN[satu] + 10
        case [satu, "puluh"]:
            return _SATUAN[satu] * 10
        case [satu, "puluh", lain]:
            return _SATUAN[satu] * 10 + _SATUAN[lain]
    return _SATUAN[kata[0]]
