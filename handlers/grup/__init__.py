"""What the bot does in a group: it is bound to a kecamatan there, and everything personal goes to the private chat."""

from handlers.grup.di_grup import DiGrup
from handlers.grup.giliran import jawab
from handlers.grup.kata import PERINTAH
from handlers.grup.peristiwa import Kejadian, terjadi

__all__ = ["PERINTAH", "DiGrup", "Kejadian", "jawab", "terjadi"]
