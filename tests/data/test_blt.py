"""BLT as counts: what was set, paid and changed; and the late months recounted the naive way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.blt import Blt, BltBaru, JumlahBlt, SalurBaru
from data.blt.terlambat import terlambat_sampai
from data.desa import Desa
from data.katalog.blt import muat_blt
from data.orang import PD, OrangQ
from data.penghapusan import PenghapusanQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, desa, pendamping
from tests.data.test_rekap import sementara
from tests.kali import kali

TETAP = BltBaru(40, 300_000)
BAYAR = SalurBaru(SUKAMAJU, 2026, 7, 9, "2026-10-15", 40, 36_000_000)


def sari(tx: Tx, kini: int = KINI) -> Desa:
    return desa(tx, pendamping(tx, f"Bu Sari {kini}"), kini)


def ambil(d: Desa, kode: str = SUKAMAJU) -> Blt:
    b = d.blt.ambil(kode, 2026)
    assert b
    return b


def test_set_once_changed_and_told_apart_by_year(tx: Tx) -> None:
    d = sari(tx)
    assert d.blt.tetapkan(SUKAMAJU, 2026, TETAP)
    assert not d.blt.tetapkan(SUKAMAJU, 2026, TETAP)
    assert d.blt.tetapkan(SUKAMAJU, 2026, replace(TETAP, keluarga=42, sk="Perkades 3"))
    b = ambil(d)
    assert (b.keluarga, b.bulanan, b.kini, b.sk, b.dari, b.sampai) == (42, 300_000, 42, "Perkades 3", 1, 12)
    assert d.blt.ambil(SUKAMAJU, 2025) is None
    assert d.blt.tahun(SUKAMAJU) == [2026]
    assert [(p.kolom, p.sebelum, p.sesudah) for p in d.blt.riwayat(SUKAMAJU, 2026)] == [
        ("sk", "", "Perkades 3"), ("keluarga", "40", "42"), ("tetapkan", "", "40 keluarga"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "salah",
    [{"bulanan": muat_blt().maksimal + 1}, {"keluarga": -1}, {"dari": 7, "sampai": 6}, {"dari": 0}, {"sampai": 13}],
)
def test_what_cannot_be_is_not_kept(tx: Tx, salah: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="cannot be set"):
        sari(tx).blt.tetapkan(SUKAMAJU, 2026, replace(TETAP, **salah))  # type: ignore[arg-type]


def test_a_payment_is_kept_corrected_deleted_and_brought_back(tx: Tx) -> None:
    d = sari(tx)
    d.blt.tetapkan(SUKAMAJU, 2026, TETAP)
    nomor = d.blt.bayar(BAYAR)
    assert nomor == "B-2611-0001"
    s = d.blt.satu(nomor.lower())
    assert s
    assert (s.bulan, s.harusnya(300_000), s.rupiah) == (3, 36_000_000, 36_000_000)
    assert d.blt.ubah_salur(s, {"rupiah": 35_000_000, "alasan": "Menyusul."})
    assert not d.blt.ubah_salur(d.blt.satu(nomor) or s, {"rupiah": 35_000_000})
    assert [x.nomor for x in d.blt.bertumpuk(SUKAMAJU, 2026, 9, 10)] == [nomor]
    assert d.blt.bertumpuk(SUKAMAJU, 2026, 10, 12) == []
    assert d.blt.bertumpuk(SUKAMAJU, 2026, 9, 10, nomor) == []
    assert d.blt.hapus_salur(s, "Dua kali.")
    assert not d.blt.hapus_salur(s, "Dua kali.")
    assert d.blt.salur(SUKAMAJU, 2026) == []
    assert d.blt.pulihkan_salur(s)
    assert not d.blt.pulihkan_salur(s)
    assert [x.rupiah for x in d.blt.salur(SUKAMAJU, 2026)] == [35_000_000]
    with pytest.raises(ValueError, match="desa"):
        d.blt.ubah_salur(s, {"desa": SUKAMANAH})


@pytest.mark.parametrize(
    "salah", [{"dari": 6}, {"dari": 10}, {"keluarga": 0}, {"rupiah": -1}, {"dari": 12, "sampai": 13}]
)
def test_no_payment_for_too_many_months_or_nobody(tx: Tx, salah: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="paid"):
        sari(tx).blt.bayar(replace(BAYAR, **salah))  # type: ignore[arg-type]


def test_families_come_and_go_as_counts(tx: Tx) -> None:
    d = sari(tx)
    with pytest.raises(LookupError):
        d.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, 1), "pindah", -1)
    d.blt.tetapkan(SUKAMAJU, 2026, replace(TETAP, keluarga=3))
    assert d.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, 1), "pindah", -2) == 1
    assert d.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, 2), "baru", 4) == 5
    for sebab, n in (("pindah", -6), ("terbang", -1), ("baru", 0)):
        with pytest.raises(ValueError, match="families cannot be"):
            d.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, 3), sebab, n)
    semua = d.blt.perubahan(SUKAMAJU, 2026)
    assert [p.keluarga for p in semua] == [4, -2]
    assert [p.keluarga for p in d.blt.semua_perubahan([SUKAMAJU, SUKAMANAH], 2026)] == [-2, 4]
    assert d.blt.hapus_perubahan(semua[0])
    assert not d.blt.hapus_perubahan(semua[0])
    assert ambil(d).kini == 1
    assert d.blt.pulihkan_perubahan(semua[0])
    assert not d.blt.pulihkan_perubahan(semua[0])
    assert ambil(d).kini == 5
    assert d.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, 4), "mampu", -4) == 1
    with pytest.raises(ValueError, match="fewer than none"):  # those who left can no longer have been there
        d.blt.hapus_perubahan(semua[0])
    with pytest.raises(ValueError, match="more families have left"):
        d.blt.tetapkan(SUKAMAJU, 2026, replace(TETAP, keluarga=1))
    assert ambil(d).kini == 1
    orang_lain = desa(tx, pendamping(tx, "Pak Budi", SUKAMANAH))
    assert orang_lain.blt.satu_perubahan(SUKAMAJU, 2026, semua[0].id) is None
    assert d.blt.satu_perubahan(SUKAMANAH, 2026, semua[0].id) is None
    with pytest.raises(LookupError):
        orang_lain.blt.hapus_perubahan(semua[0])


def test_what_is_out_of_scope_is_as_if_it_were_not(tx: Tx) -> None:
    d, budi = sari(tx), desa(tx, pendamping(tx, "Pak Budi", SUKAMANAH))
    d.blt.tetapkan(SUKAMAJU, 2026, TETAP)
    s = d.blt.satu(d.blt.bayar(BAYAR))
    assert s
    q = budi.blt
    assert q.ambil(SUKAMAJU, 2026) is None
    assert q.satu(s.nomor) is None
    assert not (q.salur(SUKAMAJU, 2026))
    assert not (q.perubahan(SUKAMAJU, 2026))
    assert not (q.riwayat(SUKAMAJU, 2026))
    assert not (q.tahun(SUKAMAJU))
    assert not (q.jumlah(KECAMATAN, 2026, 8))
    assert not (q.semua_salur([SUKAMAJU], 2026))
    assert q.terlambat([SUKAMAJU, KECAMATAN]) == {}
    assert not q.tetapkan(SUKAMAJU, 2026, TETAP)
    for tulis in (lambda: q.bayar(BAYAR), lambda: q.ubah_salur(s, {"rupiah": 1}), lambda: q.hapus_salur(s, "x")):
        with pytest.raises(LookupError):
            tulis()


def test_when_a_month_is_late() -> None:
    b = muat_blt()
    akhir = date(2026, 10, 31) + timedelta(days=b.tenggang)
    assert b.batas(akhir) == (2026, 9)
    assert b.batas(akhir + timedelta(days=1)) == (2026, 10)
    assert b.batas(date(2027, 1, 1)) == (2026, 11), "in January it is still last year's"


def test_late_is_what_was_due_and_meant_to_be_paid(tx: Tx) -> None:
    d = sari(tx)
    d.blt.tetapkan(SUKAMAJU, 2026, replace(TETAP, dari=4))
    d.blt.bayar(BAYAR)
    b = ambil(d)
    assert d.blt.belum(b) == (4, 5, 6, 10)
    assert d.blt.berikut(b) == (4, 5, 6, 10, 11, 12)
    assert d.blt.terlambat([SUKAMAJU]) == {SUKAMAJU: (4, 5, 6, 10)}
    d.blt.tetapkan(SUKAMAJU, 2027, TETAP)
    nanti = d.blt.ambil(SUKAMAJU, 2027)
    assert nanti
    assert d.blt.belum(nanti) == ()
    d.blt.tetapkan(SUKAMAJU, 2025, TETAP)
    dulu = d.blt.ambil(SUKAMAJU, 2025)
    assert dulu
    assert len(d.blt.belum(dulu)) == 12
    d.blt.tetapkan(SUKAMAJU, 2026, replace(TETAP, keluarga=0))
    assert d.blt.belum(ambil(d)) == ()


def test_sums_of_a_wider_place(tx: Tx) -> None:
    id_ = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    WilayahQ(tx).kenalkan_desa(KECAMATAN)
    WilayahQ(tx).kenalkan(KECAMATAN)
    OrangQ(tx).tugaskan(id_, PD, KECAMATAN, date(2026, 1, 1), disahkan=True)
    d = desa(tx, OrangQ(tx).ambil(id_, KINI))
    d.blt.tetapkan(SUKAMAJU, 2026, replace(TETAP, dari=7))
    d.blt.tetapkan(SUKAMANAH, 2026, replace(TETAP, keluarga=20))
    d.blt.tetapkan(f"{KECAMATAN}.2005", 2026, replace(TETAP, keluarga=0))
    d.blt.catat_perubahan(SUKAMAJU, 2026, date(2026, 11, 1), "pindah", -2)
    d.blt.bayar(BAYAR)
    assert d.blt.jumlah(KECAMATAN, 2026, 8) == [JumlahBlt(KECAMATAN, 2, 58, 1, 36_000_000, 2, 11)]
    assert [j.terlambat for j in d.blt.jumlah(KECAMATAN, 2026, 13)] == [1, 1]
    assert d.blt.jumlah(KECAMATAN, 2025, 8) == []
    assert [s.desa for s in d.blt.semua_salur([KECAMATAN], 2026)] == [SUKAMAJU]


KODE = [f"{KECAMATAN}.{n}" for n in (2005, 2007, 2013)]


@given(
    tetap=st.dictionaries(
        st.sampled_from(KODE), st.tuples(st.integers(0, 2), st.integers(1, 6), st.integers(6, 12)), max_size=3
    ),
    salur=st.lists(
        st.tuples(st.sampled_from(KODE), st.integers(1, 12), st.integers(0, 2), st.booleans(), st.booleans()),
        max_size=8,
    ),
    bulan=st.integers(1, 12),
)
@settings(max_examples=kali(40), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_late_months_are_those_that_the_raw_rows_give(
    tx: Tx,
    tetap: dict[str, tuple[int, int, int]],
    salur: list[tuple[str, int, int, bool, bool]],
    bulan: int,
) -> None:
    with sementara(tx):
        orang = OrangQ(tx).tambah("x", "Asia/Jakarta", KINI)
        for kode, (keluarga, dari, sampai) in tetap.items():
            tx.run(
                "INSERT INTO blt (desa, tahun, keluarga, bulanan, dari, sampai, oleh, dibuat, diubah) "
                "VALUES (?, 2026, ?, 1, ?, ?, ?, 0, 0)",
                (kode, keluarga, dari, sampai, orang),
            )
        lunas: dict[str, set[int]] = {}
        for n, (kode, dari, lama, hapus, dulu) in enumerate(salur):
            sampai = min(dari + lama, 12)
            tx.run(
                "INSERT INTO blt_salur (nomor, desa, tahun, dari, sampai, tanggal, keluarga, rupiah, orang_id, dibuat, "
                "dihapus) VALUES (?, ?, ?, ?, ?, '2026-01-01', 1, 1, ?, 0, ?)",
                (f"B{n}", kode, 2025 if dulu else 2026, dari, sampai, orang, 1 if hapus else None),
            )
            if not (hapus or dulu):
                lunas.setdefault(kode, set()).update(range(dari, sampai + 1))
        harap = {}
        for kode in sorted(tetap):
            keluarga, dari, sampai = tetap[kode]
            telat = tuple(n for n in range(dari, min(sampai, bulan) + 1) if n not in lunas.get(kode, set()))
            if keluarga and telat:
                harap[kode] = telat
        assert terlambat_sampai(tx, 2026, bulan, ("1 = 1", [])) == harap


def test_who_leaves_takes_the_words_of_what_they_deleted(tx: Tx) -> None:
    orang = pendamping(tx)
    d = desa(tx, orang)
    d.blt.tetapkan(SUKAMAJU, 2026, TETAP)
    tetap, hilang = (d.blt.satu(d.blt.bayar(replace(BAYAR, alasan=f"Sebab {n}."))) for n in (1, 2))
    assert tetap
    assert hilang
    d.blt.hapus_salur(hilang, "Dua kali.")
    assert d.data_saya.jumlah()
    assert [b["nomor"] for b in d.data_saya.satu("blt_salur")] == [tetap.nomor, hilang.nomor]
    PenghapusanQ(tx, KINI + HARI).jalankan(orang.id)
    alasan = [r["alasan"] for r in tx.all("SELECT alasan FROM blt_salur ORDER BY id")]
    assert alasan == ["Sebab 1.", ""]
