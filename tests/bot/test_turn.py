"""One turn, one transaction: read, answered and marked done, or nothing happened."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

import bot.turn
from bot.turn import PANJANG, SUSULAN, Fetch, Outcome, Wait, WorldOf, context, finish_fetch, gabung, take_turn
from data.desa import Desa
from data.inbox import GAGAL_SETELAH, InboxQ
from data.media import MediaQ
from data.orang import Orang, OrangQ
from data.pengaturan import Pengaturan
from data.percakapan import PercakapanQ
from data.store import Row, Tx
from handlers.dialog import kata
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.run import Konteks
from tests.conftest import KINI
from tests.data.dunia import HARI, WIB, WIT, pendamping


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


def terima(
    tx: Tx,
    teks: str = "",
    tujuan: str = "77",
    *foto: Foto,
    kanal: str = "telegram",
    album: str | None = None,
    dikirim: int = KINI,
) -> int:
    masukan = msgspec.json.encode(Masukan(teks=teks, foto=foto)).decode()
    row = tx.one("SELECT COUNT(*) AS n FROM inbox")
    assert row is not None
    id_ = InboxQ(tx).terima(kanal, f"u{row['n']}", tujuan, "Ani", masukan, album, dikirim, KINI)
    assert id_ is not None
    return id_


def giliran(tx: Tx, tujuan: str = "77", *, kanal: str = "telegram", siap: bool = False, kini: int = KINI) -> Outcome:
    return take_turn(tx, kanal, tujuan, WorldOf(Pengaturan()), kini, siap=siap)


def balasan(tx: Tx) -> list[tuple[str, str, str]]:
    rows = tx.all("SELECT kanal, tujuan, isi FROM outbox ORDER BY id")
    return [(row["kanal"], row["tujuan"], msgspec.json.decode(row["isi"], type=Pesan).teks) for row in rows]


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
    assert ani.nama == "Ani"
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
    assert giliran(tx) == Wait()
    assert [row["status"] for row in masuk(tx)] == ["baru"] * 3
    assert giliran(tx, siap=True) is True
    ((_, masukan),) = palsu
    assert (masukan.teks, len(masukan.foto)) == ("keterangan", 3)
    assert [row["status"] for row in masuk(tx)] == ["selesai"] * 3


def test_pictures_still_with_the_platform_are_asked_for_one_message_at_a_time(tx: Tx, palsu: object) -> None:
    id_ = [terima(tx, "", "77", Foto(rujukan=f"r{n}", waktu=5), album="A") for n in range(2)]
    for n, satu in enumerate(id_):
        hasil = giliran(tx, siap=True)
        assert hasil == Fetch(satu, Masukan(foto=(Foto(rujukan=f"r{n}", waktu=5),)))
        sidik = str(n) * 64
        finish_fetch(tx, satu, Masukan(foto=(Foto(sidik, ukuran=9, waktu=5),)), KINI)
        assert MediaQ(tx).mime(sidik) == "image/jpeg"
    assert giliran(tx, siap=True) is True


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
