"""/blt and what is written there: counts only, a payment in one line, what does not add up, who is late."""

from __future__ import annotations

from datetime import date

import pytest

from data.blt import BltBaru, SalurBaru
from data.masalah.lapor import Laporan
from data.orang import CAMAT, PD, TAPM_KAB
from handlers.blt.baca_bayar import mirip_bayar
from handlers.blt.bulan import TanyaBulan, baca_bulan, muat_sekaligus, usul_bulan
from handlers.blt.sebut import sebut_bulan
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar
from handlers.dialog.tolak import Tolak
from handlers.pemberitahuan import tanpa_nomor
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.keputusan_dunia import musdes
from tests.handlers.test_bumdes import unduh
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, kenal, orang

SUKAMANAH = f"{KECAMATAN}.2017"


def tetap(o: Obrolan, keluarga: int = 40, kode: str = SUKAMAJU, dari: int = 1, sampai: int = 12) -> None:
    assert o.desa.blt.tetapkan(kode, 2026, BltBaru(keluarga, 300_000, dari, sampai))


def bayar(o: Obrolan, dari: int = 1, sampai: int = 3, rupiah: int = 36_000_000) -> str:
    return o.desa.blt.bayar(SalurBaru(SUKAMAJU, 2026, dari, sampai, "2026-10-15", 40, rupiah))


# -- months -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("jul-sep", (7, 9)), ("Juli s.d. September", (7, 9)), ("juli sampai agustus", (7, 8)), ("oktober", (10, 10)),
        ("7-9", (7, 9)), ("bulan 7", (7, 7)), ("triwulan 3", (7, 9)), ("TW IV", (10, 12)), ("jul, agu, sep", (7, 9)),
        ("pebruari dan maret", (2, 3)), ("nop–des", (11, 12)), ("jan–apr", (1, 4)),
    ],
)  # fmt: skip
def test_months_however_they_are_said(teks: str, bulan: tuple[int, int]) -> None:
    assert baca_bulan(teks) == bulan


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("entah", "Bulannya belum terbaca"), ("jul dan sep", "harus berurutan"), ("okt-jan", "melewati akhir tahun"),
        ("sep, agu, jul", "harus berurutan"),
    ],
)  # fmt: skip
def test_months_that_are_no_row_are_refused_with_an_example(teks: str, kata: str) -> None:
    with pytest.raises(Tolak, match=kata) as tolak:
        baca_bulan(teks)
    assert "Contoh: Juli" in tolak.value.kata


def test_no_more_at_once_than_the_rules_allow() -> None:
    assert muat_sekaligus((7, 9)) == (7, 9)
    with pytest.raises(Tolak, match="4 bulan. BLT boleh dibayar paling banyak 3 bulan sekaligus"):
        muat_sekaligus((7, 10))
    assert usul_bulan((7, 8, 10)) == [(7, 8), (7, 7)]
    assert usul_bulan(()) == []
    assert sebut_bulan((1, 2, 3, 5)) == "Januari–Maret, Mei"
    layar = Layar(date(2026, 11, 20))
    tanya = TanyaBulan(usul=((7, 9), (7, 7)))
    assert tanya.read(Masukan(teks="7"), layar) == (7, 7)
    with pytest.raises(Tolak):
        tanya.load(7, layar)


# -- one line ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "teks",
    [
        "bayar jul-sep 40 keluarga 15/10", "blt bayar jul-sep 40 kpm 15/10", "Bayar BLT triwulan 3, 40 KK, 15 oktober",
        "/blt bayar 15/10 jul-sep 40 keluarga", "/blt_bayar jul-sep 40 kpm blt 15/10/2026",
        "bayar blt sukamaju jul-sep 40 penerima tgl 15/10 Rp36.000.000",
    ],
)  # fmt: skip
def test_one_line_is_a_whole_payment(sari: Obrolan, teks: str) -> None:
    tetap(sari)
    layar = sari.tulis(teks)
    assert "Bulan: Juli–September" in layar
    assert "Keluarga: 40" in layar
    assert "Diserahkan: Kamis, 15 Oktober 2026" in layar
    assert "Jumlah: Rp36.000.000 (40 keluarga × 3 bulan × Rp300.000)" in layar
    assert "Tersimpan #B-2611-0001" in sari.tekan("Simpan")
    assert sari.desa.blt.salur(SUKAMAJU, 2026)[0].rupiah == 36_000_000


