"""The Camat's report: every figure is recounted from the raw rows, and versions, letters and texts are kept."""

from __future__ import annotations

import time
from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.camat import CamatQ, Laporan, samakan
from data.camat.hitung import hitung
from data.kalender import mendatang
from data.katalog.kegiatan import PILAR, muat_kegiatan
from data.katalog.laporan_camat import muat_laporan_camat
from data.katalog.muat import KatalogSalah
from data.orang import CAMAT, PD, PLD, TAPM_KAB, TEKNIS, Orang, OrangQ
from data.penghapusan import NAMA_TERHAPUS, TUNDA, PenghapusanQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi, pendamping
from tests.data.test_rekap import DUNIA, KEC, bangun, baris, sementara, sering
from tests.data.test_rekap import desa as desa_
from tests.data.test_rekap import isi as tambah
from tests.kali import kali

NOVEMBER = date(2026, 11, 1)
TAMBAHAN = st.fixed_dictionaries(
    {
        "peserta": st.lists(
            st.sampled_from([(None, None, None), (10, None, None), (12, 7, 5), (9, 9, 0)]), min_size=25, max_size=25
        ),
        "masalah": st.lists(st.sampled_from([None, "", "Jalan putus."]), min_size=25, max_size=25),
        "pantau": baris(
            8, kegiatan=st.integers(0, 24), asal=st.sampled_from(["pendamping", "pendamping", "kader"]), rahasia=sering,
            status=st.sampled_from(["baru", "diteruskan", "selesai", "ditutup", "ditarik"]),
            dibuat=st.integers(-60, 20), lama=st.integers(0, 40),
        ),
        "rencana": baris(
            4, desa=desa_, status=st.sampled_from(["draf", "diajukan", "disetujui", "disetujui"]), hapus=sering,
            pekan=st.sampled_from(["12.1", "11.4 12.2 12.3", "01.1 02.1", ""]),
        ),
        "tenggat": st.lists(st.sampled_from([None, "2026-12-01", "2026-12-31", "2027-01-01"]), max_size=12),
    }
)  # fmt: skip


def lengkapi(tx: Tx, d: dict[str, Any]) -> None:
    """What a recap does not count."""
    orang = int(tx.all("SELECT id FROM orang ORDER BY id")[0]["id"])
    catatan = [int(row["id"]) for row in tx.all("SELECT id FROM kegiatan ORDER BY id")]
    for n, id_ in enumerate(catatan):
        tx.run(
            "UPDATE kegiatan SET peserta = ?, peserta_l = ?, peserta_p = ?, masalah = ?, tindak_lanjut = ? WHERE id = ?",
            (*d["peserta"][n], d["masalah"][n], "Dirapatkan." if n % 2 else None, id_),
        )
    sudah = set()
    for n, m in enumerate(d["pantau"]):
        di = catatan[m["kegiatan"] % len(catatan)] if catatan and m["asal"] == "pendamping" and n % 3 else None
        if di in sudah:
            di = None
        sudah.add(di)
        dibuat = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp()) + m["dibuat"] * 86_400
        beres = dibuat + m["lama"] * 86_400 if m["status"] in ("selesai", "ditutup") else None
        tambah(
            tx, "masalah", nomor=f"A-2611-5{n:03}", desa="32.03.03.2001", tema="blt", isi="x", asal=m["asal"],
            orang_id=orang, rahasia=m["rahasia"], kanal="web", tujuan="a", tingkat="pld", status=m["status"],
            kegiatan_id=di, dibuat=dibuat, diubah=dibuat, selesai=beres,
        )  # fmt: skip
    for n, r in enumerate({r["desa"]: r for r in d["rencana"]}.values()):
        id_ = tambah(
            tx, "rencana", nomor=f"N-2611-{n:04}", orang_id=orang, peran="pld", desa=r["desa"], tahun=2026,
            status=r["status"], dibuat=0, diubah=0,
        )  # fmt: skip
        tambah(
            tx, "rencana_butir", rencana_id=id_, urutan=1, kegiatan="AS11", uraian="u", target=1, pekan=r["pekan"],
            dibuat=0, diubah=0, dihapus=r["hapus"] or None,
        )  # fmt: skip
    for row, tenggat in zip(tx.all("SELECT id FROM keputusan ORDER BY id"), d["tenggat"], strict=False):
        tx.run("UPDATE keputusan SET tenggat = ? WHERE id = ?", (tenggat, row["id"]))


