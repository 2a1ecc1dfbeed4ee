"""Several villages: how many have met what, and which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from data.desa import Desa
from data.indikator_desa.angka import BELUM, KEADAAN, SEBAGIAN, TERPENUHI, Capaian, Masa
from data.katalog.bukti_indikator import Kelompok, muat_bukti
from data.katalog.sebutan import sebutan
from data.wilayah import Wilayah
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.indikator.kartu import balik, lainnya
from handlers.indikator.masa import sebut_masa
from handlers.indikator.sebut import ARTIKEL, NAMA, SEBUT, buka, kelompok_dari, sebut_indikator, sebut_singkat
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.siklus.gambar import sebut_semua
from handlers.tim.lihat import selembar

URUT = (BELUM, SEBAGIAN, TERPENUHI)
"""Those that need company most first."""
KOSONG = "Belum ada desa yang tercatat di sini."
Semua = Mapping[str, Mapping[str, Capaian]]


def kartu_banyak(
    kode: str, semua: Sequence[Wilayah], kelompok: Kelompok, masa: Masa, halaman: int, d: Dialog, desa: Desa
) -> Pesan:
    """The table: of each indicator how many villages stand where."""
    tempat = sebut_semua(kode, semua, desa)
    judul = f"{NAMA[kelompok]} {sebut_masa(masa)}, {tempat}"
    if not semua:
        return Pesan(KOSONG, judul=judul)
    isi = desa.indikator.banyak([w.kode for w in semua], kelompok, masa)
    indikator = muat_bukti().kelompok(kelompok)
    banyak = {i: _hitung(i, isi) for i in indikator}
    baris = [f"{sebut_indikator(i)}: {', '.join(str(banyak[i][k]) for k in KEADAAN)}" for i in indikator]
    tampak, ini, lembar = selembar(indikator, halaman)
    kata = kelompok if kelompok == "pd" else ""
    nama_desa = sebutan(semua[0].kode).desa
    return Pesan(
        "\n".join(
            [
                f"{len(semua)} {nama_desa}; angkanya berapa yang terpenuhi, sebagian, belum.",
                "",
                *baris,
                *([ARTIKEL] if kelompok == "pd" else []),
                "",
                f"Ketuk untuk melihat {nama_desa}nya.",
            ]
        ),
        judul=judul,
        daftar=tuple(_butir(i, banyak[i], kode, masa) for i in tampak),
        tombol=(
            *balik(kode, masa, ini, lembar, kata),
            *lainnya(kode, kelompok, masa, d),
            Tombol("Pilih desa", perintah("indikator desa")),
        ),
    )


def _hitung(indikator: str, isi: Semua) -> dict[str, int]:
    hitung = Counter(satu[indikator].keadaan for satu in isi.values())
    return {k: hitung[k] for k in KEADAAN}


def _butir(indikator: str, banyak: Mapping[str, int], kode: str, masa: Masa) -> Butir:
    ket = ", ".join(f"{banyak[k]} {SEBUT[k]}" for k in KEADAAN if banyak[k])
    return Butir(sebut_indikator(indikator), buka(kode, masa, indikator), ket)


def kartu_satu_indikator(
    kode: str, semua: Sequence[Wilayah], indikator: str, masa: Masa, halaman: int, desa: Desa
) -> Pesan:
    """The villages of one indicator, by name; those that have not begun first."""
    kelompok = kelompok_dari(indikator)
    judul = f"{sebut_indikator(indikator)} {sebut_masa(masa)}, {sebut_semua(kode, semua, desa)}"
    isi = {k: c[indikator] for k, c in desa.indikator.banyak([w.kode for w in semua], kelompok, masa).items()}
    if not isi:
        return Pesan(KOSONG, judul=judul)
    urut = sorted(semua, key=lambda w: (URUT.index(isi[w.kode].keadaan), -isi[w.kode].kurang))
    tampak, ini, lembar = selembar(urut, halaman)
    ket = pembeda(semua)
    banyak = {k: sum(c.keadaan == k for c in isi.values()) for k in KEADAAN}
    teks = f"{muat_bukti().menurut_kode(indikator).aturan}\n\n"
    teks += ", ".join(f"{banyak[k]} {SEBUT[k]}" for k in KEADAAN if banyak[k]).capitalize()
    return Pesan(
        f"{teks}. Ketuk untuk membuka.",
        judul=judul,
        daftar=tuple(_butir_desa(w, isi[w.kode], ket[w.kode], masa) for w in tampak),
        tombol=(
            *balik(kode, masa, ini, lembar, indikator),
            Tombol("Semua indikator", buka(kode, masa, kelompok if kelompok == "pd" else "")),
        ),
    )


def _butir_desa(w: Wilayah, satu: Capaian, ket: str, masa: Masa) -> Butir:
    bagian = ", ".join(b for b in (ket, sebut_singkat(satu)) if b)
    return Butir(sebut_tempat(w), buka(w.kode, masa, satu.kode), sebaris(bagian, 72))