def test_a_report_is_no_payment() -> None:
    assert not mirip_bayar("BLT sudah cair untuk 40 keluarga jul-sep")
    assert not mirip_bayar("bayar pajak jul-sep")
    assert not mirip_bayar("bayar 40 keluarga kemarin")


def test_what_one_line_says_wrongly_is_asked_with_the_reason(sari: Obrolan) -> None:
    tetap(sari)
    layar = sari.tulis("bayar jul-okt 40 keluarga 15/10")
    assert layar.teks.startswith("Juli–Oktober itu 4 bulan.")
    sari.tulis("batal")
    layar = sari.tulis("bayar okt-jan 40 keluarga 15/10")
    assert "melewati akhir tahun" in layar
    sari.tulis("batal")
    assert "belum terjadi" in sari.tulis("bayar jul-sep 40 keluarga 15/12")
    sari.tulis("batal")
    assert "Diserahkan tanggal berapa?" in sari.tulis("bayar jul-sep 40 keluarga 45/13")
    sari.tulis("batal")
    assert "Berapa rupiah seluruhnya?" in sari.tulis("bayar jul-sep 40 keluarga 15/10 @ Rp900.000")
    assert "Jumlah: Rp36.000.000" in sari.tulis("36 juta")
    sari.tulis("batal")
    assert "Berapa rupiah seluruhnya?" in sari.tulis("bayar jul-sep 40 keluarga 15/10 Rp 1,2,3")
    sari.tulis("batal")
    assert sari.tulis("/blt_bayar jul-sep").tombol == ["40"]
    sari.tulis("batal")
    layar = sari.tulis("/blt_bayar 40 keluarga")
    assert "Yang sudah ada saya isikan" in layar
    assert layar.tombol == ["Januari–Maret", "Januari–Februari", "Januari"]


@pytest.mark.parametrize("nama", ["sukamanah", "Cibitung", "desa karang sari"])
def test_another_village_is_never_taken_for_the_only_one(sari: Obrolan, nama: str) -> None:
    tetap(sari)
    layar = sari.tulis(f"bayar jul-sep 40 keluarga {nama} 15/10")
    assert layar.teks.endswith("Desa mana?")
    assert "tidak ada dalam daftar" in layar
    assert layar.tombol == ["Sukamaju"]
    assert "BLT Desa 2026, Desa Sukamaju" in sari.tekan("Sukamaju")


def test_fewer_than_none_are_asked_again(sari: Obrolan) -> None:
    tetap(sari)
    assert "-5 sudah di luar batas. Tulis jumlah keluarganya" in sari.tulis("bayar jul-sep -5 keluarga 15/10")
    sari.tulis("batal")
    assert "Keluarga: 40" in sari.tulis("bayar jul-sep-40 keluarga 15/10")


def test_months_that_had_not_begun_were_last_year_s(d: Dunia, sari: Obrolan) -> None:
    d.lewat(60 * 86_400)
    layar = sari.tulis("bayar okt-des 40 keluarga 5/1")
    assert "Penetapan 2026 belum tercatat. Berapa keluarga yang ditetapkan?" in layar
    sari.tekan("40")
    sari.tekan("Rp300.000")
    assert "BLT Desa 2026, Desa Sukamaju" in sari.layar
    assert "Penetapan 2026: 40 keluarga, Rp300.000 sebulan" in sari.layar
    sari.tekan("+ Tahun")
    sari.tekan("2027")
    assert "BLT Desa 2027" in sari.layar
    sari.tekan("Simpan")
    ada = sari.desa.blt.ambil(SUKAMAJU, 2027)
    assert ada
    assert (ada.keluarga, ada.bulanan) == (40, 300_000)
    assert len(sari.desa.blt.salur(SUKAMAJU, 2027)) == 1
    assert (
        "BLT Desa 2026"
        in (sari.tulis("bayar okt-des 2026 40 keluarga 5/1"), sari.tekan("40"), sari.tekan("Rp300.000"))[2]
    )


