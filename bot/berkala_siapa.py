"""To whom and where what comes again and again is said, and when silence is kept: the same for every kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.berkala import Hasil
from data.grup import GrupQ
from data.jadwal import CUTI, TANPA_ALAMAT, TUNDA, Jadwal
from data.orang import tanggal_lokal
from data.penerima import Penerima, koordinator_kecamatan, penerima
from data.store import Tx


@dataclass(frozen=True)
class Siap:
    """Somebody who may be told something today."""

    jadwal: Jadwal
    hari: date
    kanal: str
    tujuan: str
    libur: bool


def orang_siap(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> tuple[list[Siap], list[Hasil]]:
    """Of rows about people: who may be told something, and why the others are not."""
    hari = {jadwal.orang_id: tanggal_lokal(kini, jadwal.zona) for jadwal in rows}
    siapa = penerima(tx, list(hari), hari)
    siap: list[Siap] = []
    diam: list[Hasil] = []
    for jadwal in rows:
        satu, ini = siapa[jadwal.orang_id], hari[jadwal.orang_id]
        if sebab := _diam(jadwal, satu, ini):
            diam.append(Hasil(jadwal, slot, sebab))
        elif satu.alamat:
            siap.append(Siap(jadwal, ini, *satu.alamat, libur=satu.libur))
    return siap, diam


def _diam(jadwal: Jadwal, siapa: Penerima, hari: date) -> str:
    if siapa.alamat is None:
        return TANPA_ALAMAT
    if siapa.cuti:
        return CUTI
    return TUNDA if jadwal.tunda and hari < jadwal.tunda else ""


@dataclass(frozen=True)
class Tempat:
    """Where a kecamatan is spoken to."""

    grup: tuple[tuple[str, str], ...]
    """(channel, destination with its topic)."""
    koordinator: tuple[tuple[int, str, str], ...]
    """(id, channel, destination) of its PD, who are neither on leave nor without an address."""


def tempat_kecamatan(tx: Tx, rows: Sequence[Jadwal], kini: int) -> dict[str, Tempat]:
    """By code of each row's kecamatan."""
    hari = {jadwal.kunci: tanggal_lokal(kini, jadwal.zona) for jadwal in rows}
    grup, koordinator = GrupQ(tx).per_kecamatan(), koordinator_kecamatan(tx, hari)
    orang = {id_: hari[kode] for kode, ids in koordinator.items() for id_ in ids}
    siapa = penerima(tx, sorted(orang), orang)
    hasil = {}
    for kode in hari:
        ids = [id_ for id_ in koordinator.get(kode, ()) if not siapa[id_].cuti]
        hasil[kode] = Tempat(
            tuple(grup.get(kode, ())),
            tuple((id_, *alamat) for id_ in ids if (alamat := siapa[id_].alamat)),
        )
    return hasil
