"""Someone who writes in a group: a person, an anonymous administrator, a channel, another bot."""

from tests.telegram_server.chats import GENERAL, Chat
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import Isi
from tests.telegram_server.sender import Pengirim
from tests.telegram_server.world import World

ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


class Anggota(Pengirim):
    """`extra` is in every message; `hidden` messages the bot never sees."""

    def __init__(
        self,
        world: World,
        chat: Chat,
        user: Json,
        extra: Json | None = None,
        *,
        topik: int | None = None,
        hidden: bool = False,
    ) -> None:
        super().__init__(world, chat, user)
        self.extra = extra or {}
        self.topik = topik
        self.hidden = hidden

    def kirim(self, isi: Isi, balas: int | None = None, kutip: str | None = None) -> int:
        away = self.chat.members.get(self.user["id"], "left") in {"left", "kicked"}
        if away and "sender_chat" not in self.extra and not self.user["is_bot"]:
            raise AssertionError(f"{self.user['first_name']} is not in {self.chat.about['title']}")
        reply = self.world.reply_fields(self.chat, balas, kutip)
        body = self._place(balas) | reply | self.extra | isi.body
        return self.world.receive(self.chat, self.user, body, file=isi.file, hidden=self.hidden)

    def _place(self, balas: int | None) -> Json:
        """A forum's topic; where there are none, a supergroup's answers still have their thread, the first message."""
        if self.chat.about.get("is_forum"):
            named = self.topik not in {None, GENERAL}
            return {"message_thread_id": self.topik, "is_topic_message": True} if named else {}
        if balas is not None and self.chat.type == "supergroup":
            return {"message_thread_id": self.chat.messages[balas].raw.get("message_thread_id", balas)}
        return {}
