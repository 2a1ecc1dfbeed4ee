"""Provinsi, kabupaten, kecamatan, desa: Kemendagri's codes and names, and how people write them."""

from data.wilayah.cari import cari_desa, cari_wilayah, siapkan
from data.wilayah.dikenal import WilayahQ
from data.wilayah.kemendagri import BERLAKU
from data.wilayah.tempat import DESA, JENIS, KABUPATEN, KECAMATAN, PROVINSI, Wilayah, dari_kode
from data.wilayah.temuan import Bagian, Temuan

__all__ = [
    "BERLAKU",
    "DESA",
    "JENIS",
    "KABUPATEN",
    "KECAMATAN",
    "PROVINSI",
    "Bagian",
    "Temuan",
    "Wilayah",
    "WilayahQ",
    "cari_desa",
    "cari_wilayah",
    "dari_kode",
    "siapkan",
]
