"""The seven steps of the ended Program Inovasi Desa in a village: read off what was logged, marked by nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from data.indikator_desa.dasar import SAH, deret, hari_di
from data.katalog.indikator import Indikator, muat_indikator
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.register import muat_register
from data.lingkup import Lingkup
from data.store import Tx

SEKALI = 500


@dataclass(frozen=True)
class Bukti:
    """What shows a step: how many entries and things in registers, and the latest of them."""

    jumlah: int
    nomor: str
    tanggal: str


def langkah_pid() -> tuple[Indikator, ...]:
    return muat_indikator().menurut_kelompok("pid")


@cache
def kegiatan_langkah() -> dict[str, str]:
    """By activity, the step that it serves."""
    dikenal = {i.kode for i in langkah_pid()}
    return {k.kode: t for k in muat_kegiatan().semua for t in k.tugas if t in dikenal}


@cache
def _register() -> dict[tuple[str, str], tuple[str, ...]]:
    """By register and state, the steps of which a thing in it speaks."""
    dikenal = {i.kode for i in langkah_pid()}
    semua = {
        (r.kode, k.kode): set(r.indikator_dari(k.kode)) & dikenal for r in muat_register().semua for k in r.keadaan
    }
    return {kunci: tuple(sorted(kode)) for kunci, kode in semua.items() if kode}


def pid(tx: Tx, lingkup: Lingkup, desa: Collection[str]) -> dict[str, dict[str, Bukti]]:
    """By village that may be read, by step; a step that nothing shows is not in it."""
    boleh = sorted(kode for kode in set(desa) if lingkup.boleh_baca(kode))
    semua: dict[str, dict[str, list[tuple[str, str]]]] = {kode: {} for kode in boleh}
    for n in range(0, len(boleh), SEKALI):
        for kode, langkah, hari, nomor in _tercatat(tx, boleh[n : n + SEKALI]):
            semua[kode].setdefault(langkah, []).append((hari, nomor))
    return {
        kode: {langkah: Bukti(len(ada), max(ada)[1], max(ada)[0]) for langkah, ada in isi.items()}
        for kode, isi in semua.items()
    }


def _tercatat(tx: Tx, desa: list[str]) -> list[tuple[str, str, str, str]]:
    """(village, step, day, number)"""
    melayani = kegiatan_langkah()
    rows = tx.all(
        f"SELECT k.desa, k.kegiatan, k.tanggal, k.nomor FROM kegiatan k WHERE k.desa IN ({deret(desa)}) "
        f"AND k.kegiatan IN ({deret(melayani)}) AND k.dihapus IS NULL AND {SAH.format('k.orang_id')}",
        [*desa, *melayani],
    )
    hasil = [(r["desa"], melayani[r["kegiatan"]], r["tanggal"], r["nomor"]) for r in rows]
    jenis = sorted({kode for kode, _ in _register()})
    rows = tx.all(
        "SELECT r.desa, r.jenis, r.keadaan, r.diubah, r.nomor FROM register r "
        f"WHERE r.desa IN ({deret(desa)}) AND r.jenis IN ({deret(jenis)}) AND r.dihapus IS NULL "
        f"AND {SAH.format('r.orang_id')}",
        [*desa, *jenis],
    )
    hasil += [
        (r["desa"], langkah, hari_di(r["desa"], int(r["diubah"])), r["nomor"])
        for r in rows
        for langkah in _register().get((r["jenis"], r["keadaan"]), ())
    ]
    return hasil
