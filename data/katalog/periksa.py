"""All catalogues at once, so that a mistake in one stops the start and not a conversation."""

from data.katalog.blt import muat_blt
from data.katalog.bukti_indikator import muat_bukti
from data.katalog.bumdes import muat_bumdes
from data.katalog.indikator import muat_indikator
from data.katalog.kader import muat_kader
from data.katalog.kalender import muat_kalender
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.kemandirian import muat_kemandirian
from data.katalog.laporan_camat import muat_laporan_camat
from data.katalog.libur import muat_libur
from data.katalog.masalah import muat_masalah
from data.katalog.musdes import muat_musdes
from data.katalog.register import muat_register
from data.katalog.rencana import muat_rencana
from data.katalog.sebutan import muat_sebutan
from data.katalog.templat_wa import muat_templat_wa
from data.katalog.zona import muat_zona


def periksa_semua() -> None:
    """Loads every catalogue. Raises KatalogSalah for the first mistake."""
    muat_blt()
    muat_bumdes()
    muat_bukti()
    muat_indikator()
    muat_kader()
    muat_kalender()
    muat_kegiatan()
    muat_kemandirian()
    muat_laporan_camat()
    muat_libur()
    muat_masalah()
    muat_musdes()
    muat_register()
    muat_rencana()
    muat_sebutan()
    muat_templat_wa()
    muat_zona()
