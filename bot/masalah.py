"""Problems that nobody works on go up, and those who have to know are told, once."""

from __future__ import annotations

from bot.reply import encode
from data.kabar import KabarQ
from data.masalah import PENDAMPING, Gerak, pindahkan_masalah
from data.masalah.isi import ambil_masalah
from data.store import Tx
from handlers.masalah.kabar import kabar_dilewati, kabar_naik, kabar_naik_pelapor, kabar_titip


def naikkan_masalah(tx: Tx, kini: int) -> int:
    """A batch of what is due; how many were looked at. Again at once, nothing happens twice."""
    semua, dilihat = pindahkan_masalah(tx, kini)
    for satu in semua:
        _kabari(tx, satu, kini)
    return dilihat


def _kabari(tx: Tx, gerak: Gerak, kini: int) -> None:
    m, kabar, ke = ambil_masalah(tx, gerak.nomor), KabarQ(tx, kini), gerak.ke.orang_id
    sekali = f"{m.nomor}:{kini}"
    kabar.kirim(ke, encode(kabar_naik(m) if gerak.naik else kabar_titip(m)), kunci=f"masalah:ke:{sekali}:{ke}")
    if gerak.naik and gerak.dari is not None:
        kabar.kirim(gerak.dari, encode(kabar_dilewati(m)), kunci=f"masalah:lewat:{sekali}")
    if m.asal != PENDAMPING:
        di = (m.kanal, m.tujuan)
        kabar.kirim(m.orang_id, encode(kabar_naik_pelapor(m)), kunci=f"masalah:pelapor:{sekali}", di=di)
