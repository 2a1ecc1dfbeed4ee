"""/siklus and /siklus_catat: one village in words, several as a picture with the same in words."""

from __future__ import annotations

import struct
import time

from data.orang import ADMIN, CAMAT, PD, TAPM_KAB
from data.siklus import APB, LPJ, MUSDES, PERDES, PROSES, RKP, RPJM
from handlers import dokumen
from handlers.siklus.gambar import MUAT, isi_gambar, ketajaman
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Obrolan
from tests.handlers.keputusan_dunia import musdes
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, kenal, orang, ramai

SUKAMANAH = f"{KECAMATAN}.2017"


def gambar(o: Obrolan) -> bytes:
    berkas = o.layar.pesan.berkas
    assert berkas
    return dokumen.buat(berkas.resep, o.desa, berkas.bahan, o.dunia.hari_ini)


def ukuran(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    lebar, tinggi = struct.unpack(">II", png[16:24])
    return lebar, tinggi


# -- one village ------------------------------------------------------------------------------------------------------


def test_one_village_in_words(sari: Obrolan) -> None:
    m = musdes(sari)
    s = sari.desa.siklus
    s.gerakkan(SUKAMAJU, 2022, RPJM, PERDES, nomor="3 Tahun 2022", tanggal="2022-01-12")
    s.gerakkan(SUKAMAJU, 2027, RKP, PERDES, nomor="5 Tahun 2026", tanggal="2026-09-20")
    s.gerakkan(SUKAMAJU, 2027, APB, MUSDES, tanggal="2026-11-10", musdes_id=m)
    layar = sari.tulis("/siklus")
    assert layar.teks == (
        "Siklus 2027, Desa Sukamaju\n"
        "RPJM Desa (mulai 2022): Perdes 3 Tahun 2022, 12 Januari 2022\n"
        "RKP Desa 2027: Perdes 5 Tahun 2026, 20 September 2026\n"
        "APB Desa 2027: musdes, 10 November 2026, M-2611-0001\n"
        "APB Desa Perubahan 2027: belum\n"
        "LPJ 2027: belum"
    )
    assert layar.tombol == ["Catat langkah", "‹ 2026", "2028 ›"]
    assert "RKP Desa 2026: belum" in sari.tekan("‹ 2026")
    assert "RPJM Desa: belum" in sari.tulis("/siklus sukamaju 2021")


def test_until_june_it_is_this_year(d: Dunia, sari: Obrolan) -> None:
    d.lewat(60 * HARI)
    assert "Siklus 2027" in sari.tulis("siklus desa")


def test_as_it_is_called_there(d: Dunia) -> None:
    kode = "11.01.01.2001"
    kenal(d, kode, "Keude Bakongan")
    o = orang(d, "Bu Cut", "pld", kode)
    layar = o.tulis("/siklus")
    assert "Gampong Keude Bakongan" in layar
    assert "APB Gampong 2027: belum" in layar


def test_who_only_reads_is_offered_no_step(d: Dunia) -> None:
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    assert camat.tulis(f"/siklus {SUKAMAJU}").tombol == ["‹ 2026", "2028 ›", "Semua desa"]


def test_what_is_out_of_reach_is_as_if_it_were_not(d: Dunia, sari: Obrolan) -> None:
    for sebutan in (SUKAMANAH, KECAMATAN, KABUPATEN, "32.03.03.9999", "entah"):
        assert "belum ketemu di wilayah Anda" in sari.tulis(f"/siklus {sebutan}")
    baru = orang(d, "Pak Baru", disahkan=False)
    assert "setelah tugas Anda disahkan koordinator" in baru.tulis("/siklus")
    assert "setelah tugas Anda disahkan koordinator" in baru.tulis("/siklus_catat")


# -- several ----------------------------------------------------------------------------------------------------------


def test_a_kecamatan_as_a_picture_and_in_words(sari: Obrolan, rina: Obrolan) -> None:
    sari.desa.siklus.gerakkan(SUKAMAJU, 2027, RKP, PERDES)
    s = rina.desa.siklus
    s.gerakkan(SUKAMANAH, 2027, RKP, MUSDES)
    for kode in (SUKAMAJU, SUKAMANAH, f"{KECAMATAN}.2005", f"{KECAMATAN}.2007"):
        s.gerakkan(kode, 2027, RPJM, PERDES)
    s.gerakkan(SUKAMAJU, 2027, APB, PROSES)
    layar = rina.tulis("/siklus")
    assert layar.teks == (
        "Siklus 2027, Kecamatan Cibeber\n"
        "RPJM: 4 dari 4 desa sudah Perdes.\n"
        "RKP: 1 dari 4 desa sudah Perdes (Sukamaju). Sudah dimusyawarahkan: Sukamanah. Belum dimulai: Sukaraharja, Mayak.\n"
        "APB: 0 dari 4 desa sudah Perdes. Sedang disusun: Sukamaju. Belum dimulai: Sukaraharja, Mayak, Sukamanah.\n"
        "APB Perubahan: 0 dari 4 desa sudah Perdes; semua belum dimulai.\n"
        "LPJ: 0 dari 4 desa sudah Perdes; semua belum dimulai."
    )
    assert layar.tombol == ["‹ 2026", "2028 ›", "Pilih desa"]
    assert layar.pesan.berkas
    assert layar.pesan.berkas.nama == "siklus-2027.png"
    assert ukuran(gambar(rina))[0] == 720
    assert rina.tekan("Pilih desa").daftar[0] == "Desa Sukaraharja"
    assert rina.tekan("Desa Mayak").tombol == ["Catat langkah", "‹ 2026", "2028 ›", "Semua desa"]


def test_several_villages_of_one_pld(d: Dunia) -> None:
    o = orang(d, "Bu Sari", "pld", SUKAMAJU, SUKAMANAH)
    layar = o.tulis("/siklus")
    assert layar.pesan.judul == "Siklus 2027, 2 desa di Kecamatan Cibeber"
    isi = isi_gambar(o.desa, "semua", 2027, d.hari_ini)
    assert [b["nama"] for b in isi["baris"]] == ["Sukamaju", "Sukamanah"]
    assert (isi["tempat"], isi["jumlah"]) == ("2 desa di Kecamatan Cibeber", "Perdes, dari 2 desa")
    assert gambar(o)
    assert o.tekan("‹ 2026").pesan.judul == "Siklus 2026, 2 desa di Kecamatan Cibeber"
    kenal(d, "32.03.04.2001", "Jauh")
    jauh = orang(d, "Pak Jauh", "pld", SUKAMAJU, "32.03.04.2001")
    kenal(d, "32.03.04", "Cilaku")
    assert jauh.tulis("/siklus").pesan.judul == "Siklus 2027, 2 desa"


def test_whose_picture_is_made_late_sees_what_they_may_see_then(d: Dunia, rina: Obrolan) -> None:
    rina.tulis("/siklus")
    d.tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (rina.id,))
    isi = isi_gambar(rina.desa, KECAMATAN, 2027, d.hari_ini)
    assert isi["baris"] == []
    assert isi_gambar(rina.desa, "semua", 2027, d.hari_ini)["tempat"] == "0 desa"
    assert gambar(rina)


