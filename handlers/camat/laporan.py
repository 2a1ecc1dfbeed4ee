"""/laporan_camat: the month of one kecamatan as the Camat reports it, its parts, its drafts and their versions."""

from __future__ import annotations

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from handlers.camat.bagian import pesan_bagian, tulisan_lama
from handlers.camat.layar import layar
from handlers.camat.minta import Minta, baca_minta
from handlers.camat.versi import berkas, lama, riwayat, terbit
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)


@dialog(
    "laporan_camat",
    help="Draf laporan Camat",
    untuk=PEMBACA,
    kata=("laporan camat", "lapor camat"),
    langsung=True,
    menu=False,
)
def laporan_camat(d: Dialog, desa: Desa) -> Kabar:
    minta = baca_minta(d.argumen, desa)
    return Kabar(minta if isinstance(minta, Pesan) else _buka(minta, d, desa))


def _buka(minta: Minta, d: Dialog, desa: Desa) -> Pesan:
    lap, kata, zona = minta.lap, minta.kata, d.orang.zona
    bagian = next((k[1:] for k in kata if k[0] == "b"), "")
    if bagian and "lalu" in kata:
        return tulisan_lama(lap, bagian, desa, zona)
    if "riwayat" in kata:
        return riwayat(lap, desa, zona)
    if "lama" in kata:
        return lama(lap, desa, zona)
    isi = desa.camat.isi(lap)
    if bagian:
        return pesan_bagian(lap, isi, bagian, desa, zona)
    if "terbit" in kata:
        return terbit(lap, isi, desa, yakin="ya" in kata)
    versi = next((int(k[1:]) for k in kata if k[0] == "v"), 0)
    if versi or "pdf" in kata or "word" in kata:
        return berkas(lap, isi, versi or lap.versi, desa, word="word" in kata)
    return layar(lap, isi, desa)
