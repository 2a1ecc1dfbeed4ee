"""One line about a payment: 'bayar jul-sep 40 keluarga 15/10', in any order, with the village and a sum or without."""

from __future__ import annotations

import re
from datetime import date

from data.blt import Salur
from data.desa import Desa
from handlers.berdua import selaraskan
from handlers.blt.bulan import NAMA, baca_bulan
from handlers.bumdes.tempat import baca_desa
from handlers.dialog.baca.tanggal import baca_tanggal
from handlers.dialog.baca.uang import baca_uang
from handlers.dialog.dialog import Dialog
from handlers.dialog.tolak import Tolak

NOMOR = re.compile(r"#?\b(B-\d{4}-\d{4,})\b", re.IGNORECASE)
KELUARGA = re.compile(
    r"(?<!\w)(-\s?)?(\d{1,3}(?:\.\d{3})+|\d+)\s*"
    r"(?:keluarga|kepala keluarga|kk|kpm(?:\s+blt)?|penerima|rumah tangga|rt\b)",
    re.IGNORECASE,
)
_BULAN = r"(?:jan|feb|peb|mar|mrt|apr|mei|jun|jul|agu|ags|agt|sep|okt|oct|no[vp]|des|dec)[a-z]*"
TANGGAL = re.compile(
    rf"\b(?:(?:tgl|tanggal)\.?\s*)?(\d{{1,2}}\s*/\s*\d{{1,2}}(?:\s*/\s*(?:20)?\d\d)?"
    rf"|\d{{1,2}}\s+{_BULAN}(?:\s+20\d\d)?|20\d\d-\d\d-\d\d|kemarin|hari ini|tadi)(?!\s*(?:keluarga|kk|kpm))\b",
    re.IGNORECASE,
)
TAHUN = re.compile(r"(?<![\d./-])20\d\d(?![\d./-])")
UANG = re.compile(r"\brp\.?\s*\d[\d.,]*(?:\s*(?:juta|jt|ribu|rb))?|\b\d[\d.,]*\s*(?:juta|jt|ribu|rb)\b", re.IGNORECASE)
SATUAN = re.compile(r"@|\bper\b|\bmasing|\bx\b|×|/\s*(?:kk|kpm|keluarga|bulan|bln)", re.IGNORECASE)
"""Then the sum is not the whole's."""
AWAL = re.compile(r"\W*(?:blt\s+bayar|bayar(?:an)?(?:\s+blt)?|pembayaran\s+blt)\b", re.IGNORECASE)
TERPANJANG = 200


def mirip_bayar(teks: str) -> bool:
    """Plainly a payment: it begins so, and names families and months."""
    return len(teks) <= TERPANJANG and bool(AWAL.match(teks) and KELUARGA.search(teks) and _ada_bulan(teks))


def _ada_bulan(teks: str) -> bool:
    sisa = TANGGAL.sub(" ", teks)
    return NAMA.search(sisa) is not None or re.search(r"\b(?:triwulan|tw)\b", sisa, re.IGNORECASE) is not None


def baca_bayar(teks: str, d: Dialog, desa: Desa) -> bool:
    """What it says becomes answers; a word that is none is kept, so that the question itself says why not."""
    jawaban = d.keadaan.jawaban
    if nomor := NOMOR.search(teks):
        return _lama(nomor[1].upper(), d, desa)
    sisa = baca_desa(AWAL.sub(" ", teks, count=1), d, desa)
    sisa = _keluarga(sisa, d)
    sisa = _uang(sisa, d)
    sisa = _tanggal(sisa, d)
    if tahun := TAHUN.search(sisa):
        jawaban["tahun"] = tahun[0]
        sisa = TAHUN.sub(" ", sisa, count=1)
    if _ada_bulan(sisa):
        jawaban["bulan"] = _bulan(sisa)
    isi = jawaban.keys() & {"bulan", "keluarga", "tanggal"}
    return 0 < len(isi) < 3


def _bulan(teks: str) -> str:
    try:
        return "{}-{}".format(*baca_bulan(teks))
    except Tolak:
        return teks.strip()


def _keluarga(teks: str, d: Dialog) -> str:
    if cocok := KELUARGA.search(teks):
        jumlah = int(cocok[2].replace(".", ""))
        d.keadaan.jawaban["keluarga"] = -jumlah if cocok[1] else jumlah
        return f"{teks[: cocok.start()]} {teks[cocok.end() :]}"
    return teks


def _uang(teks: str, d: Dialog) -> str:
    cocok = UANG.search(teks)
    if not cocok:
        return teks
    try:
        d.keadaan.jawaban["rupiah"] = cocok[0] if SATUAN.search(teks) else baca_uang(cocok[0])
    except Tolak:
        d.keadaan.jawaban["rupiah"] = cocok[0]  # what cannot be read is asked, not dropped
    return SATUAN.sub(" ", f"{teks[: cocok.start()]} {teks[cocok.end() :]}")


def _tanggal(teks: str, d: Dialog) -> str:
    cocok = TANGGAL.search(teks)
    if not cocok:
        return teks
    try:
        hari: date | str = baca_tanggal(cocok[1], d.hari_ini)
    except Tolak:
        hari = cocok[1]
    d.keadaan.jawaban["tanggal"] = hari.isoformat() if isinstance(hari, date) else hari
    return f"{teks[: cocok.start()]} {teks[cocok.end() :]}"


def _lama(nomor: str, d: Dialog, desa: Desa) -> bool:
    """A payment that there is: its answers, to be corrected one by one."""
    d.keadaan.jawaban["nomor"] = nomor
    s = desa.blt.satu(nomor)
    if s is not None and s.dihapus is None:
        isi_lama(d, s)
    return False


def isi_lama(d: Dialog, s: Salur) -> None:
    """Its answers are there; those that the person has not touched stay what they are, whoever changes them."""
    isi = {
        "desa": s.desa, "bulan": f"{s.dari}-{s.sampai}", "keluarga": s.keluarga, "tanggal": s.tanggal,
        "tahun": str(s.tahun), "rupiah": s.rupiah,
    }  # fmt: skip
    selaraskan(d, isi | ({"alasan": s.alasan} if s.alasan else {}))
