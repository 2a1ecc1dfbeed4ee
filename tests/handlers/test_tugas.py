"""/tugas, /beri_tugas, /kerjakan, /terkendala: given once, marked once, seen per person."""

from __future__ import annotations

import pytest

from data.orang import KPMD, PD, PLD, TAPM_KAB, TAPM_PROV
from data.tugas import TugasQ
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import (
    KABUPATEN,
    PROVINSI,
    SUKAMAJU,
    kabar,
    orang,
    ramai,
    selesaikan_penugasan,
    tugaskan,
)

JUDUL = "Kumpulkan foto papan proyek"


def beri(o: Obrolan, *nama: str, tenggat: str = "27/11") -> str:
    o.tulis("/beri_tugas")
    o.tulis(JUDUL)
    for satu in nama:
        o.tulis(satu)
    o.tulis("selesai")
    o.tulis(tenggat)
    o.tulis("kirim")
    return o.layar.pesan.judul.removeprefix("Tugas ")


# -- giving -----------------------------------------------------------------------------------------------------------


def test_each_is_told_with_the_buttons_to_answer(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    budi = orang(d, "Pak Budi")
    assert beri(rina, "sari, budi") == "T-2611-0001"
    assert "Dikirim kepada 2 orang." in rina.layar
    for o in (sari, budi):
        (satu,) = kabar(o)
        assert satu.teks == f"Bu Rina memberi tugas:\n{JUDUL}\nTenggat: Jumat, 27 November 2026"
        assert [t.label for t in satu.tombol] == ["Mulai", "Selesai", "Terkendala"]


def test_all_of_a_kind_in_a_place_are_one_choice(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    for nama in ("Pak Budi", "Bu Cici"):
        orang(d, nama)
    rina.tulis("/beri_tugas")
    rina.tulis(JUDUL)
    assert rina.layar.daftar[0] == "Semua PLD di Kecamatan Cibeber"
    rina.tekan("Semua PLD di Kecamatan Cibeber")
    rina.tekan("Bu Cici")
    rina.tekan("Selesai")
    rina.tulis("besok")
    assert "Untuk: Bu Cici, Bu Sari, Pak Budi (3 orang)" in rina.layar
    assert "Hari itu libur (akhir pekan)" in rina.layar


def test_a_holiday_is_named(rina: Obrolan, sari: Obrolan) -> None:
    rina.tulis("/beri_tugas")
    for teks in (JUDUL, "sari", "selesai", "25/12"):
        rina.tulis(teks)
    assert "Hari itu libur (Natal)" in rina.layar


def test_a_name_that_several_have_narrows_the_list(d: Dunia, rina: Obrolan) -> None:
    for nama in ("Siti Sari", "Siti Aminah", "Budi"):
        orang(d, nama)
    rina.tulis("/beri_tugas")
    rina.tulis(JUDUL)
    rina.tulis("siti")
    assert "Ada 2 yang cocok. Yang mana?" in rina.layar
    assert rina.layar.daftar == ["Siti Aminah", "Siti Sari"]
    rina.tulis("kembali")
    assert len(rina.layar.daftar) == 4
    rina.tulis("siti")
    rina.tekan("Siti Sari")
    assert "Dipilih: Siti Sari." in rina.layar
    rina.tulis("siti")
    assert rina.layar.daftar == ["Siti Aminah", "✓ Siti Sari"]
    assert "yang mana? Misalnya" in rina.tulis("joko")
    rina.tulis("budi, siti aminah")
    assert "Dipilih: Budi, Siti Aminah, Siti Sari." in rina.layar


def test_many_chosen_are_counted_and_those_without_an_address_are_named(d: Dunia, rina: Obrolan) -> None:
    for n in range(12):
        orang(d, f"Orang {n:02}", alamat=False)
    rina.tulis("/beri_tugas")
    rina.tulis(JUDUL)
    rina.tulis(", ".join(f"Orang {n:02}" for n in range(7)))
    assert "dan 2 lagi" in rina.layar
    rina.tulis("semua pld cibeber")
    rina.tulis("selesai")
    rina.tulis("27/11")
    assert ", dan 2 lagi (12 orang)" in rina.layar
    rina.tulis("kirim")
    assert "Dikirim kepada 0 orang. Mohon sampaikan langsung kepada Orang 00" in rina.layar
    assert "dan 2 lagi: belum ada alamat aktifnya" in rina.layar


def test_one_without_an_address_is_named(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    orang(d, "Pak Budi", alamat=False)
    beri(rina, "sari, budi")
    assert "Dikirim kepada 1 orang. Mohon sampaikan langsung kepada Pak Budi: belum" in rina.layar


def test_somebody_who_leaves_before_it_is_sent_is_not_given_it(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    budi = orang(d, "Pak Budi")
    rina.tulis("/beri_tugas")
    for teks in (JUDUL, "sari, budi", "selesai", "27/11"):
        rina.tulis(teks)
    selesaikan_penugasan(budi)
    assert "Ada pilihan yang sudah tidak ada" in rina.tulis("kirim")
    assert d.hitung("tugas") == 0


def test_who_has_nobody_below_cannot_give(d: Dunia, rina: Obrolan) -> None:
    assert "Belum ada orang di bawah Anda" in rina.tulis("/beri_tugas")
    assert "Beri tugas" not in rina.tulis("tugas").tombol
    assert "Tidak ada tugas yang terbuka." in rina.layar


def test_a_pld_may_ask_the_cadres_of_the_village(d: Dunia, sari: Obrolan) -> None:
    kader = orang(d, "Kader Ani", KPMD)
    assert "Beri tugas" in sari.tulis("tugas").tombol
    nomor = beri(sari, "ani")
    kader.tulis(f"/kerjakan {nomor} selesai")
    assert kabar(sari)[-1].teks.startswith("Semua sudah selesai.")


def test_wide_scopes_choose_by_kabupaten_and_provinsi(d: Dunia) -> None:
    for n in range(2):
        orang(d, f"PD {n}", PD, KECAMATAN)
        orang(d, f"TAPM {n}", TAPM_KAB, KABUPATEN)
    admin = orang(d, "Admin", "admin", "0")
    orang(d, "Bu Ida", TAPM_PROV, PROVINSI)
    admin.tulis("/beri_tugas")
    admin.tulis(JUDUL)
    assert admin.layar.daftar[:2] == ["Semua PD di Kabupaten Cianjur", "Semua TAPM kabupaten di Provinsi Jawa Barat"]


def test_twelve_hundred_can_be_asked_at_once(d: Dunia) -> None:
    ramai(d, 40, 30)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    hasan.tulis("/beri_tugas")
    hasan.tulis(JUDUL)
    assert len(hasan.layar.daftar) == 9
    hasan.tulis("kec 41")
    assert "Dipilih: Semua PLD di Kecamatan Kec 41." in hasan.layar
    hasan.tulis("selesai")
    hasan.tulis("27/11")
    assert "(30 orang)" in hasan.layar
    hasan.tulis("kirim")
    nomor = hasan.layar.pesan.judul.removeprefix("Tugas ")
    hasan.tulis(f"/tugas {nomor}")
    assert "0 dari 30 selesai.\nBelum mulai: Orang 41 0" in hasan.layar
    assert ", dan 22 lagi" in hasan.layar
    hasan.tekan("Belum mulai (30)")
    assert hasan.layar.teks.count("•") == 8
    hasan.tekan("Lainnya ›")
    assert "‹ Sebelumnya" in hasan.layar.tombol
    assert hasan.tekan("Semua status").pesan.judul == f"Tugas {nomor}"
    assert "Belum ada." in hasan.tulis(f"/tugas {nomor} terkendala")


# -- doing ------------------------------------------------------------------------------------------------------------


def test_marked_twice_is_once(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    nomor = beri(rina, "sari")
    sari.tulis("tugas")
    assert sari.layar.pesan.daftar[0].ket == "tenggat Jum 27/11, belum mulai, dari Bu Rina"
    sari.tekan(JUDUL)
    mulai = sari.layar
    assert "Baik, tercatat sedang dikerjakan." in sari.tekan("Mulai")
    assert "Sudah tercatat: dikerjakan." in sari.tekan("Mulai", layar=mulai)
    assert "tugasnya selesai" in sari.tekan("Selesai")
    assert "Sudah tercatat: selesai." in sari.tulis(f"/kerjakan {nomor} selesai")
    assert len(d.tx.all("SELECT id FROM jejak WHERE apa = 'tandai'")) == 2
    assert [p.teks for p in kabar(rina)] == [f"Semua sudah selesai.\n\n{JUDUL}"]
    assert "Tidak ada tugas yang terbuka." in sari.tulis("tugas")
    sari.tulis(f"/tugas {nomor}")
    assert "dikerjakan" in sari.tekan("Belum selesai")


def test_what_holds_somebody_up_is_told_at_once(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    budi = orang(d, "Pak Budi")
    nomor = beri(rina, "sari, budi")
    sari.tulis(f"/tugas {nomor}")
    sari.tekan("Terkendala")
    assert "Apa kendalanya? Bu Rina akan membacanya." in sari.layar
    assert "Bu Rina dikabari." in sari.tekan("Belum bisa ke lokasi.")
    assert "Status Anda: terkendala (“Belum bisa ke lokasi.”)" in sari.layar
    (satu,) = kabar(rina)
    assert satu.teks == f"Bu Sari terkendala: “Belum bisa ke lokasi.”\n\n{JUDUL}"
    rina.ketuk(satu.tombol[0].data)
    assert "Terkendala: Bu Sari (“Belum bisa ke lokasi.”)\nBelum mulai: Pak Budi" in rina.layar
    budi.tulis(f"/kerjakan {nomor} selesai")
    assert len(kabar(rina)) == 1


def test_a_closed_task_stays_as_it_is_until_it_is_opened_again(rina: Obrolan, sari: Obrolan) -> None:
    nomor = beri(rina, "sari")
    rina.tulis(f"/tugas {nomor}")
    layar = rina.layar
    assert "Tugas ditutup." in rina.tekan("Tutup tugas")
    assert "ditutup 20 Nov 19.30" in rina.layar
    assert "Tugas ini sudah ditutup." in rina.tekan("Tutup tugas", layar=layar)
    tutup = "sudah ditutup Bu Rina, jadi statusnya tetap."
    assert tutup in sari.tulis(f"/kerjakan {nomor} selesai")
    assert tutup in sari.tulis(f"/terkendala {nomor}")
    assert sari.layar.tombol == ["Tugas"]
    rina.tulis(f"/tugas {nomor}")
    assert "Tugas dibuka lagi." in rina.tekan("Buka lagi")
    assert "masih terbuka" in rina.tulis(f"/tugas {nomor} buka")
    assert "tugasnya selesai" in sari.tulis(f"/kerjakan {nomor} selesai")


def test_closed_at_the_same_moment(rina: Obrolan, sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    nomor = beri(rina, "sari")
    monkeypatch.setattr(TugasQ, "tandai", lambda *_: "ditutup")
    assert "sudah ditutup Bu Rina, jadi statusnya tetap." in sari.tulis(f"/kerjakan {nomor} selesai")


def test_of_those_who_left_nothing_is_awaited(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    budi = orang(d, "Pak Budi")
    nomor = beri(rina, "sari, budi")
    selesaikan_penugasan(budi)
    rina.tulis(f"/tugas {nomor}")
    assert "0 dari 1 selesai." in rina.layar
    assert "Tidak lagi bertugas: Pak Budi" in rina.layar
    assert "Penugasan Anda di sini sudah selesai" in budi.tulis(f"/kerjakan {nomor} selesai")
    sari.tulis(f"/kerjakan {nomor} selesai")
    assert kabar(rina)[-1].teks.startswith("Semua sudah selesai.")
    assert "Pak Budi" in rina.tulis(f"/tugas {nomor} lepas")


def test_the_day_that_is_due_is_counted(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    nomor = beri(rina, "sari", tenggat="21/11")
    assert "(1 hari lagi)" in sari.tulis(f"/tugas {nomor}")
    d.lewat(HARI)
    assert "(hari ini)" in sari.tulis(f"/tugas {nomor}")
    d.lewat(2 * HARI)
    assert "(lewat 2 hari)" in sari.tulis(f"/tugas {nomor}")


def test_own_tasks_stand_before_those_one_gave(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    beri(hasan, "rina")
    beri(rina, "sari")
    rina.tulis("tugas")
    assert "1 tugas untuk Anda. 1 tugas dari Anda." in rina.layar
    assert [b.ket for b in rina.layar.pesan.daftar] == [
        "tenggat Jum 27/11, belum mulai, dari Pak Hasan",
        "tenggat Jum 27/11, 0 dari 1 selesai",
    ]
    assert "1 tugas dari Anda." in hasan.tulis("tugas")


def test_another_s_task_is_no_task_of_mine(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    budi = orang(d, "Pak Budi")
    nomor = beri(rina, "sari")
    for teks in (f"/tugas {nomor}", f"/kerjakan {nomor} selesai", f"/terkendala {nomor}", "/tugas T-2611-0099"):
        assert "belum ada dalam daftar Anda" in budi.tulis(teks)
    assert "belum ada dalam daftar Anda" in rina.tulis(f"/kerjakan {nomor} selesai")


@pytest.mark.parametrize("teks", ["/kerjakan", "/kerjakan T-2611-0001", "/kerjakan T-2611-0001 nanti", "kerjakan"])
def test_what_is_not_said_is_asked_for_with_an_example(sari: Obrolan, teks: str) -> None:
    assert "Contoh: /kerjakan T-2611-0007 selesai" in sari.tulis(teks)


def test_a_number_can_be_typed(rina: Obrolan, sari: Obrolan) -> None:
    nomor = beri(rina, "sari")
    assert "Tugas nomor berapa?" in sari.tulis("/terkendala jembatan putus")
    assert "Apa kendalanya?" in sari.tulis(nomor.lower())


def test_several_places_in_one_kecamatan_are_one_person(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    tugaskan(sari, PLD, f"{KECAMATAN}.2017", SUKAMAJU)
    rina.tulis("/beri_tugas")
    rina.tulis(JUDUL)
    assert rina.layar.daftar == ["Bu Sari"]
