"""Files are made when their message is sent, outside the turn, for one person and with that person's eyes only."""

from __future__ import annotations

from bot.channels.contract import SendError
from bot.turn import WorldOf
from data.desa import Desa
from data.orang import OrangQ
from data.store import Tx
from handlers import dokumen
from handlers.dialog.pesan import Pesan


def make_file(tx: Tx, kanal: str, tujuan: str, pesan: Pesan, world: WorldOf, now: int) -> bytes:
    """Raises `SendError` when the address is nobody's."""
    orang = OrangQ(tx).di_alamat(kanal, tujuan, now)
    if orang is None or pesan.berkas is None:
        raise SendError("tetap", "a file for nobody")
    desa = Desa(tx, orang, kanal, now, world.pengaturan)
    return dokumen.buat(pesan.berkas.resep, desa, pesan.berkas.bahan, orang.hari_ini(now))
