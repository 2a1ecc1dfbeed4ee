"""What can be taken along: kinds, their sheets, and by what a sheet's rows belong to a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from data.desa import Desa
from data.katalog.register import JenisRegister, muat_register
from data.unduh import Saring
from handlers.bumdes.lembar_bumdes import BUMDES, KDMP
from handlers.kemandirian.lembar import INDEKS, kolom_kemandirian
from handlers.kemandirian.sebut import BUKAN_INDEKS
from handlers.lembar import Kolom
from handlers.lembar.sel import Nilai
from handlers.masalah.xlsx import KETERANGAN as KET_MASALAH
from handlers.masalah.xlsx import KOLOM as MASALAH
from handlers.unduh import lembar_kegiatan, lembar_lain, lembar_musdes, lembar_rencana

SEMUA, REGISTER = "semua", "register"
KARTU = "Desa yang kartunya sudah diisi, sebagaimana adanya hari ini."
HANYA_JUMLAH = "Hanya jumlah; nama dan NIK penerima tidak disimpan."


@dataclass(frozen=True)
class Macam:
    kode: str
    label: str
    """A row of a WhatsApp list."""
    sebut: str
    """Within a sentence: 'unduhan …'."""
    lembar: tuple[str, ...]
    """Keys of `ISI`; `REGISTER` stands for a sheet of each register."""
    kata: tuple[str, ...] = ()


@dataclass(frozen=True)
class Isi:
    """One sheet."""

    nama: str
    kolom: Sequence[Kolom]
    baris: Callable[[Desa, Saring], Iterable[Sequence[Nilai]]]
    masa: str
    """By what its rows belong to the days that were asked for."""
    keterangan: str = ""


MACAM = (
    Macam("kegiatan", "Kegiatan", "kegiatan", ("kegiatan",), ("catatan", "catatan kegiatan", "laporan")),
    Macam(
        "musdes", "Musdes & keputusan", "musdes dan keputusan", ("musdes", "keputusan"),
        ("musyawarah", "keputusan", "tindak lanjut", "musdes dan keputusan"),
    ),
    Macam("rencana", "Rencana kerja", "rencana kerja", ("rencana", "butir"), ("rencana", "rktl", "rencana tahunan")),
    Macam(REGISTER, "Register", "register", (REGISTER,), ("buku register", "daftar register")),
    Macam("masalah", "Masalah & aduan", "masalah", ("masalah",), ("masalah", "aduan", "masalah dan aduan")),
    Macam("blt", "BLT Desa", "BLT Desa", ("blt", "salur", "blt_ubah"), ("blt", "bantuan langsung tunai")),
    Macam(
        "bumdes", "BUM Desa & KDMP", "BUM Desa dan KDMP", ("bumdes", "kdmp"),
        ("bumdes", "bum desa", "kdmp", "koperasi"),
    ),
    Macam(
        "kemandirian", "Kemandirian, Indeks", "kemandirian dan Indeks Desa", ("kemandirian", "indeks"),
        ("kemandirian", "indeks desa", "indeks"),
    ),
    Macam("siklus", "Siklus dokumen", "siklus dokumen", ("siklus",), ("siklus", "rpjm", "rkp", "apb")),
)  # fmt: skip
LENGKAP = Macam(
    SEMUA, "Semua", "semua data", tuple(kunci for m in MACAM for kunci in m.lembar),
    ("semuanya", "lengkap", "semua data", "data"),
)  # fmt: skip
ISI: dict[str, Isi] = {
    "kegiatan": Isi(
        "Kegiatan", lembar_kegiatan.KOLOM, lembar_kegiatan.baris_kegiatan, "hari kegiatan",
        "Catatan kegiatan pendamping, urut desa lalu tanggal. Yang dihapus penulisnya tidak ada.",
    ),
    "musdes": Isi(
        "Musdes", lembar_musdes.MUSDES, lembar_musdes.baris_musdes, "hari musyawarah",
        "Yang tercatat dua kali lalu digabung disebut sekali.",
    ),
    "keputusan": Isi(
        "Keputusan", lembar_musdes.KEPUTUSAN, lembar_musdes.baris_keputusan, "hari musyawarahnya",
        "Keputusan musyawarah dan tindak lanjutnya.",
    ),
    "rencana": Isi(
        "Rencana", lembar_rencana.RENCANA, lembar_rencana.baris_rencana, "tahun rencana",
        "Satu baris untuk satu rencana. Yang belum disetujui masih draf.",
    ),
    "butir": Isi(
        "Kegiatan rencana", lembar_rencana.BUTIR, lembar_rencana.baris_butir, "tahun rencana",
        "Satu baris untuk satu kegiatan dalam rencana; yang dicoret tidak ada.",
    ),
    "masalah": Isi("Masalah", MASALAH, lembar_lain.masalah, "hari masuk", KET_MASALAH),
    "blt": Isi("BLT penetapan", lembar_lain.BLT, lembar_lain.blt, "tahun anggaran", HANYA_JUMLAH),
    "salur": Isi("BLT pembayaran", lembar_lain.SALUR, lembar_lain.salur, "hari diserahkan", HANYA_JUMLAH),
    "blt_ubah": Isi("BLT perubahan", lembar_lain.PERUBAHAN, lembar_lain.perubahan, "hari berubah", HANYA_JUMLAH),
    "bumdes": Isi("BUM Desa", BUMDES, lembar_lain.bumdes, "keadaan pada hari berkas ini dibuat", KARTU),
    "kdmp": Isi("KDMP", KDMP, lembar_lain.kdmp, "keadaan pada hari berkas ini dibuat", KARTU),
    "kemandirian": Isi(
        "Kemandirian", kolom_kemandirian(), lembar_lain.kemandirian, "hari penilaian", BUKAN_INDEKS
    ),
    "indeks": Isi(
        "Indeks Desa", INDEKS, lembar_lain.indeks, "tahun status", "Disalin dari SK atau berita acara, tidak dihitung."
    ),
    "siklus": Isi(
        "Siklus dokumen", lembar_lain.SIKLUS, lembar_lain.siklus, "tahun dokumen",
        "RPJM, RKP, APB, APB Perubahan, dan LPJ yang sudah pernah dicatat tahapnya.",
    ),
}  # fmt: skip
MASA_REGISTER = "hari dicatat atau terakhir diubah"


def macam_untuk(desa: Desa) -> list[Macam]:
    """Problems only for those who answer for a place, or have reported one from their own work."""
    return [LENGKAP, *(m for m in MACAM if m.kode != "masalah" or desa.masalah.wilayah or desa.lingkup.dampingan)]


def register_untuk(desa: Desa) -> list[JenisRegister]:
    return [j for j in muat_register().semua if desa.pengaturan.warisan or not j.warisan]
