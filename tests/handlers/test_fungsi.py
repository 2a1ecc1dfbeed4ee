"""/fungsi and /fungsi_tandai: a checklist a village, one picture of several with the same figures in words."""

from __future__ import annotations

import io
import re
import struct
import time

import pytest
from openpyxl import load_workbook

from data.fungsi import BERJALAN, SELESAI
from data.katalog.fungsi import fungsi, langkah
from data.orang import ADMIN, CAMAT, PD, TAPM_KAB
from handlers import dokumen
from handlers.fungsi.gambar import isi_gambar
from handlers.fungsi.sebut import PENDEK, baca_kode, berikutnya, sebut_fungsi, sebut_langkah
from handlers.siklus.gambar import MUAT
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, catat, kenal, orang, ramai, tugaskan

SUKAMANAH = f"{KECAMATAN}.2017"


def berkas(o: Obrolan) -> bytes:
    satu = o.layar.pesan.berkas
    assert satu
    return dokumen.buat(satu.resep, o.desa, satu.bahan, o.dunia.hari_ini)


def satu(o: Obrolan, kode: str) -> tuple[str, str | None, str, str]:
    s = o.desa.fungsi.papan(SUKAMAJU)[kode]
    return s.keadaan, s.tanggal, s.bukti, s.catatan


# -- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("32.03.03.2013 F4.1", ("F4", "F4.1")),
        ("f1.3", ("F1", "F1.2")),
        ("F8,5", ("F8", "F8.2")),
        ("f4", ("F4", "")),
        ("F4.9", ("F4", "")),
        ("F40 sukamaju", ("", "")),
    ],
)
def test_a_step_is_named_by_its_number(teks: str, kode: tuple[str, str]) -> None:
    assert baca_kode(teks) == kode


def test_names_fit_a_phone_and_tell_of_the_merged() -> None:
    assert list(PENDEK) == [f.kode for f in fungsi()]
    assert all(len(sebut_fungsi(k)) <= 24 and len(PENDEK[k]) <= 20 for k in PENDEK)
    gabung = [sebut_langkah(i) for i in langkah() if i.gabungan]
    assert gabung == ["F1.2 Musdes membahas kewenangan desa (juga F1.3)", "F8.2 Belajar kewarganegaraan (juga F8.5)"]


# -- one village ------------------------------------------------------------------------------------------------------


def test_a_village_and_what_comes_next(sari: Obrolan) -> None:
    layar = sari.tulis("/fungsi")
    assert layar.pesan.judul == "Sembilan fungsi, Desa Sukamaju"
    assert "0 dari 36 langkah selesai." in layar
    assert "karena langkah pertama yang belum dimulai." in layar
    assert layar.daftar == [sebut_fungsi(f.kode) for f in fungsi()]
    assert layar.tombol == ["Tandai F1.1", "Tandai langkah", "Excel"]
    catat(sari, kegiatan="PK07")
    catat(sari, kegiatan="PK02")
    layar = sari.tulis("/fungsi sukamaju")
    assert "Berikutnya: F3.1 Diskusi pengembangan kepemimpinan, karena sudah ada 1 catatan yang cocok." in layar
    assert layar.pesan.daftar[2].ket == "belum, 0 dari 3 langkah selesai; 3 punya catatan"
    sari.tekan("Tandai F3.1")
    assert sari.jawaban == {"desa": SUKAMAJU, "fungsi": "F3", "langkah": ["F3.1"]}


