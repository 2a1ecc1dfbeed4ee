"""One problem as it is stored, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from data.samarkan import samarkan
from data.store import Row, Tx

BARU, DITANGANI, DITERUSKAN = "baru", "ditangani", "diteruskan"
SELESAI, DITUTUP, DITARIK = "selesai", "ditutup", "ditarik"
TERBUKA = (BARU, DITANGANI)
"""It waits for whoever holds it; what was handed on to somebody outside is still followed, but does not go up."""
DIIKUTI = (*TERBUKA, DITERUSKAN)
PENDAMPING, KADER, WARGA = "pendamping", "kader", "warga"
"""Where it came from."""
PELAPOR = ("lapor", "tambah", "beres", "belum", "tarik")
"""Deeds of who reported it; the others are of those who work on it, or of the clock."""
KOLOM = (
    "m.id, m.nomor, m.desa, m.tema, m.isi, m.asal, m.orang_id, m.nama, m.anonim, m.rahasia, m.awal, m.kanal, m.tujuan, "
    "m.pj, m.tingkat, m.naik, m.jatuh, m.tenggat, m.status, m.jawaban, m.dibuat, m.diubah, m.selesai"
)


@dataclass(frozen=True)
class Masalah:
    id: int
    nomor: str
    """'A-2611-0009'"""
    desa: str
    tema: str
    isi: str
    asal: str
    orang_id: int
    """Who reported it: for the machine alone, never to be shown."""
    nama: str
    """What they want to be called; '' for nobody."""
    anonim: bool
    rahasia: bool
    awal: str
    """The level it began at: nobody below it is ever given it."""
    kanal: str
    tujuan: str
    pj: int | None
    """Whose it is now; None: nobody serves that village yet."""
    tingkat: str
    naik: int | None
    jatuh: int | None
    tenggat: str | None
    """ISO date."""
    status: str
    jawaban: str
    dibuat: int
    diubah: int
    selesai: int | None

    @property
    def terbuka(self) -> bool:
        return self.status in TERBUKA


@dataclass(frozen=True)
class Langkah:
    waktu: int
    oleh: str
    """Name of who worked on it; '' of the clock and of the reporter."""
    apa: str
    teks: str
    """For 'alih' the name of whom it was given to; kept as an id, so that it goes with them."""


@dataclass(frozen=True)
class FotoMasalah:
    sidik: str
    waktu: int


def masalah_dari(row: Row) -> Masalah:
    isi: dict[str, Any] = {nama: row[nama] for nama in Masalah.__dataclass_fields__}
    return Masalah(**{**isi, "anonim": bool(row["anonim"]), "rahasia": bool(row["rahasia"])})


def ambil_masalah(tx: Tx, nomor: str) -> Masalah:
    """For the clock. Raises LookupError."""
    row = tx.one(f"SELECT {KOLOM} FROM masalah m WHERE m.nomor = ?", (nomor,))
    if row is None:
        raise LookupError(f"no problem {nomor}")
    return masalah_dari(row)


def tulis_langkah(tx: Tx, id_: int, waktu: int, oleh: int | None, apa: str, teks: str = "") -> None:
    """`oleh` of a reporter is not kept: what they did is theirs by what it is."""
    tx.run(
        "INSERT INTO masalah_langkah (masalah_id, waktu, oleh, apa, teks) VALUES (?, ?, ?, ?, ?)",
        (id_, waktu, None if apa in PELAPOR else oleh, apa, aman(teks)),
    )


def baca_langkah(tx: Tx, id_: int, mulai: int = 0, batas: int = 100) -> list[Langkah]:
    """The latest first."""
    rows = tx.all(
        "SELECT l.waktu, o.nama AS oleh, l.apa, COALESCE(k.nama, l.teks) AS teks FROM masalah_langkah l "
        "LEFT JOIN orang o ON o.id = l.oleh LEFT JOIN orang k ON l.apa = 'alih' AND CAST(k.id AS TEXT) = l.teks "
        "WHERE l.masalah_id = ? ORDER BY l.id DESC LIMIT ? OFFSET ?",
        (id_, batas, mulai),
    )
    return [Langkah(int(r["waktu"]), r["oleh"] or "", r["apa"], r["teks"]) for r in rows]


def aman(teks: str) -> str:
    """Without numbers that must not be kept."""
    return samarkan(teks)[0]
