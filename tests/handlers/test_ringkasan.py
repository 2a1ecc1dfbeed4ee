"""Digests in chat: what is said of them, to whom, and where their rows and buttons lead."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.lingkup import SEMUA_WILAYAH
from data.orang import ADMIN, CAMAT, PD, PLD, TAPM_KAB, TAPM_PROV, OrangQ
from data.rekap.angka import GerakSiklus
from data.ringkasan import AngkaBagian, AngkaRingkas, DesaRingkas, Lalu, Masa, OrangRingkas, Telat, hitung, masa, simpan
from data.target import AWAL
from handlers.dialog.tombol import baca
from handlers.ringkasan.kata import TERPANJANG, judul, pesan_ringkasan
from handlers.ringkasan.minta import Minta, baca_minta
from handlers.ringkasan.sebut import KET, LABEL, banding, nama_bagian, sebut_masa, sebut_persepuluh, tombol_masa
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, periksa_layar
from tests.handlers.tim_dunia import KABUPATEN, PROVINSI, SUKAMAJU, catat, kenal, orang, tugaskan

PEKAN, NOVEMBER = masa(date(2026, 11, 20), bulanan=False), masa(date(2026, 11, 20), bulanan=True)
OKTOBER = NOVEMBER.lalu
LEWAT = 1_800_000_000


def perintah_di(data: str) -> str:
    tombol = baca(data)
    assert tombol
    return tombol.nilai


def bagian(kode: str = KECAMATAN, nama: str = "Cibeber", **isi: Any) -> AngkaBagian:
    return AngkaBagian(kode, nama, **{"orang": 10, "mencatat": 10, "catatan": 1, "desa": 10, "target": AWAL, **isi})


def angka(j: AngkaBagian, untuk: Masa = OKTOBER, **isi: Any) -> AngkaRingkas:
    return AngkaRingkas(j, untuk.dari, untuk.akhir, untuk.bulanan, LEWAT, "Asia/Jakarta", **isi)


# -- in chat -----------------------------------------------------------------------------------------------------------


def test_each_level_reads_its_own_period_first(d: Dunia) -> None:
    for nama, peran, tempat, kata in (
        ("Bu Rina", PD, KECAMATAN, "Ringkasan bulan, Kecamatan Cibeber"),
        ("Pak Hasan", TAPM_KAB, KABUPATEN, "Ringkasan pekan, Kabupaten Cianjur"),
        ("Bu Euis", TAPM_PROV, PROVINSI, "Ringkasan bulan, Provinsi Jawa Barat"),
    ):
        assert kata in orang(d, nama, peran, tempat).tulis("ringkasan")


def test_a_village_s_pendamping_and_the_unconfirmed_are_told_whose_it_is(d: Dunia) -> None:
    for o in (orang(d, "Bu Sari"), orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN, disahkan=False)):
        for teks in ("ringkasan", "/ringkasan 32.03.03", "/ringkasan cianjur"):
            layar = o.tulis(teks)
            assert "Ringkasan dibuka PD" in layar
            assert layar.tombol == ["Menu"]


def test_the_camat_sees_no_names(d: Dunia) -> None:
    catat(orang(d, "Bu Sari"))
    camat, pd = orang(d, "Pak Camat", CAMAT, KECAMATAN), orang(d, "Bu Rina", PD, KECAMATAN)
    for teks in ("ringkasan", "/ringkasan 32.03.03 2026-11 orang"):
        layar = camat.tulis(teks)
        assert "Bu Sari" not in layar
        assert layar.daftar == []
        assert "1 catatan, 1 kunjungan" in layar
        assert "Semua pendamping" not in layar.tombol
    assert "• Bu Sari: 1 catatan, 1 kunjungan, 1 dari 14 hari kerja" in pd.tulis("ringkasan")
    assert "Bu Sari" in pd.tekan("Semua pendamping").daftar


def test_rows_open_what_they_are_about(d: Dunia) -> None:
    orang(d, "Bu Sari")
    hasan, euis = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN), orang(d, "Bu Euis", TAPM_PROV, PROVINSI)
    layar = hasan.tulis("ringkasan")
    assert perintah_di(layar.data("Cibeber")) == "rekap 32.03.03 2026-11-16"
    assert perintah_di(hasan.tekan("Bulan ini").data("Cibeber")) == "ringkasan 32.03.03 2026-11"
    layar = hasan.tekan("Cibeber")
    assert perintah_di(layar.data("Bu Sari")).startswith("tim o")
    assert perintah_di(hasan.tekan("Semua desa").data("Sukamaju")) == f"riwayat_desa {SUKAMAJU}"
    assert euis.tulis("ringkasan").daftar == ["Kabupaten Cianjur"]
    assert "Ringkasan bulan, Kabupaten Cianjur" in euis.tekan("Kabupaten Cianjur")
    assert euis.tekan("Semua kecamatan").daftar == ["Cibeber"]
    assert "Ringkasan bulan, Kecamatan Cibeber" in euis.tekan("Cibeber")
    layar = euis.tulis("/ringkasan 32 2026-09-16")
    assert perintah_di(layar.data("Kabupaten Cianjur")) == "ringkasan 32.03 2026-09"
    assert layar.tombol == ["Semua kabupaten/kota", "‹ Agustus 2026", "Oktober 2026 ›", "Target"]


def test_back_and_forth_between_the_first_and_the_last_period(d: Dunia) -> None:
    o = orang(d, "Bu Rina", PD, KECAMATAN)
    assert [t for t in o.tulis("ringkasan").tombol if "20" in t] == ["‹ Oktober 2026"]
    assert [t for t in o.tekan("‹ Oktober 2026").tombol if "20" in t] == ["‹ September 2026", "November 2026 ›"]
    assert [t for t in o.tulis("/ringkasan 2020-01").tombol if "20" in t] == ["Desember 2024 ›"]
    assert "November 2024." in o.layar
    assert "1–20 November 2026" in o.tulis("/ringkasan 2031-01")
    assert "“2026-13” belum ada" in o.tulis("/ringkasan 2026-13")


def test_a_period_that_is_over_is_read_as_it_was_sent(d: Dunia) -> None:
    sari, o = orang(d, "Bu Sari"), orang(d, "Bu Rina", PD, KECAMATAN)
    for untuk in (OKTOBER, NOVEMBER):
        simpan(d.tx, hitung(d.tx, untuk, d.kini, [KECAMATAN])[KECAMATAN])
    catat(sari, tanggal="2026-10-20")
    catat(sari)
    assert "1 catatan" in o.tulis("ringkasan")
    assert "Belum ada catatan." in o.tulis("/ringkasan 2026-10")
    d.tx.run("DELETE FROM rekap")
    assert "1 catatan" in o.tulis("/ringkasan 2026-10")


def test_who_has_several_places_chooses(d: Dunia) -> None:
    o = orang(d, "Bu Rina", PD, KECAMATAN)
    kenal(d, "32.03.02", "Cilaku")
    tugaskan(o, PD, "32.03.02")
    layar = o.tulis("ringkasan")
    assert "Ringkasan wilayah mana?" in layar
    assert len(layar.daftar) == 2
    assert "Ringkasan bulan, Kecamatan Cibeber" in o.tekan("Kecamatan Cibeber")


def test_places_are_found_by_name_within_the_scope(d: Dunia) -> None:
    o = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert "Kecamatan Cibeber" in o.tulis("/ringkasan cibeber")
    for nama in ("garut", "32.05", "32"):
        layar = o.tulis(f"/ringkasan {nama}")
        assert f"“{nama}” belum ada di wilayah tugas Anda." in layar
    assert o.tekan("Ringkasan saya").teks.startswith("Ringkasan pekan")


def test_an_admin_chooses_a_provinsi(d: Dunia) -> None:
    o = orang(d, "Admin", ADMIN, "32")
    OrangQ(d.tx).tugaskan(o.id, ADMIN, SEMUA_WILAYAH, date(2026, 1, 1), disahkan=True)
    assert "Provinsi Jawa Barat" in o.tulis("ringkasan")  # the only one that is known
    for n in (11, *range(12, 20), 21, 31, 33):
        kenal(d, str(n), f"P {n}")
    layar = o.tulis("ringkasan")
    assert len(layar.daftar) == 8
    assert len(o.tekan("Lainnya ›").daftar) == 5
    assert o.tekan("‹ Sebelumnya").daftar == layar.daftar
    assert "Ringkasan bulan, Provinsi" in o.tekan(layar.daftar[0])


def test_an_admin_of_nowhere_yet_is_asked_for_a_name(d: Dunia) -> None:
    o = orang(d, "Admin", ADMIN, "0")
    d.tx.run("DELETE FROM wilayah WHERE kode = '32'")
    layar = o.tulis("ringkasan")
    assert layar.teks.startswith("Ketik nama wilayahnya")


def test_pages_of_the_parts_and_of_villages(d: Dunia) -> None:
    for n in range(40, 50):
        kenal(d, f"{KABUPATEN}.{n}", f"Kec {n}")
        orang(d, f"PD {n}", PD, f"{KABUPATEN}.{n}", alamat=False)
    o = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    layar = o.tulis("ringkasan")
    assert len(layar.daftar) == 5
    assert "5 kecamatan lain: 0 dari 5 pendamping mencatat." in layar
    assert len(o.tekan("Semua kecamatan").daftar) == 8
    assert len(o.tekan("Lainnya ›").daftar) == 2
    o.tekan("‹ Sebelumnya")
    assert "Ringkasan pekan" in o.tekan("Ringkasannya")
    assert o.tulis("/ringkasan h0 bagian").daftar == o.tulis("/ringkasan bagian").daftar


# -- the words ---------------------------------------------------------------------------------------------------------


def test_a_kecamatan_s_month_in_words() -> None:
    j = bagian(
        catatan=40, kunjungan=12, dikunjungi=7, mencatat=9, lama=2, lewat=3, kembali=4, musdes=2, putusan=9, selesai=1,
        telat=(Telat("Perdes RKP Desa", date(2026, 9, 30), 4),), lalu=Lalu(52, 12, 9, 5), desa_hari=310, bulan=31,
    )  # fmt: skip
    orang_ = (
        OrangRingkas(1, "Bu Sari", 24, 9, wajib=21, isi=18, desa=1, desa_hari=31, bulan=31, target=AWAL),
        OrangRingkas(2, "Pak Budi", 1, wajib=0, target=AWAL),
        OrangRingkas(3, "Pak Cuti", target=AWAL),
        OrangRingkas(4, "Pak Dedi", wajib=20, target=AWAL),
    )
    desa = (DesaRingkas("32.03.03.2001", "Mayak", lama=True), DesaRingkas("32.03.03.2002", "Cipetir", lama=True))
    siklus = (GerakSiklus("Mayak", "rkp", 2027, "perdes"),)
    pesan = pesan_ringkasan(angka(j, orang=orang_, desa=desa, siklus=siklus), nama=True)
    assert pesan.teks == (
        "Oktober 2026.\n"
        "40 catatan (turun 12 dari 52), 12 kunjungan (tetap).\n"
        "9 dari 10 pendamping mencatat.\n"
        "7 dari 10 desa dikunjungi (naik 2 dari 5).\n"
        "2 musyawarah dengan 9 keputusan; 1 keputusan selesai dijalankan.\n\n"
        "Siklus bergerak: RKP Mayak sudah Perdes.\n\n"
        "• Bu Sari: 24 catatan, 9 kunjungan, 18 dari 21 hari kerja\n"
        "• Pak Budi: 1 catatan, 0 kunjungan\n"
        "• Pak Cuti: tidak ada hari kerja yang ditunggu\n"
        "• Pak Dedi: 0 catatan, 0 kunjungan, 0 dari 20 hari kerja\n\n"
        "Perlu ditemani:\n"
        "• Mayak dan Cipetir: belum dikunjungi sebulan\n"
        "• Perdes RKP Desa lewat tenggat di 4 desa\n"
        "• 3 keputusan lewat tenggat\n"
        "• 4 catatan menunggu diperbaiki\n\n"
        "Masih di bawah target: kunjungan 1,2 dari 2 per desa."
    )
    assert [b.label for b in pesan.daftar] == ["Pak Dedi"]


def test_where_all_is_well_nobody_is_named() -> None:
    a = angka(bagian("32.03", "Kabupaten Cianjur"), PEKAN, bagian=(bagian(),))
    pesan = pesan_ringkasan(a, nama=True)
    assert "Semua kecamatan berjalan baik; tidak ada yang menunggu ditemani." in pesan.teks
    assert pesan.daftar == ()
    kosong = pesan_ringkasan(angka(AngkaBagian("32.03", "Kabupaten Cianjur")), nama=True)
    assert kosong.teks == "Oktober 2026.\nBelum ada yang bertugas atau mencatat di sini."
    baik = pesan_ringkasan(angka(bagian(desa=0)), nama=True)
    assert baik.teks == "Oktober 2026.\n1 catatan, 0 kunjungan.\n10 dari 10 pendamping mencatat."
    lain = pesan_ringkasan(angka(bagian(orang=0, mencatat=0, desa=0)), nama=True)
    assert "pendamping" not in lain.teks


def test_five_are_named_with_why_and_the_rest_in_one_line() -> None:
    semua = (
        bagian("32.03.01", "Cibeber", mencatat=3, lama=4),
        bagian("32.03.02", "Cilaku", telat=(Telat("Perdes RKP Desa", date(2026, 9, 30), 3),)),
        bagian("32.03.03", "Warungkondang", lewat=6, kembali=2),
        bagian("32.03.04", "Gekbrong", wajib=100, isi=41),
        bagian("32.03.05", "Cugenang", kunjungan=3, catatan=30, desa_hari=150),
        bagian("32.03.06", "Pacet", lama=1),
        bagian("32.03.07", "Sukaresmi"),
    )
    pesan = pesan_ringkasan(angka(bagian("32.03", "Kabupaten Cianjur"), PEKAN, bagian=semua), nama=True)
    assert pesan.teks.split("\n\n")[1:] == [
        (
            "Paling perlu ditemani:\n"
            "1. Cibeber: 3 dari 10 pendamping mencatat, 4 dari 10 desa belum dikunjungi 14 hari.\n"
            "2. Warungkondang: 6 keputusan lewat tenggat, 2 catatan menunggu diperbaiki.\n"
            "3. Cugenang: kunjungan 0,6 per desa sebulan.\n"
            "4. Cilaku: Perdes RKP Desa lewat tenggat di 3 desa.\n"
            "5. Gekbrong: 41% hari kerja bercatatan."
        ),
        "2 kecamatan lain: 20 dari 20 pendamping mencatat, 1 desa belum dikunjungi 14 hari.",
    ]
    assert [b.label for b in pesan.daftar] == ["Cibeber", "Warungkondang", "Cugenang", "Cilaku", "Gekbrong"]


def test_the_longest_still_fits_one_message_and_its_rows_a_list() -> None:
    panjang = "Kecamatan Yang Sangat Panjang Sekali Namanya Sampai Tidak Muat"
    banyak = {
        "orang": 9999, "mencatat": 1, "catatan": 9999, "kunjungan": 9999, "desa": 9999, "dikunjungi": 1234, "lama": 9999,
        "lewat": 9999, "kembali": 9999, "wajib": 99999, "isi": 1, "desa_hari": 9_999_999, "musdes": 9999,
        "putusan": 9999, "selesai": 9999, "lalu": Lalu(1234, 1234, 1234, 9999),
        "telat": tuple(Telat("Rancangan APB Desa Semua", date(2026, 9, n), 9999) for n in (1, 2, 3)),
    }  # fmt: skip
    kab = angka(
        bagian("32.03", panjang, **banyak),
        PEKAN,
        bagian=tuple(bagian(f"32.03.{n}", panjang, **banyak) for n in range(10, 40)),
    )
    orang_ = tuple(
        OrangRingkas(n, panjang, 9999, 999, wajib=23, isi=1, desa=9, desa_hari=99999, target=AWAL) for n in range(30)
    )
    desa = tuple(DesaRingkas(f"32.03.03.{n}", panjang, lama=True) for n in range(2001, 2031))
    siklus = tuple(GerakSiklus(panjang, "apbp", 2027, "musdes") for _ in range(9))
    kec = angka(bagian(KECAMATAN, panjang, **banyak), orang=orang_, desa=desa, siklus=siklus)
    for a in (kab, kec):
        pesan = pesan_ringkasan(a, nama=True)
        periksa_layar(pesan)
        assert len(pesan.teks) + len(judul(a)) + 2 <= TERPANJANG, pesan.teks
        assert len(pesan.daftar) == 5
        assert all(len(b.label) <= LABEL and len(b.ket) <= KET for b in pesan.daftar)
        assert all(len(t.label) <= 20 for t in pesan.tombol)
    assert "\ndan 27 lagi" in pesan_ringkasan(kec, nama=True).teks


@pytest.mark.parametrize(
    ("sampai", "untuk", "kata"),
    [
        (date(2026, 11, 13), NOVEMBER, "14 hari"), (date(2026, 11, 14), NOVEMBER, "bulan ini"),
        (date(2026, 11, 30), NOVEMBER, "sebulan"), (date(2026, 11, 22), PEKAN, "14 hari"),
    ],
)  # fmt: skip
def test_how_long_nobody_has_been_there(sampai: date, untuk: Masa, kata: str) -> None:
    desa = (DesaRingkas("32.03.03.2001", "Mayak", lama=True),)
    a = AngkaRingkas(bagian(lama=1), untuk.dari, sampai, untuk.bulanan, LEWAT, "Asia/Jakarta", desa=desa)
    assert f"Mayak: belum dikunjungi {kata}" in pesan_ringkasan(a, nama=True).teks


def test_days_and_figures_as_people_say_them() -> None:
    assert tombol_masa(PEKAN) == "16–22 Nov"
    assert tombol_masa(PEKAN.depan.depan) == "30 Nov – 6 Des"
    assert [sebut_persepuluh(n) for n in (0, 9, 10, 12_345)] == ["0", "0,9", "1", "1.234,5"]
    assert [banding(1, 0), banding(4, 4), banding(2, 5)] == ["", " (tetap)", " (turun 3 dari 5)"]
    assert nama_bagian(bagian("94.01.01", "Abepura")) == "Distrik Abepura"
    senin = AngkaRingkas(bagian(), PEKAN.dari, PEKAN.dari, False, 1_794_790_000, "Asia/Jakarta")
    assert sebut_masa(senin) == "Senin, 16 November 2026, sampai pukul 07.46 WIB"


def test_what_stands_behind_the_command_is_read_back() -> None:
    minta = Minta("32.03", PEKAN, "bagian", 2)
    assert baca_minta(perintah_di(minta.perintah()).removeprefix("ringkasan ")) == minta
    assert perintah_di(minta.perintah(masa=None, halaman=1)) == "ringkasan 32.03 bagian"
    assert baca_minta("Cibeber 2026-02-30") == Minta(nama="cibeber 2026-02-30")


def test_a_pld_is_no_level_of_its_own(d: Dunia) -> None:
    assert "Ringkasan dibuka PD" in orang(d, "Bu Sari", PLD, SUKAMAJU).tulis("ringkasan")
