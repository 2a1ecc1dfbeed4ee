"""What the level above says of an entry: once, of what was looked at, and nobody of their own."""

from __future__ import annotations

from datetime import date

import pytest

from data.kegiatan import FotoKegiatan
from data.menunggu import Tumpukan
from data.orang import CAMAT, PD, PLD, TAPM_KAB, Orang, OrangQ
from data.pemeriksaan import PemeriksaanQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi, pendamping

HARI = date(2026, 11, 21)


def atasan(tx: Tx, nama: str = "Bu Rina", peran: str = PD, wilayah: str = KECAMATAN) -> Orang:
    WilayahQ(tx).kenalkan(wilayah)
    id_ = OrangQ(tx).tambah(nama, WIB, KINI)
    OrangQ(tx).tugaskan(id_, peran, wilayah, date(2026, 1, 1), disahkan=True)
    return OrangQ(tx).ambil(id_, KINI)


def q(tx: Tx, orang: Orang) -> PemeriksaanQ:
    return desa(tx, orang).pemeriksaan


def status(tx: Tx, nomor: str) -> str:
    row = tx.one("SELECT periksa FROM kegiatan WHERE nomor = ?", (nomor,))
    assert row
    return str(row["periksa"])


def test_approved_is_written_down_once(tx: Tx) -> None:
    rina, hasan, sari = atasan(tx), atasan(tx, "Pak Hasan", TAPM_KAB, "32.03"), pendamping(tx)
    nomor = desa(tx, sari).kegiatan.catat(isi(), [], None)
    satu = q(tx, rina).ambil(nomor)
    assert satu
    assert (satu.penulis, satu.periksa, satu.nomor) == ("Bu Sari", "", nomor)
    assert q(tx, rina).setuju(satu) == "tersimpan"
    assert q(tx, hasan).setuju(satu) == "sudah"
    assert status(tx, nomor) == "setuju"
    putusan = q(tx, hasan).terakhir(satu)
    assert putusan
    assert (putusan.oleh, putusan.nama, putusan.putusan, putusan.waktu) == (rina.id, "Bu Rina", "setuju", KINI)
    assert len(tx.all("SELECT id FROM jejak WHERE apa = 'setuju'")) == 1


def test_only_what_was_looked_at(tx: Tx) -> None:
    rina, sari = atasan(tx), pendamping(tx)
    kegiatan = desa(tx, sari).kegiatan
    nomor = kegiatan.catat(isi(), [], None)
    dilihat = q(tx, rina).ambil(nomor)
    lama = kegiatan.ambil(nomor)
    assert dilihat
    assert lama
    versi = q(tx, rina).versi(dilihat)
    tx.run("INSERT INTO media (sidik, mime, ukuran, dibuat) VALUES ('a', 'image/jpeg', 1, 0)")
    kegiatan.ganti_foto(lama, [FotoKegiatan("a", 5)], "susulan")
    assert q(tx, rina).setuju(dilihat, versi) == "berubah"
    assert status(tx, nomor) == ""
    assert tx.all("SELECT id FROM pemeriksaan") == []
    assert q(tx, rina).foto(dilihat) == [FotoKegiatan("a", 5)]
    assert q(tx, rina).setuju(dilihat, q(tx, rina).versi(dilihat)) == "tersimpan"


def test_a_change_after_the_approval_or_the_return_waits_again(tx: Tx) -> None:
    rina, sari = atasan(tx), pendamping(tx)
    kegiatan = desa(tx, sari).kegiatan
    nomor = kegiatan.catat(isi(), [], None)
    satu, lama = q(tx, rina).ambil(nomor), kegiatan.ambil(nomor)
    assert satu
    assert lama
    q(tx, rina).kembalikan(satu, "hasil", "Mohon dilengkapi.")
    assert [k.nomor for k in q(tx, sari).perlu_diperbaiki()] == [nomor]
    kegiatan.ubah(lama, {"hasil": lama.hasil}, "sama saja")
    assert status(tx, nomor) == "kembali"
    kegiatan.ubah(lama, {"hasil": "Lebih lengkap."}, "diminta")
    assert status(tx, nomor) == "diperbaiki"
    assert q(tx, sari).perlu_diperbaiki() == []
    assert q(tx, sari).pemeriksa(lama) == rina.id
    assert desa(tx, rina).menunggu.jumlah() == 1
    tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (rina.id,))
    assert q(tx, sari).pemeriksa(lama) is None