# -- the naive way -----------------------------------------------------------------------------------------------------


def _di(kode: str, kec: str) -> bool:
    return kode == kec or kode.startswith(f"{kec}.")


def mentah(tx: Tx, kec: str, kini: int) -> dict[str, Any]:
    """November of one kecamatan by loops over all rows: nothing here is shared with what is tested."""
    t = {
        nama: [{k: row[k] for k in row.keys()} for row in tx.all(f"SELECT * FROM {nama} ORDER BY 1")]  # noqa: SIM118
        for nama in (
            "orang", "wilayah", "penugasan", "kegiatan", "musdes", "musdes_desa", "keputusan", "siklus",
            "siklus_langkah", "blt_salur", "bumdes_langkah", "masalah", "rencana", "rencana_butir",
        )
    }  # fmt: skip
    zona = ZoneInfo(KEC[kec])
    akhir = min("2026-11-30", datetime.fromtimestamp(kini, zona).date().isoformat())
    sah = {p["orang_id"] for p in t["penugasan"] if p["disahkan"]}
    catatan = [
        k for k in t["kegiatan"]
        if k["dihapus"] is None and k["orang_id"] in sah and _di(k["desa"], kec) and "2026-11-01" <= k["tanggal"] <= akhir
    ]  # fmt: skip
    pilar = {k.kode: k.pilar for k in muat_kegiatan().semua}
    return {
        "sampai": akhir,
        "catatan": len(catatan),
        "kecamatan": sum(k["desa"] == kec for k in catatan),
        "pilar": {
            p: _kegiatan([k for k in catatan if pilar.get(k["kegiatan"], "") == p])
            for p in {*PILAR, *(pilar.get(k["kegiatan"], "") for k in catatan)}
        },
        "kegiatan": {
            kode: _kegiatan([k for k in catatan if k["kegiatan"] == kode]) for kode in {k["kegiatan"] for k in catatan}
        },
        "desa": {
            w["kode"]: _desa(w["kode"], t, catatan, akhir, zona)
            for w in t["wilayah"]
            if _di(w["kode"], kec) and w["kode"] != kec
        },
        "orang": _orang(t, catatan, kec, akhir),
        "masalah": _masalah(t, catatan),
        "jumlah_masalah": _jumlah_masalah(t, kec, zona),
        "rencana": sorted(
            r["desa"] for r in t["rencana"] if r["status"] == "disetujui" and _di(r["desa"], kec)
            for b in t["rencana_butir"]
            if b["rencana_id"] == r["id"] and b["dihapus"] is None and any(p[:3] == "12." for p in b["pekan"].split())
        ),
        **_putusan(t, kec, datetime.fromtimestamp(kini, zona).date().isoformat()),
    }  # fmt: skip


def _kegiatan(semua: list[Any]) -> tuple[int, int, int, int, int]:
    """Entries, villages, men, women, not told apart."""
    return (
        len(semua),
        len({k["desa"] for k in semua if len(k["desa"]) > 8}),
        sum(k["peserta_l"] or 0 for k in semua),
        sum(k["peserta_p"] or 0 for k in semua),
        sum(k["peserta"] or 0 for k in semua if k["peserta_l"] is None),
    )


def _desa(kode: str, t: Any, catatan: Any, akhir: str, zona: ZoneInfo) -> tuple[Any, ...]:
    ini = [k for k in catatan if k["desa"] == kode]
    musdes = {m["id"]: m for m in t["musdes"] if m["dihapus"] is None and m["status"] != "digabung"}
    diadakan = [
        (m["tanggal"], m["id"]) for m in musdes.values()
        if m["desa"] == kode and "2026-11-01" <= m["tanggal"] <= akhir
    ]  # fmt: skip
    putusan = [
        sum(k["musdes_id"] == id_ and k["dihapus"] is None and k["induk"] is None for k in t["keputusan"])
        for _, id_ in sorted(diadakan)
    ]
    langkah = {}
    for g in t["siklus_langkah"]:
        s = next(s for s in t["siklus"] if s["id"] == g["siklus_id"])
        if s["desa"] == kode and _november(g["waktu"], zona):
            langkah[s["dokumen"]] = g["tahap"]
    bumdes = [g["langkah"] for g in t["bumdes_langkah"] if g["desa"] == kode and _november(g["waktu"], zona)]
    salur = sorted(
        (b["tanggal"], b["keluarga"], b["rupiah"]) for b in t["blt_salur"]
        if b["desa"] == kode and b["dihapus"] is None and "2026-11-01" <= b["tanggal"] <= akhir
    )  # fmt: skip
    kunjungan = sum(k["cara"] == "desa" for k in ini)
    return len(ini), kunjungan, putusan, langkah, bumdes[-1] if bumdes else None, salur


