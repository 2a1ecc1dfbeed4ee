"""The PDF is sent, compared beside the turns, said in words, thrown away; what differed leads to what to do about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from data.desa import Desa
from data.kegiatan import Isi
from data.media import Gudang
from data.pengaturan import Pengaturan
from handlers.catatan.catat import catat
from handlers.catatan.drp import drp
from handlers.catatan.drp_salin import drp_salin
from handlers.catatan.riwayat import riwayat
from handlers.cocok import pekerjaan_cocok
from handlers.cocok.drp_cocok import drp_cocok
from handlers.cocok.drp_hasil import drp_hasil
from handlers.cocok.hasil import Butir, janggal
from handlers.cocok.hasil import Isi as IsiHasil
from handlers.cocok.sel_drp import BarisAsing
from handlers.cocok.tata_drp import DrpMilik
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.kerja.pekerjaan import Hasil
from handlers.kerja.pekerjaan_saya import pekerjaan
from handlers.kerja.tabel import PEKERJAAN
from tests.drp_pdf import NIK_REKAAN, BarisPdf, Gaya, buat, kosong, lain, pindai
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Layar, Obrolan, periksa_layar, tabel
from tests.kerja import LajuUji, kerjakan

PDF = "application/pdf"
SUKAMAJU, MAYAK = f"{KECAMATAN}.2013", f"{KECAMATAN}.2007"
NOV = date(2026, 11, 1)


class Meja:
    """Bu Sari with entries of November, and her folder of files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "kerja"
        self.folder.mkdir()
        self.pengaturan = Pengaturan(media=folder / "media")
        self.dunia = Dunia(tabel(catat, riwayat, drp, drp_salin, drp_cocok, drp_hasil, pekerjaan))
        self.sari = self.dunia.orang("Bu Sari")

    @property
    def desa(self) -> Desa:
        d = self.sari.desa
        return Desa(
            self.dunia.tx,
            self.sari.konteks.orang,
            "uji",
            self.dunia.kini,
            replace(d.pengaturan, media=self.pengaturan.media),
        )

    def catat(self, hari: int, jam: str = "09:00-11:00", **lain: str) -> str:
        isi: dict[str, Any] = {
            "desa": SUKAMAJU,
            "kegiatan": "AS11",
            "cara": "desa",
            "hasil": f"Papan proyek nomor {hari} terpasang.",
            **lain,
        }
        mulai, selesai = (int(j[:2]) * 60 + int(j[3:]) for j in jam.split("-"))
        return self.desa.kegiatan.catat(
            Isi(tanggal=f"2026-11-{hari:02}", jam=jam, menit=(selesai - mulai) % 1440, **isi), [], None
        )

    def kirim(self, pdf: bytes) -> str:
        sidik = Gudang(self.pengaturan.media or Path()).simpan(pdf)
        self.desa.dokumen.terima(sidik, "drp.pdf", PDF, len(pdf))
        return sidik

    def cocokkan(self, pdf: bytes, bulan: str = "") -> Hasil:
        return kerjakan(self.desa, "drp_cocok", {"sidik": self.kirim(pdf), "bulan": bulan}, self.folder)

    def layar(self, hasil: Hasil) -> Layar:
        periksa_layar(hasil.pesan)
        self.sari.riwayat.append(Layar(hasil.pesan))
        return self.sari.layar


@pytest.fixture
def meja(tmp_path: Path) -> Meja:
    return Meja(tmp_path)


def baris(hari: int, mulai: int = 540, selesai: int = 660, **lain: object) -> BarisPdf:
    isi = {
        "jenis": "Pelaksanaan Pembangunan Desa",
        "kunjungan": True,
        "deskripsi": f"Pantau pembangunan fisik desa. Papan proyek nomor {hari} terpasang.",
        **lain,
    }
    return BarisPdf(date(2026, 11, hari), mulai, selesai, **isi)  # type: ignore[arg-type]


def test_asked_for_sent_and_begun(meja: Meja) -> None:
    layar = meja.sari.tulis("cocokkan drp oktober")
    assert layar.pesan.minta == "dokumen"
    assert "Kirim PDF DRP Oktober 2026." in layar
    assert "belum" not in meja.sari.tulis("ini pdfnya").teks or meja.sari.terbuka
    sidik = meja.kirim(buat([baris(3)]))
    layar = meja.sari.kirim(Masukan(dokumen=Dokumen(sidik, nama="drp.pdf", mime=PDF)))
    assert "Pencocokan DRP Oktober 2026 sedang disiapkan" in layar
    assert meja.sari.terbuka is None
    [kerja] = meja.desa.kerja.berjalan()
    assert (kerja.jenis, kerja.bahan) == ("drp_cocok", {"sidik": sidik, "bulan": "2026-10"})


