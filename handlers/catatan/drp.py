"""/drp: a month as DRP rows, ready to copy, and what is still empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from data.desa import Desa
from data.orang import PENDAMPING
from handlers.catatan.baris_drp import BarisDrp
from handlers.catatan.bulan import akhir_bulan, baca_bulan, sebut_bulan
from handlers.catatan.drp_tanda import SUDAH, BarisSalin, baris_salin, sebut_salin, sebut_tertinggal
from handlers.dialog.baca.jam import ejaan_durasi
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.tombol import perintah

LEMBAR = 3000
"""Characters of rows in one message: under every channel's limit, short enough to select with a thumb."""


@dataclass(frozen=True)
class Rekap:
    """One month of one person."""

    bulan: date
    aktivitas: list[BarisDrp]
    kunjungan: list[BarisDrp]
    hari_kerja: int
    """Days with at least one entry."""
    kosong: list[date]
    """Working days up to today without an entry."""
    salin: list[BarisSalin]
    """Both lists, with what became of each row in DRP."""
    libur_terisi: bool = True
    """Whether anybody has filled in that year's days off."""

    @property
    def menit(self) -> int:
        return sum(b.menit for b in (*self.aktivitas, *self.kunjungan))


def rekap(desa: Desa, bulan: date, hari_ini: date) -> Rekap:
    salin = baris_salin(desa, bulan)
    terisi = {date.fromisoformat(b.k.tanggal) for b in salin}
    return Rekap(
        bulan,
        [b.baris for b in salin if not b.baris.kunjungan],
        [b.baris for b in salin if b.baris.kunjungan],
        len(terisi),
        _kosong(desa, bulan, hari_ini, terisi),
        salin,
        desa.libur.terisi(bulan.year),
    )


def _kosong(desa: Desa, bulan: date, hari_ini: date, terisi: set[date]) -> list[date]:
    """By the calendar where the person works, and without the days they were on leave."""
    akhir = min(akhir_bulan(bulan), hari_ini)
    hari_kerja = desa.libur.hari_kerja(bulan, akhir)
    hari = [bulan + timedelta(days=n) for n in range((akhir - bulan).days + 1)]
    return [h for h in hari if h not in terisi and hari_kerja(h) and not desa.cuti.sedang_cuti(h)]


@dialog("drp", help="Rekap DRP sebulan", untuk=PENDAMPING, kata=("rekap drp", "rekap"), langsung=True)
def drp(d: Dialog, desa: Desa) -> Kabar:
    bulan = baca_bulan(d.argumen, d.hari_ini)
    kata = d.argumen.lower().split()
    if "xlsx" in kata or "excel" in kata:
        return Kabar(_berkas(bulan))
    r = rekap(desa, bulan, d.hari_ini)
    for jenis, baris in (("aktivitas", r.aktivitas), ("kunjungan", r.kunjungan)):
        if jenis in kata:
            lembar = next((int(k) for k in kata if k.isascii() and k.isdigit() and len(k) < 4), 1)
            return Kabar(_salinan(jenis, bulan, baris, lembar))
    return Kabar(_ringkasan(r, d.hari_ini, desa))


