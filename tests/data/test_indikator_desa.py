"""Indicators are what was logged: of the village, in those days, by people a level above has confirmed."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from data.indikator_desa.angka import BELUM, SEBAGIAN, TERPENUHI, Bukti, Masa
from data.indikator_desa.buka import IndikatorQ
from data.katalog.bukti_indikator import Kelompok, muat_bukti
from data.keputusan import IsiKeputusan
from data.musdes.musdes import Mulai
from data.orang import PD, TAPM_KAB, Orang, OrangQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi, pendamping

TAHUN = Masa(date(2026, 1, 1), date(2026, 12, 31))
TRIWULAN = Masa(date(2026, 10, 1), date(2026, 12, 31))
OKTOBER = Masa(date(2026, 10, 1), date(2026, 10, 31))


def q(tx: Tx, orang: Orang) -> IndikatorQ:
    return desa(tx, orang).indikator


def catat(tx: Tx, orang: Orang, kegiatan: str, tanggal: str = "2026-11-10", di: str = SUKAMAJU) -> str:
    return desa(tx, orang).kegiatan.catat(isi(desa=di, kegiatan=kegiatan, tanggal=tanggal), [], None)


def musdes(tx: Tx, orang: Orang, jenis: str, tanggal: str = "2026-11-10", *di: str) -> str:
    return desa(tx, orang).musdes.mulai(Mulai(jenis, di or (SUKAMAJU,), tanggal, "19:30"))


def keadaan(tx: Tx, orang: Orang, kode: str, masa: Masa = TAHUN, di: str = SUKAMAJU) -> str:
    """As counted; and what is shown as proof is what was counted."""
    kelompok: Kelompok = "pd" if kode.startswith("PD") else "pld"
    satu = q(tx, orang).satu(di, kelompok, masa)[kode]
    bukti = q(tx, orang).bukti(di, kode, masa)
    for (syarat, sumber), terisi in zip(muat_bukti().untuk(kode), satu.isi, strict=True):
        assert terisi.ada == sum(b.kunci in sumber for b in bukti), syarat.nama
    return satu.keadaan


def nomor(tx: Tx, orang: Orang, kode: str, masa: Masa = TAHUN) -> list[str]:
    return [b.nomor for b in q(tx, orang).bukti(SUKAMAJU, kode, masa)]


def koordinator(tx: Tx, peran: str = PD, di: str = KECAMATAN) -> Orang:
    id_ = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    WilayahQ(tx).kenalkan(di)
    OrangQ(tx).tugaskan(id_, peran, di, date(2026, 1, 1), disahkan=True)
    return OrangQ(tx).ambil(id_, KINI)


def test_nothing_logged_is_nothing_met(tx: Tx) -> None:
    sari = pendamping(tx)
    for kelompok, banyak in (("pld", 11), ("pd", 9)):
        semua = q(tx, sari).satu(SUKAMAJU, kelompok, TAHUN)  # type: ignore[arg-type]
        assert [c.keadaan for c in semua.values()] == [BELUM] * banyak
    assert q(tx, sari).bukti(SUKAMAJU, "T1a", TAHUN) == []


def test_one_entry_of_the_kind_in_those_days(tx: Tx) -> None:
    sari = pendamping(tx)
    k = catat(tx, sari, "PR04")
    assert keadaan(tx, sari, "T1a") == TERPENUHI
    assert q(tx, sari).bukti(SUKAMAJU, "T1a", TAHUN) == [
        Bukti(SUKAMAJU, "kegiatan", "PR04", k, "2026-11-10", oleh=sari.id)
    ]
    assert keadaan(tx, sari, "T1a", OKTOBER) == BELUM
    tx.run("UPDATE kegiatan SET dihapus = ?", (KINI,))
    assert keadaan(tx, sari, "T1a") == BELUM


def test_quarters_are_counted_as_many_as_there_are(tx: Tx) -> None:
    sari = pendamping(tx)
    for bulan in (2, 5, 11):
        catat(tx, sari, "PR03", f"2026-{bulan:02}-10")
    satu = q(tx, sari).satu(SUKAMAJU, "pld", TAHUN)["T2a"]
    assert (satu.keadaan, satu.isi[0].perlu, satu.isi[0].ada, satu.kurang) == (SEBAGIAN, 4, 3, 1)
    assert keadaan(tx, sari, "T2a", TRIWULAN) == TERPENUHI
    assert q(tx, sari).satu(SUKAMAJU, "pld", OKTOBER)["T2a"].isi[0].perlu == 1


def test_whom_nobody_has_confirmed_does_not_count(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMAJU)
    tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (budi.id,))
    catat(tx, budi, "PR04")
    musdes(tx, budi, "lpj")
    tx.run(
        "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, dibuat, diubah) "
        "VALUES ('KS-2611-0001', 'kerja_sama', ?, 'Air bersih', 'berjalan', '{}', ?, ?, ?)",
        (SUKAMAJU, budi.id, KINI, KINI),
    )
    assert {c.keadaan for c in q(tx, sari).satu(SUKAMAJU, "pld", TAHUN).values()} == {BELUM}
    assert q(tx, budi).satu(SUKAMAJU, "pld", TAHUN) == {}  # their own word opens nothing


def test_planning_needs_meetings_and_papers(tx: Tx) -> None:
    sari = pendamping(tx)
    m = musdes(tx, sari, "musrenbang")  # moves the RKP of next year to its meeting
    k = catat(tx, sari, "AS02")
    satu = catat(tx, sari, "AS06")
    tx.run("UPDATE kegiatan SET musdes_id = (SELECT id FROM musdes WHERE nomor = ?) WHERE nomor = ?", (m, satu))
    assert keadaan(tx, sari, "T1b") == SEBAGIAN
    pertama = q(tx, sari).satu(SUKAMAJU, "pld", TAHUN)["T1b"].isi[0]
    assert pertama.ada == 2, "a musdes is not its entry too"
    desa(tx, sari).siklus.gerakkan(SUKAMAJU, 2027, "rkp", "musdes", tanggal="2026-11-10")
    desa(tx, sari).siklus.gerakkan(SUKAMAJU, 2027, "apb", "perdes", tanggal="2026-12-20")
    assert keadaan(tx, sari, "T1b") == TERPENUHI
    assert nomor(tx, sari, "T1b") == ["2027", m, k, "2027"]
    assert keadaan(tx, sari, "T1b", OKTOBER) == BELUM
    desa(tx, sari).siklus.gerakkan(SUKAMAJU, 2027, "apb", "proses", mundur=True, alasan="Dievaluasi")
    assert keadaan(tx, sari, "T1b") == SEBAGIAN, "what was taken back is no proof"


def test_a_paper_counts_when_its_step_was(tx: Tx) -> None:
    sari = pendamping(tx)
    siklus = desa(tx, sari).siklus
    siklus.gerakkan(SUKAMAJU, 2026, "apbp", "proses", tanggal="2026-10-05")
    assert keadaan(tx, sari, "T1c", OKTOBER) == BELUM
    siklus.gerakkan(SUKAMAJU, 2026, "apbp", "perdes")  # of today, since no day was told
    assert keadaan(tx, sari, "T1c", OKTOBER) == BELUM
    assert keadaan(tx, sari, "T1c", TRIWULAN) == SEBAGIAN
    siklus.gerakkan(SUKAMAJU, 2026, "apbp", "belum", mundur=True)
    assert keadaan(tx, sari, "T1c", TRIWULAN) == BELUM


def test_a_step_done_stays_proof(tx: Tx) -> None:
    sari = pendamping(tx)
    desa(tx, sari).fungsi.tandai(SUKAMAJU, "F1.4", "selesai", tanggal="2025-03-01")
    desa(tx, sari).fungsi.tandai(SUKAMAJU, "F1.5", "berjalan")
    assert keadaan(tx, sari, "T1c", OKTOBER) == SEBAGIAN
    assert q(tx, sari).bukti(SUKAMAJU, "T1c", OKTOBER) == [Bukti(SUKAMAJU, "fungsi", "F1.4", "F1.4", "2025-03-01")]
    assert keadaan(tx, sari, "T1c", Masa(date(2025, 1, 1), date(2025, 1, 31))) == BELUM


def test_a_meeting_between_villages_counts_for_each(tx: Tx) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    rina = koordinator(tx)
    m = musdes(tx, sari, "mad", "2026-11-10", SUKAMAJU, SUKAMANAH)
    assert [keadaan(tx, rina, "T2b", di=kode) for kode in (SUKAMAJU, SUKAMANAH)] == [TERPENUHI] * 2
    assert nomor(tx, sari, "T2b") == [m]
    tx.run("UPDATE musdes SET status = 'digabung'")
    assert keadaan(tx, rina, "T2b") == BELUM


def test_a_decision_carried_out(tx: Tx) -> None:
    sari = pendamping(tx)
    d = desa(tx, sari)
    m = d.musdes.ambil(musdes(tx, sari, "rkp"))
    assert m
    p = d.keputusan.tambah(m.id, IsiKeputusan("Rabat beton Dusun 2"))
    assert keadaan(tx, sari, "T2c") == BELUM
    k = d.keputusan.ambil(p)
    assert k
    d.keputusan.tandai(k, "selesai")
    assert keadaan(tx, sari, "T2c") == SEBAGIAN
    assert q(tx, sari).bukti(SUKAMAJU, "T2c", TAHUN) == [Bukti(SUKAMAJU, "keputusan", "", p, "2026-11-21")]
    assert keadaan(tx, sari, "T2c", OKTOBER) == BELUM
    d.keputusan.tandai(k, "berjalan")
    assert keadaan(tx, sari, "T2c") == BELUM


def test_registers_count_while_they_stand_so(tx: Tx) -> None:
    sari = pendamping(tx)
    tx.run(
        "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, tanggal, dibuat, diubah) "
        "VALUES ('KS-2611-0001', 'kerja_sama', ?, 'Air bersih', 'berjalan', '{}', ?, NULL, ?, ?)",
        (SUKAMAJU, sari.id, KINI, KINI),
    )
    assert keadaan(tx, sari, "T2b") == TERPENUHI
    assert q(tx, sari).bukti(SUKAMAJU, "T2b", TAHUN) == [
        Bukti(SUKAMAJU, "register", "kerja_sama.berjalan", "KS-2611-0001", "2026-11-21")
    ]
    assert keadaan(tx, sari, "T2b", OKTOBER) == BELUM
    tx.run("UPDATE register SET keadaan = 'berakhir', ditutup = ?", (KINI + 86_400,))
    assert keadaan(tx, sari, "T2b") == TERPENUHI
    assert keadaan(tx, sari, "T2b", Masa(date(2026, 12, 1), date(2026, 12, 31))) == BELUM
    for satu in ("keadaan = 'dijajaki'", f"keadaan = 'berjalan', dihapus = {KINI}"):
        tx.run(f"UPDATE register SET {satu}")
        assert keadaan(tx, sari, "T2b") == BELUM


def test_bum_desa_and_blt(tx: Tx) -> None:
    sari = pendamping(tx)
    tx.run(
        "INSERT INTO bumdes (desa, langkah, laporan, oleh, dibuat, diubah) VALUES (?, 2, '2026-11-02', ?, ?, ?)",
        (SUKAMAJU, sari.id, KINI, KINI),
    )
    for langkah, tanggal in ((1, "2026-10-05"), (2, None), (2, None)):
        tx.run(
            "INSERT INTO bumdes_langkah (desa, waktu, oleh, langkah, tanggal) VALUES (?, ?, ?, ?, ?)",
            (SUKAMAJU, KINI, sari.id, langkah, tanggal),
        )
    assert keadaan(tx, sari, "PD4") == TERPENUHI
    assert nomor(tx, sari, "PD4") == ["langkah 2", "laporan keuangan", "langkah 1"]
    assert nomor(tx, sari, "PD4", OKTOBER) == ["langkah 1"]
    tx.run(
        "INSERT INTO blt_salur (nomor, desa, tahun, dari, sampai, tanggal, keluarga, rupiah, orang_id, dibuat) "
        "VALUES ('B-2611-0001', ?, 2026, 10, 10, '2026-11-01', 20, 6000000, ?, ?)",
        (SUKAMAJU, sari.id, KINI),
    )
    assert nomor(tx, sari, "T2c") == ["B-2611-0001"]
    tx.run("UPDATE bumdes_langkah SET waktu = ? WHERE tanggal IS NULL", (int(KINI) - 31 * 86_400,))
    assert nomor(tx, sari, "PD4", replace(OKTOBER, dari=date(2026, 10, 21), sampai=date(2026, 10, 21))) == ["langkah 2"]
    assert nomor(tx, sari, "PD4", replace(OKTOBER, dari=date(2026, 10, 22))) == []


def test_an_entry_of_the_kecamatan_counts_where_its_writer_works(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    rina = koordinator(tx)
    k = catat(tx, sari, "PR01", "2026-11-10", KECAMATAN)
    assert keadaan(tx, sari, "T2a", TRIWULAN) == TERPENUHI
    assert keadaan(tx, rina, "T2a", TRIWULAN, SUKAMANAH) == BELUM
    (b,) = q(tx, sari).bukti(SUKAMAJU, "T2a", TRIWULAN)
    assert b == Bukti(SUKAMAJU, "kecamatan", "PR01", k, "2026-11-10", KECAMATAN, sari.id)
    assert q(tx, sari).terbuka(b)
    catat(tx, rina, "PR01", "2026-11-11", KECAMATAN)
    assert keadaan(tx, budi, "T2a", TRIWULAN, SUKAMANAH) == TERPENUHI
    (b,) = q(tx, budi).bukti(SUKAMANAH, "T2a", TRIWULAN)
    assert not q(tx, budi).terbuka(b), "counted, but not theirs to open"
    assert q(tx, rina).terbuka(b)
    tx.run("UPDATE penugasan SET sampai = '2026-11-10' WHERE orang_id = ? AND wilayah = ?", (rina.id, KECAMATAN))
    assert keadaan(tx, budi, "T2a", TRIWULAN, SUKAMANAH) == BELUM


def test_an_entry_of_the_kecamatan_counts_only_for_rules_that_say_so(tx: Tx) -> None:
    sari = pendamping(tx)
    WilayahQ(tx).kenalkan(KECAMATAN)
    catat(tx, sari, "PR04", "2026-11-10", KECAMATAN)
    catat(tx, sari, "PR03", "2026-11-10", KECAMATAN)
    assert [keadaan(tx, sari, kode, TRIWULAN) for kode in ("T1a", "T2a", "PD8")] == [BELUM, TERPENUHI, TERPENUHI]


def test_outside_the_scope_there_is_nothing(tx: Tx) -> None:
    sari, jauh = pendamping(tx), pendamping(tx, "Pak Jauh", SUKAMANAH)
    catat(tx, sari, "PR04")
    assert q(tx, jauh).satu(SUKAMAJU, "pld", TAHUN) == {}
    assert q(tx, jauh).bukti(SUKAMAJU, "T1a", TAHUN) == []
    assert list(q(tx, jauh).banyak([SUKAMAJU, SUKAMANAH], "pld", TAHUN)) == [SUKAMANAH]
    assert list(q(tx, koordinator(tx)).banyak([SUKAMANAH, SUKAMAJU], "pld", TAHUN)) == [SUKAMANAH, SUKAMAJU]


def test_a_kabupaten_at_once(tx: Tx) -> None:
    hasan = koordinator(tx, TAPM_KAB, "32.03")
    sari = pendamping(tx)
    WilayahQ(tx).kenalkan_isi("32.03")
    kode = [w.kode for w in WilayahQ(tx).di_bawah(["32.03"])][:300]
    for n, satu in enumerate(kode):
        for i, giat in enumerate(("PR04", "AS11", "AS15", "PK02")[: n % 5]):
            tx.run(
                "INSERT INTO kegiatan (nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, dicatat) "
                "VALUES (?, ?, ?, ?, 'desa', '2026-11-10', '09:00-10:00', 60, 'x', ?)",
                (f"K-{n}-{i}", sari.id, satu, giat, KINI),
            )
    mulai = time.perf_counter()
    semua = q(tx, hasan).banyak(kode, "pld", TAHUN)
    assert time.perf_counter() - mulai < 1, "about 0.02 s where nobody else computes"
    assert [semua[k]["T4a"].keadaan for k in kode[:6]] == [BELUM, BELUM, BELUM, BELUM, TERPENUHI, BELUM]
    assert sum(c["T1a"].keadaan == TERPENUHI for c in semua.values()) == 240


@pytest.mark.parametrize(("masa", "bulan", "triwulan"), [(TAHUN, 12, 4), (TRIWULAN, 3, 1), (OKTOBER, 1, 1)])
def test_how_often_something_is_due(masa: Masa, bulan: int, triwulan: int) -> None:
    assert (masa.kali("masa"), masa.kali("bulan"), masa.kali("triwulan")) == (1, bulan, triwulan)
