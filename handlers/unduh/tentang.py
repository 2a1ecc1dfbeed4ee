"""The first sheet: who asked for what, how much there is of it, and what is not in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data.desa import Desa
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.lembar import Kolom, Lembar
from handlers.lembar.sel import Nilai
from handlers.unduh.macam import REGISTER
from handlers.unduh.masa import sebut_jangka
from handlers.unduh.minta import Minta, isi_lembar
from handlers.unduh.tempat import sebut_wilayah

KOLOM = (Kolom("Hal", 30), Kolom("Isi", 70), Kolom("Baris", 12, "angka", "Banyaknya baris di lembar itu."))
TANPA = (
    "Yang di luar wilayah peminta, dan yang tidak bisa dibukanya lewat chat.",
    "Yang sudah dihapus.",
    "Foto dan berkasnya: buka lewat nomornya.",
    "NIK, KK, dan nama penerima BLT: tidak pernah disimpan.",
)
TANPA_MASALAH = "Masalah yang rahasia dan nama pelapor."


def tentang(m: Minta, desa: Desa, per: Mapping[str, int]) -> Lembar:
    """`per`: rows by sheet, known once those are written."""
    return Lembar("Tentang", KOLOM, _baris(m, desa, per), "Apa isi berkas ini, dan apa yang tidak.", menyusul=True)


def _baris(m: Minta, desa: Desa, per: Mapping[str, int]) -> Iterator[tuple[Nilai, ...]]:
    yield "Isi", m.apa, None
    yield "Diminta oleh", desa.unduh.peminta, None
    yield "Wilayah", f"{sebut_wilayah(m.kode, desa)}{f' ({m.kode})' if m.kode else ''}", None
    yield "Masa", sebut_jangka(m.jangka), None
    yield "Dibuat", ejaan_tanggal(desa.unduh.hari), None
    for kunci, n in per.items():
        isi = isi_lembar(kunci, m, desa)
        yield f"Lembar {isi.nama}", f"Menurut {isi.masa}.", n
    yield "Semua lembar", None, sum(per.values())
    for kunci in m.macam.lembar:
        if kunci not in per and not (kunci == REGISTER and any(k.startswith(REGISTER) for k in per)):
            yield f"Tanpa lembar {'Register' if kunci == REGISTER else isi_lembar(kunci, m, desa).nama}", "Kosong.", 0
    for satu in (*TANPA, *([TANPA_MASALAH] if "masalah" in per else [])):
        yield "Tidak ada di sini", satu, None
