"""Makes the Word templates that come along: `python -m handlers.laporan.tata` writes them again.

They are kept as files too: the visit report's is what people get as the example for a template of their own.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx.document import Document as Berkas
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table

from handlers.kertas.tata_dasar import (
    TENGAH,
    bagian,
    baris,
    garis,
    halaman,
    isi_tabel,
    rincian,
    tabel,
    tanda,
    teks,
    tinggi,
)


def templat(nama: str) -> bytes:
    """The template of 'laporan-kunjungan' or 'sppd'."""
    d = BERKAS[nama]()
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


def _laporan() -> Berkas:
    d = halaman("{{ nama }}", "Laporan kunjungan lapangan {{ bulan }}")
    d.sections[0].different_first_page_header_footer = True
    _sampul(d)
    bagian(d, "A. Identitas")
    for label, isi in (
        ("NIK", "{{ nik }}"),
        ("Nama", "{{ nama }}"),
        ("Kecamatan", "{{ kecamatan }}"),
        ("Kabupaten/Kota", "{{ kabupaten }}"),
        ("Provinsi", "{{ provinsi }}"),
        ("Posisi", "{{ posisi }}"),
        ("Jabatan", "{{ jabatan }}"),
    ):
        rincian(d, label, isi)
    bagian(d, "B. Waktu pelaksanaan")
    lebar: tuple[float, ...] = (1.6, 5.4, 4.2, 4.8)
    t = tabel(d, lebar, ("Hari ke-", "Tanggal", "Kecamatan", "Desa"))
    isi_tabel(t, lebar, "h in hari", ("{{ h.ke }}", "{{ h.tanggal }}", "{{ h.kecamatan }}", "{{ h.desa }}"))
    bagian(d, "C. Tujuan")
    _atau(d, "tujuan", "{{ k.kegiatan }}, {{ k.kali }} kali", "k in kelompok")
    bagian(d, "D. Hasil")
    lebar = (0.9, 2.6, 3.0, 9.5)
    t = tabel(d, lebar, ("No", "Tanggal", "Desa", "Kegiatan dan hasilnya"))
    orang = "{% if r.peserta %} Peserta {{ r.peserta }}.{% endif %}"
    isi_tabel(t, lebar, "r in hasil", ("{{ r.no }}", "{{ r.tanggal }}", "{{ r.desa }}", ""))
    sel = t.rows[2].cells[3].paragraphs[0]
    teks(sel, "{{ r.kegiatan }}. ", ukuran=10.5, tebal=True)
    teks(sel, f"{{{{ r.hasil }}}}{orang}", ukuran=10.5)
    _langkah(d)
    bagian(d, "F. Rekomendasi")
    _atau(d, "rekomendasi")
    _foto(d)
    _tanda(d)
    return d


def _sampul(d: Berkas) -> None:
    for isi, ukuran, sebelum in (
        ("LAPORAN KUNJUNGAN LAPANGAN", 20, 150),
        ("BULAN {{ bulan_kapital }}", 15, 0),
        ("{{ nama }}", 15, 120),
        ("{{ posisi }}", 12.5, 0),
    ):
        baris(d, isi, rata=TENGAH, tebal=True, ukuran=ukuran).paragraph_format.space_before = Pt(sebelum)
    letak = (
        "Kecamatan {{ kecamatan }}",
        "Kabupaten/Kota {{ kabupaten }}",
        "Provinsi {{ provinsi }}",
        "Tahun {{ tahun }}",
    )
    for n, isi in enumerate(letak):
        baris(d, isi, rata=TENGAH, ukuran=12.5).paragraph_format.space_before = Pt(0 if n else 120)
    d.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def _atau(d: Berkas, bidang: str, satu: str = "", loop: str = "") -> None:
    """What was typed; else the list, or lines for a pen."""
    d.add_paragraph(f"{{%p if {bidang} %}}")
    baris(d, f"{{{{ {bidang} }}}}")  # what they typed may have short lines
    d.add_paragraph("{%p else %}")
    if loop:
        d.add_paragraph(f"{{%p for {loop} %}}")
        baris(d, f"– {satu}").paragraph_format.space_after = Pt(1)
        d.add_paragraph("{%p endfor %}")
    else:
        garis(d, 4)
    d.add_paragraph("{%p endif %}")


def _langkah(d: Berkas) -> None:
    bagian(d, "E. Langkah tindak lanjut")
    d.add_paragraph("{%p if langkah %}")
    lebar = (0.9, 2.6, 3.0, 4.75, 4.75)
    t = tabel(d, lebar, ("No", "Tanggal", "Desa", "Masalah", "Tindak lanjut"))
    sel = "{{ l.no }}", "{{ l.tanggal }}", "{{ l.desa }}", "{{ l.masalah }}", "{{ l.tindak_lanjut }}"
    isi_tabel(t, lebar, "l in langkah", sel)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p if tindak_lanjut %}")
    baris(d, "{{ tindak_lanjut }}").paragraph_format.space_before = Pt(6)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p if not langkah and not tindak_lanjut %}")
    garis(d, 4)
    d.add_paragraph("{%p endif %}")


def _foto(d: Berkas) -> None:
    bagian(d, "G. Dokumentasi")
    d.add_paragraph("{%p if bingkai %}")
    t: Table = d.add_table(rows=3, cols=2, style="Table Grid")
    t.autofit = False
    for n, tag in ((0, "{%tr for b in bingkai %}"), (2, "{%tr endfor %}")):
        t.rows[n].cells[0].paragraphs[0].add_run(tag)
    for n, sel in enumerate(t.rows[1].cells):
        _bingkai(sel, f"b.semua[{n}]", "b.semua|length > 1" if n else "")
    for row in t.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for sel in row.cells:
            sel.width = Cm(8)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p if tanpa_foto %}")
    baris(d, "{{ tanpa_foto }}", miring=True, ukuran=10).paragraph_format.space_before = Pt(6)
    d.add_paragraph("{%p endif %}")


def _bingkai(sel: Any, foto: str, syarat: str) -> None:
    """In one paragraph each, since a cell without any breaks the file."""
    buka, tutup = (f"{{% if {syarat} %}}", "{% endif %}") if syarat else ("", "")
    gambar = sel.paragraphs[0]
    teks(gambar, f"{buka}{{{{ {foto}.gambar }}}}{{{{ {foto}.sebab }}}}{tutup}", rata=TENGAH, lekat=True)
    gambar.paragraph_format.space_before = Pt(4)
    for isi in (
        f"{{{{ {foto}.no }}}}. {{{{ {foto}.lokasi }}}}",
        f"{{{{ {foto}.tanggal }}}} · {{{{ {foto}.kegiatan }}}}",
    ):
        baris(sel, f"{buka}{isi}{tutup}", rata=TENGAH, ukuran=9.5).paragraph_format.space_after = Pt(1)


def _tanda(d: Berkas) -> None:
    p = baris(d, "{{ tempat }}, ................................", rata=TENGAH, lekat=True)
    p.paragraph_format.space_before, p.paragraph_format.left_indent = Pt(18), Cm(8)
    t = d.add_table(rows=1, cols=2)
    t.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for sel, siapa in zip(
        t.rows[0].cells, (("Mengetahui,", "{{ titik }}"), ("{{ posisi }}", "{{ nama }}")), strict=True
    ):
        tanda(sel, *siapa)
        sel._tc.remove(sel.paragraphs[0]._p)


def _sppd() -> Berkas:
    d = halaman("{{ draf }}", "Lembar SPPD {{ nama }}, {{ bulan }}")
    d.sections[0].left_margin, d.sections[0].right_margin = Cm(2), Cm(1.5)
    baris(d, "LEMBAR SURAT PERINTAH PERJALANAN DINAS (SPPD)", rata=TENGAH, tebal=True, ukuran=13)
    baris(d, "Bulan {{ bulan }}", rata=TENGAH).paragraph_format.space_after = Pt(8)
    for label, isi in (
        ("Nomor", "{{ titik }}"),
        ("Nama", "{{ nama }}"),
        ("Posisi", "{{ posisi }}"),
        ("Kecamatan", "{{ kecamatan }}"),
        ("Kabupaten/Kota", "{{ kabupaten }}"),
    ):
        rincian(d, label, isi)
    lebar = (0.9, 2.4, 3.0, 3.9, 2.2, 1.9, 3.2)
    t = tabel(d, lebar, ("No", "Tanggal", "Tujuan", "Maksud", "Berangkat", "Kembali", "Tanda tangan dan cap desa"))
    sel = (
        "{{ p.no }}",
        "{{ p.hari }}, {{ p.tanggal }}",
        "{{ p.tujuan }}",
        "{{ p.maksud }} (kegiatan pukul {{ p.jam }})",
        "{{ p.berangkat }}",
        "{{ p.kembali }}",
        "",
    )
    isi_tabel(t, lebar, "p in sppd", sel)
    tinggi(t, 1.9)
    catatan = "Jam di kolom Maksud adalah jam kegiatan seperti dicatat; jam berangkat dan kembali diisi dengan pena."
    baris(d, catatan, miring=True, ukuran=9.5).paragraph_format.space_before = Pt(6)
    _tanda(d)
    return d


BERKAS: dict[str, Callable[[], Berkas]] = {"laporan-kunjungan": _laporan, "sppd": _sppd}


def tulis(folder: Path) -> None:
    for nama in BERKAS:
        (folder / f"{nama}.docx").write_bytes(templat(nama))


if __name__ == "__main__":  # pragma: no cover -- by hand, after a change here; a test holds the files to it
    tulis(Path(__file__).with_name("templat"))
