"""Who hears of which deadline on which day, and what of it is done."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

import pytest

from data.kalender import LEWAT, NAIK, TenggatDesa, jatuh_tempo, lewat, mendatang, tandai_umum
from data.orang import PD, PLD, TAPM_KAB, TAPM_PROV, Orang, OrangQ, tanggal_lokal
from data.store import Param, Row, Tx
from data.store.tx import TextMatch
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, WIB
from tests.data.test_penugasan import orang

SEHARI = timedelta(days=1)
CIANJUR, JABAR = "32.03", "32"
TENGAH, TIMUR = "53.01.04.2003", "91.03.01.2004"
ZONA = {WIB: SUKAMAJU, "Asia/Makassar": TENGAH, "Asia/Jayapura": TIMUR}
EMPAT = (f"{KECAMATAN}.2005", f"{KECAMATAN}.2007", SUKAMAJU, SUKAMANAH)
APBDES = date(2026, 12, 31)
"""K26: steps H-45 and H-14."""


@pytest.fixture
def sari(tx: Tx) -> Orang:
    return orang(tx, "Bu Sari", PLD, *EMPAT)


def pada(tx: Tx, siapa: Orang, hari: date, *, tandai: bool = True) -> dict[str, TenggatDesa]:
    """What that person is told on that day, by item; told it is, unless the test says otherwise."""
    semua = jatuh_tempo(tx, [siapa.id], {siapa.id: hari}).get(siapa.id, [])
    if tandai:
        tandai_umum(tx, {siapa.id: semua}, KINI)
    assert len({(t.acara, t.periode if t.periode.count("-") == 2 else "") for t in semua}) == len(semua)
    return {t.acara: t for t in semua}


def setahun(tx: Tx, siapa: Orang, acara: str, dari: date, sampai: date) -> list[tuple[date, int]]:
    """(day, step) of every time that item is told, when the clock ticks every day."""
    hasil, hari = [], dari
    while hari <= sampai:
        if satu := pada(tx, siapa, hari).get(acara):
            hasil.append((hari, satu.langkah))
        hari += SEHARI
    return hasil


def daerah(tx: Tx, kode: str, acara: str, periode: str, tanggal: str | None, nama: str = "") -> None:
    tx.run(
        "INSERT INTO kalender_daerah (kode, acara, periode, tanggal, nama, sumber, dibuat) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (kode, acara, periode, tanggal, nama, "Perbup 1/2026", KINI),
    )


def peristiwa(tx: Tx, siapa: Orang, desa: str, jenis: str, tanggal: date) -> None:
    tx.run(
        "INSERT INTO peristiwa_desa (desa, jenis, tanggal, oleh, dibuat) VALUES (?, ?, ?, ?, ?)",
        (desa, jenis, tanggal.isoformat(), siapa.id, KINI),
    )


def siklus(tx: Tx, desa: str, tahun: int, dokumen: str, tahap: str) -> None:
    tx.run(
        "INSERT INTO siklus (desa, tahun, dokumen, tahap, diubah) VALUES (?, ?, ?, ?, ?)",
        (desa, tahun, dokumen, tahap, KINI),
    )


def musdes(tx: Tx, siapa: Orang, jenis: str, tanggal: date, *desa: str, status: str = "selesai") -> None:
    row = tx.one(
        "INSERT INTO musdes (nomor, orang_id, jenis, desa, tanggal, mulai, status, dibuat, diubah) "
        "VALUES (?, ?, ?, ?, ?, '09:00', ?, ?, ?) RETURNING id",
        (f"M-{jenis}-{desa[0]}-{tanggal}", siapa.id, jenis, desa[0], tanggal.isoformat(), status, KINI, KINI),
    )
    assert row is not None
    for satu in desa:
        tx.run("INSERT INTO musdes_desa VALUES (?, ?, ?)", (row["id"], satu, tanggal.isoformat()))


def kegiatan(tx: Tx, siapa: Orang, kode: str, tanggal: date, desa: str) -> None:
    tx.run(
        "INSERT INTO kegiatan (nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, dicatat) "
        "VALUES (?, ?, ?, ?, 'desa', ?, '09:00-10:00', 60, '', ?)",
        (f"K-{kode}-{desa}-{tanggal}", siapa.id, desa, kode, tanggal.isoformat(), KINI),
    )


def kata(tx: Tx, siapa: Orang, acara: str, periode: str, desa: str) -> None:
    tx.run("INSERT INTO kalender_selesai VALUES (?, ?, ?, ?, ?)", (desa, acara, periode, siapa.id, KINI))


def nama(satu: TenggatDesa) -> list[str]:
    return [n for _, n in satu.desa]


# -- steps ------------------------------------------------------------------------------------------------------------


def test_each_step_is_told_once_and_the_day_after_once(tx: Tx, sari: Orang) -> None:
    assert setahun(tx, sari, "K26", date(2026, 10, 1), date(2027, 2, 28)) == [
        (APBDES - 45 * SEHARI, 45),
        (APBDES - 14 * SEHARI, 14),
        (APBDES + SEHARI, LEWAT),
    ]


def test_four_villages_are_one_line(tx: Tx, sari: Orang) -> None:
    satu = pada(tx, sari, APBDES - 14 * SEHARI)["K26"]
    assert (satu.nama, satu.sisa, satu.jumlah, satu.kira_kira, satu.keras) == (
        "Perdes APB Desa tahun depan ditetapkan", 14, 4, False, True,
    )  # fmt: skip
    assert [kode for kode, _ in satu.desa] == sorted(EMPAT)
    assert nama(satu) == ["Sukaraharja", "Mayak", "Sukamaju", "Sukamanah"]
    assert (satu.naik, satu.awal, satu.diri) == (False, False, False)


def test_steps_that_were_missed_are_merged_into_the_next(tx: Tx, sari: Orang) -> None:
    assert pada(tx, sari, APBDES - 10 * SEHARI)["K26"].langkah == 14  # the machine stood still for a month
    assert "K26" not in pada(tx, sari, APBDES - 9 * SEHARI)
    assert pada(tx, sari, APBDES + 5 * SEHARI)["K26"].langkah == LEWAT


def test_what_is_long_past_is_no_news(tx: Tx, sari: Orang) -> None:
    assert "K26" not in pada(tx, sari, APBDES + 9 * SEHARI)
    assert "K28" in pada(tx, orang(tx, "Lain", PLD, SUKAMAJU), date(2026, 5, 18))  # it was on the 10th
    assert not {"K28", "K07"} & set(pada(tx, sari, date(2026, 5, 19)))


def test_nothing_is_marked_when_nothing_was_told(tx: Tx, sari: Orang) -> None:
    hari = APBDES - 14 * SEHARI
    assert pada(tx, sari, hari, tandai=False) == pada(tx, sari, hari, tandai=False)
    tandai_umum(tx, {sari.id: pada(tx, sari, hari, tandai=False).values()}, KINI)
    tandai_umum(tx, {sari.id: []}, KINI)
    assert pada(tx, sari, hari) == {}


def test_a_step_on_the_day_and_one_after_it(tx: Tx, sari: Orang) -> None:
    """K02, the day itself and a week later, which is also when it is past."""
    akhir = date(2027, 1, 31)
    assert setahun(tx, sari, "K02", date(2027, 1, 1), date(2027, 3, 1)) == [
        (akhir, 0),
        (akhir + SEHARI, LEWAT),
        (akhir + 7 * SEHARI, -7),
    ]


def test_what_may_begin_is_never_past(tx: Tx, sari: Orang) -> None:
    mulai = date(2026, 7, 1)
    assert setahun(tx, sari, "K12", date(2026, 6, 1), date(2026, 9, 1)) == [(mulai - 7 * SEHARI, 7)]
    assert pada(tx, orang(tx, "Lain", PLD, SUKAMAJU), mulai)["K12"].awal


def test_one_s_own_deadlines_come_every_month_and_quarter(tx: Tx, sari: Orang) -> None:
    drp = setahun(tx, sari, "P01", date(2026, 12, 1), date(2027, 2, 28))
    assert drp == [
        (date(2026, 12, 1), 2), (date(2026, 12, 3), 0),
        (date(2027, 1, 1), 2), (date(2027, 1, 3), 0),
        (date(2027, 2, 1), 2), (date(2027, 2, 3), 0),
    ]  # fmt: skip
    hasan = orang(tx, "Pak Hasan", TAPM_PROV, JABAR)
    satu = pada(tx, hasan, date(2026, 12, 27))
    assert list(satu) == ["P03"]
    assert (satu["P03"].periode, satu["P03"].diri, satu["P03"].jumlah) == ("2026-T4", True, 0)
    kata(tx, hasan, "P03", "2026-T4", f"orang:{hasan.id}")
    assert "P03" not in pada(tx, hasan, date(2027, 1, 2))
    lain = orang(tx, "Lain", PLD, SUKAMAJU)
    assert "P03" in pada(tx, lain, date(2027, 1, 2))
    assert "P02" not in pada(tx, lain, date(2027, 1, 3))  # shown in the calendar only


def test_people_on_different_days_in_one_batch(tx: Tx) -> None:
    """Where the clock is two hours ahead, the day after has begun."""
    barat, timur = orang(tx, "Bu Barat", PLD, SUKAMAJU), orang(tx, "Bu Timur", PLD, TIMUR)
    hari = {barat.id: APBDES - 15 * SEHARI, timur.id: APBDES - 14 * SEHARI}
    tandai_umum(tx, jatuh_tempo(tx, [barat.id], {barat.id: APBDES - 45 * SEHARI}), KINI)
    semua = jatuh_tempo(tx, [barat.id, timur.id], hari)
    assert "K26" not in {t.acara for t in semua.get(barat.id, ())}
    assert {t.acara: t.langkah for t in semua[timur.id]}["K26"] == 14


@pytest.mark.parametrize("tahun", [2026, 2027])
def test_the_days_are_the_same_by_the_local_calendar_of_every_zone(tx: Tx, tahun: int) -> None:
    """A year of ticks at three in the afternoon, UTC: there it is already tomorrow where the clock is nine ahead."""
    orang_ = {zona: orang(tx, zona, PLD, desa) for zona, desa in ZONA.items()}
    hari, ujung = date(tahun, 8, 1), date(tahun, 10, 10)
    semua: dict[str, list[tuple[date, str, int]]] = {zona: [] for zona in ZONA}
    while hari <= ujung:
        saat = datetime(hari.year, hari.month, hari.day, 15, tzinfo=UTC)
        lokal = {o.id: tanggal_lokal(int(saat.timestamp()), zona) for zona, o in orang_.items()}
        hasil = jatuh_tempo(tx, list(lokal), lokal)
        tandai_umum(tx, hasil, KINI)
        for zona, o in orang_.items():
            semua[zona] += [(lokal[o.id], t.acara, t.langkah) for t in hasil.get(o.id, ()) if lokal[o.id] < ujung]
        hari += SEHARI
    akhir = date(tahun, 9, 30)
    assert [s for s in semua[WIB] if s[1] == "K18"] == [
        (akhir - 30 * SEHARI, "K18", 30), (akhir - 7 * SEHARI, "K18", 7), (akhir + SEHARI, "K18", LEWAT),
    ]  # fmt: skip
    mulai = date(tahun, 8, 4)
    tanpa_awal = [[s for s in satu if s[0] > mulai] for satu in semua.values()]
    assert tanpa_awal[0] == tanpa_awal[1] == tanpa_awal[2]


# -- who --------------------------------------------------------------------------------------------------------------


def test_a_role_hears_of_what_is_its_own(tx: Tx, sari: Orang) -> None:
    rina, hasan = orang(tx, "Bu Rina", PD, KECAMATAN), orang(tx, "Pak Hasan", TAPM_KAB, CIANJUR)
    hari = date(2026, 6, 1)
    assert pada(tx, sari, hari)["K09"].langkah == 14
    assert nama(pada(tx, rina, hari)["K09"]) == nama(pada(tx, sari, hari, tandai=False).get("K09") or _satu(tx, hari))
    atas = pada(tx, hasan, hari)["K09"]
    assert (atas.desa, atas.jumlah, atas.naik) == ((), 4, False)
    assert "K11" in pada(tx, orang(tx, "Lain", PLD, SUKAMAJU), hari)
    assert "K11" not in {**pada(tx, rina, hari), **pada(tx, hasan, hari)}


def _satu(tx: Tx, hari: date) -> TenggatDesa:
    return pada(tx, orang(tx, "Kembaran", PLD, *EMPAT), hari)["K09"]


def test_a_level_above_hears_only_how_many_after_its_grace(tx: Tx, sari: Orang) -> None:
    """K26: a week of grace before the PD hears of it, another before the TAPM does."""
    rina, hasan = orang(tx, "Bu Rina", PD, KECAMATAN), orang(tx, "Pak Hasan", TAPM_KAB, CIANJUR)
    siklus(tx, SUKAMAJU, 2027, "apb", "perdes")
    for siapa, tenggang in ((rina, 7), (hasan, 14)):
        assert setahun(tx, siapa, "K26", APBDES, date(2027, 2, 28)) == [(APBDES + tenggang * SEHARI, NAIK + tenggang)]
    lagi = orang(tx, "Bu PD", PD, KECAMATAN)
    satu = pada(tx, lagi, APBDES + 9 * SEHARI)["K26"]
    assert (satu.desa, satu.jumlah, satu.naik, satu.sisa) == ((), 3, True, -9)


def test_two_roles_at_one_place_are_told_once(tx: Tx) -> None:
    ganda = orang(tx, "Bu Ganda", PLD, SUKAMAJU)
    OrangQ(tx).tugaskan(ganda.id, PD, WilayahQ(tx).kenalkan(KECAMATAN).kode, date(2026, 1, 1), disahkan=True)
    WilayahQ(tx).kenalkan(SUKAMANAH)
    satu = pada(tx, ganda, APBDES - 14 * SEHARI)["K26"]
    assert (nama(satu), satu.jumlah) == (["Sukamaju"], 1)
    assert pada(tx, ganda, APBDES + 7 * SEHARI)["K26"].langkah == LEWAT
    assert nama(pada(tx, ganda, date(2026, 6, 1))["K09"]) == ["Sukamaju", "Sukamanah"]


def test_one_s_own_word_opens_one_s_own_villages_only(tx: Tx, sari: Orang) -> None:
    sendiri = orang(tx, "Ia", PLD, SUKAMAJU, disahkan=False)
    assert nama(pada(tx, sendiri, APBDES - 14 * SEHARI)["K26"]) == ["Sukamaju"]
    assert pada(tx, orang(tx, "Ia", PD, KECAMATAN, disahkan=False), APBDES + 7 * SEHARI) == {}
    assert pada(tx, orang(tx, "Ani", "kpmd", SUKAMAJU), APBDES - 14 * SEHARI) == {}
    tx.run("UPDATE penugasan SET sampai = '2026-12-01' WHERE orang_id = ?", (sari.id,))
    assert pada(tx, sari, APBDES - 14 * SEHARI) == {}


# -- what is done -----------------------------------------------------------------------------------------------------


def test_somebody_s_word_ends_it_for_that_village(tx: Tx, sari: Orang) -> None:
    kata(tx, sari, "K26", "2026", SUKAMAJU)
    kata(tx, sari, "K26", "2025", SUKAMANAH)
    assert nama(pada(tx, sari, APBDES - 14 * SEHARI)["K26"]) == ["Sukaraharja", "Mayak", "Sukamanah"]
    for desa in EMPAT:
        tx.run("DELETE FROM kalender_selesai WHERE desa = ?", (desa,))
        kata(tx, sari, "K26", "2026", desa)
    assert "K26" not in pada(tx, sari, APBDES + SEHARI)


def test_the_board_of_papers_ends_it(tx: Tx, sari: Orang) -> None:
    """Of next year's paper, at the step that is asked for or beyond it."""
    siklus(tx, EMPAT[0], 2027, "apb", "perdes")
    siklus(tx, EMPAT[1], 2027, "apb", "musdes")
    siklus(tx, EMPAT[2], 2026, "apb", "perdes")
    assert nama(pada(tx, sari, APBDES - 14 * SEHARI)["K26"]) == ["Mayak", "Sukamaju", "Sukamanah"]
    assert nama(pada(tx, sari, date(2026, 10, 24))["K19"]) == ["Sukamaju", "Sukamanah"]
    siklus(tx, EMPAT[3], 2025, "lpj", "perdes")
    assert nama(pada(tx, sari, date(2026, 3, 1))["K07"]) == ["Sukaraharja", "Mayak", "Sukamaju"]


