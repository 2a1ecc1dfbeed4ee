"""/blt_hapus and /blt_pulihkan: a payment that was not one."""

from __future__ import annotations

from data.blt import Salur
from data.desa import Desa
from data.orang import PENDAMPING
from handlers.blt.baca_bayar import NOMOR
from handlers.blt.kartu_blt import BLT, kartu_salur, tak_ada
from handlers.blt.sebut import Catatan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Text


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def _milik(nomor: str, desa: Desa) -> Salur | None:
    """None where it is not theirs to change, as for what is not there."""
    s = desa.blt.satu(nomor)
    return s if s and desa.blt.boleh(s.desa) else None


@dialog(
    "blt_hapus", help="Hapus pembayaran BLT", untuk=PENDAMPING, menu=False, baca=_baca, pengenal=frozenset({"nomor"})
)
def blt_hapus(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", Text("Pembayaran nomor berapa?", "Contoh: B-2611-0003. Nomornya ada di kartu BLT."))
    s = _milik(nomor.removeprefix("#"), desa)
    if s is None:
        return Kabar(tak_ada(nomor.removeprefix("#")))
    if s.dihapus is None:
        usul = ("Tercatat dua kali.", "Salah desa.", "Belum jadi dibayar.")
        alasan = d.ask("alasan", Catatan("Mengapa dihapus?", usul=usul))
        desa.blt.hapus_salur(s, alasan)
    kini = desa.blt.satu(s.nomor) or s
    return Kabar(kartu_salur(kini, desa, "Sudah dihapus; masih bisa dikembalikan."), f"{s.nomor} sudah dihapus.")


@dialog("blt_pulihkan", help="Kembalikan pembayaran BLT", untuk=PENDAMPING, langsung=True, menu=False)
def blt_pulihkan(d: Dialog, desa: Desa) -> Kabar:
    """'B-2611-0003'"""
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        return Kabar(Pesan("Pembayaran nomor berapa? Contoh: /blt_pulihkan B-2611-0003", tombol=(BLT,)))
    s = _milik(cocok[1], desa)
    if s is None:
        return Kabar(tak_ada(cocok[1]))
    kata = "Sudah dikembalikan." if desa.blt.pulihkan_salur(s) else "Pembayaran ini masih ada."
    return Kabar(kartu_salur(desa.blt.satu(s.nomor) or s, desa, kata))
