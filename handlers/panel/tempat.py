"""Which place a page shows, and the ways to its neighbours, as far as the scope goes."""

from __future__ import annotations

from dataclasses import dataclass

from data.desa import Desa
from data.lingkup import mencakup
from data.wilayah import Wilayah, dari_kode
from handlers.kartu import sebut_tempat
from handlers.panel.bagian import Pilihan, Tautan
from handlers.panel.tamu import Saringan, ke

KABUPATEN, KECAMATAN = 5, 8
"""Characters of their codes."""
PANJANG = (2, KABUPATEN, KECAMATAN)


@dataclass(frozen=True)
class Tempat:
    kode: str
    """'' is all that may be read."""
    desa: tuple[Wilayah, ...]
    """Its villages; empty where it holds more than one kabupaten."""
    bagian: tuple[str, ...]
    """Codes of what it is divided into; empty for a kecamatan."""
    kecamatan: tuple[str, ...]
    """Of the same kabupaten, to change to."""
    luas: bool = False
    """There is more than one kabupaten to choose from."""

    @property
    def sempit(self) -> bool:
        return len(self.kode) >= KECAMATAN


def tempat(saring: Saringan, desa: Desa) -> Tempat | None:
    """None for a place in which nothing may be read, or that does not exist."""
    diminta = saring.get("wilayah", "")
    if diminta and len(diminta) not in PANJANG:
        return None
    semua = desa.panel.kode(KABUPATEN)
    kabupaten = [k for k in semua if mencakup(diminta[:KABUPATEN], k)] if diminta else semua
    if not kabupaten:
        return None if diminta else Tempat("", (), (), ())
    if len(kabupaten) > 1:
        return Tempat(diminta, (), tuple(kabupaten), (), luas=bool(diminta))
    kecamatan = desa.panel.kode(KECAMATAN, kabupaten[0])
    luas = len(semua) > 1
    if len(diminta) == KECAMATAN or len(kecamatan) == 1:
        kode = diminta if len(diminta) == KECAMATAN else kecamatan[0]
        return Tempat(kode, isi(kode, desa), (), tuple(kecamatan), luas) if kode in kecamatan else None
    return Tempat(kabupaten[0], isi(kabupaten[0], desa), tuple(kecamatan), tuple(kecamatan), luas)


def isi(kode: str, desa: Desa) -> tuple[Wilayah, ...]:
    return tuple(w for w in desa.wilayah.di_bawah([kode]) if desa.lingkup.boleh_baca(w.kode))


def nama(kode: str) -> str:
    """'Kecamatan Cibeber', 'Kabupaten Cianjur'; of everything 'Semua wilayah Anda'."""
    if not kode:
        return "Semua wilayah Anda"
    satu = dari_kode(kode)
    return sebut_tempat(satu) if satu else kode


def pilihan(t: Tempat, jalur: str, **saring: str) -> Pilihan | None:
    """The whole and its parts; None where there is nothing to choose."""
    semua = [Tautan("Semua kabupaten", ke(jalur, **saring))] if t.luas else []
    if len(t.kecamatan) > 1:
        induk = t.kode[:KABUPATEN]
        semua.append(Tautan(nama(induk), ke(jalur, wilayah=induk, **saring), kini=not t.sempit))
        urut = sorted(t.kecamatan, key=lambda k: (k != t.kode, pendek(k).lower()))  # where one is stands in sight
        semua += [Tautan(pendek(k), ke(jalur, wilayah=k, **saring), kini=k == t.kode) for k in urut]
    elif t.bagian:
        semua += [Tautan(nama(k), ke(jalur, wilayah=k, **saring)) for k in t.bagian]
    return Pilihan("Wilayah", tuple(semua)) if semua else None


def pendek(kode: str) -> str:
    satu = dari_kode(kode)
    return satu.nama if satu else kode
