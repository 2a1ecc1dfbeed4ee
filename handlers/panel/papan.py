"""The board: a tile for every village, with what needs company said in words; of a kabupaten its kecamatan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from data.keputusan_isi import Jumlah
from data.profil_desa import Kunjungan
from data.rekap.angka import BELUM_DIKUNJUNGI
from data.siklus import BELUM, DOKUMEN, MUSDES, PERDES, PROSES
from data.siklus import Papan as PapanSiklus
from data.wilayah import Wilayah, dari_kode
from handlers.blt.sebut import sebut_bulan
from handlers.desa_ini.banyak import perlu
from handlers.panel import bagian as b
from handlers.panel.tamu import AKAR, Saringan, Tamu, ke
from handlers.panel.tempat import Tempat, nama, pilihan, tempat
from handlers.siklus.sebut import SINGKAT, TAHAP, tahun_berjalan

CARA_BACA = (
    f"Kunjungan disebut perlu ditemani bila sudah {BELUM_DIKUNJUNGI} hari atau lebih. "
    "Semua angka dari yang dicatat; desa yang belum tercatat belum tentu tidak dikunjungi."
)
SEBAB_LAIN = ("keputusan", "BUM Desa")
"""Reasons that no other line of a tile tells."""
BELUM_TERCATAT = b.Sel("belum tercatat", "redup")


def papan(t: Tamu, saring: Saringan) -> b.Halaman | None:
    di = tempat(saring, t.desa)
    if di is None:
        return None
    pilih = pilihan(di, "wilayah")
    isi: list[b.Bagian] = [pilih] if pilih else []
    if di.sempit:
        isi += _desa(di, t)
    elif di.desa:
        isi += _kecamatan(di, t)
    else:
        isi.append(b.Kalimat("Pilih kabupatennya dulu; papan memuat satu kabupaten atau satu kecamatan."))
    return b.Halaman("Papan desa", tuple(isi), nama(di.kode), AKAR)


def _mendesak(di: Tempat, t: Tamu) -> dict[str, list[str]]:
    """As /desa has it, but for the calendar's deadlines: where those alone count, every village stands out."""
    semua = perlu(di.desa, t.hari_ini, t.desa)
    hasil = {kode: [kata for kata in isi if "tenggat" not in kata] for kode, isi in semua.items()}
    return {kode: isi for kode, isi in hasil.items() if isi}


def _kecamatan(di: Tempat, t: Tamu) -> list[b.Bagian]:
    sebab = _mendesak(di, t)
    jumlah = Counter(w.kode[:8] for w in di.desa)
    butuh = Counter(kode[:8] for kode in sebab)
    ubin = []
    for kode in di.bagian:
        n = butuh[kode]
        sel = b.Sel(f"{n} perlu ditemani", "awas") if n else b.Sel("tidak ada yang mendesak", "baik")
        tempat_ = dari_kode(kode)
        isi = (("Desa", b.Sel(str(jumlah[kode]))), ("Keadaan", sel))
        ubin.append(b.Ubin(tempat_.nama if tempat_ else kode, ke("wilayah", wilayah=kode), isi, sel.nada))
    ubin.sort(key=lambda u: u.nama.lower())
    return [b.Kalimat(f"{len(sebab)} dari {len(di.desa)} desa perlu ditemani."), b.Papan(tuple(ubin))]


