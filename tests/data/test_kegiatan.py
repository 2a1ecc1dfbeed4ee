from __future__ import annotations

import asyncio
import re
import sqlite3
from dataclasses import replace
from datetime import date

import psycopg
import pytest

from data.desa import Desa
from data.kegiatan import BISA_DIUBAH, URUNGKAN, FotoKegiatan, Kegiatan
from data.media import MediaQ
from data.orang import Orang
from data.percakapan import PercakapanQ
from data.store import Row, Store, Tx
from tests.conftest import KINI
from tests.data.dunia import HARI, ISI, SUKAMANAH, WIT, desa, isi, pendamping

FOTO = FotoKegiatan("a" * 64, KINI - 60)
FOTO_LAIN = FotoKegiatan("b" * 64, KINI - 30)


@pytest.fixture
def sari(tx: Tx) -> Orang:
    orang = pendamping(tx, "Bu Sari", ISI.desa, SUKAMANAH)
    for foto in (FOTO, FOTO_LAIN):
        MediaQ(tx).daftarkan(foto.sidik, "image/jpeg", 10, KINI)
    return orang


@pytest.fixture
def budi(tx: Tx) -> Orang:
    return pendamping(tx, "Pak Budi")


@pytest.fixture
def d(tx: Tx, sari: Orang) -> Desa:
    return desa(tx, sari)


def ambil(d: Desa, nomor: str, *, terhapus: bool = False) -> Kegiatan:
    satu = d.kegiatan.ambil(nomor, terhapus=terhapus)
    assert satu is not None
    return satu


def jejak(tx: Tx, apa: str) -> list[Row]:
    return tx.all("SELECT * FROM jejak WHERE apa = ? ORDER BY id", (apa,))


# --- writing down ---------------------------------------------------------------------------------------------------


def test_an_entry_comes_back_as_it_was_told(d: Desa, sari: Orang) -> None:
    semua = isi(peserta=34, peserta_l=22, peserta_p=12, lokasi="-6.9,107.1", masalah="hujan", tindak_lanjut="besok")
    nomor = d.kegiatan.catat(semua, [FOTO, FOTO_LAIN], None)
    satu = ambil(d, nomor)
    assert {k: getattr(satu, k) for k in BISA_DIUBAH} == {k: getattr(semua, k) for k in BISA_DIUBAH}
    assert (satu.nomor, satu.orang_id, satu.contoh, satu.dicatat, satu.dihapus) == (nomor, sari.id, False, KINI, None)
    assert d.kegiatan.foto(satu.id) == [FOTO, FOTO_LAIN]
    assert d.kegiatan.ambil(nomor.lower()) == satu


def test_numbers_follow_each_other_within_the_month_it_was_written_down(tx: Tx, sari: Orang) -> None:
    nomor = [
        desa(tx, sari, saat).kegiatan.catat(isi(tanggal="2026-10-31"), [], None)
        for saat in (KINI, KINI, KINI + 10 * HARI, KINI, KINI + 10 * HARI)
    ]
    assert nomor == ["K-2611-0001", "K-2611-0002", "K-2612-0001", "K-2611-0003", "K-2612-0002"]


def test_the_month_is_the_person_s_own(tx: Tx, sari: Orang) -> None:
    malam = KINI + 9 * HARI + 2 * 3600 + 1800  # 30 November 22.30 WIB, 1 December 00.30 WIT
    assert desa(tx, sari, malam).kegiatan.catat(ISI, [], None) == "K-2611-0001"
    assert desa(tx, replace(sari, zona=WIT), malam).kegiatan.catat(ISI, [], None) == "K-2612-0001"


def test_the_ten_thousandth_entry_of_a_month_has_a_number_too(tx: Tx, d: Desa) -> None:
    tx.run("INSERT INTO nomor (awalan, terakhir) VALUES ('K-2611', 9998)")
    assert [d.kegiatan.catat(ISI, [], None) for _ in range(2)] == ["K-2611-9999", "K-2611-10000"]


