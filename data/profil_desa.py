"""What a village's screen adds to its registers: who serves it, who was there when, what waits and since when.

Few queries however many villages; those outside the scope are as if they were not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.kalender import TenggatDesa, mendatang
from data.keputusan_isi import MENUNGGU, Jumlah
from data.lingkup import Lingkup, mencakup
from data.masalah.isi import DIIKUTI, DITERUSKAN
from data.masalah.isi import PENDAMPING as ASAL
from data.orang import ADMIN, PD, PENDAMPING, PLD, TEKNIS
from data.store import Param, Row, Tx

PENGAMPU = (PLD, PD, TEKNIS)
"""Whose assignments serve a village, the nearest first."""
MENANGANI = (*PENDAMPING, ADMIN)
"""Whom problems of a place may be told, as in data/masalah."""
KE_DEPAN, KE_BELAKANG = timedelta(days=60), timedelta(days=30)
"""As in one's own calendar: past ones are told for so long while they are open."""
SEKALIGUS = 500
"""Codes of one statement."""


@dataclass(frozen=True)
class Pengampu:
    """Somebody whose confirmed assignment serves the village today."""

    nama: str
    peran: str
    dari: str
    """ISO date."""
    pengganti: bool = False
    """Only while another is away."""


@dataclass(frozen=True)
class Kunjungan:
    """Visits of one village."""

    terakhir: str
    """ISO date."""
    oleh: tuple[str, ...]
    """Names of those who were there on that day."""
    tahun_ini: int


class ProfilDesaQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._hari = hari

    def pengampu(self, desa: str) -> list[Pengampu]:
        """Of the village itself first, then of its kecamatan."""
        if not self._lingkup.boleh_baca(desa):
            return []
        hari = self._hari.isoformat()
        rows = self._tx.all(
            "SELECT o.nama, p.peran, MIN(p.dari) AS dari, MIN(CASE WHEN p.untuk IS NULL THEN 0 ELSE 1 END) AS wakil "
            "FROM penugasan p JOIN orang o ON o.id = p.orang_id WHERE p.disahkan = 1 AND p.wilayah IN (?, ?) "
            f"AND p.peran IN {PENGAMPU} AND p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= ?) "
            "GROUP BY o.id, o.nama, p.peran ORDER BY dari, o.id",
            (desa, desa[:8], hari, hari),
        )
        semua = [Pengampu(r["nama"], r["peran"], r["dari"], bool(r["wakil"])) for r in rows]
        return sorted(semua, key=lambda p: (PENGAMPU.index(p.peran), p.pengganti))

    def kunjungan(self, desa: Collection[str]) -> dict[str, Kunjungan]:
        """By village, those that were ever visited: entries at the place itself, up to today."""
        hari = self._hari.isoformat()
        hasil: dict[str, Kunjungan] = {}
        for kode, tanda in self._bagian(desa):
            rows = self._tx.all(
                "SELECT x.desa, x.terakhir, x.jumlah, o.nama FROM (SELECT desa, MAX(tanggal) AS terakhir, "
                "SUM(CASE WHEN tanggal >= ? THEN 1 ELSE 0 END) AS jumlah FROM kegiatan "
                f"WHERE cara = 'desa' AND dihapus IS NULL AND tanggal <= ? AND desa IN ({tanda}) GROUP BY desa) x "
                "JOIN kegiatan k ON k.desa = x.desa AND k.tanggal = x.terakhir AND k.cara = 'desa' "
                "AND k.dihapus IS NULL JOIN orang o ON o.id = k.orang_id ORDER BY k.jam, k.id",
                [f"{self._hari.year}-01-01", hari, *kode],
            )
            oleh: dict[str, list[str]] = defaultdict(list)
            for r in rows:
                oleh[r["desa"]].append(r["nama"])
                hasil[r["desa"]] = Kunjungan(r["terakhir"], tuple(dict.fromkeys(oleh[r["desa"]])), int(r["jumlah"]))
        return hasil

    def keputusan(self, desa: Collection[str]) -> dict[str, Jumlah]:
        """By village, those where a musyawarah's decision is still awaited."""
        rows = self._per_desa(
            "SELECT d.desa, COUNT(*) AS n, SUM(CASE WHEN k.tenggat < ? THEN 1 ELSE 0 END) AS lewat FROM keputusan k "
            "JOIN musdes m ON m.id = k.musdes_id JOIN musdes_desa d ON d.musdes_id = m.id "
            f"WHERE k.dihapus IS NULL AND m.dihapus IS NULL AND {MENUNGGU} AND d.desa IN ({{tanda}}) GROUP BY d.desa",
            [self._hari.isoformat()],
            desa,
        )
        return {r["desa"]: Jumlah(int(r["n"]), int(r["lewat"] or 0)) for r in rows}

    def masalah(self, desa: Collection[str]) -> dict[str, Jumlah]:
        """By village, open ones without the secret ones, whoever may read those: what is counted here is passed on."""
        rows = self._per_desa(
            "SELECT m.desa, COUNT(*) AS n, SUM(CASE WHEN m.tenggat < ? AND m.status <> ? THEN 1 ELSE 0 END) AS lewat "
            f"FROM masalah m WHERE m.rahasia = 0 AND m.status IN {DIIKUTI} AND (m.orang_id <> ? OR m.asal = ?) "
            "AND m.desa IN ({tanda}) GROUP BY m.desa",
            [self._hari.isoformat(), DITERUSKAN, self._lingkup.orang_id, ASAL],
            [kode for kode in desa if self.boleh_masalah(kode)],
        )
        return {r["desa"]: Jumlah(int(r["n"]), int(r["lewat"] or 0)) for r in rows}

    def boleh_masalah(self, desa: str) -> bool:
        tugas = (t for t in self._lingkup.tugas if t.disahkan and t.peran in MENANGANI)
        return any(mencakup(t.wilayah, desa) for t in tugas)

    def tenggat(self, desa: str) -> list[TenggatDesa]:
        """Deadlines that are open there, by day: the past ones of a month, and those of two months to come."""
        if not self._lingkup.boleh_baca(desa):
            return []
        semua = mendatang(self._tx, [desa], self._hari - KE_BELAKANG, self._hari + KE_DEPAN)
        terbuka = (t for isi in semua.values() for t in isi if not (t.awal and t.jatuh < self._hari))
        return [replace(t, sisa=(t.jatuh - self._hari).days) for t in terbuka]

    def lewat(self, desa: Collection[str]) -> dict[str, int]:
        """By village how many of its deadlines are past and open."""
        hasil: dict[str, int] = defaultdict(int)
        boleh = {kode for kode in desa if self._lingkup.boleh_baca(kode)}
        kemarin = self._hari - timedelta(days=1)
        semua = mendatang(self._tx, sorted(boleh), self._hari - KE_BELAKANG, kemarin) if boleh else {}
        for t in (t for isi in semua.values() for t in isi if not t.awal):
            for kode, _ in t.desa:
                hasil[kode] += 1
        return dict(hasil)

    def _per_desa(self, sql: str, awal: list[Param], desa: Collection[str]) -> list[Row]:
        return [r for kode, tanda in self._bagian(desa) for r in self._tx.all(sql.format(tanda=tanda), [*awal, *kode])]

    def _bagian(self, desa: Collection[str]) -> Iterator[tuple[list[str], str]]:
        """(codes that may be read, as many question marks), so many at a time."""
        boleh = sorted(kode for kode in set(desa) if self._lingkup.boleh_baca(kode))
        for n in range(0, len(boleh), SEKALIGUS):
            yield boleh[n : n + SEKALIGUS], ", ".join("?" * len(boleh[n : n + SEKALIGUS]))
