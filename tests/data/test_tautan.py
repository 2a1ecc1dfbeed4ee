"""Codes that join addresses: short-lived, single use, not to be guessed; and what becomes of who had the address."""

from __future__ import annotations

import pytest

from data.alamat import AlamatQ
from data.orang import TANPA_NAMA, AlamatTerkunci, OrangQ
from data.outbox import OutboxQ
from data.percakapan import PercakapanQ
from data.percobaan import BATAS as TIAP_ALAMAT
from data.percobaan import JENDELA
from data.store import Tx
from data.tautan import BATAS, UMUR, Keadaan, TautanQ, rapi
from data.web import WebQ
from tests.conftest import KINI
from tests.data.dunia import desa, isi, pendamping


def coba(tx: Tx, kode: str, siapa: str = "web:x", kini: int = KINI) -> tuple[Keadaan, int]:
    tebakan = TautanQ(tx, kini).coba(kode, siapa)
    return tebakan.keadaan, tebakan.orang_id


def lain(kode: str) -> str:
    """A code that begins the same, and is another."""
    return kode[:-1] + ("2" if kode[-1] != "2" else "3")


def test_a_code_is_good_however_it_is_typed_and_only_its_print_is_stored(tx: Tx) -> None:
    sari = pendamping(tx)
    kode = TautanQ(tx, KINI).buat(sari.id)
    for tertulis in (kode, kode.upper(), kode.replace("-", ""), f" {kode.replace('-', ' ')} "):
        assert coba(tx, tertulis) == (Keadaan.BERLAKU, sari.id)
    row = tx.one("SELECT * FROM tautan WHERE orang_id = ?", (sari.id,))
    assert row is not None
    assert rapi(kode) not in str(dict(row))


def test_ten_minutes_and_one_code_a_person(tx: Tx) -> None:
    sari = pendamping(tx)
    lama = TautanQ(tx, KINI).buat(sari.id)
    assert coba(tx, lama, kini=KINI + UMUR - 1) == (Keadaan.BERLAKU, sari.id)
    assert coba(tx, lama, kini=KINI + UMUR) == (Keadaan.SALAH, 0)
    baru = TautanQ(tx, KINI).buat(sari.id)
    assert coba(tx, lama)[0] == Keadaan.SALAH
    assert coba(tx, baru)[0] == Keadaan.BERLAKU


def test_five_wrong_codes_from_one_address_and_not_even_a_right_one_is_looked_at(tx: Tx) -> None:
    kode = TautanQ(tx, KINI).buat(pendamping(tx).id)
    for n in range(TIAP_ALAMAT):
        assert coba(tx, f"zzz-2222{n + 2}", "web:maling")[0] == Keadaan.SALAH
    assert coba(tx, kode, "web:maling")[0] == Keadaan.TERLALU_SERING
    assert coba(tx, kode, "web:jujur")[0] == Keadaan.BERLAKU
    assert coba(tx, "zzz-22222", "web:maling", KINI + JENDELA)[0] == Keadaan.SALAH


def test_five_wrong_tries_from_anywhere_end_a_code(tx: Tx) -> None:
    kode = TautanQ(tx, KINI).buat(pendamping(tx).id)
    for n in range(BATAS - 1):
        assert coba(tx, lain(kode), f"web:{n}")[0] == Keadaan.SALAH
    assert coba(tx, kode, "web:a")[0] == Keadaan.BERLAKU
    assert coba(tx, lain(kode), "web:b")[0] == Keadaan.SALAH
    assert coba(tx, kode, "web:c")[0] == Keadaan.SALAH


def test_what_is_no_code_is_none(tx: Tx) -> None:
    assert [rapi(teks) for teks in ("", "k7m", "k7m-4xq2", "k7m-4xq2pp", "k0m-4xq2p", "１7m-4xq2p")] == [""] * 6
    assert coba(tx, "")[0] == Keadaan.SALAH


