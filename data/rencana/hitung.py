"""How far a plan is: counted from the entries of who made it, in its place and year. Nobody is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from data.katalog.kegiatan import PILAR, Pilar
from data.rencana.isi import BULAN, KALI, KOLOM_B, ORANG, Butir, Rencana, butir_dari, urutan_pilar
from data.rencana.pekan import akhir, pekan_dari
from data.store import Tx


@dataclass(frozen=True)
class Catatan:
    """One entry, as far as a plan looks at it."""

    hari: date
    peserta: int


@dataclass(frozen=True)
class Kemajuan:
    butir: Butir
    tercapai: int | None
    """In the item's unit; None where entries do not count it and nobody has said."""
    catatan: int
    terisi: frozenset[str]
    """Weeks with an entry."""
    tertinggal: tuple[str, ...]
    """Planned weeks that have passed since the plan was made, without an entry and with none that made up for them."""
    tersusul: frozenset[str] = frozenset()
    """The same, with one that did, or with the target reached."""

    @property
    def selesai(self) -> bool:
        return self.tercapai is not None and self.tercapai >= self.butir.target

    @property
    def persen(self) -> int:
        return min((self.tercapai or 0) * 100 // self.butir.target, 100)


@dataclass(frozen=True)
class PilarMaju:
    pilar: Pilar
    butir: int
    selesai: int
    persen: int
    """The mean of its items, none of them more than 100."""
    tertinggal: int


def hitung(tx: Tx, rencana: Sequence[Rencana], hari: date, *, dicoret: bool = False) -> dict[int, list[Kemajuan]]:
    """By plan, its items by pillar; two queries however many plans. `dicoret`: with those struck out since approval."""
    if not rencana:
        return {}
    ids = [r.id for r in rencana]
    tanya = ", ".join("?" * len(ids))
    hidup = "(b.dihapus IS NULL OR b.tanda = 'dicoret')" if dicoret else "b.dihapus IS NULL"
    butir = [
        butir_dari(row)
        for row in tx.all(f"SELECT {KOLOM_B} FROM rencana_butir b WHERE b.rencana_id IN ({tanya}) AND {hidup}", ids)
    ]
    catatan = _catatan(tx, ids, tanya)
    mulai = {r.id: (r.tahun, datetime.fromtimestamp(r.dibuat, UTC).date()) for r in rencana}
    hasil: dict[int, list[Kemajuan]] = {id_: [] for id_ in ids}
    for b in sorted(butir, key=lambda b: (urutan_pilar(b), b.urutan)):
        hasil[b.rencana_id].append(maju(b, catatan[b.rencana_id, b.kegiatan], *mulai[b.rencana_id], hari))
    return hasil


def _catatan(tx: Tx, ids: Sequence[int], tanya: str) -> Mapping[tuple[int, str], list[Catatan]]:
    """Approved or not, as everywhere; a deleted entry counts for nothing."""
    hasil: dict[tuple[int, str], list[Catatan]] = defaultdict(list)
    for row in tx.all(
        "SELECT r.id, k.kegiatan, k.tanggal, k.peserta FROM rencana r JOIN kegiatan k ON k.orang_id = r.orang_id "
        "AND k.desa = r.desa AND k.tanggal BETWEEN CAST(r.tahun AS TEXT) || '-01-01' "
        f"AND CAST(r.tahun AS TEXT) || '-12-31' AND k.dihapus IS NULL WHERE r.id IN ({tanya})",
        ids,
    ):
        satu = Catatan(date.fromisoformat(row["tanggal"]), int(row["peserta"] or 0))
        hasil[int(row["id"]), row["kegiatan"]].append(satu)
    return hasil


def maju(b: Butir, catatan: Sequence[Catatan], tahun: int, dibuat: date, hari: date) -> Kemajuan:
    """A week that was over when the plan was made is no promise that was not kept."""
    terisi = frozenset(pekan_dari(c.hari) for c in catatan)
    tercapai = _tercapai(b, catatan)
    cukup = tercapai is not None and tercapai >= b.target
    lewat = tuple(p for p in b.pekan if dibuat <= akhir(tahun, p) < hari)
    tertinggal = () if cukup else _belum_tersusul(lewat, catatan)
    return Kemajuan(b, tercapai, len(catatan), terisi, tertinggal, frozenset(lewat) - terisi - set(tertinggal))


def _belum_tersusul(lewat: Sequence[str], catatan: Sequence[Catatan]) -> tuple[str, ...]:
    """One entry is for its own week; any other makes up for a week of its month, else for the oldest."""
    ada = [pekan_dari(c.hari) for c in sorted(catatan, key=lambda c: c.hari)]
    kosong = [p for p in lewat if p not in ada]
    for satu in set(lewat) & set(ada):
        ada.remove(satu)
    sisa = 0
    for satu in ada:
        sebulan = next((p for p in kosong if p[:2] == satu[:2]), None)
        if sebulan is None:
            sisa += 1
        else:
            kosong.remove(sebulan)
    return tuple(kosong[sisa:])


def _tercapai(b: Butir, catatan: Sequence[Catatan]) -> int | None:
    if b.satuan == KALI:
        return len(catatan)
    if b.satuan == ORANG:
        return sum(c.peserta for c in catatan)
    if b.satuan == BULAN:
        return len({c.hari.month for c in catatan})
    return b.capaian


def menurut_pilar(semua: Iterable[Kemajuan]) -> list[PilarMaju]:
    """Pillars that have items, in their order; an item whose activity has gone from the catalogue is in none."""
    hasil = []
    semua = [m for m in semua if m.butir.dihapus is None]
    for pilar in PILAR:
        if ini := [m for m in semua if m.butir.pilar == pilar]:
            persen = sum(m.persen for m in ini) // len(ini)
            selesai, tertinggal = sum(m.selesai for m in ini), sum(bool(m.tertinggal) for m in ini)
            hasil.append(PilarMaju(pilar, len(ini), selesai, persen, tertinggal))
    return hasil
