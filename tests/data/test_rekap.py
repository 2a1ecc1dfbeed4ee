"""Recaps: every figure is recounted from the raw rows, the naive way, on both engines."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.kalender import mendatang
from data.katalog.blt import muat_blt
from data.katalog.kegiatan import muat_kegiatan
from data.orang import CAMAT, KPMD, PD, PLD, TAPM_KAB, TEKNIS
from data.rekap import AngkaRekap, ambil, dari_json, hitung, ke_json, periode, simpan, terkirim
from data.rekap.angka import TEMA
from data.rekap.bagian import SEDIKIT
from data.rekap.rinci import RINCI, rinci
from data.store import Tx
from tests.kali import kali

KEC = {"32.03.03": "Asia/Jakarta", "32.03.04": "Asia/Jakarta", "73.01.01": "Asia/Makassar", "94.01.01": "Asia/Jayapura"}
DESA = {kec: [f"{kec}.{n}" for n in (2001, 2002)] for kec in KEC}
TEMPAT = [*KEC, *(d for semua in DESA.values() for d in semua), "32.03"]
SENIN = date(2026, 11, 16)
AWAL = datetime(2026, 11, 16, tzinfo=UTC)
KEGIATAN = ["AS02", "AS11", "AS13", "PO01", "PO02", "PR01", "PK01", "XX99"]
ORANG = 6

TEPI = (-30, -14, -13, -12, -11, -10, -9, -8, -7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13)
hari = st.sampled_from(TEPI).map(lambda n: (SENIN + timedelta(days=n)).isoformat())
saat = st.integers(-10 * 24, 8 * 24).map(lambda jam: int(AWAL.timestamp()) + jam * 3600 + 1800)
UTAMA = ["32.03.03", *DESA["32.03.03"]]
tempat = st.sampled_from([*UTAMA, *UTAMA, *TEMPAT])
desa = st.sampled_from([*DESA["32.03.03"], *DESA["32.03.03"], *(d for semua in DESA.values() for d in semua)])
siapa = st.integers(0, ORANG - 1)
sering = st.sampled_from([0, 0, 0, 1])


def baris(n: int, **isi: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(isi), max_size=n)


DUNIA = st.fixed_dictionaries(
    {
        "kini": st.integers(0, 9 * 48).map(lambda n: int(AWAL.timestamp()) + n * 1800 + 7),
        "penugasan": baris(
            12, orang=siapa, peran=st.sampled_from([PLD, PLD, PD, TEKNIS, KPMD, CAMAT, TAPM_KAB]), wilayah=tempat,
            dari=hari, lama=st.sampled_from([None, 3, 10, 40]), sah=st.sampled_from([1, 1, 1, 0]),
        ),
        "kegiatan": baris(
            25, orang=siapa, desa=tempat, kegiatan=st.sampled_from(KEGIATAN),
            cara=st.sampled_from(["desa", "desa", "koordinasi", "daring"]), tanggal=hari, menit=st.integers(1, 400),
            hapus=sering, periksa=st.sampled_from(["", "setuju", "kembali"]),
        ),
        "cuti": baris(4, orang=siapa, dari=hari, lama=st.integers(0, 6), batal=sering),
        "musdes": baris(
            6, desa=st.lists(desa, min_size=1, max_size=3, unique=True), tanggal=hari, hapus=sering,
            status=st.sampled_from(["berjalan", "selesai", "digabung"]), l=st.none() | st.integers(0, 50),
            p=st.none() | st.integers(0, 50), hadir=st.none() | st.integers(0, 90),
        ),
        "keputusan": baris(
            12, musdes=st.integers(0, 5), induk=sering, tenggat=st.none() | hari, hapus=sering, usulan=sering,
            status=st.sampled_from(["baru", "berjalan", "selesai", "selesai", "terhambat", "dibawa"]),
            langkah=st.lists(st.tuples(st.sampled_from(["selesai", "berjalan"]), saat), max_size=3),
        ),
        "tugas": baris(5, tenggat=hari, tutup=sering, orang=st.dictionaries(siapa, st.sampled_from(["baru", "selesai"]))),
        "siklus": baris(
            6, desa=desa, dokumen=st.sampled_from(["rkp", "apb"]),
            langkah=st.lists(st.tuples(st.sampled_from(["proses", "musdes", "perdes"]), saat), min_size=1, max_size=3),
        ),
        "blt": baris(
            6, desa=desa, keluarga=st.sampled_from([0, 25, 40]), dari=st.sampled_from([1, 8, 9, 10]),
            sampai=st.sampled_from([12, 12, 9]),
        ),
        "salur": baris(
            10, desa=desa, dari=st.integers(7, 11), lama=st.integers(0, 2), tanggal=hari, keluarga=st.integers(1, 50),
            rupiah=st.integers(0, 10**7), hapus=sering,
        ),
        "bumdes": baris(
            5, desa=desa, langkah=st.lists(st.tuples(st.integers(0, 8), saat), min_size=1, max_size=3)
        ),
        "pertanyaan": baris(5, desa=tempat, status=st.sampled_from(["menunggu", "dijawab"])),
        "masalah": baris(
            5, desa=desa, status=st.sampled_from(["baru", "ditangani", "diteruskan", "selesai"]), dibuat=saat,
            rahasia=sering,
        ),
    }
)  # fmt: skip


@contextmanager
def sementara(tx: Tx) -> Iterator[None]:
    class Sudah(Exception):
        pass

    try:
        with tx.savepoint():
            yield
            raise Sudah
    except Sudah:
        pass


def isi(tx: Tx, tabel: str, **kolom: Any) -> int:
    sql = f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))})"
    tanpa_id = ("wilayah", "musdes_desa", "tugas_orang")
    if tabel in tanpa_id:
        tx.run(sql, list(kolom.values()))
        return 0
    row = tx.one(f"{sql} RETURNING id", list(kolom.values()))
    assert row is not None
    return int(row["id"])


def bangun(tx: Tx, d: dict[str, Any]) -> None:
    for kode in TEMPAT:
        zona = KEC.get(kode[:8], "Asia/Jakarta")
        isi(tx, "wilayah", kode=kode, nama=f"Tempat {kode}", jalur="", zona=zona)
    orang = [isi(tx, "orang", nama=f"orang {n % 4}", zona="Asia/Jakarta", dibuat=0) for n in range(ORANG)]
    for p in {(p["orang"], p["peran"], p["wilayah"], p["dari"]): p for p in d["penugasan"]}.values():
        sampai = None if p["lama"] is None else (date.fromisoformat(p["dari"]) + timedelta(days=p["lama"])).isoformat()
        isi(
            tx, "penugasan", orang_id=orang[p["orang"]], peran=p["peran"], wilayah=p["wilayah"], dari=p["dari"],
            sampai=sampai, disahkan=p["sah"],
        )  # fmt: skip
    for n, k in enumerate(d["kegiatan"]):
        isi(
            tx, "kegiatan", nomor=f"K-2611-{n:04}", orang_id=orang[k["orang"]], desa=k["desa"], kegiatan=k["kegiatan"],
            cara=k["cara"], tanggal=k["tanggal"], jam="09:00-10:00", menit=k["menit"], hasil="x", dicatat=0,
            dihapus=k["hapus"] or None, periksa=k["periksa"],
        )  # fmt: skip
    for c in d["cuti"]:
        sampai = (date.fromisoformat(c["dari"]) + timedelta(days=c["lama"])).isoformat()
        isi(
            tx,
            "cuti",
            orang_id=orang[c["orang"]],
            dari=c["dari"],
            sampai=sampai,
            dibuat=0,
            dibatalkan=c["batal"] or None,
        )
    musdes = []
    for n, m in enumerate(d["musdes"]):
        satu = m["desa"][0] if len(m["desa"]) == 1 else m["desa"][0][:8]
        id_ = isi(
            tx, "musdes", nomor=f"M-2611-{n:04}", orang_id=orang[0], jenis="rkp", desa=satu, tanggal=m["tanggal"],
            mulai="09:00", hadir_l=m["l"], hadir_p=m["p"], hadir=m["hadir"], status=m["status"], dibuat=0, diubah=0,
            dihapus=m["hapus"] or None,
        )  # fmt: skip
        for kode in m["desa"]:
            isi(tx, "musdes_desa", musdes_id=id_, desa=kode, tanggal=m["tanggal"])
        musdes.append((id_, satu))
    pertama = None
    for n, k in enumerate(d["keputusan"] if musdes else []):
        id_, kode = musdes[k["musdes"] % len(musdes)]
        baru = isi(
            tx, "keputusan", nomor=f"P-2611-{n:04}", musdes_id=id_, desa=kode, induk=pertama if k["induk"] else None,
            urutan=n, isi="x", tenggat=k["tenggat"], usulan=k["usulan"], status=k["status"], dibuat=0, diubah=0,
            dihapus=k["hapus"] or None,
        )  # fmt: skip
        pertama = pertama or baru
        for status, waktu in k["langkah"]:
            isi(tx, "keputusan_status", keputusan_id=baru, waktu=waktu, oleh=orang[0], status=status)
    for n, t in enumerate(d["tugas"]):
        id_ = isi(
            tx, "tugas", nomor=f"T-2611-{n:04}", judul="x", tenggat=t["tenggat"], oleh=orang[0], dibuat=0,
            ditutup=t["tutup"] or None,
        )  # fmt: skip
        for siapa_, status in t["orang"].items():
            isi(tx, "tugas_orang", tugas_id=id_, orang_id=orang[siapa_], status=status, diubah=0)
    for s in {(s["desa"], s["dokumen"]): s for s in d["siklus"]}.values():
        id_ = isi(tx, "siklus", desa=s["desa"], tahun=2027, dokumen=s["dokumen"], tahap="proses", diubah=0)
        for tahap, waktu in s["langkah"]:
            isi(tx, "siklus_langkah", siklus_id=id_, waktu=waktu, tahap=tahap)
    for b in {b["desa"]: b for b in d["blt"]}.values():
        isi(tx, "blt", tahun=2026, bulanan=300_000, oleh=orang[0], dibuat=0, diubah=0, **b)
    for n, b in enumerate(d["salur"]):
        isi(
            tx, "blt_salur", nomor=f"B-2611-{n:04}", desa=b["desa"], tahun=2026, dari=b["dari"],
            sampai=min(b["dari"] + b["lama"], 12), tanggal=b["tanggal"], keluarga=b["keluarga"], rupiah=b["rupiah"],
            orang_id=orang[0], dibuat=0, dihapus=b["hapus"] or None,
        )  # fmt: skip
    for b in {b["desa"]: b for b in d["bumdes"]}.values():
        isi(tx, "bumdes", desa=b["desa"], oleh=orang[0], dibuat=0, diubah=0)
        for langkah, waktu in b["langkah"]:
            isi(tx, "bumdes_langkah", desa=b["desa"], waktu=waktu, oleh=orang[0], langkah=langkah)
    for n, q in enumerate(d["pertanyaan"]):
        isi(
            tx, "pertanyaan", nomor=f"Q-2611-{n:04}", orang_id=orang[0], kanal="web", tujuan="a", desa=q["desa"],
            teks="x", status=q["status"], dibuat=0,
        )  # fmt: skip
    for n, m in enumerate(d["masalah"]):
        isi(
            tx, "masalah", nomor=f"A-2611-{n:04}", desa=m["desa"], tema="blt", isi="x", asal="warga",
            orang_id=orang[0], rahasia=m["rahasia"], kanal="web", tujuan="a", tingkat="pld", status=m["status"],
            dibuat=m["dibuat"], diubah=m["dibuat"],
        )  # fmt: skip


# -- the naive way -----------------------------------------------------------------------------------------------------


class Mentah:
    """All rows of all tables, counted by loops: nothing here is shared with what is tested."""

    def __init__(self, tx: Tx, senin: date, kini: int) -> None:
        self.t = {
            nama: [{k: row[k] for k in row.keys()} for row in tx.all(f"SELECT * FROM {nama}")]  # noqa: SIM118
            for nama in (
                "orang", "wilayah", "penugasan", "kegiatan", "cuti", "musdes", "musdes_desa", "keputusan",
                "keputusan_status", "tugas", "tugas_orang", "siklus", "siklus_langkah", "pertanyaan", "blt",
                "blt_salur", "bumdes_langkah", "masalah",
            )
        }  # fmt: skip
        self.senin, self.kini = senin, kini

    def kecamatan(self, kec: str) -> dict[str, Any]:
        zona = ZoneInfo(KEC[kec])
        hari_ini = datetime.fromtimestamp(self.kini, zona).date()
        akhir = max(self.senin, min(self.senin + timedelta(days=6), hari_ini))
        pekan = [(self.senin + timedelta(days=n)).isoformat() for n in range((akhir - self.senin).days + 1)]
        lalu = [(date.fromisoformat(h) - timedelta(days=7)).isoformat() for h in pekan]
        dua_pekan = [(akhir - timedelta(days=n)).isoformat() for n in range(14)]
        depan = [(akhir + timedelta(days=n)).isoformat() for n in range(1, 8)]
        s, t = akhir.isoformat(), self.t
        sah = {p["orang_id"] for p in t["penugasan"] if p["disahkan"]}
        semua = [k for k in t["kegiatan"] if k["dihapus"] is None and k["orang_id"] in sah and _di(k["desa"], kec)]
        kini, dulu = [k for k in semua if k["tanggal"] in pekan], [k for k in semua if k["tanggal"] in lalu]
        tim = [
            p for p in t["penugasan"]
            if p["disahkan"] and p["peran"] in ("pld", "pd", "teknis") and _di(p["wilayah"], kec)
            and p["dari"] <= s <= (p["sampai"] or "9999")
        ]  # fmt: skip
        ids = {p["orang_id"] for p in tim}
        nama = {o["id"]: o["nama"] for o in t["orang"]}
        cuti = {
            c["orang_id"] for c in t["cuti"]
            if c["dibatalkan"] is None and any(c["dari"] <= h <= c["sampai"] for h in pekan)
        }  # fmt: skip
        kunjungan = [k for k in semua if k["cara"] == "desa" and len(k["desa"]) > 8]
        return {
            "sampai": akhir,
            "orang": [
                {
                    "id": id_, "nama": nama[id_], "catatan": len(milik := [k for k in kini if k["orang_id"] == id_]),
                    "menit": sum(k["menit"] for k in milik), "hari": len({k["tanggal"] for k in milik}),
                    "cuti": id_ in cuti,
                }
                for id_ in sorted(ids, key=lambda i: (nama[i], i))
            ],
            "lain": len({k["orang_id"] for k in kini} - ids),
            "desa": self._desa(kec, tim, kunjungan, pekan, dua_pekan),
            "catatan": len(kini),
            "menit": sum(k["menit"] for k in kini),
            "pilar": dict(Counter(_pilar(k["kegiatan"]) for k in kini)),
            "teratas": sorted(Counter(k["kegiatan"] for k in kini).items(), key=lambda x: (-x[1], x[0]))[:3],
            "blt": _tema(kini, "AS13"),
            "bumdes": _tema(kini, "PO01", "PO02"),
            **self._ekonomi(kec, zona, pekan, akhir),
            **self._musdes(kec, pekan, lalu, depan, s),
            **self._tugas(ids, depan, s),
            "siklus": self._siklus(kec, zona, akhir),
            "pertanyaan": sum(q["status"] == "menunggu" and _di(q["desa"], kec) for q in t["pertanyaan"]),
            "masalah_lama": sum(
                m["status"] in ("baru", "ditangani") and m["dibuat"] < self.kini - 7 * 86_400 and _di(m["desa"], kec)
                for m in t["masalah"]
            ),
            "kembali": sum(
                k["periksa"] == "kembali" and k["dihapus"] is None and _di(k["desa"], kec) for k in t["kegiatan"]
            ),
            "lalu": {
                "catatan": len(dulu), "menit": sum(k["menit"] for k in dulu),
                "mencatat": len({k["orang_id"] for k in dulu} & ids),
                "dikunjungi": len({k["desa"] for k in kunjungan if k["tanggal"] in lalu}),
                "musdes": len(self._diadakan(kec, lalu)),
            },
        }  # fmt: skip

    def _ekonomi(self, kec: str, zona: ZoneInfo, pekan: Any, akhir: date) -> dict[str, Any]:
        dibayar = [b for b in self.t["blt_salur"] if b["dihapus"] is None and _di(b["desa"], kec)]
        ini = [b for b in dibayar if b["tanggal"] in pekan]
        jatuh = [n for n in range(1, 13) if _akhir_bulan(n) + timedelta(days=muat_blt().tenggang) < akhir]
        telat = []
        for b in sorted(self.t["blt"], key=lambda b: b["desa"]):
            lunas = {n for s in dibayar if s["desa"] == b["desa"] for n in range(s["dari"], s["sampai"] + 1)}
            belum = [n for n in jatuh if b["dari"] <= n <= b["sampai"] and n not in lunas]
            if belum and b["keluarga"] and _di(b["desa"], kec):
                telat.append({"kode": b["desa"], "nama": f"Tempat {b['desa']}", "bulan": belum})
        gerak = {}
        for g in sorted(self.t["bumdes_langkah"], key=lambda g: g["id"]):
            saat = datetime.fromtimestamp(g["waktu"], zona).date()
            if g["waktu"] <= self.kini and self.senin <= saat <= akhir and _di(g["desa"], kec):
                gerak[g["desa"]] = g["langkah"]
        return {
            "blt_salur": {
                "kali": len(ini), "desa": len({b["desa"] for b in ini}), "keluarga": sum(b["keluarga"] for b in ini),
                "rupiah": sum(b["rupiah"] for b in ini),
            },
            "blt_telat": telat,
            "bumdes_gerak": [{"desa": f"Tempat {kode}", "langkah": gerak[kode]} for kode in sorted(gerak)],
        }  # fmt: skip

    def _desa(self, kec: str, tim: Any, kunjungan: Any, pekan: Any, dua_pekan: Any) -> list[dict[str, Any]]:
        hasil = []
        for w in sorted(self.t["wilayah"], key=lambda w: w["kode"]):
            if len(w["kode"]) == 8 or not _di(w["kode"], kec):
                continue
            di_sana = [k for k in kunjungan if k["desa"] == w["kode"]]
            kali = sum(k["tanggal"] in pekan for k in di_sana)
            sejak = [p["dari"] for p in tim if p["wilayah"] in (w["kode"], kec)]
            lama = any(h <= min(dua_pekan) for h in sejak) and not any(k["tanggal"] in dua_pekan for k in di_sana)
            if sejak or kali:
                hasil.append({"kode": w["kode"], "nama": w["nama"], "kunjungan": kali, "lama": lama})
        return hasil

    def _diadakan(self, kec: str, hari_: Any) -> list[dict[str, Any]]:
        """(musdes, its villages here) of those days, by day."""
        hasil = []
        for m in sorted(self.t["musdes"], key=lambda m: (m["tanggal"], m["id"])):
            di = sorted(d["desa"] for d in self.t["musdes_desa"] if d["musdes_id"] == m["id"] and _di(d["desa"], kec))
            if m["dihapus"] is None and m["status"] != "digabung" and m["tanggal"] in hari_ and di:
                hasil.append({**m, "di": [f"Tempat {kode}" for kode in di]})
        return hasil

    def _musdes(self, kec: str, pekan: Any, lalu: Any, depan: Any, s: str) -> dict[str, Any]:
        ada = {m["id"] for m in self.t["musdes"] if m["dihapus"] is None}
        hidup = [k for k in self.t["keputusan"] if k["dihapus"] is None]
        sini = [k for k in hidup if _di(k["desa"], kec) and k["musdes_id"] in ada]
        zona = ZoneInfo(KEC[kec])
        selesai = {
            x["keputusan_id"] for x in self.t["keputusan_status"]
            if x["status"] == "selesai" and x["waktu"] <= self.kini
            and datetime.fromtimestamp(x["waktu"], zona).date().isoformat() in pekan
        }  # fmt: skip
        buka = [
            k for k in sini
            if k["tenggat"] and k["status"] in ("baru", "berjalan", "terhambat")
            and not (k["usulan"] and k["status"] == "baru")
        ]  # fmt: skip
        return {
            "musdes": [
                {
                    "nomor": m["nomor"], "jenis": m["jenis"], "desa": m["di"], "hadir_l": m["hadir_l"],
                    "hadir_p": m["hadir_p"], "hadir": m["hadir"],
                    "keputusan": sum(k["musdes_id"] == m["id"] and k["induk"] is None for k in hidup),
                }
                for m in self._diadakan(kec, pekan)
            ],
            "keputusan_selesai": sum(k["status"] == "selesai" and k["id"] in selesai for k in sini),
            "keputusan_lewat": sum(k["tenggat"] < s for k in buka),
            "keputusan_dekat": sum(k["tenggat"] in depan for k in buka),
        }  # fmt: skip

    def _tugas(self, ids: set[int], depan: Any, s: str) -> dict[str, int]:
        tenggat = [
            t["tenggat"] for t in self.t["tugas"] for o in self.t["tugas_orang"]
            if o["tugas_id"] == t["id"] and t["ditutup"] is None and o["status"] != "selesai" and o["orang_id"] in ids
        ]  # fmt: skip
        return {"tugas_lewat": sum(h < s for h in tenggat), "tugas_dekat": sum(h in depan for h in tenggat)}

    def _siklus(self, kec: str, zona: ZoneInfo, akhir: date) -> list[dict[str, Any]]:
        hasil = []
        for satu in sorted(self.t["siklus"], key=lambda x: (x["desa"], x["tahun"], x["dokumen"])):
            langkah = [
                g for g in sorted(self.t["siklus_langkah"], key=lambda g: g["id"])
                if g["siklus_id"] == satu["id"] and g["waktu"] <= self.kini
                and self.senin <= datetime.fromtimestamp(g["waktu"], zona).date() <= akhir
            ]  # fmt: skip
            if langkah and _di(satu["desa"], kec):
                gerak = {"dokumen": satu["dokumen"], "tahun": satu["tahun"], "tahap": langkah[-1]["tahap"]}
                hasil.append({"desa": f"Tempat {satu['desa']}", **gerak})
        return hasil


def _akhir_bulan(n: int) -> date:
    return date(2026, n, monthrange(2026, n)[1])


def _di(kode: str, kec: str) -> bool:
    return kode == kec or kode.startswith(f"{kec}.")


def _pilar(kode: str) -> str:
    return {"AS": "asistensi", "PO": "pengorganisasian", "PR": "pengarahan", "PK": "kapasitas"}.get(kode[:2], "")


def _tema(kini: list[dict[str, Any]], *kode: str) -> dict[str, int]:
    itu = [k for k in kini if k["kegiatan"] in kode]
    return {"catatan": len(itu), "desa": len({k["desa"] for k in itu if len(k["desa"]) > 8})}


@given(d=DUNIA)
@settings(max_examples=kali(80), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_figure_is_the_one_that_the_raw_rows_give(tx: Tx, d: dict[str, Any]) -> None:
    with sementara(tx):
        bangun(tx, d)
        for senin in (SENIN, SENIN - timedelta(days=7)):
            mentah = Mentah(tx, senin, d["kini"])
            semua, dipilih = hitung(tx, senin, d["kini"]), hitung(tx, senin, d["kini"], list(KEC))
            assert dipilih.keys() == KEC.keys()
            assert {k: semua[k] for k in semua if k in KEC} == {k: dipilih[k] for k in semua if k in KEC}
            for kec, angka in dipilih.items():
                tenggat = mendatang(tx, [kec], *(angka.sampai + timedelta(days=n) for n in (1, 7))).get(kec, [])
                assert [(t.nama, t.tanggal) for t in angka.tenggat] == [(t.label, t.jatuh) for t in tenggat]
                lain = {"kode": kec, "nama": f"Tempat {kec}", "senin": senin, "saat": d["kini"], "zona": KEC[kec]}
                assert angka == msgspec.convert(
                    {**lain, **mentah.kecamatan(kec), "tenggat": angka.tenggat}, AngkaRekap
                ), kec
                jumlah = {
                    "catatan": angka.catatan, "blt": angka.blt.catatan, "bumdes": angka.bumdes.catatan,
                    "kembali": angka.kembali, "selesai": angka.keputusan_selesai, "tanya": angka.pertanyaan,
                    "lewat": angka.keputusan_lewat + angka.tugas_lewat,
                    "dekat": angka.keputusan_dekat + angka.tugas_dekat,
                }  # fmt: skip
                assert {apa: len(rinci(tx, angka, apa, 0, 999)) for apa in RINCI} == jumlah
                assert kec in semua or not (angka.orang or angka.desa or not angka.kosong)
                assert dari_json(ke_json(angka)) == angka


def test_the_edges_of_fourteen_days_and_of_a_due_day(tx: Tx) -> None:
    tabel = (
        "penugasan", "kegiatan", "cuti", "musdes", "keputusan", "tugas", "siklus", "pertanyaan", "blt", "salur", "bumdes",
        "masalah",
    )  # fmt: skip
    bangun(tx, {nama: [] for nama in tabel})
    orang = tx.all("SELECT id FROM orang ORDER BY id")[0]["id"]
    for n, kode in enumerate(DESA["32.03.03"]):
        isi(tx, "penugasan", orang_id=orang, peran=PLD, wilayah=kode, dari=f"2026-11-0{7 + n}", disahkan=1)
    jumat = int(AWAL.timestamp()) + 4 * 86_400

    def angka() -> AngkaRekap:
        return hitung(tx, SENIN, jumat, ["32.03.03"])["32.03.03"]

    assert [x.lama for x in angka().desa] == [True, False]  # the second is served for 13 days
    for tanggal, lama in (("2026-11-06", True), ("2026-11-07", False)):
        isi(
            tx, "kegiatan", nomor=tanggal, orang_id=orang, desa=DESA["32.03.03"][0], kegiatan="AS11", cara="desa",
            tanggal=tanggal, jam="09:00-10:00", menit=60, hasil="x", dicatat=0,
        )  # fmt: skip
        assert angka().desa[0].lama is lama
    for tenggat, (lewat, dekat) in (
        ("2026-11-19", (1, 0)), ("2026-11-20", (1, 0)), ("2026-11-21", (1, 1)), ("2026-11-27", (1, 2)),
        ("2026-11-28", (1, 2)),
    ):  # fmt: skip
        id_ = isi(tx, "tugas", nomor=tenggat, judul="x", tenggat=tenggat, oleh=orang, dibuat=0)
        isi(tx, "tugas_orang", tugas_id=id_, orang_id=orang, status="baru", diubah=0)
        assert (angka().tugas_lewat, angka().tugas_dekat) == (lewat, dekat)


def test_many_kecamatan_are_asked_for_as_all_are(tx: Tx) -> None:
    for n in range(SEDIKIT + 5):
        isi(tx, "wilayah", kode=f"32.04.{n:02}", nama=f"Kec {n}", jalur="", zona="Asia/Jakarta")
        isi(tx, "wilayah", kode=f"32.04.{n:02}.2001", nama=f"Desa {n}", jalur="", zona="Asia/Jakarta")
        orang = isi(tx, "orang", nama=f"orang {n}", zona="Asia/Jakarta", dibuat=0)
        isi(tx, "penugasan", orang_id=orang, peran=PLD, wilayah=f"32.04.{n:02}.2001", dari="2026-01-01", disahkan=1)
    kini = int(AWAL.timestamp()) + 4 * 86_400
    semua = hitung(tx, SENIN, kini)
    kode = [f"32.04.{n:02}" for n in range(SEDIKIT + 2)]
    assert hitung(tx, SENIN, kini, kode) == {k: semua[k] for k in kode}
    assert hitung(tx, SENIN, kini, kode[:1]) == {kode[0]: semua[kode[0]]}
    assert hitung(tx, SENIN, kini, []) == {}


def test_the_week_is_each_zone_s_own(tx: Tx) -> None:
    """Sunday, 23.30 in Jakarta: in Jayapura it is Monday, and the week is over."""
    kini = int(datetime(2026, 11, 22, 16, 30, tzinfo=UTC).timestamp())
    for kec, zona in KEC.items():
        isi(tx, "wilayah", kode=kec, nama=kec, jalur="", zona=zona)
    berikut = hitung(tx, SENIN + timedelta(days=7), kini, list(KEC))
    assert {k: a.sampai.day for k, a in berikut.items()} == dict.fromkeys(KEC, 23)
    jumat = hitung(tx, SENIN, int(datetime(2026, 11, 20, 15, 30, tzinfo=UTC).timestamp()), list(KEC))
    assert [jumat[k].sampai.day for k in KEC] == [20, 20, 20, 21]


def test_what_was_sent_stays_as_it_was(tx: Tx) -> None:
    kini = int(AWAL.timestamp())
    isi(tx, "wilayah", kode="32.03.03", nama="Cibeber", jalur="", zona="Asia/Jakarta")
    angka = hitung(tx, SENIN, kini, ["32.03.03"])["32.03.03"]
    assert angka.nama == "Cibeber"
    assert terkirim(tx, list(KEC), SENIN) == set()
    assert simpan(tx, angka)
    assert not simpan(tx, msgspec.structs.replace(angka, catatan=9))
    assert ambil(tx, "32.03.03", SENIN) == angka
    assert ambil(tx, "32.03.03", SENIN + timedelta(days=7)) is None
    assert terkirim(tx, list(KEC), SENIN) == {"32.03.03"}
    simpan(tx, msgspec.structs.replace(angka, senin=SENIN + timedelta(days=7)))
    assert periode(tx, "32.03.03", 10) == [SENIN + timedelta(days=7), SENIN]
    assert periode(tx, "32.03.03", 1) == [SENIN + timedelta(days=7)]


@pytest.mark.parametrize(("tema", "kata"), [("blt", "BLT"), ("bumdes", "BUM Desa")])
def test_themes_name_activities_that_there_are(tema: str, kata: str) -> None:
    assert all(kata in muat_kegiatan().menurut_kode(kode).nama for kode in TEMA[tema])
