"""Digests up: whose they are, of which days, when they are sent, and that what was sent can be opened again."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from bot.berkala_jenis import JENIS
from bot.berkala_ringkasan import masa_ringkasan
from data.jadwal import CUTI, KIRIM, SEPI, JadwalQ
from data.jadwal_sumber import RINGKASAN_KAB, RINGKASAN_PD, RINGKASAN_PROV
from data.orang import PD, TAPM_KAB, TAPM_PROV, Orang, OrangQ
from data.ringkasan import Masa, ambil, masa
from data.slot import sebelum
from data.store import Tx
from data.wilayah import WilayahQ
from handlers.dialog.pesan import Pesan
from tests.bot.test_berkala_jenis import jalankan, satu
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, WIB, desa, isi, pendamping
from tests.data.test_slot import pada

NOVEMBER = masa(date(2026, 11, 1), bulanan=True)
PEKAN = masa(date(2026, 11, 23), bulanan=False)
TANGGAL_2, SABTU, TANGGAL_3 = "2026-12-02 08:00", "2026-11-28 08:00", "2026-12-03 08:00"


def atasan(tx: Tx, nama: str, peran: str, *wilayah: str) -> Orang:
    id_ = OrangQ(tx).tambah(nama, WIB, KINI)
    OrangQ(tx).pasang_alamat(id_, "web", nama, KINI)
    for kode in wilayah:
        WilayahQ(tx).kenalkan(kode)
        OrangQ(tx).tugaskan(id_, peran, kode, date(2026, 10, 1), disahkan=True)
    return OrangQ(tx).ambil(id_, KINI)


@pytest.fixture
def sari(tx: Tx) -> Orang:
    orang = pendamping(tx)
    WilayahQ(tx).kenalkan(KECAMATAN)
    atasan(tx, "Bu Rina", PD, KECAMATAN)
    atasan(tx, "Pak Hasan", TAPM_KAB, "32.03")
    atasan(tx, "Bu Euis", TAPM_PROV, "32")
    JadwalQ(tx).sinkron(KINI)
    return orang


def keluar(tx: Tx) -> list[tuple[str, Pesan]]:
    rows = tx.all("SELECT tujuan, isi FROM outbox ORDER BY id")
    return [(r["tujuan"], msgspec.json.decode(r["isi"], type=Pesan)) for r in rows]


@pytest.mark.parametrize(
    ("jenis", "saat", "siapa", "judul", "kode", "untuk"),
    [
        (RINGKASAN_PD, TANGGAL_2, "Bu Rina", "Ringkasan bulan, Kecamatan Cibeber", KECAMATAN, NOVEMBER),
        (RINGKASAN_KAB, SABTU, "Pak Hasan", "Ringkasan pekan, Kabupaten Cianjur", "32.03", PEKAN),
        (RINGKASAN_PROV, TANGGAL_3, "Bu Euis", "Ringkasan bulan, Provinsi Jawa Barat", "32", NOVEMBER),
    ],
)
def test_each_level_gets_its_own(
    tx: Tx, sari: Orang, jenis: str, saat: str, siapa: str, judul: str, kode: str, untuk: Masa
) -> None:
    desa(tx, sari, pada("2026-11-27 12:00")).kegiatan.catat(isi(tanggal="2026-11-24"), [], None)
    assert satu(tx, jenis, saat).hasil == KIRIM
    ((tujuan, pesan),) = keluar(tx)
    assert (tujuan, pesan.judul) == (siapa, judul)
    assert "1 catatan, 1 kunjungan." in pesan.teks
    angka = ambil(tx, kode, untuk)
    assert angka is not None
    assert (angka.saat, angka.jumlah.catatan) == (pada(saat), 1)
    assert not JadwalQ(tx).jatuh(pada(saat), 9, jenis)


def test_who_has_two_kecamatan_gets_two(tx: Tx, sari: Orang) -> None:
    atasan(tx, "Bu Nia", PD, KECAMATAN, "32.03.02")
    JadwalQ(tx).sinkron(KINI)
    assert [h.hasil for h in jalankan(tx, RINGKASAN_PD, TANGGAL_2)] == [KIRIM, KIRIM]
    assert [(ke, p.judul[-8:]) for ke, p in keluar(tx)] == [
        ("Bu Rina", " Cibeber"), ("Bu Nia", "gkondang"), ("Bu Nia", " Cibeber"),
    ]  # fmt: skip


def test_on_leave_none_and_without_anybody_none(tx: Tx, sari: Orang) -> None:
    tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, dibuat) SELECT id, '2026-12-01', '2026-12-02', 1 FROM orang "
        "WHERE nama = 'Bu Rina'"
    )
    assert satu(tx, RINGKASAN_PD, TANGGAL_2).hasil == CUTI
    tx.run("DELETE FROM penugasan WHERE peran IN ('pld', 'pd')")
    assert satu(tx, RINGKASAN_KAB, SABTU).hasil == SEPI
    assert keluar(tx) == []


def test_an_assignment_that_ended_since_leaves_nothing_to_say(tx: Tx, sari: Orang) -> None:
    tx.run("UPDATE penugasan SET sampai = '2026-11-30' WHERE peran = 'pd'")
    assert satu(tx, RINGKASAN_PD, TANGGAL_2).hasil == SEPI


@pytest.mark.parametrize(("jenis", "saat", "hari"), [(RINGKASAN_PD, TANGGAL_2, 7), (RINGKASAN_KAB, SABTU, 3)])
def test_late_it_is_of_the_same_days_and_too_late_it_is_not_sent(
    tx: Tx, sari: Orang, jenis: str, saat: str, hari: int
) -> None:
    (jadwal,) = JadwalQ(tx).semua(jenis)
    slot = sebelum(jadwal.atur, jadwal.zona, pada(saat))
    telat = slot + hari * 86_400
    assert JENIS[jenis].nanti(jadwal, slot, telat) == telat
    assert JENIS[jenis].nanti(jadwal, slot, telat + 1) is None
    (hasil,) = JENIS[jenis].susun(tx, [jadwal], slot, telat)
    assert hasil.hasil == KIRIM
    assert hasil.kiriman[0].pesan.teks.startswith("November 2026." if jenis == RINGKASAN_PD else "Senin–Minggu, 23")


def test_the_days_that_a_moment_is_about() -> None:
    assert masa_ringkasan(pada("2027-01-02 08:00"), WIB, bulanan=True) == masa(date(2026, 12, 1), bulanan=True)
    sabtu = pada(SABTU)
    assert masa_ringkasan(sabtu, WIB, bulanan=False) == PEKAN
    senin = sabtu + int(timedelta(days=2).total_seconds())
    assert masa_ringkasan(senin, WIB, bulanan=False) == PEKAN
