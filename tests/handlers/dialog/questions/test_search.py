from __future__ import annotations

from collections.abc import Sequence

import pytest

from handlers.dialog.questions import Pilihan, Search
from tests.handlers.dialog.obrolan import tanya


class Kamus:
    """Very many places, small."""

    def __init__(self) -> None:
        self.isi = {f"s{n}": Pilihan(f"s{n}", "Sukamaju", f"s{n}", ket=f"Kecamatan {n}") for n in range(1, 12)}
        self.isi["m"] = Pilihan("m", "Mayak", "m", ket="Cibeber")

    def cari(self, teks: str) -> Sequence[Pilihan[str]]:
        assert len(teks) <= 200
        return [p for p in self.isi.values() if teks.strip() and f"{p.label} {p.ket}".lower().startswith(teks.lower())]


@pytest.fixture
def kamus() -> Kamus:
    return Kamus()


def buat(kamus: Kamus) -> Search[str]:
    return Search("Desa mana?", kamus.cari, kamus.isi.get)


def test_one_that_is_found_is_taken(kamus: Kamus) -> None:
    assert tanya(buat(kamus)).membaca("mayak") == "m"


def test_several_that_are_found_are_shown_and_chosen_by_tap(kamus: Kamus) -> None:
    satu = tanya(buat(kamus))
    satu.obrolan.tulis("sukamaju")
    assert satu.layar.daftar == ["Sukamaju"] * 8
    satu.obrolan.ketuk(satu.layar.semua[4].data)
    assert satu.nilai == "s5"


def test_or_by_number_or_by_more_words(kamus: Kamus) -> None:
    for balasan, nilai in (("2", "s2"), ("sukamaju kecamatan 9", "s9")):
        satu = tanya(buat(kamus))
        satu.obrolan.tulis("sukamaju")
        assert satu.membaca(balasan) == nilai


@pytest.mark.parametrize("ditulis", ["atlantis", "9", "x" * 10_000])
def test_what_is_not_found_is_asked_for_again(kamus: Kamus, ditulis: str) -> None:
    satu = tanya(buat(kamus))
    satu.menolak(ditulis, "Belum ketemu.", "contoh: sukamaju cibeber")
    assert satu.membaca("mayak") == "m"


def test_kembali_goes_back_to_searching(kamus: Kamus) -> None:
    satu = tanya(buat(kamus))
    satu.obrolan.tulis("sukamaju")
    assert "Yang mana?" in satu.layar
    satu.obrolan.tulis("kembali")
    assert "Desa mana?" in satu.layar
    assert not satu.layar.label


def test_a_number_is_the_place_that_is_shown_when_one_has_gone(kamus: Kamus) -> None:
    """The second on the screen, not the second that was found."""
    satu = tanya(buat(kamus))
    satu.obrolan.tulis("sukamaju")
    del kamus.isi["s1"]
    satu.obrolan.tulis("bantuan")
    assert satu.membaca("1") == "s2"


def test_what_has_gone_is_asked_again_with_the_reason(kamus: Kamus) -> None:
    satu = tanya(buat(kamus))
    satu.obrolan.tulis("sukamaju")
    data = satu.layar.semua[0].data
    del kamus.isi["s1"]
    satu.obrolan.ketuk(data)
    assert "Pilihan itu sudah tidak ada." in satu.layar
    satu.obrolan.ganti(isi="s1")
    satu.obrolan.tulis("bantuan")
    assert "Pilihan itu sudah tidak ada." in satu.layar
    assert satu.membaca("mayak") == "m"


def test_the_answer_is_shown_by_its_name_while_it_has_one(kamus: Kamus) -> None:
    assert buat(kamus).show("m") == "Mayak"
    assert buat(kamus).show("hilang") == "hilang"
