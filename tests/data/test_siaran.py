"""Texts for the public: one's own, with a picture only where somebody said what is on it, and gone with the person."""

from __future__ import annotations

import pytest

from data.datasaya import DataSayaQ
from data.desa import Desa
from data.kegiatan import URUNGKAN, FotoKegiatan, Kegiatan
from data.masalah.lapor import Laporan
from data.penghapusan import TUNDA, PenghapusanQ
from data.percakapan import PercakapanQ
from data.siaran import SEMUA, TANPA_WAJAH, Isi, Siaran
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import desa, isi, pendamping
from tests.data.test_penghapusan import foto

A, B, C = "a" * 64, "b" * 64, "c" * 64
NASKAH = Isi("Papan proyek", "Papan proyek terpasang.", A, SEMUA)


def catat(tx: Tx, d: Desa, *sidik: str, **lain: str) -> Kegiatan:
    k = d.kegiatan.ambil(d.kegiatan.catat(isi(**lain), foto(tx, *sidik), None))
    assert k
    return k


def buat(tx: Tx, d: Desa, naskah: Isi = NASKAH) -> tuple[Kegiatan, Siaran]:
    k = catat(tx, d, A, B)
    return k, d.siaran.tambah(k, naskah, None)


def kini(d: Desa, s: Siaran) -> Siaran:
    satu = d.siaran.ambil(s.nomor)
    assert satu
    return satu


def test_saved_with_its_picture_and_consent(tx: Tx) -> None:
    d = desa(tx, pendamping(tx))
    k, s = buat(tx, d)
    assert (s.nomor, s.catatan, s.judul, s.teks) == ("R-2611-0001", k.nomor, "Papan proyek", "Papan proyek terpasang.")
    assert (s.foto, s.izin, s.tampak, s.hilang, s.berubah, s.pilihan_foto) == (A, SEMUA, A, False, False, True)
    assert d.siaran.ambil("r-2611-0001") == s
    assert (d.siaran.milik(), d.siaran.jumlah()) == ([s], 1)


@pytest.mark.parametrize(
    "naskah", [Isi("J", "T", A), Isi("J", "T", A, "belum"), Isi("J", "T", "", SEMUA), Isi("J", "T", C, SEMUA)]
)
def test_no_picture_without_a_word_about_faces_and_none_of_another_entry(tx: Tx, naskah: Isi) -> None:
    d = desa(tx, pendamping(tx))
    k = catat(tx, d, A, B)
    catat(tx, d, C, tanggal="2026-11-18")
    with pytest.raises(ValueError):
        d.siaran.tambah(k, naskah, None)
    assert d.siaran.jumlah() == 0


def test_one_conversation_makes_one(tx: Tx) -> None:
    sari = pendamping(tx)
    d = desa(tx, sari)
    k = catat(tx, d, A)
    percakapan = PercakapanQ(tx).buka(sari.id, "siaran", "{}", KINI)
    d.siaran.tambah(k, NASKAH, percakapan.id)
    with pytest.raises(Exception, match=r"(?i)unique"), tx.savepoint():
        d.siaran.tambah(k, NASKAH, percakapan.id)
    assert d.siaran.jumlah() == 1


def test_nobody_else_has_anything_of_it(tx: Tx) -> None:
    sari, budi = desa(tx, pendamping(tx)), desa(tx, pendamping(tx, "Pak Budi"))
    k, s = buat(tx, sari)
    assert budi.siaran.ambil(s.nomor) is None
    assert (budi.siaran.milik(), budi.siaran.jumlah(), budi.siaran.calon()) == ([], 0, [])
    with pytest.raises(LookupError):
        budi.siaran.tambah(k, NASKAH, None)
    with pytest.raises(LookupError):
        budi.siaran.ubah(s, judul="Lain")
    budi.siaran.hapus(s)
    assert kini(sari, s).judul == "Papan proyek"


def test_changed_with_both_values_in_the_trail(tx: Tx) -> None:
    d = desa(tx, pendamping(tx))
    _, s = buat(tx, d)
    s = d.siaran.ubah(s, teks="Papan proyek terpasang di dua dusun.")
    assert (s.teks, s.judul) == ("Papan proyek terpasang di dua dusun.", "Papan proyek")
    assert (d.siaran.ubah(s, foto="", izin="").foto, kini(d, s).tampak) == ("", "")
    assert d.siaran.ubah(s, foto=B, izin=TANPA_WAJAH).tampak == B
    with pytest.raises(ValueError):
        d.siaran.ubah(s, foto=C, izin=SEMUA)
    with pytest.raises(ValueError):
        d.siaran.ubah(s, nomor="R-2611-0009")
    jejak = tx.all("SELECT kolom, sebelum, sesudah FROM jejak WHERE tabel = 'siaran' AND kolom = 'teks'")
    assert [tuple(r[k] for k in ("sebelum", "sesudah")) for r in jejak] == [
        ("Papan proyek terpasang.", "Papan proyek terpasang di dua dusun.")
    ]


