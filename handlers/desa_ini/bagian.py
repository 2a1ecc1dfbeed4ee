"""The parts of a village's screen, those that are used most first: a new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers.desa_ini import ekonomi, kerja
from handlers.desa_ini.tentang import Isi, Tentang
from handlers.siklus.sebut import tahun_berjalan


@dataclass(frozen=True)
class Bagian:
    label: str
    perintah: str
    """What opens it; `{kode}` in it is the village's."""
    isi: Callable[[Tentang], Isi]
    sumber: str
    """Where its figures come from."""
    kosong: str = ""
    """What nothing means there; '': that it was never written down."""
    tahun: Callable[[Tentang], int] | None = None
    untuk: Callable[[Tentang], bool] = lambda _: True
    """Whether it is theirs to know."""

    @property
    def kata(self) -> str:
        """The label in the middle of a sentence."""
        return self.label if " " in self.label or self.label.isupper() else self.label.lower()

    def judul(self, t: Tentang) -> str:
        return f"{self.label} {self.tahun(t)}" if self.tahun else self.label


def _ini(t: Tentang) -> int:
    return t.hari_ini.year


BAGIAN = (
    Bagian("Kunjungan", "riwayat_desa {kode}", kerja.kunjungan, "catatan kegiatan di desa"),
    Bagian("Keputusan", "tindaklanjut {kode}", kerja.keputusan, "keputusan musdes", "tidak ada yang tercatat terbuka"),
    Bagian(
        "Masalah", "masalah {kode}", kerja.masalah, "daftar masalah", "di luar yang rahasia, tidak ada yang terbuka",
        untuk=lambda t: t.desa.profil.boleh_masalah(t.di.kode),
    ),
    Bagian("Tenggat", "kalender", kerja.tenggat, "kalender desa", "tidak ada dalam 60 hari"),
    Bagian("Siklus", "siklus {kode}", kerja.siklus, "papan siklus", tahun=lambda t: tahun_berjalan(t.hari_ini)),
    Bagian("BLT", "blt {kode}", ekonomi.blt, "kartu BLT", tahun=_ini),
    Bagian("BUM Desa", "bumdes {kode}", ekonomi.bumdes, "kartu BUM Desa"),
    Bagian("Rencana", "rencana {kode}", kerja.rencana, "rencana kerja dan catatan", tahun=_ini),
    Bagian("Indikator", "indikator {kode}", kerja.indikator, "semua yang tercatat", tahun=_ini),
    Bagian("Fungsi", "fungsi {kode}", kerja.fungsi, "langkah yang ditandai"),
    Bagian("Kader", "kader {kode}", ekonomi.kader, "register kader"),
    Bagian("KDMP", "kdmp {kode}", ekonomi.kdmp, "kartu KDMP"),
    Bagian("Register", "register", ekonomi.register, "register desa"),
    Bagian("Inovasi", "inovasi {kode}", ekonomi.inovasi, "register inovasi"),
    Bagian("Kemandirian", "kemandirian {kode}", ekonomi.kemandirian, "penilaian diri kelompok dan desa"),
    Bagian("Indeks Desa", "indeks_desa {kode}", ekonomi.indeks, "status yang dicatat per tahun"),
)  # fmt: skip
Terisi = tuple[Bagian, Isi]


def terisi(t: Tentang) -> list[Terisi]:
    """Every part that is theirs to know, with what there is."""
    return [(b, b.isi(t)) for b in BAGIAN if b.untuk(t)]
