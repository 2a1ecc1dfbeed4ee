"""/pekerjaan: what is being prepared and how far it is, what was prepared lately, and calling it off."""

from __future__ import annotations

import re

import msgspec

from data.desa import Desa
from data.kerja import ANTRE, BATAL, GAGAL, JALAN, Kerja
from data.orang import SEMUA
from handlers.bergabung.sebut_tugas import sebut_hari
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.kerja.berkas import jalur
from handlers.kerja.kata import batalkan, gagal, kirim_lagi, sebut_maju, ulangi
from handlers.kerja.mulai import LIHAT, mulai

MINTA = re.compile(r"(batal|ulang|kirim)\s+(\d{1,18})")
KOSONG = (
    "Tidak ada yang sedang disiapkan. Unduhan besar, laporan, dan pencocokan yang Anda minta akan terlihat di sini "
    "sampai selesai, dan hasilnya tujuh hari sesudahnya."
)
TAK_ADA = "Saya tidak menemukan pekerjaan itu. /pekerjaan menunjukkan semua yang masih ada."


@dialog(
    "pekerjaan",
    help="Lihat yang sedang disiapkan",
    untuk=SEMUA,
    kata=("sampai mana", "pekerjaan saya"),
    langsung=True,
    menu=False,
)
def pekerjaan(d: Dialog, desa: Desa) -> Kabar:
    """'', 'batal 12', 'kirim 12', 'ulang 12'"""
    if minta := MINTA.fullmatch(d.argumen.strip().lower()):
        k = desa.kerja.ambil(int(minta[2]))
        return Kabar(Pesan(TAK_ADA) if k is None else LAKUKAN[minta[1]](k, d, desa))
    return Kabar(_daftar(d, desa))


def _daftar(d: Dialog, desa: Desa) -> Pesan:
    berjalan, selesai = desa.kerja.berjalan(), desa.kerja.selesai()
    if not (berjalan or selesai):
        return Pesan(KOSONG)
    baris, tombol = [], list[Tombol]()
    banyak = len(berjalan) + len(selesai) > 1
    for nomor, k in enumerate((*berjalan, *selesai), start=1):
        baris.append(f"{f'{nomor}. ' if banyak else ''}{k.sebut}: {_sebut(k, d, desa)}")
        tombol.append(_tombol(k, f" {nomor}" if banyak else ""))
    return Pesan("\n".join(baris), judul="Pekerjaan Anda", tombol=tuple(tombol))


def _sebut(k: Kerja, d: Dialog, desa: Desa) -> str:
    if k.status == JALAN:
        return sebut_maju(k, d.kini)
    if k.status == ANTRE:
        depan = desa.kerja.di_depan(k.id)
        return f"menunggu giliran, {depan} di depannya" if depan else "segera dimulai"
    if k.status == GAGAL:
        return "belum berhasil"
    return f"selesai {sebut_hari(k.selesai or d.kini, d.orang.zona)}"


def _tombol(k: Kerja, akhir: str) -> Tombol:
    if k.status in (JALAN, ANTRE):
        return batalkan(k, f"Batalkan{akhir}")
    return ulangi(k, f"Coba lagi{akhir}") if k.status == GAGAL else kirim_lagi(k, f"Kirim lagi{akhir}")


def _batal(k: Kerja, d: Dialog, desa: Desa) -> Pesan:
    if desa.kerja.batalkan(k.id):
        if sidik := str(k.bahan.get("sidik", "")):
            desa.dokumen.buang(sidik)
            return Pesan(f"{k.sebut} dibatalkan, dan dokumennya sudah saya buang. Kalau masih perlu, kirim lagi, ya.")
        return Pesan(f"{k.sebut} dibatalkan. Kalau masih perlu, tinggal dibuat lagi.", tombol=(ulangi(k, "Buat lagi"),))
    if k.status == BATAL:
        return Pesan(f"{k.sebut} sudah dibatalkan.", tombol=(ulangi(k, "Buat lagi"),))
    return Pesan(
        f"{k.sebut} sudah berakhir, jadi tidak ada yang dibatalkan.", tombol=(kirim_lagi(k, "Lihat hasilnya"),)
    )


def _kirim(k: Kerja, d: Dialog, desa: Desa) -> Pesan:
    """As it ended, with its file; without either where it was cleared for its age."""
    if k.status in (ANTRE, JALAN):
        return Pesan(f"{k.sebut}: {_sebut(k, d, desa)}.", tombol=(LIHAT, batalkan(k, "Batalkan")))
    if k.hasil and (not k.berkas or jalur(desa, k)):
        return msgspec.json.decode(k.hasil, type=Pesan)
    if k.status == GAGAL:
        return gagal(k)
    if k.status == BATAL:
        return Pesan(f"{k.sebut} sudah dibatalkan.", tombol=(ulangi(k, "Buat lagi"),))
    return Pesan(
        f"{k.sebut} disimpan tujuh hari, dan sekarang sudah dibersihkan. Bisa dibuat lagi dari catatan yang sama.",
        tombol=(ulangi(k, "Buat lagi"),),
    )


def _ulang(k: Kerja, d: Dialog, desa: Desa) -> Pesan:
    return mulai(desa, k.jenis, k.bahan, k.sebut)


LAKUKAN = {"batal": _batal, "kirim": _kirim, "ulang": _ulang}