def test_why_that_step_is_next(sari: Obrolan) -> None:
    def lanjut() -> tuple[str, str]:
        hasil = berikutnya(sari.desa.fungsi.papan(SUKAMAJU), sari.desa.fungsi.usul(SUKAMAJU))
        assert hasil
        return hasil[0].kode, hasil[1]

    tandai = sari.desa.fungsi.tandai
    tandai(SUKAMAJU, "F5.1", SELESAI)
    assert lanjut() == ("F5.2", "F5 sudah dimulai")
    catat(sari, kegiatan="AS18")
    catat(sari, kegiatan="AS18")
    assert lanjut() == ("F4.1", "sudah ada 2 catatan yang cocok")
    catat(sari, kegiatan="PK03")
    assert lanjut() == ("F5.3", "sudah ada 1 catatan yang cocok"), "what has begun goes on first"
    tandai(SUKAMAJU, "F9.4", BERJALAN)
    assert lanjut() == ("F9.4", "sudah berjalan, tinggal dituntaskan")
    for i in langkah():
        tandai(SUKAMAJU, i.kode, SELESAI)
    assert berikutnya(sari.desa.fungsi.papan(SUKAMAJU), {}) is None
    layar = sari.tulis("/fungsi")
    assert "36 dari 36 langkah selesai." in layar
    assert "Berikutnya" not in layar
    assert layar.tombol == ["Tandai langkah", "Excel"]


def test_the_checklist_of_one_function(sari: Obrolan) -> None:
    catat(sari, kegiatan="AS18")
    sari.desa.fungsi.tandai(SUKAMAJU, "F4.3", SELESAI, tanggal="2026-11-03", bukti="M-2611-0001")
    sari.tulis("/fungsi")
    layar = sari.tekan("F4 Demokratisasi desa")
    assert "Demokratisasi desa: 1 dari 3 langkah selesai." in layar
    assert "F4.1 Keadaan sosial, politik, dan demokrasi desa dipetakan: belum; 1 catatan cocok." in layar
    assert "F4.3 Musdes yang demokratis: selesai, 3 November 2026 (M-2611-0001)." in layar
    assert layar.daftar == ["F4.1 belum", "F4.2 belum", "F4.3 selesai"]
    assert layar.tombol == ["Tandai langkah", "Sembilan fungsi"]
    layar = sari.tekan("F4.3 selesai")
    assert [(b.label, b.ket) for b in layar.pesan.daftar] == [("M-2611-0001", "bukti")]
    assert layar.tombol == ["Berjalan", "Belum", "Ubah bukti", "Demokratisasi desa"]
    assert sari.tekan("Demokratisasi desa").daftar[0] == "F4.1 belum"
    assert sari.tekan("Sembilan fungsi").pesan.judul == "Sembilan fungsi, Desa Sukamaju"


def test_entries_that_fit_can_be_opened(sari: Obrolan) -> None:
    nomor = [catat(sari, kegiatan="AS18", tanggal=f"2026-11-{n:02}") for n in range(1, 6)]
    layar = sari.tulis("/fungsi sukamaju F4.1")
    assert f"belum dijadikan bukti: {nomor[4]} (Data Indeks Desa dan SDGs Desa, Kam 5/11)" in layar
    assert "dan 2 lagi." in layar
    assert layar.daftar == nomor[:1:-1]
    assert f"#{nomor[4]}" in sari.tekan(nomor[4])


def test_what_is_in_a_register_can_be_opened(sari: Obrolan) -> None:
    sari.dunia.tx.run(
        "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, tanggal, dibuat, diubah) "
        "VALUES ('PM-2611-0001', 'pusat', ?, 'Balai warga', 'dibentuk', '{}', ?, '2026-11-01', ?, ?)",
        (SUKAMAJU, sari.id, sari.dunia.kini, sari.dunia.kini),
    )
    layar = sari.tulis("/fungsi sukamaju F7.3")
    assert "PM-2611-0001 (" in layar
    assert layar.pesan.daftar[0].data.endswith("register PM-2611-0001")
    assert "PM-2611-0001" in sari.tekan("PM-2611-0001")


