"""All that a conversation is: its named answers, and a little about how it got there. Stored as JSON."""

from __future__ import annotations

from typing import Any

import msgspec

Json = Any
"""What `json` can hold. Values are written by a question's `dump` and read by its `load`, nowhere else."""


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
    """Key of an offered question that the person asked for at the summary."""
    tawaran: str = ""
    """The command typed in the middle, waiting for 'lanjutkan nanti' or 'tinggalkan'."""
    gagal: int = 0
    """Refusals in a row on the present question."""

    def lupakan(self, kunci: str) -> None:
        """Drop an answer, keeping it to be offered again; a confirmation rests on all answers, so it goes too."""
        if kunci in self.jawaban:
            lama = self.jawaban.pop(kunci)
            if lama is not None and not kunci.startswith("_"):
                self.bekas[kunci] = lama
        for ringkasan in [k for k in self.jawaban if k.startswith("_")]:
            del self.jawaban[ringkasan]

    def ringkas(self) -> bytes:
        return msgspec.json.encode(self)

    @staticmethod
    def dari(teks: str | bytes) -> Keadaan:
        return msgspec.json.decode(teks, type=Keadaan)

    def salin(self) -> Keadaan:
        return Keadaan.dari(self.ringkas())
