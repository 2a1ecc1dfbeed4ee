"""From the body of a delivery to everything in it that is ours: every entry, change, message and status."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from bot.channels.whatsapp import content
from bot.channels.whatsapp.identity import Ganti, Suka, alias, ganti, siapa
from bot.channels.whatsapp.shape import (
    Contact,
    Kepala,
    Mentah,
    Message,
    Status,
    UserIdUpdate,
    UserPreference,
    baca,
    bersih,
    daftar,
)
from bot.log import logger
from handlers.dialog.masukan import Masukan

T = TypeVar("T")
log = logger("whatsapp")


@dataclass(frozen=True)
class Datang:
    """A message, and who WhatsApp says wrote it."""

    telepon: str
    bsuid: str
    wamid: str
    waktu: int
    """By WhatsApp's clock; 0 where it does not say."""
    nama: str
    masukan: Masukan
    semula: str = ""
    """The message that this one edits."""


@dataclass
class Kumpulan:
    datang: list[Datang] = field(default_factory=list)
    ganti: list[Ganti] = field(default_factory=list)
    suka: list[Suka] = field(default_factory=list)
    status: list[Status] = field(default_factory=list)


def kumpulkan(mentah: Mentah, nomor_id: str) -> Kumpulan:
    """`nomor_id`: our phone_number_id; what came to another number of the same app is passed over."""
    hasil = Kumpulan()
    for entry in daftar(mentah, "entry"):
        for change in daftar(entry, "changes"):
            bagian, value = change.get("field"), change.get("value")
            baca_bagian = BAGIAN.get(bagian) if isinstance(bagian, str) else None
            if baca_bagian is None or not isinstance(value, dict):
                log.info("webhook passed over", bagian=bersih(str(bagian))[:60])
            elif _penerima(value) != nomor_id:
                log.info("webhook of another number passed over", bagian=bagian)
            else:
                baca_bagian(value, hasil)
    return hasil


def _penerima(value: Mentah) -> str:
    metadata = value.get("metadata")
    return str(metadata.get("phone_number_id", "")) if isinstance(metadata, dict) else ""


def _pesan(value: Mentah, hasil: Kumpulan) -> None:
    kontak = list(_semua(value, "contacts", Contact))
    for mentah in daftar(value, "messages"):
        try:
            _satu(mentah, kontak, hasil)
        except Exception as error:  # whatever it was, those beside it must not wait for ever
            sebab = str(error) if isinstance(error, msgspec.ValidationError) else type(error).__name__
            log.error("message passed over", sebab=sebab, jenis=bersih(str(mentah.get("type")))[:40])
    hasil.status += _semua(value, "statuses", Status)


def _satu(mentah: Mentah, kontak: list[Contact], hasil: Kumpulan) -> None:
    kepala = baca(mentah, Kepala)
    if kepala.group_id:
        log.info("message in a group passed over")
    elif kepala.type in content.DIAM:
        log.debug("message passed over", jenis=kepala.type)
    elif kepala.type == "system":
        if berganti := ganti(baca(mentah, Message)):
            hasil.ganti.append(berganti)
    elif kepala.type == "edit":
        _suntingan(baca(mentah, Message), mentah, kontak, hasil)
    else:
        _tambah(kepala, _isi(mentah), kontak, hasil)


def _isi(mentah: Mentah) -> Masukan:
    """Of a message that is broken inside, only that it came: its writer hears that it could not be read."""
    try:
        pesan = baca(mentah, Message)
    except msgspec.ValidationError as error:
        log.error("message not understood", sebab=str(error), jenis=bersih(str(mentah.get("type")))[:40])
        return Masukan(lain=content.ENTAH)
    masukan = content.isi(pesan)
    if masukan.lain:
        log.info("message that we cannot read", jenis=pesan.type, lain=masukan.lain)
    return masukan


def _tambah(kepala: Kepala, masukan: Masukan, kontak: list[Contact], hasil: Kumpulan, semula: str = "") -> None:
    telepon, bsuid = siapa(kepala.from_, kepala.from_user_id)
    orang = _kontak(kontak, telepon, bsuid)
    if orang is not None:  # a message may name its writer by one of the two only
        dari_kontak = siapa(orang.wa_id, orang.user_id)
        telepon, bsuid = telepon or dari_kontak[0], bsuid or dari_kontak[1]
    wamid = bersih(kepala.id)
    if not (telepon or bsuid) or not wamid:
        log.error("message of nobody passed over", jenis=kepala.type)
        return
    nama = bersih(orang.profile.name).strip() if orang and orang.profile else ""
    hasil.datang.append(Datang(telepon, bsuid, wamid, kepala.timestamp, nama, masukan, semula))


def _kontak(semua: list[Contact], telepon: str, bsuid: str) -> Contact | None:
    for satu in semua:
        if (bsuid and satu.user_id == bsuid) or (telepon and satu.wa_id.removeprefix("+") == telepon):
            return satu
    sendiri = len(semua) == 1 and not (telepon and semua[0].wa_id) and not (bsuid and semua[0].user_id)
    return semua[0] if sendiri else None


def _suntingan(pesan: Message, mentah: Mentah, kontak: list[Contact], hasil: Kumpulan) -> None:
    """Its text or caption as it reads now, under the name of the message that it changes."""
    if pesan.edit is None:
        log.error("edit without a message passed over")
        return
    kini = {**pesan.edit.message, "id": pesan.id, "timestamp": pesan.timestamp}
    masukan = msgspec.structs.replace(_isi(kini), sunting=True)
    _tambah(pesan, masukan, kontak, hasil, bersih(pesan.edit.original_message_id))


def _id_baru(value: Mentah, hasil: Kumpulan) -> None:
    for satu in _semua(value, "user_id_update", UserIdUpdate):
        telepon, bsuid = siapa(satu.wa_id, satu.user_id.current)
        if (lama := alias(satu.user_id.previous)) and bsuid:
            hasil.ganti.append(Ganti((lama,), telepon, bsuid, satu.timestamp))


def _pilihan(value: Mentah, hasil: Kumpulan) -> None:
    for satu in _semua(value, "user_preferences", UserPreference):
        telepon, bsuid = siapa(satu.wa_id, satu.user_id)
        if (telepon or bsuid) and satu.value in ("stop", "resume"):
            hasil.suka.append(Suka(telepon, bsuid, satu.value == "resume", satu.timestamp))


def _semua(value: Mentah, kunci: str, jenis: type[T]) -> Iterator[T]:
    for mentah in daftar(value, kunci):
        try:
            yield baca(mentah, jenis)
        except (msgspec.ValidationError, RecursionError) as error:
            sebab = str(error) if isinstance(error, msgspec.ValidationError) else type(error).__name__
            log.error("piece passed over", bagian=kunci, sebab=sebab)


BAGIAN: dict[str, Callable[[dict[str, Any], Kumpulan], None]] = {
    "messages": _pesan,
    "user_id_update": _id_baru,
    "user_preferences": _pilihan,
}
