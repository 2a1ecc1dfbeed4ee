"""What every channel is to the rest of the machine. tests/bot/channels/contract holds them all to it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from handlers.dialog.masukan import Dokumen, Foto, Masukan
from handlers.dialog.pesan import Pesan


class Inbound(msgspec.Struct, frozen=True):
    """One message from a person, in the platform's neutral words."""

    ext_id: str
    """The platform's name for it, unique in the channel: the same message delivered twice has the same."""
    tujuan: str
    """The chat it came from, and where the reply goes."""
    nama: str
    waktu: int
    """When it was sent, UTC epoch seconds."""
    masukan: Masukan
    album: str | None = None
    dari: str = ""
    """The writer's own address where the chat is not theirs alone; '' is `tujuan`."""
    pesan: str = ""
    """The platform's name for the message itself; what is edited later comes under it again."""
    urut: int = 0
    """The platform's own order, where it has one: of two that wait, the smaller is answered first."""


Receive = Callable[[Sequence[Inbound]], Awaitable[None]]
"""Returns when all of them are safely stored. Only then may a channel tell its platform so."""


@dataclass(frozen=True)
class Limits:
    """What the platform carries. The channel cuts, and logs what it cut."""

    teks: int
    label: int
    tombol: int
    """Buttons and rows on one message."""
    berkas: int
    """Bytes."""


@dataclass(frozen=True)
class Pace:
    """Messages the platform takes; 0 is no limit."""

    per_detik: float = 0
    jeda_obrolan: float = 0
    """Seconds between two messages to one chat, after `beruntun` at once."""
    jeda_grup: float = 0
    """The same where `grup` says so; 0 is `jeda_obrolan`."""
    grup: Callable[[str], bool] = lambda _tujuan: False
    beruntun: int = 3


@dataclass(frozen=True)
class Kiriman:
    """One message to send, with its file already made."""

    id: int
    """The outbox row: the idempotency key where a platform takes one."""
    pesan: Pesan
    berkas: bytes | None = None
    foto: Sequence[Path] = field(default=())
    kelas: int = 0
    """As data/outbox.py counts them: 0 answers somebody, the others come unasked."""
    dibuat: int = 0
    """When it was queued, UTC epoch seconds; 0: not known, and then it is never too old."""


Jenis = Literal["sementara", "tetap", "tunggu", "tutup", "bisu", "pindah", "berhenti", "tahan", "alih"]
TAHAN = ("jendela", "anggaran", "kuota", "izin")
"""Why a message waits although it is due: until the person writes, for money, for the day's quota, for their leave."""


class SendError(Exception):
    """Why a message was not sent, in the words that decide what happens next.

    sementara: try again later. tetap: never. tunggu: throttled, `tunggu` seconds for this chat. tutup: the person
    closed the address. bisu: we are in the group, but may not write there. pindah: the chat is now `tujuan_baru`.
    berhenti: the channel itself cannot go on. tahan: it waits although it is due, at most `tunggu` seconds until it is
    looked at again; `sebab` is one of `TAHAN`. alih: another open address of the same person gets it; where there is
    none, as tahan.
    """

    def __init__(
        self, jenis: Jenis, sebab: str, *, tunggu: float = 0, tujuan_baru: str = "", mungkin_sampai: bool = False
    ) -> None:
        super().__init__(f"{jenis}: {sebab}")
        self.jenis = jenis
        self.sebab = sebab
        self.tunggu = tunggu
        self.tujuan_baru = tujuan_baru
        self.mungkin_sampai = mungkin_sampai
        """True when the platform may have the message although it did not say so."""


class TooLarge(SendError):
    """What was to be fetched has more bytes than we take."""

    def __init__(self) -> None:
        super().__init__("tetap", "larger than we take")


class Channel(Protocol):
    nama: str
    limits: Limits
    pace: Pace
    butuh_berkas: bool
    """Whether files are made before `send`; a page fetches them itself."""

    @property
    def berhenti(self) -> str:
        """Why nothing comes or goes on this channel for now; '' while it does."""
        ...

    async def run(self, receive: Receive) -> None:
        """Take messages until cancelled. Starts its own connections."""
        ...

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        """The platform's name for the sent message; raises `SendError` and nothing else for what a platform does."""
        ...

    async def sibuk(self, tujuan: str) -> None:
        """Show that something is being made for that chat. Never raises: it is only a courtesy."""
        ...

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        """Take away the buttons of a message sent before; raises `SendError`."""
        ...

    async def fetch(self, kiriman: Foto | Dokumen) -> bytes:
        """A picture or document that `parse` only named; raises `SendError`, also `TooLarge`."""
        ...

    async def close(self) -> None: ...
