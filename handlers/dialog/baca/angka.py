"""Counts, and yes or no. The words for numbers serve the other readers too."""

import re
import unicodedata

from handlers.dialog.baca.normal import inti, kumpulan, rapikan, tanpa_sapaan, tanpa_ulur
from handlers.dialog.tolak import Tolak

NIHIL = frozenset({"nihil", "nol", "kosong", "tidak ada", "tdk ada", "gak ada", "ga ada", "nggak ada", "ndak ada"})

_SATUAN = {"nol": 0, "se": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5}
_SATUAN |= {"enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}
_S = "(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_BAWAH_SERATUS = rf"(?:(?:se|{_S} ?)belas|(?:se|{_S} ?)puluh(?: ?{_S})?|{_S}|nol)"
_BILANGAN = re.compile(rf"\b(?:(?:se|{_S} ?)ratus(?: ?{_BAWAH_SERATUS})?|{_BAWAH_SERATUS})\b")
_BAGIAN_BILANGAN = re.compile(rf"se(?=ratus|belas|puluh)|{_S}|nol|ratus|puluh|belas")
_SE = re.compile(r"\bse(ribu|juta|miliar|milyar|triliun|trilyun)\b")

_KIRA_KIRA = re.compile(
    r"\b(?:sekitar|kira2?|kurang|lebih|hampir|an|puluhan|ratusan|ribuan|jutaan|banyak|beberapa|antara|paling)\b"
    r"|[±~≈<>]|\d ?(?:rb|ribu|jt|juta)?-?an\b|\d ?\+$|\d ?- ?\d"
)
_ANGKA = re.compile(
    r"(?:(?:ada|total|jumlah|jumlahnya|totalnya|sebanyak|hanya|cuma) )*"
    r"(?P<negatif>- ?|minus )?(?P<digit>\d{1,3}(?:\.\d{3})+|\d+)(?P<ribu> ?(?:ribu|rb)\b)?"
    r"(?: ?(?P<satuan>%|m2|m3|[a-z][a-z ]{0,30}))?"
)
# No units: they multiply the number or take it back, and the count would come out wrong.
_BUKAN_SATUAN = kumpulan(
    "ratus puluh belas ribu rb k jt juta miliar milyar triliun lusin kodi gros setengah pertiga perempat koma "
    "minus tidak tdk gak nggak ndak belum blm bukan"
)

_YA = kumpulan(
    "ya yaa y iya iyaa iy iyo yes yep yup yoi yoa betul btl benar bener bnr ok oke okey okay oky siap sip sudah sdh "
    "udah udh dah ada setuju boleh lanjut baik mau bisa tentu pasti pastinya nggih inggih muhun 👍 👌 ✅ ✔ 🆗"
)
_TIDAK = kumpulan(
    "tidak tdk tak t gak ga gk g nggak ngga nggk enggak engga ndak nda kagak belum blm belom blom bukan bkn jangan "
    "no nope n ora mboten henteu 👎 ❌ ✖"
)
_PEMANIS = kumpulan("pak bu kak bang mas mba mbak kok dong deh sih lah nih itu sekali banget aja saja 🙏 😊")


def dengan_angka(teks: str) -> str:
    """Number words up to hundreds as digits, the rest as it was: "dua puluh lima orang" is "25 orang"."""
    return _BILANGAN.sub(_nilai_bilangan, _SE.sub(r"satu \1", teks))


def _nilai_bilangan(cocok: re.Match[str]) -> str:
    jumlah = satuan = 0
    for kata in _BAGIAN_BILANGAN.findall(cocok[0]):
        if kata in _SATUAN:
            satuan = _SATUAN[kata]
        else:
            jumlah += {"ratus": 100 * satuan, "puluh": 10 * satuan, "belas": 10 + satuan}[kata]
            satuan = 0
    return str(jumlah + satuan)


def kira_kira(teks: str) -> bool:
    """Whether the number is an estimate or a range ("sekitar 30", "30an", "30-35"): counts are never made up."""
    return _KIRA_KIRA.search(teks) is not None


def ejaan_angka(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def baca_angka(teks: str, *, minimal: int | None = None, maksimal: int | None = None) -> int:
    """A whole number with dots for thousands ("1.200"), number words, "2 ribu", and a unit after it ("25 buah").

    "nihil" and "tidak ada" are 0. A decimal, an estimate or two numbers are refused.
    """
    contoh = f"Contoh: {ejaan_angka(_jepit(25, minimal, maksimal))}"
    bersih = dengan_angka(tanpa_sapaan(inti(teks)))
    if bersih in NIHIL:
        return _dalam_batas(0, minimal, maksimal, contoh)
    if kira_kira(bersih):
        raise Tolak(f"Tulis satu angka yang pasti, ya. {contoh}")
    cocok = _ANGKA.fullmatch(bersih)
    if cocok is None or _BUKAN_SATUAN.intersection((cocok["satuan"] or "").split()):
        raise Tolak(f"Angkanya belum terbaca. Tulis dengan angka saja. {contoh}")
    digit = cocok["digit"].replace(".", "")
    if len(digit) > 15:
        raise Tolak(f"Angkanya terlalu panjang. {contoh}")
    nilai = int(digit) * (1000 if cocok["ribu"] else 1)
    return _dalam_batas(-nilai if cocok["negatif"] else nilai, minimal, maksimal, contoh)


def _jepit(n: int, minimal: int | None, maksimal: int | None) -> int:
    if minimal is not None:
        n = max(n, minimal)
    return n if maksimal is None else min(n, maksimal)


def _dalam_batas(n: int, minimal: int | None, maksimal: int | None, contoh: str) -> int:
    if _jepit(n, minimal, maksimal) == n:
        return n
    batas = [] if minimal is None else [f"paling kecil {ejaan_angka(minimal)}"]
    batas += [] if maksimal is None else [f"paling besar {ejaan_angka(maksimal)}"]
    raise Tolak(f"Yang bisa dicatat {', '.join(batas)}. {contoh}")


def baca_ya_tidak(teks: str) -> bool:
    """Yes or no, in words or with a thumb, only when all of it says so.

    "belum ada" is no; "tidak tahu", "ya belum" and "benar?" are asked.
    """
    rapi = rapikan(teks)
    kata = [k for k in tanpa_ulur(inti(teks)).replace(",", " ").split() if k not in _PEMANIS]
    kata = kata or [h for h in rapi if unicodedata.category(h) == "So" and h not in _PEMANIS]
    dikenal = all(k in _YA or k in _TIDAK for k in kata)
    if kata and dikenal and not rapi.endswith("?"):
        if kata[0] in _TIDAK:
            return False
        if not _TIDAK.intersection(kata):
            return True
    raise Tolak("Jawab ya atau tidak saja, ya. Contoh: ya atau tidak")
