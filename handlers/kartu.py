"""One activity as a person reads it on a small phone."""

from __future__ import annotations

from datetime import date

from data.katalog.kegiatan import muat_kegiatan
from data.katalog.sebutan import sebutan
from data.kegiatan import Isi
from data.wilayah import DESA, KECAMATAN, Wilayah
from handlers.dialog.baca.jam import RentangJam, ejaan_durasi
from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.isian import CARA


def sebut_tempat(di: Wilayah) -> str:
    """'Desa Sukamaju', 'Gampong Lamteh', 'Distrik Abepura': as they say there. A name that has the word keeps it."""
    kata = {DESA: sebutan(di.kode).desa, KECAMATAN: sebutan(di.kode).kecamatan}.get(di.tingkat, "")
    return di.nama if di.nama.lower().startswith(f"{kata} ".lstrip()) else f"{kata.capitalize()} {di.nama}"


def sebut_kegiatan(kode: str) -> str:
    """An activity taken out of the catalogue keeps its entries; only its name is gone."""
    try:
        return muat_kegiatan().menurut_kode(kode).nama
    except KeyError:
        return f"Kegiatan {kode}"


def sebut_peserta(isi: Isi) -> str:
    return "" if isi.peserta is None else str(Peserta(isi.peserta, isi.peserta_l, isi.peserta_p))


def kartu(isi: Isi, di: Wilayah, jumlah_foto: int) -> str:
    jam = RentangJam.dari_json(isi.jam)
    baris = [
        sebut_tempat(di),
        f"{sebut_kegiatan(isi.kegiatan)} · {CARA[isi.cara].lower()}",
        f"{ejaan_tanggal(date.fromisoformat(isi.tanggal))}",
        f"{jam} ({ejaan_durasi(jam.menit)})",
        f"Hasil: {isi.hasil}",
    ]
    tambahan = (
        ("Peserta", sebut_peserta(isi)),
        ("Foto", str(jumlah_foto) if jumlah_foto else ""),
        ("Lokasi", (isi.lokasi or "").replace(",", ", ")),
        ("Masalah", isi.masalah or ""),
        ("Tindak lanjut", isi.tindak_lanjut or ""),
    )
    return "\n".join([*baris, *(f"{label}: {nilai}" for label, nilai in tambahan if nilai)])
