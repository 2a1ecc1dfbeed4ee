"""BUM Desa and KDMP: a step at a time, the days of an approved name, and one history a village."""

from __future__ import annotations

from datetime import date

import pytest

from data.bumdes import JumlahBumdes, terlama
from data.desa import Desa
from data.libur import kalender
from data.orang import CAMAT, PD, OrangQ
from data.pengingat.nama_bumdes import nama_habis, tandai_nama
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, desa, pendamping

JUMAT = date(2026, 11, 20)


def di(tx: Tx, kini: int = KINI) -> Desa:
    return desa(tx, pendamping(tx, f"Bu Sari {kini}"), kini)


def lain(tx: Tx, peran: str, wilayah: str) -> Desa:
    id_ = OrangQ(tx).tambah(peran, "Asia/Jakarta", KINI)
    WilayahQ(tx).kenalkan(wilayah)
    OrangQ(tx).tugaskan(id_, peran, wilayah, date(2026, 1, 1), disahkan=True)
    return desa(tx, OrangQ(tx).ambil(id_, KINI))


def test_a_step_is_kept_with_its_day_and_the_history_keeps_all(tx: Tx) -> None:
    b = di(tx).bumdes
    kosong = b.ambil(SUKAMAJU)
    assert kosong
    assert (kosong.langkah, kosong.diubah, kosong.berjalan) == (0, 0, False)
    assert b.gerakkan(SUKAMAJU, 1, date(2026, 10, 1))
    assert not b.gerakkan(SUKAMAJU, 1, date(2026, 10, 1)), "it stands so"
    assert b.gerakkan(SUKAMAJU, 1, date(2026, 10, 2)), "another day is a correction"
    assert b.gerakkan(SUKAMAJU, 3, date(2026, 10, 28))
    satu = b.ambil(SUKAMAJU)
    assert satu
    assert (satu.langkah, satu.langkah_tanggal, satu.nama_disetujui) == (3, "2026-10-28", "2026-10-28")
    assert [(g.langkah, g.tanggal) for g in b.langkah(SUKAMAJU)] == [
        (3, "2026-10-28"), (1, "2026-10-02"), (1, "2026-10-01"),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no step 9"):
        b.gerakkan(SUKAMAJU, 9, JUMAT)


def test_back_only_with_a_reason_and_the_approval_goes_with_it(tx: Tx) -> None:
    b = di(tx).bumdes
    b.gerakkan(SUKAMAJU, 3, date(2026, 10, 28))
    b.gerakkan(SUKAMAJU, 5, date(2026, 11, 10))
    satu = b.ambil(SUKAMAJU)
    assert satu
    assert satu.nama_disetujui == "2026-10-28", "later steps keep it"
    with pytest.raises(ValueError, match="reason"):
        b.gerakkan(SUKAMAJU, 1, JUMAT)
    assert b.gerakkan(SUKAMAJU, 1, JUMAT, alasan="Nama diajukan lagi.")
    satu = b.ambil(SUKAMAJU)
    assert satu
    assert (satu.langkah, satu.nama_disetujui) == (1, None)
    assert b.langkah(SUKAMAJU)[0].catatan == "Nama diajukan lagi."
    b.gerakkan(SUKAMAJU, 2, JUMAT)
    assert b.gerakkan(SUKAMAJU, 1, JUMAT), "after a correction the name is sent in again: no step back"


def test_forty_working_days_by_the_place_s_own_days_off(tx: Tx) -> None:
    d = di(tx)
    d.bumdes.gerakkan(SUKAMAJU, 3, date(2026, 10, 28))
    b = d.bumdes.ambil(SUKAMAJU)
    assert b
    sisa = d.bumdes.sisa_nama(b)
    assert sisa
    kal = kalender(tx, SUKAMAJU, date(2026, 10, 28), sisa.sampai)
    hari = [date.fromordinal(n) for n in range(date(2026, 10, 29).toordinal(), sisa.sampai.toordinal() + 1)]
    assert sum(map(kal.hari_kerja, hari)) == 40
    assert kal.hari_kerja(sisa.sampai)
    assert (sisa.sisa, sisa.lengkap) == (sum(map(kal.hari_kerja, [h for h in hari if h > JUMAT])), True)
    sql = "INSERT INTO libur_daerah (kode, tanggal, nama, libur, oleh, dibuat) VALUES (?, ?, 'x', 1, ?, 0)"
    tx.run(sql, ("32.03", "2026-11-25", d.lingkup.orang_id))
    lagi = d.bumdes.sisa_nama(b)
    assert lagi
    assert lagi.sampai > sisa.sampai, "a local day off makes it longer"
    assert d.bumdes.gerakkan(SUKAMAJU, 6, JUMAT)
    b = d.bumdes.ambil(SUKAMAJU)
    assert b
    assert d.bumdes.sisa_nama(b) is None, "the papers are in: nothing runs any more"


def test_a_year_without_a_list_counts_weekends_and_says_so(tx: Tx) -> None:
    d = di(tx)
    d.bumdes.gerakkan(SUKAMAJU, 3, date(2041, 12, 2))
    b = d.bumdes.ambil(SUKAMAJU)
    assert b
    sisa = d.bumdes.sisa_nama(b)
    assert sisa
    assert (sisa.sampai.year, sisa.lengkap) == (2042, False)


def test_days_past_the_end_are_below_zero(tx: Tx) -> None:
    d = di(tx, KINI + 5 * HARI)
    d.bumdes.gerakkan(SUKAMAJU, 3, date(2026, 9, 21))
    b = d.bumdes.ambil(SUKAMAJU)
    assert b
    sisa = d.bumdes.sisa_nama(b)
    assert sisa
    assert sisa.sisa < 0


def test_each_change_of_a_card_is_in_its_history_and_no_other_column_is(tx: Tx) -> None:
    d = di(tx)
    assert d.bumdes.ubah(SUKAMAJU, {"modal": 75_000_000, "aktif": "aktif"})
    assert not d.bumdes.ubah(SUKAMAJU, {"modal": 75_000_000})
    assert d.bumdes.ubah(SUKAMAJU, {"modal": None})
    assert [(p.kolom, p.sebelum, p.sesudah) for p in d.bumdes.riwayat(SUKAMAJU)] == [
        ("modal", "75000000", ""), ("aktif", "", "aktif"), ("modal", "", "75000000"),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="langkah"):
        d.bumdes.ubah(SUKAMAJU, {"langkah": 8})
    assert d.kdmp.ubah(SUKAMAJU, {"gedung": 60, "nama": "KDMP Sukamaju"})
    k = d.kdmp.ambil(SUKAMAJU)
    assert k
    assert (k.gedung, k.nama, k.badan_hukum) == (60, "KDMP Sukamaju", "")
    assert len(d.kdmp.riwayat(SUKAMAJU)) == 2


def test_what_is_out_of_scope_is_as_if_it_were_not(tx: Tx) -> None:
    d, budi = di(tx), desa(tx, pendamping(tx, "Pak Budi", SUKAMANAH))
    d.bumdes.gerakkan(SUKAMAJU, 1, JUMAT)
    d.kdmp.ubah(SUKAMAJU, {"nama": "x"})
    for q in (budi.bumdes, budi.kdmp):
        assert q.ambil(SUKAMAJU) is None
        assert q.riwayat(SUKAMAJU) == []
        assert not q.ubah(SUKAMAJU, {"nama": "y"})
    assert budi.bumdes.langkah(SUKAMAJU) == []
    assert not budi.bumdes.gerakkan(SUKAMAJU, 2, JUMAT)
    assert budi.bumdes.jumlah(KECAMATAN, 8) == []
    camat = lain(tx, CAMAT, KECAMATAN)
    assert camat.bumdes.ambil(SUKAMAJU)
    assert not camat.bumdes.gerakkan(SUKAMAJU, 3, JUMAT), "who only reads moves nothing"


def test_the_one_that_is_stuck_longest_stands_first(tx: Tx) -> None:
    rina = lain(tx, PD, KECAMATAN)
    kode = [f"{KECAMATAN}.{n}" for n in (2005, 2007, 2013, 2017, 2001)]
    for satu, langkah, hari in ((kode[0], 8, 1), (kode[1], 4, 9), (kode[2], 3, 2), (kode[3], 0, 3)):
        rina.bumdes.gerakkan(satu, langkah, date(2026, 11, hari))
    urut = [b.desa for b in terlama(rina.bumdes.banyak(kode))]
    assert urut == [kode[2], kode[1], kode[3], kode[4], kode[0]]
    assert rina.bumdes.jumlah(KECAMATAN, 8) == [JumlahBumdes(KECAMATAN, 4, 0, 1, 2)]


@pytest.mark.parametrize(("lewat", "langkah"), [(0, None), (19, 10), (28, 3), (33, 3), (60, None)])
def test_ten_and_three_working_days_before_it_is_told_once(tx: Tx, lewat: int, langkah: int | None) -> None:
    sari = pendamping(tx)
    desa(tx, sari).bumdes.gerakkan(SUKAMAJU, 3, date(2026, 10, 28))  # until 23 December
    hari = {sari.id: date.fromordinal(JUMAT.toordinal() + lewat)}
    semua = nama_habis(tx, [sari.id], hari).get(sari.id, [])
    assert [n.langkah for n in semua] == ([] if langkah is None else [langkah])
    tandai_nama(tx, sari.id, semua, KINI)
    tandai_nama(tx, sari.id, semua, KINI)
    assert nama_habis(tx, [sari.id], hari) == {}


def test_only_those_who_work_there_are_told(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    desa(tx, sari).bumdes.gerakkan(SUKAMAJU, 3, date(2026, 10, 28))
    hari = dict.fromkeys((sari.id, budi.id), date(2026, 12, 21))
    assert list(nama_habis(tx, [sari.id, budi.id], hari)) == [sari.id]
    tx.run("UPDATE penugasan SET sampai = '2026-12-01' WHERE orang_id = ?", (sari.id,))
    assert nama_habis(tx, [sari.id, budi.id], hari) == {}
