"""/indikator: of one village what is met and what proves it, of several how many have met what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from data.desa import Desa
from data.indikator_desa.angka import Masa
from data.katalog.bukti_indikator import Kelompok, muat_bukti
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.wilayah import DESA, KABUPATEN, KECAMATAN, Wilayah
from handlers.bumdes.tempat import bertanya
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan
from handlers.indikator.banyak import kartu_banyak, kartu_satu_indikator
from handlers.indikator.kartu import kartu_desa, kartu_indikator
from handlers.indikator.masa import baca_masa, kode_masa, sebut_masa
from handlers.indikator.sebut import NAMA, kelompok_dari
from handlers.keputusan.tempat import PILIH, cari_terbaca, desa_terbaca, pilih_tempat, sebutan_tempat
from handlers.siklus.gambar import SEMUA, sebut_semua
from handlers.tim.lihat import Lihat, baca_lihat

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
TANYA = "Indikator di mana?"
KODE = re.compile(r"(?<![\w.])(T[1-4][a-d]|PD[1-9])(?![\w.])", re.IGNORECASE)
TINGKAT = (DESA, KECAMATAN, KABUPATEN)
PENDEK = 40


@dataclass(frozen=True)
class Diminta:
    """What the words behind the command ask for."""

    masa: Masa
    kelompok: Kelompok
    indikator: str
    xlsx: bool
    lihat: Lihat

    @property
    def sebutan(self) -> str:
        return sebutan_tempat(self.lihat)


def baca_diminta(argumen: str, hari_ini: date) -> Diminta:
    """'sukamaju', '32.03.03.2013 2026-t3 T1b h2', 'cibeber pd', 'semua xlsx'"""
    masa, sisa = baca_masa(argumen, hari_ini)
    cocok = KODE.search(sisa)
    ejaan = {k.lower(): k for k in (*muat_bukti().kelompok("pld"), *muat_bukti().kelompok("pd"))}
    indikator = ejaan.get(cocok[1].lower(), "") if cocok else ""
    kata = KODE.sub(" ", sisa).split()
    kelompok: Kelompok = kelompok_dari(indikator) if indikator else "pd" if "pd" in kata else "pld"
    tempat = " ".join(k for k in kata if k not in ("pd", "pld", "xlsx"))
    return Diminta(masa, kelompok, indikator, "xlsx" in kata, baca_lihat(tempat.lower()))


@dialog(
    "indikator",
    help="Lihat indikator pendampingan desa",
    untuk=PEMBACA,
    kata=("indikator desa", "indikator sop", "capaian indikator"),
    langsung=True,
    menu=False,
    ketik=lambda sisa: len(sisa) <= PENDEK and not bertanya(sisa),
)
def indikator(d: Dialog, desa: Desa) -> Kabar:
    p = baca_diminta(d.argumen, d.hari_ini)
    if p.sebutan in ("", SEMUA):
        kabupaten = desa.wilayah.di_bawah(desa.lingkup.baca, KABUPATEN)
        if len(kabupaten) > 1 or not (kabupaten or desa_terbaca(desa)):
            return Kabar(pilih_tempat("indikator", TANYA, kabupaten, p.lihat))
        di = _awal(desa)
        return Kabar(_di(di.kode if di else SEMUA, di, p, d, desa))
    pilih = p.sebutan == PILIH
    semua = desa_terbaca(desa) if pilih else cari_terbaca(p.sebutan, desa, TINGKAT)
    semua = [w for w in semua if w.tingkat in TINGKAT]
    if len(semua) != 1:
        return Kabar(pilih_tempat("indikator", TANYA, semua, p.lihat, "" if pilih else p.sebutan))
    return Kabar(_di(semua[0].kode, semua[0], p, d, desa))


def _awal(desa: Desa) -> Wilayah | None:
    """Where only one place makes sense: one's one kabupaten, kecamatan or village. None: all that one may read."""
    bertingkat = (desa.wilayah.di_bawah(desa.lingkup.baca, tingkat) for tingkat in reversed(TINGKAT))
    semua = next(filter(None, bertingkat))
    return semua[0] if len(semua) == 1 else None


def _di(kode: str, di: Wilayah | None, p: Diminta, d: Dialog, desa: Desa) -> Pesan:
    semua = desa_terbaca(desa) if kode == SEMUA else desa.wilayah.di_bawah([kode])
    halaman = p.lihat.halaman
    if p.xlsx:
        return _xlsx(kode, semua, p, desa)
    if di is not None and di.tingkat == DESA:
        if p.indikator:
            return kartu_indikator(di, p.indikator, p.masa, halaman, d, desa)
        return kartu_desa(di, p.kelompok, p.masa, halaman, d, desa)
    if p.indikator:
        return kartu_satu_indikator(kode, semua, p.indikator, p.masa, halaman, desa)
    return kartu_banyak(kode, semua, p.kelompok, p.masa, halaman, d, desa)


def _xlsx(kode: str, semua: list[Wilayah], p: Diminta, desa: Desa) -> Pesan:
    masa = kode_masa(p.masa)
    bahan: dict[str, str | int] = {"kode": kode, "masa": masa, "kelompok": p.kelompok}
    return Pesan(
        "Semua indikator per desa, dan di lembar kedua buktinya satu per satu.",
        judul=f"{NAMA[p.kelompok]} {sebut_masa(p.masa)}, {sebut_semua(kode, semua, desa)}",
        berkas=Berkas(f"indikator-{p.kelompok}-{masa}.xlsx", "indikator_xlsx", bahan),
    )
