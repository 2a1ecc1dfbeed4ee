"""What a person's quarter holds, for those who assess it: one's own rows, and counts of the people below.

How long a quarter counts, and until when it is assessed, is the calendar's word (`EVKIN`, `AKHIR_NILAI` in
data/katalog/kalender.toml, and what the person's own kabupaten has set).
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from data.evkin_isi import Binaan, Masa, MasalahEvkin, MusdesEvkin, PutusanEvkin
from data.kalender.daerah import KalenderDaerah
from data.kalender.periode import tanggal
from data.kegiatan import FIELDS, Kegiatan, kegiatan_dari
from data.lingkup import SEMUA_WILAYAH, Lingkup, LingkupQ, Penugasan, mencakup, syarat
from data.masalah.isi import DITARIK
from data.masalah.isi import PENDAMPING as ASAL
from data.orang import PD, PENDAMPING, PLD, TAPM_KAB, TAPM_PROV, TEKNIS
from data.store import Param, Row, Tx

EVKIN, AKHIR_NILAI = "P03", "P04"
"""Items of the calendar: until when it is assessed; on which day a quarter ends early."""
DI_BAWAH = {PD: (PLD,), TEKNIS: (PLD,), TAPM_KAB: (PD, TEKNIS), TAPM_PROV: (TAPM_KAB,)}
"""Whose work is counted beside one's own."""
KUNJUNGAN = "k.cara = 'desa' AND LENGTH(k.desa) > 8"
"""What was moved to a kecamatan afterwards is no visit."""
SEHARI = timedelta(days=1)
SEKALIGUS = 400
KODE = re.compile(r"20\d\d-T[1-4]")