def test_a_musyawarah_in_its_time_ends_it(tx: Tx, sari: Orang) -> None:
    akhir = date(2026, 11, 30)
    musdes(tx, sari, "blt", date(2026, 1, 20), EMPAT[0])  # that was for this year
    musdes(tx, sari, "blt", date(2026, 10, 20), EMPAT[1], EMPAT[2])
    musdes(tx, sari, "blt", date(2026, 10, 21), EMPAT[3], status="berjalan")
    musdes(tx, sari, "rkp", date(2026, 10, 22), EMPAT[3])
    assert nama(pada(tx, sari, akhir - 21 * SEHARI)["K23"]) == ["Sukaraharja", "Sukamanah"]


def test_an_entry_in_its_time_ends_it(tx: Tx, sari: Orang) -> None:
    kegiatan(tx, sari, "AS13", date(2026, 11, 2), EMPAT[0])
    kegiatan(tx, sari, "AS13", date(2026, 10, 31), EMPAT[1])
    kegiatan(tx, sari, "AS13", date(2026, 11, 3), EMPAT[2])
    tx.run("UPDATE kegiatan SET dihapus = 1 WHERE desa = ?", (EMPAT[2],))
    kegiatan(tx, sari, "AS01", date(2026, 11, 3), EMPAT[3])
    assert nama(pada(tx, sari, date(2026, 11, 27))["K29"]) == ["Mayak", "Sukamaju", "Sukamanah"]


