"""The words for days and months: as we write them, and in every spelling a phone makes of them."""

import re
from datetime import date

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.dialog.baca.angka import dengan_angka
from handlers.dialog.baca.normal import inti, tanpa_sapaan, tanpa_ulur
from handlers.dialog.tolak import Tolak

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_EJAAN_LAIN = {
    "senin": "sen snn snin senen", "selasa": "sel sls slasa", "rabu": "rab rbu rebo", "kamis": "kam kms kemis",
    "jumat": "jum jmt jmat jumaat", "sabtu": "sab sbt saptu", "minggu": "min mgg mggu", "hari minggu": "ahad",
    "januari": "jan", "februari": "feb peb pebruari", "maret": "mar mrt", "april": "apr aprl", "mei": "may",
    "juni": "jun", "juli": "jul", "agustus": "agu ags agt agst agus aug", "september": "sep sept",
    "oktober": "okt oct", "november": "nov nop nopember", "desember": "des dec",
    "hari": "hr hri", "hari ini": "hariini skrg skrng sekarang barusan today", "tadi": "td tdi", "nanti": "nti ntar",
    "kemarin": "kmrn kmren kmarin kemaren kmrin", "besok": "bsk bsok esok besuk", "lusa": "", "dulu": "dlu",
    "lalu": "lewat", "depan": "dpn", "lagi": "lg", "ini": "", "bulan": "bln", "tahun": "thn th",
    "": "pada tanggal tgl tg yang yg ke", "jam": "pukul pkl", "pagi": "", "siang": "", "sore": "", "malam": "mlm",
}  # fmt: skip
_BAKU = {ejaan: baku for baku, lain in _EJAAN_LAIN.items() for ejaan in (baku, *lain.split())}
_BISA_SALAH_KETIK = [ejaan for ejaan in _BAKU if len(ejaan) >= 5 and " " not in ejaan]

_MALAM_HARI = re.compile(rf"\bmalam ({'|'.join(HARI)})\b", re.IGNORECASE)


def nomor_hari(nama: str) -> int:
    return HARI.index(nama.capitalize())


def ejaan_tanggal(d: date, dengan_hari: bool = True) -> str:
    """ "Jumat, 20 November 2026"."""
    tanggal = f"{d.day} {BULAN[d.month - 1]} {d.year}"
    return f"{HARI[d.weekday()]}, {tanggal}" if dengan_hari else tanggal


def ejaan_pendek(d: date) -> str:
    """ "Jum 20/11"."""
    return f"{HARI[d.weekday()][:3]} {d.day}/{d.month}"


def satu_ejaan(teks: str) -> str:
    """Known words in one spelling, numbers joined by "/", time of day dropped: "Tgl. 20-Nopember" is "20 november"."""
    teks = dengan_angka(tanpa_ulur(tanpa_sapaan(inti(teks).replace("'", ""))))
    teks = re.sub(r"(?<=\d) ?[/.\\-] ?(?=\d)", "/", teks)
    kata = [_baku(k) for k in re.findall(r"\d+(?:/\d+)*|[a-z]+", teks)]
    bersih = re.sub(r" jam (?:\d|setengah ).*", "", " ".join(filter(None, kata)))
    if bersih in {"semalam", "tadi malam", "malam tadi"}:
        raise Tolak("Malam itu tanggal berapa, ya? Contoh: hari ini atau kemarin")
    if cocok := _MALAM_HARI.search(bersih):
        hari = nomor_hari(cocok[1])
        raise Tolak(f"Malam itu hari apa, ya? Contoh: {HARI[hari - 1]} atau {HARI[hari]}")
    return re.sub(r"\b(?:pagi|siang|sore|malam) | (?:pagi|siang|sore|malam)$", "", bersih)


def _baku(kata: str) -> str:
    if kata in _BAKU or len(kata) < 5:
        return _BAKU.get(kata, kata)
    mirip = process.extract(kata, _BISA_SALAH_KETIK, scorer=OSA.distance, score_cutoff=2, limit=None)
    # Two slips only in a long word: "selamat" is two away from "selasa".
    layak = [(jauh, _BAKU[ejaan]) for ejaan, jauh, _ in mirip if jauh == 1 or (len(ejaan) >= 7 and ejaan[0] == kata[0])]
    paling_dekat = {baku for jauh, baku in layak if jauh == min(layak)[0]}
    return paling_dekat.pop() if len(paling_dekat) == 1 else kata
