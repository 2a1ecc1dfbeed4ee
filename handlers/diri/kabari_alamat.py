"""Say something at one address, at once: what was done there or with it."""

from __future__ import annotations

import msgspec

from data.alamat import Alamat
from data.desa import Desa
from handlers.dialog.pesan import Pesan


def kabari_alamat(desa: Desa, alamat: Alamat, pesan: Pesan) -> None:
    desa.kabar.kirim_langsung(alamat.kanal, alamat.tujuan, msgspec.json.encode(pesan).decode())
