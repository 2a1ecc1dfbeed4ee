"""Two people at the same card, payment or thing: nothing that either wrote is lost or undone without a word."""

from __future__ import annotations

import pytest

from data.blt import BltBaru, SalurBaru
from tests.handlers.dialog.obrolan import Obrolan
from tests.handlers.tim_dunia import SUKAMAJU, selesaikan_penugasan


def unit(o: Obrolan) -> str:
    b = o.desa.bumdes.ambil(SUKAMAJU)
    assert b
    return b.unit


def ubah(o: Obrolan, *kata: str) -> None:
    for satu in (f"/bumdes_ubah {SUKAMAJU} unit", *kata):
        o.tulis(satu)


# -- one answer -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("jawab", "jadi"), [("Ganti", "air bersih"), ("Biarkan", "wisata")])
def test_what_another_wrote_meanwhile_is_shown_before_it_is_replaced(
    sari: Obrolan, rina: Obrolan, jawab: str, jadi: str
) -> None:
    ubah(sari)
    ubah(rina, "wisata")
    layar = sari.tulis("air bersih")
    assert "Unit usaha sudah diubah orang lain, sekarang: wisata. Diganti dengan: air bersih?" in layar
    assert unit(sari) == "wisata"
    sari.tekan(jawab)
    assert unit(sari) == jadi
    assert ("Baik, Unit usaha tetap: wisata." in sari.layar) is (jawab == "Biarkan")
    assert sari.terbuka is None


def test_the_same_twice_or_emptied_meanwhile_is_not_asked_about(sari: Obrolan, rina: Obrolan) -> None:
    ubah(sari)
    ubah(rina, "wisata")
    assert "sudah tertulis begitu" in sari.tulis("wisata")
    ubah(sari)
    ubah(rina, "kosongkan")
    assert "Unit usaha sekarang: air." in sari.tulis("air")


def test_empty_stays_empty_and_is_no_word(sari: Obrolan) -> None:
    ubah(sari, "kosong")
    assert "Unit usaha memang belum ada." in sari.layar
    assert unit(sari) == ""


@pytest.mark.parametrize(("jawab", "jadi"), [("Ganti", "Dusun 1"), ("Biarkan", "Dusun 2")])
def test_the_same_of_a_register(sari: Obrolan, rina: Obrolan, jawab: str, jadi: str) -> None:
    isi = {"nama": "Mata air", "golongan": "alam"}
    nomor = sari.desa.register.tambah("aset", SUKAMAJU, isi)
    sari.tulis(f"/register_ubah {nomor} lokasi")
    rina.tulis(f"/register_ubah {nomor} lokasi")
    rina.tulis("Dusun 2")
    assert "Lokasi sudah diubah orang lain, sekarang: Dusun 2. Diganti dengan: Dusun 1?" in sari.tulis("Dusun 1")
    sari.tekan(jawab)
    r = sari.desa.register.ambil(nomor)
    assert r
    assert r.isi["lokasi"] == jadi


# -- a summary of many ------------------------------------------------------------------------------------------------


def test_what_another_added_to_the_setting_is_kept(sari: Obrolan, rina: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000, sk="Perkades 1"))
    sari.tulis(f"/blt_tetap {SUKAMAJU} 2026")
    for kata in ("ubah", "keluarga", "41"):
        sari.tulis(kata)
    rina.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 250_000, sk="", musdes_tanggal="2026-01-10"))
    assert "Sebulan: Rp250.000" in sari.tekan("Simpan")  # another summary than the one that was confirmed
    assert sari.terbuka
    sari.tekan("Simpan")
    b = sari.desa.blt.ambil(SUKAMAJU, 2026)
    assert b
    assert (b.keluarga, b.bulanan, b.sk, b.musdes_tanggal) == (41, 250_000, "", "2026-01-10")


def test_what_the_person_changed_is_theirs_though_another_emptied_it(sari: Obrolan, rina: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000, sk="Perkades 1"))
    sari.tulis(f"/blt_tetap {SUKAMAJU} 2026")
    for kata in ("ubah", "nomor sk", "Perkades 2"):
        sari.tulis(kata)
    rina.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000))
    sari.tulis("simpan")
    b = sari.desa.blt.ambil(SUKAMAJU, 2026)
    assert b
    assert b.sk == "Perkades 2"


def test_what_another_corrected_in_a_payment_is_kept(sari: Obrolan, rina: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000))
    nomor = sari.desa.blt.bayar(SalurBaru(SUKAMAJU, 2026, 7, 9, "2026-10-15", 40, 36_000_000))
    sari.tulis(f"/blt_bayar {nomor}")
    for kata in ("ubah", "tanggal", "16/10"):
        sari.tulis(kata)
    lama = rina.desa.blt.satu(nomor)
    assert lama
    rina.desa.blt.ubah_salur(lama, {"keluarga": 38, "rupiah": 34_200_000})
    assert "Keluarga: 38" in sari.tekan("Simpan")
    assert sari.terbuka
    sari.tekan("Simpan")
    s = sari.desa.blt.satu(nomor)
    assert s
    assert (s.keluarga, s.rupiah, s.tanggal) == (38, 34_200_000, "2026-10-16")


def test_another_year_is_another_setting(sari: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000))
    sari.desa.blt.tetapkan(SUKAMAJU, 2025, BltBaru(30, 300_000, sk="Perkades 9"))
    sari.tulis(f"/blt_tetap {SUKAMAJU} 2026")
    for kata in ("ubah", "tahun", "2025"):
        sari.tulis(kata)
    assert "Semula 30 keluarga" in sari.layar
    assert "SK: Perkades 9" in sari.layar


def test_a_payment_deleted_meanwhile_is_not_written_again(sari: Obrolan, rina: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000))
    nomor = sari.desa.blt.bayar(SalurBaru(SUKAMAJU, 2026, 7, 9, "2026-10-15", 40, 36_000_000))
    sari.tulis(f"/blt_bayar {nomor}")
    lama = rina.desa.blt.satu(nomor)
    assert lama
    rina.desa.blt.hapus_salur(lama, "Salah desa.")
    assert "belum ada dalam daftar Anda" in sari.tulis("simpan")
    assert sari.desa.blt.salur(SUKAMAJU, 2026) == []


def test_who_no_longer_works_there_saves_nothing(sari: Obrolan) -> None:
    ubah(sari)
    selesaikan_penugasan(sari)
    sari.tulis("air")
    assert sari.dunia.tx.all("SELECT unit FROM bumdes") == []
