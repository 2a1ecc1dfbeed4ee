"""What is done to a thing in a register, and the card as it is afterwards."""

from __future__ import annotations

from data.desa import Desa
from data.register import Register, SudahAda
from data.register.baca import jenis_dari
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan
from handlers.register.kait import kait
from handlers.register.kartu import kartu, kartu_kini
from handlers.register.sebut import sebut_keadaan


def sesudah(nomor: str, apa: str, kepala: str, d: Dialog, desa: Desa) -> Pesan:
    """Its register's own rules have the last word."""
    kini = desa.register.ambil(nomor)
    assert kini is not None
    lagi = kait(kini).sesudah(kini, apa, d, desa)
    return kartu_kini(nomor, d, desa, f"{kepala} {lagi}".strip())


def pasang_keadaan(r: Register, keadaan: str, alasan: str, d: Dialog, desa: Desa) -> Pesan:
    sebut = sebut_keadaan(jenis_dari(r.jenis), keadaan)
    try:
        ganti = desa.register.ganti_keadaan(r, keadaan, alasan)
    except SudahAda as sudah:
        return kartu_kini(sudah.nomor, d, desa, f"Yang ini masih terbuka, jadi {r.nomor} tetap tertutup.")
    if not ganti:
        return kartu(r, d, desa, f"Sudah tercatat: {sebut}.")
    return sesudah(r.nomor, "keadaan", f"Baik, keadaannya sekarang: {sebut}.", d, desa)
