"""The catalogue of registers holds together, and a mistake in it is found where it stands."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest

from data.katalog.muat import KatalogSalah
from data.katalog.register import BERKAS, KatalogRegister, muat_register

POLOS = """
[[register]]
kode = "sumur"
nama = "Sumur"
sebutan = "sumur"
awalan = "SU"
tempat = "desa"
judul = "nama"
tanggal = "digali"
indikator = ["PD9"]
keadaan = [
  { kode = "baik", nama = "Baik" },
  { kode = "rusak", nama = "Rusak", dari = ["baik"], perlu = ["digali"] },
  { kode = "tutup", nama = "Ditutup", tutup = true },
]

[[register.bidang]]
kunci = "nama"
label = "Nama"
tanya = "Sumur mana?"
jenis = "teks"
wajib = true

[[register.bidang]]
kunci = "digali"
label = "Digali"
tanya = "Digali kapan?"
jenis = "tanggal"

[[register.bidang]]
kunci = "airnya"
label = "Airnya"
tanya = "Bagaimana airnya?"
jenis = "pilihan"
pilihan = [{ kode = "jernih", nama = "Jernih" }, { kode = "keruh", nama = "Keruh" }]
"""


def baca(isi: str, folder: Path) -> KatalogRegister:
    """`muat_register` remembers by path, so each text has one of its own."""
    berkas = folder / f"{crc32(isi.encode())}.toml"
    berkas.write_text(isi, "utf-8")
    return muat_register(berkas)


def test_it_is_whole() -> None:
    semua = muat_register().semua
    assert {"sinergi", "aset", "kawasan", "kerja_sama", "pusat", "lembaga"} <= {r.kode for r in semua}
    for r in semua:
        assert r.keadaan[0].kode in {k.kode for k in r.keadaan}
        assert any(not k.tutup for k in r.keadaan)
        if not r.khusus:
            assert 4 <= len(r.bidang) <= 8, r.kode
            assert sum(b.wajib for b in r.bidang) <= 3, r.kode
            assert any(k.tutup for k in r.keadaan), r.kode
            assert r.indikator or any(k.indikator for k in r.keadaan), "it feeds the indicators"
    with pytest.raises(KeyError):
        muat_register().menurut_kode("entah")


def test_it_never_says_the_word_with_two_meanings() -> None:
    for kata in ("KPM", "LKD"):
        assert kata not in BERKAS.read_text("utf-8").replace("KPMD", "").replace("KPM BLT", "")


def test_a_new_register_is_one_section(tmp_path: Path) -> None:
    (sumur,) = baca(POLOS, tmp_path).semua
    assert [k.kode for k in sumur.berikut("baik")] == ["rusak", "tutup"]
    assert [k.kode for k in sumur.berikut("tutup")] == ["baik"]
    assert sumur.indikator_dari("baik") == sumur.indikator_dari("entah") == ("PD9",)
    assert muat_register().menurut_kode("lembaga").indikator_dari("aktif") == ("F6.1", "PD4")
    assert sumur.judul_dari({"nama": "Sumur tua"}) == "Sumur tua"
    assert sumur.kata_bidang("airnya", {"airnya": "keruh"}) == ["Keruh"]
    assert sumur.kata_bidang("digali", {"digali": "2026-01-01"}) == sumur.kata_bidang("entah", {}) == []


@pytest.mark.parametrize(
    ("ada", "ganti", "baris"),
    [
        ('judul = "nama"', 'judul = "entah"', 8),
        ('judul = "nama"', 'judul = "digali"', 8),
        ("wajib = true", "wajib = false", 8),
        ('tanggal = "digali"', 'tanggal = "nama"', 9),
        ('tanggal = "digali"', "mendesak = true", 2),
        ('indikator = ["PD9"]', 'indikator = ["PD99"]', 10),
        ('dari = ["baik"]', 'dari = ["entah"]', 11),
        ('perlu = ["digali"]', 'perlu = ["entah"]', 11),
        ('nama = "Baik" }', 'nama = "Baik", tutup = true }', 11),
        ('nama = "Baik" }', 'nama = "Baik", perlu = ["nama"] }', 11),
        ('kode = "rusak"', 'kode = "baik"', 11),
        ('kunci = "airnya"', 'kunci = "nama"', 2),
        ('kunci = "airnya"', 'kunci = "keadaan"', 2),
        ('jenis = "pilihan"', 'jenis = "teks"', 2),
        ('jenis = "tanggal"', 'jenis = "banyak"', 9),
        ('kode = "keruh"', 'kode = "jernih"', 2),
        ('awalan = "SU"', 'awalan = "S"', 6),
        ('sebutan = "sumur"', 'sebutan = "sumur warga dusun"', 5),
        ('nama = "Ditutup"', 'nama = "Ditutup karena tidak dipakai"', 11),
    ],
)
def test_a_mistake_is_found_where_it_stands(ada: str, ganti: str, baris: int, tmp_path: Path) -> None:
    assert ada in POLOS
    with pytest.raises(KatalogSalah) as salah:
        baca(POLOS.replace(ada, ganti, 1), tmp_path)
    assert salah.value.baris == baris


@pytest.mark.parametrize("kunci", ["kode", "awalan", "nama", "kata"])
def test_no_two_are_called_alike(kunci: str, tmp_path: Path) -> None:
    kedua = POLOS.replace('"sumur"', '"kolam"').replace('"SU"', '"KO"').replace('"Sumur"', '"Kolam"')
    ganti = {"kode": ('kode = "kolam"', 'kode = "sumur"'), "awalan": ('"KO"', '"SU"'), "nama": ('"Kolam"', '"Sumur"')}
    if kunci == "kata":
        kedua = kedua.replace('tempat = "desa"', 'tempat = "desa"\nkata = ["sumur"]')
    else:
        kedua = kedua.replace(*ganti[kunci])
    with pytest.raises(KatalogSalah):
        baca(POLOS + kedua, tmp_path)


def test_no_more_than_the_summary_can_offer(tmp_path: Path) -> None:
    lagi = '\n[[register.bidang]]\nkunci = "x_{}"\nlabel = "X"\ntanya = "X?"\njenis = "{}"\n'
    baca(POLOS + "".join(lagi.format("abcde"[n], "teks") for n in range(5)), tmp_path)
    with pytest.raises(KatalogSalah):
        baca(POLOS + "".join(lagi.format("abcdef"[n], "teks") for n in range(6)), tmp_path)
    khusus = POLOS.replace('tempat = "desa"', 'tempat = "desa"\nkhusus = true')
    baca(khusus + "".join(lagi.format("abcdef"[n], "teks") for n in range(6)), tmp_path)
    with pytest.raises(KatalogSalah):
        baca(POLOS + lagi.format("a", "foto") + lagi.format("b", "foto"), tmp_path)
