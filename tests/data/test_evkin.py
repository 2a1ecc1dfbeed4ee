"""What a quarter holds for those who assess it: one's own rows within the days that count, and counts of those below."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from data.desa import Desa
from data.evkin_isi import Binaan
from data.keputusan import BATAL, SELESAI, IsiKeputusan
from data.masalah.lapor import Laporan
from data.musdes.musdes import Mulai
from data.orang import ADMIN, PD, PLD, TAPM_KAB, Orang, OrangQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi, pendamping

NOVEMBER = int(datetime(2026, 11, 10, 3, 0, tzinfo=UTC).timestamp())
T4 = "2026-T4"


def orang(tx: Tx, nama: str, peran: str, *wilayah: str, disahkan: bool = True) -> Orang:
    semua = OrangQ(tx)
    id_ = semua.tambah(nama, WIB, KINI)
    for kode in wilayah:
        if "." in kode:
            WilayahQ(tx).kenalkan(kode)
        semua.tugaskan(id_, peran, kode, date(2026, 10, 1), disahkan=disahkan)
    return semua.ambil(id_, KINI)


def catat(d: Desa, **lain: Any) -> str:
    return d.kegiatan.catat(isi(**lain), [], None)


def test_the_quarter_is_the_calendars_word(tx: Tx) -> None:
    q = desa(tx, pendamping(tx)).evkin
    m = q.masa("2026-T2")
    assert (m.dari, m.sampai, m.akhir) == (date(2026, 4, 1), date(2026, 6, 30), date(2026, 6, 30))
    assert m.tenggat == date(2026, 7, 3)
    m = q.masa(T4)
    assert (m.dari, m.sampai, m.akhir) == (date(2026, 10, 1), date(2026, 11, 15), date(2026, 12, 31))
    assert (m.tenggat, m.menurut) == (date(2027, 1, 3), "")
    for salah in ("2026", "2026-T5", "", "1999-T1"):
        with pytest.raises(ValueError):
            q.masa(salah)


def test_a_kabupaten_that_has_set_its_own_day_is_followed(tx: Tx) -> None:
    sari = pendamping(tx)
    tx.run(
        "INSERT INTO kalender_daerah (kode, acara, periode, tanggal, nama, sumber, oleh, dibuat) "
        "VALUES ('32.03', 'P03', ?, '2027-01-04', '', 'SE Dinas PMD', ?, 1)",
        (T4, sari.id),
    )
    m = desa(tx, sari).evkin.masa(T4)
    assert m.tenggat == date(2027, 1, 4)
    assert m.menurut


def test_own_entries_within_the_days_and_those_that_come_too_late(tx: Tx) -> None:
    d = desa(tx, pendamping(tx))
    lain = desa(tx, pendamping(tx, "Pak Budi"))
    for hari in ("2026-09-30", "2026-10-01", "2026-11-15", "2026-11-16", "2026-11-20"):
        catat(d, tanggal=hari)
    catat(lain, tanggal="2026-10-02")
    terhapus = d.kegiatan.ambil(catat(d, tanggal="2026-10-03"))
    assert terhapus
    d.kegiatan.hapus(terhapus)
    masa = d.evkin.masa(T4)
    assert [k.tanggal for k in d.evkin.catatan(masa)] == ["2026-10-01", "2026-11-15"]
    assert d.evkin.sesudah(masa) == {SUKAMAJU: 2}


def test_days_of_leave_without_their_reason(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    for siapa, dari, sampai, batal in (
        (sari, "2026-09-29", "2026-10-02", None),
        (sari, "2026-11-14", "2026-11-18", None),
        (sari, "2026-10-20", "2026-10-20", 1),
        (budi, "2026-10-21", "2026-10-21", None),
    ):
        tx.run(
            "INSERT INTO cuti (orang_id, dari, sampai, alasan, dibuat, dibatalkan) VALUES (?, ?, ?, 'sakit', 1, ?)",
            (siapa.id, dari, sampai, batal),
        )
    q = desa(tx, sari).evkin
    assert q.cuti(q.masa(T4)) == {date(2026, 10, 1), date(2026, 10, 2), date(2026, 11, 14), date(2026, 11, 15)}


def test_musdes_that_the_person_recorded_or_has_an_entry_of(tx: Tx) -> None:
    sari, budi = desa(tx, pendamping(tx)), desa(tx, pendamping(tx, "Pak Budi"))
    WilayahQ(tx).kenalkan(SUKAMANAH)
    milik = sari.musdes.mulai(Mulai("rkp", (SUKAMAJU, SUKAMANAH), "2026-10-20", "19:30"))
    sari.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-16", "19:30"))
    ikut = budi.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-10-21", "19:30"))
    budi.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-10-22", "19:30"))
    k = catat(sari, tanggal="2026-10-21")
    tx.run("UPDATE kegiatan SET musdes_id = (SELECT id FROM musdes WHERE nomor = ?) WHERE nomor = ?", (ikut, k))
    semua = sari.evkin.musdes(sari.evkin.masa(T4))
    assert [(m.nomor, m.desa) for m in semua] == [(milik, (SUKAMAJU, SUKAMANAH)), (ikut, (SUKAMAJU,))]


def test_decisions_done_in_that_time_by_ones_own_mark_or_given_to_one(tx: Tx) -> None:
    o, b = pendamping(tx), pendamping(tx, "Pak Budi")
    sari, budi = desa(tx, o, NOVEMBER), desa(tx, b, NOVEMBER)
    m = sari.musdes.ambil(sari.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-10-20", "19:30")))
    assert m
    nomor = [sari.keputusan.tambah(m.id, IsiKeputusan(f"Putusan {n}")) for n in range(5)]
    pj = sari.keputusan.tambah(m.id, IsiKeputusan("Untuk Sari", pj="Bu Sari", pj_orang=o.id))

    def tandai(d: Desa, satu: str, status: str) -> None:
        k = d.keputusan.ambil(satu)
        assert k
        assert d.keputusan.tandai(k, status, "Ada buktinya.")

    tandai(sari, nomor[0], SELESAI)
    tandai(budi, nomor[1], SELESAI)
    tandai(sari, nomor[2], BATAL)
    tandai(desa(tx, o, NOVEMBER + 10 * HARI), nomor[3], SELESAI)
    tandai(budi, pj, SELESAI)
    semua = sari.evkin.keputusan(sari.evkin.masa(T4))
    assert [(k.nomor, k.isi, k.selesai, k.desa) for k in semua] == [
        (nomor[0], "Putusan 0", date(2026, 11, 10), (SUKAMAJU,)),
        (pj, "Untuk Sari", date(2026, 11, 10), (SUKAMAJU,)),
    ]


def test_problems_that_the_person_brought_but_none_that_is_secret(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    d = desa(tx, sari, NOVEMBER)
    m, _ = d.masalah.lapor(Laporan(SUKAMAJU, "pembangunan", "Jembatan putus.", "pendamping"), [], "", None)
    d.masalah.lapor(Laporan(SUKAMAJU, "pembangunan", "Rahasia.", "pendamping", rahasia=True), [], "", None)
    ditarik, _ = d.masalah.lapor(Laporan(SUKAMAJU, "pembangunan", "Keliru.", "pendamping"), [], "", None)
    assert d.masalah.tarik(ditarik)
    d.masalah.lapor(Laporan(SUKAMAJU, "pembangunan", "Sebagai warga.", "warga"), [], "", None)
    desa(tx, budi, NOVEMBER).masalah.lapor(Laporan(SUKAMAJU, "blt", "Lain.", "pendamping"), [], "", None)
    desa(tx, sari, NOVEMBER + 9 * HARI).masalah.lapor(Laporan(SUKAMAJU, "blt", "Telat.", "pendamping"), [], "", None)
    semua = d.evkin.masalah(d.evkin.masa(T4))
    assert [(s.nomor, s.tema, s.status, s.tanggal, s.desa) for s in semua] == [
        (m.nomor, "pembangunan", "baru", date(2026, 11, 10), SUKAMAJU)
    ]


def test_those_below_are_counted_where_one_is_confirmed(tx: Tx) -> None:
    sari, _budi = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH), pendamping(tx, "Pak Budi", SUKAMANAH)
    orang(tx, "Belum Sah", PLD, SUKAMAJU, disahkan=False)
    rina = desa(tx, orang(tx, "Bu Rina", PD, KECAMATAN))
    d = desa(tx, sari)
    catat(d, tanggal="2026-10-02")
    catat(d, tanggal="2026-10-02", jam="13:00-14:00", menit=60, desa=SUKAMANAH)
    catat(d, tanggal="2026-10-03", desa=KECAMATAN, cara="koordinasi")
    catat(d, tanggal="2026-10-04", desa=KECAMATAN)  # moved there from a village
    catat(d, tanggal="2026-11-20")
    masa = rina.evkin.masa(T4)
    (tugas,) = rina.evkin.tugas()
    assert rina.evkin.binaan(tugas, masa) == [
        Binaan("Bu Sari", PLD, (SUKAMAJU, SUKAMANAH), 4, 1, 2),
        Binaan("Pak Budi", PLD, (SUKAMANAH,), 0, 0, 0),
    ]
    assert rina.evkin.dikunjungi(KECAMATAN, masa) == {SUKAMAJU, SUKAMANAH}
    assert rina.evkin.dikunjungi("32.03.09", masa) is None, "out of scope"
    yayan = desa(tx, orang(tx, "Pak Yayan", TAPM_KAB, "32.03"))
    assert [b.nama for b in yayan.evkin.binaan(yayan.evkin.tugas()[0], masa)] == ["Bu Rina"], "the nearest level"
    lain = desa(tx, orang(tx, "Bu Lain", PD, KECAMATAN, disahkan=False))
    assert lain.evkin.binaan(lain.evkin.tugas()[0], masa) == []
    assert lain.evkin.dikunjungi(KECAMATAN, masa) is None


def test_what_one_is_assessed_for(tx: Tx) -> None:
    sari = desa(tx, pendamping(tx, "Bu Sari", SUKAMANAH, SUKAMAJU))
    assert [t.wilayah for t in sari.evkin.tugas()] == [SUKAMAJU, SUKAMANAH]
    assert sari.evkin.binaan(sari.evkin.tugas()[0], sari.evkin.masa(T4)) == [], "a PLD has nobody below"
    admin = desa(tx, orang(tx, "Admin", ADMIN, "32.03"))
    assert admin.evkin.tugas() == []
