"""What is due to be erased, one person a transaction, with the last words to them and to the level above."""

from __future__ import annotations

from collections import defaultdict

from bot.reply import encode
from data.kabar import KabarQ
from data.lingkup import LingkupQ
from data.orang import tanggal_lokal
from data.outbox import PENGINGAT, OutboxQ
from data.penghapusan import PenghapusanQ, Pergi
from data.store import Tx
from data.tenang import sesudah_tenang
from data.wa_kontak import KontakQ
from handlers.diri.pamit import PAMIT, kabar_pergi


def erase_next(tx: Tx, now: int) -> tuple[str, ...] | None:
    """Pictures to be taken from the disk once this is committed; None when nobody is due."""
    penghapusan = PenghapusanQ(tx, now)
    orang_id = penghapusan.berikut()
    if orang_id is None:
        KontakQ(tx).buang_yang_pergi(now)
        return None
    pergi = penghapusan.jalankan(orang_id)
    jatuh = sesudah_tenang(now, pergi.zona)
    for satu in pergi.alamat:
        if satu.status == "aktif":
            OutboxQ(tx).antre(
                satu.kanal, satu.tujuan, encode(PAMIT), now, kelas=PENGINGAT, jatuh=jatuh, kunci=f"pamit:{satu.id}"
            )
    _tell(tx, pergi, now)
    return pergi.foto


def _tell(tx: Tx, pergi: Pergi, now: int) -> None:
    """Each of the nearest level above, once."""
    kosong: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for peran, kode in pergi.tugas:
        for atas in LingkupQ(tx).atasan(peran, kode, tanggal_lokal(now, pergi.zona), selain=pergi.orang_id):
            kosong[atas].append((peran, kode))
    for atas, tugas in kosong.items():
        KabarQ(tx, now).kirim(atas, encode(kabar_pergi(tugas)), kunci=f"pergi:{pergi.orang_id}:{atas}")
