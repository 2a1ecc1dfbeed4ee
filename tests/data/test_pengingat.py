"""What is open for each of many people, in as many queries as for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.keputusan import IsiKeputusan
from data.orang import KPMD, PD, PLD, Orang
from data.pengingat import BahanPengingat, kumpulkan, tandai
from data.pengingat.bahan import Putusan, berbunyi
from data.pengingat.kosong import hari_kosong, jangka
from data.percakapan import PercakapanQ
from data.store import Param, Row, Tx
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi
from tests.data.test_keputusan import musdes, tambah
from tests.data.test_penugasan import orang

JUMAT = date(2026, 11, 20)
SENIN = date(2026, 11, 16)


def bahan(tx: Tx, siapa: Orang, hari: date = JUMAT, kini: int = KINI) -> BahanPengingat:
    return kumpulkan(tx, [siapa.id], {siapa.id: hari}, kini)[siapa.id]


def catat(tx: Tx, siapa: Orang, *tanggal: date) -> list[str]:
    return [desa(tx, siapa).kegiatan.catat(isi(tanggal=t.isoformat()), [], None) for t in tanggal]


def kosong(tx: Tx, siapa: Orang, hari: date = JUMAT) -> list[int]:
    return [h.day for h in hari_kosong(tx, [siapa.id], {siapa.id: hari}).get(siapa.id, [])]


@pytest.fixture
def sari(tx: Tx) -> Orang:
    return orang(tx, "Bu Sari", PLD, SUKAMAJU, SUKAMANAH)


# -- empty days -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hari", "dari"),
    [
        (JUMAT, SENIN),
        (SENIN, SENIN),
        (date(2026, 11, 24), date(2026, 11, 23)),
        (date(2026, 11, 25), date(2026, 11, 1)),
        (date(2026, 12, 3), date(2026, 11, 1)),
        (date(2026, 12, 4), date(2026, 11, 30)),
        (date(2027, 1, 1), date(2026, 12, 1)),
    ],
)
def test_the_week_is_looked_at_and_round_its_end_the_month(hari: date, dari: date) -> None:
    assert jangka(hari) == dari


def test_working_days_without_an_entry_today_included(tx: Tx, sari: Orang) -> None:
    assert kosong(tx, sari) == [16, 17, 18, 19, 20]
    catat(tx, sari, SENIN, date(2026, 11, 18))
    assert kosong(tx, sari) == [17, 19, 20]
    assert kosong(tx, sari, date(2026, 11, 22)) == [17, 19, 20]  # the weekend asks for nothing


def test_a_deleted_entry_leaves_its_day_empty(tx: Tx, sari: Orang) -> None:
    (nomor,) = catat(tx, sari, JUMAT)
    kegiatan = desa(tx, sari).kegiatan
    satu = kegiatan.ambil(nomor)
    assert satu
    kegiatan.hapus(satu)
    assert 20 in kosong(tx, sari)


def test_leave_and_days_that_somebody_could_not_are_not_asked_for(tx: Tx, sari: Orang) -> None:
    tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-16', '2026-11-17', ?)", (sari.id, KINI)
    )
    desa(tx, sari).halangan.catat(date(2026, 11, 19), JUMAT, "Sakit.")
    assert kosong(tx, sari) == [18]


def test_local_holidays_and_days_before_the_assignment_are_not_asked_for(tx: Tx, sari: Orang) -> None:
    tx.run(
        "INSERT INTO libur_daerah (kode, tanggal, nama, libur, dibuat) VALUES ('32.03', '2026-11-18', 'Hari Jadi', 1, ?)",
        (KINI,),
    )
    tx.run("UPDATE penugasan SET dari = '2026-11-17' WHERE orang_id = ?", (sari.id,))
    assert kosong(tx, sari) == [17, 19, 20]


def test_who_does_not_log_is_not_asked(tx: Tx) -> None:
    kader = orang(tx, "Bu Tuti", KPMD, SUKAMAJU)
    assert kosong(tx, kader) == []
    assert bahan(tx, kader).kosong == ()


# -- the rest ---------------------------------------------------------------------------------------------------------


def test_entries_that_came_back(tx: Tx, sari: Orang) -> None:
    nomor = catat(tx, sari, SENIN, JUMAT)
    tx.run("UPDATE kegiatan SET periksa = 'kembali' WHERE nomor = ?", (nomor[1],))
    assert bahan(tx, sari).kembali == (nomor[1],)


def test_a_draft_is_news_once_and_not_while_it_is_written(tx: Tx, sari: Orang) -> None:
    draf = PercakapanQ(tx).buka(sari.id, "catat", '{"jawaban":{"desa":"x"}}', KINI)
    assert bahan(tx, sari, kini=KINI + 7_200).draf == ()
    (satu,) = bahan(tx, sari, kini=KINI + 7_201).draf
    assert (satu.id, satu.dialog, satu.baru) == (draf.id, "catat", True)
    tandai(tx, bahan(tx, sari, kini=KINI + 7_201), KINI + 7_201)
    (lagi,) = bahan(tx, sari, kini=KINI + 90_000).draf
    assert not lagi.baru


def test_decisions_that_wait_for_one_and_those_of_one_s_own_meetings(tx: Tx, sari: Orang) -> None:
    budi = orang(tx, "Pak Budi", PLD, SUKAMANAH)
    m = musdes(tx, sari)
    dekat = tambah(tx, sari, m, IsiKeputusan("Ukur ulang", tenggat="2026-11-21"))
    lama = tambah(tx, sari, m, IsiKeputusan("Papan proyek", tenggat="2026-11-10"))
    jauh = tambah(tx, sari, m, IsiKeputusan("Rabat", tenggat="2026-12-30"))
    orang_lain = tambah(tx, sari, m, IsiKeputusan("Baliho", tenggat="2026-11-20", pj_orang=budi.id))
    assert [(p.nomor, p.sisa) for p in bahan(tx, sari).putusan] == [(lama.nomor, -10), (dekat.nomor, 1)]
    assert [(p.nomor, p.sisa) for p in bahan(tx, budi).putusan] == [(orang_lain.nomor, 0)]
    desa(tx, sari).keputusan.tandai(lama, "selesai")
    assert [p.nomor for p in bahan(tx, sari).putusan] == [dekat.nomor]
    assert jauh.nomor not in {p.nomor for p in bahan(tx, sari).putusan}


def test_tasks_due_soon_or_past_until_they_are_done_or_closed(tx: Tx, sari: Orang) -> None:
    rina = desa(tx, orang(tx, "Bu Rina", PD, KECAMATAN))
    besok, jauh = date(2026, 11, 21), date(2026, 12, 21)
    nomor = rina.tugas.beri("Kirim foto papan", besok, [sari.id], None)
    rina.tugas.beri("Nanti saja", jauh, [sari.id], None)
    assert [(t.nomor, t.judul, t.sisa) for t in bahan(tx, sari).tugas] == [(nomor, "Kirim foto papan", 1)]
    satu = rina.tugas.ambil(nomor)
    assert satu
    rina.tugas.tutup(satu)
    assert bahan(tx, sari).tugas == ()


def test_deadlines_are_told_once(tx: Tx, sari: Orang) -> None:
    hari = date(2026, 12, 17)  # fourteen days before 31 December
    ada = bahan(tx, sari, hari)
    assert "K26" in {t.acara for t in ada.tenggat}
    tandai(tx, ada, KINI)
    assert "K26" not in {t.acara for t in bahan(tx, sari, hari).tenggat}


def test_questions_that_wait(tx: Tx, sari: Orang) -> None:
    for nomor, status in (("Q-1", "menunggu"), ("Q-2", "menunggu"), ("Q-3", "dijawab")):
        tx.run(
            "INSERT INTO pertanyaan (nomor, orang_id, kanal, tujuan, desa, teks, status, untuk, dibuat) "
            "VALUES (?, ?, 'web', 'x', ?, 'Kapan BLT cair', ?, ?, ?)",
            (nomor, sari.id, SUKAMAJU, status, sari.id, KINI),
        )
    assert bahan(tx, sari).pertanyaan == 2


# -- whether it is worth a message ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sisa", "ya"),
    [
        (4, False),
        (3, True),
        (2, False),
        (1, True),
        (0, True),
        (-1, True),
        (-2, False),
        (-7, True),
        (-8, False),
        (-14, True),
    ],
)
def test_a_due_day_speaks_up_before_it_and_then_once_a_week(sisa: int, *, ya: bool) -> None:
    assert berbunyi(sisa) is ya
    putusan = Putusan("P-2611-0001", "Rabat", JUMAT + timedelta(days=sisa), sisa)
    assert BahanPengingat(1, JUMAT, putusan=(putusan,)).perlu is ya


def test_nothing_open_is_no_message(tx: Tx, sari: Orang) -> None:
    catat(tx, sari, *(SENIN + timedelta(days=n) for n in range(5)))
    ada = bahan(tx, sari)
    tandai(tx, ada, KINI)
    sudah = bahan(tx, sari)
    assert not sudah.perlu
    assert not sudah.keras


def test_only_what_may_be_told_on_a_day_off_is_hard(tx: Tx, sari: Orang) -> None:
    (satu, *_) = bahan(tx, sari, date(2026, 12, 17)).tenggat
    assert BahanPengingat(1, JUMAT, tenggat=(replace(satu, keras=True),)).keras
    assert not BahanPengingat(1, JUMAT, tenggat=(replace(satu, keras=False),)).keras


# -- many -------------------------------------------------------------------------------------------------------------


class Hitung:
    """A transaction that counts what it is asked."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self.kali = 0

    def all(self, sql: str, params: tuple[Param, ...] = ()) -> list[Row]:
        self.kali += 1
        return self._tx.all(sql, params)

    def one(self, sql: str, params: tuple[Param, ...] = ()) -> Row | None:
        self.kali += 1
        return self._tx.one(sql, params)

    def __getattr__(self, nama: str) -> object:
        return getattr(self._tx, nama)


