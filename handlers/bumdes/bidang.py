"""The parts of a village's card that are changed one by one: how each is asked for and how it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar

from data.katalog.bumdes import muat_bumdes
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions import Choice, Date, Money, Number, Pilihan, Text, YesNo
from handlers.dialog.questions.wrap import Lewatan
from handlers.dialog.sebaris import sebaris

T = TypeVar("T")
KOSONG = "_kosong"
AKTIF = {"aktif": "Aktif", "tidak": "Tidak aktif", "belum_usaha": "Belum ada usaha"}
Jenis = Literal["teks", "uang", "angka", "persen", "tanggal", "ya", "aktif"]


@dataclass(frozen=True)
class Bidang:
    kolom: str
    label: str
    jenis: Jenis
    tanya: str
    contoh: str = ""
    kata: tuple[str, ...] = ()
    batas: int = 300
    """Characters of a text: with the others it fits a card on a small phone."""
    pokok: bool = True
    """Named among what is missing, where there is none."""


BUMDES = (
    Bidang("aktif", "Keadaan", "aktif", "Bagaimana BUM Desanya sekarang?", kata=("aktif", "status", "tidak aktif")),
    Bidang("nama", "Nama", "teks", "Apa nama BUM Desanya?", "Contoh: BUM Desa Maju Jaya Sukamaju.", batas=120),
    Bidang("unit", "Unit usaha", "teks", "Unit usahanya apa saja?", "Contoh: air bersih, simpan pinjam.", ("unit",)),
    Bidang("modal", "Modal desa", "uang", "Berapa modal dari desa sampai sekarang?", kata=("modal",)),
    Bidang("direktur", "Direktur", "ya", "Sudah ada direkturnya?"),
    Bidang(
        "laporan", "Laporan keuangan", "tanggal", "Laporan keuangan terakhir tanggal berapa?",
        kata=("laporan", "laporan terakhir"),
    ),
    Bidang(
        "sertifikat", "Nomor sertifikat", "teks", "Nomor sertifikat badan hukumnya?",
        "Tulis seperti pada sertifikatnya.", ("sertifikat",), batas=120,
    ),
    Bidang("sertifikat_tanggal", "Tanggal sertifikat", "tanggal", "Sertifikatnya tanggal berapa?"),
    Bidang(
        "hambatan", "Hambatan", "teks", "Apa hambatannya?", "Contoh: Pengurus lama belum menyerahkan buku.",
        ("kendala", "masalah"), pokok=False,
    ),
)  # fmt: skip
KDMP = (
    Bidang("nama", "Nama", "teks", "Apa nama koperasinya?", "Contoh: KDMP Sukamaju.", batas=120),
    Bidang("musdesus", "Musdesus", "tanggal", "Musdesusnya tanggal berapa?", kata=("musdes",)),
    Bidang(
        "badan_hukum", "Nomor badan hukum", "teks", "Nomor badan hukumnya?", "Tulis seperti pada surat keputusannya.",
        ("badan hukum", "akta"), batas=120,
    ),
    Bidang("badan_hukum_tanggal", "Tanggal badan hukum", "tanggal", "Badan hukumnya tanggal berapa?"),
    Bidang("pengurus", "Pengurus", "angka", "Berapa orang pengurusnya?", "Tulis angkanya, contoh: 5."),
    Bidang("gerai", "Gerai", "teks", "Gerainya apa saja?", "Contoh: sembako, pupuk, LPG."),
    Bidang("gedung", "Gedung", "persen", "Gedungnya sudah berapa persen?", "Tulis angkanya, contoh: 60."),
    Bidang("pinjaman", "Pinjaman", "uang", "Berapa pinjamannya?"),
    Bidang(
        "hambatan", "Hambatan", "teks", "Apa hambatannya?", "Contoh: Lahan gedung belum ada.", ("kendala", "masalah"),
        pokok=False,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Dikosongkan(Lewatan[T]):
    """May be emptied, where there is something: None."""

    ada: bool = True

    @property
    def opsional(self) -> bool:  # type: ignore[override]
        return False

    def prompt(self, layar: Layar) -> Prompt:
        prompt = self.dalam.prompt(layar)
        return replace(prompt, tombol=(*prompt.tombol, Opsi("Kosongkan", KOSONG))) if self.ada else prompt

    def read(self, masukan: Masukan, layar: Layar) -> T | Belum | None:
        if masukan.pilih == KOSONG or masukan.teks.strip(" .").lower() in ("kosong", "kosongkan", "hapus"):
            return None  # also where there is nothing: the word is no content
        return self.dalam.read(masukan, layar)


def tanya_bidang(b: Bidang, kini: Any) -> Question[Any]:
    """`kini`: what stands there now; None or '' for nothing."""
    dalam = TANYA[b.jenis](b)
    lama = "" if kini in (None, "") else f" Sekarang tertulis: {sebaris(sebut_bidang(b, kini), 200).rstrip('.')}."
    return Dikosongkan(replace(dalam, kata=f"{b.tanya}{lama}"), ada=bool(lama))


def _teks(b: Bidang) -> Question[Any]:
    return Text(b.tanya, b.contoh, 2, b.batas)


def _aktif(b: Bidang) -> Question[Any]:
    pilihan = [Pilihan(kode, label, kode) for kode, label in AKTIF.items()]
    return Choice(b.tanya, pilihan, petunjuk="Pilih: aktif, tidak aktif, atau belum ada usaha.")


TANYA: dict[str, Callable[[Bidang], Any]] = {
    "teks": _teks,
    "uang": lambda b: Money(b.tanya),
    "angka": lambda b: Number(b.tanya, b.contoh, maksimal=1000),
    "persen": lambda b: Number(b.tanya, b.contoh, maksimal=100),
    "tanggal": lambda b: Date(b.tanya, arah="lalu"),
    "ya": lambda b: YesNo(b.tanya, "Ada", "Belum ada"),
    "aktif": _aktif,
}


def simpan_bidang(b: Bidang, nilai: Any) -> str | int | None:
    """As its column holds it."""
    if nilai is None:
        return "" if b.jenis in ("teks", "aktif") else None
    if isinstance(nilai, date):
        return nilai.isoformat()
    return int(nilai) if isinstance(nilai, bool) else nilai


def sebut_bidang(b: Bidang, nilai: Any) -> str:
    """A column's value in words, also as the trail keeps it, where everything is text; '–' for nothing."""
    if nilai in (None, ""):
        return "–"
    return SEBUT[b.jenis](nilai)


