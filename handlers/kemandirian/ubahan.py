"""One line of an assessment's history in words."""

from __future__ import annotations

from data.katalog.kemandirian import muat_kemandirian
from data.kemandirian import Ubahan
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.sebaris import sebaris

KERJA = {"catat": "dicatat", "hapus": "dihapus", "pulihkan": "dikembalikan"}
KOLOM = {
    "kelompok": "Kelompok",
    "tanggal": "Tanggal",
    "forum": "Forum",
    "musdes_id": "Musdes",
    "peserta": "Yang ikut",
    "peserta_l": "Laki-laki",
    "peserta_p": "Perempuan",
    "berikut": "Langkah berikutnya",
    "catatan": "Catatan",
}


def sebut_ubahan(u: Ubahan, zona: str) -> str:
    """'21 Nov 20.14 Bu Sari: Simpanan: Menabung sendiri → Simpanan bersama'"""
    return f"{sebut_saat(u.waktu, zona)} {u.nama}: {_apa(u)}"


def _apa(u: Ubahan) -> str:
    if u.apa != "ubah":
        return KERJA.get(u.apa, u.apa)
    soal = muat_kemandirian().soal_dari(u.kolom)
    label = soal.label if soal else KOLOM.get(u.kolom, u.kolom.replace("_", " "))
    if not (u.sebelum or u.sesudah) or u.kolom == "musdes_id":  # erased with who wrote it, or an id
        return f"{label} diubah"
    return f"{label}: {_nilai(u, u.sebelum)} → {_nilai(u, u.sesudah)}"


def _nilai(u: Ubahan, nilai: str) -> str:
    soal = muat_kemandirian().soal_dari(u.kolom)
    if soal and nilai.isdecimal():
        return soal.tingkat[int(nilai) - 1].nama
    return sebaris(nilai, 60) or "kosong"
