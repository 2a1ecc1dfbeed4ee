"""What happens to a chat rather than being said in it: blocked, put in a group, taken out, silenced, moved."""

from __future__ import annotations

from bot.channels.contract import Inbound
from bot.channels.telegram.content import bersih, judul
from bot.channels.telegram.shape import Kita, Member, MemberUpdated, Message, Update
from handlers.dialog.masukan import Masukan


def berubah(update: Update, kabar: MemberUpdated, kita: Kita) -> Inbound | None:
    """Our own place in a chat changed."""
    chat, lama, baru = kabar.chat, kabar.old_chat_member, kabar.new_chat_member
    peristiwa = _pribadi(baru) if chat.pribadi else _grup(lama, baru) if chat.grup else ""
    if not peristiwa:
        return None
    return Inbound(
        f"{kita.id}:{update.update_id}",
        str(chat.id),
        bersih(kabar.from_.nama),
        kabar.date,
        Masukan(peristiwa=peristiwa, grup=judul(chat) if chat.grup else ""),
        dari=str(kabar.from_.id) if chat.grup else "",
        urut=update.update_id,
    )


def _pribadi(baru: Member) -> str:
    return {"kicked": "blokir", "member": "buka"}.get(baru.status, "")


def _grup(lama: Member, baru: Member) -> str:
    if not baru.di_dalam:
        return "keluar"
    if not baru.can_send_messages:
        return "bisu"
    if not lama.di_dalam or "restricted" in (lama.status, baru.status):
        return "masuk"
    return ""  # made an administrator, or one no more


def pindah(update: Update, pesan: Message, baru: int, kita: Kita) -> Inbound:
    """The group became a supergroup: Telegram says so in the old one, the last message there."""
    return Inbound(
        f"{kita.id}:{update.update_id}",
        str(pesan.chat.id),
        judul(pesan.chat),
        pesan.date,
        Masukan(peristiwa="pindah", ke=str(baru), grup=judul(pesan.chat)),
        pesan=str(pesan.message_id),
        urut=update.update_id,
    )
