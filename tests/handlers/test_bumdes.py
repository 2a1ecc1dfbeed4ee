"""/bumdes, /kdmp and what changes them: a step in two taps and a day, one part of a card, all villages of a place."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from data.bumdes import SisaNama
from data.orang import ADMIN, CAMAT, PD, PLD, TAPM_KAB
from data.pengingat import BahanPengingat, NamaHabis
from handlers import dokumen
from handlers.bumdes.kartu_bumdes import sebut_sisa_nama
from handlers.musdes.ke_kartu import tombol_kartu
from handlers.pengingat.kata import pesan_pengingat
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.keputusan_dunia import musdes
from tests.handlers.tim_dunia import (
    KABUPATEN,
    PROVINSI,
    SUKAMAJU,
    kenal,
    orang,
    selesaikan_penugasan,
    tugaskan,
)

SUKAMANAH = f"{KECAMATAN}.2017"


def unduh(o: Obrolan) -> str:
    berkas = o.layar.pesan.berkas
    assert berkas
    isi = dokumen.buat(berkas.resep, o.desa, berkas.bahan, o.dunia.hari_ini)
    with zipfile.ZipFile(io.BytesIO(isi)) as buku:
        return " ".join(buku.read(n).decode() for n in buku.namelist())


def maju(o: Obrolan, langkah: int, hari: date, kode: str = SUKAMAJU) -> None:
    assert o.desa.bumdes.gerakkan(kode, langkah, hari)


# -- steps ------------------------------------------------------------------------------------------------------------


def test_the_only_village_is_not_asked_and_two_taps_and_a_day_move_a_step(sari: Obrolan) -> None:
    maju(sari, 3, date(2026, 10, 28))
    layar = sari.tulis("/bumdes")
    assert "Langkah 3 dari 8: Nama disetujui, 28 Oktober 2026" in layar
    assert "Nama berlaku sampai 23 Desember 2026, 23 hari kerja lagi." in layar
    assert layar.tombol == ["Musdes pendirian", "Ubah isi", "Langkah lain", "Riwayat", "KDMP"]
    sari.tekan("Musdes pendirian")
    sari.tekan("Kemarin")
    assert "Menjadi: langkah 4, Musdes pendirian, 19 November 2026" in sari.layar
    assert "Tersimpan: Musdes pendirian." in sari.tekan("Simpan")
    assert "Berikutnya: Perdes, AD, dan ART siap." in sari.layar


def test_the_certificate_comes_with_its_number(sari: Obrolan) -> None:
    maju(sari, 6, date(2026, 11, 2))
    sari.tulis("/bumdes_langkah 8")
    sari.tulis("hari ini")
    assert "Nomor sertifikatnya?" in sari.layar
    sari.tulis("AHU-1.AH.01.33.2026")
    sari.tekan("Simpan")
    b = sari.desa.bumdes.ambil(SUKAMAJU)
    assert b
    assert (b.langkah, b.sertifikat, b.sertifikat_tanggal) == (8, "AHU-1.AH.01.33.2026", "2026-11-20")
    assert "Badan hukumnya sudah selesai diurus." in sari.layar
    assert sari.layar.tombol[0] == "Ubah isi"
    sari.tekan("Langkah lain")
    sari.tulis("sertifikat terbit")
    sari.tulis("hari ini")
    sari.tulis("lewati")
    assert "Sudah tercatat begitu." in sari.tekan("Simpan")
    sari.tekan("Langkah lain")
    sari.tulis("sertifikat terbit")
    sari.tulis("kemarin")
    sari.tulis("lewati")
    assert "Tersimpan: Sertifikat badan hukum." in sari.tekan("Simpan")
    assert "AHU-1" in sari.layar


def test_back_wants_a_reason_and_what_is_out_of_order_is_said(sari: Obrolan) -> None:
    sari.tulis("/bumdes_langkah")
    sari.tulis("nama disetujui")
    sari.tulis("kemarin")
    sari.tulis("lewati")
    sari.tekan("Simpan")
    sari.tulis("/bumdes_langkah 5")
    sari.tulis("1 november")
    assert "⚠ Tanggalnya sebelum langkah yang lalu (19 November 2026)" in sari.layar
    sari.tekan("Simpan")
    sari.tulis("/bumdes_langkah 1")
    sari.tulis("hari ini")
    assert "Ini langkah mundur. Apa alasannya?" in sari.layar
    sari.tekan("Masa nama habis.")
    sari.tekan("Simpan")
    sari.tulis(f"/bumdes {SUKAMAJU} riwayat")
    assert "langkah 1, Nama diajukan (20 November 2026) “Masa nama habis.” (Bu Sari)" in sari.layar
    sari.tulis("/bumdes_langkah 4")
    sari.tulis("hari ini")
    assert "Urutannya nama dulu, baru musdes pendirian. Tetap boleh disimpan." in sari.layar


@pytest.mark.parametrize(
    ("sisa", "kata"),
    [
        (SisaNama(date(2026, 12, 23), 23, True), "Nama berlaku sampai 23 Desember 2026, 23 hari kerja lagi."),
        (SisaNama(date(2026, 12, 23), 3, True), "⚠ Nama berlaku sampai 23 Desember 2026, 3 hari kerja lagi."),
        (SisaNama(date(2026, 12, 23), 0, True), "⚠ Nama berlaku sampai 23 Desember 2026, hari ini hari terakhirnya."),
        (SisaNama(date(2026, 11, 12), -6, True), "⚠ Nama habis masa berlakunya 12 November 2026, 6 hari kerja lalu. "),
        (SisaNama(date(2042, 1, 9), 30, False), "(hari libur 2042 belum diisi, jadi baru akhir pekan yang dihitung)."),
    ],
)
def test_until_when_a_name_holds(sisa: SisaNama, kata: str) -> None:
    assert kata in sebut_sisa_nama(sisa)


def test_who_may_not_write_is_told_why_and_who_only_reads_gets_no_button(d: Dunia) -> None:
    baru = orang(d, "Pak Baru", disahkan=False)
    for kata in ("bumdes_langkah", "bumdes_ubah", "kdmp_ubah"):
        assert "setelah tugas Anda disahkan koordinator" in baru.tulis(f"/{kata}")
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    assert camat.tulis(f"/bumdes {SUKAMAJU}").tombol == ["KDMP", "Semua desa"]
    assert camat.tulis(f"/kdmp {SUKAMAJU}").tombol == ["BUM Desa", "Semua desa"]


def test_a_village_that_is_not_theirs_is_not_there(sari: Obrolan) -> None:
    assert "belum ketemu di wilayah Anda" in sari.tulis(f"/bumdes {SUKAMANAH}")
    assert "belum ketemu di wilayah Anda" in sari.tulis("/kdmp entah")
    ada = sari.tulis(f"/bumdes_langkah {SUKAMANAH}").teks
    sari.tulis("batal")
    assert sari.tulis(f"/bumdes_langkah {KECAMATAN}.2999").teks == ada
    sari.tulis("batal")
    assert "BUM Desa di mana?" in sari.tulis("/bumdes desa")


# -- the card ---------------------------------------------------------------------------------------------------------


def test_one_part_of_a_card_is_changed_and_emptied(sari: Obrolan) -> None:
    sari.tulis("/bumdes_ubah modal")
    sari.tulis("75 juta")
    assert "Modal desa sekarang: Rp75.000.000." in sari.layar
    sari.tulis("/bumdes_ubah modal")
    assert "Sekarang tertulis: Rp75.000.000." in sari.layar
    sari.tulis("75 juta")
    assert "Modal desa sudah tertulis begitu." in sari.layar
    sari.tulis("/bumdes_ubah modal")
    assert "Modal desa sekarang: –." in sari.tekan("Kosongkan")
    for bagian, jawab, baris in (
        ("direktur", "ada", "Direktur: ada"),
        ("laporan", "kemarin", "Laporan keuangan: 19 November 2026"),
        ("aktif", "tidak aktif", "Keadaan: tidak aktif"),
        ("unit", "air bersih", "Unit usaha: air bersih"),
    ):
        sari.tulis(f"/bumdes_ubah {bagian}")
        assert baris in sari.tulis(jawab)
    sari.tulis("/bumdes_ubah unit")
    sari.tulis("kosongkan")
    assert "Unit usaha:" not in sari.layar.teks
    sari.tekan("Riwayat")
    assert "unit usaha air bersih → – (Bu Sari)" in sari.layar
    assert "Kosongkan" not in sari.tulis("/bumdes_ubah hambatan").tombol
    assert "Hambatan sekarang" not in sari.tulis("lewati")


def test_the_cooperative_beside_it(sari: Obrolan) -> None:
    sari.tulis("/bumdes")
    layar = sari.tekan("KDMP")
    assert "Belum ada yang tercatat tentang koperasi di sini." in layar
    assert "paling banyak 30 persen dari Dana Desa" in layar
    sari.tekan("Ubah isi")
    sari.tulis("gedung")
    assert "Yang bisa dicatat paling kecil 0, paling besar 100." in sari.tulis("120")
    assert "Gedung: 60 persen" in sari.tulis("60")
    sari.tulis("/kdmp_ubah pengurus")
    assert "Pengurus: 5" in sari.tulis("5")
    sari.tekan("Riwayat")
    assert "gedung – → 60 persen (Bu Sari)" in sari.layar
    assert "KDMP, Desa Sukamaju" in sari.tekan("Ke kartunya")


# -- several ----------------------------------------------------------------------------------------------------------


def test_the_longest_stuck_stands_first_and_all_of_it_as_a_workbook(d: Dunia, sari: Obrolan) -> None:
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    maju(rina, 1, date(2026, 11, 10), SUKAMANAH)
    maju(rina, 3, date(2026, 9, 1))
    maju(rina, 8, date(2026, 11, 1), f"{KECAMATAN}.2005")
    rina.desa.bumdes.ubah(f"{KECAMATAN}.2007", {"aktif": "aktif", "direktur": 1})
    layar = rina.tulis("/bumdes")
    assert "4 desa: 1 sudah berbadan hukum, 2 sedang mengurus, 1 belum mengurus." in layar
    assert layar.daftar == ["Sukamaju", "Sukamanah", "Mayak", "Sukaraharja"]
    assert [b.ket for b in layar.pesan.daftar] == [
        "3 Nama disetujui, 80 hari, ⚠ nama habis", "1 Nama diajukan, 10 hari", "0 Belum mengurus, aktif",
        "8 Sertifikat terbit",
    ]  # fmt: skip
    rina.tekan("Unduh Excel")
    assert "Sertifikat badan hukum" in unduh(rina)
    sari.tulis("/bumdes xlsx")
    isi = unduh(sari)
    assert "Sukamaju" in isi
    assert "Mayak" not in isi


def test_villages_without_a_larger_place_are_listed(d: Dunia) -> None:
    o = orang(d, "Bu Dua", "pld", SUKAMAJU, SUKAMANAH)
    assert o.tulis("/bumdes").teks.startswith("BUM Desa, 2 desa\n2 desa: 2 belum tercatat.")
    o.desa.kdmp.ubah(SUKAMAJU, {"badan_hukum": "AHU-9", "gedung": 40, "gerai": "pupuk"})
    layar = o.tulis("/kdmp")
    assert "1 dari 2 sudah berbadan hukum." in layar
    assert [b.ket for b in layar.pesan.daftar] == ["belum tercatat", "berbadan hukum, gedung 40 persen, pupuk"]
    assert "AHU-9" in (o.tekan("Unduh Excel"), unduh(o))[1]


def test_a_wide_place_by_its_parts(d: Dunia, sari: Obrolan) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert "Belum ada yang tercatat di sini." in hasan.tulis("/bumdes")
    maju(sari, 1, date(2026, 11, 10))
    layar = hasan.tulis("/bumdes")
    assert layar.teks.endswith("0 sudah berbadan hukum, 1 sedang mengurus, 0 aktif. Ketuk kecamatannya.")
    assert hasan.tekan("Kecamatan Cibeber").daftar[0] == "Sukamaju"
    assert hasan.tulis("/kdmp").daftar == ["Kecamatan Cibeber"]
    admin = orang(d, "Admin", ADMIN, "0")
    assert admin.tulis("/bumdes").teks.startswith("BUM Desa,")
    kenal(d, f"{PROVINSI}.77.01", "Kosong")
    camat = orang(d, "Pak Camat", CAMAT, f"{PROVINSI}.77.01")
    assert "Belum ada desa yang tercatat di sini." in camat.tulis("/bumdes")


# -- from elsewhere ---------------------------------------------------------------------------------------------------


def test_a_closed_founding_musdes_offers_the_step_and_brings_its_name_and_day(d: Dunia, sari: Obrolan) -> None:
    maju(sari, 3, date(2026, 10, 28))
    m = sari.desa.musdes.menurut_id(musdes(sari, jenis="bumdes", tanggal="2026-11-19"))
    assert m
    sari.desa.musdes.ubah(m, {"isian": {"nama_bumdes": "BUM Desa Maju"}})
    sari.desa.musdes.tambah_catatan(m, "x")
    sari.tulis(f"/musdes_tutup {m.nomor}")
    sari.tulis("22.00")
    layar = sari.tekan("Tutup musdes")
    assert layar.tombol[-1] == "Musdes pendirian"
    b = sari.desa.bumdes.ambil(SUKAMAJU)
    assert b
    assert b.langkah == 3, "nothing moves without the person's tap"
    layar = sari.tekan("Musdes pendirian")
    assert "Menjadi: langkah 4, Musdes pendirian, 19 November 2026\nNama: BUM Desa Maju" in layar
    sari.tekan("Simpan")
    assert sari.desa.bumdes.langkah(SUKAMAJU)[0].musdes == m.nomor
    sari.tekan("Riwayat")
    assert f"dari {m.nomor}" in sari.layar


def test_a_closed_musdesus_is_written_on_the_cooperatives_card_with_one_tap(sari: Obrolan) -> None:
    m = sari.desa.musdes.menurut_id(musdes(sari, jenis="kdmp", tanggal="2026-11-19"))
    assert m
    sari.desa.musdes.tambah_catatan(m, "x")
    sari.tulis(f"/musdes_tutup {m.nomor}")
    sari.tulis("22.00")
    layar = sari.tekan("Tutup musdes")
    assert layar.tombol[-1] == "Catat di KDMP"
    k = sari.desa.kdmp.ambil(SUKAMAJU)
    assert k
    assert k.musdesus is None
    assert "Musdesus sekarang: 19 November 2026." in sari.tekan("Catat di KDMP")
    kini = sari.desa.musdes.ambil(m.nomor)
    assert kini
    assert tombol_kartu(kini, sari.desa) == ()
    assert "Musdesusnya tanggal berapa?" in sari.tulis(f"/kdmp_ubah {SUKAMAJU} musdesus M-2611-0099")


def test_a_card_is_found_by_its_words_and_by_those_who_may_read_it(d: Dunia, sari: Obrolan) -> None:
    sari.desa.bumdes.ubah(SUKAMAJU, {"nama": "BUM Desa Tirta Kencana", "unit": "air bersih"})
    sari.desa.kdmp.ubah(SUKAMAJU, {"nama": "KDMP Maju Bersama", "gerai": "pupuk"})
    for kata, label, judul in (
        ("tirta kencana", "BUM Desa Sukamaju", "BUM Desa Tirta Kencana, Desa Sukamaju"),
        ("air bersih", "BUM Desa Sukamaju", "BUM Desa Tirta Kencana, Desa Sukamaju"),
        ("koperasi pupuk", "KDMP Sukamaju", "KDMP, Desa Sukamaju"),
    ):
        assert sari.tulis(f"cari {kata}").daftar == [label]
        assert sari.tekan(label).pesan.judul == judul
    sari.tulis("cari sukamaju")
    assert sari.tekan("KDMP (1)").daftar == ["KDMP Sukamaju"]
    sari.desa.bumdes.gerakkan(SUKAMAJU, 3, date(2026, 11, 19))
    assert sari.tulis("cari nama disetujui").daftar == ["BUM Desa Sukamaju"]
    lain = orang(d, "Pak Budi", PLD, f"{KECAMATAN}.2017")
    assert "belum ketemu" in lain.tulis("cari tirta kencana")
    selesaikan_penugasan(sari)
    tugaskan(sari, PLD, f"{KECAMATAN}.2017")
    assert "belum ketemu" in sari.tulis("cari tirta kencana"), "a village's card is nobody's own"


def test_who_is_not_confirmed_there_is_offered_no_card(d: Dunia) -> None:
    baru = orang(d, "Pak Baru", disahkan=False)
    m = baru.desa.musdes.menurut_id(musdes(baru, jenis="bumdes", tanggal="2026-11-19"))
    assert m
    baru.desa.musdes.tambah_catatan(m, "x")
    baru.tulis(f"/musdes_tutup {m.nomor}")
    baru.tulis("22.00")
    assert baru.tekan("Tutup musdes").tombol[-1] == "Lihat / ubah"


def test_what_was_logged_offers_its_card_and_asks_nothing(sari: Obrolan) -> None:
    kata = {"BUM Desa: usaha": "Perbarui BUM Desa", "BLT Desa": "Perbarui BLT", "Rapat koordinasi": "Rekap DRP"}
    for giat, tombol in kata.items():
        sari.tulis("/catat")
        for jawab in (SUKAMAJU, giat, "di desa", "kemarin", "9-11", "Sudah dibahas bersama."):
            if sari.layar.tombol and "Simpan" in sari.layar.tombol:
                break
            sari.tulis("sukamaju" if jawab == SUKAMAJU else jawab)
        while "Simpan" not in sari.layar.tombol:
            sari.tulis("lewati")
        assert sari.tekan("Simpan").tombol[-1] == tombol, giat


def test_the_reminder_says_until_when(d: Dunia) -> None:
    def baris(sisa: int) -> str:
        nama = NamaHabis(SUKAMAJU, "Sukamaju", "2026-10-28", 3, SisaNama(date(2026, 12, 23), sisa, True))
        pesan = pesan_pengingat(BahanPengingat(1, date(2026, 12, 18), nama_bumdes=(nama,)), TABEL)
        assert pesan
        assert pesan.daftar[0].data.endswith(f"bumdes {SUKAMAJU}")
        return pesan.teks

    assert "• Nama BUM Desa Sukamaju berlaku sampai 23 Desember 2026 (3 hari kerja lagi)" in baris(3)
    assert baris(0).endswith("(hari terakhir)")
    assert baris(-2).endswith("(sudah lewat)")
