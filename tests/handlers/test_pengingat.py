"""What the reminder says, and what its rows do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.kalender import NAIK, TenggatDesa
from data.pengingat import BahanPengingat, DrafTerbuka, Putusan, TugasTerbuka
from handlers.dialog.pesan import Pesan
from handlers.dialog.tombol import baca
from handlers.pengingat.kata import BARIS, pesan_pengingat, sebut_sisa
from handlers.tabel import TABEL

JUMAT = date(2026, 11, 20)
KAMIS = date(2026, 11, 19)
APBDES = TenggatDesa(
    "K26", "2026", "Perdes APB Desa tahun depan", "Perdes APB Desa", date(2026, 12, 4), 14, 14,
    (("32.03.03.2013", "Sukamaju"), ("32.03.03.2017", "Sukamanah")), 2,
)  # fmt: skip


def pesan(**isi: object) -> Pesan:
    hasil = pesan_pengingat(BahanPengingat(1, JUMAT, **isi), TABEL)  # type: ignore[arg-type]
    assert hasil
    return hasil


def perintah(satu: Pesan) -> list[str]:
    """What its rows do."""
    data = [baca(b.data) for b in satu.daftar]
    return [d.nilai for d in data if d]


def test_nothing_open_nothing_said() -> None:
    assert pesan_pengingat(BahanPengingat(1, JUMAT), TABEL) is None


def test_one_thing_is_one_line() -> None:
    satu = pesan(kosong=(JUMAT,))
    assert satu.teks == "Satu hal yang masih menunggu:\n• Hari ini belum ada catatan"
    assert perintah(satu) == ["catat hari ini"]
    assert [t.label for t in satu.tombol] == ["Ingatkan besok", "Tidak bisa…"]


@pytest.mark.parametrize(
    ("kosong", "baris", "kata"),
    [
        ((KAMIS,), "Belum ada catatan: kemarin", "catat 19/11"),
        ((date(2026, 11, 16), KAMIS), "Belum ada catatan: Sen 16/11, kemarin", "catat 19/11"),
        (
            tuple(JUMAT - timedelta(days=n) for n in (4, 3, 2, 1, 0)),
            "Belum ada catatan: Rab 18/11, kemarin, hari ini dan 2 hari sebelumnya",
            "catat hari ini",
        ),
    ],
)
def test_empty_days_are_named_and_the_last_is_one_tap_away(kosong: tuple[date, ...], baris: str, kata: str) -> None:
    satu = pesan(kosong=kosong)
    assert satu.teks.endswith(f"• {baris}")
    assert perintah(satu) == [kata]


def test_what_stands_between_a_person_and_their_pay_comes_first() -> None:
    satu = pesan(
        kosong=(JUMAT,),
        kembali=("K-2611-0001", "K-2611-0002"),
        pertanyaan=1,
        tenggat=(APBDES,),
        putusan=(Putusan("P-2611-0001", "Ukur ulang", KAMIS, -1),),
        tugas=(TugasTerbuka("T-2611-0001", "Kirim foto papan", JUMAT, 0),),
        draf=(DrafTerbuka(9, "catat", '{"jawaban":{"desa":"32"}}', baru=False),),
    )
    assert satu.teks.split("\n")[1:] == [
        "• 2 catatan perlu diperbaiki",
        "• Hari ini belum ada catatan",
        "• 1 pertanyaan warga menunggu jawaban Anda",
        "• Perdes APB Desa tahun depan: 4 Desember 2026 (14 hari lagi). Belum: Sukamaju, Sukamanah",
        "• Ukur ulang (lewat 1 hari)",
        "• Tugas: Kirim foto papan (hari ini)",
        "• Draf “Catat kegiatan” belum selesai",
    ]
    assert perintah(satu) == [
        "perbaiki", "catat hari ini", "pertanyaan", "kalender K26", "putusan P-2611-0001", "tugas T-2611-0001", "lanjut",
    ]  # fmt: skip


def test_of_many_of_a_sort_the_first_and_how_many_others() -> None:
    banyak = tuple(Putusan(f"P-2611-{n:04}", f"Keputusan {n}", JUMAT, 0) for n in range(7))
    satu = pesan(putusan=banyak)
    assert "• 4 keputusan lain" in satu.teks
    assert perintah(satu)[-1] == "tindaklanjut"
    assert len(satu.daftar) == 4


def test_no_more_rows_than_a_list_holds() -> None:
    satu = pesan(
        kosong=(JUMAT,),
        kembali=("K-1",),
        tenggat=tuple(replace(APBDES, acara=f"K{n}") for n in range(5)),
        putusan=tuple(Putusan(f"P-{n}", "x", JUMAT, 0) for n in range(5)),
        tugas=tuple(TugasTerbuka(f"T-{n}", "x", JUMAT, 0) for n in range(5)),
    )
    assert len(satu.daftar) == BARIS


@pytest.mark.parametrize(
    ("tenggat", "baris"),
    [
        (replace(APBDES, kira_kira=True), "sekitar 4 Desember 2026 (14 hari lagi). Belum: Sukamaju, Sukamanah"),
        (replace(APBDES, awal=True, sisa=1), "mulai 4 Desember 2026 (besok). Belum: Sukamaju, Sukamanah"),
        (replace(APBDES, desa=(), jumlah=3, langkah=NAIK + 7, sisa=-7), "4 Desember 2026 (lewat 7 hari), 3 desa belum"),
        (replace(APBDES, desa=(), jumlah=0), "4 Desember 2026 (14 hari lagi)"),
        (replace(APBDES, desa=(), diri=True, jumlah=1), "4 Desember 2026 (14 hari lagi)"),
        (
            replace(APBDES, desa=tuple((str(n), f"Desa {n}") for n in range(6)), jumlah=6),
            "4 Desember 2026 (14 hari lagi). Belum: Desa 0, Desa 1, Desa 2, Desa 3, dan 2 lagi",
        ),
    ],
)
def test_a_deadline_says_when_and_where(tenggat: TenggatDesa, baris: str) -> None:
    assert pesan(tenggat=(tenggat,)).teks.endswith(f"• Perdes APB Desa tahun depan: {baris}")


def test_a_draft_without_an_answer_or_of_a_conversation_that_is_no_more_is_let_be() -> None:
    kosong = DrafTerbuka(1, "catat", "{}", baru=True)
    hilang = DrafTerbuka(2, "tidak_ada", '{"jawaban":{"a":1}}', baru=True)
    assert pesan_pengingat(BahanPengingat(1, JUMAT, draf=(kosong, hilang)), TABEL) is None


def test_what_is_left_of_a_day() -> None:
    assert [sebut_sisa(n) for n in (-2, 0, 1, 3)] == ["lewat 2 hari", "hari ini", "besok", "3 hari lagi"]
