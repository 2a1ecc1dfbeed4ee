"""Several villages and the nine functions as one picture for a phone, and the same in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.desa import Desa
from data.fungsi import BELUM, BERJALAN, SELESAI, Papan
from data.katalog.fungsi import fungsi
from data.katalog.sebutan import sebutan
from data.wilayah import Wilayah
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.sebaris import sebaris
from handlers.fungsi.sebut import SEBUT, keadaan_fungsi, sebut_fungsi
from handlers.siklus.gambar import MUAT, SEMUA, ketajaman, sebut_semua

DISEBUT = 5
"""Up to so many villages are named in the words beside it; of more the picture alone tells which."""


def fungsi_png(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode (a kecamatan's, or `SEMUA`)."""
    from handlers.cetak.mesin import cetak_png  # a typesetter that only those who ask for a picture should load

    isi = isi_gambar(desa, str(bahan["kode"]), hari_ini)
    return cetak_png("fungsi", isi, ketajaman(len(isi["baris"])))


def isi_gambar(desa: Desa, kode: str, hari_ini: date) -> dict[str, Any]:
    semua = desa.wilayah.di_bawah(desa.lingkup.baca if kode == SEMUA else [kode])[:MUAT]
    papan = desa.fungsi.papan_banyak([w.kode for w in semua])
    terbaca = [w for w in semua if w.kode in papan]
    kata = sebutan(terbaca[0].kode).desa if terbaca else "desa"
    return {
        "judul": "Sembilan fungsi pendampingan",
        "tempat": sebut_semua(kode, terbaca, desa),
        "dibuat": f"Dibuat {ejaan_tanggal(hari_ini, False)}",
        "jumlah": f"Selesai, dari {len(terbaca)} {kata}",
        "kolom": [
            {"kode": f.kode, "nama": sebut_fungsi(f.kode), "selesai": banyak(f.kode, papan)[SELESAI]} for f in fungsi()
        ],
        "baris": [
            {"nama": sebaris(w.nama, 24), "sel": [_sel(f.kode, papan[w.kode]) for f in fungsi()]} for w in terbaca
        ],
        "ket": [{"keadaan": k, "kata": SEBUT[k]} for k in (SELESAI, BERJALAN, BELUM)],
    }


def _sel(kode: str, papan: Papan) -> dict[str, str]:
    keadaan, selesai, semua = keadaan_fungsi(kode, papan)
    return {"keadaan": keadaan, "teks": f"{selesai}/{semua}" if keadaan == BERJALAN else ""}


def banyak(kode: str, papan: Mapping[str, Papan]) -> dict[str, int]:
    """How many villages stand where with this function."""
    semua = [keadaan_fungsi(kode, satu)[0] for satu in papan.values()]
    return {k: semua.count(k) for k in SEBUT}


def sebut_banyak(semua: Sequence[Wilayah], papan: Mapping[str, Papan]) -> list[str]:
    """A line a function, with the figures of the picture: 'F4 Demokratisasi desa: 0 selesai, 1 berjalan (Mayak 1/3), 5
    belum'"""
    return [f"{sebut_fungsi(f.kode)}: {_sebut(f.kode, semua, papan)}" for f in fungsi()]


def _sebut(kode: str, semua: Sequence[Wilayah], papan: Mapping[str, Papan]) -> str:
    di: dict[str, list[str]] = {k: [] for k in SEBUT}
    for w in semua:
        keadaan, selesai, dari = keadaan_fungsi(kode, papan[w.kode])
        di[keadaan].append(f"{sebaris(w.nama, 24)} {selesai}/{dari}" if keadaan == BERJALAN else sebaris(w.nama, 24))
    nama = {k: f" ({', '.join(di[k])})" if di[k] and k != BELUM and len(semua) <= DISEBUT else "" for k in di}
    return ", ".join(f"{len(di[k])} {SEBUT[k]}{nama[k]}" for k in (SELESAI, BERJALAN, BELUM))