def test_nothing_is_said_of_what_is_deleted(tx: Tx) -> None:
    rina, sari = atasan(tx), pendamping(tx)
    kegiatan = desa(tx, sari).kegiatan
    nomor = kegiatan.catat(isi(), [], None)
    satu, lama = q(tx, rina).ambil(nomor), kegiatan.ambil(nomor)
    assert satu
    assert lama
    kegiatan.hapus(lama)
    assert q(tx, rina).setuju(satu) == "dihapus"
    assert q(tx, rina).kembalikan(satu, "", "x") == "dihapus"
    assert tx.all("SELECT id FROM pemeriksaan") == []
    assert desa(tx, rina).menunggu.daftar() == []


@pytest.mark.parametrize("peran", [PLD, CAMAT])
def test_nobody_but_the_level_above_looks_at_it(tx: Tx, peran: str) -> None:
    wilayah = SUKAMAJU if peran == PLD else KECAMATAN
    lain, sari = atasan(tx, "Lain", peran, wilayah), pendamping(tx)
    nomor = desa(tx, sari).kegiatan.catat(isi(), [], None)
    assert q(tx, lain).ambil(nomor) is None
    assert q(tx, sari).ambil(nomor) is None
    assert q(tx, atasan(tx, "Jauh", PD, "32.03.30")).ambil(nomor) is None


def test_of_equals_nobody_looks_at_the_other(tx: Tx) -> None:
    rina, sejawat = atasan(tx), atasan(tx, "Bu Sejawat")
    nomor = desa(tx, sejawat).kegiatan.catat(isi(desa=KECAMATAN), [], None)
    assert q(tx, rina).ambil(nomor) is None
    assert q(tx, atasan(tx, "Pak Hasan", TAPM_KAB, "32.03")).ambil(nomor)


def test_an_old_assignment_counts_for_its_own_days(tx: Tx) -> None:
    rina, sari = atasan(tx), pendamping(tx)
    nomor = desa(tx, sari).kegiatan.catat(isi(tanggal="2026-11-10"), [], None)
    tx.run("UPDATE penugasan SET sampai = '2026-11-10' WHERE orang_id = ?", (sari.id,))
    assert q(tx, rina).ambil(nomor)
    tx.run("UPDATE penugasan SET sampai = '2026-11-09' WHERE orang_id = ?", (sari.id,))
    assert q(tx, rina).ambil(nomor) is None


def test_what_waits_by_place_person_and_day(tx: Tx) -> None:
    hasan = atasan(tx, "Pak Hasan", TAPM_KAB, "32.03")
    sari, jauh = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH), pendamping(tx, "Jauh", "32.03.30.2001")
    WilayahQ(tx).kenalkan(KECAMATAN)
    for jam in ("08:00-09:00", "09:00-10:00"):
        desa(tx, sari).kegiatan.catat(isi(jam=jam), [], None)
    desa(tx, sari).kegiatan.catat(isi(tanggal="2026-09-30"), [], None)
    desa(tx, sari).kegiatan.catat(isi(tanggal="2026-10-01", desa=KECAMATAN), [], None)
    desa(tx, jauh).kegiatan.catat(isi(desa="32.03.30.2001"), [], None)
    m = desa(tx, hasan).menunggu
    assert m.sejak == date(2026, 10, 1)
    assert (m.jumlah(), m.jumlah(KECAMATAN), m.jumlah(orang_id=jauh.id), m.jumlah(f"={KECAMATAN}")) == (4, 3, 1, 1)
    assert [(k.tanggal, k.jam) for k in m.daftar(KECAMATAN, batas=2)] == [
        ("2026-11-20", "09:00-10:00"),
        ("2026-11-20", "08:00-09:00"),
    ]
    assert [k.tanggal for k in m.daftar(KECAMATAN, mulai=2)] == ["2026-10-01"]
    assert m.per_wilayah("", 3) == [Tumpukan(KECAMATAN, "", 3), Tumpukan("32.03.30", "", 1)]
    assert m.per_orang("", date(2026, 11, 20)) == [Tumpukan(str(sari.id), "Bu Sari", 2)]
    assert len(m.per_orang("", date(2026, 11, 20), minimal=1)) == 2
    assert [k.jam for k in m.sehari(sari.id, date(2026, 11, 20))] == ["08:00-09:00", "09:00-10:00"]
    assert [k.nomor for k in q(tx, hasan).milik(jauh.id, date(2026, 11, 16), HARI)] != []
