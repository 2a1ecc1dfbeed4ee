"""What comes again and again: how each kind is made up for when it was missed, and how one time of it is settled.

Never twice, by three locks any one of which would do: whoever moves the row on has it; each time is on record once;
each message has a key in the outbox.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.reply import encode
from data.jadwal import LEWAT, Jadwal, JadwalQ
from data.orang import tanggal_lokal
from data.outbox import PENGINGAT, OutboxQ
from data.slot import antara, berikut, sebelum
from data.store import Tx
from data.tenang import sedang_tenang, sesudah_tenang
from handlers.dialog.pesan import Pesan

GABUNG, TERLAMBAT = "gabung", "terlambat"
"""What was missed is said with the next (only on the day it was for), or comes late. Either ends at `batas_telat`, so a
small one means: what was missed is skipped."""
TERCATAT = 62
"""Missed times of one row that are put on record; of a longer absence the latest."""


@dataclass(frozen=True)
class Kirim:
    kanal: str
    tujuan: str
    pesan: Pesan
    kelas: int = PENGINGAT


@dataclass(frozen=True)
class Hasil:
    """What comes of one row that is due."""

    jadwal: Jadwal
    slot: int
    hasil: str
    """`data.jadwal.KIRIM`, or why nothing is said."""
    kiriman: tuple[Kirim, ...] = ()
    alasan: str = ""
    """For whoever asks `python -m bot jadwal`."""
    tulis: Callable[[Tx], None] | None = None
    """What else is stored with it, in its transaction."""


Susun = Callable[[Tx, Sequence[Jadwal], int, int], list[Hasil]]
"""(rows of one kind and one moment, that moment, now) on a connection that cannot write."""


@dataclass(frozen=True)
class Berkala:
    """One kind."""

    kebijakan: str
    batas_telat: int
    """Seconds after its time until which it is still sent."""
    susun: Susun
    sekali: int = 50
    """Rows composed at once."""

    def masih(self, jadwal: Jadwal, slot: int, saat: int) -> bool:
        """Whether it may still be sent at `saat`."""
        sehari = tanggal_lokal(slot, jadwal.zona) == tanggal_lokal(saat, jadwal.zona)
        return saat - slot <= self.batas_telat and (sehari or self.kebijakan != GABUNG)

    def nanti(self, jadwal: Jadwal, slot: int, kini: int) -> int | None:
        """When it is sent: now, or after the quiet hours; None: it is too late."""
        saat = sesudah_tenang(kini, jadwal.zona) if sedang_tenang(kini, jadwal.zona) else kini
        return saat if self.masih(jadwal, slot, saat) else None


def slot_kini(jadwal: Jadwal, kini: int) -> int:
    """Of all times since it was due the last: the others are missed."""
    return max(jadwal.jatuh, sebelum(jadwal.atur, jadwal.zona, kini))


def selesaikan(tx: Tx, hasil: Hasil, kini: int) -> str | Exception:
    """What came of it; '' when somebody else was first. What it raises is undone and returned: its neighbours stay."""
    try:
        with tx.savepoint():
            return _selesaikan(tx, hasil, kini)
    except Exception as error:
        return error


def _selesaikan(tx: Tx, hasil: Hasil, kini: int) -> str:
    jadwal, semua = hasil.jadwal, JadwalQ(tx)
    if not semua.majukan(jadwal, berikut(jadwal.atur, jadwal.zona, kini)):
        return ""
    if jadwal.jatuh < hasil.slot:
        lewat = antara(jadwal.atur, jadwal.zona, jadwal.jatuh, hasil.slot, TERCATAT)
        semua.catat_jalan(jadwal, lewat, kini, LEWAT)
    if not semua.catat_jalan(jadwal, [hasil.slot], kini, hasil.hasil):
        return ""
    if hasil.tulis:
        hasil.tulis(tx)
    for n, kirim in enumerate(hasil.kiriman):
        kunci = f"{jadwal.jenis}:{jadwal.kunci}:{hasil.slot}" + (f":{n}" if n else "")
        OutboxQ(tx).antre(kirim.kanal, kirim.tujuan, encode(kirim.pesan), kini, kelas=kirim.kelas, kunci=kunci)
    return hasil.hasil
