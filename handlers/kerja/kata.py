"""What is said of long work: how far it is, why it cannot be done, that it is too large to be sent."""

from __future__ import annotations

import math

import msgspec

from data.kerja import JALAN, Kerja
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.tombol import perintah

RESEP = "kerja"
"""Its file's recipe in handlers/dokumen.py."""
TIADA = (
    "{sebut} tidak bisa disiapkan: yang diminta sudah tidak ada, atau bukan lagi wilayah tugas Anda. "
    "Yang bisa diminta selalu ada di /menu."
)
GAGAL = "{sebut} belum berhasil disiapkan. Catatan Anda aman. Ketuk Coba lagi; kalau masih begini, coba lagi nanti."
BERULANG = (
    "{sebut} sudah beberapa kali dicoba dan belum berhasil. Catatan Anda aman. Coba minta bagian yang lebih kecil, "
    "atau ketuk Coba lagi nanti."
)
MB = 1_000_000


def persen(k: Kerja) -> int:
    """Never 100 before it has ended."""
    return min(99, 100 * k.n // k.dari) if k.dari else 0


def sisa(k: Kerja, kini: int) -> str:
    """By its own pace; '' where nothing can be said yet."""
    lama = kini - (k.mulai or kini)
    if not (0 < k.n <= k.dari) or lama <= 0:
        return ""
    menit = math.ceil(lama * (k.dari - k.n) / k.n / 60)
    return "kurang dari semenit lagi" if menit <= 1 else f"kira-kira {menit} menit lagi"


def sebut_maju(k: Kerja, kini: int) -> str:
    if k.status != JALAN:
        return "menunggu giliran"
    if not k.dari:
        return "sedang disiapkan"
    return ", ".join(satu for satu in (f"{persen(k)} %", sisa(k, kini)) if satu)


def kemajuan(k: Kerja, kini: int) -> Pesan:
    return Pesan(
        f"{k.sebut}: {sebut_maju(k, kini)}. Hasilnya saya kirim begitu selesai.", tombol=(batalkan(k, "Batalkan"),)
    )


def batalkan(k: Kerja, label: str) -> Tombol:
    return Tombol(label, perintah(f"pekerjaan batal {k.id}"))


def ulangi(k: Kerja, label: str) -> Tombol:
    return Tombol(label, perintah(f"pekerjaan ulang {k.id}"))


def kirim_lagi(k: Kerja, label: str) -> Tombol:
    return Tombol(label, perintah(f"pekerjaan kirim {k.id}"))


def tiada(k: Kerja) -> Pesan:
    return Pesan(TIADA.format(sebut=k.sebut))


def gagal(k: Kerja, *, berulang: bool = False) -> Pesan:
    return Pesan((BERULANG if berulang else GAGAL).format(sebut=k.sebut), tombol=(ulangi(k, "Coba lagi"),))


def dengan_berkas(pesan: Pesan, k: Kerja, nama: str) -> Pesan:
    """The message of a work that made a file."""
    return msgspec.structs.replace(pesan, berkas=Berkas(nama, RESEP, {"id": k.id})) if nama else pesan


def terlalu_besar(pesan: Pesan, ukuran: int, batas: int) -> Pesan:
    """The same message without its file, which the platform does not carry."""
    kata = (
        f"Berkasnya {ukuran / MB:.0f} MB, lebih besar daripada yang bisa dikirim di sini ({batas // MB} MB). "
        "Minta bagian yang lebih kecil, misalnya satu bulan atau satu kecamatan, atau buka lewat halaman web."
    )
    return msgspec.structs.replace(pesan, teks=f"{pesan.teks}\n\n{kata}", berkas=None)
