"""What goes as it is, what is announced, what waits, what goes elsewhere: by the window, the leave, the day, the money."""

from __future__ import annotations

import pytest

from bot.channels.contract import Kiriman, SendError
from bot.channels.whatsapp.rules import JENDELA, KETUKAN, TOMBOL, Bebas, PakaiTemplat, Rules
from data.katalog.templat_wa import UMUM, muat_templat_wa
from data.orang import ADMIN, OrangQ, tanggal_lokal
from data.outbox import BALASAN, PENGINGAT, SIARAN, OutboxQ
from data.store import Tx
from data.wa_biaya import LAYANAN, UTILITAS, BatasWa, bulan_biaya
from data.wa_kirim import SEHARI, KirimQ
from data.wa_kontak import KANAL, Kontak, KontakQ
from handlers.dialog.pesan import Pesan, Templat
from tests.conftest import KINI

JAM = 3600
PENGINGAT_HARIAN = Pesan(
    "…", judul="Pengingat", templat=Templat("kd_pengingat", ("Senin", "Hari ini belum ada catatan"))
)
TENGGAT = Pesan("…", templat=Templat("kd_tenggat", ("Senin", "APB Desa (besok)")))
REKAP = Pesan("…", templat=Templat("kd_rekap", ("16–22 November", "Kecamatan Cibeber")))
JAWABAN = Pesan("…", templat=Templat("kd_jawaban", ("Q-2611-0004",)))
KABAR = Pesan("Catatan perlu diperbaiki.", judul="Catatan K-12")


class Sini:
    """One database, one set of rules, and people who have agreed unless it is said otherwise."""

    def __init__(self, tx: Tx, batas: BatasWa | None = None) -> None:
        self.tx, self.rules = tx, Rules(batas or BatasWa())

    def orang(self, nomor: int, *, masuk: int | None = KINI - 2 * SEHARI, setuju: bool = True) -> Kontak:
        q = KontakQ(self.tx)
        tujuan = q.kenali(f"62811000{nomor:04}", "", KINI - 9 * SEHARI)
        if masuk is not None:
            q.masuk(tujuan, masuk, f"wamid.masuk{nomor}")
        if setuju:
            q.izin(tujuan, KINI - 5 * SEHARI)
        return self.lagi(tujuan)

    def lagi(self, tujuan: str) -> Kontak:
        kontak = KontakQ(self.tx).ambil(tujuan)
        assert kontak is not None
        return kontak

    def kirim(self, kontak: Kontak, pesan: Pesan = KABAR, kelas: int = PENGINGAT, dibuat: int = KINI) -> Kiriman:
        id_ = OutboxQ(self.tx).antre(KANAL, kontak.tujuan, "{}", dibuat, kelas=kelas)
        assert id_ is not None
        return Kiriman(id_, pesan, kelas=kelas, dibuat=dibuat)

    def pilih(self, kontak: Kontak, pesan: Pesan = KABAR, kelas: int = PENGINGAT, kini: int = KINI) -> object:
        """What is decided; a `SendError` is returned. What may go is noted as taken."""
        kiriman = self.kirim(kontak, pesan, kelas, kini)
        return self.putuskan(kontak, kiriman, kini)

    def putuskan(self, kontak: Kontak, kiriman: Kiriman, kini: int = KINI) -> object:
        try:
            cara = self.rules.pilih(self.tx, kontak, kiriman, kini)
        except SendError as error:
            return error
        self.rules.tercatat(self.tx, kiriman, cara, f"wamid.{kiriman.id}.{kini}", kini)
        return cara


@pytest.fixture
def sini(tx: Tx) -> Sini:
    return Sini(tx)


def sebab(apa: object) -> tuple[str, str]:
    assert isinstance(apa, SendError), apa
    return apa.jenis, apa.sebab


def templat(apa: object) -> str:
    assert isinstance(apa, PakaiTemplat), apa
    return apa.nama


# --- the window -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kelas", [BALASAN, PENGINGAT, SIARAN])
def test_within_a_day_of_their_word_everything_goes_as_it_is(sini: Sini, kelas: int) -> None:
    kontak = sini.orang(1, masuk=KINI - JENDELA + 1)
    assert sini.pilih(kontak, PENGINGAT_HARIAN, kelas) == Bebas()


