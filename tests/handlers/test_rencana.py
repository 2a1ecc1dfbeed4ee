"""/rencana and what belongs to it: made in a few taps, followed by what is logged, decided by the level above."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from data.orang import ADMIN, CAMAT, PD, PLD, TAPM_KAB, OrangQ
from data.pengingat import BahanPengingat
from data.rencana import IsiButir, Kemajuan, Rencana, RencanaBulan
from data.rencana.isi import BULAN, Butir
from data.rencana.pekan import SEMUA, susun
from handlers import dokumen
from handlers.dialog.tolak import Tolak
from handlers.pengingat.kata import pesan_pengingat
from handlers.rencana.berkas import isi_rencana, tanda_pekan
from handlers.rencana.pekan import baca_pekan
from handlers.rencana.sebut import sebut_maju, sebut_pekan
from handlers.rencana.tanya import Pekan, Target, baca_target
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Layar, Obrolan, tanya
from tests.handlers.tim_dunia import (
    KABUPATEN,
    SUKAMAJU,
    catat,
    kabar,
    kenal,
    orang,
    ramai,
    selesaikan_penugasan,
    tugaskan,
)

SUKAMANAH = f"{KECAMATAN}.2017"
FISIK = IsiButir("AS11", 4, pekan=("10.2", "11.1", "11.2", "12.2"), uraian="Lihat papan proyek", pihak="TPK")
BLT = IsiButir("AS13", 12, BULAN, susun(range(1, 13), [1]), miskin=True, usul="blt")


def buat(o: Obrolan, *butir: IsiButir, desa: str = SUKAMAJU, tahun: int = 2026) -> Rencana:
    """Made a year ago."""
    r = o.desa.rencana.buat(desa, tahun, butir or (FISIK, BLT))
    o.dunia.tx.run("UPDATE rencana SET dibuat = ? WHERE id = ?", (o.dunia.kini - 365 * HARI, r.id))
    hasil = o.desa.rencana.ambil(r.nomor)
    assert hasil
    return hasil


def setujui(r: Rencana, pemilik: Obrolan, koordinator: Obrolan) -> None:
    assert pemilik.desa.rencana.ajukan(r)
    r = next(satu for satu in koordinator.desa.rencana.menunggu() if satu.id == r.id)
    assert koordinator.desa.rencana.setujui(r, r.versi)


# -- weeks, as people write them --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("minggu 2 maret", "03.2"),
        ("Minggu II Maret", "03.2"),
        ("minggu kedua bulan maret", "03.2"),
        ("minggu ke-2 maret", "03.2"),
        ("mgg 2 mar", "03.2"),
        ("m2 maret", "03.2"),
        ("minggu 2 maret 2027", "03.2"),
        ("minggu 2 februri", "02.2"),
        ("maret-mei tiap minggu 1", "03.1 04.1 05.1"),
        ("maret s/d mei minggu 1", "03.1 04.1 05.1"),
        ("minggu 2 maret, juni dan minggu 1 agustus", "03.2 06.2 08.1"),
        ("maret minggu 1, april minggu 2", "03.1 04.2"),
        ("maret minggu 1, april", "03.1 04.1"),
        ("tiap bulan maret minggu 1", "03.1"),
        ("minggu 1-3 mei", "05.1 05.2 05.3"),
        ("minggu 1 dan 3 mei", "05.1 05.3"),
        ("minggu 1 3 mei", "05.1 05.3"),
        ("minggu I, III mei", "05.1 05.3"),
        ("15 juni", "06.3"),
        ("15/6", "06.3"),
        ("minggu 2 mei dan 15 juni", "05.2 06.3"),
        ("31 maret", "03.4"),
        ("awal mei", "05.1"),
        ("akhir agustus", "08.4"),
        ("triwulan 2 minggu 1", "04.1 05.1 06.1"),
        ("semester 2 tiap bulan minggu 4", "07.4 08.4 09.4 10.4 11.4 12.4"),
        ("maret tiap minggu", "03.1 03.2 03.3 03.4"),
        ("mingguan di mei", "05.1 05.2 05.3 05.4"),
    ],
)
def test_weeks_are_read(teks: str, harap: str) -> None:
    assert " ".join(baca_pekan(teks, 2027)) == harap


@pytest.mark.parametrize(
    "teks", ["tiap bulan minggu 3", "minggu 3 setiap bulan", "bulanan minggu 3", "minggu ketiga sepanjang tahun"]
)
def test_every_month(teks: str) -> None:
    assert baca_pekan(teks, 2027) == susun(range(1, 13), [3])


def test_every_week_of_the_year() -> None:
    assert baca_pekan("tiap bulan tiap minggu", 2027) == SEMUA


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "Bulan apa?"),
        ("minggu 2", "Bulan apa?"),
        ("maret", "Minggu ke berapa?"),
        ("tiap bulan", "Minggu ke berapa?"),
        ("minggu 5 maret", "minggu 1 sampai 4"),
        ("minggu 0 maret", "minggu 1 sampai 4"),
        ("32 maret", "Tanggal 32 tidak ada"),
        ("12/13", "belum terbaca"),
        ("mei-maret minggu 1", "Dari Mei sampai bulan apa"),
        ("minggu 2 maret sampai", "Dari Maret sampai bulan apa"),
        ("triwulan 5 minggu 1", "empat triwulan"),
        ("triwulan minggu 1", "belum terbaca"),
        ("minggu", "belum terbaca"),
        ("nanti saja", "belum terbaca"),
        ("minggu 1 maret minggu 2", "di bulan apa"),
        ("minggu 2 maret 2026", "untuk tahun 2027"),
    ],
)
def test_what_was_not_said_is_asked_and_an_example_stands_by(teks: str, kata: str) -> None:
    with pytest.raises(Tolak) as tolak:
        baca_pekan(teks, 2027)
    assert kata in tolak.value.kata
    assert "minggu" in tolak.value.kata, "what would be read"


@pytest.mark.parametrize(
    ("pekan", "harap"),
    [
        ((), ""),
        (SEMUA, "tiap minggu"),
        (susun(range(1, 13), [1]), "tiap bulan minggu I"),
        (susun(range(1, 13), [1, 3]), "tiap bulan minggu I, III"),
        (("03.2",), "minggu II Mar"),
        (susun([5, 6, 7, 10], [2]), "minggu II Mei–Jul, Okt"),
        (susun([5], [1, 2, 3, 4]), "tiap minggu Mei"),
        (("05.2", "06.2", "09.3"), "minggu II Mei, Jun; minggu III Sep"),
    ],
)
def test_weeks_are_said(pekan: tuple[str, ...], harap: str) -> None:
    assert sebut_pekan(pekan) == harap


def test_what_is_said_is_read_back() -> None:
    for satu in (susun([5, 6, 7, 10], [2]), susun(range(1, 13), [4]), ("05.2", "06.2", "09.3")):
        assert baca_pekan(sebut_pekan(satu).replace(";", ","), 2027) == satu


def test_the_question_about_weeks() -> None:
    satu = tanya(Pekan("Kapan?", 2027))
    satu.menolak("maret", "Minggu ke berapa?")
    assert satu.membaca("minggu 2 maret") == ("03.2",)
    satu = tanya(Pekan("Kapan?", 2027))
    satu.obrolan.tekan("Tiap bulan minggu 1")
    assert satu.nilai == susun(range(1, 13), [1])


def test_stored_weeks_that_no_longer_hold_are_asked_again() -> None:
    with pytest.raises(Tolak):
        Pekan("Kapan?", 2027).load("13.9", None)  # type: ignore[arg-type]
    with pytest.raises(Tolak):
        Target("Berapa?").load(None, None)  # type: ignore[arg-type]


# -- targets ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("12", (12, "kali")), ("12 kali", (12, "kali")), ("12x", (12, "kali")), ("6 kali setahun", (6, "kali")), ("4 kunjungan", (4, "kali")),
        ("dua belas kali", (12, "kali")), ("40 peserta", (40, "orang")), ("12 bulan", (12, "bulan")),
        ("1 dokumen", (1, "dokumen")), ("Target 3 kelompok.", (3, "kelompok")),
    ],
)  # fmt: skip
def test_targets_are_read(teks: str, harap: tuple[int, str]) -> None:
    assert baca_target(teks) == harap


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "banyak",
        "0 kali",
        "10000 kali",
        "13 bulan",
        "12345 kali",
        "3 kelompok usaha tani perempuan dusun atas",
        "-2",
    ],
)
def test_a_target_is_a_number_and_a_short_unit(teks: str) -> None:
    with pytest.raises(Tolak) as tolak:
        baca_target(teks)
    assert "Contoh" in tolak.value.kata


def test_the_question_about_a_target() -> None:
    satu = tanya(Target("Berapa?"))
    satu.menolak("banyak", "Contoh")
    satu.obrolan.tekan("12 bulan")
    assert satu.nilai == (12, "bulan")


def test_what_a_unit_that_entries_do_not_count_has_come_to() -> None:
    b = Butir("AS05", 2, "dokumen")
    assert sebut_maju(Kemajuan(b, None, 3, frozenset(), ())) == "target 2 dokumen, 3 catatan"
    assert sebut_maju(Kemajuan(b, 1, 3, frozenset(), ())) == "1 dari 2 dokumen"


# -- making one -----------------------------------------------------------------------------------------------------------------


def mulai(o: Obrolan, tahun: int = 2027, desa: str = SUKAMAJU) -> Layar:
    return o.tulis(f"/rencana_susun {desa} {tahun}")


def test_from_nothing_to_a_plan_in_seven_taps(sari: Obrolan) -> None:
    assert "Mulai dari mana?" in mulai(sari)
    sari.tekan("Usulan yang cocok")
    sari.tekan("Belum badan hukum")
    sari.tekan("Ada")
    layar = sari.tekan("Tertinggal")
    assert "18 kegiatan" in layar
    assert all(b.ket for b in layar.pesan.daftar if b.label != "Lainnya ›"), "each says why"
    sari.tekan("Selesai")
    layar = sari.tekan("Simpan")
    assert "N-2611-0001, draf, belum diajukan" in layar
    assert "★ 6 dari 18 kegiatan mendahulukan kelompok miskin" in layar
    (r,) = sari.desa.rencana.milik(2027)
    assert r.fakta == {"bumdes": "bukan_hukum", "blt": "ada", "indeks": "tertinggal"}


def test_what_is_not_wanted_is_struck_out_at_once(sari: Obrolan) -> None:
    mulai(sari)
    sari.tekan("Usulan yang cocok")
    for _ in range(3):
        sari.tulis("belum tahu")
    layar = sari.tekan("Musrenbang Desa")
    assert "Dicoret: Musrenbang Desa." in layar
    assert "✗ Musrenbang Desa" in layar.daftar
    layar = sari.tulis("selesai")
    assert "Musrenbang" not in layar
    sari.tulis("simpan")
    (r,) = sari.desa.rencana.milik(2027)
    assert "AS06" not in {m.butir.kegiatan for m in sari.desa.rencana.kemajuan(r)}
    assert "PO02" not in {m.butir.kegiatan for m in sari.desa.rencana.kemajuan(r)}, "what nobody knows proposes nothing"


def test_what_is_known_is_not_asked(sari: Obrolan) -> None:
    tx = sari.dunia.tx
    tx.run(
        "INSERT INTO bumdes (desa, nama, langkah, aktif, oleh, dibuat, diubah) VALUES (?, 'BUM', 8, 'tidak', ?, 1, 1)",
        (SUKAMAJU, sari.id),
    )
    tx.run(
        "INSERT INTO blt (desa, tahun, keluarga, bulanan, oleh, dibuat, diubah) VALUES (?, 2026, 40, 300000, ?, 1, 1)",
        (SUKAMAJU, sari.id),
    )
    mulai(sari)
    assert "Status Indeks Desa terakhir?" in sari.tekan("Usulan yang cocok"), "the one thing that no register says"
    layar = sari.tekan("Maju")
    assert "kegiatan untuk Desa Sukamaju, 2027" in layar
    assert "BUM Desa: usaha" in sari.tekan("Lainnya ›").daftar


def test_answered_once_is_answered(sari: Obrolan) -> None:
    sari.desa.rencana.buat(SUKAMAJU, 2026, [], {"bumdes": "aktif", "blt": "tidak", "indeks": "maju"})
    mulai(sari)
    assert "Mana yang TIDAK dipakai?" in sari.tekan("Usulan yang cocok")


def test_from_last_years_with_what_was_reached(sari: Obrolan) -> None:
    lama = buat(sari)
    catat(sari)
    layar = mulai(sari)
    assert "Rencana 2026 Anda" in layar.daftar
    layar = sari.tekan("Rencana 2026 Anda")
    assert [b.ket for b in layar.pesan.daftar] == ["2026: 1 dari 4 kali", "2026: 0 dari 12 bulan"]
    sari.tekan("BLT Desa")
    sari.tulis("selesai")
    sari.tulis("simpan")
    (baru,) = sari.desa.rencana.milik(2027)
    (m,) = sari.desa.rencana.kemajuan(baru)
    assert (m.butir.kegiatan, m.butir.target, m.butir.pekan, m.butir.pihak) == ("AS11", 4, FISIK.pekan, "TPK")
    assert m.tercapai == 0, "the new year begins anew"
    assert sari.desa.rencana.ambil(lama.nomor)


def test_from_what_another_left(d: Dunia, sari: Obrolan) -> None:
    buat(sari)
    selesaikan_penugasan(sari)
    budi = orang(d, "Pak Budi")
    mulai(budi, 2026)
    assert "Rencana 2026 Bu Sari" in budi.layar.daftar
    budi.tekan("Rencana 2026 Bu Sari")
    budi.tulis("selesai")
    budi.tulis("simpan")
    assert [m.butir.kegiatan for m in budi.desa.rencana.kemajuan(budi.desa.rencana.milik(2026)[0])] == ["AS11", "AS13"]


def test_from_nothing_at_all(sari: Obrolan) -> None:
    mulai(sari)
    assert "Masih kosong" in sari.tekan("Mulai dari kosong")
    layar = sari.tekan("Simpan")
    assert "Belum ada kegiatannya." in layar
    assert "Ajukan" not in layar.tombol
    (r,) = sari.desa.rencana.milik(2027)
    assert "Isi dulu paling sedikit satu kegiatan" in sari.tulis(f"/rencana_ajukan {r.nomor}")


def test_place_and_year_are_asked_where_they_are_not_said(d: Dunia) -> None:
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, SUKAMANAH)
    layar = sari.tulis("susun rencana")
    assert layar.daftar or layar.tombol
    assert layar.label[:3] == ["Desa Sukamaju", "Desa Sukamanah", "Kecamatan Cibeber"]
    sari.tulis("sukamanah")
    assert sari.layar.tombol == ["2027", "2026"], "next year's first, from October on"
    sari.tekan("2026")
    assert "Mulai dari mana?" in sari.layar
    sari.tulis("batal")
    assert "Rencana tahun berapa?" in sari.tulis("/rencana_susun sukamaju")
    sari.tulis("batal")
    assert "Rencana untuk mana?" in sari.tulis("/rencana_susun antah berantah")


def test_one_plan_only(sari: Obrolan) -> None:
    r = buat(sari)
    layar = mulai(sari, 2026)
    assert "Rencana ini sudah ada." in layar
    assert r.nomor in layar


def test_who_accompanies_nothing_plans_nothing(d: Dunia) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert "Rencana kerja dibuat pendamping" in hasan.tulis("/rencana_susun")


def test_of_the_kecamatan_a_coordinator_plans_their_own_and_a_pld_what_belongs_to_no_village(
    sari: Obrolan, rina: Obrolan
) -> None:
    rina.tulis("/rencana_susun 2027")
    layar = rina.tekan("Usulan yang cocok")
    assert "Supervisi PLD" in layar.daftar
    assert "Rencana untuk mana?" in sari.tulis("/rencana_susun 2027")
    sari.tekan("Kecamatan Cibeber")
    layar = sari.tekan("Usulan yang cocok")
    assert "DRP & lap. bulanan" in layar.daftar
    assert "Supervisi PLD" not in layar.daftar


# -- looking ----------------------------------------------------------------------------------------------------------------------


def test_own_plans_of_a_year(d: Dunia) -> None:
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, SUKAMANAH)
    buat(sari)
    buat(sari, IsiButir("PO04", 1, pekan=("12.4",)), desa=SUKAMANAH)
    catat(sari, desa=SUKAMANAH, kegiatan="PO04")
    layar = sari.tulis("rencana")
    assert "2 dari 3 tempat sudah punya rencana 2026." in layar
    assert "★ 1 dari 3 kegiatan" in layar
    assert [b.ket for b in layar.pesan.daftar] == [
        "draf, belum diajukan; 0 dari 2 tercapai; ⚠ 2",
        "draf, belum diajukan; 1 dari 1 tercapai",
        "belum ada, ketuk untuk menyusun",
    ]
    assert "Rencana 2025" in sari.tekan("‹ 2025")
    assert "Rencana 2027" in sari.tulis("rencana 2027")


def test_the_card_says_how_far_it_is_and_what_is_behind(sari: Obrolan) -> None:
    r = buat(sari, FISIK, BLT, IsiButir("XX99", 1))
    catat(sari)
    layar = sari.tulis("/rencana sukamaju")
    assert "Asistensi: 0 dari 2 kegiatan tercapai (12%)" in layar
    assert "⚠ 2 kegiatan tertinggal" in layar
    assert [b.ket for b in layar.pesan.daftar] == [
        "⚠ 1 dari 4 kali, minggu II Okt, Des; minggu I, II Nov",
        "★ ⚠ 0 dari 12 bulan, tiap bulan minggu I",
        "0 dari 1 kali, minggunya belum diisi",
    ]
    layar = sari.tekan("Pantau fisik desa")
    assert "Sampai hari ini: 1 dari 4 kali" in layar
    assert "⚠ Lewat tanpa catatan: minggu II Okt; minggu I Nov" not in layar
    assert layar.tombol[0] == "Catat kegiatan"
    assert "Kegiatan XX99" in sari.tulis(f"/rencana_butir {r.nomor} 3"), "an activity taken out of the catalogue"


def test_done_is_marked(sari: Obrolan) -> None:
    buat(sari, replace(FISIK, target=1))
    catat(sari)
    layar = sari.tulis("/rencana sukamaju")
    assert layar.pesan.daftar[0].ket.startswith("✓ 1 dari 1 kali")
    assert "Sampai hari ini: 1 dari 1 kali ✓" in sari.tekan("Pantau fisik desa")


def test_places_and_years_that_have_none(d: Dunia, sari: Obrolan) -> None:
    layar = sari.tulis("/rencana sukamaju 2026")
    assert "Belum ada rencananya" in layar
    assert layar.tombol == ["Susun 2026", "‹ 2025", "2027 ›"]
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    layar = camat.tulis("/rencana sukamaju")
    assert layar.tombol == ["‹ 2026", "2028 ›"]
    assert "belum ketemu" in sari.tulis("/rencana antah berantah")


def test_a_pld_with_one_village_sees_it_among_two_places(sari: Obrolan) -> None:
    assert sari.tulis("/rencana").daftar == ["Desa Sukamaju", "Kecamatan Cibeber"]
    assert "Kecamatan Cibeber" in sari.tulis("/rencana cibeber")
    assert "Rencana 2027, Kecamatan Cibeber" in sari.tulis(f"/rencana {KECAMATAN} 2027")


def test_several_people_in_one_village(d: Dunia, sari: Obrolan, rina: Obrolan) -> None:
    budi = orang(d, "Pak Budi")
    buat(sari)
    buat(budi, BLT)
    layar = rina.tulis("/rencana sukamaju")
    assert "Rencana siapa?" in layar
    assert layar.daftar == ["Bu Sari", "Pak Budi"]
    assert "Pak Budi · N-2611-0002" in rina.tekan("Pak Budi")
    assert "N-2611-0002" in budi.tulis("/rencana sukamaju"), "one's own is meant"


def test_the_coordinator_sees_who_needs_company(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, SUKAMANAH, f"{KECAMATAN}.2005", f"{KECAMATAN}.2007")
    layar = rina.tulis("/rencana")
    assert "Rencana 2027, Kecamatan Cibeber" in layar, "of this year there is none"
    assert "0 dari 4 sudah punya rencana" in layar
    setujui(buat(sari), sari, rina)
    sari.desa.rencana.ajukan(buat(sari, desa=SUKAMANAH))
    kembali = buat(sari, desa=f"{KECAMATAN}.2005")
    sari.desa.rencana.ajukan(kembali)
    rina.desa.rencana.kembalikan(next(r for r in rina.desa.rencana.menunggu() if r.id == kembali.id), "Kurang")
    buat(sari, FISIK, desa=f"{KECAMATAN}.2007")
    layar = rina.tulis("/rencana")
    assert layar.teks == (
        "Rencana 2026, Kecamatan Cibeber\n4 dari 4 sudah punya rencana; 1 disetujui.\n1 menunggu persetujuan.\n"
        "Rata-rata tercapai 0%.\n⚠ 7 kegiatan tertinggal, di 4 rencana."
    )
    assert [b.ket for b in layar.pesan.daftar] == [
        "Bu Sari: menunggu persetujuan, 0%, ⚠ 2",
        "Bu Sari: perlu diperbaiki, 0%, ⚠ 2",
        "Bu Sari: disetujui, 0%, ⚠ 2",
        "Bu Sari: draf, 0%, ⚠ 1",
    ]
    assert layar.tombol == ["Menunggu Anda (1)", "Rencana saya", "‹ 2025", "2027 ›"]
    assert rina.tekan("Menunggu Anda (1)").daftar == ["Sukamanah 2026"]
    assert "Rencana 2026, Kecamatan Cibeber" in rina.tulis("/rencana saya 2026"), (
        "her own place, seen as its coordinator"
    )


def test_levels_above_choose_a_kecamatan(d: Dunia, sari: Obrolan) -> None:
    buat(sari)
    kenal(d, f"{KABUPATEN}.09", "Ciranjang")
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    layar = hasan.tulis("/rencana")
    assert "Rencana di mana?" in layar
    hasan.tekan("Kecamatan Cibeber")
    assert hasan.layar.daftar == ["Sukamaju"]
    assert "Tidak ada rencana yang menunggu Anda." in hasan.tulis("rencana menunggu")
    assert "Belum ada pendamping lokal desa" in hasan.tulis(f"/rencana {KABUPATEN}.09 2027")
    assert "Rencana di mana?" in hasan.tulis(f"/rencana {KABUPATEN}")


def test_whoever_only_reads_villages_chooses_one(d: Dunia) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, SUKAMAJU)
    assert hasan.tulis("/rencana").label == ["Desa Sukamaju"]
    admin = orang(d, "Admin", ADMIN, SUKAMAJU, disahkan=False)
    assert "Di sini nanti terlihat" in admin.tulis("/rencana")


def test_who_plans_only_the_kecamatan_begins_there(d: Dunia) -> None:
    teknis = orang(d, "Pak Gugun", "teknis", KECAMATAN, disahkan=False)
    assert "Rencana 2027, Kecamatan Cibeber" in teknis.tulis("/rencana")
    assert "Belum ada rencananya" in teknis.layar


def test_numbers_that_are_not_theirs_are_not_there(d: Dunia, sari: Obrolan) -> None:
    r = buat(sari)
    budi = orang(d, "Pak Budi", PLD, SUKAMANAH)
    for kata in (
        "rencana",
        "rencana_butir",
        "rencana_coret",
        "rencana_pulih",
        "rencana_ajukan",
        "rencana_setuju",
        "rencana_kembali",
        "rencana_tambah",
        "rencana_ubah",
    ):
        ada, tiada = (budi.tulis(f"/{kata} {n} 1").teks for n in (r.nomor, "N-2611-0999"))
        assert ada.replace(r.nomor, "N-2611-0999") == tiada, kata
        assert "belum ada dalam daftar Anda" in ada


@pytest.mark.parametrize(
    "kata", ["rencana_butir", "rencana_coret", "rencana_pulih", "rencana_ajukan", "rencana_setuju"]
)
def test_without_a_number_it_is_asked_for(sari: Obrolan, kata: str) -> None:
    assert sari.tulis(f"/{kata}").teks


# -- changing -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bagian", "jawab", "harap"),
    [
        ("Target", "40 orang", "Target: 40 orang"),
        ("Minggu", "tiap bulan minggu 3", "Minggu: tiap bulan minggu III"),
        ("Bersama siapa", "BPD dan camat", "Bersama: BPD dan camat"),
        ("Kelompok miskin", "ya", "★ Mendahulukan kelompok miskin"),
        ("Uraian", "Cek papan dan volume", "Cek papan dan volume"),
    ],
)
def test_a_change_is_two_taps_and_one_answer(sari: Obrolan, bagian: str, jawab: str, harap: str) -> None:
    r = buat(sari)
    sari.tulis(f"/rencana_butir {r.nomor} 1")
    sari.tekan("Ubah")
    assert "Capaian" not in sari.layar.tombol, "entries count it"
    sari.tekan(bagian)
    layar = sari.tulis(jawab)
    assert "Sudah diubah." in layar
    assert harap in layar
    assert sari.terbuka is None


def test_what_can_be_left_out_is_emptied(sari: Obrolan) -> None:
    r = buat(sari)
    sari.tulis(f"/rencana_ubah {r.nomor} 1 pihak")
    layar = sari.tekan("Lewati")
    assert "Bersama" not in layar
    sari.tulis(f"/rencana_ubah {r.nomor} 1 pihak")
    assert "Tetap seperti semula." in sari.tekan("Lewati")


def test_what_entries_do_not_count_is_said(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari, IsiButir("AS05", 2, "dokumen", ("06.1",)))
    setujui(r, sari, rina)
    sari.tulis(f"/rencana_ubah {r.nomor} 1")
    sari.tekan("Capaian")
    layar = sari.tulis("1")
    assert "Sampai hari ini: 1 dari 2 dokumen" in layar
    assert kabar(rina) == [], "what was reached is no change of the plan"


def test_what_is_asked_when_a_number_is_missing(sari: Obrolan) -> None:
    r = buat(sari)
    assert "Rencana nomor berapa?" in sari.tulis("/rencana_ubah")
    assert "Kegiatan yang ke berapa?" in sari.tulis(r.nomor)
    assert "Kegiatan itu tidak ada lagi" in sari.tulis("9")
    assert "Kegiatan itu tidak ada lagi" in sari.tulis(f"/rencana_butir {r.nomor}")


def test_words_without_a_number_ask_for_one(sari: Obrolan, rina: Obrolan) -> None:
    assert "Rencana nomor berapa?" in sari.tulis("/rencana_ubah yang kemarin")
    sari.tulis("batal")
    assert "Rencana nomor berapa?" in rina.tulis("/rencana_kembali yang kemarin")


def test_of_a_year_that_has_not_begun_nothing_is_counted(sari: Obrolan) -> None:
    r = buat(sari, tahun=2027)
    layar = sari.tulis(f"/rencana_butir {r.nomor} 1")
    assert "Sampai hari ini" not in layar
    sari.tekan("Coret")
    assert "Bu Sari mencoret Pantau fisik desa" in sari.tulis(f"/rencana {r.nomor} riwayat")


def test_struck_out_and_taken_up_again(sari: Obrolan) -> None:
    r = buat(sari)
    sari.tulis(f"/rencana_butir {r.nomor} 1")
    coret = sari.layar.data("Coret")
    layar = sari.tekan("Coret")
    assert "Dicoret dari rencana." in layar
    assert layar.daftar == ["BLT Desa"]
    pulih = layar.data("Pakai lagi")
    assert "Kegiatan itu tidak ada lagi" in sari.ketuk(coret)
    assert "Dipakai lagi." in sari.ketuk(pulih)
    assert "Kegiatan ini sudah ada dalam rencana." in sari.ketuk(pulih)
    assert "Kegiatan itu tidak ada" in sari.tulis(f"/rencana_pulih {r.nomor} 9")
    assert "Kegiatan itu tidak ada" in sari.tulis(f"/rencana_pulih {r.nomor}")


def test_others_plans_are_only_read(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari)
    assert rina.tulis(f"/rencana_butir {r.nomor} 1").tombol == ["Lihat rencana", "Rencana"]
    for kata in ("rencana_coret", "rencana_ubah"):
        assert "milik Bu Sari" in rina.tulis(f"/{kata} {r.nomor} 1")
    assert "Yang mengajukan pemilik rencananya." in rina.tulis(f"/rencana_ajukan {r.nomor}")
    assert "belum ada dalam daftar Anda" in rina.tulis(f"/rencana_tambah {r.nomor}")
    assert len(rina.desa.rencana.kemajuan(r)) == 2


def test_one_more_activity_with_all_that_can_be_said_of_it(sari: Obrolan) -> None:
    r = buat(sari)
    sari.tulis(f"/rencana_tambah {r.nomor}")
    sari.tulis("posyandu")
    sari.tulis("6 kali")
    sari.tulis("tiap bulan minggu 2")
    sari.tekan("+ Kelompok miskin")
    sari.tekan("Ya")
    sari.tekan("+ Bersama siapa")
    sari.tulis("Bidan desa")
    sari.tekan("+ Uraian")
    layar = sari.tulis("Posyandu di tiga dusun")
    assert "★" in layar
    assert "Bersama: Bidan desa\nUraian: Posyandu di tiga dusun" in layar
    layar = sari.tekan("Simpan")
    assert "Ditambahkan." in layar
    assert "★ Mendahulukan kelompok miskin" in layar
    sari.tulis(f"/rencana_tambah {r.nomor}")
    assert "Kegiatan ini sudah ada dalam rencana." in sari.tulis("posyandu")


# -- deciding --------------------------------------------------------------------------------------------------------------------------


def test_handed_in_and_approved_in_two_taps(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari)
    assert "Diajukan. Koordinator Anda dikabari." in sari.tulis(f"/rencana_ajukan {r.nomor}")
    (pesan,) = kabar(rina)
    assert "★ 1 dari 2 kegiatan" in pesan.teks
    rina.ketuk(pesan.tombol[0].data)
    assert rina.layar.tombol[:2] == ["Setujui", "Kembalikan"]
    setuju = rina.layar.data("Setujui")
    assert "Disetujui. Bu Sari dikabari." in rina.tekan("Setujui")
    assert kabar(sari)[0].teks == "Bu Rina menyetujui rencana Anda."
    assert "Rencana ini sudah disetujui." in rina.ketuk(setuju)
    assert "Rencana ini sudah disetujui." in sari.tulis(f"/rencana_ajukan {r.nomor}")


def test_what_changed_since_it_was_looked_at_is_looked_at_again(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari)
    sari.desa.rencana.ajukan(r)
    rina.tulis(f"/rencana {r.nomor}")
    setuju = rina.layar.data("Setujui")
    sari.tulis(f"/rencana_coret {r.nomor} 2")
    assert "Rencananya baru saja berubah" in rina.ketuk(setuju)
    assert "ketuk Setujui" in rina.tulis(f"/rencana_setuju {r.nomor}")
    assert "Disetujui." in rina.tekan("Setujui")


def test_an_approved_plan_changes_in_the_open(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari)
    setujui(r, sari, rina)
    sari.tulis(f"/rencana_ubah {r.nomor} 1 target")
    assert "(berubah sesudah disetujui)" in sari.tulis("6 kali")
    sari.tulis(f"/rencana_coret {r.nomor} 2")
    assert [p.teks for p in kabar(rina)] == ["Bu Sari mengubah rencana yang sudah disetujui. Yang berubah ditandai."]
    layar = rina.tulis(f"/rencana {r.nomor}")
    assert "2 perubahan sesudah disetujui." in layar
    assert [b.ket.split()[0] for b in layar.pesan.daftar] == ["berubah", "★"]
    assert "(dicoret sesudah disetujui)" in rina.tekan("BLT Desa")
    assert "Pakai lagi" in sari.tulis(f"/rencana_butir {r.nomor} 2").tombol
    assert "Kegiatan ini sudah dicoret." in sari.tulis(f"/rencana_coret {r.nomor} 2")
    assert "berubah sesudah disetujui" in rina.tulis("rencana menunggu").pesan.daftar[0].ket
    assert "2 perubahan, menunggu" in rina.tulis("/rencana").pesan.daftar[0].ket
    rina.tulis(f"/rencana {r.nomor}")
    assert "Disetujui." in rina.tekan("Setujui perubahan")
    assert kabar(sari)[-1].teks == "Bu Rina menyetujui perubahan rencana Anda."
    sari.tulis(f"/rencana_pulih {r.nomor} 2")
    assert "(berubah sesudah disetujui)" in sari.layar


def test_back_with_a_reason(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari)
    assert "sedang di tangan pemiliknya" in rina.tulis(f"/rencana_kembali {r.nomor}")
    assert "belum diajukan" in rina.tulis(f"/rencana_setuju {r.nomor} v1")
    sari.desa.rencana.ajukan(r)
    assert "Rencana ini sudah diajukan." in sari.tulis(f"/rencana_ajukan {r.nomor}")
    rina.tulis(f"/rencana {r.nomor}")
    rina.tekan("Kembalikan")
    layar = rina.tekan("Tambah kegiatan untuk kelompok miskin.")
    assert "Dikembalikan. Bu Sari dikabari." in layar
    assert "draf, dikembalikan Bu Rina, 20 Nov 19.30: “Tambah kegiatan untuk kelompok miskin.”" in sari.tulis(
        "/rencana sukamaju"
    )
    assert "Ajukan" in sari.layar.tombol


def test_nobody_decides_on_their_own(sari: Obrolan, rina: Obrolan, d: Dunia) -> None:
    milik = buat(rina, desa=KECAMATAN)
    rina.desa.rencana.ajukan(milik)
    for kata in ("rencana_setuju", "rencana_kembali"):
        assert "diputus koordinator di atasnya" in rina.tulis(f"/{kata} {milik.nomor}")
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert hasan.tulis("rencana menunggu").daftar == ["Cibeber 2026"]


def test_before_the_assignment_is_confirmed_nothing_is_handed_in(d: Dunia) -> None:
    ujang = orang(d, "Ujang", disahkan=False)
    r = buat(ujang)
    assert "setelah tugas Anda disahkan" in ujang.tulis(f"/rencana_ajukan {r.nomor}")


def test_nobody_to_tell(d: Dunia) -> None:
    sari = orang(d, "Bu Sari", alamat=False)
    r = buat(sari)
    assert "Koordinator belum punya alamat aktif" in sari.tulis(f"/rencana_ajukan {r.nomor}")
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    rina.tulis(f"/rencana {r.nomor}")
    assert "mohon disampaikan langsung" in rina.tekan("Setujui")


def test_the_history_by_page(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari)
    for n in range(5, 13):
        b = sari.desa.rencana.butir(r, 1)
        assert b
        sari.desa.rencana.ubah(r, b, {"target": n, "miskin": n % 2 == 0})
    b = sari.desa.rencana.butir(r, 1)
    assert b
    sari.desa.rencana.ubah(r, b, {"pekan": ("03.1",)})
    layar = rina.tulis(f"/rencana {r.nomor} riwayat")
    assert "Bu Sari mengubah minggu Pantau fisik desa: minggu II Okt, Des; minggu I, II Nov → minggu I Mar" in layar
    assert "mengubah kelompok miskin Pantau fisik desa: tidak → ya" in layar
    rina.tekan("Lebih lama ›")
    layar = rina.tekan("Lebih lama ›")
    assert "Bu Sari menyusun rencana" in layar
    assert layar.tombol == ["‹ Lebih baru", "Lihat rencana"]
    assert "Tidak ada lagi." in rina.tulis(f"/rencana {r.nomor} riwayat h9")
    d = sari.dunia
    d.tx.run("DELETE FROM rencana_butir WHERE rencana_id = ? AND urutan = 1", (r.id,))
    assert "mengubah minggu" in rina.tulis(f"/rencana {r.nomor} riwayat")


# -- papers ------------------------------------------------------------------------------------------------------------------------------


def test_what_else_there_is(sari: Obrolan) -> None:
    r = buat(sari)
    sari.tulis(f"/rencana {r.nomor}")
    sari.tekan("PDF, Excel, riwayat")
    assert sari.layar.tombol == ["PDF", "Excel", "Riwayat", "‹ 2025", "2027 ›", "Lihat rencana"]
    layar = sari.tekan("PDF")
    assert "belum disetujui" in layar
    assert layar.pesan.berkas
    assert layar.pesan.berkas.nama == "rencana-2026-sukamaju.pdf"


def berkas(o: Obrolan, r: Rencana, apa: str) -> bytes:
    pesan = o.tulis(f"/rencana {r.nomor} {apa}").pesan.berkas
    assert pesan
    return dokumen.buat(pesan.resep, o.desa, pesan.bahan, o.dunia.hari_ini)


def test_on_paper_a_draft_says_so_and_an_approved_plan_does_not(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari, FISIK, BLT, IsiButir("XX99", 1), IsiButir("AS05", 1, "dokumen"))
    assert berkas(sari, r, "pdf").startswith(b"%PDF")
    isi = isi_rencana(r, sari.desa, sari.dunia.hari_ini)
    assert (isi["draf"], isi["status"]) == ("DRAF", "Belum disetujui. Kertas ini draf.")
    assert [p["nama"] for p in isi["pilar"]] == ["Asistensi", "Lainnya"]
    assert [b["no"] for p in isi["pilar"] for b in p["butir"]] == ["1", "2", "3", "4"]
    setujui(r, sari, rina)
    kini = sari.desa.rencana.milik(2026)[0]
    isi = isi_rencana(kini, sari.desa, sari.dunia.hari_ini)
    assert (isi["draf"], isi["status"]) == ("", "Disetujui Bu Rina, 20 November 2026.")
    b = sari.desa.rencana.butir(kini, 1)
    assert b
    sari.desa.rencana.ubah(kini, b, {"target": 9})
    assert isi_rencana(kini, sari.desa, sari.dunia.hari_ini)["status"].endswith("Yang berubah sesudah itu belum.")


def test_a_week_of_the_grid(sari: Obrolan) -> None:
    r = buat(sari, replace(FISIK, pekan=("09.1", "10.2", "11.1", "11.2", "12.2")))
    for tanggal in ("2026-11-09", "2026-10-20"):
        catat(sari, tanggal=tanggal)
    (m,) = sari.desa.rencana.kemajuan(r)
    tanda = {p: tanda_pekan(m, p) for p in ("01.1", "09.1", "10.2", "10.3", "11.1", "11.2", "12.2")}
    assert tanda == {
        "01.1": "", "09.1": "lewat", "10.2": "susulan", "10.3": "tambahan", "11.1": "lewat", "11.2": "terlaksana",
        "12.2": "rencana",
    }  # fmt: skip


def test_weeks_that_were_over_when_it_was_made_are_not_behind(sari: Obrolan) -> None:
    r = sari.desa.rencana.buat(SUKAMAJU, 2026, [replace(FISIK, pekan=("10.2", "11.3", "12.2"))])
    (m,) = sari.desa.rencana.kemajuan(r)
    assert (m.tertinggal, m.tersusul) == ((), frozenset())
    assert [tanda_pekan(m, p) for p in m.butir.pekan] == ["rencana"] * 3


def test_the_workbook_holds_the_same(sari: Obrolan, rina: Obrolan) -> None:
    r = buat(sari, FISIK, BLT, IsiButir("XX99", 1))
    catat(sari)
    buku = load_workbook(io.BytesIO(berkas(sari, r, "excel")))
    assert buku.sheetnames == ["DRAF Rencana 2026", "DRAF RKTL 2026", "Keterangan"]
    baris = [[sel.value for sel in row] for row in buku["DRAF Rencana 2026"].iter_rows(min_row=2)]
    assert baris[0][:9] == [
        1,
        "Asistensi",
        "Pantau pembangunan fisik desa",
        "Lihat papan proyek",
        "Tidak",
        4,
        "kali",
        1,
        25,
    ]
    assert baris[1][4] == "Ya"
    assert baris[2][1] == "Lainnya"
    kisi = [[sel.value for sel in row] for row in buku["DRAF RKTL 2026"].iter_rows()]
    assert kisi[2][1] == "★ BLT Desa: penyaluran dan pemantauan"
    assert kisi[0][2:4] == ["Jan I", "Jan II"]
    assert kisi[1].count("r") == 1, "December's"
    setujui(r, sari, rina)
    assert load_workbook(io.BytesIO(berkas(sari, r, "excel"))).sheetnames[0] == "Rencana 2026"


def test_papers_of_what_is_not_theirs_cannot_be_made(d: Dunia, sari: Obrolan) -> None:
    r = buat(sari)
    budi = orang(d, "Pak Budi", PLD, SUKAMANAH)
    for resep in ("rencana_pdf", "rencana_xlsx"):
        with pytest.raises(LookupError):
            dokumen.buat(resep, budi.desa, {"nomor": r.nomor}, d.hari_ini)


# -- forty villages ------------------------------------------------------------------------------------------------------------------------


def test_a_large_kecamatan_is_shown_by_page(d: Dunia, rina: Obrolan) -> None:
    ramai(d, 1, 20)
    kec = f"{KABUPATEN}.40"
    tugaskan(rina, PD, kec)
    layar = rina.tulis(f"/rencana {kec} 2026")
    assert "0 dari 20 sudah punya rencana" in layar
    assert len(layar.daftar) == 8
    assert "Lainnya ›" in layar.tombol
    assert len(rina.tekan("Lainnya ›").daftar) == 8


def test_after_the_year_has_turned(d: Dunia, sari: Obrolan) -> None:
    d.lewat(50 * HARI)
    assert d.hari_ini.year == 2027
    assert OrangQ(d.tx).ambil(sari.id, d.kini)
    assert "Rencana 2027" in sari.tulis("/rencana")


# -- the reminder ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ini", "lewat", "kata"),
    [
        (3, 2, "Rencana kerja November: 3 kegiatan, 2 tertinggal dari minggunya"),
        (3, 0, "Rencana kerja November: 3 kegiatan"),
        (0, 1, "Rencana kerja November: 1 tertinggal dari minggunya"),
    ],
)
def test_the_reminder_says_it_once_a_month(ini: int, lewat: int, kata: str) -> None:
    pesan = pesan_pengingat(BahanPengingat(1, date(2026, 11, 2), rencana=RencanaBulan(ini, lewat)), TABEL)
    assert pesan
    assert kata in pesan.teks
    assert [b.label for b in pesan.daftar] == ["Lihat rencana"]


def test_plans_are_found_and_opened(sari: Obrolan) -> None:
    r = buat(sari)
    layar = sari.tulis("cari papan proyek")
    sari.ketuk(layar.pesan.daftar[0].data)
    assert r.nomor in sari.layar
    assert r.nomor in sari.tulis(f"cari {r.nomor}")


def test_an_empty_plan_and_a_year_too_far(sari: Obrolan) -> None:
    sari.tulis(f"/rencana_susun {SUKAMAJU} 2027")
    sari.tulis("kosong")
    sari.tulis("simpan")
    ket = next(b.ket for b in sari.tulis("/rencana saya 2027").pesan.daftar if b.label == "Desa Sukamaju")
    assert ket == "draf, belum diajukan; masih kosong"
    layar = sari.tulis("/rencana sukamaju 2099")
    assert "Rencana 2099 belum waktunya disusun." in layar
    assert layar.tombol == ["‹ 2098"]
