"""From a month of visits to the fields of its papers: only what was logged or typed, and dots for a pen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from data.desa import Desa
from data.katalog.sebutan import sebutan
from data.orang import SEBUTAN
from data.wilayah import DESA, KABUPATEN, KECAMATAN, PROVINSI, Wilayah
from handlers.catatan.baris_drp import titik
from handlers.catatan.bulan import akhir_bulan, sebut_bulan
from handlers.cetak.tanggal_kata import hari_kata
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.kartu import sebut_kegiatan, sebut_peserta, sebut_tempat
from handlers.kertas.bersih import bersih
from handlers.kertas.kalimat import TITIK, jajar
from handlers.kertas.naskah import DRAF
from handlers.laporan.bidang import Bingkai, Foto, Hari, HariSppd, Hasil, Kelompok, Langkah, Naskah
from handlers.laporan.bulan_kunjungan import BulanKunjungan, jajarkan
from handlers.laporan.pilihan import FotoDipakai, Kunjungan

JAM = "......"
"""In place of an hour."""


def naskah(b: BulanKunjungan, desa: Desa) -> Naskah:
    bulan = sebut_bulan(b.bulan)
    foto = tuple(_foto(n, f) for n, f in enumerate(b.dipakai, start=1))
    isian = b.laporan.isian
    return bersih(
        Naskah(
            draf=DRAF,
            nik=TITIK,
            jabatan=TITIK,
            titik=TITIK,
            bulan=bulan,
            bulan_kapital=bulan.upper(),
            tahun=str(b.bulan.year),
            jumlah_kunjungan=len(b.kunjungan),
            jumlah_hari=len(b.hari),
            jumlah_desa=len(b.desa),
            hari=tuple(_hari(n, satu, b) for n, satu in enumerate(b.hari, start=1)),
            tujuan=isian.get("tujuan", ""),
            kelompok=_kelompok(b.kunjungan),
            hasil=tuple(_hasil(n, k) for n, k in enumerate(b.kunjungan, start=1)),
            langkah=_langkah(b.kunjungan),
            tindak_lanjut=isian.get("tindak_lanjut", ""),
            rekomendasi=isian.get("rekomendasi", ""),
            foto=foto,
            bingkai=tuple(Bingkai(foto[n : n + 2]) for n in range(0, len(foto), 2)),
            tanpa_foto=_tanpa_foto(b),
            sppd=_sppd(b.kunjungan),
            **_diri(b, desa),
        )
    )


def _diri(b: BulanKunjungan, desa: Desa) -> dict[str, Any]:
    """Name, roles and places as they were that month; where nobody gave a place, those that were visited."""
    tugas = desa.laporan.tugas(b.bulan, akhir_bulan(b.bulan))
    bertugas = [di for t in tugas if (di := desa.wilayah.ambil(t.wilayah))]
    tempat = {
        tingkat: _nama(bertugas, tingkat) or _nama([k.di for k in b.kunjungan], tingkat)
        for tingkat in (KECAMATAN, KABUPATEN, PROVINSI)
    }
    return {
        "nama": str(desa.data_saya.satu("diri")[0]["nama"]),
        "posisi": jajar(list(dict.fromkeys(SEBUTAN[t.peran] for t in tugas))) or TITIK,
        "kecamatan": jajar(tempat[KECAMATAN]) or TITIK,
        "kabupaten": jajar(tempat[KABUPATEN]) or TITIK,
        "provinsi": jajar(tempat[PROVINSI]) or TITIK,
        "tempat": tempat[KECAMATAN][0] if len(tempat[KECAMATAN]) == 1 else TITIK,
    }


def _nama(semua: Iterable[Wilayah], tingkat: int) -> list[str]:
    """Names of the places of that level that these are or lie in, each once, without the word for it where it is the
    law's: 'Cibeber', 'Distrik Abepura', 'Cianjur'."""
    hasil = []
    for di in semua:
        rantai = [di.nama, *di.jalur.split(", ")]
        if 0 <= di.tingkat - tingkat < len(rantai) and (nama := rantai[di.tingkat - tingkat]):
            if tingkat == KECAMATAN and (kata := sebutan(di.kode).kecamatan) != "kecamatan":
                nama = f"{kata.capitalize()} {nama}"
            hasil.append(nama.removeprefix("Kabupaten "))
    return list(dict.fromkeys(hasil))


