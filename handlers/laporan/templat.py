"""/laporan_templat: the person's own Word form of the visit report; sent, checked beside the turns, kept or refused."""

from __future__ import annotations

from data.desa import Desa
from data.dokumen import DokumenHilang
from data.dokumen_jenis import DOCX
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.questions import YesNo
from handlers.dialog.questions.document import Document
from handlers.dialog.tombol import perintah
from handlers.kerja.mulai import mulai
from handlers.kerja.pekerjaan import Bahan, Hasil, Laju, Terjelaskan
from handlers.kertas.word import TemplatSalah, isi_templat
from handlers.laporan.berkas import GUNA
from handlers.laporan.contoh import contoh
from handlers.laporan.kartu import UNTUK
from handlers.laporan.kata_templat import kata_salah

TERBESAR = 1_000_000
"""Bytes: with it and the photos the report still has to fit into four megabytes."""
KIRIM = Tombol("Kirim templat", perintah("laporan_templat_kirim"))
CONTOH = Tombol("Contoh templat", perintah("laporan_templat contoh"))
BIDANG = Tombol("Daftar bidang", perintah("laporan_templat bidang"))
LAPORAN = Tombol("Ke laporannya", perintah("laporan"))
POKOK = {
    "hasil kunjungan": ("hasil",),
    "foto": ("foto.gambar", "bingkai.semua.gambar"),
    "rekomendasi": ("rekomendasi",),
    "nama": ("nama",),
}
"""What most reports say; a template that does not is told so, and is used all the same."""
TAMPIL = 25
"""Fields that are named; of more it says how many."""


@dialog("laporan_templat", help="Templat laporan saya", untuk=UNTUK, langsung=True, menu=False)
def laporan_templat(d: Dialog, desa: Desa) -> Kabar:
    """'', 'contoh', 'bidang' or 'bawaan'"""
    kata = d.argumen.lower().split()
    if "contoh" in kata:
        berkas = Berkas("contoh-templat-laporan-kunjungan.docx", "laporan_templat_docx", {})
        teks = "Ini contoh templatnya, yaitu bentuk bawaan. Ubah sesuka Anda di Word, lalu kirim ke sini."
        return Kabar(Pesan(teks, berkas=berkas, tombol=(KIRIM, BIDANG)))
    if "bidang" in kata:
        berkas = Berkas("bidang-templat-laporan-kunjungan.docx", "laporan_bidang_docx", {})
        return Kabar(Pesan("Ini semua bidang yang bisa diisi, dan caranya.", berkas=berkas, tombol=(KIRIM, CONTOH)))
    kepala = ""
    if "bawaan" in kata:
        kepala = "Templat Anda sudah dilepas.\n" if desa.dokumen.lepas(GUNA) else ""
    return Kabar(_kartu(desa, kepala))


def _kartu(desa: Desa, kepala: str) -> Pesan:
    ada = desa.dokumen.dari(GUNA)
    if ada is None:
        teks = f"{kepala}Laporan Word memakai bentuk bawaan. Punya format sendiri? Kirim templatnya sebagai .docx."
        return Pesan(teks, judul="Templat laporan", tombol=(KIRIM, CONTOH, BIDANG, LAPORAN))
    lepas = Tombol("Pakai bawaan", perintah("laporan_templat bawaan"))
    teks = f"{kepala}Laporan Word memakai templat Anda: {ada.nama}."
    ganti = Tombol("Ganti templat", KIRIM.data)
    return Pesan(teks, judul="Templat laporan", tombol=(ganti, lepas, CONTOH, BIDANG, LAPORAN))


@dialog("laporan_templat_kirim", help="Kirim templat laporan", untuk=UNTUK, menu=False, dokumen=(DOCX,))
def laporan_templat_kirim(d: Dialog, desa: Desa) -> Kabar:
    petunjuk = "Kirim berkas .docx-nya sebagai dokumen (tombol penjepit kertas)."
    kata = "Kirim templat laporan Anda sebagai berkas Word (.docx), paling besar 1 MB."
    berkas = d.ask("dokumen", Document(kata, desa.dokumen.ada, (DOCX,), petunjuk), "Templat")
    if berkas.ukuran > TERBESAR:
        desa.dokumen.buang(berkas.sidik)
        teks = (
            f"Templat ini {berkas.ukuran / 1_000_000:.1f} MB, padahal laporan jadinya paling besar 4 MB. Kecilkan "
            "gambar di dalamnya sampai di bawah 1 MB, lalu kirim lagi."
        ).replace(".", ",", 1)
        return Kabar(Pesan(teks, tombol=(Tombol("Kirim lagi", KIRIM.data), CONTOH)), "Templat belum dipakai.")
    tanya = YesNo(f"Jadikan “{berkas.nama}” bentuk laporan kunjungan Anda?", "Ya, pakai", "Jangan")
    if not d.ask("jadi", tanya, "Dipakai"):
        desa.dokumen.buang(berkas.sidik)
        return Kabar(_kartu(desa, "Baik, berkas itu tidak dipakai.\n"), "Templat tidak diganti.")
    return Kabar(mulai(desa, "laporan_templat", {"sidik": berkas.sidik}, "Pemeriksaan templat"), "Templat diperiksa.")


def periksa_templat(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
    """`bahan`: sidik of one's own document. Kept when it can be filled; nothing changes when it cannot."""
    sidik = str(bahan["sidik"])
    laju.maju(0, 1)
    try:
        templat = desa.dokumen.isi(sidik)
    except DokumenHilang:
        raise Terjelaskan("Templatnya sudah tidak ada di sini. Kirim lagi lewat /laporan_templat, ya.") from None
    isi, gambar = contoh()
    try:
        dipakai = isi_templat(templat, isi, wajib="", gambar=gambar)[1]
    except TemplatSalah as galat:
        return _ditolak(sidik, kata_salah(galat.salah))
    if not dipakai:
        return _ditolak(
            sidik, "– Di dalamnya belum ada bidang yang diisi, contoh: {{ nama }}. Lihat contoh templatnya."
        )
    return Hasil(_dipakai(dipakai), sesudah=lambda d: d.dokumen.simpan(sidik, GUNA))


def _ditolak(sidik: str, sebab: str) -> Hasil:
    teks = f"Templat ini belum bisa dipakai:\n{sebab}\n\nBetulkan di Word, lalu kirim lagi."
    lagi = Tombol("Kirim lagi", KIRIM.data)
    return Hasil(Pesan(teks, tombol=(lagi, CONTOH, BIDANG)), sesudah=lambda d: d.dokumen.buang(sidik))


def _dipakai(bidang: set[str]) -> Pesan:
    nama = sorted(bidang)
    lebih = f", dan {len(nama) - TAMPIL} lainnya" if len(nama) > TAMPIL else ""
    teks = f"Templat Anda dipakai mulai sekarang. Yang diisi: {', '.join(nama[:TAMPIL])}{lebih}."
    if kurang := [kata for kata, jalur in POKOK.items() if not bidang.intersection(jalur)]:
        teks += f"\nYang tidak ada di templat ini: {', '.join(kurang)}."
    lepas = Tombol("Pakai bawaan", perintah("laporan_templat bawaan"))
    return Pesan(teks, tombol=(LAPORAN, BIDANG, CONTOH, lepas))
