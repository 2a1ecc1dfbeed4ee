"""Innovations beyond one's scope: of each what is meant to be shared, and who repeats it, as numbers.

The card itself is one of the register's (`inovasi`), and so are the promises to repeat it (`komitmen`), whose `induk`
is the card.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from data.katalog.register import muat_register
from data.lingkup import Lingkup, mencakup
from data.orang import PENDAMPING, PLD
from data.pencarian.kata import Dicari, akar_semua, kata_dicari, memuat
from data.pid import Bukti, pid
from data.store import Param, Row, Tx

INOVASI, KOMITMEN = "inovasi", "komitmen"
DIBAGI = ("judul", "bidang", "cara", "lembaga")
"""Fields that every pendamping may read, wherever the village is."""
DICARI = ("judul", "bidang", "cara")
TERHITUNG = 200
"""Cards that are weighed; of more, those that were written down last."""
KOLOM = "r.id, r.nomor, r.desa, r.judul, r.isi, r.dibuat"
TERBUKA = (
    f"r.jenis = '{INOVASI}' AND r.dihapus IS NULL AND r.ditutup IS NULL AND EXISTS (SELECT 1 FROM penugasan p "
    "WHERE p.orang_id = r.orang_id AND p.disahkan = 1)"
)
_ANGKA = re.compile(r"\+?\d[\d .()-]{7,}\d")
TELEPON = 9
"""Digits from which on a row of them may be somebody's telephone."""


@dataclass(frozen=True)
class Bersama:
    """What is shared of a card."""

    id: int
    nomor: str
    desa: str
    judul: str
    bidang: str
    """The option's name."""
    cara: str
    lembaga: str


@dataclass(frozen=True)
class Peniru:
    jumlah: int = 0
    """Villages that promised, without those that called it off."""
    terlaksana: int = 0


class InovasiQ:
    """Open to whoever has a confirmed assignment, except village cadres; to others there is nothing."""

    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._hari = hari

    @property
    def boleh(self) -> bool:
        return bool(self._lingkup.baca)

    def ambil(self, nomor: str) -> Bersama | None:
        rows = self._baca("r.nomor = ?", [nomor.upper()], 1)
        return _bersama(rows[0]) if rows else None

    def menurut_id(self, id_: int) -> Bersama | None:
        rows = self._baca("r.id = ?", [id_], 1)
        return _bersama(rows[0]) if rows else None

    def cari(self, teks: str) -> list[Bersama]:
        """With all the words in what is shared; where none has, with most of them. Own villages first, then the newest.

        Without words the newest.
        """
        kata = kata_dicari(teks)
        if not kata:
            return [_bersama(row) for row in self._baca("1 = 1", [], TERHITUNG)]
        semua = [_bersama(row) for row in self._calon(kata)]
        nilai = {b.id: _nilai(b, kata) for b in semua}
        terbaik = max(nilai.values(), default=0)
        cukup = [b for b in semua if nilai[b.id] == terbaik and terbaik]
        return sorted(cukup, key=lambda b: (not self._lingkup.boleh_baca(b.desa), -b.id))

    def peniru(self, induk: Sequence[int]) -> dict[int, Peniru]:
        """By id of the card: how many villages of the whole country, never which."""
        if not (induk and self.boleh):
            return {}
        rows = self._tx.all(
            "SELECT r.induk, COUNT(DISTINCT r.desa) AS jumlah, "
            "COUNT(DISTINCT CASE WHEN r.keadaan = 'terlaksana' THEN r.desa END) AS terlaksana FROM register r "
            f"WHERE r.jenis = '{KOMITMEN}' AND r.dihapus IS NULL AND r.keadaan <> 'batal' "
            f"AND r.induk IN ({', '.join('?' * len(induk))}) GROUP BY r.induk",
            list(induk),
        )
        return {int(r["induk"]): Peniru(int(r["jumlah"]), int(r["terlaksana"])) for r in rows}

    def pendamping(self, b: Bersama) -> list[int]:
        """Ids of those who accompany the card's village now, the nearest first: they are told who wants to copy it."""
        hari = self._hari.isoformat()
        peran = ", ".join("?" * len(PENDAMPING))
        rows = self._tx.all(
            f"SELECT orang_id, peran, wilayah FROM penugasan WHERE disahkan = 1 AND peran IN ({peran}) "
            "AND dari <= ? AND (sampai IS NULL OR sampai >= ?) AND wilayah IN (?, ?) ORDER BY orang_id",
            [*PENDAMPING, hari, hari, b.desa, b.desa.rpartition(".")[0]],
        )
        di_sana = [row for row in rows if mencakup(row["wilayah"], b.desa)]
        dekat = [row for row in di_sana if row["peran"] == PLD] or di_sana
        return list(dict.fromkeys(int(row["orang_id"]) for row in dekat))

    def pid(self, desa: Collection[str]) -> dict[str, dict[str, Bukti]]:
        """By village in scope, by step of the ended programme, what shows it."""
        return pid(self._tx, self._lingkup, desa)

    def _calon(self, kata: Sequence[Dicari]) -> list[Row]:
        """Those of which the index knows all the words, else one; it also knows what is not shared."""
        return self._berkata(kata) or self._berkata([tuple(d for satu in kata for d in satu)])

    def _berkata(self, kata: Sequence[Dicari]) -> list[Row]:
        cocok = self._tx.text_match("cari", "akar", kata)
        ada = f"SELECT c.acuan FROM {cocok.source} WHERE {cocok.condition} AND c.apa = 'register'"
        return self._baca(f"r.id IN ({ada})", [cocok.param], TERHITUNG)

    def _baca(self, sql: str, params: list[Param], batas: int) -> list[Row]:
        if not self.boleh:
            return []
        return self._tx.all(
            f"SELECT {KOLOM} FROM register r WHERE {TERBUKA} AND {sql} ORDER BY r.id DESC LIMIT ?", [*params, batas]
        )


def _bersama(row: Row) -> Bersama:
    isi: dict[str, Any] = msgspec.json.decode(row["isi"], type=dict[str, Any])
    jenis = muat_register().menurut_kode(INOVASI)
    kata = {kunci: tanpa_telepon(", ".join(jenis.kata_bidang(kunci, isi))) for kunci in DIBAGI}
    return Bersama(int(row["id"]), row["nomor"], row["desa"], **kata)


def tanpa_telepon(teks: str) -> str:
    """Numbers of people are not for the whole country: an institution's name is enough to find it."""
    return _ANGKA.sub(lambda m: "…" if sum(c.isdigit() for c in m[0]) >= TELEPON else m[0], teks)


def _nilai(b: Bersama, kata: Sequence[Dicari]) -> int:
    akar = akar_semua("\n".join(getattr(b, kunci) for kunci in DICARI))
    return sum(memuat(akar, satu) for satu in kata)
