"""What is done: by somebody's word, by the board of the village's papers, by a musyawarah, an entry or an event.

Grouped: as many queries for one village as for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from data.kalender.daerah import Jatuh
from data.kalender.periode import TANGGAL, jendela
from data.katalog.musdes import TAHAP
from data.store import Param, Row, Tx

DALAM = (
    "WITH a (kode) AS (VALUES {akar}), d (kode, nama) AS (SELECT DISTINCT w.kode, w.nama FROM a JOIN wilayah w "
    "ON w.kode >= a.kode AND w.kode < a.kode || '/' WHERE LENGTH(w.kode) = 13) "
)


def dari_desa(tabel: str, akar: Collection[str] | None) -> tuple[str, str, list[Param]]:
    """What stands before SELECT, what stands after FROM, and the parameters: rows `t` of villages under `akar`."""
    if akar is None:
        return "", f"{tabel} t WHERE 1 = 1", []
    return DALAM.format(akar=", ".join(["(?)"] * len(akar))), f"d CROSS JOIN {tabel} t WHERE t.desa = d.kode", [*akar]


def desa_di(tx: Tx, akar: Collection[str] | None) -> list[tuple[str, str]]:
    """(code, name) of the known villages at or under those places, by code."""
    if akar is None:
        rows = tx.all("SELECT kode, nama FROM wilayah WHERE LENGTH(kode) = 13 ORDER BY kode")
    elif not akar:
        return []
    else:
        rows = tx.all(
            f"{DALAM.format(akar=', '.join(['(?)'] * len(akar)))}SELECT kode, nama FROM d ORDER BY kode", [*akar]
        )
    return [(row["kode"], row["nama"]) for row in rows]


def peristiwa_di(tx: Tx, akar: Collection[str] | None) -> list[Row]:
    """desa, jenis, tanggal of every event that stands."""
    if akar is not None and not akar:
        return []
    awal, dari, params = dari_desa("peristiwa_desa", akar)
    return tx.all(f"{awal}SELECT t.desa, t.jenis, t.tanggal FROM {dari} AND t.dihapus IS NULL ORDER BY t.id", params)


class Capaian:
    """In which of the villages under `akar` (everywhere when None) these items are done, or by which people."""

    def __init__(
        self,
        tx: Tx,
        semua: Iterable[Jatuh],
        akar: Collection[str] | None,
        kejadian: Iterable[Row],
        orang: Collection[int] = (),
    ) -> None:
        self._tx = tx
        self._akar = akar
        items = list({(j.acara.kode, j.periode): j for j in semua}.values())
        desa = [j for j in items if not j.acara.diri] if akar is None or akar else []
        self._kata: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in (*self._berkata(desa), *self._milik([j for j in items if j.acara.diri], orang)):
            self._kata[row["acara"], row["periode"]].add(row["desa"])
        self._papan: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        for row in self._siklus(desa):
            self._papan[row["dokumen"], int(row["tahun"])].append((row["desa"], TAHAP.index(row["tahap"])))
        self._hari: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in (*self._musdes(desa), *self._kegiatan(desa)):
            self._hari[row["apa"]].append((row["desa"], row["tanggal"]))
        for row in kejadian:
            self._hari[row["jenis"]].append((row["desa"], row["tanggal"]))
        self._diketahui: dict[tuple[str, str], set[str]] = {}

    def kata(self, jatuh: Jatuh) -> set[str]:
        """Where somebody said so: villages, or people by `diri`."""
        return self._kata[jatuh.acara.kode, jatuh.periode]

    def selesai(self, jatuh: Jatuh, desa: str) -> bool:
        return desa in self.kata(jatuh) or desa in self.diketahui(jatuh)

    def diketahui(self, jatuh: Jatuh) -> set[str]:
        """Where it is known without anybody's word."""
        kunci = (jatuh.acara.kode, jatuh.periode)
        if kunci not in self._diketahui:
            self._diketahui[kunci] = self._cari(jatuh)
        return self._diketahui[kunci]

    def _cari(self, jatuh: Jatuh) -> set[str]:
        bila = jatuh.acara.selesai_bila
        hasil: set[str] = set()
        if bila.siklus:
            paling = TAHAP.index(bila.siklus[1])
            papan = (self._papan[bila.siklus[0], tahun] for tahun in _tahun_papan(jatuh))
            hasil = {desa for satu in papan for desa, tahap in satu if tahap >= paling}
        dari, sampai = (hari.isoformat() for hari in jendela(jatuh.acara, jatuh.periode))
        for apa in (*bila.musdes, *bila.kegiatan, *bila.peristiwa):
            sendiri = apa == jatuh.acara.kapan.peristiwa  # the event itself is not what ends it
            hasil |= {d for d, hari in self._hari[apa] if dari <= hari <= sampai and not (sendiri and hari == dari)}
        return hasil

    def _berkata(self, semua: list[Jatuh]) -> list[Row]:
        if not semua:
            return []
        awal, dari, params = dari_desa("kalender_selesai", self._akar)
        acara, periode = sorted({j.acara.kode for j in semua}), sorted({j.periode for j in semua})
        return self._tx.all(
            f"{awal}SELECT t.desa, t.acara, t.periode FROM {dari} AND t.acara IN ({_tanya(acara)}) "
            f"AND t.periode IN ({_tanya(periode)})",
            [*params, *acara, *periode],
        )

    def _milik(self, semua: list[Jatuh], orang: Collection[int]) -> list[Row]:
        if not semua or not orang:
            return []
        siapa, periode = [diri(id_) for id_ in orang], sorted({j.periode for j in semua})
        return self._tx.all(
            f"SELECT desa, acara, periode FROM kalender_selesai WHERE desa IN ({_tanya(siapa)}) "
            f"AND periode IN ({_tanya(periode)})",
            [*siapa, *periode],
        )

    def _siklus(self, semua: list[Jatuh]) -> list[Row]:
        pakai = [j for j in semua if j.acara.selesai_bila.siklus]
        if not pakai:
            return []
        dokumen = sorted({j.acara.selesai_bila.siklus[0] for j in pakai if j.acara.selesai_bila.siklus})
        tahun = sorted({t for j in pakai for t in _tahun_papan(j)})
        awal, dari, params = dari_desa("siklus", self._akar)
        return self._tx.all(
            f"{awal}SELECT t.desa, t.dokumen, t.tahun, t.tahap FROM {dari} AND t.dokumen IN ({_tanya(dokumen)}) "
            f"AND t.tahun IN ({_tanya(tahun)})",
            [*params, *dokumen, *tahun],
        )

    def _musdes(self, semua: list[Jatuh]) -> list[Row]:
        jenis, rentang = _dipakai(semua, "musdes")
        if not jenis:
            return []
        awal, dari, params = dari_desa("musdes_desa", self._akar)
        return self._tx.all(
            f"{awal}SELECT x.desa, m.jenis AS apa, x.tanggal FROM (SELECT t.desa, t.tanggal, t.musdes_id FROM {dari} "
            "AND t.tanggal BETWEEN ? AND ?) AS x JOIN musdes m ON m.id = x.musdes_id "
            f"WHERE m.status = 'selesai' AND m.dihapus IS NULL AND m.jenis IN ({_tanya(jenis)})",
            [*params, *rentang, *jenis],
        )

    def _kegiatan(self, semua: list[Jatuh]) -> list[Row]:
        kode, rentang = _dipakai(semua, "kegiatan")
        if not kode:
            return []
        awal, dari, params = dari_desa("kegiatan", self._akar)
        return self._tx.all(
            f"{awal}SELECT DISTINCT t.desa, t.kegiatan AS apa, t.tanggal FROM {dari} AND t.tanggal BETWEEN ? AND ? "
            f"AND t.kegiatan IN ({_tanya(kode)}) AND t.dihapus IS NULL",
            [*params, *rentang, *kode],
        )


def diri(orang_id: int) -> str:
    """Where a village's code stands, for what is a person's own."""
    return f"orang:{orang_id}"


def _tahun_papan(jatuh: Jatuh) -> tuple[int, ...]:
    bila = jatuh.acara.selesai_bila.siklus
    assert bila
    tahun = int(jatuh.periode[:4]) + bila[2]
    return (tahun, tahun + 1) if len(jatuh.periode) == TANGGAL else (tahun,)


def _dipakai(semua: list[Jatuh], apa: str) -> tuple[list[str], list[str]]:
    """The codes looked for, and the first and the last day on which they count."""
    pakai = [(getattr(j.acara.selesai_bila, apa), jendela(j.acara, j.periode)) for j in semua]
    pakai = [satu for satu in pakai if satu[0]]
    if not pakai:
        return [], []
    kode = sorted({k for satu, _ in pakai for k in satu})
    return kode, [min(j[0] for _, j in pakai).isoformat(), max(j[1] for _, j in pakai).isoformat()]


def _tanya(semua: Collection[object]) -> str:
    return ", ".join("?" * len(semua))
