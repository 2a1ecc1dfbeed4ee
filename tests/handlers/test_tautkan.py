"""Addresses joined, let go, closed and opened: who may, what everybody is told, and what is refused."""

from __future__ import annotations

import msgspec
import pytest

from data.orang import PD, OrangQ
from data.tautan import Keadaan, TautanQ
from handlers.dialog.pesan import Pesan
from handlers.dialog.tombol import perintah
from handlers.diri.sebut_alamat import sebut_kanal
from handlers.diri.terkunci import kode_tautan, tetap_tutup
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def sari(dunia: Dunia) -> Obrolan:
    sari = dunia.orang("Bu Sari")
    OrangQ(dunia.tx).pasang_alamat(sari.id, "telegram", "1234567", dunia.kini)
    return sari


@pytest.fixture
def rina(dunia: Dunia) -> Obrolan:
    rina = dunia.orang("Bu Rina", peran=None)
    OrangQ(dunia.tx).tugaskan(rina.id, PD, KECAMATAN, dunia.hari_ini, disahkan=True)
    return rina


def kabar(dunia: Dunia) -> list[tuple[str, str]]:
    rows = dunia.tx.all("SELECT kanal, isi FROM outbox ORDER BY id")
    return [(r["kanal"], msgspec.json.decode(r["isi"], type=Pesan).teks) for r in rows]


def test_a_villager_joins_and_the_other_address_is_told(dunia: Dunia, sari: Obrolan) -> None:
    kode = TautanQ(dunia.tx, dunia.kini).buat(sari.id)
    ani = dunia.orang("Ani", peran=None)
    OrangQ(dunia.tx).pasang_alamat(sari.id, "whatsapp", "628", dunia.kini)
    OrangQ(dunia.tx).tutup_alamat("whatsapp", "628")
    assert "Sudah terhubung" in ani.tulis(f"tautkan {kode}")
    ((kanal, teks),) = kabar(dunia)
    assert kanal == "telegram"
    assert "baru saja dihubungkan dengan akun Anda" in teks


def test_a_code_is_asked_for_and_what_is_none_is_no_try(dunia: Dunia, sari: Obrolan) -> None:
    ani = dunia.orang("Ani", peran=None)
    ani.ketuk(perintah("tautkan_kode"))
    for _ in range(8):
        assert "belum seperti kode" in ani.tulis("kodenya hilang")
    assert dunia.hitung("percobaan") == 0
    kode = TautanQ(dunia.tx, dunia.kini).buat(sari.id)
    assert "Sudah terhubung" in ani.tulis(f"Tautkan {kode.upper()}")


def test_addresses_are_shown_by_their_end_with_the_way_to_let_them_go(dunia: Dunia, sari: Obrolan) -> None:
    OrangQ(dunia.tx).pasang_alamat(sari.id, "web", "tamu-abcdef", dunia.kini)
    dunia.tx.run("UPDATE alamat SET status = 'dikunci' WHERE kanal = 'web'")
    layar = sari.tulis("tautkan")
    assert "• Telegram •••567\n• halaman web •••def (ditutup koordinator)" in layar
    assert "1234567" not in layar
    assert layar.tombol == ["Saya punya kode", "Lepas Telegram •••567", "Lepas halaman web •••def"]
    sari.tekan("Lepas Telegram •••567")
    assert "sudah dilepas" in sari.tekan("Lepas")
    assert "bukan milik Anda" in sari.tekan("Lepas Telegram •••567", layar=layar)


def test_nobody_lets_go_of_another_s_address(dunia: Dunia, sari: Obrolan) -> None:
    budi = dunia.orang("Pak Budi")
    (alamat,) = budi.desa.alamat.milik(sari.id)
    for data in (f"lepas_alamat {alamat.id}", "lepas_alamat x", f"lepas_alamat {'9' * 30}", "lepas_alamat"):
        assert "bukan milik Anda" in budi.tulis(f"/{data}")
    assert sari.desa.alamat.milik(sari.id) == [alamat]


def test_a_villager_has_no_way_to_close_addresses_and_a_pld_none_below(dunia: Dunia, sari: Obrolan) -> None:
    ani = dunia.orang("Ani", peran=None)
    assert "Tutup alamat" in ani.tulis("/tutup_alamat")
    assert "Belum ada orang di bawah Anda" in sari.tulis("/tutup_alamat")


def test_who_has_no_address_has_none_to_close(dunia: Dunia, rina: Obrolan) -> None:
    dunia.orang("Pak Budi")
    rina.tulis("/tutup_alamat")
    assert "belum punya alamat" in rina.tulis("budi")


def test_of_several_people_and_addresses_one_is_chosen_and_told_elsewhere(
    dunia: Dunia, rina: Obrolan, sari: Obrolan
) -> None:
    dunia.orang("Bu Sari Dua")
    OrangQ(dunia.tx).pasang_alamat(sari.id, "whatsapp", "62811", dunia.kini)
    rina.tulis("/tutup_alamat")
    rina.tulis("sari")
    rina.tekan("Bu Sari")
    rina.tekan("Telegram •••567")
    rina.tulis("HP hilang di pasar")
    assert "sudah ditutup" in rina.tekan("Tutup")
    ((kanal, teks),) = kabar(dunia)
    assert kanal == "whatsapp"
    assert "Telegram •••567 Anda ditutup oleh koordinator. Alasan: HP hilang di pasar" in teks
    (jejak,) = dunia.tx.all("SELECT * FROM jejak WHERE tabel = 'alamat'")
    assert (jejak["orang_id"], jejak["apa"], jejak["alasan"]) == (rina.id, "tutup", "HP hilang di pasar")


def test_who_is_no_longer_below_is_no_longer_to_be_chosen(dunia: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    dunia.orang("Pak Budi")
    rina.tulis("/tutup_alamat")
    rina.tulis("bu sari")
    dunia.tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (sari.id,))
    assert "sudah tidak ada" in rina.tekan("Telegram •••567")
    rina.ganti(orang="x")
    assert "sudah tidak ada" in rina.tulis("entah")


def test_only_the_word_with_a_code_is_read_where_an_address_is_closed() -> None:
    assert kode_tautan("/tautkan K7M-4XQ2P") == "k7m4xq2p"
    assert [kode_tautan(t) for t in ("tautkan", "k7m-4xq2p", "catat k7m-4xq2p", "", "tautkan apa")] == [""] * 5
    assert tetap_tutup(Keadaan.SALAH).tombol == ()
    assert "satu jam" in tetap_tutup(Keadaan.TERLALU_SERING).teks


def test_a_platform_without_a_name_of_its_own_is_called_what_it_is() -> None:
    assert (sebut_kanal("whatsapp"), sebut_kanal("uji")) == ("WhatsApp", "uji")
