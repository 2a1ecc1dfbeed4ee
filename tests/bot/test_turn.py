"""One turn, one transaction: read, answered and marked done, or nothing happened."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

import bot.turn
from bot.turn import PANJANG, SUSULAN, Fetch, Outcome, Wait, WorldOf, context, finish_fetch, gabung, take_turn
from bot.turn_menu import fingerprint
from data.desa import Desa
from data.grup import GrupQ
from data.inbox import GAGAL_SETELAH, InboxQ
from data.media import MediaQ
from data.orang import PD, PLD, TANPA_NAMA, WARGA, Orang, OrangQ
from data.outbox import PENGINGAT
from data.pengaturan import Pengaturan
from data.percakapan import PercakapanQ
from data.store import Row, Tx
from data.wilayah import WilayahQ
from handlers.dialog import kata
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.run import Konteks
from handlers.dialog.turn import Turn
from handlers.tabel import perintah_untuk
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, WIB, WIT, pendamping


class Giliran:
    """Instead of the conversations: remembers what it was given, and does what the text says."""

    diberi: list[tuple[Konteks, Masukan]] = []
    terjawab: tuple[int, str] | None = None

    def __init__(self, konteks: Konteks, desa: Desa, _tabel: object) -> None:
        self.konteks = konteks
        self.desa = desa

    def jawab(self, masukan: Masukan) -> Pesan:
        self.diberi.append((self.konteks, masukan))
        if masukan.teks == "rusak":
            PercakapanQ(self.desa._tx).buka(self.konteks.orang.id, "catat", "{}", self.konteks.kini)
            raise LookupError
        self.desa.jejak.tulis("uji", "uji", 1)
        return Pesan(f"balas {masukan.teks}")


@pytest.fixture
def palsu(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Konteks, Masukan]]:
    diberi: list[tuple[Konteks, Masukan]] = []
    monkeypatch.setattr(Giliran, "diberi", diberi)
    monkeypatch.setattr(bot.turn, "Turn", Giliran)
    return diberi


def terima(tx: Tx, teks: str = "", tujuan: str = "77", *foto: Foto, **lain: Any) -> int:
    return kirim(tx, Masukan(teks=teks, foto=foto), tujuan, **lain)


def kirim(
    tx: Tx,
    masukan: Masukan,
    tujuan: str = "77",
    *,
    kanal: str = "telegram",
    album: str | None = None,
    dikirim: int = KINI,
    pesan: str = "",
    dari: str = "",
) -> int:
    row = tx.one("SELECT COUNT(*) AS n FROM inbox")
    assert row is not None
    isi = msgspec.json.encode(masukan).decode()
    id_ = InboxQ(tx).terima(
        kanal, f"u{row['n']}", tujuan, "Ani", isi, album, dikirim, KINI, pesan=pesan, dari=dari, urut=row["n"]
    )
    assert id_ is not None
    return id_


def giliran(tx: Tx, tujuan: str = "77", *, kanal: str = "telegram", siap: str = "", kini: int = KINI) -> Outcome:
    return take_turn(tx, kanal, tujuan, WorldOf(Pengaturan()), kini, siap=siap)


def balasan(tx: Tx) -> list[tuple[str, str, str]]:
    """(channel, chat, text) of all that was said; menus say nothing."""
    rows = tx.all("SELECT kanal, tujuan, isi FROM outbox ORDER BY id")
    semua = [(row["kanal"], row["tujuan"], msgspec.json.decode(row["isi"], type=Pesan)) for row in rows]
    return [(kanal, tujuan, pesan.teks) for kanal, tujuan, pesan in semua if pesan.menu is None]


def masuk(tx: Tx) -> list[Row]:
    return tx.all("SELECT * FROM inbox ORDER BY id")


# --- one turn -------------------------------------------------------------------------------------------------------


def test_the_oldest_message_is_answered_to_where_it_came_from_and_marked_done(tx: Tx, palsu: object) -> None:
    id_ = terima(tx, "satu")
    terima(tx, "dua")
    terima(tx, "lain", "78")
    assert giliran(tx) is True
    assert balasan(tx) == [("telegram", "77", "balas satu")]
    assert [row["status"] for row in masuk(tx)] == ["selesai", "baru", "baru"]
    row = tx.one("SELECT inbox_id, jatuh, dibuat, kelas FROM outbox")
    assert row is not None
    assert (row["inbox_id"], row["jatuh"], row["dibuat"], row["kelas"]) == (id_, KINI, KINI, 0)


def test_when_nothing_waits_nothing_happens(tx: Tx, palsu: object) -> None:
    assert giliran(tx) is False
    assert balasan(tx) == []


def test_a_stranger_is_remembered_and_told_what_there_is(tx: Tx) -> None:
    terima(tx, "halo")
    assert giliran(tx) is True
    ani = OrangQ(tx).di_alamat("telegram", "77", KINI)
    assert ani is not None
    assert ani.nama == TANPA_NAMA  # until they agree that it is kept
    ((_, _, teks),) = balasan(tx)
    assert "Saya Kawan Desa" in teks or "Mau apa" in teks


def test_a_turn_that_fails_is_undone_counted_and_at_last_set_aside(tx: Tx, palsu: object) -> None:
    id_ = terima(tx, "rusak")
    for nomor in range(1, GAGAL_SETELAH + 1):
        assert balasan(tx) == []
        assert isinstance(giliran(tx), LookupError)
        assert tx.all("SELECT id FROM percakapan") == []
        assert tx.all("SELECT id FROM alamat WHERE tujuan = '77'") == []
        (row,) = masuk(tx)
        assert (row["id"], row["coba"]) == (id_, nomor)
    assert row["status"] == "gagal"
    assert balasan(tx) == [("telegram", "77", kata.GANGGUAN)]
    assert giliran(tx) is False


def test_one_person_goes_on_from_another_address(tx: Tx) -> None:
    sari = pendamping(tx)
    OrangQ(tx).pasang_alamat(sari.id, "telegram", "77", KINI)
    terima(tx, "catat", "Bu Sari", kanal="web")
    assert giliran(tx, "Bu Sari", kanal="web") is True
    assert PercakapanQ(tx).terbuka(sari.id) is not None
    terima(tx, "batal")
    assert giliran(tx) is True
    assert PercakapanQ(tx).terbuka(sari.id) is None
    assert [(kanal, tujuan) for kanal, tujuan, _ in balasan(tx)] == [("web", "Bu Sari"), ("telegram", "77")]


# --- time -----------------------------------------------------------------------------------------------------------


def test_a_message_that_waited_out_an_outage_is_read_by_the_day_it_was_sent(
    tx: Tx, palsu: list[tuple[Konteks, Masukan]]
) -> None:
    """Sent on Friday at 23.50 WIB, read on Saturday evening: its 'hari ini' is Friday. What it does is done on Saturday."""
    jumat = KINI - 20 * 3600 - 600
    terima(tx, "hari ini", dikirim=jumat)
    giliran(tx)
    ((konteks, _),) = palsu
    assert (konteks.kini, konteks.hari_ini) == (jumat, date(2026, 11, 20))
    (keluar,), (jejak,) = tx.all("SELECT dibuat FROM outbox"), tx.all("SELECT waktu FROM jejak")
    assert (keluar["dibuat"], jejak["waktu"]) == (KINI, KINI)


@pytest.mark.parametrize(
    ("dikirim", "saat"),
    [
        (KINI, KINI),
        (KINI - SUSULAN, KINI - SUSULAN),
        (KINI - SUSULAN - 1, KINI),
        (KINI + 60, KINI),
        (0, KINI),
    ],
    ids=["now", "two days ago", "older", "a clock that is ahead", "a tap, which has no time"],
)
def test_only_a_believable_time_counts(dikirim: int, saat: int) -> None:
    ani = Orang(1, "Ani", WIB, ("warga",))
    assert context(ani, dikirim, KINI).kini == saat


def test_today_is_the_person_s_own_today() -> None:
    malam = KINI + 3 * 3600  # 23.00 WIB, 01.00 WIT
    assert context(Orang(1, "Ani", WIB, ()), malam, malam).hari_ini == date(2026, 11, 21)
    assert context(Orang(1, "Ani", WIT, ()), malam, malam).hari_ini == date(2026, 11, 22)
    assert context(Orang(1, "Ani", WIT, ()), malam - HARI, malam).hari_ini == date(2026, 11, 21)


# --- albums and pictures --------------------------------------------------------------------------------------------


def test_an_album_waits_until_it_may_be_read(tx: Tx, palsu: list[tuple[Konteks, Masukan]]) -> None:
    for teks in ("", "keterangan", ""):
        terima(tx, teks, "77", Foto(sidik=f"{len(teks)}" * 64), album="A")
    assert giliran(tx) == Wait("A")
    assert [row["status"] for row in masuk(tx)] == ["baru"] * 3
    assert giliran(tx, siap="A") is True
    ((_, masukan),) = palsu
    assert (masukan.teks, len(masukan.foto)) == ("keterangan", 3)
    assert [row["status"] for row in masuk(tx)] == ["selesai"] * 3


def test_pictures_still_with_the_platform_are_asked_for_one_message_at_a_time(tx: Tx, palsu: object) -> None:
    id_ = [terima(tx, "", "77", Foto(rujukan=f"r{n}", waktu=5), album="A") for n in range(2)]
    for n, satu in enumerate(id_):
        hasil = giliran(tx, siap="A")
        assert hasil == Fetch(satu, Masukan(foto=(Foto(rujukan=f"r{n}", waktu=5),)))
        sidik = str(n) * 64
        finish_fetch(tx, satu, Masukan(foto=(Foto(sidik, ukuran=9, waktu=5),)), KINI)
        assert MediaQ(tx).mime(sidik) == "image/jpeg"
    assert giliran(tx, siap="A") is True


def test_a_picture_that_could_not_be_fetched_is_not_asked_for_again(
    tx: Tx, palsu: list[tuple[Konteks, Masukan]]
) -> None:
    id_ = terima(tx, "", "77", Foto(rujukan="r1"))
    finish_fetch(tx, id_, Masukan(foto=(Foto(waktu=5),)), KINI)
    assert giliran(tx) is True
    assert palsu[0][1].foto == (Foto(waktu=5),)


def test_captions_of_an_album_stand_under_each_other() -> None:
    bagian = [Masukan(teks=teks, foto=(Foto(teks),)) for teks in ("a", "", "b")]
    assert gabung(bagian) == Masukan(teks="a\nb", foto=(Foto("a"), Foto(""), Foto("b")))


def test_no_more_is_read_than_any_platform_carries() -> None:
    assert len(gabung([Masukan(teks="x" * (PANJANG + 1))]).teks) == PANJANG
    assert len(gabung([Masukan(teks="x" * PANJANG)] * 2).teks) == PANJANG
    assert gabung([Masukan(tombol="0~!~menu")]) == Masukan(tombol="0~!~menu")


def test_a_part_of_an_album_that_was_edited_is_a_message_of_its_own(
    tx: Tx, palsu: list[tuple[Konteks, Masukan]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.turn, "sunting", lambda *_: None)
    terima(tx, "satu", "77", Foto(sidik="1" * 64), album="A", pesan="5")
    kirim(tx, Masukan(teks="dua", foto=(Foto(rujukan="r1"),), sunting=True), album="A", pesan="5")
    assert giliran(tx, siap="A") is True
    ((_, masukan),) = palsu
    assert (masukan.teks, len(masukan.foto)) == ("satu", 1)
    assert [row["status"] for row in masuk(tx)] == ["selesai", "baru"]
    assert giliran(tx) is True, "an edit neither waits for an album nor fetches its picture"
    assert [row["status"] for row in masuk(tx)] == ["selesai", "selesai"]


# --- edits ----------------------------------------------------------------------------------------------------------


def test_an_edit_changes_what_its_message_answered(tx: Tx) -> None:
    pendamping(tx)
    for n, teks in enumerate(("/catat pantau fisik sukamaju kemarin 9-11", "di desa", "Galian dimulai.")):
        terima(tx, teks, "Bu Sari", kanal="web", pesan=str(n))
        assert giliran(tx, "Bu Sari", kanal="web") is True
    assert [row["kunci"] for row in masuk(tx)] == ["", "cara", "hasil"]
    assert len({row["percakapan_id"] for row in masuk(tx)}) == 1
    kirim(tx, Masukan(teks="daring", sunting=True), "Bu Sari", kanal="web", pesan="1")
    assert giliran(tx, "Bu Sari", kanal="web") is True
    assert balasan(tx)[-1][2].startswith("Diganti: Di mana → Daring.")


def test_the_same_edit_twice_is_one(tx: Tx) -> None:
    pendamping(tx)
    terima(tx, "riwayat", "Bu Sari", kanal="web", pesan="1")
    giliran(tx, "Bu Sari", kanal="web")
    for _ in range(2):
        kirim(tx, Masukan(teks="drp", sunting=True), "Bu Sari", kanal="web", pesan="1")
        assert giliran(tx, "Bu Sari", kanal="web") is True
    assert len(balasan(tx)) == 2
    assert [row["status"] for row in masuk(tx)] == ["selesai"] * 3


def test_a_corrected_slip_is_remembered_under_the_message_it_corrects(tx: Tx) -> None:
    pendamping(tx)
    terima(tx, "cattat", "Bu Sari", kanal="web", pesan="1")
    for teks in ("catat sukamaju", "catat sukamanah"):
        giliran(tx, "Bu Sari", kanal="web")
        kirim(tx, Masukan(teks=teks, sunting=True), "Bu Sari", kanal="web", pesan="1")
    giliran(tx, "Bu Sari", kanal="web")
    assert [row["kunci"] for row in masuk(tx)] == ["", "", None]
    assert balasan(tx)[-1][2].startswith("Pesannya berubah, jadi saya baca lagi dari awal.")


@pytest.mark.parametrize("pesan", ["", "9"])
def test_an_edit_of_what_we_never_saw_is_passed_over_and_makes_nobody_known(tx: Tx, pesan: str) -> None:
    for teks in ("catat", "riwayat"):
        kirim(tx, Masukan(teks=teks, sunting=True), pesan=pesan)
        assert giliran(tx) is True
    assert balasan(tx) == []
    assert OrangQ(tx).di_alamat("telegram", "77", KINI) is None


def test_an_edit_is_read_on_the_day_its_message_was_sent(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    diberi: list[Konteks] = []

    def catat(turn: Turn, *_: object) -> None:
        diberi.append(turn.konteks)

    monkeypatch.setattr(bot.turn, "sunting", catat)
    for n, dikirim in enumerate((KINI - 3600, KINI - HARI, KINI - SUSULAN - 1)):
        terima(tx, "halo", pesan=str(n), dikirim=dikirim)
        kirim(tx, Masukan(teks="hai", sunting=True), pesan=str(n), dikirim=dikirim)
        giliran(tx)
        giliran(tx)
    sebentar, kemarin, lama = diberi
    assert sebentar.kini == lama.kini == KINI
    assert kemarin.hari_ini == date(2026, 11, 20)
    assert datetime.fromtimestamp(kemarin.kini, ZoneInfo(WIB)).isoformat() == "2026-11-20T23:59:59+07:00"


# --- what happens to a chat -----------------------------------------------------------------------------------------


def test_who_blocks_us_is_left_alone_until_they_let_us_in_again(tx: Tx) -> None:
    ani = OrangQ(tx).kenal("telegram", "77", "Ani", KINI)
    for peristiwa, alamat in (("blokir", []), ("buka", [("telegram", "77")])):
        kirim(tx, Masukan(peristiwa=peristiwa))
        assert giliran(tx) is True
        assert OrangQ(tx).alamat_aktif(ani.id) == alamat
    kirim(tx, Masukan(peristiwa="buka"), "78")
    assert giliran(tx, "78") is True
    assert OrangQ(tx).di_alamat("telegram", "78", KINI) is None
    assert balasan(tx) == []


def koordinator(tx: Tx) -> Orang:
    orang = OrangQ(tx)
    rina = orang.kenal("telegram", "70", "Bu Rina", KINI)
    WilayahQ(tx).kenalkan(KECAMATAN)
    orang.tugaskan(rina.id, PD, KECAMATAN, date(2026, 10, 1), disahkan=True)
    return rina


def di_grup(tx: Tx, teks: str = "", tujuan: str = "-100", *, dari: str = "70", kini: int = KINI, **lain: Any) -> None:
    kirim(tx, Masukan(teks=teks, grup="TPP Cibeber", **lain), tujuan, dari=dari)
    assert giliran(tx, tujuan, kini=kini) is True


def test_a_group_is_bound_by_a_coordinator_and_answered_where_they_wrote(tx: Tx) -> None:
    koordinator(tx)
    di_grup(tx, peristiwa="masuk")
    di_grup(tx, "/kaitkan", "-100/7", dari="71")
    di_grup(tx, "/kaitkan", "-100/7")
    assert [tujuan for _, tujuan, _ in balasan(tx)] == ["-100", "-100/7", "-100/7"]
    assert GrupQ(tx).untuk_kecamatan(KECAMATAN) == [("telegram", "-100/7")]
    assert OrangQ(tx).di_alamat("telegram", "71", KINI) is None
    assert tx.all("SELECT id FROM percakapan") == []


def test_who_writes_as_the_group_is_nobody(tx: Tx) -> None:
    koordinator(tx)
    di_grup(tx, "/kaitkan", anonim=True)
    assert "mode anonim" in balasan(tx)[-1][2]


def test_what_nobody_said_to_us_ends_the_turn_without_a_word(tx: Tx) -> None:
    di_grup(tx, "terima kasih", foto=(Foto(rujukan="r1"),))
    assert balasan(tx) == []
    assert [row["status"] for row in masuk(tx)] == ["selesai"]


def test_a_kecamatan_that_moves_is_told_in_both_groups(tx: Tx) -> None:
    koordinator(tx)
    di_grup(tx, "/kaitkan")
    di_grup(tx, f"/kaitkan pindah {KECAMATAN}", "-200")
    assert [tujuan for _, tujuan, _ in balasan(tx)] == ["-100", "-200", "-100"]


@pytest.mark.parametrize(("jam", "jatuh"), [(0, 0), (2, 10)], ids=["20.00: now", "22.00: at six"])
def test_who_bound_a_group_hears_by_day_that_we_may_not_write_there(tx: Tx, jam: int, jatuh: int) -> None:
    koordinator(tx)
    di_grup(tx, "/kaitkan")
    for _ in range(2):
        di_grup(tx, peristiwa="bisu", kini=KINI + jam * 3600)
    assert [tujuan for _, tujuan, _ in balasan(tx)] == ["-100", "70"]
    row = tx.one("SELECT jatuh, kelas FROM outbox WHERE tujuan = '70'")
    assert row is not None
    assert (row["jatuh"], row["kelas"]) == (KINI + jatuh * 3600, PENGINGAT)


def test_what_waits_for_a_group_that_moves_goes_there(tx: Tx) -> None:
    koordinator(tx)
    di_grup(tx, "/kaitkan")
    di_grup(tx, peristiwa="pindah", ke="-1001")
    assert [tujuan for _, tujuan, _ in balasan(tx)] == ["-1001"]
    assert GrupQ(tx).untuk_kecamatan(KECAMATAN) == [("telegram", "-1001")]


@pytest.mark.parametrize(
    ("isi", "kabar"),
    [(Masukan(teks="/kaitkan", grup="TPP"), 0), (Masukan(peristiwa="masuk"), 0), (Masukan(teks="rusak"), 1), (None, 1)],
    ids=["in a group", "nobody wrote", "in private", "unreadable"],
)
def test_only_who_waits_for_an_answer_is_told_of_a_failure(
    tx: Tx, palsu: object, monkeypatch: pytest.MonkeyPatch, isi: Masukan | None, kabar: int
) -> None:
    def rusak(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr(bot.turn, "take_group_turn", rusak)
    id_ = kirim(tx, isi or Masukan())
    if isi is None:
        InboxQ(tx).ganti_isi(id_, "{")
    for _ in range(GAGAL_SETELAH):
        assert isinstance(giliran(tx), Exception)
    assert len(balasan(tx)) == kabar
    assert giliran(tx) is False


# --- menus ----------------------------------------------------------------------------------------------------------


def menu(tx: Tx) -> list[tuple[str, ...]]:
    """The commands of every menu that was sent."""
    semua = [msgspec.json.decode(row["isi"], type=Pesan).menu for row in tx.all("SELECT isi FROM outbox ORDER BY id")]
    return [tuple(nama for nama, _ in satu) for satu in semua if satu is not None]


def test_a_menu_follows_what_its_person_may_do(tx: Tx, palsu: object) -> None:
    terima(tx, "halo")
    giliran(tx)
    assert menu(tx) == []
    ani = OrangQ(tx).di_alamat("telegram", "77", KINI)
    assert ani
    WilayahQ(tx).kenalkan(SUKAMAJU)
    OrangQ(tx).tugaskan(ani.id, PLD, SUKAMAJU, date(2026, 10, 1), sampai=date(2026, 11, 21), disahkan=True)
    for kini in (KINI, KINI, KINI + HARI, KINI + HARI):
        terima(tx, "halo")
        giliran(tx, kini=kini)
    assert menu(tx) == [
        tuple(nama for nama, _ in perintah_untuk((WARGA, PLD))),
        tuple(nama for nama, _ in perintah_untuk((WARGA,))),
    ]


def test_a_channel_without_menus_gets_none(tx: Tx) -> None:
    pendamping(tx)
    terima(tx, "halo", "Bu Sari", kanal="web")
    giliran(tx, "Bu Sari", kanal="web")
    assert menu(tx) == []


def test_the_menu_of_everybody_has_no_print_of_its_own() -> None:
    assert fingerprint((WARGA,)) == ""
    assert fingerprint((WARGA, PLD)) == fingerprint((PLD,)) != ""
    assert fingerprint((WARGA, PLD)) != fingerprint((WARGA, PD))


# --- an outage ------------------------------------------------------------------------------------------------------


def test_after_an_outage_the_first_reply_says_when_its_message_was_written(tx: Tx, palsu: object) -> None:
    for teks, dikirim in (("a", KINI - 20 * 3600), ("b", KINI - 19 * 3600), ("c", KINI), ("d", 0)):
        terima(tx, teks, dikirim=dikirim)
    terima(tx, "e", "78", dikirim=KINI - 7 * 3600)
    for tujuan in ("77", "77", "77", "77", "78"):
        giliran(tx, tujuan)
    assert [teks for _, _, teks in balasan(tx)] == [
        "Pesan Anda tadi 00.00 baru sampai.\n\nbalas a",
        "balas b",
        "balas c",
        "balas d",
        "Pesan Anda tadi 13.00 baru sampai.\n\nbalas e",
    ]


def test_the_next_outage_is_told_of_again(tx: Tx, palsu: object) -> None:
    for kini in (KINI, KINI + 2 * 3600):
        terima(tx, "a", dikirim=KINI - 7 * 3600)
        giliran(tx, kini=kini)
    assert [teks.startswith("Pesan Anda") for _, _, teks in balasan(tx)] == [True, True]
