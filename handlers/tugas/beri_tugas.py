"""/beri_tugas: a task for several people below, with a day."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.katalog.libur import muat_libur
from data.orang import ADMIN, PENDAMPING
from data.tim import Anggota
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Date, Text
from handlers.dialog.tombol import perintah
from handlers.tim.banyak_orang import tanya_banyak, uraikan

PEMBERI = (*PENDAMPING, ADMIN)
DISEBUT = 10
"""Names that the summary lists."""


@dialog("beri_tugas", help="Beri tugas", untuk=PEMBERI, kata=("beri tugas", "tugas baru"), menu=False)
def beri_tugas(d: Dialog, desa: Desa) -> Kabar:
    semua = desa.tim.bertugas()
    if not semua:
        return Kabar(
            Pesan("Belum ada orang di bawah Anda yang bisa diberi tugas.", tombol=(Tombol("Tugas", perintah("tugas")),))
        )
    judul = d.ask("judul", _tanya_judul(), "Tugas")
    dipilih = d.ask("untuk", tanya_banyak("Untuk siapa?", semua, desa))
    untuk = uraikan(dipilih, semua)
    tenggat = d.ask("tenggat", Date("Paling lambat tanggal berapa?", arah="depan"))
    d.review(
        f"{judul}\nUntuk: {_sebut(untuk)}\nTenggat: {ejaan_tanggal(tenggat)}{_libur(tenggat)}\n\nSudah benar?",
        simpan="Kirim",
    )
    nomor = desa.tugas.beri(judul, tenggat, [a.id for a in untuk], d.percakapan or None)
    sampai = [kabari(desa, a.id, kabar_tugas(nomor, judul, tenggat, d), f"tugas:{nomor}:{a.id}") for a in untuk]
    return Kabar(_terkirim(nomor, untuk, sampai), f"Tugas {nomor} sudah dikirim.")


def _tanya_judul() -> Text:
    return Text(
        "Tugas apa? Satu kalimat cukup.",
        petunjuk="Contoh: Kumpulkan foto papan proyek tiap desa.",
        maksimal=300,
    )


def _sebut(untuk: list[Anggota]) -> str:
    lagi = f", dan {len(untuk) - DISEBUT} lagi" if len(untuk) > DISEBUT else ""
    return f"{', '.join(a.nama for a in untuk[:DISEBUT])}{lagi} ({len(untuk)} orang)"


def _libur(tenggat: date) -> str:
    libur = muat_libur()
    if libur.hari_kerja(tenggat):
        return ""
    return f"\n\n⚠ Hari itu libur ({libur.libur_pada(tenggat) or 'akhir pekan'}). Tetap boleh."


def kabar_tugas(nomor: str, judul: str, tenggat: date, d: Dialog) -> Pesan:
    return Pesan(
        f"{d.orang.nama} memberi tugas:\n{judul}\nTenggat: {ejaan_tanggal(tenggat)}",
        judul=f"Tugas {nomor}",
        tombol=tombol_kerja(nomor),
    )


def tombol_kerja(nomor: str, status: str = "baru") -> tuple[Tombol, ...]:
    """What one can say of one's own part, save what has been said."""
    if status == "selesai":
        return (Tombol("Belum selesai", perintah(f"kerjakan {nomor} mulai")),)
    semua = (
        ("dikerjakan", "Mulai", f"kerjakan {nomor} mulai"),
        ("selesai", "Selesai", f"kerjakan {nomor} selesai"),
        ("terkendala", "Terkendala", f"terkendala {nomor}"),
    )
    return tuple(Tombol(label, perintah(kata)) for satu, label, kata in semua if satu != status)


def _terkirim(nomor: str, untuk: list[Anggota], sampai: list[bool]) -> Pesan:
    belum = [a.nama for a, jadi in zip(untuk, sampai, strict=True) if not jadi]
    teks = f"Dikirim kepada {len(untuk) - len(belum)} orang."
    if belum:
        lagi = f" dan {len(belum) - DISEBUT} lagi" if len(belum) > DISEBUT else ""
        teks += f" Mohon sampaikan langsung kepada {', '.join(belum[:DISEBUT])}{lagi}: belum ada alamat aktifnya."
    return Pesan(
        teks,
        judul=f"Tugas {nomor}",
        tombol=(Tombol("Lihat status", perintah(f"tugas {nomor}")), Tombol("Tugas", perintah("tugas"))),
    )
