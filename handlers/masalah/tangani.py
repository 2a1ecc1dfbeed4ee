"""What whoever works on a problem does with it: take it on, answer, note a step, bring it to an end."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.masalah import muat_masalah
from data.masalah import DITUTUP, SELESAI, TERBUKA, Masalah
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Templat, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, Text
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.masalah.kabar import kabar_pelapor, kabari_pelapor, punya_pelapor
from handlers.masalah.pasang import SUDAH, segar, tindakan
from handlers.masalah.sebut import judul, tema_dari
from handlers.tanya.tanyakan import sebut_desa_lengkap

PANJANG = 1000
BUKAN_PUTUSAN = "Yang memeriksa dan memutuskan di sana, bukan pendamping."


@tindakan("masalah_tangani", help="Tangani masalah", langsung=True)
def masalah_tangani(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    if not desa.masalah.tangani(m):
        return Kabar(segar(m, d, desa, "Masalah ini sudah ditangani."))
    kabari_pelapor(m, kabar_pelapor(m, "Laporan Anda mulai ditangani pendamping desa."), "tangani", desa)
    return Kabar(segar(m, d, desa, f"Baik, tercatat ditangani.{_dikabari(m)}"))


def _dikabari(m: Masalah) -> str:
    return " Pelapornya dikabari." if punya_pelapor(m) else ""


@tindakan("masalah_jawab", help="Jawab laporan")
def masalah_jawab(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    tanya = f"“{sebaris(m.isi, 400)}”\n\nApa jawabannya? Tulis dengan bahasa sehari-hari."
    teks = d.ask("jawaban", Text(tanya, "Contoh: Besok saya cek bersama kasi pemerintahan.", 3, PANJANG))
    d.review(f"Laporan: “{sebaris(m.isi, 300)}”\n\nJawaban: {teks}\n\nKirim?", simpan="Kirim")
    if not desa.masalah.jawab(m, teks):
        return Kabar(segar(m, d, desa, SUDAH))
    pesan = kabar_pelapor(
        m,
        f"{teks}\n\nJawaban dari pendamping desa {d.orang.nama}, bukan keputusan resmi.",
        (Tombol("Tambah kata", perintah(f"laporan_tambah {m.nomor}")),),
        Templat("kd_jawaban", (m.nomor,)),
    )
    sampai = kabari_pelapor(m, pesan, f"jawab:{d.kini}", desa)
    return Kabar(segar(m, d, desa, _sampai(sampai)), f"{m.nomor} dijawab.")


def _sampai(sampai: bool) -> str:
    return "Terkirim ke pelapor." if sampai else "Tersimpan. Pelapor melihatnya saat membuka laporannya."


@tindakan("masalah_catat", help="Catat langkah masalah")
def masalah_catat(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    """For those who work on it; the reporter is told by an answer."""
    tanya = f"“{sebaris(m.isi, 200)}”\n\nLangkah apa yang sudah diambil?"
    teks = d.ask("langkah", Text(tanya, "Contoh: Sudah bicara dengan TPK, dicek lapangan Kamis.", maksimal=500))
    kepala = "Langkahnya tercatat." if desa.masalah.catat(m, teks) else SUDAH
    return Kabar(segar(m, d, desa, kepala), f"Langkah {m.nomor} tercatat.")


@tindakan("masalah_selesai", help="Selesaikan masalah")
def masalah_selesai(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    tanya = f"“{sebaris(m.isi, 300)}”\n\nApa hasilnya?{' Pelapor akan membacanya.' if punya_pelapor(m) else ''}"
    teks = d.ask("hasil", Text(tanya, "Contoh: Jembatan diperbaiki gotong royong, sudah bisa dilewati.", 3, PANJANG))
    d.review(f"Masalah: “{sebaris(m.isi, 300)}”\n\nHasil: {teks}\n\nSudah benar?", simpan="Selesai")
    if not desa.masalah.selesai(m, teks):
        return Kabar(segar(m, d, desa, SUDAH))
    tombol = (
        Tombol("Sudah beres", perintah(f"laporan_beres {m.nomor}")),
        Tombol("Belum", perintah(f"laporan_belum {m.nomor}")),
    )
    pesan = kabar_pelapor(m, f"Kata pendamping, ini sudah selesai: {teks}\n\nSudah beres?", tombol)
    kabari_pelapor(m, pesan, f"selesai:{d.kini}", desa)
    return Kabar(segar(m, d, desa, f"Tercatat selesai.{_dikabari(m)}"), f"{m.nomor} selesai.")


@tindakan("masalah_buka", help="Buka lagi masalah", status=(*TERBUKA, SELESAI, DITUTUP), langsung=True)
def masalah_buka(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    kepala = "Dibuka lagi." if desa.masalah.buka(m) else "Masalah ini masih terbuka."
    return Kabar(segar(m, d, desa, kepala))


@tindakan("masalah_teruskan", help="Teruskan masalah keluar")
def masalah_teruskan(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    """On record, with how to go about it; what comes of it is for those to say who are asked."""
    kode = d.ask("jalur", _tanya_jalur(m), "Ke mana")
    jalur = muat_masalah().ambil_jalur(kode)
    d.review(
        f"“{sebaris(m.isi, 300)}”\n\nDiteruskan ke: {jalur.nama}\n{jalur.cara}\n\nSudah disampaikan ke sana?",
        simpan="Sudah",
    )
    if not desa.masalah.teruskan(m, kode):
        return Kabar(segar(m, d, desa, SUDAH))
    sendiri = f"Kalau mau menyampaikan sendiri juga: {jalur.cara}"
    pesan = kabar_pelapor(m, f"Diteruskan pendamping ke {jalur.nama}. {BUKAN_PUTUSAN}\n\n{sendiri}")
    kabari_pelapor(m, pesan, f"teruskan:{kode}:{d.kini}", desa)
    kepala = f"Tercatat diteruskan ke {jalur.nama}. {BUKAN_PUTUSAN}"
    return Kabar(segar(m, d, desa, kepala), f"{m.nomor} diteruskan.")


def _tanya_jalur(m: Masalah) -> Question[str]:
    """What fits the theme first."""
    katalog, dekat = muat_masalah(), tema_dari(m).jalur
    semua = sorted(katalog.jalur, key=lambda j: dekat.index(j.kode) if j.kode in dekat else len(dekat))
    pilihan = [Pilihan(j.kode, j.nama, j.kode, sebaris(j.cara, 72)) for j in semua]
    return Choice(f"{judul(m)}, {sebut_desa_lengkap(m.desa)}\n\nDiteruskan ke mana?", pilihan)
