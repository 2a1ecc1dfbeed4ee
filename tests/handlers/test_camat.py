"""/laporan_camat: its screen, parts written by two at once, versions, the signed letter, its papers."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from docx import Document

from data.camat import Bagian, DesaCamat, Isi, MusdesCamat
from data.camat.isi import BAGIAN, Hadirin
from data.katalog.laporan_camat import muat_laporan_camat
from data.orang import CAMAT, PD, TAPM_KAB, TAPM_PROV, TEKNIS
from data.pengaturan import Pengaturan
from data.wilayah import WilayahQ
from handlers import dokumen
from handlers.camat import kalimat, tata_word
from handlers.camat.contoh import contoh, contoh_isi
from handlers.camat.naskah import naskah
from handlers.camat.tulis import TERPANJANG
from handlers.camat.versi import berkas
from handlers.cetak.mesin import cetak_pdf
from handlers.kertas.word import TemplatSalah, bawaan, isi_templat
from tests import pdf
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, catat, orang

NOVEMBER = f"{KECAMATAN} 2026-11"


def buat_berkas(o: Obrolan, layar: Any, pengaturan: Pengaturan | None = None) -> bytes:
    berkas = layar.pesan.berkas
    assert berkas
    desa = o.desa
    if pengaturan:
        desa.pengaturan = pengaturan
    return dokumen.buat(berkas.resep, desa, berkas.bahan, o.dunia.hari_ini)


def nama_berkas(layar: Any) -> str:
    assert layar.pesan.berkas
    return str(layar.pesan.berkas.nama)


def kata_pdf(isi: bytes) -> str:
    return " ".join(" ".join(pdf.halaman(isi)).split())


def tulis(o: Obrolan, kode: str, teks: str, cara: str = "tambah") -> Any:
    o.tulis(f"/camat_tulis {NOVEMBER} b{kode} {cara}")
    o.tulis(teks)
    return o.tulis("simpan")


@pytest.fixture
def gugun(d: Dunia) -> Obrolan:
    return orang(d, "Pak Gugun", TEKNIS, KECAMATAN)


# -- the screen -------------------------------------------------------------------------------------------------------


def test_figures_parts_and_what_can_be_done(d: Dunia, rina: Obrolan) -> None:
    catat(orang(d, "Bu Sari"), masalah="Jalan putus.")
    layar = rina.tulis("laporan camat")
    assert "November 2026, sampai tanggal 20" in layar
    assert "1 kegiatan, 1 kunjungan ke 1 dari 4 desa, 1 masalah." in layar
    assert len(layar.daftar) == 7
    assert layar.tombol == ["Buat draf", "‹ Oktober 2026"]
    layar = rina.tekan("‹ Oktober 2026")
    assert "Belum ada kegiatan yang tercatat di bulan itu." in layar
    assert layar.tombol == ["Buat draf", "‹ September 2026", "November 2026 ›"]


def test_until_the_tenth_it_is_the_month_before(d: Dunia, rina: Obrolan) -> None:
    d.lewat(20 * HARI)
    assert "November 2026\n" in rina.tulis("laporan camat").teks + "\n", d.hari_ini
    d.lewat(HARI)
    assert "Desember 2026, sampai tanggal 11" in rina.tulis("laporan camat")


@pytest.mark.parametrize(
    ("kata", "bulan"),
    [
        ("oktober", "Oktober 2026"), ("okt 2025", "Oktober 2025"), ("2026-09", "September 2026"),
        ("bulan lalu", "Oktober 2026"), (f"{KECAMATAN} juli", "Juli 2026"), ("cibeber agustus", "Agustus 2026"),
    ],
)  # fmt: skip
def test_the_month_as_people_say_it(rina: Obrolan, kata: str, bulan: str) -> None:
    assert f"{bulan}\n" in rina.tulis(f"/laporan_camat {kata}").teks


@pytest.mark.parametrize(("kata", "alasan"), [("2026-12", "belum mulai"), ("oktober 2024", "sudah terlalu lama")])
def test_a_month_beyond_says_which_can_be_opened(rina: Obrolan, kata: str, alasan: str) -> None:
    layar = rina.tulis(f"/laporan_camat {kata}")
    assert alasan in layar
    assert "November 2024 sampai November 2026" in layar


def test_who_has_several_kecamatan_is_asked_which(d: Dunia) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert "Kecamatan Cibeber" in hasan.tulis("laporan camat").pesan.judul
    for n in range(1, 15):
        if n != 3:  # not Cibeber, which is known
            WilayahQ(d.tx).kenalkan(f"32.03.{n:02}")
    layar = hasan.tulis("/laporan_camat oktober")
    assert "Laporan kecamatan mana?" in layar
    assert layar.tombol == ["Lainnya ›"]
    layar = hasan.tekan("Lainnya ›")
    assert layar.tombol == ["‹ Sebelumnya"]
    assert "Oktober 2026" in hasan.tekan(layar.daftar[0])


def test_a_place_that_is_not_theirs_is_as_if_it_were_not_there(d: Dunia, rina: Obrolan) -> None:
    WilayahQ(d.tx).kenalkan("32.03.04")
    jauh = orang(d, "Bu Jauh", PD, "32.03.04")
    jauh.tulis("laporan camat")
    jauh.tekan("Buat draf")
    satu = rina.tulis("/laporan_camat 32.03.04")
    assert "“32.03.04” belum ada di wilayah tugas Anda." in satu
    assert "“32.03.99” belum ada di wilayah tugas Anda." in rina.tulis("/laporan_camat 32.03.99")
    assert "“entah” belum ada" in rina.tulis("/laporan_camat entah")
    assert "C-2611-0001 belum ada dalam daftar Anda." in rina.tulis("/laporan_camat C-2611-0001")
    assert "C-2611-0001 belum ada dalam daftar Anda." in rina.tulis("/camat_tanda C-2611-0001")


def test_a_pld_is_told_who_prepares_it(sari: Obrolan, d: Dunia) -> None:
    for o in (sari, orang(d, "Pak Sendiri", PD, KECAMATAN, disahkan=False)):
        for teks in (
            "laporan camat",
            "/laporan_camat cibeber",
            f"/camat_tulis {NOVEMBER} b1",
            f"/camat_tanda {NOVEMBER}",
        ):
            assert "Laporan Camat disiapkan PD" in o.tulis(teks)


def test_those_above_and_the_camat_read(d: Dunia, rina: Obrolan) -> None:
    for o in (orang(d, "Pak Camat", CAMAT, KECAMATAN), orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)):
        layar = o.tulis(f"/laporan_camat {KECAMATAN}")
        assert "Belum ada draf. PD kecamatan ini yang menyiapkan." in layar
        assert layar.tombol == ["‹ Oktober 2026"]
        assert o.tekan("3. Kegiatan").tombol == ["Bagian 4 ›", "Laporannya"]
        assert "PD kecamatan ini yang menyiapkan" in o.tulis(f"/laporan_camat {NOVEMBER} terbit")
        assert "Belum ada draf" in o.tulis(f"/laporan_camat {NOVEMBER} pdf")
        assert "Belum ada draf" in o.tulis(f"/laporan_camat {NOVEMBER} lama")
        assert "Belum ada yang diubah" in o.tulis(f"/laporan_camat {NOVEMBER} riwayat")
    hasan = orang(d, "Bu Hani", TAPM_KAB, KABUPATEN)
    for perintah in ("camat_tulis", "camat_tanda"):
        assert "Yang menulis laporan ini PD atau pendamping teknis" in hasan.tulis(f"/{perintah} {NOVEMBER}")


# -- parts ------------------------------------------------------------------------------------------------------------


def test_every_part_is_shown_as_it_will_be(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    catat(sari, masalah="Jalan putus.", peserta=12, peserta_l=7, peserta_p=5)
    kata = [
        "Kecamatan Cibeber, Kabupaten Cianjur",
        "• Bu Sari, Pendamping Lokal Desa: Sukamaju",
        "• Asistensi: 1 kegiatan",
    ]
    kata += ["• Desa Sukamaju: Kegiatan 1", "• Sukamaju: Jalan putus.", "Belum ada rencana kerja", "Demikian laporan"]
    rina.tulis("laporan camat")
    layar = rina.tekan("1. Pendahuluan")
    for n, satu in enumerate(kata, start=1):
        assert satu in layar.teks, layar.teks
        if n < 7:
            layar = rina.tekan(f"Bagian {n + 1} ›")
    assert layar.tombol == ["Tambah tulisan", "Ganti kalimatnya", "Laporannya"]
    assert "3 desa: belum ada yang tercatat bulan ini." in rina.tulis(f"/laporan_camat {NOVEMBER} b4")


def test_more_than_a_screen_holds_is_counted(d: Dunia, rina: Obrolan) -> None:
    for n in range(30):
        kode = f"{KECAMATAN}.{3001 + n}"
        d.tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, '', 'Asia/Jakarta')", (kode, f"Desa {n}"))
        catat(orang(d, f"P {n}", "pld", kode), desa=kode, masalah="Jalan putus.")
    assert "… dan 21 desa lagi, lengkap di drafnya." in rina.tulis(f"/laporan_camat {NOVEMBER} b4")
    assert "… dan 21 lagi, lengkap di drafnya." in rina.tulis(f"/laporan_camat {NOVEMBER} b5")


def test_words_are_added_replaced_emptied_and_none_is_lost(rina: Obrolan) -> None:
    assert "Tambahan dari Bu Rina" in tulis(rina, "1", "Pertama sekali.")
    layar = tulis(rina, "1", "Kedua kali.")
    assert "Pertama sekali.\n\nKedua kali." in layar
    assert "Laporan ini memuat" in layar
    layar = tulis(rina, "1", "Pengganti.", "ganti")
    assert "Kalimat pengganti dari Bu Rina" in layar
    assert "Laporan ini memuat" not in layar
    assert "ditulis sendiri" in str(rina.tulis("laporan camat").pesan.daftar)
    assert "Pengganti.\n\nDitambah." in tulis(rina, "1", "Ditambah.")
    rina.tulis(f"/camat_tulis {NOVEMBER} b1 kosongkan")
    layar = rina.tulis("simpan")
    assert "Laporan ini memuat" in layar
    assert "Kosongkan tulisan" not in layar.tombol
    lama = rina.tekan("Tulisan lama")
    for teks in ("Pengganti.\n\nDitambah.", "Pertama sekali.\n\nKedua kali."):
        assert teks in lama
    assert "Belum ada tulisan lama." in rina.tulis(f"/laporan_camat {NOVEMBER} b2 lalu")


def test_asked_for_step_by_step(rina: Obrolan) -> None:
    rina.tulis("/camat_tulis")
    rina.tulis("cibeber november")
    rina.tulis("penutup")
    layar = rina.tekan("Ganti kalimatnya")
    assert "Tulis kalimat penggantinya untuk Penutup." in layar
    rina.tulis("Sekian.")
    assert "Sekian." in rina.tulis("simpan")
    layar = rina.tulis(f"/camat_tulis {NOVEMBER} b7 ganti")
    assert "Sekarang:\nSekian." in layar
    rina.tulis("batal")
    assert rina.tulis(f"/camat_tulis {NOVEMBER} b4").tombol == ["Tambah tulisan"]


def test_a_part_that_is_full(rina: Obrolan) -> None:
    lap = rina.desa.camat.buka(KECAMATAN, "2026-11")
    assert lap
    rina.desa.camat.tulis(lap, "5", "a b " * (TERPANJANG // 3), ganti=False, ke=0)
    layar = rina.tulis(f"/camat_tulis {NOVEMBER} b5 tambah")
    assert "Ganti dengan yang lebih ringkas" in layar
    assert "(lengkapnya di drafnya)" in layar


def test_a_report_that_is_named_wrongly_can_be_named_again(rina: Obrolan) -> None:
    rina.tulis("/camat_tulis entah")
    assert "“entah” belum ada di wilayah tugas Anda." in rina.tulis("entah")


def test_two_add_to_one_part_at_once(rina: Obrolan, gugun: Obrolan) -> None:
    for o, teks in ((rina, "Dari Rina."), (gugun, "Dari Gugun.")):
        o.tulis(f"/camat_tulis {NOVEMBER} b5 r0 tambah")
        o.tulis(teks)
    rina.tulis("simpan")
    layar = gugun.tulis("simpan")
    assert "Bu Rina juga baru menulis di bagian ini; tidak ada yang hilang." in layar
    assert "Dari Rina.\n\nDari Gugun." in layar


def bentrok(rina: Obrolan, gugun: Obrolan, cara: str = "ganti") -> Any:
    """Pak Gugun's text for a part that Bu Rina has changed since he looked."""
    tulis(rina, "5", "Dari Rina.")
    ke = 1 if cara == "kosongkan" else 0
    if ke:
        gugun.tulis(f"/camat_tulis {NOVEMBER} b5 r1 {cara}")
        tulis(rina, "5", "Lagi.")
        return gugun.tulis("simpan")
    gugun.tulis(f"/camat_tulis {NOVEMBER} b5 r0 {cara}")
    gugun.tulis("Dari Gugun.")
    return gugun.tulis("simpan")


