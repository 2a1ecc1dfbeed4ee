"""Steps of the nine functions: set by who accompanies the village, with proof that is proposed and never taken."""

from __future__ import annotations

from datetime import date

import pytest

from data.datasaya import DataSayaQ
from data.fungsi import BELUM, BERJALAN, SELESAI, FungsiQ, Langkah, Ubahan
from data.fungsi_usul import Usul
from data.katalog.fungsi import fungsi, langkah
from data.kegiatan import KegiatanQ
from data.orang import PD, Orang, OrangQ
from data.penghapusan import TUNDA, PenghapusanQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi, pendamping


def q(tx: Tx, orang: Orang, kini: int = KINI) -> FungsiQ:
    return desa(tx, orang, kini).fungsi


def kegiatan(tx: Tx, orang: Orang) -> KegiatanQ:
    return desa(tx, orang).kegiatan


def test_nine_functions_of_36_steps() -> None:
    assert [f.kode for f in fungsi()] == [f"F{n}" for n in range(1, 10)]
    assert len(langkah()) == 36
    assert [i.kode for i in langkah("F1")] == ["F1.1", "F1.2", "F1.4", "F1.5"]


def test_a_step_and_its_history(tx: Tx) -> None:
    sari = pendamping(tx)
    semua = q(tx, sari).papan(SUKAMAJU)
    assert set(semua.values()) == {Langkah(i.kode) for i in langkah()}
    assert q(tx, sari).tandai(SUKAMAJU, "F4.1", BERJALAN, bukti="K-2611-0001")
    assert not q(tx, sari).tandai(SUKAMAJU, "F4.1", BERJALAN)
    assert q(tx, sari, KINI + 5).tandai(SUKAMAJU, "F4.1", SELESAI, tanggal="2026-11-20", catatan="Bersama BPD.")
    satu = q(tx, sari).papan(SUKAMAJU)["F4.1"]
    assert satu == Langkah("F4.1", SELESAI, "2026-11-20", "K-2611-0001", "Bersama BPD.", "Bu Sari", KINI + 5, satu.id)
    assert q(tx, sari).papan(SUKAMAJU)["F4.2"] == Langkah("F4.2")
    assert q(tx, sari).riwayat(SUKAMAJU, "F4.1") == [
        Ubahan(KINI + 5, "Bu Sari", (("keadaan", SELESAI), ("tanggal", "2026-11-20"), ("catatan", "Bersama BPD."))),
        Ubahan(KINI, "Bu Sari", (("keadaan", BERJALAN), ("bukti", "K-2611-0001"))),
    ]
    assert q(tx, sari, KINI + 9).tandai(SUKAMAJU, "F4.1", BELUM, alasan="Salah tandai.")
    assert q(tx, sari).papan(SUKAMAJU)["F4.1"].tanggal is None
    assert q(tx, sari).riwayat(SUKAMAJU, "F4.1")[0] == Ubahan(
        KINI + 9, "Bu Sari", (("keadaan", BELUM), ("tanggal", "")), "Salah tandai."
    )


def test_only_who_accompanies_the_village_marks_and_reads(tx: Tx) -> None:
    sari, jauh = pendamping(tx), pendamping(tx, "Pak Jauh", SUKAMANAH)
    rina = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    WilayahQ(tx).kenalkan(KECAMATAN)
    OrangQ(tx).tugaskan(rina, PD, KECAMATAN, date(2026, 10, 1), disahkan=True)
    assert q(tx, sari).tandai(SUKAMAJU, "F1.1", SELESAI)
    assert not q(tx, jauh).tandai(SUKAMAJU, "F1.1", BELUM)
    assert q(tx, jauh).papan(SUKAMAJU) == {}
    assert q(tx, jauh).usul(SUKAMAJU) == {}
    assert q(tx, jauh).riwayat(SUKAMAJU, "F1.1") == []
    semua = q(tx, OrangQ(tx).ambil(rina, KINI)).papan_banyak([SUKAMANAH, SUKAMAJU])
    assert [(kode, satu["F1.1"].keadaan) for kode, satu in semua.items()] == [(SUKAMANAH, BELUM), (SUKAMAJU, SELESAI)]
    tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (sari.id,))
    assert not q(tx, sari).tandai(SUKAMAJU, "F1.1", BELUM)
    assert q(tx, sari).papan(SUKAMAJU) == {}