def _november(waktu: int, zona: ZoneInfo) -> bool:
    saat = datetime.fromtimestamp(waktu, zona)
    return (saat.year, saat.month) == (2026, 11)


def _orang(t: Any, catatan: Any, kec: str, akhir: str) -> dict[int, tuple[int, int, int, int]]:
    """By person; 0 is all others together, where there are any."""
    tim = {
        p["orang_id"] for p in t["penugasan"]
        if p["disahkan"] and p["peran"] in (PLD, PD, TEKNIS) and _di(p["wilayah"], kec)
        and p["dari"] <= akhir and (p["sampai"] or "9") >= "2026-11-01"
    }  # fmt: skip
    hasil = {}
    for id_ in tim:
        hasil[id_] = _tulisan([k for k in catatan if k["orang_id"] == id_])
    lain = [_tulisan([k for k in catatan if k["orang_id"] == i]) for i in {k["orang_id"] for k in catatan} - tim]
    if lain:
        hasil[0] = tuple(sum(satu) for satu in zip(*lain, strict=True))
    return hasil


def _tulisan(semua: list[Any]) -> tuple[int, int, int, int]:
    kunjungan = sum(k["cara"] == "desa" and len(k["desa"]) > 8 for k in semua)
    return len(semua), kunjungan, len({k["tanggal"] for k in semua}), sum(k["menit"] for k in semua)


def _masalah(t: Any, catatan: Any) -> list[tuple[str, str, str]]:
    hasil = []
    for k in catatan:
        semua = [m for m in t["masalah"] if m["kegiatan_id"] == k["id"]]
        if not k["masalah"] or any(m["rahasia"] for m in semua):
            continue
        pantau = [m for m in semua if m["status"] != "ditarik"]
        keadaan = {"baru": "terbuka", "ditangani": "terbuka", "diteruskan": "terbuka"}
        status = keadaan.get(pantau[0]["status"], "selesai") if pantau else ""
        hasil.append((k["tanggal"], k["tindak_lanjut"] or "", status))
    return sorted(hasil)


def _jumlah_masalah(t: Any, kec: str, zona: ZoneInfo) -> tuple[int, int, int]:
    batas = datetime(2026, 12, 1, tzinfo=zona).timestamp()
    semua = [
        m for m in t["masalah"]
        if m["asal"] == "pendamping" and not m["rahasia"] and m["status"] != "ditarik" and m["dibuat"] < batas
        and _di(m["desa"], kec)
    ]  # fmt: skip
    return (
        sum(_november(m["dibuat"], zona) for m in semua),
        sum(m["status"] in ("selesai", "ditutup") and _november(m["selesai"] or 0, zona) for m in semua),
        sum(m["status"] in ("baru", "ditangani", "diteruskan") for m in semua),
    )


def _putusan(t: Any, kec: str, hari_ini: str) -> dict[str, Any]:
    hidup = {m["id"] for m in t["musdes"] if m["dihapus"] is None}
    terbuka = [
        k for k in t["keputusan"]
        if k["dihapus"] is None and k["musdes_id"] in hidup and _di(k["desa"], kec) and k["tenggat"]
        and k["status"] in ("baru", "berjalan", "terhambat") and not (k["usulan"] and k["status"] == "baru")
    ]  # fmt: skip
    return {
        "putusan": sorted(k["nomor"] for k in terbuka if k["tenggat"].startswith("2026-12")),
        "putusan_lewat": sum(k["tenggat"] < min(hari_ini, "2026-12-01") for k in terbuka),
    }


