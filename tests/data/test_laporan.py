"""The monthly visit report: one's own words and choices, by month, and nobody else's."""

from __future__ import annotations

from datetime import date

import pytest

from data.datasaya import DataSayaQ
from data.laporan import Laporan, LaporanQ, PilihanFoto
from data.orang import KPMD, PD, PLD, Orang, OrangQ
from data.penghapusan import TUNDA, PenghapusanQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, desa, pendamping

NOVEMBER, OKTOBER = "2026-11", "2026-10"
A, B = "a" * 64, "b" * 64


def q(tx: Tx, orang: Orang) -> LaporanQ:
    return desa(tx, orang).laporan


def test_what_is_typed_is_kept_by_month_and_can_be_emptied(tx: Tx) -> None:
    sari = pendamping(tx)
    assert q(tx, sari).ambil(NOVEMBER) == Laporan()
    q(tx, sari).isi(NOVEMBER, "rekomendasi", "Latih bendahara.")
    q(tx, sari).isi(NOVEMBER, "tujuan", "RKP tepat waktu.\nDi empat desa.")
    q(tx, sari).isi(OKTOBER, "tujuan", "BLT.")
    q(tx, sari).isi(NOVEMBER, "rekomendasi", "")
    assert q(tx, sari).ambil(NOVEMBER).isian == {"tujuan": "RKP tepat waktu.\nDi empat desa."}
    assert q(tx, sari).ambil(OKTOBER) == Laporan({"tujuan": "BLT."})
    with pytest.raises(ValueError, match="no part judul"):
        q(tx, sari).isi(NOVEMBER, "judul", "x")


def test_both_words_go_into_the_trail_and_the_same_twice_does_not(tx: Tx) -> None:
    sari = pendamping(tx)
    for teks in ("Pertama.", "Pertama.", "Kedua.", ""):
        q(tx, sari).isi(NOVEMBER, "tujuan", teks)
    rows = tx.all("SELECT kolom, sebelum, sesudah FROM jejak WHERE tabel = 'laporan' ORDER BY id")
    assert [(r["kolom"], r["sebelum"], r["sesudah"]) for r in rows] == [
        ("tujuan", None, "Pertama."),
        ("tujuan", "Pertama.", "Kedua."),
        ("tujuan", "Kedua.", None),
    ]


def test_a_choice_of_photos_is_kept_beside_the_words_and_can_be_taken_back(tx: Tx) -> None:
    sari = pendamping(tx)
    pilihan = (PilihanFoto("K-2611-0001", A, True), PilihanFoto("K-2611-0001", B, False))
    q(tx, sari).isi(NOVEMBER, "tujuan", "RKP.")
    q(tx, sari).pilih(NOVEMBER, pilihan)
    assert q(tx, sari).ambil(NOVEMBER) == Laporan({"tujuan": "RKP."}, pilihan)
    q(tx, sari).pilih(NOVEMBER, ())
    assert q(tx, sari).ambil(NOVEMBER).foto == (), "nothing is chosen, which is not the same as not having chosen"
    q(tx, sari).pilih(NOVEMBER, None)
    assert q(tx, sari).ambil(NOVEMBER) == Laporan({"tujuan": "RKP."})


def test_nobody_elses(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    q(tx, sari).isi(NOVEMBER, "tujuan", "RKP.")
    q(tx, sari).pilih(NOVEMBER, [PilihanFoto("K-2611-0001", A, True)])
    assert q(tx, budi).ambil(NOVEMBER) == Laporan()
    q(tx, budi).isi(NOVEMBER, "tujuan", "Lain.")
    assert q(tx, sari).ambil(NOVEMBER).isian == {"tujuan": "RKP."}


def test_the_assignments_of_that_month(tx: Tx) -> None:
    sari = pendamping(tx)
    WilayahQ(tx).kenalkan(KECAMATAN)
    orang = OrangQ(tx)
    tx.run("UPDATE penugasan SET sampai = '2026-11-10'")
    orang.tugaskan(sari.id, PD, KECAMATAN, date(2026, 11, 11), disahkan=True)
    orang.tugaskan(sari.id, KPMD, SUKAMAJU, date(2026, 1, 1), disahkan=True)
    orang.tugaskan(sari.id, PLD, KECAMATAN, date(2026, 11, 5), sampai=date(2026, 11, 4), disahkan=True)

    def peran(dari: date, sampai: date) -> list[str]:
        return [t.peran for t in q(tx, sari).tugas(dari, sampai)]

    assert peran(date(2026, 9, 1), date(2026, 9, 30)) == []
    assert peran(date(2026, 10, 1), date(2026, 10, 31)) == [PLD]
    assert peran(date(2026, 11, 1), date(2026, 11, 30)) == [PLD, PD]
    assert peran(date(2026, 12, 1), date(2026, 12, 31)) == [PD]


def test_it_is_shown_to_its_author_and_goes_with_them(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    for orang in (sari, budi):
        q(tx, orang).isi(NOVEMBER, "tujuan", f"Tujuan {orang.nama}.")
    (baris,) = DataSayaQ(tx, sari.id).satu("laporan")
    assert (baris["bulan"], baris["laporan"]) == (NOVEMBER, '{"tujuan":"Tujuan Bu Sari."}')
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    assert DataSayaQ(tx, sari.id).satu("laporan") == []
    assert [r["orang_id"] for r in tx.all("SELECT orang_id FROM laporan")] == [budi.id]
    assert tx.all("SELECT 1 FROM jejak WHERE sesudah LIKE '%Bu Sari%'") == []
