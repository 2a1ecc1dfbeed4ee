"""What stands above an answer though nobody asked; and the way out of the data's own last day."""

from __future__ import annotations

import pytest

from data.orang import CAMAT
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.dialog.pesan import Pesan
from handlers.diri.pamit import kabar_pergi
from handlers.pemberitahuan import BATALKAN, pemberitahuan, tanpa_nomor
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan


@pytest.fixture
def sari() -> Obrolan:
    return Dunia(TABEL).orang("Bu Sari")


def beri_tahu(obrolan: Obrolan, masukan: Masukan, pesan: Pesan) -> Pesan:
    return pemberitahuan(pesan, masukan, obrolan.konteks.orang, obrolan.desa, obrolan.dunia.kini)


def test_what_was_masked_is_named_once_and_stays_named(sari: Obrolan) -> None:
    sekali = tanpa_nomor(Masukan(teks="NIK 3203031203850001, rek BRI 012301012345501"))
    assert sekali.disamarkan == "NIK dan rekening"
    assert tanpa_nomor(sekali) == sekali
    assert beri_tahu(sari, sekali, Pesan("Baik.")).teks.startswith("Nomor NIK dan rekening di pesan tadi")
    assert beri_tahu(sari, Masukan(teks="halo"), Pesan("Baik.")) == Pesan("Baik.")


def test_the_day_of_erasure_is_recalled_with_the_way_out(sari: Obrolan) -> None:
    sari.desa.penghapusan.minta(sari.id)
    assert beri_tahu(sari, Masukan(), Pesan("Baik.")) == Pesan("Baik.")  # it has just been said
    sari.dunia.lewat(1)
    pesan = beri_tahu(sari, Masukan(), Pesan("Baik."))
    assert (
        pesan.teks
        == "Ingat: data Anda akan dihapus 21 November 2026 pukul 19.30. Kalau tidak jadi, ketik batal_hapus.\n\nBaik."
    )
    assert pesan.tombol == (BATALKAN,)
    assert beri_tahu(sari, Masukan(), Pesan("Baik.", tombol=(BATALKAN,))).tombol == (BATALKAN,)
    sari.ketuk(BATALKAN.data)
    assert "dibatalkan" in sari.layar


def test_all_my_data_in_many_words(sari: Obrolan) -> None:
    for teks in ("/hapus data saya", "/hapus akun", "hapus akun saya"):
        assert "Kalau data Anda dihapus" in sari.tulis(teks)
        sari.tulis("batal")
    sari.tulis("/hapus")
    assert "Kalau data Anda dihapus" in sari.tulis("semua data saya")
    sari.tulis("batal")
    assert "Catatan nomor berapa?" in sari.tulis("/hapus sesuatu")
    assert "lebih lengkap" in sari.tulis("..")


def test_a_camat_has_no_entries_so_it_is_the_data_at_once() -> None:
    camat = Dunia(TABEL).orang("Pak Camat", peran=CAMAT, desa=("2013",))
    assert "penugasan Anda" in camat.tulis("/hapus")


def test_the_level_above_learns_what_is_vacant_and_no_name(sari: Obrolan) -> None:
    teks = kabar_pergi([("pld", f"{KECAMATAN}.2013"), ("pd", KECAMATAN), ("pld", f"{KECAMATAN}.2017")]).teks
    butir = teks.splitlines()[1:]
    assert [b.split(" di ")[0] for b in butir] == ["• Pendamping Lokal Desa", "• Pendamping Desa"]
    assert "Sukamaju, Sukamanah" in butir[0]


def test_a_number_in_the_name_of_a_document_is_masked_too() -> None:
    nik = "3203014107900001"
    simpan = tanpa_nomor(Masukan(teks=f"NIK {nik}", dokumen=Dokumen(rujukan="r", nama=f"KTP {nik}.pdf")))
    assert simpan.dokumen
    assert nik not in simpan.teks + simpan.dokumen.nama
    assert (simpan.dokumen.rujukan, simpan.disamarkan) == ("r", "NIK")
    assert tanpa_nomor(simpan) == simpan
    biasa = Masukan(dokumen=Dokumen(nama="DRP 2026-11.pdf"))
    assert tanpa_nomor(biasa) == biasa


def test_an_entry_that_never_was_cannot_come_back(sari: Obrolan) -> None:
    assert "tidak ada dalam riwayat Anda" in sari.tulis("/pulihkan K-2611-9999")
