"""The people below, in figures: for 1 and for 1,200, only within scope."""

from __future__ import annotations

import time
from datetime import date

import pytest

from data.lingkup import LingkupQ
from data.orang import ADMIN, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV, OrangQ
from data.store import Tx
from data.tim import Anggota, Pekan, TimQ, Wilayahan
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi, pendamping

HARI = date(2026, 11, 21)
PEKAN = Pekan(date(2026, 11, 16), date(2026, 11, 22), HARI)
KABUPATEN = "32.03"
LAIN = "32.03.30.2001"


def atasan(tx: Tx, peran: str, *wilayah: str, disahkan: bool = True) -> int:
    id_ = OrangQ(tx).tambah(f"Atasan {peran}", WIB, KINI)
    for kode in wilayah:
        if kode != "0":
            WilayahQ(tx).kenalkan(kode)
        OrangQ(tx).tugaskan(id_, peran, kode, date(2026, 1, 1), disahkan=disahkan)
    return id_


def tim(tx: Tx, orang_id: int) -> TimQ:
    return TimQ(tx, LingkupQ(tx).untuk(orang_id, HARI), HARI)


def test_figures_of_the_week(tx: Tx) -> None:
    rina = atasan(tx, PD, KECAMATAN)
    sari, budi = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH), pendamping(tx, "Pak Budi")
    for tanggal in ("2026-11-15", "2026-11-16", "2026-11-20"):
        desa(tx, sari).kegiatan.catat(isi(tanggal=tanggal), [], None)
    tx.run("UPDATE kegiatan SET periksa = 'kembali' WHERE tanggal = '2026-11-15'")
    dihapus = desa(tx, budi).kegiatan
    nomor = dihapus.catat(isi(), [], None)
    satu = dihapus.ambil(nomor)
    assert satu
    dihapus.hapus(satu)
    assert tim(tx, rina).anggota(PEKAN) == [
        Anggota(sari.id, "Bu Sari", (PLD,), (SUKAMAJU, SUKAMANAH), 2, 240, "2026-11-20", kembali=1),
        Anggota(budi.id, "Pak Budi", (PLD,), (SUKAMAJU,)),
    ]
    (lalu,) = tim(tx, rina).anggota(Pekan(date(2026, 11, 9), date(2026, 11, 15), HARI), nama="SARI bu")
    assert (lalu.catatan, lalu.menit, lalu.terakhir) == (1, 120, "2026-11-15")
    assert [a.nama for a in tim(tx, rina).anggota(PEKAN, id_=budi.id)] == ["Pak Budi"]
    assert tim(tx, rina).anggota(PEKAN, nama="%") == []


@pytest.mark.parametrize(
    ("dari", "sampai", "cuti"),
    [
        ("2026-11-21", "2026-11-21", "2026-11-21"),
        ("2026-11-18", "2026-11-25", "2026-11-25"),
        ("2026-11-18", "2026-11-20", ""),
        ("2026-11-22", "2026-11-25", ""),
    ],
)
def test_leave_of_today_counts(tx: Tx, dari: str, sampai: str, cuti: str) -> None:
    rina, sari = atasan(tx, PD, KECAMATAN), pendamping(tx)
    tx.run("INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, ?, ?, 0)", (sari.id, dari, sampai))
    assert tim(tx, rina).anggota(PEKAN)[0].cuti == cuti
    tx.run("UPDATE cuti SET dibatalkan = 1")
    assert tim(tx, rina).anggota(PEKAN)[0].cuti == ""


def test_only_those_below_and_only_what_may_be_read(tx: Tx) -> None:
    rina, sari = atasan(tx, PD, KECAMATAN), pendamping(tx, "Bu Sari", SUKAMAJU, LAIN)
    pendamping(tx, "Jauh", LAIN)
    atasan(tx, PD, KECAMATAN)
    desa(tx, sari).kegiatan.catat(isi(desa=LAIN), [], None)
    (satu,) = tim(tx, rina).anggota(PEKAN)
    assert (satu.id, satu.wilayah, satu.catatan, satu.terakhir) == (sari.id, (SUKAMAJU,), 0, "")
    assert tim(tx, sari.id).anggota(PEKAN) == []
    assert not tim(tx, sari.id).ada
    assert not tim(tx, atasan(tx, PD, KECAMATAN, disahkan=False)).ada


