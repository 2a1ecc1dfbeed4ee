"""What was copied to DRP, and what comparisons found: one's own, changed and gone as its owner wishes."""

from __future__ import annotations

from datetime import date

import pytest

from data.datasaya import DataSayaQ
from data.drp_cocok import UMUR
from data.kegiatan import Kegiatan
from data.orang import Orang
from data.penghapusan import TUNDA, PenghapusanQ
from data.simpanan import rapikan
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import SUKAMANAH, desa, isi, pendamping

NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)


def satu(tx: Tx, orang: Orang, **lain: str | int | None) -> Kegiatan:
    k = desa(tx, orang).kegiatan.ambil(desa(tx, orang).kegiatan.catat(isi(**lain), [], None))
    assert k
    return k


def test_ticked_and_let_go(tx: Tx) -> None:
    sari = pendamping(tx)
    k, q = satu(tx, sari), desa(tx, sari).drp_salin
    assert q.rentang(*NOVEMBER) == {}
    q.tandai(k)
    q.tandai(k)
    salinan = q.rentang(*NOVEMBER)[k.id]
    assert salinan.waktu == KINI
    assert salinan.beda(k) == []
    assert q.rentang(date(2026, 10, 1), date(2026, 10, 31)) == {}
    assert q.lepas(k)
    assert not q.lepas(k)
    assert q.rentang(*NOVEMBER) == {}


def test_what_changed_since_is_told(tx: Tx) -> None:
    sari = pendamping(tx, "Bu Sari", "32.03.03.2013", SUKAMANAH)
    k, d = satu(tx, sari), desa(tx, sari)
    d.drp_salin.tandai(k)
    d.kegiatan.ubah(k, {"jam": "09:00-12:00", "menit": 180, "desa": SUKAMANAH, "cara": "daring"}, "")
    baru = d.kegiatan.ambil(k.nomor)
    assert baru
    assert d.drp_salin.rentang(*NOVEMBER)[k.id].beda(baru) == ["jam", "desa", "kunjungan"]
    d.drp_salin.tandai(baru)
    d.kegiatan.ubah(baru, {"cara": "koordinasi", "lokasi": "-6.9,107.1"}, "")
    lagi = d.kegiatan.ambil(k.nomor)
    assert lagi
    assert d.drp_salin.rentang(*NOVEMBER)[k.id].beda(lagi) == [], "DRP's row says nothing of either"


def test_deleted_after_it_was_copied(tx: Tx) -> None:
    sari = pendamping(tx)
    k, d = satu(tx, sari), desa(tx, sari)
    satu(tx, sari, jam="13:00-14:00")
    d.drp_salin.tandai(k)
    assert d.drp_salin.tertinggal(*NOVEMBER) == []
    d.kegiatan.hapus(k)
    assert [(t.k.nomor, t.terhapus) for t in d.drp_salin.tertinggal(*NOVEMBER)] == [(k.nomor, True)]
    assert d.drp_salin.rentang(*NOVEMBER) == {}
    assert desa(tx, pendamping(tx, "Pak Budi")).drp_salin.tertinggal(*NOVEMBER) == []


def test_moved_to_another_month_after_it_was_copied(tx: Tx) -> None:
    """The month that it left is where DRP still has it."""
    sari = pendamping(tx)
    k, d = satu(tx, sari), desa(tx, sari)
    d.drp_salin.tandai(k)
    d.kegiatan.ubah(k, {"tanggal": "2026-10-30"}, "")
    [t] = d.drp_salin.tertinggal(*NOVEMBER)
    assert (t.k.tanggal, t.salinan.isi["tanggal"], t.terhapus) == ("2026-10-30", k.tanggal, False)
    assert d.drp_salin.tertinggal(date(2026, 10, 1), date(2026, 10, 31)) == []
    d.kegiatan.hapus(t.k)
    assert [t.terhapus for t in d.drp_salin.tertinggal(*NOVEMBER)] == [True]
    assert d.drp_salin.tertinggal(date(2026, 10, 1), date(2026, 10, 31)) == []


def test_nobody_else_s(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    k = satu(tx, sari)
    desa(tx, sari).drp_salin.tandai(k)
    desa(tx, sari).drp_cocok.tulis("2026-11", "{}")
    lain = desa(tx, budi)
    assert lain.drp_salin.rentang(*NOVEMBER) == {}
    assert lain.drp_cocok.terakhir("2026-11") is None
    assert not lain.drp_cocok.buang("2026-11")
    with pytest.raises(LookupError):
        lain.drp_salin.tandai(k)
    with pytest.raises(LookupError):
        lain.drp_salin.lepas(k)


def test_a_result_is_there_for_a_day_or_until_it_is_thrown_away(tx: Tx) -> None:
    sari = pendamping(tx)
    q = desa(tx, sari).drp_cocok
    q.tulis("2026-11", "satu")
    q.tulis("2026-11", "dua")
    hasil = q.terakhir("2026-11")
    assert hasil
    assert (hasil.isi, hasil.hapus) == ("dua", KINI + UMUR)
    assert q.terakhir("2026-10") is None
    assert q.terakhir("") == hasil
    assert desa(tx, sari, KINI + UMUR).drp_cocok.terakhir("2026-11") is None
    assert rapikan(tx, KINI + UMUR - 1)["drp_cocok"] == 0
    assert rapikan(tx, KINI + UMUR)["drp_cocok"] == 1
    q.tulis("2026-11", "tiga")
    tiga = q.terakhir("2026-11")
    assert tiga
    q.simpan(tiga)
    q.tulis("2026-11", "empat")
    assert rapikan(tx, KINI + UMUR)["drp_cocok"] == 1
    tersimpan = q.terakhir("2026-11")
    assert tersimpan
    assert (tersimpan.isi, tersimpan.hapus) == ("tiga", None)
    assert q.buang("2026-11")
    assert q.terakhir("2026-11") is None


def test_keeping_takes_the_place_of_what_was_kept(tx: Tx) -> None:
    q = desa(tx, pendamping(tx)).drp_cocok
    for kata in ("satu", "dua"):
        q.tulis("2026-11", kata)
        hasil = q.terakhir("2026-11")
        assert hasil
        q.simpan(hasil)
    rows = tx.all("SELECT isi, hapus FROM drp_cocok")
    assert [(r["isi"], r["hapus"]) for r in rows] == [("dua", None)]


def test_shown_to_its_owner_and_gone_with_them(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    for orang in (sari, budi):
        desa(tx, orang).drp_salin.tandai(satu(tx, orang))
        desa(tx, orang).drp_cocok.tulis("2026-11", "{}")
    semua = DataSayaQ(tx, sari.id).semua()
    assert [(r["nomor"], r["waktu"]) for r in semua["drp_salin"]] == [("K-2611-0001", KINI)]
    assert [r["bulan"] for r in semua["drp_cocok"]] == ["2026-11"]
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    assert DataSayaQ(tx, sari.id).satu("drp_salin") == []
    assert DataSayaQ(tx, sari.id).satu("drp_cocok") == []
    assert len(DataSayaQ(tx, budi.id).satu("drp_salin")) == 1
    assert len(DataSayaQ(tx, budi.id).satu("drp_cocok")) == 1