def test_after_that_a_reminder_has_its_own_sentence_and_the_message_itself_waits(sini: Sini) -> None:
    kontak = sini.orang(1, masuk=KINI - JENDELA)
    kiriman = sini.kirim(kontak, PENGINGAT_HARIAN)
    cara = sini.rules.pilih(sini.tx, kontak, kiriman, KINI)
    assert cara == PakaiTemplat("kd_pengingat", "id", ("Senin", "Hari ini belum ada catatan"), TOMBOL)
    nanti = sini.rules.tercatat(sini.tx, kiriman, cara, "wamid.1", KINI)
    assert sebab(nanti) == ("tahan", "jendela")
    assert nanti is not None
    assert nanti.tunggu == 18 * JAM


def test_what_has_no_sentence_of_its_own_is_announced_by_its_title(sini: Sini) -> None:
    assert sini.pilih(sini.orang(1), KABAR) == PakaiTemplat(UMUM, "id", ("Catatan K-12",), TOMBOL)
    assert sini.pilih(sini.orang(2), Pesan("tanpa judul")) == PakaiTemplat(UMUM, "id", ("pesan baru",), TOMBOL)


def test_a_late_reply_is_announced_too(sini: Sini) -> None:
    assert templat(sini.pilih(sini.orang(1, setuju=False), Pesan("Tersimpan."), BALASAN)) == UMUM


def test_whoever_never_wrote_has_no_window(sini: Sini) -> None:
    assert templat(sini.pilih(sini.orang(1, masuk=None))) == UMUM


def test_what_whatsapp_says_of_the_window_counts_until_they_write_again(sini: Sini) -> None:
    kontak = sini.orang(1, masuk=KINI - 60)
    sini.rules.tertutup(kontak)
    assert templat(sini.pilih(kontak)) == UMUM
    KontakQ(sini.tx).masuk(kontak.tujuan, KINI + 5, "wamid.lagi")
    assert sini.pilih(sini.lagi(kontak.tujuan), kini=KINI + 6) == Bebas()


def test_line_breaks_never_get_into_a_sentence_and_no_place_is_empty(sini: Sini) -> None:
    pesan = Pesan("…", templat=Templat("kd_pengingat", ("Senin\n\n 23", "")))
    cara = sini.pilih(sini.orang(1), pesan)
    assert isinstance(cara, PakaiTemplat)
    assert cara.isi == ("Senin 23", "-")
    assert sini.pilih(sini.orang(2), Pesan("…", templat=Templat("kd_pengingat"))).isi == ("-", "-")  # type: ignore[attr-defined]


def test_once_told_somebody_is_not_told_again_but_of_something_more_useful(sini: Sini) -> None:
    kontak = sini.orang(1)
    assert templat(sini.pilih(kontak, REKAP)) == "kd_rekap"
    assert sebab(sini.pilih(kontak, REKAP, kini=KINI + 60)) == ("tahan", "jendela")
    assert templat(sini.pilih(kontak, JAWABAN, kini=KINI + 120)) == "kd_jawaban"
    assert sebab(sini.pilih(kontak, KABAR, kini=KINI + 180)) == ("tahan", "jendela")
    assert templat(sini.pilih(kontak, PENGINGAT_HARIAN, kini=KINI + 120 + KETUKAN)) == "kd_pengingat"


def test_a_message_is_announced_once_however_long_it_waits(sini: Sini) -> None:
    kontak = sini.orang(1)
    kiriman = sini.kirim(kontak)
    assert templat(sini.putuskan(kontak, kiriman)) == UMUM
    for hari in (1, 3, 29):
        assert sebab(sini.putuskan(kontak, kiriman, KINI + hari * SEHARI)) == ("tahan", "jendela")
    KontakQ(sini.tx).masuk(kontak.tujuan, KINI + 30 * SEHARI, "wamid.lagi")
    assert sini.putuskan(sini.lagi(kontak.tujuan), kiriman, KINI + 30 * SEHARI) == Bebas()


