"""A person with Telegram on their phone, in their private chat with the bot."""

from tests.telegram_server import incoming
from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import Isi
from tests.telegram_server.membership import change_bot
from tests.telegram_server.press import callback, press
from tests.telegram_server.screen import Layar
from tests.telegram_server.world import World


class Orang(Layar):
    """Every method that sends returns the message_id; `tekan` also returns a callback query's id, as a string."""

    def __init__(self, world: World, user: Json, *, kenal: bool) -> None:
        names: Json = {key: user[key] for key in ("first_name", "username") if key in user}
        members = {user["id"]: "member", world.bot_id: "member"}
        super().__init__(world, Chat(user["id"], "private", names, members=members, started=kenal))
        self.user = user
        self.id: int = user["id"]
        self.nama: str = user["first_name"]

    def kirim(self, isi: Isi, balas: int | None = None) -> int:
        if self.chat.members[self.world.bot_id] == "kicked":
            raise AssertionError(f"{self.nama} has blocked the bot: buka() first")
        self.chat.started = True
        reply = self.world.reply_fields(self.chat, balas)
        return self.world.receive(self.chat, self.user, reply | isi.body, file=isi.file)

    def tulis(self, teks: str, balas: int | None = None) -> int:
        return self.kirim(incoming.teks(teks), balas)

    def tekan(self, label: str) -> int | str:
        pressed = press(self.world, self, self.user, label)
        return pressed if isinstance(pressed, str) else self.kirim(pressed)

    def tekan_data(self, data: str) -> str:
        found = self.cari_tombol(lambda tombol: tombol.data == data)
        if found is None:
            raise AssertionError(f"no button with data {data!r} on the screen of {self.nama}")
        return callback(self.world, self, self.user, found[0], data)

    def foto(self, isi: bytes, keterangan: str | None = None) -> int:
        return self.kirim(incoming.foto(self.world.files, isi, keterangan))

    def album(self, isi: list[bytes], keterangan: str | None = None) -> list[int]:
        files, group = self.world.files, str(13_000_000_000 + self.world.number())
        items = incoming.album(lambda one, words: incoming.foto(files, one, words), isi, keterangan, group)
        return [self.kirim(item) for item in items]

    def dokumen(self, isi: bytes, nama: str, mime: str, keterangan: str | None = None) -> int:
        return self.kirim(incoming.dokumen(self.world.files, isi, nama, mime, keterangan))

    def lokasi(self, lat: float, lon: float) -> int:
        return self.kirim(incoming.lokasi(lat, lon))

    def stiker(self, emoji: str = "👍") -> int:
        return self.kirim(incoming.stiker(self.world.files, emoji))

    def suara(self, isi: bytes = b"OggS", detik: int = 3) -> int:
        return self.kirim(incoming.suara(self.world.files, isi, detik))

    def video(self, isi: bytes = b"ftypmp42", keterangan: str | None = None) -> int:
        return self.kirim(incoming.video(self.world.files, isi, keterangan))

    def kontak(self, nomor: str = "+6281200000000") -> int:
        return self.kirim(incoming.kontak(self.user, nomor))

    def ubah(self, message_id: int, teks: str) -> None:
        """Changes the words, or the caption, of a message sent before: an edited_message update."""
        with self.world.watch.lock:
            raw = self.chat.messages[message_id].raw
            name, entities = ("text", "entities") if "text" in raw else ("caption", "caption_entities")
            for key in (name, entities):
                raw.pop(key, None)
            raw |= incoming.words(name, entities, teks) | {"edit_date": self.world.now()}
            self.world.updates.add("edited_message", raw, self.chat.id)

    def blokir(self) -> None:
        change_bot(self.world, self.chat, "kicked", by=self.user)

    def buka(self) -> None:
        change_bot(self.world, self.chat, "member", by=self.user)

    def nonaktif(self) -> None:
        """Deletes the account; nobody tells the bot."""
        self.chat.deactivated = True

    @property
    def balas_callback(self) -> list[Json]:
        """The parameters of every answerCallbackQuery to this person, in the order the buttons were pressed."""
        queries = self.world.callbacks.values()
        return [query.answer for query in queries if query.orang == self.id and query.answer is not None]
