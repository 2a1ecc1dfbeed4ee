"""A Telegram Bot API server on loopback that refuses what the real one refuses, and the people who use the bot.

async with TelegramServer() as server:
    sari = server.orang("Sari")
    bot = telegram.Bot(server.token, base_url=server.base_url, base_file_url=server.base_file_url)
    sari.tulis("/start")
    ...
    await sari.tunggu(lambda layar: "Selamat datang" in layar[-1].teks)
    server.periksa()
"""

from tests.telegram_server.chats import Hitungan
from tests.telegram_server.groups import Grup
from tests.telegram_server.member import Anggota
from tests.telegram_server.mischief import Mischief
from tests.telegram_server.people import Orang
from tests.telegram_server.screen import Kiriman, Tombol
from tests.telegram_server.server import TOKEN, TelegramServer
from tests.telegram_server.storm import Kena, Storm
from tests.telegram_server.thread import TelegramServerThread
from tests.telegram_server.world import Permintaan

__all__ = [
    "TOKEN",
    "Anggota",
    "Grup",
    "Hitungan",
    "Kena",
    "Kiriman",
    "Mischief",
    "Orang",
    "Permintaan",
    "Storm",
    "TelegramServer",
    "TelegramServerThread",
    "Tombol",
]