def test_an_announcement_that_did_not_arrive_is_made_again(sini: Sini) -> None:
    kontak = sini.orang(1)
    kiriman = sini.kirim(kontak)
    sini.putuskan(kontak, kiriman)
    assert KirimQ(sini.tx).maju(f"wamid.{kiriman.id}.{KINI}", "gagal", KINI + 5, kode=131026) is not None
    assert templat(sini.putuskan(kontak, kiriman, KINI + 60)) == UMUM


def test_a_template_that_whatsapp_did_not_take_is_replaced_for_some_hours(sini: Sini) -> None:
    sini.rules.sisihkan("kd_pengingat", KINI)
    assert sini.pilih(sini.orang(1), PENGINGAT_HARIAN) == PakaiTemplat(UMUM, "id", ("Pengingat",), TOMBOL)
    sini.rules.sisihkan(UMUM, KINI)
    assert sebab(sini.pilih(sini.orang(2), PENGINGAT_HARIAN)) == ("alih", "jendela")
    assert templat(sini.pilih(sini.orang(3), PENGINGAT_HARIAN, kini=KINI + 6 * JAM)) == "kd_pengingat"


# --- what is out of date --------------------------------------------------------------------------------------------


def test_tuesday_s_reminder_is_not_said_on_friday_and_an_answer_always_is(sini: Sini) -> None:
    kontak = sini.orang(1, masuk=KINI - 60)
    tiga_hari = KINI - 3 * SEHARI
    jenis, kata = sebab(sini.putuskan(kontak, sini.kirim(kontak, PENGINGAT_HARIAN, dibuat=tiga_hari)))
    assert jenis == "tetap"
    assert kata == "out of date: 72 hours old, worth saying for 18"
    assert sini.putuskan(kontak, sini.kirim(kontak, REKAP, dibuat=tiga_hari)) == Bebas()
    assert sini.putuskan(kontak, sini.kirim(kontak, JAWABAN, dibuat=KINI - 60 * SEHARI)) == Bebas()
    assert sini.putuskan(kontak, sini.kirim(kontak, KABAR, dibuat=KINI - 60 * SEHARI)) == Bebas()
    assert sini.putuskan(kontak, sini.kirim(kontak, PENGINGAT_HARIAN, BALASAN, tiga_hari)) == Bebas()


# --- their leave ----------------------------------------------------------------------------------------------------


def test_nobody_is_written_to_unasked_who_has_not_agreed_but_their_question_is_answered(sini: Sini) -> None:
    kontak = sini.orang(1, setuju=False)
    assert sebab(sini.pilih(kontak, KABAR)) == ("alih", "izin")
    assert templat(sini.pilih(kontak, JAWABAN)) == "kd_jawaban"


def test_what_was_agreed_to_in_chat_counts(sini: Sini) -> None:
    kontak = sini.orang(1, setuju=False)
    orang = OrangQ(sini.tx).kenal(KANAL, kontak.tujuan, "Bu Sari", KINI)
    OrangQ(sini.tx).setujui(orang, KINI)
    assert templat(sini.pilih(kontak, KABAR)) == UMUM


def test_who_said_no_hears_only_what_they_asked_for_and_only_while_they_talk(sini: Sini) -> None:
    kontak = sini.orang(1, masuk=KINI - 60)
    KontakQ(sini.tx).tolak(kontak.tujuan, KINI - 60)
    diam = sini.lagi(kontak.tujuan)
    assert sebab(sini.pilih(diam, PENGINGAT_HARIAN)) == ("alih", "izin")
    assert sebab(sini.pilih(diam, KABAR)) == ("alih", "izin")
    assert sini.pilih(diam, JAWABAN) == Bebas()
    assert sini.pilih(diam, Pesan("Tersimpan."), BALASAN) == Bebas()
    assert sebab(sini.pilih(diam, JAWABAN, kini=KINI + SEHARI)) == ("alih", "izin")
    KontakQ(sini.tx).izin(kontak.tujuan, KINI + SEHARI)
    assert templat(sini.pilih(sini.lagi(kontak.tujuan), JAWABAN, kini=KINI + SEHARI)) == "kd_jawaban"