def _tanggal(iso: str) -> str:
    return ejaan_tanggal(date.fromisoformat(iso), dengan_hari=False)


def _kecamatan(di: Wilayah) -> str:
    """'Kecamatan Cibeber', of a village or of itself."""
    if di.tingkat != DESA:
        return sebut_tempat(di)
    return f"{sebutan(di.kode).kecamatan.capitalize()} {di.kecamatan}"


def _hari(ke: int, tanggal: str, b: BulanKunjungan) -> Hari:
    hari_itu = [k.di for k in b.kunjungan if k.k.tanggal == tanggal]
    return Hari(
        ke,
        ejaan_tanggal(date.fromisoformat(tanggal)),
        ", ".join(dict.fromkeys(_kecamatan(di).partition(" ")[2] for di in hari_itu)),
        ", ".join(dict.fromkeys(di.nama for di in hari_itu)),
    )


def _kelompok(semua: Iterable[Kunjungan]) -> tuple[Kelompok, ...]:
    kali = Counter(k.k.kegiatan for k in semua)
    return tuple(Kelompok(sebut_kegiatan(kode), n) for kode, n in kali.most_common())


def _hasil(no: int, satu: Kunjungan) -> Hasil:
    k = satu.k
    return Hasil(
        no,
        k.nomor,
        _tanggal(k.tanggal),
        str(RentangJam.dari_json(k.jam)),
        sebut_tempat(satu.di),
        _kecamatan(satu.di),
        sebut_kegiatan(k.kegiatan),
        titik(k.hasil),
        sebut_peserta(k),
        k.masalah or "",
        k.tindak_lanjut or "",
    )


def _langkah(semua: Iterable[Kunjungan]) -> tuple[Langkah, ...]:
    ada = [k for k in semua if k.k.masalah or k.k.tindak_lanjut]
    return tuple(
        Langkah(n, _tanggal(k.k.tanggal), sebut_tempat(k.di), k.k.masalah or "", k.k.tindak_lanjut or "")
        for n, k in enumerate(ada, start=1)
    )


def _foto(no: int, f: FotoDipakai) -> Foto:
    k = f.kunjungan
    return Foto(no, f"{sebut_tempat(k.di)}, {_kecamatan(k.di)}", _tanggal(k.k.tanggal), sebut_kegiatan(k.k.kegiatan))


def _tanpa_foto(b: BulanKunjungan) -> str:
    tanpa = b.tanpa_foto
    return f"Belum ada foto untuk {len(tanpa)} kunjungan: {jajarkan(tanpa)}." if tanpa else ""


def _sppd(semua: Iterable[Kunjungan]) -> tuple[HariSppd, ...]:
    """One for each day and village: every village puts its own stamp."""
    perjalanan: dict[tuple[str, str], list[Kunjungan]] = {}
    for k in semua:
        perjalanan.setdefault((k.k.tanggal, k.k.desa), []).append(k)
    return tuple(
        HariSppd(
            n,
            _tanggal(tanggal),
            hari_kata(date.fromisoformat(tanggal)),
            f"{sebut_tempat(isi[0].di)}, {_kecamatan(isi[0].di)}",
            "; ".join(dict.fromkeys(sebut_kegiatan(k.k.kegiatan) for k in isi)),
            ", ".join(str(RentangJam.dari_json(k.k.jam)) for k in isi),
            JAM,
            JAM,
        )
        for n, ((tanggal, _), isi) in enumerate(perjalanan.items(), start=1)
    )
