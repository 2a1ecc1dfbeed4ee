"""What is asked, in figures: which topics, what was missed or disputed, what waits. Nothing of any person.

A text is repeated only when several people have typed the same; of others single words that the topics use.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from data.bahasa import inti_kata
from data.faq import siapkan
from data.store import Row, Tx

SAMA = 2
"""People who must have asked the same, for their words to be shown."""
TANPA_NAMA = 5
"""Times that it must have been asked where nobody is known, as on the public page."""
KATA = 3
"""Missed questions that a word must be in."""
DIBACA = 20_000
"""Missed questions whose words are counted, the latest."""


@dataclass(frozen=True)
class Laporan:
    jumlah: int
    jawab: int
    pilihan: int
    tidak: int
    membantu: int
    belum: int
    ditanyakan: int
    dijawab: int
    menunggu: int
    naik: int
    tanpa: int
    usulan: int
    terbanyak: list[tuple[str, int]]
    """(slug, how often)"""
    dibantah: list[tuple[str, int]]
    luput: list[tuple[str, int]]
    """(text, how often)"""
    nyaris: list[tuple[str, int]]
    kata: list[tuple[str, int]]


def laporan(tx: Tx, sejak: int, banyak: int) -> Laporan:
    t = _satu(
        tx,
        "SELECT COUNT(*) AS jumlah, COALESCE(SUM(CASE WHEN hasil = 'jawab' THEN 1 ELSE 0 END), 0) AS jawab, "
        "COALESCE(SUM(CASE WHEN hasil = 'pilihan' THEN 1 ELSE 0 END), 0) AS pilihan, "
        "COALESCE(SUM(CASE WHEN hasil = 'tidak' THEN 1 ELSE 0 END), 0) AS tidak, "
        "COALESCE(SUM(CASE WHEN membantu = 1 THEN 1 ELSE 0 END), 0) AS membantu, "
        "COALESCE(SUM(CASE WHEN membantu = 0 THEN 1 ELSE 0 END), 0) AS belum FROM tanya WHERE waktu >= ?",
        sejak,
    )
    q = _satu(
        tx,
        "SELECT COALESCE(SUM(CASE WHEN dibuat >= ? THEN 1 ELSE 0 END), 0) AS ditanyakan, "
        "COALESCE(SUM(CASE WHEN dijawab >= ? THEN 1 ELSE 0 END), 0) AS dijawab, "
        "COALESCE(SUM(CASE WHEN status = 'menunggu' THEN 1 ELSE 0 END), 0) AS menunggu, "
        "COALESCE(SUM(CASE WHEN status = 'menunggu' AND naik IS NOT NULL THEN 1 ELSE 0 END), 0) AS naik, "
        "COALESCE(SUM(CASE WHEN status = 'menunggu' AND untuk IS NULL THEN 1 ELSE 0 END), 0) AS tanpa FROM pertanyaan",
        sejak,
        sejak,
    )
    u = _satu(tx, "SELECT COUNT(*) AS usulan FROM usulan_topik WHERE status = 'menunggu'")
    angka = {kolom: int(row[kolom]) for row in (t, q, u) for kolom in row.keys()}  # noqa: SIM118
    return Laporan(
        **angka,
        terbanyak=_topik(tx, "slug <> ''", sejak, banyak),
        dibantah=_topik(tx, "slug <> '' AND membantu = 0", sejak, banyak),
        luput=_teks(tx, "tidak", sejak, banyak),
        nyaris=_teks(tx, "pilihan", sejak, banyak),
        kata=_kata(tx, sejak, banyak),
    )


def _satu(tx: Tx, sql: str, *params: int) -> Row:
    row = tx.one(sql, params)
    assert row is not None
    return row


def _topik(tx: Tx, syarat: str, sejak: int, banyak: int) -> list[tuple[str, int]]:
    rows = tx.all(
        f"SELECT slug, COUNT(*) AS n FROM tanya WHERE waktu >= ? AND {syarat} GROUP BY slug ORDER BY 2 DESC, 1 LIMIT ?",
        (sejak, banyak),
    )
    return [(row["slug"], int(row["n"])) for row in rows]


def _teks(tx: Tx, hasil: str, sejak: int, banyak: int) -> list[tuple[str, int]]:
    """But for capitals. Where nobody is known, it takes more."""
    rows = tx.all(
        "SELECT LOWER(teks) AS soal, COUNT(*) AS n FROM tanya WHERE waktu >= ? AND hasil = ? AND teks <> '' "
        "GROUP BY LOWER(teks) HAVING COUNT(DISTINCT COALESCE(orang_id, 0)) >= ? "
        "OR SUM(CASE WHEN orang_id IS NULL THEN 1 ELSE 0 END) >= ? ORDER BY 2 DESC, 1 LIMIT ?",
        (sejak, hasil, SAMA, TANPA_NAMA, banyak),
    )
    return [(row["soal"], int(row["n"])) for row in rows]


def _kata(tx: Tx, sejak: int, banyak: int) -> list[tuple[str, int]]:
    """Only words that the topics know: a name is none of them."""
    rows = tx.all(
        "SELECT teks FROM tanya WHERE waktu >= ? AND hasil = 'tidak' AND teks <> '' ORDER BY id DESC LIMIT ?",
        (sejak, DIBACA),
    )
    dikenal = siapkan().indeks.idf
    jumlah = Counter(k for row in rows for k in set(inti_kata(row["teks"])) if k in dikenal)
    return [satu for satu in sorted(jumlah.items(), key=lambda s: (-s[1], s[0])) if satu[1] >= KATA][:banyak]
