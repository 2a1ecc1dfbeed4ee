"""The summary: Simpan, Ubah one thing, add what was not asked, or Batal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.location import Location
from handlers.dialog.questions.photos import Photos
from handlers.dialog.tolak import Tolak

if TYPE_CHECKING:
    from handlers.dialog.dialog import Langkah

YA = frozenset({"simpan", "ya", "y", "iya", "ok", "oke", "sip", "setuju", "benar", "betul", "lanjut", "save"})
UBAH, KEMBALI = "ubah", "ringkasan"


@dataclass(frozen=True)
class Tambahan:
    """A question that the summary offers."""

    kunci: str
    label: str
    question: Question[Any]


class Arah(BaseException):
    def __init__(self, jenis: Literal["ubah", "minta", "batal"], kunci: str = "") -> None:
        super().__init__(jenis, kunci)
        self.jenis = jenis
        self.kunci = kunci


@dataclass(frozen=True)
class Review(Question[bool]):
    teks: str
    simpan: str
    langkah: Sequence[Langkah]
    tambahan: Sequence[Tambahan]

    @property
    def petunjuk(self) -> str:  # type: ignore[override]
        return f"Pilih {self.simpan}, Ubah, atau Batal. Foto dan lokasi bisa langsung dikirim ke sini."

    def prompt(self, layar: Layar) -> Prompt:
        if layar.sementara == UBAH:
            isi = tuple(Opsi(s.label, f"u:{s.kunci}", _sebaris(s.isi)) for s in self.langkah)
            return Prompt("Bagian mana yang diubah?", (Opsi("Kembali ke ringkasan", KEMBALI),), isi)
        tambah = tuple(Opsi(f"+ {t.label}", f"m:{t.kunci}") for t in self.tambahan)
        return Prompt(self.teks, (Opsi(self.simpan, "simpan"), Opsi("Ubah", UBAH), *tambah, Opsi("Batal", "batal")))

    def read(self, masukan: Masukan, layar: Layar) -> bool | Belum:
        if masukan.foto or masukan.lokasi:
            self._titip(masukan)
        kata = (masukan.pilih or masukan.teks).strip()
        if kata.lower().rstrip(".!") in YA or kata.lower() == self.simpan.lower():
            return True
        if kata.lower() == UBAH:
            return Belum(UBAH)
        if kata.lower() == KEMBALI:
            return Belum(None)
        if kata == "batal":
            raise Arah("batal")
        self._bagian(masukan, layar)
        raise Tolak(self.petunjuk)

    def dump(self, nilai: bool) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> bool:
        if json is not True:
            raise Tolak(self.petunjuk)
        return True

    def show(self, nilai: bool) -> str:
        return self.simpan

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara == UBAH)

    def _titip(self, masukan: Masukan) -> None:
        """A picture or a place sent to the summary goes to the question that was waiting to be offered."""
        jenis = Photos if masukan.foto else Location
        for tambahan in self.tambahan:
            if isinstance(getattr(tambahan.question, "dalam", tambahan.question), jenis):
                raise Arah("minta", tambahan.kunci)

    def _bagian(self, masukan: Masukan, layar: Layar) -> None:
        jenis, _, kunci = masukan.pilih.partition(":")
        if jenis == "u" and kunci in {s.kunci for s in self.langkah}:
            raise Arah("ubah", kunci)
        if jenis == "m" and kunci in {t.kunci for t in self.tambahan}:
            raise Arah("minta", kunci)
        kata = masukan.teks.strip().lower().removeprefix("ubah ").removeprefix("+ ").removeprefix("tambah ")
        calon = [Calon(f"u:{s.kunci}", s.label) for s in self.langkah]
        calon += [Calon(f"m:{t.kunci}", t.label) for t in self.tambahan]
        cocok = cari_calon(kata, calon) if kata else []
        if len(cocok) == 1:
            self._bagian(Masukan(pilih=cocok[0].id), layar)


def _sebaris(teks: str) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= 60 else satu[:59] + "…"
