"""One run of a conversation from the top, with or without a reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from handlers.dialog import kata
from handlers.dialog.arah import Arah
from handlers.dialog.dialog import SIMPAN, Berhenti, Dialog, Kabar, Resep
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan

if TYPE_CHECKING:
    from data.desa import Desa
    from data.orang import Orang

INTIP = "_intip"
"""Key of no question. A reply to it is never read, so a run with one stops at a question or ends without a trace."""


@dataclass(frozen=True)
class Konteks:
    """Who, and when."""

    orang: Orang
    kini: int
    """UTC epoch seconds."""
    hari_ini: date
    """The person's own today."""


@dataclass
class Hasil:
    """How a run ended: at a question (`stop`), with news (`kabar`), called off, or without a place for the reply."""

    dialog: Dialog
    stop: Berhenti | None = None
    kabar: Kabar | None = None
    batal: bool = False
    kepala: str = ""
    """What to say above the question at which it stopped."""

    @property
    def terpakai(self) -> bool:
        return self.dialog.masukan is None


class _TanpaTempat(BaseException):
    """The function ended though the reply found no question: nothing may be written on that."""


def run(
    resep: Resep,
    keadaan: Keadaan,
    konteks: Konteks,
    desa: Desa,
    *,
    percakapan: int = 0,
    argumen: str = "",
    masukan: Masukan | None = None,
    tujuan: str = "",
) -> Hasil:
    """Changes `keadaan` in place. What the function wrote before it stopped is undone."""

    def dialog(masukan: Masukan | None, tujuan: str) -> Dialog:
        return Dialog(konteks.orang, konteks.kini, konteks.hari_ini, keadaan, argumen, percakapan, masukan, tujuan)

    d = dialog(masukan, tujuan)
    try:
        return _sekali(resep, d, desa)
    except Arah as arah:
        if arah.jenis == "batal":
            return Hasil(d, batal=True)
        kepala = kata.DIKOSONGKAN if arah.jenis == "kosong" and keadaan.terisi_dulu else ""
        # Once is enough: what is left of the reply is for no question that turns it again.
        hasil = _sekali(resep, dialog(*_belok(keadaan, arah, masukan)), desa)
        hasil.kepala = kepala
        return hasil


def intip(resep: Resep, keadaan: Keadaan, konteks: Konteks, desa: Desa, percakapan: int) -> Hasil:
    """Where the conversation stands. Nothing is changed, not even by a function that has nothing left to ask."""
    return run(resep, keadaan.salin(), konteks, desa, percakapan=percakapan, masukan=Masukan(lain=INTIP), tujuan=INTIP)


def _sekali(resep: Resep, d: Dialog, desa: Desa) -> Hasil:
    try:
        with desa.savepoint():
            kabar = resep.fungsi(d, desa)
            if d.masukan is not None:
                raise _TanpaTempat
    except Berhenti as stop:
        return Hasil(d, stop=stop)
    except _TanpaTempat:
        return Hasil(d)
    return Hasil(d, kabar=kabar)


def _belok(keadaan: Keadaan, arah: Arah, masukan: Masukan | None) -> tuple[Masukan | None, str]:
    """Open or leave the question; what is left of the reply for it, and its key."""
    keadaan.sementara.pop(SIMPAN, None)
    if arah.jenis == "kosong":
        if keadaan.minta == arah.kunci:  # else the button is an old one, of a question that has been left
            keadaan.cara = "tambah"  # what it held is not put back, only offered again
            keadaan.tutup()
        return None, ""
    keadaan.buka(arah.kunci, "ubah" if arah.jenis == "ubah" else "tambah")
    if arah.jenis == "ubah":
        keadaan.lupakan(arah.kunci)
    if masukan and (masukan.foto or masukan.dokumen or masukan.lokasi):
        return masukan, arah.kunci
    return None, ""
