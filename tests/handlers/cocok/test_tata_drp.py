"""DRP's PDF in every shape that we can think of is read back row by row; of its head nothing about the person is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from handlers.cocok.buka_pdf import buka
from handlers.cocok.lembar import Halaman, Kata
from handlers.cocok.sel_drp import (
    BarisAsing,
    deskripsi_sel,
    durasi_sel,
    kunjungan_sel,
    periode_dari,
    tanggal_sel,
    waktu_sel,
)
from handlers.cocok.tata_drp import BukanDrp, DrpMilik, baca_drp
from tests.drp_pdf import ASLI, KOLOM, NAMA_REKAAN, NIK_REKAAN, SEMUA, BarisPdf, Gaya, buat, contoh, lain, putar
from tests.kerja import LajuUji

KATA = replace(KOLOM, tanggal="kata", jam=":", sambung="–", durasi="angka")
GAYA = {
    "seperti yang dikenal": ASLI,
    "huruf besar, baris terbelah halaman": replace(ASLI, huruf=14),
    "kepala tidak diulang": replace(KOLOM, kepala_ulang=False),
    "berkolom": KOLOM,
    "rata tengah tegak": replace(KOLOM, tegak="horizon"),
    "rata tengah": replace(KOLOM, tegak="horizon", tengah=True),
    "kolom sempit": replace(KOLOM, mendatar=False),
    "kolom sempit, hari, rata tengah tegak": replace(KOLOM, mendatar=False, tegak="horizon", tanggal="hari"),
    "tanggal berkata": KATA,
    "hari dan s.d.": replace(KOLOM, tanggal="hari", sambung=" s.d. "),
    "kunjungan dulu": replace(KOLOM, balik=True, tanggal="panjang"),
    "urutan lain": replace(
        KOLOM, kolom=("no", "tanggal", "lokasi", "deskripsi", "jenis", "waktu", "durasi", "kunjungan")
    ),
    "kolom lebih": replace(KOLOM, kolom=(*SEMUA[:5], "status", *SEMUA[5:])),
    "kolom kurang": replace(KOLOM, kolom=("tanggal", "waktu", "jenis", "lokasi", "deskripsi")),
    "tanpa garis": replace(KOLOM, garis="none"),
}


@dataclass
class Laju(LajuUji):
    folder: Path = field(default=Path())


def baca(pdf: bytes) -> DrpMilik:
    return baca_drp(buka(pdf, Laju()))


def harus(b: BarisPdf, no: int | None) -> BarisAsing:
    lokasi = " / ".join(b.lokasi)
    return BarisAsing(no, b.tanggal, b.mulai, b.selesai, b.menit, b.jenis, b.kunjungan, lokasi, b.deskripsi)


@pytest.mark.parametrize("gaya", GAYA.values(), ids=GAYA.keys())
def test_every_shape_is_read_row_by_row(gaya: Gaya) -> None:
    baris = contoh(24)
    d = baca(buat(baris, gaya))
    urut = [[b for b in baris if b.kunjungan == k] for k in ((True, False) if gaya.balik else (False, True))]
    bernomor = not gaya.kolom or "no" in gaya.kolom
    semua = [harus(b, n if bernomor else None) for daftar in urut for n, b in enumerate(daftar, start=1)]
    assert list(d.baris) == semua
    assert (d.periode, d.laporan, d.tak_terbaca) == (date(2026, 11, 1), 24, 0)
    assert d.daftar == {"aktivitas": 7, "kunjungan lapangan": 17}
    assert d.menit == sum(b.menit for b in baris)
    assert d.hari == len({b.tanggal for b in baris})


@pytest.mark.parametrize("sudut", [90, 270])
def test_a_page_that_was_turned_is_read_as_it_is_seen(sudut: int) -> None:
    """The paper lies on its side in the file, and is turned to be read."""
    pdf = buat(contoh(24))
    tegak = buka(pdf, Laju())
    berputar = buka(putar(pdf, sudut), Laju())
    assert berputar[0].tinggi == tegak[0].lebar
    kembali = [_putar_balik(h, sudut) for h in berputar]
    assert baca_drp(kembali) == baca_drp(tegak)


def _putar_balik(h: Halaman, sudut: int) -> Halaman:
    """What a reader who tilts their head back would see."""
    kata = []
    for k in h.kata:
        if sudut == 90:
            kotak = (k.atas, h.lebar - k.kanan, k.bawah, h.lebar - k.kiri)
        else:
            kotak = (h.tinggi - k.bawah, k.kiri, h.tinggi - k.atas, k.kanan)
        kata.append(Kata(k.teks, *kotak))
    return replace(h, lebar=h.tinggi, tinggi=h.lebar, kata=tuple(kata))


def test_nothing_of_the_person_comes_out() -> None:
    d = baca(buat(contoh(24)))
    assert NIK_REKAAN not in repr(d)
    assert not re.search(r"\d{9}", repr(d))
    assert NAMA_REKAAN not in repr(d)


def test_a_number_of_a_person_in_a_description_is_masked() -> None:
    nik = "3203031212700007"
    d = baca(buat([BarisPdf(date(2026, 11, 3), 540, 660, deskripsi=f"Verifikasi warga NIK {nik} di balai.")]))
    assert nik not in d.baris[0].deskripsi
    assert "Verifikasi warga NIK" in d.baris[0].deskripsi


@pytest.mark.parametrize(
    "gaya",
    [
        replace(ASLI, penutup="Mengetahui, \\ Koordinator Contoh Rekaan"),
        replace(ASLI, penutup="Mengetahui, \\ Koordinator Contoh Rekaan", jumlah=False),
        replace(KOLOM, penutup="#v(2cm) Cibeber, 30 November 2026 \\ Contoh Rekaan", jumlah=False),
    ],
)
def test_names_below_the_table_are_not_read_as_a_row(gaya: Gaya) -> None:
    d = baca(buat(contoh(3), gaya))
    assert len(d.baris) == 3
    assert "Rekaan" not in repr(d)


def test_an_empty_month_and_another_document() -> None:
    d = baca(buat([]))
    assert (d.baris, d.laporan, d.menit, d.hari) == ((), 0, 0, 0)
    with pytest.raises(BukanDrp):
        baca(lain())


def _halaman(*lines: str) -> list[Halaman]:
    """A page of these lines, each at its own height."""
    kata = [
        Kata(k, 40.0 * m, 100 + n * 12.0, 40.0 * m + 20, 110 + n * 12.0)
        for n, teks in enumerate(lines)
        for m, k in enumerate(teks.split())
    ]
    return [Halaman(1, 1, 600, 1e7, tuple(kata))]


@pytest.mark.parametrize(
    "lines",
    [
        [*(["jam kerja " * 10] * 9_900), "No Tanggal Waktu Jenis", "1 03/11/26 09.00 Rapat"],
        ["No Tanggal Waktu Jenis", *(["1 03/11/26 09.00 Rapat"] * 10_001)],
        ["No Tanggal Waktu Jenis", "1 03/11/26 09.00 Rapat"] * 201,
    ],
)
def test_a_document_made_to_take_long_does_not(lines: list[str]) -> None:
    """A search that goes on for minutes would hold up everybody."""
    try:
        milik = baca_drp(_halaman(*lines))
    except BukanDrp:
        return
    assert milik.menit is None


def test_a_line_of_very_many_words_is_quick() -> None:
    satu = Halaman(1, 1, 600, 800, tuple(Kata("a", n / 100, 100, n / 100, 110) for n in range(20_000)))
    with pytest.raises(BukanDrp):
        baca_drp([satu])


def test_its_own_totals_are_kept_as_it_says_them() -> None:
    d = baca(buat(contoh(3), jam="102:30", hari="18/22", laporan=26))
    assert (d.menit, d.hari, d.laporan, len(d.baris)) == (102 * 60 + 30, 18, 26, 3)


def test_a_month_that_is_not_said_is_not_made_up() -> None:
    assert baca(buat(contoh(2), periode="-")).periode is None
    assert baca(buat(contoh(2), periode="1 November 2026 - 30 November 2026")).periode == date(2026, 11, 1)


def tabel(*baris: str, kepala: str = "No Tanggal Waktu Lokasi Deskripsi", **sisa: float) -> Halaman:
    """Every word 80 points right of the one before; '_' is a space inside a cell, '.' nothing there."""
    kata = []
    for n, teks in enumerate((kepala, *baris)):
        for m, satu in enumerate(teks.split(" ")):
            if satu != ".":
                kiri = 20.0 + 80 * m
                kata += [
                    Kata(k, kiri + 20 * x, 100 + 14.0 * n, kiri + 20 * x + 16, 110 + 14.0 * n)
                    for x, k in enumerate(satu.split("_"))
                ]
    return Halaman(1, 1, 595, 842, tuple(kata))


def test_a_date_that_no_calendar_has_is_counted_and_not_guessed() -> None:
    d = baca_drp([tabel("1 31/02/26 09.00-10.00 X a", "2 03/11/26 25.00-26.00 X b", "3 04/11/26 09.00-10.00 X c")])
    assert d.tak_terbaca == 1
    assert [(b.tanggal, b.mulai, b.menit, b.deskripsi) for b in d.baris] == [
        (date(2026, 11, 3), None, None, "b"),
        (date(2026, 11, 4), 540, 60, "c"),
    ]
    assert (d.periode, d.menit, d.hari, d.laporan, d.daftar) == (None, None, None, None, {})


def test_a_weekday_above_its_date_is_one_date() -> None:
    d = baca_drp(
        [tabel("1 Selasa, 09.00-10.00 X a", ". 03/11/2026 . . .", "2 Rabu, 09.00-10.00 X b", ". 04/11/26 . . .")]
    )
    assert [(b.tanggal, b.deskripsi) for b in d.baris] == [(date(2026, 11, 3), "a"), (date(2026, 11, 4), "b")]


def test_begin_and_end_in_columns_of_their_own_and_a_place_in_several() -> None:
    d = baca_drp(
        [tabel("03/11/26 09.00 11.00 Cibeber Sukamaju a", kepala="Tanggal Mulai Selesai Kecamatan Desa Uraian")]
    )
    assert [(b.mulai, b.selesai, b.lokasi) for b in d.baris] == [(540, 660, "Cibeber / Sukamaju")]


def test_a_place_that_is_broken_over_lines() -> None:
    def garis(n: int, teks: str) -> list[Kata]:
        return [Kata(k, 20.0 + 60 * m, 100 + 14.0 * n, 70 + 60 * m, 110 + 14.0 * n) for m, k in enumerate(teks.split())]

    isi = (
        "No Tanggal Waktu Durasi Jenis",
        "1 03/11/26 09.00-10.00 60_menit Rapat",
        "Deskripsi kegiatan: (Kunjungan Lapangan)",
        "Lokasi: JABAR / CIANJUR /",
        "CIBEBER / MAYAK",
        "Rapat. Isi satu",
        "isi / dua",
    )
    d = baca_drp([Halaman(1, 1, 595, 842, tuple(k for n, t in enumerate(isi) for k in garis(n, t)))])
    satu = d.baris[0]
    assert (satu.lokasi, satu.deskripsi, satu.kunjungan) == (
        "JABAR / CIANJUR / CIBEBER / MAYAK",
        "Isi satu isi / dua",
        True,
    )


@pytest.mark.parametrize(
    ("teks", "hari"),
    [
        ("03/11/26", date(2026, 11, 3)),
        ("3-11-2026", date(2026, 11, 3)),
        ("Selasa, 3 Nov 2026", date(2026, 11, 3)),
        ("31/02/26", None),
        ("besok", None),
    ],
)
def test_dates(teks: str, hari: date | None) -> None:
    assert tanggal_sel(teks) == hari


def test_hours_and_durations() -> None:
    assert waktu_sel("19.30 – 01.00") == (1170, 1500)
    assert waktu_sel("08:00 s/d 10:00") == (480, 600)
    assert waktu_sel("24.00 - 01.00") == (0, 60)
    assert waktu_sel("08.60 - 09.00") is None
    assert waktu_sel("pagi") is None
    assert durasi_sel("2 Jam, 30 Menit") == 150
    assert durasi_sel("45 menit") == 45
    assert durasi_sel("3 jam") == 180
    assert durasi_sel("2:30") == 150
    assert durasi_sel("lama") is None


def test_visit_or_not() -> None:
    assert kunjungan_sel("(Bukan Kunjungan Lapangan)") is False
    assert kunjungan_sel("Kunjungan Lapangan") is True
    assert kunjungan_sel("Ya") is True
    assert kunjungan_sel("tidak") is False
    assert kunjungan_sel("") is None


def test_descriptions_and_periods() -> None:
    assert deskripsi_sel("Rapat", "Rapat") == "Rapat"
    assert deskripsi_sel("Rapat. Isi", "Rapat") == "Isi"
    assert periode_dari("Oktober 2026 - November 2026") is None