# -- a village's own events -------------------------------------------------------------------------------------------


def test_an_event_begins_its_own_deadlines(tx: Tx, sari: Orang) -> None:
    dilantik = date(2026, 9, 10)
    assert "E01" not in pada(tx, sari, date(2026, 11, 15))
    peristiwa(tx, sari, SUKAMAJU, "dilantik", dilantik)
    peristiwa(tx, sari, "32.04.05.2001", "dilantik", dilantik)
    satu = pada(tx, sari, date(2026, 11, 15))["E01"]
    assert (satu.jatuh, satu.periode, nama(satu), satu.langkah) == (date(2026, 12, 10), "2026-09-10", ["Sukamaju"], 30)
    siklus(tx, SUKAMAJU, 2019, "rpjm", "perdes")  # the one before
    assert pada(tx, sari, date(2026, 12, 3))["E01"].langkah == 7
    siklus(tx, SUKAMAJU, 2027, "rpjm", "perdes")
    assert "E01" not in pada(tx, sari, date(2026, 12, 11))


def test_an_event_may_end_what_another_began(tx: Tx, sari: Orang) -> None:
    """Agreed on Friday, handed over by Monday; then the regent has 20 working days."""
    peristiwa(tx, sari, SUKAMAJU, "sepakat", date(2026, 10, 30))
    peristiwa(tx, sari, SUKAMANAH, "sepakat", date(2026, 10, 30))
    peristiwa(tx, sari, SUKAMANAH, "diserahkan", date(2026, 10, 30))
    semua = pada(tx, sari, date(2026, 10, 31))
    assert (nama(semua["K20"]), nama(semua["K19"])) == (["Sukamaju"], ["Sukaraharja", "Mayak"])
    assert "K21" not in pada(tx, sari, date(2026, 11, 23))
    satu = pada(tx, sari, date(2026, 11, 24))["K21"]  # three working days before
    assert (satu.jatuh, nama(satu), satu.langkah) == (date(2026, 11, 27), ["Sukamanah"], 3)
    peristiwa(tx, sari, SUKAMANAH, "evaluasi", date(2026, 11, 25))
    assert "K21" not in pada(tx, sari, date(2026, 11, 28))