def test_a_turn_undone_leaves_no_gap(tx: Tx, d: Desa) -> None:
    d.kegiatan.catat(ISI, [], None)
    with pytest.raises(LookupError), tx.savepoint():
        assert d.kegiatan.catat(ISI, [], None) == "K-2611-0002"
        raise LookupError
    assert d.kegiatan.catat(ISI, [], None) == "K-2611-0002"


async def test_fifty_who_write_at_once_get_fifty_numbers_without_a_gap(store: Store) -> None:
    """Though every fifth turn fails after it took its number."""
    orang = [await store.write(lambda tx, n=n: pendamping(tx, f"Bu {n}")) for n in range(5)]  # type: ignore[misc]

    def satu(n: int) -> object:
        def tulis(tx: Tx) -> str:
            nomor = desa(tx, orang[n % 5]).kegiatan.catat(isi(hasil=str(n)), [], None)
            if n % 5 == 3:
                raise LookupError
            return nomor

        return store.write(tulis)

    hasil = await asyncio.gather(*(satu(n) for n in range(50)), return_exceptions=True)  # type: ignore[call-overload]
    nomor = [satu_hasil for satu_hasil in hasil if isinstance(satu_hasil, str)]
    assert sorted(nomor) == [f"K-2611-{n:04}" for n in range(1, 41)]
    rows = await store.read(lambda tx: tx.all("SELECT nomor FROM kegiatan"))
    assert sorted(row["nomor"] for row in rows) == sorted(nomor)


def test_one_conversation_makes_one_entry(tx: Tx, d: Desa, sari: Orang) -> None:
    percakapan = PercakapanQ(tx).buka(sari.id, "catat", "{}", KINI)
    nomor = d.kegiatan.catat(ISI, [], percakapan.id)
    with pytest.raises((sqlite3.IntegrityError, psycopg.errors.UniqueViolation)), tx.savepoint():
        d.kegiatan.catat(ISI, [], percakapan.id)
    assert d.kegiatan.catat(ISI, [], None) == "K-2611-0002"
    assert ambil(d, nomor).nomor == "K-2611-0001"


def test_the_trail_begins_with_the_entry(tx: Tx, d: Desa, sari: Orang) -> None:
    nomor = d.kegiatan.catat(ISI, [], None)
    (satu,) = jejak(tx, "catat")
    assert (satu["waktu"], satu["orang_id"], satu["kanal"], satu["tabel"]) == (KINI, sari.id, "web", "kegiatan")
    assert (satu["baris_id"], satu["sesudah"]) == (ambil(d, nomor).id, nomor)


# --- changing -------------------------------------------------------------------------------------------------------


def test_a_change_leaves_both_values_in_the_trail(tx: Tx, d: Desa) -> None:
    lama = ambil(d, d.kegiatan.catat(isi(peserta=12), [], None))
    d.kegiatan.ubah(lama, {"hasil": "Baru.", "jam": lama.jam, "peserta": None, "masalah": "hujan"}, "salah ketik")
    baru = ambil(d, lama.nomor)
    assert baru == replace(lama, hasil="Baru.", peserta=None, masalah="hujan")
    assert [(j["kolom"], j["sebelum"], j["sesudah"], j["alasan"]) for j in jejak(tx, "ubah")] == [
        ("hasil", ISI.hasil, "Baru.", "salah ketik"),
        ("peserta", "12", None, "salah ketik"),
        ("masalah", None, "hujan", "salah ketik"),
    ]


@pytest.mark.parametrize("kolom", ["nomor", "orang_id", "dicatat", "dihapus", "id", "hasil = hasil; --"])
def test_what_is_not_the_person_s_to_change_stays(d: Desa, kolom: str) -> None:
    lama = ambil(d, d.kegiatan.catat(ISI, [], None))
    with pytest.raises(ValueError, match="is not editable"):
        d.kegiatan.ubah(lama, {kolom: "x"}, "coba")
    assert ambil(d, lama.nomor) == lama


def test_new_pictures_replace_the_old_ones_and_the_trail_names_both(tx: Tx, d: Desa) -> None:
    lama = ambil(d, d.kegiatan.catat(ISI, [FOTO], None))
    d.kegiatan.ganti_foto(lama, [FOTO_LAIN, FOTO], "lebih jelas")
    assert d.kegiatan.foto(lama.id) == [FOTO_LAIN, FOTO]
    (satu,) = jejak(tx, "ubah")
    assert (satu["kolom"], satu["sebelum"], satu["sesudah"]) == ("foto", FOTO.sidik, f"{FOTO_LAIN.sidik},{FOTO.sidik}")


