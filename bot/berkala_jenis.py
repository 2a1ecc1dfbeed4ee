"""The kinds of what comes again and again, and how each is composed: rules here, figures and words elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from bot.berkala import GABUNG, TERLAMBAT, Berkala, Hasil, Kirim
from bot.berkala_rekap import susun_rekap
from bot.berkala_ringkasan import susun_ringkasan
from bot.berkala_siapa import Siap, orang_siap
from data.jadwal import KIRIM, LIBUR, SEPI, Jadwal
from data.jadwal_sumber import PENGINGAT, REKAP, RINGKASAN_KAB, RINGKASAN_PD, RINGKASAN_PROV
from data.orang import PD, TAPM_KAB, TAPM_PROV
from data.pengingat import BahanPengingat, kumpulkan, tandai
from data.store import Tx
from handlers.pengingat.kata import pesan_pengingat
from handlers.tabel import TABEL

SEHARI = 86_400


def susun_pengingat(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
    siap, hasil = orang_siap(tx, rows, slot, kini)
    hari = {satu.jadwal.orang_id: satu.hari for satu in siap}
    bahan = kumpulkan(tx, list(hari), hari, kini) if hari else {}
    return hasil + [_pengingat(satu, bahan[satu.jadwal.orang_id], slot, kini) for satu in siap]


def _pengingat(siap: Siap, bahan: BahanPengingat, slot: int, kini: int) -> Hasil:
    if siap.libur and not bahan.keras:
        return Hasil(siap.jadwal, slot, LIBUR)
    pesan = pesan_pengingat(bahan, TABEL)
    if pesan is None:
        return Hasil(siap.jadwal, slot, SEPI)
    kirim = (Kirim(siap.kanal, siap.tujuan, pesan),)
    return Hasil(siap.jadwal, slot, KIRIM, kirim, _sebab(bahan), lambda tx: tandai(tx, bahan, kini))


def _sebab(bahan: BahanPengingat) -> str:
    jumlah = {
        "hari kosong": len(bahan.kosong),
        "kembali": len(bahan.kembali),
        "draf": len(bahan.draf),
        "keputusan": len(bahan.putusan),
        "tugas": len(bahan.tugas),
        "tenggat": len(bahan.tenggat),
        "pertanyaan": bahan.pertanyaan,
    }
    return ", ".join(f"{n} {apa}" for apa, n in jumlah.items() if n)


JENIS: dict[str, Berkala] = {
    PENGINGAT: Berkala(GABUNG, SEHARI, susun_pengingat),
    # one pass for all costs as much as for a few
    REKAP: Berkala(TERLAMBAT, 3 * SEHARI, susun_rekap, sekali=10_000),
    RINGKASAN_KAB: Berkala(TERLAMBAT, 3 * SEHARI, susun_ringkasan(TAPM_KAB, bulanan=False), sekali=10_000),
    RINGKASAN_PD: Berkala(TERLAMBAT, 7 * SEHARI, susun_ringkasan(PD, bulanan=True), sekali=10_000),
    RINGKASAN_PROV: Berkala(TERLAMBAT, 7 * SEHARI, susun_ringkasan(TAPM_PROV, bulanan=True), sekali=10_000),
}
"""By `jadwal.jenis`, in the order they are taken up."""
