"""Tasks: given once, marked once, and seen by who gave them."""

from __future__ import annotations

from datetime import date

import pytest

from data.orang import Orang
from data.store import Tx
from data.telusur import TelusurQ
from data.tugas import DIKERJAKAN, SELESAI, TERKENDALA, Bagian, TugasQ
from tests.data.dunia import desa, pendamping

TENGGAT = date(2026, 11, 27)


def q(tx: Tx, orang: Orang) -> TugasQ:
    return desa(tx, orang).tugas


def test_given_marked_closed_and_opened(tx: Tx) -> None:
    rina, sari, budi = (pendamping(tx, nama) for nama in ("Bu Rina", "Bu Sari", "Pak Budi"))
    nomor = q(tx, rina).beri("Foto papan", TENGGAT, [sari.id, budi.id, sari.id], None)
    assert nomor == "T-2611-0001"
    satu = q(tx, sari).ambil(nomor.lower())
    assert satu
    assert (satu.judul, satu.tenggat, satu.pemberi, satu.ditutup) == ("Foto papan", "2026-11-27", "Bu Rina", None)
    assert q(tx, sari).milik() == [(satu, "baru")]
    assert q(tx, rina).diberi() == [satu]
    assert q(tx, sari).tandai(satu, DIKERJAKAN) == "tersimpan"
    assert q(tx, sari).tandai(satu, DIKERJAKAN) == "sama"
    assert q(tx, budi).tandai(satu, TERKENDALA, "Jembatan putus") == "tersimpan"
    assert q(tx, rina).bagian(satu) == [
        Bagian(sari.id, "Bu Sari", DIKERJAKAN, "", bertugas=True),
        Bagian(budi.id, "Pak Budi", TERKENDALA, "Jembatan putus", bertugas=True),
    ]
    assert not q(tx, sari).tutup(satu), "only who gave it"
    assert q(tx, rina).tutup(satu)
    assert not q(tx, rina).tutup(satu)
    tutup = q(tx, rina).ambil(nomor)
    assert tutup
    assert q(tx, sari).tandai(tutup, SELESAI) == "ditutup"
    assert q(tx, sari).milik() == []
    assert q(tx, rina).buka(tutup)
    assert not q(tx, rina).buka(tutup)
    assert q(tx, sari).tandai(satu, SELESAI) == "tersimpan"
    assert q(tx, sari).milik() == []


def test_closed_while_it_is_being_marked(tx: Tx) -> None:
    rina, sari = pendamping(tx, "Bu Rina"), pendamping(tx)
    terbuka = q(tx, rina).ambil(q(tx, rina).beri("Foto", TENGGAT, [sari.id], None))
    assert terbuka
    q(tx, rina).tutup(terbuka)
    assert q(tx, sari).tandai(terbuka, SELESAI) == "ditutup"
    assert q(tx, rina).bagian(terbuka)[0].status == "baru"


def test_nobody_else_learns_of_it(tx: Tx) -> None:
    rina, sari, budi = (pendamping(tx, nama) for nama in ("Bu Rina", "Bu Sari", "Pak Budi"))
    nomor = q(tx, rina).beri("Foto", TENGGAT, [sari.id], None)
    satu = q(tx, rina).ambil(nomor)
    assert satu
    assert q(tx, budi).ambil(nomor) is None
    assert q(tx, budi).bagian_sendiri(satu) is None
    with pytest.raises(LookupError):
        q(tx, budi).tandai(satu, SELESAI)


def test_of_whose_assignments_ended_nothing_is_awaited(tx: Tx) -> None:
    rina, sari = pendamping(tx, "Bu Rina"), pendamping(tx)
    satu = q(tx, rina).ambil(q(tx, rina).beri("Foto", TENGGAT, [sari.id], None))
    assert satu
    tx.run("UPDATE penugasan SET sampai = '2026-11-20' WHERE orang_id = ?", (sari.id,))
    assert [b.bertugas for b in q(tx, rina).bagian(satu)] == [False]


def test_its_trail_is_the_giver_s_and_each_one_s_own(tx: Tx) -> None:
    rina, sari, budi = (pendamping(tx, nama) for nama in ("Bu Rina", "Bu Sari", "Pak Budi"))
    nomor = q(tx, rina).beri("Foto", TENGGAT, [sari.id, budi.id], None)
    for orang in (sari, budi):
        satu = q(tx, orang).ambil(nomor)
        assert satu
        q(tx, orang).tandai(satu, SELESAI)

    def telusur(orang: Orang) -> TelusurQ:
        return desa(tx, orang).telusur

    assert [b.nama for b in telusur(rina).tugas(nomor)] == ["Pak Budi", "Bu Sari", "Bu Rina"]
    assert [b.nama for b in telusur(sari).tugas(nomor)] == ["Bu Sari"]
    assert telusur(sari).tugas("T-2611-0099") == []
    assert [b.apa for b in telusur(rina).orang(rina.id)] == ["beri"]
    assert telusur(rina).orang(sari.id) == []