@pytest.mark.usefixtures("tx")
@given(d=DUNIA, lain=TAMBAHAN)
@settings(
    max_examples=kali(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_figure_is_in_the_raw_rows(tx: Tx, d: dict[str, Any], lain: dict[str, Any]) -> None:
    with sementara(tx):
        bangun(tx, d)
        lengkapi(tx, lain)
        for kec in KEC:
            a, m = hitung(tx, kec, NOVEMBER, d["kini"]), mentah(tx, kec, d["kini"])
            assert (a.sampai, a.catatan, a.kecamatan) == (m["sampai"], m["catatan"], m["kecamatan"])
            for semua, harap in ((a.pilar, m["pilar"]), (a.kegiatan, m["kegiatan"])):
                assert {k.kode: (k.catatan, k.desa, *msgspec.structs.astuple(k.hadirin)) for k in semua} == harap
            assert {x.kode: _terbaca(x) for x in a.desa} == m["desa"]
            orang = {o.id: (o.catatan, o.kunjungan, o.hari, o.menit) for o in (*a.orang, *([a.lain] if a.lain else []))}
            assert orang == m["orang"]
            assert sum(o[0] for o in orang.values()) == a.catatan == sum(p.catatan for p in a.pilar)
            assert sorted((x.tanggal, x.upaya, x.keadaan) for x in a.masalah) == m["masalah"]
            assert msgspec.structs.astuple(a.jumlah_masalah) == m["jumlah_masalah"]
            assert sorted(x.desa.removeprefix("Tempat ") for x in a.rencana) == m["rencana"]
            assert sorted(p.nomor for p in a.putusan) == m["putusan"]
            assert a.putusan_lewat == m["putusan_lewat"]
            depan = mendatang(tx, [kec], date(2026, 12, 1), date(2026, 12, 31)).get(kec, [])
            assert [(x.tanggal, x.desa) for x in a.tenggat] == [(x.jatuh.isoformat(), x.jumlah) for x in depan]


def _terbaca(d: Any) -> tuple[Any, ...]:
    putusan = [len(m.putusan) for m in d.musdes]
    langkah = {dokumen: tahap for dokumen, _, tahap in d.siklus}
    salur = sorted((b.tanggal, b.keluarga, b.rupiah) for b in d.blt)
    return d.catatan, d.kunjungan, putusan, langkah, d.bumdes, salur


def test_musyawarah_between_villages_stand_once_and_in_no_village(tx: Tx) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    id_ = tambah(
        tx, "musdes", nomor="M-2611-0001", orang_id=sari.id, jenis="rkp", desa=KECAMATAN, tanggal="2026-11-12",
        mulai="09:00", status="selesai", dibuat=0, diubah=0,
    )  # fmt: skip
    for kode in (SUKAMAJU, SUKAMANAH):
        tambah(tx, "musdes_desa", musdes_id=id_, desa=kode, tanggal="2026-11-12")
    a = hitung(tx, KECAMATAN, NOVEMBER, KINI)
    ((musdes, nama),) = a.antardesa
    assert (musdes.nomor, nama) == ("M-2611-0001", ("Sukamaju", "Sukamanah"))
    assert all(d.kosong for d in a.desa)
    assert a.musdes == (musdes,)


def test_secrets_and_complaints_are_not_in_it(tx: Tx) -> None:
    """Only what an entry tells; one that became a secret is neither told nor counted."""
    sari = pendamping(tx)
    nomor = [
        desa(tx, sari).kegiatan.catat(isi(jam=f"0{n}:00-09:30", masalah=f"Masalah {n}."), [], None) for n in (7, 8)
    ]
    id_ = tx.all("SELECT id FROM kegiatan WHERE nomor = ?", (nomor[1],))[0]["id"]
    for n, (asal, rahasia, di) in enumerate((("pendamping", 1, id_), ("warga", 0, None), ("kader", 0, None))):
        tambah(
            tx, "masalah", nomor=f"A-2611-{n:04}", desa=SUKAMAJU, tema="blt", isi="Aduan.", asal=asal, orang_id=sari.id,
            rahasia=rahasia, kanal="web", tujuan="a", tingkat="pld", status="baru", kegiatan_id=di, dibuat=KINI,
            diubah=KINI,
        )  # fmt: skip
    a = hitung(tx, KECAMATAN, NOVEMBER, KINI)
    assert [m.isi for m in a.masalah] == ["Masalah 7."]
    assert msgspec.structs.astuple(a.jumlah_masalah) == (0, 0, 0)
    assert "Aduan." not in str(a)


def test_a_secret_that_was_withdrawn_stays_out(tx: Tx) -> None:
    """Whoever asked for secrecy does not give it up by withdrawing; one that was none is told without a state."""
    sari = pendamping(tx)
    for n in (7, 8):
        nomor = desa(tx, sari).kegiatan.catat(isi(jam=f"0{n}:00-09:30", masalah=f"Masalah {n}."), [], None)
        id_ = tx.all("SELECT id FROM kegiatan WHERE nomor = ?", (nomor,))[0]["id"]
        tambah(
            tx, "masalah", nomor=f"A-2611-{n:04}", desa=SUKAMAJU, tema="blt", isi="x", asal="pendamping",
            orang_id=sari.id, rahasia=int(n == 7), kanal="web", tujuan="a", tingkat="pld", status="ditarik",
            kegiatan_id=id_, dibuat=KINI, diubah=KINI,
        )  # fmt: skip
    a = hitung(tx, KECAMATAN, NOVEMBER, KINI)
    assert [(m.isi, m.keadaan) for m in a.masalah] == [("Masalah 8.", "")]


@pytest.mark.parametrize(
    ("dari", "sampai", "ada"),
    [
        ("2026-10-01", "2026-11-01", True),
        ("2026-10-01", "2026-10-31", False),
        ("2026-11-21", None, True),
        ("2026-11-22", None, False),
    ],
)
def test_whoever_had_an_assignment_on_any_day_is_named(tx: Tx, dari: str, sampai: str | None, ada: bool) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU)
    tx.run("UPDATE penugasan SET dari = ?, sampai = ? WHERE orang_id = ?", (dari, sampai, sari.id))
    a = hitung(tx, KECAMATAN, NOVEMBER, KINI)
    assert a.sampai == "2026-11-21"
    assert [o.nama for o in a.orang] == (["Bu Sari"] if ada else [])


@pytest.mark.parametrize(("dibuat", "selesai"), [(-1, -1), (-1, 0), (0, 0)])
def test_a_month_begins_and_ends_at_midnight_there(tx: Tx, dibuat: int, selesai: int) -> None:
    """Seconds to both borders of November in Jayapura: whatever is out at one of them is in at the other."""
    kode, zona = "94.01.01.2001", ZoneInfo("Asia/Jayapura")
    tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, 'Rawa', '', ?)", (kode, zona.key))
    sari = pendamping(tx)
    tambah(tx, "bumdes", desa=kode, oleh=sari.id, dibuat=0, diubah=0)
    siklus = tambah(tx, "siklus", desa=kode, dokumen="rkp", tahun=2027, tahap="musdes", diubah=0)
    awal, akhir = (int(datetime(2026, bulan, 1, tzinfo=zona).timestamp()) for bulan in (11, 12))
    for n, batas in enumerate((awal, akhir)):
        tambah(
            tx, "masalah", nomor=f"A-2611-{n:04}", desa=kode, tema="blt", isi="x", asal="pendamping",
            orang_id=sari.id, rahasia=0, kanal="web", tujuan="a", tingkat="pld", status="selesai",
            dibuat=batas + dibuat, diubah=0, selesai=batas + selesai,
        )  # fmt: skip
        tambah(tx, "bumdes_langkah", desa=kode, waktu=batas + dibuat, oleh=sari.id, langkah=n)
        langkah = {"siklus_id": siklus, "waktu": batas + dibuat, "tahap": ("proses", "musdes")[n]}
        tambah(tx, "siklus_langkah", **langkah)
    a = hitung(tx, kode[:8], NOVEMBER, akhir + 86_400)
    assert (a.jumlah_masalah.baru, a.jumlah_masalah.selesai) == (1, 1)
    assert [d.bumdes for d in a.desa] == [1 if dibuat else 0]
    assert [d.siklus for d in a.desa] == [(("rkp", 2027, "musdes" if dibuat else "proses"),)]


