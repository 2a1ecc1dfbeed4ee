"""What nobody works on goes one level up, and what lay with nobody to whoever first serves there."""

from __future__ import annotations

from dataclasses import dataclass

from data.masalah.giliran import COBA_LAGI, SEHARI, di_atas, jatuh, masih_bertugas, penerima, tenggat
from data.masalah.isi import KOLOM, PENDAMPING, Masalah, masalah_dari, tulis_langkah
from data.penanggap import Penanggap
from data.store import Tx

SEKALI = 20
"""Problems that one transaction looks at."""


@dataclass(frozen=True)
class Gerak:
    """A problem that has moved: from whom (None: nobody) to whom."""

    nomor: str
    dari: int | None
    ke: Penanggap
    naik: bool
    """By silence; False: it found somebody in place of who is not there any more."""


def pindahkan_masalah(tx: Tx, kini: int) -> tuple[list[Gerak], int]:
    """A batch of what is due: what moved, and how many were looked at; none is looked at twice at once."""
    rows = tx.all(
        f"SELECT {KOLOM} FROM masalah m WHERE m.status IN ('baru', 'ditangani') AND m.jatuh <= ? "
        f"ORDER BY m.jatuh, m.id LIMIT ?{tx.skip_locked}",
        (kini, SEKALI),
    )
    gerak = [_satu(tx, masalah_dari(row), kini) for row in rows]
    return [g for g in gerak if g], len(rows)


def _satu(tx: Tx, m: Masalah, kini: int) -> Gerak | None:
    sendiri = m.asal == PENDAMPING and m.pj == m.orang_id
    if m.pj is None or not (sendiri or masih_bertugas(tx, m.pj, m.desa, kini)):
        ke = penerima(tx, m.desa, kini, dari=m.tingkat, awal=m.awal, selain=m.orang_id)
        if ke and pindah(tx, m, ke, kini):
            tulis_langkah(tx, m.id, kini, None, "titip")
            return Gerak(m.nomor, m.pj, ke, naik=False)
        return _nanti(tx, m, kini + COBA_LAGI)
    if (sampai := _jatuh(tx, m)) > kini:
        return _nanti(tx, m, sampai)
    ke = di_atas(tx, m, kini)
    if ke and pindah(tx, m, ke, kini):
        tulis_langkah(tx, m.id, kini, None, "naik")
        return Gerak(m.nomor, m.pj, ke, naik=True)
    return _nanti(tx, m, kini + SEHARI)


def _jatuh(tx: Tx, m: Masalah) -> int:
    """By the days off as they are known now, from the last thing that somebody did."""
    row = tx.one(
        "SELECT MAX(waktu) AS waktu FROM masalah_langkah WHERE masalah_id = ? AND apa NOT IN ('tambah', 'tema')",
        (m.id,),
    )
    return jatuh(tx, m.desa, m.tema, m.tingkat, int(row["waktu"]) if row and row["waktu"] else m.dibuat)


def pindah(tx: Tx, m: Masalah, ke: Penanggap, kini: int) -> bool:
    """The same record with its history; whoever had it keeps reading. False where somebody else was first."""
    semula = "pj IS NULL" if m.pj is None else f"pj = {int(m.pj)}"
    if not tx.run(
        "UPDATE masalah SET pj = ?, tingkat = ?, naik = ?, jatuh = ?, tenggat = ?, diubah = ? "
        f"WHERE id = ? AND status IN ('baru', 'ditangani') AND {semula} AND COALESCE(jatuh, 0) = ?",
        (
            ke.orang_id, ke.peran, kini if ke.peran != m.tingkat else m.naik,
            jatuh(tx, m.desa, m.tema, ke.peran, kini), tenggat(tx, m.desa, m.tema, ke.peran, kini).isoformat(), kini,
            m.id, m.jatuh or 0,
        ),
    ):  # fmt: skip
        return False
    if m.rahasia:
        tx.run(
            "INSERT INTO masalah_nama (masalah_id, untuk) VALUES (?, ?) ON CONFLICT (masalah_id, untuk) DO NOTHING",
            (m.id, ke.orang_id),
        )
    return True


def _nanti(tx: Tx, m: Masalah, saat: int) -> Gerak | None:
    """Nothing moves yet."""
    tx.run("UPDATE masalah SET jatuh = ? WHERE id = ? AND jatuh = ?", (saat, m.id, m.jatuh))
    return None
