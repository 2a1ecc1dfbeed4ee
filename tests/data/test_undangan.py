"""Invitations: one use, seven days, and only while whoever made it is still above."""

from __future__ import annotations

import asyncio
import re
from datetime import date

import pytest

from data.desa import Desa
from data.lingkup import SEMUA_WILAYAH, LingkupQ
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV, OrangQ
from data.pengaturan import Pengaturan
from data.percobaan import BATAS, JENDELA, PercobaanQ
from data.store import Store, Tx
from data.undangan import UMUR, KeadaanUndangan, Undangan, UndanganQ, kode_baru, sidik_kode
from data.wilayah import WilayahQ
from data.wilayah.cakupan import tempat_di
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, WIT

K = KeadaanUndangan
HARI_INI = date(2026, 11, 21)
ASMAT = "93.04"
"""In WIT."""


def orang(tx: Tx, nama: str, peran: str = "", wilayah: str = "", *, disahkan: bool = True) -> int:
    id_ = OrangQ(tx).tambah(nama, WIB, KINI)
    if peran:
        if wilayah != SEMUA_WILAYAH:
            WilayahQ(tx).kenalkan(wilayah)
        OrangQ(tx).tugaskan(id_, peran, wilayah, date(2026, 1, 1), disahkan=disahkan)
    return id_


def dunia(tx: Tx, siapa: int, kini: int = KINI) -> Desa:
    return Desa(tx, OrangQ(tx).ambil(siapa, kini), "web", kini, Pengaturan())


def undangan(tx: Tx, siapa: int, kini: int = KINI) -> UndanganQ:
    return dunia(tx, siapa, kini).undangan


def jejak(tx: Tx, tabel: str) -> list[tuple[str, int]]:
    rows = tx.all("SELECT apa, orang_id FROM jejak WHERE tabel = ? ORDER BY id", (tabel,))
    return [(row["apa"], int(row["orang_id"])) for row in rows]


def tugas(tx: Tx, siapa: int) -> list[tuple[str, str, bool]]:
    return [(t.peran, t.wilayah, t.disahkan) for t in LingkupQ(tx).untuk(siapa, HARI_INI).tugas]


@pytest.fixture
def rina(tx: Tx) -> int:
    return orang(tx, "Bu Rina", PD, KECAMATAN)


# --- the code -------------------------------------------------------------------------------------------------------


def test_a_code_cannot_be_guessed_and_fits_a_link() -> None:
    kode = {kode_baru() for _ in range(1000)}
    assert len(kode) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", satu) for satu in kode)
    assert all(satu.startswith("u-") and not set("01ilo") & set(satu[2:]) for satu in kode)
    assert 31**20 > 2**80


def test_how_a_code_is_written_does_not_count() -> None:
    kode = "u-k7m2q-9xwvd-4hjrt-8pzne"
    lain = ("K7M2Q-9XWVD-4HJRT-8PZNE", "k7m2q 9xwvd 4hjrt 8pzne", " U-k7m2q9xwvd4hjrt8pzne\n")
    assert {sidik_kode(satu) for satu in lain} == {sidik_kode(kode)}
    assert sidik_kode(kode) != sidik_kode("u-k7m2q-9xwvd-4hjrt-8pznf")


def test_the_code_itself_is_nowhere_in_the_database(tx: Tx, rina: int) -> None:
    kode, _ = undangan(tx, rina).buat(PLD, [SUKAMAJU], rina, "Dewi")
    inti = kode.removeprefix("u-")
    for tabel in ("undangan", "jejak"):
        for row in tx.all(f"SELECT * FROM {tabel}"):
            assert not any(inti in str(row[kolom]) for kolom in dict(row))


@pytest.mark.parametrize(
    ("peran", "wilayah"),
    [(PLD, []), (PLD, [KECAMATAN]), (PD, [SUKAMAJU]), (PLD, ["91.71.01.1001"]), (ADMIN, ["32"]), (PLD, [""])],
)
def test_a_role_is_for_places_of_its_level(tx: Tx, rina: int, peran: str, wilayah: list[str]) -> None:
    with pytest.raises(ValueError):
        undangan(tx, rina).buat(peran, wilayah, rina)


# --- using it -------------------------------------------------------------------------------------------------------


