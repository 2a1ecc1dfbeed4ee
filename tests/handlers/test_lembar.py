"""Workbooks: typed, explained, and nothing that somebody wrote is ever more than text."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest

from handlers.lembar import Kolom, Lembar, buat_xlsx, lembar
from handlers.lembar.lembar import nama_lembar
from handlers.lembar.sel import PANJANG, Nilai, isi_sel, teks

JAHAT = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\n=1+1", "  =1+1", "%0A=1", "|calc", "=cmd|'/c calc'!A0",
    "http://x.id/?a=1", "https://x.id", "mailto:a@b.id", "internal:Sheet1!A1", "external:x.xlsx", "ftp://x", "file://x",
    '=HYPERLINK("http://x","klik")', "{=1+1}", "007", "1e5", "2026-11-02", "TRUE", "#REF!", "<b>tebal</b>", "&amp;",
    "<r></t></is></c><c r=\"A9\"><f>1+1</f></c><c><is><t></r>", "_x0041_",
)  # fmt: skip
SAAT = datetime(2026, 11, 2, 20, 14, tzinfo=UTC)
MALAM = SAAT.replace(hour=0, minute=0, tzinfo=None)


def satu(*kolom: Kolom, baris: list[tuple[Nilai, ...]]) -> Any:
    return openpyxl.load_workbook(io.BytesIO(buat_xlsx([Lembar("Isi", kolom, baris)])))


def bagian(isi: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(isi)) as buku:
        return {n: buku.read(n).decode() for n in buku.namelist()}


# -- nothing is ever more than text -----------------------------------------------------------------------------------


@pytest.mark.parametrize("jenis", ["teks", "angka", "uang", "tanggal", "waktu", "ya"])
def test_no_formula_no_link_and_no_guess(jenis: Any) -> None:
    isi = buat_xlsx(
        [Lembar(f"=1+1 {jenis}", (Kolom("=1+1", 20, jenis, "=1+1"),), [(j,) for j in JAHAT], keterangan="=1+1")]
    )
    for nama, xml in bagian(isi).items():
        assert "<f>" not in xml, nama
        assert "<hyperlink" not in xml, nama
        assert "relationships/hyperlink" not in xml, nama
    sel = openpyxl.load_workbook(io.BytesIO(isi)).worksheets[0]
    for n, j in enumerate(JAHAT, start=2):
        ada = sel.cell(n, 1)
        if jenis in ("tanggal", "waktu") and j == "2026-11-02":
            assert ada.is_date
            continue
        assert (ada.data_type, ada.hyperlink) == ("s", None), j
        assert str(ada.value).strip().replace("_x005F_", "_") == j.strip(), "as it was written"
    assert [sel.cell(n, 1).quotePrefix for n in (2, 3, 4, 5, 8)] == [True] * 5, "not even when it is typed anew"
    assert not sel.cell(2 + JAHAT.index("007"), 1).quotePrefix


def test_the_writer_s_own_markup_in_a_text_stays_in_its_cell() -> None:
    (jahat,) = (j for j in JAHAT if j.startswith("<r>"))
    sel = satu(Kolom("a"), baris=[(jahat,), ("<r>",), ("</r>",)]).worksheets[0]
    assert [sel.cell(n, 1).value for n in (2, 3, 4)] == [f"{jahat} ", "<r>", "</r>"]
    assert sel["A9"].value is None


def test_what_no_file_can_hold_goes() -> None:
    assert teks("a\x00b\x07c\x1bd\rf\ud800g\ufffeh\uffffi") == "abcdfghi"
    assert teks("ibu 👩‍🌾 سلام\u200f\tx\ny") == "ibu 👩‍🌾 سلام\u200f\tx\ny"
    panjang = teks("😀" * PANJANG)
    assert len(panjang.encode("utf-16-le")) == 2 * PANJANG + 2
    assert panjang.endswith("😀…")
    assert teks("a" * PANJANG) == "a" * PANJANG
    sel = satu(Kolom("a"), baris=[("\x00\ud800",), ("😀" * PANJANG,)]).worksheets[0]
    assert sel["A2"].value in (None, "")


# -- typed ------------------------------------------------------------------------------------------------------------


def test_numbers_and_days_can_be_counted_with() -> None:
    kolom = (
        Kolom("t"), Kolom("a", 9, "angka"), Kolom("u", 9, "uang"), Kolom("h", 9, "tanggal"), Kolom("w", 9, "waktu"),
        Kolom("y", 9, "ya"),
    )  # fmt: skip
    buku = satu(
        *kolom,
        baris=[
            ("halo", 12, 1_250_000, "2026-11-02", SAAT, True),
            (["a", "b"], 1.5, 0, date(2026, 11, 2), "2026-11-02", False),
            (None, None, None, None, None, None),
            ("", True, -5, SAAT, None, []),
        ],
    )
    sel = buku.worksheets[0]
    assert [c.value for c in sel[2]] == [
        "halo", 12, 1_250_000, MALAM, SAAT.replace(tzinfo=None), "Ya",
    ]  # fmt: skip
    assert [c.value for c in sel[3]][:3] == ["a, b", 1.5, 0]
    assert [c.value for c in sel[4]] == [None] * 6
    assert [c.value for c in sel[5]] == [None, 1, -5, MALAM, None, None]
    assert [c.number_format for c in sel[2]][1:5] == [
        "#,##0", "[$Rp-421]#,##0;-[$Rp-421]#,##0", "[$-421]d mmm yyyy", "[$-421]d mmm yyyy hh.mm",
    ]  # fmt: skip
    assert sel["B3"].number_format == "#,##0.##"


@pytest.mark.parametrize(
    ("jenis", "nilai", "jadi"),
    [
        ("angka", 10**15, "1000000000000000"),
        ("angka", float("nan"), "nan"),
        ("angka", float("inf"), "inf"),
        ("uang", "12", "12"),
        ("tanggal", "besok", "besok"),
        ("tanggal", 7, "7"),
        ("tanggal", date(1899, 1, 1), "1899-01-01"),
        ("waktu", datetime(1899, 1, 1, 5, tzinfo=UTC), "1899-01-01 05:00:00+00:00"),
        ("waktu", "besok", "besok"),
        ("ya", "mungkin", "mungkin"),
        ("ya", 1, "Ya"),
    ],
)
def test_what_does_not_fit_its_column_stays_as_it_is(jenis: Any, nilai: Nilai, jadi: str) -> None:
    assert isi_sel(jenis, nilai) == jadi


# -- a sheet ----------------------------------------------------------------------------------------------------------


def test_a_header_that_stays_a_filter_and_what_the_columns_mean() -> None:
    kolom = (Kolom("Nomor", 14, "teks", "Nomornya."), Kolom("Nilai", 18, "uang", "Rupiah utuh."))
    isi = buat_xlsx([Lembar("Aset: [desa]", kolom, [("A", 1), ("B", 2)], keterangan="Semua desa.")])
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    sel, ket = buku.worksheets
    assert (sel.title, ket.title) == ("Aset desa", "Keterangan")
    assert (sel.freeze_panes, sel.auto_filter.ref, sel.column_dimensions["B"].width > 17) == ("A2", "A1:B3", True)
    assert (sel["A1"].font.bold, sel.print_title_rows, sel.page_setup.orientation) == (True, "$1:$1", "landscape")
    assert [tuple(c.value for c in r) for r in ket.iter_rows()] == [
        ("Lembar", "Kolom", "Isinya", "Artinya"),
        ("Aset: [desa]", "(seluruhnya)", None, "Semua desa."),
        ("Aset: [desa]", "Nomor", "tulisan", "Nomornya."),
        ("Aset: [desa]", "Nilai", "rupiah", "Rupiah utuh."),
    ]


def test_a_sheet_without_rows_has_its_header() -> None:
    sel = satu(Kolom("Nomor"), baris=[]).worksheets[0]
    assert [c.value for c in sel[1]] == ["Nomor"]
    assert sel.auto_filter.ref in ("A1", "A1:A1")


def test_a_row_has_a_value_for_every_column() -> None:
    with pytest.raises(ValueError):
        satu(Kolom("a"), Kolom("b"), baris=[("satu",)])


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lembar, "BARIS", 3)
    buku = satu(Kolom("n", 9, "angka"), baris=[(n,) for n in range(7)])
    assert [w.title for w in buku.worksheets][:3] == ["Isi", "Isi (2)", "Isi (3)"]
    assert [[c.value for (c,) in w.iter_rows(min_row=2)] for w in buku.worksheets[:3]] == [[0, 1, 2], [3, 4, 5], [6]]


@pytest.mark.parametrize(
    ("nama", "jadi"),
    [
        ("Kerja sama", "Kerja sama"), ("a" * 40, "a" * 31), ("[]:*?/\\", "Lembar"), ("'kutip'", "kutip"),
        ("History", "History (2)"), ("", "Lembar"), ("KETERANGAN", "KETERANGAN (2)"), ("x\x00y", "xy"),
    ],
)  # fmt: skip
def test_a_sheet_s_name_is_one_that_a_spreadsheet_takes(nama: str, jadi: str) -> None:
    assert nama_lembar(nama, {"keterangan"}) == jadi


def test_names_that_are_cut_alike_are_told_apart() -> None:
    terpakai: set[str] = set()
    semua = [nama_lembar("Lembaga kemasyarakatan desa dan kelompok", terpakai) for _ in range(11)]
    assert len({s.lower() for s in semua}) == 11
    assert all(len(s) <= 31 for s in semua)


def test_the_same_rows_make_the_same_bytes() -> None:
    def isi(hari: date | None = None) -> bytes:
        return buat_xlsx([Lembar("A", (Kolom("x"),), [("y",)])], hari=hari)

    assert isi() == isi()
    assert isi(date(2026, 11, 2)) == isi(date(2026, 11, 2)) != isi()
    assert re.search("created.*2026-11-02", bagian(isi(date(2026, 11, 2)))["docProps/core.xml"])


def test_however_many_rows_are_not_held_in_memory() -> None:
    """Ten times the rows: not even twice the memory, the file itself left out."""

    def puncak(n: int) -> int:
        def baris() -> Iterator[tuple[Nilai, ...]]:
            for i in range(n):
                yield f"AL-2611-{i:05}", "Mata air di ujung desa", i

        kolom = (Kolom("Nomor"), Kolom("Judul"), Kolom("Nilai", 9, "angka"))
        tracemalloc.start()
        isi = buat_xlsx([Lembar("A", kolom, baris())])
        teratas = tracemalloc.get_traced_memory()[1] - len(isi)
        tracemalloc.stop()
        return teratas

    puncak(10)
    assert puncak(3000) < 2 * puncak(300)
