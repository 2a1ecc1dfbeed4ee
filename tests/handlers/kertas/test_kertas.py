"""/kertas: versions, who may make them, what each file is called; and the record as its papers say it."""

from __future__ import annotations

import io
import logging
import re
from pathlib import Path

import pytest
from docx import Document

from data.keputusan import IsiKeputusan
from data.musdes.musdes import Mulai, Musdes, Narasumber, Penanda
from data.orang import CAMAT, PD, PLD
from data.pengaturan import Pengaturan
from handlers import dokumen
from handlers.kertas.resep import _rusak
from handlers.kertas.susun import susun_risalah
from handlers.kertas.word import bawaan
from tests import pdf
from tests.handlers.dialog.obrolan import JAM, KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import SUKAMAJU, dunia, orang

NOMOR = "M-2611-0001"
RINGAN = "Draf, bukan berita acara resmi: periksa bersama Ketua BPD dan Pemerintah Desa."


@pytest.fixture
def d() -> Dunia:
    return dunia()


@pytest.fixture
def sari(d: Dunia) -> Obrolan:
    return orang(d, "Bu Sari")


def mulai(o: Obrolan, jenis: str = "rkp", *desa: str, selesai: str | None = None) -> Musdes:
    isi = Mulai(jenis, desa or (SUKAMAJU,), "2026-11-20", "19:30", selesai, "Balai desa", "RKP 2027")
    m = o.desa.musdes.ambil(o.desa.musdes.mulai(isi))
    assert m
    return m


def terisi(o: Obrolan) -> Musdes:
    m = mulai(o)
    agenda = o.desa.musdes.tambah_agenda(m, "Prioritas")
    o.desa.musdes.tambah_catatan(m, "Kadus: jalan rusak", agenda)
    k = o.desa.keputusan
    putusan = k.ambil(k.tambah(m.id, IsiKeputusan("Rabat beton", "mufakat", anggaran=45_000_000), agenda_id=agenda))
    assert putusan
    k.tambah(m.id, IsiKeputusan("Ukur jalan", pj="TPK"), induk=putusan.id)
    return m


def berkas(o: Obrolan) -> bytes:
    b = o.layar.pesan.berkas
    assert b
    return dokumen.buat(b.resep, o.desa, b.bahan, o.dunia.hari_ini)


def kata_word(isi: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(isi)).paragraphs)


# -- versions ---------------------------------------------------------------------------------------------------------


def test_the_first_time_a_version_is_made(sari: Obrolan) -> None:
    terisi(sari)
    sari.tulis(f"/kertas {NOMOR}")
    assert sari.layar.pesan.judul == f"Draf kertas {NOMOR}, versi 1"
    assert RINGAN in sari.layar
    assert "jadi titik-titik" in sari.layar
    assert sari.layar.tombol == ["Berita acara", "Notulen", "Daftar hadir", "Bentuk Word", "Ke musdesnya"]
    sari.tulis(f"/kertas {NOMOR}")
    assert "versi 1" in sari.layar
    assert sari.dunia.hitung("musdes_versi") == 1


def test_a_change_makes_another_and_the_old_one_stays(sari: Obrolan) -> None:
    m = terisi(sari)
    sari.tulis(f"/kertas {NOMOR}")
    sari.desa.musdes.ubah(m, {"tempat": "Masjid"})
    sari.tulis(f"/kertas {NOMOR}")
    assert "versi 2" in sari.layar
    sari.tekan("Versi lama")
    assert [(b.label, b.ket) for b in sari.layar.pesan.daftar] == [("Versi 1", "1 bahasan, 1 keputusan")]
    sari.tekan("Versi 1")
    assert "Ini versi lama; yang terakhir versi 2." in sari.layar
    sari.tekan("Berita acara")
    assert "versi 1" in sari.layar
    assert "Balai desa" in pdf.halaman(berkas(sari))[0]
    sari.tekan("Draf kertas")
    sari.tekan("Berita acara")
    assert "Masjid" in pdf.halaman(berkas(sari))[0]
    sari.tulis(f"/kertas {NOMOR} v1")
    sari.tekan("Versi terakhir")
    assert "versi 2" in sari.layar


def test_a_version_that_never_was(sari: Obrolan) -> None:
    terisi(sari)
    sari.tulis(f"/kertas {NOMOR}")
    for n in (0, 2, 9999):
        sari.tulis(f"/kertas {NOMOR} v{n}")
        assert f"Versi {n} belum ada; yang terakhir versi 1." in sari.layar
    sari.tulis(f"/kertas {NOMOR} lama")
    assert "Belum ada versi lama." in sari.layar