SEBUT: dict[str, Callable[[Any], str]] = {
    "teks": str,
    "uang": lambda n: ejaan_uang(int(n)),
    "angka": lambda n: ejaan_angka(int(n)),
    "persen": lambda n: f"{n} persen",
    "tanggal": lambda h: ejaan_tanggal(date.fromisoformat(h), False),
    "ya": lambda n: "ada" if int(n) else "belum ada",
    "aktif": lambda kode: AKTIF.get(kode, kode).lower(),
}


def baris_bidang(semua: tuple[Bidang, ...], kartu: Any) -> tuple[list[str], list[str]]:
    """What is known, a line each; and the names of what is not."""
    isi = [(b, getattr(kartu, b.kolom)) for b in semua]
    ada = [f"{b.label}: {sebaris(sebut_bidang(b, nilai), 300)}" for b, nilai in isi if nilai not in (None, "")]
    return ada, [b.label.lower() for b, nilai in isi if b.pokok and nilai in (None, "")]


def dukungan() -> str:
    """What the rules say of a village's support for its cooperative."""
    k = muat_bumdes().kdmp
    return (
        f"Dukungan pengembalian pinjaman paling banyak {k.dukungan_persen} persen dari Dana Desa, disetujui musdesus; "
        f"koperasi mengembalikan paling sedikit {k.kembali_persen} persen labanya untuk desa."
    )
