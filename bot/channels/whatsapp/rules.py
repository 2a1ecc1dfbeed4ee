"""Whether a message goes as it is, is announced by an approved sentence, waits, or goes elsewhere.

Within 24 hours of a person's last word all may be said. After that only a template, to who agreed, to so many people a
day, and it costs. What was queued waits behind its template until they write: then it goes as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import NoReturn

from bot.channels.contract import Kiriman, SendError
from bot.channels.whatsapp.announce import LAMA, guna_dari, isi_templat, sampai_basi, seguna, templat_untuk
from bot.channels.whatsapp.budget import Budget
from data.katalog.templat_wa import BAHASA, GUNA, UMUM, TemplatWa, muat_templat_wa
from data.orang import OrangQ
from data.outbox import BALASAN
from data.store import Tx
from data.wa_biaya import LAYANAN, BatasWa
from data.wa_kirim import SEHARI, KirimQ
from data.wa_kontak import KANAL, Kontak

JENDELA = SEHARI - 120
"""Seconds after a person's word in which all may be said; two minutes less than WhatsApp's, for clocks and queues."""
TOMBOL = "WA~baca"
"""What the button of a template says to us: it is a word of theirs, and nothing more."""
KETUKAN = 20 * 3600
"""Seconds in which one announcement is enough, unless something more useful comes."""
SISIH = 6 * 3600
"""Seconds that a template is left alone that WhatsApp did not take."""
SELANG = 3
"""Seconds between what is looked at again at the same moment, a step for each that is more useful."""
HITUNG, LONGGAR = 60, 0.9
"""Seconds that a count of the day's people is good for, as long as they are less than this part of what is allowed."""
BAGIAN = {
    "balasan": (1.0, inf),
    "jawaban": (1.0, inf),
    "tenggat": (0.9, 1.0),
    "kabar": (0.8, 1.0),
    "pengingat": (0.7, 0.95),
    "rekap": (0.5, 0.8),
    "siaran": (0.3, 0.7),
}
"""How much of the day's people and of the month's money may be used up when it goes: the rest is kept back for what is
more useful and comes later."""


@dataclass(frozen=True)
class Bebas:
    """As it is."""


@dataclass(frozen=True)
class PakaiTemplat:
    """This sentence; afterwards the message itself waits (`Rules.tercatat` raises so)."""

    nama: str
    bahasa: str
    isi: tuple[str, ...]
    """For its places, in order; for sending on one line."""
    tombol: str
    """Payload of its only button, a quick reply at index 0."""


Cara = Bebas | PakaiTemplat


