"""Days off where one works, and who sets them."""

from __future__ import annotations

from datetime import date

import pytest

from data.lingkup import SEMUA_WILAYAH
from data.orang import ADMIN, PLD, TAPM_KAB, TAPM_PROV
from data.wilayah import WilayahQ
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Obrolan


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


def orang(dunia: Dunia, peran: str, *kode: str, disahkan: bool = True) -> Obrolan:
    obrolan = dunia.orang("Pak Hasan", peran=None)
    for satu in kode:
        if satu != SEMUA_WILAYAH:
            WilayahQ(dunia.tx).kenalkan(satu)
        obrolan.desa.orang.tugaskan(obrolan.id, peran, satu, dunia.hari_ini, disahkan=disahkan)
    dunia.tx.run("UPDATE orang SET zona = 'Asia/Jakarta'")
    return obrolan


def test_a_villager_sees_the_national_days_and_cannot_set_any(dunia: Dunia) -> None:
    ani = dunia.orang("Ani", peran=None)
    assert "Jum 25/12/2026 Natal" in ani.tulis("hari libur")
    assert "Ubah hari libur" not in ani.layar.tombol
    assert "belum diisi" in ani.tulis("/libur 2031")
    assert "Jum 1/1 Tahun Baru" in ani.tekan("Semua 2027")


def test_where_days_differ_the_place_is_said(dunia: Dunia) -> None:
    dua = orang(dunia, PLD, "32.03.03.2013", "32.04.05.2001")
    kab = orang(dunia, TAPM_KAB, "32.03")
    kab.desa.libur.atur("32.03", date(2026, 12, 7), "Hari Jadi Cianjur", libur=True)
    assert "Sen 7/12/2026 Hari Jadi Cianjur (Kabupaten Cianjur)" in dua.tulis("/libur")


def test_one_s_own_word_sets_nothing(dunia: Dunia) -> None:
    layar = orang(dunia, TAPM_KAB, "32.03", disahkan=False).tulis("/ubah_libur")
    assert "sudah disahkan" in layar
    assert layar.tombol == ["Hari libur"]


def test_a_day_off_becomes_a_working_day_and_back(dunia: Dunia) -> None:
    hasan = orang(dunia, TAPM_KAB, "32.03")
    hasan.tulis("/ubah_libur")
    assert "Sekarang libur (Natal). Menjadi apa?" in hasan.tulis("25/12")
    hasan.tulis("hari kerja")
    assert "sekarang hari kerja" in hasan.tulis("simpan")
    assert hasan.desa.libur.kerja("32.03", date(2026, 12, 25))
    hasan.tulis("/ubah_libur")
    assert "Sekarang hari kerja" in hasan.tulis("25/12")
    hasan.tulis("hapus perubahan")
    hasan.tulis("simpan")
    assert not hasan.desa.libur.kerja("32.03", date(2026, 12, 25))
    hasan.tulis("/ubah_libur")
    assert "Sekarang akhir pekan" in hasan.tulis("sabtu")


def test_a_provinsi_sets_its_own_days_or_those_of_one_kabupaten(dunia: Dunia) -> None:
    prov = orang(dunia, TAPM_PROV, "32")
    assert prov.tulis("/ubah_libur").tombol == ["Jawa Barat", "Satu kabupaten/kota"]
    prov.tekan("Satu kabupaten/kota")
    assert "Belum ketemu" in prov.tulis("aceh selatan")
    prov.tulis("cianjur")
    for teks in ("7/12", "hari libur", "Hari Jadi"):
        prov.tulis(teks)
    assert "di Kabupaten Cianjur sekarang hari libur (Hari Jadi)" in prov.tulis("simpan")
    prov.tulis("/ubah_libur")
    prov.tekan("Jawa Barat")
    assert "Sekarang hari kerja" in prov.tulis("7/12")


def test_an_admin_sets_days_everywhere(dunia: Dunia) -> None:
    admin = orang(dunia, ADMIN, SEMUA_WILAYAH)
    assert admin.tulis("/ubah_libur").tombol == ["Seluruh Indonesia", "Satu provinsi", "Satu kabupaten/kota"]
    admin.tekan("Satu provinsi")
    admin.tulis("aceh")
    for teks in ("7/12", "hari libur", "Hari Damai Aceh"):
        admin.tulis(teks)
    assert "di Aceh sekarang hari libur" in admin.tulis("simpan")
    assert admin.desa.libur.sebutan("11.01", date(2026, 12, 7)) == "Hari Damai Aceh"