def test_several_kecamatan_are_chosen_from(d: Dunia) -> None:
    ramai(d, 2, 3)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert hasan.tulis("/siklus").daftar == ["Kecamatan Cibeber", "Kecamatan Kec 40", "Kecamatan Kec 41"]
    assert hasan.tekan("Kecamatan Kec 40").pesan.judul == "Siklus 2027, Kecamatan Kec 40"
    assert "belum ketemu" in hasan.tulis(f"/siklus {KABUPATEN}")
    assert orang(d, "Admin", ADMIN, "0").tulis("/siklus kec 41").pesan.judul == "Siklus 2027, Kecamatan Kec 41"


def test_a_kecamatan_without_known_villages(d: Dunia) -> None:
    kenal(d, "32.03.09", "Kosong")
    rina = orang(d, "Bu Rina", PD, "32.03.09")
    assert "Belum ada desa yang tercatat di sini." in rina.tulis("/siklus")


def test_forty_villages_are_one_small_picture_soon_made(d: Dunia) -> None:
    ramai(d, 1, 40)
    rina = orang(d, "Bu Rina", PD, "32.03.40")
    s = rina.desa.siklus
    for n in range(20):
        s.gerakkan(f"32.03.40.{2001 + n}", 2027, (RKP, APB, RPJM, LPJ)[n % 4], (PROSES, MUSDES, PERDES)[n % 3])
    layar = rina.tulis("/siklus")
    assert len(layar.teks) < 3000
    gambar(rina)
    mulai = time.perf_counter()
    png = gambar(rina)
    assert time.perf_counter() - mulai < 1, "about 0.05 s where nobody else computes"
    assert len(png) < 100_000
    assert ukuran(png)[0] == 720


def test_more_than_fit_stay_in_words(d: Dunia) -> None:
    ramai(d, 1, MUAT + 1)
    rina = orang(d, "Bu Rina", PD, "32.03.40")
    layar = rina.tulis("/siklus")
    assert layar.pesan.berkas is None
    assert "0 dari 121 desa sudah Perdes; semua belum dimulai." in layar


def test_the_fewer_the_sharper() -> None:
    assert [ketajaman(n) for n in (4, 40, 41, 71)] == [144, 144, 108, 90]


