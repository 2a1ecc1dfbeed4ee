"""The trail of a musyawarah and its decisions, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from data.katalog.musdes import muat_musdes
from data.telusur import Baris
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.sebaris import sebaris
from handlers.keputusan.sebut import SEBUT
from handlers.musdes.sebut import CARA

MUSDES, KEPUTUSAN = "musdes", "keputusan"
KERJA = {
    (MUSDES, "mulai"): "mencatat musdes",
    (MUSDES, "ubah"): "mengubah",
    (MUSDES, "tutup"): "menutup musdes",
    (MUSDES, "buka"): "membuka lagi musdes",
    (MUSDES, "hapus"): "menghapus musdes",
    (MUSDES, "pulihkan"): "mengembalikan musdes",
    (MUSDES, "gabung"): "menggabungkan musdes",
    (MUSDES, "beda"): "membedakan",
    (MUSDES, "terbitkan"): "membuat draf kertas",
    (KEPUTUSAN, "tandai"): "menandai keputusan",
    (KEPUTUSAN, "catat"): "mencatat keputusan",
    (KEPUTUSAN, "ubah"): "mengubah",
    (KEPUTUSAN, "hapus"): "menghapus keputusan",
    (KEPUTUSAN, "pulihkan"): "memulihkan keputusan",
}
KOLOM = {
    "judul": "dalam rangka",
    "mulai": "jam mulai",
    "selesai": "jam selesai",
    "dasar": "dasar undangan",
    "nomor_ba": "nomor berita acara",
    "diundang": "jumlah undangan",
    "hadir": "jumlah hadir",
    "hadir_l": "hadir laki-laki",
    "hadir_p": "hadir perempuan",
    "unsur": "unsur yang hadir",
    "pimpinan_unsur": "unsur pimpinan",
    "notulis_unsur": "unsur notulis",
    "penanda": "penanda tangan",
    "isian": "pertanyaan khusus",
    "isi": "bunyi keputusan",
    "cara": "cara memutuskan",
    "pj": "penanggung jawab",
    "sumber_dana": "sumber dana",
}


def sebut_bagian(b: Baris) -> str:
    """What of it: 'jam selesai'; '' where the deed says it."""
    if b.kolom is None or b.apa not in ("ubah", "beda"):
        return ""
    return KOLOM.get(b.kolom, b.kolom)


def sebut_gerak(b: Baris) -> str:
    """From what to what; what belongs to the deed itself."""
    if b.sesudah and b.apa == "gabung":
        return f" ke {b.sesudah}"
    if b.sesudah and b.apa == "terbitkan":
        return f", versi {b.sesudah}"
    if b.sesudah and b.apa == "beda" and b.kolom is None:
        return f" dari {b.sesudah}"
    if b.kolom is None or b.apa not in ("ubah", "tandai", "beda"):
        return ""
    dulu, kini = _nilai(b.kolom, b.sebelum), _nilai(b.kolom, b.sesudah)
    return f": tetap {dulu}, yang lain {kini}" if b.apa == "beda" else f": {dulu} → {kini}"


def _nilai(kolom: str, isi: str | None) -> str:
    """As people say it; what an older version stored otherwise, as it stands."""
    label = muat_musdes().label_unsur
    sebut: dict[str, Callable[[str], str]] = {
        "tanggal": lambda teks: ejaan_pendek(date.fromisoformat(teks)),
        "tenggat": lambda teks: ejaan_pendek(date.fromisoformat(teks)),
        "mulai": lambda teks: teks.replace(":", "."),
        "selesai": lambda teks: teks.replace(":", "."),
        "anggaran": lambda teks: ejaan_uang(int(teks)),
        "status": lambda teks: SEBUT[teks],
        "cara": lambda teks: CARA[teks],
        "pimpinan_unsur": label,
        "notulis_unsur": label,
        "unsur": lambda teks: ", ".join(map(label, msgspec.json.decode(teks, type=list[str]))),
        "penanda": _penanda,
        "isian": _isian,
    }
    try:
        kata = sebut[kolom](isi) if isi and kolom in sebut else isi
    except (ValueError, KeyError):
        kata = isi
    return sebaris(kata or "", 80) or "kosong"


def _penanda(teks: str) -> str:
    return ", ".join(f"{p['nama']} ({p['peran']})" for p in msgspec.json.decode(teks, type=list[dict[str, str]]))


def _isian(teks: str) -> str:
    isi = msgspec.json.decode(teks, type=dict[str, str | int | bool])
    return "; ".join(f"{kunci.replace('_', ' ')} {nilai}" for kunci, nilai in isi.items())