def test_what_was_struck_from_a_plan_is_not_in_it_and_what_is_due_today_is_not_late(tx: Tx) -> None:
    sari = pendamping(tx)
    id_ = tambah(
        tx, "rencana", nomor="N-2611-0001", orang_id=sari.id, peran="pld", desa=SUKAMAJU, tahun=2026,
        status="disetujui", dibuat=0, diubah=0,
    )  # fmt: skip
    for n, dihapus in ((1, None), (2, 1)):
        tambah(
            tx, "rencana_butir", rencana_id=id_, urutan=n, kegiatan="AS11", uraian=f"u{n}", target=1, pekan="12.1",
            dibuat=0, diubah=0, dihapus=dihapus,
        )  # fmt: skip
    musdes = tambah(
        tx, "musdes", nomor="M-2611-0001", orang_id=sari.id, jenis="rkp", desa=SUKAMAJU, tanggal="2026-10-12",
        mulai="09:00", status="selesai", dibuat=0, diubah=0,
    )  # fmt: skip
    for n, tenggat in enumerate(("2026-11-20", "2026-11-21", "2026-11-30")):
        tambah(
            tx, "keputusan", nomor=f"P-2611-{n:04}", musdes_id=musdes, desa=SUKAMAJU, urutan=n, isi="x",
            tenggat=tenggat, usulan=0, status="baru", dibuat=0, diubah=0,
        )  # fmt: skip
    a = hitung(tx, KECAMATAN, NOVEMBER, KINI)
    assert a.sampai == "2026-11-21"
    assert [r.uraian for r in a.rencana] == ["u1"]
    assert a.putusan_lewat == 1
    assert hitung(tx, KECAMATAN, NOVEMBER, KINI + 30 * 86_400).putusan_lewat == 3


