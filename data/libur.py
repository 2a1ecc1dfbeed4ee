"""Days off where somebody works: the national list, and what a kabupaten, a provinsi or an admin has set beside it.

The nearest word counts: the kabupaten's, else the provinsi's, else the admin's for all of Indonesia, else the decree's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from data.jejak import JejakQ, Pelaku
from data.katalog.libur import KalenderLibur, muat_libur
from data.lingkup import SEMUA_WILAYAH, Lingkup, mencakup
from data.orang import ADMIN, TAPM_KAB, TAPM_PROV
from data.store import Row, Tx

PENGATUR = (TAPM_KAB, TAPM_PROV, ADMIN)
"""Roles that may set days for their own place, once the level above has confirmed them."""
SETAHUN = 10
"""Days off: a year of which an admin wrote at least so many counts as filled in. Every decree since 2015 had more."""


@dataclass(frozen=True)
class HariDaerah:
    id: int
    kode: str
    """The kabupaten or provinsi; '0' is everywhere."""
    tanggal: str
    nama: str
    libur: bool
    """False: a working day, whatever the national list says."""


@dataclass(frozen=True)
class Kalender:
    """Days off at one place, for the days it was asked for."""

    nasional: KalenderLibur
    daerah: dict[str, HariDaerah]
    """By ISO date, the nearest word."""

    def libur_pada(self, tanggal: date) -> str | None:
        """What to call the day off; None when it is none. A plain weekend has no name."""
        setempat = self.daerah.get(tanggal.isoformat())
        if setempat is None:
            return self.nasional.libur_pada(tanggal)
        return setempat.nama if setempat.libur else None

    def hari_kerja(self, tanggal: date) -> bool:
        setempat = self.daerah.get(tanggal.isoformat())
        if setempat is None:
            return self.nasional.hari_kerja(tanggal)
        return not setempat.libur


def kalender(tx: Tx, kode: str, dari: date, sampai: date) -> Kalender:
    """`kode`: a place of any level, or '' where none is known."""
    rows = tx.all(
        "SELECT id, kode, tanggal, nama, libur FROM libur_daerah WHERE tanggal BETWEEN ? AND ? AND kode IN (?, ?, ?) "
        "ORDER BY CASE WHEN kode = ? THEN 0 ELSE 1 END, kode, tanggal",  # the widest first: the nearest overwrites it
        (dari.isoformat(), sampai.isoformat(), SEMUA_WILAYAH, kode[:2], kode[:5], SEMUA_WILAYAH),
    )
    return Kalender(muat_libur(), {row["tanggal"]: _hari(row) for row in rows})


def libur(tx: Tx, kode: str, tanggal: date) -> str | None:
    """What to call the day off there; None when it is none, or a plain weekend."""
    return kalender(tx, kode, tanggal, tanggal).libur_pada(tanggal)


def hari_kerja(tx: Tx, kode: str, tanggal: date) -> bool:
    return kalender(tx, kode, tanggal, tanggal).hari_kerja(tanggal)


def terisi(tx: Tx, tahun: int) -> bool:
    """False: the days off of that year are "belum diisi", so only weekends and local days are off."""
    if muat_libur().terisi(tahun):
        return True
    row = tx.one(
        "SELECT COUNT(*) AS n FROM libur_daerah WHERE kode = ? AND libur = 1 AND tanggal BETWEEN ? AND ?",
        (SEMUA_WILAYAH, f"{tahun}-01-01", f"{tahun}-12-31"),
    )
    return row is not None and int(row["n"]) >= SETAHUN


class LiburQ:
    """Everybody may know them; set they are by those whose confirmed assignment covers the place."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    @property
    def tempat(self) -> list[str]:
        """Kabupaten (or wider) that the person has a role in, by code; empty for a warga."""
        return sorted({t.wilayah[:5] for t in self._lingkup.tugas if t.wilayah != SEMUA_WILAYAH})

    @property
    def wilayah_atur(self) -> list[str]:
        """Places that the person may set days for, each with all that lies in it."""
        return sorted({t.wilayah for t in self._lingkup.tugas if t.disahkan and t.peran in PENGATUR})

    def boleh(self, kode: str) -> bool:
        return any(mencakup(akar, kode) for akar in self.wilayah_atur)

    def terisi(self, tahun: int) -> bool:
        """False: the days off of that year are "belum diisi", so only weekends and local days are off."""
        return terisi(self._tx, tahun)

    def hari_kerja(self, dari: date, sampai: date) -> Callable[[date], bool]:
        """Whether a day in that span is a working day in any of the person's places."""
        semua = [kalender(self._tx, kode, dari, sampai) for kode in self.tempat or [""]]
        return lambda tanggal: any(satu.hari_kerja(tanggal) for satu in semua)

    def mendatang(self, dari: date, sampai: date, kode: Iterable[str]) -> list[tuple[date, str, str]]:
        """(day, name, place): days off in that span, by day. The place is '' where it is off in all of them."""
        kode = list(kode) or [""]
        semua = {satu: kalender(self._tx, satu, dari, sampai) for satu in kode}
        hari = [date.fromordinal(n) for n in range(dari.toordinal(), sampai.toordinal() + 1)]
        hasil = []
        for satu in hari:
            nama = {k: n for k, kal in semua.items() if (n := kal.libur_pada(satu))}
            if len(nama) == len(kode) and len(set(nama.values())) == 1:
                hasil.append((satu, nama[kode[0]], ""))
            else:
                hasil += [(satu, n, k) for k, n in nama.items()]
        return hasil

    def ambil(self, kode: str, tanggal: date) -> HariDaerah | None:
        """What was set for exactly this place."""
        row = self._tx.one(
            "SELECT id, kode, tanggal, nama, libur FROM libur_daerah WHERE kode = ? AND tanggal = ?",
            (kode, tanggal.isoformat()),
        )
        return None if row is None else _hari(row)

    def sebutan(self, kode: str, tanggal: date) -> str | None:
        return libur(self._tx, kode, tanggal)

    def kerja(self, kode: str, tanggal: date) -> bool:
        return hari_kerja(self._tx, kode, tanggal)

    def atur(self, kode: str, tanggal: date, nama: str, *, libur: bool) -> None:
        """Raises LookupError for a place that the person may not set days for."""
        self._wajib(kode)
        lama = self.ambil(kode, tanggal)
        row = self._tx.one(
            "INSERT INTO libur_daerah (kode, tanggal, nama, libur, oleh, dibuat) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (kode, tanggal) DO UPDATE SET nama = excluded.nama, libur = excluded.libur, "
            "oleh = excluded.oleh, dibuat = excluded.dibuat RETURNING id",
            (kode, tanggal.isoformat(), nama, int(libur), self._pelaku.orang_id, self._pelaku.kini),
        )
        assert row is not None
        self._catat("ubah", int(row["id"]), lama, HariDaerah(0, kode, tanggal.isoformat(), nama, libur))

    def hapus(self, kode: str, tanggal: date) -> None:
        """Back to what the wider place says. Nothing where nothing was set; raises LookupError as `atur` does."""
        self._wajib(kode)
        if lama := self.ambil(kode, tanggal):
            self._tx.run("DELETE FROM libur_daerah WHERE id = ?", (lama.id,))
            self._catat("hapus", lama.id, lama, None)

    def _wajib(self, kode: str) -> None:
        if not self.boleh(kode):
            raise LookupError(f"no place {kode} to set days for")

    def _catat(self, apa: str, id_: int, lama: HariDaerah | None, baru: HariDaerah | None) -> None:
        self._jejak.tulis(apa, "libur_daerah", id_, sebelum=_teks(lama), sesudah=_teks(baru))


def _hari(row: Row) -> HariDaerah:
    return HariDaerah(int(row["id"]), row["kode"], row["tanggal"], row["nama"], bool(row["libur"]))


def _teks(hari: HariDaerah | None) -> str | None:
    if hari is None:
        return None
    return f"{hari.kode} {hari.tanggal} {'libur' if hari.libur else 'kerja'} {hari.nama}".strip()
