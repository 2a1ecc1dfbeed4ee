"""One line as a decision: what was decided, how, who does it, by when, with what money.

Read from the end of each part, so that a plain sentence stays a plain sentence; what is not read stays in the words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from data.keputusan import IsiKeputusan
from handlers.dialog.baca.tanggal import baca_tanggal
from handlers.dialog.baca.uang import baca_uang
from handlers.dialog.tolak import Tolak

SUMBER = {
    "dd": "DD", "dana desa": "DD", "add": "ADD", "alokasi dana desa": "ADD", "pades": "PADes", "pad": "PADes",
    "bhpr": "BHPR", "apbd kab": "APBD kab", "apbd kabupaten": "APBD kab", "apbd prov": "APBD prov",
    "apbd provinsi": "APBD prov", "banprov": "APBD prov", "apbn": "APBN", "swadaya": "swadaya",
}  # fmt: skip
_S = "|".join(sorted(map(re.escape, SUMBER), key=len, reverse=True))
_KALI = r"ribu|rb|juta|jt|miliar|milyar"
_NILAI = rf"(?:rp\.? ?\d[\d.,]*(?: ?(?:{_KALI}|m))?|\d[\d.,]* ?(?:{_KALI}))(?![a-z\d])"
UANG = re.compile(
    rf"(?:^|[\s,(])(?:anggaran|biaya|pagu|sebesar|senilai)?:? ?({_NILAI})(?:,-)?"
    rf"(?: ?(?:dari |sumber(?: dana)? ?:? ?|\()?({_S})\)?)?$",
    re.IGNORECASE,
)
SUMBER_SAJA = re.compile(rf"(?:^(?:dana )?|[\s,(](?:sumber(?: dana)?|dana|dari) ?:? ?)({_S})\)?$", re.IGNORECASE)
SEMUA_UANG = re.compile(_NILAI, re.IGNORECASE)
BERKALI = re.compile(rf"{_NILAI} ?(?:/|per\b|tiap\b|setiap\b|sebulan\b|@)", re.IGNORECASE)
TENGGAT = re.compile(
    r"(?:^|[\s,(])(?:tenggat|paling lambat|batas(?: waktu)?|deadline|target)(?: tanggal| tgl)? ?:? ?([^;|]{3,30})$",
    re.IGNORECASE,
)
PJ = re.compile(r"(?:^|[\s,(])(?:pj|pic|penanggung jawab|pelaksana) ?[:=]? ?([^;|:]{2,80})$", re.IGNORECASE)
SERAH = re.compile(r"\b(?:dari|oleh|kepada|dengan|untuk|sebagai|sdr|dan)$", re.IGNORECASE)
"""Before "Pj Kepala Desa", who is somebody and does nothing here."""
CARA = re.compile(
    r"(?:^|[\s,(])(?:(?:secara |dengan )?(mufakat|musyawarah mufakat|aklamasi)"
    r"|(?:(?:pemungutan suara|voting)(?: suara)?|suara(?= ))(?: (terbuka|tertutup|terbanyak))?)\)?$",
    re.IGNORECASE,
)
SUARA = re.compile(r"(?:^|[\s,(])(\d{1,4}) (?:suara )?(setuju|menolak|tidak setuju|tolak|abstain)\)?$", re.IGNORECASE)
KE = {"setuju": "setuju", "menolak": "menolak", "tidak setuju": "menolak", "tolak": "menolak", "abstain": "abstain"}
TEPI = " ,;.-–()|"


def baca_putusan(baris: str, hari: date) -> IsiKeputusan:
    """`hari`: the day of the meeting, after which its deadlines lie."""
    sisa, hasil = [], IsiKeputusan("")
    for bagian in re.split(r"\s*[;|]\s*", baris.strip()):
        teks, hasil = _kupas(bagian, hasil, hari)
        if teks:
            sisa.append(teks)
    isi = "; ".join(sisa) or baris.strip()
    if hasil.cara == "" and hasil.setuju is not None:
        hasil = replace(hasil, cara="terbuka")
    return replace(hasil, isi=isi)


def _kupas(teks: str, hasil: IsiKeputusan, hari: date) -> tuple[str, IsiKeputusan]:
    """What is left when everything that could be read at its end has been taken."""
    while True:
        bersih = teks.rstrip(TEPI)
        for coba in (_cara, _suara, _uang, _tenggat, _pj):
            if ketemu := coba(bersih, hasil, hari):
                teks, hasil = ketemu
                break
        else:
            return teks.strip(" ,;|"), hasil


_Ketemu = tuple[str, IsiKeputusan] | None


def _cara(teks: str, hasil: IsiKeputusan, hari: date) -> _Ketemu:
    cocok = CARA.search(teks)
    if not cocok or hasil.cara:
        return None
    cara = "mufakat" if cocok[1] else "tertutup" if (cocok[2] or "").lower() == "tertutup" else "terbuka"
    return teks[: cocok.start()], replace(hasil, cara=cara)


def _suara(teks: str, hasil: IsiKeputusan, hari: date) -> _Ketemu:
    cocok = SUARA.search(teks)
    if not cocok or getattr(hasil, kolom := KE[cocok[2].lower()]) is not None:
        return None
    return teks[: cocok.start()], replace(hasil, **{kolom: int(cocok[1])})  # type: ignore[arg-type]


def _uang(teks: str, hasil: IsiKeputusan, hari: date) -> _Ketemu:
    """Two amounts in one part, or "per bulan", are no budget: they stay in the sentence."""
    if (cocok := SUMBER_SAJA.search(teks)) and not hasil.sumber_dana:
        return teks[: cocok.start()], replace(hasil, sumber_dana=SUMBER[cocok[1].lower()])
    cocok = UANG.search(teks)
    if not cocok or hasil.anggaran is not None or len(SEMUA_UANG.findall(teks)) > 1 or BERKALI.search(teks):
        return None
    try:
        nilai = baca_uang(cocok[1])
    except Tolak:
        return None
    sumber = SUMBER[cocok[2].lower()] if cocok[2] else hasil.sumber_dana
    return teks[: cocok.start()], replace(hasil, anggaran=nilai, sumber_dana=sumber)


def _tenggat(teks: str, hasil: IsiKeputusan, hari: date) -> _Ketemu:
    cocok = TENGGAT.search(teks)
    if not cocok or hasil.tenggat:
        return None
    try:
        tanggal = baca_tanggal(cocok[1], hari, arah="depan")
    except Tolak:
        return None
    return teks[: cocok.start()], replace(hasil, tenggat=tanggal.isoformat())


def _pj(teks: str, hasil: IsiKeputusan, hari: date) -> _Ketemu:
    cocok = PJ.search(teks)
    if not cocok or hasil.pj or SERAH.search(teks[: cocok.start()]):
        return None
    return teks[: cocok.start()], replace(hasil, pj=cocok[1].strip(TEPI))


def kelebihan_suara(isi: IsiKeputusan, hadir: int | None) -> str:
    """What is wrong with a tally that adds up to more than were there; '' when nothing is."""
    suara = [n for n in (isi.setuju, isi.menolak, isi.abstain) if n is not None]
    if hadir is None or sum(suara) <= hadir:
        return ""
    return f"{' + '.join(map(str, suara))} = {sum(suara)} suara, padahal yang hadir {hadir} orang."
