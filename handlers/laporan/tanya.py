"""What a report asks for: the photos of one visit, and a text that may also be emptied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.questions import Text
from handlers.dialog.questions.photos import SELESAI
from handlers.dialog.questions.wrap import LEWATI
from handlers.dialog.tolak import Tolak
from handlers.laporan.pilihan import TERBANYAK

SEMUA, CUKUP, KOSONG = "semua", "selesai", "kosong"
KATA_SEMUA = frozenset({"semua", "semuanya", "pakai", "pakai semua", "ya", "dipakai", "pakai saja"})
KATA_TIDAK = frozenset({"tidak", "tidak dipakai", "jangan", "tidak usah", "gak usah", "ga usah", "buang"})
TAMPIL = 6
"""Photos that have a button of their own: with the others they fill one list."""


@dataclass(frozen=True)
class PilihFoto(Question[tuple[str, ...] | None]):
    """Which photos of one visit go into the report; None: enough, the others stay as they are."""

    kepala: str
    foto: tuple[str, ...]
    kini: tuple[str, ...]
    """Those that are in it now."""
    sisa: int
    """How many there is room for."""
    opsional = True

    @property
    def petunjuk(self) -> str:  # type: ignore[override]
        beberapa = ", atau ketik nomor fotonya, contoh: 1 dan 3" if len(self.foto) > 1 else ""
        return f"Ketuk Pakai atau Tidak dipakai{beberapa}. Ketik selesai kalau yang lain biar seperti sekarang."

    def prompt(self, layar: Layar) -> Prompt:
        nomor = [str(n) for n, sidik in enumerate(self.foto, start=1) if sidik in self.kini]
        if len(self.foto) == 1:
            kini = "Sekarang dipakai." if nomor else "Sekarang tidak dipakai."
            pilihan: list[Opsi] = [Opsi("Pakai", SEMUA)]
        else:
            kini = f"{len(self.foto)} foto. Sekarang dipakai: {', '.join(nomor) or 'belum ada'}."
            pilihan = [Opsi("Pakai semua", SEMUA)]
            pilihan += [Opsi(f"Foto {n} saja", str(n)) for n in range(1, min(len(self.foto), TAMPIL) + 1)]
        tombol = (*pilihan, Opsi("Tidak dipakai", LEWATI), Opsi("Selesai", CUKUP))
        return Prompt(f"{self.kepala}\n{kini}", tombol, foto=self.foto)

    def read(self, masukan: Masukan, layar: Layar) -> tuple[str, ...] | None:
        kata = (masukan.pilih or masukan.teks).strip().lower().rstrip(".!")
        if kata in SELESAI:
            return None
        if kata == LEWATI or kata in KATA_TIDAK:
            return ()
        return self._muat(self.foto if kata in KATA_SEMUA else self._bernomor(kata))

    def dump(self, nilai: tuple[str, ...] | None) -> Json:
        return CUKUP if nilai is None else list(nilai)

    def load(self, json: Json, layar: Layar) -> tuple[str, ...] | None:
        if json == CUKUP:
            return None
        if not isinstance(json, list) or any(sidik not in self.foto for sidik in json):
            raise Tolak("Foto kunjungan ini sudah berubah. Pilih lagi, ya.")
        return self._muat(tuple(str(sidik) for sidik in json))

    def show(self, nilai: tuple[str, ...] | None) -> str:
        return "selesai" if nilai is None else f"{len(nilai)} foto dipakai"

    def _bernomor(self, kata: str) -> tuple[str, ...]:
        nomor = [int(n) for n in re.findall(r"\d{1,3}", kata)]
        if not nomor or any(not 1 <= n <= len(self.foto) for n in nomor):
            raise Tolak(self.petunjuk)
        return tuple(sidik for n, sidik in enumerate(self.foto, start=1) if n in nomor)

    def _muat(self, foto: tuple[str, ...]) -> tuple[str, ...]:
        if len(foto) > self.sisa:
            sisa = f"tempat tinggal untuk {self.sisa}" if self.sisa else "tempatnya sudah penuh"
            raise Tolak(
                f"Laporan memuat {TERBANYAK} foto; {sisa}. Pilih lebih sedikit atau Tidak dipakai; "
                "untuk menukar, lepas dulu foto kunjungan lain."
            )
        return foto


@dataclass(frozen=True)
class Isian(Text):
    """As `Text`; what is there already may be emptied."""

    maksimal: int = 3000
    ada: bool = False

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, (Opsi("Kosongkan", KOSONG),) if self.ada else ())

    def read(self, masukan: Masukan, layar: Layar) -> str:
        kata = (masukan.pilih or masukan.teks).strip().lower().rstrip(".!")
        if self.ada and kata in (KOSONG, "kosongkan", "hapus"):
            return ""
        return super().read(masukan, layar)

    def load(self, json: Json, layar: Layar) -> str:
        return "" if json == "" else super().load(json, layar)

    def show(self, nilai: str) -> str:
        return nilai or "–"
