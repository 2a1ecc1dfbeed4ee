"""What WhatsApp has cost, for those who answer for it: admins whose assignment is confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from data.ledger import LedgerQ
from data.lingkup import Lingkup
from data.orang import ADMIN
from data.store import Tx
from data.wa_biaya import BatasWa, bulan_biaya
from data.wa_kirim import KirimQ, Pemakaian

KANAL = "whatsapp"


@dataclass(frozen=True)
class BulanBiaya:
    dari: int
    """UTC epoch seconds."""
    isi: tuple[Pemakaian, ...]

    @property
    def harga(self) -> int:
        """Thousandths of a rupiah."""
        return sum(satu.harga for satu in self.isi)

    @property
    def jumlah(self) -> int:
        return sum(satu.jumlah for satu in self.isi)

    @property
    def perkiraan(self) -> int:
        """How many messages are reckoned by the rates here, as WhatsApp has not said."""
        return sum(satu.berbayar - satu.pasti for satu in self.isi if satu.harga)


class BiayaQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, batas: BatasWa, kini: int) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._kini = kini
        self.batas = batas

    @cached_property
    def boleh(self) -> bool:
        return bool(self._lingkup.bina(ADMIN))

    def bulan(self, mundur: int = 0) -> BulanBiaya:
        dari, sampai = bulan_biaya(self._kini, mundur)
        return BulanBiaya(dari, tuple(KirimQ(self._tx).biaya(dari, sampai)) if self.boleh else ())

    def penerima(self) -> int:
        """People whom templates went to in the last 24 hours."""
        return KirimQ(self._tx).penerima(self._kini) if self.boleh else 0

    def tertahan(self) -> dict[str, int]:
        """How many messages wait, by why."""
        semua = LedgerQ(self._tx).tertahan(KANAL) if self.boleh else {}
        return {sebab: n for (_, sebab), n in semua.items()}
