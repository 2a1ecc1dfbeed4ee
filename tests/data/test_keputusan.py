"""Decisions: recorded, changed, given to people, carried over, followed to their end; and who may see which."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data.keputusan import (
    BARU,
    BATAL,
    BERJALAN,
    DIBAWA,
    SELESAI,
    TERHAMBAT,
    Calon,
    IsiKeputusan,
    Jumlah,
    Keputusan,
    KeputusanQ,
)
from data.media import MediaQ
from data.musdes.musdes import Mulai
from data.orang import KPMD, PD, PLD, Orang, OrangQ
from data.penghapusan import NAMA_TERHAPUS, TUNDA, PenghapusanQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, pendamping

RABAT = IsiKeputusan(
    "Rabat beton Dusun 2, 120 meter", "mufakat", pj="Kasi Kesra", tenggat="2026-12-05", anggaran=85_000_000,
    sumber_dana="DD",
)  # fmt: skip


def q(tx: Tx, orang: Orang, kini: int = KINI) -> KeputusanQ:
    return desa(tx, orang, kini).keputusan


def musdes(tx: Tx, orang: Orang, *di: str, jenis: str = "rkp", tanggal: str = "2026-11-20") -> int:
    musdes_ = desa(tx, orang).musdes
    satu = musdes_.ambil(musdes_.mulai(Mulai(jenis, di or (SUKAMAJU,), tanggal, "19:30")))
    assert satu
    return satu.id


def tambah(tx: Tx, orang: Orang, m: int, isi: IsiKeputusan = RABAT, **lain: int) -> Keputusan:
    satu = q(tx, orang).ambil(q(tx, orang).tambah(m, isi, **lain))
    assert satu
    return satu


def kini(tx: Tx, orang: Orang, k: Keputusan) -> Keputusan:
    satu = q(tx, orang).ambil(k.nomor)
    assert satu
    return satu


def koordinator(tx: Tx, peran: str = PD, kode: str = KECAMATAN) -> Orang:
    orang = pendamping(tx, f"Bu {peran}", SUKAMANAH)
    tx.run("DELETE FROM penugasan WHERE orang_id = ?", (orang.id,))
    WilayahQ(tx).kenalkan(kode)
    OrangQ(tx).tugaskan(orang.id, peran, kode, date(2026, 10, 1), disahkan=True)
    return OrangQ(tx).ambil(orang.id, KINI)


# -- recording --------------------------------------------------------------------------------------------------------


def test_recorded_and_read_again(tx: Tx) -> None:
    sari = pendamping(tx)
    m = musdes(tx, sari)
    k = tambah(tx, sari, m)
    assert k.nomor == "P-2611-0001"
    assert (k.isi, k.cara, k.pj, k.tenggat, k.anggaran, k.sumber_dana, k.usulan) == (
        "Rabat beton Dusun 2, 120 meter", "mufakat", "Kasi Kesra", "2026-12-05", 85_000_000, "DD", False,
    )  # fmt: skip
    assert (k.status, k.desa, k.musdes, k.jenis, k.tanggal, k.pencatat) == (
        BARU, SUKAMAJU, "M-2611-0001", "rkp", "2026-11-20", sari.id,
    )  # fmt: skip
    assert k.terbuka
    assert q(tx, sari).ambil("p-2611-0001") == k
    assert q(tx, sari).ambil("P-2611-0099") is None
    with pytest.raises(LookupError):
        q(tx, sari).tambah(0, RABAT)


def test_a_decision_stands_before_its_follow_ups(tx: Tx) -> None:
    sari = pendamping(tx)
    m = musdes(tx, sari)
    satu = tambah(tx, sari, m)
    dua = tambah(tx, sari, m, IsiKeputusan("Posyandu tiap tanggal 10"))
    lanjut = tambah(tx, sari, m, IsiKeputusan("Ukur ulang", pj="TPK"), induk=satu.id)
    assert [k.nomor for k in q(tx, sari).dari_musdes(m)] == [satu.nomor, lanjut.nomor, dua.nomor]
    assert q(tx, sari).lanjutan(satu) == [lanjut]
    assert q(tx, sari).induk(lanjut) == satu
    assert q(tx, sari).induk(satu) is None
    assert q(tx, sari).hapus(satu)
    assert [k.nomor for k in q(tx, sari).dari_musdes(m)] == [dua.nomor]
    assert not q(tx, sari).hapus(satu)


def test_a_change_is_kept_with_both_values(tx: Tx) -> None:
    sari = pendamping(tx)
    k = tambah(tx, sari, musdes(tx, sari))
    tx.run("UPDATE musdes SET versi = 1")
    assert not q(tx, sari).ubah(k, {"pj": "Kasi Kesra", "usulan": False})
    assert tx.one("SELECT usang FROM musdes WHERE usang = 1") is None
    assert q(tx, sari).ubah(k, {"tenggat": None, "usulan": True})
    assert kini(tx, sari, k) == replace(k, tenggat=None, usulan=True, diubah=KINI)
    assert tx.one("SELECT usang FROM musdes WHERE usang = 1") is not None
    rows = tx.all("SELECT kolom, sebelum, sesudah FROM jejak WHERE apa = 'ubah' ORDER BY id")
    assert [(r["kolom"], r["sebelum"], r["sesudah"]) for r in rows] == [
        ("tenggat", "2026-12-05", None), ("usulan", "tidak", "ya"),
    ]  # fmt: skip
    with pytest.raises(ValueError):
        q(tx, sari).ubah(k, {"nomor": "P-1"})


def test_another_name_is_another_person(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    k = tambah(tx, sari, musdes(tx, sari))
    q(tx, sari).ubah(k, {"pj": "Pak Budi", "pj_orang": budi.id})
    k = kini(tx, sari, k)
    assert k.pj_orang == budi.id
    q(tx, sari).ubah(k, {"pj": "Sekdes"})
    assert kini(tx, sari, k).pj_orang is None


# -- its states -------------------------------------------------------------------------------------------------------


def test_every_state_stays_in_the_history(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    k = tambah(tx, sari, musdes(tx, sari))
    assert q(tx, budi).tandai(k, TERHAMBAT, "Hujan")
    assert not q(tx, budi).tandai(k, TERHAMBAT, "Hujan")
    assert q(tx, sari, KINI + 60).tandai(k, SELESAI, "Dilihat TPK", "a" * 64)
    k = kini(tx, sari, k)
    assert (k.status, k.alasan, k.bukti, k.terbuka, k.diubah) == (SELESAI, "Dilihat TPK", "a" * 64, False, KINI + 60)
    assert [(p.nama, p.status, p.alasan) for p in q(tx, sari).riwayat(k)] == [
        ("Bu Sari", SELESAI, "Dilihat TPK"), ("Pak Budi", TERHAMBAT, "Hujan"), ("Bu Sari", BARU, ""),
    ]  # fmt: skip
    assert [p.status for p in q(tx, sari).riwayat(k, batas=1, mulai=1)] == [TERHAMBAT]
    assert q(tx, sari).tandai(k, BERJALAN)
    assert kini(tx, sari, k).bukti == "", "the proof was of the state before, and stands in the history"
    jejak = tx.all("SELECT sebelum, sesudah, alasan FROM jejak WHERE apa = 'tandai' ORDER BY id")
    assert [tuple(r[n] for n in ("sebelum", "sesudah", "alasan")) for r in jejak] == [
        (BARU, TERHAMBAT, "Hujan"), (TERHAMBAT, SELESAI, "Dilihat TPK"), (SELESAI, BERJALAN, None),
    ]  # fmt: skip


def test_of_one_that_was_deleted_no_state_changes(tx: Tx) -> None:
    sari = pendamping(tx)
    k = tambah(tx, sari, musdes(tx, sari))
    q(tx, sari).hapus(k)
    assert not q(tx, sari).tandai(k, SELESAI)


# -- lists ------------------------------------------------------------------------------------------------------------


def test_overdue_first_then_by_day_then_without_a_day(tx: Tx) -> None:
    sari = pendamping(tx)
    m = musdes(tx, sari)
    tanpa = tambah(tx, sari, m, replace(RABAT, tenggat=None))
    nanti = tambah(tx, sari, m)
    lewat = tambah(tx, sari, m, replace(RABAT, tenggat="2026-11-09"))
    selesai = tambah(tx, sari, m)
    q(tx, sari).tandai(selesai, SELESAI)
    tambah(tx, sari, m, replace(RABAT, usulan=True))  # waits for money, not for anybody
    for cakupan, kode in (("saya", ""), ("desa", SUKAMAJU), ("kecamatan", KECAMATAN)):
        daftar = q(tx, sari).daftar(cakupan, kode)  # type: ignore[arg-type]
        assert [k.nomor for k in daftar] == [lewat.nomor, nanti.nomor, tanpa.nomor], cakupan
        assert q(tx, sari).jumlah(cakupan, kode) == Jumlah(3, 1)  # type: ignore[arg-type]
    assert q(tx, sari).daftar("saya", lewat=True) == [lewat]
    assert q(tx, sari).daftar("saya", batas=1, mulai=1) == [nanti]
    assert q(tx, sari).jumlah("desa", SUKAMANAH) == Jumlah(0, 0)


def test_a_proposal_that_was_begun_is_awaited(tx: Tx) -> None:
    sari = pendamping(tx)
    k = tambah(tx, sari, musdes(tx, sari), replace(RABAT, usulan=True))
    q(tx, sari).tandai(k, BERJALAN)
    assert [k.nomor for k in q(tx, sari).daftar("saya")] == [k.nomor]


def test_mine_are_those_given_to_me_and_those_i_recorded(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    k = tambah(tx, sari, musdes(tx, sari))
    lain = tambah(tx, sari, musdes(tx, sari))
    assert q(tx, budi).daftar("saya") == []
    q(tx, sari).ubah(k, {"pj": "Pak Budi", "pj_orang": budi.id})
    assert [s.nomor for s in q(tx, budi).daftar("saya")] == [k.nomor]
    assert [s.nomor for s in q(tx, sari).daftar("saya")] == [k.nomor, lain.nomor]
    k = kini(tx, budi, k)
    assert q(tx, budi).boleh_tandai(k)
    assert q(tx, budi).tandai(k, BERJALAN)
    assert not q(tx, budi).boleh_ubah(k)
    with pytest.raises(LookupError):
        q(tx, budi).ubah(k, {"isi": "Lain"})


def test_beyond_the_scope_nothing_is_there(tx: Tx) -> None:
    sari, jauh = pendamping(tx), pendamping(tx, "Pak Jauh", SUKAMANAH)
    m = musdes(tx, sari)
    k = tambah(tx, sari, m)
    assert q(tx, jauh).ambil(k.nomor) is None
    assert q(tx, jauh).dari_musdes(m) == []
    assert q(tx, jauh).daftar("desa", SUKAMAJU) == q(tx, jauh).daftar("kecamatan", KECAMATAN) == []
    for deed in (
        lambda: q(tx, jauh).tandai(k, SELESAI),
        lambda: q(tx, jauh).hapus(k),
        lambda: q(tx, jauh).tambah(m, RABAT),
        lambda: q(tx, jauh).tambah(musdes(tx, jauh, SUKAMANAH), RABAT, dari=k.id),
    ):
        with pytest.raises(LookupError):
            deed()
    tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (sari.id,))
    assert q(tx, sari).ambil(k.nomor) == k, "what one recorded one reads, confirmed or not"
    assert q(tx, sari).tambah(m, RABAT)


def test_one_between_villages_is_read_by_each(tx: Tx) -> None:
    rina = koordinator(tx)
    sari, jauh = pendamping(tx), pendamping(tx, "Pak Jauh", f"{KECAMATAN}.2005")
    k = tambah(tx, rina, musdes(tx, rina, SUKAMAJU, SUKAMANAH, jenis="mad"))
    assert k.desa == KECAMATAN
    assert q(tx, sari).ambil(k.nomor) == k
    assert q(tx, sari).boleh_ubah(k)
    assert [s.nomor for s in q(tx, sari).daftar("desa", SUKAMAJU)] == [k.nomor]
    assert q(tx, jauh).ambil(k.nomor) is None
    assert [s.nomor for s in q(tx, rina).daftar("kecamatan", KECAMATAN)] == [k.nomor]


def test_whom_it_can_be_given_to(tx: Tx) -> None:
    sari, rina = pendamping(tx), koordinator(tx)
    kader, jauh = pendamping(tx, "Kader Ani"), pendamping(tx, "Pak Jauh", SUKAMANAH)
    tx.run("UPDATE penugasan SET peran = ? WHERE orang_id = ?", (KPMD, kader.id))
    assert q(tx, sari).calon_pj(SUKAMAJU) == [
        Calon(rina.id, "Bu pd", (PD,)), Calon(sari.id, "Bu Sari", (PLD,)), Calon(kader.id, "Kader Ani", (KPMD,)),
    ]  # fmt: skip
    assert jauh.id in [c.id for c in q(tx, rina).calon_pj(KECAMATAN)]
    assert [c.id for c in q(tx, jauh).calon_pj(SUKAMAJU)] == [jauh.id]


# -- carried over -----------------------------------------------------------------------------------------------------


def test_carried_over_once(tx: Tx) -> None:
    sari = pendamping(tx)
    lama = tambah(tx, sari, musdes(tx, sari, tanggal="2025-09-10"))
    tambah(tx, sari, musdes(tx, sari, jenis="apb"))
    tambah(tx, sari, musdes(tx, sari), replace(RABAT), induk=lama.id)
    assert q(tx, sari).terbuka_sejenis("rkp", SUKAMAJU) == [lama]
    assert q(tx, sari).terbuka_sejenis("rkp", SUKAMANAH) == []
    m = musdes(tx, sari)
    baru = tambah(tx, sari, m, dari=lama.id)
    assert baru.dari == lama.id
    assert q(tx, sari).tambah(m, RABAT, dari=lama.id) == baru.nomor
    lama = kini(tx, sari, lama)
    assert (lama.status, lama.alasan) == (DIBAWA, f"Dibawa ke {baru.nomor}.")
    assert q(tx, sari).penerus(lama) == baru
    assert q(tx, sari).penerus(baru) is None
    assert q(tx, sari).asal(baru) == lama
    assert q(tx, sari).asal(lama) is None
    assert q(tx, sari).terbuka_sejenis("rkp", SUKAMAJU) == [baru]


def test_what_is_deleted_gives_the_old_one_back(tx: Tx) -> None:
    sari = pendamping(tx)
    lama = tambah(tx, sari, musdes(tx, sari, tanggal="2025-09-10"))
    q(tx, sari).tandai(lama, TERHAMBAT, "Belum ada dana")
    m = musdes(tx, sari)
    baru = tambah(tx, sari, m, dari=lama.id)
    q(tx, sari).hapus(baru)
    assert kini(tx, sari, lama).status == TERHAMBAT
    assert [k.nomor for k in q(tx, sari).terbuka_sejenis("rkp", SUKAMAJU)] == [lama.nomor]
    assert q(tx, sari).tambah(m, replace(RABAT, pj="TPK"), dari=lama.id) == baru.nomor
    assert kini(tx, sari, baru).pj == "TPK"
    assert kini(tx, sari, lama).status == DIBAWA


def test_one_that_somebody_else_ended_meanwhile_stays_ended(tx: Tx) -> None:
    sari = pendamping(tx)
    lama = tambah(tx, sari, musdes(tx, sari, tanggal="2025-09-10"))
    baru = tambah(tx, sari, musdes(tx, sari), dari=lama.id)
    q(tx, sari).tandai(lama, SELESAI)
    q(tx, sari).hapus(baru)
    assert kini(tx, sari, lama).status == SELESAI


def test_set_aside_for_next_year_is_offered_then(tx: Tx) -> None:
    sari = pendamping(tx)
    k = tambah(tx, sari, musdes(tx, sari))
    q(tx, sari).tandai(k, DIBAWA, "Dana habis")
    assert q(tx, sari).daftar("saya") == []
    assert [s.nomor for s in q(tx, sari).terbuka_sejenis("rkp", SUKAMAJU)] == [k.nomor]


def test_proposals_that_nobody_paid_for(tx: Tx) -> None:
    sari = pendamping(tx)
    usul = replace(RABAT, usulan=True)
    m = musdes(tx, sari, jenis="musrenbang", tanggal="2026-09-01")
    satu, jadi, batal, bawa = (tambah(tx, sari, m, usul) for _ in range(4))
    tambah(tx, sari, m)
    q(tx, sari).tandai(jadi, SELESAI)
    q(tx, sari).tandai(batal, BATAL)
    assert [k.nomor for k in q(tx, sari).usulan_tertinggal(SUKAMAJU, 2026)] == [satu.nomor, bawa.nomor]
    depan = musdes(tx, sari, jenis="musrenbang", tanggal="2027-09-01")
    baru = tambah(tx, sari, depan, usul, dari=bawa.id)
    assert [k.nomor for k in q(tx, sari).usulan_tertinggal(SUKAMAJU, 2026)] == [satu.nomor]
    assert [k.nomor for k in q(tx, sari).usulan_tertinggal(SUKAMAJU, 2027)] == [satu.nomor, baru.nomor]
    assert q(tx, sari).usulan_tertinggal(SUKAMAJU, 2025) == []


def test_its_words_are_put_where_they_are_looked_for(tx: Tx) -> None:
    class Cari:
        def __init__(self) -> None:
            self.ada: dict[tuple[str, int], str] = {}

        def catat(self, apa: str, acuan: int, desa: str, tanggal: str, orang_id: int, teks: str) -> None:
            self.ada[apa, acuan] = f"{desa} {tanggal} {orang_id} {teks}"

        def buang(self, apa: str, acuan: int) -> None:
            del self.ada[apa, acuan]

    sari = pendamping(tx)
    cari, di = Cari(), desa(tx, sari)
    m = musdes(tx, sari)
    kep = KeputusanQ(tx, di._pelaku, di.jejak, di.lingkup, di._hari, cari)
    k = kep.ambil(kep.tambah(m, RABAT))
    assert k
    kep.ubah(k, {"pj": "TPK"})
    assert cari.ada == {("keputusan", k.id): f"{SUKAMAJU} 2026-11-20 {sari.id} Rabat beton Dusun 2, 120 meter TPK DD"}
    kep.hapus(k)
    assert cari.ada == {}


# -- erasure ----------------------------------------------------------------------------------------------------------


def test_who_goes_is_no_longer_named_and_what_was_shown_stays(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    k = tambah(tx, sari, musdes(tx, sari), replace(RABAT, pj="Pak Budi", pj_orang=budi.id))
    for sidik in ("a" * 64, "b" * 64):
        MediaQ(tx).daftarkan(sidik, "image/jpeg", 1, KINI)
    q(tx, budi).tandai(k, SELESAI, "", "a" * 64)
    q(tx, sari).tandai(k, BERJALAN)
    jawaban = f'{{"foto": ["{"a" * 64}", "{"b" * 64}"]}}'
    tx.run(
        "INSERT INTO percakapan (orang_id, dialog, status, keadaan, dibuat, diubah) VALUES (?, 'tandai', 'selesai', ?, ?, ?)",
        (budi.id, jawaban, KINI, KINI),
    )
    PenghapusanQ(tx, KINI - TUNDA).minta(budi.id)
    assert PenghapusanQ(tx, KINI).jalankan(budi.id).foto == ("b" * 64,)
    k = kini(tx, sari, k)
    assert (k.pj, k.pj_orang) == (NAMA_TERHAPUS, None)
    assert NAMA_TERHAPUS in [p.nama for p in q(tx, sari).riwayat(k)]