def test_it_makes_confirmed_assignments_and_leaves_a_trail(tx: Tx, rina: int) -> None:
    kode, satu = undangan(tx, rina).buat(PLD, [SUKAMAJU, SUKAMANAH], rina, "Dewi")
    assert (satu.nama, satu.oleh, satu.habis) == ("Dewi", rina, KINI + UMUR)
    dewi = orang(tx, "Dewi")
    q = undangan(tx, dewi)
    assert q.periksa(sidik_kode(kode), dewi, HARI_INI) == (K.BERLAKU, satu)
    assert q.pakai(satu, dewi, HARI_INI) is K.BERLAKU
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, True), (PLD, SUKAMANAH, True)]
    row = tx.one("SELECT oleh FROM penugasan WHERE orang_id = ? AND wilayah = ?", (dewi, SUKAMAJU))
    assert row
    assert row["oleh"] == rina
    assert jejak(tx, "undangan") == [("buat", rina), ("pakai", dewi)]
    assert jejak(tx, "penugasan") == [("tugaskan", dewi)] * 2
    assert [w.kode for w in dunia(tx, dewi).dampingan()] == [SUKAMAJU, SUKAMANAH]
    keadaan, sesudah = q.periksa(sidik_kode(kode), dewi, HARI_INI)
    assert (keadaan, sesudah and sesudah.dipakai_oleh) == (K.DIPAKAI, dewi)


def test_it_opens_once(tx: Tx, rina: int) -> None:
    kode, satu = undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)
    dewi, lain = orang(tx, "Dewi"), orang(tx, "Lain")
    assert undangan(tx, dewi).pakai(satu, dewi, HARI_INI) is K.BERLAKU
    assert undangan(tx, lain).pakai(satu, lain, HARI_INI) is K.DIPAKAI  # read before the other used it
    assert undangan(tx, lain).periksa(sidik_kode(kode), lain, HARI_INI)[0] is K.DIPAKAI
    assert tugas(tx, lain) == []


async def test_of_two_at_the_same_moment_one_has_it(store: Store) -> None:
    def siapkan(tx: Tx) -> tuple[Undangan, list[int]]:
        rina = orang(tx, "Bu Rina", PD, KECAMATAN)
        return undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)[1], [orang(tx, f"Orang {n}") for n in range(12)]

    satu, semua = await store.write(siapkan)
    hasil = await asyncio.gather(
        *(store.write(lambda tx, id_=id_: undangan(tx, id_).pakai(satu, id_, HARI_INI)) for id_ in semua)  # type: ignore[misc]
    )
    assert sorted(hasil) == [K.BERLAKU, *[K.DIPAKAI] * 11]
    menang = semua[hasil.index(K.BERLAKU)]
    punya = await store.read(lambda tx: [id_ for id_ in semua if tugas(tx, id_)])
    assert punya == [menang]


def test_it_ends_after_seven_days_to_the_second(tx: Tx, rina: int) -> None:
    kode, _ = undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)
    dewi = orang(tx, "Dewi")
    for lewat, keadaan in ((UMUR - 1, K.BERLAKU), (UMUR, K.HABIS)):
        assert undangan(tx, dewi, KINI + lewat).periksa(sidik_kode(kode), dewi, HARI_INI)[0] is keadaan


def test_it_can_be_taken_back_until_it_is_used(tx: Tx, rina: int) -> None:
    q = undangan(tx, rina)
    kode, satu = q.buat(PLD, [SUKAMAJU], rina)
    dewi = orang(tx, "Dewi")
    assert q.cabut(satu)
    assert not q.cabut(satu)
    assert q.pakai(satu, dewi, HARI_INI) is K.DICABUT
    assert q.periksa(sidik_kode(kode), dewi, HARI_INI)[0] is K.DICABUT
    _, lain = q.buat(PLD, [SUKAMAJU], rina)
    assert undangan(tx, dewi).pakai(lain, dewi, HARI_INI) is K.BERLAKU
    assert not q.cabut(lain)
    assert jejak(tx, "undangan")[1] == ("cabut", rina)


def test_whoever_made_it_must_still_be_above(tx: Tx, rina: int) -> None:
    kode, satu = undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)
    dewi = orang(tx, "Dewi")
    tx.run("UPDATE penugasan SET sampai = '2026-11-20' WHERE orang_id = ?", (rina,))
    assert undangan(tx, dewi).periksa(sidik_kode(kode), dewi, HARI_INI)[0] is K.PENGUNDANG_PERGI
    assert undangan(tx, dewi).pakai(satu, dewi, HARI_INI) is K.PENGUNDANG_PERGI
    assert tugas(tx, dewi) == []


