"""What there is, for whom, and the links that lead there."""

from __future__ import annotations

import pytest

from data.orang import CAMAT, PD, PLD, WARGA
from handlers import menu
from handlers.tabel import TABEL, perintah_untuk
from tests.handlers.dialog.obrolan import Dunia, Obrolan


@pytest.fixture
def bu_sari() -> Obrolan:
    return Dunia(TABEL).orang("Bu Sari")


@pytest.fixture
def ani() -> Obrolan:
    return Dunia(TABEL).orang("Ani", peran=None)


# -- the platform's own menu ------------------------------------------------------------------------------------------


def test_a_menu_lists_what_its_person_may_use() -> None:
    assert perintah_untuk({WARGA}) == (
        ("daftar", "Daftar sebagai pendamping"),
        ("tanya", "Tanya soal desa"),
        ("topik", "Topik aturan desa"),
        ("menu", "Lihat menu"),
        ("tautkan", "Tautkan alamat lain"),
        ("datasaya", "Lihat data saya"),
    )
    pld = [nama for nama, _ in perintah_untuk((WARGA, PLD))]
    assert pld[:5] == ["catat", "riwayat", "drp", "musdes", "tugas"]
    pd = [nama for nama, _ in perintah_untuk((WARGA, PD))]
    assert [nama for nama in pd if nama not in pld] == ["tim", "periksa", "laporan_camat", "panel"]
    camat = [nama for nama, _ in perintah_untuk((WARGA, CAMAT))]
    assert {"laporan_camat", "panel", "unduh"} <= set(camat)
    assert {"laporan", "evkin", "unduh"} <= set(pld)


# -- links ------------------------------------------------------------------------------------------------------------


def test_a_link_leads_to_its_command(bu_sari: Obrolan) -> None:
    assert bu_sari.tulis("/start riwayat").pesan.judul.startswith("Riwayat")
    assert "Desa mana?" in bu_sari.tulis("/start catat")


@pytest.mark.parametrize("muatan", ["", "entah", "x-abc", "start", "start start", "x" * 500])
def test_an_unknown_link_is_a_beginning_like_any(bu_sari: Obrolan, muatan: str) -> None:
    assert "Saya Kawan Desa" in bu_sari.tulis(f"/start {muatan}")


def test_a_link_to_what_is_not_for_them_is_a_beginning_too(ani: Obrolan) -> None:
    assert ani.tulis("/start catat").tombol == ["Lihat topik", "Saya pendamping desa"]
    assert "Anda bertugas sebagai apa?" in ani.tulis("/start daftar")


def test_a_link_may_carry_something_for_a_command_to_read(bu_sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(menu.AWALAN, "r-", "riwayat")
    assert bu_sari.tulis("/start r-2026-10").pesan.judul == "Riwayat Oktober 2026"
    assert "Saya Kawan Desa" in bu_sari.tulis("/start x-2026-10")


# -- words that begin like a command ----------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["mulai jam 9 tadi ada rapat", "lepas panen raya warga berkumpul"])
def test_a_report_that_begins_with_a_command_s_word_is_a_report(bu_sari: Obrolan, teks: str) -> None:
    layar = bu_sari.tulis(teks)
    assert "Saya Kawan Desa" not in layar
    assert "dipakai di grup" not in layar
