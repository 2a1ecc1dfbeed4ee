"""All that a conversation is: its named answers, and a little about how it got there. Stored as JSON."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from handlers.dialog.masukan import Masukan

Json = Any
"""What `json` can hold. Values are written by a question's `dump` and read by its `load`, nowhere else."""
Cara = Literal["", "tambah", "ubah", "mundur"]
"""A question asked out of turn: offered by the summary, opened to change its answer, or reached by *kembali*."""


class Keadaan(msgspec.Struct, omit_defaults=True):
    """Fields may be added with a default, never renamed: drafts outlive a deploy."""

    jawaban: dict[str, Json] = msgspec.field(default_factory=dict)
    sementara: dict[str, Json] = msgspec.field(default_factory=dict)
    """Half-done answers by question key: the page of a list, pictures so far."""
    bekas: dict[str, Json] = msgspec.field(default_factory=dict)
    """Former answers, offered again when their question returns: nothing typed is lost."""
    saran: dict[str, list[str]] = msgspec.field(default_factory=dict)
    """Option ids that a pasted text made likely, shown first."""
    minta: str = ""
    """Key of a question that was opened again, or that the summary offered and the person asked for."""
    cara: Cara = ""
    """How `minta` was opened: *kembali* leaves it accordingly, and so does the button of another question."""
    tanya: str = ""
    """Key of the question on the person's screen: what is typed is meant for it and is read by no other."""
    titipan: dict[str, Masukan] = msgspec.field(default_factory=dict)
    """Replies, by question key, that had to wait because an earlier answer no longer held."""
    tawaran: str = ""
    """The command typed in the middle, while the person may say 'lanjutkan nanti', 'tinggalkan' or 'teruskan'."""
    gagal: int = 0
    """Refusals in a row on the present question."""

    def lupakan(self, kunci: str) -> None:
        """Drop an answer, keeping it to be offered again; a confirmation rests on all answers, so it goes too."""
        if kunci in self.jawaban and not kunci.startswith("_"):
            self.bekas[kunci] = self.jawaban.pop(kunci)
        for ringkasan in [k for k in self.jawaban if k.startswith("_")]:
            del self.jawaban[ringkasan]

    def buka(self, kunci: str, cara: Cara) -> None:
        """Ask `kunci` out of turn. One question at a time: another that was open so gets back what it held."""
        self.tutup()
        self.minta, self.cara = kunci, cara

    @property
    def terisi_dulu(self) -> bool:
        """Whether the question that was opened out of turn had an answer then."""
        return self.cara in ("ubah", "mundur") and self.minta in self.bekas and self.minta not in self.jawaban

    def tutup(self) -> None:
        """Leave the question that was opened out of turn, with what it held before."""
        if self.terisi_dulu:
            self.jawaban[self.minta] = self.bekas.pop(self.minta)
        self.minta, self.cara = "", ""

    def ringkas(self) -> bytes:
        return msgspec.json.encode(self)

    @staticmethod
    def dari(teks: str | bytes) -> Keadaan:
        return msgspec.json.decode(teks, type=Keadaan)

    def salin(self) -> Keadaan:
        return Keadaan.dari(self.ringkas())
