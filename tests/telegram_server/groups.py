"""A group, supergroup or forum that the bot and some people are in."""

from tests.telegram_server import incoming, media
from tests.telegram_server.chats import GENERAL, Chat
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import Isi
from tests.telegram_server.links import payload
from tests.telegram_server.member import ANONYMOUS, CHANNEL, TELEGRAM, Anggota
from tests.telegram_server.membership import change_bot, change_person
from tests.telegram_server.people import Orang
from tests.telegram_server.screen import Layar
from tests.telegram_server.world import World

_ALL = {"text messages", "photos", "documents"}


class Grup(Layar):
    def __init__(self, world: World, chat: Chat) -> None:
        super().__init__(world, chat)
        self.id_lama: int | None = None

    @property
    def id(self) -> int:
        return self.chat.id

    # -- who writes --------------------------------------------------------------------------------------------

    def sebagai(self, orang: Orang, topik: int | None = None) -> Anggota:
        """A person here, with everything a person can send: for one topic, and until the group's id changes."""
        return Anggota(self.world, self.chat, orang.user, topik=topik)

    def anonim(self, topik: int | None = None) -> Anggota:
        """An administrator who writes in the group's own name."""
        return Anggota(self.world, self.chat, ANONYMOUS, {"sender_chat": self.chat.json()}, topik=topik)

    def kanal(self, nama: str, *, otomatis: bool = True) -> Anggota:
        """A channel: the one linked to the group, whose posts come by themselves, or a member who writes as theirs."""
        channel = incoming.kanal(nama)
        origin = {"forward_origin": incoming.origin(channel, self.world.now()), "is_automatic_forward": True}
        body: Json = {"sender_chat": channel} | (origin if otomatis else {})
        return Anggota(self.world, self.chat, TELEGRAM if otomatis else CHANNEL, body)

    def bot_lain(self, username: str, *, terlihat: bool = False) -> Anggota:
        """Another bot. Telegram shows no bot what another wrote, unless both have asked for it: `terlihat`."""
        return Anggota(self.world, self.chat, incoming.bot(username), hidden=not terlihat)

    def kirim(self, orang: Orang, isi: Isi, thread_id: int | None = None, balas: int | None = None) -> int:
        return self.sebagai(orang, thread_id).kirim(isi, balas)

    def tulis(self, orang: Orang, teks: str, thread_id: int | None = None, balas: int | None = None) -> int:
        return self.sebagai(orang, thread_id).tulis(teks, balas)

    def foto(self, orang: Orang, isi: bytes, keterangan: str | None = None, thread_id: int | None = None) -> int:
        return self.kirim(orang, media.foto(self.world.files, isi, keterangan), thread_id)

    def tekan(self, orang: Orang, label: str, pesan: int | None = None) -> int | str:
        return self.sebagai(orang).tekan(label, pesan)

    def sunting(self, orang: Orang, message_id: int, teks: str) -> None:
        self.sebagai(orang).sunting(message_id, teks)

    # -- who belongs -------------------------------------------------------------------------------------------

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

    def buka_tautan(self, orang: Orang, url: str) -> int:
        """Follows t.me/<bot>?startgroup=…: adds the bot, and Telegram's app writes the command. Returns its id."""
        words = payload(url, self.world.bot["username"], "startgroup")
        if self.chat.members.get(self.world.bot_id, "left") in {"left", "kicked"}:
            self.undang_bot(orang)
        return self.tulis(orang, f"/start@{self.world.bot['username']} {words}".strip())

    def keluarkan_bot(self, oleh: Orang | None = None) -> None:
        change_bot(self.world, self.chat, "kicked", by=oleh.user if oleh else self._owner())

    def batasi_bot(self, *, boleh: set[str] | None = None) -> None:
        """The bot may send nothing, or of "text messages", "photos" and "documents" only what is in `boleh`."""
        self.chat.denied = _ALL - (boleh or set())
        change_bot(self.world, self.chat, "restricted", by=self._owner())

    def kunci(self, terkunci: bool = True) -> None:
        """Nobody but administrators may write; nobody tells the bot."""
        self.chat.denied = set(_ALL) if terkunci else set()

    def bubarkan(self) -> None:
        self.chat.deleted = True

    # -- topics ------------------------------------------------------------------------------------------------

    def topik(self, nama: str) -> int:
        """Opens a topic of a forum. Returns its message_thread_id."""
        with self.world.watch.lock:
            thread_id = self.chat.last_id + 1
            self.chat.topics[thread_id] = nama
            return self._topic_news(thread_id, {"forum_topic_created": {"name": nama, "icon_color": 7322096}})

    def tutup_topik(self, thread_id: int = GENERAL) -> None:
        self.chat.closed_topics.add(thread_id)
        self._topic_news(thread_id, {"forum_topic_closed": {}})

    def buka_topik(self, thread_id: int = GENERAL) -> None:
        self.chat.closed_topics.discard(thread_id)
        self._topic_news(thread_id, {"forum_topic_reopened": {}})

    def hapus_topik(self, thread_id: int) -> None:
        """With every message in it; nobody tells the bot."""
        with self.world.watch.lock:
            del self.chat.topics[thread_id]
            self.chat.closed_topics.discard(thread_id)
            for message in list(self.chat.messages.values()):
                if message.raw.get("message_thread_id") == thread_id:
                    del self.chat.messages[message.message_id]

    def _topic_news(self, thread_id: int, news: Json) -> int:
        place = {} if thread_id == GENERAL else {"message_thread_id": thread_id, "is_topic_message": True}
        return self.world.receive(self.chat, self._owner(), place | news)

    # -- the group itself --------------------------------------------------------------------------------------

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

    def _owner(self) -> Json:
        owners = [user for user, status in self.chat.members.items() if status == "creator"]
        return self.world.users[owners[0]] if owners else ANONYMOUS