def test_sent_outright(meja: Meja) -> None:
    sidik = meja.kirim(buat([baris(3)]))
    layar = meja.sari.kirim(Masukan(dokumen=Dokumen(sidik, nama="drp.pdf", mime=PDF)))
    assert "Pencocokan DRP sedang disiapkan" in layar
    assert meja.desa.kerja.berjalan()[0].bahan == {"sidik": sidik, "bulan": ""}


def test_called_off_its_document_is_thrown_away(meja: Meja) -> None:
    sidik = meja.kirim(buat([baris(3)]))
    meja.sari.kirim(Masukan(dokumen=Dokumen(sidik, nama="drp.pdf", mime=PDF)))
    assert meja.desa.dokumen.ada(sidik)
    meja.sari.tulis("sampai mana")
    layar = meja.sari.tekan("Batalkan")
    assert layar.teks == (
        "Pencocokan DRP dibatalkan, dan dokumennya sudah saya buang. Kalau masih perlu, kirim lagi, ya."
    )
    assert not meja.desa.dokumen.ada(sidik)
    assert meja.desa.kerja.berjalan() == []


def test_words_that_name_no_month(meja: Meja) -> None:
    layar = meja.sari.tulis("/drp_cocok tolong")
    assert "tolong" in layar
    assert "Kirim PDF DRP." in layar


def test_all_is_well(meja: Meja) -> None:
    meja.catat(3)
    hasil = meja.cocokkan(buat([baris(3)]))
    layar = meja.layar(hasil)
    assert "Semua cocok: 1 catatan" in layar
    assert "Jam kerja: 2 jam, sama di DRP." in layar
    assert "Hari kerja: 1, sama di DRP." in layar
    assert "⚠" not in layar
    assert layar.label == ["Simpan hasil ini", "Rekap DRP"]


def test_every_kind_of_difference_and_what_leads_on(meja: Meja) -> None:
    satu = meja.catat(2, hasil="Posyandu Melati berjalan, bidan hadir.", kegiatan="PO04")
    dua = meja.catat(3)
    tiga = meja.catat(4)
    empat = meja.catat(5)
    lima = meja.catat(6)
    enam = meja.catat(9, cara="koordinasi")
    pdf = buat(
        [
            baris(3, selesai=720),
            baris(5),  # 4 in DRP a day later: matched with its own words
            baris(5, deskripsi="Pantau pembangunan fisik desa. Papan proyek nomor 4 terpasang."),
            baris(6, lokasi=("JAWA BARAT", "CIANJUR", "CIBEBER", "MAYAK")),
            baris(9),
            baris(
                12,
                jenis="Penugasan Lainnya",
                deskripsi="Verifikasi data penerima bersama operator",
                lokasi=("JAWA BARAT", "CIANJUR", "CIBEBER", "MAYAK"),
            ),
        ]
    )
    layar = meja.layar(meja.cocokkan(pdf))
    assert "1 dari 6 catatan di sini cocok dengan DRP. " in layar
    for kata in ("1 belum ada di DRP", "1 belum tercatat di sini", "1 tanggalnya berbeda", "1 jamnya", "1 tempatnya"):
        assert kata in layar
    assert "1 berbeda antara kunjungan dan aktivitas" in layar
    assert "Jam kerja: 12 jam di sini, 13 jam di DRP." in layar
    assert "Hari kerja: 6 di sini, 5 di DRP." in layar

    def buka(label: str) -> Layar:
        meja.sari.tulis("hasil drp")
        return meja.sari.tekan(label)

    assert satu in buka("Belum di DRP (1)")
    assert satu in meja.sari.tekan("Salin no. 1") or "Posyandu" in meja.sari.layar
    assert f"#{tiga}): tanggal 04/11/26 di sini, 05/11/26 di DRP" in buka("Tanggal beda (1)")
    assert f"#{dua}): jam 09.00–11.00 di sini, 09.00–12.00 di DRP" in buka("Jam beda (1)")
    assert f"#{lima}): desa Sukamaju di sini, JAWA BARAT / CIANJUR / CIBEBER / MAYAK di DRP" in buka("Tempat beda (1)")
    assert f"#{enam}): kunjungan aktivitas di sini, kunjungan di DRP" in buka("Kunjungan beda (1)")
    assert enam in meja.sari.tekan("Buka no. 1")
    assert empat not in str([x.teks for x in meja.sari.riwayat if "di DRP" in x.teks and "Semua" not in x.teks][-1])
    layar = buka("Belum di sini (1)")
    assert "12/11/26 09.00–11.00, JAWA BARAT / CIANJUR / CIBEBER / MAYAK, kunjungan: Verifikasi data" in layar
    layar = meja.sari.tekan("Catat no. 1")
    assert meja.sari.jawaban == {"tanggal": "2026-11-12", "jam": "09:00-11:00", "desa": MAYAK}
    assert "Kegiatan apa?" in layar, "nothing is saved without the person"


