"""A group, supergroup or forum that the bot and some people are in."""

from tests.telegram_server import incoming
from tests.telegram_server.chats import Chat
from tests.telegram_server.incoming import Isi
from tests.telegram_server.membership import change_bot, change_person
from tests.telegram_server.people import Orang
from tests.telegram_server.press import press
from tests.telegram_server.screen import Layar
from tests.telegram_server.world import World


class Grup(Layar):
    def __init__(self, world: World, chat: Chat) -> None:
        super().__init__(world, chat)
        self.id_lama: int | None = None

    @property
    def id(self) -> int:
        return self.chat.id

    def kirim(self, orang: Orang, isi: Isi, thread_id: int | None = None, balas: int | None = None) -> int:
        if self.chat.members.get(orang.id, "left") in {"left", "kicked"}:
            raise AssertionError(f"{orang.nama} is not in {self.chat.about['title']}")
        topic = {"message_thread_id": thread_id, "is_topic_message": True} if thread_id else {}
        reply = self.world.reply_fields(self.chat, balas)
        return self.world.receive(self.chat, orang.user, topic | reply | isi.body, file=isi.file)

    def tulis(self, orang: Orang, teks: str, thread_id: int | None = None, balas: int | None = None) -> int:
        return self.kirim(orang, incoming.teks(teks), thread_id, balas)

    def foto(self, orang: Orang, isi: bytes, keterangan: str | None = None, thread_id: int | None = None) -> int:
        return self.kirim(orang, incoming.foto(self.world.files, isi, keterangan), thread_id)

    def tekan(self, orang: Orang, label: str) -> int | str:
        pressed = press(self.world, self, orang.user, label)
        return pressed if isinstance(pressed, str) else self.kirim(orang, pressed)

    def masuk(self, orang: Orang) -> None:
        change_person(self.world, self.chat, orang.user, "member")

    def keluar(self, orang: Orang) -> None:
        change_person(self.world, self.chat, orang.user, "left")

    def jadikan_admin(self, orang: Orang | None = None) -> None:
        """Makes a person, or with nobody named the bot, an administrator."""
        if orang is not None:
            change_person(self.world, self.chat, orang.user, "administrator")
        else:
            change_bot(self.world, self.chat, "administrator", by=self._owner())

    def undang_bot(self, oleh: Orang | None = None) -> None:
        change_bot(self.world, self.chat, "member", by=oleh.user if oleh else self._owner())

    def keluarkan_bot(self, oleh: Orang | None = None) -> None:
        change_bot(self.world, self.chat, "kicked", by=oleh.user if oleh else self._owner())

    def topik(self, nama: str) -> int:
        """Opens a topic of a forum. Returns its message_thread_id."""
        created = {"forum_topic_created": {"name": nama, "icon_color": 7322096}}
        with self.world.watch.lock:
            thread_id = self.chat.last_id + 1
            self.chat.topics[thread_id] = nama
            body = {"message_thread_id": thread_id, "is_topic_message": True} | created
            return self.world.receive(self.chat, self._owner(), body)

    def tutup_topik(self, thread_id: int) -> None:
        self.chat.closed_topics.add(thread_id)

    def jadi_supergroup(self) -> int:
        """Telegram upgrades the group: a new id, message ids anew, and the two service messages. Returns the new id."""
        with self.world.watch.lock:
            old, owner = self.chat, self._owner()
            new = Chat(-1_000_000_000_000 + old.id, "supergroup", old.about, members=dict(old.members))
            self.world.chats[new.id] = new
            self.world.receive(old, owner, {"migrate_to_chat_id": new.id})
            self.world.receive(new, owner, {"migrate_from_chat_id": old.id})
            old.migrated_to, self.chat, self.id_lama = new.id, new, old.id
            return new.id

    def _owner(self) -> dict[str, object]:
        owners = [user for user, status in self.chat.members.items() if status == "creator"]
        return self.world.users[owners[0]] if owners else {"id": 1087968824, "is_bot": True, "first_name": "Group"}