def _ringkasan(r: Rekap, hari_ini: date, desa: Desa) -> Pesan:
    teks = [
        f"Jam kerja: {ejaan_durasi(r.menit)}",
        f"Hari kerja terisi: {r.hari_kerja}",
        f"Aktivitas: {len(r.aktivitas)} · Kunjungan lapangan: {len(r.kunjungan)}",
        sebut_kosong(r, hari_ini),
        sebut_salin(r.salin),
        sebut_tertinggal(desa, r.bulan),
    ]
    lain = [b for b in desa.kegiatan.bulan_terisi(3) if b != f"{r.bulan:%Y-%m}"]
    tombol = [
        Tombol(f"Salin {j}", perintah(f"drp {r.bulan:%Y-%m} {j}")) for j in ("kunjungan", "aktivitas") if getattr(r, j)
    ]
    if r.salin:
        tombol.insert(0, _satu_satu(r))
        tombol.append(Tombol("Unduh XLSX", perintah(f"drp {r.bulan:%Y-%m} xlsx")))
        tombol.append(Tombol("Cocokkan PDF DRP", perintah(f"drp_cocok {r.bulan:%Y-%m}")))
    if r.kunjungan:
        tombol.append(Tombol("Laporan kunjungan", perintah(f"laporan {r.bulan:%Y-%m}")))
    tombol += [Tombol(sebut_bulan(date.fromisoformat(f"{b}-01")), perintah(f"drp {b}")) for b in lain]
    return Pesan("\n".join(t for t in teks if t), judul=f"DRP {sebut_bulan(r.bulan)}", tombol=tuple(tombol))


def _satu_satu(r: Rekap) -> Tombol:
    """With nothing left to copy, the list, where a tick can be taken back."""
    if all(b.keadaan == SUDAH for b in r.salin):
        return Tombol("Daftar salinan", perintah(f"drp_salin {r.bulan:%Y-%m} daftar"))
    return Tombol("Salin satu-satu", perintah(f"drp_salin {r.bulan:%Y-%m}"))


def sebut_kosong(r: Rekap, hari_ini: date) -> str:
    if r.bulan > hari_ini:
        return "Bulan ini belum mulai."
    if not r.kosong:
        return "Tidak ada hari kerja yang kosong."
    hari = ", ".join(str(h.day) for h in r.kosong)
    belum = "" if r.libur_terisi else " (daftar libur tahun ini belum diisi)"
    return f"Hari kerja yang masih kosong ({len(r.kosong)}): tanggal {hari}{belum}."


def salinan(baris: list[BarisDrp]) -> list[str]:
    return [
        f"{n}. {b.tanggal} · {b.waktu} ({b.durasi})\nJenis: {b.jenis}\nLokasi: {b.lokasi}\n{b.deskripsi}"
        for n, b in enumerate(baris, start=1)
    ]


def _lembar(potongan: list[str]) -> list[str]:
    """Whole rows to a sheet; a row longer than a sheet stands alone."""
    lembar: list[str] = []
    for satu in potongan:
        if lembar and len(lembar[-1]) + len(satu) < LEMBAR:
            lembar[-1] += f"\n\n{satu}"
        else:
            lembar.append(satu)
    return lembar


def _salinan(jenis: str, bulan: date, baris: list[BarisDrp], ke: int) -> Pesan:
    lembar = _lembar(salinan(baris))
    if not lembar:
        return Pesan(f"Belum ada {jenis} di {sebut_bulan(bulan)}.", tombol=(Tombol("Rekap DRP", perintah("drp")),))
    ke = min(max(ke, 1), len(lembar))
    tombol = [Tombol("Rekap DRP", perintah(f"drp {bulan:%Y-%m}"))]
    if ke < len(lembar):
        tombol.insert(0, Tombol("Lanjut ›", perintah(f"drp {bulan:%Y-%m} {jenis} {ke + 1}")))
    nama = "Kunjungan lapangan" if jenis == "kunjungan" else "Aktivitas"
    halaman = f" ({ke}/{len(lembar)})" if len(lembar) > 1 else ""
    return Pesan(lembar[ke - 1], judul=f"{nama} {sebut_bulan(bulan)}{halaman}", tombol=tuple(tombol))


def _berkas(bulan: date) -> Pesan:
    nama = f"DRP-{bulan:%Y-%m}.xlsx"
    return Pesan(
        f"Ini rekap DRP {sebut_bulan(bulan)}.",
        berkas=Berkas(nama, "drp_xlsx", {"bulan": f"{bulan:%Y-%m}"}),
        tombol=(Tombol("Rekap DRP", perintah(f"drp {bulan:%Y-%m}")),),
    )
