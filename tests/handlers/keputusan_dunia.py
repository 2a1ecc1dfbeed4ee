"""Musyawarah and what they decided, for tests of what becomes of it."""

from __future__ import annotations

from data.keputusan import IsiKeputusan, Keputusan
from data.musdes.musdes import Mulai
from tests.handlers.dialog.obrolan import Obrolan
from tests.handlers.tim_dunia import SUKAMAJU


def musdes(o: Obrolan, *di: str, jenis: str = "rkp", tanggal: str = "2026-11-10") -> int:
    """One that they recorded; its id."""
    satu = o.desa.musdes.ambil(o.desa.musdes.mulai(Mulai(jenis, di or (SUKAMAJU,), tanggal, "19:30")))
    assert satu
    return satu.id


def putusan(
    o: Obrolan,
    isi: str = "Rabat beton Dusun 2",
    *,
    m: int = 0,
    induk: int | None = None,
    dari: int | None = None,
    pj: str = "",
    pj_orang: int | None = None,
    tenggat: str | None = None,
    anggaran: int | None = None,
    sumber_dana: str = "",
    usulan: bool = False,
) -> str:
    """A decision of it, or of a new one in Sukamaju; its number."""
    satu = IsiKeputusan(
        isi, pj=pj, pj_orang=pj_orang, tenggat=tenggat, anggaran=anggaran, sumber_dana=sumber_dana, usulan=usulan
    )
    return o.desa.keputusan.tambah(m or musdes(o), satu, induk=induk, dari=dari)


def ambil(o: Obrolan, nomor: str) -> Keputusan:
    k = o.desa.keputusan.ambil(nomor)
    assert k
    return k
