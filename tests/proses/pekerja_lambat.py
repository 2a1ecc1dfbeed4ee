"""The real program with one more kind of long work, which takes as long as it is told: `python -m … CONFIG`."""

from __future__ import annotations

import sys
import time

from bot.cli import main
from data.desa import Desa
from handlers.dialog.pesan import Pesan
from handlers.kerja.pekerjaan import Bahan, Hasil, Laju
from handlers.kerja.tabel import PEKERJAAN

SELANG = 0.02


def lambat(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
    """`bahan`: langkah, steps of `SELANG` seconds."""
    langkah = int(bahan["langkah"])
    with (laju.folder / "hasil.txt").open("w", encoding="utf-8") as berkas:
        for n in range(langkah):
            laju.maju(n, langkah)
            time.sleep(SELANG)
            berkas.write(f"{n}\n")
    return Hasil(Pesan("Ini hasilnya."), "hasil.txt")


if __name__ == "__main__":
    PEKERJAAN["lambat"] = lambat
    raise SystemExit(main(["run", "--config", sys.argv[1]]))