def test_of_many_versions_the_latest_are_listed(sari: Obrolan) -> None:
    m = terisi(sari)
    for n in range(13):
        sari.desa.musdes.ubah(m, {"tempat": f"Tempat {n}"})
        sari.tulis(f"/kertas {NOMOR}")
    sari.tulis(f"/kertas {NOMOR} lama")
    assert sari.layar.daftar == [f"Versi {n}" for n in range(12, 2, -1)]
    assert f"ketik misalnya /kertas {NOMOR} v1" in sari.layar


# -- the files --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kata", "nama", "judul"),
    [
        ("ba pdf", "draf-berita-acara-M-2611-0001-v1.pdf", "BERITA ACARA"),
        ("notulen", "draf-notulen-M-2611-0001-v1.pdf", "NOTULEN"),
        ("daftar hadir", "draf-daftar-hadir-M-2611-0001-v1.pdf", "DAFTAR HADIR"),
        ("berita acara word", "draf-berita-acara-M-2611-0001-v1.docx", "BERITA ACARA"),
        ("notulen docx", "draf-notulen-M-2611-0001-v1.docx", "NOTULEN"),
        ("word hadir", "draf-daftar-hadir-M-2611-0001-v1.docx", "DAFTAR HADIR"),
    ],
)
def test_each_paper_in_each_form(sari: Obrolan, kata: str, nama: str, judul: str) -> None:
    terisi(sari)
    sari.tulis(f"/kertas {NOMOR.lower()} {kata}")
    b = sari.layar.pesan.berkas
    assert b
    assert b.nama == nama
    assert ("Cetak, lalu edarkan untuk ditandatangani." if "hadir" in kata else RINGAN) in sari.layar
    isi = berkas(sari)
    assert judul in ("\n".join(pdf.halaman(isi)) if nama.endswith("pdf") else kata_word(isi))


def test_typed_without_a_slash_it_is_the_same(sari: Obrolan) -> None:
    terisi(sari)
    sari.tulis(f"kertas {NOMOR} ba")
    assert sari.layar.pesan.berkas


def test_a_tap_leads_to_the_other_form_and_back(sari: Obrolan) -> None:
    terisi(sari)
    sari.tulis(f"/kertas {NOMOR}")
    sari.tekan("Bentuk Word")
    assert sari.layar.pesan.judul.endswith("(Word)")
    sari.tekan("Notulen")
    assert sari.layar.pesan.berkas.resep == "musdes_docx"  # type: ignore[union-attr]
    sari.tekan("Bentuk PDF")
    assert sari.layar.pesan.berkas.resep == "musdes_pdf"  # type: ignore[union-attr]
    sari.tulis(f"/kertas {NOMOR} word")
    sari.tekan("Bentuk PDF")
    assert not sari.layar.pesan.judul.endswith("(Word)")


def test_before_the_meeting_there_is_a_list_to_sign(sari: Obrolan) -> None:
    mulai(sari)
    sari.tulis(f"/kertas {NOMOR}")
    assert "Catatan dan keputusannya belum ada. Daftar hadir sudah bisa dicetak" in sari.layar
    assert sari.layar.tombol == ["Daftar hadir", "Bentuk Word", "Ke musdesnya"]
    sari.tekan("Daftar hadir")
    assert "25" in "\n".join(pdf.halaman(berkas(sari)))


def test_a_file_is_made_from_its_version_even_later(sari: Obrolan) -> None:
    m = terisi(sari)
    sari.tulis(f"/kertas {NOMOR} ba")
    isi = berkas(sari)
    sari.desa.musdes.ubah(m, {"tempat": "Masjid"})
    assert berkas(sari) == isi
    assert "versi 2" in sari.tulis(f"/kertas {NOMOR}")
    sari.tulis(f"/kertas {NOMOR} ba")
    assert berkas(sari) != isi
    sari.tulis(f"/kertas {NOMOR} v1 ba")
    assert berkas(sari) == isi


# -- who --------------------------------------------------------------------------------------------------------------


def test_without_a_number_those_going_on_are_offered(sari: Obrolan) -> None:
    terisi(sari)
    sari.tulis("/kertas")
    assert sari.layar.daftar == [NOMOR]
    sari.tekan(NOMOR)
    assert "versi 1" in sari.layar


def test_a_number_outside_one_s_scope_is_not_there(d: Dunia, sari: Obrolan) -> None:
    terisi(sari)
    jauh = orang(d, "Pak Jauh", PLD, f"{KECAMATAN}.2005")
    jauh.tulis(f"/kertas {NOMOR}")
    assert f"Musdes {NOMOR} belum ada dalam daftar Anda." in jauh.layar
    with pytest.raises(LookupError):
        dokumen.buat("musdes_pdf", jauh.desa, {"musdes": NOMOR, "versi": 1, "apa": "ba"}, d.hari_ini)
    with pytest.raises(LookupError):
        dokumen.buat("musdes_docx", sari.desa, {"musdes": NOMOR, "versi": 1, "apa": "ba"}, d.hari_ini)


