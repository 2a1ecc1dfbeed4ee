"""Recaps as they were sent: one a kecamatan and week. The first that is kept is the one that was sent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec

from data.rekap.angka import AngkaRekap
from data.store import Tx

PEKAN = "pekan"
BARIS = 400
"""Parameters of one statement."""


def simpan(tx: Tx, angka: AngkaRekap) -> bool:
    """False when that week's was sent before: then it stays as it was."""
    return bool(
        tx.run(
            "INSERT INTO rekap (kode, jenis, periode, isi, dibuat) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (kode, jenis, periode) DO NOTHING",
            (angka.kode, PEKAN, angka.senin.isoformat(), ke_json(angka), angka.saat),
        )
    )


def ambil(tx: Tx, kode: str, senin: date) -> AngkaRekap | None:
    row = tx.one("SELECT isi FROM rekap WHERE kode = ? AND jenis = ? AND periode = ?", (kode, PEKAN, senin.isoformat()))
    return None if row is None else dari_json(row["isi"])


def terkirim(tx: Tx, kode: Collection[str], senin: date) -> set[str]:
    """Those of `kode` whose recap of that week was sent already."""
    semua, hasil = list(kode), set()
    for n in range(0, len(semua), BARIS):
        bagian = semua[n : n + BARIS]
        rows = tx.all(
            f"SELECT kode FROM rekap WHERE jenis = ? AND periode = ? AND kode IN ({', '.join('?' * len(bagian))})",
            [PEKAN, senin.isoformat(), *bagian],
        )
        hasil |= {row["kode"] for row in rows}
    return hasil


def periode(tx: Tx, kode: str, batas: int) -> list[date]:
    """Mondays of the weeks that were sent, the latest first."""
    rows = tx.all(
        "SELECT periode FROM rekap WHERE kode = ? AND jenis = ? ORDER BY periode DESC LIMIT ?", (kode, PEKAN, batas)
    )
    return [date.fromisoformat(row["periode"]) for row in rows]


def ke_json(angka: AngkaRekap) -> str:
    return msgspec.json.encode(angka).decode()


def dari_json(isi: str) -> AngkaRekap:
    return msgspec.json.decode(isi, type=AngkaRekap)
