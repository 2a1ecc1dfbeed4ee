"""Whose plan a person may make, change and decide on, and what of others' they may read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup, LingkupQ, syarat
from data.orang import PD, PLD, TEKNIS
from data.rencana.fakta import fakta_desa, fakta_dijawab
from data.rencana.hitung import Kemajuan, hitung
from data.rencana.ikhtisar import Ikhtisar, ikhtisar
from data.rencana.isi import DARI_R, DIAJUKAN, DISETUJUI, KOLOM_B, KOLOM_R, Butir, Rencana, butir_dari, rencana_dari
from data.rencana.riwayat import Langkah, riwayat
from data.store import Param, Tx

PERENCANA = (PLD, PD, TEKNIS)


class DasarRencana:
    """Plans of places outside the scope are as if they were not there, save one's own."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    # -- whose and where ----------------------------------------------------------------------------------------------

    @property
    def tempat(self) -> dict[str, str]:
        """By code, as what the person works there: their villages, and the kecamatan for what belongs to none."""
        hasil: dict[str, str] = {}
        for t in sorted(self._lingkup.tugas, key=lambda t: t.wilayah):
            if t.peran in PERENCANA and t.untuk is None:
                hasil.setdefault(t.wilayah, t.peran)
        desa = [kode for kode in hasil if kode.count(".") == 3]
        return hasil | {kode[:8]: PLD for kode in desa if kode[:8] not in hasil}

    def boleh_ubah(self, r: Rencana) -> bool:
        return r.orang_id == self._pelaku.orang_id and r.desa in self.tempat

    def boleh_ajukan(self, r: Rencana) -> bool:
        """A level above has confirmed that they work there."""
        return self.boleh_ubah(r) and any(
            t.disahkan and t.peran in PERENCANA and (t.wilayah == r.desa or t.wilayah.startswith(f"{r.desa}."))
            for t in self._lingkup.tugas
        )

    def boleh_putus(self, r: Rencana) -> bool:
        """Nobody decides about themselves."""
        return r.orang_id != self._pelaku.orang_id and self._lingkup.boleh_bina(r.peran, r.desa)

    def pemutus(self, r: Rencana) -> list[int]:
        """Ids of those who decide: of the nearest level above that has anybody."""
        return LingkupQ(self._tx).atasan(r.peran, r.desa, self._hari, selain=r.orang_id)

    # -- reading ------------------------------------------------------------------------------------------------------

    def ambil(self, nomor: str) -> Rencana | None:
        return next(iter(self._baca("r.nomor = ?", [nomor.upper()])), None)

    def di(self, desa: str, tahun: int) -> list[Rencana]:
        """Of one place and year, own first."""
        semua = self._baca("r.desa = ? AND r.tahun = ?", [desa, tahun])
        return sorted(semua, key=lambda r: (r.orang_id != self._pelaku.orang_id, r.id))

    def milik(self, tahun: int) -> list[Rencana]:
        return self._baca("r.orang_id = ? AND r.tahun = ?", [self._pelaku.orang_id, tahun])

    def sumber(self, desa: str, tahun: int) -> list[Rencana]:
        """What a plan of that year can go on from: own of last year, else what another left for that place."""
        semua = self._baca("r.desa = ? AND r.tahun BETWEEN ? AND ?", [desa, tahun - 1, tahun])
        saya = self._pelaku.orang_id
        layak = [r for r in semua if not (r.orang_id == saya and r.tahun == tahun)]
        return sorted(layak, key=lambda r: (r.orang_id != saya, -r.tahun, -r.id))

    def butir(self, r: Rencana, urutan: int, *, dicoret: bool = False) -> Butir | None:
        row = self._tx.one(
            f"SELECT {KOLOM_B} FROM rencana_butir b WHERE b.rencana_id = ? AND b.urutan = ?", (r.id, urutan)
        )
        return butir_dari(row) if row and (dicoret or row["dihapus"] is None) else None

    def kemajuan(self, r: Rencana) -> list[Kemajuan]:
        """Its items by pillar, with those struck out since it was approved."""
        return hitung(self._tx, [r], self._hari, dicoret=True)[r.id]

    def kemajuan_banyak(self, semua: Sequence[Rencana]) -> dict[int, list[Kemajuan]]:
        return hitung(self._tx, semua, self._hari)

    def ikhtisar(self, kode: str, tahun: int) -> list[Ikhtisar]:
        """Who works in a kecamatan and how their plans stand; empty outside the scope."""
        if not self._lingkup.boleh_baca(kode):
            return []
        return ikhtisar(self._tx, kode, tahun, self._hari, self._pelaku.orang_id)

    def menunggu(self) -> list[Rencana]:
        """What waits for the person's word: handed in, or changed since it was approved. The oldest first."""
        bagian, params = ["1 = 0"], list[Param]()
        for peran in PERENCANA:
            di_sana, letak = syarat("r.desa", self._lingkup.bina(peran))
            bagian.append(f"(r.peran = ? AND {di_sana})")
            params += [peran, *letak]
        tanda = "EXISTS (SELECT 1 FROM rencana_butir b WHERE b.rencana_id = r.id AND b.tanda <> '')"
        semua = self._baca(
            f"({' OR '.join(bagian)}) AND (r.status = ? OR (r.status = ? AND {tanda}))", [*params, DIAJUKAN, DISETUJUI]
        )
        return sorted((r for r in semua if self.boleh_putus(r)), key=lambda r: (r.diubah, r.id))

    def fakta(self, desa: str, tahun: int) -> dict[str, str]:
        """What a starter plan can be fitted to: from the registers where the person may read them, else as answered."""
        dijawab = fakta_dijawab(self._tx, desa, self._pelaku.orang_id, tahun)
        return dijawab | (fakta_desa(self._tx, desa, tahun) if self._lingkup.boleh_baca(desa) else {})

    def riwayat(self, r: Rencana, *, mulai: int = 0, batas: int = 8) -> list[Langkah]:
        return riwayat(self._tx, r.id, mulai, batas)

    def _baca(self, sql: str, params: Sequence[Param]) -> list[Rencana]:
        rows = self._tx.all(f"SELECT {KOLOM_R} FROM {DARI_R} WHERE {sql} ORDER BY r.desa, r.id", params)
        return [r for r in map(rencana_dari, rows) if self._terbaca(r)]

    def _terbaca(self, r: Rencana) -> bool:
        return r.orang_id == self._pelaku.orang_id or self._lingkup.boleh_baca(r.desa)
