"""The one day a text speaks of. Two days, a span of days or a day to come are left to be asked."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from handlers.dialog.baca.tanggal import baca_tanggal
from handlers.dialog.tolak import Tolak
from handlers.tempel.naskah import Naskah
from handlers.tempel.temuan import NIHIL, Temuan

LAMA_TANPA_TAHUN, LAMA_TANPA_BULAN = 62, 21
"""Days back: "31/12" in November is nobody's visit of last year, "tgl 25" on the 21st is hardly last month's."""
TERBANYAK = 8
"""Pieces looked at in one text; where there are more, it is a calendar."""

_HARI = (
    r"(?:senin|senen|selasa|slasa|rabu|rebo|kamis|kemis|jum'?at(?! (?:bersih|berkah|agung))|sabtu|saptu|minggu|ahad)"
)
# "minggu" alone is a week far more often than a Sunday.
_NAMA_HARI = rf"(?:(?:hari )?(?!minggu){_HARI}|hari minggu)"
_BULAN = (
    r"(?:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[iy]?|jul[iy]?|agu(?:st(?:us)?)?|agt|ags"
    r"|sept?(?:ember)?|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?)"
)
_PECAHAN = r"(?! ?(?:jam|hari|bulan|bagian|badan|km|kg|m|ha|persen|orang|org)\b(?! \d))"
"""What "1/2" and "2 1/2" are followed by when they are no first of February."""
_ANGKA = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}(?P<pisah> ?[/.-] ?)\d{1,2}(?P=pisah)\d{4}"
    r"|\d{1,2}(?P<rapat>[/-])\d{1,2}(?P=rapat)\d{2}"
    rf"|(?<! \d )(?<!^\d )\d{{1,2}}/\d{{1,2}}{_PECAHAN}"
    rf"|\d{{1,2}}[ -]?{_BULAN}\b\.?(?:[ ,/'-]{{1,2}}20\d\d)?)(?![\d/:])"
)
_NISBI = (
    r"(?:tadi|td) (?:malam|mlm)|malam tadi|semalam|(?:tadi|td)(?: (?:pagi|siang|sore))?|barusan"
    r"|hari ?ini|hr ini|(?:pagi|siang|sore|malam) (?:hari )?ini"
    r"|(?:kemarin|kemaren|kmrn|kmren|kmrin|kmarin)(?: (?:lusa|dulu))?(?: (?:pagi|siang|sore|malam))?"
    r"|\d{1,3} hari (?:yang |yg )?(?:lalu|kemarin)|besok|bsk|esok|lusa"
)
_BERTAHUN = re.compile(r"\d{4}|\d[/-]\d{1,2}[/-]\d{2}")
_BERBULAN = re.compile(rf"\d ?[/-] ?\d|\b{_BULAN}\b|\d{_BULAN}\b")
_TANGGAL = re.compile(
    r"(?<![\w/.:])(?:"
    rf"(?:(?:hari )?{_HARI}(?: ?[,/(-] ?| )?)?(?:(?:tanggal|tggl|tgl|tg)\b[. ]{{0,2}})?{_ANGKA}"
    r"|(?:tanggal|tggl|tgl)[. ]{1,2}\d{1,2}(?![\d.:/])(?: ini| kemarin)?"
    rf"|malam {_HARI}|{_NAMA_HARI} minggu (?:lalu|kemarin|ini)|minggu (?:lalu|kemarin|depan)"
    rf"|{_NAMA_HARI}(?: (?:yang |yg )?(?:lalu|kemarin|kmrn|ini|depan))?"
    rf"|(?P<nisbi>{_NISBI})"
    r")(?!\w)"
)
# The day of a paper, a deadline or a habit.
_BUKAN_DI_SINI = re.compile(
    r"\b(?:sk|perdes|perkades|perbup|permendes\w*|pmk|surat|nomor|no|undangan|pasal|rt|rw)\b"
    r"(?:[^a-z;\n]{0,10}(?:tanggal |tgl )?|[^.;\n]{0,20}(?:tanggal|tgl) )$"
    r"|\b(?:paling (?:lambat|telat)|selambatnya|sebelum|tenggat|deadline|batas|jadwal\w*|rencana\w*|per|berikutnya"
    r"|selanjutnya|tmt|setiap|tiap|sholat|shalat|ba'?da|bakda)\b[^.;\n]{0,14}$"
)
_RENTANG_SEBELUM = re.compile(
    rf"\b{_HARI} ?(?:-|dan|&) ?$|(?:\d ?(?:-|s ?[./]? ?d\.?|dan|&)|(?<![\d.:-])\d{{1,2}} ?,"
    r"|\b(?:sampai|hingga|s ?[./] ?d\.?|mulai|sejak)) ?(?:tanggal |tgl )?$"
)
_RENTANG_SESUDAH = re.compile(
    r" ?(?:-|s ?[./]? ?d\b\.?|sampai|hingga|dan|&) ?(?:tanggal |tgl )?\d{1,2}"
    r"(?![\d.:/-]| ?(?:-|s\W?d\b|sampai|hingga|wib|wita|wit|orang|org|peserta|hadir|[lp]\b))"
)
_TAHUN_RAGU = re.compile(r"[ ']{1,2}(\d\d)(?![\d.:/-]| ?(?:-|s\W?d\b|sampai|orang|org|peserta|hadir|[lp]\b))")


def tanggal_kegiatan(naskah: Naskah, hari_ini: date) -> Temuan:
    """Labels go before running text: "kegiatan hari ini" in a greeting is not stronger than a written date."""
    berlabel = _berlabel(naskah)
    if berlabel is None:
        label = " ".join(i.label.teks for i in naskah.isian if i.label.teks == "kegiatan hari ini")
        return _satu(baca_semua(f"{naskah.bebas}\n{label}", hari_ini, kutipan=naskah.kutipan))
    hasil: set[date | None] = set()
    for nilai in berlabel:
        hasil |= baca_semua(nilai, hari_ini, kutipan=naskah.kutipan) or {_coba(nilai, hari_ini)}
    return _satu(hasil)


def baca_semua(teks: str, hari_ini: date, *, kutipan: bool = False) -> set[date | None]:
    """The different days in a folded text; None among them stands for what could not be read for sure.

    In a `kutipan` a day without a number is seen from the day it was written, which is not known.
    """
    hasil: set[date | None] = set()
    for n, cocok in enumerate(islice(_TANGGAL.finditer(teks), TERBANYAK + 1)):
        if cocok["nisbi"] or not _BUKAN_DI_SINI.search(teks, max(0, cocok.start() - 40), cocok.start()):
            ragu = n == TERBANYAK or _rentang(teks, cocok) or _tahun_lain(teks, cocok, hari_ini)
            ragu = ragu or (kutipan and not any(map(str.isdigit, cocok[0])))
            hasil.add(None if ragu else _coba(cocok[0], hari_ini))
    return hasil


def tanpa_tanggal(teks: str) -> str:
    """The folded text with its days blotted out, so that their numbers are taken for nothing else."""
    return _TANGGAL.sub(" | ", teks)


def _berlabel(naskah: Naskah) -> list[str] | None:
    """None when no label speaks of the day."""
    hari, tanggal = naskah.dibaca("hari"), naskah.dibaca("tanggal")
    if len(hari) == 1 and len(tanggal) == 1:
        tanggal, hari = [f"{hari[0]}, {tanggal[0]}"], []
    nilai = hari + tanggal + [waktu for waktu in naskah.dibaca("waktu") if _TANGGAL.search(waktu)]
    return nilai if nilai or naskah.ada("hari", "tanggal") else None


def _rentang(teks: str, cocok: re.Match[str]) -> bool:
    sebelum = _RENTANG_SEBELUM.search(teks, max(0, cocok.start() - 20), cocok.start())
    return sebelum is not None or _RENTANG_SESUDAH.match(teks, cocok.end()) is not None


def _tahun_lain(teks: str, cocok: re.Match[str], hari_ini: date) -> bool:
    """ "20 nov 25": last year's, or twenty-five of something?"""
    tahun = _TAHUN_RAGU.match(teks, cocok.end()) if cocok[0][-1].isalpha() and not cocok["nisbi"] else None
    return tahun is not None and int(tahun[1]) != hari_ini.year % 100


def _coba(teks: str, hari_ini: date) -> date | None:
    try:
        hari = baca_tanggal(teks, hari_ini, arah="lalu")
    except Tolak:
        return None
    return None if _terlalu_lama(teks, (hari_ini - hari).days) else hari


def _terlalu_lama(teks: str, lewat: int) -> bool:
    """A day without its year, or without its month, that lies so far back was more likely meant another way."""
    if _BERTAHUN.search(teks):
        return False
    return lewat > (LAMA_TANPA_TAHUN if _BERBULAN.search(teks) else LAMA_TANPA_BULAN)


def _satu(hasil: set[date | None]) -> Temuan:
    hari = next(iter(hasil), None)
    return Temuan(hari.isoformat()) if len(hasil) == 1 and hari else NIHIL
