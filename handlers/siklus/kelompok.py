"""Several villages in words: how far each paper is, by name, so that nobody needs the picture beside it."""

from __future__ import annotations

from collections.abc import Mapping

from data.katalog.sebutan import sebutan
from data.siklus import PERDES, TAHAP, Papan
from handlers.dialog.sebaris import sebaris
from handlers.siklus.sebut import KET_TAHAP, SINGKAT

SEDIKIT = 3
"""Up to so many villages are named also where they are the most; else the most are the rest, and only counted."""


def sebut_kelompok(dokumen: str, papan: Mapping[str, Papan], nama: Mapping[str, str]) -> str:
    """'RKP: 1 dari 6 desa sudah Perdes (Mayak). Sudah dimusyawarahkan: Sukamaju. Belum dimulai: 4 desa.'"""
    di = {t: [nama[kode] for kode, satu in papan.items() if satu[dokumen].tahap == t] for t in TAHAP}
    kata = sebutan(next(iter(papan))).desa
    if semua := next((t for t in TAHAP if len(di[t]) == len(papan)), ""):
        return f"{SINGKAT[dokumen]}: {_semua(semua, len(papan), kata)}"
    sisa = max(di, key=lambda t: len(di[t]))
    sudah = di.pop(PERDES)
    yang = f" ({_nama(sudah)})" if sudah and (sisa != PERDES or len(sudah) <= SEDIKIT) else ""
    bagian = [f"{SINGKAT[dokumen]}: {len(sudah)} dari {len(papan)} {kata} sudah Perdes{yang}."]
    for tahap in reversed(di):
        if di[tahap]:
            isi = f"{len(di[tahap])} {kata}" if tahap == sisa and len(di[tahap]) > SEDIKIT else _nama(di[tahap])
            bagian.append(f"{KET_TAHAP[tahap].capitalize()}: {isi}.")
    return " ".join(bagian)


def _semua(tahap: str, banyak: int, kata: str) -> str:
    sudah = f"{banyak if tahap == PERDES else 0} dari {banyak} {kata} sudah Perdes"
    return f"{sudah}." if tahap == PERDES else f"{sudah}; semua {KET_TAHAP[tahap]}."


def _nama(semua: list[str]) -> str:
    return ", ".join(sebaris(satu, 40) for satu in semua)
