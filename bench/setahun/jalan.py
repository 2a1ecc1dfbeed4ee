"""A year goes by: the clock is moved to whenever something may happen, and ticks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bench.setahun.dunia import MULAI, PROVINSI, TIK, Dunia
from bot.berkala import GABUNG, TERLAMBAT, Berkala, Hasil, Kirim
from bot.berkala_siapa import orang_siap, tempat_kecamatan
from bot.due import DueRows
from data.jadwal import KIRIM, LIBUR, TANPA_GRUP, Jadwal
from data.jadwal_sumber import PENGINGAT, REKAP
from data.kalender import TenggatDesa, jatuh_tempo, tandai_umum
from data.katalog.zona import muat_zona
from data.store import Store, Tx
from handlers.dialog.pesan import Pesan

TELAT_REKAP = 3 * 86_400


class Waktu:
    """A `bot.clock.Clock`: right or wrong, as the year has it."""

    def __init__(self, dunia: Dunia) -> None:
        self._dunia = dunia
        self.saat = MULAI

    def now(self) -> int:
        return self.saat + self._dunia.geser(self.saat)

    def monotonic(self) -> float:
        return float(self.saat)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


def susun_pengingat(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
    """There is always something to say; on days off only what may be said then."""
    siap, hasil = orang_siap(tx, rows, slot, kini)
    hari = {s.jadwal.orang_id: s.hari for s in siap}
    tempo = jatuh_tempo(tx, list(hari), hari) if hari else {}
    for satu in siap:
        id_ = satu.jadwal.orang_id
        tenggat = [t for t in tempo.get(id_, ()) if t.keras or not satu.libur]
        if satu.libur and not tenggat:
            hasil.append(Hasil(satu.jadwal, slot, LIBUR))
            continue
        pesan = Pesan("\n".join(["Sore.", *(sebut(t) for t in tenggat)]))

        def tulis(tx: Tx, id_: int = id_, tenggat: list[TenggatDesa] = tenggat) -> None:
            tandai_umum(tx, {id_: tenggat}, kini)

        hasil.append(Hasil(satu.jadwal, slot, KIRIM, (Kirim(satu.kanal, satu.tujuan, pesan),), tulis=tulis))
    return hasil


def sebut(tenggat: TenggatDesa) -> str:
    return f"{tenggat.acara} {tenggat.jatuh} {tenggat.langkah}"


def susun_rekap(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
    tempat = tempat_kecamatan(tx, rows, kini)
    hasil = []
    for jadwal in rows:
        di = tempat[jadwal.kunci]
        ke = di.grup or tuple((kanal, tujuan) for _, kanal, tujuan in di.koordinator)
        kirim = tuple(Kirim(kanal, tujuan, Pesan(f"Rekap {jadwal.kunci}")) for kanal, tujuan in ke)
        hasil.append(Hasil(jadwal, slot, KIRIM if kirim else TANPA_GRUP, kirim))
    return hasil


JENIS = {
    PENGINGAT: Berkala(GABUNG, 86_400, susun_pengingat),
    REKAP: Berkala(TERLAMBAT, TELAT_REKAP, susun_rekap, sekali=10_000),
}


async def jalankan(dunia: Dunia, stores: Sequence[Store]) -> int:
    """How often the clock ticked. Each store is a program's own way to the same database."""
    waktu = Waktu(dunia)
    program: list[DueRows] = []
    tik = 0
    while waktu.saat < dunia.ukuran.selesai:
        if bangun := dunia.mati_sampai(waktu.saat):
            waktu.saat, program = bangun, []
            continue
        program = program or [DueRows(store, waktu, JENIS) for store in stores]
        await asyncio.gather(*(satu.run() for satu in program))
        tik += 1
        waktu.saat += await _sampai(stores[0], dunia, waktu)
    return tik


async def _sampai(store: Store, dunia: Dunia, waktu: Waktu) -> int:
    """Seconds until something may happen, in whole ticks."""
    saat, kini = waktu.saat, waktu.now()
    jatuh: list[int] = await store.read(
        lambda tx: [
            int(row["jatuh"])
            for row in tx.all(
                "SELECT MIN(jatuh) AS jatuh FROM jadwal WHERE aktif = 1 AND jenis IN (?, ?) AND jatuh > ? "
                "UNION ALL SELECT MAX(jatuh) FROM jadwal WHERE aktif = 1 AND jenis IN (?, ?) AND jatuh <= ?",
                (PENGINGAT, REKAP, kini, PENGINGAT, REKAP, kini),
            )
            if row["jatuh"] is not None
        ]
    )
    tunggu = [satu - kini for satu in jatuh if satu > kini]
    if any(satu <= kini for satu in jatuh):
        tunggu += [_pagi(kini, provinsi) - kini for provinsi in PROVINSI]
    batas = [tepi for satu in (*dunia.mati, *((a, b) for a, b, _ in dunia.lompat)) for tepi in satu if tepi > saat]
    tunggu += [tepi - saat for tepi in batas]
    dekat = min([*tunggu, 86_400])
    return max(TIK, -(-dekat // TIK) * TIK)


def _pagi(kini: int, provinsi: str) -> int:
    """The next end of the quiet hours there."""
    lokal = datetime.fromtimestamp(kini, UTC).astimezone(ZoneInfo(muat_zona().zona_provinsi(provinsi).iana))
    enam = lokal.replace(hour=6, minute=0, second=0)
    return int((enam if enam > lokal else enam + timedelta(days=1)).timestamp())
