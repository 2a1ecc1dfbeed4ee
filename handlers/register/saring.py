"""What a list of a register shows, as the words behind its command: '32.03.03.2013 +dipakai h2'."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from data.katalog.register import JenisRegister
from handlers.dialog.tombol import perintah
from handlers.keputusan.tempat import sebutan_tempat
from handlers.tim.lihat import Lihat, baca_lihat

SEMUA, TUTUP, PILIH, XLSX = "semua", "tutup", "saring", "xlsx"
KHUSUS = (SEMUA, TUTUP, PILIH, XLSX)


@dataclass(frozen=True)
class Saringan:
    tempat: str = ""
    """A code, or words for a place."""
    apa: str = ""
    """A state's kode; SEMUA also what is closed, TUTUP only that; PILIH to choose, XLSX as a workbook."""
    halaman: int = 1

    @property
    def keadaan(self) -> str:
        return "" if self.apa in KHUSUS else self.apa

    @property
    def terbuka(self) -> bool | None:
        return {SEMUA: None, TUTUP: False}.get(self.apa, True)

    def perintah(self, kode: str, **ganti: Any) -> str:
        lain = replace(self, **{"halaman": 1, **ganti})
        bagian = (kode, lain.tempat, f"+{lain.apa}" if lain.apa else "", f"h{lain.halaman}" if lain.halaman > 1 else "")
        return perintah(" ".join(b for b in bagian if b))


def baca_saringan(argumen: str, jenis: JenisRegister) -> Saringan:
    """Filters stand behind a '+', as no name of a place does; "xlsx" is plain enough without."""
    kenal = {*KHUSUS, *(k.kode for k in jenis.keadaan)}
    kata = argumen.lower().split()
    apa = next((k[1:] for k in kata if k[:1] == "+" and k[1:] in kenal), "")
    if not apa and {"xlsx", "excel"} & set(kata):
        apa = XLSX
    lihat: Lihat = baca_lihat(" ".join(k for k in kata if k[:1] != "+" and k not in ("xlsx", "excel")))
    return Saringan(sebutan_tempat(lihat), apa, lihat.halaman)