# --- deleting, and thinking better of it ----------------------------------------------------------------------------


def test_a_deleted_entry_is_gone_until_it_is_taken_back(tx: Tx, d: Desa, sari: Orang) -> None:
    nomor = d.kegiatan.catat(ISI, [FOTO], None)
    lama = ambil(d, nomor)
    d.kegiatan.hapus(lama)
    assert d.kegiatan.ambil(nomor) is None
    assert d.kegiatan.rentang(date(2026, 11, 1), date(2026, 11, 30)) == []
    terhapus = ambil(d, nomor, terhapus=True)
    assert terhapus.dihapus == KINI
    assert desa(tx, sari, KINI + URUNGKAN).kegiatan.pulihkan(terhapus)
    assert ambil(d, nomor) == lama
    assert d.kegiatan.foto(lama.id) == [FOTO]
    assert [j["sebelum"] for j in jejak(tx, "hapus")] == [j["sesudah"] for j in jejak(tx, "pulihkan")] == [nomor]


def test_after_ten_minutes_it_stays_deleted(tx: Tx, d: Desa, sari: Orang) -> None:
    nomor = d.kegiatan.catat(ISI, [], None)
    d.kegiatan.hapus(ambil(d, nomor))
    terhapus = ambil(d, nomor, terhapus=True)
    assert not desa(tx, sari, KINI + URUNGKAN + 1).kegiatan.pulihkan(terhapus)
    assert d.kegiatan.ambil(nomor) is None
    assert jejak(tx, "pulihkan") == []


def test_what_was_not_deleted_cannot_be_taken_back(d: Desa) -> None:
    assert not d.kegiatan.pulihkan(ambil(d, d.kegiatan.catat(ISI, [], None)))


def test_deleting_twice_is_deleting_once(tx: Tx, d: Desa, sari: Orang) -> None:
    lama = ambil(d, d.kegiatan.catat(ISI, [], None))
    d.kegiatan.hapus(lama)
    desa(tx, sari, KINI + 300).kegiatan.hapus(lama)
    assert ambil(d, lama.nomor, terhapus=True).dihapus == KINI
    assert len(jejak(tx, "hapus")) == 1


def test_a_number_is_not_given_again_after_a_deletion(d: Desa) -> None:
    d.kegiatan.hapus(ambil(d, d.kegiatan.catat(ISI, [], None)))
    assert d.kegiatan.catat(ISI, [], None) == "K-2611-0002"


# --- other people's -------------------------------------------------------------------------------------------------


def test_another_person_s_number_leads_nowhere(tx: Tx, d: Desa, budi: Orang) -> None:
    nomor = d.kegiatan.catat(ISI, [], None)
    milik_budi = desa(tx, budi).kegiatan
    assert milik_budi.ambil(nomor) is None
    assert milik_budi.ambil(nomor, terhapus=True) is None
    assert milik_budi.rentang(date(2026, 1, 1), date(2026, 12, 31)) == []
    assert milik_budi.sering() == milik_budi.jam_biasa() == milik_budi.bulan_terisi() == []


def test_another_person_s_entry_cannot_be_touched_even_with_it_in_hand(tx: Tx, d: Desa, budi: Orang) -> None:
    lama = ambil(d, d.kegiatan.catat(ISI, [FOTO], None))
    terhapus = replace(lama, dihapus=KINI)
    milik_budi = desa(tx, budi).kegiatan
    for coba in (
        lambda: milik_budi.ubah(lama, {"hasil": "x"}, "coba"),
        lambda: milik_budi.ganti_foto(lama, [], "coba"),
        lambda: milik_budi.hapus(lama),
        lambda: milik_budi.pulihkan(terhapus),
    ):
        with pytest.raises(LookupError, match=lama.nomor):
            coba()
    assert milik_budi.foto(lama.id) == []
    assert ambil(d, lama.nomor) == lama
    assert d.kegiatan.foto(lama.id) == [FOTO]
    assert tx.all("SELECT id FROM jejak WHERE apa <> 'catat'") == []


