"""What a reporter does afterwards: add a word, say that it is settled or not, take it back."""

from __future__ import annotations

from data.desa import Desa
from data.masalah import DITARIK, DITERUSKAN, DITUTUP, SELESAI, Masalah
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Text, YesNo
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.masalah.kabar import kabari_pj
from handlers.masalah.pasang import segar_pelapor, tindakan_pelapor
from handlers.masalah.sebut import LAPORAN, judul, pelapor
from handlers.tanya.kartu_topik import LAPOR

TUTUP = (DITUTUP, DITARIK)
CUKUP = "Hari ini sudah banyak tambahannya. Besok boleh ditambah lagi, ya."
DITUTUP_KATA = "Laporan ini sudah ditutup. Kalau muncul lagi, buat laporan baru, ya."


def _kabar_pj(m: Masalah, teks: str) -> Pesan:
    return Pesan(
        f"{teks}\n\n“{sebaris(m.isi, 200)}”\nDari: {pelapor(m)}",
        judul=judul(m),
        tombol=(Tombol("Buka", perintah(f"masalah {m.nomor}")),),
    )


@tindakan_pelapor("laporan_tambah", help="Tambah kata pada laporan")
def laporan_tambah(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    if m.status in (*TUTUP, SELESAI):
        return Kabar(segar_pelapor(m, d, desa, "" if m.status == SELESAI else DITUTUP_KATA))
    if not desa.masalah.boleh_tambah(m):
        return Kabar(Pesan(CUKUP, tombol=(LAPORAN,)))
    teks = d.ask("tambahan", Text("Apa yang mau ditambahkan?", "Contoh: Sudah makin parah sejak hujan.", maksimal=500))
    desa.masalah.tambah(m, teks)
    kabari_pj(m, _kabar_pj(m, f"Pelapor menambahkan: “{teks}”"), f"tambah:{d.kini}", desa)
    kata = "Tambahannya sampai ke pendamping desa." if m.pj else "Tambahannya tersimpan."
    return Kabar(segar_pelapor(m, d, desa, kata), f"Tambahan {m.nomor} tersimpan.")


@tindakan_pelapor("laporan_beres", help="Laporan sudah beres", langsung=True)
def laporan_beres(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    if not desa.masalah.beres(m):
        return Kabar(segar_pelapor(m, d, desa, "Laporan ini sudah ditutup."))
    kabari_pj(m, _kabar_pj(m, "Kata pelapor, sudah beres. Terima kasih."), f"beres:{d.kini}", desa)
    return Kabar(segar_pelapor(m, d, desa, "Syukurlah. Terima kasih sudah memberi tahu."))


@tindakan_pelapor("laporan_belum", help="Laporan belum beres")
def laporan_belum(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    if m.status != SELESAI:
        return Kabar(segar_pelapor(m, d, desa, DITUTUP_KATA if m.status in TUTUP else "Laporan ini masih terbuka."))
    teks = d.ask("belum", Text("Apa yang belum beres?", "Contoh: Baru sebelah jalan yang diperbaiki.", maksimal=500))
    if not desa.masalah.belum(m, teks):
        return Kabar(segar_pelapor(m, d, desa, "Laporan ini sudah dibuka lagi."))
    kabari_pj(m, _kabar_pj(m, f"Kata pelapor, belum beres: “{teks}” Jadi dibuka lagi."), f"belum:{d.kini}", desa)
    return Kabar(segar_pelapor(m, d, desa, "Baik, dibuka lagi dan pendamping dikabari."), f"{m.nomor} dibuka lagi.")


@tindakan_pelapor("laporan_tarik", help="Tarik laporan")
def laporan_tarik(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    if m.status in (*TUTUP, SELESAI):
        return Kabar(segar_pelapor(m, d, desa, DITUTUP_KATA if m.status in TUTUP else ""))
    if not d.ask("yakin", _tanya_yakin(m), "Tarik"):
        return Kabar(segar_pelapor(m, d, desa, "Baik, laporannya tetap."), "Laporannya tetap.")
    if not desa.masalah.tarik(m):
        return Kabar(segar_pelapor(m, d, desa, "Laporan ini sudah ditutup."))
    tombol = (Tombol("Masalah", perintah("masalah")),)
    kabar = Pesan(f"{m.nomor} ditarik pelapornya, jadi tidak perlu dikerjakan lagi.", judul=judul(m), tombol=tombol)
    kabari_pj(m, kabar, "tarik", desa)
    return Kabar(
        Pesan("Laporannya ditarik. Sekarang hanya Anda yang bisa melihatnya.", tombol=(LAPORAN, LAPOR)),
        f"{m.nomor} ditarik.",
    )


def _tanya_yakin(m: Masalah) -> YesNo:
    sudah = "diteruskan" if m.status == DITERUSKAN else "dibaca"
    return YesNo(
        f"“{sebaris(m.isi, 200)}”\n\nTarik laporan ini? Yang sudah {sudah} tidak terhapus dari ingatan orang, "
        "tetapi di sini tidak ada yang melihatnya lagi.",
        ya="Tarik",
        tidak="Jangan",
        petunjuk="Jawab tarik atau jangan.",
    )
