"""The pages of a PDF that somebody sent: read in a process beside, which may hang, swell or crash as it likes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from handlers.cocok.lembar import Halaman, Kata
from handlers.kerja.pekerjaan import Laju, Terjelaskan

UKURAN = 20 << 20
"""Bytes; a real month has a quarter of a million."""
DETIK = 30.0
PEMBACA = Path(__file__).with_name("baca_pdf.py")
UNDUH = "Unduh PDF-nya langsung dari DRP, lalu kirim lagi."
SEBAB = {
    "sandi": "PDF ini dikunci dengan sandi, jadi tidak bisa dibuka. Simpan tanpa sandi, lalu kirim lagi.",
    "rusak": f"PDF ini tidak bisa dibuka; mungkin terpotong waktu diunduh. {UNDUH}",
    "kosong": f"PDF ini tidak punya halaman. {UNDUH}",
    "panjang": f"PDF ini lebih dari 60 halaman, jadi bukan DRP satu bulan. {UNDUH}",
    "besar": f"Halaman PDF ini terlalu lebar untuk sebuah laporan. {UNDUH}",
    "padat": f"Satu halaman PDF ini terlalu padat untuk sebuah laporan. {UNDUH}",
    "ukuran": f"PDF ini lebih dari 20 MB. DRP satu bulan biasanya di bawah 1 MB. {UNDUH}",
    "pindai": f"PDF ini berupa gambar hasil pindai atau foto, jadi tulisannya tidak terbaca. {UNDUH}",
}


def buka(isi: bytes, laju: Laju) -> list[Halaman]:
    """Raises `Terjelaskan`; and whatever `laju` raises, when it is called off."""
    if len(isi) > UKURAN:
        raise Terjelaskan(SEBAB["ukuran"])
    semua = []
    with _pembaca(isi) as keluar:
        for baris in keluar:
            if not baris.endswith(b"\n"):
                break
            satu = msgspec.json.decode(baris, type=dict[str, Any])
            if "tak" in satu:
                raise Terjelaskan(SEBAB[satu["tak"]])
            semua.append(Halaman(**{**satu, "kata": tuple(Kata(*k) for k in satu["kata"])}))
            laju.maju(semua[-1].n, semua[-1].dari)
    if not semua or len(semua) < semua[-1].dari:  # it crashed, swelled or hung half way
        raise Terjelaskan(SEBAB["rusak"])
    if not any(h.kata for h in semua):
        raise Terjelaskan(SEBAB["pindai"])
    return semua


@contextmanager
def _pembaca(isi: bytes) -> Iterator[Iterator[bytes]]:
    """Lines as they come; the process is gone afterwards, however it went."""
    perintah = [sys.executable, "-I", str(PEMBACA)]
    with subprocess.Popen(  # noqa: S603 -- our own file, nothing of the sender's in it
        perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as proses:
        batas = threading.Timer(DETIK, proses.kill)
        isi_penuh = threading.Thread(target=_beri, args=(proses, isi), daemon=True)
        batas.start()
        isi_penuh.start()
        assert proses.stdout
        try:
            yield iter(proses.stdout)
        finally:
            batas.cancel()
            proses.kill()
            isi_penuh.join()


def _beri(proses: subprocess.Popen[bytes], isi: bytes) -> None:
    assert proses.stdin
    with suppress(OSError), proses.stdin as masuk:  # it may have ended before it read everything
        masuk.write(isi)