def test_another_sum_or_a_month_again_is_flagged_and_saved_with_a_reason(sari: Obrolan) -> None:
    tetap(sari)
    pertama = bayar(sari, 7, 9)
    layar = sari.tulis("bayar sep 2 keluarga 16/10 Rp500.000")
    assert f"⚠ Bulan itu sudah pernah dibayar: #{pertama} (Juli–September)." in layar
    assert "2 keluarga × 1 bulan × Rp300.000 = Rp600.000, sedangkan tertulis Rp500.000." in layar
    assert "nama, NIK, KK, dan rekening penerima tidak dicatat" in sari.kirim(
        tanpa_nomor(Masukan(teks="NIK 3203031203850001"))
    )
    sari.tulis("Satu keluarga menyusul.")
    assert "Sebab: Satu keluarga menyusul." in sari.layar
    assert "⚠ Yang ditetapkan saat itu 40 keluarga." in sari.layar
    sari.tekan("Simpan")
    assert "⚠ Jumlahnya berbeda dari hitungan: #B-2611-0002" in sari.layar
    layar = sari.tulis("/blt B-2611-0002")
    assert "⚠ Hitungannya Rp600.000." in layar
    assert f"⚠ Bulannya bertumpuk dengan #{pertama}." in layar
    assert "Sebab: Satu keluarga menyusul." in layar


def test_a_payment_is_corrected_deleted_and_brought_back(sari: Obrolan) -> None:
    tetap(sari)
    nomor = bayar(sari)
    sari.tulis(f"/blt {nomor}")
    sari.tekan("Betulkan")
    assert f"#{nomor} tetap seperti semula." in sari.tekan("Simpan")
    sari.tulis(f"/blt_bayar {nomor}")
    sari.tekan("Ubah")
    assert "Desa" not in sari.layar.daftar, "a payment stays its village's"
    sari.tulis("keluarga")
    sari.tulis("39")
    sari.tulis("Satu keluarga pindah.")
    assert f"#{nomor} sudah dibetulkan: Januari–Maret 2026, 39 keluarga." in sari.tekan("Simpan")
    sari.tulis(f"/blt_bayar {nomor}")
    assert "Sebab: Satu keluarga pindah." in sari.layar
    sari.tulis("batal")
    sari.tulis(f"/blt_hapus #{nomor}")
    sari.tekan("Salah desa.")
    assert "Sudah dihapus; masih bisa dikembalikan." in sari.layar
    assert "Pembayaran ini sudah dihapus." in sari.tulis(f"/blt {nomor}")
    assert "belum ada dalam daftar Anda" in sari.tulis(f"/blt_bayar {nomor}")
    assert "Sudah dihapus" in sari.tulis(f"/blt_hapus {nomor}")
    assert "Sudah dikembalikan." in sari.tulis(f"/blt_pulihkan {nomor}")
    assert "Pembayaran ini masih ada." in sari.tulis(f"/blt_pulihkan {nomor}")
    assert "Contoh: /blt_pulihkan" in sari.tulis("/blt_pulihkan")
    sari.tulis("/blt_hapus")
    assert "belum ada dalam daftar Anda" in sari.tulis("B-2611-0099")
    assert "Pembayaran nomor berapa?" in sari.tulis("/blt_hapus entah")
    sari.tulis("batal")
    s = sari.desa.blt.satu(nomor)
    assert s
    sari.desa.blt.ubah_salur(s, {"rupiah": 35_000_000, "tanggal": "2026-10-16"})
    sari.tulis(f"/blt {SUKAMAJU} riwayat")
    assert "rupiah Rp36.000.000 → Rp35.000.000 (Bu Sari)" in sari.layar
    assert "tanggal 15 Oktober 2026 → 16 Oktober 2026 (Bu Sari)" in sari.layar


def test_a_payment_of_elsewhere_is_not_there(d: Dunia, sari: Obrolan) -> None:
    tetap(sari)
    nomor = bayar(sari)
    budi = orang(d, "Pak Budi", "pld", SUKAMANAH)
    for kata in ("blt", "blt_bayar", "blt_hapus", "blt_pulihkan"):
        ada = budi.tulis(f"/{kata} {nomor}").teks
        assert ada == f"Pembayaran {nomor} belum ada dalam daftar Anda.", kata
        assert budi.tulis(f"/{kata} B-2611-0099").teks == ada.replace(nomor, "B-2611-0099")
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    assert camat.tulis(f"/blt {nomor}").tombol == ["Ke kartunya"]
    assert camat.tekan("Ke kartunya").tombol == ["Riwayat", "Semua desa"]


# -- what was set, who came or went -----------------------------------------------------------------------------------