def _desa(di: Tempat, t: Tamu) -> list[b.Bagian]:
    kode = [w.kode for w in di.desa]
    profil = t.desa.profil
    kunjungan, masalah = profil.kunjungan(kode), profil.masalah(kode)
    blt, telat = t.desa.blt.banyak(kode, t.hari_ini.year), t.desa.blt.terlambat(kode)
    siklus = t.desa.siklus.papan_banyak(kode, tahun_berjalan(t.hari_ini))
    sebab, tenggat = _mendesak(di, t), profil.lewat(kode)
    ubin = []
    for w in di.desa:
        isi = [
            ("Kunjungan", _kunjungan(kunjungan.get(w.kode), t.hari_ini)),
            (f"Siklus {tahun_berjalan(t.hari_ini)}", _siklus(siklus[w.kode])),
        ]
        if profil.boleh_masalah(w.kode):
            isi.append(("Masalah", _masalah(masalah.get(w.kode))))
        isi.append(("BLT", _blt(telat.get(w.kode, ()), ada=w.kode in blt)))
        isi += [("Tenggat", b.Sel(f"{n} lewat", "sedang"))] if (n := tenggat.get(w.kode)) else []
        if lain := [kata for kata in sebab.get(w.kode, ()) if any(apa in kata for apa in SEBAB_LAIN)]:
            isi.append(("Lainnya", b.Sel(", ".join(lain), "awas")))
        ubin.append(b.Ubin(w.nama, ke("desa", w.kode), tuple(isi), "awas" if w.kode in sebab else "baik"))
    kata = (
        f"{len(sebab)} dari {len(ubin)} desa perlu ditemani." if sebab else "Tidak ada yang mendesak menurut catatan."
    )
    return [b.Kalimat(kata), b.Papan(_urut(ubin)), b.Kalimat(CARA_BACA, "redup")]


def _urut(ubin: Sequence[b.Ubin]) -> tuple[b.Ubin, ...]:
    """By name, so that everybody's place on the board stays the same from day to day."""
    return tuple(sorted(ubin, key=lambda u: u.nama.lower()))


def _kunjungan(k: Kunjungan | None, hari_ini: date) -> b.Sel:
    if k is None:
        return b.Sel("belum tercatat", "awas")
    lama = (hari_ini - date.fromisoformat(k.terakhir)).days
    kata = {0: "hari ini", 1: "kemarin"}.get(lama, f"{lama} hari lalu")
    return b.Sel(kata, "awas" if lama >= BELUM_DIKUNJUNGI else "baik")


def _siklus(papan_: PapanSiklus) -> b.Sel:
    """What is furthest of what is not done: 'APB musdes; 3 dari 5 Perdes'."""
    sudah = sum(papan_[d].tahap == PERDES for d in DOKUMEN)
    jalan = [d for d in DOKUMEN if papan_[d].tahap in (PROSES, MUSDES)]
    if sudah == len(DOKUMEN):
        return b.Sel("semua sudah Perdes", "baik")
    if not (sudah or jalan):
        return BELUM_TERCATAT
    kata = ", ".join(f"{SINGKAT[d]} {TAHAP[papan_[d].tahap]}" for d in jalan[:2])
    return b.Sel("; ".join(satu for satu in (f"{sudah} dari {len(DOKUMEN)} Perdes", kata) if satu), "sedang")


def _masalah(n: Jumlah | None) -> b.Sel:
    if n is None:
        return b.Sel("0 terbuka", "redup")  # that nobody reported any is no good news yet
    return (
        b.Sel(f"{n.terbuka} terbuka, {n.lewat} lewat", "awas") if n.lewat else b.Sel(f"{n.terbuka} terbuka", "sedang")
    )


def _blt(bulan: Sequence[int], *, ada: bool) -> b.Sel:
    """Of a village whose BLT nobody has written down nothing is claimed."""
    if bulan:
        return b.Sel(f"terlambat {sebut_bulan(bulan, pendek=True)}", "awas")
    return b.Sel("tidak terlambat", "baik") if ada else BELUM_TERCATAT


def nada_tahap(tahap: str) -> b.Nada:
    nada: dict[str, b.Nada] = {PERDES: "baik", MUSDES: "sedang", PROSES: "sedang", BELUM: "redup"}
    return nada.get(tahap, "")


def sebut_desa_tabel(w: Wilayah) -> b.Sel:
    return b.Sel(w.nama, ke=ke("desa", w.kode))
