"""Villages pass from one to another; a PLD asks for it."""

from __future__ import annotations

import pytest

from data.orang import TAPM_KAB
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Obrolan
from tests.handlers.test_cuti import alamat, koordinator, terkirim


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def sari(dunia: Dunia) -> Obrolan:
    return dunia.orang("Bu Sari", desa=["2013"])


def test_one_village_needs_no_choosing_and_those_out_of_reach_are_named(dunia: Dunia, sari: Obrolan) -> None:
    rina, budi = koordinator(dunia, "Bu Rina"), dunia.orang("Pak Budi", desa=["2017"])
    alamat(dunia, budi)
    rina.tulis("/serahterima")
    rina.tulis("bu sari")
    assert "Kepada siapa?" in rina.tulis("besok")
    rina.tulis("budi")
    assert "Bu Sari sedang tidak punya alamat terbuka" in rina.tulis("serahkan")
    assert len(terkirim(dunia)) == 1
    assert "sudah tersimpan" in rina.ketuk(rina.riwayat[-2].data("Serahkan"))


def test_all_of_several_villages(dunia: Dunia) -> None:
    rina, sari = koordinator(dunia, "Bu Rina"), dunia.orang("Bu Sari")
    dunia.orang("Pak Budi", desa=["2017"])
    rina.tulis("/serahterima")
    rina.tulis("bu sari")
    rina.tulis("hari ini")
    rina.tulis("semuanya")
    assert "Sukaraharja, Mayak, Sukamaju dan 1 lagi" in rina.tulis("budi")
    rina.tulis("serahkan")
    assert sari.desa.dampingan() == []


def test_nobody_to_pass_them_to_is_answered_with_an_invitation(dunia: Dunia, sari: Obrolan) -> None:
    rina = koordinator(dunia, "Bu Rina")
    dunia.orang("Belum", peran=None)
    rina.tulis("/serahterima")
    rina.tulis("bu sari")
    assert "Undang" in rina.tulis("hari ini").tombol


def test_a_day_after_the_last_is_too_late(dunia: Dunia, sari: Obrolan) -> None:
    rina = koordinator(dunia, "Bu Rina")
    dunia.tx.run("UPDATE penugasan SET sampai = '2026-11-30' WHERE orang_id = ?", (sari.id,))
    rina.tulis("/serahterima")
    rina.tulis("bu sari")
    assert "sudah tidak bertugas" in rina.tulis("1/12")


def test_those_not_yet_confirmed_are_marked(dunia: Dunia) -> None:
    rina, baru = koordinator(dunia, "Bu Rina"), dunia.orang("Baru", desa=["2013"])
    dunia.tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (baru.id,))
    assert rina.tulis("/serahterima").pesan.daftar[0].ket == "PLD: Sukamaju, belum disahkan"


def test_asking_for_it_tells_the_one_above_once(dunia: Dunia, sari: Obrolan) -> None:
    assert "koordinator" in sari.tulis("serah terima")
    assert "Sampaikan langsung dulu" in sari.tekan("Minta serah terima")
    rina = koordinator(dunia, "Bu Rina")
    alamat(dunia, rina)
    sari.tulis("minta serah terima")
    assert "tidak saya sampaikan" in sari.tulis("jangan")
    for _ in range(2):
        sari.tulis("minta serah terima")
        assert "Sudah saya sampaikan kepada Bu Rina" in sari.tulis("sampaikan")
    assert len(terkirim(dunia)) == 1


def test_two_hundred_people_are_found_by_typing(dunia: Dunia) -> None:
    hasan = koordinator(dunia, "Pak Hasan")
    dunia.tx.run("UPDATE penugasan SET peran = ? WHERE orang_id = ?", (TAPM_KAB, hasan.id))
    for n in range(200):
        dunia.orang(f"Orang {n:03}", desa=["2013"])
    assert "Lainnya ›" in hasan.tulis("/serahterima").label
    assert "Mulai tanggal berapa?" in hasan.tulis("orang 123")
