"""How far a long work is, between its thread and the loop; and the folder of its try."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import time
from pathlib import Path

GILIR = 0.0005
"""Seconds that a thread may keep the interpreter while others wait for it. A turn asks for it again at every statement,
so with the usual 0.005 s a turn of many statements takes a second beside a busy thread
(docs/keputusan/0014-pekerjaan-panjang.md)."""
BIASA = sys.getswitchinterval()
SELANG, JEDA = 0.01, 0.001
"""Seconds that a work goes on, and then leaves the interpreter to the turns."""


class Dihentikan(Exception):
    """Called off, or we stop; raised in the work's own thread."""


class LajuKerja:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.n = 0
        self.dari = 0
        self.henti = False
        self._jeda = 0.0

    def maju(self, n: int, dari: int) -> None:
        if self.henti:
            raise Dihentikan
        self.n, self.dari = n, dari
        if (kini := time.perf_counter()) > self._jeda:  # a pace, not a time of day
            time.sleep(JEDA)
            self._jeda = kini + JEDA + SELANG

    def terima(self, nama: str) -> str:
        """The file's name, once it is safely on disk. Raises ValueError where it is no bare name of a file there."""
        if not nama:
            return ""
        berkas = self.folder / nama
        if Path(nama).name != nama or berkas.is_symlink() or not berkas.is_file():
            raise ValueError("a work named a file that is not in its folder")
        for jalur in (berkas, self.folder, self.folder.parent):
            _flush(jalur)
        return nama


def bergilir(*, sering: bool) -> None:
    """How often this process's threads hand the interpreter on, from now on."""
    sys.setswitchinterval(GILIR if sering else BIASA)


def tempat_baru() -> str:
    return secrets.token_hex(12)


def buang(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def folder_di(akar: Path) -> set[str]:
    """Names of the folders there are."""
    return {satu.name for satu in akar.iterdir() if satu.is_dir()} if akar.is_dir() else set()


def _flush(jalur: Path) -> None:
    fd = os.open(jalur, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
