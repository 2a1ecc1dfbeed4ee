"""How roles, places and moments are called in a sentence, and the question after a role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from data.katalog.sebutan import sebutan
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, SEBUTAN, TAPM_KAB, TAPM_PROV, TEKNIS
from data.wilayah import KECAMATAN, PROVINSI, Wilayah, dari_kode
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan

URUT = (PLD, PD, TEKNIS, CAMAT, KPMD, TAPM_KAB, TAPM_PROV, ADMIN)
"""The roles that are given, as they are offered."""
PENDEK = {
    PLD: "PLD", PD: "PD", TEKNIS: "Pendamping teknis", CAMAT: "Camat", KPMD: "KPMD", TAPM_KAB: "TAPM kabupaten",
    TAPM_PROV: "TAPM provinsi", ADMIN: "Admin",
}  # fmt: skip
KET = {
    PLD: "beberapa desa", PD: "satu kecamatan", TEKNIS: "kecamatan", CAMAT: "membaca saja", KPMD: "desanya sendiri",
    TAPM_KAB: "satu kabupaten", TAPM_PROV: "satu provinsi", ADMIN: "seluruh Indonesia",
}  # fmt: skip
KATA: dict[str, tuple[str, ...]] = {
    PLD: ("pendamping lokal desa", "pendamping lokal"),
    PD: ("pendamping desa", "pendamping kecamatan"),
    TEKNIS: ("pdti", "pendamping desa teknik infrastruktur", "pendamping desa teknis", "teknik"),
    CAMAT: ("pak camat", "bu camat", "kepala distrik", "panewu"),
    KPMD: ("kader pemberdayaan masyarakat desa", "kader"),
    TAPM_KAB: ("tapm kab", "ta kabupaten", "ta kab", "tenaga ahli kabupaten", "koordinator kabupaten"),
    TAPM_PROV: ("tapm prov", "ta provinsi", "ta prov", "tenaga ahli provinsi", "koordinator provinsi"),
    ADMIN: ("administrator",),
}
SEBARIS = 3
"""Places that one sentence names."""


def tanya_peran(kata: str, peran: Sequence[str], bantuan: str = "") -> Question[str]:
    """`bantuan` is said where somebody asks for help."""
    pilihan = [Pilihan(p, PENDEK[p], p, KET[p], kata=(SEBUTAN[p], *KATA[p])) for p in URUT if p in peran]
    contoh = ", ".join(PENDEK[p.id] for p in pilihan[:3])
    return Choice(kata, pilihan, petunjuk=f"Pilih dari daftar, atau ketik, contoh: {contoh}. {bantuan}".strip())


def tempat(kode: Iterable[str]) -> list[Wilayah]:
    """Each once, in the order given; Indonesia is no place of Kemendagri's."""
    return [w for k in dict.fromkeys(kode) if (w := dari_kode(k))]


def sebut_tempat(w: Wilayah) -> str:
    """'Sukamaju (Cibeber, Kabupaten Cianjur, Jawa Barat)', 'Kecamatan Cibeber (…)', 'Provinsi Jawa Barat'."""
    depan = {KECAMATAN: f"{sebutan(w.kode).kecamatan.capitalize()} ", PROVINSI: "Provinsi "}.get(w.tingkat, "")
    return f"{depan}{w.nama}" + (f" ({w.jalur})" if w.jalur else "")


def butir_tempat(kode: Iterable[str]) -> str:
    return "\n".join(f"• {sebut_tempat(w)}" for w in tempat(kode)) or "• seluruh Indonesia"


def sebut_singkat(kode: Iterable[str]) -> str:
    """'Sukamaju, Mayak dan 2 lagi'."""
    nama = [w.nama for w in tempat(kode)] or ["seluruh Indonesia"]
    lagi = len(nama) - SEBARIS
    return f"{', '.join(nama[:SEBARIS])} dan {lagi} lagi" if lagi > 0 else ", ".join(nama)


def sebut_tugas(peran: str, kode: Iterable[str]) -> str:
    """'Pendamping Lokal Desa di Sukamaju, Mayak'."""
    return f"{SEBUTAN[peran]} di {sebut_singkat(kode)}"


def sebut_saat(saat: int, zona: str) -> str:
    """'20 November 2026 pukul 19.30', by that zone's clock."""
    lokal = datetime.fromtimestamp(saat, UTC).astimezone(ZoneInfo(zona))
    return f"{ejaan_tanggal(lokal.date(), dengan_hari=False)} pukul {lokal:%H.%M}"


def sebut_hari(saat: int, zona: str) -> str:
    return sebut_saat(saat, zona).partition(" pukul ")[0]