def test_what_became_of_its_entry_is_known(tx: Tx) -> None:
    sari = pendamping(tx)
    d = desa(tx, sari)
    k, s = buat(tx, d)
    nanti = desa(tx, sari, KINI + 60)
    nanti.kegiatan.ubah(k, {"hasil": "Belum terpasang."}, "keliru")
    assert kini(d, s).berubah
    assert not desa(tx, sari, KINI + 90).siaran.ubah(s, teks="Belum terpasang.").berubah, "it was looked at again"
    nanti.kegiatan.ganti_foto(k, [FotoKegiatan(B, KINI)], "bukan itu")
    assert kini(d, s).tampak == "", "a picture taken off its entry is sent no more"
    nanti.kegiatan.ganti_foto(k, [FotoKegiatan(A, KINI)], "itu")
    assert kini(d, s).tampak == A
    nanti.kegiatan.hapus(k)
    s = kini(d, s)
    assert (s.hilang, s.tampak, s.pilihan_foto) == (True, "", False)
    mati = d.kegiatan.ambil(k.nomor, terhapus=True)
    assert mati
    with pytest.raises(LookupError):
        d.siaran.tambah(mati, NASKAH, None)


def test_a_picture_taken_off_its_entry_does_not_stand_in_the_way_of_other_changes(tx: Tx) -> None:
    d = desa(tx, pendamping(tx))
    k, s = buat(tx, d)
    d.kegiatan.ganti_foto(k, [], "tidak jadi")
    assert d.siaran.ubah(s, judul="Lain").judul == "Lain"


def test_taken_back_and_for_ten_minutes_returned(tx: Tx) -> None:
    sari = pendamping(tx)
    d = desa(tx, sari)
    _, s = buat(tx, d)
    d.siaran.hapus(s)
    d.siaran.hapus(s)
    assert d.siaran.ambil(s.nomor) is None
    assert d.siaran.jumlah() == 0
    mati = d.siaran.ambil(s.nomor, terhapus=True)
    assert mati
    assert not desa(tx, sari, KINI + URUNGKAN + 1).siaran.pulihkan(mati)
    assert desa(tx, sari, KINI + URUNGKAN).siaran.pulihkan(mati)
    assert not d.siaran.pulihkan(kini(d, s))
    assert d.siaran.jumlah() == 1
    apa = [r["apa"] for r in tx.all("SELECT apa FROM jejak WHERE tabel = 'siaran' ORDER BY id")]
    assert apa == ["catat", "hapus", "pulihkan"]


def test_entries_to_write_about_those_with_pictures_first(tx: Tx) -> None:
    d = desa(tx, pendamping(tx))
    semua = [catat(tx, d, tanggal=f"2026-11-{n:02}") for n in range(1, 13)]
    berfoto = catat(tx, d, A, tanggal="2026-11-09", jam="13:00-14:00")
    d.kegiatan.hapus(semua[11])
    tx.run("UPDATE kegiatan SET hasil = '' WHERE id = ?", (semua[10].id,))
    calon = d.siaran.calon(4)
    assert [(c.kegiatan.nomor, c.foto) for c in calon] == [
        (berfoto.nomor, 1), (semua[9].nomor, 0), (semua[8].nomor, 0), (semua[7].nomor, 0),
    ]  # fmt: skip


def test_an_entry_whose_problem_is_secret_is_known_as_such(tx: Tx) -> None:
    d = desa(tx, pendamping(tx))
    k, lain = catat(tx, d), catat(tx, d, tanggal="2026-11-18")
    for satu, rahasia in ((k, True), (lain, False)):
        m, _ = d.masalah.lapor(Laporan(satu.desa, "blt", "Ada apa.", "pendamping", rahasia=rahasia), [], "", None)
        tx.run("UPDATE masalah SET kegiatan_id = ? WHERE id = ?", (satu.id, m.id))
    assert d.siaran.rahasia(k)
    assert not d.siaran.rahasia(lain)


def test_shown_with_ones_data_and_erased_with_the_person(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    _, s = buat(tx, desa(tx, sari))
    buat(tx, desa(tx, budi))
    (baris,) = DataSayaQ(tx, sari.id).satu("siaran")
    assert (baris["nomor"], baris["teks"], baris["foto"], baris["izin_wajah"]) == (s.nomor, s.teks, A, SEMUA)
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    assert [int(r["orang_id"]) for r in tx.all("SELECT orang_id FROM siaran")] == [budi.id]
