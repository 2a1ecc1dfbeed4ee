"""All recaps of a week at once: a dozen grouped queries, however many kecamatan there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.kalender import TenggatDesa, mendatang
from data.rekap.angka import AngkaRekap, DesaRekap, OrangRekap, PekanLalu, TemaRekap, TenggatRekap
from data.rekap.bagian import Bagian, bagi
from data.rekap.catatan import Isi, Kunjungan, Tulisan, isi_catatan, menurut_pilar, teratas
from data.rekap.ekonomi import Ekonomi, ekonomi
from data.rekap.musyawarah import Urusan, tugas, urusan
from data.rekap.orang import Tim, nama_tempat, orang_tim
from data.store import Tx

DIAM = Tulisan(0, 0, 0, 0, 0)
TAK_DIKUNJUNGI = Kunjungan(0, 0, 0)
TANPA = TemaRekap()


@dataclass
class Bahan:
    """What is known of one kecamatan."""

    kode: str
    nama: str
    desa: Sequence[tuple[str, str]]
    """(code, name) of its known villages."""
    tim: Tim = field(default_factory=Tim)
    isi: Isi = field(default_factory=Isi)
    urusan: Urusan = field(default_factory=Urusan)
    ekonomi: Ekonomi = field(default_factory=Ekonomi)
    tugas: tuple[int, int] = (0, 0)
    """Parts of tasks past their day, and due soon."""
    tenggat: Sequence[TenggatDesa] = ()


def hitung(tx: Tx, senin: date, kini: int, kode: Collection[str] | None = None) -> dict[str, AngkaRekap]:
    """The week from Monday `senin` as it stands at `kini`, by kecamatan.

    Of `kode`, or of all in which somebody works or anything was logged. An entry counts for the day it is about,
    whenever it was written; what is open is open at `kini`.
    """
    hasil: dict[str, AngkaRekap] = {}
    for bagian in bagi(tx, senin, kini, kode):
        hasil |= _sehari(tx, bagian)
    return hasil


def _sehari(tx: Tx, b: Bagian) -> dict[str, AngkaRekap]:
    nama, desa = nama_tempat(tx, b)
    orang, isi = orang_tim(tx, b), isi_catatan(tx, b)
    sebutan = {kode: sebut for semua in desa.values() for kode, sebut in semua}
    lain, uang = urusan(tx, b, sebutan), ekonomi(tx, b, sebutan)
    beban = tugas(tx, b, orang.di)
    semua = sorted(b.kode if b.kode is not None else orang.tim.keys() | isi.keys() | lain.keys() | uang.keys())
    tenggat = mendatang(tx, semua, b.sampai + timedelta(days=1), b.sampai + timedelta(days=7))
    hasil = {}
    for kec in semua:
        bahan = Bahan(kec, nama.get(kec, kec), desa.pop(kec, []), tugas=beban.get(kec, (0, 0)))
        bahan.tim, bahan.isi = orang.tim.pop(kec, bahan.tim), isi.pop(kec, bahan.isi)
        bahan.urusan, bahan.ekonomi = lain.pop(kec, bahan.urusan), uang.pop(kec, bahan.ekonomi)
        bahan.tenggat = tenggat.get(kec, ())
        hasil[kec] = _susun(b, bahan, orang.cuti)
    return hasil


def _susun(b: Bagian, k: Bahan, cuti: frozenset[int]) -> AngkaRekap:
    orang = tuple(_orang(k, id_, id_ in cuti) for id_ in sorted(k.tim.orang, key=lambda i: (k.tim.orang[i].lower(), i)))
    tulisan, u = k.isi.orang.values(), k.urusan
    return AngkaRekap(
        k.kode,
        k.nama,
        b.senin,
        b.sampai,
        b.saat,
        b.zona_di(k.kode),
        orang=orang,
        lain=sum(t.catatan > 0 and id_ not in k.tim.orang for id_, t in k.isi.orang.items()),
        desa=_desa(b, k),
        catatan=sum(t.catatan for t in tulisan),
        menit=sum(t.menit for t in tulisan),
        pilar=menurut_pilar(k.isi.kegiatan),
        teratas=teratas(k.isi.kegiatan),
        blt=k.isi.tema.get("blt", TANPA),
        bumdes=k.isi.tema.get("bumdes", TANPA),
        blt_salur=k.ekonomi.salur,
        blt_telat=tuple(k.ekonomi.telat),
        bumdes_gerak=tuple(k.ekonomi.gerak),
        musdes=tuple(u.musdes),
        keputusan_selesai=u.selesai,
        keputusan_lewat=u.lewat,
        keputusan_dekat=u.dekat,
        tugas_lewat=k.tugas[0],
        tugas_dekat=k.tugas[1],
        siklus=tuple(u.siklus),
        tenggat=tuple(TenggatRekap(t.label, t.jatuh, t.jumlah, t.awal) for t in k.tenggat),
        pertanyaan=u.pertanyaan,
        masalah_lama=u.masalah_lama,
        kembali=u.kembali,
        lalu=_lalu(k),
    )


def _orang(k: Bahan, id_: int, cuti: bool) -> OrangRekap:
    tulisan = k.isi.orang.get(id_, DIAM)
    return OrangRekap(id_, k.tim.orang[id_], tulisan.catatan, tulisan.menit, tulisan.hari, cuti)


def _desa(b: Bagian, k: Bahan) -> tuple[DesaRekap, ...]:
    """A new village is not called neglected: somebody must have served it for as long as it is without a visit."""
    batas, hasil = b.terlama.isoformat(), []
    for kode, nama in sorted(k.desa):
        kunjungan = k.isi.desa.get(kode, TAK_DIKUNJUNGI)
        sejak = min((s for s in (k.tim.sejak.get(kode), k.tim.sejak.get(k.kode)) if s), default="")
        if sejak or kunjungan.kini:
            lama = bool(sejak) and sejak <= batas and not kunjungan.terakhir
            hasil.append(DesaRekap(kode, nama, kunjungan.kini, lama))
    return tuple(hasil)


def _lalu(k: Bahan) -> PekanLalu:
    """Of the people awaited now, as far as they were here then."""
    tulisan = k.isi.orang
    return PekanLalu(
        sum(t.catatan_lalu for t in tulisan.values()),
        sum(t.menit_lalu for t in tulisan.values()),
        sum(tulisan.get(id_, DIAM).catatan_lalu > 0 for id_ in k.tim.orang),
        sum(d.lalu > 0 for d in k.isi.desa.values()),
        k.urusan.musdes_lalu,
    )
