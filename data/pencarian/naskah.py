"""The things that can be found, as people wrote them: for the index where it lacks them, and for showing the place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from data.katalog.kegiatan import muat_kegiatan
from data.katalog.musdes import muat_musdes
from data.store import Row, Tx

KEGIATAN, MUSDES, KEPUTUSAN = "kegiatan", "musdes", "keputusan"
JENIS = (KEGIATAN, MUSDES, KEPUTUSAN)
HIDUP = {
    KEGIATAN: "kegiatan x WHERE x.dihapus IS NULL",
    MUSDES: "musdes x WHERE x.dihapus IS NULL AND x.status <> 'digabung'",
    KEPUTUSAN: "keputusan x JOIN musdes m ON m.id = x.musdes_id "
    "WHERE x.dihapus IS NULL AND m.dihapus IS NULL AND m.status <> 'digabung'",
}
"""Table and condition of what is there, as `x`."""


@dataclass(frozen=True)
class Naskah:
    nomor: str
    desa: str
    tanggal: str
    orang_id: int
    bagian: tuple[str, ...]
    """The heading first."""

    @property
    def teks(self) -> str:
        return "\n".join(self.bagian)


def naskah(tx: Tx, apa: str, ids: Sequence[int]) -> dict[int, Naskah]:
    """By id; what was deleted is not in it."""
    return _BACA[apa](tx, ids) if ids else {}


def nama_musdes(tx: Tx, acuan: int) -> str:
    """What its kind is called; '' of a kind that the catalogue no longer has."""
    row = tx.one("SELECT jenis FROM musdes WHERE id = ?", (acuan,))
    return next((j.nama for j in muat_musdes().jenis if row and j.kode == row["jenis"]), "")


def _kegiatan(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    rows = _baris(tx, KEGIATAN, "x.orang_id, x.desa, x.tanggal, x.kegiatan, x.hasil, x.masalah, x.tindak_lanjut", ids)
    nama = {k.kode: k.nama for k in muat_kegiatan().semua}
    return {
        int(r["id"]): _naskah(r, (nama.get(r["kegiatan"], ""), r["hasil"], r["masalah"], r["tindak_lanjut"]))
        for r in rows
    }


def _musdes(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    kolom = "x.orang_id, x.desa, x.tanggal, x.jenis, x.judul, x.tempat, x.pimpinan, x.notulis, x.isian"
    nama = {j.kode: j.nama for j in muat_musdes().jenis}
    isi = defaultdict(list)
    for tabel, apa in (("agenda", "judul"), ("catatan_musdes", "teks")):
        for r in tx.all(
            f"SELECT musdes_id, {apa} AS teks FROM {tabel} WHERE dihapus IS NULL AND musdes_id IN ({_tanya(ids)}) "
            "ORDER BY id",
            ids,
        ):
            isi[int(r["musdes_id"])].append(r["teks"])
    return {
        int(r["id"]): _naskah(
            r,
            (
                *(nama.get(r["jenis"], ""), r["jenis"], r["judul"], *isi[int(r["id"])], r["tempat"], r["pimpinan"]),
                *(r["notulis"], *map(str, msgspec.json.decode(r["isian"], type=dict[str, Any]).values())),
            ),
        )
        for r in _baris(tx, MUSDES, kolom, ids)
    }


def _keputusan(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    rows = _baris(tx, KEPUTUSAN, "m.orang_id, x.desa, m.tanggal, x.isi, x.pj, x.sumber_dana", ids)
    return {int(r["id"]): _naskah(r, (r["isi"], r["pj"], r["sumber_dana"])) for r in rows}


def _baris(tx: Tx, apa: str, kolom: str, ids: Sequence[int]) -> list[Row]:
    return tx.all(f"SELECT x.id, x.nomor, {kolom} FROM {HIDUP[apa]} AND x.id IN ({_tanya(ids)})", ids)


def _tanya(ids: Sequence[int]) -> str:
    return ", ".join("?" * len(ids))


def _naskah(r: Row, bagian: Sequence[str | None]) -> Naskah:
    return Naskah(r["nomor"], r["desa"], r["tanggal"], int(r["orang_id"]), tuple(b for b in bagian if b))


_BACA: dict[str, Callable[[Tx, Sequence[int]], dict[int, Naskah]]] = {
    KEGIATAN: _kegiatan,
    MUSDES: _musdes,
    KEPUTUSAN: _keputusan,
}