def test_a_long_history_has_pages(sari: Obrolan, d: Dunia) -> None:
    assert "belum pernah ditandai" in sari.tulis("/fungsi sukamaju F2.1 riwayat")
    for n in range(10):
        d.lewat(60)
        sari.desa.fungsi.tandai(SUKAMAJU, "F2.1", (SELESAI, BERJALAN)[n % 2], alasan="Salah tandai." if n % 2 else "")
    layar = sari.tulis("/fungsi sukamaju F2.1")
    assert layar.teks.count("Bu Sari:") == 5
    assert "20 Nov 19.40 Bu Sari: berjalan (“Salah tandai.”)" in layar
    layar = sari.tekan("Riwayat lengkap")
    assert layar.pesan.judul == "Riwayat F2.1, Desa Sukamaju"
    assert layar.teks.count("Bu Sari:") == 8
    assert sari.tekan("Lebih lama ›").teks.count("Bu Sari:") == 2
    assert sari.tekan("‹ Lebih baru").teks.count("Bu Sari:") == 8
    assert sari.tekan("Lihat langkah").pesan.judul == "F2.1, Desa Sukamaju"


def test_the_camat_reads_and_marks_nothing(d: Dunia) -> None:
    o = orang(d, "Camat", CAMAT, KECAMATAN)
    assert o.tulis("/fungsi sukamaju").tombol == ["Excel", "Semua desa"]
    assert o.tulis("/fungsi sukamaju F4").tombol == ["Sembilan fungsi"]
    assert o.tulis("/fungsi sukamaju F4.1").tombol == ["Demokratisasi desa"]


# -- marking ----------------------------------------------------------------------------------------------------------


def test_a_step_is_marked_with_what_fits(sari: Obrolan) -> None:
    a = catat(sari, kegiatan="AS18", tanggal="2026-11-03")
    sari.tulis("/fungsi sukamaju F4.1")
    sari.tekan("Selesai")
    assert "Selesai tanggal berapa?" in sari.layar
    sari.tulis("3/11")
    assert f"F4.1: {a} (Data Indeks Desa dan SDGs Desa, Sel 3/11)" in sari.layar
    sari.tekan("Pakai yang cocok")
    assert "Desa Sukamaju, selesai, 3 November 2026:\n• F4.1" in sari.layar
    assert satu(sari, "F4.1") == ("belum", None, "", ""), "nothing before it is confirmed"
    layar = sari.tekan("Simpan")
    assert "Tersimpan." in layar
    assert satu(sari, "F4.1") == (SELESAI, "2026-11-03", a, "")
    assert layar.daftar == [a]
    assert "selesai, tanggal 3 November 2026, bukti K-" in layar


def test_a_tap_takes_what_was_shown_and_nothing_logged_since(sari: Obrolan) -> None:
    a = catat(sari, kegiatan="AS18", tanggal="2026-11-03")
    for teks in (f"/fungsi_tandai {SUKAMAJU} F4.1 berjalan", "lewati"):
        sari.tulis(teks)
    lama = sari.layar
    catat(sari, kegiatan="AS18", tanggal="2026-11-04")
    assert "Usulan yang itu sudah berganti." in sari.tekan("Pakai yang cocok", layar=lama)
    sari.tekan("Pakai yang cocok")
    baru = catat(sari, kegiatan="AS18", tanggal="2026-11-05")
    sari.tekan("Simpan")
    assert a in satu(sari, "F4.1")[2]
    assert baru not in satu(sari, "F4.1")[2]


