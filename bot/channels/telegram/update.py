"""From an update of Telegram's to an `Inbound`, or to nothing when it is none of our business."""

from __future__ import annotations

from typing import Any

import msgspec

from bot.channels.contract import Inbound
from bot.channels.telegram import content, group, member, place
from bot.channels.telegram.content import bersih
from bot.channels.telegram.shape import CallbackQuery, Kita, Message, Update
from bot.log import logger
from handlers.dialog.masukan import Masukan

log = logger("telegram")
TERIMA = ["message", "edited_message", "callback_query", "my_chat_member", "inline_query", "chosen_inline_result"]
"""allowed_updates: what we ask Telegram for, and no more."""
ANONIM = 1087968824
"""GroupAnonymousBot, in whose name Telegram delivers what an administrator writes as the group."""


def parse(mentah: dict[str, Any], kita: Kita) -> Inbound | None:
    """None for what is not for us. Raises `msgspec.ValidationError` for what Telegram has never sent before."""
    update = msgspec.convert(mentah, Update, strict=False)
    if update.callback_query:
        return _ketukan(update, update.callback_query, kita)
    if update.my_chat_member:
        return member.berubah(update, update.my_chat_member, kita)
    if update.message:
        return _pesan(update, update.message, mentah["message"], kita)
    if update.edited_message:
        return _suntingan(update, update.edited_message, mentah["edited_message"], kita)
    return _lewat(update, "kind")


def _lewat(update: Update, sebab: str) -> Inbound | None:
    log.debug("update passed over", update=update.update_id, sebab=sebab)
    return None


def _ketukan(update: Update, tap: CallbackQuery, kita: Kita) -> Inbound | None:
    """A tap has no time of its own (its message is as old as the question); 0 reads as "now"."""
    if tap.message is None or tap.from_.is_bot or not (tap.message.chat.pribadi or tap.message.chat.grup):
        return _lewat(update, "tap")
    chat, masukan = tap.message.chat, Masukan(tombol=bersih(tap.data))
    ext_id, nama = _ext_id(update, kita), bersih(tap.from_.nama)
    if chat.pribadi:
        return Inbound(ext_id, str(chat.id), nama, 0, masukan, urut=update.update_id)
    masukan = msgspec.structs.replace(masukan, grup=content.judul(chat))
    tujuan = place.tulis(chat.id, tap.message.topik)
    return Inbound(ext_id, tujuan, nama, 0, masukan, dari=str(tap.from_.id), urut=update.update_id)


def _suntingan(update: Update, pesan: Message, mentah: dict[str, Any], kita: Kita) -> Inbound | None:
    """A location is edited only when it is live, and has moved or ended."""
    if pesan.location:
        return _lewat(update, "live location")
    inbound = _pesan(update, pesan, mentah, kita)
    if inbound is None or inbound.masukan.peristiwa:
        return None
    # An edit concerns one message, also where that one is part of an album.
    return msgspec.structs.replace(inbound, album=None, masukan=msgspec.structs.replace(inbound.masukan, sunting=True))


def _pesan(update: Update, pesan: Message, mentah: dict[str, Any], kita: Kita) -> Inbound | None:
    if pesan.migrate_to_chat_id is not None:
        return member.pindah(update, pesan, pesan.migrate_to_chat_id, kita)
    if sebab := _bukan_orang(pesan) or content.urusan_telegram(mentah):
        return _lewat(update, sebab)
    if pesan.chat.grup:
        return _di_grup(update, pesan, mentah, kita)
    teks, _ = group.perintah(pesan.text or pesan.caption, kita)
    masukan = content.isi(pesan, mentah, teks, kita)
    return _inbound(update, pesan, masukan, str(pesan.chat.id), kita)


def _bukan_orang(pesan: Message) -> str:
    """Why it is nothing that a person said to us, or ''."""
    if not (pesan.chat.pribadi or pesan.chat.grup):
        return "channel"
    if pesan.sender_chat and pesan.sender_chat.type == "channel":
        return "channel"
    if _anonim(pesan):
        return ""
    return "bot" if pesan.from_ is None or pesan.from_.is_bot else ""


def _anonim(pesan: Message) -> bool:
    by_group = pesan.sender_chat is not None and pesan.sender_chat.type != "channel"
    by_bot = pesan.from_ is not None and pesan.from_.id == ANONIM
    return pesan.chat.grup and (by_group or by_bot)


def _di_grup(update: Update, pesan: Message, mentah: dict[str, Any], kita: Kita) -> Inbound | None:
    balas = content.balas(pesan, kita)
    teks = group.untuk_kita(pesan, kita, dibalas=bool(balas))
    if teks is None:
        return _lewat(update, "not for us")
    masukan = msgspec.structs.replace(
        content.isi(pesan, mentah, teks, kita), grup=content.judul(pesan.chat), anonim=_anonim(pesan)
    )
    return _inbound(update, pesan, masukan, place.tulis(pesan.chat.id, pesan.topik), kita)


def _inbound(update: Update, pesan: Message, masukan: Masukan, tujuan: str, kita: Kita) -> Inbound:
    dikenal = pesan.from_ is not None and not masukan.anonim
    return Inbound(
        _ext_id(update, kita),
        tujuan,
        bersih(pesan.from_.nama) if pesan.from_ and dikenal else masukan.grup,
        pesan.date,
        masukan,
        None if masukan.dokumen else pesan.media_group_id,  # of several documents each is a message of its own
        dari=str(pesan.from_.id) if pesan.from_ and dikenal and masukan.grup else "",
        pesan=str(pesan.message_id),
        urut=update.update_id,
    )


def _ext_id(update: Update, kita: Kita) -> str:
    return f"{kita.id}:{update.update_id}"
