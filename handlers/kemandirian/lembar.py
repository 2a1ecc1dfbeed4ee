"""Assessments and Indeks Desa statuses of a place as a workbook: two sheets, that nobody adds them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from data.desa import Desa
from data.indeks_desa import STATUS, StatusDesa
from data.katalog.kemandirian import UNSUR, muat_kemandirian
from data.kemandirian import Kemandirian
from data.orang import ZONA_AWAL, tanggal_lokal
from data.wilayah import Wilayah, dari_kode
from handlers.kemandirian.sebut import BUKAN_INDEKS, FORUM, sebut_kelompok, sebut_tingkat
from handlers.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai

TEMPAT = (
    Kolom("Kode desa", 15, "teks", "Kode wilayah Kemendagri."),
    Kolom("Kecamatan", 18),
    Kolom("Desa", 20),
)
AWAL = (
    Kolom("Nomor", 14),
    *TEMPAT,
    Kolom("Kelompok", 26, "teks", "Seluruh desa, atau kelompok yang menilai dirinya."),
    Kolom("Tahun", 8, "angka"),
    Kolom("Tanggal", 13, "tanggal"),
    Kolom("Forum", 22),
    Kolom("Musdes", 14, "teks", "Nomornya di Kawan Desa."),
    Kolom("Peserta", 10, "angka", "Orang."),
    Kolom("Laki-laki", 10, "angka"),
    Kolom("Perempuan", 10, "angka"),
)
AKHIR = (
    Kolom("Langkah berikutnya", 40, "teks", "Yang mau mereka lakukan, dalam kata mereka."),
    Kolom("Catatan", 40),
    Kolom("Dicatat oleh", 20),
)
INDEKS = (
    *TEMPAT,
    Kolom("Tahun", 8, "angka"),
    Kolom("Status", 20, "teks", "Status Indeks Desa seperti pada sumbernya."),
    Kolom("Sumber", 40, "teks", "SK atau berita acara."),
    Kolom("Dicatat oleh", 20),
    Kolom("Diubah", 13, "tanggal"),
)


def kemandirian_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode, of a place; '' is all that the person may read."""
    kode = str(bahan["kode"])
    return buat_xlsx(
        [
            Lembar("Kemandirian", kolom_kemandirian(), _penilaian(kode, desa), BUKAN_INDEKS),
            Lembar("Indeks Desa", INDEKS, _indeks(kode, desa), "Disalin dari SK atau berita acara, tidak dihitung."),
        ],
        hari=hari_ini,
    )


def kolom_kemandirian() -> tuple[Kolom, ...]:
    return (*AWAL, *_tengah(), *AKHIR)


def _tengah() -> list[Kolom]:
    """Each element in a word, each question by the picture that was chosen."""
    semua = muat_kemandirian()
    unsur = [Kolom(semua.menurut_kode(u).nama, 16, "teks", semua.menurut_kode(u).arti) for u in UNSUR]
    return [*unsur, *(Kolom(s.label, 22, "teks", s.tanya) for s in semua.soal)]


def _tempat(kode: str, desa: Desa) -> tuple[str, str, str]:
    w: Wilayah | None = desa.wilayah.ambil(kode) or dari_kode(kode)
    return (kode, w.kecamatan, w.nama) if w else (kode, "", "")


def _penilaian(kode: str, desa: Desa) -> Iterator[list[Nilai]]:
    for k in desa.kemandirian.semua(kode):
        yield baris_kemandirian(k, desa)


def baris_kemandirian(k: Kemandirian, desa: Desa) -> list[Nilai]:
    soal = muat_kemandirian().soal
    pilihan = [s.tingkat[k.isi[s.kunci] - 1].nama if s.kunci in k.isi else "" for s in soal]
    hari = date.fromisoformat(k.tanggal)
    return [
        k.nomor, *_tempat(k.desa, desa), sebut_kelompok(k.kelompok), k.tahun, hari, FORUM[k.forum], k.musdes,
        k.peserta, k.peserta_l, k.peserta_p, *(sebut_tingkat(k.tingkat(u)) for u in UNSUR), *pilihan,
        k.berikut, k.catatan, k.penulis,
    ]  # fmt: skip


def _indeks(kode: str, desa: Desa) -> Iterator[list[Nilai]]:
    semua = desa.wilayah.di_bawah([kode] if kode else desa.lingkup.baca)
    for s in desa.indeks_desa.seluruhnya([w.kode for w in semua]):
        yield baris_indeks(s, desa)


def baris_indeks(s: StatusDesa, desa: Desa) -> list[Nilai]:
    w = desa.wilayah.ambil(s.desa)
    hari = tanggal_lokal(s.diubah, w.zona if w else ZONA_AWAL)
    return [*_tempat(s.desa, desa), s.tahun, STATUS.get(s.status, s.status), s.sumber, s.nama, hari]
