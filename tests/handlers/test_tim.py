"""/tim: one week of those below, for a few people and for 1,200."""

from __future__ import annotations

import re

import pytest

from data.orang import ADMIN, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV
from handlers.tim.lihat import Lihat, baca_lihat
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, PROVINSI, SUKAMAJU, catat, kenal, orang, ramai, tugaskan


def isi(o: Obrolan) -> list[str]:
    return [f"{b.label}: {b.ket}" for b in o.layar.pesan.daftar]


def test_the_silent_stand_first_with_the_days_since_then_leave_then_the_others(d: Dunia, rina: Obrolan) -> None:
    sari, budi, cici, dodi = (orang(d, nama) for nama in ("Bu Sari", "Pak Budi", "Bu Cici", "Pak Dodi"))
    catat(sari)
    catat(sari, tanggal="2026-11-20", menit=90)
    catat(budi, tanggal="2026-11-12")
    d.tx.run("INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-18', '2026-11-25', 0)", (cici.id,))
    rina.tulis("tim")
    assert isi(rina) == [
        "Pak Dodi: belum ada catatan",
        "Pak Budi: belum ada catatan 8 hari",
        "Bu Cici: cuti sampai Rab 25/11",
        "Bu Sari: 2 catatan, 3 jam 30 menit",
    ]
    assert "1 dari 4 sudah mencatat, 1 sedang cuti." in rina.layar
    assert rina.layar.pesan.judul == "Tim Cibeber, 16–22 November"
    assert dodi.nama in rina.layar.label


def test_the_week_before_is_one_tap_away_and_so_is_the_way_back(d: Dunia, rina: Obrolan) -> None:
    catat(orang(d, "Bu Sari"), tanggal="2026-11-12")
    rina.tulis("tim")
    rina.tekan("‹ Pekan sebelumnya")
    assert isi(rina) == ["Bu Sari: 1 catatan, 2 jam"]
    rina.tekan("‹ Pekan sebelumnya")
    assert rina.layar.pesan.judul == "Tim Cibeber, 2–8 November"
    rina.tekan("‹ Pekan sebelumnya")
    assert rina.layar.pesan.judul == "Tim Cibeber, 26 Oktober – 1 November"
    rina.tekan("Pekan ini")
    assert isi(rina) == ["Bu Sari: belum ada catatan 8 hari"]


def test_a_week_that_has_not_begun_is_this_week(rina: Obrolan) -> None:
    orang(rina.dunia, "Bu Sari")
    assert "16–22 November" in rina.tulis("/tim w2027-01-04")
    assert "bernama “w2026-99-99”" in rina.tulis("/tim w2026-99-99")


def test_a_person_s_week_shows_their_entries_and_opens_them(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    nomor = catat(sari)
    rina.tulis("tim")
    rina.tekan("Bu Sari")
    assert isi(rina) == [f"Kam 19/11 Sukamaju: Pantau pembangunan fisik desa, 09.00–11.00, #{nomor}"]
    assert rina.tekan("Kam 19/11 Sukamaju").pesan.judul == f"#{nomor}, Bu Sari"


def test_nobody_sees_entries_outside_their_scope(d: Dunia, rina: Obrolan) -> None:
    kenal(d, "32.03.30", "Warungkondang")
    kenal(d, "32.03.30.2001", "Jauh")
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, "32.03.30.2001")
    catat(sari, desa="32.03.30.2001")
    rina.tulis("tim")
    assert isi(rina) == ["Bu Sari: belum ada catatan"]
    assert "Belum ada catatan." in rina.tekan("Bu Sari")
    catat(sari)
    assert "1 catatan, 2 jam." in rina.tulis(f"/tim o{sari.id}")
    catat(sari, desa="32.03.30.2001", tanggal="2026-11-18")
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert "3 catatan, 6 jam." in hasan.tulis("/tim sari")