def test_working_days_are_those_of_the_place(tx: Tx, sari: Orang) -> None:
    peristiwa(tx, sari, SUKAMANAH, "diserahkan", date(2026, 10, 30))
    for kode, tanggal, libur in ((CIANJUR, "2026-11-09", 1), ("0", "2026-11-10", 1), (CIANJUR, "2026-11-10", 0)):
        tx.run(
            "INSERT INTO libur_daerah (kode, tanggal, nama, libur, dibuat) VALUES (?, ?, 'Hari Jadi', ?, ?)",
            (kode, tanggal, libur, KINI),
        )
    assert pada(tx, sari, date(2026, 11, 26))["K21"].jatuh == date(2026, 11, 30)


def test_what_happens_again_does_not_end_itself(tx: Tx, sari: Orang) -> None:
    """The assets were listed five years ago: the same entry began it and is not its end."""
    peristiwa(tx, sari, SUKAMAJU, "inventaris", date(2022, 1, 10))
    assert pada(tx, sari, date(2026, 8, 1))["K31"].jatuh == date(2027, 1, 10)
    peristiwa(tx, sari, SUKAMAJU, "inventaris", date(2026, 9, 1))
    assert "K31" not in pada(tx, orang(tx, "Lain", PLD, SUKAMAJU), date(2026, 9, 2))


