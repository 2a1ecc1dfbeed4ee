"""/tindaklanjut and /usulan: with one decision and with 1,200, for those who accompany and those who coordinate."""

from __future__ import annotations

from data.orang import ADMIN, CAMAT, TAPM_KAB
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.keputusan_dunia import musdes, putusan
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, orang, ramai

SUKAMANAH = f"{KECAMATAN}.2017"


def test_overdue_first_with_how_late(sari: Obrolan) -> None:
    m = musdes(sari)
    putusan(sari, "Tanpa hari", m=m)
    putusan(sari, "Nanti", m=m, tenggat="2026-12-05", pj="Kasi Kesra")
    putusan(sari, "Terlambat", m=m, tenggat="2026-11-18", pj="Sekretaris Desa Sukamaju Timur")
    layar = sari.tulis("tindak lanjut")
    assert layar.teks == "Tindak lanjut, saya\n3 keputusan ditunggu, 1 lewat tenggat. Ketuk untuk membuka."
    assert [(b.label, b.ket) for b in layar.pesan.daftar] == [
        ("Terlambat", "lewat 2 hari, Sekretaris Desa Sukamaj…, Sukamaju"),
        ("Nanti", "15 hari lagi, Kasi Kesra, Sukamaju"),
        ("Tanpa hari", "tanpa tenggat, belum ada PJ, Sukamaju"),
    ]
    assert layar.tombol == ["Lewat tenggat (1)", "Desa Sukamaju"]
    sari.tekan("Desa Sukamaju")
    assert sari.layar.pesan.daftar[0].ket == "lewat 2 hari, Sekretaris Desa Sukamaj…"
    assert sari.layar.tombol == ["Lewat tenggat (1)", "Saya"]
    assert sari.tekan("Lewat tenggat (1)").daftar == ["Terlambat"]
    assert "1 keputusan lewat tenggat." in sari.layar
    assert sari.layar.tombol == ["Semua", "Saya"]
    assert len(sari.tekan("Semua").daftar) == 3


def test_without_any(sari: Obrolan) -> None:
    layar = sari.tulis("/tindaklanjut")
    assert "Tindak lanjut, Desa Sukamaju\nTidak ada keputusan yang ditunggu di sini." in layar
    assert "Tidak ada yang lewat tenggat di sini." in sari.tulis("/tindaklanjut lewat tenggat")
    assert "Tindak lanjut, saya" in sari.tulis("/tindaklanjut saya")


def test_a_coordinator_sees_the_kecamatan(d: Dunia, sari: Obrolan, rina: Obrolan) -> None:
    putusan(sari)
    layar = rina.tulis("/tindaklanjut")
    assert layar.teks.startswith("Tindak lanjut, Kecamatan Cibeber\n1 keputusan ditunggu.")
    assert layar.tombol == ["Saya", "Pilih desa"]
    assert rina.tekan("Pilih desa").daftar == [
        "Desa Sukaraharja", "Desa Mayak", "Desa Sukamaju", "Desa Sukamanah",
    ]  # fmt: skip
    assert rina.tekan("Desa Sukamaju").daftar == ["Rabat beton Dusun 2"]
    assert rina.layar.tombol == ["Saya", "Kecamatan Cibeber", "Pilih desa"]
    putusan(rina, "Milik Bu Rina")
    assert rina.tulis("/tindaklanjut").daftar == ["Milik Bu Rina"]


def test_a_place_is_found_by_its_name(sari: Obrolan, rina: Obrolan) -> None:
    putusan(sari)
    assert "Desa Sukamaju" in rina.tulis("/tindaklanjut sukamaju lewat")
    assert "Kecamatan Cibeber" in rina.tulis("/tindaklanjut kecamatan cibeber")
    assert rina.tulis("/tindaklanjut suka").teks == "Tindak lanjut di mana?"
    layar = rina.tulis("/tindaklanjut entah")
    assert "“entah” belum ketemu di wilayah Anda. Pilih desanya, atau ketik /tindaklanjut lalu namanya." in layar
    assert "Tindak lanjut di mana?" in rina.tekan("Pilih desa")


def test_what_is_out_of_reach_is_as_if_it_were_not(d: Dunia, sari: Obrolan) -> None:
    jauh = orang(d, "Pak Jauh", "pld", SUKAMANAH)
    putusan(sari)
    for sebutan in (SUKAMAJU, KECAMATAN, "32.03.03.9999", "sukamaju"):
        assert "belum ketemu di wilayah Anda" in jauh.tulis(f"/tindaklanjut {sebutan}")
        assert "belum ketemu di wilayah Anda" in jauh.tulis(f"/usulan {sebutan}")