def test_what_was_set_is_written_once_and_changed_part_by_part(sari: Obrolan) -> None:
    sari.tulis("/blt_tetap 2026")
    sari.tulis("40")
    assert "paling banyak Rp300.000 sebulan" in sari.tulis("400 ribu")
    sari.tekan("Rp300.000")
    sari.tekan("+ Bulan")
    sari.tulis("jan-jun")
    sari.tekan("+ Nomor SK")
    sari.tulis("Perkades 3 Tahun 2026")
    sari.tekan("+ Tanggal SK")
    sari.tulis("12 januari")
    sari.tekan("+ Tanggal musdes")
    sari.tulis("5 januari")
    assert "Seluruhnya: Rp72.000.000" in sari.layar
    layar = sari.tekan("Simpan")
    assert (
        "Ditetapkan: 40 keluarga, Rp300.000 sebulan, Januari–Juni "
        "(musdes 5 Januari 2026, Perkades 3 Tahun 2026, 12 Januari 2026)"
    ) in layar
    sari.tekan("Ubah penetapan")
    assert "Semula 40 keluarga" in sari.layar
    assert "Sudah tercatat begitu." in sari.tekan("Simpan")
    sari.tekan("Ubah penetapan")
    sari.tekan("Ubah")
    sari.tulis("keluarga")
    sari.tulis("0")
    sari.tekan("Simpan")
    assert "Ditetapkan tanpa penerima tahun ini." in sari.layar
    assert sari.layar.tombol[0] == "Ubah penetapan"
    sari.tekan("Riwayat")
    assert "keluarga 40 → 0 (Bu Sari)" in sari.layar
    b = sari.desa.blt.ambil(SUKAMAJU, 2026)
    assert b
    assert (b.sk, b.sampai) == ("Perkades 3 Tahun 2026", 6)


def test_a_closed_musdes_brings_what_it_decided(sari: Obrolan) -> None:
    m = sari.desa.musdes.menurut_id(musdes(sari, jenis="blt", tanggal="2026-11-19"))
    assert m
    sari.desa.musdes.ubah(m, {"isian": {"kpm_blt": 38, "besaran": 300_000}})
    sari.desa.musdes.tambah_catatan(m, "x")
    sari.tulis(f"/musdes_tutup {m.nomor}")
    sari.tulis("22.00")
    sari.tekan("Tutup musdes")
    sari.tekan("Catat penetapan")
    layar = sari.tekan("2026")
    assert "Keluarga: 38" in layar
    assert "Musdes: 19 November 2026" in layar
    assert f"(musdes {m.nomor})" in sari.tekan("Simpan")


def test_families_come_and_go(sari: Obrolan) -> None:
    assert "Penetapan BLT 2026 belum tercatat." in sari.tulis("/blt_ubah")
    tetap(sari, 3)
    sari.tulis("/blt_ubah")
    sari.tulis("pindah")
    assert "paling besar 3" in sari.tulis("5")
    sari.tulis("3")
    sari.tulis("1 november")
    sari.tekan("+ Catatan")
    sari.tulis("Pindah ke kota.")
    assert "Menjadi: 0 keluarga (sekarang 3)" in sari.layar
    sari.tekan("Simpan")
    assert "Sekarang: 0 keluarga (−3 pindah)" in sari.layar
    sari.tulis("/blt_ubah 2026")
    assert sari.layar.tombol == ["Keluarga baru", "Sebab lain"]
    sari.tekan("Sebab lain")
    sari.tekan("Bertambah")
    sari.tulis("2")
    sari.tulis("hari ini")
    assert "+2 keluarga, sebab lain" in sari.layar
    sari.tekan("Simpan")
    sari.tulis("/blt_ubah sukamaju")
    sari.tulis("keluarga baru")
    sari.tulis("1")
    sari.tulis("hari ini")
    assert "Sekarang 3 keluarga." in sari.tekan("Simpan")
    sari.tulis("/blt_bayar")
    assert sari.tulis("okt").tombol == ["3"]


# -- cards and overviews ----------------------------------------------------------------------------------------------


def test_another_year_is_a_tap_away(sari: Obrolan) -> None:
    tetap(sari)
    assert "BLT Desa 2025 belum tercatat di sini." in sari.tulis("/blt 2025")
    assert sari.layar.tombol == ["Tetapkan", "Catat bayar", "Tahun 2026"]
    sari.desa.blt.tetapkan(SUKAMAJU, 2025, BltBaru(30, 300_000))
    assert "Tahun 2025" in sari.tulis("/blt").tombol
    assert "⚠ Terlambat: Januari–Desember" in sari.tekan("Tahun 2025")
    assert "Belum ada riwayatnya." in sari.tulis(f"/blt {SUKAMAJU} 2024 riwayat")


