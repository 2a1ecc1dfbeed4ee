"""A register as a workbook: one in one's scope, or all of them, a sheet each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from data.desa import Desa
from data.katalog.register import Bidang, JenisRegister, muat_register
from data.orang import ZONA_AWAL, tanggal_lokal
from data.register import Register
from data.wilayah import Wilayah, dari_kode
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Jenis, Nilai
from handlers.register.bidang import sebut
from handlers.register.sebut import REGISTER, sebut_keadaan

AWAL = (
    Kolom("Nomor", 14, "teks", "Nomornya di Kawan Desa; ketik /cari lalu nomor ini untuk membukanya."),
    Kolom("Kode wilayah", 15, "teks", "Kode desa atau kecamatan menurut Kemendagri."),
    Kolom("Tempat", 22, "teks", "Nama desa, atau kecamatan untuk yang antardesa."),
    Kolom("Kecamatan", 18),
)
AKHIR = (
    Kolom("Keadaan", 20, "teks", "Keadaannya pada hari berkas ini dibuat."),
    Kolom("Masih terbuka", 10, "ya", "Tidak, kalau sudah ditutup."),
    Kolom("Dicatat oleh", 22, "teks", "Yang pertama mencatatnya."),
    Kolom("Dicatat", 13, "tanggal", "Hari dicatat, menurut jam setempat."),
    Kolom("Terakhir diubah", 13, "tanggal"),
)
LEBAR: dict[str, int] = {"teks": 36, "banyak": 30, "pilihan": 22, "uang": 18}
JENIS: dict[str, Jenis] = {"angka": "angka", "uang": "uang", "tanggal": "tanggal", "ya": "ya"}


def kirim_xlsx(kode: str, tempat: str, d: Dialog, desa: Desa) -> Pesan:
    """`kode` '' is all registers; `tempat` '' all of one's scope."""
    jumlah = desa.register.jumlah(kode, desa=tempat, terbuka=None)
    if not jumlah:
        return Pesan("Belum ada isinya untuk diunduh. Yang dicatat nanti muncul di sini.", tombol=(REGISTER,))
    nama = f"{kode or 'register'}-{d.hari_ini.isoformat()}.xlsx".replace("_", "-")
    berkas = Berkas(nama, "register_xlsx", {"jenis": kode, "tempat": tempat})
    return Pesan(
        f"Ini {jumlah} catatannya, juga yang sudah ditutup. Arti kolomnya ada di lembar Keterangan.", berkas=berkas
    )


def register_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: jenis and tempat, either may be ''. What stands in it is decided by the scope on the day it is made."""
    kode, tempat = str(bahan["jenis"]), str(bahan["tempat"])
    ada = {h.jenis for h in desa.register.hitung(kode, desa=tempat)}
    jenis = [j for j in muat_register().semua if j.kode in ada]
    return buat_xlsx([lembar_register(j, tempat, desa) for j in jenis], hari=hari_ini)


def lembar_register(
    jenis: JenisRegister, tempat: str, desa: Desa, isi: Iterable[Register] | None = None, keterangan: str = ""
) -> Lembar:
    """`isi` in place of all that there is of the kind at `tempat`."""
    bidang = [b for b in jenis.bidang if b.jenis != "foto"]
    tengah = [Kolom(b.label, LEBAR.get(b.jenis, 14), JENIS.get(b.jenis, "teks"), _arti(b)) for b in bidang]
    semua = desa.register.semua(jenis.kode, desa=tempat) if isi is None else isi
    return Lembar(jenis.nama, (*AWAL, *tengah, *AKHIR), _baris(jenis, bidang, semua, desa), keterangan)


def _arti(b: Bidang) -> str:
    pilihan = f" Isinya salah satu: {', '.join(o.nama for o in b.pilihan)}." if b.jenis == "pilihan" else ""
    return f"{b.tanya}{pilihan}"


def _baris(
    jenis: JenisRegister, bidang: Sequence[Bidang], semua: Iterable[Register], desa: Desa
) -> Iterator[list[Nilai]]:
    kenal: dict[str, Wilayah | None] = {}
    for r in semua:
        if r.desa not in kenal:
            kenal[r.desa] = desa.wilayah.ambil(r.desa) or dari_kode(r.desa)
        yield _satu(r, jenis, bidang, kenal[r.desa])


def _satu(r: Register, jenis: JenisRegister, bidang: Sequence[Bidang], di: Wilayah | None) -> list[Nilai]:
    zona = di.zona if di else ZONA_AWAL
    isi = [_nilai(b, r) for b in bidang]
    akhir = (sebut_keadaan(jenis, r.keadaan), r.ditutup is None, r.penulis)
    hari = (tanggal_lokal(r.dibuat, zona), tanggal_lokal(r.diubah, zona))
    return [r.nomor, r.desa, di.nama if di else "", di.kecamatan if di else "", *isi, *akhir, *hari]


def _nilai(b: Bidang, r: Register) -> Nilai:
    nilai = r.isi.get(b.kunci)
    return nilai if b.jenis in JENIS else sebut(b, nilai)


def tombol_semua() -> Tombol:
    return Tombol("Unduh XLSX semua", perintah("register xlsx"))
