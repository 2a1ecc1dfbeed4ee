"""A conversation is a plain function of its named answers; this is what it asks with.

The function runs again from the top at every message. `ask` returns at once where the answer is known and stops the
run at the first question without one (docs/keputusan/0001-replay-berkunci.md).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from handlers.dialog import kata
from handlers.dialog.keadaan import Json, Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Belum, Layar, Question
from handlers.dialog.questions.ringkasan import Review, Tambahan
from handlers.dialog.questions.wrap import Ditawarkan, Sudahi
from handlers.dialog.tampil import BEKAS, diketik, layar_untuk, opsi_bekas, tampil
from handlers.dialog.tolak import Tolak

if TYPE_CHECKING:
    from data.desa import Desa
    from data.orang import Orang

T = TypeVar("T")
SIMPAN = "_simpan"
"""Question key of the summary. Keys that begin with an underscore are confirmations: any change drops them."""


class Berhenti(BaseException):
    """The run stopped at a question without an answer."""

    def __init__(self, kunci: str, question: Question[Any], alasan: str = "", *, ditolak: bool = False) -> None:
        super().__init__(kunci)
        self.kunci = kunci
        self.question = question
        self.alasan = alasan
        self.ditolak = ditolak


@dataclass(frozen=True)
class Langkah:
    """A question on this run's path that has an answer."""

    kunci: str
    label: str
    isi: str


@dataclass
class Dialog:
    """One run. Handlers use `ask`, `offer`, `ask_many`, `review`, `orang`, `hari_ini`, `kini`, `argumen`."""

    orang: Orang
    kini: int
    """UTC epoch seconds."""
    hari_ini: date
    """The person's own today."""
    keadaan: Keadaan
    argumen: str = ""
    """What was typed after the command."""
    percakapan: int = 0
    masukan: Masukan | None = None
    """The reply, until a question has read it."""
    tujuan: str = ""
    """Key of the only question that may read the reply; '' for whichever comes first without an answer."""
    jalur: list[Langkah] = field(default_factory=list)
    terisi: Langkah | None = None
    """The answer that this run's reply became."""
    tambahan: list[Tambahan] = field(default_factory=list)
    ditawarkan: set[str] = field(default_factory=set)
    """Keys of offered questions that were asked: nothing waits for them, so they may be left empty."""

    def ask(self, kunci: str, question: Question[T], label: str = "") -> T:
        """The answer. `kunci` is a stored contract: the name of the field and of the column."""
        label = label or sebutan(kunci)
        layar = layar_untuk(kunci, question, self.keadaan, self.hari_ini)
        alasan = ""
        if kunci in self.keadaan.jawaban:
            try:
                nilai = question.load(self.keadaan.jawaban[kunci], layar)
            except Tolak as tolak:
                self.keadaan.lupakan(kunci)
                self.keadaan.bekas.pop(kunci, None)  # it no longer holds, so it is not offered again
                alasan = tolak.kata
            else:
                self.jalur.append(Langkah(kunci, label, question.show(nilai)))
                return nilai
        return self._baca(kunci, question, label, layar, alasan)

    def _baca(self, kunci: str, question: Question[T], label: str, layar: Layar, alasan: str) -> T:
        if self.masukan is None or self.tujuan not in ("", kunci) or alasan:
            raise Berhenti(kunci, question, alasan or self._titipan(kunci, question, layar))
        masukan, self.masukan = self.masukan, None
        try:
            nilai = self._nilai(kunci, question, masukan, layar)
        except Tolak as tolak:
            raise Berhenti(kunci, question, tolak.kata, ditolak=True) from None
        if isinstance(nilai, Belum):
            self.keadaan.sementara[kunci] = nilai.sementara
            raise Berhenti(kunci, question, nilai.kata)
        self._isi(kunci, question, label, nilai)
        return nilai

    def _nilai(self, kunci: str, question: Question[T], masukan: Masukan, layar: Layar) -> T | Belum:
        """A label that was typed is a tap, and the former answer is every question's button."""
        bekas = opsi_bekas(kunci, question, self.keadaan, layar)
        pilih = masukan.pilih
        if not (pilih or masukan.foto or masukan.dokumen or masukan.lokasi):
            pilih = diketik(masukan.teks, tampil(kunci, question, self.keadaan, layar), bekas)
        if pilih.startswith(f"{BEKAS}."):
            if bekas is None or bekas.nilai != pilih:
                raise Tolak(kata.BEKAS_LAIN)
            return question.load(self.keadaan.bekas[kunci], layar)
        return question.read(msgspec.structs.replace(masukan, pilih=pilih), layar)

    def _titipan(self, kunci: str, question: Question[T], layar: Layar) -> str:
        """A reply that had to wait becomes a former answer, one tap away; why not, when it cannot be read."""
        titipan = self.keadaan.titipan.pop(kunci, None)
        if titipan is None:
            return ""
        try:
            nilai = self._nilai(kunci, question, titipan, layar)
        except Tolak as tolak:
            return tolak.kata
        if isinstance(nilai, Belum):
            self.keadaan.sementara[kunci] = nilai.sementara
            return nilai.kata
        self.keadaan.bekas[kunci] = question.dump(nilai)
        return ""

    def _isi(self, kunci: str, question: Question[T], label: str, nilai: T) -> None:
        keadaan = self.keadaan
        keadaan.lupakan("_")
        keadaan.jawaban[kunci] = question.dump(nilai)
        keadaan.sementara.pop(kunci, None)
        keadaan.bekas.pop(kunci, None)
        keadaan.saran.pop(kunci, None)
        if keadaan.minta == kunci:
            keadaan.tutup()
        self.terisi = Langkah(kunci, label, question.show(nilai))
        self.jalur.append(self.terisi)

    def offer(self, kunci: str, question: Question[T], label: str = "") -> T | None:
        """A question that is not asked in line: the summary offers it, and asks it when it is wanted."""
        label = label or sebutan(kunci)
        keadaan = self.keadaan
        terjawab = keadaan.jawaban.get(kunci) is not None  # null: skipped where it was asked in line
        if terjawab or kunci in (keadaan.minta, self.tujuan) or kunci in keadaan.titipan:
            self.ditawarkan.add(kunci)
            if not terjawab:
                keadaan.jawaban.pop(kunci, None)
            tanpa = "Kosongkan" if keadaan.minta == kunci and keadaan.terisi_dulu else "Lewati"
            return self.ask(kunci, Ditawarkan(question, kunci, tanpa), label)
        self.tambahan.append(Tambahan(kunci, label, question))
        return None

    def ask_many(
        self, kunci: str, question: Callable[[list[T]], Question[T]], *, minimal: int = 0, maksimal: int = 20
    ) -> list[T]:
        """What `question` makes of the answers so far, until *selesai*; kept under `kunci.1`, `kunci.2`, …"""
        jawaban: list[T] = []
        for nomor in range(1, maksimal + 1):
            selanjutnya = self.ask(
                f"{kunci}.{nomor}", Sudahi(question(jawaban), boleh=nomor > minimal), f"{sebutan(kunci)} {nomor}"
            )
            if selanjutnya is None:
                break
            jawaban.append(selanjutnya)
        return jawaban

    def review(self, teks: str, *, simpan: str = "Simpan") -> None:
        """Show everything; go on only after the person confirmed. Whatever is written must come after this line."""
        langkah = [satu for satu in self.jalur if not satu.kunci.startswith("_")]
        self.ask(SIMPAN, Review(teks, simpan, langkah, self.tambahan))


