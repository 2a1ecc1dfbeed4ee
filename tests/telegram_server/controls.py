"""What a test asks of the server while it runs: faults, storms, odd deliveries, and what has happened."""

from collections.abc import Callable, Collection, Sequence
from random import Random
from typing import Any, Literal
from urllib.parse import urlsplit

from tests.telegram_server.chats import Hitungan
from tests.telegram_server.delivery import HERE
from tests.telegram_server.errors import Json
from tests.telegram_server.faults import Fault, Putus
from tests.telegram_server.groups import Grup
from tests.telegram_server.methods.profile import profile_key, scopes_seen
from tests.telegram_server.mischief import Balancer, Mischief
from tests.telegram_server.people import Orang
from tests.telegram_server.storm import Kena, Storm
from tests.telegram_server.updates import UNAUTHORIZED
from tests.telegram_server.world import Permintaan, World


class Controls:
    def __init__(self, world: World) -> None:
        self.world = world

    def ganggu(
        self,
        method: str,
        kali: int = 1,
        *,
        status: int | None = None,
        description: str | None = None,
        parameters: Json | None = None,
        lambat: float = 0.0,
        putus: Putus | None = None,
    ) -> None:
        """The next `kali` calls of `method` go wrong: see Fault."""
        self.world.faults.waiting.append(Fault(method, kali, status, description, parameters, lambat, putus))

    def badai(
        self,
        rng: Random,
        metode: Collection[str] | None = None,
        *,
        tolak: float = 0.0,
        galat: float = 0.0,
        galat_dikerjakan: float = 0.0,
        putus_sebelum: float = 0.0,
        putus_sesudah: float = 0.0,
        lambat: float = 0.0,
        detik_tolak: tuple[int, int] = (1, 5),
        detik_lambat: tuple[float, float] = (5.0, 40.0),
    ) -> None:
        """From now on calls of these methods (None: all but getUpdates) go wrong with these probabilities: see Storm.

        429; 5xx, a share of them after the call was carried out; cut before or after it; carried out and answered late.
        """
        chances = (tolak, galat, galat_dikerjakan, putus_sebelum, putus_sesudah, lambat)
        self.world.storm = Storm(rng, metode, *chances, detik_tolak, detik_lambat)

    def reda(self) -> None:
        """The storm is over; what it hit stays in `catatan_badai`."""
        self.world.storm = None

    @property
    def catatan_badai(self) -> list[Kena]:
        return self.world.storm_log

    @property
    def tak_sabar(self) -> list[Permintaan]:
        """Calls to a chat that came before the retry_after it was refused with had passed."""
        return self.world.impatient

    def cabut_token(self) -> None:
        """BotFather's /revoke: everything is answered 401, a waiting poll too, and the webhook gets nothing."""
        with self.world.watch.lock:
            self.world.authorized = False
            self.world.updates.end_polls(UNAUTHORIZED)

    def pulihkan_token(self) -> None:
        with self.world.watch.lock:
            self.world.authorized = True
            self.world.watch.changed()

    def kedaluwarsa(self) -> None:
        """Every button pressed so far is too old to answer."""
        for query in self.world.callbacks.values():
            query.answerable = False

    # -- a webhook's deliveries --------------------------------------------------------------------------------

    def webhook_lewat(self, urls: Sequence[str], rng: Random | None = None) -> None:
        """A load balancer in front of several processes, whatever URL the webhook has: in turn, or at random.

        It passes over a process that does not listen. With no URLs there is none any more.
        """
        if any(urlsplit(url).hostname not in HERE for url in urls):
            raise AssertionError("only processes on loopback get anything")
        with self.world.watch.lock:
            self.world.balancer = Balancer(urls, rng) if urls else None
            self.world.watch.changed()

    def ulah_webhook(self, ulah: Mischief | None) -> None:
        """From now on some deliveries come twice or late; what was done stays in `ulah.catatan`."""
        self.world.mischief = ulah

    def tahan(self, *chats: int) -> None:
        """Delivers nothing of these chats to the webhook, until lepas()."""
        with self.world.watch.lock:
            self.world.updates.held.update(chats)

    def lepas(self, *chats: int) -> None:
        with self.world.watch.lock:
            self.world.updates.held.difference_update(chats or tuple(self.world.updates.held))
            self.world.watch.changed()

    @property
    def terbuang(self) -> list[int]:
        """Updates that nobody fetched within 24 hours."""
        return self.world.updates.dropped

    # -- what the bot shows of itself --------------------------------------------------------------------------

    def perintah(
        self, scope: str = "default", chat: int | None = None, user: int | None = None, bahasa: str = ""
    ) -> list[tuple[str, str]]:
        """The commands set for exactly this scope and language."""
        about: Json = {"type": scope} | ({"chat_id": chat} if chat else {}) | ({"user_id": user} if user else {})
        stored = self.world.profile.get(profile_key("commands", about, bahasa), {}).get("commands", [])
        return [(command["command"], command["description"]) for command in stored]

    def perintah_terlihat(self, orang: Orang, grup: Grup | None = None) -> list[tuple[str, str]]:
        """The commands Telegram's app shows this person there: of the narrowest scope that has any."""
        language = str(orang.user.get("language_code", ""))
        for scope, chat, user in scopes_seen(orang.id, grup.chat if grup else None):
            for bahasa in (language, ""):
                if found := self.perintah(scope, chat, user, bahasa):
                    return found
        return []

    def profil(self, nama: Literal["description", "short_description"], bahasa: str = "") -> str:
        return str(self.world.profile.get(profile_key(nama, {"type": "default"}, bahasa), {}).get(nama, ""))

    # -- what happened -----------------------------------------------------------------------------------------

    def amati(self, pengamat: Callable[[str, Json, Any], None]) -> None:
        """Called with method, parameters and result of every call carried out: for what only counters are kept of."""
        self.world.observers.append(pengamat)

    def hitungan(self, chat_id: int) -> Hitungan:
        return self.world.chats[chat_id].hitungan

    @property
    def permintaan(self) -> list[Permintaan]:
        """Every request, oldest first; empty with `simpan`."""
        return self.world.requests

    def hitung(self, method: str) -> int:
        if self.world.simpan is not None:
            return self.world.counts[method]
        return sum(permintaan.method == method for permintaan in self.permintaan)

    @property
    def pelanggaran(self) -> list[str]:
        return self.world.violations

    def periksa(self) -> None:
        """Raises when the bot sent anything that is not the Bot API's, even where Telegram would have overlooked it."""
        if self.pelanggaran:
            raise AssertionError("not the Bot API:\n" + "\n".join(f"  {text}" for text in self.pelanggaran))
