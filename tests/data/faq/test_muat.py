from pathlib import Path

import pytest

from data.faq.muat import muat_faq
from data.katalog.muat import KatalogSalah

SATU = '''\
tema = "Kepala desa"
kode = "kades"
urutan = 1

[[topik]]
slug = "kades-masa-jabatan"
judul = "Masa jabatan kades"
tanya = ["Berapa tahun?", "brp thn", "lama jabatan"]
jawab = """
Delapan tahun.
"""
dasar = ["UU 6/2014 Pasal 39"]
berlaku = 2024-04-25
diperiksa = 2026-11-21
yakin = "pasti"
terkait = ["kades-syarat"]
kasus = false
[[topik.riwayat]]
tanggal = 2026-11-22
oleh = "redaksi"
sumber = "contoh"

[[topik]]
slug = "kades-syarat"
judul = "Syarat kades"
tanya = ["Apa syaratnya?", "syarat", "sarat"]
jawab = "Banyak."
dasar = ["UU 6/2014 Pasal 33"]
berlaku = 2024-04-25
diperiksa = 2026-11-21
yakin = "pasti"
terkait = ["kades-masa-jabatan"]
[[topik.riwayat]]
tanggal = 2026-11-22
oleh = "redaksi"
sumber = "contoh"
'''


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SATU)
    katalog = muat_faq(tmp_path)
    assert list(katalog.topik) == ["kades-masa-jabatan", "kades-syarat"]
    assert katalog.tema_dari("kades-syarat").kode == "kades"


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ('judul = "Syarat kades"', 'judul = "Syarat calon kepala desa di sini"', "text of 1 to 24 characters"),
        ('slug = "kades-syarat"', 'slug = "kades-masa-jabatan"', "another"),
        ('judul = "Syarat kades"', 'judul = "Masa jabatan kades"', "another"),
        ('terkait = ["kades-syarat"]', 'terkait = ["kades-tugas"]', "slugs of topics"),
        ('terkait = ["kades-syarat"]', 'terkait = ["kades-masa-jabatan"]', "other topics, each once"),
        ("Delapan tahun.", "tahun " * 91, "90 at most"),
        ("Delapan tahun.", "• satu\n" * 7, "6 at most"),
        ("Delapan tahun.", "**Delapan** tahun.", "plain text"),
        ('yakin = "pasti"', 'yakin = "umumnya"', "cek, which says where to ask"),
        ('yakin = "pasti"', 'yakin = "mungkin"', "one of"),
        ("kasus = false", "kasu = false", "unknown key"),
        ("tanggal = 2026-11-22", "tanggal = 2026-11-20", "a riwayat for every change"),
    ],
)
def test_a_mistake_is_found_with_its_line(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    assert lama in SATU
    (tmp_path / "a.toml").write_text(SATU.replace(lama, baru, 1))
    with pytest.raises(KatalogSalah, match=r"a\.toml:\d+: ") as salah:
        muat_faq(tmp_path)
    assert kata in str(salah.value)


def test_what_two_files_share_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SATU)
    (tmp_path / "b.toml").write_text(SATU)
    with pytest.raises(KatalogSalah, match=r"b\.toml:2: kode has kades, which a.toml has already"):
        muat_faq(tmp_path)
