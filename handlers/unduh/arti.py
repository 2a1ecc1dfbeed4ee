"""What columns mean that say it by their name in a small workbook: here every one of them is explained."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from handlers.lembar import Kolom

ARTI = {
    "Abstain": "Suara yang tidak memilih; kosong bila tidak dihitung.",
    "Anggaran": "Rupiah; kosong bila tidak disebut.",
    "Bulan": "Bulan yang dibayar.",
    "Catatan": "Seperti ditulis.",
    "Dalam rangka": "Judul musyawarahnya, seperti ditulis.",
    "Desa": "Nama desa.",
    "Dicatat": "Hari dicatat, menurut jam setempat.",
    "Dicatat oleh": "Nama yang mencatatnya.",
    "Direktur": "Ada atau tidak.",
    "Diserahkan": "Hari diserahkan kepada penerima.",
    "Diubah": "Hari terakhir diubah, menurut jam setempat.",
    "Forum": "Dalam musdes, atau FGD atau pertemuan kelompok.",
    "Gerai": "Usaha koperasinya, seperti ditulis.",
    "Hambatan": "Seperti ditulis; kosong bila tidak ada.",
    "Jenis": "Jenis musyawarah.",
    "Jenis musyawarah": "Jenis musyawarah yang memutuskannya.",
    "Kabupaten/Kota": "Kabupaten atau kotanya.",
    "Kecamatan": "Kecamatan desanya.",
    "Laki-laki": "Orang; kosong bila tidak dihitung terpisah.",
    "Menolak": "Suara; kosong bila tidak dihitung.",
    "Musdes": "Hari musdes yang menetapkannya.",
    "Musdesus": "Hari musdes khususnya.",
    "Nama BUM Desa": "Seperti ditulis.",
    "Nama koperasi": "Seperti ditulis.",
    "Nama langkah": "Langkah badan hukumnya, dengan kata.",
    "Nomor": "Nomornya di Kawan Desa.",
    "Nomor badan hukum": "Seperti ditulis.",
    "Nomor sertifikat": "Seperti ditulis.",
    "Notulis": "Yang mencatat musyawarahnya, dan dari unsur mana.",
    "Penyusun": "Yang menyusun rencananya.",
    "Perempuan": "Orang; kosong bila tidak dihitung terpisah.",
    "Pimpinan": "Yang memimpin musyawarahnya, dan dari unsur mana.",
    "Pinjaman": "Rupiah.",
    "Rupiah": "Yang dibayarkan seluruhnya.",
    "Sebab": "Mengapa penerimanya berubah.",
    "Sebagai": "Tugas penyusunnya di sana.",
    "Sejak": "Hari berubahnya.",
    "Selesai": "Hari dinyatakan selesai.",
    "Setuju": "Suara; kosong bila tidak dihitung.",
    "SK atau Perkades": "Nomornya, seperti ditulis.",
    "Sumber dana": "DD, ADD, PADes, dan lainnya, seperti dipilih atau ditulis.",
    "Tahun": "Tahun yang dimaksud baris ini.",
    "Tanggal": "Harinya.",
    "Tanggal SK": "Hari SK atau Perkadesnya.",
    "Tanggal badan hukum": "Hari badan hukumnya terbit.",
    "Tanggal sertifikat": "Hari sertifikatnya terbit.",
    "Tema": "Tentang apa masalahnya.",
    "Tempat": "Di mana musyawarahnya.",
    "Tenggat": "Paling lambat dikerjakan; kosong bila tidak ditetapkan.",
    "Terakhir diubah": "Hari terakhir diubah, menurut jam setempat.",
    "Tindak lanjut": "Yang ditulis di catatannya; kosong bila tidak ada.",
    "Unit usaha": "Seperti ditulis.",
}


def jelas(kolom: Iterable[Kolom]) -> tuple[Kolom, ...]:
    """KeyError for a column that nobody has explained."""
    return tuple(k if k.arti else replace(k, arti=ARTI[k.nama]) for k in kolom)