def test_an_event_that_was_taken_back_counts_no_more(tx: Tx, sari: Orang) -> None:
    peristiwa(tx, sari, SUKAMAJU, "dilantik", date(2026, 9, 10))
    tx.run("UPDATE peristiwa_desa SET dihapus = ? WHERE desa = ?", (KINI, SUKAMAJU))
    assert "E01" not in pada(tx, sari, date(2026, 11, 15))


# -- a place's own days -----------------------------------------------------------------------------------------------


def test_the_nearest_place_s_day_counts(tx: Tx, sari: Orang) -> None:
    daerah(tx, "0", "K26", "2026", "2026-12-28")
    assert pada(tx, sari, date(2026, 12, 14), tandai=False)["K26"].jatuh == date(2026, 12, 28)
    daerah(tx, JABAR, "K26", "", "12-20")
    assert pada(tx, sari, date(2026, 12, 6), tandai=False)["K26"].jatuh == date(2026, 12, 20)
    daerah(tx, CIANJUR, "K26", "2026", "2026-12-10")
    assert pada(tx, sari, date(2026, 11, 26), tandai=False)["K26"].jatuh == date(2026, 12, 10)
    assert pada(tx, sari, date(2027, 12, 6), tandai=False)["K26"].jatuh == date(2027, 12, 20)  # every year there
    bandung = orang(tx, "Bu Nining", PLD, "32.04.05.2001")
    assert pada(tx, bandung, date(2026, 12, 6))["K26"].jatuh == date(2026, 12, 20)


