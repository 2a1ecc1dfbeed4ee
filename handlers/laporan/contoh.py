"""A report with everything filled in, to try a template with; and the page that explains the fields."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args, get_type_hints

from msgspec import Meta, Struct

from data.desa import Desa
from handlers.cetak.foto import polos
from handlers.kertas.kalimat import TITIK
from handlers.kertas.naskah import DRAF
from handlers.kertas.word import GambarWord
from handlers.laporan.berkas import bawaan, gambar_word
from handlers.laporan.bidang import Bingkai, Foto, Hari, HariSppd, Hasil, Kelompok, Langkah, Naskah

HARI = "19 November 2026"
PETUNJUK = """\
Mulai dari contoh templatnya: buka dengan Word, ubah kop, huruf, susunan, dan kalimatnya, lalu kirim lewat /laporan_templat. Boleh juga memakai format laporan sendiri.
Di tempat isinya, tulis nama bidang di antara dua pasang kurung kurawal, contoh: {{ nama }} atau {{ bulan }}.
Untuk daftar di dalam tabel, beri satu baris pembuka {%tr for r in hasil %}, satu baris isi ({{ r.tanggal }}, {{ r.desa }}, {{ r.hasil }}), dan satu baris penutup {%tr endfor %}. Di luar tabel, pakai {%p for … %} dan {%p endfor %} masing-masing dalam alineanya sendiri.
Foto diletakkan di dalam daftarnya: {{ f.gambar }} dengan {%p for f in foto %}, atau dua-dua lewat bingkai seperti dalam contoh. Foto yang tidak terbaca mengisi {{ f.sebab }}.
Bagian yang mungkin kosong boleh diberi syarat: {%p if rekomendasi %} … {%p else %} … {%p endif %}.
Simpan sebagai .docx tanpa makro, paling besar 1 MB. Yang menjorok di bawah ini adalah bidang di dalam daftar.
"""  # noqa: E501 -- a paragraph a line


def contoh() -> tuple[Naskah, dict[str, GambarWord]]:
    foto = tuple(Foto(n, "Desa Contoh, Kecamatan Contoh", HARI, "Contoh kegiatan") for n in (1, 2, 3))
    naskah = Naskah(
        draf=DRAF,
        nama="Contoh Nama",
        nik=TITIK,
        posisi="Pendamping Lokal Desa",
        jabatan=TITIK,
        kecamatan="Contoh",
        kabupaten="Contoh",
        provinsi="Contoh",
        bulan="November 2026",
        bulan_kapital="NOVEMBER 2026",
        tahun="2026",
        jumlah_kunjungan=1,
        jumlah_hari=1,
        jumlah_desa=1,
        hari=(Hari(1, f"Kamis, {HARI}", "Contoh", "Contoh"),),
        tujuan="Contoh tujuan.",
        kelompok=(Kelompok("Contoh kegiatan", 1),),
        hasil=(
            Hasil(
                1, "K-2611-0001", HARI, "09.00–11.00", "Desa Contoh", "Kecamatan Contoh", "Contoh kegiatan",
                "Contoh hasil.", "34 orang (22 L, 12 P)", "Contoh masalah.", "Contoh tindak lanjut.",
            ),
        ),
        langkah=(Langkah(1, HARI, "Desa Contoh", "Contoh masalah.", "Contoh tindak lanjut."),),
        tindak_lanjut="Contoh langkah.",
        rekomendasi="Contoh rekomendasi.",
        foto=foto,
        bingkai=(Bingkai(foto[:2]), Bingkai(foto[2:])),
        tanpa_foto="Belum ada foto untuk 1 kunjungan: Kam 19/11 Contoh.",
        tempat="Contoh",
        titik=TITIK,
        sppd=(HariSppd(1, HARI, "Kamis", "Desa Contoh", "Contoh kegiatan", "09.00–11.00", "......", "......"),),
    )  # fmt: skip
    return naskah, gambar_word([polos(80, 60)] * 3)


def laporan_templat_docx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """Ours, to begin one's own with."""
    return bawaan("laporan-kunjungan")


def laporan_bidang_docx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """How a template is written, and every field."""
    from docx import Document

    d = Document()
    d.core_properties.author, d.core_properties.comments = "Kawan Desa", ""
    d.add_heading("Templat laporan kunjungan: cara dan bidangnya", 1)
    for kalimat in PETUNJUK.splitlines():
        d.add_paragraph(kalimat, style="List Number")
    baris = bidang_bidang(Naskah)
    t = d.add_table(rows=0, cols=2, style="Table Grid")
    for kiri, kanan in (("Bidang", "Isinya"), *baris):
        sel = t.add_row().cells
        sel[0].text, sel[1].text = kiri, kanan
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


def bidang_bidang(tipe: Any, takik: str = "") -> list[tuple[str, str]]:
    """(field, what it holds); those of a list stand below it, further in."""
    hasil = []
    for nama, isi in get_type_hints(tipe, include_extras=True).items():
        dasar, meta = get_args(isi)
        assert isinstance(meta, Meta)
        hasil.append((f"{takik}{nama}", meta.description or ""))
        dalam = next(iter(get_args(dasar)), dasar)
        if isinstance(dalam, type) and issubclass(dalam, Struct):
            hasil += bidang_bidang(dalam, f"{takik}    ")
    return hasil