# -- a step -----------------------------------------------------------------------------------------------------------


def test_a_step_is_written_down(sari: Obrolan) -> None:
    sari.tulis("/siklus")
    sari.tekan("Catat langkah")
    assert sari.layar.daftar == ["RPJM Desa", "RKP Desa", "APB Desa", "APB Desa Perubahan", "LPJ"]
    sari.tulis("rkp")
    assert "Sudah sampai mana? Sekarang tertulis belum." in sari.layar
    assert sari.layar.daftar == ["Perdes", "Musdes", "Proses"]
    sari.tekan("Perdes")
    assert "Nomor Perdes-nya?" in sari.layar
    sari.tulis("5 Tahun 2026")
    sari.tulis("20 september")
    assert (
        "RKP Desa 2027, Desa Sukamaju\n\nSemula: belum\nMenjadi: Perdes 5 Tahun 2026, 20 September 2026" in sari.layar
    )
    assert "RKP Desa 2027, Desa Sukamaju: Perdes 5 Tahun 2026" in sari.tulis("simpan")
    assert "RKP Desa 2027: Perdes 5 Tahun 2026, 20 September 2026" in sari.tekan("Lihat papan")


def test_a_number_that_is_not_known_is_left_open_and_corrected_later(sari: Obrolan) -> None:
    for isi in (("lewati", "lewati"), ("6 Tahun 2026", "lewati")):
        sari.tulis(f"/siklus_catat {SUKAMAJU} 2027")
        for teks in ("apb", "perdes", *isi, "simpan"):
            sari.tulis(teks)
    satu = sari.desa.siklus.papan(SUKAMAJU, 2027)[APB]
    assert (satu.tahap, satu.nomor, satu.tanggal) == (PERDES, "6 Tahun 2026", None)
    assert len(sari.desa.siklus.riwayat(SUKAMAJU, 2027, APB)) == 2


def test_back_only_with_a_reason(d: Dunia, sari: Obrolan) -> None:
    sari.desa.siklus.gerakkan(SUKAMAJU, 2027, RKP, PERDES, nomor="5 Tahun 2026")
    sari.tulis(f"/siklus_catat {SUKAMAJU} 2027")
    sari.tulis("rkp")
    sari.tekan("Proses")
    assert "Ini langkah mundur. Apa alasannya?" in sari.layar
    sari.tekan("Dikembalikan untuk diperbaiki.")
    assert "Menjadi: proses\nAlasan: Dikembalikan untuk diperbaiki." in sari.layar
    sari.tulis("simpan")
    assert sari.desa.siklus.papan(SUKAMAJU, 2027)[RKP].tahap == PROSES
    row = d.tx.all("SELECT alasan FROM jejak WHERE apa = 'gerakkan' ORDER BY id")[-1]
    assert row["alasan"] == "Dikembalikan untuk diperbaiki."


def test_of_the_rpjm_the_first_year_is_asked(sari: Obrolan) -> None:
    sari.desa.siklus.gerakkan(SUKAMAJU, 2022, RPJM, MUSDES)
    for mulai, tahap in (("2022", "perdes"), ("2027", "proses")):
        sari.tulis(f"/siklus_catat {SUKAMAJU} 2027")
        sari.tulis("rpjm")
        assert sari.layar.daftar[0] == "2022"
        sari.tulis(mulai)
        assert ("tertulis musdes" in sari.layar) == (mulai == "2022")
        for teks in (tahap, *(["lewati", "lewati"] if tahap == "perdes" else []), "simpan"):
            sari.tulis(teks)
    assert sari.desa.siklus.papan(SUKAMAJU, 2026)[RPJM].tahap == PERDES
    assert sari.desa.siklus.papan(SUKAMAJU, 2027)[RPJM].tahap == PROSES


def test_village_and_year_are_asked(d: Dunia) -> None:
    o = orang(d, "Bu Sari", "pld", SUKAMAJU, SUKAMANAH)
    assert "Desa mana?" in o.tulis("/siklus_catat")
    assert "Dokumen untuk tahun berapa?" in o.tulis("sukamanah")
    o.tulis("batal")
    assert "Dokumen untuk tahun berapa?" in o.tulis(f"/siklus_catat {SUKAMANAH}")
    assert o.layar.tombol == ["2027", "2026", "2025", "2024", "2023"]
    o.tulis("2026")
    o.tulis("lpj")
    o.tekan("Proses")
    o.tulis("simpan")
    assert o.desa.siklus.papan(SUKAMANAH, 2026)[LPJ].tahap == PROSES


def test_another_village_is_no_village_of_mine(sari: Obrolan) -> None:
    assert "Pilihan itu sudah tidak ada dalam daftar." in sari.tulis(f"/siklus_catat {SUKAMANAH} 2027")
