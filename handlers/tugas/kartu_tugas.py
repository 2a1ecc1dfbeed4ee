"""A task as the person who was given it sees it, and what every view of a task says alike."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.tugas import BARU, DIKERJAKAN, SELESAI, TERKENDALA, Bagian, Tugas
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tugas.beri_tugas import tombol_kerja

NOMOR = re.compile(r"#?\b(T-\d{4}-\d{4,})", re.IGNORECASE)
SEBUT = {BARU: "belum mulai", DIKERJAKAN: "dikerjakan", SELESAI: "selesai", TERKENDALA: "terkendala"}
LEPAS = "lepas"
"""In place of a status: no assignment of theirs is in force any more, so nothing is awaited."""
TUGAS = Tombol("Tugas", perintah("tugas"))


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"Tugas {nomor} belum ada dalam daftar Anda.", tombol=(TUGAS,))


def kepala_tugas(t: Tugas, d: Dialog) -> str:
    tenggat = date.fromisoformat(t.tenggat)
    sisa = (tenggat - d.hari_ini).days
    jarak = "hari ini" if sisa == 0 else f"{sisa} hari lagi" if sisa > 0 else f"lewat {-sisa} hari"
    if t.ditutup is not None:
        jarak = f"ditutup {sebut_saat(t.ditutup, d.orang.zona)}"
    return f"{t.judul}\nTenggat: {ejaan_tanggal(tenggat)} ({jarak})"


def kartu_tugas(t: Tugas, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    bagian = desa.tugas.bagian_sendiri(t)
    assert bagian is not None
    catatan = f" (“{sebaris(bagian.catatan, 200)}”)" if bagian.catatan else ""
    teks = f"{kepala_tugas(t, d)}\nDari: {t.pemberi}\nStatus Anda: {SEBUT[bagian.status]}{catatan}"
    tombol = tombol_kerja(t.nomor, bagian.status) if t.ditutup is None else ()
    return Pesan(f"{kepala}\n\n{teks}".strip(), judul=f"Tugas {t.nomor}", tombol=(*tombol, TUGAS))


def status_tugas(b: Bagian) -> str:
    return b.status if b.bertugas or b.status == SELESAI else LEPAS
