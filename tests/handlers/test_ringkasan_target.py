"""Targets in chat: seen by all, set by TAPM and admins for what is theirs."""

from __future__ import annotations

from data.orang import ADMIN, PD, TAPM_KAB, TAPM_PROV
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia
from tests.handlers.tim_dunia import KABUPATEN, PROVINSI, orang


def test_everybody_sees_them_and_that_they_are_the_project_s_own(d: Dunia) -> None:
    for o in (orang(d, "Bu Sari"), orang(d, "Bu Rina", PD, KECAMATAN)):
        layar = o.tulis("target")
        assert "• Kunjungan per desa: 2 sebulan (angka awal)" in layar
        assert "bukan ketentuan kementerian" in layar
        assert layar.daftar == []
        assert "Target diatur TAPM" in o.tulis("/ubah_target")


def test_without_a_place_it_is_the_country_s(d: Dunia) -> None:
    layar = orang(d, "Bu Sari", disahkan=False).tulis("target")
    assert layar.teks.startswith("Target\nTarget sebulan.\n")


def test_a_kabupaten_s_word_shows_with_its_name_and_can_be_taken_back(d: Dunia) -> None:
    o = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    o.tulis("target")
    o.tekan("Hari kerja bercatatan")
    assert "Yang bisa dicatat" in o.tulis("101")
    assert "Menjadi: tidak dipakai" in o.tulis("0")
    assert "sekarang tidak dipakai" in o.tulis("simpan")
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    assert "• Hari kerja bercatatan: tidak dipakai (menurut Kabupaten Cianjur)" in rina.tulis("target")
    o.tulis("/ubah_target hari_kerja")
    o.tekan("Angka lain")
    o.tulis("50")
    assert "sekarang 50%" in o.tekan("Simpan")
    o.tulis("/ubah_target hari_kerja")
    o.tekan("Ikut tingkat di atas")
    assert "sekarang 60%" in o.tekan("Simpan")


def test_a_provinsi_may_set_one_for_a_kabupaten(d: Dunia) -> None:
    o = orang(d, "Bu Euis", TAPM_PROV, PROVINSI)
    o.tulis("/ubah_target")
    o.tekan("Satu kabupaten/kota")
    o.tulis("cianjur")
    o.tekan("Catatan per desa")
    o.tulis("6")
    assert "Catatan per desa di Kabupaten Cianjur sekarang 6 sebulan." in o.tulis("simpan")
    assert "Kunjungan per desa" in o.tulis("target").daftar


def test_an_admin_sets_them_for_all(d: Dunia) -> None:
    o = orang(d, "Admin", ADMIN, "0")
    assert "seluruh Indonesia" in o.tulis("target")
    o.tulis("/ubah_target yang mana saja")
    assert o.terbuka is not None
