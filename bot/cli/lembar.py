"""A table from a stranger's XLSX or CSV, and one that we write. What comes in is text, whatever it would like to be."""

from __future__ import annotations

import codecs
import csv
import io
import os
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

MAX_BYTES = 5_000_000
MAX_UNPACKED = 60_000_000
"""Bytes that the parts of a workbook may come to: a file of 5 MB can hold gigabytes of nothing."""
MAX_ROWS = 10_000
MAX_COLUMNS = 30
MAX_CELL = 2_000
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class BadSheet(Exception):
    """The file as a whole cannot be read; one sentence that says why, and what would work."""


Row = tuple[int, dict[str, str]]
"""The row's number as a spreadsheet shows it, and its cells by column name in lower case."""


def read_table(path: Path) -> list[Row]:
    """Rows that hold something. Raises `BadSheet`."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise BadSheet(f"{path}: cannot read it ({error.strerror})") from None
    if size > MAX_BYTES:
        raise BadSheet(f"{path}: {size / 1e6:.0f} MB; at most {MAX_BYTES // 1_000_000} MB, so split it")
    raw = _xlsx(path, content) if content.startswith(b"PK") else _csv(path, content)
    return _named(path, raw)


def _named(path: Path, raw: Iterable[list[str]]) -> list[Row]:
    rows = list(islice(raw, MAX_ROWS + 2))
    header = [cell.strip().lower() for cell in rows[0]] if rows else []
    if not any(header):
        raise BadSheet(f"{path}: the first row must name the columns: nama, peran, wilayah")
    if len(rows) > MAX_ROWS + 1:
        raise BadSheet(f"{path}: more than {MAX_ROWS:,} rows; split it")
    table = [(n, {k: v.strip() for k, v in zip(header, row, strict=False) if k}) for n, row in enumerate(rows, start=1)]
    return [(n, row) for n, row in table[1:] if any(row.values())]


def _csv(path: Path, content: bytes) -> Iterator[list[str]]:
    text = _decode(path, content)
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [cell[:MAX_CELL] for cell in row[:MAX_COLUMNS]]
    except csv.Error as error:
        raise BadSheet(f"{path}: this is not a CSV file ({error})") from None


def _decode(path: Path, content: bytes) -> str:
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise BadSheet(f'{path}: not UTF-8; save it as "CSV UTF-8", or as XLSX') from None
    if "\0" in text:
        raise BadSheet(f"{path}: neither a CSV nor an XLSX file")
    return text


def _xlsx(path: Path, content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # 0.2 s that a single invitation need not wait

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked > MAX_UNPACKED:
            raise BadSheet(f"{path}: unpacks to {unpacked / 1e6:,.0f} MB; copy the rows to a new workbook")
        with warnings.catch_warnings(action="ignore"):  # of decorations that it leaves out
            book = load_workbook(
                io.BytesIO(content), read_only=True, data_only=True
            )  # a formula is what it last showed
            rows = book.worksheets[0].iter_rows(max_col=MAX_COLUMNS, max_row=MAX_ROWS + 2, values_only=True)
            return [[_text(cell)[:MAX_CELL] for cell in row] for row in rows]
    except BadSheet:
        raise
    except Exception as error:  # openpyxl lets anything through that a broken workbook makes of it
        raise BadSheet(f"{path}: this workbook cannot be read ({type(error).__name__}); save it anew as XLSX") from None


def _text(cell: Any) -> str:
    """A code typed as a number loses its last zero: 32.10 arrives as 32.1."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.2f}"
    return str(cell)


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """XLSX or CSV by its name; only its owner may read it. Nothing in it is a formula."""
    content = _xlsx_bytes(header, rows) if path.suffix.lower() == ".xlsx" else _csv_bytes(header, rows)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")  # with its mark, or Excel takes it for something else


def _xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Undangan")
        for n, row in enumerate([header, *rows]):
            for column, cell in enumerate(row):
                sheet.write_string(n, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(header) - 1, 24)
    return content.getvalue()