def test_replacing_what_was_changed_meanwhile_is_asked(rina: Obrolan, gugun: Obrolan) -> None:
    layar = bentrok(rina, gugun)
    assert "Bu Rina baru saja mengubah bagian ini. Sekarang isinya:\nDari Rina." in layar
    assert layar.tombol == ["Taruh di bawahnya", "Ganti dengan ini", "Biarkan yang terbaru"]
    gugun.tekan("Taruh di bawahnya")
    assert "Dari Rina.\n\nDari Gugun." in gugun.tulis("simpan")


def test_replaced_all_the_same_the_other_s_is_kept(rina: Obrolan, gugun: Obrolan) -> None:
    bentrok(rina, gugun)
    gugun.tekan("Ganti dengan ini")
    layar = gugun.tulis("simpan")
    assert "Dari Rina." not in layar
    assert "Dari Rina." in gugun.tekan("Tulisan lama")


def test_or_left_as_it_is(rina: Obrolan, gugun: Obrolan) -> None:
    bentrok(rina, gugun)
    layar = gugun.tekan("Biarkan yang terbaru")
    assert "Yang terbaru tetap." in layar
    assert "Dari Gugun." not in layar


def test_changed_once_more_while_asked_it_is_asked_again(rina: Obrolan, gugun: Obrolan) -> None:
    bentrok(rina, gugun)
    tulis(rina, "5", "Sekali lagi.")
    gugun.tekan("Ganti dengan ini")
    assert "Sekali lagi." in gugun.layar
    gugun.tekan("Taruh di bawahnya")
    assert "Dari Rina.\n\nSekali lagi.\n\nDari Gugun." in gugun.tulis("simpan")


