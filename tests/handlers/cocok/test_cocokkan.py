"""The same month on both sides matches whatever the order; one thing changed is one thing said, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.cocok.cocokkan import (
    JAM,
    JENIS,
    KUNJUNGAN,
    TANGGAL,
    TEMPAT,
    BarisSini,
    Tempat,
    cocokkan,
    di_tempat,
    kemiripan,
)
from handlers.cocok.sel_drp import BarisAsing
from tests.kali import kali

DESA = ("Sukamaju", "Mayak", "Sukamanah", "Sukaraharja")
APA = (
    "Pantau pembangunan jalan, pengecoran tahap pertama selesai",
    "Musdes penetapan prioritas RKP, dua belas usulan disepakati",
    "Posyandu dan rembuk stunting bersama kader dan bidan",
    "Rapat koordinasi kecamatan membahas jadwal pencairan",
    "Pelatihan pengurus BUM Desa tentang pembukuan",
    "Verifikasi data penerima BLT di balai dusun",
)
JENIS_ = ("Koordinasi Pendampingan", "Pelaksanaan Pembangunan Desa")


def sana(b: BarisSini, **lain: object) -> BarisAsing:
    """The same row as DRP would have it."""
    lokasi = " / ".join(("JAWA BARAT", "CIANJUR", b.tempat.kecamatan.upper(), b.tempat.desa.upper())).strip(" /")
    isi = BarisAsing(
        None, b.tanggal, b.mulai, b.selesai, b.selesai - b.mulai, b.jenis, b.kunjungan, lokasi, b.deskripsi
    )
    return replace(isi, **lain)  # type: ignore[arg-type]


def bulan(n: int) -> list[BarisSini]:
    """Rows that differ as a person's do: two on some days, some past midnight, all with words of their own."""
    hasil = []
    for k in range(n):
        hari = date(2026, 11, 1) + timedelta(days=k * 2 // 3)
        mulai = 1290 if k % 7 == 6 else (480, 840, 600)[k % 3]
        hasil.append(
            BarisSini(
                f"K-2611-{k:04}", hari, mulai, mulai + (210 if k % 7 == 6 else 120), JENIS_[k % 2], k % 2 == 1,
                Tempat(DESA[k % 4] if k % 2 else "", "Cibeber"), f"{APA[k % 6]} kegiatan ke {k}",
            )
        )  # fmt: skip
    return hasil


BULAN = bulan(20)


@given(st.permutations(BULAN), st.permutations(BULAN))
@settings(max_examples=kali(40), deadline=None)
def test_the_same_in_any_order(kiri: list[BarisSini], kanan: list[BarisSini]) -> None:
    t = cocokkan(kiri, [sana(b) for b in kanan])
    assert t.cocok == len(BULAN)
    assert not t.hanya_sini
    assert not t.hanya_sana
    assert [p.sini for p in t.pasangan] == sorted(BULAN, key=lambda b: (b.tanggal, b.mulai))
    assert all(p.sana == sana(p.sini) for p in t.pasangan)


@given(st.permutations(BULAN), st.sets(st.integers(0, 19), max_size=6), st.sets(st.integers(0, 19), max_size=6))
@settings(max_examples=kali(60), deadline=None)
def test_what_is_missing_is_said_to_be_missing_there(
    urutan: list[BarisSini], di_sini: set[int], di_sana: set[int]
) -> None:
    """One row gone from one side is never matched with another's."""
    kiri = [b for n, b in enumerate(BULAN) if n not in di_sini]
    kanan = [sana(b) for b in urutan if BULAN.index(b) not in di_sana]
    t = cocokkan(kiri, kanan)
    assert set(t.hanya_sini) == {BULAN[n] for n in di_sana - di_sini}
    assert {b.deskripsi for b in t.hanya_sana} == {BULAN[n].deskripsi for n in di_sini - di_sana}
    assert t.cocok == len(t.pasangan)


@given(st.integers(0, 19), st.sampled_from([-120, -60, 15, 60, 180]), st.permutations(BULAN))
@settings(max_examples=kali(60), deadline=None)
def test_one_row_moved_on_its_day(n: int, geser: int, urutan: list[BarisSini]) -> None:
    b = BULAN[n]
    kanan = [sana(x, mulai=x.mulai + geser, selesai=x.selesai + geser) if x == b else sana(x) for x in urutan]
    t = cocokkan(BULAN, kanan)
    assert [(p.sini, p.beda) for p in t.pasangan if p.beda] == [(b, (JAM,))]
    assert not t.hanya_sini
    assert not t.hanya_sana


@given(st.integers(0, 19), st.sampled_from([-1, 1]), st.permutations(BULAN))
@settings(max_examples=kali(60), deadline=None)
def test_one_row_moved_to_the_day_beside(n: int, geser: int, urutan: list[BarisSini]) -> None:
    b = BULAN[n]
    kanan = [sana(x, tanggal=x.tanggal + timedelta(days=geser)) if x == b else sana(x) for x in urutan]
    t = cocokkan(BULAN, kanan)
    assert [(p.sini, p.beda) for p in t.pasangan if p.beda] == [(b, (TANGGAL,))]


def test_three_days_off_is_another_work() -> None:
    b = BULAN[0]
    t = cocokkan([b], [sana(b, tanggal=b.tanggal + timedelta(days=3))])
    assert (t.pasangan, t.hanya_sini) == ((), (b,))


@pytest.mark.parametrize(
    ("lain", "apa"),
    [
        ({"lokasi": "JAWA BARAT / CIANJUR / CIBEBER / MAYAK"}, TEMPAT),
        ({"jenis": "Penugasan Lainnya"}, JENIS),
        ({"kunjungan": False}, KUNJUNGAN),
        ({"selesai": 990}, JAM),
    ],
)
def test_what_differs_is_named(lain: dict[str, object], apa: str) -> None:
    b = replace(BULAN[1], tempat=Tempat("Sukamaju", "Cibeber"))
    assert [p.beda for p in cocokkan([b], [sana(b, **lain)]).pasangan] == [(apa,)]


def test_what_drp_does_not_say_is_no_difference() -> None:
    kosong = sana(BULAN[1], mulai=None, selesai=None, menit=None, jenis="", kunjungan=None, lokasi="")
    assert [p.beda for p in cocokkan([BULAN[1]], [kosong]).pasangan] == [()]


def test_two_meetings_on_one_evening_are_not_mixed_up() -> None:
    hari, tempat = date(2026, 11, 5), Tempat("Sukamaju", "Cibeber")
    a = BarisSini("K-1", hari, 1140, 1230, JENIS_[0], False, tempat, "Rapat tim RKP membahas usulan dusun")
    b = BarisSini("K-2", hari, 1230, 1320, JENIS_[0], False, tempat, "Rapat BUM Desa membahas modal usaha")
    for urut in ([a, b], [b, a]):
        t = cocokkan(urut, [sana(b, mulai=1215), sana(a, selesai=1220)])
        assert [(p.sini.nomor, p.sana.deskripsi) for p in t.pasangan] == [("K-1", a.deskripsi), ("K-2", b.deskripsi)]


def test_a_meeting_past_midnight_that_drp_has_on_the_next_day() -> None:
    a = BarisSini(
        "K-1", date(2026, 11, 5), 1320, 1500, JENIS_[0], True, Tempat("Mayak", "Cibeber"), "Musdesus BLT tahap dua"
    )
    besok = date(2026, 11, 6)
    t = cocokkan(
        [a], [sana(a, tanggal=besok, mulai=0, selesai=60, menit=60, deskripsi="Musdesus penerima BLT tahap dua")]
    )
    assert [p.beda for p in t.pasangan] == [(TANGGAL, JAM)]


def test_other_work_at_another_hour_of_the_day_is_not_taken_for_it() -> None:
    a, b = BULAN[0], BULAN[1]
    t = cocokkan([a], [sana(b, tanggal=a.tanggal)])
    assert (t.pasangan, len(t.hanya_sana)) == ((), 1)


def test_the_same_hours_in_another_village_with_other_words_is_the_person_s_to_look_at() -> None:
    """Nobody is in two places at once."""
    a = BULAN[1]
    lain = sana(a, lokasi="JAWA BARAT / CIANJUR / CIBEBER / SUKAMANAH", deskripsi="Bersama warga")
    assert [p.beda for p in cocokkan([a], [lain]).pasangan] == [(TEMPAT,)]


@pytest.mark.parametrize(
    ("tempat", "lokasi", "ya"),
    [
        (Tempat("Sukamaju", "Cibeber"), "JAWA BARAT / CIANJUR / CIBEBER / SUKAMAJU", True),
        (Tempat("Sukamaju", "Cibeber"), "Desa Suka Maju, Kec. Cibeber", True),
        (Tempat("Sukamaju", "Cibeber"), "JAWA BARAT / CIANJUR / CIBEBER / SUKAMANAH", False),
        (Tempat("Sukamaju", "Cibeber"), "JAWA BARAT / CIANJUR / CIBEBER", False),
        (Tempat("", "Cibeber"), "JAWA BARAT / CIANJUR / Kecamatan CIBEBER", True),
        (Tempat("Cibeber", "Cibeber"), "JAWA BARAT / CIANJUR / CIBEBER / MAYAK", False),
        (Tempat("Cibeber", "Cibeber"), "JAWA BARAT / CIANJUR / CIBEBER / CIBEBER", True),
        (Tempat("Cianjur", "Cibeber"), "Desa Mayak, Cibeber, Kabupaten Cianjur, Jawa Barat", False),
        (Tempat("Mayak", "Cibeber"), "Desa Mayak, Cibeber, Kabupaten Cianjur, Jawa Barat", True),
        (Tempat("Sukamaju", "Cibeber"), "Sukamayu", False),
        (Tempat("Sukamaju", "Cibeber"), " - ", None),
    ],
)
def test_places(tempat: Tempat, lokasi: str, ya: bool | None) -> None:
    assert di_tempat(tempat, lokasi) is ya


def test_words() -> None:
    assert kemiripan("", "a") == 0
    assert kemiripan("rapat desa", "rapat desa") == 1
    a, b = APA[0], APA[3]
    assert kemiripan(a, b) < 0.5 < kemiripan(a, f"{a} dan dokumentasi lengkap serta daftar hadir")


def test_three_hundred_rows_are_quick() -> None:
    semua = bulan(300)
    t = cocokkan(semua, [sana(b) for b in reversed(semua)])
    assert t.cocok == 300


def test_every_row_is_used_at_most_once() -> None:
    b = BULAN[0]
    kembar = [replace(b, nomor=f"K-{n}") for n in range(3)]
    for n, m in product(range(4), range(4)):
        t = cocokkan(kembar[:n], [sana(b)] * m)
        assert (len(t.pasangan), len(t.hanya_sini), len(t.hanya_sana)) == (min(n, m), n - min(n, m), m - min(n, m))
