"""The week of every kecamatan, to its group. Its PD alone hears who has not logged, or all of it where no group is.

There are no groups on WhatsApp: who works in the kecamatan and is there alone gets it themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.berkala import Hasil, Kirim
from bot.berkala_siapa import Tempat, tempat_kecamatan
from data.jadwal import KIRIM, SEPI, TANPA_GRUP, TUNDA, Jadwal
from data.orang import tanggal_lokal
from data.outbox import SIARAN
from data.penerima import di_whatsapp
from data.rekap import AngkaRekap, hitung, simpan, terkirim
from data.store import Tx
from handlers.rekap.kata import pesan_diam, pesan_rekap

AWAL_PEKAN = 2
"""Days: on Monday and Tuesday the recap is of the week before."""


def senin_rekap(slot: int, zona: str) -> date:
    """The Monday of the week that a recap due at `slot` is about."""
    hari = tanggal_lokal(slot, zona) - timedelta(days=AWAL_PEKAN)
    return hari - timedelta(days=hari.weekday())


def susun_rekap(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
    tempat = tempat_kecamatan(tx, rows, kini)
    hasil: list[Hasil] = []
    per_senin: dict[date, list[Jadwal]] = {}
    for jadwal in rows:
        if jadwal.tunda and tanggal_lokal(kini, jadwal.zona) < jadwal.tunda:
            hasil.append(Hasil(jadwal, slot, TUNDA))
        elif not (tempat[jadwal.kunci].grup or tempat[jadwal.kunci].koordinator):
            hasil.append(Hasil(jadwal, slot, TANPA_GRUP))
        else:
            per_senin.setdefault(senin_rekap(slot, jadwal.zona), []).append(jadwal)
    for senin, sama in per_senin.items():
        kode = [jadwal.kunci for jadwal in sama]
        sudah, angka = terkirim(tx, kode, senin), hitung(tx, senin, kini, kode)
        sendiri = _sendiri(tx, sama, angka, tempat, kini)
        hasil += [
            Hasil(jadwal, slot, SEPI, alasan="sudah dikirim")
            if jadwal.kunci in sudah
            else _rekap(jadwal, angka[jadwal.kunci], tempat[jadwal.kunci], sendiri, slot)
            for jadwal in sama
        ]
    return hasil


Sendiri = Mapping[int, tuple[str, str]]
"""Who is on WhatsApp alone: (channel, destination) by person."""


def _sendiri(
    tx: Tx, rows: Sequence[Jadwal], angka: Mapping[str, AngkaRekap], tempat: Mapping[str, Tempat], kini: int
) -> Sendiri:
    hari: dict[int, date] = {}
    for jadwal in rows:
        ini = tanggal_lokal(kini, jadwal.zona)
        koordinator = (id_ for id_, _, _ in tempat[jadwal.kunci].koordinator)
        hari |= dict.fromkeys((*(o.id for o in angka[jadwal.kunci].orang), *koordinator), ini)
    return di_whatsapp(tx, list(hari), hari)


def _rekap(jadwal: Jadwal, angka: AngkaRekap, tempat: Tempat, sendiri: Sendiri, slot: int) -> Hasil:
    if angka.kosong and not angka.orang:
        return Hasil(jadwal, slot, SEPI, alasan="belum ada siapa-siapa")

    def tulis(tx: Tx) -> None:
        if not simpan(tx, angka):
            raise LookupError("sent by hand a moment ago")

    kiriman = tuple(_kiriman(jadwal, angka, tempat, sendiri))
    return Hasil(jadwal, slot, KIRIM, kiriman, f"{angka.catatan} catatan", tulis)


def _kiriman(jadwal: Jadwal, angka: AngkaRekap, tempat: Tempat, sendiri: Sendiri) -> list[Kirim]:
    nama = bool(jadwal.atur.get("nama"))
    pesan, lengkap = pesan_rekap(angka, nama=nama), pesan_rekap(angka, nama=True)
    diam = None if nama else pesan_diam(angka)
    kiriman = [Kirim(kanal, tujuan, pesan, SIARAN) for kanal, tujuan in tempat.grup]
    for id_, kanal, tujuan in tempat.koordinator:
        if not tempat.grup or id_ in sendiri:
            kiriman.append(Kirim(kanal, tujuan, lengkap))
        elif diam:
            kiriman.append(Kirim(kanal, tujuan, diam))
    pemimpin = {id_ for id_, _, _ in tempat.koordinator}
    lain = (sendiri[o.id] for o in angka.orang if o.id in sendiri and o.id not in pemimpin)
    return kiriman + [Kirim(kanal, tujuan, pesan, SIARAN) for kanal, tujuan in lain]
