"""Recaps for somebody who asks: of kecamatan that they may read; setting their time and sending for those above."""

from __future__ import annotations

from datetime import date, timedelta

from data.grup import GrupQ
from data.jadwal import KIRIM, Jadwal, JadwalQ
from data.jadwal_sumber import REKAP
from data.jejak import JejakQ, Pelaku
from data.katalog.zona import muat_zona
from data.lingkup import Lingkup
from data.orang import PLD, tanggal_lokal
from data.outbox import PENGINGAT, OutboxQ
from data.rekap.angka import AngkaRekap
from data.rekap.hitung import hitung
from data.rekap.rinci import Rinci, rinci
from data.rekap.simpan import ambil, periode, simpan, terkirim
from data.slot import Atur, berikut, sebelum
from data.slot import periode as masa
from data.store import Tx

MATI = date(9999, 12, 31)
"""Silent until then: switched off."""


class RekapQ:
    """What lies outside the scope is as if it were not there."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    # -- reading ----------------------------------------------------------------------------------------------------

    def boleh_nama(self, kode: str) -> bool:
        """Who has not logged is told by name only to those above."""
        return self._lingkup.boleh_bina(PLD, kode)

    def senin(self, kode: str) -> date:
        """Monday of the week that it is there."""
        hari = tanggal_lokal(self._pelaku.kini, muat_zona().zona_provinsi(kode[:2]).iana)
        return hari - timedelta(days=hari.weekday())

    def pekan(self, kode: str, senin: date, *, kini: bool = False) -> AngkaRekap | None:
        """As it was sent; as it stands where it was not, or with `kini`. None outside the scope."""
        if not self._lingkup.boleh_baca(kode):
            return None
        dikirim = None if kini else ambil(self._tx, kode, senin)
        return dikirim or hitung(self._tx, senin, self._pelaku.kini, [kode])[kode]

    def periode(self, kode: str, batas: int) -> list[date]:
        """Mondays of the weeks that were sent, the latest first."""
        return periode(self._tx, kode, batas) if self._lingkup.boleh_baca(kode) else []

    def rinci(self, angka: AngkaRekap, bagian: str, mulai: int, batas: int) -> list[Rinci]:
        """The rows behind one figure, as they are now."""
        if not self._lingkup.boleh_baca(angka.kode):
            return []
        return rinci(self._tx, angka, bagian, mulai, batas)

    # -- when it is sent --------------------------------------------------------------------------------------------

    def boleh_atur(self, kode: str) -> bool:
        return self._lingkup.boleh_bina(PLD, kode)

    def jadwal(self, kode: str) -> Jadwal | None:
        """None where it is not theirs to set. A place that the clock has not met yet gets its row now."""
        if not self.boleh_atur(kode):
            return None
        zona = muat_zona().zona_provinsi(kode[:2]).iana
        return JadwalQ(self._tx).pastikan(REKAP, kode, zona, self._pelaku.kini)

    def grup(self, kode: str) -> list[tuple[str, str]]:
        return GrupQ(self._tx).untuk_kecamatan(kode) if self.boleh_atur(kode) else []

    def atur(self, jadwal: Jadwal, isi: dict[str, str | int | bool]) -> int:
        """When it is sent next, UTC epoch seconds."""
        self._jejak.tulis("ubah", "jadwal", jadwal.id, kolom="atur", sebelum=_kata(jadwal.atur), sesudah=_kata(isi))
        return JadwalQ(self._tx).atur(REKAP, jadwal.kunci, isi, self._pelaku.kini)

    def saklar(self, jadwal: Jadwal, *, hidup: bool) -> None:
        self._jejak.tulis("ubah", "jadwal", jadwal.id, kolom="tunda", sesudah=None if hidup else MATI.isoformat())
        JadwalQ(self._tx).tunda(REKAP, jadwal.kunci, None if hidup else MATI)

    def sudah_dikirim(self, kode: str, senin: date) -> bool:
        return bool(terkirim(self._tx, [kode], senin))

    def kirim(self, jadwal: Jadwal, angka: AngkaRekap, isi: str) -> bool:
        """To its groups now, in place of this week's own time. False when the week's was sent before.

        `isi`: JSON of a Pesan.
        """
        if not simpan(self._tx, angka):
            return False
        semua, kini, senin = JadwalQ(self._tx), self._pelaku.kini, angka.senin.isoformat()
        ini = masa(jadwal.atur, jadwal.zona, jadwal.jatuh) == senin
        slot = jadwal.jatuh if ini else sebelum(jadwal.atur, jadwal.zona, kini)
        if ini:
            semua.majukan(jadwal, berikut(jadwal.atur, jadwal.zona, max(jadwal.jatuh, kini)))
        semua.catat_jalan(jadwal, [slot], kini, KIRIM)
        for n, (kanal, tujuan) in enumerate(self.grup(angka.kode)):
            kunci = f"{REKAP}:{angka.kode}:{slot}" + (f":{n}" if n else "")
            OutboxQ(self._tx).antre(kanal, tujuan, isi, kini, kelas=PENGINGAT, kunci=kunci)
        self._jejak.tulis("kirim", "jadwal", jadwal.id, sesudah=senin)
        return True


def _kata(atur: Atur) -> str:
    return " ".join(f"{k}={v}" for k, v in sorted(atur.items()))