# -- versions, letters, texts -----------------------------------------------------------------------------------------


def koordinator(tx: Tx, nama: str = "Bu Rina", peran: str = PD, kode: str = KECAMATAN, *, sah: bool = True) -> Orang:
    orang = pendamping(tx, nama)
    tx.run("DELETE FROM penugasan WHERE orang_id = ?", (orang.id,))
    WilayahQ(tx).kenalkan(kode)
    OrangQ(tx).tugaskan(orang.id, peran, kode, date(2026, 10, 1), disahkan=sah)
    return OrangQ(tx).ambil(orang.id, KINI)


def q(tx: Tx, orang: Orang) -> CamatQ:
    return desa(tx, orang).camat


def buka(tx: Tx, orang: Orang, bulan: str = "2026-11") -> Laporan:
    lap = q(tx, orang).buka(KECAMATAN, bulan)
    assert lap
    return lap


def test_a_version_stays_as_it_was_published(tx: Tx) -> None:
    rina, sari = koordinator(tx), pendamping(tx)
    lap = buka(tx, rina)
    assert (lap.id, lap.versi) == (0, 0)
    desa(tx, sari).kegiatan.catat(isi(), [], None)
    satu = q(tx, rina).isi(lap)
    assert q(tx, rina).terbitkan(lap, satu) == 1
    lap = buka(tx, rina)
    assert lap.nomor == "C-2611-0001"
    assert q(tx, rina).terbitkan(lap, q(tx, rina).isi(lap)) == 1, "nothing has changed"
    desa(tx, sari).kegiatan.catat(isi(jam="13:00-14:00"), [], None)
    assert q(tx, rina).usang(lap, q(tx, rina).isi(lap))
    assert q(tx, rina).terbitkan(lap, q(tx, rina).isi(lap)) == 2
    lap = buka(tx, rina)
    assert not q(tx, rina).usang(lap, q(tx, rina).isi(lap))
    lama, baru = q(tx, rina).versi(lap, 1), q(tx, rina).versi(lap, 2)
    assert lama
    assert baru
    assert (lama.isi.catatan, baru.isi.catatan) == (1, 2)
    assert samakan(lama.isi) == samakan(satu)
    assert q(tx, rina).versi(lap, 3) is None


def test_days_that_pass_without_anything_make_no_new_version(tx: Tx) -> None:
    rina = koordinator(tx)
    q(tx, rina).terbitkan(buka(tx, rina), q(tx, rina).isi(buka(tx, rina)))
    besok = desa(tx, rina, KINI + 86_400).camat
    lap = buka(tx, rina)
    assert besok.isi(lap).sampai > q(tx, rina).isi(lap).sampai
    assert not besok.usang(lap, besok.isi(lap))


