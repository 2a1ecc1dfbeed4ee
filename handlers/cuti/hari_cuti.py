"""The first day of a leave, and the last: not in another leave, and not too many."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from data.cuti import PALING_LAMA, Cuti
from handlers.dialog.baca.tanggal import baca_tanggal, ejaan_tanggal
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.questions import Date
from handlers.dialog.tolak import Tolak
from handlers.tim.pilih_orang import sebut_rentang

SEKIAN = re.compile(r"(?:selama )?(\d{1,3}) hari(?: saja)?", re.IGNORECASE)
LAMA = (1, 2, 3, 5)
"""Lengths that are offered, in days."""


@dataclass(frozen=True)
class HariCuti(Question[date]):
    kata: str
    bertumpuk: Callable[[date, date], Cuti | None]
    dari: date | None = None
    """Set when the last day is asked for."""
    petunjuk: str = "Contoh: besok, 1/12, atau 1 Desember."

    def prompt(self, layar: Layar) -> Prompt:
        if self.dari is None:
            return Date(self.kata, arah="depan").prompt(layar)
        akhir = {n: self.dari + timedelta(days=n - 1) for n in LAMA}
        sebut = {n: "Sehari saja" if n == 1 else f"{n} hari (s.d. {h.day}/{h.month})" for n, h in akhir.items()}
        return Prompt(self.kata, tuple(Opsi(sebut[n], h.isoformat()) for n, h in akhir.items()))

    def read(self, masukan: Masukan, layar: Layar) -> date:
        if self.dari and (sekian := SEKIAN.fullmatch(masukan.teks.strip())):
            return self._periksa(self.dari + timedelta(days=int(sekian[1]) - 1))
        return self._periksa(baca_tanggal(masukan.pilih or masukan.teks, layar.hari_ini, arah="depan"))

    def dump(self, nilai: date) -> Json:
        return nilai.isoformat()

    def load(self, json: Json, layar: Layar) -> date:
        return self._periksa(baca_tanggal(str(json), layar.hari_ini, arah="depan"))

    def show(self, nilai: date) -> str:
        return ejaan_tanggal(nilai)

    def _periksa(self, hari: date) -> date:
        dari = self.dari or hari
        if hari < dari:
            raise Tolak(f"Itu sebelum mulainya. Pilih {ejaan_tanggal(dari)} atau sesudahnya.")
        if (hari - dari).days >= PALING_LAMA:
            terjauh = ejaan_tanggal(dari + timedelta(days=PALING_LAMA - 1))
            raise Tolak(
                f"Sekali cuti bisa {PALING_LAMA} hari, jadi paling jauh {terjauh}. Sisanya diajukan lagi nanti."
            )
        if lain := self.bertumpuk(dari, hari):
            sebut = sebut_rentang(lain.dari, lain.sampai)
            raise Tolak(f"Di hari itu sudah ada cuti {sebut}. Pilih tanggal lain, ya.")
        return hari
