"""/fungsi: the checklist of one village, of several one picture with the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.wilayah import DESA, KECAMATAN, Wilayah
from handlers.bumdes.tempat import bertanya
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.fungsi.gambar import sebut_banyak
from handlers.fungsi.kartu import kartu_desa, kartu_fungsi, kartu_langkah, kartu_riwayat
from handlers.fungsi.sebut import KODE, baca_kode
from handlers.keputusan.tempat import PILIH, cari_terbaca, desa_terbaca, pilih_tempat, sebutan_tempat
from handlers.siklus.gambar import MUAT, SEMUA, sebut_semua
from handlers.tim.lihat import baca_lihat

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
TANYA = "Sembilan fungsi di mana?"
PENDEK = 40


@dialog(
    "fungsi",
    help="Lihat sembilan fungsi pendampingan",
    untuk=PEMBACA,
    kata=("sembilan fungsi", "fungsi pendamping", "langkah kerja"),
    langsung=True,
    menu=False,
    ketik=lambda sisa: len(sisa) <= PENDEK and not bertanya(sisa),
)
def fungsi(d: Dialog, desa: Desa) -> Kabar:
    """'sukamaju', '32.03.03.2013 F4', '32.03.03.2013 F4.1 riwayat h2', '32.03.03 xlsx', 'desa'"""
    kata = KODE.sub(" ", d.argumen.lower()).split()
    lihat = baca_lihat(" ".join(k for k in kata if k not in ("xlsx", "riwayat")))
    sebutan = sebutan_tempat(lihat)
    if sebutan in ("", SEMUA):
        return Kabar(_awal(d, desa, kata) or pilih_tempat("fungsi", TANYA, _kecamatan(desa), lihat))
    pilih = sebutan == PILIH
    semua = [w for w in (desa_terbaca(desa) if pilih else cari_terbaca(sebutan, desa)) if w.tingkat >= KECAMATAN]
    if len(semua) != 1:
        return Kabar(pilih_tempat("fungsi", TANYA, semua, lihat, "" if pilih else sebutan))
    return Kabar(_di(semua[0], d, desa, kata, lihat.halaman))


def _di(di: Wilayah, d: Dialog, desa: Desa, kata: Sequence[str], halaman: int = 1) -> Pesan:
    if "xlsx" in kata:
        return _xlsx(di.kode, desa.wilayah.di_bawah([di.kode]), desa)
    if di.tingkat != DESA:
        return _gambar(di.kode, desa.wilayah.di_bawah([di.kode]), desa)
    induk, langkah = baca_kode(d.argumen)
    if langkah and "riwayat" in kata:
        return kartu_riwayat(di, langkah, halaman, d, desa)
    if langkah:
        return kartu_langkah(di, langkah, d, desa)
    return kartu_fungsi(di, induk, desa) if induk else kartu_desa(di, desa, _lainnya(desa))


def _kecamatan(desa: Desa) -> list[Wilayah]:
    return desa.wilayah.di_bawah(desa.lingkup.baca, KECAMATAN)


def _awal(d: Dialog, desa: Desa, kata: Sequence[str]) -> Pesan | None:
    """Where only one answer makes sense: one's one kecamatan, one's one village, one's few."""
    kecamatan, terbaca = _kecamatan(desa), desa_terbaca(desa)
    if len(kecamatan) == 1 or (not kecamatan and len(terbaca) == 1):
        return _di((kecamatan or terbaca)[0], d, desa, kata)
    if "xlsx" in kata and terbaca:
        return _xlsx(SEMUA, terbaca, desa)
    return _gambar(SEMUA, terbaca, desa) if terbaca and not kecamatan else None


def _lainnya(desa: Desa) -> tuple[Tombol, ...]:
    return (Tombol("Semua desa", perintah("fungsi")),) if len(desa_terbaca(desa)) > 1 else ()


def _gambar(kode: str, semua: Sequence[Wilayah], desa: Desa) -> Pesan:
    """The picture is made when it is sent; its figures stand beside it in words, for whom it does not reach."""
    papan = desa.fungsi.papan_banyak([w.kode for w in semua])
    judul = f"Sembilan fungsi, {sebut_semua(kode, semua, desa)}"
    if not papan:
        return Pesan("Belum ada desa yang tercatat di sini.", judul=judul)
    gambar = Berkas("fungsi.png", "fungsi_png", {"kode": kode}, gambar=True)
    return Pesan(
        "\n".join(sebut_banyak(semua, papan)),
        judul=judul,
        tombol=(Tombol("Pilih desa", perintah("fungsi desa")), Tombol("Excel", perintah(f"fungsi {kode} xlsx"))),
        berkas=gambar if len(papan) <= MUAT else None,
    )


def _xlsx(kode: str, semua: Sequence[Wilayah], desa: Desa) -> Pesan:
    return Pesan(
        "Semua langkah per desa: keadaan, tanggal, bukti, dan catatannya.",
        judul=f"Sembilan fungsi, {sebut_semua(kode, semua, desa)}",
        berkas=Berkas("fungsi.xlsx", "fungsi_xlsx", {"kode": kode}),
    )
