"""Everything the server knows: the business, people, messages, media, templates, and what is to be told."""

import base64
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from tests.telegram_server.watch import Watch
from tests.whatsapp_server.clock import Clock
from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.faults import Faults
from tests.whatsapp_server.filling import Shown
from tests.whatsapp_server.media import MediaStore, Medium
from tests.whatsapp_server.rates import Rates, Tier
from tests.whatsapp_server.storm import Kena, Storm
from tests.whatsapp_server.templates import Templates

WINDOW = 24 * 3600.0


@dataclass
class Bisnis:
    token: str
    app_secret: str
    verify_token: str
    phone_number_id: str = "106540352242922"
    waba_id: str = "102290129340398"
    nomor: str = "6281100000001"
    nama: str = "Kawan Desa"


@dataclass
class Kontak:
    """A person, as the platform knows them."""

    id: int
    nama: str
    telepon: str
    user_id: str
    username: str = ""
    tersembunyi: bool = False
    """They use a username: their number is in no webhook, unless the business wrote to the number."""
    masuk: float | None = None
    """When they last wrote or tapped: the 24 hours count from it."""
    menyala: bool = True
    centang_biru: bool = True
    ada: bool = True
    """False: the account is gone, whatever is sent to it fails."""
    blokir: bool = False
    tolak_pemasaran: bool = False
    nomor_lama: list[str] = field(default_factory=list)
    mengetik: float | None = None
    """When the business last showed that it is typing."""

    def in_window(self, now: float) -> bool:
        return self.masuk is not None and now - self.masuk < WINDOW


@dataclass
class Pesan:
    """A message of the business. `keadaan` is what the last status said of it; `gagal` its error code."""

    wamid: str
    kontak: int | None
    body: Json
    waktu: float
    kategori: str
    dalam_jendela: bool
    keadaan: str = "accepted"
    gagal: int | None = None
    terlihat: bool = False
    templat: Shown | None = None
    medium: Medium | None = None
    diberitakan_harga: int = 0


@dataclass
class Masuk:
    """A message of a person, for what refers to it later."""

    wamid: str
    kontak: int
    body: Json
    waktu: float
    dibaca: bool = False


class Peristiwa(NamedTuple):
    """Something to tell the webhook: a part of `value` in a change of that field."""

    orang: int
    value: Json
    field: str = "messages"


class Permintaan(NamedTuple):
    """A request as it came; `waktu` is the server's date."""

    waktu: float
    apa: str
    body: Json


@dataclass
class World:
    bisnis: Bisnis
    clock: Clock
    versi: str = "v23.0"
    status: bool = True
    layanan_ditagih: bool = True
    jendela_langsung: bool = False
    rates: Rates | None = None
    tier: Tier = field(init=False)
    tier_most: int | None = 250
    watch: Watch = field(default_factory=Watch)
    people: dict[int, Kontak] = field(default_factory=dict)
    sent: dict[str, Pesan] = field(default_factory=dict)
    sent_by: defaultdict[int, list[Pesan]] = field(default_factory=lambda: defaultdict(list))
    received: dict[str, Masuk] = field(default_factory=dict)
    media: MediaStore = field(init=False)
    templates: Templates = field(default_factory=Templates)
    faults: Faults = field(default_factory=Faults)
    storm: Storm | None = None
    storm_log: list[Kena] = field(default_factory=list)
    events: deque[Peristiwa] = field(default_factory=deque)
    requests: list[Permintaan] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.media = MediaStore(self.clock)
        self.tier = Tier(self.clock.now, self.tier_most)
        self._numbers = count(1)

    def number(self) -> int:
        return next(self._numbers)

    def now(self) -> float:
        return self.clock.now()

    def wamid(self, kontak: Kontak | None) -> str:
        """As the real ones it has the person's number in it, for whoever decodes it."""
        who = kontak.telepon if kontak else "0"
        return "wamid." + base64.b64encode(b"\x1d\x18" + who.encode() + f"\x15{self.number():020X}\0".encode()).decode()

    def tell(self, orang: int, value: Json, field: str = "messages") -> None:
        with self.watch.lock:
            self.events.append(Peristiwa(orang, value, field))
            self.watch.changed()

    def contact_by_phone(self, phone: str) -> Kontak | None:
        digits = "".join(letter for letter in phone if letter.isdigit())
        return next((one for one in self.people.values() if one.ada and one.telepon == digits), None)

    def contact_by_user_id(self, user_id: str) -> Kontak | None:
        return next((one for one in self.people.values() if one.ada and one.user_id == user_id), None)

    def keep(self, pesan: Pesan) -> None:
        self.sent[pesan.wamid] = pesan
        if pesan.kontak is not None:
            self.sent_by[pesan.kontak].append(pesan)

    def sent_to(self, orang: int) -> list[Pesan]:
        return self.sent_by[orang]
