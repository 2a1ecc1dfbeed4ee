"""Finding the topic, with what was answered last in mind: never so that a new subject is taken for the old one."""

from __future__ import annotations

from data.faq import Temuan, cari, siapkan
from data.faq.lanjutan import baca_lanjutan
from handlers.tanya.soal import tanpa_pokok


def temukan(soal: str, terakhir: str = "") -> Temuan:
    """`terakhir`: the slug that was answered just now; '' for none."""
    lanjutan = baca_lanjutan(soal)
    if lanjutan.bagian == "jawab" and tanpa_pokok(soal):
        return Temuan("tidak")
    sendiri = cari(soal)
    if not terakhir or (len(lanjutan.isi) > 1 and sendiri.jenis == "jawab"):
        return sendiri
    pokok = tema_bersama(sendiri) if lanjutan.isi else ""
    if pokok and not lanjutan.dibuka:
        return sendiri
    bersama = cari(soal, terakhir=terakhir)
    return sendiri if pokok and tema_bersama(bersama) != pokok else bersama


def tema_bersama(temuan: Temuan) -> str:
    """Code of the one theme that all it may be are of: "dana desa?" names a subject, "berapa lama?" does not."""
    slug = (temuan.slug,) if temuan.slug else temuan.pilihan
    tema = {siapkan().katalog.tema_dari(satu).kode for satu in slug}
    return tema.pop() if len(tema) == 1 else ""
