"""What a message says and carries, as a `Masukan`."""

from __future__ import annotations

import re
from typing import Any

from bot.channels.telegram.shape import Chat, Gambar, Kita, Message
from data.dokumen_jenis import BESAR, JENIS, dikenal, rapikan_nama
from handlers.dialog.masukan import Dokumen, Foto, Lokasi, Masukan

LAIN = {
    "voice": "pesan suara", "audio": "suara", "video": "video", "video_note": "video", "sticker": "stiker",
    "animation": "gambar bergerak", "live_photo": "foto bergerak", "contact": "kontak", "poll": "polling",
    "document": "dokumen", "venue": "tempat", "dice": "dadu", "story": "cerita", "checklist": "daftar periksa",
    "paid_media": "kiriman berbayar", "game": "permainan", "gift": "hadiah", "unique_gift": "hadiah",
}  # fmt: skip
"""Kinds of message we cannot read, in words for the person."""
URUSAN = frozenset({
    "new_chat_members", "left_chat_member", "chat_owner_left", "chat_owner_changed", "new_chat_title",
    "new_chat_photo", "delete_chat_photo", "group_chat_created", "supergroup_chat_created", "channel_chat_created",
    "message_auto_delete_timer_changed", "migrate_from_chat_id", "pinned_message", "connected_website",
    "write_access_allowed", "proximity_alert_triggered", "boost_added", "chat_background_set",
    "checklist_tasks_done", "checklist_tasks_added", "forum_topic_created", "forum_topic_edited",
    "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
    "giveaway_created", "giveaway", "giveaway_winners", "giveaway_completed", "poll_option_added",
    "poll_option_deleted", "video_chat_scheduled", "video_chat_started", "video_chat_ended",
    "video_chat_participants_invited", "is_automatic_forward",
})  # fmt: skip
"""Fields of messages that Telegram itself makes; nobody said them."""
GAMBAR = (".jpg", ".jpeg", ".png", ".webp", ".heic")
BUANG = re.compile("[\x00\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""What no database takes (NUL, half of a surrogate pair), and what makes a printed row read otherwise than it was
written (bidirectional embeddings, overrides and isolates)."""


def bersih(teks: str) -> str:
    return BUANG.sub("", teks)


def judul(chat: Chat) -> str:
    """A group's title; never empty, which would mean that it is no group."""
    return bersih(chat.title).strip() or "grup"


def urusan_telegram(mentah: dict[str, Any]) -> str:
    """The field that makes it a service message, or ''."""
    return next(iter(sorted(URUSAN & mentah.keys())), "")


def balas(pesan: Message, kita: Kita) -> str:
    """The message of ours that this one replies to, or ''."""
    asal = pesan.reply_to_message
    if asal is None or asal.from_ is None or asal.from_.id != kita.id or asal.forum_topic_created is not None:
        return ""
    return str(asal.message_id)


def isi(pesan: Message, mentah: dict[str, Any], teks: str, kita: Kita) -> Masukan:
    """`teks` is the message's text or caption, without what was only there to address us."""
    teks, asal = bersih(teks), balas(pesan, kita)
    if foto := _foto(pesan, mentah, kita.muat):
        return Masukan(teks=teks, foto=(foto,), balas=asal)
    if pesan.location:
        return Masukan(lokasi=Lokasi(pesan.location.latitude, pesan.location.longitude), balas=asal)
    if dokumen := _dokumen(pesan, mentah, kita.muat):
        if pesan.chat.grup:  # what is sent there is not ours to fetch
            return Masukan(teks=teks, lain=LAIN["document"], balas=asal)
        return Masukan(teks=teks, dokumen=dokumen, balas=asal)
    lain = next((kata for nama, kata in LAIN.items() if nama in mentah), "")
    return Masukan(teks=teks, lain=lain, balas=asal)


def _foto(pesan: Message, mentah: dict[str, Any], muat: int) -> Foto | None:
    """Without `rujukan` when it is larger than we take: there is nothing to fetch, and the person hears of it."""
    if pesan.photo:
        gambar = _terbesar(pesan.photo, muat)
    elif pesan.document and _bergambar(pesan.document) and "animation" not in mentah:
        gambar = pesan.document
    else:
        return None
    rujukan = gambar.file_id if gambar.file_size <= muat else ""
    return Foto(rujukan=rujukan, ukuran=gambar.file_size, waktu=pesan.date)


def _dokumen(pesan: Message, mentah: dict[str, Any], muat: int) -> Dokumen | None:
    """Without `rujukan` where it is nothing that we read, or larger than we take."""
    berkas = pesan.document
    if berkas is None or LAIN.keys() & mentah.keys() != {"document"}:
        return None
    nama = rapikan_nama(bersih(berkas.file_name))
    tolak = "" if dikenal(berkas.mime_type, berkas.file_name) else JENIS
    tolak = tolak or (BESAR if berkas.file_size > muat else "")
    rujukan = "" if tolak else berkas.file_id
    return Dokumen(rujukan=rujukan, nama=nama, ukuran=berkas.file_size, waktu=pesan.date, tolak=tolak)


def _terbesar(ukuran: list[Gambar], muat: int) -> Gambar:
    """The largest of a photo's sizes that fits; the smallest when none does."""
    urut = sorted(ukuran, key=lambda g: g.width * g.height, reverse=True)
    return next((g for g in urut if g.file_size <= muat), urut[-1])


def _bergambar(berkas: Gambar) -> bool:
    if berkas.mime_type:
        return berkas.mime_type.startswith("image/")
    return berkas.file_name.lower().endswith(GAMBAR)
