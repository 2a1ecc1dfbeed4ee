"""Pictures, one by one or as an album, until *selesai*."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.tolak import Tolak

SELESAI = frozenset({"selesai", "sudah", "cukup", "ok", "oke", "udah", "beres"})


@dataclass(frozen=True)
class Photos(Question[tuple[Foto, ...]]):
    kata: str
    maksimal: int = 10
    petunjuk: str = "Kirim foto satu per satu atau sekaligus, lalu ketik selesai."

    def prompt(self, layar: Layar) -> Prompt:
        sudah = _buka(layar.sementara)
        if not sudah:
            return Prompt(self.kata, minta="foto")
        teks = f"{len(sudah)} foto sudah masuk. Kirim lagi, atau Selesai."
        return Prompt(teks, (Opsi("Selesai", "selesai"), Opsi("Ulang dari awal", "ulang")), minta="foto")

    def read(self, masukan: Masukan, layar: Layar) -> tuple[Foto, ...] | Belum:
        sudah = _buka(layar.sementara)
        if masukan.foto:
            return self._tambah(sudah, masukan.foto)
        kata = (masukan.pilih or masukan.teks).strip().lower().rstrip(".!")
        if kata == "ulang":
            return Belum(None, "Baik, foto yang tadi tidak dipakai.")
        if kata in SELESAI and sudah:
            return sudah
        raise Tolak(f"Di sini saya menunggu foto. {self.petunjuk}")

    def _tambah(self, sudah: tuple[Foto, ...], baru: tuple[Foto, ...]) -> tuple[Foto, ...] | Belum:
        gagal = [foto for foto in baru if not foto.sidik]
        dikenal = {foto.sidik for foto in sudah}
        semua = sudah + tuple(f for f in {f.sidik: f for f in baru if f.sidik}.values() if f.sidik not in dikenal)
        if gagal:
            return Belum(
                _tutup(semua[: self.maksimal]), f"{len(gagal)} foto belum berhasil diunduh. Tolong kirim lagi, ya."
            )
        if len(semua) > self.maksimal:
            kata = f"Yang muat {self.maksimal} foto; {len(semua) - self.maksimal} foto terakhir tidak dipakai."
            return Belum(_tutup(semua[: self.maksimal]), kata)
        if self.maksimal == 1:
            return semua
        return Belum(_tutup(semua))

    def dump(self, nilai: tuple[Foto, ...]) -> Json:
        return _tutup(nilai)

    def load(self, json: Json, layar: Layar) -> tuple[Foto, ...]:
        foto = _buka(json)
        if not foto:
            raise Tolak(self.petunjuk)
        return foto

    def show(self, nilai: tuple[Foto, ...]) -> str:
        return f"{len(nilai)} foto"


def _tutup(foto: tuple[Foto, ...]) -> Json:
    return msgspec.to_builtins(foto)


def _buka(json: Json) -> tuple[Foto, ...]:
    try:
        return msgspec.convert(json or (), tuple[Foto, ...], strict=False)
    except msgspec.ValidationError:
        return ()
