"""Whoever looks at a page, with today's scope; and where the pages are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from data.desa import Desa
from data.orang import CAMAT, KOORDINATOR, Orang
from handlers.dialog.dialog import Dialog
from handlers.dialog.keadaan import Keadaan

AKAR = "/panel"
PEMAKAI = (*KOORDINATOR, CAMAT)
"""With an assignment that the level above has confirmed."""
AWAL, AKHIR = 2015, 2100
"""Years that are shown: since there is a Village Law."""
Saringan = Mapping[str, str]
"""What stands behind the question mark."""


@dataclass(frozen=True)
class Tamu:
    desa: Desa
    orang: Orang
    kini: int

    @property
    def hari_ini(self) -> date:
        return self.orang.hari_ini(self.kini)

    @property
    def dialog(self) -> Dialog:
        """For what a card in chat is drawn with; nothing is asked here."""
        return Dialog(self.orang, self.kini, self.hari_ini, Keadaan())


def boleh_panel(desa: Desa) -> bool:
    return any(t.disahkan and t.peran in PEMAKAI for t in desa.lingkup.tugas)


def ke(*jalur: str, **saring: str) -> str:
    """'/panel/daftar/kegiatan?desa=32.03.03'; what is empty is left out."""
    tanya = urlencode({nama: isi for nama, isi in saring.items() if isi})
    return "/".join((AKAR, *jalur)) + (f"?{tanya}" if tanya else "")


def tanggal(teks: str) -> date | None:
    """'2026-11-20'; not as a week of the year, nor of a year in which there is nothing."""
    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        return None
    return hari if AWAL <= hari.year <= AKHIR and hari.isoformat() == teks else None
