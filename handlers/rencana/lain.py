"""What else there is of a plan: its papers, its history, the years beside it."""

from __future__ import annotations

from data.desa import Desa
from data.rencana import Rencana
from data.rencana.pekan import baca
from data.rencana.riwayat import Langkah
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan
from handlers.rencana.sebut import label_kegiatan, sebut_pekan, sebut_rencana, tempat_rencana
from handlers.tim.lihat import HALAMAN

LAIN, PDF, EXCEL, RIWAYAT = "lain", "pdf", "excel", "riwayat"
BAGIAN = (LAIN, PDF, EXCEL, RIWAYAT)
KERJA = {
    "buat": "menyusun rencana",
    "diajukan": "mengajukan",
    "disetujui": "menyetujui",
    "kembali": "mengembalikan",
    "tambah": "menambah",
    "coret": "mencoret",
    "kembalikan": "memakai lagi",
    "ubah": "mengubah",
}
KOLOM = {"pekan": "minggu", "miskin": "kelompok miskin", "pihak": "bersama siapa"}


def lain(r: Rencana, apa: str, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    if apa == RIWAYAT:
        return _riwayat(r, halaman, d, desa)
    if apa == LAIN:
        tombol = [Tombol(nama, perintah(f"rencana {r.nomor} {apa}")) for apa, nama in _PILIHAN]
        tombol += [Tombol(nama, perintah(f"rencana {r.desa} {tahun}")) for nama, tahun in _tahun(r)]
        return Pesan("Mau yang mana?", judul=sebut_rencana(r, desa), tombol=(*tombol, _lihat(r)))
    draf = "" if r.resmi else " Di tiap halamannya tertulis draf, karena belum disetujui."
    nama = f"rencana-{r.tahun}-{tempat_rencana(r.desa, desa).nama.lower().replace(' ', '-')}"
    akhir, resep = ("pdf", "rencana_pdf") if apa == PDF else ("xlsx", "rencana_xlsx")
    return Pesan(
        f"Rencana kerja dan kisi minggunya.{draf}",
        judul=sebut_rencana(r, desa),
        tombol=(_lihat(r),),
        berkas=Berkas(f"{nama}.{akhir}", resep, {"nomor": r.nomor}),
    )


_PILIHAN = ((PDF, "PDF"), (EXCEL, "Excel"), (RIWAYAT, "Riwayat"))


def _lihat(r: Rencana) -> Tombol:
    return Tombol("Lihat rencana", perintah(f"rencana {r.nomor}"))


def _tahun(r: Rencana) -> tuple[tuple[str, int], ...]:
    return (f"‹ {r.tahun - 1}", r.tahun - 1), (f"{r.tahun + 1} ›", r.tahun + 1)


def _riwayat(r: Rencana, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """One line more than a page is read, to know whether there is another."""
    semua = desa.rencana.riwayat(r, mulai=(halaman - 1) * HALAMAN, batas=HALAMAN + 1)
    teks = "\n".join(sebut_langkah(r, satu, d, desa) for satu in semua[:HALAMAN])
    kata = f"rencana {r.nomor} {RIWAYAT}"
    lama = (Tombol("Lebih lama ›", perintah(f"{kata} h{halaman + 1}")),) if len(semua) > HALAMAN else ()
    baru = (Tombol("‹ Lebih baru", perintah(f"{kata} h{halaman - 1}")),) if halaman > 1 else ()
    return Pesan(teks or "Tidak ada lagi.", judul=f"Riwayat {r.nomor}", tombol=(*lama, *baru, _lihat(r)))


def sebut_langkah(r: Rencana, satu: Langkah, d: Dialog, desa: Desa) -> str:
    """'21 Nov 20.14 · Bu Sari mengubah target BLT Desa: 6 → 12'"""
    apa = f"{satu.nama} {KERJA[satu.apa]}"
    if satu.urutan is not None:
        b = desa.rencana.butir(r, satu.urutan, dicoret=True)
        nama = label_kegiatan(b.kegiatan) if b else sebut_kegiatan("")
        kolom = f"{KOLOM.get(satu.kolom, satu.kolom)} " if satu.apa == "ubah" else ""
        apa += f" {kolom}{nama}{_gerak(satu)}"
    alasan = f": “{sebaris(satu.alasan, 120)}”" if satu.alasan else ""
    return f"{sebut_saat(satu.waktu, d.orang.zona)} · {apa}{alasan}"


def _gerak(satu: Langkah) -> str:
    if satu.apa != "ubah":
        return ""
    return f": {_nilai(satu.kolom, satu.sebelum)} → {_nilai(satu.kolom, satu.sesudah)}"


def _nilai(kolom: str, isi: str) -> str:
    if kolom == "miskin":
        return "ya" if isi == "1" else "tidak"
    return (sebut_pekan(baca(isi)) if kolom == "pekan" else sebaris(isi, 60)) or "kosong"
