"""One thing in a register, as it is stored, and its answers as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from data.katalog.register import Bidang, JenisRegister
from data.store import Row

Nilai = str | int | bool | list[str] | None
"""By kind of field: a text, an ISO day or an option's code; whole numbers; ya; codes of several options."""


@dataclass(frozen=True)
class Register:
    id: int
    nomor: str
    jenis: str
    """Its kode in the catalogue."""
    desa: str
    """A village's code, or a kecamatan's."""
    judul: str
    keadaan: str
    isi: dict[str, Any]
    """The answers by their keys; what was not answered is not there. Pictures are not in it."""
    orang_id: int
    milik: int | None
    """Whom it is about, where that is somebody here."""
    induk: int | None
    """Id of what it belongs to."""
    tanggal: str | None
    dibuat: int
    diubah: int
    ditutup: int | None
    dihapus: int | None
    penulis: str
    """Name of who wrote it down."""


@dataclass(frozen=True)
class Perubahan:
    """One line of its history. Values as they are stored, in words only the catalogue knows."""

    waktu: int
    nama: str
    apa: str
    """catat | ubah | tandai | foto | hapus | pulihkan"""
    kolom: str | None
    sebelum: str | None
    sesudah: str | None
    alasan: str | None


@dataclass(frozen=True)
class Hitungan:
    """How many of one kind are in one state at one place."""

    jenis: str
    desa: str
    keadaan: str
    terbuka: bool
    jumlah: int


KOLOM = (
    "r.id, r.nomor, r.jenis, r.desa, r.judul, r.keadaan, r.isi, r.orang_id, r.milik, r.induk, r.tanggal, r.dibuat, "
    "r.diubah, r.ditutup, r.dihapus, o.nama AS penulis"
)
DARI = "FROM register r JOIN orang o ON o.id = r.orang_id"
SAMBUNG = ", "
"""Between the codes of several options in a line of the trail; no code has a comma."""


def dari_baris(row: Row) -> Register:
    nilai = {nama: row[nama] for nama in Register.__dataclass_fields__}
    return Register(**(nilai | {"isi": msgspec.json.decode(row["isi"], type=dict[str, Any])}))


def periksa(jenis: JenisRegister, isi: Mapping[str, Nilai]) -> dict[str, Nilai]:
    """The answers that say something. ValueError for a key or a value that the catalogue does not know."""
    hasil: dict[str, Nilai] = {}
    for kunci, nilai in isi.items():
        bidang = jenis.bidang_dari(kunci)
        if bidang is None or bidang.jenis == "foto":
            raise ValueError(f"{jenis.kode} has no {kunci}")
        if nilai is None or nilai == "" or nilai == []:
            continue
        if not _cocok(bidang, nilai):
            raise ValueError(f"{jenis.kode}.{kunci} cannot be {nilai!r}")
        hasil[kunci] = nilai
    return hasil


def _cocok(b: Bidang, nilai: Nilai) -> bool:
    if b.jenis in ("angka", "uang"):
        return isinstance(nilai, int) and not isinstance(nilai, bool) and nilai >= 0
    if b.jenis == "ya":
        return isinstance(nilai, bool)
    kode = {o.kode for o in b.pilihan}
    if b.jenis == "banyak":
        return isinstance(nilai, list) and set(nilai) <= kode
    if not isinstance(nilai, str):
        return False
    return nilai in kode if b.jenis == "pilihan" else b.jenis == "teks" or _hari(nilai)


def _hari(nilai: str) -> bool:
    try:
        return date.fromisoformat(nilai).isoformat() == nilai
    except ValueError:
        return False


def sebagai_kata(nilai: Nilai) -> str | None:
    """For the trail."""
    if nilai is None:
        return None
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return SAMBUNG.join(nilai) if isinstance(nilai, list) else str(nilai)
