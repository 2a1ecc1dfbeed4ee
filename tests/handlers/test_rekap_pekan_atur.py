"""/aturrekap: when it goes to the group, whether it names the silent, a look at it, and sending it now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from data.grup import GrupQ
from data.jadwal import JadwalQ
from data.orang import ADMIN, PD, TAPM_KAB
from handlers import dokumen
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, catat, kenal, orang


def grup(d: Dunia, oleh: Obrolan, kanal: str = "uji") -> None:
    semua = GrupQ(d.tx)
    semua.kaitkan(semua.catat(kanal, "-1", "TPP Cibeber", d.kini), KECAMATAN, "7", oleh.id, d.kini)


def jatuh(d: Dunia) -> str:
    jadwal = JadwalQ(d.tx).ambil("rekap", KECAMATAN)
    assert jadwal
    return f"{datetime.fromtimestamp(jadwal.jatuh, UTC):%a %d %H.%M}"


def antrean(d: Dunia) -> list[tuple[str, str, str]]:
    rows = d.tx.all("SELECT kanal, tujuan, isi FROM outbox ORDER BY id")
    return [(r["kanal"], r["tujuan"], r["isi"]) for r in rows]


def test_the_hour_is_chosen_by_tapping_or_typing(d: Dunia, rina: Obrolan) -> None:
    grup(d, rina)
    assert "tiap Jumat pukul 16.00 WIB, nama tidak disebut." in rina.tulis("/aturrekap")
    rina.tekan("Hari dan jam")
    rina.tulis("sabtu")
    rina.tulis("jam 9")
    assert "tiap Sabtu pukul 09.00 WIB." in rina.layar
    assert "Rekap berikutnya Sab 21/11 pukul 09.00 WIB." in rina.tekan("Simpan")
    assert jatuh(d) == "Sat 21 02.00"
    assert d.tx.one("SELECT 1 AS ya FROM jejak WHERE tabel = 'jadwal' AND apa = 'ubah'")


def test_names_are_shown_or_kept_back(rina: Obrolan) -> None:
    rina.tulis("atur rekap")
    rina.tekan("Sebut nama")
    assert "disebut di grup" in rina.tekan("Simpan")
    rina.tulis("atur rekap")
    rina.tekan("Sembunyikan nama")
    assert "Di grup hanya jumlahnya" in rina.tekan("Simpan")


def test_it_is_switched_off_and_on_again(d: Dunia, rina: Obrolan) -> None:
    rina.tulis("/aturrekap")
    rina.tekan("Matikan")
    assert "dimatikan" in rina.tekan("Simpan")
    assert "sedang dimatikan." in rina.tulis("/aturrekap")
    rina.tekan("Nyalakan")
    assert "menyala lagi" in rina.tekan("Simpan")
    jadwal = JadwalQ(d.tx).ambil("rekap", KECAMATAN)
    assert jadwal
    assert jadwal.tunda is None


def test_a_look_is_as_the_group_would_see_it_and_sends_nothing(d: Dunia, rina: Obrolan) -> None:
    catat(orang(d, "Bu Sari"))
    rina.tulis("/aturrekap")
    rina.tulis("lihat dulu")
    assert "Belum sempat mencatat: 1 pendamping." in rina.layar
    berkas = rina.layar.pesan.berkas
    assert berkas
    assert dokumen.buat(berkas.resep, rina.desa, berkas.bahan, d.hari_ini).startswith(b"\x89PNG")
    assert not antrean(d)
    assert rina.tekan("Semua rincian").daftar


def test_sending_now_asks_once_and_goes_once(d: Dunia, rina: Obrolan) -> None:
    """Friday, 15.30, before its own time: that one is not sent any more."""
    d.kini -= 4 * 3_600
    grup(d, rina)
    grup(d, rina, "kedua")
    rina.tulis("/aturrekap")
    assert "Yang Jumat tidak dikirim lagi" in rina.tekan("Kirim sekarang")
    assert not antrean(d)
    assert "dikirim ke grup" in rina.tekan("Kirim")
    assert [(kanal, tujuan) for kanal, tujuan, _ in antrean(d)] == [("uji", "-1/7"), ("kedua", "-1/7")]
    assert jatuh(d) == "Fri 27 09.00"
    rina.tulis("/aturrekap")
    assert "sudah dikirim" in rina.tekan("Kirim sekarang")
    assert len(antrean(d)) == 2
    d.lewat(HARI)
    rina.tulis("/aturrekap")
    rina.tekan("Hari dan jam")
    rina.tulis("minggu")
    rina.tulis("10.00")
    assert "Rekap berikutnya Min 29/11" in rina.tekan("Simpan")  # not again in the week that it was sent in


def test_after_its_own_time_what_was_not_sent_still_can_be(d: Dunia, rina: Obrolan) -> None:
    grup(d, rina)
    rina.tulis("/aturrekap")
    assert "tidak dikirim lagi" not in rina.tekan("Kirim sekarang")
    rina.tekan("Kirim")
    assert len(antrean(d)) == 1
    assert jatuh(d) == "Fri 27 09.00"


def test_two_who_send_at_once_send_one(d: Dunia, rina: Obrolan) -> None:
    grup(d, rina)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    for siapa in (rina, hasan):
        siapa.tulis("/aturrekap")
        siapa.tekan("Kirim sekarang")
    rina.tekan("Kirim")
    assert "sudah dikirim" in hasan.tekan("Kirim")
    assert len(antrean(d)) == 1


def test_between_looking_and_sending_somebody_else_was_first(
    d: Dunia, rina: Obrolan, monkeypatch: pytest.MonkeyPatch
) -> None:
    grup(d, rina)
    rina.tulis("/aturrekap")
    rina.tekan("Kirim sekarang")
    monkeypatch.setattr("data.rekap.buka.simpan", lambda tx, angka: False)
    assert "sudah dikirim" in rina.tekan("Kirim")
    assert not antrean(d)


def test_without_a_group_there_is_nowhere_to_send(d: Dunia, rina: Obrolan) -> None:
    assert "Belum ada grup" in rina.tulis("/aturrekap")
    assert "Belum ada grup" in rina.tekan("Kirim sekarang")


def test_only_those_above_and_each_their_own(d: Dunia) -> None:
    belum = orang(d, "Bu Baru", PD, KECAMATAN, disahkan=False)
    assert "sudah disahkan" in belum.tulis("/aturrekap")
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    kenal(d, "32.03.04", "Cilaku")
    hasan.tulis("/aturrekap")
    assert hasan.layar.label == ["Cibeber", "Cilaku"]
    assert "tiap Jumat" in hasan.tekan("Cilaku")


def test_of_a_whole_country_the_kecamatan_is_named(d: Dunia) -> None:
    admin = orang(d, "Admin", ADMIN, "0")
    assert "Ketik namanya." in admin.tulis("/aturrekap")
    assert "tiap Jumat" in admin.tulis("cibeber cianjur")
