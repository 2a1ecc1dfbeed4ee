"""What was logged in a village that could show that a step was done: proposed, and confirmed by a person or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from data.indikator_desa.dasar import SAH, deret, hari_di
from data.katalog.fungsi import didukung, dilayani
from data.store import Tx

USUL = 300
"""Entries that are looked at, the latest."""


@dataclass(frozen=True)
class Usul:
    """Something that the catalogues say serves the step."""

    nomor: str
    kode: str
    """Of the activity; of what is in a register, the register's."""
    tanggal: str


def usul(tx: Tx, desa: str) -> dict[str, list[Usul]]:
    """By step, the latest first. Whether the village may be read is the caller's care."""
    hasil: dict[str, list[Usul]] = defaultdict(list)
    for kode, satu in sorted([*_kegiatan(tx, desa), *_register(tx, desa)], key=_urut, reverse=True):
        hasil[kode].append(satu)
    return dict(hasil)


def _kegiatan(tx: Tx, desa: str) -> Iterator[tuple[str, Usul]]:
    melayani = dilayani()
    rows = tx.all(
        "SELECT k.nomor, k.kegiatan, k.tanggal FROM kegiatan k WHERE k.desa = ? AND k.dihapus IS NULL "
        f"AND k.kegiatan IN ({deret(melayani)}) AND {SAH.format('k.orang_id')} "
        "ORDER BY k.tanggal DESC, k.id DESC LIMIT ?",
        [desa, *melayani, USUL],
    )
    for row in rows:
        satu = Usul(row["nomor"], row["kegiatan"], row["tanggal"])
        yield from ((kode, satu) for kode in melayani[row["kegiatan"]])


def _register(tx: Tx, desa: str) -> Iterator[tuple[str, Usul]]:
    """What is in a register has a day, or is of the day that it was written down."""
    rows = tx.all(
        "SELECT r.nomor, r.jenis, r.keadaan, r.tanggal, r.dibuat FROM register r WHERE r.desa = ? "
        f"AND r.dihapus IS NULL AND {SAH.format('r.orang_id')}",
        (desa,),
    )
    for row in rows:
        hari = row["tanggal"] or hari_di(desa, int(row["dibuat"]))
        satu = Usul(row["nomor"], row["jenis"], hari)
        yield from ((kode, satu) for kode in didukung().get((row["jenis"], row["keadaan"]), ()))


def _urut(satu: tuple[str, Usul]) -> tuple[str, str]:
    return satu[1].tanggal, satu[1].nomor