class EvkinQ:
    def __init__(self, tx: Tx, lingkup: Lingkup, zona: str, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._zona = ZoneInfo(zona)
        self._hari = hari

    def tugas(self) -> list[Penugasan]:
        """What one is assessed for, a place once, by code."""
        hasil: dict[str, Penugasan] = {}
        for t in self._lingkup.tugas:
            if t.peran in PENDAMPING and t.wilayah != SEMUA_WILAYAH:
                hasil.setdefault(t.wilayah, t)
        return [hasil[kode] for kode in sorted(hasil)]

    def masa(self, kode: str) -> Masa:
        """Raises ValueError for what is no quarter."""
        if not KODE.fullmatch(kode):
            raise ValueError(f"no quarter {kode}")
        tahun, bulan = int(kode[:4]), int(kode[-1]) * 3
        dari, akhir = date(tahun, bulan - 2, 1), tanggal(tahun, bulan, 31)
        tempat = next((t.wilayah for t in self._lingkup.tugas if t.wilayah != SEMUA_WILAYAH), SEMUA_WILAYAH)
        semua = KalenderDaerah(self._tx, {tempat[:5]}, dari, akhir + 60 * SEHARI).di(tempat)
        sampai = next((j.jatuh for j in semua if j.acara.kode == AKHIR_NILAI and dari <= j.jatuh <= akhir), akhir)
        tenggat = next((j for j in semua if j.acara.kode == EVKIN and j.periode == kode), None)
        if tenggat is None:
            return Masa(kode, dari, sampai, akhir, None)
        return Masa(kode, dari, sampai, akhir, tenggat.jatuh, tenggat.menurut)

    # -- one's own --------------------------------------------------------------------------------------------------

    def catatan(self, masa: Masa) -> list[Kegiatan]:
        rows = self._tx.all(
            f"SELECT {', '.join(FIELDS)} FROM kegiatan WHERE orang_id = ? AND dihapus IS NULL "
            "AND tanggal BETWEEN ? AND ? ORDER BY tanggal, jam, id",
            [self._saya, *_hari(masa)],
        )
        return [kegiatan_dari(row) for row in rows]

    def sesudah(self, masa: Masa) -> dict[str, int]:
        """By place, own entries of the quarter that come too late to count."""
        rows = self._tx.all(
            "SELECT desa, COUNT(*) AS n FROM kegiatan WHERE orang_id = ? AND dihapus IS NULL "
            "AND tanggal > ? AND tanggal <= ? GROUP BY desa",
            [self._saya, masa.sampai.isoformat(), masa.akhir.isoformat()],
        )
        return {row["desa"]: int(row["n"]) for row in rows}

    def cuti(self, masa: Masa) -> set[date]:
        """Own days of leave."""
        rows = self._tx.all(
            "SELECT dari, sampai FROM cuti WHERE orang_id = ? AND dibatalkan IS NULL AND sampai >= ? AND dari <= ?",
            [self._saya, *_hari(masa)],
        )
        hasil = set()
        for row in rows:
            hari, sampai = max(date.fromisoformat(row["dari"]), masa.dari), date.fromisoformat(row["sampai"])
            while hari <= min(sampai, masa.sampai):
                hasil.add(hari)
                hari += SEHARI
        return hasil

    def musdes(self, masa: Masa) -> list[MusdesEvkin]:
        """Those that the person recorded, or has an entry of."""
        rows = self._tx.all(
            "SELECT m.nomor, m.jenis, m.tanggal, d.desa FROM musdes m JOIN musdes_desa d ON d.musdes_id = m.id "
            "WHERE m.dihapus IS NULL AND m.status <> 'digabung' AND m.tanggal BETWEEN ? AND ? AND (m.orang_id = ? "
            "OR EXISTS (SELECT 1 FROM kegiatan g WHERE g.musdes_id = m.id AND g.orang_id = ? AND g.dihapus IS NULL)) "
            "ORDER BY m.tanggal, m.mulai, m.id, d.desa",
            [*_hari(masa), self._saya, self._saya],
        )
        return [
            MusdesEvkin(satu["nomor"], satu["jenis"], satu["tanggal"], desa) for satu, desa in _berdesa(rows).values()
        ]

    def keputusan(self, masa: Masa) -> list[PutusanEvkin]:
        """Those done in that time: by the person's own mark, or given to them."""
        rows = self._tx.all(
            "SELECT k.nomor, k.isi, d.desa, MAX(s.waktu) AS waktu FROM keputusan_status s "
            "JOIN keputusan k ON k.id = s.keputusan_id JOIN musdes m ON m.id = k.musdes_id "
            "JOIN musdes_desa d ON d.musdes_id = m.id WHERE s.status = 'selesai' AND k.status = 'selesai' "
            "AND k.dihapus IS NULL AND m.dihapus IS NULL AND s.waktu >= ? AND s.waktu < ? "
            "AND (s.oleh = ? OR k.pj_orang = ?) GROUP BY k.id, k.nomor, k.isi, d.desa ORDER BY waktu, k.id, d.desa",
            [*self._saat(masa), self._saya, self._saya],
        )
        return [
            PutusanEvkin(satu["nomor"], satu["isi"], self._tanggal(int(satu["waktu"])), desa)
            for satu, desa in _berdesa(rows).values()
        ]

    def masalah(self, masa: Masa) -> list[MasalahEvkin]:
        """Those that the person brought, without the secret ones: the paper goes to others."""
        rows = self._tx.all(
            "SELECT nomor, tema, status, dibuat, desa FROM masalah WHERE orang_id = ? AND asal = ? AND rahasia = 0 "
            "AND status <> ? AND dibuat >= ? AND dibuat < ? ORDER BY dibuat, id",
            [self._saya, ASAL, DITARIK, *self._saat(masa)],
        )
        return [
            MasalahEvkin(r["nomor"], r["tema"], r["status"], self._tanggal(int(r["dibuat"])), r["desa"]) for r in rows
        ]

    # -- those below ------------------------------------------------------------------------------------------------

    def binaan(self, tugas: Penugasan, masa: Masa) -> list[Binaan]:
        """Of the nearest level below in that place, by name. Nobody's where the assignment is not confirmed."""
        peran = DI_BAWAH.get(tugas.peran, ())
        if not (peran and tugas.disahkan):
            return []
        tempat: dict[int, list[Penugasan]] = defaultdict(list)
        for t in LingkupQ(self._tx).terbina(self._lingkup, self._hari):
            if t.peran in peran and t.disahkan and t.untuk is None and mencakup(tugas.wilayah, t.wilayah):
                tempat[t.orang_id].append(t)
        angka = self._angka(sorted(tempat), tugas.wilayah, masa)
        hasil = [
            Binaan(
                angka[id_]["nama"], t[0].peran, tuple(sorted({satu.wilayah for satu in t})),
                int(angka[id_]["catatan"]), int(angka[id_]["hari"]), int(angka[id_]["desa"]),
            )
            for id_, t in tempat.items()
        ]  # fmt: skip
        return sorted(hasil, key=lambda b: (b.peran, b.nama.lower()))

    def dikunjungi(self, kode: str, masa: Masa) -> set[str] | None:
        """Codes of the villages there that anybody visited; None where that is not for the person to read."""
        if not self._lingkup.boleh_baca(kode):
            return None
        di_sana, params = syarat("k.desa", [kode])
        rows = self._tx.all(
            f"SELECT DISTINCT k.desa FROM kegiatan k WHERE {di_sana} AND {KUNJUNGAN} AND k.dihapus IS NULL "
            "AND k.tanggal BETWEEN ? AND ?",
            [*params, *_hari(masa)],
        )
        return {row["desa"] for row in rows}

    def _angka(self, orang: list[int], kode: str, masa: Masa) -> dict[int, Row]:
        di_sana, letak = syarat("k.desa", [kode])
        hasil: dict[int, Row] = {}
        for n in range(0, len(orang), SEKALIGUS):
            ini = orang[n : n + SEKALIGUS]
            rows = self._tx.all(
                "SELECT o.id, o.nama, COUNT(k.id) AS catatan, "
                f"COUNT(DISTINCT CASE WHEN {KUNJUNGAN} THEN k.tanggal END) AS hari, "
                f"COUNT(DISTINCT CASE WHEN {KUNJUNGAN} THEN k.desa END) AS desa FROM orang o "
                f"LEFT JOIN kegiatan k ON k.orang_id = o.id AND k.dihapus IS NULL AND {di_sana} "
                f"AND k.tanggal BETWEEN ? AND ? WHERE o.id IN ({', '.join('?' * len(ini))}) GROUP BY o.id, o.nama",
                [*letak, *_hari(masa), *ini],
            )
            hasil |= {int(row["id"]): row for row in rows}
        return hasil

    @property
    def _saya(self) -> int:
        return self._lingkup.orang_id

    def _saat(self, masa: Masa) -> tuple[int, int]:
        """From when until before when, UTC epoch seconds."""
        batas = (masa.dari, masa.sampai + SEHARI)
        dari, sampai = (int(datetime.combine(satu, time(), self._zona).timestamp()) for satu in batas)
        return dari, sampai

    def _tanggal(self, waktu: int) -> date:
        return datetime.fromtimestamp(waktu, UTC).astimezone(self._zona).date()


def _hari(masa: Masa) -> list[Param]:
    return [masa.dari.isoformat(), masa.sampai.isoformat()]


def _berdesa(rows: list[Row]) -> dict[str, tuple[Row, tuple[str, ...]]]:
    """By number, in order: a row, and the villages of all its rows."""
    hasil: dict[str, tuple[Row, tuple[str, ...]]] = {}
    for row in rows:
        satu, desa = hasil.get(row["nomor"], (row, ()))
        hasil[row["nomor"]] = (satu, (*desa, row["desa"]))
    return hasil
