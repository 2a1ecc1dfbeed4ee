"""What a person sees of the bot in a chat, as it stands now: edits show, deleted messages are gone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.telegram_server.chats import Chat, Message
from tests.telegram_server.errors import Json
from tests.telegram_server.world import World


@dataclass(frozen=True)
class Tombol:
    """`data` is the callback_data; a button without data or url is typed: its label is what the person sends."""

    label: str
    data: str | None = None
    url: str | None = None
    minta: Literal["lokasi", "kontak"] | None = None


@dataclass(frozen=True)
class Kiriman:
    """One message from the bot. `waktu` is monotonic, `teks` the words or the caption without markup."""

    message_id: int
    teks: str
    tombol: list[list[Tombol]]
    waktu: float
    diubah: bool
    nama_berkas: str | None
    berkas: bytes | None = field(repr=False)
    raw: Json = field(repr=False)

    @property
    def label(self) -> list[str]:
        return [tombol.label for row in self.tombol for tombol in row]


class Layar:
    """The bot's side of one chat; both a person and a group have one."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat

    @property
    def layar(self) -> list[Kiriman]:
        with self.world.watch.lock:
            return [_kiriman(message) for message in self.chat.messages.values() if message.dari_bot]

    @property
    def terakhir(self) -> Kiriman:
        return self.layar[-1]

    async def tunggu(self, syarat: Callable[[list[Kiriman]], Any], batas: float = 5.0) -> list[Kiriman]:
        """The screen, once the condition holds for it: looked at again when something happens in this chat. An
        IndexError counts as "not yet"; `batas` is in real seconds."""
        found = await self.world.watch.until(lambda: self._bila(syarat), batas, self.chat.id)
        return self._terlihat(found, batas)

    def tunggu_sync(self, syarat: Callable[[list[Kiriman]], Any], batas: float = 5.0) -> list[Kiriman]:
        """The same for a test without a loop, when the server runs in a thread."""
        found = self.world.watch.until_sync(lambda: self._bila(syarat), batas)
        return self._terlihat(found, batas)

    def _bila(self, syarat: Callable[[list[Kiriman]], Any]) -> list[Kiriman] | None:
        layar = self.layar
        try:
            return layar if syarat(layar) else None
        except IndexError:
            return None

    def _terlihat(self, found: list[Kiriman] | None, batas: float) -> list[Kiriman]:
        if found is None:
            seen = "\n".join(f"  {kiriman.message_id}: {kiriman.teks} {kiriman.label}" for kiriman in self.layar)
            raise AssertionError(f"not within {batas} s; on the screen of {self.chat.about}:\n{seen or '  nothing'}")
        return found

    def cari_tombol(self, cocok: Callable[[Tombol], bool], pesan: int | None = None) -> tuple[Kiriman, Tombol] | None:
        """The newest such button: on any message's inline keyboard (or on that of `pesan`), or on the reply keyboard
        shown last."""
        typed_seen = False
        for message in reversed(self.chat.messages.values()):
            if not message.dari_bot or not message.keyboard or pesan not in {None, message.message_id}:
                continue
            typed = "inline_keyboard" not in message.keyboard
            if typed and typed_seen:
                continue
            typed_seen = typed_seen or "keyboard" in message.keyboard or "remove_keyboard" in message.keyboard
            kiriman = _kiriman(message)
            for tombol in (tombol for row in kiriman.tombol for tombol in row if cocok(tombol)):
                return kiriman, tombol
        return None


def _kiriman(message: Message) -> Kiriman:
    raw = message.raw
    return Kiriman(
        message_id=message.message_id,
        teks=raw.get("text") or raw.get("caption") or "",
        tombol=_tombol(message.keyboard or {}),
        waktu=message.waktu,
        diubah="edit_date" in raw,
        nama_berkas=message.file.nama if message.file else None,
        berkas=message.file.isi if message.file else None,
        raw=raw,
    )


def _tombol(keyboard: Json) -> list[list[Tombol]]:
    if "inline_keyboard" in keyboard:
        return [
            [Tombol(button["text"], button.get("callback_data"), button.get("url")) for button in row]
            for row in keyboard["inline_keyboard"]
        ]
    return [[_typed(button) for button in row] for row in keyboard.get("keyboard", [])]


def _typed(button: Json | str) -> Tombol:
    if isinstance(button, str):
        return Tombol(button)
    wants: Literal["lokasi", "kontak"] | None = "lokasi" if button.get("request_location") else None
    return Tombol(button["text"], minta="kontak" if button.get("request_contact") else wants)
