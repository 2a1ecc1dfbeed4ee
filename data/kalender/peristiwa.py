"""What happened in a village: a head was sworn in, a request came; deadlines count from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from data.jejak import JejakQ, Pelaku
from data.kalender.capaian import dari_desa
from data.kalender.daerah import Jatuh, KalenderDaerah
from data.lingkup import Lingkup
from data.orang import PENDAMPING
from data.store import Row, Tx

KOLOM = "t.id, t.desa, t.jenis, t.tanggal, t.oleh"
SEPULUH_TAHUN = timedelta(days=3660)


@dataclass(frozen=True)
class PeristiwaDesa:
    id: int
    desa: str
    jenis: str
    tanggal: date
    oleh: int


class PeristiwaQ:
    """By those who facilitate the village, once the level above has confirmed them."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    @property
    def tempat(self) -> set[str]:
        return {t.wilayah for t in self._lingkup.tugas if t.disahkan and t.peran in PENDAMPING}

    def boleh(self, desa: str) -> bool:
        return self._lingkup.boleh_mendampingi(desa)

    def daftar(self) -> list[PeristiwaDesa]:
        """Of the person's villages, the latest day first."""
        if not self.tempat:
            return []
        awal, dari, params = dari_desa("peristiwa_desa", self.tempat)
        rows = self._tx.all(
            f"{awal}SELECT {KOLOM} FROM {dari} AND t.dihapus IS NULL ORDER BY t.tanggal DESC, t.id DESC", params
        )
        return [_satu(row) for row in rows]

    def ambil(self, id_: int) -> PeristiwaDesa | None:
        """None in a village that is not theirs, as for what is not there."""
        row = self._tx.one(f"SELECT {KOLOM} FROM peristiwa_desa t WHERE t.id = ? AND t.dihapus IS NULL", (id_,))
        return _satu(row) if row is not None and self.boleh(row["desa"]) else None

    def akibat(self, desa: str, jenis: str, tanggal: date) -> list[Jatuh]:
        """What falls due because of it."""
        kalender = KalenderDaerah(self._tx, [desa[:5]], tanggal - SEPULUH_TAHUN, tanggal + SEPULUH_TAHUN)
        return kalender.dari_kejadian(desa, jenis, tanggal)

    def catat(self, desa: str, jenis: str, tanggal: date) -> PeristiwaDesa:
        """The same twice is one. Raises LookupError for a village that is not theirs."""
        if not self.boleh(desa):
            raise LookupError(f"no village {desa} to note anything of")
        hari = tanggal.isoformat()
        row = self._tx.one(
            f"SELECT {KOLOM} FROM peristiwa_desa t WHERE t.desa = ? AND t.jenis = ? AND t.tanggal = ? "
            "AND t.dihapus IS NULL",
            (desa, jenis, hari),
        )
        if row is None:
            row = self._tx.one(
                "INSERT INTO peristiwa_desa (desa, jenis, tanggal, oleh, dibuat) VALUES (?, ?, ?, ?, ?) "
                "RETURNING id, desa, jenis, tanggal, oleh",
                (desa, jenis, hari, self._pelaku.orang_id, self._pelaku.kini),
            )
            assert row is not None
            self._jejak.tulis("catat", "peristiwa_desa", int(row["id"]), sesudah=f"{desa} {jenis} {hari}")
        return _satu(row)

    def pindahkan(self, satu: PeristiwaDesa, tanggal: date) -> None:
        """It was on another day."""
        self._tx.run("UPDATE peristiwa_desa SET tanggal = ? WHERE id = ?", (tanggal.isoformat(), satu.id))
        self._jejak.tulis(
            "ubah", "peristiwa_desa", satu.id,
            kolom="tanggal", sebelum=satu.tanggal.isoformat(), sesudah=tanggal.isoformat(),
        )  # fmt: skip

    def hapus(self, id_: int) -> PeristiwaDesa | None:
        satu = self.ambil(id_)
        if satu is not None:
            self._tx.run("UPDATE peristiwa_desa SET dihapus = ? WHERE id = ?", (self._pelaku.kini, id_))
            self._jejak.tulis("hapus", "peristiwa_desa", id_, sebelum=f"{satu.desa} {satu.jenis} {satu.tanggal}")
        return satu


def _satu(row: Row) -> PeristiwaDesa:
    return PeristiwaDesa(
        int(row["id"]), row["desa"], row["jenis"], date.fromisoformat(row["tanggal"]), int(row["oleh"])
    )