# --- the day's people -----------------------------------------------------------------------------------------------


def test_the_less_useful_stops_first_and_the_rest_is_kept_for_what_comes_later(tx: Tx) -> None:
    sini = Sini(tx, BatasWa(tier=10))
    berangkat: list[str] = []
    for n, (pesan, kelas) in enumerate(
        [(Pesan("siaran"), SIARAN)] * 5 + [(REKAP, 1)] * 5 + [(PENGINGAT_HARIAN, 1)] * 5 + [(KABAR, 1)] * 5
        + [(TENGGAT, 1)] * 5 + [(JAWABAN, 1)] * 5
    ):  # fmt: skip
        hasil = sini.pilih(sini.orang(n), pesan, kelas)
        if isinstance(hasil, PakaiTemplat):
            berangkat.append(hasil.nama if kelas == PENGINGAT else "siaran")
        else:
            assert sebab(hasil) == ("alih", "kuota")
    assert berangkat == ["siaran"] * 3 + ["kd_rekap"] * 2 + ["kd_pengingat"] * 2 + [
        UMUM, "kd_tenggat", "kd_jawaban",
    ]  # fmt: skip
    assert KirimQ(tx).penerima(KINI) == 10


def test_people_are_counted_not_messages_and_only_for_a_day(tx: Tx) -> None:
    sini = Sini(tx, BatasWa(tier=1))
    satu, dua = sini.orang(1), sini.orang(2)
    assert templat(sini.pilih(satu, TENGGAT, BALASAN)) == "kd_tenggat"
    assert sebab(sini.pilih(dua, JAWABAN, kini=KINI + 60)) == ("alih", "kuota")
    assert templat(sini.pilih(satu, JAWABAN, BALASAN, KINI + KETUKAN)) == "kd_jawaban"
    lagi = sini.pilih(dua, JAWABAN, kini=KINI + SEHARI)
    assert sebab(lagi) == ("alih", "kuota")  # the last to that person is what counts
    assert isinstance(lagi, SendError)
    assert lagi.tunggu == KETUKAN + 3
    assert templat(sini.pilih(dua, JAWABAN, kini=KINI + SEHARI + int(lagi.tunggu))) == "kd_jawaban"


def test_what_a_killed_process_had_under_way_still_counts_and_is_counted_once(tx: Tx) -> None:
    sini = Sini(tx, BatasWa(tier=1))
    satu, dua = sini.orang(1), sini.orang(2)
    kiriman = sini.kirim(satu, JAWABAN)
    assert isinstance(sini.rules.pilih(tx, satu, kiriman, KINI), PakaiTemplat)  # and then kill -9
    lain = Sini(tx, BatasWa(tier=1))
    assert sebab(lain.pilih(dua, JAWABAN, kini=KINI + 60)) == ("alih", "kuota")
    assert templat(lain.putuskan(satu, kiriman, KINI + 60)) == "kd_jawaban"
    assert KirimQ(tx).penerima(KINI + 60) == 1


def test_what_whatsapp_did_not_take_does_not_count(tx: Tx) -> None:
    sini = Sini(tx, BatasWa(tier=1))
    satu, dua = sini.orang(1), sini.orang(2)
    kiriman = sini.kirim(satu, JAWABAN)
    sini.rules.pilih(tx, satu, kiriman, KINI)
    sini.rules.urung(tx, kiriman)
    assert templat(sini.pilih(dua, JAWABAN)) == "kd_jawaban"


def test_when_people_are_free_again_the_more_useful_is_looked_at_first(tx: Tx) -> None:
    sini = Sini(tx, BatasWa(tier=1))
    sini.pilih(sini.orang(1), JAWABAN)
    tunggu = {}
    for n, pesan in enumerate((REKAP, KABAR, JAWABAN), 2):
        error = sini.pilih(sini.orang(n), pesan)
        assert isinstance(error, SendError)
        tunggu[pesan.judul or pesan.templat.nama] = error.tunggu  # type: ignore[union-attr]
    assert sorted(tunggu, key=lambda nama: tunggu[nama]) == ["kd_jawaban", "Catatan K-12", "kd_rekap"]
    basi = sini.pilih(sini.orang(9), PENGINGAT_HARIAN)
    assert isinstance(basi, SendError)
    assert basi.tunggu == 18 * JAM  # then it is out of date


