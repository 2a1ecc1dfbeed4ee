"""Entries that count: of the villages, and of their kecamatan for the villages that the writer serves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from data.indikator_desa.angka import Bukti, Masa
from data.indikator_desa.dasar import SAH, deret
from data.katalog.bukti_indikator import GIAT, SEKECAMATAN, TERTAUT, Kunci
from data.orang import PENDAMPING
from data.store import Param, Row, Tx


def jumlah(tx: Tx, desa: Collection[str], kode: Collection[str], masa: Masa) -> Iterator[tuple[str, Kunci, int]]:
    """(village, source, how many): one grouped query, since a kabupaten has tens of thousands a year."""
    rows = tx.all(
        "SELECT k.desa, k.kegiatan, CASE WHEN k.musdes_id IS NULL THEN 0 ELSE 1 END AS tertaut, COUNT(*) AS n "
        f"{_dari(desa, kode)} GROUP BY k.desa, k.kegiatan, CASE WHEN k.musdes_id IS NULL THEN 0 ELSE 1 END",
        _params(desa, kode, masa),
    )
    for row in rows:
        yield row["desa"], (_apa(row), row["kegiatan"]), int(row["n"])


def bukti(tx: Tx, desa: Collection[str], kode: Collection[str], masa: Masa) -> Iterator[Bukti]:
    """The same one by one."""
    rows = tx.all(
        "SELECT k.desa, k.kegiatan, CASE WHEN k.musdes_id IS NULL THEN 0 ELSE 1 END AS tertaut, k.nomor, k.tanggal, "
        f"k.orang_id {_dari(desa, kode)}",
        _params(desa, kode, masa),
    )
    for row in rows:
        yield Bukti(row["desa"], _apa(row), row["kegiatan"], row["nomor"], row["tanggal"], oleh=int(row["orang_id"]))


def sekecamatan(tx: Tx, desa: Collection[str], kode: Collection[str], masa: Masa) -> Iterator[Bukti]:
    """One entry counts for each of these villages that its writer was confirmed for on that day."""
    menurut: dict[str, list[str]] = defaultdict(list)
    for satu in desa:
        menurut[satu.rpartition(".")[0]].append(satu)
    kec = sorted(menurut)
    rows = tx.all(
        f"SELECT k.desa, k.kegiatan, k.nomor, k.tanggal, k.orang_id {_dari(kec, kode)}", _params(kec, kode, masa)
    )
    tugas = _penugasan(tx, {int(row["orang_id"]) for row in rows})
    for row in rows:
        for satu in menurut[row["desa"]]:
            if any(t.mencakup(satu, row["tanggal"]) for t in tugas[int(row["orang_id"])]):
                oleh = int(row["orang_id"])
                yield Bukti(satu, SEKECAMATAN, row["kegiatan"], row["nomor"], row["tanggal"], row["desa"], oleh)


@dataclass(frozen=True, slots=True)
class _Tugas:
    wilayah: str
    dari: str
    sampai: str

    def mencakup(self, desa: str, tanggal: str) -> bool:
        return (desa == self.wilayah or desa.startswith(f"{self.wilayah}.")) and self.dari <= tanggal <= self.sampai


def _penugasan(tx: Tx, orang: set[int]) -> dict[int, list[_Tugas]]:
    hasil: dict[int, list[_Tugas]] = defaultdict(list)
    if not orang:
        return hasil
    rows = tx.all(
        "SELECT orang_id, wilayah, dari, COALESCE(sampai, '9999-12-31') AS sampai FROM penugasan "
        f"WHERE disahkan = 1 AND peran IN {PENDAMPING} AND orang_id IN ({deret(orang)})",
        sorted(orang),
    )
    for row in rows:
        hasil[int(row["orang_id"])].append(_Tugas(row["wilayah"], row["dari"], row["sampai"]))
    return hasil


def _dari(tempat: Collection[str], kode: Collection[str]) -> str:
    return (
        f"FROM kegiatan k WHERE k.desa IN ({deret(tempat)}) AND k.kegiatan IN ({deret(kode) or 'NULL'}) "
        f"AND k.tanggal BETWEEN ? AND ? AND k.dihapus IS NULL AND {SAH.format('k.orang_id')}"
    )


def _params(tempat: Collection[str], kode: Collection[str], masa: Masa) -> list[Param]:
    return [*tempat, *kode, masa.dari.isoformat(), masa.sampai.isoformat()]


def _apa(row: Row) -> str:
    return TERTAUT if row["tertaut"] else GIAT
