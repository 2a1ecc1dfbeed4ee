"""Whose turn it is, until when, and when the clock looks again."""

from __future__ import annotations

from datetime import date, timedelta

from data.katalog.masalah import TINGKAT, muat_masalah
from data.libur import Kalender, kalender
from data.masalah.isi import Masalah
from data.orang import PLD, tanggal_lokal
from data.penanggap import PANJANG, TERJAUH, Penanggap, jatuh_naik, penanggap, zona_desa
from data.store import Tx

COBA_LAGI = 600
"""Seconds after which somebody is looked for again, where nobody serves."""
SEHARI = 86_400


def penerima(tx: Tx, desa: str, kini: int, *, dari: str, awal: str, selain: int) -> Penanggap | None:
    """Of the level `dari`, else of the nearest above that has anybody who can be reached."""
    terlarang = dihindari(tx, desa, awal, kini)
    return penanggap(tx, desa, kini, selain=selain, bukan=terlarang, peran=TINGKAT[TINGKAT.index(dari) :])


def di_atas(tx: Tx, m: Masalah, kini: int) -> Penanggap | None:
    """Of the nearest level above its own; never who has it already."""
    terlarang = {*dihindari(tx, m.desa, m.awal, kini), m.pj or 0}
    atas = TINGKAT[TINGKAT.index(m.tingkat) + 1 :]
    return penanggap(tx, m.desa, kini, selain=m.orang_id, bukan=terlarang, peran=atas)


def dihindari(tx: Tx, desa: str, awal: str, kini: int) -> set[int]:
    """Whom it is kept from, in whatever role: the village's PLD, where the reporter said so."""
    if awal == PLD:
        return set()
    hari = tanggal_lokal(kini, zona_desa(desa)).isoformat()
    rows = tx.all(
        "SELECT orang_id FROM penugasan WHERE peran = ? AND wilayah = ? AND dari <= ? "
        "AND (sampai IS NULL OR sampai >= ?)",
        (PLD, desa, hari, hari),
    )
    return {int(row["orang_id"]) for row in rows}


def masih_bertugas(tx: Tx, orang_id: int, desa: str, kini: int) -> bool:
    """Whether a confirmed assignment of any level there is in force."""
    hari = tanggal_lokal(kini, zona_desa(desa)).isoformat()
    tempat = sorted({desa[:n] for n in PANJANG.values()})
    row = tx.one(
        "SELECT 1 AS ada FROM penugasan WHERE orang_id = ? AND disahkan = 1 AND dari <= ? "
        f"AND (sampai IS NULL OR sampai >= ?) AND wilayah IN ({', '.join('?' * len(tempat))}, '0') LIMIT 1",
        (orang_id, hari, hari, *tempat),
    )
    return row is not None


def jatuh(tx: Tx, desa: str, tema: str, tingkat: str, sejak: int) -> int:
    """When it goes up, if nobody has done anything since."""
    zona = zona_desa(desa)
    return jatuh_naik(sejak, zona, _kalender(tx, desa, tanggal_lokal(sejak, zona)), muat_masalah().diam(tema, tingkat))


def tenggat(tx: Tx, desa: str, tema: str, tingkat: str, kini: int) -> date:
    """The working day by which something should have come of it, where it has just arrived."""
    hari = tanggal_lokal(kini, zona_desa(desa))
    libur, sisa = _kalender(tx, desa, hari), muat_masalah().hari(tema, tingkat)
    for n in range(1, 2 * TERJAUH):
        if libur.hari_kerja(hari + timedelta(days=n)):
            sisa -= 1
            if sisa <= 0:
                return hari + timedelta(days=n)
    return hari + timedelta(days=2 * TERJAUH)


def _kalender(tx: Tx, desa: str, dari: date) -> Kalender:
    return kalender(tx, desa, dari, dari + timedelta(days=2 * TERJAUH))
