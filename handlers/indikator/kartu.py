"""One village's indicators, and one of them with all that proves it."""

from __future__ import annotations

from data.desa import Desa
from data.indikator_desa.angka import BELUM, KEADAAN, SEBAGIAN, TERPENUHI, Capaian, Masa
from data.katalog.bukti_indikator import Kelompok, muat_bukti
from data.katalog.indikator import muat_indikator
from data.wilayah import Wilayah
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.indikator.masa import masa_lain, sebut_masa
from handlers.indikator.sebut import (
    ARTIKEL,
    BACAAN,
    LAIN,
    NAMA,
    SEBUT,
    buka,
    butir_bukti,
    kelompok_dari,
    sebut_indikator,
    sebut_isi,
    sebut_kurang,
    sebut_singkat,
    sumber_artikel,
)
from handlers.indikator.tutup import terdekat, tombol_tutup
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import selembar

URUT = (SEBAGIAN, BELUM, TERPENUHI)
"""In a list: what is nearest to be done first."""


def kartu_desa(di: Wilayah, kelompok: Kelompok, masa: Masa, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """All indicators of a village, by their duties."""
    semua = desa.indikator.satu(di.kode, kelompok, masa)
    baris = [*_per_tugas(kelompok, semua), "", _hitung(semua)]
    dekat = terdekat(semua.values())
    if dekat:
        baris.append(f"Paling dekat: {sebut_indikator(dekat.kode)}, {sebut_kurang(dekat)}.")
    urut = sorted(semua.values(), key=lambda c: (URUT.index(c.keadaan), c.kurang))
    tampak, ini, lembar = selembar(urut, halaman)
    kata = kelompok if kelompok == "pd" else ""
    return Pesan(
        "\n".join(baris),
        judul=f"{NAMA[kelompok]} {sebut_masa(masa)}, {sebut_tempat(di)}",
        daftar=tuple(_butir(c, di, masa) for c in tampak),
        tombol=(
            *(tombol_tutup(dekat, di, desa, d.hari_ini) if dekat else ()),
            *balik(di.kode, masa, ini, lembar, kata),
            *lainnya(di.kode, kelompok, masa, d),
        ),
    )


def _per_tugas(kelompok: Kelompok, semua: dict[str, Capaian]) -> list[str]:
    """With the duty above its parts, as the source numbers them."""
    baris = []
    for satu in muat_indikator().menurut_kelompok(kelompok):
        if satu.kode in semua:
            baris.append(f"{sebut_indikator(satu.kode)}: {SEBUT[semua[satu.kode].keadaan]}")
        else:
            baris.append(f"{satu.kode.lstrip('T')}. {satu.nama}")
    return [*baris, ARTIKEL] if kelompok == "pd" else baris


def _hitung(semua: dict[str, Capaian]) -> str:
    banyak = {k: sum(c.keadaan == k for c in semua.values()) for k in KEADAAN}
    return f"{banyak[TERPENUHI]} dari {len(semua)} terpenuhi, {banyak[SEBAGIAN]} sebagian, {banyak[BELUM]} belum."


def _butir(satu: Capaian, di: Wilayah, masa: Masa) -> Butir:
    return Butir(sebut_indikator(satu.kode), buka(di.kode, masa, satu.kode), sebaris(sebut_singkat(satu), 72))


def kartu_indikator(di: Wilayah, kode: str, masa: Masa, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """The rule in one sentence, how much there is of what, and the things themselves."""
    kelompok = kelompok_dari(kode)
    satu = desa.indikator.satu(di.kode, kelompok, masa)[kode]
    bukti = desa.indikator.bukti(di.kode, kode, masa)
    terbuka = [b for b in bukti if desa.indikator.terbuka(b)]
    tampak, ini, lembar = selembar(terbuka, halaman)
    return Pesan(
        f"{_isi(satu)}\n\n{_penjelasan(len(terbuka), len(bukti) - len(terbuka))}",
        judul=f"{sebut_indikator(kode)}, {sebut_tempat(di)}, {sebut_masa(masa)}",
        daftar=tuple(butir_bukti(b, d.orang.id) for b in tampak),
        tombol=(
            *tombol_tutup(satu, di, desa, d.hari_ini),
            *balik(di.kode, masa, ini, lembar, kode),
            *(Tombol(label, buka(di.kode, lain, kode)) for label, lain in masa_lain(masa, d.hari_ini)),
            Tombol(NAMA[kelompok], buka(di.kode, masa, kelompok if kelompok == "pd" else "")),
        ),
    )


def _isi(satu: Capaian) -> str:
    artikel = " Tugas ini dari artikel, tidak ada dalam Permendesa." if sumber_artikel(satu.kode) else ""
    aturan = muat_bukti().menurut_kode(satu.kode).aturan
    nama = muat_indikator().menurut_kode(satu.kode).nama
    baris = [f"{nama}: {SEBUT[satu.keadaan]}.{artikel}", aturan, *(sebut_isi(t) for t in satu.isi)]
    return "\n".join(baris)


def _penjelasan(terbuka: int, tertutup: int) -> str:
    """What counts without being theirs to open, and whose reading the rule is."""
    baris = ["Ketuk untuk membuka buktinya."] if terbuka else []
    if tertutup:
        baris.append(f"Ikut dihitung: {tertutup} catatan tingkat kecamatan dari pendamping lain desa ini.")
    return "\n".join([*baris, BACAAN])


def balik(tempat: str, masa: Masa, ini: int, lembar: int, *lain: str) -> tuple[Tombol, ...]:
    """Turning the pages."""
    maju = (Tombol("Lainnya ›", buka(tempat, masa, *lain, f"h{ini + 1}")),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", buka(tempat, masa, *lain, f"h{ini - 1}")),) if ini > 1 else ()
    return (*maju, *mundur)


def lainnya(tempat: str, kelompok: Kelompok, masa: Masa, d: Dialog) -> tuple[Tombol, ...]:
    """Other days, the other list, the same as a workbook."""
    ini, itu = (kelompok if kelompok == "pd" else ""), LAIN[kelompok]
    return (
        *(Tombol(label, buka(tempat, lain, ini)) for label, lain in masa_lain(masa, d.hari_ini)),
        Tombol(NAMA[itu], buka(tempat, masa, itu if itu == "pd" else "")),
        Tombol("Excel", buka(tempat, masa, ini, "xlsx")),
    )
