"""Files are made when their message is sent, outside the turn, for one person and with that person's eyes only."""

from __future__ import annotations

import asyncio
from datetime import date

from bot.channels.contract import SendError
from bot.turn import WorldOf
from data.desa import Desa
from data.grup import GrupQ
from data.orang import OrangQ
from data.rekap import AngkaRekap, ambil
from data.store import Store, Tx
from handlers import dokumen
from handlers.dialog.pesan import Berkas, Pesan
from handlers.rekap.gambar import gambar_rekap


async def make_file(store: Store, kanal: str, tujuan: str, pesan: Pesan, world: WorldOf, now: int) -> bytes:
    """Raises `SendError` when the address is nobody's, LookupError when what it is made from is gone."""
    made = await store.read(lambda tx: _make(tx, kanal, tujuan, pesan, world, now))
    return made if isinstance(made, bytes) else await asyncio.to_thread(gambar_rekap, made)


def _make(tx: Tx, kanal: str, tujuan: str, pesan: Pesan, world: WorldOf, now: int) -> bytes | AngkaRekap:
    """A group's picture is drawn afterwards: thousands of them must not hold the connection that others read by."""
    orang = OrangQ(tx).di_alamat(kanal, tujuan, now)
    if orang is None and pesan.berkas and (angka := _group_recap(tx, kanal, tujuan, pesan.berkas)):
        return angka
    if orang is None or pesan.berkas is None:
        raise SendError("tetap", "a file for nobody")
    desa = Desa(tx, orang, kanal, now, world.pengaturan)
    return dokumen.buat(pesan.berkas.resep, desa, pesan.berkas.bahan, orang.hari_ini(now))


def _group_recap(tx: Tx, kanal: str, tujuan: str, berkas: Berkas) -> AngkaRekap | None:
    """As it was sent, for the group that is bound to that kecamatan: the one file that is made for no person."""
    grup = GrupQ(tx).ambil(kanal, tujuan)
    if berkas.resep != "rekap_png" or grup is None or grup.wilayah != berkas.bahan["kode"]:
        return None
    return ambil(tx, grup.wilayah, date.fromisoformat(str(berkas.bahan["periode"])))
