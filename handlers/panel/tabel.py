"""Every page by its path. What is not found, and what is not theirs, is None: nobody can tell which it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from data.panel_daftar import KEGIATAN
from handlers.panel.bagian import Gambar, Halaman, Tautan, Unduhan
from handlers.panel.daftar import daftar
from handlers.panel.desa import desa
from handlers.panel.kartu import foto, kartu
from handlers.panel.orang import orang
from handlers.panel.papan import papan
from handlers.panel.rekap import rekap
from handlers.panel.siklus import siklus
from handlers.panel.tamu import AKAR, Saringan, Tamu, boleh_panel, ke
from handlers.panel.unduh import siapkan, unduh

Isi = Halaman | Gambar | Unduhan | None
DASAR: dict[str, Callable[[Tamu, Saringan], Isi]] = {
    "": papan,
    "wilayah": papan,
    "siklus": siklus,
    "rekap": rekap,
    "orang": orang,
    "daftar": lambda t, s: daftar(t, KEGIATAN, s),
}
SATU: dict[str, Callable[[Tamu, str, Saringan], Isi]] = {
    "daftar": daftar,
    "unduh": unduh,
    "kartu": lambda t, nomor, _: kartu(t, nomor),
    "desa": lambda t, kode, _: desa(t, kode),
}


def buka(t: Tamu, jalur: Sequence[str], saring: Saringan) -> Isi:
    """`jalur`: what stands behind /panel/, by its parts."""
    if not boleh_panel(t.desa):
        return None
    isi = _isi(t, [satu for satu in jalur if satu], saring)
    return replace(isi, navigasi=_navigasi(t, isi.kini)) if isinstance(isi, Halaman) else isi


def _isi(t: Tamu, jalur: list[str], saring: Saringan) -> Isi:
    match jalur:
        case []:
            return DASAR[""](t, saring)
        case [apa] if apa in DASAR:
            return DASAR[apa](t, saring)
        case [apa, mana] if apa in SATU:
            return SATU[apa](t, mana, saring)
        case ["foto", nomor, urutan]:
            return foto(t, nomor, urutan)
        case _:
            return None


def _navigasi(t: Tamu, kini: str) -> tuple[Tautan, ...]:
    semua = [("Papan", AKAR), ("Siklus", ke("siklus")), ("Rekap", ke("rekap")), ("Daftar", ke("daftar"))]
    if t.desa.tim.ada:
        semua.insert(3, ("Orang", ke("orang")))
    return tuple(Tautan(label, alamat, alamat == kini) for label, alamat in semua)


def kirim(t: Tamu, jalur: Sequence[str], isi: Saringan) -> Isi:
    """What a button of a page asks for."""
    match [satu for satu in jalur if satu]:
        case ["siapkan", apa] if boleh_panel(t.desa):
            halaman = siapkan(t, apa, isi)
            return replace(halaman, navigasi=_navigasi(t, halaman.kini)) if halaman else None
        case _:
            return None
