"""Questions from places where nobody is known: groups, the public page, Telegram's inline mode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from data.faq import Temuan, cari
from data.faq.lanjutan import baca_lanjutan
from data.samarkan import samarkan
from data.store import Tx

Tempat = Literal["grup", "inline", "halaman"]
TERPANJANG = 500
"""Characters of a question that are kept."""
DIBACA = 1000
"""Characters of a question that are read: a whole story fits, a flood does not."""
TERPENDEK = 40
"""Characters that say something."""
_BUTIR = re.compile(r"(\S)\s*\n•\s*")
_AKHIR = re.compile(r"(?<=[a-z0-9)”%][.!?])\s+(?=[A-Z“])")


@dataclass(frozen=True)
class Tertanya:
    """One question as it is kept: masked, cut, and without whoever asked it."""

    waktu: int
    kanal: str
    tempat: Tempat
    teks: str
    hasil: str
    slug: str = ""
    skor: int = 0
    """Of 1000."""
    grup: int | None = None


def rapikan(teks: str) -> str:
    """What of a question is read: one line of printable characters, whatever was sent."""
    return " ".join("".join(c if c.isprintable() else " " for c in teks[: 2 * DIBACA]).split())[:DIBACA]


def tertanya(teks: str, temuan: Temuan, waktu: int, kanal: str, tempat: Tempat, *, grup: int | None = None) -> Tertanya:
    aman = samarkan(rapikan(teks))[0][:TERPANJANG]
    return Tertanya(waktu, kanal, tempat, aman, temuan.jenis, temuan.slug, round(temuan.score * 1000), grup)


def temukan(teks: str, terakhir: str | None) -> Temuan:
    """Only what plainly goes on is read with the last topic: here it may have been somebody else's."""
    sendiri = cari(teks)
    lanjutan = baca_lanjutan(teks)
    if not terakhir or not (sendiri.jenis == "tidak" or lanjutan.dibuka or not lanjutan.isi):
        return sendiri
    bersama = cari(teks, terakhir=terakhir)
    return sendiri if bersama.jenis == "tidak" else bersama


class TanyaUmumQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def catat(self, semua: Iterable[Tertanya]) -> None:
        for t in semua:
            self._tx.run(
                "INSERT INTO tanya (waktu, kanal, orang_id, tempat, teks, hasil, slug, skor, grup_id) "
                "VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?)",
                (t.waktu, t.kanal, t.tempat, t.teks, t.hasil, t.slug, t.skor, t.grup),
            )

    def sejak(self, grup: int, waktu: int) -> int:
        """Questions in a group after that moment."""
        row = self._tx.one("SELECT COUNT(*) AS n FROM tanya WHERE waktu > ? AND grup_id = ?", (waktu, grup))
        assert row is not None
        return int(row["n"])

    def terakhir(self, grup: int, waktu: int) -> str | None:
        """The topic that was answered last in a group, after that moment."""
        row = self._tx.one(
            "SELECT slug FROM tanya WHERE waktu > ? AND grup_id = ? AND hasil = 'jawab' ORDER BY id DESC LIMIT 1",
            (waktu, grup),
        )
        return None if row is None else str(row["slug"])

    def tersering(self, waktu: int, banyak: int) -> Sequence[str]:
        """The topics that were answered most after that moment, anywhere."""
        rows = self._tx.all(
            "SELECT slug FROM tanya WHERE waktu > ? AND hasil = 'jawab' GROUP BY slug ORDER BY COUNT(*) DESC, slug "
            "LIMIT ?",
            (waktu, banyak),
        )
        return [str(r["slug"]) for r in rows]


def ringkas(jawab: str, batas: int) -> str:
    """What answers, in one line: the first sentence, and on to the next where it says next to nothing."""
    datar = " ".join(_BUTIR.sub(lambda m: f"{m[1]} " if m[1] in ":;." else f"{m[1]}; ", jawab.strip()).split())
    hasil = ""
    for kalimat in _AKHIR.split(datar):
        hasil = f"{hasil} {kalimat}".strip()
        if len(hasil) >= TERPENDEK:
            break
    return hasil if len(hasil) <= batas else f"{hasil[: batas - 1].rsplit(' ', 1)[0].rstrip(',;:')}…"
