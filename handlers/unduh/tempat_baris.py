"""The columns by which every sheet says where something is."""

from __future__ import annotations

from data.desa import Desa
from data.wilayah import DESA, Wilayah, dari_kode
from handlers.lembar import Kolom
from handlers.lembar.sel import Nilai

TEMPAT = (
    Kolom("Kode wilayah", 15, "teks", "Kode Kemendagri dari desanya, atau dari kecamatannya untuk yang antardesa."),
    Kolom("Desa", 22, "teks", "Kosong untuk yang antardesa."),
    Kolom("Kecamatan", 18),
    Kolom("Kabupaten/Kota", 22),
)
DIINGAT = 4000
"""Places whose names are held at once; rows come place by place."""


class Peta:
    """Names of places for one workbook."""

    def __init__(self, desa: Desa) -> None:
        self._desa = desa
        self._kenal: dict[str, Wilayah | None] = {}

    def ambil(self, kode: str) -> Wilayah | None:
        if kode not in self._kenal:
            if len(self._kenal) >= DIINGAT:
                self._kenal.clear()
            self._kenal[kode] = self._desa.wilayah.ambil(kode) or dari_kode(kode)
        return self._kenal[kode]

    def nama(self, kode: str) -> str:
        w = self.ambil(kode)
        return w.nama if w else kode

    def sel(self, kode: str) -> list[Nilai]:
        """As `TEMPAT` has them; of a place nobody knows its code alone."""
        w = self.ambil(kode)
        if w is None:
            return [kode, None, None, None]
        induk = w.jalur.split(", ")
        if w.tingkat == DESA:
            return [kode, w.nama, induk[0], induk[1]]
        return [kode, None, w.nama, induk[0]]
