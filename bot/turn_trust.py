"""What of a message is kept, and what is said where a level above has closed the address."""

from __future__ import annotations

from bot.reply import queue
from data.desa import Desa
from data.inbox import Masuk
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from data.store import Tx
from data.tautan import Keadaan, TautanQ
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.diri.tautkan import sambungkan
from handlers.diri.terkunci import DITUTUP, kode_tautan, tetap_tutup


def forgettable(tx: Tx, masuk: Masuk) -> bool:
    """After the turn: said in a group, or by somebody who has not agreed that it is kept."""
    return masuk.dari != masuk.tujuan or not OrangQ(tx).sudah_setuju_di(masuk.kanal, masuk.tujuan)


def take_locked_turn(tx: Tx, masuk: Masuk, masukan: Masukan, pengaturan: Pengaturan, now: int) -> None:
    queue(tx, masuk, _locked(tx, masuk, masukan, pengaturan, now), now)


def _locked(tx: Tx, masuk: Masuk, masukan: Masukan, pengaturan: Pengaturan, now: int) -> Pesan:
    kode = kode_tautan(masukan.teks)
    if not kode:
        return DITUTUP
    tebakan = TautanQ(tx, now).coba(kode, f"{masuk.kanal}:{masuk.tujuan}")
    if tebakan.keadaan is not Keadaan.BERLAKU:
        return tetap_tutup(tebakan.keadaan)
    pemilik = OrangQ(tx).ambil(tebakan.orang_id, now)
    return sambungkan(pemilik.id, Desa(tx, pemilik, masuk.kanal, now, pengaturan, masuk.tujuan), now)
