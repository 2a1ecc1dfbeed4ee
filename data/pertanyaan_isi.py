"""One question that waits for a person, as it is stored."""

from __future__ import annotations

from dataclasses import dataclass

from data.orang import Orang
from data.store import Row, Tx

MENUNGGU, DIJAWAB, DITARIK = "menunggu", "dijawab", "ditarik"
KOLOM = (
    "q.id, q.nomor, q.orang_id, q.kanal, q.tujuan, q.desa, q.teks, q.slug, q.status, q.untuk, q.naik, q.jawaban, "
    "q.oleh, q.dijawab, q.dibuat, q.sejak, q.ulang, q.membantu"
)


@dataclass(frozen=True)
class Pertanyaan:
    id: int
    nomor: str
    """'Q-2611-0004'"""
    orang_id: int
    kanal: str
    tujuan: str
    """Where it was asked."""
    desa: str
    teks: str
    slug: str
    """The nearest topic; '' where there was none."""
    status: str
    untuk: int | None
    """Whose turn it is; None: nobody serves that village yet."""
    naik: int | None
    jawaban: str
    oleh: int | None
    dijawab: int | None
    dibuat: int
    sejak: int
    """Since when it waits."""
    ulang: int
    membantu: int | None


def pertanyaan_dari(row: Row) -> Pertanyaan:
    return Pertanyaan(**{nama: row[nama] for nama in Pertanyaan.__dataclass_fields__})


def ambil_pertanyaan(tx: Tx, nomor: str) -> Pertanyaan:
    """For the clock. Raises LookupError."""
    row = tx.one(f"SELECT {KOLOM} FROM pertanyaan q WHERE q.nomor = ?", (nomor,))
    if row is None:
        raise LookupError(f"no question {nomor}")
    return pertanyaan_dari(row)


def sebut_penanya(orang: Orang) -> str:
    return orang.nama if orang.sudah_setuju else orang.samaran