def test_what_two_type_at_once_is_not_lost(tx: Tx) -> None:
    rina, gugun = koordinator(tx), koordinator(tx, "Pak Gugun", TEKNIS)
    lap = buka(tx, rina)
    assert q(tx, rina).tulis(lap, "5", "Dari Rina.", ganti=False, ke=0)
    assert not q(tx, gugun).tulis(lap, "5", "Dari Gugun.", ganti=True, ke=0), "he has not seen hers"
    assert q(tx, gugun).tulis(lap, "6", "Rakor.", ganti=False, ke=0), "another part is another's"
    b = buka(tx, rina).bagian("5")
    assert (b.teks, b.ke, b.oleh) == ("Dari Rina.", 1, rina.id)
    assert q(tx, gugun).tulis(lap, "5", "Dari Gugun.", ganti=True, ke=1)
    lama = q(tx, rina).riwayat(buka(tx, rina), kolom="bagian 5")
    assert [(j.nama, j.sebelum, j.sesudah) for j in lama] == [
        ("Pak Gugun", "Dari Rina.", "Dari Gugun."),
        ("Bu Rina", "", "Dari Rina."),
    ]


def test_a_number_that_must_not_be_kept_is_masked(tx: Tx) -> None:
    rina = koordinator(tx)
    q(tx, rina).tulis(buka(tx, rina), "1", "NIK 3203031205850001 sudah.", ganti=False, ke=0)
    assert "1205850001" not in buka(tx, rina).bagian("1").teks
    rows = tx.all("SELECT sesudah FROM jejak WHERE tabel = 'laporan_camat'")
    assert not any("1205850001" in (row["sesudah"] or "") for row in rows)


def test_signed_is_the_last_version_and_it_stays_so(tx: Tx) -> None:
    rina = koordinator(tx)
    lap = buka(tx, rina)
    assert not q(tx, rina).tandai(lap, 1, "1/XI", date(2026, 11, 20)), "there is no draft yet"
    q(tx, rina).terbitkan(lap, q(tx, rina).isi(lap))
    lap = buka(tx, rina)
    assert not q(tx, rina).tandai(lap, 2, "1/XI", date(2026, 11, 20))
    assert q(tx, rina).tandai(lap, 1, "1/XI", date(2026, 11, 20))
    assert buka(tx, rina).resmi
    assert q(tx, rina).tulis(lap, "7", "Terima kasih.", ganti=False, ke=0)
    lap = buka(tx, rina)
    assert not lap.resmi, "a change makes it a draft again"
    q(tx, rina).terbitkan(lap, q(tx, rina).isi(lap))
    lap = buka(tx, rina)
    satu = q(tx, rina).tanda(lap, 1)
    assert satu
    assert (satu.surat, satu.tanggal, satu.oleh) == ("1/XI", "2026-11-20", "Bu Rina")
    assert q(tx, rina).tanda(lap, 2) is None
    q(tx, rina).tandai(lap, 2, "2/XI", date(2026, 11, 20))
    assert q(tx, rina).batal_tanda(buka(tx, rina), 2)
    assert q(tx, rina).tanda(lap, 2) is None
    assert not buka(tx, rina).resmi


def test_only_those_of_the_kecamatan_write_and_those_above_read(tx: Tx) -> None:
    rina = koordinator(tx)
    q(tx, rina).terbitkan(buka(tx, rina), q(tx, rina).isi(buka(tx, rina)))
    lap = buka(tx, rina)
    for nama, peran, kode in (("Pak Camat", CAMAT, KECAMATAN), ("Pak Hasan", TAPM_KAB, "32.03")):
        o = q(tx, koordinator(tx, nama, peran, kode))
        assert o.ambil("c-2611-0001") == lap
        assert o.versi(lap, 1)
        assert not o.boleh_tulis(KECAMATAN)
        assert not o.tulis(lap, "1", "x", ganti=False, ke=0)
        assert o.terbitkan(lap, o.isi(lap)) == 1
        assert not o.tandai(lap, 1, "1/XI", date(2026, 11, 20))
    for lain in (
        pendamping(tx, "Pak Budi"),
        koordinator(tx, "Bu Jauh", PD, "32.03.04"),
        koordinator(tx, "Pak Sendiri", PD, sah=False),
    ):
        o = q(tx, lain)
        assert o.buka(KECAMATAN, "2026-11") is None
        assert o.ambil("C-2611-0001") is None
        assert o.versi(lap, 1) is None
        assert o.riwayat(lap) == []


