"""One turn, one transaction: the oldest message of a chat is read, answered, and marked done, or nothing happened."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from data.desa import Desa
from data.inbox import InboxQ, Masuk
from data.media import MediaQ
from data.orang import Orang, OrangQ
from data.outbox import OutboxQ
from data.pengaturan import Pengaturan
from data.store import Tx
from handlers.dialog import kata
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.run import Konteks
from handlers.dialog.turn import Turn
from handlers.tabel import TABEL

SUSULAN = 2 * 86_400
"""Seconds: a message this old is still read by the day it was sent ("hari ini" typed before an outage)."""
PANJANG = 10_000
"""Characters of a message that are read; no platform carries more, a hostile page might."""


@dataclass(frozen=True)
class WorldOf:
    """What every turn is given besides the message."""

    pengaturan: Pengaturan


@dataclass(frozen=True)
class Fetch:
    """The message names pictures that are still with the platform."""

    id: int
    masukan: Masukan


@dataclass(frozen=True)
class Wait:
    """The message is part of an album whose other parts may still be coming."""


Outcome = bool | Fetch | Wait | Exception
"""True: answered. False: nothing waits. An exception: the turn was undone and counted."""


def take_turn(tx: Tx, kanal: str, tujuan: str, world: WorldOf, now: int, *, siap: bool = False) -> Outcome:
    tx.lock(f"{kanal}:{tujuan}")
    inbox = InboxQ(tx)
    masuk = inbox.berikut(kanal, tujuan)
    if masuk is None:
        return False
    if masuk.album and not siap:
        return Wait()
    bagian = [masuk, *inbox.sealbum(masuk)] if masuk.album else [masuk]
    try:
        semua = [(m.id, msgspec.json.decode(m.isi, type=Masukan)) for m in bagian]
        for id_, masukan in semua:
            if any(foto.rujukan and not foto.sidik for foto in masukan.foto):
                return Fetch(id_, masukan)
        with tx.savepoint():
            _answer(tx, masuk, gabung([m for _, m in semua]), world, now)
    except Exception as error:
        _count_failure(tx, masuk, now)
        return error
    inbox.selesai([id_ for id_, _ in semua], now)
    return True


def gabung(bagian: list[Masukan]) -> Masukan:
    """An album is one message: all its pictures, and the caption that one of them carried."""
    pertama = bagian[0]
    if len(bagian) > 1:
        teks = "\n".join(b.teks for b in bagian if b.teks)
        pertama = msgspec.structs.replace(pertama, teks=teks, foto=tuple(f for b in bagian for f in b.foto))
    return msgspec.structs.replace(pertama, teks=pertama.teks[:PANJANG])


def _answer(tx: Tx, masuk: Masuk, masukan: Masukan, world: WorldOf, now: int) -> None:
    orang = OrangQ(tx).kenal(masuk.kanal, masuk.tujuan, masuk.nama, now)
    tx.lock(f"orang:{orang.id}")  # one person may write from two addresses at once
    desa = Desa(tx, orang, masuk.kanal, now, world.pengaturan)
    pesan = Turn(context(orang, masuk.dikirim, now), desa, TABEL).jawab(masukan)
    queue(tx, masuk, pesan, now)


def context(orang: Orang, dikirim: int, now: int) -> Konteks:
    """A message that waited out an outage is read by the clock of when it was written."""
    saat = dikirim if 0 <= now - dikirim <= SUSULAN else now
    return Konteks(orang, saat, orang.hari_ini(saat))


def queue(tx: Tx, masuk: Masuk, pesan: Pesan, now: int) -> None:
    OutboxQ(tx).antre(masuk.kanal, masuk.tujuan, encode(pesan), now, inbox_id=masuk.id)


def encode(pesan: Pesan) -> str:
    return msgspec.json.encode(pesan).decode()


def _count_failure(tx: Tx, masuk: Masuk, now: int) -> None:
    if InboxQ(tx).gagal(masuk.id, now):
        queue(tx, masuk, Pesan(kata.GANGGUAN), now)


def finish_fetch(tx: Tx, id_: int, masukan: Masukan, now: int) -> None:
    media = MediaQ(tx)
    for foto in masukan.foto:
        if foto.sidik:
            media.daftarkan(foto.sidik, foto.mime, foto.ukuran, now)
    InboxQ(tx).ganti_isi(id_, msgspec.json.encode(masukan).decode())
