"""A turn in a group: a command, a mention, or something that happened to the group itself."""

from __future__ import annotations

from bot.reply import encode, queue
from data.desa import Desa
from data.grup import GrupQ, pisah_topik
from data.inbox import Masuk
from data.kabar import KabarQ
from data.orang import OrangQ
from data.outbox import OutboxQ
from data.pengaturan import Pengaturan
from data.store import Tx
from data.tanya_umum import TanyaUmumQ
from data.wilayah import WilayahQ
from handlers.dialog.masukan import Masukan
from handlers.grup import DiGrup, jawab, terjadi
from handlers.tabel import TABEL


def take_group_turn(tx: Tx, masuk: Masuk, masukan: Masukan, pengaturan: Pengaturan, now: int) -> None:
    tx.lock(f"grup:{masuk.kanal}:{pisah_topik(masuk.tujuan)[0]}")  # its topics are lanes of their own
    if masukan.peristiwa:
        _happened(tx, masuk, masukan, now)
        return
    d = _di_grup(tx, masuk, masukan, pengaturan, now)
    if pesan := jawab(masukan, d, TABEL):
        queue(tx, masuk, pesan, now)
    for tujuan, lain in d.antaran:
        OutboxQ(tx).antre(masuk.kanal, tujuan, encode(lain), now, inbox_id=masuk.id)


def _di_grup(tx: Tx, masuk: Masuk, masukan: Masukan, pengaturan: Pengaturan, now: int) -> DiGrup:
    semua = GrupQ(tx)
    grup = semua.catat(masuk.kanal, masuk.tujuan, masukan.grup, now)
    topik = pisah_topik(masuk.tujuan)[1]
    orang = None if masukan.anonim else OrangQ(tx).di_alamat(masuk.kanal, masuk.dari, now)
    desa = Desa(tx, orang, masuk.kanal, now, pengaturan) if orang else None
    wilayah, tanya = WilayahQ(tx), TanyaUmumQ(tx)
    return DiGrup(grup, topik, semua, wilayah, now, orang, desa, masukan.anonim, tanya=tanya)


def _happened(tx: Tx, masuk: Masuk, masukan: Masukan, now: int) -> None:
    hasil = terjadi(masukan, masuk.kanal, masuk.tujuan, GrupQ(tx), WilayahQ(tx), now)
    if masukan.peristiwa == "pindah" and masukan.ke:
        OutboxQ(tx).pindah(masuk.kanal, pisah_topik(masuk.tujuan)[0], masukan.ke)
    if hasil.pesan:
        queue(tx, masuk, hasil.pesan, now)
    if hasil.pribadi and hasil.kepada is not None:
        KabarQ(tx, now).kirim(hasil.kepada, encode(hasil.pribadi), kunci=f"bisu:{masuk.id}")
