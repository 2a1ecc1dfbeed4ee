"""A WhatsApp to talk to the bot through, in a terminal: `Sari: teks` writes, `Sari: [label]` taps a button or a row.

python -m tests.whatsapp_server --port 9001 --webhook http://127.0.0.1:8080/whatsapp

Also `Sari: (lokasi: -6.9, 107.1)`, `Sari: (foto)`, `Sari: (baca)`; and for the server itself `!maju 86400`,
`!salahkan 131026`, `!ganggu 503`, `!setujui_semua`, `!jeda nama`, `!pelanggaran`.
"""

import argparse
import re
import sys
import threading

from tests.whatsapp_server.people import Orang
from tests.whatsapp_server.screen import Kiriman
from tests.whatsapp_server.server import WhatsAppServer
from tests.whatsapp_server.thread import WhatsAppServerThread

_PLACE = re.compile(r"\(lokasi: (-?[\d.]+), (-?[\d.]+)\)")
_JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _shown(nama: str, kiriman: Kiriman) -> str:
    lines = [f"*{kiriman.judul}*"] if kiriman.judul else []
    lines += [kiriman.teks, *([f"_{kiriman.kaki}_"] if kiriman.kaki else [])]
    if kiriman.berkas:
        lines.insert(0, f"<{kiriman.nama_berkas or 'berkas'}, {len(kiriman.berkas)} byte>")
    if kiriman.tombol:
        lines.append(" ".join(f"[{tombol.label}]" for tombol in kiriman.tombol))
    if kiriman.daftar:
        lines.append(f"({kiriman.daftar})")
        lines += [f"  [{baris.judul}] {baris.uraian}" for baris in kiriman.baris]
    lines += ["[Kirim lokasi]"] if kiriman.minta_lokasi else []
    return f"bot → {nama}: " + "\n    ".join("\n".join(lines).split("\n"))


class Obrolan:
    def __init__(self, server: WhatsAppServer) -> None:
        self.server = server
        self.people: dict[str, Orang] = {}
        self.printers: list[threading.Thread] = []

    def line(self, line: str) -> None:
        try:
            if line.startswith("!"):
                return self._control(*line[1:].split())
            nama, colon, teks = (part.strip() for part in line.partition(":"))
            if not (nama and colon and teks):
                return _say("tulis: Nama: teks, Nama: [label], Nama: (lokasi: lat, lon), atau !perintah")
            self._do(self._orang(nama), teks)
        except (AssertionError, TypeError, ValueError) as error:
            _say(str(error))
        return None

    def _control(self, name: str, *words: str) -> None:
        if name == "pelanggaran":
            return _say("\n".join(self.server.pelanggaran) or "tidak ada")
        if name not in {"maju", "salahkan", "ganggu", "setujui_semua", "setujui", "tolak", "jeda", "matikan", "reda"}:
            return _say(f"tidak kenal !{name}")
        getattr(self.server, name)(*(int(word) if word.isdigit() else word for word in words))
        return None

    def _do(self, orang: Orang, teks: str) -> None:
        if place := _PLACE.fullmatch(teks):
            orang.kirim_lokasi(float(place[1]), float(place[2]))
        elif teks == "(foto)":
            orang.kirim_foto(_JPEG)
        elif teks == "(baca)":
            orang.baca()
        elif teks.startswith("[") and teks.endswith("]"):
            orang.ketuk(teks[1:-1])
        else:
            orang.tulis(teks)

    def _orang(self, nama: str) -> Orang:
        if nama not in self.people:
            self.people[nama] = self.server.orang(nama)
            self.printers.append(threading.Thread(target=_print_answers, args=(self.people[nama],), daemon=True))
            self.printers[-1].start()
        return self.people[nama]


def _print_answers(orang: Orang) -> None:
    """Prints every message as it comes, until the server closes."""
    printed: set[str] = set()

    def news() -> list[Kiriman] | None:
        return [kiriman for kiriman in orang.layar if kiriman.wamid not in printed] or None

    closing = False
    while not closing:
        closing = orang.world.watch.closing
        for kiriman in orang.world.watch.until_sync(news, 3600) or ():
            printed.add(kiriman.wamid)
            _say(_shown(orang.nama, kiriman))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.whatsapp_server")
    parser.add_argument("--port", type=int, default=9001)
    parser.add_argument("--webhook", default="")
    options = parser.parse_args()
    with WhatsAppServerThread(port=options.port) as server:
        if options.webhook:
            server.kirim_ke(options.webhook)
        bisnis = server.bisnis
        _say(f'base_url = "{server.base_url}"\ntoken = "{bisnis.token}"\nphone_number_id = "{bisnis.phone_number_id}"')
        _say(
            f'waba_id = "{bisnis.waba_id}"\napp_secret = "{bisnis.app_secret}"\nverify_token = "{bisnis.verify_token}"'
        )
        obrolan = Obrolan(server)
        for line in sys.stdin:
            if line.strip():
                obrolan.line(line.strip())
    for printer in obrolan.printers:
        printer.join()


if __name__ == "__main__":
    main()
