"""A change of families taken back and put back; a year without any; months that were not set; cards of other years."""

from __future__ import annotations

from datetime import date

import pytest

from data.blt import BltBaru
from data.orang import CAMAT
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import SUKAMAJU, orang

SUKAMANAH = f"{KECAMATAN}.2017"


def berubah(o: Obrolan, *banyak: int) -> None:
    o.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000))
    for n, satu in enumerate(banyak, start=1):
        o.desa.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, n), "baru" if satu > 0 else "pindah", satu)


def kini(o: Obrolan) -> int:
    b = o.desa.blt.ambil(SUKAMAJU, 2026)
    assert b
    return b.kini


# -- taking back ------------------------------------------------------------------------------------------------------


def test_a_change_is_taken_back_and_put_back_from_the_history(sari: Obrolan) -> None:
    berubah(sari, -2)
    layar = sari.tulis(f"/blt {SUKAMAJU} 2026 riwayat")
    assert "penerima berubah pindah, −2 keluarga" in layar
    assert layar.daftar == ["−2 pindah"]
    assert sari.tekan("−2 pindah").tombol == ["Hapus", "Ke kartunya"]
    assert "Sejak 1 November 2026" in sari.layar
    assert "Sudah dihapus. Sekarang 40 keluarga." in sari.tekan("Hapus")
    hapus = sari.layar
    assert "Sudah dikembalikan. Sekarang 38 keluarga." in sari.tekan("Kembalikan")
    assert "Perubahan ini masih ada." in sari.tulis(f"/blt_perubahan {SUKAMAJU} 2026 1 pulihkan")
    assert hapus.tombol == ["Kembalikan", "Ke kartunya"]
    assert kini(sari) == 38
    sari.tulis(f"/blt_perubahan {SUKAMAJU} 2026 1 hapus")
    assert "Perubahan ini sudah dihapus." in sari.tulis(f"/blt_perubahan {SUKAMAJU} 2026 1 hapus")
    assert sari.tulis(f"/blt {SUKAMAJU} 2026 riwayat").daftar == []
    assert kini(sari) == 40


def test_nobody_can_have_left_who_was_never_there(sari: Obrolan) -> None:
    berubah(sari, 5, -44)
    assert "keluarganya nanti kurang dari nol" in sari.tulis(f"/blt_perubahan {SUKAMAJU} 2026 1 hapus")
    assert kini(sari) == 1
    sari.tulis(f"/blt_tetap {SUKAMAJU} 2026")
    sari.tulis("ubah")
    assert "Sesudahnya tercatat berkurang 39; kalau itu keliru, hapus dulu lewat Riwayat." in sari.tulis("keluarga")
    assert "paling kecil 39" in sari.tulis("5")
    assert "Keluarga: 39" in sari.tulis("39")


def test_only_who_works_there_may(d: Dunia, sari: Obrolan) -> None:
    berubah(sari, -2)
    camat = orang(d, "Iis", CAMAT, KECAMATAN)
    assert camat.tulis(f"/blt {SUKAMAJU} 2026 riwayat").daftar == []
    for kata in ("", f"{SUKAMAJU}", f"{SUKAMAJU} 2026 99", f"{SUKAMANAH} 2026 1", f"{SUKAMAJU} 2025 1", "hapus"):
        assert "belum ada dalam daftar Anda" in sari.tulis(f"/blt_perubahan {kata}")
    lain = orang(d, "Bu Wati", "pld", SUKAMANAH)
    for kata in ("", " hapus", " pulihkan"):
        assert "belum ada dalam daftar Anda" in lain.tulis(f"/blt_perubahan {SUKAMAJU} 2026 1{kata}")
    assert kini(sari) == 38


# -- a year without any -----------------------------------------------------------------------------------------------


def test_of_nobody_no_rupiah_are_asked(sari: Obrolan) -> None:
    sari.tulis(f"/blt_tetap {SUKAMAJU} 2026")
    layar = sari.tulis("0")
    assert "Tanpa keluarga penerima tahun itu." in layar
    assert "Rp" not in layar.teks
    sari.tulis("simpan")
    assert "Ditetapkan tanpa penerima tahun ini." in sari.layar
    assert "Semula tanpa penerima." in sari.tekan("Ubah penetapan")