def test_emptied_while_somebody_adds(rina: Obrolan, gugun: Obrolan) -> None:
    layar = bentrok(rina, gugun, "kosongkan")
    assert layar.tombol == ["Kosongkan", "Biarkan yang terbaru"]
    gugun.tekan("Kosongkan")
    assert "Kosongkan tulisan" not in gugun.tulis("simpan").tombol


def test_the_tap_that_came_too_late_is_asked_again(rina: Obrolan, gugun: Obrolan) -> None:
    bentrok(rina, gugun)
    gugun.tekan("Ganti dengan ini")
    tulis(rina, "5", "Sekali lagi.")
    layar = gugun.tulis("simpan")
    assert "Dari Rina.\n\nSekali lagi." in layar
    assert "Biarkan yang terbaru" in layar.tombol


# -- versions and the letter ------------------------------------------------------------------------------------------


def terbit(o: Obrolan) -> Any:
    return o.tulis(f"/laporan_camat {NOVEMBER} terbit")


def test_the_camat_fetches_what_is_there(d: Dunia, rina: Obrolan) -> None:
    terbit(rina)
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    layar = camat.tulis("laporan camat")
    assert layar.tombol == ["PDF", "Word", "Riwayat", "‹ Oktober 2026"]
    assert "DRAF" in kata_pdf(buat_berkas(camat, camat.tekan("PDF")))