def test_several_steps_at_once_each_with_its_own(sari: Obrolan) -> None:
    a = catat(sari, kegiatan="AS18", tanggal="2026-11-03")
    b = catat(sari, kegiatan="AS02", tanggal="2026-11-04")
    sari.tulis("/fungsi sukamaju F4")
    sari.tekan("Tandai langkah")
    assert sari.layar.daftar == ["F4.1", "F4.2", "F4.3"]
    sari.tekan("F4.1")
    sari.tulis("F4.2, F4.3")
    assert "Dipilih: F4.1, F4.2, F4.3." in sari.layar
    sari.tekan("Selesai")
    sari.tekan("Berjalan")
    assert "Berjalan sejak tanggal berapa?" in sari.layar
    sari.tulis("lewati")
    sari.tekan("Pakai yang cocok")
    assert (
        f"dipetakan. Bukti: {a}\n• F4.2 Demokrasi yang berakar pada kearifan lokal seperti gotong royong\n"
        in sari.layar
    )
    layar = sari.tekan("Ubah")
    assert f"F4.1: {a}; F4.3: {b}" in str(layar.pesan)
    sari.tekan("Bukti")
    sari.tekan("Pakai yang cocok")
    layar = sari.tulis("simpan")
    assert "F4 Demokratisasi desa: 0 dari 3 langkah selesai, 3 berjalan." in layar
    assert [satu(sari, k)[2] for k in ("F4.1", "F4.2", "F4.3")] == [a, "", b]
    assert sari.tekan("Demokratisasi desa").daftar == ["F4.1 berjalan", "F4.2 berjalan", "F4.3 berjalan"]


def test_proof_and_a_note_in_ones_own_words(sari: Obrolan) -> None:
    for teks in (f"/fungsi_tandai {SUKAMAJU}", "f1", "F1.3", "selesai", "selesai", "kemarin"):
        sari.tulis(teks)
    assert sari.layar.teks == "Apa buktinya? Bisa nomor catatan, musdes, keputusan, atau dokumen; ketik saja."
    sari.tulis("Perdes 3 Tahun 2026")
    sari.tekan("+ Catatan")
    sari.tulis("Sudah diundangkan.")
    assert "Bukti: Perdes 3 Tahun 2026\nCatatan: Sudah diundangkan." in sari.layar
    sari.tulis("simpan")
    assert satu(sari, "F1.2") == (SELESAI, "2026-11-19", "Perdes 3 Tahun 2026", "Sudah diundangkan.")
    assert "Catatan: Sudah diundangkan." in sari.layar
    assert sari.layar.daftar == []


def test_back_only_with_a_reason(sari: Obrolan) -> None:
    sari.desa.fungsi.tandai(SUKAMAJU, "F1.1", SELESAI, tanggal="2026-11-03", bukti="K-2611-0009")
    sari.tulis("/fungsi sukamaju F1.1")
    sari.tekan("Belum")
    assert "Ini langkah mundur. Apa alasannya?" in sari.layar
    sari.tekan("Salah tandai.")
    assert "Alasan: Salah tandai." in sari.layar
    layar = sari.tulis("simpan")
    assert "belum, tanggal dikosongkan (“Salah tandai.”)" in layar
    assert satu(sari, "F1.1") == ("belum", None, "K-2611-0009", "")


def test_proof_is_corrected_without_a_reason(sari: Obrolan) -> None:
    sari.desa.fungsi.tandai(SUKAMAJU, "F1.1", SELESAI, bukti="K-2611-0009")
    sari.tulis("/fungsi sukamaju F1.1")
    sari.tekan("Ubah bukti")
    for teks in ("lewati", "K-2611-0010", "simpan"):
        sari.tulis(teks)
    assert satu(sari, "F1.1") == (SELESAI, None, "K-2611-0010", "")


def test_steps_that_changed_meanwhile_are_asked_again(sari: Obrolan) -> None:
    catat(sari, kegiatan="AS18")
    for teks in (f"/fungsi_tandai {SUKAMAJU} F4.1 selesai", "kemarin"):
        sari.tulis(teks)
    sari.tekan("Pakai yang cocok")
    sari.ganti(langkah=["F4.2"])
    assert "buktinya ditanyakan lagi" in sari.tulis("simpan")


