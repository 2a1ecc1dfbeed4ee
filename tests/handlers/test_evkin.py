"""/evkin and its pages: the right quarter, exactly one page a place however much there is, and never a score."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.katalog.kalender import muat_kalender
from data.katalog.kegiatan import muat_kegiatan
from data.keputusan import SELESAI, IsiKeputusan
from data.masalah.lapor import Laporan
from data.musdes.musdes import Mulai
from data.orang import PD, PLD, TAPM_KAB, TAPM_PROV, TEKNIS
from handlers import dokumen
from handlers.evkin.bagian import kurang
from handlers.evkin.bahan import Bahan, Tempat, semua_tempat
from handlers.evkin.halaman import isi_halaman, sebut_penilai
from handlers.evkin.masa import baca_masa, geser, masa_kini, sebut_masa
from tests import pdf
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, KINI, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, PROVINSI, SUKAMAJU, catat, dunia, orang, selesaikan_penugasan, tugaskan

SUKAMANAH = f"{KECAMATAN}.2017"
T4 = "2026-T4"
HARI_INI = date(2026, 11, 20)
KATA = "Disepakati dua belas usulan prioritas untuk rancangan RKP Desa tahun 2027 beserta pagu indikatifnya. "


@pytest.fixture
def sari() -> Obrolan:
    return orang(dunia(), "Bu Sari", PLD, SUKAMAJU, SUKAMANAH)


def halaman(o: Obrolan, kode: str = SUKAMAJU, masa: str = T4) -> list[str]:
    return pdf.halaman(dokumen.buat("evkin_pdf", o.desa, {"masa": masa, "kode": kode}, o.dunia.hari_ini))


def tempat(o: Obrolan, kode: str = SUKAMAJU, masa: str = T4) -> Tempat:
    b = Bahan(o.desa, o.desa.evkin.masa(masa), o.dunia.hari_ini)
    return next(t for t in semua_tempat(b) if t.di.kode == kode)


# -- quarters, as people say them --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("", (T4, "")),
        ("2025-T2", ("2025-T2", "")),
        ("2026-t4 32.03.03.2013", (T4, "32.03.03.2013")),
        ("TW4", (T4, "")),
        ("tw iv", (T4, "")),
        ("triwulan III", ("2026-T3", "")),
        ("triwulan ke-2 2025", ("2025-T2", "")),
        ("q1 sukamaju", ("2026-T1", "sukamaju")),
        ("okt-des", (T4, "")),
        ("Oktober s/d Desember 2025", ("2025-T4", "")),
        ("des", (T4, "")),
        ("sukamaju agustus", ("2026-T3", "sukamaju")),
        ("tw4 2027", ("2027-T4", "")),
        ("sukamaju", (T4, "sukamaju")),
        ("32.03.03.2013", (T4, "32.03.03.2013")),
        ("desa maretan", (T4, "desa maretan")),
    ],
)
def test_the_quarter_that_is_meant(teks: str, harap: tuple[str, str]) -> None:
    assert baca_masa(teks, HARI_INI) == harap


def test_one_that_has_not_come_this_year_is_last_years() -> None:
    assert baca_masa("okt-des", date(2026, 3, 1)) == ("2025-T4", "")
    assert baca_masa("tw1", date(2026, 3, 1)) == ("2026-T1", "")


@pytest.mark.parametrize(
    ("hari", "harap"),
    [
        ((2027, 1, 1), T4),
        ((2027, 1, 10), T4),
        ((2027, 1, 11), "2027-T1"),
        ((2026, 10, 3), "2026-T3"),
        ((2026, 12, 31), T4),
    ],
)
def test_in_its_first_days_the_quarter_before_is_meant(hari: tuple[int, int, int], harap: str) -> None:
    assert masa_kini(date(*hari)) == harap


def test_quarters_follow_each_other_over_the_year() -> None:
    assert [geser(T4, 1), geser("2026-T1", -1)] == ["2027-T1", "2025-T4"]
    assert sebut_masa(T4) == "Triwulan IV 2026"


# -- the chat ----------------------------------------------------------------------------------------------------------


def test_every_place_with_its_figures_and_what_lacks(sari: Obrolan) -> None:
    catat(sari, tanggal="2026-10-05")
    catat(sari, tanggal="2026-10-06", cara="daring", desa=SUKAMANAH)
    layar = sari.tulis("evkin")
    assert "1 Oktober sampai 15 November 2026" in layar
    assert "paling lambat 3 Januari 2027; tanyakan" in layar
    assert "belum ada kunjungan anda yang tercatat: sukamanah." in layar.teks.lower()
    assert "Draf: bukti dari catatan pendamping, bukan nilai." in layar
    assert [b.ket for b in layar.pesan.daftar] == [
        "hadir 1 hari, 2 jam, 1 catatan",
        "belum ada kunjungan, 2 jam, 1 catatan",
    ]
    assert layar.tombol == ["Semua desa", "‹ Triwulan III 2026"]
    berkas = sari.tekan("Semua desa").pesan.berkas
    assert berkas
    assert berkas.nama == "evkin-2026-T4-semua.pdf"
    assert len(pdf.halaman(dokumen.buat(berkas.resep, sari.desa, berkas.bahan, sari.dunia.hari_ini))) == 2


def test_a_place_by_its_name_is_its_page(sari: Obrolan) -> None:
    catat(sari, tanggal="2026-10-05")
    layar = sari.tulis("evkin tw4 sukamaju")
    assert layar.pesan.berkas
    assert layar.pesan.berkas.bahan == {"masa": T4, "kode": SUKAMAJU}
    assert "Untuk Kepala Desa Sukamaju" in layar
    assert "Bukti evkin, Triwulan IV 2026" in sari.tekan("Ringkasannya")
    assert "tempat tanda tangannya" not in sari.tulis("evkin tw4 sukamanah"), "there is nothing to sign for"
    assert sari.tulis(f"evkin {T4} {SUKAMANAH}").pesan.berkas
    assert "“entah” bukan tempat tugas Anda" in sari.tulis("evkin entah")
    assert len(sari.tulis("evkin suka").daftar) == 2, "either of two"


def test_the_quarter_after_once_it_has_begun(sari: Obrolan) -> None:
    assert "Triwulan IV 2026 ›" in sari.tulis("evkin tw3").tombol
    assert "Triwulan I 2027 belum mulai" in sari.tulis("evkin tw1 2027")
    assert "Triwulan IV 2026" in sari.tekan("Triwulan IV 2026")


def test_more_places_than_a_list_has_rows() -> None:
    d = dunia()
    o = orang(d, "Bu Sari")
    for n in range(10):
        d.tx.run(
            "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, 'Cibeber, Kabupaten Cianjur', 'Asia/Jakarta')",
            (f"{KECAMATAN}.21{n:02}", f"Mekar {n}"),
        )
        tugaskan(o, PLD, f"{KECAMATAN}.21{n:02}")
    layar = o.tulis("evkin")
    assert len(layar.daftar) == 8
    assert "dan 3 lainnya" in layar
    assert "Lainnya ›" in layar.tombol
    layar = o.tekan("Lainnya ›")
    assert len(layar.daftar) == 3
    assert "‹ Sebelumnya" in layar.tombol


def test_nobody_without_a_place_and_nothing_of_another_place(sari: Obrolan) -> None:
    with pytest.raises(LookupError):
        halaman(sari, f"{KECAMATAN}.2005")
    o = orang(sari.dunia, "Pak Tanpa", PLD, "32.03.03.2007")
    selesaikan_penugasan(o)
    assert "pendamping desa" in o.tulis("/evkin")
    sari.dunia.tx.run("DELETE FROM penugasan WHERE orang_id = ?", (sari.id,))
    tugaskan(sari, PLD, "0")
    assert "Daftarkan dulu tempat tugasnya" in sari.tulis("/evkin")


def test_a_calendar_without_the_deadline_says_so(sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    masa = sari.desa.evkin.masa(T4)
    for lain, kata in (
        (replace(masa, tenggat=None), "Tanyakan batas penilaiannya"),
        (replace(masa, menurut="SE Dinas PMD"), "3 Januari 2027 (SE Dinas PMD)"),
    ):
        monkeypatch.setattr("data.evkin.EvkinQ.masa", lambda self, kode, lain=lain: lain)
        assert kata in sari.tulis("evkin")


def test_the_calendar_has_both_days() -> None:
    assert muat_kalender().menurut_kode("P03")
    assert muat_kalender().menurut_kode("P04")


# -- the page ----------------------------------------------------------------------------------------------------------


def test_a_page_says_plainly_what_there_is_and_what_not(sari: Obrolan) -> None:
    catat(sari, tanggal="2026-10-05", hasil="Papan proyek terpasang.")
    catat(sari, tanggal="2026-10-06", desa=KECAMATAN, cara="koordinasi", hasil="Rakor; Sukamaju menyusun RKP.")
    catat(sari, tanggal="2026-10-07", desa=KECAMATAN, cara="koordinasi", hasil="Rakor tentang Sukamajujaya.")
    catat(sari, tanggal="2026-11-18", hasil="Sesudah masa nilai.")
    (satu,) = halaman(sari)
    teks = " ".join(satu.split())
    for kata in (
        "Desa Sukamaju, Cibeber, Kabupaten Cianjur, Jawa Barat",
        "Triwulan IV 2026: 1 Oktober sampai 15 November 2026",
        "Bu Sari Pendamping Lokal Desa, bertugas di sini sejak",
        "5 Okt · Pantau pembangunan fisik desa: Papan proyek terpasang.",
        "Koordinasi dan daring (1)",
        "Rakor; Sukamaju menyusun RKP.",
        "Musyawarah yang didampingi (0) belum ada yang tercatat",
        "Belum ada kunjungan yang tercatat pada November.",
        "Belum ada kunjungan yang tercatat untuk pengorganisasian, pengarahan, peningkatan kapasitas.",
        "1 catatan sesudah 15 November 2026 tidak dihitung",
        "Mengetahui, Kepala Desa Sukamaju",
        "Draf: bukti dari catatan pendamping, bukan nilai.",
    ):
        assert kata in teks, kata
    assert "Sukamajujaya" not in teks
    assert "Sesudah masa nilai." not in teks
    assert not re.search(r"skor|poin|nilai \d|\d ?/ ?10", teks, re.IGNORECASE), "never a score"


def test_only_what_names_that_very_village_is_coordination_about_it(sari: Obrolan) -> None:
    """Not a longer name that begins with it, nor the kecamatan that is named like it."""
    for kode, nama in (("32.03.03.2091", "Sukamaju Kidul"), ("32.03.03.2092", "Cibeber")):
        sari.dunia.tx.run(
            "INSERT INTO wilayah (kode, nama, jalur, zona) SELECT ?, ?, jalur, zona FROM wilayah WHERE kode = ?",
            (kode, nama, SUKAMAJU),
        )
    tugaskan(sari, PLD, "32.03.03.2092")
    kata = ("Rakor Sukamaju Kidul.", "Rakor di Kecamatan Cibeber.", "sukamaju siap.", "Laporan Desa Cibeber masuk.")
    for n, hasil in enumerate(kata):
        catat(sari, tanggal="2026-10-06", jam=f"1{n}:00-1{n}:30", desa=KECAMATAN, cara="koordinasi", hasil=hasil)
    assert [k.hasil for k in tempat(sari).koordinasi] == ["sukamaju siap."]
    assert [k.hasil for k in tempat(sari, "32.03.03.2092").koordinasi] == ["Laporan Desa Cibeber masuk."]


def test_an_entry_that_was_moved_to_a_kecamatan_is_no_visit(sari: Obrolan) -> None:
    rina = orang(sari.dunia, "Bu Rina", PD, KECAMATAN)
    catat(rina, tanggal="2026-10-07", desa=KECAMATAN)
    di = tempat(rina, KECAMATAN)
    assert (di.lapangan, len(di.koordinasi)) == ([], 1)
    assert "0 desa dikunjungi sendiri" in " ".join(halaman(rina, KECAMATAN)[0].split())


def test_musdes_decisions_and_problems_stand_with_their_state(sari: Obrolan) -> None:
    sari.dunia.kini = KINI - 10 * HARI
    d = sari.desa
    m = d.musdes.ambil(d.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-10-20", "19:30")))
    assert m
    k = d.keputusan.ambil(d.keputusan.tambah(m.id, IsiKeputusan("Rabat beton Dusun 2")))
    assert k
    d.keputusan.tandai(k, SELESAI, "Sudah jadi.")
    d.masalah.lapor(Laporan(SUKAMAJU, "pembangunan", "Cerita lengkapnya.", "pendamping"), [], "", None)
    d.masalah.lapor(Laporan(SUKAMAJU, "blt", "Yang rahasia.", "pendamping", rahasia=True), [], "", None)
    sari.dunia.kini = KINI
    teks = " ".join(halaman(sari)[0].split())
    assert f"20 Okt · Musdes RKP Desa, {m.nomor}" in teks or m.nomor in teks
    assert f"10 Nov · Rabat beton Dusun 2 ({k.nomor})" in teks
    assert "Masalah yang dibawa dan keadaannya (1)" in teks
    assert "belum ditangani (A-2611-0001)" in teks
    assert "Cerita lengkapnya" not in teks, "the paper goes to the head of the village"
    assert "A-2611-0002" not in teks


@pytest.mark.parametrize("banyak", [0, 5, 80])
def test_exactly_one_page_however_much_there_is(banyak: int) -> None:
    """Long names, long words, eighty entries of every kind."""
    d = dunia()
    o = orang(d, f"{'Muhammad Abdurrahman ' * 6}{'x' * 90}")
    kode = [k.kode for k in muat_kegiatan().semua]
    for n in range(banyak):
        catat(
            o,
            tanggal=(date(2026, 10, 1) + timedelta(days=n % 46)).isoformat(),
            jam="13:00-14:00",
            kegiatan=kode[n * 7 % len(kode)],
            cara=("desa", "desa", "koordinasi")[n % 3],
            hasil=KATA * 4 if n % 2 else "x" * 400,
        )
    semua = halaman(o)
    assert len(semua) == 1
    assert ("… dan " in semua[0]) == (banyak == 80)
    assert "bukan nilai" in semua[0]
    if banyak == 80:
        tampak = len(re.findall(r"^• ?$|^•", semua[0], re.MULTILINE))
        lagi = sum(map(int, re.findall(r"dan (\d+) lainnya", semua[0])))
        assert tampak + lagi == 80 + len(list(kurang(tempat(o)))), "every entry is told or counted"


def test_the_days_in_a_strip_with_leave_and_what_is_not_assessed(sari: Obrolan) -> None:
    catat(sari, tanggal="2026-10-05")
    catat(sari, tanggal="2026-10-05", jam="13:00-14:00", cara="daring")
    catat(sari, tanggal="2026-10-06", cara="daring")
    sari.dunia.tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, alasan, dibuat) VALUES (?, '2026-11-02', '2026-11-03', 'x', 1)",
        (sari.id,),
    )
    t = tempat(sari)
    okt, nov, des = isi_halaman(t, sari.konteks.orang)["bulan"]
    assert [h["ada"] for h in okt["hari"][4:7]] == ["desa", "lain", ""]
    assert [h["ada"] for h in nov["hari"][1:4]] == ["cuti", "cuti", ""]
    assert {h["ada"] for h in (*nov["hari"][15:], *des["hari"])} == {"-"}
    assert (len(okt["hari"]), len(nov["hari"]), len(des["hari"])) == (31, 30, 31)


def test_before_the_days_are_over_and_without_confirmation(sari: Obrolan) -> None:
    o = orang(sari.dunia, "Pak Baru", PLD, SUKAMAJU, disahkan=False)
    o.dunia.kini = KINI - 20 * HARI
    teks = " ".join(kurang(tempat(o)))
    assert "Penugasan di sini belum disahkan" in teks
    assert "Belum ada kunjungan yang tercatat dalam masa ini." in teks
    assert "dihitung sampai 31 Oktober 2026" in teks


def test_an_activity_that_left_the_catalogue_keeps_its_line(sari: Obrolan) -> None:
    catat(sari, tanggal="2026-10-05", kegiatan="ZZ99")
    assert "Kegiatan lain (1): Kegiatan ZZ99 1×" in halaman(sari)[0]


# -- those above -------------------------------------------------------------------------------------------------------


def test_a_coordinators_page_is_for_the_camat_with_those_below_counted(sari: Obrolan) -> None:
    rina = orang(sari.dunia, "Bu Rina", PD, KECAMATAN)
    orang(sari.dunia, "Pak Budi", PLD, "32.03.03.2005")
    catat(sari, tanggal="2026-10-05")
    catat(sari, tanggal="2026-10-06", jam="13:00-14:00", desa=SUKAMANAH)
    catat(rina, tanggal="2026-10-07", hasil="Bersama kader.")
    layar = rina.tulis("evkin")
    assert "1 desa belum tercatat dikunjungi siapa pun" not in layar
    assert "2 desa belum tercatat dikunjungi siapa pun (Sukaraharja, Mayak)." in layar
    assert layar.tombol == ["‹ Triwulan III 2026"]
    teks = " ".join(halaman(rina, KECAMATAN)[0].split())
    for kata in (
        "Mengetahui, Camat Cibeber",
        "desa dikunjungi sendiri",
        "7 Okt · Pantau pembangunan fisik desa, Sukamaju: Bersama kader.",
        "Pendamping yang dikoordinasi (2)",
        "Bu Sari, Pendamping Lokal Desa (Sukamaju, Sukamanah): 2 catatan, 2 hari di lapangan, 2 desa dikunjungi",
        "Pak Budi, Pendamping Lokal Desa (Sukaraharja): belum ada yang tercatat",
        "Desa yang belum tercatat dikunjungi siapa pun (2): Sukaraharja, Mayak.",
    ):
        assert kata in teks, kata


def test_a_coordinator_who_was_nowhere_is_told_so(sari: Obrolan) -> None:
    teknis = orang(sari.dunia, "Pak Teknis", TEKNIS, KECAMATAN)
    assert "belum ada kunjungan anda yang tercatat: kecamatan cibeber." in teknis.tulis("evkin").teks.lower()


def test_who_assesses_at_each_level() -> None:
    d = dunia()
    for nama, peran, kode, harap in (
        ("a", TAPM_KAB, KABUPATEN, "Dinas PMD Kabupaten Cianjur"),
        ("b", TAPM_PROV, PROVINSI, "Dinas PMD Provinsi Jawa Barat"),
        ("c", PD, KECAMATAN, "Camat Cibeber"),
        ("d", PLD, SUKAMAJU, "Kepala Desa Sukamaju"),
    ):
        o = orang(d, nama, peran, kode)
        assert sebut_penilai(tempat(o, kode)) == harap
        assert len(halaman(o, kode)) == 1
    d.tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('94.01.01', 'Abepura', '', 'Asia/Jayapura')")
    o = orang(d, "e", PD, "94.01.01")
    assert sebut_penilai(tempat(o, "94.01.01")) == "Kepala Distrik Abepura"


def test_two_places_of_different_levels_are_all_pages(sari: Obrolan) -> None:
    tugaskan(sari, PD, KECAMATAN)
    assert "Semua halaman" in sari.tulis("evkin").tombol


def test_of_many_villages_without_a_visit_the_rest_is_counted() -> None:
    d = dunia()
    o = orang(d, "Bu Rina", PD, KECAMATAN)
    for n in range(60):
        d.tx.run(
            "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, '', 'Asia/Jakarta')",
            (f"{KECAMATAN}.21{n:02}", f"Mekarwangi {n}"),
        )
    assert ", dan 24 lainnya." in " ".join(kurang(tempat(o, KECAMATAN)))
    assert len(halaman(o, KECAMATAN)) == 1
