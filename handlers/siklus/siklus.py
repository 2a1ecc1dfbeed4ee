"""/siklus: the papers of a year, of one village in words, of several as a picture with the same in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.siklus import DOKUMEN, RPJM, Papan
from data.wilayah import DESA, KECAMATAN, Wilayah
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.keputusan.tempat import PILIH, cari_terbaca, desa_terbaca, pilih_tempat, sebutan_tempat
from handlers.siklus.gambar import MUAT, SEMUA, sebut_semua
from handlers.siklus.kelompok import sebut_kelompok
from handlers.siklus.sebut import sebut_dokumen, sebut_langkah, tahun_berjalan
from handlers.tim.lihat import baca_lihat

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
TAHUN = re.compile(r"(?<![.\d])20\d\d(?![.\d])")


@dialog(
    "siklus",
    help="Lihat siklus dokumen desa",
    untuk=PEMBACA,
    kata=("siklus desa", "papan siklus", "siklus dokumen"),
    langsung=True,
    menu=False,
)
def siklus(d: Dialog, desa: Desa) -> Kabar:
    """'sukamaju', '32.03.03 2026', 'semua 2027', 'desa'"""
    cocok = TAHUN.search(d.argumen)
    tahun = int(cocok[0]) if cocok else tahun_berjalan(d.hari_ini)
    lihat = baca_lihat(TAHUN.sub(" ", d.argumen).lower())
    sebutan = sebutan_tempat(lihat)
    if sebutan in ("", SEMUA):
        return Kabar(_awal(tahun, desa) or pilih_tempat("siklus", "Siklus di mana?", _kecamatan(desa), lihat))
    pilih = sebutan == PILIH
    semua = [w for w in (desa_terbaca(desa) if pilih else cari_terbaca(sebutan, desa)) if w.tingkat >= KECAMATAN]
    if len(semua) != 1:
        return Kabar(pilih_tempat("siklus", "Siklus di mana?", semua, lihat, "" if pilih else sebutan))
    return Kabar(_satu(semua[0], tahun, desa) if semua[0].tingkat == DESA else _banyak(semua[0], tahun, desa))


def _kecamatan(desa: Desa) -> list[Wilayah]:
    return desa.wilayah.di_bawah(desa.lingkup.baca, KECAMATAN)


def _awal(tahun: int, desa: Desa) -> Pesan | None:
    """Where only one answer makes sense: one's one village, one's few, one's one kecamatan."""
    kecamatan = _kecamatan(desa)
    if kecamatan:
        return _banyak(kecamatan[0], tahun, desa) if len(kecamatan) == 1 else None
    terbaca = desa_terbaca(desa)
    if len(terbaca) == 1:
        return _satu(terbaca[0], tahun, desa)
    return _gambar(SEMUA, terbaca, tahun, desa) if terbaca else None


def _satu(di: Wilayah, tahun: int, desa: Desa) -> Pesan:
    papan = desa.siklus.papan(di.kode, tahun)
    baris = [f"{_nama(satu, di.kode, papan)}: {sebut_langkah(papan[satu])}" for satu in DOKUMEN]
    catat = (Tombol("Catat langkah", perintah(f"siklus_catat {di.kode} {tahun}")),)
    return Pesan(
        "\n".join(baris),
        judul=f"Siklus {tahun}, {sebut_tempat(di)}",
        tombol=(*(catat if desa.siklus.boleh(di.kode) else ()), *_tahun_lain(di.kode, tahun), *_lainnya(desa)),
    )


def _nama(dokumen: str, kode: str, papan: Papan) -> str:
    """Of the RPJM, which holds for several years, its first where it is another."""
    tahun = papan[dokumen].tahun
    mulai = "" if dokumen != RPJM else f" (mulai {tahun})" if papan[dokumen].diubah else ""
    return f"{sebut_dokumen(dokumen, kode)}{mulai if dokumen == RPJM else f' {tahun}'}"


def _lainnya(desa: Desa) -> tuple[Tombol, ...]:
    return (Tombol("Semua desa", perintah("siklus")),) if len(desa_terbaca(desa)) > 1 else ()


def _tahun_lain(kata: str, tahun: int) -> tuple[Tombol, ...]:
    return (
        Tombol(f"‹ {tahun - 1}", perintah(f"siklus {kata} {tahun - 1}")),
        Tombol(f"{tahun + 1} ›", perintah(f"siklus {kata} {tahun + 1}")),
    )


def _banyak(di: Wilayah, tahun: int, desa: Desa) -> Pesan:
    return _gambar(di.kode, desa.wilayah.di_bawah([di.kode]), tahun, desa)


def _gambar(kode: str, semua: Sequence[Wilayah], tahun: int, desa: Desa) -> Pesan:
    """The picture is made when it is sent; what it shows stands beside it in words, for whom it does not reach."""
    papan = desa.siklus.papan_banyak([w.kode for w in semua], tahun)
    nama = {w.kode: w.nama for w in semua}
    judul = f"Siklus {tahun}, {sebut_semua(kode, semua, desa)}"
    if not papan:
        return Pesan("Belum ada desa yang tercatat di sini.", judul=judul, tombol=_tahun_lain(kode, tahun))
    pilih = Tombol("Pilih desa", perintah("siklus desa"))
    gambar = Berkas(f"siklus-{tahun}.png", "siklus_png", {"kode": kode, "tahun": tahun}, gambar=True)
    return Pesan(
        "\n".join(sebut_kelompok(satu, papan, nama) for satu in DOKUMEN),
        judul=judul,
        tombol=(*_tahun_lain(kode, tahun), pilih),
        berkas=gambar if len(papan) <= MUAT else None,
    )
