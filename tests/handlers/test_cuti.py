"""Leave and who acts meanwhile, as people at a phone meet it."""

from __future__ import annotations

from datetime import date

import pytest

from data.orang import PD
from handlers.tabel import TABEL
from handlers.tim.pilih_orang import sebut_rentang
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Obrolan


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def sari(dunia: Dunia) -> Obrolan:
    return dunia.orang("Bu Sari", desa=["2013"])


def koordinator(dunia: Dunia, nama: str, kode: str = KECAMATAN) -> Obrolan:
    obrolan = dunia.orang(nama, peran=None)
    obrolan.desa.orang.tugaskan(obrolan.id, PD, kode, dunia.hari_ini, disahkan=True)
    return obrolan


def terkirim(dunia: Dunia) -> list[str]:
    return [row["isi"] for row in dunia.tx.all("SELECT isi FROM outbox ORDER BY id")]


def alamat(dunia: Dunia, *orang: Obrolan) -> None:
    for satu in orang:
        satu.desa.orang.pasang_alamat(satu.id, "uji", satu.nama, dunia.kini)


# -- /cuti ------------------------------------------------------------------------------------------------------------


def test_without_colleagues_nobody_is_proposed_and_without_a_coordinator_nobody_told(sari: Obrolan) -> None:
    sari.tulis("cuti besok")
    assert "Sampai tanggal berapa?" in sari.layar
    assert "Usul pengganti" not in sari.tekan("Sehari saja")
    assert "tolong kabari langsung" in sari.tulis("ajukan")
    assert terkirim(sari.dunia) == []


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("1/12 sampai 5/12", "Cuti 1–5 Desember 2026 (5 hari)"),
        ("1 s.d. 5 desember", "Cuti 1–5 Desember 2026 (5 hari)"),
        ("1 s/d 5/12", "Cuti 1–5 Desember 2026 (5 hari)"),
        ("mulai 30/11 - 2/12", "Cuti 30 November – 2 Desember 2026 (3 hari)"),
        ("dari 30 desember 2026 hingga 2 januari 2027", "Cuti 30 Desember 2026 – 2 Januari 2027 (4 hari)"),
        ("besok", "Sampai tanggal berapa?"),
        ("kapan saja boleh", "Cuti mulai tanggal berapa?"),
        ("kemarin", "Cuti mulai tanggal berapa?"),
    ],
)
def test_days_may_stand_behind_the_command(sari: Obrolan, teks: str, hasil: str) -> None:
    assert hasil in sari.tulis(f"cuti {teks}")


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("selama 91 hari", "Sekali cuti bisa 90 hari, jadi paling jauh Kamis, 18 Februari 2027"),
        ("0 hari", "sebelum mulainya"),
        ("hari ini", "sebelum mulainya"),
        ("11/12", "sudah ada cuti 11 Desember 2026"),
        ("kapan-kapan", "belum terbaca"),
    ],
)
def test_a_last_day_that_cannot_be_is_answered_with_one_that_can(sari: Obrolan, teks: str, kata: str) -> None:
    sari.tulis("cuti 11/12 sampai 11/12")
    sari.tulis("ajukan")
    sari.tulis("cuti")
    sari.tekan("Cuti baru")
    sari.tulis("21/11")
    assert kata in sari.tulis(teks)
    assert "Cuti 21–23 November 2026 (3 hari)" in sari.tulis("3 hari")


def test_a_draft_whose_day_has_gone_by_is_asked_again(sari: Obrolan) -> None:
    sari.tulis("cuti besok")
    sari.dunia.lewat(3 * HARI)
    assert "sudah lewat" in sari.tulis("2 hari")


def test_a_leave_is_kept_when_one_thinks_better_of_it(sari: Obrolan) -> None:
    sari.tulis("cuti 28/11 sampai 28/11")
    sari.tulis("ajukan")
    sari.tulis("cuti 30/11 sampai 2/12")
    sari.tulis("ajukan")
    assert sari.tulis("cuti").tombol == ["Cuti baru", "Batalkan 28/11", "Batalkan 30/11–2/12"]
    sari.tekan("Batalkan 28/11")
    assert "tetap tercatat" in sari.tulis("jangan")
    assert len(sari.desa.cuti.daftar()) == 2


