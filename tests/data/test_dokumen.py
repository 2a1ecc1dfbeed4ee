"""Documents: each their owner's, for a day, unless something keeps them; no file without a row that will clear it."""

from __future__ import annotations

import hashlib

import pytest

from data.datasaya import DataSayaQ
from data.dokumen import SEKALI, UMUR, DokumenHilang, DokumenQ, bersihkan
from data.dokumen_jenis import PDF
from data.media import Gudang, MediaQ
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from data.penghapusan import TUNDA, PenghapusanQ
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import pendamping

ISI = b"%PDF-1.7 satu"
SIDIK = hashlib.sha256(ISI).hexdigest()


def q(tx: Tx, orang_id: int, gudang: Gudang, kini: int = KINI) -> DokumenQ:
    return DokumenQ(tx, orang_id, kini, Pengaturan(media=gudang.folder))


def terima(tx: Tx, orang_id: int, gudang: Gudang, isi: bytes = ISI, *, kini: int = KINI, nama: str = "drp.pdf") -> str:
    """As the inbox does: its row, then its file."""
    sidik = hashlib.sha256(isi).hexdigest()
    q(tx, orang_id, gudang, kini).terima(sidik, nama, PDF, len(isi))
    assert gudang.simpan(isi) == sidik
    return sidik


def ada(gudang: Gudang, sidik: str = SIDIK) -> bool:
    return gudang.jalur(sidik).exists()


