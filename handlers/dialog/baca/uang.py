"""Amounts of money, in whole rupiah.

What is doubtful is asked with both readings named, never chosen: "1.200" alone (rupiah, or thousands as in budget
tables?), "1.200 juta" (1,2 juta or 1,2 miliar?), "1 juta 200" (rupiah, or ribu as people say it?).
"""

import re

from handlers.dialog.baca.angka import NIHIL, dengan_angka, ejaan_angka, kira_kira
from handlers.dialog.baca.normal import inti, tanpa_sapaan
from handlers.dialog.tolak import Tolak

MAKSIMAL = 10 * 10**12
# A smaller number without "Rp" or "ribu" may just as well be counted in thousands.
RAGU_DI_BAWAH = 10_000

_SKALA = {
    **dict.fromkeys(("ribu", "rb", "rbu", "k"), 10**3),
    **dict.fromkeys(("juta", "jt", "jta"), 10**6),
    **dict.fromkeys(("miliar", "milyar", "miliard", "milyard", "m"), 10**9),
    **dict.fromkeys(("triliun", "trilyun", "t"), 10**12),
}
_GRATIS = NIHIL | {"gratis", "tanpa biaya", "tidak ada biaya"}
_CONTOH = "Contoh: Rp1.200.000 atau 300 ribu"

_PENGANTAR = re.compile(r"^(?:(?:ada|total|totalnya|jumlah|jumlahnya|sebesar|senilai|anggaran|biaya|dana)\b[: ]*)+")
_RP_DEPAN = re.compile(r"^(?:rp|idr)(?![a-z])[.: ]*")
_RP_BELAKANG = re.compile(r" ?\b(?:rupiah|perak|rp)$|(?<=\d)(?:rupiah|perak|rp)$")
_STRIP_BELAKANG = re.compile(r"[,.]? ?=?-+$")
_POTONGAN = re.compile(r"\d[\d.,]*|[a-z]+|\S")
_UTUH = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,00)?|(\d{1,3}(?:,\d{3})+)(?:\.00)?")
_PECAHAN = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|\d{4,6}))?|(\d+)\.(\d{1,2})")
_SATU_KELOMPOK = re.compile(r"\d{1,3}[.,]\d{3}")


def baca_uang(teks: str) -> int:
    """Rupiah, from 0 to `MAKSIMAL`: "Rp 1,2 juta", "1.200.000", "300rb", "1jt 200rb", "sejuta", "nihil"."""
    bersih = _STRIP_BELAKANG.sub("", tanpa_sapaan(inti(teks)))
    bersih = dengan_angka(_PENGANTAR.sub("", bersih))
    if bersih in _GRATIS:
        return 0
    tanpa_rp = _RP_BELAKANG.sub("", _RP_DEPAN.sub("", bersih))
    if tanpa_rp.startswith(("-", "minus")):
        raise Tolak(f"Jumlah uang dicatat dari nol ke atas. {_CONTOH}")
    if kira_kira(tanpa_rp):
        raise Tolak(f"Tulis satu jumlah yang pasti, ya. {_CONTOH}")
    nilai = _jumlahkan(_suku(tanpa_rp), ada_rp=tanpa_rp != bersih)
    if nilai > MAKSIMAL:
        raise Tolak(f"Yang bisa dicatat paling besar 10 triliun rupiah. {_CONTOH}")
    return nilai


def ejaan_uang(n: int) -> str:
    return f"Rp{ejaan_angka(n)}"


def _suku(teks: str) -> list[tuple[str, str]]:
    """ "1jt 200rb" -> [("1", "jt"), ("200", "rb")]; a number without a scale has "" there."""
    teks = re.sub(r"\bsetengah (?=[a-z])", "0,5 ", re.sub(r"(?<![\d.,])(\d+) setengah (?=[a-z])", r"\1,5 ", teks))
    suku: list[tuple[str, str]] = []
    for potong in _POTONGAN.findall(re.sub(r"[.,] ", " ", teks)):
        if potong[0].isdigit() and not (suku and not suku[-1][1]):
            suku.append((potong.rstrip(".,"), ""))
        elif potong in _SKALA and suku and not suku[-1][1]:
            suku[-1] = (suku[-1][0], potong)
        else:
            raise _belum_terbaca()
    if not suku:
        raise _belum_terbaca()
    return suku


def _belum_terbaca() -> Tolak:
    return Tolak(f"Jumlah uangnya belum terbaca. {_CONTOH}")


def _jumlahkan(suku: list[tuple[str, str]], *, ada_rp: bool) -> int:
    if len(suku) == 1 and not suku[0][1]:
        return _polos(suku[0][0], ada_rp=ada_rp)
    jumlah, skala_lalu = 0, MAKSIMAL
    for angka, skala in suku:
        nilai = _berskala(angka, skala) if skala else _ekor(angka, jumlah, skala_lalu)
        if jumlah and nilai >= skala_lalu:
            raise _belum_terbaca()
        jumlah, skala_lalu = jumlah + nilai, _SKALA.get(skala, 1)
    return jumlah


def _polos(angka: str, *, ada_rp: bool) -> int:
    cocok = _UTUH.fullmatch(angka)
    if cocok is None:
        if re.fullmatch(r"\d{1,3}[.,]\d{1,2}", angka):
            raise Tolak(f"{angka} ribu, atau juta? Contoh: {angka} ribu atau {angka} juta")
        raise _belum_terbaca()
    nilai = int(re.sub(r"[.,]", "", cocok[1] or cocok[2]))
    if 0 < nilai < RAGU_DI_BAWAH and (not ada_rp or cocok[2]):
        raise _pilih(angka, nilai, nilai * 1000)
    return nilai


def _berskala(angka: str, skala: str) -> int:
    kali = _SKALA[skala]
    if _SATU_KELOMPOK.fullmatch(angka):
        ribuan = int(re.sub(r"[.,]", "", angka)) * kali
        raise _pilih(f"{angka} {skala}", ribuan // 1000, ribuan)
    cocok = _PECAHAN.fullmatch(angka)
    if cocok is None:
        raise _belum_terbaca()
    pecah = cocok[2] or cocok[4] or ""
    pembagi: int = 10 ** len(pecah)
    nilai, sisa = divmod(int((cocok[1] or cocok[3]).replace(".", "") + pecah) * kali, pembagi)
    if sisa:
        raise Tolak(f"Tulis dalam rupiah bulat, ya. {_CONTOH}")
    return nilai


def _ekor(angka: str, jumlah: int, skala_lalu: int) -> int:
    """The number after the last scale word: "1 juta 200.000" is clear, "1 juta 200" is not."""
    nilai = _polos(angka, ada_rp=True)
    if 0 < nilai < 1000 < skala_lalu:
        raise _pilih(f"Angka {angka} di akhir", jumlah + nilai, jumlah + nilai * 1000)
    return nilai


def _pilih(apa: str, kecil: int, besar: int) -> Tolak:
    if besar > MAKSIMAL:
        return _belum_terbaca()
    pilihan = f"{ejaan_uang(kecil)} atau {ejaan_uang(besar)}"
    return Tolak(f"{apa}: maksudnya {pilihan}? Tulis lengkap, ya. Contoh: {pilihan}")
