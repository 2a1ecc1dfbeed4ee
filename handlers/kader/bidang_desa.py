"""/bidang_kader_baru: which kinds of kader one village hopes for, where that is not what the catalogue says."""

from __future__ import annotations

from data.desa import Desa
from data.kader import BIDANG
from data.orang import PENDAMPING
from data.register.baca import jenis_dari
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah
from handlers.kader.sebut import bidang, sebut_bidang
from handlers.kartu import sebut_tempat
from handlers.register.baru import BELUM, tanya_tempat, tempat_bisa, tempat_dalam
from handlers.register.bidang import pertanyaan, simpan
from handlers.register.pasang import sesudah

BIASA = ("Kesepakatan musdes", "SK Kades", "Masukan pendamping")


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if kode := tempat_dalam(teks, tempat_bisa(jenis_dari(BIDANG), desa)):
        d.keadaan.jawaban["desa"] = kode
    return False


@dialog(
    "bidang_kader_baru", help="Bidang kader yang diharap", untuk=PENDAMPING, menu=False, baca=_baca,
    pengenal=frozenset({"desa"}),
)  # fmt: skip
def bidang_kader_baru(d: Dialog, desa: Desa) -> Kabar:
    semua = tempat_bisa(jenis_dari(BIDANG), desa)
    if not semua:
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    di = semua[0] if len(semua) == 1 else d.ask("desa", tanya_tempat(semua))
    kini = sebut_bidang(desa.kader.diharap(di.kode))
    diharap = d.ask("diharap", pertanyaan(bidang(BIDANG, "diharap"), kini), "Bidang")
    b = bidang(BIDANG, "dasar")
    dasar = d.ask("dasar", Suggest(b.tanya, petunjuk=b.petunjuk, usul=BIASA), b.label)
    isi = {"diharap": simpan(diharap), "dasar": dasar}
    if ada := desa.register.satu_di(BIDANG, di.kode):
        desa.register.ubah(ada, isi)
        nomor = ada.nomor
    else:
        nomor = desa.register.tambah(BIDANG, di.kode, isi, percakapan_id=d.percakapan or None)
    kata = f"Bidang yang diharap di {sebut_tempat(di)} sudah dicatat."
    return Kabar(sesudah(nomor, "ubah", kata, d, desa), kata)