def test_a_village_that_paid_all_has_nothing_open(sari: Obrolan) -> None:
    tetap(sari, sampai=3)
    bayar(sari)
    layar = sari.tulis("/blt")
    assert "Dibayar: Januari–Maret, Rp36.000.000" in layar
    assert "Terlambat" not in layar.teks
    assert "Belum dibayar" not in layar.teks


def test_who_is_late_stands_first_and_all_of_it_as_a_workbook(d: Dunia, sari: Obrolan) -> None:
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    assert "Dari 4 desa belum ada penetapan yang tercatat." in rina.tulis("/blt")
    tetap(rina, 40)
    tetap(rina, 20, SUKAMANAH, dari=12)
    tetap(rina, 0, f"{KECAMATAN}.2005")
    bayar(rina)
    rina.desa.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, 1), "meninggal", -1, catatan="x")
    layar = rina.tulis("/blt")
    assert "2 dari 4 desa menetapkan penerima: 59 keluarga." in layar
    assert "⚠ 1 desa terlambat, 7 bulan seluruhnya." in layar
    assert [(b.label, b.ket) for b in layar.pesan.daftar] == [
        ("Sukamaju", "39 keluarga, terlambat Apr–Okt"), ("Mayak", "belum tercatat"),
        ("Sukaraharja", "tanpa penerima tahun ini"), ("Sukamanah", "20 keluarga, tidak ada yang terlambat"),
    ]  # fmt: skip
    rina.tekan("Unduh Excel")
    isi = unduh(rina)
    assert "April–Oktober" in isi
    assert "meninggal" in isi
    assert "B-2611-0001" in isi
    rina.tulis("/blt 2025 xlsx")
    assert "April–Oktober" not in unduh(rina)
    sari.tulis("/blt xlsx")
    assert "Mayak" not in unduh(sari)
    bayar(rina, 4, 6)
    assert "Rp72.000.000" in rina.tulis("/blt")


def test_a_wide_place_by_its_parts(d: Dunia, sari: Obrolan) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert "Belum ada yang tercatat di sini." in hasan.tulis("/blt")
    tetap(sari)
    layar = hasan.tulis("/blt")
    assert "⚠ 1 desa terlambat, 10 bulan seluruhnya." in layar
    assert layar.pesan.daftar[0].ket == "1 dari 1 desa terlambat (10 bulan)"
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000, 12, 12))
    assert hasan.tulis("/blt").pesan.daftar[0].ket == "1 desa, tidak ada yang terlambat"
    assert "BLT Desa 2026, Kecamatan Cibeber" in hasan.tekan("Kecamatan Cibeber")


def test_who_may_not_write_is_told_why_and_what_is_not_theirs_is_not_there(d: Dunia, sari: Obrolan) -> None:
    baru = orang(d, "Pak Baru", disahkan=False)
    for kata in ("blt_bayar", "blt_tetap", "blt_ubah"):
        assert "setelah tugas Anda disahkan koordinator" in baru.tulis(f"/{kata}")
    assert "belum ketemu di wilayah Anda" in sari.tulis(f"/blt {SUKAMANAH}")
    kenal(d, "32.77.01", "Kosong")
    camat = orang(d, "Pak Camat", CAMAT, "32.77.01")
    assert "Belum ada desa yang tercatat di sini." in camat.tulis("/blt")


def test_open_complaints_are_counted_and_one_tap_away(d: Dunia, sari: Obrolan) -> None:
    assert "Aduan" not in sari.tulis(f"/blt {SUKAMAJU}")
    warga = d.orang("Warga Euis", peran=None)
    warga.desa.masalah.lapor(Laporan(SUKAMAJU, "blt", "Bulan Juli belum diterima.", "warga"), (), "x", None)
    layar = sari.tulis(f"/blt {SUKAMAJU}")
    assert "Aduan tentang BLT yang terbuka: 1" in layar
    (ke,) = [t.data for t in layar.pesan.tombol if t.label == "Lihat aduan"]
    assert "Bulan Juli" in str(sari.kirim(Masukan(tombol=ke)).pesan.daftar)
