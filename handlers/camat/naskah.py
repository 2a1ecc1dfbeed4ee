"""From what was counted and typed to the fields of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data.camat import Isi, KegiatanCamat, MusdesCamat, Tanda
from data.katalog.laporan_camat import muat_laporan_camat
from data.katalog.sebutan import sebutan
from data.orang import SEBUTAN
from handlers.camat import bidang as b
from handlers.camat import kalimat
from handlers.camat.kalimat import hari, tempat
from handlers.catatan.bulan import akhir_bulan, sebut_bulan
from handlers.dialog.baca.jam import ejaan_durasi
from handlers.isian import SEBUTAN_PILAR
from handlers.kartu import sebut_kegiatan
from handlers.kertas.bersih import bersih
from handlers.kertas.kalimat import TITIK, jajar

DRAF = "DRAF, untuk diperiksa dan ditandatangani {penanda}"
JUDUL = "LAPORAN PELAKSANAAN PENDAMPINGAN MASYARAKAT DESA"
KEADAAN = {"": "", "terbuka": "belum selesai", "selesai": "selesai"}
ROMAWI = ("", "I", "II", "III", "IV")


def naskah(isi: Isi, nomor: str, versi: int, tanda: Tanda | None) -> b.Naskah:
    """`tanda`: the letter that this version was signed as; None: it is a draft."""
    kepala = _kepala(isi, tanda)
    return bersih(
        b.Naskah(
            nomor=nomor, versi=versi, **kepala, **_bagian_12(isi), **_bagian_34(isi), **_bagian_56(isi), **_akhir(isi)
        )
    )


def alinea(teks: str) -> b.Alinea:
    return tuple(baris.strip() for baris in teks.splitlines() if baris.strip())


def ketikan(isi: Isi, kode: str) -> b.Alinea:
    return alinea(isi.isian[kode].teks) if kode in isi.isian else ()


def diganti(isi: Isi, kode: str) -> bool:
    """Whether what was typed stands in place of the sentences that come along."""
    return kode in isi.isian and isi.isian[kode].ganti and bool(isi.isian[kode].teks)


def baku(isi: Isi, kode: str) -> b.Alinea:
    if diganti(isi, kode):
        return ()
    tempat_ = {"kecamatan": tempat(isi.kode, isi.nama), "kabupaten": tempat(isi.kode[:5])}
    return alinea(muat_laporan_camat().ambil(kode).baku.format(**tempat_, masa=kalimat.masa(isi)))


def _kepala(isi: Isi, tanda: Tanda | None) -> dict[str, Any]:
    kabupaten, kecamatan = tempat(isi.kode[:5]), tempat(isi.kode, isi.nama)
    penanda = kalimat.penanda(isi)
    return {
        "draf": "" if tanda else DRAF.format(penanda=penanda),
        "kop": (f"PEMERINTAH {kabupaten.upper()}", kecamatan.upper()),
        "judul": JUDUL,
        "bulan": sebut_bulan(isi.awal),
        "masa": kalimat.masa(isi),
        "surat": tanda.surat if tanda else TITIK,
        "tanggal": hari(tanda.tanggal) if tanda else TITIK,
        "kecamatan": kecamatan,
        "kabupaten": kabupaten,
        "provinsi": f"Provinsi {tempat(isi.kode[:2])}",
        "nama_tempat": isi.nama,
        "penanda": penanda,
    }


def _bagian_12(isi: Isi) -> dict[str, Any]:
    return {
        "dasar": tuple(satu.teks for satu in muat_laporan_camat().dasar),
        "baku_pendahuluan": baku(isi, "1"),
        "ketik_pendahuluan": ketikan(isi, "1"),
        "data": "" if diganti(isi, "2") else kalimat.data(isi),
        "pendamping": tuple(
            b.Pendamping(n, o.nama, SEBUTAN[o.peran], ", ".join(o.desa) or f"se-{sebutan(isi.kode).kecamatan}")
            for n, o in enumerate(isi.orang, start=1)
        ),
        "daftar_desa": jajar([d.nama for d in isi.desa]),
        "ketik_data": ketikan(isi, "2"),
    }


def _bagian_34(isi: Isi) -> dict[str, Any]:
    pilar = [(SEBUTAN_PILAR.get(k.kode, "Lainnya"), k) for k in isi.pilar]
    jenis = [(sebut_kegiatan(k.kode), k) for k in isi.kegiatan]
    return {
        "kegiatan": "" if diganti(isi, "3") else kalimat.kegiatan(isi),
        "pilar": _tabel(pilar),
        "jenis": _tabel(jenis),
        "ketik_kegiatan": ketikan(isi, "3"),
        "desa": tuple(
            b.DesaHasil(n, kalimat.sebut_desa(d.kode, d.nama), tuple(kalimat.hasil_desa(d)))
            for n, d in enumerate(isi.desa, start=1)
        ),
        "antardesa": tuple(kalimat.antardesa(m, desa) for m, desa in isi.antardesa),
        "ketik_hasil": ketikan(isi, "4"),
    }


def _tabel(semua: Sequence[tuple[str, KegiatanCamat]]) -> tuple[b.Pilar, ...]:
    return tuple(
        b.Pilar(n, nama, k.catatan, k.desa, k.hadirin.laki, k.hadirin.perempuan, k.hadirin.tak_dirinci)
        for n, (nama, k) in enumerate(semua, start=1)
    )


def _bagian_56(isi: Isi) -> dict[str, Any]:
    depan = akhir_bulan(isi.awal).toordinal() + 1
    return {
        "ringkas_masalah": "" if diganti(isi, "5") else kalimat.masalah(isi),
        "masalah": tuple(
            b.Masalah(n, hari(m.tanggal), m.desa, m.isi, m.upaya or TITIK, KEADAAN[m.keadaan])
            for n, m in enumerate(isi.masalah, start=1)
        ),
        "ketik_masalah": ketikan(isi, "5"),
        "bulan_depan": sebut_bulan(isi.awal.fromordinal(depan)),
        "rencana": tuple(
            b.Rencana(n, _rencana(r.kegiatan, r.uraian), r.desa, f"minggu {', '.join(ROMAWI[m] for m in r.minggu)}")
            for n, r in enumerate(isi.rencana, start=1)
        ),
        "tenggat": _tenggat(isi),
        "ringkas_rencana": "" if diganti(isi, "6") else kalimat.rencana(isi),
        "ketik_rencana": ketikan(isi, "6"),
    }


def _rencana(kegiatan: str, uraian: str) -> str:
    return f"{sebut_kegiatan(kegiatan)}: {uraian}" if uraian else sebut_kegiatan(kegiatan)


def _tenggat(isi: Isi) -> tuple[b.Tenggat, ...]:
    """Decisions and the calendar's days, together by day."""
    desa = sebutan(isi.kode).desa
    semua = [(p.tenggat, p.isi, p.desa, p.pj) for p in isi.putusan]
    semua += [(t.tanggal, f"Mulai: {t.nama}" if t.awal else t.nama, f"{t.desa} {desa}", "") for t in isi.tenggat]
    return tuple(b.Tenggat(n, hari(t), *lain) for n, (t, *lain) in enumerate(sorted(semua), start=1))


