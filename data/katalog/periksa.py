"""All catalogues at once, so that a mistake in one stops the start and not a conversation."""

from data.katalog.indikator import muat_indikator
from data.katalog.kalender import muat_kalender
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.libur import muat_libur
from data.katalog.musdes import muat_musdes
from data.katalog.sebutan import muat_sebutan
from data.katalog.zona import muat_zona


def periksa_semua() -> None:
    """Loads every catalogue. Raises KatalogSalah for the first mistake."""
    muat_indikator()
    muat_kalender()
    muat_kegiatan()
    muat_libur()
    muat_musdes()
    muat_sebutan()
    muat_zona()
