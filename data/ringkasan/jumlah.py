"""Adds up what is known of kecamatan: one of them with its people and villages, or wider places with their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.rekap.bagian import KECAMATAN
from data.rekap.musyawarah import Urusan
from data.ringkasan.angka import AngkaBagian, AngkaRingkas, DesaRingkas, Lalu, OrangRingkas, Telat
from data.ringkasan.catatan import Isi, Tulisan
from data.ringkasan.masa import BagianMasa
from data.ringkasan.tugas import Petugas, Tugas
from data.target import Nilai, SemuaTarget
from data.wilayah import dari_kode


@dataclass
class Kecamatan:
    """What is known of one."""

    kode: str
    nama: str
    tugas: Tugas = field(default_factory=Tugas)
    isi: Isi = field(default_factory=Isi)
    urusan: Urusan = field(default_factory=Urusan)
    telat: Sequence[tuple[str, date, int]] = ()
    """(label, day, villages)"""
    desa: Sequence[DesaRingkas] = ()


class Susun:
    def __init__(self, b: BagianMasa, hari: Mapping[int, int], target: SemuaTarget) -> None:
        self._b = b
        self._bulan = b.masa.bulan
        self._hari = hari
        self._target = target

    def ringkas(self, kode: str, semua: list[Kecamatan]) -> AngkaRingkas:
        b = self._b
        jumlah, orang = self._jumlah(kode, semua)
        rinci: dict[str, object] = {}
        if len(kode) != KECAMATAN:
            panjang = 8 if len(kode) == 5 else 5
            bagian: dict[str, list[Kecamatan]] = defaultdict(list)
            for satu in semua:
                bagian[satu.kode[:panjang]].append(satu)
            jadi = (self._jumlah(k, isi)[0] for k, isi in sorted(bagian.items()))
            rinci = {"bagian": tuple(a for a in jadi if not a.kosong)}
        elif semua:
            rinci = _isi_kecamatan(semua[0], orang)
        return AngkaRingkas(jumlah, b.masa.dari, b.sampai, b.masa.bulanan, b.saat, b.zona_di(kode), **rinci)  # type: ignore[arg-type]

    def _jumlah(self, kode: str, semua: list[Kecamatan]) -> tuple[AngkaBagian, list[OrangRingkas]]:
        """With whoever is awaited to log."""
        target, orang = self._target.nilai(kode), _gabung(semua)
        angka = [self._orang(id_, *satu, target) for id_, satu in orang.items() if satu[0].sekarang]
        ditunggu = [o for o in angka if o.ditunggu]
        tulisan = [t for k in semua for t in k.isi.orang.values()]
        desa = [(k, d) for k in semua for d in k.desa]
        musdes = {m.nomor: m.keputusan for k in semua for m in k.urusan.musdes}
        jumlah = AngkaBagian(
            kode,
            _nama(kode, semua),
            orang=len(ditunggu),
            mencatat=sum(o.catatan > 0 for o in ditunggu),
            catatan=sum(t.catatan for t in tulisan),
            menit=sum(t.menit for t in tulisan),
            desa=len(desa),
            dikunjungi=sum(d.kunjungan > 0 for _, d in desa),
            kunjungan=sum(d.kunjungan for _, d in desa),
            desa_hari=sum(k.tugas.hari(d.kode) for k, d in desa),
            lama=sum(d.lama for _, d in desa),
            wajib=sum(o.wajib for o in ditunggu),
            isi=sum(o.isi for o in ditunggu),
            musdes=len(musdes),
            putusan=sum(musdes.values()),
            selesai=sum(k.urusan.selesai for k in semua),
            langkah=sum(len(k.urusan.siklus) for k in semua),
            lewat=sum(k.urusan.lewat for k in semua),
            kembali=sum(k.urusan.kembali for k in semua),
            telat=_jumlah_telat(semua),
            lalu=Lalu(
                sum(t.catatan_lalu for t in tulisan),
                sum(d.lalu for k in semua for d in k.isi.desa.values()),
                sum(any(t.catatan_lalu for t in milik) for p, milik in orang.values() if p.sekarang),
                sum(d.lalu > 0 for k in semua for d in k.isi.desa.values()),
            ),
            bulan=self._bulan,
            target=target,
        )
        return jumlah, angka

    def _orang(self, id_: int, p: Petugas, tulisan: list[Tulisan], target: Nilai) -> OrangRingkas:
        wajib = p.wajib.bit_count()
        return OrangRingkas(
            id_,
            p.nama,
            sum(t.catatan for t in tulisan),
            sum(t.kunjungan for t in tulisan),
            sum(t.menit for t in tulisan),
            wajib,
            min(wajib, self._hari.get(id_, 0)),
            len(p.desa),
            sum(bit.bit_count() for bit in p.desa.values()),
            self._bulan,
            target,
        )


def _isi_kecamatan(k: Kecamatan, orang: list[OrangRingkas]) -> dict[str, object]:
    ada = {o.id for o in orang}
    return {
        "orang": tuple(sorted(orang, key=lambda o: (o.nama.lower(), o.id))),
        "lain": sum(t.catatan > 0 and id_ not in ada for id_, t in k.isi.orang.items()),
        "desa": k.desa,
        "siklus": tuple(k.urusan.siklus),
    }


def _nama(kode: str, semua: list[Kecamatan]) -> str:
    if len(kode) == KECAMATAN and semua:
        return semua[0].nama
    tempat = dari_kode(kode)
    return tempat.nama if tempat else kode


def _gabung(semua: list[Kecamatan]) -> dict[int, tuple[Petugas, list[Tulisan]]]:
    """Each person once, whatever number of these kecamatan they serve, with all that they logged in them."""
    hasil: dict[int, tuple[Petugas, list[Tulisan]]] = {}
    for k in semua:
        for id_, satu in k.tugas.orang.items():
            orang, tulisan = hasil.setdefault(id_, (Petugas(satu.nama), []))
            orang.sekarang = orang.sekarang or satu.sekarang
            orang.wajib |= satu.wajib
            orang.desa |= satu.desa
            if id_ in k.isi.orang:
                tulisan.append(k.isi.orang[id_])
    return hasil


def _jumlah_telat(semua: list[Kecamatan]) -> tuple[Telat, ...]:
    desa: dict[tuple[date, str], int] = defaultdict(int)
    for k in semua:
        for label, jatuh, n in k.telat:
            desa[jatuh, label] += n
    return tuple(Telat(label, jatuh, n) for (jatuh, label), n in sorted(desa.items()))
