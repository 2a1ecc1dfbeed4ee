"""Who and what the clock has a row for, and where the rows differ from that."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from data.bawahan import BERTUGAS
from data.orang import PD, PLD, TAPM_KAB, TAPM_PROV, TEKNIS, ZONA_AWAL, tanggal_lokal
from data.slot import Atur, berikut
from data.store import Param, Tx

PENGINGAT, REKAP = "pengingat", "rekap"
RINGKASAN_PD, RINGKASAN_KAB, RINGKASAN_PROV = "ringkasan_pd", "ringkasan_kab", "ringkasan_prov"
ATUR_AWAL: dict[str, Atur] = {
    PENGINGAT: {"jam": "19:00"},
    REKAP: {"hari": 4, "jam": "16:00", "nama": False},
    RINGKASAN_PD: {"tanggal": 2, "jam": "08:00"},
    RINGKASAN_KAB: {"hari": 5, "jam": "08:00"},
    RINGKASAN_PROV: {"tanggal": 3, "jam": "08:00"},
}
"""Until somebody chooses otherwise."""
BERLAKU = "p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= ?)"
ORANG = (
    "SELECT DISTINCT CAST(p.orang_id AS TEXT) AS kunci, o.zona AS zona FROM penugasan p "
    f"JOIN orang o ON o.id = p.orang_id WHERE o.dihapus IS NULL AND {BERLAKU} AND p.peran IN "
)
KECAMATAN = (
    "SELECT SUBSTR(p.wilayah, 1, 8) AS kunci, w.zona AS zona FROM penugasan p JOIN wilayah w ON w.kode = p.wilayah "
    f"WHERE {BERLAKU} AND LENGTH(p.wilayah) >= 8 AND p.peran IN ('{PLD}', '{PD}', '{TEKNIS}') "
    "UNION SELECT g.wilayah, w.zona FROM grup g JOIN wilayah w ON w.kode = g.wilayah"
)
SUMBER = {
    PENGINGAT: f"{ORANG}({', '.join(repr(satu) for satu in BERTUGAS)})",
    REKAP: KECAMATAN,
    RINGKASAN_PD: f"{ORANG}('{PD}') AND p.disahkan = 1",
    RINGKASAN_KAB: f"{ORANG}('{TAPM_KAB}') AND p.disahkan = 1",
    RINGKASAN_PROV: f"{ORANG}('{TAPM_PROV}') AND p.disahkan = 1",
}
"""(key, zone) of all who need a row today; two parameters, both the day."""
SEHARI = 86_400
TERDEKAT = {PENGINGAT: SEHARI}
"""Seconds that a row of the kind is ahead at most, however it is set; of others a week, which is then looked at."""


@dataclass(frozen=True)
class Beda:
    hidup: list[tuple[str, str, str]]
    """(kind, key, zone) that have no row, a dead one, or one by another clock."""
    mati: list[int]
    geser: list[tuple[int, int, int]]
    """(row, when it is due, when it should be)"""

    def potong(self, n: int) -> list[Beda]:
        """In pieces of at most `n` of each."""
        lama = max(len(self.hidup), len(self.mati), len(self.geser))
        return [Beda(self.hidup[i : i + n], self.mati[i : i + n], self.geser[i : i + n]) for i in range(0, lama, n)]


def beda(tx: Tx, kini: int) -> Beda:
    hari = tanggal_lokal(kini, ZONA_AWAL).isoformat()
    hidup: list[tuple[str, str, str]] = []
    mati: list[int] = []
    geser: list[tuple[int, int, int]] = []
    for jenis, sumber in SUMBER.items():
        hidup += _tanpa_baris(tx, jenis, sumber, (hari, hari))
        mati += _tanpa_sebab(tx, jenis, sumber, (hari, hari))
        geser += _terlalu_jauh(tx, jenis, kini)
    return Beda(hidup, mati, geser)


def _tanpa_baris(tx: Tx, jenis: str, sumber: str, hari: tuple[Param, ...]) -> list[tuple[str, str, str]]:
    rows = tx.all(
        f"SELECT s.kunci, s.zona FROM ({sumber}) AS s LEFT JOIN jadwal j ON j.jenis = ? AND j.kunci = s.kunci "
        "WHERE j.id IS NULL OR j.aktif = 0 OR j.zona <> s.zona ORDER BY s.kunci",
        (*hari, jenis),
    )
    return [(jenis, row["kunci"], row["zona"]) for row in rows]


def _tanpa_sebab(tx: Tx, jenis: str, sumber: str, hari: tuple[Param, ...]) -> list[int]:
    rows = tx.all(
        f"SELECT j.id FROM jadwal j LEFT JOIN ({sumber}) AS s ON s.kunci = j.kunci "
        "WHERE j.jenis = ? AND j.aktif = 1 AND s.kunci IS NULL ORDER BY j.id",
        (*hari, jenis),
    )
    return [int(row["id"]) for row in rows]


def _terlalu_jauh(tx: Tx, jenis: str, kini: int) -> list[tuple[int, int, int]]:
    rows = tx.all(
        "SELECT id, zona, atur, jatuh FROM jadwal WHERE jenis = ? AND aktif = 1 AND jatuh > ?",
        (jenis, kini + TERDEKAT.get(jenis, 7 * SEHARI)),
    )
    hasil = []
    for row in rows:
        lanjut = berikut(msgspec.json.decode(row["atur"]), row["zona"], kini)
        if lanjut < int(row["jatuh"]):
            hasil.append((int(row["id"]), int(row["jatuh"]), lanjut))
    return hasil
