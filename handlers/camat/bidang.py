"""Every field that the report is filled from, with what it holds: PDF and Word alike."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Alinea = tuple[str, ...]


class Pendamping(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut")]
    nama: Annotated[str, Meta(description="nama pendamping")]
    peran: Annotated[str, Meta(description="Pendamping Lokal Desa")]
    desa: Annotated[str, Meta(description="desa dampingannya, dipisah koma")]


class Pilar(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut")]
    nama: Annotated[str, Meta(description="pilar atau jenis kegiatan")]
    catatan: Annotated[int, Meta(description="banyaknya kegiatan yang dicatat")]
    desa: Annotated[int, Meta(description="banyaknya desa")]
    laki: Annotated[int, Meta(description="peserta laki-laki")]
    perempuan: Annotated[int, Meta(description="peserta perempuan")]
    tak_dirinci: Annotated[int, Meta(description="peserta yang L/P-nya tidak dicatat")]


class DesaHasil(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut desa")]
    nama: Annotated[str, Meta(description="Desa Sukamaju")]
    baris: Annotated[Alinea, Meta(description="hasilnya, satu kalimat satu baris")]


class Masalah(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut masalah")]
    tanggal: Annotated[str, Meta(description="tanggal dicatat")]
    desa: Annotated[str, Meta(description="desanya")]
    isi: Annotated[str, Meta(description="masalahnya, seperti dicatat")]
    upaya: Annotated[str, Meta(description="tindak lanjut, seperti dicatat; titik-titik bila tidak disebut")]
    keadaan: Annotated[str, Meta(description="selesai atau belum selesai; kosong bila tidak dipantau")]


class Rencana(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut")]
    kegiatan: Annotated[str, Meta(description="kegiatan dari rencana kerja yang disetujui")]
    desa: Annotated[str, Meta(description="desanya")]
    minggu: Annotated[str, Meta(description="minggu I, III")]


class Tenggat(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut")]
    tanggal: Annotated[str, Meta(description="tanggalnya")]
    isi: Annotated[str, Meta(description="keputusan musyawarah atau tenggat kalender")]
    desa: Annotated[str, Meta(description="desanya, atau banyaknya desa")]
    pj: Annotated[str, Meta(description="penanggung jawab; kosong bila tidak disebut")]


class RekapDesa(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut desa")]
    nama: Annotated[str, Meta(description="nama desa; baris terakhir tingkat kecamatan bila ada")]
    catatan: Annotated[int, Meta(description="kegiatan yang dicatat")]
    kunjungan: Annotated[int, Meta(description="di antaranya kunjungan lapangan")]
    laki: Annotated[int, Meta(description="peserta laki-laki")]
    perempuan: Annotated[int, Meta(description="peserta perempuan")]
    musdes: Annotated[int, Meta(description="musyawarah desa itu sendiri")]
    putusan: Annotated[int, Meta(description="keputusannya")]


class RekapOrang(Struct, frozen=True):
    no: Annotated[int, Meta(description="nomor urut pendamping")]
    nama: Annotated[str, Meta(description="namanya")]
    peran: Annotated[str, Meta(description="perannya")]
    catatan: Annotated[int, Meta(description="kegiatan yang dicatat di kecamatan ini")]
    kunjungan: Annotated[int, Meta(description="di antaranya kunjungan lapangan")]
    hari: Annotated[int, Meta(description="hari yang ada catatannya")]
    jam: Annotated[str, Meta(description="lamanya, 12 jam 30 menit")]


class Naskah(Struct, frozen=True):
    """What was not told is a line of dots, or an empty list. `ketik_…`: paragraphs that were typed for that part."""

    nomor: Annotated[str, Meta(description="nomor simpanan laporan, C-2611-0001")]
    versi: Annotated[int, Meta(description="versi laporan")]
    draf: Annotated[str, Meta(description="“DRAF, untuk diperiksa …”; kosong sesudah ditandatangani")]
    kop: Annotated[Alinea, Meta(description="baris kop: kabupaten, kecamatan")]
    judul: Annotated[str, Meta(description="LAPORAN PELAKSANAAN PENDAMPINGAN MASYARAKAT DESA")]
    bulan: Annotated[str, Meta(description="November 2026")]
    masa: Annotated[str, Meta(description="1 sampai 20 November 2026")]
    surat: Annotated[str, Meta(description="nomor surat; titik-titik selama draf")]
    tanggal: Annotated[str, Meta(description="tanggal surat; titik-titik selama draf")]
    kecamatan: Annotated[str, Meta(description="Kecamatan Cibeber")]
    kabupaten: Annotated[str, Meta(description="Kabupaten Cianjur")]
    provinsi: Annotated[str, Meta(description="Provinsi Jawa Barat")]
    nama_tempat: Annotated[str, Meta(description="nama kecamatan saja, di atas tanda tangan")]
    penanda: Annotated[str, Meta(description="Camat Cibeber")]
    dasar: Annotated[Alinea, Meta(description="peraturan yang mendasari")]
    baku_pendahuluan: Annotated[Alinea, Meta(description="kalimat bawaan pendahuluan; kosong bila diganti")]
    ketik_pendahuluan: Annotated[Alinea, Meta(description="tulisan penyusun di pendahuluan")]
    data: Annotated[str, Meta(description="jumlah pendamping dan desa, satu kalimat")]
    pendamping: Annotated[tuple[Pendamping, ...], Meta(description="pendamping yang bertugas")]
    daftar_desa: Annotated[str, Meta(description="nama semua desa, dipisah koma")]
    ketik_data: Annotated[Alinea, Meta(description="tulisan penyusun tentang pendamping dan desa")]
    kegiatan: Annotated[str, Meta(description="jumlah kegiatan dan kunjungan, satu-dua kalimat")]
    pilar: Annotated[tuple[Pilar, ...], Meta(description="empat pilar")]
    jenis: Annotated[tuple[Pilar, ...], Meta(description="jenis kegiatan yang ada catatannya")]
    ketik_kegiatan: Annotated[Alinea, Meta(description="tulisan penyusun tentang kegiatan")]
    desa: Annotated[tuple[DesaHasil, ...], Meta(description="hasil per desa")]
    antardesa: Annotated[Alinea, Meta(description="musyawarah antardesa dan keputusannya")]
    ketik_hasil: Annotated[Alinea, Meta(description="tulisan penyusun tentang hasil")]
    ringkas_masalah: Annotated[str, Meta(description="jumlah masalah, satu-dua kalimat")]
    masalah: Annotated[tuple[Masalah, ...], Meta(description="masalah dari catatan kegiatan, tanpa nama pelapor")]
    ketik_masalah: Annotated[Alinea, Meta(description="tulisan penyusun tentang masalah dan upaya")]
    bulan_depan: Annotated[str, Meta(description="Desember 2026")]
    rencana: Annotated[tuple[Rencana, ...], Meta(description="rencana kerja bulan depan")]
    tenggat: Annotated[tuple[Tenggat, ...], Meta(description="yang jatuh tempo bulan depan")]
    ringkas_rencana: Annotated[str, Meta(description="kalimat bila belum ada rencana atau ada yang lewat; bisa kosong")]
    ketik_rencana: Annotated[Alinea, Meta(description="tulisan penyusun tentang bulan depan")]
    baku_penutup: Annotated[Alinea, Meta(description="kalimat bawaan penutup; kosong bila diganti")]
    ketik_penutup: Annotated[Alinea, Meta(description="tulisan penyusun di penutup")]
    rekap_desa: Annotated[tuple[RekapDesa, ...], Meta(description="lampiran: rekap per desa")]
    rekap_orang: Annotated[tuple[RekapOrang, ...], Meta(description="lampiran: rekap per pendamping")]
