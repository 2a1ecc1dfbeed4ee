"""Where: all that is one's own, one of the places on the screen, or any other by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.desa import Desa
from data.lingkup import SEMUA_WILAYAH
from data.wilayah import DESA, KABUPATEN, KECAMATAN, PROVINSI, Wilayah
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.question import Layar, Opsi, Prompt
from handlers.dialog.questions import Pilihan, Search
from handlers.dialog.questions.choice import HALAMAN
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.keputusan.tempat import KODE

SEMUA = Pilihan("semua", "Semua wilayah saya", "semua")
KATA_SEMUA = ("semua", "semuanya", "semua wilayah", "semua wilayah saya", "seluruhnya", "semua desa")
TINGKAT = (PROVINSI, KABUPATEN, KECAMATAN, DESA)


@dataclass(frozen=True)
class TanyaTempat(Search[str]):
    """A search that begins with a few places to tap on."""

    awal: Sequence[Pilihan[str]] = ()

    def prompt(self, layar: Layar) -> Prompt:
        ketemu = super()._baris(layar)
        return Prompt(self.pilih if ketemu else self.kata, daftar=tuple(self._baris(layar)))

    def _baris(self, layar: Layar) -> list[Opsi]:
        return super()._baris(layar) or [Opsi(p.label, p.id, p.ket) for p in self.awal]


def tanya_tempat(desa: Desa) -> TanyaTempat:
    dekat = _dekat(desa)
    kata = "Di mana?" if len(dekat) < HALAMAN else "Di mana? Pilih, atau ketik nama desa, kecamatan, atau kabupatennya."
    contoh = dekat[0].nama.lower() if dekat else "sukamaju"
    return TanyaTempat(
        kata,
        lambda teks: cari_tempat(teks, desa),
        lambda kode: SEMUA if kode == SEMUA.id else _satu(kode, desa),
        f"Ketik nama tempat di wilayah Anda, contoh: {contoh}. Boleh juga: semua.",
        "Yang mana?",
        (SEMUA, *_pilihan(dekat[:HALAMAN])),
    )


def cari_tempat(teks: str, desa: Desa) -> list[Pilihan[str]]:
    """Nothing outside the person's places is looked at."""
    sebutan = " ".join(teks.lower().split())
    if sebutan in KATA_SEMUA:
        return [SEMUA]
    if KODE.fullmatch(sebutan):
        satu = _satu(sebutan, desa)
        return [satu] if satu else []
    semua = [w for t in TINGKAT for w in desa.wilayah.di_bawah(desa.unduh.tempat, t)]
    calon = [Calon(w.kode, w.nama, (sebut_tempat(w), f"{w.nama} {w.kecamatan}")) for w in semua]
    cocok = {c.id for c in cari_calon(sebutan, calon)}
    return _pilihan([w for w in semua if w.kode in cocok])


def sebut_wilayah(kode: str, desa: Desa) -> str:
    """'Kecamatan Cibeber'; of '' all that the person works in."""
    w = desa.wilayah.ambil(kode)
    return sebut_tempat(w) if w else "semua wilayah tugas"


def _satu(kode: str, desa: Desa) -> Pilihan[str] | None:
    w = desa.wilayah.ambil(kode) if kode != SEMUA_WILAYAH and desa.unduh.boleh(kode) else None
    return _pilihan([w])[0] if w else None


def _pilihan(semua: Sequence[Wilayah]) -> list[Pilihan[str]]:
    ket = pembeda(semua)
    return [Pilihan(w.kode, sebut_tempat(w), w.kode, ket[w.kode]) for w in semua]


def _dekat(desa: Desa) -> list[Wilayah]:
    """The person's own places, and the parts of the one that somebody has."""
    akar = sorted(desa.unduh.tempat, key=lambda k: (k.count("."), k))
    if SEMUA_WILAYAH in akar:
        return desa.wilayah.di_bawah([SEMUA_WILAYAH], PROVINSI)
    semua = [w for kode in akar if (w := desa.wilayah.ambil(kode))]
    if len(semua) != 1 or semua[0].tingkat == DESA:
        return semua if len(semua) > 1 else []
    return desa.wilayah.di_bawah([semua[0].kode], semua[0].tingkat + 1)
