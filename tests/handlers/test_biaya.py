"""/biaya: what WhatsApp costs, told to admins alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.orang import ADMIN, PD, TAPM_PROV
from data.outbox import PENGINGAT, OutboxQ
from data.pengaturan import Pengaturan
from data.wa_biaya import LAYANAN, UTILITAS, BatasWa, bulan_biaya
from data.wa_kirim import KirimQ
from handlers.biaya.kata import kabar_anggaran, rupiah
from handlers.dialog.tombol import perintah
from tests.handlers.dialog import obrolan as tampilan
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import PROVINSI, dunia, orang

BATAS = BatasWa(tier=250, anggaran=500_000, tarif={UTILITAS: 350, LAYANAN: 350})


@pytest.fixture
def d(monkeypatch: pytest.MonkeyPatch) -> Dunia:
    monkeypatch.setattr(tampilan, "Pengaturan", lambda: Pengaturan(wa=BATAS))
    return dunia()


@pytest.fixture
def ani(d: Dunia) -> Obrolan:
    return orang(d, "Bu Ani", ADMIN, "0")


def kirim(d: Dunia, wamid: str, tujuan: str = "waA", templat: str = "", waktu: int = 0, **status: object) -> int:
    id_ = OutboxQ(d.tx).antre("whatsapp", tujuan, "{}", d.kini, kelas=PENGINGAT)
    assert id_ is not None
    q = KirimQ(d.tx, BATAS)
    q.ambil_tempat(id_, tujuan, UTILITAS if templat else LAYANAN, templat, waktu or d.kini)
    q.catat(wamid, id_, waktu or d.kini)
    if status:
        q.maju(wamid, "terkirim", waktu or d.kini, **status)  # type: ignore[arg-type]
    return id_


def test_where_nothing_was_sent_it_says_how_to_begin(ani: Obrolan) -> None:
    layar = ani.tulis("/biaya")
    assert "Belum ada pesan lewat WhatsApp" in layar
    assert "docs/operasi-whatsapp.md" in layar


def test_this_month_and_last_by_category_with_the_budget_and_what_waits(d: Dunia, ani: Obrolan) -> None:
    for n in range(3):
        kirim(d, f"u{n}", f"wa{n}", "kd_pengingat", tagih=True, kategori=UTILITAS)
    kirim(d, "l1", tagih=False, kategori=LAYANAN)
    kirim(d, "l2")
    kirim(d, "lama", waktu=bulan_biaya(d.kini)[0] - 1, tagih=True, kategori=LAYANAN)
    for sebab in ("jendela", "jendela", "kuota"):
        id_ = OutboxQ(d.tx).antre("whatsapp", "waX", "{}", d.kini, kelas=PENGINGAT)
        assert id_ is not None
        OutboxQ(d.tx).tahan(id_, sebab, d.kini + 60, sebab)
    assert ani.tulis("biaya").teks == (
        "Biaya WhatsApp\n"
        "Bulan ini, November 2026: Rp 1.400 dari anggaran Rp 500.000 (0%).\n"
        "• Percakapan biasa: 2 pesan, 1 gratis, Rp 350\n"
        "• Pemberitahuan (templat): 3 pesan, Rp 1.050\n\n"
        "Bulan lalu, Oktober 2026: Rp 350.\n"
        "• Percakapan biasa: 1 pesan, Rp 350\n\n"
        "Disapa lebih dulu dalam 24 jam: 3 dari 250 orang.\n"
        "Menunggu: 2 sampai orangnya menulis; 1 sampai jatah orang sehari longgar.\n\n"
        "1 pesan bulan ini dihitung dari tarif di pengaturan, karena WhatsApp belum menyebutkan tagihannya. "
        "Yang pasti ialah tagihan Meta."
    )


def test_what_is_certain_needs_no_excuse_and_no_budget_no_share(
    d: Dunia, ani: Obrolan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tampilan, "Pengaturan", lambda: Pengaturan(wa=replace(BATAS, anggaran=0)))
    kirim(d, "u1", templat="kd_rekap", tagih=True, kategori=UTILITAS)
    layar = ani.tulis("/biaya")
    assert "Bulan ini, November 2026: Rp 350.\n" in layar
    assert "perkiraan" not in layar
    assert "dihitung dari tarif" not in layar
    assert "Menunggu" not in layar


@pytest.mark.parametrize(("peran", "tempat"), [(PD, KECAMATAN), (TAPM_PROV, PROVINSI)])
def test_nobody_else_learns_anything(d: Dunia, peran: str, tempat: str) -> None:
    kirim(d, "u1", templat="kd_rekap")
    layar = orang(d, "Bu Rina", peran, tempat).tulis("/biaya")
    assert "Rp" not in layar


def test_an_admin_whom_nobody_has_confirmed_is_told_who_may(d: Dunia) -> None:
    kirim(d, "u1", templat="kd_rekap")
    desa = orang(d, "Pak Baru", ADMIN, "0", disahkan=False)
    assert "tugasnya sudah disahkan" in desa.tulis("/biaya")
    biaya = desa.desa.biaya
    assert (biaya.bulan().jumlah, biaya.penerima(), biaya.tertahan()) == (0, 0, {})


def test_admins_are_told_what_happens_next() -> None:
    delapan, habis = kabar_anggaran(80, 400_123_400, 500_000), kabar_anggaran(100, 500_000_000, 500_000)
    assert delapan.teks.startswith("Anggaran WhatsApp bulan ini sudah terpakai 80%: Rp 400.123 dari Rp 500.000.")
    assert habis.teks.startswith("Anggaran WhatsApp bulan ini sudah habis: Rp 500.000 dari Rp 500.000.")
    for satu in (delapan, habis):
        assert [t.data for t in satu.tombol] == [perintah("biaya")]
    assert rupiah(1_499) == "Rp 1"
    assert rupiah(0) == "Rp 0"