def sebutan(kunci: str) -> str:
    """The question's name for the person, from its key: 'tindak_lanjut' is 'Tindak lanjut'."""
    return kunci.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Kabar:
    """What a conversation ends with."""

    pesan: Pesan
    hasil: str = ""
    """One line on how it ended ("Tersimpan #K-2611-0042"), told again when an old button is tapped."""
    lagi: dict[str, Json] | None = None
    """Answers with which the same conversation begins anew at once: what was told is kept, and there may be more."""


Fungsi = Callable[[Dialog, "Desa"], Kabar]


@dataclass(frozen=True)
class Resep:
    """A conversation as the table knows it (handlers/tabel.py)."""

    nama: str
    fungsi: Fungsi
    help: str
    untuk: frozenset[str]
    kata: tuple[str, ...] = ()
    """Other words that start it when typed alone."""
    langsung: bool = False
    """Asks nothing: answered at once, beside whatever conversation is open."""
    baca: Callable[[str, Dialog, Desa], bool] | None = None
    """Reads the text that the conversation was started with into answers; False when there is nothing to read."""
    kenali: Callable[[str], bool] | None = None
    """True when a text without any command is plainly meant for this conversation."""
    foto: str = ""
    """Question key that keeps pictures sent before they are asked for."""
    lokasi: str = ""
    """The same for a place."""
    dokumen: tuple[str, ...] = ()
    """MIME types of documents that open it out of the blue; such a one answers its question `dokumen`."""
    alih: Callable[[str], str] | None = None
    """The command that its argument stands for, which is then done instead where the person may use it."""
    menu: bool = True
    ketik: Callable[[str], bool] | None = None
    """What may stand behind its bare name where no slash says that it is a command; None: see `perintah_ketik`."""
    sela: bool = True
    """Its bare name leads away from an open form as well, where the question has no use for it."""
    pengenal: frozenset[str] = frozenset()
    """Keys of answers that only say which record it is about: with no more than these nothing would be lost."""
    batal: str = ""
    """What is said when it is called off, where something of it is kept already."""
    sahut: Callable[[str, Dialog, Desa], Pesan | None] | None = None
    """Answers a text that nothing else claims; in an open form only what is plainly a question, by its `ketik`, and
    no answer to the form's. None: nothing to say."""
    tahu: Callable[[str], bool] | None = None
    """Whether `sahut` has an answer to these words."""
    pokok: bool = False
    """Its bare name is a subject too, to those who have no use for the command: "blt"."""


def dialog(
    nama: str,
    *,
    help: str,  # noqa: A002 -- the word of the design
    untuk: Collection[str],
    **sisa: Any,
) -> Callable[[Fungsi], Resep]:
    """Makes a conversation of a function; `sisa` are the other fields of `Resep`."""

    def buat(fungsi: Fungsi) -> Resep:
        return Resep(nama, fungsi, help, frozenset(untuk), **sisa)

    return buat
