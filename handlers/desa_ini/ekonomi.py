"""What a village has: BUM Desa, KDMP, BLT, and the registers."""

from __future__ import annotations

from dataclasses import replace

from data.blt import Blt
from data.indeks_desa import STATUS
from data.katalog.kemandirian import UNSUR, muat_kemandirian
from data.katalog.register import muat_register
from data.kemandirian import Kemandirian
from handlers.blt.sebut import sebut_bulan
from handlers.bumdes.bidang import BUMDES, KDMP, baris_bidang
from handlers.bumdes.ikhtisar import sebut_keadaan
from handlers.desa_ini.tentang import AWAS, KOSONG, Isi, Tentang
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.sebaris import sebaris
from handlers.kader.sebut import sebut_bidang, sebut_celah

TAHUN_INDEKS = 3
"""Years that are told."""
TANPA_ORANG = ("hambatan",)
"""Free words in which somebody may be named: they stay on the card."""


def blt(t: Tentang) -> Isi:
    q = t.desa.blt
    b = q.ambil(t.di.kode, t.hari_ini.year)
    if b is None:
        return KOSONG
    if not b.keluarga:
        return Isi("tanpa penerima tahun ini")
    salur = q.salur(t.di.kode, b.tahun)
    bulan = sorted({n for s in salur for n in range(s.dari, s.sampai + 1)})
    dibayar = f"dibayar {sebut_bulan(bulan, pendek=True)}" if bulan else "belum ada pembayaran"
    telat = q.belum(b)
    tanda = f", {AWAS} terlambat {sebut_bulan(telat, pendek=True)}" if telat else ""
    return Isi(f"{ejaan_angka(b.kini)} keluarga, {dibayar}{tanda}", _rinci_blt(b, sum(s.rupiah for s in salur)))


def _rinci_blt(b: Blt, rupiah: int) -> tuple[str, ...]:
    tetap = f"Ditetapkan {ejaan_angka(b.keluarga)} keluarga, {ejaan_uang(b.bulanan)} sebulan"
    return (tetap, f"Dibayarkan seluruhnya {ejaan_uang(rupiah)}") if rupiah else (tetap,)


def bumdes(t: Tentang) -> Isi:
    b = t.desa.bumdes.banyak([t.di.kode])[t.di.kode]
    if not b.diubah:
        return KOSONG
    bidang = tuple(x for x in BUMDES if x.kolom not in (*TANPA_ORANG, "aktif", "direktur"))
    return Isi(f"langkah {sebut_keadaan(b, t.hari_ini, t.desa)}", tuple(baris_bidang(bidang, b)[0]))


def kdmp(t: Tentang) -> Isi:
    k = t.desa.kdmp.banyak([t.di.kode])[t.di.kode]
    if not k.diubah:
        return KOSONG
    bagian = ["berbadan hukum" if k.badan_hukum else "belum berbadan hukum"]
    bagian += [f"gedung {k.gedung} persen"] if k.gedung is not None else []
    bidang = tuple(x for x in KDMP if x.kolom not in (*TANPA_ORANG, "gedung"))
    return Isi(", ".join(bagian), tuple(baris_bidang(bidang, k)[0]))


def kader(t: Tentang) -> Isi:
    """How many and what is missing, never who."""
    (k,) = t.desa.kader.banyak([t.di.kode], t.di.kode)
    if not k.baris:
        return KOSONG
    tanpa = f", belum ada bidang {sebut_bidang(k.kosong)}" if k.kosong else ""
    jumlah = f"{k.jumlah('laki')} laki-laki, {k.jumlah('perempuan')} perempuan"
    return Isi(f"{len(k.baris)} aktif{tanpa}", (jumlah, *sebut_celah(replace(k, kosong=()))))


def register(t: Tentang) -> Isi:
    """Whatever the catalogue holds, by its kinds."""
    jumlah: dict[str, int] = {}
    for h in t.desa.register.hitung(desa=t.di.kode):
        if h.terbuka:
            jumlah[h.jenis] = jumlah.get(h.jenis, 0) + h.jumlah
    ringan = [(j.sebutan, jumlah[j.kode]) for j in muat_register().semua if not j.khusus and j.kode in jumlah]
    return Isi(", ".join(f"{n} {nama}" for nama, n in ringan))


def inovasi(t: Tentang) -> Isi:
    semua = t.desa.register.daftar("inovasi", desa=t.di.kode)
    return Isi(f"{len(semua)} masih berjalan", tuple(i.judul for i in semua)) if semua else KOSONG


def indeks(t: Tentang) -> Isi:
    """As it was set, by year; never computed."""
    semua = t.desa.indeks_desa.semua(t.di.kode)[:TAHUN_INDEKS]
    return Isi(", ".join(f"{s.tahun} {STATUS[s.status].lower()}" for s in reversed(semua)))


def kemandirian(t: Tentang) -> Isi:
    """A group's or the village's own view of itself: the latest in a line, never an average."""
    semua = t.desa.kemandirian.daftar(t.di.kode)
    return Isi(_penilaian(semua[0]), tuple(map(_penilaian, semua[1:]))) if semua else KOSONG


def _penilaian(k: Kemandirian) -> str:
    """'2026, desa: material kuat, intelektual mulai tumbuh, pendampingan kuat'"""
    sebutan = muat_kemandirian().sebutan
    unsur = ((u, k.tingkat(u)) for u in UNSUR)
    tingkat = ", ".join(f"{u} {sebutan[n - 1]}" for u, n in unsur if n)
    return f"{k.tahun}, {sebaris(k.kelompok, 40) or 'desa'}: {tingkat}"
