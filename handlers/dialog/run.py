"""One run of a conversation from the top, with or without a reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from handlers.dialog.dialog import SIMPAN, Berhenti, Dialog, Kabar, Resep
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.questions.ringkasan import Arah

if TYPE_CHECKING:
    from data.desa import Desa
    from data.orang import Orang

BELOKAN = 3
"""The summary may send a run back once or twice; more would be a conversation that chases its own tail."""


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
    for _ in range(BELOKAN):
        d = Dialog(konteks.orang, konteks.kini, konteks.hari_ini, keadaan, argumen, percakapan, masukan, tujuan)
        try:
            return _sekali(resep, d, desa)
        except Arah as arah:
            if arah.jenis == "batal":
                return Hasil(d, batal=True)
            masukan, tujuan = _belok(keadaan, arah, masukan)
    raise RuntimeError(f"{resep.nama}: the summary keeps sending the run back")


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
    keadaan.sementara.pop(SIMPAN, None)
    keadaan.minta = arah.kunci
    if arah.jenis == "ubah":
        keadaan.lupakan(arah.kunci)
        return None, ""
    if masukan and (masukan.foto or masukan.lokasi):
        return masukan, arah.kunci
    return None, ""
