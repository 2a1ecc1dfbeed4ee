"""One turn, one transaction: the oldest message of a chat is read, answered, and marked done, or nothing happened."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from bot.reply import encode, queue
from bot.turn_edit import before, read_at
from bot.turn_group import take_group_turn
from bot.turn_menu import refresh_menu
from bot.turn_trust import forgettable, take_locked_turn
from data.desa import Desa
from data.inbox import InboxQ, Masuk
from data.media import MediaQ
from data.orang import AlamatTerkunci, Orang, OrangQ
from data.pengaturan import Pengaturan
from data.store import Tx
from handlers.dialog import kata
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.run import Konteks
from handlers.dialog.sunting import sunting
from handlers.dialog.turn import Turn
from handlers.pemberitahuan import pemberitahuan
from handlers.susulan import LAMA, SEKALI, beri_tahu, terlambat
from handlers.tabel import TABEL

__all__ = [
    "PANJANG",
    "SUSULAN",
    "Fetch",
    "Outcome",
    "Wait",
    "WorldOf",
    "context",
    "encode",
    "finish_fetch",
    "gabung",
    "queue",
    "take_turn",
]

SUSULAN = 2 * 86_400
"""Seconds: a message this old is still read by the day it was sent ("hari ini" typed before an outage)."""
PANJANG = 10_000
"""Characters of a message that are read; no platform carries more, a hostile page might."""


@dataclass
class WorldOf:
    """What every turn is given besides the message."""

    pengaturan: Pengaturan
    """Replaced, never changed, when a channel learns its own name."""


@dataclass(frozen=True)
class Fetch:
    """The message names pictures or a document that are still with the platform."""

    id: int
    masukan: Masukan


@dataclass(frozen=True)
class Wait:
    """The message is part of an album whose other parts may still be coming."""

    album: str


Outcome = bool | Fetch | Wait | Exception
"""True: answered. False: nothing waits. An exception: the turn was undone and counted."""


def take_turn(tx: Tx, kanal: str, tujuan: str, world: WorldOf, now: int, *, siap: str = "") -> Outcome:
    """`siap`: the album that has been waited for."""
    tx.lock(f"{kanal}:{tujuan}")
    inbox = InboxQ(tx)
    masuk = inbox.berikut(kanal, tujuan)
    if masuk is None:
        return False
    try:
        semua = _parts(inbox, masuk)
        if masuk.album and masuk.album != siap and not semua[0][1].sunting:
            return Wait(masuk.album)
        for id_, masukan in semua:
            if _to_fetch(masukan):
                return Fetch(id_, masukan)
        ids = [id_ for id_, _ in semua]
        with tx.savepoint():
            _answer(tx, masuk, ids, gabung([m for _, m in semua]), world, now)
    except Exception as error:
        _count_failure(tx, masuk, now)
        return error
    inbox.selesai(ids, now, lupakan=forgettable(tx, masuk))
    return True


def _parts(inbox: InboxQ, masuk: Masuk) -> list[tuple[int, Masukan]]:
    """The message, with the rest of its album; an edit of a part is a message of its own."""
    semua = [masuk, *inbox.sealbum(masuk)] if masuk.album else [masuk]
    pertama, *sisa = [(m.id, msgspec.json.decode(m.isi, type=Masukan)) for m in semua]
    return [pertama] if pertama[1].sunting else [pertama, *(satu for satu in sisa if not satu[1].sunting)]


def _to_fetch(masukan: Masukan) -> bool:
    """Only what a person may keep: nothing that is sent to a group is ours, and what is edited is here already."""
    if masukan.grup or masukan.sunting:
        return False
    kiriman = (*masukan.foto, *((masukan.dokumen,) if masukan.dokumen else ()))
    return any(satu.rujukan and not satu.sidik for satu in kiriman)


def gabung(bagian: list[Masukan]) -> Masukan:
    """An album is one message: all its pictures, and the caption that one of them carried."""
    pertama = bagian[0]
    if len(bagian) > 1:
        teks = "\n".join(b.teks for b in bagian if b.teks)
        disamarkan = next((b.disamarkan for b in bagian if b.disamarkan), "")
        foto = tuple(f for b in bagian for f in b.foto)
        pertama = msgspec.structs.replace(pertama, teks=teks, foto=foto, disamarkan=disamarkan)
    return msgspec.structs.replace(pertama, teks=pertama.teks[:PANJANG])


def _answer(tx: Tx, masuk: Masuk, ids: Sequence[int], masukan: Masukan, world: WorldOf, now: int) -> None:
    if masukan.peristiwa == "blokir":
        OrangQ(tx).tutup_alamat(masuk.kanal, masuk.tujuan)
    elif masukan.peristiwa == "buka":
        OrangQ(tx).buka_alamat(masuk.kanal, masuk.tujuan)
    elif masukan.grup or masukan.peristiwa:
        take_group_turn(tx, masuk, masukan, world.pengaturan, now)
    else:
        try:
            if masukan.sunting:
                _edited(tx, masuk, masukan, world, now)
            else:
                _private(tx, masuk, ids, masukan, world, now)
        except AlamatTerkunci:
            take_locked_turn(tx, masuk, masukan, world.pengaturan, now)


def _private(tx: Tx, masuk: Masuk, ids: Sequence[int], masukan: Masukan, world: WorldOf, now: int) -> None:
    orang, desa = _person(tx, masuk, world, now)
    turn = Turn(context(orang, masuk.dikirim, now), desa, TABEL)
    pesan = turn.jawab(masukan)
    if terlambat(masuk.dikirim, now) and not InboxQ(tx).ada_terlambat(masuk.kanal, masuk.tujuan, LAMA, now - SEKALI):
        pesan = beri_tahu(pesan, masuk.dikirim, now, orang.zona)
    if turn.terjawab and masuk.pesan:
        InboxQ(tx).menjawab(ids, *turn.terjawab)
    queue(tx, masuk, pemberitahuan(pesan, masukan, orang, desa, now), now)
    refresh_menu(tx, masuk, orang.id, now)


def _edited(tx: Tx, masuk: Masuk, masukan: Masukan, world: WorldOf, now: int) -> None:
    """A message older than our memory is passed over, and makes nobody known."""
    ketemu = before(InboxQ(tx), masuk)
    if ketemu is None:
        return
    asal, semula = ketemu
    orang, desa = _person(tx, masuk, world, now)
    saat = read_at(orang, asal, now, SUSULAN)
    turn = Turn(Konteks(orang, saat, orang.hari_ini(saat)), desa, TABEL)
    if pesan := sunting(turn, masukan, semula):
        queue(tx, masuk, pemberitahuan(pesan, masukan, orang, desa, now), now)
    if turn.terjawab:
        InboxQ(tx).menjawab([asal.id, masuk.id], *turn.terjawab)
    refresh_menu(tx, masuk, orang.id, now)


def _person(tx: Tx, masuk: Masuk, world: WorldOf, now: int) -> tuple[Orang, Desa]:
    orang = OrangQ(tx).kenal(masuk.kanal, masuk.tujuan, masuk.nama, now)
    tx.lock(f"orang:{orang.id}")  # one person may write from two addresses at once
    return orang, Desa(tx, orang, masuk.kanal, now, world.pengaturan, masuk.tujuan)


def context(orang: Orang, dikirim: int, now: int) -> Konteks:
    """A message that waited out an outage is read by the clock of when it was written."""
    saat = dikirim if 0 <= now - dikirim <= SUSULAN else now
    return Konteks(orang, saat, orang.hari_ini(saat))


def _count_failure(tx: Tx, masuk: Masuk, now: int) -> None:
    if InboxQ(tx).gagal(masuk.id, now) and _somebody_waits(masuk):
        queue(tx, masuk, Pesan(kata.GANGGUAN), now)


def _somebody_waits(masuk: Masuk) -> bool:
    """For an answer: not where something merely happened, nor in a group, where a word about it helps nobody."""
    with suppress(msgspec.DecodeError):
        masukan = msgspec.json.decode(masuk.isi, type=Masukan)
        return not (masukan.peristiwa or masukan.grup)
    return True


def finish_fetch(tx: Tx, id_: int, masukan: Masukan, now: int) -> None:
    media = MediaQ(tx)
    for foto in masukan.foto:
        if foto.sidik:
            media.daftarkan(foto.sidik, foto.mime, foto.ukuran, now)
    InboxQ(tx).ganti_isi(id_, msgspec.json.encode(masukan).decode())
