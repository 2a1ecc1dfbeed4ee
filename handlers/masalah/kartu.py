"""One problem as those see it who work on it, and as its reporter does."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.katalog.masalah import TINGKAT as URUTAN
from data.katalog.masalah import muat_masalah
from data.masalah import BARU, DITERUSKAN, DITUTUP, SELESAI, Langkah, Masalah
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.masalah.kabar import punya_pelapor
from handlers.masalah.sebut import LAPORAN, MASALAH, STATUS, TINGKAT, judul, pelapor, sebut_tenggat, tema_dari
from handlers.tanya.tanyakan import sebut_desa_lengkap

APA = {
    "lapor": "dilaporkan",
    "tambah": "pelapor menambahkan",
    "beres": "pelapor: sudah beres",
    "belum": "pelapor: belum beres",
    "tangani": "mulai ditangani",
    "jawab": "dijawab",
    "catat": "langkah",
    "tenggat": "tenggat dipindah",
    "tema": "tema diganti",
    "alih": "dialihkan",
    "naikkan": "dinaikkan",
    "naik": "naik karena belum ada langkah",
    "titip": "dititipkan ke yang bertugas",
    "teruskan": "diteruskan ke",
    "rahasia": "dirahasiakan",
    "selesai": "selesai",
    "buka": "dibuka lagi",
}


def _aksi(m: Masalah, kata: str, label: str) -> Tombol:
    return Tombol(label, perintah(f"{kata} {m.nomor}"))


def kartu(m: Masalah, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    pj = desa.masalah.nama_pj(m)
    akhir = next((satu for satu in desa.masalah.langkah(m, batas=5) if satu.apa != "lapor"), None)
    baris = [
        f"“{m.isi}”\n",
        f"Tema: {tema_dari(m).label}",
        f"Desa: {sebut_desa_lengkap(m.desa)}",
        f"Dari: {pelapor(m)}",
        f"Penanggung jawab: {pj}" if pj else "Penanggung jawab: belum ada",
        *([f"Tenggat: {sebut_tenggat(m, d.hari_ini)}"] if m.terbuka else []),
        f"Keadaan: {STATUS[m.status]}",
        *([f"\n{sebut_langkah(akhir, d)}"] if akhir else []),
    ]
    teks = "\n".join(baris)
    tombol = (*_tombol(m), Tombol("Riwayat", perintah(f"masalah {m.nomor} riwayat")), MASALAH)
    return Pesan(f"{kepala}\n\n{teks}".strip(), judul=judul(m), tombol=tombol, foto=desa.masalah.foto(m))


def _tombol(m: Masalah) -> tuple[Tombol, ...]:
    """What is next, first."""
    if m.status in (SELESAI, DITUTUP):
        return (_aksi(m, "masalah_buka", "Buka lagi"),)
    semua = [_aksi(m, "masalah_tangani", "Tangani")] if m.status == BARU else []
    semua += [_aksi(m, "masalah_jawab", "Jawab")] if punya_pelapor(m) else []
    semua += [_aksi(m, "masalah_catat", "Catat langkah"), _aksi(m, "masalah_selesai", "Selesai")]
    return (*semua, Tombol("Lainnya…", perintah(f"masalah {m.nomor} lain")))


def kartu_lain(m: Masalah, desa: Desa) -> Pesan:
    """What is done more rarely."""
    semua = []
    if m.terbuka:
        semua += [_aksi(m, "masalah_tenggat", "Pindah tenggat"), _aksi(m, "masalah_alih", "Alihkan")]
    if desa.masalah.bisa_naik(m):
        semua += [_aksi(m, "masalah_naik", "Naikkan")]
    semua += [_aksi(m, "masalah_teruskan", "Teruskan keluar"), _aksi(m, "masalah_tema", "Ganti tema")]
    semua += [] if m.rahasia else [_aksi(m, "masalah_rahasia", "Rahasiakan")]
    return Pesan(
        f"“{sebaris(m.isi, 200)}”\n\nMau diapakan?", judul=judul(m), tombol=(*semua, _aksi(m, "masalah", "Kembali"))
    )


def riwayat(m: Masalah, d: Dialog, desa: Desa) -> Pesan:
    baris = [sebut_langkah(satu, d) for satu in desa.masalah.langkah(m, batas=30)]
    return Pesan("\n".join(reversed(baris)), judul=judul(m), tombol=(_aksi(m, "masalah", "Kembali"), MASALAH))


def sebut_langkah(satu: Langkah, d: Dialog) -> str:
    """'21 Nov 20.14 Bu Sari: dijawab “…”'"""
    oleh = f"{satu.oleh}: " if satu.oleh else ""
    return f"{sebut_saat(satu.waktu, d.orang.zona)} {oleh}{APA.get(satu.apa, satu.apa)}{_isi(satu)}"


def _isi(satu: Langkah) -> str:
    if not satu.teks:
        return ""
    akhir = satu.teks.split()[-1]
    if satu.apa == "tenggat":
        return f" ke {ejaan_tanggal(date.fromisoformat(akhir), dengan_hari=False)}"
    if satu.apa == "tema":
        return f": {muat_masalah().ambil(akhir).label}"
    if satu.apa == "teruskan":
        return f" {muat_masalah().ambil_jalur(akhir).nama}"
    return f" ke {satu.teks}" if satu.apa == "alih" else f" “{sebaris(satu.teks, 200)}”"


def kartu_pelapor(m: Masalah, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    """As its reporter sees it: what became of it, and what comes next."""
    keadaan = f"Keadaan: {STATUS[m.status]}."
    if m.status == SELESAI:
        keadaan = "Keadaan: dikatakan selesai. Sudah beres?"
    jawaban = f"\n\nKata pendamping: “{sebaris(m.jawaban, 800)}”" if m.jawaban else ""
    lanjut = f"\n{berikut(m)}" if m.terbuka else ""
    teks = f"“{sebaris(m.isi, 600)}”\n\nDesa: {sebut_desa_lengkap(m.desa)}\n{keadaan}{jawaban}{lanjut}"
    return Pesan(f"{kepala}\n\n{teks}".strip(), judul=f"Laporan {m.nomor}", tombol=(*tombol_pelapor(m), LAPORAN))


def berikut(m: Masalah) -> str:
    """Where it is, and what happens when nothing happens."""
    if m.pj is None:
        return "Belum ada pendamping yang bisa dihubungi di sana; begitu ada, ia langsung melihatnya."
    return f"Sekarang ada di {TINGKAT[m.tingkat]}. {kalau_diam(m)}".strip()


def kalau_diam(m: Masalah) -> str:
    if m.tingkat == URUTAN[-1]:
        return ""
    atas = TINGKAT[URUTAN[URUTAN.index(m.tingkat) + 1]]
    return f"Kalau {muat_masalah().diam(m.tema, m.tingkat)} hari kerja tanpa langkah, saya naikkan ke {atas}."


def tombol_pelapor(m: Masalah) -> tuple[Tombol, ...]:
    if m.status == SELESAI:
        return _aksi(m, "laporan_beres", "Sudah beres"), _aksi(m, "laporan_belum", "Belum")
    if m.terbuka or m.status == DITERUSKAN:
        return (
            _aksi(m, "laporan_tambah", "Tambah kata"),
            _aksi(m, "laporan_beres", "Sudah beres"),
            _aksi(m, "laporan_tarik", "Tarik laporan"),
        )
    return ()
