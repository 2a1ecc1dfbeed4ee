"""Workbooks (XLSX) of whatever the house lists."""

from handlers.lembar.lembar import Kolom, Lembar, buat_xlsx, tulis_xlsx

__all__ = ["Kolom", "Lembar", "buat_xlsx", "tulis_xlsx"]
