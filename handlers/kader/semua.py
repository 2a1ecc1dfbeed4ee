"""All conversations about kader: for the table of contents."""

from __future__ import annotations

from data.kader import BIDANG, GIAT
from data.register.baca import jenis_dari
from handlers.dialog.dialog import Resep
from handlers.kader.akun import kader_akun, kader_undang
from handlers.kader.baru import kader_baru
from handlers.kader.bidang_desa import bidang_kader_baru
from handlers.kader.giat import giat, kegiatan_kader_baru
from handlers.kader.kader import kader
from handlers.kader.naik import kader_naik
from handlers.kader.usul import kader_latih, kader_musdes, kader_sk
from handlers.register.daftar import buat_daftar

RESEP_KADER: tuple[Resep, ...] = (
    giat,
    kader,
    kader_baru,
    kegiatan_kader_baru,
    kader_sk,
    kader_musdes,
    kader_latih,
    kader_naik,
    kader_undang,
    kader_akun,
    bidang_kader_baru,
    buat_daftar(jenis_dari(GIAT)),
    buat_daftar(jenis_dari(BIDANG)),
)