def test_parts_are_counted_once_a_person(tx: Tx) -> None:
    hasan = atasan(tx, TAPM_KAB, KABUPATEN)
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    pendamping(tx, "Pak Jauh", LAIN)
    atasan(tx, PD, KECAMATAN)
    desa(tx, sari).kegiatan.catat(isi(), [], None)
    desa(tx, sari).kegiatan.catat(isi(jam="13:00-14:00"), [], None)
    q = tim(tx, hasan)
    assert q.jumlah() == 3
    assert q.per_wilayah(PEKAN, "", 3) == [Wilayahan(KECAMATAN, 2, 1), Wilayahan("32.03.30", 1, 0)]
    assert q.per_wilayah(PEKAN, KECAMATAN, 3) == [Wilayahan(KECAMATAN, 2, 1)]
    assert (q.jumlah(KECAMATAN), q.jumlah(f"={KECAMATAN}"), q.jumlah("33")) == (2, 1, 0)


@pytest.mark.parametrize(
    ("peran", "wilayah", "induk"),
    [
        (PD, (KECAMATAN,), KECAMATAN),
        (PD, (KECAMATAN, "32.03.30"), KABUPATEN),
        (TAPM_PROV, ("32", "33"), ""),
        (TAPM_KAB, ("32.03", "32.04"), "32"),
        (ADMIN, ("0",), ""),
        (PLD, (SUKAMAJU,), ""),
    ],
)
def test_the_smallest_place_that_holds_the_scope(tx: Tx, peran: str, wilayah: tuple[str, ...], induk: str) -> None:
    assert tim(tx, atasan(tx, peran, *wilayah)).induk == induk


def test_a_task_can_be_given_to_cadres_too(tx: Tx) -> None:
    sari = pendamping(tx)
    assert not tim(tx, sari.id).ada_bertugas()
    kader = atasan(tx, KPMD, SUKAMAJU)
    assert tim(tx, sari.id).ada_bertugas()
    assert [(a.id, a.peran) for a in tim(tx, sari.id).bertugas()] == [(kader, (KPMD,))]
    rina = atasan(tx, PD, KECAMATAN)
    assert {a.id for a in tim(tx, rina).bertugas()} == {sari.id, kader}
    assert [a.id for a in tim(tx, rina).anggota(PEKAN)] == [sari.id]


def test_twelve_hundred_people_cost_one_query(tx: Tx) -> None:
    hasan = atasan(tx, TAPM_KAB, KABUPATEN)
    WilayahQ(tx).kenalkan(KECAMATAN)
    for n in range(1200):
        kode = f"{KABUPATEN}.{n // 30 + 50:02}.{2001 + n % 30}"
        tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, '', ?)", (kode, f"Desa {n}", WIB))
        id_ = OrangQ(tx).tambah(f"Orang {n:04}", WIB, KINI)
        OrangQ(tx).tugaskan(id_, PLD, kode, date(2026, 1, 1), disahkan=True)
        for tanggal in ("2026-11-17", "2026-10-01"):
            tx.run(
                "INSERT INTO kegiatan (nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, dicatat) "
                "VALUES (?, ?, ?, 'AS11', 'desa', ?, '09:00-11:00', 120, 'x', 0)",
                (f"K-{n}-{tanggal}", id_, kode, tanggal),
            )
    mulai = time.process_time()
    semua = tim(tx, hasan).anggota(PEKAN)
    lama = time.process_time() - mulai
    assert len(semua) == 1200
    assert {(a.catatan, a.menit) for a in semua} == {(1, 120)}
    assert lama < 0.25, "measured at 0.04 s; a query a person would take seconds"
    assert len(tim(tx, hasan).per_wilayah(PEKAN, "", 3)) == 40
