"""A message as WhatsApp shows it: one payload, with at most the pictures before it that it cannot hold.

Limits: developers.facebook.com/documentation/business-messaging/whatsapp/messages, as of November 2026.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from msgspec import structs

from bot.channels.whatsapp import pages
from bot.channels.whatsapp.rules import PakaiTemplat
from bot.channels.whatsapp.text import lolos, muat, panjang, sebaris, susun, unik
from bot.log import logger
from handlers.dialog.pesan import Butir, Pesan

log = logger("whatsapp")
TEKS, BADAN, KETERANGAN = 4096, 1024, 1024
"""Characters of a text, of what stands above buttons or a list, and under a picture or a file."""
LABEL, TOMBOL = 20, 3
"""Characters of a button, and buttons."""
BARIS, KET = 24, 72
"""Characters of a row, and of the line under it."""
PILIH = "Pilih"
"""On the button that opens the list."""
KETIK = "Ketik salah satu:"
SEBANYAK = 40
"""Choices that are written out."""
KOSONG = "Silakan pilih."
Isi = dict[str, Any]


@dataclass(frozen=True)
class Media:
    """What was uploaded."""

    jenis: Literal["image", "document"]
    id: str
    nama: str = ""

    @property
    def isi(self) -> Isi:
        return {"id": self.id, "filename": self.nama} if self.jenis == "document" else {"id": self.id}


def langkah(pesan: Pesan, id_: int, media: Sequence[Media] = ()) -> list[Isi]:
    """What is sent, in order; the last one carries the choices. `id_`: the outbox row, for *Lainnya* and the log."""
    if not media:
        return [_tanpa_berkas(pesan, id_)]
    *dulu, utama = media
    awal = [_berkas(satu) for satu in dulu]
    if satu := _dengan_berkas(pesan, id_, utama):
        return [*awal, satu]
    return [*awal, _berkas(utama), _tanpa_berkas(pesan, id_)]


def tanpa_berkas(pesan: Pesan) -> Pesan:
    """What is said where WhatsApp did not take the file."""
    apa = f"Berkas {pesan.berkas.nama}" if pesan.berkas else "Fotonya"
    catatan = f"({apa} belum bisa saya kirim di sini. Coba minta lagi nanti, ya.)"
    return structs.replace(pesan, teks=f"{pesan.teks}\n\n{catatan}", berkas=None, foto=())


def _tanpa_berkas(pesan: Pesan, id_: int) -> Isi:
    teks = susun(pesan.judul, pesan.teks)
    rows, _ = pages.bagi(pesan, id_)
    if panjang(teks) > BADAN:
        return _teks(pesan, teks, id_)
    if not rows and pesan.minta == "lokasi" and teks:
        return _interaktif("location_request_message", teks, {"name": "send_location"})
    if not rows:
        return _teks(pesan, teks, id_)
    if len(rows) <= TOMBOL and _pendek(rows):
        return _interaktif("button", teks, {"buttons": _tombol(rows, id_)})
    return _interaktif("list", teks, {"button": PILIH, "sections": [{"rows": _baris(rows, id_)}]})


def _dengan_berkas(pesan: Pesan, id_: int, media: Media) -> Isi | None:
    """None when what is said does not fit under it."""
    teks = susun(pesan.judul, pesan.teks)
    rows = [satu for bagian in pages.pilihan(pesan) for satu in bagian]
    if panjang(teks) > BADAN:
        return None
    if 0 < len(rows) <= TOMBOL:
        isi = _interaktif("button", teks or media.nama, {"buttons": _tombol(rows, id_)})
        isi["interactive"]["header"] = {"type": media.jenis, media.jenis: media.isi}
        return isi
    teks = "\n\n".join(satu for satu in (teks, _tertulis(rows, len(rows))) if satu)
    return _berkas(media, teks) if panjang(teks) <= KETERANGAN else None


def _berkas(media: Media, teks: str = "") -> Isi:
    return {"type": media.jenis, media.jenis: media.isi | ({"caption": teks} if teks else {})}


def _interaktif(jenis: str, teks: str, action: Isi) -> Isi:
    return {"type": "interactive", "interactive": {"type": jenis, "body": {"text": teks or KOSONG}, "action": action}}


def templat(cara: PakaiTemplat) -> Isi:
    """An approved sentence, its places filled in, with a button that says to us that they want to read."""
    badan = {"type": "body", "parameters": [{"type": "text", "text": lolos(satu)} for satu in cara.isi]}
    tombol = {
        "type": "button",
        "sub_type": "quick_reply",
        "index": "0",
        "parameters": [{"type": "payload", "payload": cara.tombol}],
    }
    komponen = [*([badan] if cara.isi else []), *([tombol] if cara.tombol else [])]
    return {
        "type": "template",
        "template": {"name": cara.nama, "language": {"code": cara.bahasa}, "components": komponen},
    }


# -- what is tapped ---------------------------------------------------------------------------------------------------


def _pendek(rows: Sequence[Butir]) -> bool:
    """Whether they can be buttons as they are: nothing is cut that a list would show."""
    label = [" ".join(b.label.split()) for b in rows]
    muat = all(0 < panjang(satu) <= LABEL for satu in label)
    return muat and len(set(label)) == len(label) and not any(b.ket for b in rows)


def _tombol(rows: Sequence[Butir], id_: int) -> list[Isi]:
    label = unik([b.label for b in rows], LABEL)
    _catat_potongan(rows, label, id_)
    return [{"type": "reply", "reply": {"id": b.data, "title": judul}} for b, judul in zip(rows, label, strict=True)]


def _baris(rows: Sequence[Butir], id_: int) -> list[Isi]:
    label = unik([b.label for b in rows], BARIS)
    _catat_potongan(rows, label, id_)
    return [_satu_baris(b, judul) for b, judul in zip(rows, label, strict=True)]


def _satu_baris(butir: Butir, judul: str) -> Isi:
    """A title that had to be cut stands whole in the line under it."""
    utuh = " ".join(butir.label.split())
    ket = " · ".join(satu for satu in ("" if judul == utuh else utuh, butir.ket) if satu)
    return {"id": butir.data, "title": judul} | ({"description": sebaris(ket, KET)} if ket else {})


def _catat_potongan(rows: Sequence[Butir], label: Sequence[str], id_: int) -> None:
    if n := sum(" ".join(b.label.split()) != satu for b, satu in zip(rows, label, strict=True)):
        log.info("labels cut", outbox=id_, jumlah=n)
    if n := sum(panjang(b.ket) > KET for b in rows):
        log.info("descriptions cut", outbox=id_, jumlah=n)


# -- what is typed ----------------------------------------------------------------------------------------------------


def _teks(pesan: Pesan, teks: str, id_: int) -> Isi:
    """Too long for buttons: they stand below as what to type, and the text above gives way."""
    rows = [satu for bagian in pages.pilihan(pesan) for satu in bagian]
    if len(rows) > SEBANYAK:
        log.warning("choices cut", outbox=id_, jumlah=len(rows))
    pilihan = muat(_tertulis(rows[:SEBANYAK], len(rows)), TEKS // 2, "…")
    ruang = TEKS - (panjang(pilihan) + 2 if pilihan else 0)
    if panjang(teks) > ruang:
        log.warning("text cut", outbox=id_, panjang=panjang(teks))
    isi = "\n\n".join(satu for satu in (muat(teks, ruang), pilihan) if satu)
    return {"type": "text", "text": {"body": isi or "…"}}


def _tertulis(rows: Sequence[Butir], semua: int) -> str:
    if not rows:
        return ""
    baris = [KETIK]
    for b in rows:
        kata, label = pages.ketikan(b), lolos(" ".join(b.label.split()))
        baris.append(f"• {label}: {lolos(kata)}" if kata.startswith("/") else f"• {label}")
    return "\n".join([*baris, f"• dan {semua - len(rows)} lagi: ketik namanya"] if semua > len(rows) else baris)
