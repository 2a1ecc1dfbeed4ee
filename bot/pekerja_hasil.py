"""What becomes of long work, each in one transaction: its state, what it wants written down, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.pekerja_laju import LajuKerja
from bot.reply import encode
from bot.turn import WorldOf
from data.alamat_utama import WHATSAPP, alamat_utama
from data.desa import Desa
from data.kerja import AntreanQ, Kerja, kerja_bertempat
from data.orang import OrangQ
from data.outbox import PENGINGAT, OutboxQ
from data.store import Tx
from handlers.dialog.pesan import Pesan
from handlers.kerja import kata
from handlers.kerja.pekerjaan import Hasil, Terjelaskan

LAMA = 20
"""Seconds from which on how far it is is told."""
SEMENIT = 60
"""Seconds between such words. On WhatsApp, where each may cost, there is one."""


class Berakhir(Exception):
    """It ended the program so many times that it is not begun once more."""


@dataclass(frozen=True)
class Alamat:
    kanal: str
    tujuan: str
    diberi_tahu: bool
    """Something was queued for it."""


def berhasil(tx: Tx, now: int, kerja: Kerja, hasil: Hasil, nama: str, world: WorldOf) -> bool | Exception:
    """False where it is no longer ours to settle; what `sesudah` raised, and then nothing was settled."""
    pesan = kata.dengan_berkas(hasil.pesan, kerja, nama)
    tx.lock(f"orang:{kerja.orang_id}")  # as a turn does, and before anything else: the person may be calling it off
    try:
        with tx.savepoint():
            if not AntreanQ(tx).selesai(kerja.tempat, nama, encode(pesan), now):
                return False
            if hasil.sesudah is not None:
                orang = OrangQ(tx).ambil(kerja.orang_id, now)
                hasil.sesudah(Desa(tx, orang, kerja.kanal, now, world.pengaturan, kerja.tujuan))
            _kirim(tx, kerja, pesan, now, f"kerja:{kerja.id}")
    except Exception as error:
        return error
    return True


def tak_berhasil(tx: Tx, now: int, kerja: Kerja, error: Exception) -> None:
    """Explained in the person's words; the log has ours."""
    pesan = jelaskan(kerja, error)
    tx.lock(f"orang:{kerja.orang_id}")
    if AntreanQ(tx).gagal(kerja.tempat, type(error).__name__, encode(pesan), now):
        _kirim(tx, kerja, pesan, now, f"kerja:{kerja.id}")


def jelaskan(kerja: Kerja, error: Exception) -> Pesan:
    if isinstance(error, Terjelaskan):
        return Pesan(str(error))
    if type(error) is LookupError:  # no KeyError, which is a slip of ours
        return kata.tiada(kerja)
    return kata.gagal(kerja, berulang=isinstance(error, Berakhir))


def kabari(tx: Tx, kerja: Kerja, laju: LajuKerja, now: int) -> Alamat | None:
    """Store how far it is, and say it when that is due. None where it is no longer to be done."""
    antrean = AntreanQ(tx)
    if not antrean.maju(kerja.tempat, laju.n, laju.dari):
        return None
    kini = kerja_bertempat(tx, kerja.tempat)
    ke = alamat_kerja(tx, kerja)
    if kini is None or ke is None:
        return Alamat("", "", diberi_tahu=False)
    kanal, tujuan = ke
    perlu = _perlu(kini, kanal, now)
    if perlu:
        antrean.diberi_tahu(kerja.tempat, now)
        OutboxQ(tx).antre(kanal, tujuan, encode(kata.kemajuan(kini, now)), now, kelas=PENGINGAT)
    return Alamat(kanal, tujuan, perlu)


def _perlu(kerja: Kerja, kanal: str, now: int) -> bool:
    if kerja.diberi_tahu is None:
        return now - (kerja.mulai or now) > LAMA
    return kanal != WHATSAPP and now - kerja.diberi_tahu >= SEMENIT


def alamat_kerja(tx: Tx, kerja: Kerja) -> tuple[str, str] | None:
    """Where it was asked for, while that is open and theirs; else where they are reached best; None: nowhere."""
    if (kerja.kanal, kerja.tujuan) in OrangQ(tx).alamat_aktif(kerja.orang_id):
        return kerja.kanal, kerja.tujuan
    return alamat_utama(tx, [kerja.orang_id]).get(kerja.orang_id)


def _kirim(tx: Tx, kerja: Kerja, pesan: Pesan, now: int, kunci: str) -> None:
    """As a reminder is: it must not take the buttons from a question that stands in the chat meanwhile. To nobody where
    no address is open; /pekerjaan has it."""
    if ke := alamat_kerja(tx, kerja):
        OutboxQ(tx).antre(*ke, encode(pesan), now, kelas=PENGINGAT, kunci=kunci)
