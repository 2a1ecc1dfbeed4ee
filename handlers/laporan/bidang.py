"""Every field that the visit report and the travel sheet are filled from: PDF, Word, and people's own templates alike.

Structure and descriptions are what /laporan_templat lists.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from handlers.kertas.bahasa_templat import Gambar


class Hari(Struct, frozen=True):
    ke: Annotated[int, Meta(description="hari kunjungan ke berapa")]
    tanggal: Annotated[str, Meta(description="Kamis, 19 November 2026")]
    kecamatan: Annotated[str, Meta(description="kecamatan yang dikunjungi hari itu")]
    desa: Annotated[str, Meta(description="desa yang dikunjungi hari itu")]


class Kelompok(Struct, frozen=True):
    kegiatan: Annotated[str, Meta(description="jenis kegiatan")]
    kali: Annotated[int, Meta(description="berapa kali sebulan itu")]


class Hasil(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut kunjungan")]
    nomor: Annotated[str, Meta(description="nomor catatan, K-2611-0042")]
    tanggal: Annotated[str, Meta(description="19 November 2026")]
    jam: Annotated[str, Meta(description="09.00–11.00")]
    desa: Annotated[str, Meta(description="Desa Sukamaju")]
    kecamatan: Annotated[str, Meta(description="Kecamatan Cibeber")]
    kegiatan: Annotated[str, Meta(description="jenis kegiatan")]
    hasil: Annotated[str, Meta(description="hasilnya seperti dicatat")]
    peserta: Annotated[str, Meta(description="34 orang (22 L, 12 P); kosong bila tidak dicatat")]
    masalah: Annotated[str, Meta(description="masalah seperti dicatat; kosong bila tidak ada")]
    tindak_lanjut: Annotated[str, Meta(description="tindak lanjut seperti dicatat; kosong bila tidak ada")]


class Langkah(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut langkah")]
    tanggal: Annotated[str, Meta(description="tanggal kunjungannya")]
    desa: Annotated[str, Meta(description="desanya")]
    masalah: Annotated[str, Meta(description="masalah seperti dicatat")]
    tindak_lanjut: Annotated[str, Meta(description="tindak lanjut seperti dicatat")]


class Foto(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut foto")]
    lokasi: Annotated[str, Meta(description="Desa Sukamaju, Kecamatan Cibeber")]
    tanggal: Annotated[str, Meta(description="19 November 2026")]
    kegiatan: Annotated[str, Meta(description="jenis kegiatan")]
    sebab: Annotated[str, Meta(description="mengapa fotonya tidak tampil; kosong bila tampil")] = ""
    gambar: Annotated[Gambar, Meta(description="fotonya sendiri")] = Gambar("")


class Bingkai(Struct, frozen=True):
    """Two photos side by side; with an odd number the last stands alone."""

    semua: Annotated[tuple[Foto, ...], Meta(description="satu atau dua foto yang berdampingan")]


class HariSppd(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut perjalanan")]
    tanggal: Annotated[str, Meta(description="19 November 2026")]
    hari: Annotated[str, Meta(description="Kamis")]
    tujuan: Annotated[str, Meta(description="Desa Sukamaju, Kecamatan Cibeber")]
    maksud: Annotated[str, Meta(description="jenis kegiatan hari itu di desa itu")]
    jam: Annotated[str, Meta(description="jam kegiatan seperti dicatat, bukan jam perjalanan")]
    berangkat: Annotated[str, Meta(description="titik-titik untuk jam berangkat")]
    kembali: Annotated[str, Meta(description="titik-titik untuk jam kembali")]


class Naskah(Struct, frozen=True):
    """What was not logged or typed is a line of dots, or an empty list or text."""

    draf: Annotated[str, Meta(description="“DRAF, untuk diperiksa dan ditandatangani”, pada SPPD")]
    nama: Annotated[str, Meta(description="nama pendamping")]
    nik: Annotated[str, Meta(description="titik-titik: NIK tidak disimpan di sini")]
    posisi: Annotated[str, Meta(description="Pendamping Lokal Desa")]
    jabatan: Annotated[str, Meta(description="titik-titik: jabatan tidak disimpan di sini")]
    kecamatan: Annotated[str, Meta(description="kecamatan tugas")]
    kabupaten: Annotated[str, Meta(description="kabupaten tugas")]
    provinsi: Annotated[str, Meta(description="provinsi tugas")]
    bulan: Annotated[str, Meta(description="November 2026")]
    bulan_kapital: Annotated[str, Meta(description="NOVEMBER 2026")]
    tahun: Annotated[str, Meta(description="2026")]
    jumlah_kunjungan: Annotated[int, Meta(description="banyaknya kunjungan sebulan itu")]
    jumlah_hari: Annotated[int, Meta(description="banyaknya hari kunjungan")]
    jumlah_desa: Annotated[int, Meta(description="banyaknya desa yang dikunjungi")]
    hari: Annotated[tuple[Hari, ...], Meta(description="hari-hari kunjungan (bagian B)")]
    tujuan: Annotated[str, Meta(description="tujuan yang diketik; kosong bila tidak diisi (bagian C)")]
    kelompok: Annotated[tuple[Kelompok, ...], Meta(description="jenis kegiatan sebulan itu dan banyaknya")]
    hasil: Annotated[tuple[Hasil, ...], Meta(description="semua kunjungan, menurut tanggal (bagian D)")]
    langkah: Annotated[tuple[Langkah, ...], Meta(description="masalah dan tindak lanjut yang tercatat (bagian E)")]
    tindak_lanjut: Annotated[str, Meta(description="tindak lanjut yang diketik; kosong bila tidak diisi")]
    rekomendasi: Annotated[str, Meta(description="rekomendasi yang diketik; kosong bila tidak diisi (bagian F)")]
    foto: Annotated[tuple[Foto, ...], Meta(description="foto yang dipakai, menurut tanggal (bagian G)")]
    bingkai: Annotated[tuple[Bingkai, ...], Meta(description="foto yang dipakai, dua-dua")]
    tanpa_foto: Annotated[str, Meta(description="kunjungan yang belum berfoto, satu kalimat; kosong bila semua ada")]
    tempat: Annotated[str, Meta(description="nama tempat di atas tanda tangan")]
    titik: Annotated[str, Meta(description="titik-titik untuk diisi dengan pena")]
    sppd: Annotated[tuple[HariSppd, ...], Meta(description="perjalanan, satu baris tiap hari dan desa")]
