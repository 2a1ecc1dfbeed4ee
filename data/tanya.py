"""What was asked: each question once, masked; the topic a person asked about last; whether the answer helped."""

from __future__ import annotations

from dataclasses import dataclass

from data.faq import Temuan
from data.samarkan import samarkan
from data.store import Row, Tx

TERPANJANG = 500
"""Characters of a question that are kept."""
LANJUTAN = 15 * 60
"""Seconds in which "kalau BPD?" goes on from the topic before it."""
SEMENIT, TERBANYAK = 60, 30
"""Questions of one person in that many seconds: more than anybody reads the answers of."""
SEHARI = 86_400
KOLOM = "id, waktu, teks, hasil, slug, membantu"


@dataclass(frozen=True)
class Ditanya:
    id: int
    waktu: int
    teks: str
    """Masked; '' where a topic was opened without a question."""
    hasil: str
    """jawab | pilihan | tidak"""
    slug: str
    """The topic that answered, or that was chosen."""
    membantu: bool | None
    """None: not said."""


class TanyaQ:
    def __init__(self, tx: Tx, kanal: str, kini: int, orang_id: int | None = None) -> None:
        """Without `orang_id` nobody is known: questions are kept, and nothing goes on from them."""
        self._tx = tx
        self._kanal = kanal
        self._kini = kini
        self._orang_id = orang_id

    def catat(self, teks: str, temuan: Temuan, tempat: str) -> int:
        """Keep a question; its id."""
        bersih = " ".join(samarkan(teks)[0].replace("\0", " ").split())[:TERPANJANG]
        return self._tambah(tempat, bersih, temuan.jenis, temuan.slug, round(temuan.score * 1000))

    def buka(self, slug: str, tempat: str) -> int:
        """A topic was opened by its name: after "Maksud Anda …?" that is what was meant. Opened twice, it is one."""
        terbaru = self.terbaru()
        if terbaru and terbaru.hasil == "pilihan" and not terbaru.slug:
            self._tx.run("UPDATE tanya SET slug = ? WHERE id = ?", (slug, terbaru.id))
        if terbaru and (terbaru.slug == slug or (terbaru.hasil == "pilihan" and not terbaru.slug)):
            return terbaru.id
        return self._tambah(tempat, "", "jawab", slug, 1000)

    def _tambah(self, tempat: str, teks: str, hasil: str, slug: str, skor: int) -> int:
        row = self._tx.one(
            "INSERT INTO tanya (waktu, kanal, orang_id, tempat, teks, hasil, slug, skor) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (self._kini, self._kanal, self._orang_id, tempat, teks, hasil, slug, skor),
        )
        assert row is not None
        return int(row["id"])

    def terbaru(self) -> Ditanya | None:
        """What they asked or opened last, if it was just now."""
        return next(iter(self._sejak(self._kini - LANJUTAN)), None)

    def topik_terakhir(self) -> str:
        """Slug of the topic they were shown last, if it was just now; else ''."""
        return next((d.slug for d in self._sejak(self._kini - LANJUTAN) if d.slug), "")

    def ditanyakan(self) -> Ditanya | None:
        """Their last question in words, of today: what a person is to answer."""
        return next((d for d in self._sejak(self._kini - SEHARI) if d.teks), None)

    def terlalu_sering(self) -> bool:
        return len(self._sejak(self._kini - SEMENIT)) >= TERBANYAK

    def nilai(self, id_: int, *, membantu: bool) -> Ditanya | None:
        """Whether an answer of theirs helped; the last word counts. None where there is no such question of theirs."""
        row = self._tx.one(
            f"UPDATE tanya SET membantu = ? WHERE id = ? AND orang_id = ? RETURNING {KOLOM}",
            (int(membantu), id_, self._orang_id),
        )
        return None if row is None else _ditanya(row)

    def _sejak(self, saat: int) -> list[Ditanya]:
        """Their own, the newest first; no more than are ever looked at."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM tanya WHERE orang_id = ? ORDER BY id DESC LIMIT ?", (self._orang_id, TERBANYAK)
        )
        return [_ditanya(row) for row in rows if int(row["waktu"]) > saat]


def _ditanya(row: Row) -> Ditanya:
    membantu = None if row["membantu"] is None else bool(row["membantu"])
    return Ditanya(int(row["id"]), int(row["waktu"]), row["teks"], row["hasil"], row["slug"], membantu)
