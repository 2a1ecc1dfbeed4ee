"""/blt_perubahan: one change of families, to be taken back or put back."""

from __future__ import annotations

import re

from data.blt import PerubahanBlt
from data.desa import Desa
from data.orang import PENDAMPING
from handlers.blt.kartu_blt import BLT
from handlers.blt.sebut import SEBAB, sebut_hari
from handlers.bumdes.tempat import KODE_DESA
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

HAPUS, PULIHKAN = "hapus", "pulihkan"
YANG = re.compile(r"\b(20\d\d)\s+(\d{1,12})\b")
KURANG = (
    "Belum bisa: keluarganya nanti kurang dari nol. Hapus dulu perubahan yang mengurangi, "
    "atau betulkan penetapannya lewat Ubah penetapan."
)
TAK_ADA = Pesan("Perubahan itu belum ada dalam daftar Anda. Buka dari Riwayat di kartu BLT desanya.", tombol=(BLT,))


@dialog("blt_perubahan", help="Hapus perubahan penerima BLT", untuk=PENDAMPING, langsung=True, menu=False)
def blt_perubahan(d: Dialog, desa: Desa) -> Kabar:
    """'32.03.03.2013 2026 12', '… hapus', '… pulihkan'"""
    kode, yang = KODE_DESA.search(d.argumen), YANG.search(KODE_DESA.sub(" ", d.argumen))
    p = desa.blt.satu_perubahan(kode[0], int(yang[1]), int(yang[2])) if kode and yang else None
    if p is None or not desa.blt.boleh(p.desa):
        return Kabar(TAK_ADA)
    kata = d.argumen.split()[-1]
    return Kabar(_lakukan(p, kata, desa) if kata in (HAPUS, PULIHKAN) else _kartu(p, desa))


def _lakukan(p: PerubahanBlt, kata: str, desa: Desa) -> Pesan:
    lakukan = desa.blt.hapus_perubahan if kata == HAPUS else desa.blt.pulihkan_perubahan
    try:
        terjadi = lakukan(p)
    except ValueError:
        return _kartu(p, desa, KURANG)
    kini, blt = desa.blt.satu_perubahan(p.desa, p.tahun, p.id) or p, desa.blt.ambil(p.desa, p.tahun)
    sudah = "dihapus" if kata == HAPUS else "dikembalikan"
    jumlah = f" Sekarang {ejaan_angka(blt.kini)} keluarga." if blt else ""
    tetap = "" if kata == HAPUS else "Perubahan ini masih ada."
    return _kartu(kini, desa, f"Sudah {sudah}.{jumlah}" if terjadi else tetap)


def sebut_perubahan(p: PerubahanBlt) -> str:
    """'−2 keluarga, pindah'"""
    return f"{p.keluarga:+} keluarga, {SEBAB.get(p.sebab, p.sebab)}".replace("-", "−")


def butir_perubahan(p: PerubahanBlt) -> Butir:
    ket = ", ".join(k for k in (f"sejak {sebut_hari(p.tanggal)}", sebaris(p.catatan, 40)) if k)
    return Butir(
        sebut_perubahan(p).replace("keluarga, ", ""), perintah(f"blt_perubahan {p.desa} {p.tahun} {p.id}"), ket
    )


def _kartu(p: PerubahanBlt, desa: Desa, kepala: str = "") -> Pesan:
    di = desa.wilayah.ambil(p.desa)
    nama, kata = ("Hapus", HAPUS) if p.dihapus is None else ("Kembalikan", PULIHKAN)
    baris = [
        kepala or ("" if p.dihapus is None else "Perubahan ini sudah dihapus."),
        sebut_perubahan(p),
        f"Sejak {sebut_hari(p.tanggal)}",
        f"Catatan: {p.catatan}" if p.catatan else "",
        f"Dicatat oleh {p.nama}",
    ]
    return Pesan(
        muat("\n".join(b for b in baris if b)),
        judul=f"Perubahan penerima BLT {p.tahun}{f', {sebut_tempat(di)}' if di else ''}",
        tombol=(
            Tombol(nama, perintah(f"blt_perubahan {p.desa} {p.tahun} {p.id} {kata}")),
            Tombol("Ke kartunya", perintah(f"blt {p.desa} {p.tahun}")),
        ),
    )
