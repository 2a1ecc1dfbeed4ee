"""What becomes of each thing that earlier musyawarah left: all at once, one by one, or by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.keputusan import BATAL, DIBAWA, SELESAI, Keputusan
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.wrap import LEWATI
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import sidik
from handlers.musdes.kartu import baris_putusan

SEMUA, PILIH, LEWAT, CUKUP = "semua", "pilih", "lewat", "cukup"
"""LEWAT is one that is left as it is; LEWATI, of the engine, all of them."""
KATA = {
    "dibawa": DIBAWA, "bawa": DIBAWA, "lanjut": DIBAWA, "selesai": SELESAI, "sudah": SELESAI, "batal": BATAL,
    "tidak jadi": BATAL,
}  # fmt: skip
LABEL = ((DIBAWA, "Dibawa ke sini"), (SELESAI, "Selesai"), (BATAL, "Tidak jadi"), (LEWAT, "Lewati"))
BERNOMOR = re.compile(r"([a-z ]*)\b((?:\d{1,3}(?:\s*,?\s*(?:dan|&)?\s*))+)")
TAMPAK = 20
"""Lines that one message shows; the numbers of the others hold all the same."""


@dataclass(frozen=True)
class Lama(Question[dict[str, str]]):
    """By number of the decision, what becomes of it; nothing of those that were left alone."""

    kata: str
    semua: Sequence[Keputusan]
    petunjuk: str = "Ketuk pilihannya, atau ketik nomor urutnya, contoh: bawa 1 3, selesai 2, tidak jadi 4."
    opsional: bool = True

    def prompt(self, layar: Layar) -> Prompt:
        sedang = self._sedang(layar)
        if sedang is not None:
            return self._satu(*sedang)
        if len(self.semua) == 1:
            return Prompt(f"{self.kata}\n{baris_putusan(self.semua[0])}", self._keadaan(self.semua[0]))
        baris = [f"{n}. {sebaris(baris_putusan(k), 120)}" for n, k in enumerate(self.semua[:TAMPAK], start=1)]
        lagi = [f"… dan {len(self.semua) - TAMPAK} lagi"] if len(self.semua) > TAMPAK else []
        tombol = (
            Opsi("Bawa semua", f"{SEMUA}.{sidik([k.nomor for k in self.semua])}"),
            Opsi("Pilih", PILIH),
            Opsi("Lewati", LEWATI),
        )
        return Prompt("\n".join((self.kata, *baris, *lagi)), tombol)

    def read(self, masukan: Masukan, layar: Layar) -> dict[str, str] | Belum:
        sedang = self._sedang(layar)
        if masukan.pilih:
            return self._ketukan(masukan.pilih, sedang)
        kata = masukan.teks.strip().lower().rstrip(".!")
        if kata in KATA and (sedang or len(self.semua) == 1):
            return self._jawab(sedang or (0, {}), KATA[kata])
        return self._bernomor(kata, sedang)

    def dump(self, nilai: dict[str, str]) -> Json:
        return dict(nilai)

    def load(self, json: Json, layar: Layar) -> dict[str, str]:
        """Without those that somebody else has meanwhile dealt with."""
        if not isinstance(json, dict):
            raise Tolak(self.petunjuk)
        ada = {k.nomor for k in self.semua}
        return {nomor: apa for nomor, apa in json.items() if nomor in ada and apa in (DIBAWA, SELESAI, BATAL)}

    def show(self, nilai: dict[str, str]) -> str:
        hitung = [(sum(apa == satu for apa in nilai.values()), kata) for satu, kata in SEBUT.items()]
        return ", ".join(f"{n} {kata}" for n, kata in hitung if n) or "dilewati"

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara)

    # -- one by one -----------------------------------------------------------------------------------------------

    def _sedang(self, layar: Layar) -> tuple[int, dict[str, str]] | None:
        """Which one is being asked for, and what was said of those before it."""
        s = layar.sementara
        if not isinstance(s, dict):
            return None
        ke = next((n for n, k in enumerate(self.semua) if k.nomor == s.get("kini")), None)
        return None if ke is None else (ke, dict(s.get("apa") or {}))

    def _satu(self, ke: int, apa: dict[str, str]) -> Prompt:
        k = self.semua[ke]
        cukup = (Opsi("Cukup sampai sini", CUKUP),) if apa else ()
        return Prompt(f"{ke + 1} dari {len(self.semua)}:\n{baris_putusan(k)}", (*self._keadaan(k), *cukup))

    def _keadaan(self, k: Keputusan) -> tuple[Opsi, ...]:
        return tuple(Opsi(label, f"{apa}.{k.nomor}") for apa, label in LABEL)

    def _ketukan(self, pilih: str, sedang: tuple[int, dict[str, str]] | None) -> dict[str, str] | Belum:
        apa, _, nomor = pilih.partition(".")
        if apa == SEMUA and nomor == sidik([k.nomor for k in self.semua]):
            return {k.nomor: DIBAWA for k in self.semua}
        if pilih == LEWATI:
            return self._jawab(sedang, LEWAT) if sedang else {}
        if pilih == PILIH:
            return Belum({"kini": self.semua[0].nomor, "apa": {}})
        if pilih == CUKUP and sedang:
            return sedang[1]
        ke = next((n for n, k in enumerate(self.semua) if k.nomor == nomor), None)
        if apa in dict(LABEL) and ke is not None and (sedang is not None or len(self.semua) == 1):
            return self._jawab((ke, sedang[1] if sedang else {}), apa)
        raise Tolak(f"Tombol itu sudah lewat. {self.petunjuk}")

    def _jawab(self, sedang: tuple[int, dict[str, str]], apa: str) -> dict[str, str] | Belum:
        ke, sudah = sedang
        nomor = self.semua[ke].nomor
        sudah = {n: a for n, a in sudah.items() if n != nomor} | ({} if apa == LEWAT else {nomor: apa})
        if ke + 1 == len(self.semua):
            return sudah
        lanjut: dict[str, Any] = {"kini": self.semua[ke + 1].nomor, "apa": sudah}
        return Belum(lanjut)

    def _bernomor(self, teks: str, sedang: tuple[int, dict[str, str]] | None) -> dict[str, str]:
        """'bawa 1 3, selesai 2': numbers without a word are brought along."""
        hasil = dict(sedang[1]) if sedang else {}
        sisa = teks.replace(";", ",")
        for cocok in BERNOMOR.finditer(sisa):
            apa = KATA.get(cocok[1].strip() or "bawa", "")
            angka = [int(n) for n in re.findall(r"\d+", cocok[2])]
            if apa and all(0 < n <= len(self.semua) for n in angka):
                hasil |= {self.semua[n - 1].nomor: apa for n in angka}
                sisa = sisa.replace(cocok[0], "", 1)
        if sisa.strip(" ,.") or not hasil:
            raise Tolak(f"Nomornya 1 sampai {len(self.semua)}. {self.petunjuk}")
        return hasil


SEBUT = {DIBAWA: "dibawa ke sini", SELESAI: "selesai", BATAL: "tidak jadi"}
