"""Whose turn it is to do what only one process may do at a time: a lease in a row, renewed while it is used."""

from __future__ import annotations

from dataclasses import dataclass

from data.store import Tx


@dataclass(frozen=True)
class Pemilik:
    """One run of one process. Of two runs of one name the later counts: the earlier was killed, or is a slip."""

    nama: str
    mulai: int
    """Nanoseconds since the epoch: which run of that name began later."""

    def __str__(self) -> str:
        return f"{self.nama}:{self.mulai:020}"


@dataclass(frozen=True)
class Giliran:
    milik_kita: bool
    baru: bool = False
    """It was another's before, or nobody's: somebody may have left work half done."""
    digantikan: bool = False
    """A later run of our own name has it."""


class GiliranQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def ambil(self, apa: str, pemilik: Pemilik, kini: int, lama: int) -> Giliran:
        """Take or renew the lease for `lama` seconds.

        Nobody waits for the lease of a run of their own name: that process is dead, it would not have been started
        again otherwise.
        """
        self._tx.lock(f"giliran:{apa}")
        row = self._tx.one("SELECT pemilik, sampai FROM giliran WHERE apa = ?", (apa,))
        kita = str(pemilik)
        if row is not None and row["pemilik"] != kita:
            nama = row["pemilik"].rpartition(":")[0]
            if nama == pemilik.nama and row["pemilik"] > kita:
                return Giliran(milik_kita=False, digantikan=True)
            if nama != pemilik.nama and row["sampai"] > kini:
                return Giliran(milik_kita=False)
        self._tx.run(
            "INSERT INTO giliran (apa, pemilik, sampai) VALUES (?, ?, ?) "
            "ON CONFLICT (apa) DO UPDATE SET pemilik = excluded.pemilik, sampai = excluded.sampai",
            (apa, kita, kini + lama),
        )
        # Ours still, though its time was over: nobody had it meanwhile, and what is half done is in our own hands.
        return Giliran(milik_kita=True, baru=row is None or row["pemilik"] != kita)

    def lepas(self, apa: str, pemilik: Pemilik) -> None:
        """Given back before its time, so that the next need not wait."""
        self._tx.run("DELETE FROM giliran WHERE apa = ? AND pemilik = ?", (apa, str(pemilik)))