def test_two_codes_never_begin_alike(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    acak = iter(["aaa", "22222", "aaa", "33333", "bbb", "44444"])
    monkeypatch.setattr("data.tautan._acak", lambda _: next(acak))
    assert TautanQ(tx, KINI).buat(sari.id) == "aaa-22222"
    assert TautanQ(tx, KINI).buat(budi.id) == "bbb-44444"


def test_the_address_passes_and_who_had_it_is_emptied(tx: Tx) -> None:
    sari = pendamping(tx)
    tamu = OrangQ(tx).kenal("telegram", "77", "Sari HP", KINI)
    OrangQ(tx).setujui(tamu, KINI)
    draf = PercakapanQ(tx).buka(tamu.id, "daftar", '{"jawaban":{"peran":"pld"}}', KINI)
    tautan = TautanQ(tx, KINI)
    kode = tautan.buat(sari.id)
    tautan.gabung("telegram", "77", sari.id)
    assert OrangQ(tx).di_alamat("telegram", "77", KINI) == sari
    assert OrangQ(tx).alamat_aktif(sari.id) == [("telegram", "77"), ("web", "Bu Sari")]
    kosong = OrangQ(tx).ambil(tamu.id, KINI)
    assert (kosong.nama, kosong.setuju) == (TANPA_NAMA, None)
    lama = PercakapanQ(tx).milik(draf.id, tamu.id)
    assert lama is not None
    assert (lama.status, lama.keadaan) == ("batal", "{}")
    assert coba(tx, kode)[0] == Keadaan.SALAH


def test_who_keeps_another_address_is_not_emptied(tx: Tx) -> None:
    sari = pendamping(tx)
    tamu = OrangQ(tx).kenal("telegram", "77", "Sari", KINI)
    OrangQ(tx).setujui(tamu, KINI)
    OrangQ(tx).pasang_alamat(tamu.id, "web", "tamu", KINI)
    TautanQ(tx, KINI).gabung("telegram", "77", sari.id)
    assert OrangQ(tx).ambil(tamu.id, KINI).nama == "Sari"
    TautanQ(tx, KINI).gabung("whatsapp", "62", sari.id)
    assert OrangQ(tx).alamat_aktif(sari.id)[0] == ("whatsapp", "62")


def test_assignments_and_entries_are_ones_own(tx: Tx) -> None:
    sari, ani = pendamping(tx), OrangQ(tx).kenal("web", "ani", "Ani", KINI)
    assert TautanQ(tx, KINI).punya_sendiri(sari.id)
    assert not TautanQ(tx, KINI).punya_sendiri(ani.id)
    desa(tx, ani).kegiatan.catat(isi(), [], None)
    assert TautanQ(tx, KINI).punya_sendiri(ani.id)


def test_an_address_that_was_let_go_is_a_strangers(tx: Tx) -> None:
    sari = pendamping(tx)
    OrangQ(tx).pasang_alamat(sari.id, "telegram", "77", KINI)
    OutboxQ(tx).antre("telegram", "77", '{"teks":"rahasia"}', KINI)
    web, telegram = AlamatQ(tx).milik(sari.id)
    AlamatQ(tx).lepas(telegram)
    assert AlamatQ(tx).milik(sari.id) == [web]
    assert OutboxQ(tx).klaim("telegram", KINI, 10) == []
    assert OrangQ(tx).kenal("telegram", "77", "Maling", KINI).id != sari.id


def test_a_closed_address_does_not_open_by_itself(tx: Tx) -> None:
    sari = pendamping(tx)
    WebQ(tx).buka_sesi("token", "Bu Sari", KINI)
    kode = TautanQ(tx, KINI).buat(sari.id)
    (alamat,) = AlamatQ(tx).milik(sari.id)
    AlamatQ(tx).kunci(alamat)
    orang = OrangQ(tx)
    with pytest.raises(AlamatTerkunci):
        orang.kenal("web", "Bu Sari", "Maling", KINI)
    orang.buka_alamat("web", "Bu Sari")
    orang.tutup_alamat("web", "Bu Sari")
    assert AlamatQ(tx).milik(sari.id)[0].terkunci
    assert orang.di_alamat("web", "Bu Sari", KINI) is None
    assert not orang.sudah_setuju_di("web", "Bu Sari")
    assert orang.alamat_aktif(sari.id) == []
    assert WebQ(tx).tujuan_sesi("token") is None
    assert coba(tx, kode)[0] == Keadaan.SALAH
    AlamatQ(tx).buka(alamat)
    assert orang.kenal("web", "Bu Sari", "", KINI) == sari
    assert orang.sudah_setuju_di("web", "Bu Sari")
