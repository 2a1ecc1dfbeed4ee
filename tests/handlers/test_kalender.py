"""The calendar in chat: looking, marking, the place's own days, what happened in a village."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.kalender import jatuh_tempo
from data.katalog.kalender import muat_kalender
from data.lingkup import SEMUA_WILAYAH
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV
from data.wilayah import WilayahQ
from handlers.kalender.kata import sebut_batas, sebut_desa, sebut_selesai, sebut_sisa, sebut_tanggal_daerah
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import HARI, Dunia, Layar, Obrolan

KECAMATAN, SUKAMAJU = "32.03.03", "32.03.03.2013"
EMPAT = tuple(f"{KECAMATAN}.{n}" for n in (2005, 2007, 2013, 2017))


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


def orang(dunia: Dunia, peran: str, *kode: str, disahkan: bool = True, nama: str = "Pak Hasan") -> Obrolan:
    obrolan = dunia.orang(nama, peran=None)
    for satu in kode:
        if satu != SEMUA_WILAYAH:
            WilayahQ(dunia.tx).kenalkan(satu)
        obrolan.desa.orang.tugaskan(obrolan.id, peran, satu, date(2026, 1, 1), disahkan=disahkan)
    dunia.tx.run("UPDATE orang SET zona = 'Asia/Jakarta'")
    return obrolan


def butir(layar: Layar, label: str) -> str:
    return next(b.ket for b in layar.pesan.daftar if b.label == label)


# -- looking ----------------------------------------------------------------------------------------------------------


def test_two_months_of_four_villages(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, *EMPAT)
    layar = sari.tulis("tenggat")
    assert "Kalender 60 hari" in layar
    assert butir(layar, "Musdes KPM BLT") == "± Sen 30/11, 10 hari lagi; 4 desa belum"
    assert "Sudah lewat (3)" in layar.tombol
    assert "Atur tenggat" not in layar.tombol
    assert "Perdes APB Desa" in sari.tekan("Lainnya ›").daftar + layar.daftar
    assert "‹ Sebelumnya" in sari.layar.tombol
    layar = sari.tulis("/kalender lewat")
    assert layar.daftar == ["Tutup buku bulanan", "BLT dibayar", "Rancangan APB Desa"]
    assert butir(layar, "Rancangan APB Desa") == "Sab 31/10, lewat 20 hari; 4 desa belum"
    for desa in EMPAT:
        for kode in ("K28 2026-11", "K29 2026-10", "K19 2026"):
            sari.tulis(f"/kalender {kode} {desa} sudah")
    assert "Belum ada tenggat di sini" in sari.tulis("/kalender lewat")
    assert not any(t.startswith("Sudah lewat") for t in sari.tulis("/kalender h99").tombol)


def test_the_row_says_which_villages_are_open(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, *EMPAT)
    for n, ket in enumerate(
        ("; belum: Sukaraharja, Mayak, dan 1 lagi", "; belum: Sukaraharja, Mayak", "; belum: Sukaraharja")
    ):
        sari.tulis(f"/kalender K23 2026 {EMPAT[3 - n]} sudah")
        assert butir(sari.tulis("/kalender"), "Musdes KPM BLT") == f"± Sen 30/11, 10 hari lagi{ket}"
    sari.tulis(f"/kalender K23 2026 {EMPAT[0]} sudah")
    assert butir(sari.tulis("/kalender"), "✓ Musdes KPM BLT") == "± Sen 30/11, 10 hari lagi; semua desa sudah"


def test_the_card_says_what_it_is_and_how_sure(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, *EMPAT)
    layar = sari.tulis("/kalender k26")
    assert layar.pesan.judul == "Perdes APB Desa tahun depan ditetapkan"
    for kata in (
        "Kamis, 31 Desember 2026 (41 hari lagi)",
        "Yang mengerjakan: Kades",
        "Belum: Sukaraharja, Mayak, Sukamaju, Sukamanah",
        "Dasar: UU 6/2014 Ps 73; Permendagri 20/2018 (baru sebagian yang diperiksa).",
        "papan siklus APB Desa sampai Perdes atau ada yang menandai sudah",
    ):
        assert kata in layar
    layar = sari.tulis("/kalender K24 2026")
    assert "sekitar Selasa, 15 Desember 2026" in layar
    assert "Tanggal ini perkiraan" in layar
    assert "Mulai Kamis, 1 Juli 2027" in sari.tulis("/kalender K12")
    assert "lewat 20 hari" in sari.tulis("/kalender K19")
    assert "Jumat, 31 Oktober 2025" not in sari.layar
    assert "Rabu, 1 April 2026 (lewat" in sari.tulis("/kalender K08")  # of that year only, and long past
    for kode in ("K25", "K99", "K26 2019", "sendiri:77"):
        assert "belum ada tenggat itu" in sari.tulis(f"/kalender {kode}")


def test_those_above_see_counts_and_read_only_what_is_theirs(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, *EMPAT, nama="Bu Sari")
    sari.tulis(f"/kalender K26 2026 {SUKAMAJU} sudah")
    camat = orang(dunia, CAMAT, KECAMATAN, nama="Pak Camat")
    layar = camat.tulis("/kalender K26")
    assert "Sudah: Sukamaju" in layar
    assert layar.tombol == ["Kalender"]
    assert layar.daftar == []
    assert "Tidak ada yang berubah" in camat.tulis(f"/kalender K26 2026 {EMPAT[0]} sudah")
    assert "Catat peristiwa" not in camat.tulis("/kalender").tombol
    hasan = orang(dunia, TAPM_KAB, "32.03")
    WilayahQ(dunia.tx).kenalkan_isi("32.03")
    layar = hasan.tulis("/kalender K26")
    assert "desa\nSudah: Sukamaju" in layar
    assert layar.daftar == []
    tenggat = hasan.desa.kalender.acara("K26")
    assert tenggat
    assert all(hasan.desa.kalender.tandai(tenggat, kode) for kode, _ in tenggat.belum[:60])
    assert "Sudah: 61 desa" in hasan.tulis("/kalender K26")
    for peran, kode in ((TAPM_PROV, "32"), (ADMIN, SEMUA_WILAYAH)):
        layar = orang(dunia, peran, kode, nama=peran).tulis("/kalender K26")
        assert "31 Desember 2026" in layar
        assert "Belum: " not in layar


# -- marking ----------------------------------------------------------------------------------------------------------


def test_done_in_two_taps_and_undone(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, *EMPAT)
    sari.tulis("/kalender K26")
    layar = sari.tekan("Sukamaju")
    assert "Sukamaju ditandai sudah." in layar
    assert "Sudah: Sukamaju" in layar
    tekan = layar.data("Urungkan")
    assert "Tidak ada yang berubah" in sari.tulis(f"/kalender K26 2026 {SUKAMAJU} sudah")
    assert "Sukamaju ditandai belum." in sari.ketuk(tekan)
    assert "Tidak ada yang berubah" in sari.ketuk(tekan)
    assert dunia.hitung("kalender_selesai") == 0
    rows = dunia.tx.all("SELECT apa, sebelum, sesudah FROM jejak WHERE tabel = 'kalender_selesai' ORDER BY id")
    assert [(r["apa"], r["sebelum"], r["sesudah"]) for r in rows] == [
        ("sudah", None, f"{SUKAMAJU} K26 2026"),
        ("belum", f"{SUKAMAJU} K26 2026", None),
    ]
    assert "ditandai" not in sari.tulis("/kalender K26 2026 sudah")  # of which village?


def test_with_one_village_it_is_a_button(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, SUKAMAJU)
    assert sari.tulis("/kalender K26").tombol == ["Sudah", "Kalender"]
    assert sari.tekan("Sudah").tombol == ["Urungkan", "Kalender"]
    assert sari.tulis("/kalender K26").tombol == ["Batalkan tandanya", "Kalender"]
    assert "Sukamaju ditandai belum." in sari.tekan("Batalkan tandanya")


def test_what_is_known_cannot_be_taken_back_by_hand(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, SUKAMAJU)
    sari.desa.siklus.gerakkan(SUKAMAJU, 2027, "apb", "perdes")
    layar = sari.tulis("/kalender K26")
    assert "Sudah: Sukamaju" in layar
    assert layar.tombol == ["Kalender"]
    assert "Tidak ada yang berubah" in sari.tulis(f"/kalender K26 2026 {SUKAMAJU} belum")


def test_one_s_own_is_one_s_own(dunia: Dunia) -> None:
    sari, budi = orang(dunia, PLD, SUKAMAJU, nama="Bu Sari"), orang(dunia, PLD, SUKAMAJU, nama="Pak Budi")
    sari.tulis("/kalender P01")
    assert "Bagian Anda ditandai sudah." in sari.tekan("Sudah")
    assert "Sudah Anda tandai." in sari.tulis("/kalender P01 2026-12")
    assert sari.layar.tombol == ["Batalkan tandanya", "Kalender"]
    assert budi.tulis("/kalender P01").tombol == ["Sudah", "Kalender"]
    assert "✓ Koreksi DRP" in sari.tulis("/kalender").daftar
    kader = orang(dunia, KPMD, SUKAMAJU, nama="Kader")
    assert "belum ada tenggat itu" in kader.tulis("/kalender P01")
    assert kader.tulis("/kalender K26").tombol == ["Kalender"]


def test_what_is_assessed_is_one_tap_away(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, SUKAMAJU, nama="Bu Sari")
    assert sari.tulis("/kalender P03").tombol == ["Sudah", "Bukti evkin", "Kalender"]
    assert sari.tekan("Sudah").tombol == ["Urungkan", "Bukti evkin", "Kalender"]
    assert "Bukti evkin, Triwulan IV 2026" in sari.tekan("Bukti evkin")
    dunia.kini -= 10 * HARI
    assert "Akhir masa nilai evkin triwulan IV" in sari.tulis("/kalender P04 2026")
    assert "Bukti evkin, Triwulan IV 2026" in sari.tekan("Bukti evkin")


def test_one_s_own_word_marks_nothing(dunia: Dunia) -> None:
    """Who says of themselves that they work there must not silence the reminders of those who do."""
    ia = orang(dunia, PLD, SUKAMAJU, disahkan=False)
    assert ia.tulis("/kalender K26").tombol == ["Kalender"]
    assert "Tidak ada yang berubah" in ia.tulis(f"/kalender K26 2026 {SUKAMAJU} sudah")
    assert dunia.hitung("kalender_selesai") == 0
    assert "setelah tugas Anda disahkan" in ia.tulis("/peristiwa")
    assert "Belum ada peristiwa" in ia.tulis("/peristiwa_desa")


def test_many_villages_are_paged(dunia: Dunia) -> None:
    WilayahQ(dunia.tx).kenalkan_desa(KECAMATAN)
    rina = orang(dunia, PD, KECAMATAN)
    layar = rina.tulis("/kalender K26")
    assert len(layar.daftar) == 8
    dua = rina.tekan("Lainnya ›")
    assert not set(dua.daftar) & set(layar.daftar)
    nama = dua.daftar[0]
    assert f"{nama} ditandai sudah." in rina.tekan(nama)


# -- a place's own days -----------------------------------------------------------------------------------------------


def isi(siapa: Obrolan, *teks: str) -> Layar:
    for satu in teks:
        siapa.tulis(satu)
    return siapa.layar


def test_a_kabupaten_moves_a_day_and_takes_it_back(dunia: Dunia) -> None:
    hasan, sari = orang(dunia, TAPM_KAB, "32.03"), orang(dunia, PLD, SUKAMAJU, nama="Bu Sari")
    assert "Atur tenggat" in hasan.tulis("/kalender").tombol
    assert "masih menurut daftar nasional" in hasan.tekan("Atur tenggat")
    layar = isi(hasan, "/atur_tenggat", "perdes apb desa", "tanggal lain", "15/12", "Perbup 12/2026")
    assert "Selasa, 15 Desember 2026\nUntuk: Kabupaten Cianjur\nMenurut: Perbup 12/2026" in layar
    hasan.tulis("simpan")
    layar = sari.tulis("/kalender K26")
    assert "Selasa, 15 Desember 2026 (25 hari lagi)" in layar
    assert "Tanggalnya menurut Perbup 12/2026." in layar
    assert "tiap 1 Januari" not in layar
    isi(hasan, "/atur_tenggat k26", "tanggal lain", "16/12", "Perbup 13/2026", "simpan")
    layar = hasan.tulis("/tenggat_daerah")
    assert butir(layar, "Perdes APB Desa") == "Rabu, 16 Desember 2026, Kabupaten Cianjur"
    assert "Daftar nasional: 31 Desember\nMenurut: Perbup 13/2026" in hasan.tekan("Perdes APB Desa")
    hapus = hasan.layar.data("Hapus aturan ini")
    assert "Kembali menurut daftar nasional" in hasan.ketuk(hapus)
    assert "belum ada dalam daftar Anda" in hasan.ketuk(hapus)
    assert "Kamis, 31 Desember 2026" in sari.tulis("/kalender K26")
    assert "Sekarang Kamis, 31 Desember 2026" in hasan.tulis("/atur_tenggat K26")
    rows = dunia.tx.all("SELECT apa, sebelum, sesudah FROM jejak WHERE tabel = 'kalender_daerah' ORDER BY id")
    satu, dua = "32.03 K26 2026 2026-12-15 (Perbup 12/2026)", "32.03 K26 2026 2026-12-16 (Perbup 13/2026)"
    assert [(r["apa"], r["sebelum"], r["sesudah"]) for r in rows] == [
        ("ubah", None, satu),
        ("ubah", satu, dua),
        ("hapus", dua, None),
    ]


def test_what_is_monthly_is_moved_every_month_and_what_is_not_kept_goes(dunia: Dunia) -> None:
    hasan, sari = orang(dunia, TAPM_KAB, "32.03"), orang(dunia, PLD, SUKAMAJU, nama="Bu Sari")
    layar = isi(hasan, "/atur_tenggat P05", "tanggal lain", "5/12", "Surat korkab", "simpan")
    assert "tiap bulan tanggal 5" in layar
    assert "Sabtu, 5 Desember 2026" in sari.tulis("/kalender P05")
    assert butir(hasan.tulis("/tenggat_daerah"), "Laporan kunjungan") == "tiap bulan tanggal 5, Kabupaten Cianjur"
    isi(hasan, "/atur_tenggat K29", "tidak berlaku", "Perbup 3/2026", "simpan")
    assert "belum ada tenggat itu" in sari.tulis("/kalender K29")
    assert "Sekarang tiap akhir bulan. Menjadi apa?" in hasan.tulis("/atur_tenggat K29")
    assert butir(hasan.tulis("/tenggat_daerah"), "BLT dibayar") == "tidak berlaku di sini, Kabupaten Cianjur"
    assert "Tenggat yang mana?" in orang(dunia, TAPM_KAB, "32.03", nama="Ahli").tulis("/atur_tenggat entah")


@pytest.mark.parametrize(
    ("ulang", "sebut", "kapan"),
    [
        ("sekali", "Rabu, 9 Desember 2026", date(2026, 12, 2)),
        ("tiap tahun", "tiap 9 Desember", date(2027, 12, 2)),
        ("tiap bulan", "tiap bulan tanggal 9", date(2027, 3, 2)),
    ],
)
def test_a_kabupaten_adds_its_own(dunia: Dunia, ulang: str, sebut: str, kapan: date) -> None:
    hasan, sari = orang(dunia, TAPM_KAB, "32.03"), orang(dunia, PLD, SUKAMAJU, nama="Bu Sari")
    layar = isi(hasan, "/tambah_tenggat", "Lomba desa", "tiap desa", "9/12", ulang, "SK Bupati", "simpan")
    assert f"Lomba desa di Kabupaten Cianjur: {sebut}." in layar
    assert "Lomba desa" in sari.tulis("/kalender").daftar
    assert "Belum: Sukamaju" in sari.tekan("Lomba desa")
    assert "Dasar: SK Bupati." in sari.layar
    semua = jatuh_tempo(dunia.tx, [sari.id], {sari.id: kapan})[sari.id]
    assert [t.sisa for t in semua if t.nama == "Lomba desa"] == [7]
    hasan.tulis("/tenggat_daerah")
    assert "Hapus aturan ini" in hasan.tekan("Lomba desa").tombol
    assert "Kembali menurut" not in hasan.tekan("Hapus aturan ini")
    assert "Lomba desa" not in sari.tulis("/kalender").daftar


def test_a_kabupaten_adds_one_for_its_facilitators(dunia: Dunia) -> None:
    hasan, sari = orang(dunia, TAPM_KAB, "32.03"), orang(dunia, PLD, *EMPAT, nama="Bu Sari")
    isi(
        hasan,
        "/tambah_tenggat",
        "Rakor kabupaten",
        "pendamping sendiri",
        "15/12",
        "tiap bulan",
        "Surat Dinas",
        "simpan",
    )
    assert butir(sari.tulis("/kalender"), "Rakor kabupaten") == "Sel 15/12, 25 hari lagi"
    assert "Bagian Anda ditandai sudah." in [sari.tekan("Rakor kabupaten"), sari.tekan("Sudah")][1]
    assert "Rakor kabupaten" not in sari.tulis("/kalender lewat").daftar


def test_a_provinsi_sets_days_of_one_kabupaten_or_of_all(dunia: Dunia) -> None:
    prov, sari = orang(dunia, TAPM_PROV, "32"), orang(dunia, PLD, SUKAMAJU, nama="Bu Sari")
    isi(prov, "/atur_tenggat K26", "jawa barat", "tanggal lain", "20/12", "Pergub 1/2026", "simpan")
    assert "20 Desember 2026" in sari.tulis("/kalender K26")
    isi(
        prov,
        "/tambah_tenggat",
        "satu kabupaten/kota",
        "cianjur",
        "Lomba desa",
        "tiap desa",
        "9/12",
        "sekali",
        "SK Bupati",
        "simpan",
    )
    assert "Lomba desa" in sari.tulis("/kalender").daftar
    hasan = orang(dunia, TAPM_KAB, "32.03", nama="Ahli")
    assert hasan.tulis("/tenggat_daerah").daftar == ["Lomba desa"]
    assert "belum ada dalam daftar Anda" in hasan.tulis("/tenggat_daerah 99999")
    assert "belum ada dalam daftar Anda" in hasan.tulis("/tenggat_daerah 99999 hapus")


def test_others_are_told_who_sets_them(dunia: Dunia) -> None:
    for siapa in (orang(dunia, PLD, SUKAMAJU), orang(dunia, TAPM_KAB, "32.03", disahkan=False, nama="Ia")):
        for kata in ("/tenggat_daerah", "/atur_tenggat", "/tambah_tenggat"):
            layar = siapa.tulis(kata)
            assert "diatur TAPM atau admin" in layar
            assert layar.tombol == ["Kalender"]
        with pytest.raises(LookupError):
            siapa.desa.kalender_daerah.atur("32.03", "K26", "2026", "2026-12-15", "")
        with pytest.raises(LookupError):
            siapa.desa.kalender_daerah.tambah("32.03", "Uji", "", "9", "")


def test_what_was_set_for_what_is_no_more(dunia: Dunia) -> None:
    hasan = orang(dunia, TAPM_KAB, "32.03")
    hasan.desa.kalender_daerah.atur("32.03", "K98", "2026", "2026-12-15", "")
    layar = hasan.tulis("/tenggat_daerah h1")
    assert layar.daftar == ["K98"]
    layar = hasan.tekan("K98")
    assert (layar.pesan.judul, "Daftar nasional" in layar, "Menurut" in layar) == ("K98", False, False)


# -- what happened in a village ---------------------------------------------------------------------------------------


def test_an_event_is_noted_moved_and_taken_back(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, *EMPAT)
    assert "Di desa mana?" in sari.tulis("Kades dilantik")
    layar = isi(sari, "sukamaju", "12/11")
    assert "RPJM Desa ditetapkan dengan Perdes: Jumat, 12 Februari 2027" in layar
    sari.tulis("simpan")
    ubah = sari.layar.data("Ubah tanggal")
    assert "Belum: Sukamaju" in sari.tulis("/kalender E01")
    sari.ketuk(ubah)
    assert "Menjadi: Jumat, 13 November 2026" in sari.tulis("13/11")
    sari.tulis("simpan")
    assert butir(sari.tulis("/peristiwa_desa"), "Kades dilantik") == "Desa Sukamaju, Jum 13/11/2026"
    assert "Sabtu, 13 Februari 2027" in sari.tekan("Kades dilantik")
    hapus = sari.layar.data("Hapus")
    assert sari.ketuk(hapus).tombol == ["Catat lagi", "Peristiwa desa"]
    assert "belum ada dalam daftar Anda" in sari.ketuk(hapus)
    assert "belum ada tenggat itu" in sari.tulis("/kalender E01")
    assert "belum ada dalam daftar Anda" in sari.tulis("/ubah_peristiwa")
    apa = [r["apa"] for r in dunia.tx.all("SELECT apa FROM jejak WHERE tabel = 'peristiwa_desa' ORDER BY id")]
    assert apa == ["catat", "ubah", "hapus"]


def test_with_one_village_it_is_not_asked_and_the_same_twice_is_one(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, SUKAMAJU)
    for _ in range(2):
        isi(sari, "/peristiwa", "masa jabatan habis", "31/8/2027", "simpan")
    assert dunia.hitung("peristiwa_desa") == 1
    assert "Minggu, 28 Februari 2027" in sari.tulis("/kalender E02")
    assert "Rabu, 31 Maret 2027" in sari.tulis("/kalender E03")
    assert "Apa yang terjadi di desa?" in sari.tulis("/peristiwa entah")
    assert "Peristiwa yang mana?" in sari.tulis("/ubah_peristiwa entah")
    assert "Seharusnya tanggal berapa?" in sari.tulis("1")


def test_an_event_of_somebody_else_s_village_is_as_none(dunia: Dunia) -> None:
    sari, jauh = orang(dunia, PLD, SUKAMAJU, nama="Bu Sari"), orang(dunia, PLD, "32.04.05.2001", nama="Jauh")
    satu = sari.desa.peristiwa.catat(SUKAMAJU, "dilantik", dunia.hari_ini)
    assert "belum ada dalam daftar Anda" in jauh.tulis(f"/peristiwa_desa {satu.id}")
    assert "belum ada dalam daftar Anda" in jauh.tulis(f"/peristiwa_desa {satu.id} hapus")
    with pytest.raises(LookupError):
        jauh.desa.peristiwa.catat(SUKAMAJU, "dilantik", dunia.hari_ini)
    assert "Desa Sukamaju" in orang(dunia, PD, KECAMATAN, nama="Bu Rina").tulis(f"/peristiwa_desa {satu.id}")


def test_an_event_that_is_no_longer_in_the_list_and_pages(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, SUKAMAJU)
    for n in range(9):
        sari.desa.peristiwa.catat(SUKAMAJU, "hujan", dunia.hari_ini - timedelta(days=n))
    assert sari.tulis("/peristiwa_desa").daftar == ["hujan"] * 8
    assert sari.tekan("Lainnya ›").daftar == ["hujan"]
    dunia.tx.run(
        "INSERT INTO peristiwa_desa (desa, jenis, tanggal, oleh, dibuat) VALUES (?, 'hujan', '2026-11-01', 1, 1)",
        (SUKAMAJU,),
    )
    dunia.raw.execute("PRAGMA foreign_keys = OFF")
    dunia.tx.run("DELETE FROM wilayah WHERE kode = ?", (SUKAMAJU,))
    row = dunia.tx.one("SELECT MAX(id) AS id FROM peristiwa_desa")
    assert row
    assert SUKAMAJU in sari.tulis(f"/peristiwa_desa {row['id']}")


def test_a_report_is_not_taken_for_an_event(dunia: Dunia) -> None:
    sari = orang(dunia, PLD, SUKAMAJU)
    assert "Tanggal berapa dilantik?" not in sari.tulis("kades dilantik kemarin di aula kecamatan")


# -- words ------------------------------------------------------------------------------------------------------------


def test_days_left() -> None:
    assert [sebut_sisa(n) for n in (-2, 0, 1, 9)] == ["lewat 2 hari", "hari ini", "besok", "9 hari lagi"]
    assert sebut_desa(["A", "B"]) == "A, B"
    assert sebut_tanggal_daerah("12-05") == "tiap 5 Desember"


@pytest.mark.parametrize(
    ("kode", "batas", "selesai"),
    [
        ("K08", "1 April 2026", "ada yang menandai sudah"),
        ("K28", "tiap bulan tanggal 10", "ada yang menandai sudah"),
        ("P03", "hari ke-3 sesudah triwulan", "ada yang menandai sudah"),
        ("K25", "tanggalnya menurut daerah", "ada yang menandai sudah"),
        ("E02", "6 bulan sebelum: masa jabatan kades berakhir", "ada yang menandai sudah"),
        ("K21", "20 hari kerja sesudah: rancangan apb desa diserahkan", "peristiwa “Koreksi APB Desa diterima” dicatat"),
        ("K19", "31 Oktober", "papan siklus APB Desa sampai musdes atau lebih"),
        ("K30", "31 Desember", "ada musdes yang tercatat selesai"),
        ("K23", "30 November", "musyawarah"),
        ("K29", "tiap akhir bulan", "ada catatan “BLT Desa: penyaluran dan pemantauan”"),
    ],
)  # fmt: skip
def test_a_deadline_in_words(kode: str, batas: str, selesai: str) -> None:
    acara = muat_kalender().menurut_kode(kode)
    assert acara
    assert sebut_batas(acara) == batas
    assert selesai in sebut_selesai(acara)
