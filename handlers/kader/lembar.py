"""Kader of a place as a workbook: who serves, what they have been through, what each village still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from data.desa import Desa
from data.kader import GIAT, KADER
from data.register.baca import jenis_dari
from data.wilayah import Wilayah
from handlers.bumdes.ikhtisar import berkas_lembar, sebut_pandang
from handlers.bumdes.tempat import Pandang
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan
from handlers.kader.sebut import SEMUA, sebut_bidang, sebut_langkah
from handlers.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai
from handlers.register.xlsx import lembar_register

KOLOM = (
    Kolom("Kode wilayah", 15, "teks", "Kode desa menurut Kemendagri."),
    Kolom("Desa", 22),
    Kolom("Kecamatan", 18),
    Kolom("Kader", 10, "angka", "Yang masih bertugas."),
    Kolom("Laki-laki", 10, "angka"),
    Kolom("Perempuan", 10, "angka"),
    Kolom("Bidang belum ada", 40, "teks", "Dibanding bidang yang diharap di desa itu."),
    Kolom("Tanpa nomor SK", 12, "angka"),
    Kolom("Belum dilatih", 12, "angka", "Tanpa pelatihan tercatat selama setahun."),
    Kolom("Siap naik", 12, "angka", "Yang dijalani sudah cukup untuk langkah berikutnya, tinggal dibenarkan."),
    Kolom("Langkah", 40, "teks", "Berapa orang di langkah mana."),
)


def kirim_lembar(p: Pandang, d: Dialog, desa: Desa) -> Pesan:
    if not desa.register.jumlah(KADER, desa=p.kode, terbuka=None):
        return Pesan("Belum ada kader untuk diunduh. Yang ditambahkan nanti muncul di sini.", tombol=(SEMUA,))
    judul = f"Kader, {sebut_pandang(p)}" if p.di or p.desa else "Kader"
    teks = "Ini kadernya, yang dijalani, dan yang belum ada per desa. Namanya hanya seperti di SK."
    return Pesan(teks, judul=judul, berkas=berkas_lembar("kader", p))


def kader_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode of a place, or ''. What stands in it is decided by the scope on the day it is made."""
    kode = str(bahan["kode"])
    semua = desa.wilayah.di_bawah([kode] if kode and desa.lingkup.boleh_baca(kode) else desa.lingkup.baca)
    per_desa = Lembar("Per desa", KOLOM, _baris(semua, kode, desa), "Desa tanpa kader pun disebut.")
    return buat_xlsx([*(lembar_register(jenis_dari(j), kode, desa) for j in (KADER, GIAT)), per_desa], hari=hari_ini)


def _baris(semua: list[Wilayah], kode: str, desa: Desa) -> Iterator[list[Nilai]]:
    for w, k in zip(semua, desa.kader.banyak([w.kode for w in semua], kode), strict=True):
        yield [
            w.kode, w.nama, w.kecamatan, len(k.baris), k.jumlah("laki"), k.jumlah("perempuan"), sebut_bidang(k.kosong),
            k.tanpa_sk, k.basi, k.siap, sebut_langkah([k]),
        ]  # fmt: skip
