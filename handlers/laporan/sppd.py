"""/sppd: the travel sheet of a month, to be stamped by the villages."""

from __future__ import annotations

from data.desa import Desa
from handlers.catatan.bulan import sebut_bulan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kerja.pekerjaan import nama_aman
from handlers.laporan.bulan_kunjungan import kumpulkan
from handlers.laporan.kartu import UNTUK, kartu_laporan
from handlers.laporan.laporan import bulan_laporan, ketik_bulan


@dialog("sppd", help="Lembar SPPD sebulan", untuk=UNTUK, langsung=True, menu=False, ketik=ketik_bulan)
def sppd(d: Dialog, desa: Desa) -> Kabar:
    """'2026-11', and then 'word' or 'pdf'"""
    bulan = bulan_laporan(d, desa)
    kata = f"{bulan:%Y-%m}"
    b = kumpulkan(desa, bulan)
    if not b.kunjungan:
        return Kabar(kartu_laporan(bulan, d.hari_ini, desa))
    word = "word" in d.argumen.lower().split()
    resep, akhiran, lain, label = ("sppd_docx", "docx", "pdf", "PDF") if word else ("sppd_pdf", "pdf", "word", "Word")
    baris = len({(k.k.tanggal, k.k.desa) for k in b.kunjungan})
    return Kabar(
        Pesan(
            f"Ini draf lembar SPPD {sebut_bulan(bulan)}: {baris} perjalanan. Nomor, jam berangkat, dan jam kembali "
            "diisi dengan pena; tiap desa memberi tanda tangan dan cap.",
            berkas=Berkas(nama_aman(f"draf-sppd-{kata}", akhiran), resep, {"bulan": kata}),
            tombol=(
                Tombol(f"Bentuk {label}", perintah(f"sppd {kata} {lain}")),
                Tombol("Laporan kunjungan", perintah(f"laporan {kata}")),
            ),
        )
    )
