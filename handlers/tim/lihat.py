"""What a list of the team shows, as the words behind its command: '32.03.03 o12 w2026-11-16 h2', or a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from data.bawahan import HANYA
from data.desa import Desa
from data.lingkup import SEMUA_WILAYAH
from data.tim import Pekan
from data.wilayah import DESA, KECAMATAN, dari_kode
from handlers.dialog.pesan import Tombol
from handlers.dialog.tombol import perintah

T = TypeVar("T")
HALAMAN = 8
"""Rows a page: with two buttons to turn them they fit a WhatsApp list of ten."""
RAMAI = 30
"""People that are still shown by name; of more, parts of the territory."""
KODE = re.compile(r"=?\d\d(\.\d\d){0,2}")
ORANG = re.compile(r"o(\d{1,15})")
PEKAN = re.compile(r"w(\d{4}-\d\d-\d\d)")
LEMBAR = re.compile(r"h(\d{1,3})")


@dataclass(frozen=True)
class Lihat:
    nama: str = ""
    """Words to look for among people's names."""
    di: str = ""
    """A place's code; with '=' before it that place without what lies in it."""
    orang: int = 0
    senin: str = ""
    """Monday of the week, ISO; '' is this week."""
    halaman: int = 1

    def perintah(self, kata: str, **ganti: Any) -> str:
        lain = replace(self, **ganti)
        bagian = (
            kata,
            lain.di,
            f"o{lain.orang}" if lain.orang else "",
            f"w{lain.senin}" if lain.senin else "",
            f"h{lain.halaman}" if lain.halaman > 1 else "",
            lain.nama[:20],
        )
        return perintah(" ".join(b for b in bagian if b).encode()[:58].decode(errors="ignore"))


def baca_lihat(argumen: str) -> Lihat:
    lihat, nama = Lihat(), []
    for kata in argumen.split():
        if KODE.fullmatch(kata):
            lihat = replace(lihat, di=kata)
        elif orang := ORANG.fullmatch(kata):
            lihat = replace(lihat, orang=int(orang[1]))
        elif (pekan := PEKAN.fullmatch(kata)) and _tanggal(pekan[1]):
            lihat = replace(lihat, senin=pekan[1])
        elif lembar := LEMBAR.fullmatch(kata):
            lihat = replace(lihat, halaman=max(int(lembar[1]), 1))
        else:
            nama.append(kata)
    return replace(lihat, nama=" ".join(nama))


def _tanggal(teks: str) -> bool:
    try:
        date.fromisoformat(teks)
    except ValueError:
        return False
    return True


def pekan_dari(lihat: Lihat, hari_ini: date) -> Pekan:
    """The week looked at; none that has not begun."""
    hari = min(date.fromisoformat(lihat.senin), hari_ini) if lihat.senin else hari_ini
    senin = hari - timedelta(days=hari.weekday())
    return Pekan(senin, senin + timedelta(days=6), hari_ini)


def selembar(semua: Sequence[T], halaman: int) -> tuple[Sequence[T], int, int]:
    """The rows of a page, its number and how many there are; a page beyond the last is the last."""
    lembar = max(-(-len(semua) // HALAMAN), 1)
    ini = min(halaman, lembar)
    return semua[(ini - 1) * HALAMAN : ini * HALAMAN], ini, lembar


def jelajah(kata: str, lihat: Lihat, ini: int, lembar: int) -> tuple[Tombol, ...]:
    maju = (Tombol("Lainnya ›", lihat.perintah(kata, halaman=ini + 1)),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", lihat.perintah(kata, halaman=ini - 1)),) if ini > 1 else ()
    return (*maju, *mundur)


def tingkat_bagian(di: str) -> int | None:
    """Level of the parts of `di`; None where it is no further divided: people are shown there."""
    if di.startswith(HANYA):
        return None
    tingkat = di.count(".") + 2 if di else 1
    return tingkat if tingkat <= KECAMATAN else None


def nama_tempat(kode: str, desa: Desa) -> str:
    """'Cibeber', 'Kabupaten Cianjur'; a code nobody knows as it is."""
    bersih = kode.removeprefix(HANYA)
    if bersih in ("", SEMUA_WILAYAH):
        return "Indonesia"
    tempat = desa.wilayah.ambil(bersih) or dari_kode(bersih)
    return tempat.nama if tempat else bersih


def bagian(kode: str, induk: str, desa: Desa) -> tuple[str, str]:
    """Name of a part and what narrows to it; those of the whole itself are a part of their own."""
    if kode in (induk, SEMUA_WILAYAH):
        return f"Tingkat {nama_tempat(kode, desa)}", f"{HANYA}{kode}"
    return nama_tempat(kode, desa), kode


def sebut_desa(kode: str, desa: Desa) -> str:
    """A village by its name, a kecamatan as one."""
    nama = nama_tempat(kode, desa)
    return nama if kode.count(".") == DESA - 1 else f"Kec. {nama}"
