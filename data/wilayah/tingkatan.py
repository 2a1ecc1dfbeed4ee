"""The index of each level, made when it is first needed and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from threading import Lock

from data.wilayah import kemendagri
from data.wilayah.indeks import Indeks, susun
from data.wilayah.singkatan import KABUPATEN_PENDEK, PROVINSI_PENDEK
from data.wilayah.tempat import DESA, KABUPATEN, KECAMATAN, PROVINSI

_DEPAN = re.compile(r"^(Kabupaten|Kota)( Administrasi)? ")
_BAGI = re.compile(r"[/(),]")
_kunci = Lock()


def indeks(tingkat: int) -> Indeks:
    with _kunci:
        return _buat(tingkat)


def siapkan() -> None:
    """Read and index everything, 0.3 s: call it in a thread when the bot starts, or the first search does it."""
    for tingkat in (PROVINSI, KABUPATEN, KECAMATAN, DESA):
        indeks(tingkat)


@cache
def _buat(tingkat: int) -> Indeks:
    if tingkat == DESA:
        nama = kemendagri.nama_desa()
        return susun(nama, list(_bernama_dua(nama)))
    nama = {k: n for k, n in kemendagri.nama_induk().items() if k.count(".") == tingkat - 1}
    if tingkat == KECAMATAN:
        return susun(nama, list(_bernama_dua(nama)))
    if tingkat == PROVINSI:
        return susun(nama, [(kode, pendek) for pendek, kode in PROVINSI_PENDEK.items()])
    pendek = [(kode, satu) for satu, kode in KABUPATEN_PENDEK.items()]
    kota = [(k, n) for k, n in nama.items() if n.startswith("Kota ")]
    jakarta = [(k, n.replace(" Administrasi", "")) for k, n in nama.items() if " Administrasi" in n]
    return susun({k: _DEPAN.sub("", n) for k, n in nama.items()}, [*pendek, *kota, *jakarta])


def _bernama_dua(nama: dict[str, str]) -> Iterator[tuple[str, str]]:
    """'Hunuth/Durian Patah' and 'Cemaga Selatan (Setengar)' go by either name; 'Lubuk Pakam I,II' does not."""
    for kode, satu in nama.items():
        if "/" in satu or "(" in satu:
            yield from ((kode, bagian) for bagian in _BAGI.split(satu) if len(bagian.strip()) > 3)