def test_who_marks_where(d: Dunia, rina: Obrolan) -> None:
    ujang = orang(d, "Pak Ujang", disahkan=False)
    assert "setelah tugas Anda disahkan" in ujang.tulis("/fungsi_tandai")
    rina.tulis("/fungsi_tandai")
    assert rina.layar.tombol == ["Sukaraharja", "Mayak", "Sukamaju", "Sukamanah"]
    rina.tulis("mayak")
    assert "Desa Mayak: fungsi yang mana?" in rina.layar
    sari = orang(d, "Bu Sari")
    sari.tulis("/fungsi_tandai")
    assert "Desa Sukamaju: fungsi yang mana?" in sari.layar
    sari.tulis("batal")
    assert "sudah tidak ada dalam daftar" in sari.tulis(f"/fungsi_tandai {SUKAMANAH} F1")
    sari.tulis("batal")
    assert "Langkah yang mana?" in sari.tulis("/fungsi_tandai F1")


# -- several villages -------------------------------------------------------------------------------------------------


def test_a_kecamatan_as_a_picture_with_the_same_figures_in_words(d: Dunia, rina: Obrolan) -> None:
    tandai = rina.desa.fungsi.tandai
    for i in langkah("F4"):
        tandai(f"{KECAMATAN}.2007", i.kode, SELESAI)
    tandai(SUKAMAJU, "F4.1", SELESAI)
    tandai(SUKAMANAH, "F9.1", BERJALAN)
    layar = rina.tulis("/fungsi")
    assert layar.pesan.judul == "Sembilan fungsi, Kecamatan Cibeber"
    assert "F4 Demokratisasi desa: 1 selesai (Mayak), 1 berjalan (Sukamaju 1/3), 2 belum" in layar
    assert "F9 Siklus pembangunan: 0 selesai, 1 berjalan (Sukamanah 0/4), 3 belum" in layar
    isi = isi_gambar(rina.desa, KECAMATAN, d.hari_ini)
    assert (isi["tempat"], isi["jumlah"]) == ("Kecamatan Cibeber", "Selesai, dari 4 desa")
    _sama(layar.pesan.teks, isi)
    png = berkas(rina)
    assert struct.unpack(">I", png[16:20]) == (720,)
    assert len(png) < 100_000
    assert rina.tekan("Pilih desa").daftar[0] == "Desa Sukaraharja"
    assert rina.tekan("Desa Mayak").tombol == ["Tandai F1.1", "Tandai langkah", "Excel", "Semua desa"]
    assert rina.tekan("Semua desa").pesan.berkas


def _sama(teks: str, isi: dict[str, object]) -> None:
    """Every cell of the picture is told in words, and nothing else."""
    di_gambar, di_kata = set(), set()
    for b in isi["baris"]:  # type: ignore[attr-defined]
        for k, sel in zip(isi["kolom"], b["sel"], strict=True):  # type: ignore[call-overload]
            if sel["keadaan"] != "belum":
                di_gambar.add((k["kode"], b["nama"], sel["keadaan"], sel["teks"]))
    for baris in teks.split("\n"):
        for keadaan, nama in re.findall(r"\d+ (selesai|berjalan) \(([^)]+)\)", baris):
            for satu_ in nama.split(", "):
                desa_, _, angka = satu_.partition(" ")
                di_kata.add((baris.split()[0], desa_, keadaan, angka))
    assert di_kata == di_gambar
    selesai = {k["kode"]: k["selesai"] for k in isi["kolom"]}  # type: ignore[attr-defined]
    assert {b.split()[0]: int(m[1]) for b in teks.split("\n") if (m := re.search(r": (\d+) selesai", b))} == selesai


def test_several_villages_of_one_pld(d: Dunia) -> None:
    o = orang(d, "Bu Sari", "pld", SUKAMAJU, SUKAMANAH)
    assert o.tulis("/fungsi").pesan.judul == "Sembilan fungsi, 2 desa di Kecamatan Cibeber"
    assert berkas(o)
    o.tekan("Excel")
    assert len(_baris(o)) == 1 + 2 * 36


def test_a_picture_made_late_shows_what_may_be_seen_then(d: Dunia, rina: Obrolan) -> None:
    rina.tulis("/fungsi")
    d.tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (rina.id,))
    assert isi_gambar(rina.desa, KECAMATAN, d.hari_ini)["baris"] == []
    assert berkas(rina)