def test_called_off_under_way_says_what_remains(sari: Obrolan) -> None:
    sari.tulis("cuti hari ini sampai 30/11")
    sari.tulis("ajukan")
    sari.dunia.lewat(2 * HARI)
    sari.tulis("cuti")
    assert "Hari yang sudah lewat tetap tercatat cuti." in sari.tekan("Batalkan 20–30/11")
    assert "dibatalkan" in sari.tekan("Batalkan cuti")
    assert not sari.desa.cuti.sedang_cuti(sari.dunia.hari_ini)
    assert sari.desa.cuti.sedang_cuti(date(2026, 11, 21))


def test_days_of_leave_are_no_empty_days_of_the_report(sari: Obrolan) -> None:
    assert "tanggal 2, 3" in sari.tulis("drp")
    sari.dunia.tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-02', '2026-11-03', 0)", (sari.id,)
    )
    assert "tanggal 4, 5" in sari.tulis("drp")


# -- /pengganti -------------------------------------------------------------------------------------------------------


def test_the_one_above_appoints_another_and_all_are_told(dunia: Dunia, sari: Obrolan) -> None:
    rina = koordinator(dunia, "Bu Rina")
    budi, tuti = (dunia.orang(n, desa=[d]) for n, d in (("Pak Budi", "2017"), ("Bu Tuti", "2007")))
    alamat(dunia, sari, rina, budi, tuti)
    sari.tulis("cuti 23/11 sampai 25/11")
    sari.tulis("lewati")
    sari.tulis("ajukan")
    (cuti,) = sari.desa.cuti.daftar()
    assert "Siapa yang menggantikan Bu Sari?" in rina.tulis(f"/pengganti {cuti.id}")
    rina.tulis("budi")
    rina.tulis("tunjuk")
    rina.tulis("pengganti")
    rina.tulis("bu sari")
    assert "Sebelumnya: Pak Budi" in rina.tulis("tuti")
    dulu = len(terkirim(dunia))
    rina.tulis("tunjuk")
    assert ["menggantikan Bu Sari" in satu for satu in terkirim(dunia)[dulu:]] == [True, False, True]
    sari.tulis("cuti")
    sari.tekan("Batalkan 23–25/11")
    dulu = len(terkirim(dunia))
    sari.tekan("Batalkan cuti")
    tuti_, rina_ = terkirim(dunia)[dulu:]
    assert "tugas menggantikannya selesai" in tuti_
    assert "membatalkan cuti" in rina_


def test_who_is_away_too_cannot_act(dunia: Dunia, sari: Obrolan) -> None:
    rina, budi = koordinator(dunia, "Bu Rina"), dunia.orang("Pak Budi", desa=["2017"])
    for satu in (sari, budi):
        satu.tulis("cuti 23/11 sampai 25/11")
        satu.tulis("lewati")
        satu.tulis("ajukan")
    rina.tulis("/pengganti")
    assert "Undang dulu orangnya" in rina.tulis("sari")


def test_there_is_nothing_to_stand_in_for(dunia: Dunia, sari: Obrolan) -> None:
    rina = koordinator(dunia, "Bu Rina")
    sari.tulis("cuti 23/11 sampai 25/11")
    sari.tulis("ajukan")
    dunia.tx.run("UPDATE penugasan SET sampai = '2026-11-22' WHERE orang_id = ?", (sari.id,))
    rina.tulis("/pengganti kapan")
    assert "Belum ada yang bisa menggantikan" in rina.tulis("sari")


def test_a_leave_of_others_is_as_if_there_were_none(dunia: Dunia, sari: Obrolan) -> None:
    jauh, rina = koordinator(dunia, "Pak Jauh", f"{KECAMATAN}.2007"), koordinator(dunia, "Bu Rina")
    sari.tulis("cuti 23/11 sampai 25/11")
    sari.tulis("ajukan")
    (cuti,) = sari.desa.cuti.daftar()
    assert jauh.tulis(f"/pengganti {cuti.id}").teks == jauh.tulis("/pengganti 999").teks
    ada, tiada = (rina.tulis(f"/pengganti {n}").teks for n in ("999", "998"))
    assert "sudah tidak ada" in ada
    assert ada == tiada


# -- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dari", "sampai", "kata"),
    [
        (date(2026, 12, 5), date(2026, 12, 5), "5 Desember 2026"),
        (date(2026, 12, 1), date(2026, 12, 5), "1–5 Desember 2026"),
        (date(2026, 11, 28), date(2026, 12, 2), "28 November – 2 Desember 2026"),
        (date(2026, 12, 28), date(2027, 1, 2), "28 Desember 2026 – 2 Januari 2027"),
    ],
)
def test_days_are_said_shortly(dari: date, sampai: date, kata: str) -> None:
    assert sebut_rentang(dari, sampai) == kata
