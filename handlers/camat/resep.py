"""The recipes of the report: from the version that was kept, so that the same paper comes out every time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from data.desa import Desa
from handlers.camat.bidang import Naskah
from handlers.camat.naskah import naskah
from handlers.cetak.mesin import cetak_pdf
from handlers.kertas.periksa import CAMAT
from handlers.kertas.resep import tulis_word

Bahan = Mapping[str, str | int]


def camat_pdf(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: nomor 'C-2611-0001', versi 2."""
    return cetak_pdf("laporan_camat", msgspec.to_builtins(_naskah(desa, bahan)))


def camat_docx(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """The same, in the folder's own template where there is one that works."""
    return tulis_word(desa.pengaturan.templat, CAMAT, _naskah(desa, bahan))


def _naskah(desa: Desa, bahan: Bahan) -> Naskah:
    """Raises `LookupError` where it is not, or no longer, theirs to read."""
    lap = desa.camat.ambil(str(bahan["nomor"]))
    versi = desa.camat.versi(lap, int(bahan["versi"])) if lap else None
    if lap is None or versi is None:
        raise LookupError(f"no report {bahan['nomor']}")
    return naskah(versi.isi, lap.nomor, versi.versi, desa.camat.tanda(lap, versi.versi))
