"""The links that carry an invitation, and its QR picture."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote

from data.desa import Desa
from data.pengaturan import Pengaturan


def tautan(kode: str, pengaturan: Pengaturan) -> dict[str, str]:
    """Name of the channel to address, for those that are configured."""
    semua = {}
    if pengaturan.telegram:
        semua["Telegram"] = f"https://t.me/{pengaturan.telegram}?start={kode}"
    if pengaturan.whatsapp:
        semua["WhatsApp"] = f"https://wa.me/{pengaturan.whatsapp}?text={quote(ketikan(kode))}"
    return semua


def ketikan(kode: str) -> str:
    """What to type where no link leads."""
    return f"gabung {kode}"


def isi_qr(kode: str, pengaturan: Pengaturan) -> str:
    """The first link, else what to type: a phone's camera reads that too."""
    return next(iter(tautan(kode, pengaturan).values()), ketikan(kode))


def gambar_qr(isi: str) -> bytes:
    """PNG, about 500 pixels square: large enough to be read from a projector."""
    import segno  # only those who ask for a picture should pay for it

    gambar = io.BytesIO()
    segno.make_qr(isi, error="m").save(gambar, kind="png", scale=10, border=4)
    return gambar.getvalue()


def qr_png(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: isi. The queue of messages holds it, as it holds the link itself; so invitations end after a week."""
    return gambar_qr(str(bahan["isi"]))
