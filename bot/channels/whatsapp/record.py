"""One delivery in one transaction: who is who now, since when they may be answered freely, what became of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels.contract import Inbound
from bot.channels.whatsapp import pages
from bot.channels.whatsapp.consent import dengar
from bot.channels.whatsapp.identity import Ganti, Suka
from bot.channels.whatsapp.parse import Datang, Kumpulan
from bot.channels.whatsapp.rules import TOMBOL
from bot.channels.whatsapp.statuses import Gagal, majukan
from bot.inbox import store_inbound
from bot.log import logger
from data.inbox import InboxQ
from data.outbox import OutboxQ
from data.store import Tx
from data.wa_biaya import BatasWa
from data.wa_kirim import SEHARI
from data.wa_kontak import KANAL, KontakQ, sebagai_alias

log = logger("whatsapp")
SEALBUM = 10
"""Seconds between two pictures, by WhatsApp's clock, that may have been chosen together."""
BERSAMA = 10
"""Pictures that are answered together."""


@dataclass(frozen=True)
class Tercatat:
    masuk: list[Inbound]
    """What is left to be answered in turns: stored, and still to be told to the inbox."""
    gagal: list[Gagal]


def catat(tx: Tx, isi: Kumpulan, batas: BatasWa, kini: int) -> Tercatat:
    """The same delivery a second time changes nothing."""
    kontak = KontakQ(tx)
    kontak.kunci(_alias(isi))
    masuk: list[Inbound] = []
    peristiwa: list[Datang | Ganti] = [*isi.ganti, *isi.datang]
    for satu in sorted(peristiwa, key=lambda s: _saat(s.waktu, kini)):
        if isinstance(satu, Ganti):
            if not kontak.ganti(satu.lama, satu.telepon, satu.bsuid, _saat(satu.waktu, kini)):
                log.info("a change of number or id of nobody we know")
        elif inbound := _datang(tx, satu, _saat(satu.waktu, kini), kini):
            store_inbound(tx, KANAL, [inbound], kini)  # here: by the next transaction their chat may have another name
            masuk.append(inbound)
    for suka in isi.suka:
        _suka(kontak, suka, _saat(suka.waktu, kini))
    return Tercatat(masuk, majukan(tx, isi.status, batas, kini))


def _saat(waktu: int, kini: int) -> int:
    """WhatsApp's clock; ours where it says nothing, or what is still to come."""
    return waktu if 0 < waktu <= kini else kini


def _alias(isi: Kumpulan) -> Iterator[str]:
    semua: list[Datang | Ganti] = [*isi.datang, *isi.ganti]
    for satu in semua:
        yield from sebagai_alias(satu.telepon, satu.bsuid)
    for ganti in isi.ganti:
        yield from ganti.lama


def _datang(tx: Tx, satu: Datang, waktu: int, kini: int) -> Inbound | None:
    """None when it is no turn's: the channel's own buttons, and the words that stop and resume what comes unasked."""
    kontak, inbox = KontakQ(tx), InboxQ(tx)
    tujuan = kontak.kenali(satu.telepon, satu.bsuid, waktu)
    if not satu.semula:
        kontak.masuk(tujuan, waktu, satu.wamid)
        if kini - waktu < SEHARI:
            OutboxQ(tx).lepas_tahan(KANAL, tujuan, kini)
    sudah = inbox.keadaan(KANAL, satu.wamid)
    if sudah and sudah != "baru":
        return None
    if not sudah and _urusan_kanal(tx, tujuan, satu, waktu, kini):
        if (id_ := inbox.terima(KANAL, satu.wamid, tujuan, "", "{}", None, waktu, kini)) is not None:
            inbox.selesai([id_], kini)
        return None
    album = _album(inbox, tujuan, satu, waktu)
    return Inbound(
        satu.wamid, tujuan, satu.nama, waktu, satu.masukan, album, pesan=satu.semula or satu.wamid, urut=waktu
    )


def _album(inbox: InboxQ, tujuan: str, satu: Datang, waktu: int) -> str | None:
    """WhatsApp tells of each picture alone, also where a person chose several: those that come one right after the
    other, with nothing said between them, are answered as one."""
    if not satu.masukan.foto or satu.semula:
        return None
    return inbox.album_terakhir(KANAL, tujuan, waktu - SEALBUM, BERSAMA) or satu.wamid


def _urusan_kanal(tx: Tx, tujuan: str, satu: Datang, waktu: int, kini: int) -> bool:
    """Whether it is done and answered here."""
    tombol = satu.masukan.tombol
    if tombol == TOMBOL:
        return True  # the button of an announcement: their 24 hours have begun, and what waited comes
    if pages.milik(tombol):
        pages.lanjut(tx, tujuan, tombol, satu.wamid, kini)
        return True
    return not satu.semula and dengar(tx, tujuan, satu.masukan.teks, waktu, satu.wamid, kini)


def _suka(kontak: KontakQ, suka: Suka, waktu: int) -> None:
    if tujuan := kontak.cari(suka.telepon, suka.bsuid, waktu):
        (kontak.izin if suka.mau else kontak.tolak)(tujuan, waktu)
