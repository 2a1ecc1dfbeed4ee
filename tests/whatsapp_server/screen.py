"""What a person sees of the business on their phone: words, buttons, the rows behind a list's button, files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.markup import plain
from tests.whatsapp_server.world import Kontak, Pesan, World


class Tombol(NamedTuple):
    label: str
    id: str


class Baris(NamedTuple):
    """A row of a list, seen once its button was opened. `bagian` is its section's title."""

    judul: str
    uraian: str
    id: str
    bagian: str = ""


@dataclass(frozen=True)
class Kiriman:
    """One message of the business. `teks` as it was sent, `polos` as the phone shows it, without WhatsApp's markup."""

    wamid: str
    jenis: str
    teks: str
    judul: str
    kaki: str
    tombol: list[Tombol]
    daftar: str
    """The list's button; '' when there is no list."""
    baris: list[Baris]
    minta_lokasi: bool
    templat: str
    waktu: float
    keadaan: str
    """What the last status said: sent, delivered, read, failed."""
    gagal: int | None
    nama_berkas: str | None
    berkas: bytes | None = field(repr=False)
    raw: Json = field(repr=False)

    @property
    def polos(self) -> str:
        return plain(self.teks)

    @property
    def label(self) -> list[str]:
        """Everything that can be tapped on it: buttons, or rows."""
        return [tombol.label for tombol in self.tombol] + [baris.judul for baris in self.baris]


class Layar:
    """The business's side of a person's chat."""

    def __init__(self, world: World, kontak: Kontak) -> None:
        self.world = world
        self.kontak = kontak

    @property
    def layar(self) -> list[Kiriman]:
        with self.world.watch.lock:
            return [_kiriman(pesan) for pesan in self.world.sent_to(self.kontak.id) if pesan.terlihat]

    @property
    def tak_sampai(self) -> list[Kiriman]:
        """What was taken and is not on the screen: failed, or waiting for a phone that is off."""
        with self.world.watch.lock:
            return [_kiriman(pesan) for pesan in self.world.sent_to(self.kontak.id) if not pesan.terlihat]

    @property
    def terakhir(self) -> Kiriman:
        return self.layar[-1]

    async def tunggu(self, syarat: Callable[[list[Kiriman]], Any], batas: float = 5.0) -> list[Kiriman]:
        """The screen, once the condition holds for it. An IndexError counts as "not yet"; `batas` is in real seconds."""
        return self._terlihat(await self.world.watch.until(lambda: self._bila(syarat), batas), batas)

    def tunggu_sync(self, syarat: Callable[[list[Kiriman]], Any], batas: float = 5.0) -> list[Kiriman]:
        return self._terlihat(self.world.watch.until_sync(lambda: self._bila(syarat), batas), batas)

    def _bila(self, syarat: Callable[[list[Kiriman]], Any]) -> list[Kiriman] | None:
        layar = self.layar
        try:
            return layar if syarat(layar) else None
        except IndexError:
            return None

    def _terlihat(self, found: list[Kiriman] | None, batas: float) -> list[Kiriman]:
        if found is None:
            seen = "\n".join(f"  {kiriman.teks} {kiriman.label}" for kiriman in self.layar)
            hidden = [f"{kiriman.keadaan} {kiriman.gagal}" for kiriman in self.tak_sampai]
            raise AssertionError(
                f"not within {batas} s; {self.kontak.nama} sees:\n{seen or '  nothing'}\nnot seen: {hidden}"
            )
        return found

    def cari(self, label: str) -> tuple[Kiriman, Tombol | Baris] | None:
        """The newest button or row of that label; a row also by its description, where a label was cut short."""
        for kiriman in reversed(self.layar):
            for tombol in kiriman.tombol:
                if tombol.label == label:
                    return kiriman, tombol
            for baris in kiriman.baris:
                if label in {baris.judul, baris.uraian}:
                    return kiriman, baris
        return None


def _kiriman(pesan: Pesan) -> Kiriman:
    body = pesan.body
    kind: str = body["type"]
    interactive: Json = body.get("interactive", {})
    action: Json = interactive.get("action", {})
    judul, teks, kaki, tombol = _words(pesan, interactive)
    rows = [
        Baris(row["title"], row.get("description", ""), row["id"], section.get("title", ""))
        for section in action.get("sections", [])
        for row in section["rows"]
    ]
    return Kiriman(
        wamid=pesan.wamid,
        jenis=interactive.get("type", kind),
        teks=teks,
        judul=judul,
        kaki=kaki,
        tombol=tombol,
        daftar=action.get("button", ""),
        baris=rows,
        minta_lokasi=interactive.get("type") == "location_request_message",
        templat=body.get("template", {}).get("name", ""),
        waktu=pesan.waktu,
        keadaan=pesan.keadaan,
        gagal=pesan.gagal,
        nama_berkas=_file_name(pesan),
        berkas=pesan.medium.isi if pesan.medium else None,
        raw=body,
    )


def _words(pesan: Pesan, interactive: Json) -> tuple[str, str, str, list[Tombol]]:
    if pesan.templat is not None:
        shown = pesan.templat
        return shown.judul, shown.teks, shown.kaki, [Tombol(text, payload) for payload, text in shown.tombol]
    if interactive:
        replies = [button["reply"] for button in interactive["action"].get("buttons", [])]
        head, foot = interactive.get("header", {}).get("text", ""), interactive.get("footer", {}).get("text", "")
        return head, interactive["body"]["text"], foot, [Tombol(reply["title"], reply["id"]) for reply in replies]
    own: Json = pesan.body.get(pesan.body["type"], {})
    place = "\n".join(filter(None, (own.get("name"), own.get("address"))))
    return "", own.get("body") or own.get("caption") or place, "", []


def _file_name(pesan: Pesan) -> str | None:
    if pesan.medium is None:
        return None
    header = pesan.body.get("interactive", {}).get("header", {})
    document: Json = pesan.body.get("document") or header.get("document") or {}
    return document.get("filename") or pesan.medium.nama
