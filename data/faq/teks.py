"""An answer as people read it: plain text, with where it is written, since when, and how sure that is."""

from __future__ import annotations

import datetime as dt

from data.faq.muat import Topik
from data.faq.temuan import Bagian

_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def susun_jawaban(topik: Topik, bagian: Bagian = "jawab") -> str:
    """What is asked for first, then its basis and its date. A topic that was never otherwise answers as it is now."""
    utama = topik.jawab.strip()
    if bagian == "dulu" and topik.dulu:
        utama = f"{topik.dulu.strip()}\n\nSekarang:\n{utama}"
    dasar = f"Dasar: {'; '.join(topik.dasar)}"
    if bagian == "dasar":
        utama, dasar = "Dasarnya:\n" + "\n".join(f"• {satu}" for satu in topik.dasar), ""
    ekor = [satu for satu in (dasar, _tanggal(topik), _kepastian(topik), topik.hati.strip()) if satu]
    return f"{utama}\n\n" + "\n".join(ekor)


def _tanggal(topik: Topik) -> str:
    """A rule whose first day is not known only says when it was looked up."""
    if topik.berlaku < topik.diperiksa:
        return f"Berlaku sejak {_ejaan(topik.berlaku)}."
    return f"Dicek per {_ejaan(topik.diperiksa)}."


def _kepastian(topik: Topik) -> str:
    match topik.yakin:
        case "pasti":
            return ""
        case "umumnya":
            return f"Umumnya begitu. Pastikan ke {topik.cek}."
        case "belum_pasti":
            return f"Belum pasti. Tanyakan ke {topik.cek}."


def _ejaan(tanggal: dt.date) -> str:
    return f"{tanggal.day} {_BULAN[tanggal.month - 1]} {tanggal.year}"
