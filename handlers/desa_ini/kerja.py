"""What is done with a village: visits, decisions, problems, deadlines, its papers, plan, indicators and functions."""

from __future__ import annotations

from datetime import date

from data.indikator_desa.angka import BELUM, KEADAAN, TERPENUHI
from data.kalender import TenggatDesa
from data.katalog.fungsi import fungsi as semua_fungsi
from data.rekap.angka import BELUM_DIKUNJUNGI
from data.rencana import menurut_pilar
from data.siklus import BELUM as BELUM_MULAI
from data.siklus import DOKUMEN, TAHAP
from handlers.desa_ini.tentang import AWAS, KOSONG, Isi, Tentang, berangka
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.sebaris import sebaris
from handlers.fungsi.sebut import SEBUT as SEBUT_FUNGSI
from handlers.fungsi.sebut import hitung, keadaan_fungsi, sebut_fungsi
from handlers.indikator.masa import masa_tahun
from handlers.indikator.sebut import SEBUT as SEBUT_INDIKATOR
from handlers.indikator.sebut import sebut_indikator, sebut_kurang
from handlers.indikator.tutup import terdekat
from handlers.isian import SEBUTAN_PILAR
from handlers.kalender.kata import sebut_sisa
from handlers.rencana.sebut import STATUS
from handlers.siklus.sebut import SINGKAT, sebut_dokumen, sebut_langkah, tahun_berjalan
from handlers.siklus.sebut import TAHAP as SEBUT_TAHAP

NAMA = 30
"""Characters of a person's name in a line."""


def kunjungan(t: Tentang) -> Isi:
    k = t.desa.profil.kunjungan([t.di.kode]).get(t.di.kode)
    if k is None:
        return KOSONG
    hari = date.fromisoformat(k.terakhir)
    lama = (t.hari_ini - hari).days
    lagi = f" dan {len(k.oleh) - 1} lagi" if k.oleh[1:] else ""
    tanda = f"{AWAS} " if lama >= BELUM_DIKUNJUNGI else ""
    sejak = {0: "hari ini", 1: "kemarin"}.get(lama, f"{lama} hari lalu")
    teks = f"{ejaan_tanggal(hari, False)} oleh {sebaris(k.oleh[0], NAMA)}{lagi}, {tanda}{sejak}"
    return Isi(teks, (f"{k.tahun_ini} kali sepanjang {t.hari_ini.year}",))


def keputusan(t: Tentang) -> Isi:
    n = t.desa.profil.keputusan([t.di.kode]).get(t.di.kode)
    return Isi(berangka(n.terbuka, n.lewat)) if n else KOSONG


def masalah(t: Tentang) -> Isi:
    n = t.desa.profil.masalah([t.di.kode]).get(t.di.kode)
    return Isi(berangka(n.terbuka, n.lewat)) if n else KOSONG


def tenggat(t: Tentang) -> Isi:
    """How many are past, and which comes next; on paper all, by day."""
    semua = t.desa.profil.tenggat(t.di.kode)
    lewat, nanti = [s for s in semua if s.sisa < 0], [s for s in semua if s.sisa >= 0]
    bagian = [f"{AWAS} {len(lewat)} lewat"] if lewat else []
    bagian += [f"berikutnya {nanti[0].label}, {sebut_sisa(nanti[0].sisa)}"] if nanti else []
    return Isi("; ".join(bagian), tuple(_rinci(s) for s in semua))


def _sisa(s: TenggatDesa) -> str:
    return f"{f'{AWAS} ' if s.sisa < 0 else ''}{sebut_sisa(s.sisa)}"


def _rinci(s: TenggatDesa) -> str:
    kira = "sekitar " if s.kira_kira else ""
    return f"{s.nama}: {kira}{ejaan_tanggal(s.jatuh, False)} ({_sisa(s)})"


def siklus(t: Tentang) -> Isi:
    """The furthest first: 'Perdes: RPJM, RKP; musdes: APB; belum: LPJ'."""
    papan = t.desa.siklus.papan(t.di.kode, tahun_berjalan(t.hari_ini))
    di = {tahap: [SINGKAT[d] for d in DOKUMEN if papan[d].tahap == tahap] for tahap in reversed(TAHAP)}
    if len(di[BELUM_MULAI]) == len(DOKUMEN):
        return KOSONG
    teks = "; ".join(f"{SEBUT_TAHAP[tahap]} {', '.join(isi)}" for tahap, isi in di.items() if isi)
    rinci = (f"{sebut_dokumen(d, t.di.kode)} {papan[d].tahun}: {sebut_langkah(papan[d])}" for d in DOKUMEN)
    return Isi(teks, tuple(rinci))


def rencana(t: Tentang) -> Isi:
    semua = t.desa.rencana.di(t.di.kode, t.hari_ini.year)
    if not semua:
        return KOSONG
    maju = t.desa.rencana.kemajuan_banyak(semua)
    butir = [m for isi in maju.values() for m in isi]
    lewat = sum(bool(m.tertinggal) for m in butir)
    teks = f"{sum(m.selesai for m in butir)} dari {len(butir)} kegiatan tercapai"
    return Isi(
        f"{teks}{f', {AWAS} {lewat} lewat tanpa catatan' if lewat else ''}",
        (
            *(f"{sebaris(r.nama, NAMA)}: {STATUS[r.status]}" for r in semua),
            *(f"{SEBUTAN_PILAR[p.pilar]}: {p.selesai} dari {p.butir} tercapai" for p in menurut_pilar(butir)),
        ),
    )


def indikator(t: Tentang) -> Isi:
    semua = t.desa.indikator.satu(t.di.kode, "pld", masa_tahun(t.hari_ini.year))
    dekat = terdekat(semua.values())
    lanjut = f". Terdekat: {sebut_indikator(dekat.kode)}, {sebut_kurang(dekat)}" if dekat else ""
    return Isi(
        f"{sum(c.keadaan == TERPENUHI for c in semua.values())} dari {len(semua)} terpenuhi{lanjut}",
        tuple(
            f"{SEBUT_INDIKATOR[k].capitalize()}: {', '.join(nama)}"
            for k in KEADAAN
            if (nama := [sebut_indikator(c.kode) for c in semua.values() if c.keadaan == k])
        ),
    )


def fungsi(t: Tentang) -> Isi:
    papan = t.desa.fungsi.papan(t.di.kode)
    rinci = []
    for satu in semua_fungsi():
        keadaan, selesai, semua = keadaan_fungsi(satu.kode, papan)
        if keadaan != BELUM:
            rinci.append(f"{sebut_fungsi(satu.kode)}: {SEBUT_FUNGSI[keadaan]}, {selesai} dari {semua} langkah")
    return Isi(hitung(papan), tuple(rinci)) if rinci else KOSONG
