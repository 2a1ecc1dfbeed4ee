import datetime as dt

from msgspec.structs import replace

from data.faq.teks import susun_jawaban
from tests.data.faq.contoh import TOPIK

JABATAN, KORUPSI = TOPIK[0], TOPIK[-1]


def test_an_answer_says_where_it_is_written_and_since_when() -> None:
    assert susun_jawaban(JABATAN) == (
        "Delapan tahun sejak pelantikan.\n\nDasar: UU 6/2014 Pasal 39\nBerlaku sejak 25 April 2024."
    )


def test_what_is_not_sure_says_so_and_where_to_ask() -> None:
    assert susun_jawaban(KORUPSI).endswith(
        "Dicek per 21 November 2026.\nUmumnya begitu. Pastikan ke Inspektorat kabupaten."
    )
    belum = replace(KORUPSI, yakin="belum_pasti", hati="Aturannya berganti.")
    assert susun_jawaban(belum).endswith("Belum pasti. Tanyakan ke Inspektorat kabupaten.\nAturannya berganti.")


def test_the_basis_alone() -> None:
    dua = replace(JABATAN, dasar=("UU 6/2014 Pasal 39", "PP 16/2026"))
    assert susun_jawaban(dua, "dasar") == (
        "Dasarnya:\n• UU 6/2014 Pasal 39\n• PP 16/2026\n\nBerlaku sejak 25 April 2024."
    )


def test_how_it_was_stands_before_how_it_is() -> None:
    assert susun_jawaban(JABATAN, "dulu").startswith(
        "Dulu enam tahun, paling banyak tiga kali.\n\nSekarang:\nDelapan tahun sejak pelantikan.\n\nDasar: "
    )
    assert susun_jawaban(KORUPSI, "dulu") == susun_jawaban(KORUPSI)


def test_a_rule_with_a_later_day_was_only_looked_up() -> None:
    assert "Dicek per 21 November 2026." in susun_jawaban(replace(JABATAN, berlaku=dt.date(2026, 11, 21)))
