"""Who does not want to be written to says so in one word, and takes it back in one word."""

from __future__ import annotations

from bot.reply import encode
from data.alamat import AlamatQ
from data.orang import OrangQ
from data.outbox import OutboxQ
from data.percakapan import PercakapanQ
from data.store import Tx
from data.wa_kontak import KANAL, KontakQ
from handlers.dialog.pesan import Pesan
from handlers.diri.sapaan import BERHENTI, DISAPA_LAGI, STOP, SUDAH_BERHENTI, kata_sapaan


def dengar(tx: Tx, tujuan: str, teks: str, waktu: int, wamid: str, kini: int) -> bool:
    """Whether `teks` was such a word, alone: then it is done and answered here, and there is no turn.

    In the transaction that notes who wrote. The same message again is answered once.
    """
    kata = kata_sapaan(teks)
    kontak = KontakQ(tx).ambil(tujuan) if kata else None
    alamat = AlamatQ(tx).di(KANAL, tujuan)
    if kontak is None or (alamat is not None and alamat.terkunci):
        return False
    if kata in (BERHENTI, STOP):
        if kata == STOP and _di_tengah_isian(tx, tujuan, kini):
            return False  # there it calls the form off, as everywhere
        KontakQ(tx).tolak(tujuan, waktu)
        _balas(tx, tujuan, wamid, SUDAH_BERHENTI, kini)
        return True
    if kontak.tolak is None:
        return False  # an ordinary "mulai"
    KontakQ(tx).izin(tujuan, waktu)
    _balas(tx, tujuan, wamid, DISAPA_LAGI, kini)
    return True


def _di_tengah_isian(tx: Tx, tujuan: str, kini: int) -> bool:
    orang = OrangQ(tx).di_alamat(KANAL, tujuan, kini)
    return orang is not None and PercakapanQ(tx).terbuka(orang.id) is not None


def _balas(tx: Tx, tujuan: str, wamid: str, pesan: Pesan, kini: int) -> None:
    OutboxQ(tx).antre(KANAL, tujuan, encode(pesan), kini, kunci=f"sapaan:{wamid}")