def test_an_inviter_whom_nobody_confirmed_opens_nothing(tx: Tx) -> None:
    palsu = orang(tx, "Palsu", PD, KECAMATAN, disahkan=False)
    _, satu = undangan(tx, palsu).buat(PLD, [SUKAMAJU], palsu)
    dewi = orang(tx, "Dewi")
    assert undangan(tx, dewi).pakai(satu, dewi, HARI_INI) is K.PENGUNDANG_PERGI


def test_nobody_raises_themselves(tx: Tx, rina: int) -> None:
    _, satu = undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)
    assert undangan(tx, rina).pakai(satu, rina, HARI_INI) is K.SENDIRI


def test_the_operator_invites_the_first_admin(tx: Tx) -> None:
    ani = orang(tx, "Ani")
    kode, satu = undangan(tx, ani).buat(ADMIN, [SEMUA_WILAYAH], None)
    assert undangan(tx, ani).periksa(sidik_kode(kode), ani, HARI_INI)[0] is K.BERLAKU
    undangan(tx, ani).pakai(satu, ani, HARI_INI)
    assert tugas(tx, ani) == [(ADMIN, SEMUA_WILAYAH, True)]
    assert dunia(tx, ani).lingkup.boleh_bina(TAPM_PROV, "32")


# --- what the assignment brings with it -----------------------------------------------------------------------------


def pasang(tx: Tx, peran: str, wilayah: str) -> int:
    id_ = orang(tx, "Dewi")
    undangan(tx, id_).pakai(undangan(tx, id_).buat(peran, [wilayah], None)[1], id_, HARI_INI)
    return id_


@pytest.mark.parametrize(
    ("peran", "wilayah", "desa"),
    [
        (PD, KECAMATAN, 18),
        (CAMAT, KECAMATAN, 18),
        (TAPM_KAB, "32.03", 354),
        (TAPM_PROV, "34", 392),
        (KPMD, SUKAMAJU, 1),
    ],
)
def test_all_villages_of_the_place_are_known(tx: Tx, peran: str, wilayah: str, desa: int) -> None:
    pasang(tx, peran, wilayah)
    semua = WilayahQ(tx).di_bawah([wilayah])
    assert len(semua) == desa
    assert not [w for w in semua if w.jenis == "Kelurahan"]
    assert WilayahQ(tx).kecamatan_dari(semua)


def test_the_clock_is_that_of_the_place(tx: Tx) -> None:
    assert OrangQ(tx).ambil(pasang(tx, TAPM_KAB, ASMAT), KINI).zona == WIT
    assert OrangQ(tx).ambil(pasang(tx, ADMIN, SEMUA_WILAYAH), KINI).zona == WIB


def test_a_place_that_is_nowhere_is_not_made_known(tx: Tx) -> None:
    with pytest.raises(LookupError):
        WilayahQ(tx).kenalkan_isi("32.99")


def test_places_in_a_place_while_they_are_few() -> None:
    assert len(tempat_di(frozenset({KECAMATAN}), 4, 40)) == 18
    assert [w.kode for w in tempat_di(frozenset({SUKAMAJU}), 4, 40)] == [SUKAMAJU]
    assert len(tempat_di(frozenset({"32.03"}), 3, 40)) == 32
    assert len(tempat_di(frozenset({SEMUA_WILAYAH}), 1, 40)) == 38
    assert tempat_di(frozenset({SEMUA_WILAYAH}), 4, 40) == ()
    assert tempat_di(frozenset({"32"}), 3, 40) == ()


# --- one's own word, and others -------------------------------------------------------------------------------------


def test_ones_own_word_becomes_a_confirmed_assignment(tx: Tx, rina: int) -> None:
    dewi = orang(tx, "Dewi", PLD, SUKAMAJU, disahkan=False)
    undangan(tx, dewi).pakai(undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)[1], dewi, HARI_INI)
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, True)]
    assert jejak(tx, "penugasan") == [("sahkan", dewi)]


