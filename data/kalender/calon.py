"""For whom which deadline is at a step today, before anybody looks whether it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.kalender.daerah import Jatuh, KalenderDaerah
from data.kalender.langkah import NAIK, langkah_pada, naik_pada
from data.lingkup import SEMUA_WILAYAH
from data.orang import PD, PENDAMPING, PLD
from data.store import Row, Tx

Kunci = tuple[int, str, str, date]
"""(person, item, period, day)"""


@dataclass
class Calon:
    """A line that may become one: where it is to be looked at."""

    jatuh: Jatuh
    langkah: int
    akar: set[str] = field(default_factory=set)
    sebut: bool = False
    """Whether villages are named."""


@dataclass(frozen=True)
class Tugas:
    orang_id: int
    peran: str
    akar: str


def tugas_berlaku(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date]) -> list[Tugas]:
    """In force on the person's own day. For villages of others' work the level above must have confirmed it."""
    ini = [hari[id_] for id_ in orang_ids]
    rows = tx.all(
        "SELECT orang_id, peran, wilayah, dari, sampai, disahkan FROM penugasan "
        f"WHERE orang_id IN ({', '.join('?' * len(orang_ids))}) AND dari <= ? AND (sampai IS NULL OR sampai >= ?) "
        "ORDER BY orang_id, wilayah",
        [*orang_ids, max(ini).isoformat(), min(ini).isoformat()],
    )
    hasil = []
    for row in rows:
        id_, sekarang = int(row["orang_id"]), hari[int(row["orang_id"])].isoformat()
        berlaku = row["dari"] <= sekarang and (row["sampai"] is None or row["sampai"] >= sekarang)
        if berlaku and row["peran"] in PENDAMPING and (row["disahkan"] or row["peran"] == PLD):
            hasil.append(Tugas(id_, row["peran"], row["wilayah"]))
    return hasil


def berdesa(tugas: Tugas) -> bool:
    """Whether villages' deadlines concern that role: of a province they would be thousands."""
    return tugas.akar.count(".") > 0 and tugas.akar != SEMUA_WILAYAH


def calon_tetap(tugas: list[Tugas], hari: Mapping[int, date], kalender: KalenderDaerah) -> dict[Kunci, Calon]:
    hasil: dict[Kunci, Calon] = {}
    dekat: dict[tuple[str, str, date], list[tuple[Jatuh, int, bool]]] = {}
    for t in tugas:
        kunci = (t.akar[:5], t.peran, hari[t.orang_id])
        if kunci not in dekat:
            dekat[kunci] = _tiba(kalender.di(t.akar), t, hari[t.orang_id], kalender)
        for jatuh, langkah, sebut in dekat[kunci]:
            if jatuh.acara.diri or berdesa(t):
                _tambah(hasil, t, jatuh, langkah, sebut=sebut)
    return hasil


def calon_kejadian(
    calon: dict[Kunci, Calon],
    tugas: list[Tugas],
    hari: Mapping[int, date],
    kalender: KalenderDaerah,
    kejadian: list[Row],
) -> None:
    milik: dict[str, list[Tugas]] = defaultdict(list)
    for t in tugas:
        milik[t.akar].append(t)
    for row in kejadian:
        semua = kalender.dari_kejadian(row["desa"], row["jenis"], date.fromisoformat(row["tanggal"]))
        for t in (t for akar in (row["desa"], row["desa"][:8], row["desa"][:5]) for t in milik.get(akar, ())):
            for jatuh, langkah, sebut in _tiba(semua, t, hari[t.orang_id], kalender):
                _tambah(calon, t, jatuh, langkah, sebut=sebut)


def _tiba(semua: list[Jatuh], t: Tugas, hari: date, kalender: KalenderDaerah) -> list[tuple[Jatuh, int, bool]]:
    """(item, step, whether villages are named) of those at a step that this role hears of."""
    hasil = []
    for satu in semua:
        if t.peran in satu.acara.untuk:
            langkah = langkah_pada(satu.acara, satu.jatuh, hari, kalender.kerja(t.akar))
            sebut = t.peran in (PLD, PD)
        else:
            langkah, sebut = naik_pada(satu.acara, satu.jatuh, hari, t.peran), False
        if langkah is not None:
            hasil.append((satu, langkah, sebut))
    return hasil


def _tambah(calon: dict[Kunci, Calon], t: Tugas, jatuh: Jatuh, langkah: int, *, sebut: bool) -> None:
    """Who has two roles there hears of it in the one that is told more."""
    kunci = (t.orang_id, jatuh.acara.kode, jatuh.periode, jatuh.jatuh)
    satu = calon.setdefault(kunci, Calon(jatuh, langkah, sebut=sebut))
    if satu.langkah >= NAIK > langkah:
        satu = calon[kunci] = Calon(jatuh, langkah, sebut=sebut)
    if (satu.langkah >= NAIK) == (langkah >= NAIK):
        if not jatuh.acara.diri:
            satu.akar.add(t.akar)
        satu.sebut = satu.sebut or sebut
