"""How a conversation begins: from a command, a pasted text, or a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from handlers.dialog.dialog import Dialog, Resep
from handlers.dialog.flow import Flow
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.run import Konteks, run

if TYPE_CHECKING:
    from data.desa import Desa


def langsung(resep: Resep, argumen: str, konteks: Konteks, desa: Desa) -> Pesan:
    """A conversation without questions: nothing is opened, nothing kept."""
    hasil = run(resep, Keadaan(), konteks, desa, argumen=argumen)
    if hasil.kabar is None:
        raise RuntimeError(f"{resep.nama} is marked langsung but asks a question")
    return hasil.kabar.pesan


def buka(resep: Resep, argumen: str, masukan: Masukan | None, konteks: Konteks, desa: Desa) -> Pesan:
    keadaan = Keadaan()
    kepala = ""
    if masukan and masukan.foto:
        keadaan.jawaban[resep.foto] = msgspec.to_builtins(masukan.foto)
        kepala = f"Fotonya saya simpan ({len(masukan.foto)} foto). Mari kita catat kegiatannya."
    if masukan and masukan.lokasi:
        keadaan.jawaban[resep.lokasi] = [masukan.lokasi.lat, masukan.lokasi.lon]
        kepala = "Lokasinya saya simpan. Mari kita catat kegiatannya."
    if argumen.strip() and resep.baca:
        d = Dialog(konteks.orang, konteks.kini, konteks.hari_ini, keadaan, argumen)
        if resep.baca(argumen, d, desa):
            kepala = kepala or "Saya baca dulu tulisan Anda; yang belum ada saya tanyakan."
    percakapan = desa.percakapan.buka(konteks.orang.id, resep.nama, keadaan.ringkas().decode(), konteks.kini)
    return Flow(resep, percakapan, konteks, desa).tanya(kepala)
