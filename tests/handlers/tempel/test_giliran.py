"""A whole turn: what somebody pastes into the chat, with and without a command."""

from __future__ import annotations

from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.turn import Turn
from handlers.tabel import TABEL
from tests.handlers.tempel.dunia import ANI, SARI, Dunia, Pelaku

BLOK = """Izin melaporkan giat hari ini
Desa: Mayak
Jam: 08.00-10.00
Kegiatan: Posyandu, monev fisik
Hasil: 30 balita ditimbang"""


def kirim(dunia: Dunia, siapa: str, *teks: str) -> list[Pesan]:
    def kerja(pelaku: Pelaku) -> list[Pesan]:
        jawaban = [Turn(pelaku.konteks(), pelaku.desa, TABEL).jawab(Masukan(teks=t)) for t in teks]
        Turn(pelaku.konteks(), pelaku.desa, TABEL).jawab(Masukan(teks="batal"))
        return jawaban

    return dunia.sebagai(siapa, kerja)


def test_a_pasted_report_opens_catat_and_offers_what_it_may_have_been(dunia: Dunia) -> None:
    (pesan,) = kirim(dunia, SARI, BLOK)
    assert pesan.teks == "Yang sudah ada saya isikan; sisanya saya tanyakan.\n\nKegiatan apa?"
    assert [butir.label for butir in pesan.daftar[:2]] == ["Pantau fisik desa", "Posyandu & stunting"]


def test_a_line_behind_the_command_is_read_to_the_end(dunia: Dunia) -> None:
    baris = "/catat musdes rkp di sukamaju kemarin 14-16.30 peserta 34 (12 P) hasil disepakati 12 usulan"
    (pesan,) = kirim(dunia, SARI, baris)
    assert "Sudah benar?" in pesan.teks
    for isi in ("Sukamaju", "20 November 2026", "14.00–16.30", "34 orang (22 L, 12 P)", "disepakati 12 usulan"):
        assert isi in pesan.teks


def test_hours_that_have_not_come_are_asked_again_with_the_reason(dunia: Dunia) -> None:
    (pesan,) = kirim(dunia, SARI, "/catat musdes rkp di sukamaju hari ini 21.00-23.00")
    assert "Sekarang baru pukul 20.00" in pesan.teks


def test_a_villager_is_not_made_to_report(dunia: Dunia) -> None:
    (pesan,) = kirim(dunia, ANI, BLOK)
    assert "Kegiatan apa?" not in pesan.teks
