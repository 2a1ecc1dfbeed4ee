"""News for somebody else: a request was decided, an entry came back, a task was given."""

from __future__ import annotations

from data.alamat_utama import alamat_utama
from data.orang import OrangQ
from data.outbox import PENGINGAT, OutboxQ
from data.store import Tx
from data.tenang import sesudah_tenang


class KabarQ:
    def __init__(self, tx: Tx, kini: int) -> None:
        self._tx = tx
        self._kini = kini

    def kirim(self, orang_id: int, isi: str, *, kunci: str | None = None, di: tuple[str, str] | None = None) -> bool:
        """Queue `isi` (JSON of a Pesan) for where the person is told such things, after their quiet hours.

        For the address `di`, where that is an open one of theirs.
        The same `kunci` is queued once. False when it was queued before, or the person has no open address.
        """
        orang = OrangQ(self._tx)
        alamat = orang.alamat_aktif(orang_id)
        if not alamat:
            return False
        kanal, tujuan = di if di in alamat else alamat_utama(self._tx, [orang_id])[orang_id]
        jatuh = sesudah_tenang(self._kini, orang.ambil(orang_id, self._kini).zona)
        antre = OutboxQ(self._tx).antre(kanal, tujuan, isi, self._kini, kelas=PENGINGAT, jatuh=jatuh, kunci=kunci)
        return antre is not None

    def kirim_langsung(self, kanal: str, tujuan: str, isi: str) -> None:
        """At once and to that address: what a person must know of what has just been done in their name."""
        OutboxQ(self._tx).antre(kanal, tujuan, isi, self._kini, kelas=PENGINGAT)
