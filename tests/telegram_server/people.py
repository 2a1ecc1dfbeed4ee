"""A person with Telegram on their phone, in their private chat with the bot."""

from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import Isi
from tests.telegram_server.inline import InlineQuery, ask, choose
from tests.telegram_server.links import payload
from tests.telegram_server.membership import change_bot
from tests.telegram_server.sender import Pengirim
from tests.telegram_server.world import World


class Orang(Pengirim):
    def __init__(self, world: World, user: Json, *, kenal: bool) -> None:
        names: Json = {key: user[key] for key in ("first_name", "username") if key in user}
        members = {user["id"]: "member", world.bot_id: "member"}
        super().__init__(world, Chat(user["id"], "private", names, members=members, started=kenal), user)
        self.id: int = user["id"]
        self.nama: str = user["first_name"]

    def kirim(self, isi: Isi, balas: int | None = None, kutip: str | None = None) -> int:
        if self.chat.members[self.world.bot_id] == "kicked":
            raise AssertionError(f"{self.nama} has blocked the bot: buka() first")
        if self.chat.deactivated:
            raise AssertionError(f"{self.nama} has no account any more")
        self.chat.started = True
        reply = self.world.reply_fields(self.chat, balas, kutip)
        return self.world.receive(self.chat, self.user, reply | isi.body, file=isi.file)

    def buka_tautan(self, url: str) -> int:
        """Follows t.me/<bot>?start=… and presses Start; who had blocked the bot thereby takes it back."""
        words = payload(url, self.world.bot["username"], "start")
        if self.chat.members[self.world.bot_id] == "kicked":
            self.buka()
        return self.tulis(f"/start {words}".strip())

    def blokir(self) -> None:
        change_bot(self.world, self.chat, "kicked", by=self.user)

    def buka(self) -> None:
        change_bot(self.world, self.chat, "member", by=self.user)

    def nonaktif(self) -> None:
        """Deletes the account; nobody tells the bot."""
        self.chat.deactivated = True

    def ketik_inline(self, teks: str) -> InlineQuery:
        """Types "@bot <teks>" in another chat; what the bot answers comes in its `answer`."""
        return ask(self.world, self.user, teks)

    def pilih_inline(self, tanya: InlineQuery, nomor: int = 0) -> None:
        choose(self.world, self.user, tanya, nomor)

    @property
    def balas_callback(self) -> list[Json]:
        """The parameters of every answerCallbackQuery to this person, in the order the buttons were pressed."""
        queries = list(self.world.callbacks.values())
        return [query.answer for query in queries if query.orang == self.id and query.answer is not None]
