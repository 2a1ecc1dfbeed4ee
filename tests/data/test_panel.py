"""Links that open the panel once, and the browsers that are inside: short-lived, and never after their person is out."""

from __future__ import annotations

import pytest

from data.alamat import AlamatQ
from data.orang import OrangQ
from data.panel import DIAM, GESER, PALING_LAMA, UMUR_TAUTAN, PanelMasukQ
from data.penghapusan import PenghapusanQ
from data.simpanan import rapikan
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import pendamping


def q(tx: Tx, kini: int = KINI) -> PanelMasukQ:
    return PanelMasukQ(tx, kini)


def di_dalam(tx: Tx, rahasia: str, kini: int = KINI) -> int:
    """Whose session it is; 0 for none."""
    sesi = q(tx, kini).sesi(rahasia)
    return sesi.orang_id if sesi else 0


def test_a_link_opens_once_and_looking_does_not_use_it_up(tx: Tx) -> None:
    rina = pendamping(tx, "Bu Rina")
    kode = q(tx).buat(rina.id)
    assert len(kode) >= 43, "256 bits"
    assert q(tx).berlaku(kode)
    assert q(tx).berlaku(kode)
    sesi = q(tx).masuk(kode)
    assert di_dalam(tx, sesi) == rina.id
    assert not q(tx).berlaku(kode)
    assert q(tx).masuk(kode) == ""
    assert q(tx).terbuka(rina.id) == 1


def test_only_prints_are_stored(tx: Tx) -> None:
    kode = q(tx).buat(pendamping(tx).id)
    sesi = q(tx).masuk(kode)
    rows = [*tx.all("SELECT * FROM panel_tautan"), *tx.all("SELECT * FROM panel_sesi")]
    tersimpan = str([[row[k] for k in row.keys()] for row in rows])  # noqa: SIM118 -- a sqlite3.Row is its values
    assert kode not in tersimpan
    assert sesi not in tersimpan


def test_ten_minutes_and_the_newest_link_alone(tx: Tx) -> None:
    rina = pendamping(tx, "Bu Rina")
    lama = q(tx).buat(rina.id)
    baru = q(tx).buat(rina.id)
    assert not q(tx).berlaku(lama)
    assert q(tx).masuk(lama) == ""
    assert q(tx, KINI + UMUR_TAUTAN - 1).berlaku(baru)
    assert not q(tx, KINI + UMUR_TAUTAN).berlaku(baru)
    assert q(tx, KINI + UMUR_TAUTAN).masuk(baru) == ""
    assert q(tx, KINI + UMUR_TAUTAN - 1).masuk(baru)


@pytest.mark.parametrize("tebakan", ["", "x", "' OR 1=1 --", "0" * 64])
def test_a_guess_is_nothing(tx: Tx, tebakan: str) -> None:
    q(tx).buat(pendamping(tx).id)
    assert not q(tx).berlaku(tebakan)
    assert q(tx).masuk(tebakan) == ""
    assert q(tx).sesi(tebakan) is None


def test_a_session_slides_with_use_and_ends_after_twelve_hours_whatever_is_done(tx: Tx) -> None:
    rina = pendamping(tx, "Bu Rina")
    sesi = q(tx).masuk(q(tx).buat(rina.id))
    assert di_dalam(tx, sesi, KINI + DIAM - 1) == rina.id
    assert di_dalam(tx, sesi, KINI + DIAM) == 0
    awal = q(tx, KINI + GESER - 1).sesi(sesi)
    assert awal
    assert not awal.geser, "not written anew at every request"
    kini = KINI
    for _ in range(20):
        kini += 3_600
        dalam = q(tx, kini).sesi(sesi)
        if dalam is None:
            break
        if dalam.geser:
            q(tx, kini).perpanjang(sesi)
    assert kini == KINI + PALING_LAMA
    q(tx, kini).perpanjang(sesi)
    assert di_dalam(tx, sesi, kini) == 0, "what has ended does not begin again"
    q(tx, kini).perpanjang("entah")


def test_leaving_ends_one_browser_and_closing_all(tx: Tx) -> None:
    rina = pendamping(tx, "Bu Rina")
    satu, dua = (q(tx).masuk(q(tx).buat(rina.id)) for _ in range(2))
    kode = q(tx).buat(rina.id)
    q(tx).keluar(satu)
    assert (di_dalam(tx, satu), di_dalam(tx, dua)) == (0, rina.id)
    assert q(tx).tutup(rina.id) == 1
    assert di_dalam(tx, dua) == 0
    assert not q(tx).berlaku(kode)
    assert q(tx).tutup(rina.id) == 0


def test_an_address_that_is_locked_or_let_go_closes_the_panel(tx: Tx) -> None:
    rina = pendamping(tx, "Bu Rina")
    OrangQ(tx).pasang_alamat(rina.id, "web", "lain", KINI)
    alamat = AlamatQ(tx)
    for ke, tutup in (("lain", alamat.lepas), ("Bu Rina", alamat.kunci)):
        sesi = q(tx).masuk(q(tx).buat(rina.id))
        kode = q(tx).buat(rina.id)
        satu = alamat.di("web", ke)
        assert satu
        tutup(satu)
        assert di_dalam(tx, sesi) == 0
        assert not q(tx).berlaku(kode)


def test_somebody_without_any_open_address_is_out(tx: Tx) -> None:
    rina = pendamping(tx, "Bu Rina")
    sesi = q(tx).masuk(q(tx).buat(rina.id))
    tx.run("UPDATE alamat SET status = 'dikunci' WHERE orang_id = ?", (rina.id,))
    assert di_dalam(tx, sesi) == 0
    tx.run("UPDATE alamat SET status = 'tutup' WHERE orang_id = ?", (rina.id,))
    assert di_dalam(tx, sesi) == rina.id, "who blocked the bot has not lost their browser"


def test_erasure_and_the_broom_leave_nothing(tx: Tx) -> None:
    rina, hasan = pendamping(tx, "Bu Rina"), pendamping(tx, "Pak Hasan")
    for siapa in (rina, hasan):
        q(tx).masuk(q(tx).buat(siapa.id))
        q(tx).buat(siapa.id)
    PenghapusanQ(tx, KINI).jalankan(rina.id)
    for tabel in ("panel_tautan", "panel_sesi"):
        assert [r["orang_id"] for r in tx.all(f"SELECT DISTINCT orang_id FROM {tabel}")] == [hasan.id]
    bersih = rapikan(tx, KINI + UMUR_TAUTAN)
    assert (bersih["panel_tautan"], bersih["panel_sesi"]) == (1, 0)
    assert rapikan(tx, KINI + DIAM)["panel_sesi"] == 1
