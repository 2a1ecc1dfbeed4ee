"""Digests as they were sent: one a place and period. The first that is kept is the one that was sent."""

from __future__ import annotations

import msgspec

from data.ringkasan.angka import AngkaRingkas
from data.ringkasan.masa import Masa
from data.store import Tx

PD, KAB, PROV = "pd", "kab", "prov"
DIKIRIM = {(8, True): PD, (5, False): KAB, (2, True): PROV}
"""What is sent: a kecamatan's month, a kabupaten's week, a provinsi's month. By length of the code."""


def simpan(tx: Tx, angka: AngkaRingkas) -> bool:
    """False when that period's was sent before: then it stays as it was."""
    return bool(
        tx.run(
            "INSERT INTO rekap (kode, jenis, periode, isi, dibuat) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (kode, jenis, periode) DO NOTHING",
            (
                angka.kode, DIKIRIM[len(angka.kode), angka.bulanan], angka.dari.isoformat(),
                msgspec.json.encode(angka).decode(), angka.saat,
            ),
        )
    )  # fmt: skip


def ambil(tx: Tx, kode: str, masa: Masa) -> AngkaRingkas | None:
    jenis = DIKIRIM.get((len(kode), masa.bulanan))
    row = tx.one(
        "SELECT isi FROM rekap WHERE kode = ? AND jenis = ? AND periode = ?",
        (kode, jenis or "", masa.dari.isoformat()),
    )
    return None if row is None else msgspec.json.decode(row["isi"], type=AngkaRingkas)
