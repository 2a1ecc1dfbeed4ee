"""Digests: every figure is recounted from the raw rows, the naive way, on both engines."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.kalender import lewat
from data.katalog.kalender import muat_kalender
from data.katalog.libur import muat_libur
from data.orang import PD, PLD, TAPM_KAB
from data.rekap import hitung as hitung_rekap
from data.ringkasan import AngkaBagian, AngkaRingkas, Masa, Telat, ambil, hitung, masa, perlu_ditemani, sebab, simpan
from data.ringkasan.masa import BERSATU
from data.ringkasan.siapa import tempat_tugas
from data.store import Tx
from data.target import AWAL
from data.wilayah import dari_kode
from tests.data.test_rekap import DESA, DUNIA, KEC, SENIN, bangun, baris, hari, isi, sementara, sering, siapa
from tests.kali import kali

TANYA = [*KEC, "32.03", "32", "73.01", "73", "94.01", "94"]
NOVEMBER, OKTOBER = masa(SENIN, bulanan=True), masa(date(2026, 10, 5), bulanan=True)
PEKAN = masa(SENIN, bulanan=False)
TAMBAHAN = st.fixed_dictionaries(
    {
        "halangan": baris(3, orang=siapa, dari=hari, lama=st.integers(0, 3)),
        "libur": baris(4, kode=st.sampled_from(["0", "32", "32.03", "73", "94.01"]), tanggal=hari, libur=sering),
        "target": baris(
            4, kode=st.sampled_from(["0", "32", "32.03", "32.03.03", "73"]), ukuran=st.sampled_from(list(AWAL)),
            nilai=st.integers(0, 31),
        ),
    }
)  # fmt: skip


def tambah(tx: Tx, d: dict[str, Any]) -> None:
    orang = [int(row["id"]) for row in tx.all("SELECT id FROM orang ORDER BY id")]
    for h in d["halangan"]:
        sampai = (date.fromisoformat(h["dari"]) + timedelta(days=h["lama"])).isoformat()
        isi(tx, "halangan", orang_id=orang[h["orang"]], dari=h["dari"], sampai=sampai, alasan="x", dibuat=0)
    for libur in {(satu["kode"], satu["tanggal"]): satu for satu in d["libur"]}.values():
        isi(tx, "libur_daerah", **libur, nama="x", oleh=orang[0], dibuat=0)
    for t in {(satu["kode"], satu["ukuran"]): satu for satu in d["target"]}.values():
        tx.run(
            "INSERT INTO target (kode, ukuran, nilai, diubah) VALUES (?, ?, ?, 0)", (t["kode"], t["ukuran"], t["nilai"])
        )


# -- the naive way -----------------------------------------------------------------------------------------------------


def _di(kode: str, induk: str) -> bool:
    return kode == induk or kode.startswith(f"{induk}.")


class Mentah:
    """All rows of all tables, counted by loops: nothing here is shared with what is tested but the calendar's days."""

    def __init__(self, tx: Tx, untuk: Masa, kini: int) -> None:
        self.tx = tx
        self.t = {
            nama: [{k: row[k] for k in row.keys()} for row in tx.all(f"SELECT * FROM {nama}")]  # noqa: SIM118
            for nama in (
                "orang", "wilayah", "penugasan", "kegiatan", "cuti", "halangan", "libur_daerah", "musdes",
                "musdes_desa", "keputusan", "keputusan_status", "siklus", "siklus_langkah", "target",
            )
        }  # fmt: skip
        self.untuk, self.kini = untuk, kini

    def jam(self, kode: str) -> None:
        """Set to the days that it is there."""
        self.zona = ZoneInfo({"32": "Asia/Jakarta", "73": "Asia/Makassar", "94": "Asia/Jayapura"}[kode[:2]])
        self.hari_ini = datetime.fromtimestamp(self.kini, self.zona).date()
        dari = self.untuk.dari
        if self.untuk.bulanan:
            akhir = (dari + timedelta(days=40)).replace(day=1) - timedelta(days=1)
            lalu = (dari - timedelta(days=1)).replace(day=1)
            self.bulan = akhir.day
        else:
            akhir, lalu, self.bulan = dari + timedelta(days=6), dari - timedelta(days=7), 30
        self.sampai = max(dari, min(akhir, self.hari_ini))
        sampai_lalu = dari - timedelta(days=1)
        if self.sampai < akhir:
            sampai_lalu = min(sampai_lalu, lalu + (self.sampai - dari))
        self.hari = _rentang(dari, self.sampai)
        self.lalu = _rentang(lalu, sampai_lalu)
        self.dua_pekan = _rentang(self.sampai - timedelta(days=13), self.sampai)
        self.jendela = sorted({*self.hari, *self.dua_pekan})
        sah = {p["orang_id"] for p in self.t["penugasan"] if p["disahkan"]}
        self.catatan = [k for k in self.t["kegiatan"] if k["dihapus"] is None and k["orang_id"] in sah]

    def target(self, kode: str) -> dict[str, int]:
        hasil = dict(AWAL)
        for tempat in ("0", kode[:2], kode[:5], kode[:8]):
            hasil |= {t["ukuran"]: t["nilai"] for t in self.t["target"] if t["kode"] == tempat}
        return hasil

    def kerja(self, hari_: str, kab: str) -> bool:
        jadi = muat_libur().hari_kerja(date.fromisoformat(hari_))
        for tempat in ("0", kab[:2], kab):
            for satu in self.t["libur_daerah"]:
                if (satu["kode"], satu["tanggal"]) == (tempat, hari_):
                    jadi = not satu["libur"]
        return jadi

    def absen(self, id_: int, hari_: str) -> bool:
        semua = [c for c in self.t["cuti"] if c["dibatalkan"] is None] + self.t["halangan"]
        return any(c["orang_id"] == id_ and c["dari"] <= hari_ <= c["sampai"] for c in semua)

    def tugas(self, kode: str) -> list[dict[str, Any]]:
        return [
            p for p in self.t["penugasan"]
            if p["disahkan"] and p["peran"] in ("pld", "pd", "teknis") and _di(p["wilayah"], kode)
            and len(p["wilayah"]) >= 8 and any(_berlaku(p, h) for h in self.hari)
        ]  # fmt: skip

    def orang(self, kode: str) -> list[dict[str, Any]]:
        """Those in force on the last day."""
        tugas, nama = self.tugas(kode), {o["id"]: o["nama"] for o in self.t["orang"]}
        hasil = []
        for id_ in {p["orang_id"] for p in tugas if _berlaku(p, self.sampai.isoformat())}:
            milik = [p for p in tugas if p["orang_id"] == id_]
            ada = {(p["wilayah"], h) for p in milik for h in self.hari if _berlaku(p, h) and not self.absen(id_, h)}
            wajib = {h for kode_, h in ada if h < self.hari_ini.isoformat() and self.kerja(h, kode_[:5])}
            tulis = [k for k in self.catatan if k["orang_id"] == id_ and k["tanggal"] in self.hari]
            sini = [k for k in tulis if _di(k["desa"], kode) and len(k["desa"]) >= 8]
            # entries count where the person has an assignment: those elsewhere are of nobody who is awaited there
            kec = {p["wilayah"][:8] for p in milik}
            sini = [k for k in sini if k["desa"][:8] in kec]
            hasil.append(
                {
                    "id": id_, "nama": nama[id_], "catatan": len(sini),
                    "kunjungan": sum(k["cara"] == "desa" and len(k["desa"]) > 8 for k in sini),
                    "menit": sum(k["menit"] for k in sini), "wajib": len(wajib),
                    "isi": min(len(wajib), len({k["tanggal"] for k in tulis})),
                    "desa": len({p["wilayah"] for p in milik if len(p["wilayah"]) > 8}),
                    "desa_hari": sum(len(kode_) > 8 for kode_, _ in ada), "bulan": self.bulan,
                    "target": self.target(kode),
                }
            )  # fmt: skip
        return sorted(hasil, key=lambda o: (o["nama"], o["id"]))

    def desa(self, kode: str) -> list[dict[str, Any]]:
        """With what is not said: the days on which they had somebody."""
        tugas, hasil = self.tugas(kode), []
        for w in sorted(self.t["wilayah"], key=lambda w: str(w["kode"])):
            di = w["kode"]
            if len(di) <= 8 or not _di(di, kode):
                continue
            ke_sana = [k for k in self.catatan if k["desa"] == di and k["cara"] == "desa"]
            sejak = [
                p["dari"] for p in tugas
                if p["wilayah"] in (di, di[:8]) and _berlaku(p, self.sampai.isoformat())
            ]  # fmt: skip
            kali = sum(k["tanggal"] in self.hari for k in ke_sana)
            sendiri = [p for p in tugas if p["wilayah"] == di]
            umum = [p for p in tugas if p["wilayah"] == di[:8]]
            if sejak or kali:
                ada = {
                    h for p in sendiri or umum for h in self.hari if _berlaku(p, h) and not self.absen(p["orang_id"], h)
                }
                lama = any(h <= self.dua_pekan[0] for h in sejak) and not any(
                    k["tanggal"] in self.jendela for k in ke_sana
                )
                hasil.append({"kode": di, "nama": w["nama"], "kunjungan": kali, "lama": lama, "hari": len(ada)})
        return hasil

    def jumlah(self, kode: str) -> dict[str, Any]:
        semua = [k for k in self.catatan if _di(k["desa"], kode) and len(k["desa"]) >= 8]
        kini, dulu = ([k for k in semua if k["tanggal"] in rentang] for rentang in (self.hari, self.lalu))
        kunjungan = [k for k in dulu if k["cara"] == "desa" and len(k["desa"]) > 8]
        orang, desa = self.orang(kode), self.desa(kode)
        ditunggu = [o for o in orang if o["wajib"] or o["catatan"]]
        di_sana = {o["id"]: {p["wilayah"][:8] for p in self.tugas(kode) if p["orang_id"] == o["id"]} for o in orang}
        nama = {w["kode"]: w["nama"] for w in self.t["wilayah"]}
        tempat = dari_kode(kode)
        return {
            "kode": kode, "nama": nama[kode] if len(kode) == 8 else tempat.nama if tempat else kode,
            "orang": len(ditunggu), "mencatat": sum(o["catatan"] > 0 for o in ditunggu), "catatan": len(kini),
            "menit": sum(k["menit"] for k in kini), "desa": len(desa),
            "dikunjungi": sum(d["kunjungan"] > 0 for d in desa), "kunjungan": sum(d["kunjungan"] for d in desa),
            "desa_hari": sum(d["hari"] for d in desa), "lama": sum(d["lama"] for d in desa),
            "wajib": sum(o["wajib"] for o in ditunggu), "isi": sum(o["isi"] for o in ditunggu),
            **self.urusan(kode),
            "kembali": sum(
                k["periksa"] == "kembali" and k["dihapus"] is None and _di(k["desa"], kode) and len(k["desa"]) >= 8
                for k in self.t["kegiatan"]
            ),
            "telat": self.telat(kode), "bulan": self.bulan, "target": self.target(kode),
            "lalu": {
                "catatan": len(dulu), "kunjungan": len(kunjungan),
                "mencatat": len({k["orang_id"] for k in dulu if k["desa"][:8] in di_sana.get(k["orang_id"], ())}),
                "dikunjungi": len({k["desa"] for k in kunjungan}),
            },
        }  # fmt: skip

    def urusan(self, kode: str) -> dict[str, int]:
        ada = {m["id"]: m for m in self.t["musdes"] if m["dihapus"] is None}
        di = {
            d["musdes_id"] for d in self.t["musdes_desa"]
            if d["musdes_id"] in ada and ada[d["musdes_id"]]["status"] != "digabung" and d["tanggal"] in self.hari
            and _di(d["desa"], kode)
        }  # fmt: skip
        putusan = [k for k in self.t["keputusan"] if k["dihapus"] is None]
        sini = [k for k in putusan if k["musdes_id"] in ada and _di(k["desa"], kode)]
        selesai = {
            s["keputusan_id"] for s in self.t["keputusan_status"] if s["status"] == "selesai" and self.saat(s["waktu"])
        }
        langkah = {g["siklus_id"] for g in self.t["siklus_langkah"] if self.saat(g["waktu"])}
        return {
            "musdes": len(di),
            "putusan": sum(k["induk"] is None and k["musdes_id"] in di for k in putusan),
            "selesai": sum(k["status"] == "selesai" and k["id"] in selesai for k in sini),
            "langkah": sum(s["id"] in langkah and _di(s["desa"], kode) for s in self.t["siklus"]),
            "lewat": sum(
                k["status"] in ("baru", "berjalan", "terhambat") and not (k["usulan"] and k["status"] == "baru") and bool(k["tenggat"])
                and k["tenggat"] < self.sampai.isoformat() for k in sini
            ),
        }  # fmt: skip

    def saat(self, waktu: int) -> bool:
        return waktu <= self.kini and datetime.fromtimestamp(waktu, self.zona).date().isoformat() in self.hari

    def telat(self, kode: str) -> list[dict[str, Any]]:
        """By kecamatan, as the calendar says; only of those that anything else is known of."""
        jumlah: dict[tuple[date, str], int] = {}
        for kec in (k for k in KEC if _di(k, kode) and self.ada(k)):
            for t in lewat(self.tx, [kec], self.sampai).get(kec, ()):
                acara = muat_kalender().menurut_kode(t.acara)
                if acara and acara.selesai_bila.siklus:
                    jumlah[t.jatuh, t.label] = jumlah.get((t.jatuh, t.label), 0) + t.jumlah
        return [{"label": label, "jatuh": jatuh, "desa": n} for (jatuh, label), n in sorted(jumlah.items())]

    def ada(self, kec: str) -> bool:
        """Whether the kecamatan is looked at: somebody, an entry, or business of its villages."""
        return kec in self.terlihat

    terlihat: frozenset[str] = frozenset()


