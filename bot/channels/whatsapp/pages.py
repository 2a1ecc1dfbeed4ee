"""More choices than a WhatsApp list has rows: *Lainnya* stands in the last one, and brings the next.

A tap on it is no answer to anything, so it never becomes a turn: the rest of the stored message is queued as a message
of its own. Nothing is remembered between the two, also not over a restart.
"""

from __future__ import annotations

import re

import msgspec

from bot.channels.whatsapp.rules import TOMBOL
from bot.log import logger
from bot.reply import encode
from data.outbox import OutboxQ
from data.store import Tx
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import PERINTAH, baca, perintah

log = logger("whatsapp")
KANAL = "whatsapp"
BARIS = 10
"""Rows of a list, in all its sections."""
TETAP = 4
"""So many buttons below a list stand on each of its pages; of more, each stands once, after the list."""
LANJUT = re.compile(r"WA~lanjut~(\d{1,18})")
"""Capitals: our other buttons begin with a conversation's number in base 36, and 'wa' is the 1162nd's."""
LABEL, LABEL_LAIN = "Lainnya", "Pilihan berikutnya"
"""The second where a conversation has a button called so itself."""
BERIKUT = "Ini pilihan berikutnya."
HILANG = Pesan(
    "Lanjutan daftar itu sudah tidak saya simpan. Ketik saja nama yang dicari, atau ketik menu untuk mulai lagi.",
    tombol=(Tombol("Menu", perintah("menu")),),
)


def milik(data: str) -> bool:
    """Whether a tapped id is the channel's own business, and nothing that a conversation asked."""
    return data.startswith("WA~")


def pilihan(pesan: Pesan) -> tuple[list[Butir], list[Butir]]:
    """Rows and buttons that can be tapped here: each answer once, and none without an answer."""
    rows = {b.data: b for b in reversed(pesan.daftar) if b.data}
    tombol = {t.data or _mulai(t): t.label for t in reversed(pesan.tombol) if t.data or t.mulai}
    return (
        list(reversed(rows.values())),
        [Butir(label, data) for data, label in reversed(tombol.items()) if data not in rows],
    )


def bagi(pesan: Pesan, id_: int) -> tuple[list[Butir], Pesan | None]:
    """What the first page shows, *Lainnya* included, and the message that the others make."""
    rows, tombol = pilihan(pesan)
    if len(rows) + len(tombol) <= BARIS:
        return rows + tombol, None
    if not rows or len(tombol) > TETAP:
        rows, tombol = rows + tombol, []
    muat = BARIS - 1 - len(tombol)
    lanjut = Butir(_label([*rows[:muat], *tombol]), f"WA~lanjut~{id_}")
    sisa = Pesan(
        BERIKUT,
        judul=pesan.judul,
        daftar=tuple(rows[muat:]),
        tombol=tuple(Tombol(b.label, b.data) for b in tombol),
    )
    return [*rows[:muat], *tombol, lanjut], sisa


def lanjut(tx: Tx, tujuan: str, data: str, wamid: str, kini: int) -> None:
    """Answers a tap on *Lainnya*, once for each `wamid`. A kind word when the message is gone, or never was theirs.

    A tap on a template's button asks for nothing: it was a word of theirs, and what waits for one goes now.
    """
    if data == TOMBOL:
        return
    pesan = _sisa(tx, tujuan, data) or HILANG
    OutboxQ(tx).antre(KANAL, tujuan, encode(pesan), kini, kunci=f"wa-lanjut:{wamid}")


def _sisa(tx: Tx, tujuan: str, data: str) -> Pesan | None:
    nomor = LANJUT.fullmatch(data)
    isi = OutboxQ(tx).isi(int(nomor[1]), KANAL, tujuan) if nomor else None
    if nomor is None or isi is None:
        log.info("page not known", milik=milik(data))
        return None
    try:
        return bagi(msgspec.json.decode(isi, type=Pesan), int(nomor[1]))[1]
    except msgspec.ValidationError:  # its text was cleared for its age
        return None


def ketikan(butir: Butir) -> str:
    """What to type instead of tapping it."""
    data = baca(butir.data)
    kata = " ".join(butir.label.split())
    return f"/{data.nilai}" if data and data.percakapan == 0 and data.kunci == PERINTAH else kata


def _mulai(tombol: Tombol) -> str:
    """A button that leads to the private chat, where this already is one: what it says there."""
    return perintah(f"mulai {tombol.mulai}") if tombol.mulai else ""


def _label(butir: list[Butir]) -> str:
    return LABEL_LAIN if any(b.label.strip() == LABEL for b in butir) else LABEL
