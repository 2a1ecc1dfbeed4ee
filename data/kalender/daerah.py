"""Deadlines where somebody works: the catalogue's days, the place's own, and what counts from a village's events.

The nearest word counts: the kabupaten's, else the provinsi's, else the admin's for all of Indonesia.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple

from data.kalender.periode import dari_peristiwa, mungkin, periode_acara, tanggal
from data.katalog.kalender import Acara, muat_kalender
from data.katalog.libur import muat_libur
from data.libur import HariDaerah, Kalender
from data.lingkup import SEMUA_WILAYAH
from data.store import Row, Tx

SENDIRI, DIRI = "sendiri:", "sendiri:d"
"""How the codes of a place's own deadlines begin: of the villages', and of the facilitators themselves."""
TENGGANG_SENDIRI = 7
MENURUT = "ketetapan daerah"


class Jatuh(NamedTuple):
    """An item on its day."""

    acara: Acara
    periode: str
    jatuh: date
    menurut: str = ""
    """Where the place's own day is from; '' where it is the catalogue's."""

    @property
    def kira_kira(self) -> bool:
        return self.acara.kira_kira and not self.menurut


class KalenderDaerah:
    """The days of every item in the kabupaten asked for (all of them without), from `dari` until `sampai`."""

    def __init__(self, tx: Tx, kabupaten: Collection[str] | None, dari: date, sampai: date) -> None:
        self._tx = tx
        self._kabupaten = kabupaten
        self._rentang = (dari, sampai)
        self._ubah: dict[str, dict[str, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
        """By place, by item, by period."""
        syarat, params = _tempat(kabupaten)
        for row in tx.all(
            f"SELECT kode, acara, periode, tanggal, nama, sumber, dibuat FROM kalender_daerah{syarat}", params
        ):
            self._ubah[row["kode"]][row["acara"]][row["periode"]] = row
        self._jadi: dict[str, list[Jatuh]] = {}

    def di(self, kode: str) -> list[Jatuh]:
        """By day; `kode` is any place in the kabupaten. Events' are not among them."""
        kab = kode[:5]
        if kab not in self._jadi:
            self._jadi[kab] = self._susun((kab, kab[:2], SEMUA_WILAYAH))
        return self._jadi[kab]

    def _susun(self, tempat: tuple[str, ...]) -> list[Jatuh]:
        punya = [self._ubah[satu] for satu in tempat if satu in self._ubah]
        if not punya:
            return self._nasional
        diubah = {kode for satu in punya for kode in satu}
        hasil = [satu for satu in self._nasional if satu.acara.kode not in diubah]
        for kode in sorted(diubah):
            kata = [satu[kode] for satu in punya if kode in satu]
            acara = acara_sendiri(kata[0]) if kode.startswith(SENDIRI) else muat_kalender().menurut_kode(kode)
            if acara is not None:
                hasil += self._waktu(acara, kata)
        return sorted(hasil, key=lambda j: (j.jatuh, j.acara.kode))

    @cached_property
    def _nasional(self) -> list[Jatuh]:
        semua = (satu for acara in muat_kalender().acara for satu in self._waktu(acara, []))
        return sorted(semua, key=lambda j: (j.jatuh, j.acara.kode))

    def _waktu(self, acara: Acara, kata: list[dict[str, Row]]) -> Iterable[Jatuh]:
        dari, sampai = self._rentang
        for periode, jatuh in periode_acara(acara, dari, sampai):
            ditetapkan = next((satu.get(periode) or satu[""] for satu in kata if periode in satu or "" in satu), None)
            hari = jatuh if ditetapkan is None else tanggal_daerah(ditetapkan["tanggal"], periode)
            if hari is None or not dari <= hari <= sampai:
                continue
            if ditetapkan is None:
                yield Jatuh(acara, periode, hari)
            elif not acara.kode.startswith(SENDIRI) or hari >= _sejak(ditetapkan):
                yield Jatuh(acara, periode, hari, ditetapkan["sumber"] or MENURUT)

    @cached_property
    def _libur(self) -> dict[str, list[Row]]:
        syarat, params = _tempat(self._kabupaten)
        hasil: dict[str, list[Row]] = defaultdict(list)
        for row in self._tx.all(f"SELECT id, kode, tanggal, nama, libur FROM libur_daerah{syarat}", params):
            hasil[row["kode"]].append(row)
        return hasil

    def kerja(self, kode: str) -> Callable[[date], bool]:
        """Whether a day is a working day there."""
        if kode[:5] not in self._kerja:
            urut = (SEMUA_WILAYAH, kode[:2], kode[:5])  # the nearest overwrites
            hari = {row["tanggal"]: _hari(row) for tempat in urut for row in self._libur.get(tempat, ())}
            self._kerja[kode[:5]] = Kalender(muat_libur(), hari)
        return self._kerja[kode[:5]].hari_kerja

    @cached_property
    def _kerja(self) -> dict[str, Kalender]:
        return {}

    def dari_kejadian(self, desa: str, jenis: str, terjadi: date) -> list[Jatuh]:
        """What counts from an event of that village, within the days asked for."""
        hasil = []
        dari, sampai = self._rentang
        for acara in muat_kalender().dari_peristiwa(jenis):
            if not mungkin(acara, terjadi, dari, sampai):
                continue
            jatuh = dari_peristiwa(acara, terjadi, self.kerja(desa))
            if dari <= jatuh <= sampai:
                hasil.append(Jatuh(acara, terjadi.isoformat(), jatuh))
        return hasil


def tanggal_daerah(teks: str | None, periode: str) -> date | None:
    """'2026-12-15', '12-15' every year, '15' every month; None: it is not kept there."""
    if teks is None:
        return None
    if len(teks) <= 2:
        return tanggal(int(periode[:4]), int(periode[5:]) if "-" in periode else 1, int(teks))
    if len(teks) == 5:
        return tanggal(int(periode[:4]), int(teks[:2]), int(teks[3:]))
    return date.fromisoformat(teks)


def acara_sendiri(kata: dict[str, Row]) -> Acara:
    """A place's own deadline: once, every year or every month."""
    periode, row = next(iter(kata.items()))
    hari: str = row["tanggal"]
    diri = row["acara"].startswith(DIRI)
    return Acara(
        kode=row["acara"],
        nama=row["nama"][:40],
        label=row["nama"][:24],
        bantu="",
        pelaku="",
        batas=f"bulan {int(hari)}" if len(hari) <= 2 else hari[-5:],
        kira_kira=False,
        dasar=row["sumber"] or MENURUT,
        sumber=row["sumber"] or MENURUT,
        yakin="teks",
        diperiksa=date(2026, 11, 21),
        langkah=(7, 1),
        untuk=("pld", "pd", "teknis", "tapm_kab") if diri else ("pld", "pd"),
        tahun=int(periode[:4]) if periode else None,
        tenggang=None if diri else TENGGANG_SENDIRI,
        lingkup="diri" if diri else "desa",
    )


def _sejak(row: Row) -> date:
    """A deadline of the place's own is not due before somebody wrote it down."""
    return datetime.fromtimestamp(row["dibuat"], UTC).date()


def _tempat(kabupaten: Collection[str] | None) -> tuple[str, list[str]]:
    if kabupaten is None:
        return "", []
    kode = sorted({SEMUA_WILAYAH, *kabupaten, *(satu[:2] for satu in kabupaten)})
    return f" WHERE kode IN ({', '.join('?' * len(kode))})", kode


def _hari(row: Row) -> HariDaerah:
    return HariDaerah(int(row["id"]), row["kode"], row["tanggal"], row["nama"], bool(row["libur"]))
