"""Questions of villagers that nobody has answered go on, and those who have to know are told, once."""

from __future__ import annotations

from bot.reply import encode
from data.kabar import KabarQ
from data.orang import OrangQ
from data.penanggap import Pindah, pindahkan
from data.pertanyaan_isi import ambil_pertanyaan, sebut_penanya
from data.store import Tx
from handlers.tanya.sebut import kabar_dilewati, kabar_naik, kabar_penanggap


def naikkan(tx: Tx, kini: int) -> int:
    """A batch of what is due; how many. Again at once, nothing happens twice."""
    semua = pindahkan(tx, kini)
    for satu in semua:
        _kabari(tx, satu, kini)
    return len(semua)


def _kabari(tx: Tx, pindah: Pindah, kini: int) -> None:
    q, kabar = ambil_pertanyaan(tx, pindah.nomor), KabarQ(tx, kini)
    dari, ke = sebut_penanya(OrangQ(tx).ambil(q.orang_id, kini)), pindah.ke.orang_id
    pesan = kabar_penanggap(q, dari) if pindah.dari is None else kabar_naik(q, dari)
    kabar.kirim(ke, encode(pesan), kunci=f"naik:{q.nomor}:{q.ulang}:{ke}")
    if pindah.dari is not None:
        kabar.kirim(pindah.dari, encode(kabar_dilewati(q)), kunci=f"lewat:{q.nomor}:{q.ulang}")
