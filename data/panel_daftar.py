"""What the coordinators' pages list: entries, musyawarah, decisions, tasks, problems and registers, a page at a time.

Pages are found by the last row of the one before, so that a late page costs what the first one does. What lies outside
the scope is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.lingkup import Lingkup, syarat
from data.masalah import MasalahQ
from data.store import Param, Row, Tx

KEGIATAN, MUSDES, KEPUTUSAN, TUGAS, MASALAH, REGISTER = (
    "kegiatan",
    "musdes",
    "keputusan",
    "tugas",
    "masalah",
    "register",
)
BARU, LAMA, DESA = "baru", "lama", "desa"
URUT = (BARU, LAMA, DESA)
"""By day, the latest or the oldest first; by place."""
SEKALI = 500
"""Rows that are held at once where all are wanted."""
KOSONG = "-"
"""A state that is empty: nobody has looked at it yet."""
KATA = 6
"""Words that are looked for; the rest is not read."""


@dataclass(frozen=True)
class Saring:
    """Which ones. `desa` may be any place: what lies in it counts. Days are ISO, both included; '' is everything."""

    desa: str = ""
    nama: str = ""
    dari: str = ""
    sampai: str = ""
    jenis: str = ""
    status: str = ""
    cari: str = ""
    urut: str = BARU


@dataclass(frozen=True)
class BarisPanel:
    nomor: str
    tanggal: str
    """ISO day; '' where there is none."""
    desa: str
    """Code of a place; '' of a task."""
    jenis: str
    isi: str
    status: str
    nama: str
    """Whose it is."""
    kursor: str
    """Where the next page begins."""


@dataclass(frozen=True)
class Sumber:
    """How one kind of thing is read."""

    dari: str
    kolom: tuple[str, str, str, str, str, str, str]
    """Expressions of id, tanggal, desa, jenis, isi, status, nama."""
    cari: tuple[str, ...]
    """Columns whose words are looked for."""
    detik: bool = False
    """Its day is UTC epoch seconds."""
    antardesa: bool = False
    """One of them may be of several villages (musdes_desa)."""


SUMBER: dict[str, Sumber] = {
    KEGIATAN: Sumber(
        "FROM kegiatan k JOIN orang o ON o.id = k.orang_id WHERE k.dihapus IS NULL",
        ("k.id", "k.tanggal", "k.desa", "k.kegiatan", "k.hasil", "k.periksa", "o.nama"),
        ("k.nomor", "k.hasil", "k.masalah", "k.tindak_lanjut"),
    ),
    MUSDES: Sumber(
        "FROM musdes k JOIN orang o ON o.id = k.orang_id WHERE k.dihapus IS NULL AND k.status <> 'digabung'",
        ("k.id", "k.tanggal", "k.desa", "k.jenis", "k.judul", "k.status", "o.nama"),
        ("k.nomor", "k.judul", "k.tempat"),
        antardesa=True,
    ),
    KEPUTUSAN: Sumber(
        "FROM keputusan k JOIN musdes m ON m.id = k.musdes_id WHERE k.dihapus IS NULL AND m.dihapus IS NULL",
        ("k.id", "m.tanggal", "k.desa", "m.jenis", "k.isi", "k.status", "k.pj"),
        ("k.nomor", "k.isi"),
        antardesa=True,
    ),
    TUGAS: Sumber(
        "FROM tugas k JOIN orang o ON o.id = k.oleh WHERE 1 = 1",
        (
            "k.id", "k.tenggat", "''", "''", "k.judul",
            "CASE WHEN k.ditutup IS NULL THEN 'terbuka' ELSE 'ditutup' END", "o.nama",
        ),
        ("k.nomor", "k.judul"),
    ),
    MASALAH: Sumber(
        "FROM masalah m LEFT JOIN orang o ON o.id = m.pj WHERE 1 = 1",
        ("m.id", "m.dibuat", "m.desa", "m.tema", "m.isi", "m.status", "COALESCE(o.nama, '')"),
        ("m.nomor", "m.isi"),
        detik=True,
    ),
    REGISTER: Sumber(
        "FROM register k JOIN orang o ON o.id = k.orang_id WHERE k.dihapus IS NULL",
        ("k.id", "COALESCE(k.tanggal, '')", "k.desa", "k.jenis", "k.judul", "k.keadaan", "o.nama"),
        ("k.nomor", "k.judul"),
    ),
}  # fmt: skip


class PanelQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, masalah: MasalahQ, zona: str) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._masalah = masalah
        self._zona = ZoneInfo(zona)

    def daftar(self, apa: str, saring: Saring, sesudah: str = "", batas: int = 25) -> list[BarisPanel]:
        """`sesudah`: the last row of the page before; one that cannot be read is none."""
        sumber = SUMBER[apa]
        sql, params = self._mana(apa, saring)
        kunci, arah = self._urutan(sumber, saring)
        if (kursor := _kursor(sesudah, angka=self._angka(sumber, saring))) is not None:
            tanda = "<" if arah == "DESC" else ">"
            sql += f" AND ({kunci} {tanda} ? OR ({kunci} = ? AND {sumber.kolom[0]} {tanda} ?))"
            params += [kursor[0], kursor[0], kursor[1]]
        nama = ("id", "tanggal", "desa", "jenis", "isi", "status", "nama")
        kolom = ", ".join(f"{isi} AS {n}" for n, isi in zip(nama, sumber.kolom, strict=True))
        nomor = f"{sumber.kolom[0].split('.')[0]}.nomor"
        rows = self._tx.all(
            f"SELECT {nomor} AS nomor, {kunci} AS kunci, {kolom} {sumber.dari} AND {sql} "
            f"ORDER BY {kunci} {arah}, {sumber.kolom[0]} {arah} LIMIT ?",
            [*params, batas],
        )
        return [self._baris(row, sumber) for row in rows]

    def semua(self, apa: str, saring: Saring, batas: int) -> Iterator[BarisPanel]:
        """The first so many of all, few at a time: for a workbook."""
        akhir, sisa = "", batas
        while sisa > 0 and (ada := self.daftar(apa, saring, akhir, min(SEKALI, sisa))):
            yield from ada
            akhir, sisa = ada[-1].kursor, sisa - len(ada)

    def jumlah(self, apa: str, saring: Saring, batas: int) -> int:
        """How many there are, counted no further than `batas`."""
        sql, params = self._mana(apa, saring)
        row = self._tx.one(
            f"SELECT COUNT(*) AS n FROM (SELECT 1 AS satu {SUMBER[apa].dari} AND {sql} LIMIT ?) AS x", [*params, batas]
        )
        return int(row["n"]) if row else 0

    def kunjungan(self, orang: Collection[int], dari: date, sampai: date) -> dict[int, int]:
        """Visits of those days by person, in places that may be read."""
        if not orang:
            return {}
        di_sana, letak = syarat("k.desa", self._lingkup.baca)
        rows = self._tx.all(
            "SELECT k.orang_id, COUNT(*) AS n FROM kegiatan k WHERE k.dihapus IS NULL AND k.cara = 'desa' "
            f"AND k.tanggal BETWEEN ? AND ? AND k.orang_id IN ({', '.join('?' * len(orang))}) AND {di_sana} "
            "GROUP BY k.orang_id",
            [dari.isoformat(), sampai.isoformat(), *orang, *letak],
        )
        return {int(r["orang_id"]): int(r["n"]) for r in rows}

    def kode(self, panjang: int, di: str = "") -> list[str]:
        """The first `panjang` characters of the villages' codes that may be read, in `di` or anywhere; by code."""
        di_sana, params = syarat("w.kode", self._lingkup.baca)
        if di:
            sana, letak = syarat("w.kode", [di])
            di_sana, params = f"{di_sana} AND {sana}", [*params, *letak]
        rows = self._tx.all(
            f"SELECT DISTINCT SUBSTR(w.kode, 1, {int(panjang)}) AS kode FROM wilayah w WHERE LENGTH(w.kode) > 8 "
            f"AND {di_sana} ORDER BY kode",
            params,
        )
        return [row["kode"] for row in rows]

    # -- which ones -----------------------------------------------------------------------------------------------

    def _mana(self, apa: str, s: Saring) -> tuple[str, list[Param]]:
        sumber = SUMBER[apa]
        _, tanggal, desa, jenis, _, status, nama = sumber.kolom
        bagian, params = [(b := self._boleh(apa))[0]], [*b[1]]
        if s.desa and desa != "''":
            sql, letak = self._di(sumber, [s.desa])
            bagian.append(sql)
            params += letak
        for kolom, nilai in ((jenis, s.jenis), (status, s.status)):
            if nilai:
                bagian.append(f"{kolom} = ?")
                params.append("" if nilai == KOSONG else nilai)
        for banding, hari in ((">=", self._batas(sumber, s.dari)), ("<=", self._batas(sumber, s.sampai, akhir=True))):
            if hari != "":
                bagian.append(f"{tanggal} {banding} ?")
                params.append(hari)
        for kolom_, kata in (((nama,), s.nama), (sumber.cari, s.cari)):
            for satu in _kata(kata):
                bagian.append(f"({' OR '.join(f'LOWER({k}) LIKE ?' for k in kolom_)})")
                params += [f"%{satu}%"] * len(kolom_)
        return " AND ".join(bagian), params

    def _boleh(self, apa: str) -> tuple[str, list[Param]]:
        if apa == MASALAH:
            return self._masalah.terbaca()
        if apa == TUGAS:
            saya = self._lingkup.orang_id
            milik = "SELECT 1 FROM tugas_orang x WHERE x.tugas_id = k.id AND x.orang_id = ?"
            return f"(k.oleh = ? OR EXISTS ({milik}))", [saya, saya]
        return self._di(SUMBER[apa], self._lingkup.baca)

    def _di(self, sumber: Sumber, akar: Collection[str]) -> tuple[str, list[Param]]:
        if not sumber.antardesa:
            sql, letak = syarat(sumber.kolom[2], akar)
            return sql, [*letak]
        sql, letak = syarat("d.desa", akar)
        musdes = "k.musdes_id" if "keputusan" in sumber.dari else "k.id"
        return f"EXISTS (SELECT 1 FROM musdes_desa d WHERE d.musdes_id = {musdes} AND {sql})", [*letak]

    def _batas(self, sumber: Sumber, hari: str, *, akhir: bool = False) -> Param:
        if not hari or not sumber.detik:
            return hari
        awal = date.fromisoformat(hari) + timedelta(days=int(akhir))
        return int(datetime(awal.year, awal.month, awal.day, tzinfo=self._zona).timestamp()) - int(akhir)

    # -- in which order -------------------------------------------------------------------------------------------

    def _urutan(self, sumber: Sumber, s: Saring) -> tuple[str, str]:
        menurut_desa = s.urut == DESA and sumber.kolom[2] != "''"
        return sumber.kolom[2 if menurut_desa else 1], "DESC" if s.urut == BARU else "ASC"

    def _angka(self, sumber: Sumber, s: Saring) -> bool:
        return sumber.detik and s.urut != DESA

    def _baris(self, row: Row, sumber: Sumber) -> BarisPanel:
        baris = BarisPanel(
            row["nomor"], "", row["desa"], row["jenis"], row["isi"], row["status"], row["nama"],
            f"{row['kunci']}_{row['id']}",
        )  # fmt: skip
        hari = row["tanggal"]
        return replace(
            baris,
            tanggal=datetime.fromtimestamp(hari, self._zona).date().isoformat() if sumber.detik else hari or "",
        )


def _kata(teks: str) -> list[str]:
    """Without what LIKE would take for a sign of its own."""
    semua = ("".join(c for c in satu if c not in "\\%_") for satu in teks.lower().split())
    return [satu for satu in semua if satu][:KATA]


def _kursor(teks: str, *, angka: bool) -> tuple[Param, int] | None:
    kunci, _, id_ = teks.rpartition("_")
    if not (id_.isascii() and id_.isdigit() and len(id_) < 18 and len(kunci) < 20):
        return None
    if not angka:
        return kunci, int(id_)
    return (int(kunci), int(id_)) if kunci.isascii() and kunci.isdigit() and len(kunci) < 18 else None
