"""Every field that a paper is filled from, with what it holds: PDF and Word alike.

Structure and descriptions are read by `python -m bot templat`, so that what it lists is what there is.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


class Orang(Struct, frozen=True):
    nama: Annotated[str, Meta(description="nama orang")]
    unsur: Annotated[str, Meta(description="dari unsur atau lembaga apa")]


class Isian(Struct, frozen=True):
    tanya: Annotated[str, Meta(description="keterangan khusus jenis musyawarah ini")]
    jawab: Annotated[str, Meta(description="isinya")]


class Catatan(Struct, frozen=True):
    jam: Annotated[str, Meta(description="jam catatan, 20.15; kosong bila tidak ditulis")]
    teks: Annotated[str, Meta(description="catatan seperti diketik")]


class Putusan(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut keputusan")]
    nomor: Annotated[str, Meta(description="nomor simpanan, P-2611-0012")]
    isi: Annotated[str, Meta(description="isi keputusan")]
    cara: Annotated[str, Meta(description="musyawarah mufakat, atau pemungutan suara dengan hasilnya")]
    pj: Annotated[str, Meta(description="penanggung jawab")]
    tenggat: Annotated[str, Meta(description="tenggat, 30 Juni 2027")]
    anggaran: Annotated[str, Meta(description="rupiah dengan huruf dan sumber dana; kosong bila tidak disebut")]


class TindakLanjut(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut tindak lanjut")]
    putusan: Annotated[int, Meta(description="nomor urut keputusan yang ditindaklanjuti")]
    isi: Annotated[str, Meta(description="apa yang dikerjakan")]
    pj: Annotated[str, Meta(description="penanggung jawab")]
    tenggat: Annotated[str, Meta(description="tenggat")]


class Bahasan(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut agenda")]
    judul: Annotated[str, Meta(description="judul agenda")]
    catatan: Annotated[tuple[Catatan, ...], Meta(description="catatan pada agenda ini, berurutan")]
    putusan: Annotated[tuple[Putusan, ...], Meta(description="keputusan pada agenda ini")]


class Penanda(Struct, frozen=True):
    peran: Annotated[str, Meta(description="peran penanda tangan, Ketua BPD")]
    nama: Annotated[str, Meta(description="namanya")]


class Sebaris(Struct, frozen=True):
    """Two that sign side by side; with an odd number the last stands alone, in the middle."""

    semua: Annotated[tuple[Penanda, ...], Meta(description="satu atau dua penanda tangan yang berdampingan")]


class Peserta(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor baris daftar hadir")]
    kiri: Annotated[str, Meta(description="nomor bila tanda tangannya di kolom kiri (ganjil)")]
    kanan: Annotated[str, Meta(description="nomor bila tanda tangannya di kolom kanan (genap)")]


class Naskah(Struct, frozen=True):
    """What was not told is a line of dots, or an empty list."""

    nomor: Annotated[str, Meta(description="nomor simpanan musyawarah, M-2611-0003")]
    versi: Annotated[int, Meta(description="versi kertas")]
    draf: Annotated[str, Meta(description="“DRAF, untuk diperiksa dan ditandatangani”")]
    kop: Annotated[tuple[str, ...], Meta(description="baris kop: kabupaten, kecamatan, desa")]
    jenis: Annotated[str, Meta(description="jenis musyawarah")]
    jenis_kapital: Annotated[str, Meta(description="jenis musyawarah dalam huruf besar")]
    rangka: Annotated[str, Meta(description="“dalam rangka …”; kosong bila tidak disebut")]
    nomor_ba: Annotated[str, Meta(description="nomor berita acara dari desa")]
    penyelenggara: Annotated[str, Meta(description="penyelenggara")]
    desa: Annotated[str, Meta(description="Desa Sukamaju; beberapa bila antardesa")]
    kecamatan: Annotated[str, Meta(description="Kecamatan Cibeber")]
    kabupaten: Annotated[str, Meta(description="Kabupaten Cianjur")]
    provinsi: Annotated[str, Meta(description="Provinsi Jawa Barat")]
    nama_tempat: Annotated[str, Meta(description="nama desa atau kecamatan saja, di atas tanda tangan")]
    hari: Annotated[str, Meta(description="Sabtu")]
    tanggal: Annotated[str, Meta(description="21 November 2026")]
    tanggal_kata: Annotated[str, Meta(description="hari dan tanggal dengan huruf, lalu dengan angka")]
    pukul: Annotated[str, Meta(description="pukul 19.30 WIB sampai dengan 22.10 WIB")]
    tempat: Annotated[str, Meta(description="tempat musyawarah")]
    dasar: Annotated[str, Meta(description="dasar atau undangan")]
    diundang: Annotated[str, Meta(description="jumlah yang diundang")]
    hadir: Annotated[str, Meta(description="jumlah yang hadir")]
    hadir_l: Annotated[str, Meta(description="laki-laki yang hadir")]
    hadir_p: Annotated[str, Meta(description="perempuan yang hadir")]
    unsur: Annotated[str, Meta(description="unsur yang hadir, dipisah koma")]
    pimpinan: Annotated[Orang, Meta(description="pimpinan musyawarah")]
    notulis: Annotated[Orang, Meta(description="notulis")]
    pembuka: Annotated[str, Meta(description="kalimat pembuka berita acara, lengkap")]
    kehadiran: Annotated[str, Meta(description="kalimat tentang yang hadir, lengkap")]
    narasumber: Annotated[tuple[Orang, ...], Meta(description="narasumber")]
    agenda: Annotated[tuple[str, ...], Meta(description="judul agenda")]
    isian: Annotated[tuple[Isian, ...], Meta(description="keterangan khusus jenis musyawarah ini")]
    bahasan: Annotated[tuple[Bahasan, ...], Meta(description="agenda dengan catatan dan keputusannya")]
    putusan: Annotated[tuple[Putusan, ...], Meta(description="semua keputusan, berurutan")]
    tindak_lanjut: Annotated[tuple[TindakLanjut, ...], Meta(description="semua tindak lanjut")]
    penanda: Annotated[tuple[Penanda, ...], Meta(description="penanda tangan, berurutan")]
    penanda_sebaris: Annotated[tuple[Sebaris, ...], Meta(description="penanda tangan, dua-dua")]
    peserta: Annotated[tuple[Peserta, ...], Meta(description="baris kosong daftar hadir")]
