from data.katalog.indikator import muat_indikator
from data.katalog.kalender import muat_kalender
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.libur import muat_libur
from data.katalog.periksa import periksa_semua
from data.katalog.sebutan import muat_sebutan
from data.katalog.zona import muat_zona


def test_every_catalogue_is_loaded_at_the_start() -> None:
    semua = (muat_indikator, muat_kalender, muat_kegiatan, muat_libur, muat_sebutan, muat_zona)
    for muat in semua:
        muat.cache_clear()
    periksa_semua()
    assert [muat.cache_info().currsize > 0 for muat in semua] == [True] * len(semua)
