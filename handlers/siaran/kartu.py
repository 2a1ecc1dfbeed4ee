"""/siaran_lihat, /siaran_hapus, /siaran_pulihkan: what one has made public, and taking it back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.kegiatan import URUNGKAN
from data.orang import PENDAMPING
from data.siaran import SEMUA, Siaran
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tim.lihat import LEMBAR

NOMOR_SIARAN = re.compile(r"#?\b(R-\d{4}-\d{4,})", re.IGNORECASE)
DAFTAR = Tombol("Siaran saya", perintah("siaran_lihat"))
BARU = Tombol("Buat siaran", perintah("siaran"))
KIRIM = "kirim"
HALAMAN = 8
SUDAH_TERSIAR = "Yang sudah diteruskan ke grup atau blog tidak ikut tertarik; hapus di sana juga."


def hapus_siaran(argumen: str) -> str:
    """'/hapus R-2611-0001' is 'siaran_hapus R-2611-0001'."""
    return f"siaran_hapus {cocok[1].upper()}" if (cocok := NOMOR_SIARAN.search(argumen)) else ""


def ubah_siaran(argumen: str) -> str:
    cocok = NOMOR_SIARAN.search(argumen)
    return f"siaran_ubah {argumen[cocok.start() :].lstrip('#')}" if cocok else ""


def pulihkan_siaran(argumen: str) -> str:
    return f"siaran_pulihkan {cocok[1].upper()}" if (cocok := NOMOR_SIARAN.search(argumen)) else ""


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"Siaran {sebaris(nomor.upper(), 20)} belum ada dalam daftar Anda.", tombol=(DAFTAR, BARU))


def kiriman(s: Siaran) -> Pesan:
    """Ready to be sent on: nothing in it but the text and its picture. Three buttons fit under a picture."""
    gambar = Berkas(f"{s.nomor}.jpg", "siaran_jpg", {"nomor": s.nomor}, gambar=True) if s.tampak else None
    return Pesan(
        s.teks,
        judul=s.judul,
        tombol=(
            Tombol(f"Kartu {s.nomor}", perintah(f"siaran_lihat {s.nomor}")),
            Tombol("Ubah", perintah(f"siaran_ubah {s.nomor}")),
            Tombol("Tarik kembali", perintah(f"siaran_hapus {s.nomor}")),
        ),
        berkas=gambar,
    )


def kartu(s: Siaran, d: Dialog) -> Pesan:
    hari = datetime.fromtimestamp(s.dibuat, UTC).astimezone(ZoneInfo(d.orang.zona)).date()
    baris = [s.judul, "", s.teks, "", f"Dari catatan #{s.catatan}, dibuat {ejaan_tanggal(hari, False)}.", _foto(s)]
    if s.hilang:
        baris.append(f"⚠ Catatan #{s.catatan} sudah dihapus. Periksa apakah siaran ini masih benar.")
    elif s.berubah:
        baris.append(f"⚠ Catatan #{s.catatan} berubah sesudah siaran ini dibuat. Periksa lagi isinya.")
    ganti = (Tombol("Ganti foto", perintah(f"siaran_ubah {s.nomor} foto")),) if s.pilihan_foto else ()
    return Pesan(
        "\n".join(baris),
        judul=f"Siaran {s.nomor}",
        tombol=(
            Tombol("Ubah judul", perintah(f"siaran_ubah {s.nomor} judul")),
            Tombol("Ubah teks", perintah(f"siaran_ubah {s.nomor} teks")),
            *ganti,
            Tombol("Kirim lagi", perintah(f"siaran_lihat {s.nomor} {KIRIM}")),
            Tombol("Tarik kembali", perintah(f"siaran_hapus {s.nomor}")),
            DAFTAR,
        ),
    )


def _foto(s: Siaran) -> str:
    if not s.foto:
        return "Tanpa foto."
    if s.hilang:
        return "Fotonya tidak dikirim lagi."
    if not s.tampak:
        return "⚠ Fotonya sudah tidak ada di catatan itu, jadi tidak dikirim lagi."
    return "Foto: semua yang tampak setuju." if s.izin == SEMUA else "Foto: tidak ada wajah."


@dialog(
    "siaran_lihat",
    help="Lihat siaran saya",
    untuk=PENDAMPING,
    kata=("siaran saya",),
    langsung=True,
    menu=False,
    ketik=lambda sisa: NOMOR_SIARAN.match(sisa.strip()) is not None,
)
def siaran_lihat(d: Dialog, desa: Desa) -> Kabar:
    """'', 'h2', 'R-2611-0001', 'R-2611-0001 kirim'"""
    cocok = NOMOR_SIARAN.search(d.argumen)
    if cocok is None:
        return Kabar(_daftar(d, desa))
    s = desa.siaran.ambil(cocok[1])
    if s is None:
        return Kabar(tak_ada(cocok[1]))
    return Kabar(kiriman(s) if KIRIM in d.argumen.lower().split() else kartu(s, d))


def _daftar(d: Dialog, desa: Desa) -> Pesan:
    jumlah = desa.siaran.jumlah()
    if not jumlah:
        return Pesan("Belum ada siaran. Buat satu dari catatan kegiatan Anda.", tombol=(BARU,))
    akhir = (jumlah - 1) // HALAMAN + 1
    ini = min(next((int(c[1]) for k in d.argumen.split() if (c := LEMBAR.fullmatch(k))), 1) or 1, akhir)
    semua = desa.siaran.milik(batas=HALAMAN, mulai=(ini - 1) * HALAMAN)
    maju = (Tombol("Lebih lama ›", perintah(f"siaran_lihat h{ini + 1}")),) if ini < akhir else ()
    mundur = (Tombol("‹ Lebih baru", perintah(f"siaran_lihat h{ini - 1}")),) if ini > 1 else ()
    daftar = tuple(Butir(s.nomor, perintah(f"siaran_lihat {s.nomor}"), sebaris(s.judul, 72)) for s in semua)
    return Pesan(
        f"{jumlah} siaran. Ketuk untuk membuka.", judul="Siaran saya", daftar=daftar, tombol=(*maju, *mundur, BARU)
    )


@dialog(
    "siaran_hapus",
    help="Tarik kembali siaran",
    untuk=PENDAMPING,
    langsung=True,
    menu=False,
    ketik=lambda sisa: NOMOR_SIARAN.match(sisa.strip()) is not None,
)
def siaran_hapus(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR_SIARAN.search(d.argumen)
    s = desa.siaran.ambil(cocok[1]) if cocok else None
    if cocok is None:
        return Kabar(_daftar(d, desa))
    if s is None:
        return Kabar(tak_ada(cocok[1]))
    desa.siaran.hapus(s)
    teks = f"Siaran {s.nomor} ditarik. {SUDAH_TERSIAR} Bisa dikembalikan dalam {URUNGKAN // 60} menit."
    return Kabar(Pesan(teks, tombol=(Tombol("Kembalikan", perintah(f"siaran_pulihkan {s.nomor}")), DAFTAR)))


@dialog(
    "siaran_pulihkan",
    help="Kembalikan siaran",
    untuk=PENDAMPING,
    langsung=True,
    menu=False,
    ketik=lambda sisa: NOMOR_SIARAN.match(sisa.strip()) is not None,
)
def siaran_pulihkan(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR_SIARAN.search(d.argumen)
    s = desa.siaran.ambil(cocok[1], terhapus=True) if cocok else None
    if cocok is None:
        return Kabar(_daftar(d, desa))
    if s is None:
        return Kabar(tak_ada(cocok[1]))
    if s.dihapus is None or desa.siaran.pulihkan(s):
        kini = desa.siaran.ambil(s.nomor)
        assert kini
        return Kabar(kartu(kini, d))
    teks = f"Siaran {s.nomor} ditarik lebih dari {URUNGKAN // 60} menit lalu. Silakan buat yang baru."
    return Kabar(Pesan(teks, tombol=(BARU, DAFTAR)))
