"""Pictures and files, up and down."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.channels.contract import Kiriman, SendError, TooLarge
from bot.channels.whatsapp import errors
from bot.channels.whatsapp.draw import Media
from bot.channels.whatsapp.graph import Graph, GraphError, TerlaluBesar
from bot.clock import Clock
from bot.log import logger
from data.media import jenis_gambar
from handlers.dialog.masukan import Dokumen, Foto

K = TypeVar("K")
V = TypeVar("V")
log = logger("whatsapp")
UMUR = 29 * 86_400
"""Seconds that an upload's id is used again: Meta forgets it after 30 days."""
INGAT = 2_000
"""Uploads remembered."""
ALBUM = 10
"""Pictures of one message."""
GAMBAR = {"image/jpeg": 5_000_000, "image/png": 5_000_000}
"""Bytes of what WhatsApp shows as a picture; anything else, and what is larger, goes as a file."""
DOKUMEN = 100_000_000
OFFICE = "application/vnd.openxmlformats-officedocument"
MIME = {
    ".pdf": "application/pdf",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
POLOS = "text/plain"
"""For every other kind: the upload takes a list of types only, and the name keeps its ending."""
SEMENTARA = (4, 80007, 130429)
"""Too much at once: the file itself may be well."""
RUJUKAN = re.compile(r"[A-Za-z0-9_-]{1,128}")


@dataclass(frozen=True)
class Naik:
    """What was uploaded for a message, in the order in which it is sent; the last one stands with the text."""

    media: tuple[Media, ...] = ()
    lengkap: bool = True
    """False: WhatsApp does not take it, and the words go without."""


class Muatan:
    """Uploads, each once for as long as Meta keeps it."""

    def __init__(self, graph: Graph, clock: Clock) -> None:
        self._graph = graph
        self._clock = clock
        self._ada: OrderedDict[tuple[str, str], tuple[str, int]] = OrderedDict()
        """By content and type: the id, and until when it is used."""
        self._pernah: OrderedDict[int, tuple[Media, ...]] = OrderedDict()
        """By outbox row: what goes with it."""
        self._diterima: OrderedDict[int, None] = OrderedDict()
        """Of these, the ones that were taken. When one goes again all the same, its file may be what failed."""

    async def naikkan(self, kiriman: Kiriman) -> Naik:
        """Raises `GraphError` where trying later may help, and `SendError`."""
        if not kiriman.foto and kiriman.berkas is None:
            return Naik()
        if kiriman.id in self._diterima:
            self.lupa(kiriman.id)
        try:
            media = await self._semua(kiriman)
        except GraphError as error:
            error.terkirim = False  # only a file went out, no message
            if error.terputus or errors.tindakan(error).jenis in ("berhenti", "tunggu") or error.kode in SEMENTARA:
                raise
            log.error("file not taken", outbox=kiriman.id, kode=error.kode, http=error.http)
            return Naik(lengkap=False)
        _ingat(self._pernah, kiriman.id, media)
        return Naik(media)

    def diterima(self, outbox_id: int) -> None:
        if outbox_id in self._pernah:
            _ingat(self._diterima, outbox_id, None)

    def lupa(self, outbox_id: int) -> bool:
        """What went with that message is not used again. False when there was nothing."""
        self._diterima.pop(outbox_id, None)
        buang = {satu.id for satu in self._pernah.pop(outbox_id, ())}
        for kunci in [kunci for kunci, (id_, _) in self._ada.items() if id_ in buang]:
            del self._ada[kunci]
        return bool(buang)

    async def _semua(self, kiriman: Kiriman) -> tuple[Media, ...]:
        if len(kiriman.foto) > ALBUM:
            log.warning("pictures cut", outbox=kiriman.id, jumlah=len(kiriman.foto))
        foto = [await self._foto(satu) for satu in kiriman.foto[:ALBUM]]
        foto = [*foto[1:], *foto[:1]]  # the first with the text, the others before it
        if kiriman.berkas is None or kiriman.pesan.berkas is None:
            return tuple(foto)
        return (*foto, await self._berkas(kiriman.berkas, kiriman.pesan.berkas.nama))

    async def _foto(self, jalur: Path) -> Media:
        try:
            isi = await asyncio.to_thread(jalur.read_bytes)
        except FileNotFoundError:
            raise SendError("tetap", "a picture that is no longer kept") from None
        mime = jenis_gambar(isi) or POLOS
        return await self._satu(isi, f"foto.{mime.partition('/')[2]}", mime)

    async def _berkas(self, isi: bytes, nama: str) -> Media:
        return await self._satu(isi, nama, MIME.get(Path(nama).suffix.lower(), POLOS))

    async def _satu(self, isi: bytes, nama: str, mime: str) -> Media:
        if len(isi) > DOKUMEN:
            raise SendError("tetap", f"a file of {len(isi)} bytes")
        gambar = len(isi) <= GAMBAR.get(mime, 0)
        mime = mime if gambar or mime.startswith("application/") else POLOS
        id_ = await self._id(isi, nama, mime)
        return Media("image", id_) if gambar else Media("document", id_, nama)

    async def _id(self, isi: bytes, nama: str, mime: str) -> str:
        kunci = (hashlib.sha256(isi).hexdigest(), mime)
        id_, sampai = self._ada.get(kunci, ("", 0))
        if id_ and self._clock.now() < sampai:
            self._ada.move_to_end(kunci)
            return id_
        id_ = await self._graph.upload(isi, nama, mime)
        _ingat(self._ada, kunci, (id_, self._clock.now() + UMUR))
        return id_


def _ingat(ingatan: OrderedDict[K, V], kunci: K, nilai: V) -> None:
    ingatan[kunci] = nilai
    while len(ingatan) > INGAT:
        ingatan.popitem(last=False)


async def ambil(graph: Graph, kiriman: Foto | Dokumen, batas: int) -> bytes:
    """What a message only named, at most `batas` bytes; its address is asked for anew once it is over."""
    if not RUJUKAN.fullmatch(kiriman.rujukan):
        raise SendError("tetap", "no name of a file")
    try:
        try:
            return await _sekali(graph, kiriman.rujukan, batas)
        except GraphError as error:
            if error.http not in (401, 403, 404, 410) or error.kode:
                raise
        return await _sekali(graph, kiriman.rujukan, batas)
    except TerlaluBesar:
        raise TooLarge from None
    except GraphError as error:
        raise _sebab(error) from None


async def _sekali(graph: Graph, id_: str, batas: int) -> bytes:
    medium = await graph.medium(id_)
    ukuran = str(medium.get("file_size", ""))
    if ukuran.isdecimal() and int(ukuran) > batas:
        raise TerlaluBesar
    return await graph.unduh(str(medium.get("url", "")), batas)


def _sebab(error: GraphError) -> SendError:
    """Here a name that Meta does not know is a file that is gone, not a number that is not ours."""
    if error.terputus:
        return SendError("sementara", error.terputus)
    tindakan = errors.untuk(error.kode, error.http)
    if error.kode in (33, 100) or error.http in (400, 404, 410) or tindakan.jenis not in ("sementara", "berhenti"):
        return SendError("tetap", f"WhatsApp no longer has the file ({error})")
    return SendError(tindakan.jenis, tindakan.sebab, tunggu=error.tunggu)
