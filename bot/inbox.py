"""Messages come in: stored first, then answered in order, one chat at a time."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

import msgspec

from bot.channels.contract import Channel, Inbound, SendError, TooLarge
from bot.clock import Clock
from bot.document import keep_document
from bot.log import logger
from bot.turn import Fetch, Wait, WorldOf, finish_fetch, take_turn
from data.dokumen_jenis import BESAR, GAGAL
from data.inbox import InboxQ
from data.media import Gudang, jenis_gambar
from data.store import Store, Tx
from handlers.dialog.masukan import Dokumen, Foto
from handlers.pemberitahuan import tanpa_nomor

log = logger("inbox")
ALBUM = 1.0
"""Seconds without another picture of an album until it is taken as whole: they come as messages of their own, with no
end mark."""
SEALBUM = 10
"""Pictures that the largest album has."""
TERTINGGAL = 10
"""Seconds after which a message that nobody answered is taken up by whoever sees it: its process may have died."""
RETRY = 0.5
"""Seconds until a turn that failed is tried again."""
AMBIL = (1.0, 3.0)
"""Seconds before each further try to fetch a picture that the platform did not give for the moment."""
GANGGUAN = 2.0
"""The same while the database itself cannot be used."""
SAMPAI_HABIS = 1 << 30


class Ditinggal(Exception):
    """We are stopping in the middle of a message; the next start takes it up."""


class Inbox:
    """`terima` stores; a lane per chat answers. Lanes of different chats run side by side."""

    def __init__(self, store: Store, clock: Clock, world: WorldOf, gudang: Gudang, batas_foto: int) -> None:
        self._store = store
        self._clock = clock
        self._world = world
        self._gudang = gudang
        self._batas_foto = batas_foto
        self._channels: Mapping[str, Channel] = {}
        self._waiting: Counter[tuple[str, str]] = Counter()
        self._lanes: set[asyncio.Task[None]] = set()
        self._closing = False
        self.answered = asyncio.Event()
        """Set when a turn has queued something to send."""

    def connect(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels

    async def receive(self, kanal: str, inbound: Sequence[Inbound]) -> list[int | None]:
        """Store them all in one transaction; None for those we had already. Then let their chats be answered."""
        now = self._clock.now()
        ids = await self._store.write(lambda tx: store_inbound(tx, kanal, inbound, now))
        # Those that were here already too: a channel may have stored them with what it keeps itself.
        for tujuan, n in Counter(satu.tujuan for satu in inbound).items():
            self._kick(kanal, tujuan, n)
        return ids

    async def resume(self) -> int:
        """After a start: chats whose messages were stored and not yet answered. Returns how many."""
        n = 0
        for kanal in self._channels:
            for tujuan in await self._store.write(partial(_waiting_chats, kanal=kanal)):
                n += 1
                self._kick(kanal, tujuan, SAMPAI_HABIS)
        return n

    async def sweep(self) -> int:
        """Take up what another process received and did not live to answer. Returns how many chats."""
        before = self._clock.now() - TERTINGGAL
        n = 0
        for kanal in self._channels:
            for tujuan in await self._store.read(partial(_waiting_chats, kanal=kanal, sebelum=before)):
                if (kanal, tujuan) not in self._waiting:
                    n += 1
                    self._kick(kanal, tujuan, SAMPAI_HABIS)
        return n

    async def drained(self) -> None:
        """Until every message received has been answered."""
        while self._lanes:
            await asyncio.wait(self._lanes)

    async def close(self) -> None:
        """Finish the turns under way; what is stored and unanswered waits for the next start."""
        self._closing = True
        if self._lanes:
            await asyncio.wait(self._lanes)

    def _kick(self, kanal: str, tujuan: str, n: int) -> None:
        lane = (kanal, tujuan)
        idle = lane not in self._waiting
        self._waiting[lane] += n
        if idle:
            task = asyncio.create_task(self._lane(lane))
            self._lanes.add(task)
            task.add_done_callback(self._lanes.discard)

    async def _lane(self, lane: tuple[str, str]) -> None:
        try:
            while (announced := self._waiting[lane]) and not self._closing:
                seen = await self._one(*lane)
                # None left: none of those announced before we looked. What came meanwhile is still to be done.
                self._waiting[lane] -= announced if seen is None else seen
                self.answered.set()
        finally:
            del self._waiting[lane]

    async def _one(self, kanal: str, tujuan: str) -> int | None:
        """Answer the oldest message: 1, or 0 when it is still there, to be tried again; None when there was none."""
        try:
            hasil = await self._turn(kanal, tujuan)
        except Ditinggal:
            return 0
        except Exception:
            log.exception("the turn could not be saved; tried again", kanal=kanal)
            await self._clock.sleep(GANGGUAN)
            return 0
        if isinstance(hasil, Exception):
            log.error("turn failed", kanal=kanal, sebab=type(hasil).__name__, exc_info=hasil)
            await self._clock.sleep(RETRY)
            return 0
        return 1 if hasil else None

    async def _turn(self, kanal: str, tujuan: str) -> bool | Exception:
        siap = ""
        while True:
            take = partial(take_turn, kanal=kanal, tujuan=tujuan, world=self._world, now=self._clock.now(), siap=siap)
            hasil = await self._store.write(take)
            if isinstance(hasil, Wait):
                await self._gather(kanal, tujuan)
                siap = hasil.album
            elif isinstance(hasil, Fetch):
                await self._fetch(kanal, tujuan, hasil)
            else:
                return hasil

    async def _gather(self, kanal: str, tujuan: str) -> None:
        """Until no further part of the album comes."""
        seen = 0
        while seen < (now := await self._store.read(partial(_parts, kanal=kanal, tujuan=tujuan))) < SEALBUM:
            seen = now
            await self._clock.sleep(ALBUM)

    async def _fetch(self, kanal: str, tujuan: str, fetch: Fetch) -> None:
        """Pictures on disk first, then their rows, then the message that names them; of documents the row comes first,
        so that whatever happens they are cleared."""
        foto = [await self._ambil(kanal, satu) for satu in fetch.masukan.foto]
        dokumen = fetch.masukan.dokumen
        if dokumen and dokumen.rujukan and not dokumen.sidik:
            dokumen = await self._ambil_dokumen(kanal, tujuan, dokumen)
        masukan = msgspec.structs.replace(fetch.masukan, foto=tuple(foto), dokumen=dokumen)
        await self._store.write(lambda tx: finish_fetch(tx, fetch.id, masukan, self._clock.now()))

    async def _ambil(self, kanal: str, foto: Foto) -> Foto:
        if foto.sidik:
            return foto
        isi = await self._unduh(kanal, foto)
        try:
            if isinstance(isi, bytes):
                return await self.keep(isi, foto.waktu)
        except OSError as error:
            log.warning("picture not kept", kanal=kanal, sebab=type(error).__name__)
        return msgspec.structs.replace(foto, rujukan="")

    async def _ambil_dokumen(self, kanal: str, tujuan: str, dokumen: Dokumen) -> Dokumen:
        isi = await self._unduh(kanal, dokumen)
        try:
            if isinstance(isi, bytes):
                return await self.keep_document(kanal, tujuan, dokumen, isi)
        except OSError as error:
            log.warning("document not kept", kanal=kanal, sebab=type(error).__name__)
        tolak = BESAR if isinstance(isi, TooLarge) else GAGAL
        return msgspec.structs.replace(dokumen, rujukan="", tolak=tolak)

    async def _unduh(self, kanal: str, kiriman: Foto | Dokumen) -> bytes | Exception:
        """Its bytes, or why there are none."""
        for jeda in (*AMBIL, None):
            try:
                return await self._channels[kanal].fetch(kiriman)
            except Exception as error:  # whatever it was, it must not keep its message from being answered
                sebab = error.sebab if isinstance(error, SendError) else type(error).__name__
                log.warning("not fetched", kanal=kanal, apa=type(kiriman).__name__.lower(), sebab=sebab)
                if jeda is None or not _sebentar(error):
                    return error
            await self._clock.sleep(jeda)
            if self._closing:
                raise Ditinggal
        raise AssertionError("the last try returns")

    async def keep_document(self, kanal: str, tujuan: str, dokumen: Dokumen, isi: bytes) -> Dokumen:
        """On disk for whoever writes from there; without `sidik` when it is none that we take."""
        return await keep_document(
            self._store, self._gudang, self._clock.now(), kanal, tujuan, dokumen, isi, self._batas_foto
        )

    async def keep(self, isi: bytes, waktu: int) -> Foto:
        """On disk, by content. A `Foto` without `sidik` when it is no picture, or too large."""
        mime = jenis_gambar(isi)
        if mime is None or len(isi) > self._batas_foto:
            return Foto(waktu=waktu)
        sidik = await asyncio.to_thread(self._gudang.simpan, isi)
        return Foto(sidik, mime=mime, ukuran=len(isi), waktu=waktu)


def _sebentar(error: Exception) -> bool:
    return isinstance(error, SendError) and error.jenis in ("sementara", "tunggu")


def _waiting_chats(tx: Tx, kanal: str, sebelum: int | None = None) -> list[str]:
    return InboxQ(tx).tujuan_menunggu(kanal, sebelum)


def _parts(tx: Tx, kanal: str, tujuan: str) -> int:
    """How many parts of the album that comes next are here."""
    inbox = InboxQ(tx)
    masuk = inbox.berikut(kanal, tujuan)
    return 1 + len(inbox.sealbum(masuk)) if masuk and masuk.album else 0


def store_inbound(tx: Tx, kanal: str, inbound: Sequence[Inbound], now: int) -> list[int | None]:
    """Their ids, in order; None for those that are here already. Somebody still has to be told: `Inbox.receive`."""
    inbox = InboxQ(tx)
    return [
        inbox.terima(
            kanal,
            satu.ext_id,
            satu.tujuan,
            satu.nama,
            msgspec.json.encode(tanpa_nomor(satu.masukan)).decode(),
            satu.album,
            satu.waktu,
            now,
            dari=satu.dari,
            pesan=satu.pesan,
            urut=satu.urut,
        )
        for satu in inbound
    ]
