"""A field of a register as a question, and its answer in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from data.katalog.register import Bidang, JenisRegister
from data.register.isi import SAMBUNG, Nilai
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.questions import Choice, Date, Money, MultiChoice, Number, Photos, Pilihan, Text, YesNo
from handlers.dialog.questions.wrap import LEWATI, Lewatan

T = TypeVar("T")
TIMBANG = (
    ("mulai", "berakhir", "{besar} sebelum {kecil}. Boleh dicek lagi?"),
    ("perempuan", "anggota", "{kecil} lebih banyak dari {besar}. Boleh dicek lagi?"),
    ("perempuan", "peserta", "{kecil} lebih banyak dari {besar}. Boleh dicek lagi?"),
)
"""(the smaller, the greater, what is said where it is not so), by keys of fields."""
PANJANG = 300
"""Characters of a text whose field sets no limit."""


@dataclass(frozen=True)
class BolehKosong(Lewatan[T]):
    """An answer that is there may also be taken away."""

    def prompt(self, layar: Layar) -> Prompt:
        prompt = super().prompt(layar)
        return replace(
            prompt, tombol=tuple(replace(o, label="Kosongkan") if o.nilai == LEWATI else o for o in prompt.tombol)
        )


def pertanyaan(b: Bidang, sekarang: str = "") -> Question[Any]:
    """`sekarang`: the answer that it has, in words."""
    tanya = f"{b.tanya}\nSekarang: {sekarang}" if sekarang else b.tanya
    lagi: dict[str, Any] = {"petunjuk": b.petunjuk} if b.petunjuk else {}
    pilihan = [Pilihan(o.kode, o.nama, o.kode, kata=o.kata) for o in b.pilihan]
    match b.jenis:
        case "teks":
            return Text(tanya, minimal=2, maksimal=b.batas or PANJANG, **lagi)
        case "angka":
            return Number(tanya, maksimal=b.batas, **lagi)
        case "uang":
            return Money(tanya, **lagi)
        case "tanggal":
            return Date(tanya, arah=b.arah, **lagi)
        case "pilihan":
            return Choice(tanya, pilihan, **lagi)
        case "banyak":
            return MultiChoice(tanya, pilihan, **lagi)
        case "ya":
            return YesNo(tanya, **lagi)
        case _:
            return Photos(tanya, **lagi)


def simpan(nilai: Any) -> Nilai:
    """An answer as the register keeps it."""
    if isinstance(nilai, date):
        return nilai.isoformat()
    return list(nilai) if isinstance(nilai, tuple) else nilai


def sebut(b: Bidang, nilai: Nilai) -> str:
    """A kept answer in words; an option that the catalogue no longer has is told by its code."""
    nama = {o.kode: o.nama for o in b.pilihan}
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return ", ".join(nama.get(satu, satu) for satu in nilai)
    if isinstance(nilai, int):
        return ejaan_uang(nilai) if b.jenis == "uang" else ejaan_angka(nilai)
    return ejaan_tanggal(date.fromisoformat(nilai)) if b.jenis == "tanggal" else nama.get(nilai, nilai)


def janggal(jenis: JenisRegister, isi: Mapping[str, Any]) -> list[str]:
    """What cannot be so, said beside it; the person knows which of both is wrong."""
    label = {b.kunci: b.label for b in jenis.bidang}
    hasil = []
    for kecil, besar, kata in TIMBANG:
        if {kecil, besar} <= label.keys() and None not in (isi.get(kecil), isi.get(besar)) and isi[kecil] > isi[besar]:
            hasil.append(f"⚠ {kata.format(kecil=label[kecil], besar=label[besar])}")
    return hasil


def sebut_jejak(b: Bidang, kata: str | None) -> str:
    """The same of what the trail keeps of an answer."""
    if kata is None:
        return "kosong"
    if b.jenis in ("angka", "uang"):
        return sebut(b, int(kata))
    return sebut(b, kata.split(SAMBUNG) if b.jenis == "banyak" else kata)


def rincian(jenis: JenisRegister, isi: Mapping[str, Any], tanpa: str = "", sisa: str = "") -> list[str]:
    """'Pemilik: Desa', of what was answered. `sisa` stands beside the day that matters."""
    lagi = {jenis.tanggal: f" ({sisa})"} if sisa else {}
    return [
        f"{b.label}: {sebut(b, isi[b.kunci])}{lagi.get(b.kunci, '')}"
        for b in jenis.bidang
        if b.kunci in isi and b.kunci != tanpa
    ]
