"""One page of evidence: what was logged in one place, what is missing, and room for a signature. Never a score."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from data.desa import Desa
from data.katalog.sebutan import sebutan
from data.orang import SEBUTAN, Orang
from data.wilayah import DESA, KABUPATEN, KECAMATAN
from handlers.dialog.baca.jam import ejaan_durasi
from handlers.dialog.baca.tanggal import BULAN
from handlers.dialog.sebaris import sebaris
from handlers.evkin.bagian import LEBAR_NAMA, bagian, bulan_masa, kurang, sebut_hari
from handlers.evkin.bahan import Bahan, Tempat, semua_tempat
from handlers.evkin.masa import sebut_masa, sebut_rentang
from handlers.kartu import sebut_tempat

SEMUA = "semua"
"""In place of a code: a page for each place."""
DRAF = "Draf: bukti dari catatan pendamping, bukan nilai."


def evkin_pdf(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: masa '2026-T4', kode (or `SEMUA`). Raises `LookupError` where it is not, or no longer, their place."""
    from handlers.cetak.mesin import cetak_pdf  # a typesetter that only those who ask for a paper should load

    kode = str(bahan["kode"])
    b = Bahan(desa, desa.evkin.masa(str(bahan["masa"])), hari_ini)
    tempat = [t for t in semua_tempat(b) if kode in (SEMUA, t.di.kode)]
    if not tempat:
        raise LookupError(f"no place {kode}")
    orang = desa.orang.ambil(desa.lingkup.orang_id, 0)
    return cetak_pdf("evkin", {"halaman": [isi_halaman(t, orang) for t in tempat]})


def isi_halaman(t: Tempat, orang: Orang) -> dict[str, Any]:
    masa = t.bahan.masa
    penilai, sampai = sebut_penilai(t), min(masa.sampai, t.bahan.hari_ini)
    return {
        "judul": "Bukti pendampingan untuk evaluasi kinerja",
        "draf": DRAF,
        "tempat": sebaris(f"{sebut_tempat(t.di)}, {t.di.jalur}".strip(", "), LEBAR_NAMA),
        "masa": f"{sebut_masa(masa.kode)}: {sebut_rentang(masa)}",
        "nama": sebaris(orang.nama, LEBAR_NAMA),
        "sebagai": f"{SEBUTAN[t.tugas.peran]}, bertugas di sini sejak {sebut_hari(t.tugas.dari)}",
        "angka": [{"n": n, "kata": kata} for n, kata in angka(t)],
        "bulan": [strip(t, bulan) for bulan in bulan_masa(masa)],
        "bagian": [b for b in bagian(t) if b["baris"] or b["kosong"]],
        "kurang": list(kurang(t)),
        "penilai": penilai,
        "kaki": f"{DRAF} Nilai sepenuhnya dari {penilai}. Dihitung dari catatan {sebaris(orang.nama, LEBAR_NAMA)} di "
        f"Kawan Desa sampai {sebut_hari(sampai.isoformat())}; yang tidak dicatat tidak tampak di sini. "
        "Masalah yang rahasia dan isi ceritanya tidak dimuat.",
    }


def sebut_penilai(t: Tempat) -> str:
    """Who assesses as the one served: 'Kepala Desa Sukamaju', 'Camat Cibeber', 'Dinas PMD Kabupaten Cianjur'."""
    if t.di.tingkat == DESA:
        return f"{sebutan(t.di.kode).kepala_desa.title()} {t.di.nama}"
    if t.di.tingkat == KECAMATAN:
        return f"{'Kepala Distrik' if t.di.jenis == 'Distrik' else 'Camat'} {t.di.nama}"
    return f"Dinas PMD {sebut_tempat(t.di) if t.di.tingkat == KABUPATEN else f'Provinsi {t.di.nama}'}"


def angka(t: Tempat) -> list[tuple[str, str]]:
    hasil = [
        (str(len(t.hari)), "hari hadir di lapangan"),
        (str(len(t.lapangan)), "kunjungan"),
        (ejaan_durasi(t.menit) if t.menit else "0 jam", "jam kerja tercatat"),
    ]
    if t.di.tingkat != DESA:
        hasil.append((str(len({k.desa for k in t.lapangan})), "desa dikunjungi sendiri"))
    return [*hasil, (str(len(t.musdes)), "musdes"), (str(len(t.keputusan)), "keputusan selesai")]


def strip(t: Tempat, bulan: date) -> dict[str, Any]:
    """A month's days: 'desa', 'lain' (coordination), 'cuti', '' for nothing logged, '-' for what is not assessed."""
    hari = []
    satu = bulan
    while satu.month == bulan.month:
        tanda = "desa" if satu in t.hari else "lain" if satu in t.hari_lain else "cuti" if satu in t.bahan.cuti else ""
        hari.append({"t": satu.day, "ada": tanda if satu <= t.bahan.masa.sampai else "-"})
        satu += timedelta(days=1)
    return {"nama": BULAN[bulan.month - 1], "hari": hari}
