"""/kemandirian: one assessment, one village, all villages of a place; who did it this year."""

from __future__ import annotations

from data.desa import Desa
from data.kemandirian import Kemandirian
from handlers.bumdes.ikhtisar import sebut_pandang
from handlers.bumdes.tempat import LEMBAR, pandang
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.kemandirian.kartu import berkas, ikhtisar, jawaban, kartu, kartu_desa, riwayat
from handlers.kemandirian.sebut import BUKAN_INDEKS, NOMOR, PEMBACA, tak_ada
from handlers.keputusan.tempat import pilih_tempat
from handlers.tim.lihat import Lihat, baca_lihat

TANYA = "Kemandirian di mana?"


@dialog(
    "kemandirian",
    help="Lihat penilaian kemandirian",
    untuk=PEMBACA,
    kata=("penilaian kemandirian", "kemandirian warga", "kemandirian kelompok"),
    langsung=True,
    menu=False,
    pokok=True,
    ketik=lambda sisa: len(sisa) <= 40,
)
def kemandirian(d: Dialog, desa: Desa) -> Kabar:
    """'D-2611-0003 jawaban', 'D-2611-0003 riwayat h2', 'sukamaju', '32.03.03 xlsx', '32.03.03 h2'"""
    if cocok := NOMOR.search(d.argumen):
        k = desa.kemandirian.ambil(cocok[1])
        return Kabar(_satu(k, d.argumen[cocok.end() :].lower(), d, desa) if k else tak_ada(cocok[1]))
    p = pandang("kemandirian", TANYA, d.argumen, desa)
    if isinstance(p, Pesan):
        return Kabar(p)
    if LEMBAR in p.kata:
        kata = f"Semua penilaian dan status Indeks Desa, di lembar terpisah. {BUKAN_INDEKS}"
        judul = f"Kemandirian, {sebut_pandang(p)}" if p.di or p.desa else "Kemandirian"
        return Kabar(Pesan(kata, judul=judul, berkas=berkas(p.kode)))
    if p.di and p.desa == [p.di]:
        return Kabar(kartu_desa(p.di, p.lihat.halaman, d, desa))
    if p.di and not p.desa:
        bagian = desa.wilayah.di_bawah([p.kode], p.bagian)
        return Kabar(pilih_tempat("kemandirian", TANYA, bagian, Lihat(nama=p.kode, halaman=p.lihat.halaman)))
    return Kabar(ikhtisar(p, d, desa))


def _satu(k: Kemandirian, kata: str, d: Dialog, desa: Desa) -> Pesan:
    if "riwayat" in kata:
        return riwayat(k, baca_lihat(kata).halaman, d, desa)
    return jawaban(k) if "jawaban" in kata else kartu(k, d, desa)