# --- looking back ---------------------------------------------------------------------------------------------------


def test_a_month_is_read_by_day_and_hour(d: Desa) -> None:
    for tanggal, jam in (
        ("2026-11-20", "13:00-14:00"), ("2026-11-20", "09:00-10:00"), ("2026-11-01", "19:30-22:00"),
        ("2026-10-31", "08:00-09:00"), ("2026-11-30", "08:00-09:00"), ("2026-12-01", "08:00-09:00"),
        ("2026-11-20", "09:00-10:00"),
    ):  # fmt: skip
        d.kegiatan.catat(isi(tanggal=tanggal, jam=jam), [], None)
    semua = d.kegiatan.rentang(date(2026, 11, 1), date(2026, 11, 30))
    assert [re.sub(r"K-2611-000", "", k.nomor) for k in semua] == ["3", "2", "7", "1", "5"]


def test_a_month_of_one_village(d: Desa) -> None:
    d.kegiatan.catat(ISI, [], None)
    d.kegiatan.catat(isi(desa=SUKAMANAH), [], None)
    semua = d.kegiatan.rentang(date(2026, 11, 1), date(2026, 11, 30), desa=SUKAMANAH)
    assert [k.desa for k in semua] == [SUKAMANAH]


def test_what_was_logged_last_is_offered_first(d: Desa) -> None:
    for kode in ("AS01", "AS02", "AS01", "AS03", "AS04", "AS05", "AS06"):
        d.kegiatan.catat(isi(kegiatan=kode), [], None)
    d.kegiatan.hapus(ambil(d, "K-2611-0007"))
    assert d.kegiatan.sering() == ["AS05", "AS04", "AS03", "AS01", "AS02"]
    assert d.kegiatan.sering(2) == ["AS05", "AS04"]


def test_only_the_latest_sixty_entries_say_what_is_frequent(d: Desa) -> None:
    d.kegiatan.catat(isi(kegiatan="AS01", tanggal="2026-01-01", jam="07:00-08:00"), [], None)
    d.kegiatan.catat(isi(kegiatan="AS01", tanggal="2026-01-01", jam="07:00-08:00"), [], None)
    for _ in range(60):
        d.kegiatan.catat(isi(kegiatan="AS02"), [], None)
    assert d.kegiatan.sering() == ["AS02"]
    assert d.kegiatan.jam_biasa() == [ISI.jam]


def test_usual_hours_are_those_used_more_than_once_the_most_frequent_first(d: Desa) -> None:
    for jam, kali in (("13:00-15:00", 2), ("09:00-11:00", 3), ("08:00-10:00", 2), ("19:00-21:00", 1)):
        for _ in range(kali):
            d.kegiatan.catat(isi(jam=jam), [], None)
    assert d.kegiatan.jam_biasa() == ["09:00-11:00", "08:00-10:00"]
    assert d.kegiatan.jam_biasa(5) == ["09:00-11:00", "08:00-10:00", "13:00-15:00"]


def test_months_with_entries_the_latest_first(d: Desa) -> None:
    for tanggal in ("2026-09-30", "2026-11-01", "2025-12-31", "2026-11-20"):
        d.kegiatan.catat(isi(tanggal=tanggal), [], None)
    d.kegiatan.hapus(ambil(d, "K-2611-0001"))
    assert d.kegiatan.bulan_terisi() == ["2026-11", "2025-12"]
    assert d.kegiatan.bulan_terisi(1) == ["2026-11"]


def test_the_entry_that_a_conversation_made_is_found_by_its_owner(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    percakapan = PercakapanQ(tx).buka(sari.id, "catat", "{}", KINI).id
    q = desa(tx, sari).kegiatan
    assert q.dari_percakapan(percakapan) == ""
    nomor = q.catat(isi(), [], percakapan)
    assert q.dari_percakapan(percakapan) == nomor
    assert desa(tx, budi).kegiatan.dari_percakapan(percakapan) == ""
    lama = q.ambil(nomor)
    assert lama
    q.hapus(lama)
    assert q.dari_percakapan(percakapan) == ""