def test_what_is_confirmed_already_stays_as_it_is(tx: Tx, rina: int) -> None:
    dewi = orang(tx, "Dewi", PLD, SUKAMAJU)
    undangan(tx, dewi).pakai(undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)[1], dewi, HARI_INI)
    assert tugas(tx, dewi) == [(PLD, SUKAMAJU, True)]
    assert jejak(tx, "penugasan") == []


def test_acting_for_somebody_is_not_having_it(tx: Tx, rina: int) -> None:
    dewi, cuti = orang(tx, "Dewi", PLD, SUKAMAJU), orang(tx, "Cuti")
    tx.run("UPDATE penugasan SET untuk = ?, sampai = '2026-11-30' WHERE orang_id = ?", (cuti, dewi))
    assert not dunia(tx, dewi).pengesahan.disahkan(dewi, PLD, SUKAMAJU, HARI_INI)
    undangan(tx, dewi).pakai(undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)[1], dewi, HARI_INI)
    assert dunia(tx, dewi).pengesahan.disahkan(dewi, PLD, SUKAMAJU, HARI_INI)


# --- the list -------------------------------------------------------------------------------------------------------


def test_everyone_sees_their_own(tx: Tx, rina: int) -> None:
    hasan = orang(tx, "Pak Hasan", TAPM_KAB, "32.03")
    ids = [
        undangan(tx, s).buat(PLD, [SUKAMAJU], oleh)[1].id for s, oleh in ((rina, rina), (hasan, hasan), (rina, None))
    ]
    q = undangan(tx, rina)
    assert [u.id for u in q.daftar(rina)] == [ids[0]]
    assert [u.id for u in q.daftar(rina, operator=True)] == [ids[2], ids[0]]
    assert [q.milik(id_, rina) is not None for id_ in ids] == [True, False, False]
    assert [q.milik(id_, rina, operator=True) is not None for id_ in ids] == [True, False, True]
    assert q.milik(10**12, rina) is None


def test_open_invitations_are_known_by_what_they_are_for(tx: Tx, rina: int) -> None:
    q = undangan(tx, rina)
    q.buat(PLD, [SUKAMAJU, SUKAMANAH], rina, "Dewi")
    q.cabut(q.buat(PLD, [SUKAMAJU], rina, "Rudi")[1])
    assert q.menunggu() == {(PLD, (SUKAMAJU, SUKAMANAH), "Dewi")}
    assert undangan(tx, rina, KINI + UMUR).menunggu() == set()


# --- misuse ---------------------------------------------------------------------------------------------------------


def test_guessing_ends_soon_and_begins_anew_with_the_hour(tx: Tx, rina: int) -> None:
    kode, _ = undangan(tx, rina).buat(PLD, [SUKAMAJU], rina)
    maling, dewi = orang(tx, "Maling"), orang(tx, "Dewi")
    q = undangan(tx, maling)
    for n in range(BATAS):
        assert q.periksa(sidik_kode(f"tebak{n}"), maling, HARI_INI) == (K.TAK_DIKENAL, None)
        q.hitung_salah(K.TAK_DIKENAL, maling)
    assert q.periksa(sidik_kode(kode), maling, HARI_INI) == (K.TERLALU_SERING, None)
    assert undangan(tx, dewi).periksa(sidik_kode(kode), dewi, HARI_INI)[0] is K.BERLAKU
    lagi = q.percobaan.terbuka_lagi
    assert KINI < lagi <= KINI + JENDELA
    assert undangan(tx, maling, lagi - 1).periksa(sidik_kode(kode), maling, HARI_INI)[0] is K.TERLALU_SERING
    assert undangan(tx, maling, lagi).periksa(sidik_kode(kode), maling, HARI_INI)[0] is K.BERLAKU


def test_misuse_is_counted_by_its_kind(tx: Tx, rina: int) -> None:
    q = undangan(tx, rina)
    for keadaan in (K.TAK_DIKENAL, K.HABIS, K.HABIS, K.DIPAKAI):
        q.hitung_salah(keadaan, rina)
    PercobaanQ(tx, KINI).catat("undang", "orang:1")
    PercobaanQ(tx, KINI - 2 * HARI).catat("undangan", "orang:1")
    hitung = q.percobaan.hitung("undangan", KINI - HARI)
    assert hitung == {"undangan": 1, "undangan:habis": 2, "undangan:dipakai": 1}
    assert q.periksa(sidik_kode("x"), rina, HARI_INI)[0] is K.TAK_DIKENAL  # only wrong codes stop their sender
