"""The channel, from the configuration."""

from __future__ import annotations

from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.graph import Akun
from bot.channels.whatsapp.incoming import Rahasia
from bot.clock import Clock
from bot.config import WhatsApp as Bagian
from data.store import Store


def akun(its: Bagian) -> Akun:
    return Akun(its.token.get_secret_value(), its.phone_number_id, its.base_url, its.versi)


def build(its: Bagian, store: Store, clock: Clock, batas_foto: int) -> WhatsApp:
    """`batas_foto`: bytes of a picture."""
    rahasia = Rahasia(its.app_secret.get_secret_value(), its.verify_token.get_secret_value())
    return WhatsApp(store, clock, akun(its), rahasia, its.batas, batas_foto=batas_foto)
