"""The people below: who has logged this week, who is silent, who is on leave. Few queries however many they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from data.bawahan import BERTUGAS, akar, orang_bawahan
from data.lingkup import SEMUA_WILAYAH, Lingkup, syarat
from data.store import Param, Row, Tx

PANJANG_KODE = {1: 2, 2: 5, 3: 8}
"""Characters of a code by its level: '32', '32.03', '32.03.03'."""


@dataclass(frozen=True)
class Pekan:
    """Monday to Sunday, as far as it has come."""

    senin: date
    minggu: date
    hari_ini: date

    @property
    def berjalan(self) -> bool:
        return self.hari_ini <= self.minggu


@dataclass(frozen=True)
class Anggota:
    """One person below; figures count only entries in places that the person who asks may read."""

    id: int
    nama: str
    peran: tuple[str, ...]
    wilayah: tuple[str, ...]
    """Codes of the assignments through which the person is below."""
    catatan: int = 0
    menit: int = 0
    terakhir: str = ""
    """Day of the last entry up to the end of the week, ISO; '' when there is none."""
    kembali: int = 0
    """Entries that wait for a correction."""
    cuti: str = ""
    """Last day of the leave that they are on, ISO; '' when they are not."""


@dataclass(frozen=True)
class Wilayahan:
    """How many there are in one part of the scope, and how many of them have logged."""

    kode: str
    orang: int
    mencatat: int


class TimQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._hari = hari

    @property
    def ada(self) -> bool:
        """Whether the person is above anybody's role that logs."""
        return bool(akar(self._lingkup))

    @property
    def induk(self) -> str:
        """The smallest place that holds the whole scope: '32.03'; '' is all of Indonesia."""
        blok = [kode.split(".") for kode in sorted(akar(self._lingkup)) if kode != SEMUA_WILAYAH]
        if not blok or SEMUA_WILAYAH in akar(self._lingkup):
            return ""
        sama = 0
        while all(len(b) > sama and b[sama] == blok[0][sama] for b in blok):
            sama += 1
        return ".".join(blok[0][:sama])

    def jumlah(self, di: str = "") -> int:
        """How many people are below, in the place `di`."""
        sql, params = orang_bawahan(self._lingkup, self._hari, di)
        row = self._tx.one(f"SELECT COUNT(DISTINCT p.orang_id) AS n FROM penugasan p WHERE {sql}", params)
        return int(row["n"]) if row else 0

    def per_wilayah(self, pekan: Pekan, di: str, tingkat: int) -> list[Wilayahan]:
        """Parts of `di` by code; those whose place is larger than a part stand under its own code."""
        sql, params = orang_bawahan(self._lingkup, self._hari, di)
        baca, letak = syarat("k.desa", self._lingkup.baca)
        rows = self._tx.all(
            "SELECT kode, COUNT(*) AS orang, SUM(ada) AS mencatat FROM (SELECT b.kode, CASE WHEN EXISTS (SELECT 1 "
            "FROM kegiatan k WHERE k.orang_id = b.orang_id AND k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ? "
            f"AND {baca}) THEN 1 ELSE 0 END AS ada "
            f"FROM (SELECT DISTINCT p.orang_id, SUBSTR(p.wilayah, 1, {PANJANG_KODE[tingkat]}) AS kode FROM penugasan p "
            f"WHERE {sql}) AS b) AS c GROUP BY kode ORDER BY kode",
            [pekan.senin.isoformat(), pekan.minggu.isoformat(), *letak, *params],
        )
        return [Wilayahan(row["kode"], int(row["orang"]), int(row["mencatat"])) for row in rows]

    def anggota(self, pekan: Pekan, di: str = "", *, nama: str = "", id_: int = 0) -> list[Anggota]:
        """Those in `di`, by name; whose name holds every word of `nama`; or the one with this id."""
        sql, params = orang_bawahan(self._lingkup, self._hari, di)
        cari, kata = _cari(nama, id_)
        rows = self._tx.all(
            "SELECT p.orang_id, p.peran, p.wilayah FROM penugasan p JOIN orang o ON o.id = p.orang_id "
            f"WHERE {sql}{cari} ORDER BY p.wilayah",
            [*params, *kata],
        )
        tugas: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for row in rows:
            tugas[int(row["orang_id"])].append((row["peran"], row["wilayah"]))
        hasil = [_anggota(row, tugas[int(row["id"])]) for row in self._angka(pekan, f"{sql}{cari}", [*params, *kata])]
        return sorted(hasil, key=lambda a: (a.nama.lower(), a.id))

    def _angka(self, pekan: Pekan, sql: str, params: list[Param]) -> list[Row]:
        """One row a person, whoever they are; entries of one person are found by index, so many cost as many times."""
        baca, letak = syarat("k.desa", self._lingkup.baca)
        sampai = min(pekan.minggu, pekan.hari_ini).isoformat()
        cuti = pekan.hari_ini if pekan.berjalan else pekan.senin
        milik = f"k.orang_id = o.id AND k.dihapus IS NULL AND {baca}"
        return self._tx.all(
            "SELECT o.id, o.nama, COUNT(k.id) AS catatan, SUM(k.menit) AS menit, "
            f"(SELECT k.tanggal FROM kegiatan k WHERE {milik} AND k.tanggal <= ? ORDER BY k.tanggal DESC LIMIT 1) "
            "AS terakhir, "
            f"(SELECT COUNT(*) FROM kegiatan k WHERE {milik} AND k.periksa = 'kembali') AS kembali, "
            "(SELECT MAX(c.sampai) FROM cuti c WHERE c.orang_id = o.id AND c.dibatalkan IS NULL AND c.dari <= ? "
            "AND c.sampai >= ?) AS cuti "
            "FROM (SELECT DISTINCT o.id, o.nama FROM penugasan p JOIN orang o ON o.id = p.orang_id "
            f"WHERE {sql}) AS o LEFT JOIN kegiatan k ON {milik} AND k.tanggal BETWEEN ? AND ? GROUP BY o.id, o.nama",
            [
                *letak, sampai, *letak, sampai, cuti.isoformat(), *params, *letak, pekan.senin.isoformat(), sampai,
            ],
        )  # fmt: skip

    def ada_bertugas(self) -> bool:
        """Whether there is anybody whom a task can be given to."""
        sql, params = orang_bawahan(self._lingkup, self._hari, peran=BERTUGAS)
        return self._tx.one(f"SELECT 1 AS ada FROM penugasan p WHERE {sql} LIMIT 1", params) is not None

    def bertugas(self) -> list[Anggota]:
        """All whom a task can be given to, by name; without figures."""
        sql, params = orang_bawahan(self._lingkup, self._hari, peran=BERTUGAS)
        orang: dict[int, list[tuple[str, str]]] = defaultdict(list)
        nama = {}
        for row in self._tx.all(
            "SELECT p.orang_id, o.nama, p.peran, p.wilayah FROM penugasan p JOIN orang o ON o.id = p.orang_id "
            f"WHERE {sql} ORDER BY p.wilayah, p.orang_id",
            params,
        ):
            orang[int(row["orang_id"])].append((row["peran"], row["wilayah"]))
            nama[int(row["orang_id"])] = row["nama"]
        return sorted((_dari(id_, nama[id_], tugas) for id_, tugas in orang.items()), key=lambda a: a.nama.lower())


def _cari(nama: str, id_: int) -> tuple[str, list[Param]]:
    kata = nama.lower().replace("\\", "").replace("%", "").replace("_", "").split()[:6]
    sql = " AND LOWER(o.nama) LIKE ?" * len(kata) + (" AND o.id = ?" if id_ else "")
    if nama and not kata:
        sql = " AND 1 = 0"
    return sql, [*(f"%{satu}%" for satu in kata), *([id_] if id_ else [])]


def _dari(id_: int, nama: str, tugas: list[tuple[str, str]]) -> Anggota:
    peran = tuple(p for p in BERTUGAS if p in {satu for satu, _ in tugas})
    return Anggota(id_, nama, peran, tuple(dict.fromkeys(kode for _, kode in tugas)))


def _anggota(row: Row, tugas: list[tuple[str, str]]) -> Anggota:
    dasar = _dari(int(row["id"]), row["nama"], tugas)
    return Anggota(
        dasar.id, dasar.nama, dasar.peran, dasar.wilayah,
        int(row["catatan"]), int(row["menit"] or 0), row["terakhir"] or "", int(row["kembali"]), row["cuti"] or "",
    )  # fmt: skip
