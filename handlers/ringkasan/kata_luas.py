"""A kabupaten or wider: the parts that need help most and why, all the others in one line."""

from __future__ import annotations

from data.ringkasan import AngkaBagian, AngkaRingkas, Sebab, perlu_ditemani
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.pesan import Butir
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.ringkasan.sebut import (
    KET,
    LABEL,
    NAMA,
    kata_bagian,
    kata_desa,
    lama_tak_dikunjungi,
    masa_dari,
    sebut_sebab,
    tulis_masa,
)


def teks_luas(a: AngkaRingkas, sebab: int) -> list[str]:
    perlu = perlu_ditemani(a.bagian)
    if not perlu:
        return [f"Semua {kata_bagian(a.kode)} berjalan baik; tidak ada yang menunggu ditemani."] if a.bagian else []
    baris = [
        f"{n}. {sebaris(satu.nama, NAMA)}: {alasan(satu, semua, a, sebab)}."
        for n, (satu, semua) in enumerate(perlu, start=1)
    ]
    hasil = ["Paling perlu ditemani:\n" + "\n".join(baris)]
    sudah = {satu.kode for satu, _ in perlu}
    lain = [satu for satu in a.bagian if satu.kode not in sudah]
    return [*hasil, _lain(a, lain)] if lain else hasil


def alasan(satu: AngkaBagian, semua: list[Sebab], a: AngkaRingkas, batas: int) -> str:
    return ", ".join(sebut_sebab(s, satu.kode, lama_tak_dikunjungi(a)) for s in semua[:batas])


def _lain(a: AngkaRingkas, lain: list[AngkaBagian]) -> str:
    """All the others in one line."""
    mencatat, orang, lama = (sum(getattr(satu, apa) for satu in lain) for apa in ("mencatat", "orang", "lama"))
    belum = f", {ejaan_angka(lama)} {kata_desa(a.kode)} belum dikunjungi {lama_tak_dikunjungi(a)}" if lama else ""
    return (
        f"{ejaan_angka(len(lain))} {kata_bagian(a.kode)} lain: {ejaan_angka(mencatat)} dari {ejaan_angka(orang)} "
        f"pendamping mencatat{belum}."
    )


def daftar_bagian(a: AngkaRingkas) -> tuple[Butir, ...]:
    return tuple(butir_bagian(satu, semua, a) for satu, semua in perlu_ditemani(a.bagian))


def butir_bagian(satu: AngkaBagian, semua: list[Sebab], a: AngkaRingkas) -> Butir:
    baik = f"{satu.mencatat} dari {satu.orang} pendamping mencatat"
    ket = alasan(satu, semua, a, 3) or baik
    return Butir(sebaris(satu.nama, LABEL), kata_bagian_dari(a, satu.kode), sebaris(ket, KET))


def kata_bagian_dari(a: AngkaRingkas, kode: str) -> str:
    """A kecamatan's week is its recap."""
    if len(kode) == 8 and not a.bulanan:
        return perintah(f"rekap {kode} {a.dari.isoformat()}")
    return perintah(f"ringkasan {kode} {tulis_masa(masa_dari(a))}")