def test_several_that_wait_on_a_day_are_approved_together(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    for jam in ("08:00-09:00", "09:00-11:00"):
        catat(sari, jam=jam)
        catat(sari, jam=jam, tanggal="2026-11-20")
    rina.tulis("/tim sari")
    assert [t for t in rina.layar.tombol if t.startswith("Setujui")] == [
        "Setujui semua hari ini (2)",
        "Setujui semua 19/11 (2)",
    ]


def test_a_name_narrows_and_one_that_fits_is_opened(d: Dunia, rina: Obrolan) -> None:
    for nama in ("Siti Sari", "Siti Aminah", "Budi"):
        orang(d, nama)
    rina.tulis("/tim siti")
    assert rina.layar.daftar == ["Siti Aminah", "Siti Sari"]
    assert "Seluruh tim" in rina.layar.tombol
    assert rina.tulis("/tim SARI siti").pesan.judul.startswith("Siti Sari")
    assert "Belum ada yang bernama “joko”" in rina.tulis("/tim joko")
    assert "kata catat" not in rina.layar
    assert "kata catat di depannya" in rina.tulis("/tim TPK memeriksa rabat beton bersama kadus")
    assert "Belum ada yang bernama “%”" in rina.tulis("/tim %")


@pytest.mark.parametrize("teks", ["/tim o999999", "/tim o999 h2"])
def test_somebody_who_is_not_below_is_not_found(rina: Obrolan, teks: str) -> None:
    assert "Orang itu belum ada di tim Anda" in rina.tulis(teks)


def test_whose_word_nobody_has_confirmed_has_no_team(d: Dunia) -> None:
    baru = orang(d, "Bu Baru", PD, KECAMATAN, disahkan=False)
    orang(d, "Bu Sari")
    for teks in ("tim", "/tim sari", "periksa"):
        assert "Tim Anda belum ada di sini" in baru.tulis(teks)
    assert baru.tulis("menu").tombol == ["Catat kegiatan", "Musdes", "Riwayat", "Rekap DRP", "Data desa"]


def test_a_team_without_anybody_says_so_and_a_place_without_anybody_too(rina: Obrolan) -> None:
    assert "Tim Anda belum ada di sini" in rina.tulis("tim")
    assert "Belum ada anggota tim Anda di Cibeber" in rina.tulis(f"/tim {KECAMATAN}")
    orang(rina.dunia, "Bu Sari")
    assert "Belum ada anggota tim Anda di 99.99" in rina.tulis("/tim 99.99")
    assert rina.tekan("Seluruh tim").daftar == ["Bu Sari"]


def test_the_menu_of_a_coordinator_begins_with_the_team(rina: Obrolan) -> None:
    assert rina.tulis("menu").tombol[:3] == ["Tim", "Periksa", "Tugas"]


def test_an_admin_has_a_team_too(d: Dunia) -> None:
    admin = orang(d, "Admin", ADMIN, "0")
    orang(d, "Bu Sari")
    assert admin.tulis("menu").tombol[:3] == ["Tim", "Periksa", "Tugas"]
    assert admin.tulis("tim").pesan.judul.startswith("Tim Indonesia")
    assert admin.layar.daftar == ["Bu Sari"]


# -- many -------------------------------------------------------------------------------------------------------------


def test_twelve_hundred_are_counted_by_kecamatan_and_narrowed_by_tap(d: Dunia) -> None:
    ramai(d, 40, 30)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    rina = orang(d, "Bu Rina", PD, f"{KABUPATEN}.45")
    catat(rina, desa=f"{KABUPATEN}.45", cara="koordinasi")
    tugaskan(orang(d, "Staf", TAPM_KAB, KABUPATEN), PLD, SUKAMAJU)
    hasan.tulis("tim")
    assert "1202 orang, 1 sudah mencatat. Pilih kecamatan" in hasan.layar
    assert len(hasan.layar.daftar) == 8
    assert "Lainnya ›" in hasan.layar.tombol
    terlihat = list(hasan.layar.daftar)
    while "Lainnya ›" in hasan.layar.tombol:
        hasan.tekan("Lainnya ›")
        terlihat += hasan.layar.daftar
    assert len(terlihat) == len(set(terlihat)) == 41
    assert terlihat[-1] == "Kec 45", "where most has been logged stands last"
    assert hasan.tekan("Kec 45").daftar[-1] != "Bu Rina"
    assert "1 dari 31 sudah mencatat." in hasan.layar
    assert "‹ Sebelumnya" in hasan.tekan("Lainnya ›").tombol
    assert len(hasan.tulis("/tim orang 45").daftar) == 8
    assert hasan.tulis("/tim h99").pesan.daftar


def test_a_province_is_narrowed_by_kabupaten_and_those_of_the_province_itself_are_a_part_too(d: Dunia) -> None:
    for kab in ("32.01", "32.02"):
        kenal(d, kab, f"Kab {kab}")
        ramai(d, 2, 10, kab)
    orang(d, "Pak Hasan", TAPM_KAB, "32.01")
    ida = orang(d, "Bu Ida", TAPM_PROV, PROVINSI)
    ida.tulis("tim")
    assert re.match(r"41 orang, 0 sudah mencatat\. Pilih kabupaten", ida.layar.pesan.teks)
    assert ida.layar.daftar == ["Kab 32.01", "Kab 32.02"]
    assert ida.tekan("Kab 32.01").pesan.judul.startswith("Tim Kab 32.01")
    assert "0 dari 21" in ida.layar
    admin = orang(d, "Admin", ADMIN, "0")
    admin.tulis("tim")
    assert "Pilih provinsi" in admin.layar
    assert admin.layar.daftar == ["Jawa Barat"]
    for _ in range(2):
        orang(d, "Bu Lagi", TAPM_PROV, PROVINSI)
    admin.tekan("Jawa Barat")
    assert "Tingkat Jawa Barat" in admin.layar.daftar
    assert set(admin.tekan("Tingkat Jawa Barat").daftar) == {"Bu Ida", "Bu Lagi"}


def test_a_team_in_two_provinces_is_parted_by_province(d: Dunia) -> None:
    kenal(d, "33", "Jawa Tengah")
    kenal(d, "33.01", "Cilacap")
    ramai(d, 2, 10, "32.03")
    ramai(d, 2, 10, "33.01")
    dua = orang(d, "Bu Dua", TAPM_PROV, "32", "33")
    dua.tulis("tim")
    assert dua.layar.daftar == ["Jawa Barat", "Jawa Tengah"]


# -- the words behind the command ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "lihat"),
    [
        ("", Lihat()),
        ("32.03 h3", Lihat(di="32.03", halaman=3)),
        ("o12 w2026-11-16", Lihat(orang=12, senin="2026-11-16")),
        ("=32 h0", Lihat(di="=32")),
        ("bu sari", Lihat(nama="bu sari")),
    ],
)
def test_what_stands_behind_a_command_is_read(teks: str, lihat: Lihat) -> None:
    assert baca_lihat(teks) == lihat


def test_a_button_never_says_more_than_a_platform_can_carry() -> None:
    data = Lihat("é" * 90, "32.03.03", 10**14, "2026-11-16", 99).perintah("tim")
    assert len(data.encode()) <= 64


def test_days_pass_and_silence_grows(d: Dunia, rina: Obrolan) -> None:
    catat(orang(d, "Bu Sari"))
    d.lewat(7 * HARI)
    rina.tulis("tim")
    assert isi(rina) == ["Bu Sari: belum ada catatan 8 hari"]


def test_a_village_cadre_is_no_team(d: Dunia) -> None:
    sari = orang(d, "Bu Sari")
    orang(d, "Kader", KPMD)
    assert sari.tulis("menu").tombol == ["Catat kegiatan", "Musdes", "Riwayat", "Rekap DRP", "Data desa"]