def test_a_kind_that_is_only_a_suggestion_says_so(meja: Meja) -> None:
    meja.catat(3)
    meja.layar(meja.cocokkan(buat([baris(3, jenis="Penugasan Lainnya")])))
    layar = meja.sari.tekan("Jenis beda (1)")
    assert "hanya usulan" in layar
    assert "jenis Pelaksanaan Pembangunan Desa di sini, Penugasan Lainnya di DRP" in layar
    assert "cocok" in meja.sari.tekan("Hasil pencocokan")


def test_many_go_over_pages(meja: Meja) -> None:
    for hari in range(1, 8):
        meja.catat(hari)
    meja.layar(meja.cocokkan(buat([])))
    layar = meja.sari.tekan("Belum di DRP (7)")
    assert layar.tombol == [*(f"Salin no. {n}" for n in range(1, 6)), "Lanjut ›", "Hasil pencocokan"]
    layar = meja.sari.tekan("Lanjut ›")
    assert layar.tombol == ["Salin no. 6", "Salin no. 7", "‹ Sebelumnya", "Hasil pencocokan"]
    assert "Salin no. 1" in meja.sari.tekan("‹ Sebelumnya").tombol
    assert "7 belum ada di DRP" in meja.sari.tulis("/drp_hasil 2026-11 belum_drp 9")


def test_kept_only_when_it_is_asked_for(meja: Meja) -> None:
    meja.catat(3)
    meja.layar(meja.cocokkan(buat([])))
    assert "sampai besok" in meja.sari.layar
    meja.dunia.lewat(86_400)
    assert "Belum ada hasil pencocokan November 2026" in meja.sari.tulis("hasil drp")
    meja.layar(meja.cocokkan(buat([])))
    assert "disimpan" in meja.sari.tekan("Simpan hasil ini")
    meja.dunia.lewat(86_400 * 5)
    layar = meja.sari.tekan("Lihat hasil")
    assert "sampai besok" not in layar
    assert "Simpan hasil ini" not in layar.label
    assert "sudah dihapus" in meja.sari.tekan("Hapus hasil ini")
    assert "Belum ada hasil" in meja.sari.tulis("hasil drp")


def test_another_month_than_asked_is_said_and_compared_as_what_it_is(meja: Meja) -> None:
    meja.catat(3)
    layar = meja.layar(meja.cocokkan(buat([baris(3)]), bulan="2026-10"))
    assert "PDF ini DRP November 2026, bukan Oktober 2026; jadi yang dicocokkan November 2026." in layar
    assert layar.pesan.judul == "Pencocokan DRP November 2026"
    assert "PDF ini DRP" not in meja.layar(meja.cocokkan(buat([baris(3)]), bulan="2026-11"))


def test_a_month_that_only_the_rows_tell(meja: Meja) -> None:
    assert "Pencocokan DRP November 2026" in meja.layar(meja.cocokkan(buat([baris(3), baris(4)], periode="-")))
    assert "tidak menyebut bulannya" in meja.layar(meja.cocokkan(buat([], periode="-")))


def test_the_rows_tell_the_month_where_the_head_names_another(meja: Meja) -> None:
    """'Laporan bulanan, dicetak 2 Desember 2026'"""
    meja.catat(3)
    layar = meja.layar(meja.cocokkan(buat([baris(3)], periode="Desember 2026")))
    assert "Semua cocok: 1 catatan" in layar
    assert layar.pesan.judul == "Pencocokan DRP November 2026"


def test_rows_of_other_months_are_not_said_to_be_missing(meja: Meja) -> None:
    meja.catat(3)
    asing = replace(baris(4), tanggal=date(2026, 9, 4))
    layar = meja.layar(meja.cocokkan(buat([asing, baris(3)])))
    assert "⚠ 1 baris PDF ini bertanggal di luar November 2026, jadi tidak ikut dicocokkan." in layar
    assert "belum tercatat di sini" not in layar


