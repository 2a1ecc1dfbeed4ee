"""The people and places that the tests of queries stand on: Bu Sari and Pak Budi in Kecamatan Cibeber."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.desa import Desa
from data.kegiatan import Isi
from data.orang import PLD, Orang, OrangQ
from data.pengaturan import Pengaturan
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI

WIB, WIT = "Asia/Jakarta", "Asia/Jayapura"
HARI = 86_400
KECAMATAN = "32.03.03"
SUKAMAJU, SUKAMANAH = f"{KECAMATAN}.2013", f"{KECAMATAN}.2017"


def pendamping(tx: Tx, nama: str = "Bu Sari", *wilayah: str) -> Orang:
    """A PLD of these villages (Sukamaju) since a month, with the address web:`nama`."""
    orang = OrangQ(tx)
    id_ = orang.tambah(nama, WIB, KINI)
    orang.setujui(orang.ambil(id_, KINI), KINI)
    orang.pasang_alamat(id_, "web", nama, KINI)
    for kode in wilayah or (SUKAMAJU,):
        WilayahQ(tx).kenalkan(kode)
        orang.tugaskan(id_, PLD, kode, date(2026, 10, 1), disahkan=True)
    return orang.ambil(id_, KINI)


def desa(tx: Tx, orang: Orang, kini: int = KINI) -> Desa:
    return Desa(tx, orang, "web", kini, Pengaturan())


ISI = Isi(
    desa=SUKAMAJU,
    kegiatan="AS11",
    cara="desa",
    tanggal="2026-11-20",
    jam="09:00-11:00",
    menit=120,
    hasil="Papan proyek terpasang.",
)


def isi(**lain: str | int | None) -> Isi:
    return replace(ISI, **lain)  # type: ignore[arg-type]
