"""A Telegram to talk to the bot through, in a terminal: `Sari: teks` writes, `Sari: [label]` presses a button.

python -m tests.telegram_server --port 9000 --token 123:abc
"""

import argparse
import sys
import threading

from tests.telegram_server.people import Orang
from tests.telegram_server.screen import Kiriman
from tests.telegram_server.server import TOKEN, TelegramServer
from tests.telegram_server.thread import TelegramServerThread


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _shown(nama: str, kiriman: Kiriman) -> str:
    words = kiriman.teks.replace("\n", "\n    ")
    edited = " (diubah)" if kiriman.diubah else ""
    file = f"\n    <{kiriman.nama_berkas or 'foto'}, {len(kiriman.berkas)} byte>" if kiriman.berkas else ""
    buttons = "".join("\n    " + " ".join(f"[{tombol.label}]" for tombol in row) for row in kiriman.tombol)
    return f"bot → {nama}{edited}: {words}{file}{buttons}"


def _print_answers(orang: Orang) -> None:
    """Prints every message as it comes and as it changes, until the server closes."""
    printed: dict[int, str] = {}

    def news() -> list[str] | None:
        texts = {kiriman.message_id: _shown(orang.nama, kiriman) for kiriman in orang.layar}
        new = [text for number, text in texts.items() if printed.get(number) != text]
        printed.update(texts)
        return new or None

    closing = False
    while not closing:
        closing = orang.world.watch.closing
        for text in orang.world.watch.until_sync(news, 3600) or ():
            _say(text)


class Obrolan:
    def __init__(self, server: TelegramServer) -> None:
        self.server = server
        self.people: dict[str, Orang] = {}
        self.printers: list[threading.Thread] = []

    def line(self, line: str) -> None:
        nama, colon, teks = (part.strip() for part in line.partition(":"))
        if not (nama and colon and teks):
            return _say("tulis: Nama: teks, atau Nama: [label tombol]")
        try:
            self._do(self._orang(nama), teks)
        except AssertionError as error:
            _say(str(error))
        return None

    def _do(self, orang: Orang, teks: str) -> None:
        if teks.startswith("[") and teks.endswith("]"):
            orang.tekan(teks[1:-1])
        else:
            orang.tulis(teks)

    def _orang(self, nama: str) -> Orang:
        if nama not in self.people:
            self.people[nama] = self.server.orang(nama)
            self.printers.append(threading.Thread(target=_print_answers, args=(self.people[nama],), daemon=True))
            self.printers[-1].start()
        return self.people[nama]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_server")
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--token", default=TOKEN)
    options = parser.parse_args()
    with TelegramServerThread(token=options.token, port=options.port) as server:
        _say(f"base_url {server.base_url}\nbase_file_url {server.base_file_url}\ntoken {server.token}")
        obrolan = Obrolan(server)
        for line in sys.stdin:
            if line.strip():
                obrolan.line(line)
    for printer in obrolan.printers:
        printer.join()


if __name__ == "__main__":
    main()
