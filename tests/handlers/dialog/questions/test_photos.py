from __future__ import annotations

from typing import Any

import pytest

from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Photos
from tests.handlers.dialog.obrolan import Dunia, Obrolan, resep, tabel, tanya

KIRIM = Photos("Kirim fotonya, ya.", maksimal=3)


def test_pictures_come_one_by_one_or_as_an_album_until_selesai() -> None:
    satu = tanya(KIRIM)
    assert satu.layar.pesan.minta == "foto"
    satu.obrolan.foto(1)
    assert "1 foto sudah masuk. Kirim lagi, atau Selesai." in satu.layar
    satu.obrolan.foto(2)
    assert "3 foto sudah masuk. Sudah penuh, pilih Selesai." in satu.layar
    satu.obrolan.tekan("Selesai")
    assert len({f.sidik for f in satu.nilai}) == 3


@pytest.mark.parametrize("ditulis", ["selesai", "Sudah.", "cukup", "OK"])
def test_the_end_is_typed_too(ditulis: str) -> None:
    satu = tanya(KIRIM)
    satu.obrolan.foto()
    assert len(satu.membaca(ditulis)) == 1


def test_the_same_picture_twice_is_one() -> None:
    satu = tanya(KIRIM)
    gambar = satu.obrolan.gambar(1)
    satu.obrolan.kirim(Masukan(foto=gambar + gambar))
    satu.obrolan.kirim(Masukan(foto=gambar))
    assert len(satu.membaca("selesai")) == 1


def test_more_than_there_is_room_for_is_said() -> None:
    satu = tanya(KIRIM)
    satu.obrolan.foto(5)
    assert "Yang muat 3 foto; 2 foto terakhir tidak dipakai." in satu.layar
    assert len(satu.membaca("selesai")) == 3


def test_a_picture_that_did_not_arrive_is_asked_for_again() -> None:
    satu = tanya(KIRIM)
    satu.obrolan.kirim(Masukan(foto=(Foto(), *satu.obrolan.gambar(1))))
    assert "1 foto belum berhasil diunduh. Tolong kirim lagi, ya." in satu.layar
    assert "1 foto sudah masuk" in satu.layar
    assert len(satu.membaca("selesai")) == 1


@pytest.mark.parametrize("ditulis", ["ini fotonya", "selesai", "ulang", "x" * 10_000])
def test_words_instead_of_a_picture_are_told_what_is_awaited(ditulis: str) -> None:
    satu = tanya(KIRIM)
    satu.menolak(ditulis, "Di sini saya menunggu foto.", "ketik selesai", "Kirim fotonya")
    satu.obrolan.foto()
    assert satu.membaca("selesai")


@pytest.mark.parametrize("ulang", ["ulang", "Ulang dari awal"])
def test_starting_over_by_typing(ulang: str) -> None:
    satu = tanya(KIRIM)
    satu.obrolan.foto(2)
    satu.obrolan.tulis(ulang)
    assert "foto yang tadi tidak dipakai" in satu.layar
    satu.obrolan.foto(1)
    assert len(satu.membaca("selesai")) == 1


def test_where_one_is_wanted_one_is_enough() -> None:
    satu = tanya(Photos("Kirim satu foto.", maksimal=1))
    satu.obrolan.foto(2)
    assert "Yang muat 1 foto; 1 foto terakhir tidak dipakai." in satu.layar
    satu.obrolan.tekan("Ulang dari awal")
    satu.obrolan.foto(1)
    assert len(satu.nilai) == 1


@pytest.mark.parametrize("tersimpan", [[], None, "foto", [{"sidik": 5}], 7])
def test_stored_pictures_that_are_none_are_asked_again(tersimpan: Any) -> None:
    satu = tanya(KIRIM)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert KIRIM.petunjuk in satu.layar


def dengan_ringkasan(maksimal: int = 5) -> Obrolan:
    def fungsi(d: Dialog, desa: object) -> Kabar:
        foto = d.ask("gambar", Photos("Kirim fotonya, ya.", maksimal=maksimal))
        d.review(f"Ada {len(foto)} gambar.")
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    obrolan.tulis("/uji")
    return obrolan


def test_opened_again_it_goes_on_from_the_pictures_there_are() -> None:
    """One more once replaced all."""
    obrolan = dengan_ringkasan()
    obrolan.foto(2)
    obrolan.tulis("selesai")
    obrolan.tulis("ubah gambar")
    assert "2 foto sudah masuk" in obrolan.layar
    obrolan.foto(1)
    assert "Ada 3 gambar." in obrolan.tulis("selesai")
    obrolan.tulis("kembali")
    obrolan.tulis("ulang")
    obrolan.foto(1)
    assert "Ada 1 gambar." in obrolan.tulis("selesai")


def test_opened_again_a_single_picture_is_replaced() -> None:
    obrolan = dengan_ringkasan(maksimal=1)
    obrolan.foto(1)
    lama = obrolan.jawaban
    obrolan.tulis("ubah gambar")
    assert obrolan.layar.tombol == ["Tetap: 1 foto"]
    obrolan.foto(1)
    assert "Ada 1 gambar." in obrolan.layar
    assert obrolan.jawaban != lama


def test_selesai_tapped_twice_says_so() -> None:
    """It once said that it was waiting for pictures."""
    obrolan = dengan_ringkasan()
    obrolan.foto(2)
    lama = obrolan.layar
    obrolan.tekan("Selesai")
    obrolan.tekan("Selesai", layar=lama)
    assert "Sudah tercatat: 2 foto." in obrolan.layar
