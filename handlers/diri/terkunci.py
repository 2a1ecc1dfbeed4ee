"""What is said at an address that the level above has closed: one thing, whatever is written; only a code opens it."""

from __future__ import annotations

from data.tautan import Keadaan, rapi
from handlers.dialog.pesan import Pesan
from handlers.diri.tautkan import gagal

DITUTUP = Pesan(
    "Alamat ini ditutup oleh koordinator, jadi belum bisa dipakai.\n\n"
    "Kalau ini HP Anda, minta koordinator membukanya lagi. "
    "Atau dari alamat Anda yang lain ketik tautkan, lalu tulis di sini: tautkan dan kodenya."
)


def kode_tautan(teks: str) -> str:
    """The code behind 'tautkan'; '' when nothing of the kind was typed."""
    nama, _, kode = teks.strip().lower().removeprefix("/").partition(" ")
    return rapi(kode) if nama == "tautkan" else ""


def tetap_tutup(keadaan: Keadaan) -> Pesan:
    """A code was tried, and did not open it."""
    return Pesan(gagal(keadaan).teks)
