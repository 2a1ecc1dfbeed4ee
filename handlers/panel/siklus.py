"""The year's papers of every village: how far each is, in words and colour."""

from __future__ import annotations

from collections import Counter

from data.siklus import DOKUMEN, PERDES, Papan
from handlers.panel import bagian as b
from handlers.panel.papan import nada_tahap, sebut_desa_tabel
from handlers.panel.tamu import AKHIR, AWAL, Saringan, Tamu, ke
from handlers.panel.tempat import KECAMATAN, Tempat, nama, pendek, pilihan, tempat
from handlers.siklus.sebut import SINGKAT, TAHAP, tahun_berjalan


def siklus(t: Tamu, saring: Saringan) -> b.Halaman | None:
    di = tempat(saring, t.desa)
    if di is None:
        return None
    tahun = _tahun(saring.get("tahun", ""), tahun_berjalan(t.hari_ini))
    papan = t.desa.siklus.papan_banyak([w.kode for w in di.desa], tahun)
    baris = _desa(di, papan) if di.sempit else _kecamatan(di, papan, tahun)
    pilih = pilihan(di, "siklus", tahun=str(tahun))
    geser = tuple(b.Tautan(f"{n}", _ke(di.kode, n), kini=n == tahun) for n in (tahun - 1, tahun, tahun + 1))
    kosong = "Belum ada desa yang tercatat di sini." if di.sempit else "Pilih kabupaten atau kecamatannya dulu."
    kepala = ("Desa" if di.sempit else "Kecamatan", *(SINGKAT[d] for d in DOKUMEN))
    isi: list[b.Bagian] = [*((pilih,) if pilih else ()), b.Pilihan("Tahun dokumen", geser)]
    isi += [] if di.sempit or not baris else [b.Kalimat("Berapa desa yang sudah Perdes.")]
    isi.append(b.Tabel(kepala, baris, kosong, padat=True))
    return b.Halaman("Siklus dokumen", tuple(isi), f"{nama(di.kode)}, {tahun}", ke("siklus"))


def _desa(di: Tempat, papan: dict[str, Papan]) -> tuple[tuple[b.Sel, ...], ...]:
    return tuple(
        (sebut_desa_tabel(w), *(b.Sel(TAHAP[satu.tahap], nada_tahap(satu.tahap)) for satu in papan[w.kode].values()))
        for w in di.desa
    )


def _kecamatan(di: Tempat, papan: dict[str, Papan], tahun: int) -> tuple[tuple[b.Sel, ...], ...]:
    """How many of its villages are through, for each paper."""
    jumlah = Counter(w.kode[:KECAMATAN] for w in di.desa)
    sudah = Counter((k[:KECAMATAN], d) for k, isi in papan.items() for d in DOKUMEN if isi[d].tahap == PERDES)
    return tuple(
        (b.Sel(pendek(k), ke=_ke(k, tahun)), *(_berapa(sudah[k, d], jumlah[k]) for d in DOKUMEN))
        for k in di.bagian
        if k in jumlah
    )


def _berapa(n: int, dari: int) -> b.Sel:
    return b.Sel(f"{n} dari {dari}", "baik" if n == dari else "sedang" if n else "redup")


def _tahun(teks: str, ini: int) -> int:
    return min(max(int(teks), AWAL), AKHIR) if teks.isascii() and teks.isdigit() and len(teks) == 4 else ini


def _ke(kode: str, tahun: int) -> str:
    return ke("siklus", wilayah=kode, tahun=str(tahun))
