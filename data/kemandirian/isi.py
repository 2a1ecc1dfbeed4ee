"""An assessment as it is stored: its answers, and what is reckoned from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

import msgspec

from data.katalog.kemandirian import TINGKAT, UNSUR, muat_kemandirian
from data.store import Param, Row

FORUM = ("musdes", "fgd")
KOLOM = (
    "k.id, k.nomor, k.desa, k.kelompok, k.tahun, k.tanggal, k.forum, k.musdes_id, k.peserta, k.peserta_l, k.peserta_p, "
    "k.isi, k.berikut, k.catatan, k.orang_id, k.dibuat, k.diubah, k.dihapus, o.nama AS penulis, "
    "COALESCE(m.nomor, '') AS musdes"
)
DARI = (
    "FROM kemandirian k JOIN orang o ON o.id = k.orang_id "
    "LEFT JOIN musdes m ON m.id = k.musdes_id AND m.dihapus IS NULL"
)


class SudahDinilai(Exception):
    """That group has one of that year; `nomor` is it."""

    def __init__(self, nomor: str) -> None:
        super().__init__(nomor)
        self.nomor = nomor


@dataclass(frozen=True)
class IsiKemandirian:
    desa: str
    tanggal: str
    """ISO; its year is the assessment's."""
    forum: str
    kelompok: str = ""
    """'' is the whole village."""
    musdes_id: int | None = None
    peserta: int | None = None
    peserta_l: int | None = None
    peserta_p: int | None = None
    isi: dict[str, int] = field(default_factory=dict)
    """Level from 1 by question of data/katalog/kemandirian.toml; a question that is asked no more keeps its answer."""
    berikut: str = ""
    """What they want to do next."""
    catatan: str = ""


@dataclass(frozen=True, kw_only=True)
class Kemandirian(IsiKemandirian):
    id: int
    nomor: str
    tahun: int
    orang_id: int
    penulis: str
    musdes: str
    """Number of the musyawarah; '' where none was picked, or it was deleted."""
    dibuat: int
    diubah: int
    dihapus: int | None

    def tingkat(self, unsur: str) -> int:
        """The middle of its answers, from 1; 0 without any. Of questions that came and went each year has its own."""
        jawab = jawaban(self.isi, unsur)
        return (2 * sum(jawab) + len(jawab)) // (2 * len(jawab)) if jawab else 0


@dataclass(frozen=True)
class Ubahan:
    waktu: int
    nama: str
    apa: str
    kolom: str
    sebelum: str
    sesudah: str


BISA_DIUBAH = frozenset(f.name for f in fields(IsiKemandirian)) - {"desa", "isi"}


def dari_baris(row: Row) -> Kemandirian:
    kolom = {f.name: row[f.name] for f in fields(Kemandirian)}
    return Kemandirian(**{**kolom, "isi": msgspec.json.decode(row["isi"], type=dict[str, int])})


def periksa(isi: Mapping[str, int], forum: str) -> None:
    if forum not in FORUM or not all(isinstance(n, int) and 1 <= n <= TINGKAT for n in isi.values()):
        raise ValueError(f"no assessment {forum} {dict(isi)}")
    if kurang := {s.kunci for s in muat_kemandirian().soal} - isi.keys():
        raise ValueError(f"without an answer: {sorted(kurang)}")


def jawaban(isi: Mapping[str, int], unsur: str) -> list[int]:
    return [n for kunci, n in isi.items() if kunci.startswith(f"{unsur}_")]


def jumlah(isi: Mapping[str, int]) -> dict[str, Param]:
    return {unsur: sum(jawaban(isi, unsur)) for unsur in UNSUR}


def json(isi: Mapping[str, int]) -> str:
    return msgspec.json.encode(dict(isi)).decode()


def lipat(kelompok: str) -> str:
    return " ".join(kelompok.lower().split())


def kata(nilai: object) -> str | None:
    return None if nilai in (None, "") else str(nilai)
