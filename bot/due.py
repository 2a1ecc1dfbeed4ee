"""Takes up what is due: composed beside the writer in batches, settled in small transactions."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from bot.berkala import Berkala, Hasil, selesaikan, slot_kini
from bot.clock import Clock
from bot.log import logger
from data.jadwal import GAGAL, LEWAT, SEKALI, SEPI, Jadwal, JadwalQ
from data.store import Store, Tx

log = logger("due")
SETULIS = 10
"""Rows that one transaction settles: a person's turn may have to wait for it."""
COBA = 6
"""Tries of what cannot be composed or stored, after 1, 2, 4 … minutes."""
SELARAS = 900
"""Seconds between looks at who should have a row; also whenever the clock was set back."""
REHAT = 2.0
"""Rest after a batch, in times of what it took: turns run in the same process."""


class DueRows:
    """Takes up what is due, each time `run` is called."""

    def __init__(self, store: Store, clock: Clock, jenis: Mapping[str, Berkala]) -> None:
        self._store = store
        self._clock = clock
        self._jenis = jenis
        self._selaras: int | None = None
        """When rows were last compared with who should have one."""
        self._gagal: dict[int, tuple[int, int, float]] = {}
        """By row: the moment it failed for, how often, and when (monotonic) it is tried again."""

    async def run(self) -> Counter[str]:
        """How often each came of it. Raises what the store raises; then all is due again."""
        await self.selaraskan()
        hitung: Counter[str] = Counter()
        for nama, berkala in self._jenis.items():
            hitung += await self._satu_jenis(nama, berkala)
        return hitung

    async def selaraskan(self) -> None:
        kini = self._clock.now()
        if self._selaras is not None and 0 <= kini - self._selaras < SELARAS:
            return
        beda = await self._store.read(lambda tx: JadwalQ(tx).beda(kini))
        for bagian in beda.potong(SETULIS):
            await self._store.write(lambda tx, apa=bagian: JadwalQ(tx).terapkan(apa, kini))  # type: ignore[misc]
            await asyncio.sleep(0)
        lagi = SEKALI
        while lagi == SEKALI:
            lagi = await self._store.write(lambda tx: JadwalQ(tx).lupakan_depan(kini, SEKALI))
        self._selaras = kini

    async def _satu_jenis(self, nama: str, berkala: Berkala) -> Counter[str]:
        hitung: Counter[str] = Counter()
        sampai = (0, 0)
        penuh = True
        while penuh:
            mulai, kini = self._clock.monotonic(), self._clock.now()
            rows = await self._store.read(
                lambda tx, kini=kini, sampai=sampai: JadwalQ(tx).jatuh(kini, berkala.sekali, nama, sampai)  # type: ignore[misc]
            )
            hitung += await self._kerjakan(berkala, rows, kini)
            penuh = len(rows) == berkala.sekali
            if penuh:
                sampai = (rows[-1].jatuh, rows[-1].id)
                await self._clock.sleep(REHAT * max(0.0, self._clock.monotonic() - mulai))
        return hitung

    async def _kerjakan(self, berkala: Berkala, rows: Sequence[Jadwal], kini: int) -> Counter[str]:
        per_slot: dict[int, list[Jadwal]] = defaultdict(list)
        siap: list[Hasil] = []
        for jadwal in rows:
            slot = slot_kini(jadwal, kini)
            saat = berkala.nanti(jadwal, slot, kini)
            if saat is None:
                siap.append(Hasil(jadwal, slot, LEWAT, alasan="terlalu lama"))
            elif saat == kini and self._boleh_coba(jadwal, slot):
                per_slot[slot].append(jadwal)
        for slot, sama in per_slot.items():
            siap += await self._susun(berkala, sama, slot, kini)
        return await self._simpan(siap, kini)

    async def _susun(self, berkala: Berkala, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
        """One that cannot be composed keeps none of the others back: it is looked for by halves."""

        def coba(tx: Tx) -> list[Hasil] | Exception:
            try:
                return berkala.susun(tx, rows, slot, kini)
            except Exception as error:
                return error

        hasil = await self._store.read(coba)
        if not isinstance(hasil, Exception):
            ada = {satu.jadwal.id for satu in hasil}
            return hasil + [Hasil(jadwal, slot, SEPI) for jadwal in rows if jadwal.id not in ada]
        if len(rows) == 1:
            return self._catat_gagal(rows[0], slot, hasil)
        tengah = len(rows) // 2
        kiri = await self._susun(berkala, rows[:tengah], slot, kini)
        return kiri + await self._susun(berkala, rows[tengah:], slot, kini)

    async def _simpan(self, siap: Sequence[Hasil], kini: int) -> Counter[str]:
        hitung: Counter[str] = Counter()
        while siap:
            sekarang, siap = siap[:SETULIS], siap[SETULIS:]
            jadi = await self._store.write(lambda tx, apa=sekarang: [selesaikan(tx, h, kini) for h in apa])  # type: ignore[misc]
            menyerah: list[Hasil] = []
            for hasil, ini in zip(sekarang, jadi, strict=True):
                if isinstance(ini, Exception):
                    menyerah += self._catat_gagal(hasil.jadwal, hasil.slot, ini)
                else:
                    self._gagal.pop(hasil.jadwal.id, None)
                    hitung[ini] += 1
            siap = [*menyerah, *siap]
            await asyncio.sleep(0)
        del hitung[""]
        return hitung

    # -- what fails -----------------------------------------------------------------------------------------------

    def _boleh_coba(self, jadwal: Jadwal, slot: int) -> bool:
        untuk, _, lagi = self._gagal.get(jadwal.id, (0, 0, 0.0))
        return untuk != slot or self._clock.monotonic() >= lagi

    def _catat_gagal(self, jadwal: Jadwal, slot: int, error: Exception) -> list[Hasil]:
        """Nothing while it will be tried again; then that it failed."""
        untuk, kali, _ = self._gagal.get(jadwal.id, (slot, 0, 0.0))
        kali = kali + 1 if untuk == slot else 1
        log.error("cannot do", jenis=jadwal.jenis, kunci=jadwal.kunci, slot=slot, kali=kali, exc_info=error)
        self._gagal[jadwal.id] = (slot, kali, self._clock.monotonic() + 60 * 2 ** (kali - 1))
        return [Hasil(jadwal, slot, GAGAL, alasan=f"{type(error).__name__}: {error}")] if kali == COBA else []
