"""The summary: Simpan, Ubah one thing, add what was not asked, or Batal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from handlers.dialog.arah import Arah
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.kata import RINGKASAN_BERGANTI, TAK_PERLU
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.location import Location
from handlers.dialog.questions.photos import Photos
from handlers.dialog.questions.wrap import dasar
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tampil import nomor
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import sidik

if TYPE_CHECKING:
    from handlers.dialog.dialog import Langkah

YA = frozenset({"simpan", "ya", "y", "iya", "ok", "oke", "sip", "setuju", "benar", "betul", "lanjut", "save"})
UBAH, KEMBALI, SIMPAN = "ubah", "ringkasan", "simpan."
PILIH_BAGIAN = "Ketik nama bagian yang diubah, atau ringkasan."


@dataclass(frozen=True)
class Tambahan:
    """A question that the summary offers."""

    kunci: str
    label: str
    question: Question[Any]


@dataclass(frozen=True)
class Review(Question[bool]):
    teks: str
    simpan: str
    langkah: Sequence[Langkah]
    tambahan: Sequence[Tambahan]

    @property
    def petunjuk(self) -> str:  # type: ignore[override]
        jenis = {type(dasar(t.question)) for t in self.tambahan}
        kiriman = " dan ".join(nama for nama, satu in (("foto", Photos), ("lokasi", Location)) if satu in jenis)
        langsung = f" {kiriman.capitalize()} bisa langsung dikirim ke sini." if kiriman else ""
        return f"Pilih {self.simpan}, Ubah, atau Batal.{langsung}"

    def prompt(self, layar: Layar) -> Prompt:
        if layar.sementara == UBAH:
            return Prompt("Bagian mana yang diubah?", (Opsi("Kembali ke ringkasan", KEMBALI),), self._isi())
        tambah = tuple(Opsi(f"+ {t.label}", f"m:{t.kunci}") for t in self.tambahan)
        return Prompt(
            self.teks, (Opsi(self.simpan, self._tanda()), Opsi("Ubah", UBAH), *tambah, Opsi("Batal", "batal"))
        )

    def read(self, masukan: Masukan, layar: Layar) -> bool | Belum:
        if masukan.foto or masukan.lokasi:
            self._titip(masukan)
        if masukan.pilih.startswith(SIMPAN):
            return True if masukan.pilih == self._tanda() else Belum(None, RINGKASAN_BERGANTI)
        kata = (masukan.pilih or masukan.teks).strip().lower().rstrip(".!")
        if kata in YA or kata == self.simpan.lower():
            return True if layar.sementara != UBAH else self._lihat_dulu(kata)
        if kata == UBAH:
            return Belum(UBAH)
        if kata == KEMBALI:
            return Belum(None)
        if kata == "batal":
            raise Arah("batal")
        self._bagian(masukan, layar)
        raise Tolak(PILIH_BAGIAN if layar.sementara == UBAH else self.petunjuk)

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

    def _tanda(self) -> str:
        """What *Simpan* saves is what stood above it: an older summary's button does not speak for a newer one."""
        return f"{SIMPAN}{sidik(self.teks)}"

    def _isi(self) -> tuple[Opsi, ...]:
        return tuple(Opsi(s.label, f"u:{s.kunci}", sebaris(s.isi, 60)) for s in self.langkah)

    def _lihat_dulu(self, kata: str) -> Belum:
        """The list of parts is shown: what is to be saved must be seen first, and a mere "ya" is no word on it."""
        if kata in ("simpan", self.simpan.lower()):
            return Belum(None)
        raise Tolak(PILIH_BAGIAN)

    def _titip(self, masukan: Masukan) -> None:
        """A picture or a place sent to the summary goes to the question that was waiting to be offered."""
        jenis = Photos if masukan.foto else Location
        for tambahan in self.tambahan:
            if isinstance(dasar(tambahan.question), jenis):
                raise Arah("tambah", tambahan.kunci)
        raise Tolak(f"{TAK_PERLU} {self.petunjuk}")

    def _bagian(self, masukan: Masukan, layar: Layar) -> None:
        jenis, _, kunci = masukan.pilih.partition(":")
        if jenis == "u" and kunci in {s.kunci for s in self.langkah}:
            raise Arah("ubah", kunci)
        if jenis == "m" and kunci in {t.kunci for t in self.tambahan}:
            raise Arah("tambah", kunci)
        if layar.sementara == UBAH and (opsi := nomor(masukan.teks, self._isi())):
            self._bagian(Masukan(pilih=opsi.nilai), layar)
        kata = masukan.teks.strip().lower().removeprefix("ubah ").removeprefix("+ ").removeprefix("tambah ")
        calon = [Calon(f"u:{s.kunci}", s.label) for s in self.langkah]
        calon += [Calon(f"m:{t.kunci}", t.label) for t in self.tambahan]
        cocok = cari_calon(kata, calon) if kata else []
        if len(cocok) == 1:
            self._bagian(Masukan(pilih=cocok[0].id), layar)
