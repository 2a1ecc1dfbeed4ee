"""One village's history, for one village and for twelve hundred."""

from __future__ import annotations

import pytest

from data.kegiatan import Isi
from data.orang import ADMIN, CAMAT, PD, TAPM_KAB
from data.wilayah import WilayahQ
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.test_libur import orang

SUKAMAJU = f"{KECAMATAN}.2013"


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def sari(dunia: Dunia) -> Obrolan:
    return dunia.orang("Bu Sari", desa=["2013"])


def isi(sari: Obrolan, jumlah: int, bulan: str = "2026-11") -> list[str]:
    return [
        sari.desa.kegiatan.catat(
            Isi(SUKAMAJU, "AS11", "desa", f"{bulan}-{n % 18 + 1:02}", "09:00-11:00", 120, "Papan terpasang."), [], None
        )
        for n in range(jumlah)
    ]


def test_the_only_village_is_not_asked_for(sari: Obrolan) -> None:
    assert "Belum ada catatan" in sari.tulis("riwayat desa")
    isi(sari, 3)
    assert sari.tulis("riwayat desa").pesan.judul == "Desa Sukamaju, November 2026"
    assert len(sari.layar.daftar) == 3


def test_months_and_pages(sari: Obrolan) -> None:
    isi(sari, 20)
    isi(sari, 1, "2026-09")
    assert sari.tulis("riwayat desa sukamaju").tombol == ["Lebih lama ›", "September 2026"]
    assert sari.tekan("Lebih lama ›").tombol == ["Lebih lama ›", "‹ Lebih baru", "September 2026"]
    assert sari.tekan("Lebih lama ›").tombol == ["‹ Lebih baru", "September 2026"]
    assert len(sari.layar.daftar) == 4
    assert sari.tekan("September 2026").pesan.judul == "Desa Sukamaju, September 2026"
    assert sari.tulis("riwayat desa bulan lalu").pesan.judul == "Desa Sukamaju, Oktober 2026"
    assert sari.tulis("/riwayat_desa 2026-09 32.03.03.2013 7").pesan.judul == "Desa Sukamaju, September 2026"


def test_unconfirmed_nothing_of_others_is_read(dunia: Dunia, sari: Obrolan) -> None:
    (nomor,) = isi(sari, 1)
    baru = orang(dunia, PD, KECAMATAN, disahkan=False)
    assert "setelah tugas Anda disahkan" in baru.tulis("riwayat desa sukamaju")
    assert baru.tulis(f"riwayat {nomor}").teks.replace(nomor, "") == baru.tulis("riwayat K-2611-9999").teks.replace(
        "K-2611-9999", ""
    )


@pytest.mark.parametrize(("peran", "kode"), [(CAMAT, KECAMATAN), (ADMIN, "0"), (TAPM_KAB, "32.03")])
def test_who_reads_along_opens_an_entry_without_changing_it(dunia: Dunia, sari: Obrolan, peran: str, kode: str) -> None:
    (nomor,) = isi(sari, 1)
    layar = orang(dunia, peran, kode).tulis(f"/riwayat_desa {nomor}")
    assert "Dicatat oleh Bu Sari." in layar
    assert layar.tombol == ["Riwayat desa"]
    assert "tidak ada" in orang(dunia, peran, kode).tulis("/riwayat_desa K-2611-9999")


def test_one_s_own_entry_keeps_its_buttons(sari: Obrolan) -> None:
    (nomor,) = isi(sari, 1)
    assert "Ubah" in sari.tulis(f"riwayat {nomor}").tombol


def test_twelve_hundred_villages_are_found_by_typing(dunia: Dunia) -> None:
    kab = orang(dunia, TAPM_KAB, "32.03")
    wilayah = WilayahQ(dunia.tx)
    for kode in ("32.03", "32.04", "32.05"):
        wilayah.kenalkan_isi(kode)
    kab.desa.orang.tugaskan(kab.id, TAPM_KAB, "32.04", dunia.hari_ini, disahkan=True)
    kab.desa.orang.tugaskan(kab.id, TAPM_KAB, "32.05", dunia.hari_ini, disahkan=True)
    layar = kab.tulis("/riwayat_desa")
    assert "Ada 1" in layar
    assert layar.tombol == ["Lainnya ›"]
    assert kab.tekan("Lainnya ›").tombol == ["Lainnya ›", "‹ Sebelumnya"]
    assert "Riwayat desa mana?" in kab.tulis("riwayat desa sukamaju")
    assert len(kab.layar.daftar) > 1
    assert kab.tulis("riwayat desa sukamaju cibeber").pesan.judul == "Desa Sukamaju, November 2026"
    assert "Lainnya ›" in kab.tulis("riwayat desa 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 suka").tombol
    assert "belum ketemu" in kab.tulis("riwayat desa bakongan")
    assert "Riwayat desa mana?" in kab.tekan("Pilih desa")
