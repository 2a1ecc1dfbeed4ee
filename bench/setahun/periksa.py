"""What should have come of the year, worked out once more by plain arithmetic, and where it did not."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bench.setahun.dunia import HARI, MULAI, TIK, Dunia, Warga
from bench.setahun.jalan import TELAT_REKAP
from bench.setahun.langkah import disebut, hanya_keras, periksa_langkah
from bench.setahun.laporan import Laporan, Slot, dekat_lompatan, lokal
from data.jadwal import CUTI, KIRIM, LEWAT, LIBUR, TANPA_ALAMAT, TANPA_GRUP
from data.jadwal_sumber import PENGINGAT, REKAP
from data.katalog.libur import muat_libur
from data.orang import PD
from data.store import Tx

MALAM, PAGI = time(21, 30), time(6, 0)


def periksa(tx: Tx, dunia: Dunia) -> Laporan:
    laporan = Laporan()
    jalan: dict[Slot, tuple[str, int]] = {}
    for row in tx.all("SELECT jenis, kunci, slot, dijalankan, hasil FROM jadwal_jalan"):
        jalan[row["jenis"], row["kunci"], int(row["slot"])] = (row["hasil"], int(row["dijalankan"]))
    keluar = _keluar(tx)
    laporan.ganda += [f"{k[0]} {k[1]} {k[2]} -> {k[3]}" for k, n in keluar.items() if n > 1]
    ada, sebut = {k[:3] for k in keluar}, disebut(tx, laporan)
    for jenis, kunci, zona, slot, siapa in _semua(dunia):
        laporan.slot += 1
        nyata, saat = jalan.get((jenis, kunci, slot), ("", 0))
        if dekat_lompatan(dunia, slot):
            laporan.hasil["jam salah"] += 1
            continue
        seharusnya, bisa = _seharusnya(dunia, kunci, zona, slot, siapa)
        if seharusnya == LIBUR and hanya_keras(sebut, kunci, lokal(slot, zona).date()):
            seharusnya = KIRIM
        laporan.hasil[nyata] += 1
        if nyata != seharusnya or ((jenis, kunci, slot) in ada) != (nyata == KIRIM):
            laporan.salah.append(f"{jenis} {kunci} {lokal(slot, zona):%F %H:%M}: {seharusnya}, not {nyata or 'none'}")
        elif nyata == KIRIM:
            laporan.telat.append(saat - bisa)
    periksa_langkah(dunia, jalan, sebut, laporan)
    return laporan


def _keluar(tx: Tx) -> Counter[tuple[str, str, int, str]]:
    """(kind, for, moment, destination) of every message that was queued: one each, if all is well."""
    hasil: Counter[tuple[str, str, int, str]] = Counter()
    for row in tx.all("SELECT kunci, kanal, tujuan FROM outbox WHERE kunci IS NOT NULL"):
        jenis, kunci, slot, *_ = row["kunci"].split(":")
        hasil[jenis, kunci, int(slot), f"{row['kanal']}:{row['tujuan']}"] += 1
    return hasil


def _semua(dunia: Dunia) -> list[tuple[str, str, str, int, Warga | None]]:
    """Every moment of the year, day by day: (kind, for, zone, moment, person)."""
    hasil: list[tuple[str, str, str, int, Warga | None]] = []
    hari = [date(2026, 9, 30) + timedelta(days=n) for n in range(dunia.ukuran.hari + 2)]
    for satu in dunia.orang:
        hasil += [(PENGINGAT, str(satu.id), satu.zona, _saat(h, satu.jam, satu.zona), satu) for h in hari]
    for kode, zona in dunia.kecamatan.items():
        hasil += [(REKAP, kode, zona, _saat(h, "16:00", zona), None) for h in hari if h.isoweekday() == 5]
    return [satu for satu in hasil if MULAI < satu[3] < dunia.ukuran.selesai - 4 * HARI]


def _seharusnya(dunia: Dunia, kunci: str, zona: str, slot: int, siapa: Warga | None) -> tuple[str, int]:
    """What should have come of it, and when it could be sent first."""
    bisa = _hidup(dunia, slot)
    pukul = lokal(bisa, zona)
    if siapa is not None:
        terlambat = pukul.date() != lokal(slot, zona).date() or pukul.time() >= MALAM
        return (LEWAT if terlambat else _aturan(siapa, pukul.date())), bisa
    while _tenang(lokal(bisa, zona)):  # by night it waits, and the program may go down again meanwhile
        bisa = _hidup(dunia, bisa + TIK)
    if bisa - slot > TELAT_REKAP:
        return LEWAT, bisa
    return (KIRIM if _ada_pembaca(dunia, kunci, lokal(bisa, zona).date()) else TANPA_GRUP), bisa


def _ada_pembaca(dunia: Dunia, kode: str, hari: date) -> bool:
    """A group, or a PD who is not on leave."""
    pd = next(o for o in dunia.orang if (o.kecamatan, o.peran) == (kode, PD))
    return kode in dunia.bergrup or not any(dari <= hari <= sampai for dari, sampai in pd.cuti)


def _aturan(siapa: Warga, hari: date) -> str:
    if not siapa.beralamat:
        return TANPA_ALAMAT
    if any(dari <= hari <= sampai for dari, sampai in siapa.cuti):
        return CUTI
    return KIRIM if muat_libur().hari_kerja(hari) else LIBUR


def _hidup(dunia: Dunia, saat: int) -> int:
    return dunia.mati_sampai(saat) or saat


def _saat(hari: date, jam: str, zona: str) -> int:
    return int(datetime.combine(hari, time.fromisoformat(jam), ZoneInfo(zona)).timestamp())


def _tenang(pukul: datetime) -> bool:
    return pukul.time() >= MALAM or pukul.time() < PAGI
