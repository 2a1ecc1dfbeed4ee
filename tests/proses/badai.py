"""Half an hour of a crowd, a storm and kills, many times as fast; afterwards everything it left is looked at."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

from tests.proses.armada import Mesin
from tests.proses.catatan_db import pengirim, sisa, tanya
from tests.proses.keramaian import KIRIM, Keramaian
from tests.proses.kerumunan import kelompok, kerumunan
from tests.proses.periksa import Pembukuan, dijelaskan_badai
from tests.telegram_server import Mischief, TelegramServer
from tests.telegram_server.spec import METHODS

MENIT = 60.0
LAMA, DATANG = 30 * MENIT, 24 * MENIT
"""Simulated seconds: how long the storm blows, and within how many of them everybody begins."""
TIRIS = 120 * MENIT
"""The longest that may then remain to be done, on a machine with much else to do; the last retry alone comes after six
minutes."""
SEBENTAR = 5.0
"""Simulated seconds: the longest retry_after."""
BUNUH = (2 * MENIT, 4 * MENIT)
"""Between two kills."""
SABAR = 4
GRUP = 20
PERINTAH = ("/menu@kawan_desa_bot", "/bantuan", "/kaitkan", "/catat@kawan_desa_bot", "@kawan_desa_bot riwayat")


@dataclass
class Terbunuh:
    """What a process had in flight when it was killed: these may go twice, once each."""

    nama: str
    saat: float
    di_tangan: list[int]
    """Chats."""


@dataclass
class Badai:
    server: TelegramServer
    folder: Path
    url: str
    acak: Random
    jumlah: int
    mesin: list[Mesin]
    terbunuh: list[Terbunuh] = field(default_factory=list)
    ulah: Mischief | None = None

    def __post_init__(self) -> None:
        pendamping = kerumunan(self.server, self.url, self.jumlah, self.acak)
        self.ramai = Keramaian(self.server, pendamping, self.acak)

    def jalan(self) -> None:
        if self.mesin[0].webhook:
            self.server.webhook_lewat([satu.alamat for satu in self.mesin], self.acak)
            self.ulah = Mischief(Random(self.acak.random()), ganda=0.03, tahan=0.03)
            self.server.ulah_webhook(self.ulah)
        for satu in self.mesin:
            satu.mulai()
        self._jadwalkan()
        self._tiup()
        self.ramai.putar(LAMA)
        self.server.reda()
        self.server.ulah_webhook(None)
        self.ramai.putar(LAMA + TIRIS, self._selesai)

    def henti(self) -> list[int | None]:
        """SIGTERM for all; their exit statuses."""
        return [satu.henti()[0] for satu in self.mesin]

    def _jadwalkan(self) -> None:
        for satu in self.ramai.pendamping:
            self.ramai.datang(satu, self.acak.uniform(5, DATANG))
        for n, grup in enumerate(kelompok(self.server, self.ramai.pendamping, GRUP)):
            for _ in range(5):
                siapa = self.ramai.pendamping[n * 50 + self.acak.choice((0, self.acak.randrange(50)))].orang
                self.ramai.di_grup(grup, siapa, self.acak.choice(PERINTAH), self.acak.uniform(10, LAMA - MENIT))
        saat = self.acak.uniform(*BUNUH)
        while saat < LAMA:
            self.ramai.pada(saat, self._bunuh)
            saat += self.acak.uniform(*BUNUH)

    def _tiup(self) -> None:
        self.server.badai(
            Random(self.acak.random()),
            METHODS,
            tolak=0.03,
            galat=0.02,
            galat_dikerjakan=0.5,
            putus_sebelum=0.01,
            putus_sesudah=0.01,
            lambat=0.015,
            detik_lambat=(5.5 * SABAR, 12.0 * SABAR),  # always longer than the program waits
        )

    def _bunuh(self) -> None:
        korban = self.acak.choice([satu for satu in self.mesin if satu.hidup])
        korban.bunuh()
        di_tangan = []
        if pengirim(self.url) == korban.nama:
            baris = tanya(self.url, "SELECT tujuan FROM outbox WHERE status = 'dikirim' AND kanal = 'telegram'")
            di_tangan = [int(satu["tujuan"].partition("/")[0]) for satu in baris]
        self.terbunuh.append(Terbunuh(korban.nama, self.ramai.kini, di_tangan))
        self.ramai.pada(self.ramai.kini + self.acak.uniform(0, 20), korban.mulai)

    def _selesai(self) -> bool:
        if not self.ramai.tenang or self.server.world.updates.pending:
            return False
        return sisa(self.url) == 0

    def di_tangan(self) -> Counter[int]:
        """Chat: replies that were in flight at a kill, so that the next process sent them again."""
        return Counter(chat for satu in self.terbunuh for chat in satu.di_tangan)

    def terlambat(self, buku: Pembukuan) -> Counter[int]:
        """Chat: time-outs that no storm made: the machine stood still, and the reply had gone through."""
        chat = {b.baris["id"]: chat for chat, balasan in buku.per_obrolan.items() for b in balasan}
        semua = [c for satu in self.mesin for c in satu.catatan() if str(c.get("sebab", "")).startswith("TimedOut")]
        waktu_habis = Counter(chat[c["outbox"]] for c in semua if c.get("outbox") in chat)
        badai = Counter(int(k.chat or 0) for k in self.server.catatan_badai if k.apa == "lambat" and k.method in KIRIM)
        return waktu_habis - badai

    def tak_sabar(self, buku: Pembukuan) -> list[str]:
        """Calls before a retry_after was over, of a process that had read the refusal of a reply to that chat.

        Others cross: taking old buttons away is refused while a reply is on its way, or a process dies with what it
        knew.
        """
        chat = {b.baris["id"]: chat for chat, balasan in buku.per_obrolan.items() for b in balasan}
        tahu: dict[int, list[float]] = defaultdict(list)
        for c in (c for satu in self.mesin for c in satu.catatan() if c.get("jenis") == "tunggu" and "outbox" in c):
            tahu[chat[c["outbox"]]].append(datetime.fromisoformat(c["timestamp"]).timestamp())
        beda = time.time() - time.monotonic()
        return [
            f"{satu.method} to {satu.params['chat_id']}"
            for satu in self.server.tak_sabar
            if any(0 < satu.waktu + beda - t < SEBENTAR / self.server.clock.skala for t in tahu[satu.params["chat_id"]])
        ]

    def ringkasan(self, buku: Pembukuan) -> str:
        kena = Counter(k.apa for k in self.server.catatan_badai)
        lebih, badai = buku.kelebihan(), dijelaskan_badai(self.server.catatan_badai)
        oleh_badai = (lebih & badai).total()
        oleh_bunuh = ((lebih - badai) & self.di_tangan()).total()
        sisa = (lebih - badai - self.di_tangan()).total()
        return (
            f"{len(self.ramai.pendamping)} people, {buku.giliran()} turns, {buku.kali('terkirim')} replies sent, "
            f"{buku.kali('gagal')} refused; faults {dict(kena)}, deliveries {self._ulah()}, "
            f"{len(self.terbunuh)} kills; doubled: {oleh_badai} by faults, {oleh_bunuh} by kills, "
            f"{sisa} by time-outs of a slow machine; impatient {len(self.server.tak_sabar)}; "
            f"{self.ramai.kini / MENIT:.0f} simulated minutes"
        )

    def _ulah(self) -> dict[str, int]:
        return dict(Counter(satu.apa for satu in self.ulah.catatan)) if self.ulah else {}


def dua(folder: Path, url: str, server: TelegramServer) -> list[Mesin]:
    return [Mesin(nama, folder, url, server, webhook=True, sabar=SABAR) for nama in ("satu", "dua")]
