"""The same as a workbook: every village and what each indicator needs, and all that proves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from data.desa import Desa
from data.indikator_desa.angka import Masa
from data.katalog.bukti_indikator import Kelompok, muat_bukti
from data.katalog.indikator import muat_indikator
from data.wilayah import Wilayah
from handlers.indikator.masa import baca_masa, sebut_masa
from handlers.indikator.sebut import BACAAN, NAMA, SEBUT, sebut_bukti
from handlers.lembar.lembar import Kolom, Lembar, buat_xlsx
from handlers.siklus.gambar import SEMUA

DESA = (Kolom("Kode desa", 15), Kolom("Kecamatan", 20), Kolom("Desa", 22))
INDIKATOR = (Kolom("Kode", 8, arti="Nomor indikator menurut sumbernya."), Kolom("Indikator", 48))
CAPAIAN = (
    *DESA,
    *INDIKATOR,
    Kolom("Keadaan", 12, arti="Terpenuhi bila semua yang dihitung cukup; sebagian bila baru ada; belum bila kosong."),
    Kolom("Yang dihitung", 36, arti=BACAAN),
    Kolom("Ada", 8, "angka", "Yang tercatat dalam masa itu."),
    Kolom("Perlu", 8, "angka", "Yang perlu untuk masa itu."),
    Kolom("Kurang", 8, "angka"),
)
BUKTI = (
    *DESA,
    *INDIKATOR,
    Kolom("Tanggal", 14, "tanggal"),
    Kolom("Nomor", 18, arti="Nomor catatan, musdes, atau keputusan di Kawan Desa."),
    Kolom("Apa", 44),
)


TENTANG_BUKTI = "Satu baris satu bukti; satu hal bisa membuktikan beberapa indikator."


def indikator_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode (a place's, or `SEMUA`), masa, kelompok."""
    masa, _ = baca_masa(str(bahan["masa"]), hari_ini)
    kelompok: Kelompok = "pd" if bahan["kelompok"] == "pd" else "pld"
    kode = str(bahan["kode"])
    semua = desa.wilayah.di_bawah(desa.lingkup.baca if kode == SEMUA else [kode])
    nama = f"{NAMA[kelompok]} {sebut_masa(masa)}"
    return buat_xlsx(
        [
            Lembar(nama, CAPAIAN, _capaian(desa, semua, kelompok, masa), BACAAN),
            Lembar("Bukti", BUKTI, _bukti(desa, semua, kelompok, masa), TENTANG_BUKTI),
        ],
        hari=hari_ini,
    )


def _capaian(desa: Desa, semua: list[Wilayah], kelompok: Kelompok, masa: Masa) -> Iterator[tuple[str | int, ...]]:
    isi = desa.indikator.banyak([w.kode for w in semua], kelompok, masa)
    for w in semua:
        for kode, satu in isi.get(w.kode, {}).items():
            for t in satu.isi:
                yield (*_letak(w, kode), SEBUT[satu.keadaan], t.syarat.nama, t.ada, t.perlu, t.kurang)


def _bukti(desa: Desa, semua: list[Wilayah], kelompok: Kelompok, masa: Masa) -> Iterator[tuple[str, ...]]:
    letak = {w.kode: w for w in semua}
    ada = desa.indikator.bukti_banyak(list(letak), muat_bukti().kelompok(kelompok), masa)
    for kode, satu in sorted(ada, key=lambda b: (b[1].desa, b[0], b[1].tanggal, b[1].nomor)):
        if desa.indikator.terbuka(satu):
            yield (*_letak(letak[satu.desa], kode), satu.tanggal, *sebut_bukti(satu))


def _letak(w: Wilayah, kode: str) -> tuple[str, ...]:
    return w.kode, w.kecamatan, w.nama, kode, muat_indikator().menurut_kode(kode).nama
