"""Which words of a message name the activity: those behind its label, else the running text."""

from __future__ import annotations

from dataclasses import replace

from data.katalog.kegiatan import muat_kegiatan
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.tempel.giat import Giat, baca_giat
from handlers.tempel.naskah import URAIAN_TERPANJANG, Naskah
from handlers.tempel.pecah import BUTIR
from handlers.tempel.peta import Peta
from handlers.tempel.temuan import Temuan, satu

TERKAAN_TERBANYAK = 6


def jenis_kegiatan(naskah: Naskah, peta: Peta, *, warisan: bool) -> Giat:
    utama = _nilai(naskah, "kegiatan")
    if naskah.berulang and len(utama) > 1:
        return _blok([_baca(nilai, peta, warisan=warisan) for nilai in utama])
    giat = _satu(naskah, utama, peta, warisan=warisan)
    return replace(giat, majemuk=giat.majemuk or bool(naskah.berulang))


def _satu(naskah: Naskah, utama: list[str], peta: Peta, *, warisan: bool) -> Giat:
    giat = Giat()
    for nilai in (utama, _nilai(naskah, "uraian")):
        if nilai and not giat.temuan.ada:
            giat = _baca(" ".join(nilai), peta, warisan=warisan)
    if giat.temuan.ada:
        return giat
    if naskah.ada("kegiatan", "uraian"):
        return Giat(_terka(" ".join(utama), warisan=warisan))
    return baca_giat(peta.tanpa_desa(naskah.bebas), warisan=warisan, berlabel=False)


def _nilai(naskah: Naskah, kunci: str) -> list[str]:
    return [_sebaris(nilai) for nilai in naskah.dibaca(kunci, batas=URAIAN_TERPANJANG)]


def _sebaris(nilai: str) -> str:
    """Lines are kept apart only where they are items of a list; else the phone or the sender broke one sentence."""
    baris = nilai.split("\n")
    return nilai if any(BUTIR.match(b) for b in baris) else " ".join(baris)


def _blok(semua: list[Giat]) -> Giat:
    """An activity that is the same in all of them is known; else they are offered in their order."""
    kode = [k for giat in semua for k in ([giat.temuan.jawaban] if giat.temuan.jawaban else giat.temuan.saran)]
    pasti = all(giat.temuan.jawaban for giat in semua)
    return Giat(satu(kode) if pasti else Temuan(saran=tuple(dict.fromkeys(kode))), majemuk=True)


def _baca(nilai: str, peta: Peta, *, warisan: bool) -> Giat:
    return baca_giat(peta.tanpa_desa(nilai), warisan=warisan, berlabel=True)


def _terka(nilai: str, *, warisan: bool) -> Temuan:
    """Misspelt activities are only suggested: "penegasan" is one letter from "penugasan"."""
    calon = [Calon(k.kode, k.label, (*k.kata, k.nama)) for k in muat_kegiatan().tampil(warisan)]
    cocok = cari_calon(nilai, calon)
    return Temuan(saran=tuple(c.id for c in cocok)) if len(cocok) <= TERKAAN_TERBANYAK else Temuan()