# --- the money ------------------------------------------------------------------------------------------------------


def admin(tx: Tx) -> int:
    q = OrangQ(tx)
    id_ = q.tambah("Admin", "Asia/Jakarta", KINI)
    tx.run(
        "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('0', 'Indonesia', '', 'Asia/Jakarta') ON CONFLICT DO NOTHING"
    )
    q.tugaskan(id_, ADMIN, "0", tanggal_lokal(KINI - SEHARI, "Asia/Jakarta"), disahkan=True)
    q.pasang_alamat(id_, "telegram", "99", KINI)
    return id_


def kabar_admin(tx: Tx) -> list[str]:
    return [r["kunci"] for r in tx.all("SELECT kunci FROM outbox WHERE kunci LIKE 'anggaran:%' ORDER BY id")]


def test_money_stops_what_is_not_urgent_first_and_never_an_answer_and_the_admins_hear_twice(tx: Tx) -> None:
    sini = Sini(tx, BatasWa(tier=1000, anggaran=1000, tarif={UTILITAS: 100, LAYANAN: 10}))
    admin(tx)
    dalam = sini.orang(999, masuk=KINI - 60)
    for n in range(8):
        assert isinstance(sini.pilih(sini.orang(n), REKAP), PakaiTemplat)
    assert [k.split(":")[2] for k in kabar_admin(tx)] == ["80"]
    assert sebab(sini.pilih(sini.orang(10), REKAP)) == ("alih", "anggaran")
    assert sebab(sini.pilih(dalam, REKAP)) == ("alih", "anggaran")
    assert sini.pilih(dalam, PENGINGAT_HARIAN) == Bebas()  # 10 more
    assert templat(sini.pilih(sini.orang(11), PENGINGAT_HARIAN)) == "kd_pengingat"
    assert sebab(sini.pilih(sini.orang(12), PENGINGAT_HARIAN)) == ("alih", "anggaran")
    assert sebab(sini.pilih(sini.orang(13), TENGGAT)) == ("alih", "anggaran")  # 910 + 100
    for _ in range(9):
        assert sini.pilih(dalam, KABAR) == Bebas()
    nanti = sini.pilih(dalam, KABAR)
    assert sebab(nanti) == ("alih", "anggaran")
    assert isinstance(nanti, SendError)
    assert KINI + nanti.tunggu >= bulan_biaya(KINI)[1]
    assert sini.pilih(dalam, Pesan("Tersimpan."), BALASAN) == Bebas()
    assert sini.pilih(dalam, JAWABAN) == Bebas()
    assert templat(sini.pilih(sini.orang(14), JAWABAN)) == "kd_jawaban"
    assert [k.split(":")[2] for k in kabar_admin(tx)] == ["80", "100"]
    assert templat(sini.pilih(sini.orang(15), REKAP, kini=bulan_biaya(KINI)[1])) == "kd_rekap"


def test_another_process_reads_what_was_spent_and_tells_nobody_again(tx: Tx) -> None:
    batas = BatasWa(anggaran=100, tarif={UTILITAS: 80})
    admin(tx)
    satu = Sini(tx, batas)
    satu.pilih(satu.orang(1), TENGGAT)
    dua = Sini(tx, batas)
    assert sebab(dua.pilih(dua.orang(2), TENGGAT)) == ("alih", "anggaran")
    assert templat(dua.pilih(dua.orang(3), JAWABAN)) == "kd_jawaban"
    assert [k.split(":")[2] for k in kabar_admin(tx)] == ["80", "100"]


def test_every_sentence_is_within_meta_s_limits() -> None:
    for satu in muat_templat_wa().values():
        assert len(satu.bunyi(satu.contoh)) <= 1024
        assert satu.kategori == UTILITAS
