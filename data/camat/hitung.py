"""All that a report counts, of one kecamatan and one month: a dozen queries, however much was logged."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from data.camat.depan import jumlah_masalah, putusan_depan, rencana_depan, tenggat_depan
from data.camat.desa import Hasil, hasil_desa
from data.camat.isi import DesaCamat, Isi
from data.camat.kegiatan import (
    Sel,
    jumlah_hadirin,
    masalah_catatan,
    menurut_jenis,
    menurut_pilar,
    orang_bertugas,
    sel_kegiatan,
)
from data.camat.ruang import Ruang, ruang
from data.store import Tx


def hitung(tx: Tx, kode: str, awal: date, kini: int) -> Isi:
    """As it stands at `kini`. An entry counts for the day it is about; what is open is open at `kini`."""
    r = ruang(tx, kode, awal, kini)
    sel = sel_kegiatan(tx, r)
    orang, lain, jumlah_lain = orang_bertugas(tx, r)
    hasil, antardesa = hasil_desa(tx, r)
    putusan, lewat = putusan_depan(tx, r)
    return Isi(
        kode,
        r.nama,
        f"{awal:%Y-%m}",
        r.hari[1],
        orang=orang,
        lain=lain,
        jumlah_lain=jumlah_lain,
        pilar=menurut_pilar(sel),
        kegiatan=menurut_jenis(sel),
        desa=_desa(r, sel, hasil),
        antardesa=antardesa,
        kecamatan=sum(s.catatan for s in sel if s.desa == kode),
        catatan=sum(s.catatan for s in sel),
        masalah=masalah_catatan(tx, r),
        jumlah_masalah=jumlah_masalah(tx, r),
        rencana=rencana_depan(tx, r),
        putusan=putusan,
        putusan_lewat=lewat,
        tenggat=tenggat_depan(tx, r),
    )


def _desa(r: Ruang, sel: list[Sel], hasil: dict[str, Hasil]) -> tuple[DesaCamat, ...]:
    """Every known village, also those of which there is nothing."""
    isi: dict[str, list[Sel]] = defaultdict(list)
    for satu in sel:
        isi[satu.desa].append(satu)
    return tuple(_satu(kode, nama, isi[kode], hasil.get(kode, Hasil())) for kode, nama in r.desa.items())


def _satu(kode: str, nama: str, sel: list[Sel], h: Hasil) -> DesaCamat:
    return DesaCamat(
        kode,
        nama,
        sum(s.catatan for s in sel),
        sum(s.kunjungan for s in sel),
        jumlah_hadirin(s.hadirin for s in sel),
        tuple(h.musdes),
        tuple(h.siklus),
        tuple(h.blt),
        h.bumdes,
    )