def test_a_year_that_no_report_is_of(meja: Meja) -> None:
    """The day after it is in no calendar."""
    pdf = buat([replace(baris(3), tanggal=date(9999, 12, 31))], Gaya(tanggal="panjang"), periode="-")
    assert "tidak menyebut bulannya" in meja.layar(meja.cocokkan(pdf))


def test_the_result_is_found_without_naming_its_month(meja: Meja) -> None:
    """In December, when November's report is handed in."""
    meja.catat(3)
    meja.dunia.kini += 14 * 86_400
    meja.layar(meja.cocokkan(buat([])))
    assert meja.sari.tulis("hasil drp").pesan.judul == "Pencocokan DRP November 2026"
    assert "Simpan hasil ini" in meja.sari.tulis("/drp_hasil 2026-11 jam").tombol, "not kept yet, so it can be"


def test_a_village_of_its_kecamatan_s_name(meja: Meja) -> None:
    meja.dunia.raw.execute("UPDATE wilayah SET nama = 'Cibeber' WHERE kode = ?", (SUKAMAJU,))
    meja.catat(3)
    pdf = buat([baris(3, lokasi=("JAWA BARAT", "CIANJUR", "CIBEBER", "MAYAK")),
                baris(12, lokasi=("JAWA BARAT", "CIANJUR", "CIBEBER", "MAYAK"))])  # fmt: skip
    layar = meja.layar(meja.cocokkan(pdf))
    assert "1 tempatnya berbeda" in layar
    meja.sari.tekan("Belum di sini (1)")
    meja.sari.tekan("Catat no. 1")
    assert meja.sari.jawaban["desa"] == MAYAK


def test_a_number_of_a_person_is_nowhere(meja: Meja) -> None:
    nik = "3203031212700007"
    pdf = buat([baris(3, deskripsi=f"Data NIK {nik} diperiksa", lokasi=("JAWA BARAT", "CIANJUR", "CIBEBER", nik))])
    hasil = meja.cocokkan(pdf)
    tersimpan = meja.desa.drp_cocok.terakhir("2026-11")
    assert tersimpan
    assert "3203031212700007" not in msgspec.json.encode(hasil.pesan).decode() + tersimpan.isi


def test_the_evening_before_the_month_is_matched_but_not_missed(meja: Meja) -> None:
    akhir = replace(
        baris(3),
        tanggal=date(2026, 11, 1),
        mulai=0,
        selesai=60,
        deskripsi="Musdesus penetapan penerima BLT sampai larut",
    )
    isi = Isi(
        desa=SUKAMAJU,
        kegiatan="AS11",
        cara="desa",
        tanggal="2026-10-31",
        jam="22:00-01:00",
        menit=180,
        hasil="Musdesus penetapan penerima BLT sampai larut.",
    )
    meja.desa.kegiatan.catat(isi, [], None)
    layar = meja.layar(meja.cocokkan(buat([akhir])))
    assert "1 tanggalnya berbeda" in layar
    assert "belum ada di DRP" not in meja.layar(meja.cocokkan(buat([])))


def test_an_empty_month_on_both_sides(meja: Meja) -> None:
    assert "Belum ada catatan di sini, dan di DRP juga belum ada" in meja.layar(meja.cocokkan(buat([])))


def test_totals_that_do_not_add_up_are_said(meja: Meja) -> None:
    layar = meja.layar(meja.cocokkan(buat([baris(3)], laporan=4, jam="08:00", hari="4/21")))
    assert "⚠ PDF ini mungkin tidak terbaca utuh: tertulis 4 laporan, yang terbaca 1." in layar
    assert "Di ringkasan PDF tertulis 8 jam" in layar
    assert "Di ringkasan PDF tertulis 4 hari kerja, sedangkan barisnya 1 hari." in layar


def test_a_list_that_lacks_a_row_and_a_row_without_a_date() -> None:
    satu = BarisAsing(1, NOV, None, None, None, "", False, "", "")
    milik = DrpMilik(NOV, None, None, 1, {"aktivitas": 2, "kunjungan lapangan": 0}, (satu,))
    assert "2 aktivitas, yang terbaca 1" in janggal(milik)[0]
    assert "1 baris yang tanggalnya" in janggal(replace(milik, daftar={}, tak_terbaca=1))[0]
    assert janggal(replace(milik, daftar={})) == []


