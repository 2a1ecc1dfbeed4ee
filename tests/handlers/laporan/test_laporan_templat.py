"""A template of one's own: sent, looked at beside the turns, used, and left again; or refused with what would work."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Berkas
from docx.opc.constants import RELATIONSHIP_TYPE

from data.dokumen_jenis import DOCX
from data.media import Gudang
from handlers import dokumen
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.kerja.pekerjaan import Hasil, Terjelaskan
from handlers.kertas.bahasa_templat import semua_jalur
from handlers.kertas.word import TemplatSalah, isi_templat
from handlers.laporan.berkas import GUNA, bawaan, templat_sendiri
from handlers.laporan.bidang import Naskah
from handlers.laporan.contoh import contoh
from handlers.laporan.kata_templat import LAIN, kata_salah
from handlers.laporan.muat import TERBESAR
from tests.handlers.cetak.test_foto import berkas as jpeg
from tests.handlers.cetak.test_foto import derau
from tests.handlers.dialog.obrolan import Layar, Obrolan
from tests.handlers.laporan.dunia import Bulan
from tests.handlers.laporan.test_laporan_berkas import gambar_dalam, kata_word, unduh
from tests.kerja import LajuUji, kerjakan


def sendiri(*baris: str, ubah: Callable[[Berkas], None] | None = None) -> bytes:
    d = Document()
    for satu in baris:
        d.add_paragraph(satu)
    if ubah:
        ubah(d)
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


BAIK = sendiri(
    "KOP SAYA {{ nama }} {{ bulan }}",
    "{%p for r in hasil %}",
    "{{ r.no }}. {{ r.desa }}: {{ r.hasil }}",
    "{%p endfor %}",
    "{%p for f in foto %}",
    "{% if f.gambar %}{{ f.gambar }}{% else %}{{ f.sebab }}{% endif %}",
    "{{ f.lokasi }}",
    "{%p endfor %}",
    "{{ rekomendasi|default(titik) }}",
)


BULAN_SAJA = sendiri("{{ bulan }}")


def titip(b: Bulan, isi: bytes, nama: str = "format-saya.docx") -> Dokumen:
    """On disk, as the inbox leaves it."""
    sidik = Gudang(b.folder).simpan(isi)
    b.desa.dokumen.terima(sidik, nama, DOCX, len(isi))
    return Dokumen(sidik=sidik, nama=nama, mime=DOCX, ukuran=len(isi), waktu=b.d.kini)


def kirim(b: Bulan, isi: bytes) -> Layar:
    b.sari.tulis("/laporan_templat_kirim")
    return b.sari.kirim(Masukan(dokumen=titip(b, isi)))


def periksa(b: Bulan, isi: bytes) -> Hasil:
    """Sent, and the work it became done."""
    kirim(b, isi)
    b.sari.tekan("Ya, pakai")
    (kerja,) = b.desa.kerja.berjalan()
    assert kerja.jenis == "laporan_templat"
    b.desa.kerja.batalkan(kerja.id)
    folder = b.folder.parent / "kerja"
    folder.mkdir(exist_ok=True)
    return kerjakan(b.desa, kerja.jenis, kerja.bahan, folder)


def test_sent_checked_and_used_from_then_on(b: Bulan) -> None:
    b.kunjungi(3, 0, b"\xff\xd8\xff rusak")
    b.kunjungi(4, 0, jpeg(derau(700), quality=95))
    assert "Laporan Word memakai bentuk bawaan" in b.sari.tulis("/laporan_templat")
    layar = b.sari.tekan("Kirim templat")
    assert "sebagai berkas Word (.docx), paling besar 1 MB" in layar
    assert b.sari.kirim(Masukan(dokumen=titip(b, BAIK))).tombol == ["Ya, pakai", "Jangan"]
    assert "Pemeriksaan templat sedang disiapkan" in b.sari.tekan("Ya, pakai")
    (kerja,) = b.desa.kerja.berjalan()
    hasil = kerjakan(b.desa, kerja.jenis, kerja.bahan, b.folder)
    assert hasil.pesan.teks == (
        "Templat Anda dipakai mulai sekarang. Yang diisi: bulan, foto, foto.gambar, foto.lokasi, foto.sebab, hasil, "
        "hasil.desa, hasil.hasil, hasil.no, nama, rekomendasi, titik."
    )
    assert "memakai templat Anda: format-saya.docx" in b.sari.tulis("/laporan_templat")
    isi, _ = unduh(b, "word")
    kata = kata_word(isi)
    assert "KOP SAYA Bu Sari November 2026" in kata
    assert "1. Desa Sukamaju: Papan proyek terpasang." in kata
    assert "Foto ini tidak bisa dibaca." in kata
    assert len(gambar_dalam(isi)) == 1
    layar = b.sari.tekan("Pakai bawaan")
    assert "Templat Anda sudah dilepas." in layar
    assert "KOP SAYA" not in kata_word(unduh(b, "word")[0])
    assert "sudah dilepas" not in b.sari.tulis("/laporan_templat bawaan"), "twice is once"


def test_what_is_not_in_it_is_said(b: Bulan) -> None:
    hasil = periksa(b, BULAN_SAJA)
    assert "Yang tidak ada di templat ini: hasil kunjungan, foto, rekomendasi, nama." in hasil.pesan.teks
    assert "belum ada bidang yang diisi" in periksa(b, sendiri("Surat undangan")).pesan.teks
    assert templat_sendiri(b.desa) == BULAN_SAJA, "a letter takes nothing's place"


def test_a_new_one_takes_the_place_of_the_old(b: Bulan) -> None:
    periksa(b, BAIK)
    periksa(b, sendiri("KEDUA {{ nama }}"))
    b.kunjungi(3)
    assert "KEDUA Bu Sari" in kata_word(unduh(b, "word")[0])


def test_a_word_file_out_of_the_blue(b: Bulan) -> None:
    layar = b.sari.kirim(Masukan(dokumen=titip(b, BAIK)))
    assert "Jadikan “format-saya.docx” bentuk laporan kunjungan Anda?" in layar
    layar = b.sari.tekan("Jangan")
    assert "berkas itu tidak dipakai" in layar
    assert b.desa.kerja.berjalan() == []
    assert b.desa.dokumen.semua() == [], "a letter that was only forwarded is not kept"


def _tautan(d: Berkas) -> None:
    d.part.relate_to("http://192.0.2.1/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)


def _bermakro(isi: bytes) -> bytes:
    keluar = io.BytesIO(isi)
    with zipfile.ZipFile(keluar, "a") as arsip:
        arsip.writestr("word/vbaProject.bin", b"x")
    return keluar.getvalue()


def _bom() -> bytes:
    keluar = io.BytesIO(BAIK)
    with zipfile.ZipFile(keluar, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("word/media/besar.bin", b"\0" * 60_000_000)
    return keluar.getvalue()


SALAH = {
    "tak dikenal": (sendiri("{{ namaku }}"), "Bidang namaku belum dikenal. Maksudnya nama?"),
    "dalam daftar": (
        sendiri("{%p for r in hasil %}", "{{ r.des }}", "{%p endfor %}"),
        "Bidang hasil.des belum dikenal.",
    ),
    "foto sebagai teks": (
        sendiri("{%p for f in foto %}", "{{ f.gambar|upper }}", "{%p endfor %}"),
        "foto.gambar itu foto",
    ),
    "saringan": (sendiri("{{ nama|safe }}"), "Saringan safe tidak bisa dipakai"),
    "perintah": (sendiri("{{ nama.upper() }}"), "Ada perintah call yang tidak bisa dipakai"),
    "loop": (sendiri("{%p for a, b in hasil %}", "x", "{%p endfor %}"), "Contoh: for r in hasil."),
    "loop dalam loop": (
        sendiri("{%p for r in hasil %}", "{%p for f in foto %}", "x", "{%p endfor %}", "{%p endfor %}"),
        "Daftar foto ada di dalam daftar lain",
    ),
    "tak ditutup": (sendiri("{%p for r in hasil %}", "{{ r.no }}"), LAIN),
    "makro": (_bermakro(BAIK), "berisi makro"),
    "dari luar": (sendiri("{{ nama }}", ubah=_tautan), "diambil dari luar berkas"),
    "bom": (_bom(), "terlalu besar"),
    "bukan word": (b"PK\x03\x04 bukan", "belum berkas Word"),
}


@pytest.mark.parametrize("apa", SALAH)
def test_what_is_wrong_is_said_with_what_would_work(b: Bulan, apa: str) -> None:
    isi, kata = SALAH[apa]
    periksa(b, BAIK)
    hasil = periksa(b, isi)
    assert hasil.pesan.teks.startswith("Templat ini belum bisa dipakai:\n– ")
    assert kata in hasil.pesan.teks
    assert [t.label for t in hasil.pesan.tombol] == ["Kirim lagi", "Contoh templat", "Daftar bidang"]
    assert templat_sendiri(b.desa) == BAIK, "the one before stays"


def test_only_the_first_few_are_named() -> None:
    baris = kata_salah([f"uses x{n}, which is no field" for n in range(9)]).splitlines()
    assert len(baris) == 7
    assert baris[-1] == "– dan 3 lainnya"


def test_too_large_is_not_even_looked_at(b: Bulan) -> None:
    layar = kirim(b, BAIK + b"\0" * 1_400_000)
    assert "Templat ini 1,4 MB" in layar
    assert "di bawah 1 MB" in layar
    assert b.desa.dokumen.semua() == []
    assert b.desa.kerja.berjalan() == []


def test_gone_before_it_is_looked_at(b: Bulan) -> None:
    with pytest.raises(Terjelaskan, match="Kirim lagi"):
        kerjakan(b.desa, "laporan_templat", {"sidik": "a" * 64}, b.folder)


def test_somebody_elses_is_not_there(b: Bulan, rina: Obrolan) -> None:
    sidik = titip(b, BAIK).sidik
    with pytest.raises(Terjelaskan):
        kerjakan(rina.desa, "laporan_templat", {"sidik": sidik}, b.folder)
    periksa(b, BAIK)
    assert templat_sendiri(rina.desa) == b""


def test_one_that_breaks_later_or_is_gone_gives_way_to_ours(b: Bulan) -> None:
    b.kunjungi(3)
    rusak = sendiri("{{ bidang_lama }}")
    b.desa.dokumen.simpan(titip(b, rusak).sidik, GUNA)
    isi, hasil = unduh(b, "word")
    assert "Templat Anda sedang belum bisa dipakai, jadi ini bentuk bawaannya." in hasil.pesan.teks
    assert "A. Identitas" in kata_word(isi)
    ada = b.desa.dokumen.dari(GUNA)
    assert ada
    Gudang(b.folder).hapus(ada.sidik)
    isi, hasil = unduh(b, "word")
    assert "A. Identitas" in kata_word(isi)


def test_one_that_leaves_no_room_gives_way_to_ours(b: Bulan) -> None:
    b.kunjungi(3)

    def gambar(d: Berkas) -> None:
        d.add_picture(io.BytesIO(jpeg(derau(1800), quality=97)))

    besar = sendiri("{{ nama }}", ubah=gambar)
    assert len(besar) > TERBESAR
    b.desa.dokumen.simpan(titip(b, besar).sidik, GUNA)
    isi, hasil = unduh(b, "word")
    assert "Dengan templat Anda berkasnya lebih dari 4 MB" in hasil.pesan.teks
    assert len(isi) <= TERBESAR


# -- help -------------------------------------------------------------------------------------------------------------


def test_the_example_and_the_fields_are_given(b: Bulan) -> None:
    b.sari.tulis("/laporan_templat")
    layar = b.sari.tekan("Contoh templat")
    assert layar.pesan.berkas
    isi = dokumen.buat(layar.pesan.berkas.resep, b.desa, layar.pesan.berkas.bahan, b.d.hari_ini)
    assert isi == bawaan("laporan-kunjungan")
    assert "Templat Anda dipakai mulai sekarang" in periksa(b, isi).pesan.teks, "it can be sent back as it is"
    b.sari.tulis("/laporan_templat")
    layar = b.sari.tekan("Daftar bidang")
    assert layar.pesan.berkas
    d = Document(io.BytesIO(dokumen.buat(layar.pesan.berkas.resep, b.desa, {}, b.d.hari_ini)))
    tertulis = [row.cells[0].text.strip() for row in d.tables[0].rows][1:]
    assert tertulis == [jalur.rpartition(".")[2] for jalur in semua_jalur(Naskah)]
    assert all(row.cells[1].text for row in d.tables[0].rows)


def test_every_field_can_be_used() -> None:
    """One by one, in the lists they stand in."""
    isi, gambar = contoh()
    for jalur in semua_jalur(Naskah):
        *daftar, _ = jalur.split(".")
        buka, dalam = [], ""
        for n, nama in enumerate(daftar):
            buka.append(f"{{%p for x{n} in {dalam}{nama} %}}")
            dalam = f"x{n}."
        ekor = jalur.rpartition(".")[2]
        baris = (*buka, f"{{{{ {dalam}{ekor} }}}}", *("{%p endfor %}" for _ in buka))
        assert jalur in isi_templat(sendiri(*baris), isi, wajib="", gambar=gambar)[1]


def test_ours_uses_what_a_report_needs() -> None:
    isi, gambar = contoh()
    dipakai = isi_templat(bawaan("laporan-kunjungan"), isi, wajib="", gambar=gambar)[1]
    assert {"nik", "hari.ke", "hasil.hasil", "langkah.tindak_lanjut", "bingkai.semua.gambar", "tanpa_foto"} <= dipakai
    with pytest.raises(TemplatSalah, match="draft"):
        isi_templat(bawaan("laporan-kunjungan"), isi)
    assert "draf" in isi_templat(bawaan("sppd"), isi)[1]


def test_a_field_without_a_picture_is_empty(tmp_path: Path) -> None:
    isi, _ = contoh()
    hasil = isi_templat(sendiri("{%p for f in foto %}", "[{{ f.gambar }}]", "{%p endfor %}"), isi, wajib="")[0]
    assert kata_word(hasil).splitlines() == ["[]", "[]", "[]"]
    assert LajuUji(tmp_path).catatan == []
