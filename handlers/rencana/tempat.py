"""Where a plan is: one's own places, and what else one may read."""

from __future__ import annotations

from data.desa import Desa
from data.wilayah import Wilayah
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.keputusan.tempat import KODE, cari_terbaca
from handlers.rencana.sebut import tempat_rencana


def tempat_sendiri(desa: Desa) -> list[Wilayah]:
    """Villages first, then the kecamatan."""
    semua = [tempat_rencana(kode, desa) for kode in desa.rencana.tempat]
    return sorted(semua, key=lambda w: (-w.tingkat, w.kode))


def cari_sendiri(sebutan: str, desa: Desa) -> list[Wilayah]:
    semua = tempat_sendiri(desa)
    if KODE.fullmatch(sebutan):
        return [w for w in semua if w.kode == sebutan]
    calon = [Calon(w.kode, w.nama, (sebut_tempat(w), f"{w.nama} {w.kecamatan}")) for w in semua]
    cocok = {c.id for c in cari_calon(sebutan, calon)}
    return [w for w in semua if w.kode in cocok]


def cari_tempat(sebutan: str, desa: Desa) -> list[Wilayah]:
    """One's own are meant first."""
    return cari_sendiri(sebutan, desa) or cari_terbaca(sebutan, desa)


def tanya_tempat(semua: list[Wilayah]) -> Question[Wilayah]:
    ket = pembeda(semua)
    pilihan = [Pilihan(w.kode, sebut_tempat(w), w, ket[w.kode], kata=(w.nama,)) for w in semua]
    return Choice("Rencana untuk mana?", pilihan, petunjuk="Pilih desanya, atau ketik sebagian namanya.")
