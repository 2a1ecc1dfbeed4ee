"""The form in Kawan Desa's own words, put into its table of contents."""

from __future__ import annotations

from bench.form import DESA, KEGIATAN, PERINTAH, SUDAH_BENAR, TANYA, TERSIMPAN
from data.desa import Desa
from data.orang import SEMUA
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Date, Pilihan, Text, TimeRange
from handlers.tabel import TABEL

PILIHAN_DESA = tuple(Pilihan(id_, label, id_) for id_, label in DESA)
PILIHAN_KEGIATAN = tuple(Pilihan(id_, label, id_) for id_, label in KEGIATAN)


@dialog(PERINTAH, help="Formulir uji", untuk=SEMUA)
def formulir(d: Dialog, desa: Desa) -> Kabar:
    di = d.ask("desa", Choice(TANYA["desa"], PILIHAN_DESA))
    apa = d.ask("kegiatan", Choice(TANYA["kegiatan"], PILIHAN_KEGIATAN))
    tanggal = d.ask("tanggal", Date(TANYA["tanggal"], arah="lalu"))
    jam = d.ask("jam", TimeRange(TANYA["jam"]))
    hasil = d.ask("hasil", Text(TANYA["hasil"]))
    d.review(f"{SUDAH_BENAR}\n\n{di}, {apa}, {tanggal:%d/%m/%Y}, {jam}\n{hasil}")
    return Kabar(Pesan(TERSIMPAN), TERSIMPAN)


def register() -> None:
    TABEL[formulir.nama] = formulir