def test_what_is_not_kept_there_is_not_told_there(tx: Tx, sari: Orang) -> None:
    daerah(tx, CIANJUR, "K26", "", None)
    assert "K26" not in pada(tx, sari, APBDES - 14 * SEHARI)


def test_what_only_the_place_can_say(tx: Tx, sari: Orang) -> None:
    """K25: the last day for papers, as the letter of the state treasury's office has it."""
    assert "K25" not in {a for n in range(1, 31) for a in pada(tx, sari, date(2026, 11, n), tandai=False)}
    daerah(tx, CIANJUR, "K25", "2026", "2026-12-18")
    daerah(tx, CIANJUR, "K25", "2027", "2027-12-18")  # holds for one year only
    daerah(tx, CIANJUR, "K99", "2026", "2026-12-18")  # was in the catalogue once
    assert pada(tx, sari, date(2026, 12, 4))["K25"].sisa == 14
    assert "K25" not in pada(tx, sari, date(2027, 12, 4))


def test_every_month_on_another_day(tx: Tx, sari: Orang) -> None:
    daerah(tx, CIANJUR, "K28", "", "5")
    assert pada(tx, sari, date(2026, 12, 2))["K28"].jatuh == date(2026, 12, 5)


def test_a_place_s_own_deadline(tx: Tx, sari: Orang) -> None:
    daerah(tx, CIANJUR, "sendiri:1", "2026", "2026-12-09", "Lomba desa")
    daerah(tx, CIANJUR, "sendiri:2", "", "12-10", "Rakor akhir tahun")
    daerah(tx, CIANJUR, "sendiri:3", "", "11", "Rakor kabupaten")
    semua = pada(tx, sari, date(2026, 12, 4))
    assert {(t.nama, t.jatuh.day, t.periode) for a, t in semua.items() if a.startswith("sendiri")} == {
        ("Lomba desa", 9, "2026"),
        ("Rakor akhir tahun", 10, "2026"),
        ("Rakor kabupaten", 11, "2026-12"),
    }
    assert "sendiri:1" not in pada(tx, sari, date(2027, 12, 4))
    assert not any(a.startswith("sendiri") for a in pada(tx, orang(tx, "Ia", PLD, "33.01.01.2001"), date(2026, 12, 4)))


