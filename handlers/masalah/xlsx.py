"""Problems as a workbook: what, where, whose, until when. Who reported it stays out, and so does every secret one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from data.desa import Desa
from data.katalog.masalah import muat_masalah
from data.masalah import Masalah
from data.orang import tanggal_lokal
from data.penanggap import zona_desa
from data.wilayah import dari_kode
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Berkas, Pesan
from handlers.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai
from handlers.masalah.sebut import MASALAH, STATUS, TINGKAT

KOLOM = (
    Kolom("Nomor", 14, "teks", "Nomornya di Kawan Desa; ketik /masalah lalu nomor ini untuk membukanya."),
    Kolom("Kode desa", 15, "teks", "Kode desa menurut Kemendagri."),
    Kolom("Desa", 22),
    Kolom("Kecamatan", 18),
    Kolom("Tema", 22),
    Kolom("Masalah", 60, "teks", "Seperti diceritakan. Nama pelapor sengaja tidak ada di berkas ini."),
    Kolom("Keadaan", 22, "teks", f"Salah satu: {', '.join(STATUS.values())}."),
    Kolom("Penanggung jawab", 22, "teks", "Yang memegangnya sekarang; kosong kalau belum ada."),
    Kolom("Tingkat", 24, "teks", "Sampai di mana ia naik."),
    Kolom("Tenggat", 13, "tanggal"),
    Kolom("Masuk", 13, "tanggal", "Hari masuk, menurut jam setempat."),
    Kolom("Selesai", 13, "tanggal"),
    Kolom("Kata terakhir", 50, "teks", "Jawaban atau hasil yang disampaikan terakhir."),
)
KETERANGAN = "Masalah dan aduan di wilayah Anda. Yang rahasia tidak ada di sini, di lembar mana pun."


def kirim_xlsx(di: str, d: Dialog, desa: Desa) -> Pesan:
    n = sum(1 for _ in desa.masalah.semua(di))
    if not n:
        return Pesan("Belum ada isinya untuk diunduh. Yang rahasia tidak ikut diunduh.", tombol=(MASALAH,))
    berkas = Berkas(f"masalah-{d.hari_ini.isoformat()}.xlsx", "masalah_xlsx", {"di": di})
    return Pesan(f"Ini {n} masalah, juga yang sudah selesai. Nama pelapor dan yang rahasia tidak ikut.", berkas=berkas)


def masalah_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: di, may be ''. What stands in it is decided by the scope on the day it is made."""
    return buat_xlsx([Lembar("Masalah", KOLOM, _baris(str(bahan["di"]), desa), KETERANGAN)], hari=hari_ini)


def _baris(di: str, desa: Desa) -> Iterator[list[Nilai]]:
    for m in desa.masalah.semua(di):
        yield baris_masalah(m, desa.masalah.nama_pj(m))


def baris_masalah(m: Masalah, pj: str) -> list[Nilai]:
    """`pj`: the name of whose it is."""
    tempat, zona = dari_kode(m.desa), zona_desa(m.desa)
    nama = (tempat.nama, tempat.kecamatan) if tempat else ("", "")
    selesai = tanggal_lokal(m.selesai, zona) if m.selesai else None
    isi = [muat_masalah().ambil(m.tema).label, m.isi, STATUS[m.status], pj, TINGKAT[m.tingkat]]
    hari = [m.tenggat if m.terbuka else None, tanggal_lokal(m.dibuat, zona), selesai]
    return [m.nomor, m.desa, *nama, *isi, *hari, m.jawaban]
