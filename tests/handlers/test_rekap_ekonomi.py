"""BLT and BUM Desa in the week's recap: in its words, in its picture, and the lists behind both figures."""

from __future__ import annotations

from datetime import date

from data.blt import BltBaru, SalurBaru
from data.orang import PD
from handlers.rekap.gambar import isi_gambar
from handlers.rekap.kata import teks_rekap
from handlers.rekap.sebut import sebut_langkah
from tests.handlers.dialog.obrolan import KECAMATAN, Obrolan
from tests.handlers.tim_dunia import SUKAMAJU, dunia, orang

SENIN = date(2026, 11, 16)


def rina() -> Obrolan:
    d = dunia()
    sari, o = orang(d, "Bu Sari"), orang(d, "Bu Rina", PD, KECAMATAN)
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000, 7, 12))
    sari.desa.blt.bayar(SalurBaru(SUKAMAJU, 2026, 7, 9, "2026-11-18", 40, 36_000_000))
    sari.desa.bumdes.gerakkan(SUKAMAJU, 3, date(2026, 11, 17))
    sari.desa.bumdes.gerakkan(SUKAMAJU, 4, date(2026, 11, 19))
    return o


def test_what_was_paid_who_is_late_and_what_moved() -> None:
    o = rina()
    angka = o.desa.rekap.pekan(KECAMATAN, SENIN)
    assert angka
    assert not angka.kosong
    teks = teks_rekap(angka, nama=True)
    assert "BLT diserahkan kepada 40 keluarga (Rp36.000.000)." in teks
    assert "BUM Desa: Sukamaju musdes pendirian." in teks
    assert "BLT terlambat: Sukamaju." in teks
    baris = [b["kata"] for b in isi_gambar(angka)["baris"]]
    assert baris == ["keluarga menerima BLT", "langkah BUM Desa bergerak", "desa terlambat membayar BLT"]


def test_the_lists_behind_them() -> None:
    o = rina()
    layar = o.tulis(f"/rekap {KECAMATAN} {SENIN} semua")
    assert {"BLT diserahkan", "BLT terlambat", "Langkah BUM Desa"} <= set(layar.daftar)
    butir = o.tekan("BLT terlambat").pesan.daftar[0]
    assert (butir.label, butir.ket) == ("Sukamaju", "belum dibayar: Oktober")
    assert "Terlambat: Oktober" in o.tekan("Sukamaju")
    butir = o.tulis(f"/rekap {KECAMATAN} {SENIN} bltsalur").pesan.daftar[0]
    assert (butir.label, butir.ket) == ("40 keluarga", "1 kali di 1 desa, Rp36.000.000")
    butir = o.tulis(f"/rekap {KECAMATAN} {SENIN} bumdeslangkah").pesan.daftar[0]
    assert (butir.label, butir.ket) == ("Sukamaju", "musdes pendirian")
    o.tulis(f"/rekap {KECAMATAN} 2026-11-02 bltsalur")
    assert "Tidak ada." in o.layar


def test_a_step_that_left_the_catalogue_keeps_its_number() -> None:
    assert sebut_langkah(77) == "langkah 77"
