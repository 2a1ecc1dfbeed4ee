"""Assignments over time: one ends, somebody acts for one who is away, villages pass to a successor.

Everything here is done by a person above (`Lingkup.boleh_bina`). Whoever is not is told what somebody is told who asks
for what was never there: LookupError. Nothing is ever taken away: an assignment that ends keeps its days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.jejak import JejakQ
from data.lingkup import Lingkup, LingkupQ, Penugasan
from data.orang import PENDAMPING
from data.store import Tx

if TYPE_CHECKING:
    from data.cuti import Cuti

SEHARI = timedelta(days=1)
SEKALIGUS = 500
"""Names that one query fetches."""


@dataclass(frozen=True)
class Terbina:
    """Somebody below, with the assignments through which they are."""

    id: int
    nama: str
    tugas: tuple[Penugasan, ...]

    @property
    def disahkan(self) -> bool:
        return any(t.disahkan for t in self.tugas)


class PenugasanQ:
    def __init__(self, tx: Tx, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    # -- who there is ---------------------------------------------------------------------------------------------

    def terbina(self) -> list[Terbina]:
        """All whom the person is above today, by name."""
        tugas: dict[int, list[Penugasan]] = {}
        for satu in LingkupQ(self._tx).terbina(self._lingkup, self._hari):
            tugas.setdefault(satu.orang_id, []).append(satu)
        nama = self._nama(tugas)
        semua = [Terbina(id_, nama[id_], tuple(punya)) for id_, punya in tugas.items()]
        return sorted(semua, key=lambda t: (t.nama.lower(), t.id))

    def punya(self, orang_id: int, hari: date) -> list[Penugasan]:
        """Their own assignments in force that day that the person may give to somebody else; by place.

        What they do for somebody on leave is not theirs to pass on.
        """
        semua = [t for t in self._semua(orang_id) if t.untuk is None and t.berlaku(hari)]
        return sorted(semua, key=lambda t: (t.wilayah, t.id))

    def calon(self, peran: Collection[str], kecuali: int) -> list[Terbina]:
        """Who may take such roles over: confirmed pendamping below, or those who have such a role already."""
        cukup = {*PENDAMPING, *peran}
        return [
            t
            for t in self.terbina()
            if t.id != kecuali and any(satu.disahkan and satu.peran in cukup for satu in t.tugas)
        ]

    def pengganti(self, cuti: Cuti) -> list[int]:
        """Ids of those who act for the person on leave, as far as the one who asks is above that role."""
        return sorted({t.orang_id for t in self._wakil(cuti.orang_id, cuti.dari, cuti.sampai)})

    # -- what can be done -----------------------------------------------------------------------------------------

    def akhiri(self, id_: int, hari: date) -> None:
        """`hari` is the last day; of an assignment that had not begun by then nothing is in force ever."""
        row = self._tx.one("SELECT orang_id FROM penugasan WHERE id = ?", (id_,))
        satu = next((t for t in self._semua(int(row["orang_id"])) if t.id == id_), None) if row else None
        if satu is None:
            raise LookupError(f"no assignment {id_}")
        self._tutup(satu, hari)

    def gantikan(self, cuti: Cuti, pengganti: int) -> list[Penugasan]:
        """`pengganti` gets what the person on leave has, for exactly those days; whoever acted before is let go."""
        self._wajib_calon(pengganti, cuti.orang_id)
        punya = [t for t in self.punya(cuti.orang_id, max(cuti.dari, self._hari)) if t.disahkan]
        if not punya:
            raise LookupError(f"no assignment of person {cuti.orang_id}")
        for lama in self._wakil(cuti.orang_id, cuti.dari, cuti.sampai):
            self._tutup(lama, max(cuti.dari, self._hari) - SEHARI)
        for satu in punya:
            self._beri(pengganti, satu, cuti.dari, cuti.sampai, untuk=cuti.orang_id)
        return punya

    def serah_terima(self, dari: int, ke: int, wilayah: Collection[str], hari: date) -> list[Penugasan]:
        """From `hari` on `ke` has what `dari` has in these places; `dari` keeps what they wrote, and the days before.

        Who acted for `dari` there acts no longer. All of it or nothing: LookupError when a place is not theirs to give.
        """
        self._wajib_calon(ke, dari)
        punya = [t for t in self.punya(dari, hari) if t.wilayah in wilayah]
        if not wilayah or {t.wilayah for t in punya} != set(wilayah):
            raise LookupError(f"no assignments of person {dari} in {sorted(wilayah)}")
        with self._tx.savepoint():
            for satu in punya:
                self._tutup(satu, hari - SEHARI)
                sampai = date.fromisoformat(satu.sampai) if satu.sampai else None
                self._beri(ke, satu, hari, sampai, dari_orang=dari)
            for wakil in self._wakil(dari, hari, date.max):
                if wakil.wilayah in wilayah:
                    self._tutup(wakil, hari - SEHARI)
        return punya

    # -- inside ---------------------------------------------------------------------------------------------------

    def _nama(self, ids: Iterable[int]) -> dict[int, str]:
        semua, hasil = sorted(ids), {}
        for mulai in range(0, len(semua), SEKALIGUS):
            bagian = semua[mulai : mulai + SEKALIGUS]
            rows = self._tx.all(f"SELECT id, nama FROM orang WHERE id IN ({', '.join('?' * len(bagian))})", bagian)
            hasil.update({int(row["id"]): row["nama"] for row in rows})
        return hasil

    def _semua(self, orang_id: int) -> list[Penugasan]:
        """Every assignment of somebody else that the person is above, whenever it is in force."""
        if orang_id == self._lingkup.orang_id:
            return []
        semua = LingkupQ(self._tx).riwayat(orang_id)
        return [t for t in semua if self._lingkup.boleh_bina(t.peran, t.wilayah)]

    def _wakil(self, untuk: int, dari: date, sampai: date) -> list[Penugasan]:
        """What others do for that person on any of these days."""
        semua = LingkupQ(self._tx).wakil(untuk, dari, sampai)
        return [t for t in semua if self._lingkup.boleh_bina(t.peran, t.wilayah)]

    def _wajib_calon(self, orang_id: int, kecuali: int) -> None:
        if orang_id in (kecuali, self._lingkup.orang_id) or not any(
            t.disahkan and t.berlaku(self._hari) for t in self._semua(orang_id)
        ):
            raise LookupError(f"no person {orang_id}")

    def _tutup(self, satu: Penugasan, hari: date) -> None:
        tutup(self._tx, self._jejak, satu, hari)

    def _beri(
        self,
        orang_id: int,
        seperti: Penugasan,
        dari: date,
        sampai: date | None,
        *,
        untuk: int | None = None,
        dari_orang: int | None = None,
    ) -> None:
        """One that begins that day already is taken over, unless it is their own and it is only about acting."""
        akhir = None if sampai is None else sampai.isoformat()
        row = self._tx.one(
            "INSERT INTO penugasan (orang_id, peran, wilayah, dari, sampai, disahkan, untuk, oleh, dari_orang) "
            "VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT (orang_id, peran, wilayah, dari) DO UPDATE SET "
            "sampai = excluded.sampai, disahkan = 1, untuk = excluded.untuk, oleh = excluded.oleh, "
            "dari_orang = excluded.dari_orang "
            "WHERE excluded.untuk IS NULL OR penugasan.untuk IS NOT NULL OR penugasan.sampai < penugasan.dari "
            "RETURNING id",
            (
                orang_id,
                seperti.peran,
                seperti.wilayah,
                dari.isoformat(),
                akhir,
                untuk,
                self._lingkup.orang_id,
                dari_orang,
            ),
        )
        if row is None:
            return
        apa, dari_siapa = ("gantikan", untuk) if untuk else ("serahterima", dari_orang)
        self._jejak.tulis(
            apa, "penugasan", int(row["id"]), kolom="orang_id", sebelum=str(dari_siapa), sesudah=str(orang_id)
        )
        if untuk is None:
            self._tx.run(
                "UPDATE orang SET zona = (SELECT zona FROM wilayah WHERE kode = ?) WHERE id = ?",
                (seperti.wilayah, orang_id),
            )


def tutup(tx: Tx, jejak: JejakQ, satu: Penugasan, hari: date) -> None:
    """`hari` becomes the last day, unless it ended before; never earlier than the eve of its first."""
    akhir = max(hari, date.fromisoformat(satu.dari) - SEHARI).isoformat()
    if satu.sampai is not None and satu.sampai <= akhir:
        return
    tx.run("UPDATE penugasan SET sampai = ? WHERE id = ?", (akhir, satu.id))
    jejak.tulis("akhiri", "penugasan", satu.id, kolom="sampai", sebelum=satu.sampai, sesudah=akhir)
