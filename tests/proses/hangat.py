"""What a server of processes imports and reads before it forks the first: then a start takes a moment."""

from bot.channels import telegram
from data import wilayah
from tests.proses import skala

wilayah.siapkan()
__all__ = ["skala", "telegram"]
