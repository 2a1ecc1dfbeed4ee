"""The recipes of the papers: from the version that was kept, so that the same paper comes out every time."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec

from data.desa import Desa
from data.musdes.risalah import Risalah
from handlers.cetak.mesin import cetak_pdf
from handlers.kertas.naskah import naskah
from handlers.kertas.periksa import isi_contoh
from handlers.kertas.word import TemplatSalah, bawaan, isi_templat

Bahan = Mapping[str, str | int]
KERTAS = {"ba": "berita-acara", "notulen": "notulen", "hadir": "daftar-hadir"}
"""Each paper's word in a command, and the name of its files."""
log = logging.getLogger("kertas")


def musdes_pdf(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: musdes 'M-2611-0003', versi 2, apa 'ba', 'notulen' or 'hadir'."""
    templat = KERTAS[str(bahan["apa"])].replace("-", "_")
    return cetak_pdf(templat, msgspec.to_builtins(naskah(_risalah(desa, bahan))))


def musdes_docx(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """The same, in the folder's own template where there is one that works."""
    return tulis_word(desa.pengaturan.templat, KERTAS[str(bahan["apa"])], naskah(_risalah(desa, bahan)))


def tulis_word(folder: str, kertas: str, isi: msgspec.Struct) -> bytes:
    """In the folder's own template where there is one that works, else in ours."""
    if sendiri := _milik(folder, kertas):
        try:
            return isi_templat(sendiri.read_bytes(), isi)[0]
        except (TemplatSalah, OSError):  # what is wrong may quote a person; `bot templat periksa` says it
            log.warning("own template %s cannot be used, ours is instead", sendiri.name)
    return isi_templat(bawaan(kertas), isi)[0]


def _risalah(desa: Desa, bahan: Bahan) -> Risalah:
    """Raises `LookupError` where it is not, or no longer, theirs to read."""
    m = desa.musdes.ambil(str(bahan["musdes"]))
    risalah = desa.musdes.versi(m, int(bahan["versi"])) if m else None
    if risalah is None:
        raise LookupError(f"no papers of {bahan['musdes']}")
    return risalah


def _milik(folder: str, kertas: str) -> Path | None:
    berkas = Path(folder) / f"{kertas}.docx"
    return berkas if folder and berkas.is_file() else None


def templat_rusak(folder: str, kertas: str) -> bool:
    """Whether the folder's own template is there and cannot be used. Looked at once for each change of the file."""
    berkas = _milik(folder, kertas)
    if berkas is None:
        return False
    tanda = berkas.stat()
    return _rusak(berkas, tanda.st_mtime_ns, tanda.st_size)


@lru_cache(maxsize=16)
def _rusak(berkas: Path, _berubah: int, _besar: int) -> bool:
    try:
        isi_templat(berkas.read_bytes(), isi_contoh(berkas.stem))
    except (TemplatSalah, OSError):
        return True
    return False
