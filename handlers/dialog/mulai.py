"""How a conversation begins: from a command, a pasted text, or a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.dialog import kata
from handlers.dialog.dialog import Dialog, Resep
from handlers.dialog.flow import Flow
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.run import Konteks, run
from handlers.dialog.sebaris import sebaris
from handlers.dialog.titip import titip, titip_dokumen

if TYPE_CHECKING:
    from data.desa import Desa

MEMBUKA = ""
"""Key of no question: the message is the one that opened the conversation."""


def langsung(resep: Resep, argumen: str, konteks: Konteks, desa: Desa) -> Pesan:
    """A conversation without questions: nothing is opened, nothing kept."""
    hasil = run(resep, Keadaan(), konteks, desa, argumen=argumen)
    if hasil.kabar is None:
        raise RuntimeError(f"{resep.nama} is marked langsung but asks a question")
    return hasil.kabar.pesan


def awal(resep: Resep, argumen: str, masukan: Masukan, konteks: Konteks, desa: Desa) -> tuple[Keadaan, str]:
    """What the conversation knows before its first question, and what the person is told of it."""
    keadaan = Keadaan()
    kepala = ""
    wadah = resep.foto if masukan.foto else resep.lokasi
    if masukan.foto or masukan.lokasi:
        kepala = f"{titip(masukan, wadah, keadaan.jawaban)} Mari kita catat kegiatannya."
    if resep.dokumen:
        argumen, kepala = titip_dokumen(argumen, keadaan.jawaban, desa)
    if argumen.strip() and resep.baca:
        sebelum = keadaan.salin()
        d = Dialog(konteks.orang, konteks.kini, konteks.hari_ini, keadaan, argumen)
        if resep.baca(argumen, d, desa):
            kepala = kepala or "Yang sudah ada saya isikan; sisanya saya tanyakan."
        elif keadaan == sebelum:
            kepala = f"{kepala} {kata.TAK_TERBACA.format(isi=sebaris(argumen, 60))}".strip()
    return keadaan, kepala


def buka(resep: Resep, argumen: str, masukan: Masukan, konteks: Konteks, desa: Desa) -> tuple[Flow, str]:
    """The conversation now open, and what its first question says above itself."""
    keadaan, kepala = awal(resep, argumen, masukan, konteks, desa)
    percakapan = desa.percakapan.buka(konteks.orang.id, resep.nama, keadaan.ringkas().decode(), konteks.kini)
    return Flow(resep, percakapan, konteks, desa), kepala
