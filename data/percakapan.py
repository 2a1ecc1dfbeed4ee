"""Conversations: what each person is in the middle of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from data.store import Row, Tx

KOLOM = "id, orang_id, dialog, keadaan, status, hasil, diubah"
UMUR_DRAF = 7 * 86_400
"""Seconds a draft is kept."""
INGATKAN_SETELAH = 20 * 3_600
"""Seconds without a word before the one reminder: the next day, about the hour it was left."""


@dataclass(frozen=True)
class Percakapan:
    id: int
    orang_id: int
    dialog: str
    keadaan: str
    """JSON; only handlers/dialog reads it."""
    status: str
    hasil: str
    diubah: int


class PercakapanQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def terbuka(self, orang_id: int) -> Percakapan | None:
        row = self._tx.one(f"SELECT {KOLOM} FROM percakapan WHERE orang_id = ? AND status = 'terbuka'", (orang_id,))
        return None if row is None else _percakapan(row)

    def baru_dibatalkan(self, orang_id: int, sejak: int) -> Percakapan | None:
        """What the person called off last: after `sejak`, and with nothing begun or ended since."""
        row = self._tx.one(
            f"SELECT {KOLOM} FROM percakapan WHERE orang_id = ? ORDER BY diubah DESC, id DESC LIMIT 1", (orang_id,)
        )
        terakhir = None if row is None or row["diubah"] < sejak else _percakapan(row)
        return terakhir if terakhir and terakhir.status == "batal" else None

    def milik(self, id_: int, orang_id: int) -> Percakapan | None:
        """None as well when it is another person's: nobody learns that it exists."""
        row = self._tx.one(f"SELECT {KOLOM} FROM percakapan WHERE id = ? AND orang_id = ?", (id_, orang_id))
        return None if row is None else _percakapan(row)

    def draf(self, orang_id: int) -> list[Percakapan]:
        """Put aside for later, the latest first."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM percakapan WHERE orang_id = ? AND status = 'ditunda' "
            "ORDER BY diubah DESC, id DESC LIMIT 5",
            (orang_id,),
        )
        return [_percakapan(row) for row in rows]

    def buka(self, orang_id: int, dialog: str, keadaan: str, kini: int) -> Percakapan:
        row = self._tx.one(
            "INSERT INTO percakapan (orang_id, dialog, keadaan, status, dibuat, diubah) "
            f"VALUES (?, ?, ?, 'terbuka', ?, ?) RETURNING {KOLOM}",
            (orang_id, dialog, keadaan, kini, kini),
        )
        assert row is not None
        return _percakapan(row)

    def buka_lagi(self, id_: int, kini: int) -> None:
        """The caller has put aside what was open."""
        self._tx.run("UPDATE percakapan SET status = 'terbuka', diubah = ? WHERE id = ?", (kini, id_))

    def simpan(self, id_: int, keadaan: str, status: str, hasil: str, kini: int) -> None:
        self._tx.run(
            "UPDATE percakapan SET keadaan = ?, status = ?, hasil = ?, diubah = ? WHERE id = ?",
            (keadaan, status, hasil, kini, id_),
        )

    def kedaluwarsakan(self, kini: int) -> int:
        """Drafts older than `UMUR_DRAF` end; returns how many."""
        return self._tx.run(
            "UPDATE percakapan SET status = 'kedaluwarsa' WHERE status IN ('terbuka', 'ditunda') AND diubah < ?",
            (kini - UMUR_DRAF,),
        )

    def perlu_diingatkan(self, kini: int, batas: int = 200, *, tenang: Collection[str] = ()) -> list[Percakapan]:
        """Drafts left alone and never reminded of, the oldest first; none of people in the zones `tenang`, nor of those
        who have a daily reminder, which tells of them."""
        terjaga = f"AND orang_id NOT IN (SELECT id FROM orang WHERE zona IN ({', '.join('?' * len(tenang))})) "
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM percakapan WHERE status IN ('terbuka', 'ditunda') AND diubah < ? "
            f"AND diingatkan IS NULL {terjaga if tenang else ''}AND NOT EXISTS (SELECT 1 FROM jadwal j "
            "WHERE j.jenis = 'pengingat' AND j.kunci = CAST(orang_id AS TEXT) AND j.aktif = 1) ORDER BY diubah LIMIT ?",
            (kini - INGATKAN_SETELAH, *tenang, batas),
        )
        return [_percakapan(row) for row in rows]

    def tandai_diingatkan(self, id_: int, kini: int) -> None:
        self._tx.run("UPDATE percakapan SET diingatkan = ? WHERE id = ?", (kini, id_))


def _percakapan(row: Row) -> Percakapan:
    return Percakapan(
        int(row["id"]),
        int(row["orang_id"]),
        row["dialog"],
        row["keadaan"],
        row["status"],
        row["hasil"],
        int(row["diubah"]),
    )