def test_several_kecamatan_are_chosen_from(d: Dunia) -> None:
    ramai(d, 2, 3)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert hasan.tulis("/fungsi").daftar == ["Kecamatan Cibeber", "Kecamatan Kec 40", "Kecamatan Kec 41"]
    assert hasan.tekan("Kecamatan Kec 40").pesan.judul == "Sembilan fungsi, Kecamatan Kec 40"
    assert hasan.tulis("/fungsi semua xlsx").pesan.berkas
    assert orang(d, "Admin", ADMIN, "0").tulis("/fungsi kec 41").pesan.judul == "Sembilan fungsi, Kecamatan Kec 41"
    assert "belum ketemu" in hasan.tulis("/fungsi entah")


def test_nobody_confirmed_and_nothing_known(d: Dunia) -> None:
    assert "setelah tugas Anda disahkan" in orang(d, "Pak Ujang", disahkan=False).tulis("/fungsi")
    kenal(d, "32.03.09", "Kosong")
    o = orang(d, "Bu Baru", PD, "32.03.09")
    assert "Belum ada desa yang tercatat di sini." in o.tulis("/fungsi")
    assert isi_gambar(o.desa, "32.03.09", d.hari_ini)["jumlah"] == "Selesai, dari 0 desa"


def test_forty_villages_are_one_small_picture_soon_made(d: Dunia) -> None:
    ramai(d, 1, 40)
    rina = orang(d, "Bu Rina", PD, "32.03.40")
    for n in range(40):
        for m, i in enumerate(langkah()):
            if (n + m) % 3 == 0:
                rina.desa.fungsi.tandai(f"32.03.40.{2001 + n}", i.kode, (SELESAI, BERJALAN)[m % 2])
    layar = rina.tulis("/fungsi")
    assert len(layar.teks) < 1000
    assert "F1 Kewenangan desa: 0 selesai, 40 berjalan, 0 belum" in layar
    berkas(rina)
    mulai = time.perf_counter()
    png = berkas(rina)
    assert time.perf_counter() - mulai < 1, "about 0.1 s where nobody else computes"
    assert len(png) < 100_000


def test_more_than_fit_stay_in_words(d: Dunia) -> None:
    ramai(d, 1, MUAT + 1)
    layar = orang(d, "Bu Rina", PD, "32.03.40").tulis("/fungsi")
    assert layar.pesan.berkas is None
    assert "0 selesai, 0 berjalan, 121 belum" in layar


# -- workbook ---------------------------------------------------------------------------------------------------------


def _baris(o: Obrolan) -> list[tuple[object, ...]]:
    return [tuple(r) for r in load_workbook(io.BytesIO(berkas(o)))["Langkah kerja"].iter_rows(values_only=True)]


def test_the_workbook_holds_every_step(sari: Obrolan, d: Dunia) -> None:
    sari.desa.fungsi.tandai(SUKAMAJU, "F1.2", SELESAI, tanggal="2026-11-03", bukti="=1+1", catatan="Bersama BPD.")
    sari.tulis("/fungsi")
    sari.tekan("Excel")
    isi = _baris(sari)
    assert len(isi) == 37
    (baris,) = [b for b in isi if b[4] == "F1.2"]
    assert baris[3] == "F1 Kewenangan desa"
    assert baris[6] == "selesai"
    assert str(baris[7]).startswith("2026-11-03")
    assert baris[8:11] == ("=1+1", "Bersama BPD.", "Bu Sari")
    assert str(baris[11]).startswith("2026-11-20 19:30")
    tugaskan(sari, "pld", SUKAMANAH)
    sari.tulis(f"/fungsi {SUKAMANAH} xlsx")
    assert len(_baris(sari)) == 37
    d.tx.run("UPDATE penugasan SET sampai = '2026-11-01'")
    assert len(_baris(sari)) == 1