def test_entries_that_serve_a_step_are_proposed(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMAJU)
    a = kegiatan(tx, sari).catat(isi(kegiatan="AS18", tanggal="2026-11-03"), [], None)
    b = kegiatan(tx, budi).catat(isi(kegiatan="AS08", tanggal="2026-11-04"), [], None)
    c = kegiatan(tx, sari).catat(isi(kegiatan="AS18", tanggal="2026-11-05"), [], None)
    kegiatan(tx, sari).catat(isi(kegiatan="PR07"), [], None)  # serves no step
    usul = q(tx, sari).usul(SUKAMAJU)
    assert usul["F4.1"] == [Usul(c, "AS18", "2026-11-05"), Usul(a, "AS18", "2026-11-03")]
    assert sorted(usul) == ["F1.1", "F1.2", "F1.4", "F1.5", "F4.1"]
    assert usul["F1.2"] == [Usul(b, "AS08", "2026-11-04")]
    assert q(tx, sari).papan(SUKAMAJU)["F4.1"] == Langkah("F4.1")  # nothing is set by itself
    tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (budi.id,))
    tx.run("UPDATE kegiatan SET dihapus = ? WHERE nomor = ?", (KINI, c))
    assert q(tx, sari).usul(SUKAMAJU) == {"F4.1": [Usul(a, "AS18", "2026-11-03")]}


def test_what_is_in_a_register_is_proposed_by_its_state(tx: Tx) -> None:
    sari = pendamping(tx)
    for n, (keadaan, tanggal) in enumerate((("didata", None), ("dibentuk", "2026-11-01")), start=1):
        tx.run(
            "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, tanggal, dibuat, diubah) "
            "VALUES (?, 'pusat', ?, 'Balai warga', ?, '{}', ?, ?, ?, ?)",
            (f"PM-2611-000{n}", SUKAMAJU, keadaan, sari.id, tanggal, KINI, KINI),
        )
    didata, dibentuk = Usul("PM-2611-0001", "pusat", "2026-11-21"), Usul("PM-2611-0002", "pusat", "2026-11-01")
    assert q(tx, sari).usul(SUKAMAJU) == {"F7.1": [didata, dibentuk], "F7.3": [dibentuk]}
    tx.run("UPDATE register SET dihapus = ? WHERE keadaan = 'didata'", (KINI,))
    assert q(tx, sari).usul(SUKAMAJU) == {"F7.1": [dibentuk], "F7.3": [dibentuk]}
    tx.run("UPDATE penugasan SET disahkan = 0")
    tx.run(
        "INSERT INTO penugasan (orang_id, peran, wilayah, dari, disahkan) VALUES (?, 'pld', ?, '2026-01-01', 1)",
        (pendamping(tx, "Pak Budi").id, SUKAMAJU),
    )
    assert q(tx, sari).usul(SUKAMAJU) == {}


def test_a_step_that_left_the_catalogue_is_not_shown(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).tandai(SUKAMAJU, "F1.1", SELESAI)
    tx.run("UPDATE fungsi_langkah SET langkah = 'F1.9'")
    assert q(tx, sari).papan(SUKAMAJU)["F1.1"].keadaan == BELUM
    for kode, keadaan in (("F1.3", SELESAI), ("F1", SELESAI), ("F1.1", "jadi")):
        with pytest.raises(ValueError):
            q(tx, sari).tandai(SUKAMAJU, kode, keadaan)


def test_what_one_marked_is_shown_and_ones_words_are_erased(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMAJU)
    q(tx, sari).tandai(SUKAMAJU, "F1.1", SELESAI, bukti="M-2611-0001", catatan="Kata saya.")
    (baris,) = DataSayaQ(tx, sari.id).satu("fungsi")
    assert (baris["langkah"], baris["catatan"]) == ("F1.1", "Kata saya.")
    assert DataSayaQ(tx, budi.id).satu("fungsi") == []
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    satu = q(tx, budi).papan(SUKAMAJU)["F1.1"]
    assert (satu.keadaan, satu.bukti, satu.catatan, satu.nama) == (SELESAI, "M-2611-0001", "", "Pendamping (dihapus)")
    assert q(tx, budi).riwayat(SUKAMAJU, "F1.1") == [Ubahan(KINI, "Pendamping (dihapus)", ())]