def test_who_may_only_read_makes_no_version(d: Dunia, sari: Obrolan) -> None:
    m = terisi(sari)
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    camat.tulis(f"/kertas {NOMOR}")
    assert f"Draf kertas {NOMOR} belum dibuat. Bu Sari atau pendamping desa itu bisa membuatnya." in camat.layar
    sari.tulis(f"/kertas {NOMOR}")
    sari.desa.musdes.ubah(m, {"tempat": "Masjid"})
    camat.tulis(f"/kertas {NOMOR}")
    assert "versi 1" in camat.layar
    assert "Isinya sudah berubah sesudah versi ini." in camat.layar
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    rina.tulis(f"/kertas {NOMOR}")
    assert "versi 2" in rina.layar


def test_one_that_was_merged_leads_to_where_it_went(sari: Obrolan) -> None:
    dari, ke = mulai(sari), terisi(sari)
    assert sari.desa.musdes.gabung(dari, ke)
    sari.tulis(f"/kertas {dari.nomor}")
    assert f"Draf kertas {ke.nomor}, versi 1" in sari.layar


# -- own templates ----------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of own templates that everybody here uses."""
    _rusak.cache_clear()
    semula = Pengaturan.__init__

    def dengan(self: Pengaturan, **isi: str | bool) -> None:
        semula(self, **{"templat": str(tmp_path), **isi})  # type: ignore[arg-type]

    monkeypatch.setattr(Pengaturan, "__init__", dengan)
    return tmp_path


def templat(folder: Path, kertas: str, *baris: str) -> None:
    d = Document()
    for satu in baris:
        d.add_paragraph(satu)
    d.save(str(folder / f"{kertas}.docx"))


def test_an_own_template_is_used(sari: Obrolan, folder: Path) -> None:
    terisi(sari)
    templat(folder, "notulen", "{{ draf }}", "Notulen khas {{ kabupaten }}")
    sari.tulis(f"/kertas {NOMOR} notulen word")
    assert "bentuk bawaannya" not in sari.layar
    assert "Notulen khas Kabupaten Cianjur" in kata_word(berkas(sari))
    sari.tulis(f"/kertas {NOMOR} ba word")
    assert "BERITA ACARA" in kata_word(berkas(sari))


