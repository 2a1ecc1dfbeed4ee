"""Numbers that must not be kept: NIK, KK and bank accounts in what people type are masked before anything is stored.

A NIK is place (6), day of birth (6, a woman's day plus 40) and a number of its own (4), however it is written: with
spaces, points, dashes, invisible characters, digits of any script. What a NIK could be mistaken for stays: amounts,
phone numbers, days and hours, places on the map, codes of villages, NIP (18 digits).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from data.katalog.zona import muat_zona
from data.wilayah import dari_kode

NIK, KK, REKENING = "NIK", "KK", "rekening"
TITIK = "••••"
TERPENDEK = 10
"""Digits: nothing shorter is any of the three."""
PANJANG_NIK = 16
DEKAT = 40
"""Characters in which a word names the number beside it."""
SELA = 3
"""Characters between two digits of one number, at most."""
DULU = ("54",)
"""Provinces that were: a NIK keeps the code of the place where it was given (Timor Timur)."""
PEMISAH = frozenset(" \t\n\r\u00a0.-‐‑‒–—−_/:'·•|()*~")
_CALON = re.compile(r"\d(?:[ \t\n\r.\-_/:'|()*~]{0,3}\d){9}")
"""In plain ASCII, without which nothing is looked for: most messages end here."""
_NIK_DEKAT = re.compile(r"\b(nik|e-?ktp|ktp)\b[^\d\n]{0,15}$", re.IGNORECASE)
_KK_DEKAT = re.compile(r"\b(kk|kartu\s+keluarga)\b[^\d\n]{0,15}$", re.IGNORECASE)
_WAJIB = re.compile(r"\b(nik|e-?ktp|ktp|(?:no\.?|nomor|nmr)\s*kk|kartu\s+keluarga)\b[^\d\n]{0,15}$", re.IGNORECASE)
_REKENING = re.compile(
    r"\b(?:no\.?\s?rek|norek|rek|rekening\w*|bri|bni|bca|mandiri|btn|bsi|bpd|bjb|bank\s\w+|a\.\s?n\.?|atas\snama)\b",
    re.IGNORECASE,
)
_TERLINDUNG = re.compile(
    r"""
      (?:rp|idr)\.?\s{0,3}\d{1,3}(?:[.,]\d{3})+(?!\d)           # Rp1.234.567
    | (?:rp|idr)\.?\s{0,3}\d{1,15}(?!\d)
    | (?<![\d.])\d{1,3}(?:\.\d{3}){1,4}(?!\.?\d)               # 1.234.567
    | (?<!\d)\d{1,15}(?=(?:,-|,00)?\s{0,3}(?:rupiah|juta|miliar|milyar|ribu)\b)
    | (?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)                       # days
    | (?<!\d)\d{1,2}(?P<h>[-/.])\d{1,2}(?P=h)(?:19|20)\d\d(?!\d)
    | (?<!\d)\d{1,2}/\d{1,2}/\d{2}(?!\d)
    | (?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?(?![.:]?\d)  # hours
    | (?<![\d.])\d\d\.\d\d\.\d\d\.[12]\d{3}(?!\.?\d)         # a village's code
    | [+-]?(?<!\d)\d{1,2}\.\d{4,}\s{0,3}[,;\s]\s{0,3}[+-]?\d{2,3}\.\d{4,}(?!\d)  # a place on the map
    | -\d{1,2}\.\d{4,}(?!\d)
    | (?<![\d+])(?:\+?62[\s.-]?|0)8[1-9](?:[\s.-]?\d){7,10}(?!\d)  # a phone
    """,
    re.IGNORECASE | re.VERBOSE,
)


class _Kelompok(NamedTuple):
    """Digits without anything visible between them."""

    angka: str
    dari: int
    sampai: int
    """Place of the last digit, plus one."""


def samarkan(teks: str) -> tuple[str, tuple[str, ...]]:
    """The text without such numbers, and what they were, each once: `NIK`, `KK`, `REKENING`."""
    if (teks.isascii() and not _CALON.search(teks)) or sum(map(str.isdigit, teks)) < TERPENDEK:
        return teks, ()
    tertutup = _terlindung(teks)
    hasil: list[tuple[int, int, str]] = []
    for deret in _deret(teks):
        hasil += _dalam_deret(deret, teks, tertutup)
    return _ganti(teks, hasil), tuple(dict.fromkeys(jenis for _, _, jenis in hasil))


def _ganti(teks: str, hasil: list[tuple[int, int, str]]) -> str:
    bagian, akhir = [], 0
    for dari, sampai, jenis in hasil:
        depan = teks[max(0, dari - DEKAT) : dari]
        disebut = jenis == REKENING or (_KK_DEKAT if jenis == KK else _NIK_DEKAT).search(depan)
        bagian += [teks[akhir:dari], TITIK if disebut else f"{jenis} {TITIK}"]
        akhir = sampai
    return "".join([*bagian, teks[akhir:]])


def _terlindung(teks: str) -> bytearray:
    """1 at every character that belongs to something else: an amount, a day, an hour, a place, a phone."""
    tanda = bytearray(len(teks))
    polos = _polos(teks)
    for cocok in _TERLINDUNG.finditer(polos):
        tanda[cocok.start() : cocok.end()] = b"\1" * (cocok.end() - cocok.start())
    return tanda


def _polos(teks: str) -> str:
    """Every digit as ASCII, character for character."""
    if teks.isascii():
        return teks
    return "".join(c if c.isascii() or (angka := _angka(c)) < 0 else str(angka) for c in teks)


def _angka(huruf: str) -> int:
    """-1 for anything else."""
    if huruf.isascii():
        return ord(huruf) - 48 if "0" <= huruf <= "9" else -1
    return unicodedata.digit(huruf, -1)


def _tak_tampak(huruf: str) -> bool:
    return not huruf.isascii() and unicodedata.category(huruf) in ("Cf", "Mn", "Me")


def _deret(teks: str) -> Iterator[list[_Kelompok]]:
    """Rows of digits with no more between them than what people put into one number."""
    deret: list[_Kelompok] = []
    sela = SELA + 1
    """Visible characters since the last digit."""
    for n, huruf in enumerate(teks):
        angka = _angka(huruf)
        if angka >= 0:
            if deret and sela > SELA:
                yield deret
                deret = []
            if deret and sela == 0:
                lama = deret[-1]
                deret[-1] = _Kelompok(f"{lama.angka}{angka}"[: PANJANG_NIK + 8], lama.dari, n + 1)
            else:
                deret.append(_Kelompok(str(angka), n, n + 1))
            sela = 0
        elif huruf in PEMISAH or unicodedata.category(huruf) == "Pd":
            sela += 1
        elif _tak_tampak(huruf):
            if deret and sela == 0:
                deret[-1] = deret[-1]._replace(sampai=n + 1)
        else:
            sela = SELA + 1
    if deret:
        yield deret


def _dalam_deret(deret: list[_Kelompok], teks: str, tertutup: bytearray) -> list[tuple[int, int, str]]:
    hasil = []
    mulai = 0
    while mulai < len(deret):
        ketemu = _nomor_di(deret, mulai, teks, tertutup)
        if ketemu is None:
            mulai += 1
        else:
            jumlah, jenis = ketemu
            hasil.append((deret[mulai].dari, deret[mulai + jumlah - 1].sampai, jenis))
            mulai += jumlah
    return hasil


def _nomor_di(deret: list[_Kelompok], mulai: int, teks: str, tertutup: bytearray) -> tuple[int, str] | None:
    """How many groups from here on are one number to be masked, and which; None when it is none."""
    depan = teks[max(0, deret[mulai].dari - DEKAT) : deret[mulai].dari]
    angka = ""
    rekening = 0
    for jumlah, kelompok in enumerate(deret[mulai : mulai + PANJANG_NIK + 1], start=1):
        angka += kelompok.angka
        if len(angka) > PANJANG_NIK + 1:
            break
        if _tertutup(deret[mulai : mulai + jumlah], tertutup):
            continue
        if _seperti_nik(angka) or (len(angka) >= PANJANG_NIK - 1 and _WAJIB.search(depan)):
            return jumlah, KK if _KK_DEKAT.search(depan) else NIK
        if TERPENDEK <= len(angka) <= PANJANG_NIK and not (rekening and len(deret[mulai].angka) >= TERPENDEK):
            rekening = jumlah
    if rekening and _seperti_rekening(deret[mulai : mulai + rekening], teks, tertutup):
        return rekening, REKENING
    return None


def _tertutup(kelompok: list[_Kelompok], tertutup: bytearray) -> bool:
    """Whether every digit belongs to something else."""
    return all(tertutup[k.dari] and tertutup[k.sampai - 1] for k in kelompok)


def _seperti_nik(angka: str) -> bool:
    if len(angka) != PANJANG_NIK or angka[:2] not in _provinsi():
        return False
    hari, bulan = int(angka[6:8]), int(angka[8:10])
    tempat = angka[2:4] != "00" and angka[4:6] != "00"
    return tempat and (1 <= hari <= 31 or 41 <= hari <= 71) and 1 <= bulan <= 12 and angka[12:] != "0000"


def _seperti_rekening(kelompok: list[_Kelompok], teks: str, tertutup: bytearray) -> bool:
    """A bank, an account or its owner is named beside it on the line; and it is no round amount, and no village."""
    angka = "".join(k.angka for k in kelompok)
    if any(tertutup[k.dari] for k in kelompok) or angka.endswith("00000"):
        return False
    dari, sampai = kelompok[0].dari, kelompok[-1].sampai
    depan = teks[max(0, dari - DEKAT) : dari].rpartition("\n")[2]
    belakang = teks[sampai : sampai + DEKAT].partition("\n")[0]
    if not (_REKENING.search(depan) or _REKENING.search(belakang)):
        return False
    return len(angka) != TERPENDEK or dari_kode(f"{angka[:2]}.{angka[2:4]}.{angka[4:6]}.{angka[6:]}") is None


@cache
def _provinsi() -> frozenset[str]:
    return frozenset(p.kode for p in muat_zona().provinsi) | frozenset(DULU)
