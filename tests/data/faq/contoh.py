"""A small catalogue: what the finder does must not hang on what the real one says."""

from __future__ import annotations

import datetime as dt

from data.faq.muat import Katalog, Riwayat, Tema, Topik

HARI = dt.date(2026, 11, 21)


def topik(slug: str, judul: str, jawab: str, *tanya: str, terkait: str = "", **lain: object) -> Topik:
    isi: dict[str, object] = {
        "dasar": ("UU 6/2014 Pasal 39",),
        "berlaku": HARI,
        "yakin": "pasti",
        "riwayat": (Riwayat(HARI, "redaksi", "contoh"),),
        **lain,
    }
    return Topik(slug=slug, judul=judul, tanya=tanya, jawab=jawab, diperiksa=HARI, terkait=(terkait or slug,), **isi)  # type: ignore[arg-type]


TOPIK = (
    topik(
        "kades-masa-jabatan",
        "Masa jabatan kades",
        "Delapan tahun sejak pelantikan.",
        "Berapa tahun masa jabatan kepala desa?",
        "kades menjabat berapa lama",
        "periode kades berapa tahun",
        terkait="kades-syarat",
        berlaku=dt.date(2024, 4, 25),
        dulu="Dulu enam tahun, paling banyak tiga kali.",
    ),
    topik(
        "bpd-masa-jabatan",
        "Masa jabatan BPD",
        "Delapan tahun sejak mengucapkan sumpah.",
        "Berapa tahun masa jabatan BPD?",
        "anggota bpd menjabat berapa lama",
        "masa keanggotaan BPD",
        terkait="kades-masa-jabatan",
    ),
    topik(
        "kades-syarat",
        "Syarat calon kades",
        "Antara lain tamat SMP dan berumur paling sedikit 25 tahun.",
        "Apa syarat menjadi calon kepala desa?",
        "syarat nyalon kades",
        "umur minimal calon kades",
        terkait="kades-masa-jabatan",
    ),
    topik(
        "blt-penerima",
        "Penerima BLT",
        "Keluarga miskin di desa, yang ditetapkan lewat Musdes.",
        "Siapa yang berhak menerima BLT Desa?",
        "syarat dapat blt",
        "blt untuk keluarga miskin",
    ),
    topik(
        "blt-besaran",
        "Besar BLT",
        "Paling banyak Rp300.000 sebulan.",
        "Berapa besar BLT Desa?",
        "blt sebulan berapa rupiah",
        "uang blt berapa",
    ),
    topik(
        "korupsi-desa",
        "Korupsi di desa",
        "Laporkan ke inspektorat atau penegak hukum; di sini tidak diputuskan siapa yang bersalah.",
        "Kades korupsi Dana Desa, lapor ke mana?",
        "dana desa dimakan kades",
        "kades makan uang desa",
        kasus=True,
        yakin="umumnya",
        cek="Inspektorat kabupaten",
    ),
)


def katalog() -> Katalog:
    return Katalog((Tema("Contoh", "contoh", 1, TOPIK),), {t.slug: t for t in TOPIK})
