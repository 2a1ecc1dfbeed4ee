"""A place on the map, sent by the phone or typed as two numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Lokasi, Masukan
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.tolak import Tolak

ANGKA = re.compile(r"\(?\s*(-?\d{1,2}(?:\.\d{1,15})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*\)?")
# Indonesia with a margin (Sabang to Merauke, Miangas to Rote): beyond it a typed pair is swapped or mistyped.
LINTANG, BUJUR = (-12.0, 8.0), (94.0, 142.0)
PETUNJUK = "Kirim lokasi dari tombol lampiran, atau ketik lintang, bujur. Contoh: -6.9147, 107.0501."


@dataclass(frozen=True)
class Location(Question[Lokasi]):
    kata: str
    petunjuk: str = PETUNJUK

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, minta="lokasi")

    def read(self, masukan: Masukan, layar: Layar) -> Lokasi:
        if masukan.lokasi:
            return periksa(masukan.lokasi, self.petunjuk)
        angka = ANGKA.fullmatch(masukan.teks[:100].strip())
        if not angka:
            raise Tolak(f"Lokasinya belum terbaca. {self.petunjuk}")
        return periksa(Lokasi(float(angka[1]), float(angka[2])), self.petunjuk)

    def dump(self, nilai: Lokasi) -> Json:
        return [nilai.lat, nilai.lon]

    def load(self, json: Json, layar: Layar) -> Lokasi:
        try:
            return periksa(Lokasi(float(json[0]), float(json[1])), self.petunjuk)
        except (TypeError, ValueError, LookupError):
            raise Tolak(self.petunjuk) from None

    def show(self, nilai: Lokasi) -> str:
        return f"{nilai.lat:.5f}, {nilai.lon:.5f}"


def periksa(lokasi: Lokasi, petunjuk: str = PETUNJUK) -> Lokasi:
    """Raises `Tolak` for a place outside Indonesia."""
    if LINTANG[0] <= lokasi.lat <= LINTANG[1] and BUJUR[0] <= lokasi.lon <= BUJUR[1]:
        return lokasi
    raise Tolak(f"Titik itu di luar Indonesia. {petunjuk}")
