"""The year's plan: made once, counted from entries, decided by the level above, read only in scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.desa import Desa
from data.katalog.muat import KatalogSalah
from data.katalog.rencana import BERKAS, muat_rencana
from data.orang import PD, TAPM_KAB, Orang, OrangQ
from data.rencana import (
    DIAJUKAN,
    DISETUJUI,
    DRAF,
    KEMBALI,
    IsiButir,
    Kemajuan,
    Rencana,
    RencanaQ,
    menurut_pilar,
    rencana_bulan,
)
from data.rencana.fakta import syarat
from data.rencana.isi import BULAN, DICORET, ORANG
from data.rencana.lupakan import lupakan_rencana
from data.rencana.pekan import SEMUA, akhir, baca, pekan_dari, susun, tulis, urut
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi, pendamping

FISIK = IsiButir("AS11", 4, pekan=("10.2", "11.1", "11.2", "12.2"), uraian="Lihat papan proyek", pihak="TPK")
BLT = IsiButir("AS13", 12, BULAN, susun(range(1, 13), [1]), miskin=True, usul="blt")
KADER = IsiButir("PK03", 30, ORANG, ("11.1",))


def q(tx: Tx, orang: Orang, kini: int = KINI) -> RencanaQ:
    return desa(tx, orang, kini).rencana


def lama(tx: Tx) -> None:
    """Every plan was made in January."""
    tx.run("UPDATE rencana SET dibuat = ?", (int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()),))


def baca_ulang(tx: Tx, orang: Orang) -> Rencana:
    lama(tx)
    return q(tx, orang).milik(2026)[0]


def koordinator(tx: Tx, nama: str = "Bu Rina", peran: str = PD, kode: str = KECAMATAN) -> Orang:
    o = pendamping(tx, nama)
    tx.run("DELETE FROM penugasan WHERE orang_id = ?", (o.id,))
    WilayahQ(tx).kenalkan(kode)
    OrangQ(tx).tugaskan(o.id, peran, kode, date(2026, 1, 1), disahkan=True)
    return OrangQ(tx).ambil(o.id, KINI)


def catat(tx: Tx, orang: Orang, tanggal: str, kegiatan: str = "AS11", **lain: str | int | None) -> str:
    return desa(tx, orang).kegiatan.catat(isi(tanggal=tanggal, kegiatan=kegiatan, **lain), [], None)


def satu(semua: list[Kemajuan], kegiatan: str) -> Kemajuan:
    return next(m for m in semua if m.butir.kegiatan == kegiatan)


# -- weeks --------------------------------------------------------------------------------------------------------------


def test_a_month_has_four_weeks_and_the_last_takes_the_rest() -> None:
    assert len(SEMUA) == 48
    assert [pekan_dari(date(2026, 1, h)) for h in (1, 7, 8, 21, 22, 28, 29, 31)] == [
        "01.1", "01.1", "01.2", "01.3", "01.4", "01.4", "01.4", "01.4",
    ]  # fmt: skip
    assert akhir(2028, "02.4") == date(2028, 2, 29)
    assert akhir(2026, "02.1") == date(2026, 2, 7)
    for pekan in SEMUA:
        assert pekan_dari(akhir(2026, pekan)) == pekan


def test_weeks_are_stored_in_order_and_read_back() -> None:
    assert tulis(["11.4", "01.1", "11.4"]) == "01.1 11.4"
    assert baca("01.1 13.1 11.4 x") == ("01.1", "11.4")
    assert urut(susun([3, 1], [2, 1])) == ("01.1", "01.2", "03.1", "03.2")


# -- making and changing --------------------------------------------------------------------------------------------------


def test_one_plan_for_each_person_place_and_year(tx: Tx) -> None:
    sari = pendamping(tx)
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK, BLT], {"blt": "ada"})
    assert (r.nomor, r.status, r.nama, r.peran, r.fakta, r.resmi) == (
        "N-2611-0001",
        DRAF,
        "Bu Sari",
        "pld",
        {"blt": "ada"},
        False,
    )
    assert q(tx, sari).buat(SUKAMAJU, 2026, [KADER]) == r, "there is one"
    assert q(tx, sari).milik(2026) == [r]
    assert q(tx, sari).di(SUKAMAJU, 2026) == [r]
    assert q(tx, sari).ambil("n-2611-0001") == r
    butir = [m.butir for m in q(tx, sari).kemajuan(r)]
    assert [(b.kegiatan, b.target, b.satuan, b.miskin, b.usul) for b in butir] == [
        ("AS11", 4, "kali", False, ""), ("AS13", 12, "bulan", True, "blt"),
    ]  # fmt: skip
    assert butir[0].pekan == FISIK.pekan


def test_an_activity_stands_once_in_a_plan(tx: Tx) -> None:
    sari = pendamping(tx)
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK])
    assert q(tx, sari).tambah(r, BLT) == 2
    assert q(tx, sari).tambah(r, replace(FISIK, target=9)) == 1, "changing it is another word"
    assert [m.butir.target for m in q(tx, sari).kemajuan(r)] == [4, 12]
    b = q(tx, sari).butir(r, 1)
    assert b
    assert q(tx, sari).ubah(r, b, {"target": 9, "pekan": ("03.1",), "asing": 1})
    b = q(tx, sari).butir(r, 1)
    assert b
    assert (b.target, b.pekan, b.tanda) == (9, ("03.1",), "")
    assert not q(tx, sari).ubah(r, b, {"target": 9}), "nothing new"
    assert q(tx, sari).butir(r, 99) is None


def test_struck_out_and_taken_up_again(tx: Tx) -> None:
    sari = pendamping(tx)
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK, BLT])
    b = q(tx, sari).butir(r, 1)
    assert b
    assert q(tx, sari).coret(r, b)
    assert not q(tx, sari).coret(r, b)
    assert q(tx, sari).butir(r, 1) is None
    assert [m.butir.kegiatan for m in q(tx, sari).kemajuan(r)] == ["AS13"]
    assert q(tx, sari).kembalikan_butir(r, b)
    assert not q(tx, sari).kembalikan_butir(r, b)
    assert q(tx, sari).coret(r, b)
    assert q(tx, sari).tambah(r, FISIK) == 3, "its number is never another's"
    assert not q(tx, sari).kembalikan_butir(r, b), "another has taken its activity"


# -- counting -------------------------------------------------------------------------------------------------------------


def test_progress_is_counted_from_ones_own_entries_of_that_place_and_year(tx: Tx) -> None:
    sari, budi = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH), pendamping(tx, "Pak Budi")
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK, BLT, KADER, IsiButir("AS05", 1, "dokumen", ("06.1",))])
    catat(tx, sari, "2026-11-03")
    catat(tx, sari, "2026-01-01")
    catat(tx, sari, "2025-12-31")
    catat(tx, sari, "2026-11-04", desa=SUKAMANAH)
    catat(tx, budi, "2026-11-05")
    hapus = catat(tx, sari, "2026-11-06")
    kegiatan = desa(tx, sari).kegiatan
    k = kegiatan.ambil(hapus)
    assert k
    kegiatan.hapus(k)
    for hari in ("2026-03-02", "2026-03-09", "2026-04-02"):
        catat(tx, sari, hari, "AS13")
    catat(tx, sari, "2026-11-02", "PK03", peserta=12)
    catat(tx, sari, "2026-11-09", "PK03", peserta=11)
    catat(tx, sari, "2026-06-01", "AS05")
    maju = q(tx, sari).kemajuan(r)
    assert {m.butir.kegiatan: (m.tercapai, m.catatan, m.persen) for m in maju} == {
        "AS11": (2, 2, 50), "AS13": (2, 3, 16), "PK03": (23, 2, 76), "AS05": (None, 1, 0),
    }  # fmt: skip
    b = satu(maju, "AS05").butir
    assert q(tx, sari).ubah(r, b, {"capaian": 1})
    assert satu(q(tx, sari).kemajuan(r), "AS05").selesai
    assert [(p.pilar, p.butir, p.selesai, p.persen) for p in menurut_pilar(q(tx, sari).kemajuan(r))] == [
        ("asistensi", 3, 1, 55), ("kapasitas", 1, 0, 76),
    ]  # fmt: skip


def test_behind_are_the_weeks_that_passed_without_an_entry(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).buat(SUKAMAJU, 2026, [FISIK])
    r = baca_ulang(tx, sari)

    def lewat() -> tuple[str, ...]:
        return satu(q(tx, sari).kemajuan(r), "AS11").tertinggal

    assert lewat() == ("10.2", "11.1", "11.2"), "today is the 21st; December is still to come"
    catat(tx, sari, "2026-11-10")
    assert lewat() == ("10.2", "11.1")
    catat(tx, sari, "2026-11-18")
    assert lewat() == ("10.2",), "an entry in another week makes up for one of its month"
    catat(tx, sari, "2026-11-19")
    assert lewat() == (), "and else for the oldest"
    assert not satu(q(tx, sari).kemajuan(r), "AS11").selesai


def test_two_entries_in_one_planned_week_make_up_for_another(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).buat(SUKAMAJU, 2026, [FISIK])
    r = baca_ulang(tx, sari)
    catat(tx, sari, "2026-11-10")
    catat(tx, sari, "2026-11-11")
    assert satu(q(tx, sari).kemajuan(r), "AS11").tertinggal == ("10.2",)


def test_nothing_is_behind_once_the_target_is_reached(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).buat(SUKAMAJU, 2026, [replace(FISIK, target=1)])
    r = baca_ulang(tx, sari)
    catat(tx, sari, "2026-01-10")
    m = satu(q(tx, sari).kemajuan(r), "AS11")
    assert (m.selesai, m.persen, m.tertinggal) == (True, 100, ())


def test_a_week_that_was_over_when_the_plan_was_made_is_not_behind(tx: Tx) -> None:
    sari = pendamping(tx)
    r = q(tx, sari).buat(SUKAMAJU, 2026, [replace(FISIK, pekan=("10.2", "11.2", "11.3", "11.4"))])
    besok = q(tx, sari, KINI + 40 * HARI)
    assert satu(besok.kemajuan(r), "AS11").tertinggal == ("11.3", "11.4"), "it was made in the third week"


def test_the_last_day_of_a_week_is_not_behind_yet(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).buat(SUKAMAJU, 2026, [replace(FISIK, pekan=("11.3",))])
    r = baca_ulang(tx, sari)

    def lewat(hari: int) -> tuple[str, ...]:
        return satu(
            q(tx, sari, int(datetime(2026, 11, hari, 5, tzinfo=UTC).timestamp())).kemajuan(r), "AS11"
        ).tertinggal

    assert (lewat(21), lewat(22)) == ((), ("11.3",))


# -- deciding -------------------------------------------------------------------------------------------------------------


def test_handed_in_approved_changed_and_approved_again(tx: Tx) -> None:
    sari, rina = pendamping(tx), koordinator(tx)
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK, BLT])
    assert q(tx, sari).boleh_ajukan(r)
    assert q(tx, sari).pemutus(r) == [rina.id]
    assert not q(tx, rina).setujui(r, r.versi), "it was not handed in"
    assert q(tx, sari).ajukan(r)
    assert not q(tx, sari).ajukan(r)
    r = q(tx, rina).menunggu()[0]
    assert r.status == DIAJUKAN
    assert q(tx, rina).boleh_putus(r)
    b = q(tx, sari).butir(r, 1)
    assert b
    q(tx, sari).ubah(r, b, {"target": 5})
    assert not q(tx, rina).setujui(r, r.versi), "not what was looked at"
    r = q(tx, rina).menunggu()[0]
    assert not q(tx, rina).setujui(r, r.versi - 1), "nor what the button stands for"
    assert q(tx, rina).setujui(r, r.versi)
    assert q(tx, rina).menunggu() == []
    r = q(tx, sari).milik(2026)[0]
    assert (r.status, r.pemutus, r.diputus, r.resmi) == (DISETUJUI, "Bu Rina", KINI, True)

    b, blt = q(tx, sari).butir(r, 1), q(tx, sari).butir(r, 2)
    assert b
    assert blt
    q(tx, sari).ubah(r, b, {"target": 6})
    q(tx, sari).tambah(r, KADER)
    q(tx, sari).coret(r, blt)
    tanda = {m.butir.kegiatan: m.butir.tanda for m in q(tx, rina).kemajuan(r)}
    assert tanda == {"AS11": "berubah", "AS13": DICORET, "PK03": "baru"}
    r = q(tx, rina).menunggu()[0]
    assert q(tx, rina).ikhtisar(KECAMATAN, 2026)[0].ditandai == 3
    assert q(tx, rina).setujui(r, r.versi)
    assert {m.butir.kegiatan: m.butir.tanda for m in q(tx, rina).kemajuan(r)} == {"AS11": "", "PK03": ""}
    assert [s.apa for s in q(tx, sari).riwayat(r)][:5] == ["disetujui", "coret", "tambah", "ubah", "disetujui"]


def test_what_was_reached_is_no_change_of_the_plan(tx: Tx) -> None:
    sari, rina = pendamping(tx), koordinator(tx)
    r = q(tx, sari).buat(SUKAMAJU, 2026, [IsiButir("AS05", 2, "dokumen")])
    q(tx, sari).ajukan(r)
    r = q(tx, rina).menunggu()[0]
    q(tx, rina).setujui(r, r.versi)
    r = q(tx, sari).milik(2026)[0]
    b = q(tx, sari).butir(r, 1)
    assert b
    assert q(tx, sari).ubah(r, b, {"capaian": 1})
    assert q(tx, sari).milik(2026)[0].versi == r.versi
    assert q(tx, rina).menunggu() == []


def test_sent_back_with_a_reason_and_handed_in_again(tx: Tx) -> None:
    sari, rina = pendamping(tx), koordinator(tx)
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK])
    assert not q(tx, rina).kembalikan(r, "Belum diajukan")
    q(tx, sari).ajukan(r)
    assert q(tx, rina).kembalikan(q(tx, rina).menunggu()[0], "Targetnya kurang jelas")
    r = q(tx, sari).milik(2026)[0]
    assert (r.status, r.alasan, r.oleh) == (KEMBALI, "Targetnya kurang jelas", rina.id)
    assert q(tx, sari).ajukan(r)
    assert q(tx, sari).riwayat(r)[1].alasan == "Targetnya kurang jelas"


def test_nobody_decides_on_their_own_nor_out_of_scope(tx: Tx) -> None:
    sari, rina, lain = pendamping(tx), koordinator(tx), koordinator(tx, "Bu Jauh", PD, "32.03.09")
    hasan = koordinator(tx, "Pak Hasan", TAPM_KAB, "32.03")
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK])
    assert q(tx, lain).ambil(r.nomor) is None
    assert not q(tx, lain).boleh_putus(r)
    assert q(tx, lain).ikhtisar(KECAMATAN, 2026) == []
    assert not q(tx, sari).boleh_putus(r)
    assert not q(tx, rina).boleh_ubah(r)
    milik = q(tx, rina).buat(KECAMATAN, 2026, [FISIK])
    assert milik.peran == PD
    assert not q(tx, rina).boleh_putus(milik)
    assert q(tx, hasan).boleh_putus(milik)
    assert q(tx, rina).pemutus(milik) == [hasan.id]
    q(tx, rina).ajukan(milik)
    q(tx, sari).ajukan(r)
    assert [p.nomor for p in q(tx, hasan).menunggu()] == [r.nomor, milik.nomor]
    assert [p.nomor for p in q(tx, rina).menunggu()] == [r.nomor]


def test_nor_where_they_are_above_themselves(tx: Tx) -> None:
    rina = koordinator(tx)
    WilayahQ(tx).kenalkan("32.03")
    OrangQ(tx).tugaskan(rina.id, TAPM_KAB, "32.03", date(2026, 1, 1), disahkan=True)
    r = q(tx, rina).buat(KECAMATAN, 2026, [FISIK])
    q(tx, rina).ajukan(r)
    assert not q(tx, rina).boleh_putus(r)
    assert q(tx, rina).menunggu() == []


def test_by_their_own_word_they_plan_but_do_not_hand_in(tx: Tx) -> None:
    sari = pendamping(tx)
    tx.run("UPDATE penugasan SET disahkan = 0")
    r = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK])
    assert q(tx, sari).boleh_ubah(r)
    assert not q(tx, sari).boleh_ajukan(r)
    tx.run("INSERT INTO bumdes (desa, oleh, dibuat, diubah) VALUES (?, ?, 1, 1)", (SUKAMAJU, sari.id))
    assert q(tx, sari).fakta(SUKAMAJU, 2026) == {}, "the register is not theirs to read"


def test_a_handed_over_village_leaves_its_plan_to_read_and_to_go_on_from(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    lama = q(tx, sari).buat(SUKAMAJU, 2026, [FISIK])
    tx.run("UPDATE penugasan SET sampai = '2026-11-20' WHERE orang_id = ?", (sari.id,))
    OrangQ(tx).tugaskan(budi.id, "pld", SUKAMAJU, date(2026, 11, 21), disahkan=True)
    assert not q(tx, sari).boleh_ubah(lama)
    assert q(tx, sari).ambil(lama.nomor) == lama, "their own"
    assert q(tx, budi).sumber(SUKAMAJU, 2026) == [lama]
    baru = q(tx, budi).buat(SUKAMAJU, 2026, [FISIK])
    assert q(tx, budi).sumber(SUKAMAJU, 2027) == [baru, lama], "own first"
    assert q(tx, budi).di(SUKAMAJU, 2026) == [baru, lama]


def test_places_to_plan_for_are_ones_own_and_the_kecamatan(tx: Tx) -> None:
    sari, rina = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH), koordinator(tx)
    assert q(tx, sari).tempat == {SUKAMAJU: "pld", SUKAMANAH: "pld", KECAMATAN: "pld"}
    assert q(tx, rina).tempat == {KECAMATAN: PD}


# -- the coordinator's view -----------------------------------------------------------------------------------------------


def test_who_needs_company_first(tx: Tx) -> None:
    rina = koordinator(tx)
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH, f"{KECAMATAN}.2005", f"{KECAMATAN}.2007")
    biasa = q(tx, sari).buat(f"{KECAMATAN}.2005", 2026, [FISIK])
    ajuan = q(tx, sari).buat(SUKAMANAH, 2026, [BLT])
    kembali = q(tx, sari).buat(f"{KECAMATAN}.2007", 2026, [BLT])
    q(tx, sari).ajukan(ajuan)
    q(tx, sari).ajukan(kembali)
    q(tx, rina).kembalikan(next(r for r in q(tx, rina).menunggu() if r.desa == kembali.desa), "Kurang")
    lama(tx)
    semua = q(tx, rina).ikhtisar(KECAMATAN, 2026)
    assert [(i.desa[-4:], i.rencana is not None) for i in semua] == [
        ("2017", True), ("2013", False), ("2007", True), ("2005", True),
    ]  # fmt: skip
    assert [i.menunggu for i in semua] == [True, False, False, False]
    assert (semua[3].butir, semua[3].tertinggal, semua[3].persen) == (1, 1, 0)
    assert biasa.desa == semua[3].desa


# -- what a starter plan is fitted to ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "langkah", "aktif", "harap"),
    [
        ("", 0, "", "belum_ada"),
        ("BUM Desa Sukamaju", 3, "", "bukan_hukum"),
        ("BUM Desa Sukamaju", 0, "aktif", "bukan_hukum"),
        ("BUM Desa Sukamaju", 2, "tidak", "tidak_aktif"),
        ("BUM Desa Sukamaju", 8, "aktif", "aktif"),
        ("BUM Desa Sukamaju", 8, "belum_usaha", "tidak_aktif"),
        ("BUM Desa Sukamaju", 8, "", None),
    ],
)
def test_what_the_register_of_bum_desa_says(tx: Tx, nama: str, langkah: int, aktif: str, harap: str | None) -> None:
    sari = pendamping(tx)
    tx.run(
        "INSERT INTO bumdes (desa, nama, langkah, aktif, oleh, dibuat, diubah) VALUES (?, ?, ?, ?, ?, 1, 1)",
        (SUKAMAJU, nama, langkah, aktif, sari.id),
    )
    assert q(tx, sari).fakta(SUKAMAJU, 2027).get("bumdes") == harap


def test_registers_speak_before_what_was_answered(tx: Tx) -> None:
    sari = pendamping(tx)
    assert q(tx, sari).fakta(SUKAMAJU, 2027) == {}
    q(tx, sari).buat(SUKAMAJU, 2026, [], {"blt": "tidak", "indeks": "entah", "bumdes": "aktif", "asing": "x"})
    assert q(tx, sari).fakta(SUKAMAJU, 2027) == {"blt": "tidak", "bumdes": "aktif"}
    assert q(tx, sari).fakta(SUKAMAJU, 2028) == {}, "what was said two years ago is asked again"
    tx.run(
        "INSERT INTO blt (desa, tahun, keluarga, bulanan, oleh, dibuat, diubah) VALUES (?, 2026, 40, 1, ?, 1, 1)",
        (SUKAMAJU, sari.id),
    )
    tx.run(
        "INSERT INTO indeks_desa (desa, tahun, status, oleh, diubah) VALUES (?, 2025, 'maju', ?, 1)",
        (SUKAMAJU, sari.id),
    )
    assert q(tx, sari).fakta(SUKAMAJU, 2027) == {"blt": "ada", "bumdes": "aktif", "indeks": "maju"}


def test_the_starter_plan_fits_the_village() -> None:
    def usul(**fakta: str) -> set[str]:
        return {u.kode for u in muat_rencana().untuk("desa", syarat(fakta))}

    dasar = usul()
    assert usul(bumdes="entah", blt="entah", indeks="entah") == dasar, "what nobody knows proposes nothing"
    assert usul(bumdes="bukan_hukum") - dasar == {"bumdes_hukum", "latih_bumdes"}
    assert usul(bumdes="tidak_aktif") - dasar == {"bumdes_hidup", "latih_bumdes"}
    assert usul(bumdes="aktif") - dasar == {"bumdes_usaha"}
    assert usul(blt="ada") - dasar == {"blt", "latih_miskin"}
    assert usul(blt="tidak") == dasar
    assert usul(indeks="tertinggal") - dasar == {"indeks", "kelompok"}
    assert usul(indeks="mandiri") == dasar
    for u in muat_rencana().semua:
        assert u.sebab, u.kode
    pilar = {p.pilar for p in menurut_pilar(_maju())}
    assert len(pilar) == 4, "all four pillars"
    assert muat_rencana().menurut_kode("tiada") is None


def _maju() -> list[Kemajuan]:
    from data.rencana.hitung import maju
    from data.rencana.isi import Butir

    semua = muat_rencana().untuk("desa", ["selalu"])
    return [maju(Butir(u.kegiatan, u.target, u.satuan), [], 2026, date(2026, 1, 1), date(2026, 11, 21)) for u in semua]


def test_a_mistake_in_the_starter_plan_stops_the_start(tmp_path: Path) -> None:
    teks = BERKAS.read_text("utf-8")
    for salah, harap in (("AS01", "AS99"), ('kode = "rkp"', 'kode = "musdus"'), ("bulan = [5, 6]", "bulan = [13]")):
        berkas = tmp_path / "rencana.toml"
        berkas.write_text(teks.replace(salah, harap, 1), "utf-8")
        with pytest.raises(KatalogSalah):
            muat_rencana(berkas)


# -- the reminder ---------------------------------------------------------------------------------------------------------


def test_the_reminder_speaks_on_the_first_working_day_of_a_month(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).buat(SUKAMAJU, 2026, [FISIK, BLT, KADER])
    lama(tx)

    def bulan(hari: date) -> tuple[int, int] | None:
        satu = rencana_bulan(tx, [sari.id], {sari.id: hari}).get(sari.id)
        return (satu.bulan_ini, satu.tertinggal) if satu else None

    assert bulan(date(2026, 11, 1)) is None, "a Sunday"
    assert bulan(date(2026, 11, 2)) == (3, 2)
    assert bulan(date(2026, 11, 3)) is None
    assert bulan(date(2026, 11, 20)) is None
    assert bulan(date(2026, 12, 1)) == (2, 3)
    tx.run("UPDATE penugasan SET sampai = '2026-11-20'")
    assert bulan(date(2026, 12, 1)) is None, "handed over"
    assert rencana_bulan(tx, [], {}) == {}


def test_nothing_is_said_of_what_is_done_or_not_planned(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).buat(SUKAMAJU, 2026, [replace(FISIK, target=1)])
    lama(tx)
    catat(tx, sari, "2026-11-01")
    hari = {sari.id: date(2026, 11, 2)}
    assert rencana_bulan(tx, [sari.id], hari) == {}


def test_the_facade_is_there(tx: Tx) -> None:
    sari = pendamping(tx)
    d: Desa = desa(tx, sari, KINI + HARI)
    assert d.rencana is d.rencana


# -- going ------------------------------------------------------------------------------------------------------------------


def test_of_a_plan_that_was_never_approved_the_words_go(tx: Tx) -> None:
    sari, rina = pendamping(tx), koordinator(tx)
    satu_, dua = (
        q(tx, sari).buat(SUKAMAJU, 2026, [FISIK]),
        q(tx, sari).buat(SUKAMAJU, 2027, [FISIK, replace(BLT, pihak="Pak Kaur")]),
    )
    q(tx, sari).ajukan(dua)
    q(tx, rina).kembalikan(q(tx, rina).menunggu()[0], "Karena Bu Sari begitu")
    q(tx, sari).ajukan(q(tx, sari).milik(2027)[0])
    r = q(tx, rina).menunggu()[0]
    q(tx, rina).setujui(r, r.versi)
    b = q(tx, sari).butir(r, 2)
    assert b
    q(tx, sari).coret(q(tx, sari).milik(2027)[0], b)
    assert len(desa(tx, sari).data_saya.satu("rencana")) == 3
    lupakan_rencana(tx, sari.id)
    sisa = tx.all("SELECT rencana_id, urutan, uraian, pihak FROM rencana_butir ORDER BY rencana_id, urutan")
    assert [(r_["rencana_id"], r_["urutan"], r_["uraian"], r_["pihak"]) for r_ in sisa] == [
        (satu_.id, 1, "", ""), (dua.id, 1, "Lihat papan proyek", "TPK"), (dua.id, 2, "", ""),
    ]  # fmt: skip
    assert {row["alasan"] for row in tx.all("SELECT alasan FROM rencana")} == {""}


def test_reasons_of_who_sent_it_back_go_with_them(tx: Tx) -> None:
    sari, rina = pendamping(tx), koordinator(tx)
    q(tx, sari).ajukan(q(tx, sari).buat(SUKAMAJU, 2026, [FISIK]))
    q(tx, rina).kembalikan(q(tx, rina).menunggu()[0], "Kata Bu Rina")
    lupakan_rencana(tx, rina.id)
    r = q(tx, sari).milik(2026)[0]
    assert (r.alasan, q(tx, sari).kemajuan(r)[0].butir.uraian) == ("", "Lihat papan proyek")


# -- found by their words ---------------------------------------------------------------------------------------------------


def test_plans_are_found_by_their_activities_and_only_in_scope(tx: Tx) -> None:
    sari, rina, lain = pendamping(tx), koordinator(tx), koordinator(tx, "Bu Jauh", PD, "32.03.09")
    r = q(tx, sari).buat(SUKAMAJU, 2027, [FISIK, replace(BLT, pihak="Kaur keuangan")])

    def cari(orang: Orang, kata: str) -> list[str]:
        return [t.nomor for t in desa(tx, orang).cari.temukan(kata).temuan]

    assert cari(rina, "papan proyek") == cari(sari, "rencana 2027") == cari(sari, "kaur keuangan") == [r.nomor]
    assert cari(lain, "papan proyek") == []
    b = q(tx, sari).butir(r, 2)
    assert b
    q(tx, sari).coret(r, b)
    assert cari(sari, "kaur keuangan") == []
    lupakan_rencana(tx, sari.id)
    assert cari(rina, "papan") == [], "of what was never approved the words go"
    assert cari(rina, "pantau fisik") == [r.nomor]