def test_it_is_there_for_a_day_and_then_it_is_nowhere(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    terima(tx, sari.id, gudang)
    dokumen = q(tx, sari.id, gudang).satu(SIDIK)
    assert dokumen
    assert (dokumen.nama, dokumen.mime, dokumen.ukuran, dokumen.guna) == ("drp.pdf", PDF, len(ISI), "")
    assert q(tx, sari.id, gudang, KINI + UMUR - 1).isi(SIDIK) == ISI
    assert bersihkan(tx, gudang, KINI + UMUR - 1) == 0
    lewat = q(tx, sari.id, gudang, KINI + UMUR)
    assert (lewat.satu(SIDIK), lewat.ada(SIDIK), lewat.semua(), lewat.berawalan(SIDIK[:12])) == (None, False, [], None)
    with pytest.raises(DokumenHilang):
        lewat.isi(SIDIK)
    with pytest.raises(DokumenHilang):
        lewat.simpan(SIDIK, "templat:laporan")
    assert ada(gudang)
    assert bersihkan(tx, gudang, KINI + UMUR) == 1
    assert not ada(gudang)
    assert tx.all("SELECT * FROM dokumen") == []
    assert bersihkan(tx, gudang, KINI + UMUR) == 0


def test_nobody_sees_anybody_elses(tx: Tx, gudang: Gudang) -> None:
    sari, rina = pendamping(tx), pendamping(tx, "Bu Rina")
    terima(tx, sari.id, gudang)
    punya_rina = q(tx, rina.id, gudang)
    assert not punya_rina.ada(SIDIK)
    assert punya_rina.berawalan(SIDIK[:12]) is None
    punya_rina.buang(SIDIK)
    assert not punya_rina.lepas("")
    with pytest.raises(DokumenHilang):
        punya_rina.isi(SIDIK)
    with pytest.raises(DokumenHilang):
        punya_rina.simpan(SIDIK, "templat:laporan")
    assert q(tx, sari.id, gudang).isi(SIDIK) == ISI


def test_the_same_file_of_two_people_goes_with_the_last_of_them(tx: Tx, gudang: Gudang) -> None:
    sari, rina = pendamping(tx), pendamping(tx, "Bu Rina")
    terima(tx, sari.id, gudang)
    terima(tx, rina.id, gudang, kini=KINI + 100, nama="punya rina.pdf")
    q(tx, sari.id, gudang).buang(SIDIK)
    assert bersihkan(tx, gudang, KINI) == 1
    assert q(tx, rina.id, gudang).isi(SIDIK) == ISI
    assert bersihkan(tx, gudang, KINI + 100 + UMUR) == 1
    assert not ada(gudang)


def test_both_due_at_once_leave_nothing(tx: Tx, gudang: Gudang) -> None:
    for nama in ("sari", "rina"):
        terima(tx, pendamping(tx, nama).id, gudang)
    assert bersihkan(tx, gudang, KINI + UMUR) == 2
    assert not ada(gudang)


def test_what_is_also_known_as_a_picture_stays_on_disk(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    terima(tx, sari.id, gudang)
    MediaQ(tx).daftarkan(SIDIK, "image/jpeg", 1, KINI)
    bersihkan(tx, gudang, KINI + UMUR)
    assert ada(gudang)
    assert tx.all("SELECT * FROM dokumen") == []


def test_sent_again_it_waits_anew_under_its_new_name(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    terima(tx, sari.id, gudang)
    terima(tx, sari.id, gudang, kini=KINI + 1_000, nama="baru.pdf")
    assert [d.nama for d in q(tx, sari.id, gudang).semua()] == ["baru.pdf"]
    assert bersihkan(tx, gudang, KINI + UMUR) == 0
    assert bersihkan(tx, gudang, KINI + 1_000 + UMUR) == 1


def test_what_is_kept_stays_until_it_is_let_go(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    terima(tx, sari.id, gudang)
    dokumen = q(tx, sari.id, gudang)
    dokumen.simpan(SIDIK, "templat:laporan")
    dokumen.buang(SIDIK)
    terima(tx, sari.id, gudang, kini=KINI + 9, nama="lain.pdf")
    kelak = q(tx, sari.id, gudang, KINI + 99 * UMUR)
    assert bersihkan(tx, gudang, KINI + 99 * UMUR) == 0
    templat = kelak.dari("templat:laporan")
    assert templat
    assert (templat.nama, templat.hapus) == ("drp.pdf", None)
    assert kelak.isi(SIDIK) == ISI
    assert kelak.lepas("templat:laporan")
    assert kelak.dari("templat:laporan") is None
    assert bersihkan(tx, gudang, KINI + 99 * UMUR) == 1
    assert not ada(gudang)


def test_a_newer_one_takes_the_place_of_the_former(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    dokumen = q(tx, sari.id, gudang)
    lama, baru = terima(tx, sari.id, gudang, b"%PDF lama"), terima(tx, sari.id, gudang, b"%PDF baru")
    dokumen.simpan(lama, "templat:laporan")
    dokumen.simpan(baru, "templat:laporan")
    dokumen.simpan(baru, "templat:laporan")
    templat = dokumen.dari("templat:laporan")
    assert templat
    assert templat.sidik == baru
    assert not dokumen.ada(lama)
    bersihkan(tx, gudang, KINI)
    assert (ada(gudang, lama), ada(gudang, baru)) == (False, True)


def test_a_crash_before_the_file_or_after_it_is_made_good(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    q(tx, sari.id, gudang).terima(SIDIK, "drp.pdf", PDF, len(ISI))  # killed before the file
    with pytest.raises(DokumenHilang):
        q(tx, sari.id, gudang).isi(SIDIK)
    assert bersihkan(tx, gudang, KINI + UMUR) == 1
    terima(tx, sari.id, gudang)
    gudang.hapus(SIDIK)  # killed between the file's going and the row's
    assert bersihkan(tx, gudang, KINI + UMUR) == 1
    assert tx.all("SELECT * FROM dokumen") == []


def test_what_a_killed_program_had_half_written_goes_too(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    q(tx, sari.id, gudang).terima(SIDIK, "drp.pdf", PDF, len(ISI))
    separuh = gudang.jalur(SIDIK).with_name(f"{gudang.jalur(SIDIK).name}.0a1b2c3d.baru")
    separuh.parent.mkdir(parents=True)
    separuh.write_bytes(ISI[:4])
    lain = terima(tx, sari.id, gudang, b"%PDF lain", kini=KINI + 9)
    bersihkan(tx, gudang, KINI + UMUR)
    assert not separuh.exists()
    assert ada(gudang, lain)


def test_many_go_in_parts(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    for n in range(SEKALI + 3):
        q(tx, sari.id, gudang).terima(f"{n:064x}", "a.pdf", PDF, 1)
    assert [bersihkan(tx, gudang, KINI + UMUR) for _ in range(3)] == [SEKALI, 3, 0]


def test_without_a_folder_nothing_can_be_read(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    terima(tx, sari.id, gudang)
    with pytest.raises(DokumenHilang):
        DokumenQ(tx, sari.id, KINI, Pengaturan()).isi(SIDIK)


def test_a_button_names_it_by_its_first_twelve(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    terima(tx, sari.id, gudang)
    ketemu = q(tx, sari.id, gudang).berawalan(SIDIK[:12])
    assert ketemu
    assert ketemu.sidik == SIDIK
    assert q(tx, sari.id, gudang).berawalan("0" * 12) is None


def test_with_its_person_everything_goes_kept_or_not(tx: Tx, gudang: Gudang) -> None:
    sari = pendamping(tx)
    terima(tx, sari.id, gudang)
    dua = terima(tx, sari.id, gudang, b"%PDF dua", nama="templat rahasia.pdf")
    q(tx, sari.id, gudang).simpan(dua, "templat:laporan")
    assert [b["nama_berkas"] for b in DataSayaQ(tx, sari.id).satu("dokumen")] == ["drp.pdf", "templat rahasia.pdf"]
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    assert {row["nama"] for row in tx.all("SELECT nama FROM dokumen")} == {""}
    assert DataSayaQ(tx, sari.id).satu("dokumen") == []
    assert not q(tx, sari.id, gudang).ada(dua)
    assert bersihkan(tx, gudang, KINI) == 2
    assert not ada(gudang)
    assert not ada(gudang, dua)
    assert OrangQ(tx).ambil(sari.id, KINI)
