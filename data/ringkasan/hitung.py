"""Digests of many places at once: as many queries for one kabupaten as for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from data.kalender import lewat
from data.katalog.kalender import muat_kalender
from data.rekap.musyawarah import urusan
from data.rekap.orang import nama_tempat
from data.ringkasan.angka import AngkaRingkas, DesaRingkas
from data.ringkasan.catatan import Kunjungan, hari_berisi, isi_masa
from data.ringkasan.jumlah import Kecamatan, Susun
from data.ringkasan.masa import BagianMasa, Masa, bagi_masa
from data.ringkasan.tugas import tugas_masa
from data.store import Tx
from data.target import SemuaTarget

TAK_DIKUNJUNGI = Kunjungan(0, 0, 0)
SEMUA = 1_000
"""Kecamatan; with more the calendar is asked for all there are."""


def hitung(tx: Tx, masa: Masa, kini: int, kode: Collection[str]) -> dict[str, AngkaRingkas]:
    """By code of each place that is asked for, of whatever level, as it stands at `kini`.

    An entry counts for the day it is about, whenever it was written; what is open is open at `kini`.
    """
    target, hasil = SemuaTarget(tx), {}
    for b in bagi_masa(tx, masa, kini, kode):
        semua = _kecamatan(tx, b)
        hari = hari_berisi(tx, b, {id_ for satu in semua.values() for id_ in satu.tugas.orang})
        susun = Susun(b, hari, target)
        per_induk: dict[str, list[Kecamatan]] = defaultdict(list)
        for kec in semua.values():
            for satu in (kec.kode, kec.kode[:5], kec.kode[:2]):
                per_induk[satu].append(kec)
        for satu in sorted(b.kode or ()):
            hasil[satu] = susun.ringkas(satu, per_induk.get(satu, []))
    return hasil


def _kecamatan(tx: Tx, b: BagianMasa) -> dict[str, Kecamatan]:
    nama, desa = nama_tempat(tx, b)
    tugas, isi = tugas_masa(tx, b), isi_masa(tx, b)
    lain = urusan(tx, b, {kode: sebut for semua in desa.values() for kode, sebut in semua})
    kode = sorted(tugas.keys() | isi.keys() | lain.keys())
    telat = _telat(tx, b, kode)
    hasil = {}
    for kec in kode:
        satu = hasil[kec] = Kecamatan(kec, nama.get(kec, kec), telat=telat.get(kec, ()))
        satu.tugas, satu.isi = tugas.pop(kec, satu.tugas), isi.pop(kec, satu.isi)
        satu.urusan = lain.pop(kec, satu.urusan)
        satu.desa = tuple(_desa(b, satu, desa.get(kec, ())))
    return hasil


def _telat(tx: Tx, b: BagianMasa, kode: list[str]) -> dict[str, list[tuple[str, date, int]]]:
    """Papers of the year that are past their day and its grace: what else is late is told in the calendar."""
    papan = {a.kode for a in muat_kalender().acara if a.selesai_bila.siklus}
    semua = lewat(tx, kode if len(kode) < SEMUA else None, b.sampai) if kode else {}
    return {kec: [(t.label, t.jatuh, t.jumlah) for t in isi if t.acara in papan] for kec, isi in semua.items()}


def _desa(b: BagianMasa, k: Kecamatan, semua: Iterable[tuple[str, str]]) -> Iterable[DesaRingkas]:
    """As in a recap: a new village is not called neglected."""
    batas = b.terlama.isoformat()
    for kode, nama in sorted(semua):
        kunjungan, sejak = k.isi.desa.get(kode, TAK_DIKUNJUNGI), k.tugas.sejak_di(kode)
        if sejak or kunjungan.kini:
            lama = bool(sejak) and sejak <= batas and not kunjungan.sejak
            yield DesaRingkas(kode, nama, kunjungan.kini, lama)