def test_a_day_that_was_moved_is_told_again(tx: Tx, sari: Orang) -> None:
    assert "K26" in pada(tx, sari, APBDES - 14 * SEHARI)
    daerah(tx, CIANJUR, "K26", "2026", "2027-01-15")
    assert "K26" in pada(tx, sari, APBDES - 13 * SEHARI)  # 28 days left: the step of 45 had another day then
    assert pada(tx, sari, date(2027, 1, 1))["K26"].langkah == 14
    assert "K26" not in pada(tx, sari, date(2027, 1, 2))


# -- whole kecamatan --------------------------------------------------------------------------------------------------


def test_what_comes_in_a_kecamatan(tx: Tx, sari: Orang) -> None:
    orang(tx, "Bu Nining", PLD, "32.04.05.2001")
    kata(tx, sari, "K26", "2026", SUKAMAJU)
    peristiwa(tx, sari, SUKAMAJU, "dilantik", date(2026, 9, 30))
    peristiwa(tx, sari, SUKAMAJU, "informasi", date(2026, 1, 30))
    minggu = (date(2026, 12, 28), date(2027, 1, 3))
    semua = mendatang(tx, [KECAMATAN], *minggu)
    assert list(semua) == [KECAMATAN]
    assert [(t.acara, t.sisa, t.jumlah) for t in semua[KECAMATAN]] == [
        ("E01", 2, 1), ("K26", 3, 3), ("K27", 3, 4), ("K29", 3, 4), ("K30", 3, 4),
    ]  # fmt: skip
    assert set(mendatang(tx, None, *minggu)) == {KECAMATAN, "32.04.05"}
    assert mendatang(tx, None, *minggu)[KECAMATAN] == semua[KECAMATAN]
    assert mendatang(tx, ["11.01.01"], *minggu) == {}
    assert mendatang(tx, [], *minggu) == {}
    assert mendatang(tx, None, date(2026, 12, 11), date(2026, 12, 12)) == {}


