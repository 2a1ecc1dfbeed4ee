"""Requests to join: to the nearest level above that has somebody, decided once."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PD, PLD, TAPM_KAB
from data.permintaan import DISETUJUI, DITARIK, MENUNGGU, Permintaan, boleh_putuskan
from data.store import Store, Tx
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH
from tests.data.test_undangan import HARI_INI, dunia, jejak, orang, tugas

MANDE = "32.03.06"
BESOK = date(2026, 11, 22)


@pytest.fixture
def rina(tx: Tx) -> int:
    return orang(tx, "Bu Rina", PD, KECAMATAN)


@pytest.fixture
def dewi(tx: Tx) -> int:
    return orang(tx, "Dewi")


def ajukan(tx: Tx, siapa: int, peran: str = PLD, *wilayah: str) -> list[Permintaan]:
    return dunia(tx, siapa).permintaan.ajukan(siapa, peran, wilayah or (SUKAMAJU,), HARI_INI)


def status(tx: Tx) -> list[tuple[str, str]]:
    return [(r["wilayah"], r["status"]) for r in tx.all("SELECT wilayah, status FROM permintaan ORDER BY id")]


def desa_di(kecamatan: str) -> str:
    return f"{kecamatan}.2001"


def test_it_is_ones_own_word_until_it_is_decided(tx: Tx, rina: int, dewi: int) -> None:
    (satu,) = ajukan(tx, dewi, PLD, SUKAMAJU, SUKAMANAH, SUKAMAJU)
    assert satu.wilayah == (SUKAMAJU, SUKAMANAH)
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, False), (PLD, SUKAMANAH, False)]
    assert dunia(tx, dewi).permintaan.pemutus(dewi, PLD, SUKAMAJU, HARI_INI) == [rina]
    assert jejak(tx, "penugasan") == [("usul", dewi)] * 2


def test_one_tap_confirms_it(tx: Tx, rina: int, dewi: int) -> None:
    (satu,) = ajukan(tx, dewi)
    assert dunia(tx, rina).permintaan.setujui(satu, rina, HARI_INI)
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, True)]
    assert jejak(tx, "penugasan")[-1] == ("sahkan", rina)
    assert jejak(tx, "permintaan") == [("putuskan", rina)]
    sesudah = dunia(tx, rina).permintaan.ambil(satu.id)
    assert sesudah
    assert (sesudah.status, sesudah.oleh) == (DISETUJUI, rina)


def test_refused_it_opens_nothing_any_more(tx: Tx, rina: int, dewi: int) -> None:
    (satu,) = ajukan(tx, dewi)
    assert dunia(tx, rina).permintaan.tolak(satu, rina, HARI_INI, "Belum saya kenal")
    assert tugas(tx, dewi) == []
    row = tx.one("SELECT alasan FROM jejak WHERE apa = 'akhiri'")
    assert row
    assert row["alasan"] == "Belum saya kenal"


def test_what_was_refused_can_be_asked_again_the_same_day(tx: Tx, rina: int, dewi: int) -> None:
    for _ in range(2):
        (satu,) = ajukan(tx, dewi)
        dunia(tx, rina).permintaan.tolak(satu, rina, HARI_INI, "Keliru")
    (satu,) = ajukan(tx, dewi)
    assert dunia(tx, rina).permintaan.setujui(satu, rina, BESOK)
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, True)]


def test_a_refusal_takes_nothing_that_was_confirmed_meanwhile(tx: Tx, rina: int, dewi: int) -> None:
    (satu,) = ajukan(tx, dewi)
    _, undangan = dunia(tx, rina).undangan.buat(PLD, [SUKAMAJU], rina)
    dunia(tx, dewi).undangan.pakai(undangan, dewi, HARI_INI)
    assert dunia(tx, rina).permintaan.tolak(satu, rina, HARI_INI, "Keliru")
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, True)]


def test_an_invitation_settles_what_it_confirms(tx: Tx, rina: int, dewi: int) -> None:
    ajukan(tx, dewi)
    ajukan(tx, dewi, CAMAT, KECAMATAN)
    _, undangan = dunia(tx, rina).undangan.buat(PLD, [SUKAMAJU], rina)
    dunia(tx, dewi).undangan.pakai(undangan, dewi, HARI_INI)
    dunia(tx, dewi).permintaan.tutup_yang_sah(dewi, HARI_INI, rina)
    assert status(tx) == [(SUKAMAJU, DISETUJUI), (KECAMATAN, MENUNGGU)]


async def test_only_the_first_decision_counts(store: Store) -> None:
    def siapkan(tx: Tx) -> tuple[Permintaan, int, int]:
        rina, budi = (orang(tx, nama, PD, KECAMATAN) for nama in ("Rina", "Budi"))
        return ajukan(tx, orang(tx, "Dewi"))[0], rina, budi

    satu, rina, budi = await store.write(siapkan)

    def setujui(tx: Tx) -> bool:
        return dunia(tx, rina).permintaan.setujui(satu, rina, HARI_INI)

    def tolak(tx: Tx) -> bool:
        return dunia(tx, budi).permintaan.tolak(satu, budi, HARI_INI, "Keliru")

    hasil = await asyncio.gather(*(store.write(fn) for fn in (setujui, tolak, setujui, tolak)))
    assert sum(hasil) == 1
    sesudah = await store.read(lambda tx: (tugas(tx, satu.orang_id), dunia(tx, rina).permintaan.ambil(satu.id)))
    assert sesudah[1]
    disetujui = sesudah[1].status == DISETUJUI
    assert sesudah[0] == ([(PLD, SUKAMAJU, True)] if disetujui else [])


def test_each_group_of_deciders_has_a_request_of_its_own(tx: Tx, rina: int, dewi: int) -> None:
    hasan = orang(tx, "Pak Hasan", TAPM_KAB, "32.03")
    dua = ajukan(tx, dewi, PLD, SUKAMAJU, desa_di(MANDE), SUKAMANAH)
    assert [p.wilayah for p in dua] == [(SUKAMAJU, SUKAMANAH), (desa_di(MANDE),)]
    assert _menunggu(tx, rina) == [(SUKAMAJU, SUKAMANAH)]
    assert _menunggu(tx, hasan) == [p.wilayah for p in dua]


def _menunggu(tx: Tx, siapa: int) -> list[tuple[str, ...]]:
    d: Desa = dunia(tx, siapa)
    return [p.wilayah for p in d.permintaan.menunggu(d.lingkup)]


def test_what_is_asked_anew_holds_what_still_waited(tx: Tx, rina: int, dewi: int) -> None:
    (lama,) = ajukan(tx, dewi)
    (baru,) = ajukan(tx, dewi, PLD, SUKAMANAH)
    assert baru.wilayah == (SUKAMANAH, SUKAMAJU)
    assert status(tx) == [(SUKAMAJU, DITARIK), (f"{SUKAMANAH},{SUKAMAJU}", MENUNGGU)]
    assert not dunia(tx, rina).permintaan.setujui(lama, rina, HARI_INI)
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, False), (PLD, SUKAMANAH, False)]


def test_what_is_confirmed_is_not_asked_for(tx: Tx, rina: int) -> None:
    dewi = orang(tx, "Dewi", PLD, SUKAMAJU)
    assert ajukan(tx, dewi) == []
    (satu,) = ajukan(tx, dewi, PLD, SUKAMAJU, SUKAMANAH)
    assert satu.wilayah == (SUKAMANAH,)


def test_nobody_decides_about_themselves(tx: Tx, rina: int) -> None:
    (satu,) = ajukan(tx, rina)
    assert not boleh_putuskan(dunia(tx, rina).lingkup, satu)
    assert dunia(tx, rina).permintaan.pemutus(rina, PLD, SUKAMAJU, HARI_INI) == []
    admin = orang(tx, "Ani", ADMIN, "0")
    assert dunia(tx, rina).permintaan.pemutus(rina, PLD, SUKAMAJU, HARI_INI) == [admin]
    assert boleh_putuskan(dunia(tx, admin).lingkup, satu)


def test_nobody_decides_where_they_are_not_above(tx: Tx, rina: int, dewi: int) -> None:
    (satu,) = ajukan(tx, dewi, PLD, desa_di(MANDE))
    assert not boleh_putuskan(dunia(tx, rina).lingkup, satu)
    (pd,) = ajukan(tx, dewi, PD, KECAMATAN)
    assert not boleh_putuskan(dunia(tx, rina).lingkup, pd)


def test_an_unknown_number_is_none(tx: Tx, rina: int) -> None:
    assert dunia(tx, rina).permintaan.ambil(10**12) is None
