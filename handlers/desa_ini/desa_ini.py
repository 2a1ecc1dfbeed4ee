"""/desa: everything of one village on a screen, the same on a page, and all villages of a place."""

from __future__ import annotations

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.wilayah import DESA, cari_wilayah
from handlers.bumdes.tempat import Pandang, pandang
from handlers.desa_ini.banyak import daftar
from handlers.desa_ini.layar import PDF, PERINTAH, layar
from handlers.desa_ini.profil import pesan_profil
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.keputusan.tempat import pilih_tempat
from handlers.tim.lihat import Lihat

TANYA = "Data desa mana?"
TERPANJANG = 40
PERTANYAAN = ("mandiri", "maju", "berkembang", "tertinggal", "sangat tertinggal", "adat", "wisata", "persiapan")
"""Names of villages too, but "desa mandiri" is asked about the law."""


def bernama(sisa: str) -> bool:
    """Without a slash only a name: "desa sukamaju", and no report "desa sukamaju rapat kemarin"."""
    kata = " ".join(sisa.lower().split())
    return len(kata) <= TERPANJANG and kata not in PERTANYAAN and cari_wilayah(kata, DESA).persis


@dialog(
    PERINTAH,
    help="Lihat data satu desa",
    untuk=(*PENDAMPING, CAMAT, ADMIN),
    langsung=True,
    menu=False,
    ketik=bernama,
    sela=False,
)
def desa_ini(d: Dialog, desa: Desa) -> Kabar:
    """'', 'sukamaju', '32.03.03.2013 h2', '32.03.03.2013 pdf', '32.03.03 h2'"""
    kata = d.argumen.lower().split()
    p = pandang(PERINTAH, TANYA, " ".join(k for k in kata if k != PDF), desa)
    return Kabar(p if isinstance(p, Pesan) else _di(p, d, desa, pdf=PDF in kata))


def _di(p: Pandang, d: Dialog, desa: Desa, *, pdf: bool) -> Pesan:
    if p.di and p.desa == [p.di]:
        return pesan_profil(p.di) if pdf else layar(p.di, p.lihat.halaman, d, desa)
    if p.di and p.di.tingkat < DESA - 1:
        bagian = desa.wilayah.di_bawah([p.di.kode], p.bagian)
        return pilih_tempat(PERINTAH, TANYA, bagian, Lihat(nama=p.kode, halaman=p.lihat.halaman))
    return daftar(p, d, desa)
