"""Several of a list: taps switch them on and off, typing names them, *selesai* ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.choice import HALAMAN, Pilihan
from handlers.dialog.questions.photos import SELESAI
from handlers.dialog.tolak import Tolak

V = TypeVar("V")
LAINNYA = "!h"


@dataclass(frozen=True)
class MultiChoice(Question[tuple[V, ...]]):
    kata: str
    pilihan: Sequence[Pilihan[V]]
    minimal: int = 1
    petunjuk: str = "Ketuk satu per satu, atau ketik beberapa dipisah koma, lalu selesai."

    def prompt(self, layar: Layar) -> Prompt:
        dipilih, halaman = _buka(layar.sementara)
        mulai = halaman * HALAMAN
        rows = [
            Opsi(("✓ " if p.id in dipilih else "") + p.label, p.id, p.ket)
            for p in self.pilihan[mulai : mulai + HALAMAN]
        ]
        if len(self.pilihan) > HALAMAN:
            rows.append(Opsi("Lainnya ›", LAINNYA))
        teks = f"{self.kata}\nDipilih: {', '.join(self._nama(dipilih))}." if dipilih else self.kata
        return Prompt(
            teks, tombol=(Opsi("Selesai", "selesai"),) if len(dipilih) >= self.minimal else (), daftar=tuple(rows)
        )

    def read(self, masukan: Masukan, layar: Layar) -> tuple[V, ...] | Belum:
        dipilih, halaman = _buka(layar.sementara)
        if masukan.pilih == LAINNYA:
            return _tutup(dipilih, (halaman + 1) % -(-len(self.pilihan) // HALAMAN))
        if (masukan.pilih or masukan.teks.strip().lower()) in SELESAI and len(dipilih) >= self.minimal:
            return self._nilai(dipilih)
        if masukan.pilih:
            self._nilai([masukan.pilih])
            return _tutup(
                [d for d in dipilih if d != masukan.pilih] if masukan.pilih in dipilih else [*dipilih, masukan.pilih],
                halaman,
            )
        baru = self._ketikan(masukan.teks)
        return _tutup([*dipilih, *(b for b in baru if b not in dipilih)], halaman)

    def dump(self, nilai: tuple[V, ...]) -> Json:
        return [p.id for p in self.pilihan if p.nilai in nilai]

    def load(self, json: Json, layar: Layar) -> tuple[V, ...]:
        if not isinstance(json, list):
            raise Tolak(self.petunjuk)
        return self._nilai(json)

    def show(self, nilai: tuple[V, ...]) -> str:
        return ", ".join(p.label for p in self.pilihan if p.nilai in nilai) or "–"

    def _ketikan(self, teks: str) -> list[str]:
        bagian = [b.strip() for b in teks[:2000].replace("\n", ",").replace(";", ",").split(",") if b.strip()]
        calon = [Calon(p.id, p.label, p.kata) for p in self.pilihan]
        hasil = [(b, cari_calon(b, calon)) for b in bagian]
        for kata, cocok in hasil:
            if len(cocok) != 1:
                contoh = ", ".join(c.label for c in cocok[:3]) or ", ".join(p.label for p in self.pilihan[:3])
                raise Tolak(f"“{kata[:40]}” yang mana? Misalnya: {contoh}.")
        if not hasil:
            raise Tolak(self.petunjuk)
        return [cocok[0].id for _, cocok in hasil]

    def _nilai(self, ids: Sequence[str]) -> tuple[V, ...]:
        dikenal = {p.id: p.nilai for p in self.pilihan}
        if any(i not in dikenal for i in ids):
            raise Tolak(f"Ada pilihan yang sudah tidak ada dalam daftar. {self.petunjuk}")
        return tuple(p.nilai for p in self.pilihan if p.id in ids)

    def _nama(self, ids: Sequence[str]) -> list[str]:
        return [p.label for p in self.pilihan if p.id in ids]


def _buka(json: Json) -> tuple[list[str], int]:
    return (list(json["pilih"]), int(json["h"])) if isinstance(json, dict) else ([], 0)


def _tutup(dipilih: list[str], halaman: int) -> Belum:
    return Belum({"pilih": dipilih, "h": halaman})
