"""Digests up, to each who coordinates a place: a kecamatan's month, a kabupaten's week, a provinsi's month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.berkala import Hasil, Kirim, Susun
from bot.berkala_rekap import senin_rekap
from bot.berkala_siapa import Siap, orang_siap
from data.jadwal import KIRIM, SEPI, Jadwal
from data.orang import tanggal_lokal
from data.ringkasan import AngkaRingkas, Masa, hitung, masa, simpan
from data.ringkasan.siapa import tempat_tugas
from data.store import Tx
from handlers.ringkasan.kata import pesan_ringkasan


def masa_ringkasan(slot: int, zona: str, *, bulanan: bool) -> Masa:
    """The month before the one that it is due in; the week that it is due in, on Monday and Tuesday that before."""
    if not bulanan:
        return masa(senin_rekap(slot, zona), bulanan=False)
    hari = tanggal_lokal(slot, zona)
    return masa(hari.replace(day=1) - timedelta(days=1), bulanan=True)


def susun_ringkasan(peran: str, *, bulanan: bool) -> Susun:
    """For those with this role, each of their places a message of its own."""

    def susun(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
        siap, hasil = orang_siap(tx, rows, slot, kini)
        tempat = tempat_tugas(tx, peran, {satu.jadwal.orang_id: satu.hari for satu in siap})
        per_masa: dict[Masa, list[Siap]] = {}
        for satu in siap:
            per_masa.setdefault(masa_ringkasan(slot, satu.jadwal.zona, bulanan=bulanan), []).append(satu)
        for untuk, sama in per_masa.items():
            angka = hitung(tx, untuk, kini, {k for satu in sama for k in tempat.get(satu.jadwal.orang_id, ())})
            hasil += [_ringkasan(satu, [angka[k] for k in tempat.get(satu.jadwal.orang_id, ())], slot) for satu in sama]
        return hasil

    return susun


def _ringkasan(siap: Siap, semua: list[AngkaRingkas], slot: int) -> Hasil:
    isi = [angka for angka in semua if not angka.jumlah.kosong]
    if not isi:
        return Hasil(siap.jadwal, slot, SEPI, alasan="belum ada siapa-siapa")
    kiriman = tuple(Kirim(siap.kanal, siap.tujuan, pesan_ringkasan(angka, nama=True)) for angka in isi)
    return Hasil(siap.jadwal, slot, KIRIM, kiriman, ", ".join(angka.jumlah.nama for angka in isi), _tulis(isi))


def _tulis(semua: list[AngkaRingkas]) -> Callable[[Tx], None]:
    def tulis(tx: Tx) -> None:
        for angka in semua:
            simpan(tx, angka)

    return tulis
