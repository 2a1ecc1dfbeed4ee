"""What is wrong with a person's template, in their words; the checker speaks to operators."""

from __future__ import annotations

import re
from difflib import get_close_matches

from handlers.kertas.bahasa_templat import semua_jalur
from handlers.laporan.bidang import Naskah

KATA = (
    (r"uses (\S+), which is no field", "Bidang {} belum dikenal."),
    (r"uses the picture (\S+) as a text", "{} itu foto: letakkan sendirian, tanpa saringan atau perbandingan."),
    (r"uses the filter (\S+);.*", "Saringan {} tidak bisa dipakai di sini."),
    (r"uses (\S+), which templates here may not", "Ada perintah {} yang tidak bisa dipakai di sini."),
    (r"has a loop that is not .*", "Ada daftar yang bentuknya belum pas. Contoh: for r in hasil."),
    (r"loops over (\S+) inside another loop.*", "Daftar {} ada di dalam daftar lain; pindahkan ke luar."),
    (r"has macros.*", "Berkasnya berisi makro. Simpan ulang sebagai .docx tanpa makro."),
    (r"loads something from outside.*", "Ada gambar atau isi yang diambil dari luar berkas. Sisipkan langsung saja."),
    (r"is no Word file.*", "Ini belum berkas Word (.docx). Simpan ulang dari Word sebagai .docx."),
    (r"(?:is larger|unpacks to more) than.*", "Berkasnya terlalu besar. Kecilkan gambar di dalamnya."),
)
LAIN = "Susunannya belum bisa diisi; biasanya ada kurung kurawal, for, atau if yang belum ditutup."
TERBANYAK = 6


def kata_salah(salah: list[str]) -> str:
    """One line each, of at most `TERBANYAK`."""
    baris = list(dict.fromkeys(_satu(kalimat) for kalimat in salah))
    lebih = len(baris) - TERBANYAK
    return "\n".join([*(f"– {b}" for b in baris[:TERBANYAK]), *([f"– dan {lebih} lainnya"] if lebih > 0 else [])])


def _satu(kalimat: str) -> str:
    for pola, kata in KATA:
        if cocok := re.fullmatch(pola, kalimat, re.DOTALL):
            isi = [bagian[:40] for bagian in cocok.groups()]
            mirip = get_close_matches(isi[0], list(semua_jalur(Naskah)), 1) if "belum dikenal" in kata else []
            return kata.format(*isi) + (f" Maksudnya {mirip[0]}?" if mirip else "")
    return LAIN
