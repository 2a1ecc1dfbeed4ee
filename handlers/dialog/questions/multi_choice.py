"""Several of a list: taps switch them on and off, typing names them, *selesai* ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.choice import HALAMAN, Pilihan
from handlers.dialog.questions.photos import SELESAI
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tampil import LIHAT, nomor
from handlers.dialog.tolak import Tolak

V = TypeVar("V")
AMBIL, LEPAS = "+", "-"
"""A button says what will be so, not "the other way": tapped twice it does the same."""


@dataclass(frozen=True)
class MultiChoice(Question[tuple[V, ...]]):
    kata: str
    pilihan: Sequence[Pilihan[V]]
    minimal: int = 1
    petunjuk: str = "Ketuk satu per satu, atau ketik beberapa dipisah koma, lalu selesai."

    def prompt(self, layar: Layar) -> Prompt:
        dipilih, halaman = self._buka(layar.sementara)
        teks = f"{self.kata}\nDipilih: {', '.join(self._nama(dipilih))}." if dipilih else self.kata
        tombol = (Opsi("Selesai", "selesai"),) if len(dipilih) >= self.minimal else ()
        ulang = (Opsi("Ulang dari awal", "ulang"),) if dipilih else ()
        return Prompt(teks, tombol=(*tombol, *ulang), daftar=tuple(self._baris(dipilih, halaman)))

    def read(self, masukan: Masukan, layar: Layar) -> tuple[V, ...] | Belum:
        dipilih, halaman = self._buka(layar.sementara)
        kata = (masukan.pilih or masukan.teks).strip().lower().rstrip(".!")
        if kata in SELESAI:
            return self._selesai(dipilih)
        if kata == "ulang":
            return _belum([], halaman)
        if masukan.pilih.startswith(LIHAT):
            lembar = masukan.pilih[1:]
            return _belum(dipilih, int(lembar) if lembar.isdecimal() and len(lembar) < 4 else 0)
        if masukan.pilih:
            return self._ketukan(masukan.pilih, dipilih, halaman)
        baru = self._ketikan(masukan.teks, self._baris(dipilih, halaman))
        return _belum([*dipilih, *(b for b in dict.fromkeys(baru) if b not in dipilih)], halaman)

    def dump(self, nilai: tuple[V, ...]) -> Json:
        return [p.id for p in self.pilihan if p.nilai in nilai]

    def load(self, json: Json, layar: Layar) -> tuple[V, ...]:
        if not isinstance(json, list) or len(json) < self.minimal:
            raise Tolak(self.petunjuk)
        return self._nilai(json)

    def show(self, nilai: tuple[V, ...]) -> str:
        return ", ".join(p.label for p in self.pilihan if p.nilai in nilai) or "–"

    def lanjutan(self, json: Json) -> Json:
        return {"pilih": json, "h": 0} if isinstance(json, list) else None

    def _baris(self, dipilih: list[str], halaman: int) -> list[Opsi]:
        mulai = halaman * HALAMAN
        rows = [
            Opsi(f"✓ {p.label}", f"{LEPAS}{p.id}", p.ket) if p.id in dipilih else Opsi(p.label, f"{AMBIL}{p.id}", p.ket)
            for p in self.pilihan[mulai : mulai + HALAMAN]
        ]
        if len(self.pilihan) > HALAMAN:
            rows.append(Opsi("Lainnya ›", f"{LIHAT}{(halaman + 1) % self._lembar}"))
        return rows

    def _selesai(self, dipilih: list[str]) -> tuple[V, ...]:
        if len(dipilih) < self.minimal:
            raise Tolak(f"Pilih dulu paling sedikit {self.minimal}, ya. {self.petunjuk}")
        return self._nilai(dipilih)

    def _ketukan(self, pilih: str, dipilih: list[str], halaman: int) -> Belum:
        arah, satu = pilih[0], pilih[1:]
        self._nilai([satu])
        sisa = [d for d in dipilih if d != satu]
        return _belum(sisa if arah == LEPAS else [*sisa, satu], halaman)

    def _ketikan(self, teks: str, rows: Sequence[Opsi]) -> list[str]:
        calon = [Calon(p.id, p.label, p.kata) for p in self.pilihan]
        hasil = []
        for bagian in filter(str.strip, re.split(r"[,;\n]", teks[:2000])):
            if (opsi := nomor(bagian, rows)) and not opsi.nilai.startswith(LIHAT):
                hasil.append(opsi.nilai[1:])
                continue
            cocok = cari_calon(bagian, calon)
            if len(cocok) != 1:
                contoh = ", ".join(c.label for c in cocok[:3]) or ", ".join(p.label for p in self.pilihan[:3])
                raise Tolak(f"“{sebaris(bagian, 40)}” yang mana? Misalnya: {contoh}.")
            hasil.append(cocok[0].id)
        if not hasil:
            raise Tolak(self.petunjuk)
        return hasil

    def _nilai(self, ids: Sequence[str]) -> tuple[V, ...]:
        dikenal = {p.id: p.nilai for p in self.pilihan}
        if any(i not in dikenal for i in ids):
            raise Tolak(f"Ada pilihan yang sudah tidak ada dalam daftar. {self.petunjuk}")
        return tuple(p.nilai for p in self.pilihan if p.id in ids)

    def _nama(self, ids: Sequence[str]) -> list[str]:
        return [p.label for p in self.pilihan if p.id in ids]

    @property
    def _lembar(self) -> int:
        return -(-len(self.pilihan) // HALAMAN)

    def _buka(self, json: Json) -> tuple[list[str], int]:
        """Chosen so far and the page; an option that is gone from the list is no longer chosen."""
        if not isinstance(json, dict):
            return [], 0
        return [p.id for p in self.pilihan if p.id in json["pilih"]], min(json["h"], self._lembar - 1)


def _belum(dipilih: list[str], halaman: int) -> Belum:
    return Belum({"pilih": dipilih, "h": halaman})
