"""The file that a long work made, as the sender takes it: one's own, while it is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from data.desa import Desa
from data.kerja import FOLDER, SELESAI, Kerja
from handlers.kerja.pekerjaan import Bahan


def jalur(desa: Desa, k: Kerja) -> Path | None:
    """None where there is no file, or no longer."""
    if k.status != SELESAI or not k.berkas or desa.pengaturan.media is None:
        return None
    berkas = desa.pengaturan.media / FOLDER / k.tempat / k.berkas
    return berkas if berkas.is_file() else None


def kerja_berkas(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: id. Raises LookupError where it is not one's own, or cleared."""
    k = desa.kerja.ambil(int(bahan["id"]))
    berkas = jalur(desa, k) if k else None
    if berkas is None:
        raise LookupError("no such file of long work")
    return berkas.read_bytes()
