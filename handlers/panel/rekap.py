"""Any week of a kecamatan, as its group was told, with the list behind every figure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from data.rekap import AngkaRekap
from handlers.dialog.pesan import Butir
from handlers.panel import bagian as b
from handlers.panel.tamu import Saringan, Tamu, ke, tanggal
from handlers.panel.tempat import Tempat, nama, pilihan, tempat
from handlers.rekap.kata import teks_rekap
from handlers.rekap.minta import Minta
from handlers.rekap.rekap import LAMA
from handlers.rekap.rincian import BAGIAN, JUDUL, SEMUA, bagian, jumlah_bagian
from handlers.rekap.sebut import rentang
from handlers.tim.lihat import HALAMAN

NOMOR = re.compile(r"\b[A-Z]{1,2}-\d{4}-\d{4,}")
TERKIRIM = 12
"""Weeks that are listed."""


def rekap(t: Tamu, saring: Saringan) -> b.Halaman | None:
    di = tempat(saring, t.desa)
    if di is None:
        return None
    apa = saring.get("bagian", "")
    if apa and apa not in BAGIAN:
        return None
    pilih = pilihan(di, "rekap", pekan=saring.get("pekan", ""))
    isi: list[b.Bagian] = [pilih] if pilih else []
    judul = nama(di.kode)
    if di.sempit:
        ini = t.desa.rekap.senin(di.kode)
        diminta = tanggal(saring.get("pekan", ""))
        senin = ini if diminta is None else min(max(_senin(diminta), ini - timedelta(weeks=LAMA)), ini)
        angka = t.desa.rekap.pekan(di.kode, senin, kini=diminta is None)
        assert angka is not None, "a place that the panel opens may be read"
        judul = f"{judul}, {rentang(senin, angka.sampai)}"
        halaman = saring.get("halaman", "1")
        isi += _pekan(di, senin, ini, t)
        isi += _satu(angka, apa, halaman, t) if apa and apa != SEMUA else _semua(angka, t)
    else:
        isi.append(b.Kalimat("Rekap pekan dibuat per kecamatan. Pilih kecamatannya di atas."))
    return b.Halaman("Rekap pekan", tuple(isi), judul, ke("rekap"))


def _senin(hari: date) -> date:
    return hari - timedelta(days=hari.weekday())


def _pekan(di: Tempat, senin: date, ini: date, t: Tamu) -> list[b.Bagian]:
    """The weeks beside this one, and those that were sent."""
    semua = {ini, senin, *t.desa.rekap.periode(di.kode, TERKIRIM), senin - timedelta(weeks=1)}
    if senin < ini:
        semua.add(senin + timedelta(weeks=1))
    return [
        b.Pilihan(
            "Pekan",
            tuple(
                b.Tautan(
                    rentang(s, s + timedelta(days=6)), ke("rekap", wilayah=di.kode, pekan=s.isoformat()), s == senin
                )
                for s in sorted(semua, reverse=True)
            ),
        )
    ]


def _semua(a: AngkaRekap, t: Tamu) -> list[b.Bagian]:
    ada = [(JUDUL[kunci], ket, kunci) for kunci, (n, ket) in jumlah_bagian(a).items() if n]
    tabel = b.Tabel(
        ("Rincian", "Isinya"),
        tuple((b.Sel(label, ke=_ke(a, kunci)), b.Sel(ket)) for label, ket, kunci in ada),
        "Belum ada yang bisa dirinci pekan ini.",
        polos=True,
    )
    return [b.Kalimat(teks_rekap(a, nama=t.desa.rekap.boleh_nama(a.kode))), b.Judul("Rincian"), tabel]


def _satu(a: AngkaRekap, apa: str, halaman: str, t: Tamu) -> list[b.Bagian]:
    n = max(int(halaman), 1) if halaman.isascii() and halaman.isdigit() and len(halaman) < 4 else 1
    pesan = bagian(a, Minta(a.kode, a.senin, apa, n), t.desa)
    banyak = jumlah_bagian(a)[apa][0]
    maju = (
        (b.Tautan("Berikutnya", _ke(a, apa, n + 1)),) if n * HALAMAN < banyak and len(pesan.daftar) == HALAMAN else ()
    )
    mundur = (b.Tautan("Sebelumnya", _ke(a, apa, n - 1)),) if n > 1 else ()
    baris = tuple(map(_butir, pesan.daftar))
    tabel = b.Tabel((JUDUL[apa], "Keterangan"), baris, "Tidak ada yang tercatat di sini.", polos=True)
    semua = b.Tautan("Semua rincian", _ke(a, ""))
    return [b.Judul(JUDUL[apa]), b.Kalimat(pesan.teks), tabel, b.Langkah((*mundur, *maju, semua))]


def _butir(satu: Butir) -> tuple[b.Sel, ...]:
    """What a row opens in chat it opens here, where it is a record."""
    nomor = NOMOR.search(satu.data)
    return b.Sel(satu.label, ke=ke("kartu", nomor[0]) if nomor else ""), b.Sel(satu.ket)


def _ke(a: AngkaRekap, apa: str, halaman: int = 1) -> str:
    lembar = str(halaman) if halaman > 1 else ""
    return ke("rekap", wilayah=a.kode, pekan=a.senin.isoformat(), bagian=apa, halaman=lembar)
