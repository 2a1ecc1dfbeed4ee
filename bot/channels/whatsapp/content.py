"""What one message says and carries, as a `Masukan`."""

from __future__ import annotations

import math

from bot.channels.whatsapp.shape import Location, Media, Message, bersih
from data.dokumen_jenis import JENIS, dikenal, rapikan_nama
from handlers.dialog.masukan import Dokumen, Foto, Lokasi, Masukan

LAIN = {
    "audio": "suara", "video": "video", "sticker": "stiker", "contacts": "kontak", "document": "dokumen",
    "order": "pesanan", "interactive": "formulir", "location": "lokasi itu", "image": "gambar itu",
}  # fmt: skip
"""Kinds of message we cannot read, in words for the person."""
TAK_DIDUKUNG = {
    "edit": "pesan yang diubah", "poll": "polling", "poll_creation": "polling", "event": "acara", "sticker": "stiker",
    "video_note": "video", "group_invite": "undangan grup", "contacts": "kontak", "product": "produk", "list": "daftar",
}  # fmt: skip
"""Of those that WhatsApp itself does not hand over, where it says what they are."""
ENTAH = "jenis pesan itu"
DIAM = frozenset({"reaction", "revoke", "request_welcome", "poll_update"})
"""Kinds that nobody means as an answer."""
GAMBAR = (".jpg", ".jpeg", ".png", ".webp", ".heic")


def isi(pesan: Message) -> Masukan:
    """Never fails: what cannot be read is said so to the person."""
    if pesan.text:
        return Masukan(teks=bersih(pesan.text.body), balas=_balas(pesan))
    if data := ketukan(pesan):
        return Masukan(tombol=data)
    if pesan.button:
        return Masukan(teks=bersih(pesan.button.text))
    if pesan.location and (lokasi := _lokasi(pesan.location)):
        return Masukan(lokasi=lokasi, balas=_balas(pesan))
    media = pesan.image or pesan.document or pesan.video
    teks = bersih(media.caption) if media else ""
    if media and _bergambar(pesan):
        foto = Foto(rujukan=bersih(media.id), mime=_mime(media), waktu=pesan.timestamp)
        return Masukan(teks=teks, foto=(foto,), balas=_balas(pesan))
    if pesan.document:
        return Masukan(teks=teks, dokumen=_dokumen(pesan.document, pesan.timestamp), balas=_balas(pesan))
    return Masukan(teks=teks, lain=_lain(pesan), balas=_balas(pesan))


def ketukan(pesan: Message) -> str:
    """The data of the button or row that was tapped, or ''."""
    if pesan.interactive:
        tap = pesan.interactive.button_reply or pesan.interactive.list_reply
        return bersih(tap.id) if tap else ""
    if pesan.button and pesan.button.payload != pesan.button.text:
        return bersih(pesan.button.payload)
    return ""


def _lain(pesan: Message) -> str:
    if pesan.audio:
        return "pesan suara" if pesan.audio.voice else LAIN["audio"]
    if pesan.unsupported:
        return TAK_DIDUKUNG.get(pesan.unsupported.type, ENTAH)
    return LAIN.get(pesan.type, ENTAH)


def _balas(pesan: Message) -> str:
    """Only a message of ours: what they forward, or their own that they reply to, is no answer to anything."""
    asal = pesan.context
    return bersih(asal.id) if asal and asal.from_ and asal.from_ != pesan.from_ else ""


def _lokasi(titik: Location) -> Lokasi | None:
    """None for what is no place on this earth."""
    if math.isfinite(titik.latitude) and abs(titik.latitude) <= 90 and abs(titik.longitude) <= 180:
        return Lokasi(titik.latitude, titik.longitude)
    return None


def _bergambar(pesan: Message) -> bool:
    if pesan.image:
        return True
    berkas = pesan.document
    if berkas is None:
        return False
    if berkas.mime_type:
        return berkas.mime_type.startswith("image/")
    return berkas.filename.lower().endswith(GAMBAR)


def _dokumen(berkas: Media, waktu: int) -> Dokumen:
    """Without `rujukan` where it is nothing that we read. How large it is, WhatsApp tells when it is fetched."""
    kenal = dikenal(berkas.mime_type, berkas.filename)
    rujukan = bersih(berkas.id) if kenal else ""
    nama = rapikan_nama(bersih(berkas.filename))
    return Dokumen(rujukan=rujukan, nama=nama, waktu=waktu, tolak="" if kenal else JENIS)


def _mime(media: Media) -> str:
    """Without parameters ('image/jpeg; codecs=…'); the bytes themselves are looked at later."""
    return bersih(media.mime_type).partition(";")[0].strip() or "image/jpeg"
