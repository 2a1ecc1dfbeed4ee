"""The report as a file: all that was logged and nothing else, gaps that stay gaps, and four megabytes at most."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image

from data.media import Gudang
from data.orang import PD, TAPM_KAB
from handlers import dokumen
from handlers.cetak.foto import FotoKecil
from handlers.kerja.pekerjaan import Hasil, Terjelaskan
from handlers.laporan import muat
from handlers.laporan.berkas import GUNA, bawaan
from handlers.laporan.bulan_kunjungan import kumpulkan
from handlers.laporan.muat import TERBESAR, TakMuat, pas
from handlers.laporan.naskah import naskah
from handlers.laporan.tata import templat, tulis
from tests import pdf
from tests.handlers.cetak.test_foto import berkas as jpeg
from tests.handlers.cetak.test_foto import derau
from tests.handlers.dialog.obrolan import KECAMATAN, ZONA, Dunia
from tests.handlers.laporan.dunia import DESA4, NOVEMBER, Bulan, penuh
from tests.handlers.tim_dunia import KABUPATEN, catat, orang, selesaikan_penugasan, tugaskan
from tests.kerja import LajuUji, kerjakan

BULAN = date(2026, 11, 1)
TITIK = "." * 32


def unduh(b: Bulan, bentuk: str, laju: LajuUji | None = None) -> tuple[bytes, Hasil]:
    folder = b.folder.parent / f"kerja-{bentuk}"
    folder.mkdir(exist_ok=True)
    laju = laju or LajuUji(folder)
    hasil = kerjakan(b.desa, f"laporan_{bentuk}", NOVEMBER, folder, laju=laju)
    assert [p.name for p in folder.iterdir()] == [hasil.nama]
    return (folder / hasil.nama).read_bytes(), hasil


def kata_word(isi: bytes) -> str:
    d = Document(io.BytesIO(isi))
    return "\n".join(p.text for p in d.element.body.iter() if str(p.tag).endswith("}t") and p.text)


def kata_pdf(isi: bytes) -> str:
    return " ".join(" ".join(pdf.halaman(isi)).split())


def gambar_dalam(isi: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return [arsip.read(n) for n in arsip.namelist() if n.startswith("word/media/")]


# -- what is in it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", ["word", "pdf"])
def test_all_seven_parts(b: Bulan, bentuk: str) -> None:
    penuh(b)
    b.desa.laporan.isi("2026-11", "rekomendasi", "Kecamatan melatih bendahara.\nDua kali.")
    isi, hasil = unduh(b, bentuk)
    kata = kata_word(isi) if bentuk == "word" else kata_pdf(isi)
    rapat = kata.replace("\n", "")
    assert "17 kunjungan, 20 foto." in hasil.pesan.teks
    assert hasil.nama == f"laporan-kunjungan-2026-11.{'docx' if bentuk == 'word' else 'pdf'}"
    for satu in (
        "LAPORAN KUNJUNGAN LAPANGAN", "BULAN NOVEMBER 2026", "Bu Sari", "Pendamping Lokal Desa",
        "A. Identitas", "B. Waktu pelaksanaan", "C. Tujuan", "D. Hasil", "E. Langkah tindak lanjut",
        "F. Rekomendasi", "G. Dokumentasi", "Cianjur", "Jawa Barat", TITIK,
        "Minggu, 1 November 2026", "Pantau pembangunan fisik desa, 6 kali", "Papan proyek terpasang.",
        "Peserta 34 orang (22 L, 12 P).", "Berkas belum lengkap.", "Sekdes melengkapi berkas.",
        "Kecamatan melatih bendahara.", "Dua kali.", "20. Desa Sukaraharja, Kecamatan Cibeber",
        "Belum ada foto untuk 3 kunjungan: Kam 5/11 Sukaraharja, Sel 10/11 Mayak, Sab 14/11 Mayak.",
        "Mengetahui,",
    ):  # fmt: skip
        assert satu in rapat or satu in kata, satu
    assert not any(tanda in kata for tanda in ("{{", "{%", "None", "DRAF"))
    if bentuk == "word":
        assert len(gambar_dalam(isi)) == 20


def test_only_what_was_logged_and_dots_where_nothing_was(b: Bulan) -> None:
    b.kunjungi(3)
    isi = naskah(kumpulkan(b.desa, BULAN), b.desa)
    assert (isi.tujuan, isi.rekomendasi, isi.tindak_lanjut, isi.langkah, isi.foto) == ("", "", "", (), ())
    assert [(k.kegiatan, k.kali) for k in isi.kelompok] == [("Pantau pembangunan fisik desa", 1)]
    assert (isi.nik, isi.jabatan) == (TITIK, TITIK)
    assert isi.hasil[0].peserta == isi.hasil[0].masalah == ""
    for bentuk in ("word", "pdf"):
        unduh(b, bentuk)


def test_several_visits_of_a_day_are_one_day_and_several_results(b: Bulan) -> None:
    b.kunjungi(3, jam="08:00-10:00")
    b.kunjungi(3, jam="13:00-15:00", kegiatan="AS13")
    b.kunjungi(3, jam="19:30-22:00", desa=DESA4[0])
    isi = naskah(kumpulkan(b.desa, BULAN), b.desa)
    assert [(h.ke, h.tanggal, h.kecamatan, h.desa) for h in isi.hari] == [
        (1, "Selasa, 3 November 2026", "Cibeber", "Sukamaju, Sukaraharja")
    ]
    assert [(h.no, h.jam) for h in isi.hasil] == [(1, "08.00–10.00"), (2, "13.00–15.00"), (3, "19.30–22.00")]
    assert [(p.tujuan, p.jam, p.berangkat) for p in isi.sppd] == [
        ("Desa Sukamaju, Kecamatan Cibeber", "08.00–10.00, 13.00–15.00", "......"),
        ("Desa Sukaraharja, Kecamatan Cibeber", "19.30–22.00", "......"),
    ]
    assert isi.sppd[0].maksud == "Pantau pembangunan fisik desa; BLT Desa: penyaluran dan pemantauan"


def test_roles_and_places_of_that_month(d: Dunia, b: Bulan) -> None:
    b.kunjungi(3)
    selesaikan_penugasan(b.sari)
    tugaskan(b.sari, PD, KECAMATAN)
    isi = naskah(kumpulkan(b.desa, BULAN), b.desa)
    assert (isi.posisi, isi.kecamatan, isi.tempat) == (
        "Pendamping Lokal Desa dan Pendamping Desa",
        "Cibeber",
        "Cibeber",
    )
    d.tx.run("UPDATE penugasan SET dari = '2026-12-01', sampai = NULL")
    isi = naskah(kumpulkan(b.desa, BULAN), b.desa)
    assert (isi.posisi, isi.kecamatan, isi.kabupaten) == (TITIK, "Cibeber", "Cianjur"), (
        "where she was is known all the same"
    )


def test_above_the_kecamatan_it_is_those_that_were_visited(d: Dunia) -> None:
    for kode, nama, jalur in (
        ("32.03.09", "Cilaku", "Kabupaten Cianjur, Jawa Barat"),
        ("32.03.09.2001", "Sirnagalih", "Cilaku, Kabupaten Cianjur, Jawa Barat"),
        ("91.01.01", "Merauke", "Kabupaten Merauke, Papua"),
        ("91.01.01.2001", "Buti", "Merauke, Kabupaten Merauke, Papua"),
    ):
        d.tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, ?, ?)", (kode, nama, jalur, ZONA))
    d.tx.run("UPDATE wilayah SET jalur = 'Jawa Barat' WHERE kode = ?", (KABUPATEN,))
    yayan = orang(d, "Pak Yayan", TAPM_KAB, KABUPATEN)
    for hari, desa in ((3, DESA4[0]), (4, "32.03.09.2001"), (4, "91.01.01.2001")):
        catat(yayan, tanggal=f"2026-11-{hari:02}", desa=desa)
    isi = naskah(kumpulkan(yayan.desa, BULAN), yayan.desa)
    assert isi.kecamatan == "Cibeber, Cilaku, dan Distrik Merauke"
    assert (isi.posisi, isi.kabupaten, isi.provinsi, isi.tempat) == ("TAPM Kabupaten", "Cianjur", "Jawa Barat", TITIK)
    assert isi.hari[1].kecamatan == "Cilaku, Merauke"


def test_a_visit_to_a_kecamatan_from_before_there_was_a_rule(b: Bulan) -> None:
    b.kunjungi(3, desa=KECAMATAN)
    isi = naskah(kumpulkan(b.desa, BULAN), b.desa)
    assert (isi.hasil[0].desa, isi.hasil[0].kecamatan) == ("Kecamatan Cibeber", "Kecamatan Cibeber")


def test_what_people_typed_is_never_markup(b: Bulan) -> None:
    jahat = '{{ 7*7 }} {% for %} <b>&amp; #image("x") $x$ \x07 *tebal*'
    b.kunjungi(3, hasil=jahat, masalah=jahat, tindak_lanjut=jahat)
    for bagian in ("tujuan", "rekomendasi", "tindak_lanjut"):
        b.desa.laporan.isi("2026-11", bagian, jahat)
    bersih = jahat.replace("\x07", "")
    assert kata_word(unduh(b, "word")[0]).count(bersih) == 6, "three were logged and three were typed"
    assert "{{ 7*7 }} {% for %} <b>&amp;" in kata_pdf(unduh(b, "pdf")[0])


def test_the_travel_sheet_is_a_draft_with_hours_for_a_pen(b: Bulan) -> None:
    penuh(b)
    for resep in ("sppd_docx", "sppd_pdf"):
        isi = dokumen.buat(resep, b.desa, NOVEMBER, b.d.hari_ini)
        kata = kata_word(isi) if resep == "sppd_docx" else kata_pdf(isi)
        assert "kegiatan pukul 09.00–11.00" in " ".join(kata.split())
        assert "jam berangkat dan kembali diisi dengan pena" in " ".join(kata.split())
        kepala = Document(io.BytesIO(isi)).sections[0].header.paragraphs[0].text if resep == "sppd_docx" else kata
        assert "DRAF, untuk diperiksa dan ditandatangani" in kepala
    with pytest.raises(LookupError):
        dokumen.buat("sppd_pdf", b.desa, {"bulan": "2026-10"}, b.d.hari_ini)


@pytest.mark.parametrize("bentuk", ["word", "pdf"])
def test_visits_that_are_gone_by_then(b: Bulan, bentuk: str) -> None:
    with pytest.raises(Terjelaskan, match="sudah tidak ada lagi di catatan Anda"):
        unduh(b, bentuk)


# -- photos -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", ["word", "pdf"])
def test_a_photo_that_cannot_be_read_says_so_in_its_frame(b: Bulan, bentuk: str) -> None:
    b.kunjungi(3, 1, b"\xff\xd8\xff rusak")
    hilang = b.foto()
    b.kunjungi(4, 1)
    k = b.desa.kegiatan.ambil(b.kunjungan[1])
    assert k
    b.sari.desa.kegiatan.ganti_foto(k, [hilang], "")
    Gudang(b.folder).hapus(hilang.sidik)
    isi, hasil = unduh(b, bentuk)
    assert "2 foto tidak bisa dibaca; di tempatnya ada keterangannya." in hasil.pesan.teks
    kata = kata_word(isi) if bentuk == "word" else kata_pdf(isi)
    assert "Foto ini tidak bisa dibaca." in kata
    assert "Foto ini sudah tidak ada di simpanan." in kata
    if bentuk == "word":
        assert len(gambar_dalam(isi)) == 1


def test_how_far_it_is_photo_by_photo_and_called_off(b: Bulan) -> None:
    b.kunjungi(3, 3)
    laju = LajuUji(b.folder.parent / "kerja-word")
    unduh(b, "word", laju)
    assert laju.catatan == [(1, 3), (2, 3), (3, 3)]
    with pytest.raises(InterruptedError):
        unduh(b, "pdf", LajuUji(b.folder.parent / "kerja-pdf", henti=2))


@pytest.mark.parametrize("bentuk", ["word", "pdf"])
def test_without_photos_within_two_seconds(b: Bulan, bentuk: str) -> None:
    for hari in range(1, 18):
        b.kunjungi(hari)
    unduh(b, bentuk)
    mulai = time.process_time()
    unduh(b, bentuk)
    assert time.process_time() - mulai < 2


@pytest.mark.lambat
def test_twenty_photos_of_ten_megabytes_are_four_in_all(b: Bulan) -> None:
    """Nothing is harder to make small than noise. Nothing of the camera comes along."""
    exif = Image.Exif()
    exif[0x010F] = "RAHASIA"
    for hari in range(1, 21):
        besar = jpeg(derau(2200, hari), quality=99, exif=exif)
        assert len(besar) > 8_000_000
        b.kunjungi(hari, 0, besar)
    for bentuk in ("word", "pdf"):
        isi, hasil = unduh(b, bentuk)
        assert "20 foto" in hasil.pesan.teks
        assert 1_000_000 < len(isi) <= TERBESAR == 4_000_000
        assert b"RAHASIA" not in isi
        if bentuk == "word":
            for satu in gambar_dalam(isi):
                assert b"RAHASIA" not in satu
                with Image.open(io.BytesIO(satu)) as gambar:
                    assert max(gambar.size) >= 600


def test_what_else_is_in_the_file_makes_the_photos_smaller(b: Bulan, monkeypatch: pytest.MonkeyPatch) -> None:
    foto = [b.foto(jpeg(derau(1000, n), quality=95)).sidik for n in range(3)]
    diminta: list[list[int]] = []

    def buat(semua: list[Any]) -> bytes:
        assert all(isinstance(f, FotoKecil) for f in semua)
        diminta.append([len(f.isi) for f in semua])
        return b"x" * 300_000 + b"".join(f.isi for f in semua)

    monkeypatch.setattr(muat, "TERBESAR", 800_000)
    hasil = pas(foto, b.folder, buat, lambda n, dari: None)
    assert len(hasil) <= 800_000
    assert len(diminta) > 1
    assert sum(diminta[-1]) < sum(diminta[0])
    with pytest.raises(TakMuat, match="Kurangi fotonya"):
        pas(foto, b.folder, lambda semua: b"x" * 900_000, lambda n, dari: None)
    assert pas(foto, None, lambda semua: str(semua[0]).encode(), lambda n, dari: None).startswith(
        b"Foto ini sudah tidak"
    )


# -- the files that come along ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["laporan-kunjungan", "sppd"])
def test_the_templates_are_what_the_script_makes(nama: str, tmp_path: Path) -> None:
    """`python -m handlers.laporan.tata` after a change there."""
    tulis(tmp_path)
    satu, dua = (zipfile.ZipFile(io.BytesIO(isi)) for isi in (bawaan(nama), (tmp_path / f"{nama}.docx").read_bytes()))
    assert {n: satu.read(n) for n in satu.namelist()} == {n: dua.read(n) for n in dua.namelist()}
    assert templat(nama)
    assert GUNA == "templat:laporan"
