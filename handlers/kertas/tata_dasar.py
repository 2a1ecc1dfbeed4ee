"""The pieces that the Word templates of tata_word are made of: python-docx, and what it has no words for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Berkas
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

LEBAR = 16.0
"""Centimetres of text across."""
TENGAH, KANAN, RATA = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


def halaman(atas: str = "{{ draf }}", bawah: str = "{{ nomor }}, versi {{ versi }}") -> Berkas:
    """`atas`, `bawah`: what every page says in its corners."""
    d = Document()
    d.core_properties.author = "Kawan Desa"
    d.core_properties.title = ""
    d.core_properties.comments = ""
    d.core_properties.created = d.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    s = d.sections[0]
    s.page_width, s.page_height = Cm(21), Cm(29.7)
    s.left_margin, s.right_margin, s.top_margin, s.bottom_margin = Cm(3), Cm(2), Cm(2.6), Cm(2.3)
    gaya = d.styles["Normal"]
    gaya.font.name, gaya.font.size = "Times New Roman", Pt(11.5)
    gaya.paragraph_format.space_after = Pt(4)
    teks(s.header.paragraphs[0], atas, rata=KANAN, ukuran=9, miring=True)
    kaki = s.footer.paragraphs[0]
    kaki.style = gaya  # its own has tab stops for letter paper
    teks(kaki, f"{bawah}\tHalaman ", ukuran=9)
    kaki.paragraph_format.tab_stops.add_tab_stop(Cm(LEBAR), WD_TAB_ALIGNMENT.RIGHT)
    _angka(kaki, "PAGE")
    kaki.add_run(" dari ").font.size = Pt(9)
    _angka(kaki, "NUMPAGES")
    _tepi(kaki, "top", "single", 4)
    return d


def teks(
    p: Paragraph,
    isi: str,
    *,
    rata: WD_ALIGN_PARAGRAPH | None = None,
    ukuran: float = 0,
    tebal: bool = False,
    miring: bool = False,
    lekat: bool = False,
) -> Paragraph:
    """`lekat`: stays on the page of what follows."""
    run = p.add_run(isi)
    run.bold, run.italic = tebal or None, miring or None
    if ukuran:
        run.font.size = Pt(ukuran)
    if rata is not None:
        p.alignment = rata
    p.paragraph_format.keep_with_next = lekat or None
    return p


def baris(d: Any, isi: str, **gaya: Any) -> Paragraph:
    return teks(d.add_paragraph(), isi, **gaya)


def _angka(p: Paragraph, apa: str) -> None:
    """A field that Word counts: PAGE, NUMPAGES."""
    kotak = OxmlElement("w:fldSimple")
    kotak.set(qn("w:instr"), apa)
    run = p.add_run("1")
    run.font.size = Pt(9)
    kotak.append(run._r)
    p._p.append(kotak)


def _tepi(p: Paragraph, sisi: str, jenis: str, tebal: int) -> None:
    tepi, garis = OxmlElement("w:pBdr"), OxmlElement(f"w:{sisi}")
    for nama, nilai in (("val", jenis), ("sz", str(tebal)), ("space", "4"), ("color", "000000")):
        garis.set(qn(f"w:{nama}"), nilai)
    tepi.append(garis)
    p._p.get_or_add_pPr().append(tepi)


def takik(p: Paragraph, *titik: float) -> Paragraph:
    """Hanging: its lines begin at the last of `titik`, the tabs before it at the others (cm)."""
    p.paragraph_format.left_indent = Cm(titik[-1])
    p.paragraph_format.first_line_indent = Cm(titik[0] - titik[-1])
    for satu in titik[1:]:
        p.paragraph_format.tab_stops.add_tab_stop(Cm(satu))
    p.paragraph_format.space_after = Pt(2)
    return p


def rincian(d: Any, label: str, isi: str, *, mulai: float = 0, lebar: float = 4.1, **gaya: Any) -> None:
    takik(baris(d, f"{label}\t:\t{isi}", **gaya), mulai, mulai + lebar, mulai + lebar + 0.35)


def bagian(d: Any, judul: str) -> None:
    baris(d, judul, tebal=True, lekat=True).paragraph_format.space_before = Pt(10)


def garis(d: Any, banyak: int) -> None:
    """Lines for a pen."""
    for _ in range(banyak):
        p = baris(d, "\t")
        p.paragraph_format.tab_stops.add_tab_stop(Cm(LEBAR), leader=WD_TAB_LEADER.DOTS)
        p.paragraph_format.space_before = Pt(6)


def tabel(d: Any, lebar: Sequence[float], kepala: Sequence[str]) -> Table:
    """With a first row that every page repeats; no row is broken over two pages."""
    t: Table = d.add_table(rows=1, cols=len(lebar), style="Table Grid")
    t.alignment = WD_TABLE_ALIGNMENT.CENTER
    t.autofit = False
    for sel, nama in zip(t.rows[0].cells, kepala, strict=True):
        teks(sel.paragraphs[0], nama, rata=TENGAH, tebal=True, ukuran=10.5)
    ulang = OxmlElement("w:tblHeader")
    t.rows[0]._tr.get_or_add_trPr().append(ulang)
    _lebarkan(t, lebar)
    return t


def isi_tabel(t: Table, lebar: Sequence[float], loop: str, sel: Sequence[str], tengah: int = 1) -> None:
    """One row for each of a list; `tengah`: so many columns are centred."""
    for tag in (f"{{%tr for {loop} %}}", "", "{%tr endfor %}"):
        row = t.add_row()  # type: ignore[no-untyped-call]
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if tag:
            row.cells[0].paragraphs[0].add_run(tag)
            continue
        for n, (satu, isi) in enumerate(zip(row.cells, sel, strict=True)):
            teks(satu.paragraphs[0], isi, ukuran=10.5, rata=TENGAH if n < tengah else None)
    _lebarkan(t, lebar)


def _lebarkan(t: Table, lebar: Sequence[float]) -> None:
    for kolom, cm in zip(t.columns, lebar, strict=True):
        kolom.width = Cm(cm)
    for row in t.rows:
        for sel, cm in zip(row.cells, lebar, strict=True):
            sel.width = Cm(cm)
            sel.paragraphs[0].paragraph_format.space_after = Pt(1)


def kop(d: Berkas) -> None:
    d.add_paragraph("{%p for baris in kop %}")
    baris(d, "{{ baris }}", rata=TENGAH, tebal=True, ukuran=13.5).paragraph_format.space_after = Pt(0)
    d.add_paragraph("{%p endfor %}")
    garis = baris(d, "", ukuran=4)
    garis.paragraph_format.space_after = Pt(0)
    _tepi(garis, "top", "thickThinSmallGap", 18)


def kepala(d: Berkas, nama: str) -> None:
    kop(d)
    baris(d, nama, rata=TENGAH, tebal=True, ukuran=13).paragraph_format.space_after = Pt(0)
    baris(d, "{{ jenis_kapital }}", rata=TENGAH, tebal=True).paragraph_format.space_after = Pt(0)
    d.add_paragraph("{%p if rangka %}")
    baris(d, "{{ rangka }}", rata=TENGAH).paragraph_format.space_after = Pt(0)
    d.add_paragraph("{%p endif %}")
    baris(d, "", ukuran=6).paragraph_format.space_after = Pt(0)


def tanda(d: Any, peran: str, nama: str) -> None:
    """In a cell, or across the page."""
    baris(d, peran, rata=TENGAH, lekat=True).paragraph_format.space_after = Pt(54)
    baris(d, nama, rata=TENGAH, tebal=True, lekat=True).paragraph_format.space_after = Pt(8)


def berdua(d: Berkas, *siapa: tuple[str, str]) -> None:
    """Side by side, right-aligned when there is but one."""
    t = d.add_table(rows=1, cols=2)
    t.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for sel, (peran, nama) in zip(t.rows[0].cells[-len(siapa) :], siapa, strict=True):
        tanda(sel, peran, nama)
        sel._tc.remove(sel.paragraphs[0]._p)


def penutup(d: Berkas, kalimat: str) -> None:
    baris(d, kalimat, lekat=True).paragraph_format.space_before = Pt(10)
    tanggal = baris(d, "{{ nama_tempat }}, ................................", rata=TENGAH, lekat=True)
    tanggal.paragraph_format.left_indent = Cm(LEBAR / 2)


def tinggi(t: Table, cm: float) -> None:
    """Of every row below the first."""
    for row in t.rows[1:]:
        row.height, row.height_rule = Cm(cm), WD_ROW_HEIGHT_RULE.AT_LEAST


def tanpa_batas(sel: Any, sisi: str) -> None:
    batas, garis = OxmlElement("w:tcBorders"), OxmlElement(f"w:{sisi}")
    garis.set(qn("w:val"), "nil")
    batas.append(garis)
    sel._tc.get_or_add_tcPr().append(batas)