def test_a_version_for_every_change_and_the_old_ones_stay(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    catat(sari)
    assert "Draf versi 1 jadi." in terbit(rina)
    assert "Versi 1 masih sama dengan catatan." in terbit(rina)
    catat(sari, jam="13:00-15:00")
    layar = rina.tulis("laporan camat")
    assert "Isinya sudah berubah sejak versi ini." in layar
    assert "Isinya sudah berubah sejak versi ini." in rina.tekan("PDF")
    rina.tekan("Laporannya")
    assert "Draf versi 2 jadi." in rina.tekan("Perbarui draf")
    layar = rina.tekan("Versi lama")
    assert layar.daftar == ["Versi 2", "Versi 1"]
    layar = rina.tekan("Versi 1")
    assert nama_berkas(layar) == "draf-laporan-camat-2026-11-v1.pdf"
    assert "Dicatat 1 kegiatan" in kata_pdf(buat_berkas(rina, layar))
    assert "Dicatat 2 kegiatan" in kata_pdf(buat_berkas(rina, rina.tulis(f"/laporan_camat {NOVEMBER} pdf")))
    assert "Versi 9 belum ada; yang terakhir versi 2." in rina.tulis("/laporan_camat C-2611-0001 v9")


def tanda_tangani(o: Obrolan, surat: str = "414/12/XI/2026") -> Any:
    o.tulis(f"/camat_tanda {NOVEMBER}")
    o.tulis(surat)
    o.tulis("kemarin")
    return o.tulis("simpan")


def test_signed_it_is_no_draft_any_more(d: Dunia, rina: Obrolan) -> None:
    assert "Buat drafnya dulu" in rina.tulis(f"/camat_tanda {NOVEMBER}")
    terbit(rina)
    draf = kata_pdf(buat_berkas(rina, rina.tulis("/laporan_camat C-2611-0001 pdf")))
    assert draf.count("DRAF, untuk diperiksa dan ditandatangani Camat Cibeber") == len(
        pdf.halaman(buat_berkas(rina, rina.tulis("/laporan_camat C-2611-0001 pdf")))
    )
    assert "sekarang dicetak tanpa tulisan draf" in tanda_tangani(rina)
    layar = rina.tulis("/laporan_camat C-2611-0001 pdf")
    assert nama_berkas(layar) == "laporan-camat-2026-11-v1.pdf"
    resmi = kata_pdf(buat_berkas(rina, layar))
    assert "DRAF" not in resmi
    assert "414/12/XI/2026" in resmi
    assert "19 November 2026" in resmi
    word = Document(io.BytesIO(buat_berkas(rina, rina.tulis("/laporan_camat C-2611-0001 word"))))
    assert word.sections[0].header.paragraphs[0].text == ""
    assert "masih sama dengan catatan" in terbit(rina)


def test_a_change_after_it_is_asked_first(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    terbit(rina)
    tanda_tangani(rina)
    assert "jadi draf lagi" in rina.tulis(f"/camat_tulis {NOVEMBER} b7 tambah")
    assert "tetap seperti yang ditandatangani" in rina.tulis("jangan")
    catat(sari)
    layar = terbit(rina)
    assert "Versi 1 sudah ditandatangani (surat 414/12/XI/2026)." in layar
    assert layar.tombol == ["Perbarui jadi draf", "Laporannya"]
    assert "Draf versi 2 jadi." in rina.tekan("Perbarui jadi draf")
    assert "DRAF" in kata_pdf(buat_berkas(rina, rina.tulis("/laporan_camat C-2611-0001 v2")))
    assert "DRAF" not in kata_pdf(buat_berkas(rina, rina.tulis("/laporan_camat C-2611-0001 v1")))
    assert "ditandatangani" in rina.tulis("/laporan_camat C-2611-0001 lama").pesan.daftar[1].ket


def test_typed_after_it_once_it_was_asked(rina: Obrolan) -> None:
    terbit(rina)
    tanda_tangani(rina)
    rina.tulis(f"/camat_tulis {NOVEMBER} b7 tambah")
    rina.tekan("Ubah")
    rina.tulis("Terima kasih.")
    assert "Terima kasih." in rina.tulis("simpan")
    lap = rina.desa.camat.ambil("C-2611-0001")
    assert lap
    assert not lap.resmi


def test_the_letter_is_put_right_or_taken_back(rina: Obrolan) -> None:
    terbit(rina)
    tanda_tangani(rina)
    rina.tulis("laporan camat")
    layar = rina.tekan("Betulkan nomornya")
    assert "Tercatat: surat 414/12/XI/2026, 19 November 2026." in layar
    rina.tekan("Nomor atau tanggal")
    rina.tulis("414/13/XI/2026")
    rina.tulis("hari ini")
    assert "surat 414/13/XI/2026, 20 November 2026" in rina.tulis("simpan")
    rina.tekan("Betulkan nomornya")
    rina.tekan("Belum ditandatangani")
    layar = rina.tulis("simpan")
    assert "Jadi draf lagi." in layar
    assert "Sudah ditandatangani" in layar.tombol
    riwayat = rina.tekan("Riwayat")
    assert "Bu Rina mencatat versi 1 ditandatangani: 414/13/XI/2026" in riwayat
    assert "Bu Rina mencatat versi 1 belum ditandatangani" in riwayat


def test_a_newer_version_in_between_is_told(d: Dunia, rina: Obrolan, gugun: Obrolan) -> None:
    terbit(rina)
    rina.tulis(f"/camat_tanda {NOVEMBER}")
    rina.tulis("414/12/XI/2026")
    catat(orang(d, "Bu Sari"))
    assert "Isi laporan sudah berubah sejak versi 1" in rina.tulis("kemarin")
    terbit(gugun)
    layar = rina.tulis("simpan")
    assert "Baru saja terbit versi 2, jadi tanda tangan versi 1 belum dicatat." in layar
    assert "Draf C-2611-0001, versi 2." in layar


# -- papers -----------------------------------------------------------------------------------------------------------


def test_the_paper_says_all_that_the_fields_hold(tmp_path: Path) -> None:
    n = contoh()
    isi = cetak_pdf("laporan_camat", msgspec.to_builtins(n))
    kertas = kata_pdf(isi)
    word = Document(io.BytesIO(isi_templat(bawaan("laporan-camat"), n)[0]))
    teks = " ".join([p.text for p in word.paragraphs] + [s.text for t in word.tables for r in t.rows for s in r.cells])
    for kode in BAGIAN:
        assert f"Contoh tulisan bagian {kode}." in kertas
        assert f"Contoh tulisan bagian {kode}." in teks
        assert muat_laporan_camat().ambil(kode).judul.split()[0] in kertas
    for satu in ("Lainnya (1 orang)", "Tingkat kecamatan, antardesa", "Contoh upaya.", "minggu I, III", "Camat Contoh"):
        assert satu in kertas
        assert satu in teks
    assert "{{" not in teks
    assert all("DRAF" in satu for satu in pdf.halaman(isi))


def test_columns_add_up() -> None:
    n, isi = contoh(), contoh_isi()
    assert sum(p.catatan for p in n.pilar) == isi.catatan == sum(d.catatan for d in n.rekap_desa)
    assert sum(o.catatan for o in n.rekap_orang) == isi.catatan
    assert sum(p.laki for p in n.pilar) == sum(d.laki for d in n.rekap_desa)
    assert sum(d.putusan for d in n.rekap_desa) == sum(len(m.putusan) for m in isi.musdes)


def test_nothing_typed_and_nothing_logged_is_said_in_words() -> None:
    n = naskah(Isi(KECAMATAN, "Cibeber", "2026-11", "2026-11-01"), "C-2611-0001", 1, None)
    kertas = kata_pdf(cetak_pdf("laporan_camat", msgspec.to_builtins(n)))
    assert "Belum ada tenaga pendamping profesional" in kertas
    assert "Belum ada kegiatan yang dicatat." in kertas
    assert "Belum ada masalah di catatan kegiatan." in kertas
    assert n.masa == "1 November 2026"
    isi_templat(bawaan("laporan-camat"), n)


@pytest.mark.parametrize("kata", ['#import "x"', "{{ 7*7 }}", "$x$ *tebal* _miring_", "a" * 400, "\x00\u202eterbalik"])
def test_what_people_typed_is_never_markup(kata: str) -> None:
    isi = msgspec.structs.replace(contoh_isi(), isian={k: Bagian(kata) for k in BAGIAN})
    n = naskah(isi, "C-2611-0001", 1, None)
    kertas = kata_pdf(cetak_pdf("laporan_camat", msgspec.to_builtins(n)))
    assert "49" not in kertas
    if kata.startswith(("#", "$")):
        assert kata in kertas
    isi_templat(bawaan("laporan-camat"), n)


def test_the_words_of_the_place() -> None:
    for kode, kata in (("34.03.01", "Panewu"), ("94.01.01", "Kepala Distrik"), ("34.71.01", "Mantri Pamong Praja")):
        assert kalimat.penanda(Isi(kode, "X", "2026-11", "2026-11-20")).startswith(kata)
    assert kalimat.sebut_desa(SUKAMAJU, "Desa Sukamaju") == "Desa Sukamaju"
    assert kalimat.tempat("99.99", "Entah") == "Entah"


def test_a_musyawarah_alone_is_something(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    d.tx.run(
        "INSERT INTO musdes (nomor, orang_id, jenis, desa, tanggal, mulai, hadir_l, hadir_p, status, dibuat, diubah) "
        "VALUES ('M-2611-0001', ?, 'rkp', ?, '2026-11-12', '09:00', 30, 20, 'selesai', 0, 0)",
        (sari.id, SUKAMAJU),
    )
    d.tx.run("INSERT INTO musdes_desa VALUES (1, ?, '2026-11-12')", (SUKAMAJU,))
    assert "0 kegiatan, 0 kunjungan ke 0 dari 4 desa, 1 musdes." in rina.tulis("laporan camat")
    layar = rina.tulis(f"/laporan_camat {NOVEMBER} b4")
    assert "12 November 2026, 50 orang (30 L, 20 P). Keputusannya belum dicatat." in layar
    assert "Kegiatan 0" not in layar


def test_a_template_that_cannot_be_used_is_told(rina: Obrolan, tmp_path: Path) -> None:
    (tmp_path / "laporan-camat.docx").write_bytes(b"rusak")
    terbit(rina)
    lap = rina.desa.camat.ambil("C-2611-0001")
    assert lap
    desa = rina.desa
    desa.pengaturan = Pengaturan(templat=str(tmp_path))
    assert "jadi ini bentuk bawaannya" in berkas(lap, desa.camat.isi(lap), 1, desa, word=True).teks


def test_who_reads_nothing_wide_is_asked_for_a_name(d: Dunia) -> None:
    """Somebody with a whole province of which no kecamatan is known here yet."""
    d.tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('11', 'Aceh', '', 'Asia/Jakarta')")
    layar = orang(d, "Ahli Aceh", TAPM_PROV, "11").tulis("laporan camat")
    assert layar.teks.startswith("Ketik nama kecamatannya")


def test_sentences_of_rare_cases() -> None:
    d = DesaCamat("32.03.03.2013", "Sukamaju", 1, 0, Hadirin(), bumdes=99)
    assert list(kalimat.hasil_desa(d)) == ["Kegiatan 1, kunjungan lapangan 0.", "BUM Desa: langkah 99."]
    m = MusdesCamat("M-2611-0001", "rkp", "2026-11-12")
    assert kalimat.musdes(m).endswith("12 November 2026. Keputusannya belum dicatat.")
    isi = Isi(KECAMATAN, "Cibeber", "2026-11", "2026-11-30", isian={"2": Bagian("Kami tulis.", True)})
    n = naskah(isi, "C-2611-0001", 1, None)
    assert (n.data, n.ketik_data) == ("", ("Kami tulis.",))


def test_an_own_template_of_the_kabupaten(rina: Obrolan, tmp_path: Path) -> None:
    terbit(rina)
    layar = rina.tulis("/laporan_camat C-2611-0001 word")
    d = Document()
    d.add_paragraph("{{ draf }} MILIK KABUPATEN {{ bulan|upper }}")
    d.save(str(tmp_path / "laporan-camat.docx"))
    isi = buat_berkas(rina, layar, Pengaturan(templat=str(tmp_path)))
    assert "MILIK KABUPATEN NOVEMBER 2026" in Document(io.BytesIO(isi)).paragraphs[0].text
    (tmp_path / "laporan-camat.docx").write_bytes(b"rusak")
    isi = buat_berkas(rina, layar, Pengaturan(templat=str(tmp_path)))
    assert "LAPORAN PELAKSANAAN" in "\n".join(p.text for p in Document(io.BytesIO(isi)).paragraphs)
    with pytest.raises(TemplatSalah, match="draft"):
        isi_templat(_docx("{{ bulan }}"), contoh())


def _docx(teks: str) -> bytes:
    d, keluar = Document(), io.BytesIO()
    d.add_paragraph(teks)
    d.save(keluar)
    return keluar.getvalue()


def test_the_template_that_comes_along_is_what_the_script_makes(tmp_path: Path) -> None:
    """`python -m handlers.camat.tata_word` after a change there."""
    tata_word.tulis(tmp_path)
    satu, dua = (
        zipfile.ZipFile(io.BytesIO(isi))
        for isi in (bawaan("laporan-camat"), (tmp_path / "laporan-camat.docx").read_bytes())
    )
    assert {n: satu.read(n) for n in satu.namelist()} == {n: dua.read(n) for n in dua.namelist()}


def test_files_of_others_are_not_made(d: Dunia, rina: Obrolan) -> None:
    terbit(rina)
    WilayahQ(d.tx).kenalkan("32.03.04")
    jauh = orang(d, "Bu Jauh", PD, "32.03.04")
    for nomor in ("C-2611-0001", "C-2611-0009"):
        with pytest.raises(LookupError):
            dokumen.buat("camat_pdf", jauh.desa, {"nomor": nomor, "versi": 1}, date(2026, 11, 20))
    with pytest.raises(LookupError):
        dokumen.buat("camat_docx", rina.desa, {"nomor": "C-2611-0001", "versi": 7}, date(2026, 11, 20))
