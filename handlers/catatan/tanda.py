"""What the level above said of an entry, in a word beside it and in a sentence under it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.kegiatan import Kegiatan
from data.pemeriksaan import BARU, DIPERBAIKI, KEMBALI, SETUJU
from handlers.dialog.baca.tanggal import BULAN

TANDA = {BARU: "", SETUJU: ", ✓ disetujui", KEMBALI: ", perlu diperbaiki", DIPERBAIKI: ", sudah diperbaiki"}
NAMA_KOLOM = {
    "desa": "tempat",
    "kegiatan": "jenis kegiatan",
    "cara": "di mana",
    "tindak_lanjut": "tindak lanjut",
    "peserta_l": "peserta laki-laki",
    "peserta_p": "peserta perempuan",
}


def tanda(k: Kegiatan) -> str:
    return TANDA.get(k.periksa, "")


def sebut_kolom(kolom: str) -> str:
    """'jam', 'tindak lanjut'; a column of the database in the words of the form."""
    return NAMA_KOLOM.get(kolom, kolom)


def sebut_saat(waktu: int, zona: str) -> str:
    """'21 Nov 20.14', by the reader's clock."""
    saat = datetime.fromtimestamp(waktu, UTC).astimezone(ZoneInfo(zona))
    return f"{saat.day} {BULAN[saat.month - 1][:3]} {saat:%H.%M}"


def sebut_minta(kolom: str, alasan: str) -> str:
    """'diperbaiki bagian jam: “Belum sesuai daftar hadir.”'"""
    return f"diperbaiki bagian {sebut_kolom(kolom)}: “{alasan}”" if kolom else f"diperbaiki: “{alasan}”"


def keterangan(k: Kegiatan, desa: Desa, zona: str) -> str:
    """The sentence; '' while nobody has said anything."""
    putusan = desa.pemeriksaan.terakhir(k) if k.periksa else None
    if putusan is None:
        return ""
    saat = f"{putusan.nama}, {sebut_saat(putusan.waktu, zona)}"
    minta = sebut_minta(putusan.kolom, putusan.alasan)
    if k.periksa == SETUJU:
        return f"✓ Disetujui {saat}."
    if k.periksa == KEMBALI:
        return f"Perlu {minta} ({saat})"
    if putusan.putusan == KEMBALI:
        return f"Sudah diperbaiki, menunggu dilihat lagi. {putusan.nama} minta {minta}"
    return f"Berubah sesudah disetujui {saat}; menunggu dilihat lagi."