def test_those_who_are_there_keep_what_they_get_where_all_are_taken_away(sari: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 250_000))
    sari.tulis(f"/blt_tetap {SUKAMAJU} 2026")
    for kata in ("ubah", "keluarga", "0", "simpan"):
        sari.tulis(kata)
    b = sari.desa.blt.ambil(SUKAMAJU, 2026)
    assert b
    assert (b.keluarga, b.bulanan) == (0, 250_000)


def test_a_payment_where_nobody_was_set_sets_them_and_keeps_the_rest(sari: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(0, 0, 1, 6, sk="Perkades 1"))
    layar = sari.tulis("/blt_bayar jul 5 keluarga kemarin")
    assert "Penetapan 2026 tertulis tanpa penerima. Berapa keluarga yang ditetapkan?" in layar
    sari.tulis("5")
    assert "⚠ Menurut penetapan bulannya Januari–Juni. Tetap boleh disimpan." in sari.tulis("300 ribu")
    sari.tulis("simpan")
    b = sari.desa.blt.ambil(SUKAMAJU, 2026)
    assert b
    assert (b.keluarga, b.bulanan, b.sampai, b.sk) == (5, 300_000, 6, "Perkades 1")


# -- other years ------------------------------------------------------------------------------------------------------


def test_the_card_of_last_year_pays_for_last_year(sari: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2025, BltBaru(30, 300_000, 4, 12))
    sari.tulis(f"/blt {SUKAMAJU} 2025")
    assert sari.tekan("Catat bayar").tombol == ["April–Juni", "April–Mei", "April"]
    for kata in ("April", "30", "15/5/2025"):
        sari.tulis(kata)
    assert "BLT Desa 2025" in sari.layar
    sari.tulis("simpan")
    assert [s.dari for s in sari.desa.blt.salur(SUKAMAJU, 2025)] == [4]
    assert sari.desa.blt.salur(SUKAMAJU, 2026) == []


@pytest.mark.parametrize(
    ("tahun", "tombol"),
    [(2026, ["Tetapkan", "Catat bayar"]), (2025, ["Tetapkan", "Catat bayar", "Tahun 2026"]),
     (2027, ["Tetapkan", "Tahun 2026"]), (2024, ["Tahun 2026"]), (2099, ["Tahun 2026"])],
)  # fmt: skip
def test_no_button_for_what_cannot_be_written(sari: Obrolan, tahun: int, tombol: list[str]) -> None:
    assert sari.tulis(f"/blt {SUKAMAJU} {tahun}").tombol == tombol


# -- without a slash --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "judul"),
    [
        ("blt sukamaju", "BLT Desa 2026, Desa Sukamaju"), ("BLT Sukamaju 2025", "BLT Desa 2025, Desa Sukamaju"),
        ("blt 2025", "BLT Desa 2025, Desa Sukamaju"), ("blt sukamaju riwayat", "Riwayat BLT 2026, Desa Sukamaju"),
        ("bumdes sukamaju", "BUM Desa, Desa Sukamaju"), ("kdmp 32.03.03.2013", "KDMP, Desa Sukamaju"),
        ("bumdes xlsx", "BUM Desa, Desa Sukamaju"), ("aset sukamaju", "Aset lokal, Desa Sukamaju"),
    ],
)  # fmt: skip
def test_a_card_by_its_name_and_place(sari: Obrolan, teks: str, judul: str) -> None:
    assert sari.tulis(teks).pesan.judul == judul


@pytest.mark.parametrize("teks", ["blt cair kapan", "bumdes mandiri", "kdmp itu apa", "bumdes " + "sukamaju " * 6])
def test_a_question_is_no_place(sari: Obrolan, teks: str) -> None:
    assert not sari.tulis(teks).pesan.judul.startswith(("BLT Desa 2026", "BUM Desa,", "KDMP,"))


@pytest.mark.parametrize("teks", ["indikator kemiskinan itu apa", "fungsi bpd apa"])
def test_a_question_about_indicators_is_one(sari: Obrolan, teks: str) -> None:
    assert "belum ketemu di wilayah Anda" not in sari.tulis(teks)