def test_several_villages_are_chosen_from(d: Dunia) -> None:
    sari = orang(d, "Bu Sari", "pld", SUKAMAJU, SUKAMANAH)
    assert sari.tulis("/tindaklanjut").tombol == ["Pilih desa"]
    assert sari.tekan("Pilih desa").daftar == ["Desa Sukamaju", "Desa Sukamanah"]


def test_who_is_not_confirmed_sees_their_own(d: Dunia) -> None:
    baru = orang(d, "Pak Baru", disahkan=False)
    putusan(baru)
    layar = baru.tulis("/tindaklanjut")
    assert layar.daftar == ["Rabat beton Dusun 2"]
    assert layar.tombol == []
    assert "setelah tugas Anda disahkan koordinator" in baru.tulis("/tindaklanjut desa")
    assert "setelah tugas Anda disahkan koordinator" in baru.tulis("/usulan")


def test_twelve_hundred_by_page(d: Dunia, sari: Obrolan, rina: Obrolan) -> None:
    m = musdes(sari)
    for n in range(1200):
        putusan(sari, f"Keputusan {n:04}", m=m, tenggat="2026-11-01" if n < 100 else None)
    layar = rina.tulis(f"/tindaklanjut {KECAMATAN}")
    assert "1200 keputusan ditunggu, 100 lewat tenggat." in layar
    assert layar.daftar[0] == "Keputusan 0000"
    rina.tekan("Lainnya ›")
    assert rina.layar.daftar[0] == "Keputusan 0008"
    rina.tulis(f"/tindaklanjut {KECAMATAN} h150")
    assert rina.layar.daftar[-1] == "Keputusan 1199"
    assert rina.layar.tombol[0] == "‹ Sebelumnya"
    rina.tulis(f"/tindaklanjut {SUKAMAJU} lewat h13")
    assert rina.layar.daftar == [f"Keputusan {n:04}" for n in range(96, 100)]
    rina.tekan("‹ Sebelumnya")
    assert "Tindak lanjut, Desa Sukamaju\n100 keputusan lewat tenggat." in rina.layar


def test_a_kabupaten_with_many_villages(d: Dunia) -> None:
    ramai(d, 3, 10)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    layar = hasan.tulis("/tindaklanjut")
    assert "Tindak lanjut, Kabupaten Cianjur" in layar
    hasan.tekan("Pilih desa")
    assert "Ada 34; boleh juga ketik /tindaklanjut lalu namanya." in hasan.layar
    hasan.tekan("Lainnya ›")
    assert "‹ Sebelumnya" in hasan.layar.tombol
    assert hasan.tulis("/tindaklanjut 32.03").pesan.judul == "Tindak lanjut, Kabupaten Cianjur"


def test_an_admin_and_a_camat_read_along(d: Dunia, sari: Obrolan) -> None:
    putusan(sari)
    admin = orang(d, "Admin", ADMIN, "0")
    assert admin.tulis("/tindaklanjut").tombol == ["Pilih desa"]
    assert admin.tulis("/tindaklanjut sukamaju").daftar == ["Rabat beton Dusun 2"]
    assert orang(d, "Pak Camat", CAMAT, KECAMATAN).tulis("tindak lanjut").daftar == ["Rabat beton Dusun 2"]


# -- proposals --------------------------------------------------------------------------------------------------------


def test_proposals_that_wait_for_money(sari: Obrolan, rina: Obrolan) -> None:
    m = musdes(sari, jenis="musrenbang", tanggal="2025-09-10")
    putusan(sari, "Jalan usaha tani", m=m, usulan=True, anggaran=120_000_000)
    for n in range(9):
        putusan(sari, f"Usul {n}", m=m, usulan=True)
    assert "Tidak ada keputusan yang ditunggu" in sari.tulis("/tindaklanjut saya")
    layar = sari.tulis("/usulan")
    assert layar.teks.startswith("Usulan Desa Sukamaju\n10 usulan menunggu dana.")
    assert layar.pesan.daftar[0].ket == "sejak 2025, Rp120.000.000, belum mulai"
    assert layar.pesan.daftar[1].ket == "sejak 2025, belum mulai"
    assert sari.tekan("Lainnya ›").daftar == ["Usul 7", "Usul 8"]
    assert rina.tulis("/usulan").teks.startswith("Usulan desa mana?")
    assert rina.tekan("Desa Mayak").teks.startswith("Usulan Desa Mayak\nTidak ada usulan yang menunggu dana di sini.")
    assert rina.tulis(f"/usulan {KECAMATAN}").teks.startswith("Usulan desa mana?")
    assert "“entah” belum ketemu" in rina.tulis("/usulan entah")
