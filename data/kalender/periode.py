"""Periods of a deadline ('2026', '2026-11', '2026-T4', or the day of an event) and the day each falls due. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from data.katalog.kalender import Acara

HARI = timedelta(days=1)
SEBULAN = timedelta(days=31)
SELAMANYA = date(9999, 12, 31)
TANGGAL = 10
"""Characters of an ISO date: the period of what counts from an event."""


def tanggal(tahun: int, bulan: int, hari: int) -> date:
    """That day, or the last of a month that is shorter."""
    return date(tahun, bulan, min(hari, monthrange(tahun, bulan)[1]))


def tambah_bulan(hari: date, jumlah: int) -> date:
    n = hari.year * 12 + hari.month - 1 + jumlah
    return tanggal(n // 12, n % 12 + 1, hari.day)


def tambah_hari_kerja(hari: date, jumlah: int, kerja: Callable[[date], bool]) -> date:
    """The working day so many after it; before it when negative. The day itself does not count."""
    arah = HARI if jumlah > 0 else -HARI
    sisa = abs(jumlah)
    while sisa:
        hari += arah
        sisa -= kerja(hari)
    return hari


def periode_acara(acara: Acara, dari: date, sampai: date) -> Iterator[tuple[str, date | None]]:
    """Its periods around those days, each with its day; None where only the place can say. None of an event's."""
    batas = acara.kapan
    for tahun in range(dari.year - 1, sampai.year + 2):
        if acara.tahun not in (None, tahun):
            continue
        if batas.jenis == "tahun":
            yield str(tahun), tanggal(tahun, batas.bulan, batas.jumlah)
        elif batas.jenis == "daerah":
            yield str(tahun), None
        elif batas.jenis == "bulan":
            yield from ((f"{tahun}-{n:02}", tanggal(tahun, n, batas.jumlah)) for n in range(1, 13))
        elif batas.jenis == "triwulan":
            yield from ((f"{tahun}-T{n}", _akhir(tahun, n * 3) + batas.jumlah * HARI) for n in range(1, 5))


def dari_peristiwa(acara: Acara, terjadi: date, kerja: Callable[[date], bool]) -> date:
    batas = acara.kapan
    if batas.satuan == "bulan":
        return tambah_bulan(terjadi, batas.jumlah)
    if batas.satuan == "hari kerja":
        return tambah_hari_kerja(terjadi, batas.jumlah, kerja)
    return terjadi + batas.jumlah * HARI


def mungkin(acara: Acara, terjadi: date, dari: date, sampai: date) -> bool:
    """False when what counts from that event surely has no day in that span, which is quicker than counting."""
    paling = acara.kapan.jumlah * (31 if acara.kapan.satuan == "bulan" else 1)
    awal, akhir = sorted((terjadi + paling * HARI, terjadi + 3 * paling * HARI))
    return awal - 4 * SEBULAN <= sampai and akhir + SEBULAN >= dari


def jendela(acara: Acara, periode: str) -> tuple[date, date]:
    """From when until when what is done counts for that period."""
    if len(periode) == TANGGAL:
        return date.fromisoformat(periode), SELAMANYA
    tahun = int(periode[:4])
    if "-T" in periode:
        akhir = int(periode[-1]) * 3
        return date(tahun, akhir - 2, 1), _akhir(tahun, akhir)
    if "-" in periode:
        bulan = int(periode[5:])
        return date(tahun, bulan, 1), _akhir(tahun, bulan)
    return _mulai(acara, tahun), _mulai(acara, tahun + 1) - HARI


def _mulai(acara: Acara, tahun: int) -> date:
    bulan, hari = int(acara.mulai[:2]), int(acara.mulai[3:])
    batas = acara.kapan
    if batas.jenis == "tahun" and (bulan, hari) > (batas.bulan, batas.jumlah):
        tahun -= 1
    return tanggal(tahun, bulan, hari)


def _akhir(tahun: int, bulan: int) -> date:
    return date(tahun, bulan, monthrange(tahun, bulan)[1])


def periode_terdekat(acara: Acara, hari: date) -> str:
    """The period whose own day is nearest to that one: the one that somebody means who moves it there."""
    semua = list(periode_acara(acara, hari, hari))
    dekat = [(abs((jatuh - hari).days), periode) for periode, jatuh in semua if jatuh]
    if dekat:
        return min(dekat)[1]
    return str(acara.tahun or hari.year)
