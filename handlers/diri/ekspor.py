"""A person's own data as files: JSON for machines, a workbook to read. Nobody else's rows are in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import msgspec

from data.datasaya import Baris
from data.desa import Desa
from data.orang import ZONA_AWAL
from handlers.dialog.masukan import Masukan

SKEMA = "kawan-desa/data-saya"
VERSI = 1
WAKTU = {
    "dibuat", "setuju", "dicatat", "dihapus", "waktu", "diubah", "dibatalkan", "diputus", "dikirim", "dijawab",
    "dilihat", "berhenti", "masuk", "izin", "tolak", "ditutup",
}  # fmt: skip
"""Columns that hold a moment, UTC epoch seconds."""
LEMBAR = {
    "diri": "Diri", "alamat": "Alamat", "whatsapp": "WhatsApp", "penugasan": "Penugasan",
    "kegiatan": "Catatan kegiatan", "foto": "Foto",
    "dokumen": "Dokumen", "drp_salin": "Disalin ke DRP", "drp_cocok": "Pencocokan DRP",
    "pemeriksaan": "Pemeriksaan", "tugas": "Tugas", "musdes": "Musdes", "catatan_musdes": "Catatan musdes",
    "keputusan": "Keputusan", "siaran": "Siaran",
    "fungsi": "Langkah fungsi", "register": "Register", "foto_register": "Foto register",
    "kemandirian": "Kemandirian", "indeks_desa": "Indeks Desa",
    "bumdes": "BUM Desa", "langkah_bumdes": "Langkah BUM Desa", "kdmp": "KDMP",
    "blt": "BLT", "blt_salur": "Pembayaran BLT", "blt_ubah": "Perubahan BLT",
    "rencana": "Rencana kerja",
    "laporan_camat": "Laporan Camat", "laporan": "Laporan kunjungan",
    "cuti": "Cuti", "halangan": "Halangan", "tanya": "Tanya",
    "permintaan": "Permintaan", "pertanyaan": "Pertanyaan",
    "masalah": "Masalah dan laporan", "foto_masalah": "Foto masalah", "langkah_masalah": "Langkah masalah",
    "jawaban_warga": "Jawaban untuk warga", "sunting_topik": "Suntingan topik",
    "kerja": "Pekerjaan",
    "percakapan": "Percakapan", "pesan": "Pesan masuk", "jejak": "Jejak",
}  # fmt: skip
JUDUL = {
    "izin": "Boleh disapa sejak", "tolak": "Minta tidak disapa sejak", "berhenti": "Tidak dipakai lagi sejak",
    "setuju": "Setuju sejak", "setuju_versi": "Versi persetujuan", "nama_desa": "Nama tempat", "desa": "Kode wilayah",
    "wilayah": "Kode wilayah", "peserta_l": "Peserta laki-laki", "peserta_p": "Peserta perempuan",
    "sidik": "Sidik foto (SHA-256)", "baris_id": "Nomor baris", "isi": "Isi (JSON)", "keadaan": "Jawaban (JSON)",
}  # fmt: skip
PANJANG = 32_000
"""Characters that a cell holds; the JSON has the rest."""


def datasaya_json(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    semua = {nama: [_utc(b) for b in baris] for nama, baris in _data(desa).items()}
    isi = {"skema": SKEMA, "versi": VERSI, "dibuat": hari_ini.isoformat(), **semua}
    return msgspec.json.format(msgspec.json.encode(isi), indent=2)


def datasaya_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """One sheet a table. Every cell is text: nothing that somebody typed is ever a formula."""
    import xlsxwriter  # 0.15 s that only those who ask for a workbook should pay

    semua = _data(desa)
    zona = ZoneInfo(str(semua["diri"][0]["zona"]) if semua["diri"] else ZONA_AWAL)
    isi = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(isi, pilihan) as buku:
        tebal = buku.add_format({"bold": True, "bottom": 1})
        for nama, baris in semua.items():
            lembar = buku.add_worksheet(LEMBAR[nama])
            lembar.freeze_panes(1, 0)
            for k, kolom in enumerate(baris[0] if baris else ["kosong"]):
                lembar.set_column(k, k, 22)
                lembar.write_string(0, k, JUDUL.get(kolom, kolom.replace("_", " ").capitalize()), tebal)
            for n, satu in enumerate(baris, start=1):
                for k, (kolom, nilai) in enumerate(satu.items()):
                    lembar.write_string(n, k, _sel(kolom, nilai, zona))
    return isi.getvalue()


def _data(desa: Desa) -> dict[str, list[Baris]]:
    """Of messages their words and the prints of their pictures, which is all that a person wrote."""
    semua = desa.data_saya.semua()
    semua["pesan"] = [_pesan(b) for b in semua["pesan"]]
    return semua


def _pesan(baris: Baris) -> Baris:
    masukan = msgspec.json.decode(str(baris["isi"]), type=Masukan)
    lokasi = f"{masukan.lokasi.lat},{masukan.lokasi.lon}" if masukan.lokasi else None
    return {
        "kanal": baris["kanal"],
        "dikirim": baris["dikirim"],
        "teks": masukan.teks,
        "foto": ", ".join(f.sidik for f in masukan.foto),
        "dokumen": masukan.dokumen.nama if masukan.dokumen else None,
        "lokasi": lokasi,
    }


def _utc(baris: Baris) -> Baris:
    """Moments as ISO 8601, so that no reader need know how they are stored."""
    return {
        kolom: datetime.fromtimestamp(nilai, UTC).isoformat() if kolom in WAKTU and isinstance(nilai, int) else nilai
        for kolom, nilai in baris.items()
    }


def _sel(kolom: str, nilai: str | int | None, zona: ZoneInfo) -> str:
    if nilai is None:
        return ""
    if kolom in WAKTU and isinstance(nilai, int):
        return f"{datetime.fromtimestamp(nilai, UTC).astimezone(zona):%Y-%m-%d %H.%M}"
    return str(nilai)[:PANJANG]