class Rules:
    """One for the channel: what the month has cost is kept between messages."""

    def __init__(self, batas: BatasWa) -> None:
        self._batas = batas
        self._budget = Budget(batas)
        self._penerima = (0, 0)
        """When the day's people were counted, and how many they are with those since."""
        self._sisih: dict[str, int] = {}
        """Templates that are left alone, until when."""
        self._tertutup: dict[str, int] = {}
        """Chats that WhatsApp says are closed, with the time of the word that we thought opened them."""

    def pilih(self, tx: Tx, kontak: Kontak, kiriman: Kiriman, kini: int) -> Cara:
        """In a transaction that writes: the message's place is taken. Raises `SendError`, and nothing is written.

        Afterwards `tercatat`, or `urung` when WhatsApp surely did not take it.
        """
        templat, guna = templat_untuk(kiriman), guna_dari(kiriman)
        self._basi(kiriman, templat, kini)
        if self._terbuka(kontak, kini):
            self._boleh_bebas(tx, kontak, kiriman, guna, kini)
            KirimQ(tx, self._batas).ambil_tempat(kiriman.id, kontak.tujuan, LAYANAN, "", kini)
            return Bebas()
        self._boleh_disapa(tx, kontak, kiriman, guna, kini)
        templat = self._yang_dipakai(templat, kiriman, kini)
        self._belum_diketuk(tx, kontak, kiriman, guna, kini)
        self._ada_uang(tx, templat.kategori, kiriman, guna, kini)
        self._ada_kuota(tx, kontak, kiriman, guna, kini)
        KirimQ(tx, self._batas).ambil_tempat(kiriman.id, kontak.tujuan, templat.kategori, templat.nama, kini)
        return PakaiTemplat(templat.nama, BAHASA, isi_templat(templat, kiriman.pesan), TOMBOL)

    def tercatat(self, tx: Tx, kiriman: Kiriman, cara: Cara, wamid: str, kini: int) -> SendError | None:
        """WhatsApp took it. What the channel then raises, outside this transaction: the message itself still waits."""
        KirimQ(tx, self._batas).catat(wamid, kiriman.id, kini)
        if isinstance(cara, Bebas):
            self._budget.tambah(tx, LAYANAN, kini)
            return None
        self._budget.tambah(tx, muat_templat_wa()[cara.nama].kategori, kini)
        return SendError("tahan", "jendela", tunggu=sampai_basi(kiriman, kini))

    def sampingan(self, tx: Tx, wamid: str, tujuan: str, kini: int) -> None:
        """A picture that went before the message it belongs to."""
        KirimQ(tx, self._batas).sampingan(wamid, tujuan, kini)
        self._budget.tambah(tx, LAYANAN, kini)

    def urung(self, tx: Tx, kiriman: Kiriman) -> None:
        KirimQ(tx).urung(kiriman.id)

    def sisihkan(self, nama: str, kini: int) -> None:
        """WhatsApp did not take this template: another is used for some hours."""
        self._sisih[nama] = kini + SISIH

    def tertutup(self, kontak: Kontak) -> None:
        """WhatsApp says that their 24 hours are over, whatever our books say."""
        self._tertutup[kontak.tujuan] = kontak.masuk or 0

    # -- one question each ----------------------------------------------------------------------------------------

    def _terbuka(self, kontak: Kontak, kini: int) -> bool:
        if kontak.masuk is None or self._tertutup.get(kontak.tujuan, -1) >= kontak.masuk:
            return False
        self._tertutup.pop(kontak.tujuan, None)
        return kini - kontak.masuk < JENDELA

    def _basi(self, kiriman: Kiriman, templat: TemplatWa, kini: int) -> None:
        if kiriman.kelas != BALASAN and kiriman.dibuat and templat.basi_jam:
            lama = kini - kiriman.dibuat
            if lama >= templat.basi_jam * 3600:
                raise SendError("tetap", f"out of date: {lama // 3600} hours old, worth saying for {templat.basi_jam}")

    def _boleh_bebas(self, tx: Tx, kontak: Kontak, kiriman: Kiriman, guna: str, kini: int) -> None:
        if guna in ("balasan", "jawaban"):
            return  # they asked
        if kontak.tolak is not None:
            raise SendError("alih", "izin", tunggu=sampai_basi(kiriman, kini))
        self._ada_uang(tx, LAYANAN, kiriman, guna, kini)

    def _boleh_disapa(self, tx: Tx, kontak: Kontak, kiriman: Kiriman, guna: str, kini: int) -> None:
        setuju = kontak.izin is not None or OrangQ(tx).sudah_setuju_di(KANAL, kontak.tujuan)
        if kontak.tolak is not None or not (setuju or guna in ("balasan", "jawaban")):
            raise SendError("alih", "izin", tunggu=sampai_basi(kiriman, kini))

    def _yang_dipakai(self, templat: TemplatWa, kiriman: Kiriman, kini: int) -> TemplatWa:
        self._sisih = {nama: sampai for nama, sampai in self._sisih.items() if sampai > kini}
        for satu in (templat, muat_templat_wa()[UMUM]):
            if satu.nama not in self._sisih:
                return satu
        raise SendError("alih", "jendela", tunggu=min(SISIH, sampai_basi(kiriman, kini)))

    def _belum_diketuk(self, tx: Tx, kontak: Kontak, kiriman: Kiriman, guna: str, kini: int) -> None:
        """They have been told already that something waits; by something as useful, and not long ago."""
        semua = muat_templat_wa()
        for ketukan in KirimQ(tx).ketukan(kontak.tujuan, max(kontak.masuk or 0, kini - 2 * LAMA)):
            baru = kini - ketukan.waktu < KETUKAN and ketukan.templat in semua
            if ketukan.outbox_id == kiriman.id or (baru and seguna(semua[ketukan.templat].guna, guna)):
                raise SendError("tahan", "jendela", tunggu=sampai_basi(kiriman, kini))

    def _ada_uang(self, tx: Tx, kategori: str, kiriman: Kiriman, guna: str, kini: int) -> None:
        if not self._budget.muat(tx, kategori, BAGIAN[guna][1], kini):
            self._nanti("anggaran", self._budget.bulan_depan(kini), kiriman, guna, kini)

    def _ada_kuota(self, tx: Tx, kontak: Kontak, kiriman: Kiriman, guna: str, kini: int) -> None:
        tx.lock("wa:kuota")  # counted and taken by one at a time, whichever process sends
        kirim, boleh = KirimQ(tx), self._batas.tier * BAGIAN[guna][0]
        if kirim.terhitung(kontak.tujuan, kini):
            return
        kapan, jumlah = self._penerima
        if jumlah + 1 > boleh * LONGGAR or not 0 <= kini - kapan < HITUNG:
            kapan, jumlah = kini, kirim.penerima(kini)
            self._penerima = kapan, jumlah
        if jumlah + 1 > boleh:
            self._nanti("kuota", kirim.berkurang(kini), kiriman, guna, kini)
        self._penerima = kapan, jumlah + 1

    def _nanti(self, sebab: str, saat: int, kiriman: Kiriman, guna: str, kini: int) -> NoReturn:
        lama = max(SELANG, saat - kini) + SELANG * GUNA.index(guna)
        raise SendError("alih", sebab, tunggu=min(lama, sampai_basi(kiriman, kini)))