def _akhir(isi: Isi) -> dict[str, Any]:
    return {
        "baku_penutup": baku(isi, "7"),
        "ketik_penutup": ketikan(isi, "7"),
        "rekap_desa": _rekap_desa(isi),
        "rekap_orang": _rekap_orang(isi),
    }


def _rekap_desa(isi: Isi) -> tuple[b.RekapDesa, ...]:
    """So that the columns add up, with what belongs to no single village as the last row."""
    baris = [
        (d.nama, d.catatan, d.kunjungan, d.hadirin.laki, d.hadirin.perempuan, len(d.musdes), _putusan(d.musdes))
        for d in isi.desa
    ]
    if isi.kecamatan or isi.antardesa:
        laki = sum(p.hadirin.laki for p in isi.pilar) - sum(d.hadirin.laki for d in isi.desa)
        perempuan = sum(p.hadirin.perempuan for p in isi.pilar) - sum(d.hadirin.perempuan for d in isi.desa)
        bersama = [m for m, _ in isi.antardesa]
        nama = f"Tingkat {sebutan(isi.kode).kecamatan}, antardesa"
        baris.append((nama, isi.kecamatan, 0, laki, perempuan, len(bersama), _putusan(bersama)))
    return tuple(b.RekapDesa(n, *satu) for n, satu in enumerate(baris, start=1))


def _putusan(semua: Sequence[MusdesCamat]) -> int:
    return sum(len(m.putusan) for m in semua)


def _rekap_orang(isi: Isi) -> tuple[b.RekapOrang, ...]:
    """So that the column adds up, with all others who logged there as the last row."""
    semua = [(o.nama, SEBUTAN[o.peran], o) for o in isi.orang]
    if isi.lain:
        semua.append((f"Lainnya ({isi.jumlah_lain} orang)", "", isi.lain))
    return tuple(
        b.RekapOrang(n, nama, peran, o.catatan, o.kunjungan, o.hari, ejaan_durasi(o.menit))
        for n, (nama, peran, o) in enumerate(semua, start=1)
    )
