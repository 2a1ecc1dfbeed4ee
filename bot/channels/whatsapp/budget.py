"""What a month may cost: read from the books now and then, added to in between."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reply import encode
from data.kabar import KabarQ
from data.store import Tx
from data.wa_biaya import BatasWa, bulan_biaya
from data.wa_kirim import KirimQ, admin_aktif
from handlers.biaya.kata import kabar_anggaran

SEGAR = 900
"""Seconds that what was read counts; what this process sends meanwhile is added, and no other sends (bot/lease.py)."""
PERINGATAN = (80, 100)
"""Per cent at which the admins are told, once a month each."""


@dataclass
class _Terbaca:
    bulan: int
    """When it began, UTC epoch seconds."""
    kapan: int
    harga: int


class Budget:
    def __init__(self, batas: BatasWa) -> None:
        self._batas = batas
        self._terbaca: _Terbaca | None = None
        self._diberi_tahu: set[tuple[int, int]] = set()
        """Month and per cent that need not be looked at again for a while; the outbox knows it for good."""

    def muat(self, tx: Tx, kategori: str, bagian: float, kini: int) -> bool:
        """Whether one more message of the category fits into that part of the month's money."""
        if not self._batas.anggaran:
            return True
        harga = self._batas.harga(kategori)
        return self._sudah(tx, kini).harga + harga <= self._batas.anggaran * 1000 * bagian

    def tambah(self, tx: Tx, kategori: str, kini: int) -> None:
        """It is sent. The admins hear when it brings the month to 80 % or 100 %."""
        if not self._batas.anggaran:
            return
        sudah = self._sudah(tx, kini)
        sudah.harga += self._batas.harga(kategori)
        lewat = [persen for persen in PERINGATAN if sudah.harga >= self._batas.anggaran * 10 * persen]
        if lewat and (sudah.bulan, lewat[-1]) not in self._diberi_tahu:
            self._peringatkan(tx, sudah, lewat[-1], kini)
            self._diberi_tahu.add((sudah.bulan, lewat[-1]))

    def bulan_depan(self, kini: int) -> int:
        return bulan_biaya(kini)[1]

    def _sudah(self, tx: Tx, kini: int) -> _Terbaca:
        bulan, _ = bulan_biaya(kini)
        if (ada := self._terbaca) and ada.bulan == bulan and 0 <= kini - ada.kapan < SEGAR:
            return ada
        self._diberi_tahu.clear()
        self._terbaca = _Terbaca(bulan, kini, KirimQ(tx, self._batas).terpakai(bulan, kini + 1))
        return self._terbaca

    def _peringatkan(self, tx: Tx, sudah: _Terbaca, persen: int, kini: int) -> None:
        pesan = encode(kabar_anggaran(persen, sudah.harga, self._batas.anggaran))
        for id_ in admin_aktif(tx, kini):
            KabarQ(tx, kini).kirim(id_, pesan, kunci=f"anggaran:{sudah.bulan}:{persen}:{id_}")
