"""Months that are long, empty, over or still to come; entries whose activity has left the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from data.desa import Desa
from data.kegiatan import Isi
from data.orang import Orang, OrangQ
from data.pengaturan import Pengaturan
from data.peraga import siapkan
from data.percakapan import Percakapan
from data.store import Store, Tx
from data.tenang import sedang_tenang
from handlers.catatan.ubah import baca_nomor
from handlers.dialog.dialog import Dialog
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.mulai import langsung
from handlers.dialog.pesan import Pesan
from handlers.dialog.run import Konteks
from handlers.ingatkan_draf import pengingat_draf
from handlers.tabel import TABEL
from tests.conftest import KINI

Tanya = Callable[[str, str], Pesan]


async def tanya(store: Store, isi: Callable[[Desa], None], perintah: str, argumen: str, kini: int = KINI) -> Pesan:
    """What Bu Sari is answered after `isi` has been written down."""

    def jalan(tx: Tx) -> Pesan:
        siapkan(tx, KINI, isi=False)
        sari = OrangQ(tx).di_alamat("web", "peraga-sari", kini)
        assert sari is not None
        desa = Desa(tx, sari, "web", kini, Pengaturan())
        isi(desa)
        return langsung(TABEL[perintah], argumen, Konteks(sari, kini, sari.hari_ini(kini)), desa)

    return await store.write(jalan)


def banyak(jumlah: int, kegiatan: str = "AS11", hasil: str = "Papan proyek terpasang. " * 12) -> Callable[[Desa], None]:
    def isi(desa: Desa) -> None:
        for n in range(jumlah):
            tanggal = date(2026, 11, 2 + n % 18).isoformat()
            desa.kegiatan.catat(Isi("32.03.03.2013", kegiatan, "desa", tanggal, "09:00-11:00", 120, hasil), [], None)

    return isi


async def test_a_long_month_is_copied_in_whole_rows(store: Store) -> None:
    pertama = await tanya(store, banyak(30), "drp", "2026-11 kunjungan")
    assert "(1/" in pertama.judul
    assert pertama.tombol[0].label == "Lanjut ›"
    assert pertama.teks.startswith("1. 02/11/26")
    terakhir = await tanya(store, lambda desa: None, "drp", "2026-11 kunjungan 99")
    assert "30. " in terakhir.teks
    assert len(terakhir.teks) <= 4096


async def test_history_has_pages_in_both_directions(store: Store) -> None:
    label = [t.label for t in (await tanya(store, banyak(20), "riwayat", "2026-11 - 2")).tombol]
    assert label[:2] == ["Lebih lama ›", "‹ Lebih baru"]
    desa = await tanya(store, lambda d: None, "riwayat", "2026-11 32.03.03.2013 1")
    assert "Semua desa" in [t.label for t in desa.tombol]
    assert "20 catatan di Sukamaju" in desa.teks


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        ("2026-12", "belum mulai"),
        ("2026-11 aktivitas", "Belum ada aktivitas"),
        ("2026-10", "masih kosong"),
        ("2031-01", "belum mulai"),
    ],
)
async def test_months_without_entries(store: Store, argumen: str, kata: str) -> None:
    assert kata in (await tanya(store, lambda d: None, "drp", argumen)).teks


async def test_the_first_sunday_of_a_month_leaves_no_day_empty(store: Store) -> None:
    minggu = KINI - 20 * 86_400  # Sunday 1 November 2026
    assert "Tidak ada hari kerja yang kosong" in (await tanya(store, lambda d: None, "drp", "", minggu)).teks


async def test_an_activity_taken_out_of_the_catalogue_keeps_its_entries(store: Store) -> None:
    rekap = await tanya(store, banyak(1, "ZZ99"), "drp", "2026-11 kunjungan")
    assert "Jenis: Penugasan Lainnya" in rekap.teks
    assert "Kegiatan ZZ99." in rekap.teks


async def test_thanks_are_answered(store: Store) -> None:
    assert "Sama-sama" in (await tanya(store, lambda d: None, "sama_sama", "")).teks


async def test_deleted_entries_need_their_number_to_come_back(store: Store) -> None:
    assert "Contoh: /pulihkan K-" in (await tanya(store, lambda d: None, "pulihkan", "")).teks


def test_a_draft_without_an_answer_or_a_conversation_is_not_reminded_of() -> None:
    kosong = Percakapan(1, 1, "catat", "{}", "ditunda", "", 0)
    hilang = Percakapan(1, 1, "dulu_ada", '{"jawaban":{"desa":"x"}}', "ditunda", "", 0)
    assert pengingat_draf(kosong, TABEL) is None
    assert pengingat_draf(hilang, TABEL) is None
    ada = pengingat_draf(Percakapan(7, 1, "catat", '{"jawaban":{"desa":"x"}}', "ditunda", "", 0), TABEL)
    assert ada is not None
    assert [t.label for t in ada.tombol] == ["Teruskan", "Tinggalkan"]


def test_quiet_hours_are_those_of_the_person() -> None:
    assert not sedang_tenang(KINI, "Asia/Jakarta")  # 20.00
    assert sedang_tenang(KINI, "Asia/Jayapura")  # 22.00


async def test_registering_oneself_can_be_turned_off(store: Store) -> None:
    def jalan(tx: Tx) -> Pesan:
        baru = Orang(OrangQ(tx).tambah("Baru", "Asia/Jakarta", KINI), "Baru", "Asia/Jakarta", ("warga",))
        desa = Desa(tx, baru, "web", KINI, Pengaturan(daftar_mandiri=False))
        return langsung(TABEL["daftar"], "", Konteks(baru, KINI, baru.hari_ini(KINI)), desa)

    assert "undangan" in (await store.write(jalan)).teks


async def test_a_number_that_was_never_there_cannot_come_back(store: Store) -> None:
    assert "#K-2611-9999 tidak ada" in (await tanya(store, lambda d: None, "pulihkan", "K-2611-9999")).teks


async def test_words_behind_ubah_that_hold_no_number_are_asked_again(store: Store) -> None:
    def jalan(tx: Tx) -> dict[str, object]:
        siapkan(tx, KINI, isi=False)
        sari = OrangQ(tx).di_alamat("web", "peraga-sari", KINI)
        assert sari is not None
        keadaan = Keadaan()
        d = Dialog(sari, KINI, sari.hari_ini(KINI), keadaan)
        assert not baca_nomor("yang kemarin", d, Desa(tx, sari, "web", KINI, Pengaturan()))
        return keadaan.jawaban

    assert await store.write(jalan) == {}