def test_what_is_past_in_a_kecamatan(tx: Tx, sari: Orang) -> None:
    kata(tx, sari, "K26", "2026", SUKAMAJU)
    assert "K26" not in {t.acara for t in lewat(tx, [KECAMATAN], APBDES + 7 * SEHARI)[KECAMATAN]}
    satu = next(t for t in lewat(tx, [KECAMATAN], APBDES + 8 * SEHARI)[KECAMATAN] if t.acara == "K26")
    assert (satu.jumlah, satu.desa, satu.sisa) == (3, (), -8)
    assert lewat(tx, None, APBDES + 8 * SEHARI) == lewat(tx, [KECAMATAN], APBDES + 8 * SEHARI)
    assert lewat(tx, ["32.04.05"], APBDES + 8 * SEHARI) == {}
    assert lewat(tx, [KECAMATAN], date(2026, 6, 10)) == {}


# -- how many queries -------------------------------------------------------------------------------------------------


class Hitung:
    """A transaction that counts what it is asked."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self.kali = 0

    def all(self, sql: str, params: Sequence[Param] = ()) -> list[Row]:
        self.kali += 1
        return self._tx.all(sql, params)

    def one(self, sql: str, params: Sequence[Param] = ()) -> Row | None:
        self.kali += 1
        return self._tx.one(sql, params)

    def run(self, sql: str, params: Sequence[Param] = ()) -> int:
        self.kali += 1
        return self._tx.run(sql, params)

    def savepoint(self) -> AbstractContextManager[None]:
        return self._tx.savepoint()

    def lock(self, kunci: str) -> None:
        self._tx.lock(kunci)

    @property
    def skip_locked(self) -> str:
        return self._tx.skip_locked

    def text_match(self, table: str, column: str, words: Sequence[Sequence[str]]) -> TextMatch:
        return self._tx.text_match(table, column, words)


def test_two_hundred_people_cost_as_many_queries_as_one(tx: Tx, sari: Orang) -> None:
    hari = date(2026, 11, 27)
    peristiwa(tx, sari, SUKAMAJU, "diserahkan", date(2026, 11, 1))
    WilayahQ(tx).kenalkan_isi(CIANJUR)
    desa = [r["kode"] for r in tx.all("SELECT kode FROM wilayah WHERE LENGTH(kode) = 13 ORDER BY kode")]
    semua = [sari.id]
    for n in range(199):
        id_ = OrangQ(tx).tambah(f"PLD {n}", WIB, KINI)
        semua.append(id_)
        OrangQ(tx).tugaskan(id_, PLD, desa[n], date(2026, 1, 1), disahkan=True)
    kali = {}
    for banyak in (1, 200):
        hitung = Hitung(tx)
        hasil = jatuh_tempo(hitung, semua[:banyak], dict.fromkeys(semua, hari))
        assert len(hasil) == banyak
        tandai = Hitung(tx)
        with tx.savepoint():
            tandai_umum(tandai, {id_: satu[:1] for id_, satu in hasil.items()}, KINI)
        kali[banyak] = hitung.kali
        assert tandai.kali == 1
        tx.run("DELETE FROM kalender_umum")
    assert kali[1] == kali[200] <= 11
    hitung = Hitung(tx)
    mendatang(hitung, None, hari, hari + 7 * SEHARI)
    assert hitung.kali <= 8


def test_nobody_and_nothing(tx: Tx) -> None:
    ani = orang(tx, "Ani", "warga", SUKAMAJU)
    assert jatuh_tempo(tx, [ani.id], {ani.id: APBDES}) == {}
    assert jatuh_tempo(tx, [], {}) == {}
