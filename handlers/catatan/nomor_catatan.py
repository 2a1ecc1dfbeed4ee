"""The number of an entry, and the one thing said of all that are not there for the person."""

from __future__ import annotations

import re

from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah

NOMOR = re.compile(r"#?\b(K-\d{4}-\d{4,})", re.IGNORECASE)


def tak_ketemu(nomor: str) -> Pesan:
    return Pesan(
        f"Catatan #{nomor} tidak ada dalam riwayat Anda. Lihat daftarnya di riwayat.",
        tombol=(Tombol("Riwayat", perintah("riwayat")),),
    )
