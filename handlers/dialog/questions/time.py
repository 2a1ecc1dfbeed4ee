"""Days and hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handlers.dialog.baca.jam import RentangJam, baca_rentang
from handlers.dialog.baca.tanggal import HARI, baca_tanggal, ejaan_tanggal
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.tolak import Tolak

Arah = Literal["lalu", "depan", "bebas"]


@dataclass(frozen=True)
class Date(Question[date]):
    """`arah` "lalu" is today or before, "depan" today or after."""

    kata: str
    arah: Arah = "bebas"
    petunjuk: str = "Contoh: hari ini, kemarin, senin lalu, 20/11, atau 20 November."
    tombol: int = 4
    """How many days to offer, from today on in the allowed direction."""

    def prompt(self, layar: Layar) -> Prompt:
        langkah = -1 if self.arah == "lalu" else 1
        hari = [layar.hari_ini + timedelta(days=langkah * n) for n in range(self.tombol)]
        return Prompt(self.kata, tuple(Opsi(_sebut(h, layar.hari_ini), h.isoformat()) for h in hari))

    def read(self, masukan: Masukan, layar: Layar) -> date:
        return baca_tanggal(masukan.pilih or masukan.teks, layar.hari_ini, arah=self.arah)

    def dump(self, nilai: date) -> Json:
        return nilai.isoformat()

    def load(self, json: Json, layar: Layar) -> date:
        try:
            date.fromisoformat(json)
        except (ValueError, TypeError):
            raise Tolak(self.petunjuk) from None
        return baca_tanggal(json, layar.hari_ini, arah=self.arah)

    def show(self, nilai: date) -> str:
        return ejaan_tanggal(nilai)


def _sebut(hari: date, hari_ini: date) -> str:
    dekat = {0: "Hari ini", -1: "Kemarin", 1: "Besok"}
    selisih = (hari - hari_ini).days
    return dekat.get(selisih) or f"{HARI[hari.weekday()]} {hari.day}/{hari.month}"


@dataclass(frozen=True)
class TimeRange(Question[RentangJam]):
    """From when to when; may cross midnight."""

    kata: str
    usul: tuple[str, ...] = ()
    """Ranges to offer as buttons, as '09:00-11:00'."""
    petunjuk: str = "Contoh: 9-11, 19.30 s.d. 22.00, atau jam 9 selama 2 jam."
    batas: int | None = None
    """Minutes after midnight that the start may not lie beyond: an hour that has not come is no report."""

    def prompt(self, layar: Layar) -> Prompt:
        usul = [RentangJam.dari_json(u) for u in dict.fromkeys((*layar.saran, *self.usul))]
        return Prompt(self.kata, tuple(Opsi(str(r), r.ke_json()) for r in usul if not self._belum_tiba(r)))

    def read(self, masukan: Masukan, layar: Layar) -> RentangJam:
        return self._periksa(baca_rentang(masukan.pilih or masukan.teks))

    def dump(self, nilai: RentangJam) -> Json:
        return nilai.ke_json()

    def load(self, json: Json, layar: Layar) -> RentangJam:
        try:
            return self._periksa(RentangJam.dari_json(json))
        except (ValueError, TypeError):
            raise Tolak(self.petunjuk) from None

    def show(self, nilai: RentangJam) -> str:
        return str(nilai)

    def _belum_tiba(self, jam: RentangJam) -> bool:
        return self.batas is not None and jam.mulai > self.batas

    def _periksa(self, jam: RentangJam) -> RentangJam:
        if self._belum_tiba(jam):
            assert self.batas is not None
            sekarang = f"{self.batas // 60:02}.{self.batas % 60:02}"
            raise Tolak(
                f"Sekarang baru pukul {sekarang}, jadi {jam} belum tiba. "
                "Tulis jam yang sudah lewat, atau ketik kembali untuk memilih tanggal lain."
            )
        return jam
