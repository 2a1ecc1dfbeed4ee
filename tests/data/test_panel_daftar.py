"""Lists of the panel: filtered, page by page without a gap or a double, and nothing from outside the scope."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from data.desa import Desa
from data.keputusan_isi import IsiKeputusan
from data.lingkup import SEMUA_WILAYAH
from data.masalah import MasalahQ
from data.musdes.musdes import Mulai
from data.orang import ADMIN, PD, Orang, OrangQ
from data.panel_daftar import KEPUTUSAN, KOSONG, MASALAH, MUSDES, REGISTER, SUMBER, TUGAS, URUT, Saring
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi, pendamping

SANA = "11.01.01.2001"
HARI_INI = date(2026, 11, 21)


def koordinator(tx: Tx, di: str = KECAMATAN, peran: str = PD) -> Desa:
    WilayahQ(tx).kenalkan(di) if di != SEMUA_WILAYAH else None
    id_ = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    if di == SEMUA_WILAYAH:
        tx.run(
            "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('0', 'Indonesia', '', 'Asia/Jakarta') ON CONFLICT DO NOTHING"
        )
    OrangQ(tx).tugaskan(id_, peran, di, date(2026, 1, 1), disahkan=True)
    return desa(tx, OrangQ(tx).ambil(id_, KINI))


@pytest.fixture
def rina(tx: Tx) -> Desa:
    return koordinator(tx)


def banyak(tx: Tx) -> tuple[Orang, Orang]:
    """Twelve entries of two people on four days, one elsewhere."""
    sari, budi = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH), pendamping(tx, "Pak Budi", SUKAMAJU, SANA)
    for n in range(12):
        siapa, di = (sari, SUKAMAJU) if n % 3 else (budi, SUKAMAJU if n % 2 else SUKAMANAH)
        desa(tx, siapa).kegiatan.catat(
            isi(desa=di, tanggal=f"2026-11-{10 + n % 4}", hasil=f"Hasil {n} papan"), [], None
        )
    desa(tx, budi).kegiatan.catat(isi(desa=SANA, hasil="Jauh papan"), [], None)
    return sari, budi


def semua(q: Desa, apa: str, s: Saring, sehalaman: int) -> list[str]:
    hasil: list[str] = []
    kursor = ""
    while ada := q.panel.daftar(apa, s, kursor, sehalaman):
        hasil += [b.nomor for b in ada]
        kursor = ada[-1].kursor
    return hasil


@pytest.mark.parametrize("urut", URUT)
def test_pages_together_are_the_whole_in_order(tx: Tx, rina: Desa, urut: str) -> None:
    banyak(tx)
    s = Saring(urut=urut)
    utuh = [b.nomor for b in rina.panel.daftar("kegiatan", s, batas=100)]
    assert len(utuh) == len(set(utuh)) == 12
    for sehalaman in (1, 3, 5, 12):
        assert semua(rina, "kegiatan", s, sehalaman) == utuh
    assert [b.nomor for b in rina.panel.semua("kegiatan", s, 7)] == utuh[:7]
    hari = [b.tanggal for b in rina.panel.daftar("kegiatan", s, batas=100)]
    if urut != "desa":
        assert hari == sorted(hari, reverse=urut == "baru")


def test_nothing_from_outside_the_scope(tx: Tx, rina: Desa) -> None:
    banyak(tx)
    jauh = Saring(cari="jauh")
    assert rina.panel.daftar("kegiatan", jauh) == []
    assert rina.panel.daftar("kegiatan", Saring(desa=SANA)) == []
    assert rina.panel.jumlah("kegiatan", Saring(desa=SANA), 10) == 0
    assert [b.desa for b in koordinator(tx, SEMUA_WILAYAH, ADMIN).panel.daftar("kegiatan", jauh)] == [SANA]
    warga = OrangQ(tx).ambil(OrangQ(tx).tambah("Ani", "Asia/Jakarta", KINI), KINI)
    for apa in SUMBER:
        assert desa(tx, warga).panel.daftar(apa, Saring()) == []


def test_every_filter_takes_what_it_says(tx: Tx, rina: Desa) -> None:
    banyak(tx)

    def ada(**s: str) -> int:
        n = rina.panel.jumlah("kegiatan", Saring(**s), 100)
        assert n == len(rina.panel.daftar("kegiatan", Saring(**s), batas=100))
        return n

    assert ada() == 12
    assert ada(desa=SUKAMANAH) == 2
    assert ada(desa=KECAMATAN) == 12
    assert ada(nama="budi") == 4
    assert ada(nama="bu sari") == 8
    assert ada(dari="2026-11-12") == 6
    assert ada(dari="2026-11-11", sampai="2026-11-11") == 3
    assert ada(cari="k-2611-0003") == 1
    assert ada(cari="papan", nama="budi") == 4
    assert ada(jenis="AS11") == 12
    assert ada(jenis="AS01") == 0
    assert ada(status=KOSONG) == 12
    assert ada(status="setuju") == 0
    assert ada(cari="% _") == 12, "no sign of LIKE's own is one"
    assert rina.panel.jumlah("kegiatan", Saring(), 5) == 5, "counted no further"


@pytest.mark.parametrize(
    "kursor",
    ["", "x", "_", "2026_x", "_99999999999999999999", f"{'9' * 19}_1", "' OR 1=1_1", "٣_٣", "a" * 90 + "_1"],
)
def test_a_cursor_that_cannot_be_read_is_none(tx: Tx, rina: Desa, kursor: str) -> None:
    banyak(tx)
    for apa in SUMBER:
        for urut in (*URUT, "'; DROP TABLE kegiatan"):
            rina.panel.daftar(apa, Saring(urut=urut), kursor)
    assert len(rina.panel.daftar("kegiatan", Saring(), kursor)) in (0, 12)
    assert rina.panel.jumlah("kegiatan", Saring(), 100) == 12


def test_what_is_typed_is_never_sql(tx: Tx, rina: Desa) -> None:
    banyak(tx)
    jahat = "'); DELETE FROM kegiatan; --"
    for apa in SUMBER:
        for kolom in ("desa", "nama", "jenis", "status", "cari", "urut"):
            rina.panel.daftar(apa, dataclasses.replace(Saring(), **{kolom: jahat}))
    assert rina.panel.jumlah("kegiatan", Saring(), 100) == 12


def test_musyawarah_and_their_decisions_by_any_of_their_villages(tx: Tx, rina: Desa) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    d = desa(tx, sari)
    m = d.musdes.ambil(
        d.musdes.mulai(Mulai("rkp", (SUKAMAJU, SUKAMANAH), "2026-11-10", "19:30", judul="Musdes dua desa"))
    )
    assert m
    d.keputusan.tambah(m.id, IsiKeputusan("Rabat beton", "mufakat", pj="Kaur"))
    for kode in (SUKAMAJU, SUKAMANAH, KECAMATAN):
        assert [b.nomor for b in rina.panel.daftar(MUSDES, Saring(desa=kode))] == [m.nomor]
        (putusan,) = rina.panel.daftar(KEPUTUSAN, Saring(desa=kode, cari="beton"))
        assert (putusan.isi, putusan.nama, putusan.tanggal, putusan.status) == (
            "Rabat beton",
            "Kaur",
            "2026-11-10",
            "baru",
        )
    assert koordinator(tx, "11.01.01").panel.daftar(MUSDES, Saring()) == []


def test_tasks_are_those_one_gave_or_was_given(tx: Tx, rina: Desa) -> None:
    sari = pendamping(tx)
    rina.tugas.beri("Foto papan", date(2026, 11, 27), [sari.id], None)
    (satu,) = rina.panel.daftar(TUGAS, Saring(desa=SUKAMAJU, urut="desa"))
    assert (satu.isi, satu.status, satu.tanggal, satu.desa) == ("Foto papan", "terbuka", "2026-11-27", "")
    assert len(desa(tx, sari).panel.daftar(TUGAS, Saring(status="terbuka"))) == 1
    assert koordinator(tx).panel.daftar(TUGAS, Saring()) == []


def test_problems_are_filtered_by_the_reader_s_own_days_and_secret_ones_stay_secret(tx: Tx, rina: Desa) -> None:
    sari = pendamping(tx)
    for n, rahasia in enumerate((0, 1)):
        tx.run(
            "INSERT INTO masalah (nomor, desa, tema, isi, asal, orang_id, nama, rahasia, kanal, tujuan, tingkat, status, "
            "jawaban, dibuat, diubah) VALUES (?, ?, 'blt', 'BLT belum cair', 'warga', ?, '', ?, 'web', 'x', 'pld', 'baru', '', ?, ?)",
            (f"A-2611-900{n}", SUKAMAJU, sari.id, rahasia, KINI, KINI),
        )
    hari = HARI_INI.isoformat()
    (satu,) = rina.panel.daftar(MASALAH, Saring(dari=hari, sampai=hari))
    assert (satu.nomor, satu.tanggal) == ("A-2611-9000", hari)
    assert rina.panel.daftar(MASALAH, Saring(), satu.kursor) == []
    assert rina.panel.daftar(MASALAH, Saring(sampai="2026-11-20")) == []
    assert rina.panel.daftar(MASALAH, Saring(dari="2026-11-22")) == []
    assert isinstance(rina.masalah, MasalahQ)


def test_a_register_without_a_day_has_its_place_too(tx: Tx, rina: Desa) -> None:
    d = desa(tx, pendamping(tx))
    for n, hari in enumerate((None, "2026-11-01", None, "2026-11-03")):
        tx.run(
            "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, tanggal, dibuat, diubah) "
            "VALUES (?, 'aset', ?, ?, 'dipakai', '{}', ?, ?, ?, ?)",
            (f"AL-2611-900{n}", SUKAMAJU, f"Aset {n}", d.lingkup.orang_id, hari, KINI, KINI),
        )
    utuh = [b.nomor[-1] for b in rina.panel.daftar(REGISTER, Saring())]
    assert utuh == ["3", "1", "2", "0"]
    assert [n[-1] for n in semua(rina, REGISTER, Saring(), 1)] == utuh


def test_visits_by_person_and_places_by_code(tx: Tx, rina: Desa) -> None:
    sari, budi = banyak(tx)
    dari, sampai = date(2026, 11, 1), date(2026, 11, 30)
    assert rina.panel.kunjungan([sari.id, budi.id], dari, sampai) == {sari.id: 8, budi.id: 4}
    assert rina.panel.kunjungan([], dari, sampai) == {}
    assert rina.panel.kode(8) == [KECAMATAN]
    assert rina.panel.kode(5, "32") == ["32.03"]
    assert rina.panel.kode(8, "11") == []
    assert koordinator(tx, SEMUA_WILAYAH, ADMIN).panel.kode(5) == ["11.01", "32.03"]
    assert rina.menunggu.tiap_orang(KECAMATAN) == {sari.id: 8, budi.id: 2}, "where they are below"
