"""One of very many: type a name, choose among what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.choice import HALAMAN, Pilihan
from handlers.dialog.tolak import Tolak

V = TypeVar("V")


@dataclass(frozen=True)
class Search(Question[V]):
    kata: str
    cari: Callable[[str], Sequence[Pilihan[V]]]
    ambil: Callable[[str], Pilihan[V] | None]
    """The option with that id, or None."""
    petunjuk: str = "Ketik namanya, contoh: sukamaju cibeber."

    def prompt(self, layar: Layar) -> Prompt:
        ids = layar.sementara if isinstance(layar.sementara, list) else []
        pilihan = [p for i in ids if (p := self.ambil(i))]
        rows = tuple(Opsi(p.label, p.id, p.ket) for p in pilihan)
        return Prompt(
            "Yang mana? Kalau tidak ada, ketik lagi dengan nama kecamatannya." if rows else self.kata, daftar=rows
        )

    def read(self, masukan: Masukan, layar: Layar) -> V | Belum:
        if masukan.pilih:
            return self.load(masukan.pilih, layar)
        ids = layar.sementara if isinstance(layar.sementara, list) else []
        nomor = masukan.teks.strip()
        if nomor.isascii() and nomor.isdigit() and len(nomor) < 3 and 1 <= int(nomor) <= len(ids):
            return self.load(ids[int(nomor) - 1], layar)
        ketemu = list(self.cari(masukan.teks[:200]))
        if not ketemu:
            raise Tolak(f"Belum ketemu. {self.petunjuk}")
        if len(ketemu) == 1:
            return ketemu[0].nilai
        return Belum([p.id for p in ketemu[:HALAMAN]])

    def dump(self, nilai: V) -> Json:
        return str(nilai)

    def load(self, json: Json, layar: Layar) -> V:
        pilihan = self.ambil(str(json))
        if pilihan is None:
            raise Tolak(f"Pilihan itu sudah tidak ada. {self.petunjuk}")
        return pilihan.nilai

    def show(self, nilai: V) -> str:
        pilihan = self.ambil(str(nilai))
        return pilihan.label if pilihan else str(nilai)

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara)