def test_one_that_cannot_be_used_gives_way_to_ours_and_it_is_said(
    sari: Obrolan, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    terisi(sari)
    templat(folder, "notulen", "{{ draf }} {{ rahasia }}")
    sari.tulis(f"/kertas {NOMOR} notulen word")
    assert "Templat Word daerah ini sedang belum bisa dipakai, jadi ini bentuk bawaannya." in sari.layar
    with caplog.at_level(logging.WARNING):
        assert "NOTULEN" in kata_word(berkas(sari))
    assert "own template notulen.docx cannot be used, ours is instead" in caplog.text
    sari.tekan("Bentuk PDF")
    assert "bentuk bawaannya" not in sari.layar


def test_a_template_that_was_mended_is_seen_at_once(sari: Obrolan, folder: Path) -> None:
    terisi(sari)
    (folder / "notulen.docx").write_bytes(b"rusak")
    sari.tulis(f"/kertas {NOMOR} notulen word")
    assert "bentuk bawaannya" in sari.layar
    (folder / "notulen.docx").write_bytes(bawaan("notulen"))
    sari.tulis(f"/kertas {NOMOR} notulen word")
    assert "bentuk bawaannya" not in sari.layar


# -- the record as its papers say it ----------------------------------------------------------------------------------


def test_everything_that_was_told_is_on_the_papers_in_local_words(sari: Obrolan) -> None:
    m = terisi(sari)
    o = sari.desa.musdes
    o.ganti_narasumber(m, [Narasumber("Pak Kasi", "kecamatan"), Narasumber("Tamu")])
    m = o.ubah(
        m,
        {
            "dasar": "undangan 005",
            "nomor_ba": "141/7",
            "diundang": 60,
            "hadir_l": 30,
            "hadir_p": 15,
            "unsur": ("bpd", "PPS"),
            "pimpinan": "Contoh",
            "pimpinan_unsur": "bpd",
            "notulis": "Penulis",
            "notulis_unsur": "karang taruna RW 2",
            "isian": {"pagu": 1_250_000_000, "lama": "jawaban pertanyaan yang sudah tidak ada"},
            "penanda": (
                Penanda("Wakil masyarakat", "Warga Satu"),
                Penanda("Wakil masyarakat", "Warga Dua"),
                Penanda("Ketua BPD", "Contoh"),
                Penanda("Saksi", "Contoh Saksi"),
            ),
        },
    )
    r = susun_risalah(sari.desa, m)
    assert (r.nomor, r.versi, r.jenis) == (NOMOR, 1, "Musyawarah Desa Penyusunan RKP Desa")
    assert (r.penyelenggara, r.kabupaten, r.provinsi, r.zona) == ("BPD", "Kabupaten Cianjur", "Jawa Barat", "WIB")
    assert [(t.nama, t.sebutan, t.kepala) for t in r.desa] == [("Sukamaju", "Desa", "Kepala Desa")]
    assert (r.kecamatan.nama, r.kecamatan.sebutan) == ("Cibeber", "Kecamatan")
    assert (r.unsur, r.pimpinan_unsur, r.notulis_unsur) == (("BPD", "PPS"), "BPD", "karang taruna RW 2")
    assert [(n.nama, n.unsur) for n in r.narasumber] == [("Pak Kasi", "Kecamatan"), ("Tamu", "")]
    assert r.isian == (
        ("Pagu indikatif", "Rp1.250.000.000"),
        ("lama", "jawaban pertanyaan yang sudah tidak ada"),
    )
    assert [(p.peran, p.nama) for p in r.penanda] == [
        ("Ketua BPD", "Contoh"),
        ("Kepala Desa", ""),
        ("Wakil masyarakat", "Warga Satu"),
        ("Wakil masyarakat", "Warga Dua"),
        ("Saksi", "Contoh Saksi"),
    ]
    (b,) = r.bahasan
    assert (b.judul, b.catatan) == ("Prioritas", ("19.30 Kadus: jalan rusak",))
    assert [(p.isi, p.anggaran, [t.isi for t in p.tindak_lanjut]) for p in b.putusan] == [
        ("Rabat beton", 45_000_000, ["Ukur jalan"])
    ]


def test_an_hour_is_said_only_where_it_was_typed_during_the_meeting(d: Dunia, sari: Obrolan) -> None:
    m = mulai(sari, selesai="00:15")
    catat = sari.desa.musdes.tambah_catatan
    catat(m, "20.05 sudah berjam")
    for lewat, teks in ((3 * JAM, "tengah jalan"), (JAM + 45 * 60 + 59, "menit terakhir"), (JAM, "sesudahnya")):
        d.lewat(lewat)
        sari.desa.musdes.tambah_catatan(m, teks)
    semua = susun_risalah(sari.desa, m).bahasan[0].catatan
    assert semua == ("20.05 sudah berjam", "22.30 tengah jalan", "00.15 menit terakhir", "sesudahnya")


def test_what_belongs_to_no_agenda_or_to_one_that_is_gone_is_last(sari: Obrolan) -> None:
    m = mulai(sari)
    o = sari.desa.musdes
    hilang, ada = o.tambah_agenda(m, "Batal dibahas"), o.tambah_agenda(m, "Dibahas")
    o.tambah_catatan(m, "tanpa", None)
    o.tambah_catatan(m, "yatim", hilang)
    o.tambah_catatan(m, "isi", ada)
    o.buang_agenda(m, hilang)
    bahasan = susun_risalah(sari.desa, m).bahasan
    assert [(b.judul, [c[-5:] for c in b.catatan]) for b in bahasan] == [
        ("Dibahas", ["0 isi"]),
        ("", ["tanpa", "yatim"]),
    ]


def test_between_villages_each_signs(sari: Obrolan) -> None:
    desa = (SUKAMAJU, f"{KECAMATAN}.2005")
    m = mulai(sari, "mad", *desa)
    r = susun_risalah(sari.desa, m)
    assert {t.nama for t in r.desa} == {"Sukamaju", "Sukaraharja"}
    assert [p.peran for p in r.penanda] == [
        "Ketua BKAD",
        "Kepala Desa Sukaraharja",
        "Kepala Desa Sukamaju",
        "Ketua BPD Sukaraharja",
        "Ketua BPD Sukamaju",
        "Wakil masyarakat",
    ]
    m = sari.desa.musdes.ubah(m, {"penanda": (Penanda("Kepala Desa", "Satu"), Penanda("Kepala Desa", "Dua"))})
    assert [p.nama for p in susun_risalah(sari.desa, m).penanda if p.peran == "Kepala Desa"] == ["Satu", "Dua"]


def test_a_place_that_left_the_lists_keeps_its_code(sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    m = mulai(sari)
    monkeypatch.setattr("handlers.kertas.susun.dari_kode", lambda kode: None)
    assert susun_risalah(sari.desa, m).desa[0].nama == SUKAMAJU
    assert re.fullmatch(r"[\d.]+", susun_risalah(sari.desa, m).kabupaten)