def test_sixty_people_cost_as_many_queries_as_one(tx: Tx) -> None:
    banyak = [orang(tx, f"PLD {n}", PLD, SUKAMAJU) for n in range(60)]
    kali = []
    for siapa in (banyak[:1], banyak):
        hitung = Hitung(tx)
        kumpulkan(hitung, [o.id for o in siapa], {o.id: JUMAT for o in siapa}, KINI)  # type: ignore[arg-type]
        kali.append(hitung.kali)
    assert kali[0] == kali[1]


def test_what_somebody_could_not_is_read_by_the_level_above_alone(tx: Tx, sari: Orang) -> None:
    rina, asing = orang(tx, "Bu Rina", PD, KECAMATAN), orang(tx, "Pak Jauh", PD, "32.03.04")
    desa(tx, sari).halangan.catat(JUMAT, JUMAT, "Jalan terputus.")
    (ada,) = desa(tx, rina).halangan.tim(sari.id, SENIN, JUMAT)
    assert (ada.nama, ada.dari, ada.sampai, ada.alasan) == ("Bu Sari", JUMAT, JUMAT, "Jalan terputus.")
    assert desa(tx, asing).halangan.tim(sari.id, SENIN, JUMAT) == []
    assert desa(tx, rina).halangan.tim(sari.id, date(2026, 11, 23), date(2026, 11, 29)) == []
