"""How functions, their steps and what became of them are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.fungsi import BELUM, BERJALAN, SELESAI, Langkah, Papan, Ubahan
from data.fungsi_usul import Usul
from data.katalog.fungsi import fungsi, langkah
from data.katalog.indikator import Indikator, muat_indikator
from data.katalog.register import muat_register
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.tanggal import BULAN, ejaan_pendek
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_kegiatan

PENDEK = {
    "F1": "Kewenangan desa",
    "F2": "Penyusunan Perdes",
    "F3": "Kepemimpinan desa",
    "F4": "Demokratisasi desa",
    "F5": "Kaderisasi desa",
    "F6": "Lembaga desa",
    "F7": "Pusat kemasyarakatan",
    "F8": "Ketahanan masyarakat",
    "F9": "Siklus pembangunan",
}
SEBUT = {SELESAI: "selesai", BERJALAN: "berjalan", BELUM: "belum"}
KODE = re.compile(r"(?<![\w.])F([1-9])(?:[.,]([1-9]))?(?![\w.])", re.IGNORECASE)
COCOK = 3
"""Entries that are proposed as proof of one step."""
KOLOM = {"keadaan": "", "tanggal": "tanggal ", "bukti": "bukti ", "catatan": "catatan "}


def baca_kode(teks: str) -> tuple[str, str]:
    """(function, step) that are named; a merged step is the one it was merged into. '' for what is not."""
    cocok = KODE.search(teks)
    if not cocok:
        return "", ""
    induk = f"F{cocok[1]}"
    try:
        satu = muat_indikator().menurut_kode(f"{induk}.{cocok[2]}").kode if cocok[2] else ""
    except KeyError:
        satu = ""
    return induk, satu


def sebut_fungsi(kode: str) -> str:
    """'F4 Demokratisasi desa': at most 24 characters."""
    return f"{kode} {PENDEK[kode]}"


def sebut_langkah(satu: Indikator) -> str:
    """'F1.2 Musdes membahas kewenangan desa (juga F1.3)'"""
    juga = f" (juga {', '.join(satu.gabungan)})" if satu.gabungan else ""
    return f"{satu.kode} {satu.nama}{juga}"


def keadaan_fungsi(kode: str, papan: Papan) -> tuple[str, int, int]:
    """(state, steps done, steps): done when all are, under way when any has begun."""
    semua = [papan[i.kode].keadaan for i in langkah(kode)]
    selesai = semua.count(SELESAI)
    keadaan = SELESAI if selesai == len(semua) else BELUM if set(semua) == {BELUM} else BERJALAN
    return keadaan, selesai, len(semua)


def hitung(papan: Papan, kode: str = "") -> str:
    """'3 dari 36 langkah selesai, 2 berjalan'"""
    semua = [papan[i.kode].keadaan for i in langkah(kode)]
    berjalan = semua.count(BERJALAN)
    return f"{semua.count(SELESAI)} dari {len(semua)} langkah selesai{f', {berjalan} berjalan' if berjalan else ''}"


def sebut_tanggal(iso: str) -> str:
    hari = date.fromisoformat(iso)
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def sebut_keadaan(satu: Langkah) -> str:
    """'selesai, 3 November 2026 (K-2611-0004)'"""
    hari = f", {sebut_tanggal(satu.tanggal)}" if satu.tanggal else ""
    return f"{SEBUT[satu.keadaan]}{hari}{f' ({sebaris(satu.bukti, 60)})' if satu.bukti else ''}"


def sebut_usul(semua: Iterable[Usul]) -> str:
    """'K-2611-0004 (Musdes reguler, Sel 3/11), …'"""
    return ", ".join(f"{u.nomor} ({_sebut_usul(u.kode)}, {ejaan_pendek(date.fromisoformat(u.tanggal))})" for u in semua)


def _sebut_usul(kode: str) -> str:
    """An activity, or what is in a register: its codes are small letters."""
    return muat_register().menurut_kode(kode).sebutan if kode.islower() else sebut_kegiatan(kode)


def bukti_usul(semua: Sequence[Usul]) -> str:
    return ", ".join(u.nomor for u in semua[:COCOK])


def sebut_ubahan(u: Ubahan, zona: str) -> str:
    """'21 Nov 20.14 Bu Sari: selesai, tanggal 3 November 2026, bukti K-2611-0004'"""
    isi = [f"{KOLOM[kolom]}{_isi(kolom, nilai)}" for kolom, nilai in u.isi]
    alasan = f" (“{sebaris(u.alasan, 120)}”)" if u.alasan else ""
    return f"{sebut_saat(u.waktu, zona)} {u.nama}: {', '.join(isi) or 'diubah'}{alasan}"


def _isi(kolom: str, nilai: str) -> str:
    if not nilai:
        return "dikosongkan"
    return sebut_tanggal(nilai) if kolom == "tanggal" else sebaris(nilai, 80)


def berikutnya(papan: Papan, usul: Mapping[str, Sequence[Usul]]) -> tuple[Indikator, str] | None:
    """The step to go on with, and why; None when all are done."""
    sisa = [i for i in langkah() if papan[i.kode].keadaan != SELESAI]
    dimulai = {f.kode for f in fungsi() if keadaan_fungsi(f.kode, papan)[0] == BERJALAN}
    for satu in sisa:
        if papan[satu.kode].keadaan == BERJALAN:
            return satu, "sudah berjalan, tinggal dituntaskan"
    if berbukti := [i for i in sisa if usul.get(i.kode)]:
        satu = max(berbukti, key=lambda i: (i.induk in dimulai, len(usul[i.kode])))
        return satu, f"sudah ada {len(usul[satu.kode])} catatan yang cocok"
    for satu in sisa:
        if satu.induk in dimulai:
            return satu, f"{satu.induk} sudah dimulai"
    return (sisa[0], "langkah pertama yang belum dimulai") if sisa else None
