"""An address as a person may see it: the platform's name, and only the end of what the platform calls them."""

from __future__ import annotations

from data.alamat import Alamat

KANAL = {"telegram": "Telegram", "whatsapp": "WhatsApp", "web": "halaman web", "console": "terminal"}


def sebut_kanal(kanal: str) -> str:
    return KANAL.get(kanal, kanal)


def sebut_alamat(alamat: Alamat) -> str:
    """'Telegram •••345'"""
    return f"{sebut_kanal(alamat.kanal)} •••{alamat.akhir}"


def awal_kalimat(teks: str) -> str:
    """With a capital, and nothing else changed."""
    return teks[:1].upper() + teks[1:]
