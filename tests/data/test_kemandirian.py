"""A group's own view of itself: once a year, changed in scope, never outside it; the Indeks Desa stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.datasaya import DataSayaQ
from data.indeks_desa import STATUS
from data.katalog.kemandirian import BERKAS, UNSUR, muat_kemandirian
from data.katalog.muat import KatalogSalah
from data.kegiatan import URUNGKAN
from data.kemandirian import IsiKemandirian, KemandirianQ, SudahDinilai
from data.musdes.musdes import Mulai
from data.orang import PD, Orang, OrangQ
from data.penghapusan import TUNDA, PenghapusanQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, pendamping

JAWAB = {s.kunci: 2 for s in muat_kemandirian().soal}
ISI = IsiKemandirian(SUKAMAJU, "2026-11-19", "fgd", "Tani Mekar", peserta=23, peserta_l=9, peserta_p=14, isi=JAWAB)


def q(tx: Tx, orang: Orang, kini: int = KINI) -> KemandirianQ:
    return desa(tx, orang, kini).kemandirian


def rina(tx: Tx) -> Orang:
    id_ = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    WilayahQ(tx).kenalkan(KECAMATAN)
    OrangQ(tx).tugaskan(id_, PD, KECAMATAN, date(2026, 10, 1), disahkan=True)
    return OrangQ(tx).ambil(id_, KINI)


# -- the catalogue ----------------------------------------------------------------------------------------------------


def test_three_elements_of_three_or_four_plain_questions() -> None:
    semua = muat_kemandirian()
    assert tuple(u.kode for u in semua.unsur) == UNSUR
    assert [len(semua.tentang(u)) for u in UNSUR] == [4, 3, 3]
    resmi = {nama.lower() for nama in STATUS.values()}
    assert not resmi & {kata.lower() for kata in semua.sebutan}, "no word of the Indeks Desa"
    assert not resmi & {t.nama.lower() for s in semua.soal for t in s.tingkat}


@pytest.mark.parametrize(
    ("dulu", "kini", "kata"),
    [
        ('kunci = "material_pokok"', 'kunci = "sosial_pokok"', 'one that begins with "material_"'),
        ('nama = "Sering kurang"', 'nama = "Cukup musiman"', "four names"),
        ('[[unsur]]\nkode = "material"', '[[unsur]]\nkode = "pendampingan"', "kode"),
        ('nama = "Sering kurang"', f'nama = "{"x" * 25}"', "24"),
    ],
)
def test_a_mistake_is_found_where_it_stands(tmp_path: Path, dulu: str, kini: str, kata: str) -> None:
    teks = BERKAS.read_text("utf-8")
    assert dulu in teks
    berkas = tmp_path / "kemandirian.toml"
    berkas.write_text(teks.replace(dulu, kini, 1), "utf-8")
    with pytest.raises(KatalogSalah, match=kata):
        muat_kemandirian(berkas)


def test_elements_stand_in_their_order_and_have_enough_questions(tmp_path: Path) -> None:
    teks = BERKAS.read_text("utf-8")
    urut = tmp_path / "urut.toml"
    urut.write_text(
        teks.replace('[[unsur]]\nkode = "material"', "[[unsur]]\nkode = 'x'")
        .replace('[[unsur]]\nkode = "intelektual"', '[[unsur]]\nkode = "material"')
        .replace("[[unsur]]\nkode = 'x'", '[[unsur]]\nkode = "intelektual"'),
        "utf-8",
    )
    with pytest.raises(KatalogSalah, match="in that order"):
        muat_kemandirian(urut)
    sedikit = tmp_path / "sedikit.toml"
    awal, akhir = (
        teks.index('[[soal]]\nkunci = "intelektual_sebab"'),
        teks.index('[[soal]]\nkunci = "intelektual_kabar"'),
    )
    sedikit.write_text(teks[:awal] + teks[akhir:], "utf-8")
    with pytest.raises(KatalogSalah, match="intelektual has 2 soal"):
        muat_kemandirian(sedikit)


# -- assessments ------------------------------------------------------------------------------------------------------


def test_one_assessment_and_its_three_words(tx: Tx) -> None:
    sari = pendamping(tx)
    isi = replace(ISI, isi={**JAWAB, "intelektual_sebab": 3, "intelektual_sikap": 3, "material_pokok": 4})
    nomor = q(tx, sari).tambah(isi, None)
    assert nomor == "D-2611-0001"
    k = q(tx, sari).ambil(nomor.lower())
    assert k
    assert (k.kelompok, k.tahun, k.penulis, k.isi["material_pokok"]) == ("Tani Mekar", 2026, "Bu Sari", 4)
    assert [k.tingkat(u) for u in UNSUR] == [3, 3, 2], "4+2+2+2 of 4 is 2.5, which is 3"
    row = tx.one("SELECT material, intelektual, pendampingan FROM kemandirian")
    assert row
    assert (row["material"], row["intelektual"], row["pendampingan"]) == (10, 8, 6)
    assert replace(k, isi={}).tingkat("material") == 0


def test_the_same_conversation_is_once_and_the_same_group_once_a_year(tx: Tx) -> None:
    sari = pendamping(tx)
    tx.run(
        "INSERT INTO percakapan (id, orang_id, dialog, keadaan, status, dibuat, diubah) "
        "VALUES (7, ?, 'kemandirian_baru', '{}', 'terbuka', 1, 1)",
        (sari.id,),
    )
    nomor = q(tx, sari).tambah(ISI, 7)
    assert q(tx, sari).tambah(ISI, 7) == nomor
    with pytest.raises(SudahDinilai, match=nomor):
        q(tx, sari).tambah(replace(ISI, kelompok=" tani  MEKAR"))
    lalu = q(tx, sari).tambah(replace(ISI, tanggal="2025-11-19"))
    sedesa = q(tx, sari).tambah(replace(ISI, kelompok=""))
    assert [k.nomor for k in q(tx, sari).daftar(SUKAMAJU)] == [sedesa, nomor, lalu]
    k = q(tx, sari).ambil(nomor)
    assert k
    assert [s.tahun for s in q(tx, sari).tren(k)] == [2025, 2026]
    assert {kode: len(ada) for kode, ada in q(tx, sari).pada([SUKAMAJU, SUKAMANAH], 2026).items()} == {SUKAMAJU: 2}
    assert [k.nomor for k in q(tx, sari).semua()] == [nomor, lalu, sedesa]
    assert list(q(tx, sari).semua(SUKAMANAH)) == []


def test_what_is_no_assessment_is_refused(tx: Tx) -> None:
    sari = pendamping(tx)
    for salah in (
        replace(ISI, forum="arisan"),
        replace(ISI, isi={**JAWAB, "material_pokok": 5}),
        replace(ISI, isi={"material_pokok": 1}),
    ):
        with pytest.raises(ValueError, match=r"assessment|without"):
            q(tx, sari).tambah(salah)
    with pytest.raises(LookupError):
        q(tx, sari).tambah(replace(ISI, desa=SUKAMANAH))


def test_changes_are_told_one_by_one(tx: Tx) -> None:
    sari = pendamping(tx)
    k = q(tx, sari).ambil(q(tx, sari).tambah(ISI))
    assert k
    assert not q(tx, sari).ubah(k, {"material_pokok": 2, "berikut": ""})
    assert q(tx, sari, KINI + 5).ubah(k, {"material_pokok": 4, "berikut": "Kas kelompok", "tanggal": "2025-12-01"})
    kini = q(tx, sari).ambil(k.nomor)
    assert kini
    assert (kini.tahun, kini.berikut, kini.isi["material_pokok"], kini.diubah) == (2025, "Kas kelompok", 4, KINI + 5)
    riwayat = q(tx, sari).riwayat(k)
    assert [(u.apa, u.kolom, u.sebelum, u.sesudah) for u in riwayat] == [
        ("ubah", "material_pokok", "2", "4"),
        ("ubah", "tanggal", "2026-11-19", "2025-12-01"),
        ("ubah", "berikut", "", "Kas kelompok"),
        ("catat", "", "", k.nomor),
    ]
    with pytest.raises(ValueError, match="nomor"):
        q(tx, sari).ubah(k, {"nomor": "D-1"})
    q(tx, sari).tambah(ISI)
    with pytest.raises(SudahDinilai):
        q(tx, sari).ubah(kini, {"tanggal": "2026-01-01"})


def test_deleted_and_brought_back(tx: Tx) -> None:
    sari = pendamping(tx)
    k = q(tx, sari).ambil(q(tx, sari).tambah(ISI))
    assert k
    assert not q(tx, sari).pulihkan(k)
    assert q(tx, sari).hapus(k)
    assert not q(tx, sari).hapus(k)
    assert q(tx, sari).ambil(k.nomor) is None
    with pytest.raises(LookupError):
        q(tx, sari).ubah(k, {"berikut": "x"})
    mati = q(tx, sari).terhapus(k.nomor)
    assert mati
    assert not q(tx, sari, KINI + URUNGKAN + 1).pulihkan(mati)
    assert q(tx, sari).pulihkan(mati)
    assert q(tx, sari).ambil(k.nomor)
    q(tx, sari).hapus(k)
    q(tx, sari).tambah(ISI)
    with pytest.raises(SudahDinilai):
        q(tx, sari).pulihkan(mati)


def test_others_read_and_change_only_in_their_places(tx: Tx) -> None:
    sari, jauh, atas = pendamping(tx), pendamping(tx, "Pak Jauh", SUKAMANAH), rina(tx)
    k = q(tx, sari).ambil(q(tx, sari).tambah(ISI))
    assert k
    assert q(tx, atas).ambil(k.nomor)
    assert q(tx, jauh).ambil(k.nomor) is None
    assert q(tx, jauh).daftar(SUKAMAJU) == []
    assert q(tx, jauh).terhapus(k.nomor) is None
    with pytest.raises(LookupError):
        q(tx, jauh).hapus(k)
    with pytest.raises(LookupError):
        q(tx, jauh).ubah(k, {"berikut": "x"})
    tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (sari.id,))
    assert q(tx, sari).ambil(k.nomor), "what one wrote stays one's own"


def test_a_musyawarah_is_named_until_it_is_deleted(tx: Tx) -> None:
    sari = pendamping(tx)
    m = desa(tx, sari).musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-19", "19:30"))
    musdes = desa(tx, sari).musdes.ambil(m)
    assert musdes
    nomor = q(tx, sari).tambah(replace(ISI, forum="musdes", musdes_id=musdes.id))
    k = q(tx, sari).ambil(nomor)
    assert k
    assert k.musdes == m
    desa(tx, sari).musdes.hapus(musdes)
    k = q(tx, sari).ambil(nomor)
    assert k
    assert k.musdes == ""


def test_it_is_shown_to_its_writer_and_erased_where_it_was_deleted(tx: Tx) -> None:
    sari = pendamping(tx)
    a = q(tx, sari).tambah(replace(ISI, berikut="Kas kelompok"))
    b = q(tx, sari).ambil(q(tx, sari).tambah(replace(ISI, kelompok="Warung", berikut="Rahasia")))
    assert b
    q(tx, sari).hapus(b)
    desa(tx, sari).indeks_desa.catat(SUKAMAJU, 2025, "maju", "SK 1")
    semua = DataSayaQ(tx, sari.id).semua()
    assert [r["nomor"] for r in semua["kemandirian"]] == [a, b.nomor]
    assert [(r["tahun"], r["status"]) for r in semua["indeks_desa"]] == [(2025, "maju")]
    PenghapusanQ(tx, KINI).minta(sari.id)
    PenghapusanQ(tx, KINI + TUNDA).jalankan(sari.id)
    rows = tx.all("SELECT nomor, kelompok, berikut, isi FROM kemandirian ORDER BY id")
    assert [(r["kelompok"], r["berikut"]) for r in rows] == [("Tani Mekar", "Kas kelompok"), ("", "")]
    assert rows[1]["isi"] == "{}"


# -- the Indeks Desa --------------------------------------------------------------------------------------------------


def test_a_status_is_stored_with_its_source_and_its_history(tx: Tx) -> None:
    sari = pendamping(tx)
    indeks = desa(tx, sari).indeks_desa
    assert indeks.catat(SUKAMAJU, 2025, "maju", "SK 343/2025")
    assert not indeks.catat(SUKAMAJU, 2025, "maju", "SK 343/2025")
    assert indeks.catat(SUKAMAJU, 2025, "mandiri", "SK 343/2025")
    assert indeks.catat(SUKAMAJU, 2024, "berkembang", "")
    assert [(s.tahun, s.status, s.sumber, s.nama) for s in indeks.semua(SUKAMAJU)] == [
        (2025, "mandiri", "SK 343/2025", "Bu Sari"),
        (2024, "berkembang", "", "Bu Sari"),
    ]
    assert [(u.tahun, u.kolom, u.sebelum, u.sesudah) for u in indeks.riwayat(SUKAMAJU)] == [
        (2024, "status", "", "berkembang"),
        (2025, "status", "maju", "mandiri"),
        (2025, "sumber", "", "SK 343/2025"),
        (2025, "status", "", "maju"),
    ]
    assert indeks.hapus(SUKAMAJU, 2024)
    assert not indeks.hapus(SUKAMAJU, 2024)
    assert indeks.riwayat(SUKAMAJU)[0].kolom == "hapus"
    with pytest.raises(ValueError, match="bagus"):
        indeks.catat(SUKAMAJU, 2025, "bagus", "")


def test_a_status_is_read_and_written_only_in_scope(tx: Tx) -> None:
    sari, jauh, atas = pendamping(tx), pendamping(tx, "Pak Jauh", SUKAMANAH), rina(tx)
    desa(tx, sari).indeks_desa.catat(SUKAMAJU, 2025, "maju", "SK")
    lain = desa(tx, jauh).indeks_desa
    assert not lain.catat(SUKAMAJU, 2025, "mandiri", "SK")
    assert not lain.hapus(SUKAMAJU, 2025)
    assert (lain.semua(SUKAMAJU), lain.riwayat(SUKAMAJU), list(lain.seluruhnya([SUKAMAJU]))) == ([], [], [])
    assert [s.desa for s in desa(tx, atas).indeks_desa.seluruhnya([SUKAMANAH, SUKAMAJU])] == [SUKAMAJU]
    assert set(desa(tx, atas).indeks_desa.banyak([SUKAMAJU], 2025)) == {SUKAMAJU}
