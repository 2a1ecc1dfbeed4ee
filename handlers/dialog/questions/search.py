"""One of very many: type a name, choose among what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.choice import HALAMAN, Pilihan
from handlers.dialog.tampil import nomor
from handlers.dialog.tolak import Tolak

V = TypeVar("V")


@dataclass(frozen=True)
class Search(Question[V]):
    kata: str
    cari: Callable[[str], Sequence[Pilihan[V]]]
    ambil: Callable[[str], Pilihan[V] | None]
    """The option with that id, or None."""
    petunjuk: str = "Ketik namanya, contoh: sukamaju cibeber."
    pilih: str = "Yang mana? Kalau tidak ada, ketik lagi dengan nama kecamatannya."

    def prompt(self, layar: Layar) -> Prompt:
        rows = self._baris(layar)
        return Prompt(self.pilih if rows else self.kata, daftar=tuple(rows))

    def read(self, masukan: Masukan, layar: Layar) -> V | Belum:
        if masukan.pilih:
            return self.load(masukan.pilih, layar)
        if opsi := nomor(masukan.teks, self._baris(layar)):
            return self.load(opsi.nilai, layar)
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

    def _baris(self, layar: Layar) -> list[Opsi]:
        """What was found, as far as it is still there."""
        ids = layar.sementara if isinstance(layar.sementara, list) else []
        return [Opsi(p.label, p.id, p.ket) for i in ids if (p := self.ambil(i))]

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara)
