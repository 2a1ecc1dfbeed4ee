"""The lists there are: what each is called, what its kinds and states are called, and who may open it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.desa import Desa
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.masalah import muat_masalah
from data.katalog.musdes import muat_musdes
from data.katalog.register import muat_register
from data.masalah import DITARIK
from data.panel_daftar import KEGIATAN, KEPUTUSAN, KOSONG, MASALAH, MUSDES, REGISTER, TUGAS
from handlers.kartu import sebut_kegiatan
from handlers.keputusan.sebut import SEBUT as STATUS_KEPUTUSAN
from handlers.masalah.sebut import STATUS as STATUS_MASALAH
from handlers.rekap.sebut import jenis_musdes

PERIKSA = {
    KOSONG: "belum diperiksa",
    "setuju": "disetujui",
    "kembali": "perlu diperbaiki",
    "diperbaiki": "sudah diperbaiki",
}
STATUS_MUSDES = {"berjalan": "belum ditutup", "selesai": "ditutup"}
STATUS_TUGAS = {"terbuka": "terbuka", "ditutup": "ditutup"}
Nama = Callable[[str], str]
Kode = tuple[tuple[str, str], ...]
"""(code, what it is called)"""


@dataclass(frozen=True)
class Macam:
    label: str
    kepala: tuple[str, ...]
    """Of the columns day, place, kind, what it says, state, whose."""
    sebut_jenis: Nama
    jenis: Callable[[], Kode]
    status: dict[str, str]
    kosong: str
    boleh: Callable[[Desa], bool] = lambda _: True


def _jenis_kegiatan() -> Kode:
    return tuple((k.kode, k.nama) for k in muat_kegiatan().semua)


def _jenis_musdes() -> Kode:
    return tuple((j.kode, j.label) for j in muat_musdes().jenis)


def _tema() -> Kode:
    return tuple((s.kode, s.label) for s in muat_masalah().tema)


def _register() -> Kode:
    return tuple((s.kode, s.nama) for s in muat_register().semua)


def _sebut_register(kode: str) -> str:
    return dict(_register()).get(kode, kode)


def _tanpa() -> Kode:
    return ()


KEPALA = ("Tanggal", "Tempat", "Jenis", "Isi", "Status", "Oleh")
MACAM: dict[str, Macam] = {
    KEGIATAN: Macam(
        "Kegiatan", KEPALA, sebut_kegiatan, _jenis_kegiatan, PERIKSA, "Belum ada catatan yang cocok.",
    ),
    MUSDES: Macam("Musdes", KEPALA, jenis_musdes, _jenis_musdes, STATUS_MUSDES, "Belum ada musdes yang cocok."),
    KEPUTUSAN: Macam(
        "Keputusan", ("Musdes", "Tempat", "Jenis", "Keputusan", "Status", "Penanggung jawab"), jenis_musdes,
        _jenis_musdes, STATUS_KEPUTUSAN, "Belum ada keputusan yang cocok.",
    ),
    TUGAS: Macam(
        "Tugas", ("Tenggat", "Tempat", "Jenis", "Tugas", "Status", "Dari"), str, _tanpa, STATUS_TUGAS,
        "Belum ada tugas yang Anda beri atau terima.",
    ),
    MASALAH: Macam(
        "Masalah", ("Dilaporkan", "Tempat", "Tema", "Isi", "Status", "Penanggung jawab"),
        lambda kode: muat_masalah().ambil(kode).label, _tema,
        {kode: nama for kode, nama in STATUS_MASALAH.items() if kode != DITARIK}, "Belum ada masalah yang cocok.",
        boleh=lambda desa: bool(desa.masalah.wilayah),
    ),
    REGISTER: Macam(
        "Register", ("Tanggal", "Tempat", "Register", "Isi", "Keadaan", "Dicatat"), _sebut_register, _register, {},
        "Belum ada yang tercatat dan cocok.",
    ),
}  # fmt: skip


def sebut_status(apa: str, jenis: str, status: str) -> str:
    if apa != REGISTER:
        return MACAM[apa].status.get(status or KOSONG, status)
    satu = next((s for s in muat_register().semua if s.kode == jenis), None)
    keadaan = satu.keadaan_dari(status) if satu else None
    return keadaan.nama if keadaan else status.replace("_", " ")


def terbuka(desa: Desa) -> list[tuple[str, Macam]]:
    """Those that are this person's to open."""
    return [(apa, satu) for apa, satu in MACAM.items() if satu.boleh(desa)]