def _berlaku(p: dict[str, Any], hari_: str) -> bool:
    return bool(p["dari"] <= hari_ <= (p["sampai"] or "9"))


def _rentang(dari: date, sampai: date) -> list[str]:
    return [(dari + timedelta(days=n)).isoformat() for n in range((sampai - dari).days + 1)]


@given(d=DUNIA, lain=TAMBAHAN, untuk=st.sampled_from([NOVEMBER, OKTOBER, PEKAN, PEKAN.lalu]))
@settings(
    max_examples=kali(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_figure_is_the_one_that_the_raw_rows_give(
    tx: Tx, d: dict[str, Any], lain: dict[str, Any], untuk: Masa
) -> None:
    with sementara(tx):
        bangun(tx, d)
        tambah(tx, lain)
        mentah = Mentah(tx, untuk, d["kini"])
        semua = hitung(tx, untuk, d["kini"], TANYA)
        assert set(semua) == set(TANYA)
        mentah.terlihat = frozenset(k for k in KEC if semua[k].jumlah.nama.startswith("Tempat"))
        for kode, angka in semua.items():
            mentah.jam(kode)
            if len(kode) == 8 and kode not in mentah.terlihat:
                assert angka.jumlah.kosong
                assert not mentah.jumlah(kode)["catatan"] + mentah.jumlah(kode)["orang"] + mentah.jumlah(kode)["desa"]
                continue
            assert angka.jumlah == msgspec.convert(mentah.jumlah(kode), AngkaBagian), kode
            assert (angka.dari, angka.sampai, angka.zona) == (untuk.dari, mentah.sampai, str(mentah.zona))
            if len(kode) == 8:
                assert [msgspec.to_builtins(o) for o in angka.orang] == [_padat(o) for o in mentah.orang(kode)]
                assert [(x.kode, x.kunjungan, x.lama) for x in angka.desa] == [
                    (x["kode"], x["kunjungan"], x["lama"]) for x in mentah.desa(kode)
                ]
            bagian = [k for k in TANYA if len(k) == len(kode) + 3 and _di(k, kode) and not semua[k].jumlah.kosong]
            assert [b.kode for b in angka.bagian] == bagian
            assert list(angka.bagian) == [semua[k].jumlah for k in bagian]
            assert msgspec.json.decode(msgspec.json.encode(angka), type=AngkaRingkas) == angka
            assert hitung(tx, untuk, d["kini"], [kode]) == {kode: angka}


def _padat(orang: dict[str, Any]) -> dict[str, Any]:
    awal = {"catatan": 0, "kunjungan": 0, "menit": 0, "wajib": 0, "isi": 0, "desa": 0, "desa_hari": 0, "bulan": 30}
    return {k: v for k, v in orang.items() if awal.get(k) != v}


@given(d=DUNIA)
@settings(
    max_examples=kali(25),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_week_says_what_its_recap_says(tx: Tx, d: dict[str, Any]) -> None:
    with sementara(tx):
        bangun(tx, d)
        rekap, angka = hitung_rekap(tx, SENIN, d["kini"], list(KEC)), hitung(tx, PEKAN, d["kini"], list(KEC))
        for kec, satu in rekap.items():
            j = angka[kec].jumlah
            if not j.nama.startswith("Tempat"):
                continue
            assert (j.catatan, j.menit, j.kunjungan, j.dikunjungi, j.desa) == (
                satu.catatan, satu.menit, satu.kunjungan, satu.dikunjungi, len(satu.desa),
            )  # fmt: skip
            assert (j.lama, j.lewat, j.kembali, j.mencatat) == (
                len(satu.lama), satu.keputusan_lewat, satu.kembali, satu.mencatat,
            )  # fmt: skip
            assert [o.id for o in angka[kec].orang] == [o.id for o in satu.orang]
            assert (j.lalu.catatan, j.lalu.mencatat, j.lalu.dikunjungi) == (
                satu.lalu.catatan, satu.lalu.mencatat, satu.lalu.dikunjungi,
            )  # fmt: skip


# -- fairness and edges ------------------------------------------------------------------------------------------------

KOSONG: dict[str, Any] = {
    nama: []
    for nama in (
        "penugasan", "kegiatan", "cuti", "musdes", "keputusan", "tugas", "siklus", "pertanyaan", "blt", "salur", "bumdes",
        "masalah",
    )
}  # fmt: skip
SATU, DUA = DESA["32.03.03"]
AKHIR = int(datetime(2026, 12, 2, 1, tzinfo=UTC).timestamp())
"""2 December, 08.00 WIB: November is over."""
HARI_KERJA = 21
"""Of November 2026."""


def pasang(
    tx: Tx, *wilayah: str, peran: str = PLD, dari: str = "2026-01-01", sampai: str | None = None, sah: int = 1
) -> int:
    """Somebody new, assigned there."""
    id_ = isi(tx, "orang", nama="Bu Sari", zona="Asia/Jakarta", dibuat=0)
    for kode in wilayah:
        isi(tx, "penugasan", orang_id=id_, peran=peran, wilayah=kode, dari=dari, sampai=sampai, disahkan=sah)
    return id_


def kunjungi(tx: Tx, id_: int, desa: str, *tanggal: str) -> None:
    for satu in tanggal:
        isi(
            tx, "kegiatan", nomor=f"{id_}-{desa}-{satu}", orang_id=id_, desa=desa, kegiatan="AS11", cara="desa",
            tanggal=satu, jam="09:00-10:00", menit=60, hasil="x", dicatat=0,
        )  # fmt: skip


def cibeber(tx: Tx, untuk: Masa = NOVEMBER, kini: int = AKHIR) -> AngkaRingkas:
    return hitung(tx, untuk, kini, ["32.03.03"])["32.03.03"]


def test_leave_days_off_and_days_before_the_assignment_are_not_awaited(tx: Tx) -> None:
    bangun(tx, KOSONG)
    id_ = pasang(tx, SATU, DUA)
    (o,) = cibeber(tx).orang
    assert (o.wajib, o.desa_hari, o.desa) == (HARI_KERJA, 60, 2)
    isi(tx, "cuti", orang_id=id_, dari="2026-11-02", sampai="2026-11-15", dibuat=0)
    isi(tx, "cuti", orang_id=id_, dari="2026-11-16", sampai="2026-11-20", dibuat=0, dibatalkan=1)
    isi(tx, "halangan", orang_id=id_, dari="2026-11-23", sampai="2026-11-23", alasan="banjir", dibuat=0)
    isi(tx, "libur_daerah", kode="32.03", tanggal="2026-11-24", nama="x", libur=1, oleh=id_, dibuat=0)
    (o,) = cibeber(tx).orang
    assert (o.wajib, o.desa_hari) == (HARI_KERJA - 12, 2 * (30 - 15))
    assert cibeber(tx).jumlah.desa_hari == o.desa_hari
    tx.run("UPDATE penugasan SET dari = '2026-11-30' WHERE orang_id = ?", (id_,))
    (o,) = cibeber(tx).orang
    assert (o.wajib, o.desa_hari) == (1, 2)


def test_who_was_away_for_all_of_it_is_not_awaited(tx: Tx) -> None:
    bangun(tx, KOSONG)
    id_ = pasang(tx, SATU)
    isi(tx, "cuti", orang_id=id_, dari="2026-10-30", sampai="2026-12-01", dibuat=0)
    a = cibeber(tx)
    assert (a.jumlah.orang, a.jumlah.desa, a.jumlah.lama, a.jumlah.desa_hari) == (0, 1, 1, 0)
    assert a.jumlah.di_bawah == []
    assert not a.orang[0].ditunggu


def test_today_is_not_over(tx: Tx) -> None:
    bangun(tx, KOSONG)
    pasang(tx, SATU)
    senin_pagi = int(datetime(2026, 11, 16, 1, tzinfo=UTC).timestamp())
    assert cibeber(tx, PEKAN, senin_pagi).orang[0].wajib == 0
    assert cibeber(tx, PEKAN, senin_pagi + 86_400).orang[0].wajib == 1
    assert cibeber(tx, PEKAN.depan, senin_pagi).orang[0].wajib == 0  # it has not begun


def test_who_has_the_kecamatan_counts_for_villages_that_nobody_was_given(tx: Tx) -> None:
    bangun(tx, KOSONG)
    pasang(tx, SATU, dari="2026-11-21")
    assert cibeber(tx).jumlah.desa_hari == 10
    pasang(tx, "32.03.03", peran=PD)
    assert cibeber(tx).jumlah.desa_hari == 10 + 30


def test_one_person_in_two_kecamatan_is_one(tx: Tx) -> None:
    bangun(tx, KOSONG)
    id_ = pasang(tx, "32.03.03", "32.03.04", peran=PD)
    kunjungi(tx, id_, SATU, "2026-11-03", "2026-11-04", "2026-11-07")
    semua = hitung(tx, NOVEMBER, AKHIR, ["32.03", "32.03.03", "32.03.04"])
    assert [(semua[k].jumlah.orang, semua[k].jumlah.mencatat, semua[k].jumlah.isi) for k in sorted(semua)] == [
        (1, 1, 3), (1, 1, 3), (1, 0, 3),
    ]  # fmt: skip
    assert [b.kode for b in semua["32.03"].bagian] == ["32.03.03", "32.03.04"]


@pytest.mark.parametrize(
    ("tanggal", "lama"), [("2026-10-31", True), ("2026-11-01", False), ("2026-11-30", False), ("2026-12-01", True)]
)
def test_a_village_is_left_alone_for_the_whole_month(tx: Tx, tanggal: str, lama: bool) -> None:
    bangun(tx, KOSONG)
    kunjungi(tx, pasang(tx, SATU, dari="2026-11-17"), SATU, tanggal)
    assert [d.lama for d in cibeber(tx).desa] == [lama]
    tx.run("UPDATE penugasan SET dari = '2026-11-18'")
    assert [d.lama for d in cibeber(tx).desa] == [False]  # served for 13 days


def test_many_places_are_asked_for_as_few_are(tx: Tx) -> None:
    kode = [f"32.04.{n:02}" for n in range(BERSATU + 5)]
    for satu in kode:
        isi(tx, "wilayah", kode=satu, nama=satu, jalur="", zona="Asia/Jakarta")
        isi(tx, "wilayah", kode=f"{satu}.2001", nama="x", jalur="", zona="Asia/Jakarta")
        kunjungi(tx, pasang(tx, f"{satu}.2001"), f"{satu}.2001", "2026-11-03", "2026-10-03")
    semua = hitung(tx, NOVEMBER, AKHIR, kode)
    assert len(semua) == len(kode)
    assert all(a.jumlah.catatan == a.jumlah.lalu.catatan == a.jumlah.isi == 1 for a in semua.values())
    assert hitung(tx, NOVEMBER, AKHIR, kode[:2]) == {k: semua[k] for k in kode[:2]}
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr("data.ringkasan.catatan.BANYAK", 3)
        tambal.setattr(sys.modules["data.ringkasan.masa"], "BERDESA", 3)
        assert hitung(tx, NOVEMBER, AKHIR, kode) == semua
        assert hitung(tx, NOVEMBER, AKHIR, ["32.04"])["32.04"].bagian == tuple(semua[k].jumlah for k in kode)


def test_around_midnight_each_zone_has_its_own_day(tx: Tx) -> None:
    """30 November, 22.30 in Jakarta: in Makassar an hour later, in Jayapura it is December."""
    bangun(tx, KOSONG)
    kini = int(datetime(2026, 11, 30, 15, 30, tzinfo=UTC).timestamp())
    semua = hitung(tx, masa(date(2026, 12, 1), bulanan=True), kini, ["32", "73", "94"])
    assert {k: a.sampai for k, a in semua.items()} == dict.fromkeys(semua, date(2026, 12, 1))
    for desa in (SATU, DESA["94.01.01"][0]):
        pasang(tx, desa)
    kini_ = hitung(tx, NOVEMBER, kini, ["32", "94"])
    assert {k: a.jumlah.wajib for k, a in kini_.items()} == {"32": HARI_KERJA - 1, "94": HARI_KERJA}


def test_months_are_compared_day_by_day_and_whole_when_they_are_over() -> None:
    assert NOVEMBER.sampai_lalu(date(2026, 11, 20)) == date(2026, 10, 20)
    assert NOVEMBER.sampai_lalu(date(2026, 11, 30)) == date(2026, 10, 31)
    maret = masa(date(2027, 3, 31), bulanan=True)
    assert maret.sampai_lalu(date(2027, 3, 30)) == date(2027, 2, 28)
    assert (maret.lalu.lalu.lalu.lalu, maret.bulan) == (NOVEMBER, 31)
    assert (NOVEMBER.depan.depan.depan.depan, PEKAN.depan.lalu, PEKAN.bulan) == (maret, PEKAN, 30)
    assert PEKAN.sampai_lalu(date(2026, 11, 21)) == date(2026, 11, 14)


# -- who needs help ----------------------------------------------------------------------------------------------------


def bagian(kode: str, **isi_: Any) -> AngkaBagian:
    return AngkaBagian(kode, kode, **{"orang": 10, "mencatat": 10, "desa": 10, "target": AWAL, **isi_})


def test_the_neediest_come_first_by_their_share_and_the_well_are_not_named() -> None:
    besar = bagian("32.03.01", desa=100, lama=10)
    kecil = bagian("32.03.02", desa=4, lama=2)
    diam = bagian("32.03.03", mencatat=3)
    sibuk = bagian("32.03.04", mencatat=8)  # 80 % is the target
    kembali = bagian("32.03.05", kembali=99)
    lain = [bagian(f"32.03.{n}", lewat=1) for n in range(10, 16)]
    perlu = perlu_ditemani([sibuk, *lain, kembali, besar, kecil, diam])
    assert [a.kode for a, _ in perlu] == ["32.03.03", "32.03.02", "32.03.05", "32.03.01", "32.03.10"]
    assert perlu_ditemani([sibuk]) == []
    assert len(perlu_ditemani(lain, batas=99)) == 6


def test_every_reason_says_its_figures_the_weightiest_first() -> None:
    telat = (Telat("Perdes RKP Desa", date(2026, 9, 30), 4), Telat("Rancangan APB Desa", date(2026, 10, 31), 4))
    a = bagian(
        "32.03.01", mencatat=5, lama=5, telat=telat, lewat=3, kembali=1, wajib=100, isi=30, kunjungan=0, catatan=1,
        desa_hari=30,
    )  # fmt: skip
    assert [(s.jenis, s.n, s.dari, s.label) for s in sebab(a)] == [
        ("diam", 5, 10, ""),
        ("lama", 5, 10, ""),
        ("kunjungan_per_desa", 0, 2, ""),
        ("catatan_per_desa", 10, 4, ""),
        ("telat", 4, 10, "Rancangan APB Desa"),
        ("hari_kerja", 300, 60, ""),
        ("lewat", 3, 10, ""),
        ("kembali", 1, 10, ""),
    ]
    assert sebab(bagian("32.03.01", orang=0, mencatat=0, desa=0, lewat=2))[0].berat == 10_000


# -- kept, and whose ---------------------------------------------------------------------------------------------------


def test_what_was_sent_stays_as_it_was(tx: Tx) -> None:
    bangun(tx, KOSONG)
    pasang(tx, SATU)
    semua = [
        hitung(tx, untuk, AKHIR, [kode])[kode]
        for kode, untuk in (("32.03.03", NOVEMBER), ("32.03", PEKAN), ("32", NOVEMBER))
    ]
    for angka in semua:
        untuk = Masa(angka.dari, angka.bulanan)
        assert ambil(tx, angka.kode, untuk) is None
        assert simpan(tx, angka)
        assert not simpan(tx, msgspec.structs.replace(angka, lain=9))
        assert ambil(tx, angka.kode, untuk) == angka
        assert ambil(tx, angka.kode, untuk.lalu) is None
    assert [r["jenis"] for r in tx.all("SELECT jenis FROM rekap ORDER BY kode DESC")] == ["pd", "kab", "prov"]
    assert ambil(tx, "32.03", NOVEMBER) is None  # a kabupaten's month is sent to nobody


def test_digests_are_for_those_in_force_and_confirmed_at_their_own_level(tx: Tx) -> None:
    bangun(tx, KOSONG)
    satu = pasang(tx, "32.03.03", "32.03.04", peran=PD)
    lain = [
        pasang(tx, "32.03.03", peran=PD, sah=0), pasang(tx, "32.03.03", peran=PD, sampai="2026-11-19"),
        pasang(tx, SATU, peran=PD), pasang(tx, "32.03", peran=TAPM_KAB),
    ]  # fmt: skip
    hari_ = dict.fromkeys([satu, *lain], date(2026, 11, 20))
    assert tempat_tugas(tx, PD, hari_) == {satu: ["32.03.03", "32.03.04"]}
    assert tempat_tugas(tx, TAPM_KAB, hari_) == {lain[3]: ["32.03"]}
    assert tempat_tugas(tx, PD, {}) == {}
