"""What the two sides of a question that waits for a person are told alike."""

from __future__ import annotations

import re

from data.desa import Desa
from data.faq import siapkan
from data.pertanyaan_isi import Pertanyaan
from data.wilayah import dari_kode
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tanya.soal import tentang_kasus

NOMOR = re.compile(r"#?\b(Q-\d{4}-\d{4,})", re.IGNORECASE)
PERTANYAAN = Tombol("Pertanyaan", perintah("pertanyaan"))
AMAN = (
    "Untuk masalah seperti ini ada jalur yang aman: catat tanggal dan buktinya, lalu sampaikan ke BPD, camat, atau "
    "Inspektorat kabupaten; bisa juga lewat LAPOR! (lapor.go.id). Merekalah yang memeriksa dan memutuskan."
)
"""Said with every answer about an individual case."""
JAM, HARI = 3_600, 86_400


def baca_nomor(teks: str, d: Dialog, desa: Desa) -> bool:
    """What stands behind a command that is about one question."""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def kasus(q: Pertanyaan) -> bool:
    """Whether it is about an individual case, by the nearest topic or by its own words."""
    topik = siapkan().katalog.topik.get(q.slug)
    return tentang_kasus(q.teks) or (topik is not None and topik.kasus)


def umur(sejak: int, kini: int) -> str:
    """'baru saja', '3 jam', '2 hari'"""
    lama = max(kini - sejak, 0)
    if lama < JAM:
        return "baru saja"
    return f"{lama // JAM} jam" if lama < HARI else f"{lama // HARI} hari"


def nama_desa(kode: str) -> str:
    tempat = dari_kode(kode)
    return tempat.nama if tempat else kode


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"Pertanyaan {nomor} belum ada dalam daftar Anda.", tombol=(PERTANYAAN,))


def tombol_jawab(q: Pertanyaan) -> Tombol:
    return Tombol("Jawab", perintah(f"jawab {q.nomor}"))


def kabar_penanggap(q: Pertanyaan, dari: str, kepala: str = "Ada pertanyaan dari warga.") -> Pesan:
    """What whoever is to answer is told."""
    return Pesan(
        f"{kepala}\n\n“{q.teks}”\n\nDari: {dari}\nDesa: {nama_desa(q.desa)}",
        judul=f"Pertanyaan {q.nomor}",
        tombol=(tombol_jawab(q), PERTANYAAN),
    )


def kabar_naik(q: Pertanyaan, dari: str) -> Pesan:
    """What the PD is told of a question that nobody below has answered."""
    return kabar_penanggap(q, dari, "Pertanyaan ini sudah dua hari kerja belum terjawab, jadi diteruskan ke Anda.")


def kabar_dilewati(q: Pertanyaan) -> Pesan:
    """What the one who was silent is told."""
    return Pesan(
        f"Dua hari kerja belum terjawab, jadi diteruskan juga ke Pendamping Desa. Anda tetap boleh menjawabnya.\n\n"
        f"“{sebaris(q.teks, 300)}”",
        judul=f"Pertanyaan {q.nomor}",
        tombol=(tombol_jawab(q), PERTANYAAN),
    )
