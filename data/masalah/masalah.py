"""Problems and complaints, for the one person who acts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data.katalog.masalah import muat_masalah
from data.masalah.giliran import tenggat
from data.masalah.isi import PENDAMPING, Masalah
from data.masalah.lapor import Laporan, LaporQ
from data.masalah.tangani import TanganiQ
from data.masalah.tema import usul_tema
from data.orang import PD, PLD, TAPM_KAB, TAPM_PROV, TEKNIS
from data.penanggap import Penanggap

_TINGKAT = {PD: PD, TEKNIS: PD, TAPM_KAB: TAPM_KAB, TAPM_PROV: TAPM_PROV}


class MasalahQ(LaporQ, TanganiQ):
    def catat_sendiri(self, laporan: Laporan, peran: str, sampai: str, percakapan_id: int | None) -> Masalah:
        """A problem from one's own work, to be seen to by oneself."""
        return self._milik_sendiri(laporan, peran, sampai, percakapan_id, None)

    def usul_tenggat(self, desa: str, tema: str, peran: str) -> date:
        """The working day by which such a thing should be settled there, at the level of that role."""
        return tenggat(self._tx, desa, tema, _TINGKAT.get(peran, PLD), self._pelaku.kini)

    def dari_kegiatan(self, nomor: str, nama: str, peran: str) -> Masalah | None:
        """What the own entry says of a problem, followed from now on; once. None where it says nothing."""
        if sudah := self.dari_catatan(nomor):
            return self.ambil(sudah)
        row = self._tx.one(
            "SELECT id, desa, masalah FROM kegiatan WHERE nomor = ? AND orang_id = ? AND dihapus IS NULL "
            "AND masalah IS NOT NULL AND masalah <> ''",
            (nomor.upper(), self._pelaku.orang_id),
        )
        if row is None or row["desa"].count(".") != 3:
            return None
        tema = usul_tema(row["masalah"])
        laporan = Laporan(row["desa"], tema, row["masalah"], PENDAMPING, nama, muat_masalah().ambil(tema).rahasia)
        return self._milik_sendiri(laporan, peran, "", None, int(row["id"]))

    def _milik_sendiri(
        self, laporan: Laporan, peran: str, sampai: str, percakapan_id: int | None, kegiatan_id: int | None
    ) -> Masalah:
        saya = Penanggap(self._pelaku.orang_id, _TINGKAT.get(peran, PLD))
        m = self._tulis(laporan, saya, saya.peran, "", percakapan_id, kegiatan_id, sampai)
        self._jejak.tulis("lapor", "masalah", m.id, sesudah=None if m.rahasia else m.nomor)
        return m

    def semua(self, di: str = "") -> Iterator[Masalah]:
        """For a workbook: all that is no secret, open ones first."""
        for terbuka in (True, False):
            yield from (m for m in self.daftar(di, terbuka=terbuka, batas=100_000) if not m.rahasia)