@pytest.mark.parametrize(
    ("pdf", "kata"),
    [
        (pindai(), "gambar hasil pindai"),
        (lain(), "bukan laporan bulanan DRP yang saya kenal"),
        (b"%PDF-1.4 rusak", "tidak bisa dibuka"),
        (kosong(61), "lebih dari 60 halaman"),
    ],
)
def test_what_cannot_be_read_is_explained_and_thrown_away(meja: Meja, pdf: bytes, kata: str) -> None:
    layar = meja.layar(meja.cocokkan(pdf))
    assert kata in layar
    assert layar.label == ["Kirim PDF lain"]
    assert meja.desa.dokumen.semua() == []


def test_too_many_rows(meja: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pekerjaan_cocok, "BARIS", 1)
    assert "jadi bukan DRP satu orang" in meja.layar(meja.cocokkan(buat([baris(3), baris(4)])))
    assert meja.desa.dokumen.semua() == []


def test_nothing_of_the_document_stays(meja: Meja) -> None:
    """Neither the file nor a word of its head; of its rows what differed, for a day."""
    hasil = meja.cocokkan(buat([baris(3)]))
    assert meja.desa.dokumen.semua() == []
    tersimpan = meja.desa.drp_cocok.terakhir("2026-11")
    assert tersimpan
    semua = msgspec.json.encode(hasil.pesan).decode() + tersimpan.isi
    assert NIK_REKAAN not in semua
    assert "Contohwati" not in semua


def test_called_off_it_writes_nothing(meja: Meja) -> None:
    sidik = meja.kirim(buat([baris(3)]))
    with pytest.raises(InterruptedError):
        PEKERJAAN["drp_cocok"](meja.desa, {"sidik": sidik, "bulan": ""}, LajuUji(meja.folder, henti=1))
    assert meja.desa.drp_cocok.terakhir("2026-11") is None


def test_a_document_that_is_gone_meanwhile(meja: Meja) -> None:
    """The same PDF was sent twice, of two months: the first comparison threw it away."""
    layar = meja.layar(kerjakan(meja.desa, "drp_cocok", {"sidik": "0" * 64, "bulan": ""}, meja.folder))
    assert "PDF-nya sudah tidak ada di sini" in layar
    assert layar.label == ["Kirim PDF lain"]


def test_somebody_else_s_entries_and_documents_are_not_there(meja: Meja) -> None:
    meja.catat(3)
    sidik = meja.kirim(buat([baris(3)]))
    budi: Obrolan = meja.dunia.orang("Pak Budi")
    lain_ = Desa(
        meja.dunia.tx,
        budi.konteks.orang,
        "uji",
        meja.dunia.kini,
        replace(budi.desa.pengaturan, media=meja.pengaturan.media),
    )
    hasil = kerjakan(lain_, "drp_cocok", {"sidik": sidik, "bulan": ""}, meja.folder)
    assert "PDF-nya sudah tidak ada di sini" in hasil.pesan.teks
    assert meja.desa.dokumen.ada(sidik)


def test_places_that_are_not_one_of_theirs_are_asked(meja: Meja) -> None:
    pdf = buat(
        [
            baris(3, lokasi=("JAWA BARAT", "CIANJUR", "CIBEBER"), kunjungan=False),
            baris(4, lokasi=("JAWA BARAT", "CIANJUR", "CUGENANG", "CIBEUREUM")),
            baris(5, lokasi=("JAWA BARAT", "CIANJUR", "CIBEBER", "CIMANGGU")),
            baris(6, mulai=540, selesai=540, lokasi=("-",)),
        ]
    )
    meja.layar(meja.cocokkan(pdf))
    meja.sari.tekan("Belum di sini (4)")
    isi = msgspec.json.decode(meja.desa.drp_cocok.terakhir("2026-11").isi, type=IsiHasil)  # type: ignore[union-attr]
    assert [b.perintah for b in isi.butir] == [
        f"catat drp 2026-11-03 09:00-11:00 {KECAMATAN}",
        "catat drp 2026-11-04 09:00-11:00",
        "catat drp 2026-11-05 09:00-11:00",
        "catat drp 2026-11-06",
    ]
    assert all(isinstance(b, Butir) for b in isi.butir)


def test_what_a_made_up_button_says_is_asked_again(meja: Meja) -> None:
    meja.sari.tulis("/catat drp 2030-01-01 09:00-11:00 11.01.02.2001")
    assert "desa" not in meja.sari.jawaban
    meja.sari.tulis("sukamaju")
    meja.sari.tulis("pantau fisik")
    layar = meja.sari.tulis("di desa")
    assert "Tanggal berapa?" in layar
    meja.sari.tulis("batal")
    meja.sari.tulis("/catat drp 2026-11-19")
    assert meja.sari.jawaban == {"tanggal": "2026-11-19"}
