"""Whom one works with: those above, and those beside under the same person above.

Only by confirmed assignments, theirs and one's own: nobody learns names by their own word alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.lingkup import Lingkup, LingkupQ
from data.orang import ADMIN, PENDAMPING
from data.store import Tx


class RekanQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._hari = hari

    def atasan(self) -> list[tuple[int, str]]:
        """(id, name) of those to tell: who decides on the person's own assignments."""
        return self._bernama({id_ for peran, wilayah in self._sendiri() for id_ in self._atasan(peran, wilayah)})

    def semua(self) -> list[tuple[int, str]]:
        """(id, name) of those who have one of the person's roles under the same person above, by name.

        An admin is above everybody, which makes nobody colleagues.
        """
        q = LingkupQ(self._tx)
        hasil: set[int] = set()
        for peran, wilayah in self._sendiri():
            for atas in self._atasan(peran, wilayah):
                di_atas = q.untuk(atas, self._hari)
                setempat = tuple(t for t in di_atas.tugas if t.peran != ADMIN)
                bawahan = q.terbina(replace(di_atas, tugas=setempat), self._hari)
                hasil |= {t.orang_id for t in bawahan if t.disahkan and t.peran == peran and t.untuk is None}
        return self._bernama(hasil)

    def _atasan(self, peran: str, wilayah: str) -> list[int]:
        return LingkupQ(self._tx).atasan(peran, wilayah, self._hari)

    def _sendiri(self) -> set[tuple[str, str]]:
        """(role, place) of the person's own confirmed assignments; what they do for somebody else is not theirs."""
        tugas = [t for t in self._lingkup.tugas if t.disahkan and t.untuk is None]
        return {(t.peran, t.wilayah) for t in tugas if t.peran in PENDAMPING}

    def _bernama(self, ids: set[int]) -> list[tuple[int, str]]:
        """By name, without oneself."""
        hasil = []
        for id_ in ids - {self._lingkup.orang_id}:
            row = self._tx.one("SELECT nama FROM orang WHERE id = ?", (id_,))
            if row is not None:
                hasil.append((id_, row["nama"]))
        return sorted(hasil, key=lambda satu: (satu[1].lower(), satu[0]))
