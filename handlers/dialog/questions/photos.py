"""Pictures, one by one or as an album, until *selesai*."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.tolak import Tolak

SELESAI = frozenset({"selesai", "sudah", "cukup", "ok", "oke", "udah", "beres"})
MAKSIMAL = 20
"""Pictures one answer keeps: what a monthly report has room for."""


class Bergambar:
    """Marks a question that pictures are meant for."""


@dataclass(frozen=True)
class Photos(Bergambar, Question[tuple[Foto, ...]]):
    kata: str
    maksimal: int = MAKSIMAL
    petunjuk: str = "Kirim foto satu per satu atau sekaligus, lalu ketik selesai."

    def prompt(self, layar: Layar) -> Prompt:
        sudah = buka_foto(layar.sementara)
        if not sudah:
            return Prompt(self.kata, minta="foto")
        lagi = "Kirim lagi, atau Selesai." if len(sudah) < self.maksimal else "Sudah penuh, pilih Selesai."
        tombol = (Opsi("Selesai", "selesai"), Opsi("Ulang dari awal", "ulang"))
        return Prompt(f"{len(sudah)} foto sudah masuk. {lagi}", tombol, minta="foto")

    def read(self, masukan: Masukan, layar: Layar) -> tuple[Foto, ...] | Belum:
        sudah = buka_foto(layar.sementara)
        if masukan.foto:
            semua, catatan = gabung_foto(sudah, masukan.foto, self.maksimal)
            return semua if self.maksimal == 1 and semua and not catatan else Belum(tutup_foto(semua), catatan)
        kata = (masukan.pilih or masukan.teks).strip().lower().rstrip(".!")
        if kata == "ulang" and sudah:
            return Belum([], "Baik, foto yang tadi tidak dipakai.")
        if kata in SELESAI and sudah:
            return sudah
        raise Tolak(f"Di sini saya menunggu foto. {self.petunjuk}")

    def dump(self, nilai: tuple[Foto, ...]) -> Json:
        return tutup_foto(nilai)

    def load(self, json: Json, layar: Layar) -> tuple[Foto, ...]:
        foto = buka_foto(json)
        if not foto:
            raise Tolak(self.petunjuk)
        return foto

    def show(self, nilai: tuple[Foto, ...]) -> str:
        return f"{len(nilai)} foto"

    def lanjutan(self, json: Json) -> Json:
        return json if self.maksimal > 1 else None


def gabung_foto(sudah: tuple[Foto, ...], baru: tuple[Foto, ...], maksimal: int) -> tuple[tuple[Foto, ...], str]:
    """Every picture once, and what the person should know of those that are not among them."""
    sampai = {foto.sidik: foto for foto in (*sudah, *baru) if foto.sidik}
    semua = tuple(sampai.values())[:maksimal]
    catatan = []
    if gagal := sum(not foto.sidik for foto in baru):
        catatan.append(f"{gagal} foto belum berhasil diunduh. Tolong kirim lagi, ya.")
    if lebih := len(sampai) - len(semua):
        catatan.append(f"Yang muat {maksimal} foto; {lebih} foto terakhir tidak dipakai.")
    return semua, " ".join(catatan)


def buka_foto(json: Json) -> tuple[Foto, ...]:
    """Stored pictures; none when it is something else."""
    try:
        return msgspec.convert(json or (), tuple[Foto, ...], strict=False)
    except msgspec.ValidationError:
        return ()


def tutup_foto(foto: tuple[Foto, ...]) -> Json:
    return [msgspec.to_builtins(satu) for satu in foto]
