"""The papers as PDF: what they say, what they look like, what never happens on them. TULIS_ULANG=1 writes the goldens."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from data.musdes.risalah import Bahasan, Penanda, Putusan, Risalah, Tempat
from handlers.cetak.mesin import cetak_pdf
from handlers.kertas.bersih import bersih, bersih_teks
from handlers.kertas.bidang import Naskah
from handlers.kertas.kalimat import PENDEK, TITIK
from handlers.kertas.naskah import naskah
from tests import pdf
from tests.handlers.kertas.contoh import BIASA, JAHAT, KOSONG, banyak, jahat

EMAS = Path(__file__).parent / "emas"
TEMPLAT = ("berita_acara", "notulen", "daftar_hadir")
ULANG = bool(os.environ.get("TULIS_ULANG"))
MIRIP = 48.0
"""Of 255, in any square of 8 pixels: another release of the fonts may differ so much, a moved line does not."""
DRAF = "DRAF, untuk diperiksa dan ditandatangani"
ANTARDESA = structs.replace(
    BIASA,
    jenis="Musyawarah Antardesa",
    desa=(Tempat("Sukaraharja", "Desa"), Tempat("Sukamaju", "Desa"), Tempat("Sukamanah", "Desa")),
    penanda=tuple(Penanda(f"Kepala Desa Contoh {n}") for n in range(1, 9)),
)
CONTOH = {"biasa": BIASA, "kosong": KOSONG, "antardesa": ANTARDESA}


def buat(templat: str, risalah: Risalah) -> bytes:
    return cetak_pdf(templat, msgspec.to_builtins(naskah(risalah)))


def teks(templat: str, risalah: Risalah) -> str:
    return " ".join("\n".join(pdf.halaman(buat(templat, risalah))).split())


@pytest.mark.parametrize("contoh", CONTOH)
@pytest.mark.parametrize("templat", TEMPLAT)
def test_the_same_words_and_the_same_look_as_ever(templat: str, contoh: str) -> None:
    isi = buat(templat, CONTOH[contoh])
    kata, rupa = "\f\n".join(pdf.halaman(isi)) + "\n", pdf.gambar(isi)
    berkas = EMAS / f"{templat}-{contoh}.txt"
    if ULANG:
        for lama in EMAS.glob(f"{templat}-{contoh}*"):
            lama.unlink()
        berkas.write_text(kata, "utf-8")
        for n, satu in enumerate(rupa, start=1):
            pdf.simpan(EMAS / f"{templat}-{contoh}-{n}.png", satu)
    assert kata == berkas.read_text("utf-8")
    tersimpan = sorted(EMAS.glob(f"{templat}-{contoh}-*.png"))
    assert len(tersimpan) == len(rupa)
    for satu, lama in zip(rupa, tersimpan, strict=True):
        assert satu.beda(pdf.muat(lama)) < MIRIP, lama.name
        assert lama.stat().st_size <= 40_000


def test_the_look_notices_a_line_that_moved() -> None:
    lain = structs.replace(BIASA, judul="")
    assert pdf.gambar(buat("notulen", BIASA))[0].beda(pdf.gambar(buat("notulen", lain))[0]) > MIRIP


@pytest.mark.parametrize("templat", TEMPLAT)
@pytest.mark.parametrize("risalah", [BIASA, KOSONG, banyak(60)], ids=["biasa", "kosong", "banyak"])
def test_every_page_is_a_draft_with_its_number_version_and_place(templat: str, risalah: Risalah) -> None:
    semua = pdf.halaman(buat(templat, risalah))
    for n, satu in enumerate(semua, start=1):
        assert DRAF in satu
        assert f"Halaman {n} dari {len(semua)}" in satu
        assert f"{risalah.nomor}, versi {risalah.versi}" in satu


@pytest.mark.parametrize("templat", TEMPLAT)
def test_the_same_record_makes_the_same_bytes_within_a_second(templat: str) -> None:
    satu = buat(templat, BIASA)
    mulai = time.process_time()
    assert buat(templat, BIASA) == satu
    assert time.process_time() - mulai < 1


@pytest.mark.parametrize("templat", TEMPLAT)
@pytest.mark.parametrize("kata", JAHAT[:5])
def test_what_people_typed_is_never_markup(templat: str, kata: str) -> None:
    hasil = teks(templat, jahat(kata))
    if templat != "daftar_hadir":
        for potong in re.findall(r"[!-~]{3,40}", bersih_teks(kata)):
            assert potong in hasil.replace("\ufffe", "-"), potong
    assert "49" not in hasil.replace("7*7", "")
    assert DRAF in hasil


def test_words_without_end_go_on_the_next_page() -> None:
    kata = JAHAT[5]
    bahasan = (Bahasan("Agenda", (kata,), (Putusan("P-1", kata, pj=kata),)),)
    r = structs.replace(BIASA, bahasan=bahasan, tempat=kata, penanda=(Penanda(kata), Penanda("Kepala Desa", kata)))
    for templat, kali in (("berita_acara", 5), ("notulen", 3), ("daftar_hadir", 1)):
        mulai = time.process_time()
        semua = pdf.halaman(buat(templat, r))
        assert sum(satu.count("x") for satu in semua) >= 9_900 * kali
        assert time.process_time() - mulai < 20  # half a second on a quiet machine; was minutes


def test_two_hundred_decisions_are_all_there_and_none_is_torn() -> None:
    mulai = time.process_time()
    semua = pdf.halaman(buat("berita_acara", banyak(200)))
    assert time.process_time() - mulai < 5
    utuh = "\n".join(semua)
    assert [n for n in range(1, 200) if f"Tahap {n}." not in utuh] == []
    for satu in semua:  # a decision's particulars stand on one page
        assert satu.count("Cara memutuskan") == satu.count("Penanggung jawab :") == satu.count("Anggaran")
    assert "12." in semua[-1]


# -- signing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jumlah", range(1, 14))
def test_the_signatures_stay_together_and_never_alone(jumlah: int) -> None:
    """However long what stands above is."""
    putusan = tuple(Putusan(f"P-{n}", "Satu keputusan yang pendek.", "mufakat") for n in range(jumlah))
    r = structs.replace(BIASA, bahasan=(Bahasan("Agenda", (), putusan),))
    akhir = next(satu for satu in pdf.halaman(buat("berita_acara", r)) if "Ketua BPD" in satu.replace(r.jenis, ""))
    assert all(kata in akhir for kata in ("Demikian", "Kepala Desa", "Wakil masyarakat", "Contoh Wakil Warga"))


def test_many_sign_in_a_table_that_repeats_its_head() -> None:
    r = structs.replace(BIASA, penanda=tuple(Penanda(f"Kepala Desa {n}", f"Contoh {n}") for n in range(1, 41)))
    lembar = [satu for satu in pdf.halaman(buat("berita_acara", r)) if "Jabatan/unsur" in satu]
    assert len(lembar) > 1
    assert all(f"Contoh {n}" in "\n".join(lembar) for n in range(1, 41))


def test_signatures_stand_in_the_order_of_the_record() -> None:
    hasil = teks("berita_acara", BIASA)
    urut = [hasil.rindex(p.peran) for p in BIASA.penanda]
    assert urut == sorted(urut)
    assert f"({TITIK})" in hasil  # nobody told who signs for the village


# -- what it says -----------------------------------------------------------------------------------------------------


def test_the_opening_is_as_official_papers_write_it() -> None:
    hasil = teks("berita_acara", BIASA)
    assert (
        "Pada hari ini, Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam (21-11-2026), "
        "pukul 19.30 WIB sampai dengan 22.10 WIB, bertempat di Balai Desa Sukaraharja, Desa Sukaraharja, Kecamatan "
        "Cibeber, Kabupaten Cianjur, Provinsi Jawa Barat, telah dilaksanakan Musyawarah Desa penyusunan RKP Desa dalam "
        "rangka penyusunan RKP Desa tahun 2027 yang diselenggarakan oleh BPD, berdasarkan undangan BPD nomor"
    ) in hasil
    assert "dihadiri oleh 45 orang, terdiri atas 30 laki-laki dan 15 perempuan, dari 60 orang yang diundang" in hasil
    assert "pemungutan suara terbuka: setuju 38, menolak 5, abstain 2" in hasil
    assert "Rp45.000.000 (empat puluh lima juta rupiah), sumber dana DD" in hasil
    assert "NOMOR: 141/07/BA/2026" in hasil


def test_what_nobody_told_is_dots() -> None:
    n = naskah(KOSONG)
    assert (n.tempat, n.dasar, n.nomor_ba, n.unsur) == (TITIK,) * 4
    assert (n.hadir, n.hadir_l, n.hadir_p, n.diundang) == (PENDEK,) * 4
    assert n.pukul == f"pukul 09.00 WIB sampai dengan {PENDEK} WIB"
    assert (n.pimpinan.nama, n.notulis.unsur) == (TITIK, TITIK)
    assert [p.peran for p in n.penanda] == [TITIK] * 2
    assert (n.putusan, n.agenda, n.bahasan, n.tindak_lanjut, n.rangka) == ((), (), (), (), "")


def test_a_decision_says_only_what_was_told() -> None:
    putusan = (
        Putusan("P-1", "a", "tertutup", setuju=3),
        Putusan("P-2", "b", sumber_dana="ADD"),
        Putusan("P-3", "c", "aklamasi", menolak=1),
    )
    a, b, c = naskah(structs.replace(BIASA, bahasan=(Bahasan("x", (), putusan),))).putusan
    assert a.cara == f"pemungutan suara tertutup: setuju 3, menolak {PENDEK}, abstain {PENDEK}"
    assert (a.anggaran, a.pj, a.tenggat) == ("", TITIK, TITIK)
    assert (b.cara, b.anggaran) == (TITIK, f"Rp{TITIK}, sumber dana ADD")
    assert c.cara == f"aklamasi: setuju {PENDEK}, menolak 1, abstain {PENDEK}"


def test_a_reason_typed_with_its_words_is_not_doubled() -> None:
    assert naskah(structs.replace(BIASA, judul="Dalam rangka HUT desa")).rangka == "Dalam rangka HUT desa"


def test_notes_have_their_hour_apart_and_those_of_no_agenda_a_heading() -> None:
    n = naskah(BIASA)
    assert [(c.jam, c.teks[:4]) for c in n.bahasan[0].catatan] == [("19.45", "Sekr"), ("20.00", "Kadu"), ("", "Kaur")]
    assert (n.bahasan[3].judul, n.agenda) == ("Lain-lain", tuple(b.judul for b in BIASA.bahasan[:3]))
    assert naskah(structs.replace(BIASA, bahasan=BIASA.bahasan[3:])).bahasan[0].judul == "Jalannya musyawarah"


@pytest.mark.parametrize(
    ("hadir", "baris"),
    [
        ({}, 25),
        ({"hadir_l": 0, "hadir_p": 0}, 25),
        ({"hadir_l": 2, "hadir_p": 1}, 3),
        ({"hadir": 40}, 40),
        ({"hadir": 40, "hadir_l": 3}, 40),
        ({"hadir": 99_999}, 1000),
    ],
)
def test_as_many_rows_to_sign_as_came(hadir: dict[str, int], baris: int) -> None:
    peserta = naskah(structs.replace(KOSONG, **hadir)).peserta
    assert len(peserta) == baris
    assert [(p.kiri, p.kanan) for p in peserta[:3]] == [("1", ""), ("", "2"), ("3", "")]


def test_local_words_and_several_villages() -> None:
    nagari = structs.replace(
        BIASA,
        desa=(Tempat("Sungai Pua", "Nagari", "Wali Nagari"),),
        kabupaten="Kabupaten Agam",
        penanda=(Penanda("Wali Nagari"),),
    )
    assert naskah(nagari).kop == ("PEMERINTAH KABUPATEN AGAM", "KECAMATAN CIBEBER", "NAGARI SUNGAI PUA")
    assert "Wali Nagari" in teks("berita_acara", nagari)
    antar = naskah(ANTARDESA)
    assert antar.kop == ("PEMERINTAH KABUPATEN CIANJUR", "KECAMATAN CIBEBER")
    assert antar.desa == "Desa Sukaraharja, Desa Sukamaju, dan Desa Sukamanah"
    assert antar.nama_tempat == "Cibeber"


def test_what_no_paper_can_hold_is_gone_and_nothing_else() -> None:
    assert bersih_teks(JAHAT[3]) == "kendali:\n\n|baris\nkedua tab"
    assert bersih_teks(JAHAT[4]) == "emoji 🙏🏽 👨‍👩‍👧 RTL שלום السلام trik x"
    assert bersih_teks("a\n\n\n\n\nb") == "a\n\nb"
    for kata in (*JAHAT[:3], JAHAT[5]):
        assert bersih_teks(kata) == kata
    assert bersih(BIASA) == BIASA


def test_the_fields_are_of_the_types_that_they_say() -> None:
    for r in CONTOH.values():
        n = naskah(r)
        assert msgspec.convert(msgspec.to_builtins(n), Naskah) == n
