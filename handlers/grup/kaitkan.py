"""/kaitkan and /lepas: a coordinator binds the group to a kecamatan, or lets it go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from data.grup import KELUAR
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.grup import kata
from handlers.grup.di_grup import DiGrup, sebut_kecamatan
from handlers.kartu import sebut_tempat

if TYPE_CHECKING:
    from data.wilayah import Wilayah

SEPAPAN = 10
"""Kecamatan that are offered as buttons; of more the name must be written."""
CONTOH = "cibeber"
PINDAH = "pindah"
KECAMATAN = re.compile(r"kec(?:amatan|\.)?\s+", re.IGNORECASE)


def kaitkan(d: DiGrup, argumen: str) -> Pesan:
    if d.anonim:
        return Pesan(kata.ANONIM.format(nama="kaitkan"))
    if not d.koordinator:
        return Pesan(kata.BUKAN_KAITKAN)
    binaan = d.binaan
    pertama, _, sisa = argumen.strip().partition(" ")
    pindah = pertama == PINDAH
    calon = _calon(d, binaan, sisa if pindah else argumen)
    if len(calon) == 1:
        return _ke(d, calon[0], pindah=pindah)
    contoh = binaan[0].nama.lower() if binaan else CONTOH
    if not calon and not binaan:
        minta = kata.TAK_KETEMU if argumen.strip() else kata.SEBUT
        return Pesan(minta.format(isi=sebaris(argumen, 40), contoh=contoh))
    tanya = kata.PILIH if calon else kata.TAK_KETEMU.format(isi=sebaris(argumen, 40), contoh=contoh)
    if len(pilihan := calon or binaan) > SEPAPAN:
        return Pesan(kata.SEBUT.format(contoh=contoh) if calon else tanya)
    return Pesan(tanya, tombol=_tombol(pilihan))


def _calon(d: DiGrup, binaan: Sequence[Wilayah], sebutan: str) -> list[Wilayah]:
    """Those that are meant; without a name, the one it is bound to, or all there are."""
    nama = KECAMATAN.sub("", sebutan.strip(), count=1)
    if not nama:
        return [w for w in binaan if w.kode == d.grup.wilayah] or list(binaan)
    cocok = {c.id for c in cari_calon(nama, [Calon(w.kode, w.nama, (w.jalur,)) for w in binaan])}
    assert d.desa is not None
    semua = {w.kode: w for w in (*d.desa.cari_kecamatan_binaan(nama), *(w for w in binaan if w.kode in cocok))}
    return [semua[kode] for kode in sorted(semua)]


def _tombol(pilihan: Sequence[Wilayah]) -> tuple[Tombol, ...]:
    """By name; by name and kabupaten where two are called the same."""
    kali = Counter(w.nama for w in pilihan)
    label = {w.kode: w.nama if kali[w.nama] == 1 else f"{w.nama}, {w.jalur.split(', ')[0]}" for w in pilihan}
    return tuple(Tombol(label[w.kode], perintah(f"kaitkan {w.kode}")) for w in pilihan)


def _ke(d: DiGrup, di: Wilayah, *, pindah: bool) -> Pesan:
    nama = sebut_tempat(di)
    if d.grup.wilayah == di.kode:
        if d.grup.topik == d.topik:
            return Pesan(kata.SUDAH.format(di=nama))
        _simpan(d, di)
        return Pesan(kata.TOPIK.format(di=nama))
    if d.grup.wilayah and not d.boleh_lepas:
        return Pesan(kata.KECAMATAN_LAIN.format(di=sebut_kecamatan(d.grup.wilayah, d.wilayah)))
    lain = d.semua.terkait(d.grup.kanal, di.kode)
    if lain and not pindah:
        tombol = Tombol("Pindahkan ke grup ini", perintah(f"kaitkan {PINDAH} {di.kode}"))
        return Pesan(kata.GRUP_LAIN.format(di=nama, judul=lain.judul), tombol=(tombol,))
    if lain and lain.status != KELUAR:
        tujuan = f"{lain.tujuan}/{lain.topik}" if lain.topik else lain.tujuan
        d.antaran.append((tujuan, Pesan(kata.DIPINDAH.format(di=nama))))
    _simpan(d, di)
    return Pesan(kata.TERKAIT.format(di=nama))


def _simpan(d: DiGrup, di: Wilayah) -> None:
    assert d.orang is not None
    assert d.desa is not None
    d.desa.wilayah.kenalkan(di.kode)
    d.desa.jejak.tulis("kaitkan", "grup", d.grup.id, kolom="wilayah", sebelum=d.grup.wilayah, sesudah=di.kode)
    d.semua.kaitkan(d.grup, di.kode, d.topik, d.orang.id, d.kini)


def lepas(d: DiGrup, _argumen: str) -> Pesan:
    if d.anonim:
        return Pesan(kata.ANONIM.format(nama="lepas"))
    if not d.boleh_lepas or d.desa is None:
        return Pesan(kata.BUKAN_LEPAS)
    d.desa.jejak.tulis("lepas", "grup", d.grup.id, kolom="wilayah", sebelum=d.grup.wilayah)
    d.semua.lepas(d.grup)
    return Pesan(kata.PAMIT, lalu="tinggalkan")
