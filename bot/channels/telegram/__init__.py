"""Telegram. python-telegram-bot's client, and nothing of its framework: its updater and persistence keep state in
memory that a crash loses (docs/keputusan/0002-bukan-application-ptb.md). No other package imports `telegram`.
"""

from bot.channels.telegram.channel import NAMA, Telegram

__all__ = ["NAMA", "Telegram"]