def test_whoever_goes_leaves_no_name_in_versions(tx: Tx) -> None:
    rina, sari, budi = koordinator(tx), pendamping(tx, 'Bu "Sari"'), pendamping(tx, "Pak Budi")
    id_ = tambah(
        tx, "musdes", nomor="M-2611-0001", orang_id=sari.id, jenis="rkp", desa=SUKAMAJU, tanggal="2026-11-12",
        mulai="09:00", status="selesai", dibuat=0, diubah=0,
    )  # fmt: skip
    tambah(
        tx, "keputusan", nomor="P-2611-0001", musdes_id=id_, desa=SUKAMAJU, urutan=1, isi="Rabat beton", status="baru",
        pj=sari.nama, pj_orang=sari.id, tenggat="2026-12-05", dibuat=0, diubah=0,
    )  # fmt: skip
    desa(tx, sari).kegiatan.catat(isi(), [], None)
    q(tx, rina).terbitkan(buka(tx, rina), q(tx, rina).isi(buka(tx, rina)))
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    versi = q(tx, rina).versi(buka(tx, rina), 1)
    assert versi
    assert {o.nama for o in versi.isi.orang} == {"Bu Rina", NAMA_TERHAPUS, budi.nama}
    assert [p.pj for p in versi.isi.putusan] == [NAMA_TERHAPUS]
    assert versi.isi.catatan == 1
    teks = tx.all("SELECT isi FROM laporan_camat_versi")[0]["isi"]
    assert "Sari" not in teks


# -- how fast ---------------------------------------------------------------------------------------------------------


@pytest.mark.lambat
def test_a_month_of_thirty_villages_with_a_thousand_entries_each(tx: Tx) -> None:
    desa_besar = [f"{KECAMATAN}.{3001 + n}" for n in range(30)]
    for kode in (KECAMATAN, *desa_besar):
        tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, '', 'Asia/Jakarta')", (kode, f"D {kode}"))
    orang = [pendamping(tx, f"P {n}") for n in range(10)]
    baris_ = defaultdict(list)
    for n in range(30_000):
        k = (f"K-26-{n:06}", orang[n % 10].id, desa_besar[n % 30], ("AS02", "AS11", "PO01")[n % 3], n % 28 + 1)
        baris_[n // 500].append(k)
    for semua in baris_.values():
        nilai = ", ".join(["(?, ?, ?, ?, 'desa', ?, '09:00-10:00', 60, 'x', 10, 6, 4, 0)"] * len(semua))
        tx.run(
            "INSERT INTO kegiatan (nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, peserta, "
            f"peserta_l, peserta_p, dicatat) VALUES {nilai}",
            [x for no, o, d, k, h in semua for x in (no, o, d, k, f"2026-10-{h:02}")],
        )
    hitung(tx, KECAMATAN, date(2026, 10, 1), KINI)
    mulai = time.perf_counter()
    a = hitung(tx, KECAMATAN, date(2026, 10, 1), KINI)
    lama = time.perf_counter() - mulai
    print(f"{lama * 1000:.0f} ms")
    assert a.catatan == 30_000
    assert lama < 2


# -- the catalogue ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dulu", "kini", "kata"),
    [
        ('kode = "3"', 'kode = "4"', "bagian have the kode 1, 2, 4"),
        ("{kecamatan}", "{desa}", "baku has other braces"),
    ],
)
def test_a_mistake_in_the_catalogue_is_told(tmp_path: Any, dulu: str, kini: str, kata: str) -> None:
    from data.katalog.laporan_camat import BERKAS

    berkas = tmp_path / "laporan_camat.toml"
    berkas.write_text(BERKAS.read_text("utf-8").replace(dulu, kini), "utf-8")
    with pytest.raises(KatalogSalah, match=kata):
        muat_laporan_camat(berkas)
