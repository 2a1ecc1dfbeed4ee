"""People below: when each last logged, and the month so far."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from data.orang import SEBUTAN
from data.tim import Anggota, Pekan
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.jam import ejaan_durasi
from handlers.dialog.baca.tanggal import BULAN, ejaan_pendek, ejaan_tanggal
from handlers.panel import bagian as b
from handlers.panel.tamu import Saringan, Tamu, ke, tanggal
from handlers.panel.tempat import nama, pilihan, tempat
from handlers.tim.lihat import sebut_desa

DIAM = 7
"""Days without an entry after which somebody is to be looked after."""
SEHALAMAN = 40
"""People of one page."""
KOSONG = "Belum ada pendamping yang Anda bina di sini."


def orang(t: Tamu, saring: Saringan) -> b.Halaman | None:
    di = tempat(saring, t.desa)
    if di is None:
        return None
    bulan = _bulan(saring.get("bulan", ""), t.hari_ini)
    pilih = pilihan(di, "orang", bulan=f"{bulan:%Y-%m}")
    isi: list[b.Bagian] = [*((pilih,) if pilih else ()), _pilih_bulan(di.kode, bulan, t.hari_ini)]
    if not t.desa.tim.ada:
        isi = [b.Kalimat("Daftar orang dibuka koordinatornya. Yang bisa Anda baca: papan, siklus, rekap, dan catatan.")]
    elif di.desa or di.sempit:
        isi += _tabel(di.kode, bulan, saring.get("halaman", ""), t)
    else:
        isi.append(b.Kalimat("Pilih kabupaten atau kecamatannya dulu."))
    return b.Halaman("Orang", tuple(isi), f"{nama(di.kode)}, {BULAN[bulan.month - 1]} {bulan.year}", ke("orang"))


def _bulan(teks: str, hari_ini: date) -> date:
    """Its first day; none that has not begun."""
    hari = tanggal(f"{teks}-01") or hari_ini
    return min(hari, hari_ini).replace(day=1)


def _pilih_bulan(kode: str, bulan: date, hari_ini: date) -> b.Pilihan:
    semua, satu = [], hari_ini.replace(day=1)
    for _ in range(6):
        semua.append(satu)
        satu = _lalu(satu)
    semua += [bulan] if bulan not in semua else []
    return b.Pilihan(
        "Bulan",
        tuple(
            b.Tautan(f"{BULAN[s.month - 1]} {s.year}", ke("orang", wilayah=kode, bulan=f"{s:%Y-%m}"), s == bulan)
            for s in semua
        ),
    )


def _lalu(bulan: date) -> date:
    return bulan.replace(year=bulan.year - 1, month=12) if bulan.month == 1 else bulan.replace(month=bulan.month - 1)


def _tabel(kode: str, bulan: date, halaman: str, t: Tamu) -> list[b.Bagian]:
    akhir = bulan.replace(day=monthrange(bulan.year, bulan.month)[1])
    masa = Pekan(bulan, akhir, t.hari_ini)
    semua = t.desa.tim.anggota(masa, kode)
    n = int(halaman) if halaman.isascii() and halaman.isdigit() and len(halaman) < 4 else 1
    n = min(max(n, 1), max(-(-len(semua) // SEHALAMAN), 1))
    tampak = semua[(n - 1) * SEHALAMAN : n * SEHALAMAN]
    kunjungan = t.desa.panel.kunjungan([a.id for a in tampak], bulan, min(akhir, t.hari_ini))
    menunggu = t.desa.menunggu.tiap_orang(kode)
    baris = tuple(_baris(a, kunjungan.get(a.id, 0), menunggu.get(a.id, 0), t) for a in tampak)
    kepala = ("Nama", "Tugas", "Catatan terakhir", "Catatan", "Kunjungan", "Jam", "Perlu diperiksa", "Cuti")
    mencatat = sum(a.catatan > 0 for a in semua)
    isi: list[b.Bagian] = [b.Tabel(kepala, baris, KOSONG)]
    if semua:
        isi.insert(0, b.Kalimat(f"{mencatat} dari {len(semua)} orang sudah mencatat bulan itu."))
    mundur = [b.Tautan("Sebelumnya", _ke(kode, bulan, n - 1))] if n > 1 else []
    maju = [b.Tautan("Berikutnya", _ke(kode, bulan, n + 1))] if n * SEHALAMAN < len(semua) else []
    return [*isi, b.Langkah((*mundur, *maju))] if mundur or maju else isi


def _ke(kode: str, bulan: date, halaman: int) -> str:
    return ke("orang", wilayah=kode, bulan=f"{bulan:%Y-%m}", halaman=str(halaman) if halaman > 1 else "")


def _baris(a: Anggota, kunjungan: int, menunggu: int, t: Tamu) -> tuple[b.Sel, ...]:
    tugas = ", ".join(SEBUTAN[p] for p in a.peran)
    di = ", ".join(sebut_desa(kode, t.desa) for kode in a.wilayah[:4])
    lagi = f" dan {len(a.wilayah) - 4} lagi" if len(a.wilayah) > 4 else ""
    cuti = f"sampai {ejaan_pendek(date.fromisoformat(a.cuti))}" if a.cuti else ""
    return (
        b.Sel(a.nama, ke=ke("daftar", "kegiatan", nama=a.nama)),
        b.Sel(f"{tugas}: {di}{lagi}"),
        _terakhir(a, t.hari_ini),
        b.Sel(ejaan_angka(a.catatan), angka=True),
        b.Sel(ejaan_angka(kunjungan), angka=True),
        b.Sel(ejaan_durasi(a.menit) if a.menit else "0", angka=True),
        b.Sel(ejaan_angka(menunggu), "sedang" if menunggu else "", angka=True),
        b.Sel(cuti or "tidak"),
    )


def _terakhir(a: Anggota, hari_ini: date) -> b.Sel:
    if not a.terakhir:
        return b.Sel("belum ada", "" if a.cuti else "awas")
    hari = date.fromisoformat(a.terakhir)
    lama = (hari_ini - hari).days
    kata = {0: "hari ini", 1: "kemarin"}.get(lama, f"{ejaan_tanggal(hari, False)}, {lama} hari lalu")
    return b.Sel(kata, "awas" if lama >= DIAM and not a.cuti else "")
