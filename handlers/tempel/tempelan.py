"""From a pasted text to answers: each question has its reader; here it is decided which of them may speak."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.kegiatan import muat_kegiatan
from handlers import isian
from handlers.dialog.dialog import Dialog
from handlers.dialog.question import Layar
from handlers.tempel.apa_adanya import lokasi_kegiatan, teks_berlabel
from handlers.tempel.cara import DESA, cara_kegiatan
from handlers.tempel.hadirin import peserta_kegiatan
from handlers.tempel.jam import jam_kegiatan
from handlers.tempel.kalimat import sebaris, siapkan
from handlers.tempel.kegiatan import jenis_kegiatan
from handlers.tempel.naskah import Naskah
from handlers.tempel.pecah import pecah
from handlers.tempel.peta import Peta
from handlers.tempel.tanggal import tanggal_kegiatan
from handlers.tempel.tempat import desa_kegiatan
from handlers.tempel.temuan import NIHIL, Temuan, isi
from handlers.tempel.ulang import isi_ulang, nomor_ulang

RAKOR = "PR01"
TITIK_DESA = 3
"""Dots in a village's code; a kecamatan has fewer."""


def baca_tempelan(teks: str, d: Dialog, desa: Desa) -> bool:
    """Fills answers and suggestions of `d.keadaan`; False when nothing was understood."""
    if nomor := nomor_ulang(teks):
        return isi_ulang(nomor, d.keadaan, desa)
    dampingan = desa.dampingan()
    peta = Peta(dampingan, desa.wilayah.kecamatan_dari(dampingan))
    temuan = _baca(siapkan(pecah(teks)), peta, d, desa)
    terisi = [isi(d.keadaan, kunci, satu) for kunci, satu in temuan.items()]
    return any(terisi)


def _baca(naskah: Naskah, peta: Peta, d: Dialog, desa: Desa) -> dict[str, Temuan]:
    giat = jenis_kegiatan(naskah, peta, warisan=desa.pengaturan.warisan)
    jam = jam_kegiatan(naskah, sebaris=sebaris(naskah))
    if giat.majemuk:
        temuan = {"kegiatan": giat.temuan, "jam": jam.ragu(), **_bersama(naskah, peta, d)}
    else:
        temuan = {"kegiatan": giat.temuan, "jam": jam, **_umum(naskah, peta, d), **_rinci(naskah, giat.temuan, d, desa)}
    return _seia(temuan)


def _umum(naskah: Naskah, peta: Peta, d: Dialog) -> dict[str, Temuan]:
    return {
        "desa": desa_kegiatan(naskah, peta),
        "cara": cara_kegiatan(naskah, peta),
        "tanggal": tanggal_kegiatan(naskah, d.hari_ini),
    }


def _bersama(naskah: Naskah, peta: Peta, d: Dialog) -> dict[str, Temuan]:
    """Of a message with several activities only what is said of them all."""
    umum = _umum(naskah.bersama(), peta, d)
    if not naskah.ada("desa", "tempat", "lokasi"):
        umum["desa"] = umum["desa"].ragu()
    if not naskah.ada("tempat", "cara"):
        umum["cara"] = umum["cara"].ragu()
    return umum


def _rinci(naskah: Naskah, kegiatan: Temuan, d: Dialog, desa: Desa) -> dict[str, Temuan]:
    layar = Layar(d.hari_ini)
    kode = kegiatan.jawaban
    orang = kode is not None and muat_kegiatan().menurut_kode(kode).peserta and sebaris(naskah)
    return {
        "hasil": teks_berlabel(naskah, "hasil", isian.tanya_hasil(), layar),
        "peserta": peserta_kegiatan(naskah, orang_berarti_peserta=orang),
        "lokasi": lokasi_kegiatan(naskah, isian.tanya_lokasi(), layar),
        "masalah": teks_berlabel(naskah, "masalah", isian.tanya_masalah(), layar),
        "tindak_lanjut": teks_berlabel(naskah, "tindak_lanjut", isian.tanya_tindak_lanjut(), layar),
    }


def _seia(temuan: dict[str, Temuan]) -> dict[str, Temuan]:
    """A kecamatan cannot be visited as a village, and its rakor is seldom held in one: then that is asked."""
    desa = temuan["desa"].jawaban
    if temuan["cara"].jawaban == DESA:
        if desa and desa.count(".") < TITIK_DESA:
            temuan["cara"] = NIHIL
        if temuan["kegiatan"].jawaban == RAKOR:
            temuan["kegiatan"] = temuan["kegiatan"].ragu()
    return temuan
