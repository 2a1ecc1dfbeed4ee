"""`ulang K-…`: an own entry once more, and of it only what can be the same again."""

from __future__ import annotations

import pytest

from data.kegiatan import Isi
from handlers.dialog.keadaan import Keadaan
from handlers.tempel import baca_tempelan
from tests.handlers.tempel.dunia import BUDI, DESA, SARI, Dunia, Pelaku

ISI = Isi(
    desa=DESA["Mayak"],
    kegiatan="PO04",
    cara="desa",
    tanggal="2026-11-05",
    jam="08:00-11:00",
    menit=180,
    hasil="46 balita ditimbang.",
    peserta=46,
    masalah="Timbangan rusak.",
)


def catat(dunia: Dunia, siapa: str, isi: Isi = ISI) -> str:
    return dunia.sebagai(siapa, lambda p: p.desa.kegiatan.catat(isi, [], None))


def baca(dunia: Dunia, teks: str) -> tuple[bool, Keadaan]:
    def kerja(pelaku: Pelaku) -> tuple[bool, Keadaan]:
        d = pelaku.dialog()
        return baca_tempelan(teks, d, pelaku.desa), d.keadaan

    return dunia.sebagai(SARI, kerja)


@pytest.mark.parametrize("bentuk", ["ulang {}", "Ulangi #{}", "  ULANG catatan {} ya", "ulang {}\nkemarin 9-11"])
def test_village_activity_and_manner_are_taken_over_and_the_hours_are_offered(dunia: Dunia, bentuk: str) -> None:
    nomor = catat(dunia, SARI)
    paham, keadaan = baca(dunia, bentuk.format(nomor.lower()))
    assert paham
    assert keadaan.jawaban == {"desa": DESA["Mayak"], "kegiatan": "PO04", "cara": "desa"}
    assert keadaan.saran == {"jam": ["08:00-11:00"]}


def test_a_number_that_is_not_theirs_or_was_deleted_is_not_understood(dunia: Dunia) -> None:
    milik_budi = catat(dunia, BUDI)
    terhapus = catat(dunia, SARI)

    def hapus(pelaku: Pelaku) -> None:
        lama = pelaku.desa.kegiatan.ambil(terhapus)
        assert lama is not None
        pelaku.desa.kegiatan.hapus(lama)

    dunia.sebagai(SARI, hapus)
    for nomor in (milik_budi, terhapus, "K-2601-9999"):
        paham, keadaan = baca(dunia, f"ulang {nomor}")
        assert not paham
        assert keadaan == Keadaan()


def test_what_may_no_longer_be_chosen_is_asked(dunia: Dunia) -> None:
    nomor = catat(dunia, SARI, Isi(**{**ISI.__dict__, "desa": "32.03.03.2001", "kegiatan": "PI01"}))
    paham, keadaan = baca(dunia, f"ulang {nomor}")
    assert paham
    assert keadaan.jawaban == {"cara": "desa"}
