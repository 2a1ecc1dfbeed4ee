"""What would close the next gap, and the buttons that do it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.desa import Desa
from data.indikator_desa.angka import SEBAGIAN, TERPENUHI, Capaian, Terisi
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.musdes import muat_musdes
from data.wilayah import Wilayah
from handlers.dialog.pesan import Tombol
from handlers.dialog.tombol import MAX_BYTES, perintah
from handlers.siklus.sebut import tahun_berjalan


def terdekat(semua: Iterable[Capaian]) -> Capaian | None:
    """The one that lacks least, of these first one that has begun; None when all are met."""
    belum = [c for c in semua if c.keadaan != TERPENUHI]
    return min(belum, key=lambda c: (c.kurang, c.keadaan != SEBAGIAN), default=None)


def tombol_tutup(satu: Capaian, di: Wilayah, desa: Desa, hari_ini: date) -> tuple[Tombol, ...]:
    """For who may write there: for the first thing that is lacking."""
    kurang = next((t for t in satu.isi if not t.cukup), None)
    if kurang is None or not desa.lingkup.boleh_mendampingi(di.kode):
        return ()
    return tuple(Tombol(label, perintah(kata)) for label, kata in _cara(kurang, di, hari_ini))


def _cara(kurang: Terisi, di: Wilayah, hari_ini: date) -> Iterable[tuple[str, str]]:
    s = kurang.syarat
    if s.musdes:
        yield "Catat musdes", _bernama("musdes_baru", muat_musdes().menurut_kode(s.musdes[0]).kata[0], di)
    if s.siklus:
        yield "Catat siklus", f"siklus_catat {di.kode} {tahun_berjalan(hari_ini)}"
    if s.kegiatan:
        yield "Catat kegiatan", _bernama("catat", muat_kegiatan().menurut_kode(s.kegiatan[0]).kata[0], di)


def _bernama(kata: str, apa: str, di: Wilayah) -> str:
    """With the village's name, where a button has room for it: what is not said is asked."""
    lengkap = f"{kata} {apa} desa {di.nama}"
    return lengkap if len(f"0~!~{lengkap}".encode()) <= MAX_BYTES else f"{kata} {apa}"
