"""Who is who on WhatsApp, by numbers and ids that come, go and change; and two chats that turn out to be one."""

from __future__ import annotations

import pytest

from data.alamat import AlamatQ
from data.datasaya import DataSayaQ
from data.inbox import InboxQ
from data.orang import DIKUNCI, PLD, AlamatTerkunci, Orang, OrangQ
from data.outbox import OutboxQ
from data.penghapusan import TUNDA, PenghapusanQ
from data.percakapan import PercakapanQ
from data.percobaan import PercobaanQ
from data.store import Tx
from data.store.sqlite import SqliteTx
from data.wa_gabung import OBROLAN
from data.wa_kontak import KANAL, SUNYI, KontakQ
from tests.conftest import KINI
from tests.data.dunia import SUKAMAJU, pendamping

HARI = 86_400
TEL, TEL_BARU = "6281100000101", "6281100000102"
ID, ID_BARU = "ID.10000000000000000001", "ID.10000000000000000002"


@pytest.fixture
def q(tx: Tx) -> KontakQ:
    return KontakQ(tx)


def warga(tx: Tx, tujuan: str) -> Orang:
    return OrangQ(tx).kenal(KANAL, tujuan, "Nama WA", KINI)


def pld(tx: Tx, tujuan: str, nama: str = "Bu Sari") -> Orang:
    sari = pendamping(tx, nama)
    OrangQ(tx).pasang_alamat(sari.id, KANAL, tujuan, KINI)
    return sari


def pemilik(tx: Tx, tujuan: str) -> int:
    orang = OrangQ(tx).di_alamat(KANAL, tujuan, KINI)
    assert orang is not None
    return orang.id


# --- numbers and ids ------------------------------------------------------------------------------------------------


def test_a_chat_has_a_name_that_says_nothing_of_its_person(q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    assert tujuan.startswith("wa")
    assert len(tujuan) == 18
    assert TEL[-6:] not in tujuan
    assert q.kenali("6281100000999", "", KINI) != tujuan


def test_by_number_by_both_and_by_id_it_is_the_same_person(q: KontakQ) -> None:
    tujuan = q.kenali(TEL, "", KINI)
    assert q.kenali(TEL, ID, KINI + 1) == tujuan
    assert q.kenali("", ID, KINI + 2) == tujuan
    assert q.kenali(TEL, "", KINI + 3) == tujuan


def test_it_is_written_to_the_number_and_to_the_id_where_there_is_none(q: KontakQ) -> None:
    tujuan = q.kenali("", ID, KINI)
    assert q.alamat(tujuan) == f"id:{ID}"
    q.kenali(TEL, ID, KINI + 1)
    assert q.alamat(tujuan) == f"tel:{TEL}"
    q.kenali("", ID_BARU, KINI + 2)
    assert q.alamat("wa-nobody") == ""


def test_another_id_with_the_same_number_is_the_same_person_while_they_are_with_us(q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    assert q.kenali(TEL, ID_BARU, KINI + SUNYI) == tujuan
    assert q.kenali("", ID, KINI + SUNYI) == tujuan
    assert q.kenali("", ID_BARU, KINI + SUNYI) == tujuan


def test_after_a_long_silence_a_number_with_another_id_is_somebody_elses(tx: Tx, q: KontakQ) -> None:
    lama = q.kenali(TEL, ID, KINI)
    pld(tx, lama)
    baru = q.kenali(TEL, ID_BARU, KINI + SUNYI + 1)
    assert baru != lama
    assert (q.alamat(lama), q.alamat(baru)) == (f"id:{ID}", f"tel:{TEL}")
    assert q.kenali(TEL, ID_BARU, KINI + SUNYI + 2) == baru
    assert q.kenali("", ID, KINI + SUNYI + 3) == lama


def test_after_a_long_silence_the_same_id_is_the_same_person(q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    assert q.kenali(TEL, ID, KINI + 10 * SUNYI) == tujuan
    assert q.kenali(TEL, "", KINI + 20 * SUNYI) == tujuan


def test_a_number_that_was_given_up_may_be_somebody_elses(tx: Tx, q: KontakQ) -> None:
    sari = q.kenali(TEL, ID, KINI)
    assert q.kenali(TEL_BARU, ID, KINI + 10) == sari
    assert q.alamat(sari) == f"tel:{TEL_BARU}"
    lain = q.kenali(TEL, ID_BARU, KINI + 20)
    assert lain != sari
    assert q.kenali(TEL, "", KINI + 21) == lain
    assert q.alamat(sari) == f"tel:{TEL_BARU}"


def test_what_they_wrote_before_the_change_is_theirs_however_late_it_comes(q: KontakQ) -> None:
    sari = q.kenali(TEL, ID, KINI)
    q.kenali(TEL_BARU, ID, KINI + HARI)
    assert q.kenali(TEL, ID, KINI + 10) == sari
    assert q.kenali(TEL, "", KINI + 11) == sari
    assert q.alamat(sari) == f"tel:{TEL_BARU}"
    assert q.kenali(TEL, ID_BARU, KINI + HARI + 1) != sari


def test_who_goes_back_to_the_old_number_is_the_same_person(q: KontakQ) -> None:
    sari = q.kenali(TEL, ID, KINI)
    q.kenali(TEL_BARU, ID, KINI + 10)
    assert q.kenali(TEL, ID, KINI + 20) == sari
    assert q.alamat(sari) == f"tel:{TEL}"


def test_an_older_number_that_comes_late_is_not_written_to(q: KontakQ) -> None:
    sari = q.kenali(TEL_BARU, ID, KINI)
    assert q.kenali(TEL, ID, KINI - HARI) == sari
    assert q.alamat(sari) == f"tel:{TEL_BARU}"


# --- WhatsApp says that it changed ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lama", [[f"tel:{TEL}"], [f"id:{ID}"], [f"id:{ID}", f"tel:{TEL}"], ["id:XX.unknown", f"tel:{TEL}"]]
)
def test_a_change_that_is_told_moves_the_names(q: KontakQ, lama: list[str]) -> None:
    sari = q.kenali(TEL, ID, KINI)
    assert q.ganti(lama, TEL_BARU, ID_BARU, KINI + 10) == sari
    assert q.alamat(sari) == f"tel:{TEL_BARU}"
    assert q.kenali(TEL_BARU, ID_BARU, KINI + 20) == sari
    assert q.kenali("", ID_BARU, KINI + 21) == sari
    assert q.kenali(TEL, "ID.3", KINI + 30) != sari


def test_a_change_told_twice_or_late_changes_nothing_more(q: KontakQ) -> None:
    sari = q.kenali(TEL, ID, KINI)
    for _ in range(2):
        q.ganti([f"id:{ID}", f"tel:{TEL}"], TEL_BARU, ID_BARU, KINI + 10)
    lain = q.kenali(TEL, "ID.3", KINI + 20)
    assert lain != sari
    q.ganti([f"tel:{TEL}"], TEL_BARU, ID_BARU, KINI + 10)
    assert (q.alamat(lain), q.alamat(sari)) == (f"tel:{TEL}", f"tel:{TEL_BARU}")
    assert q.kenali(TEL, "ID.3", KINI + 30) == lain


def test_a_change_of_nobody_we_know_makes_nobody_known(tx: Tx, q: KontakQ) -> None:
    assert q.ganti([f"tel:{TEL}"], TEL_BARU, ID_BARU, KINI) == ""
    assert q.cari(TEL_BARU, ID_BARU, KINI) == ""
    assert tx.one("SELECT 1 AS ada FROM wa_kontak WHERE dibuat = ?", (KINI,)) is None


def test_what_came_under_the_new_name_before_the_word_of_it_is_joined(tx: Tx, q: KontakQ) -> None:
    sari = q.kenali(TEL, ID, KINI)
    orang = pld(tx, sari)
    dini = q.kenali(TEL_BARU, ID_BARU, KINI + 5)
    warga(tx, dini)
    InboxQ(tx).terima(KANAL, "wamid.1", dini, "", "{}", None, KINI, KINI)
    assert q.ganti([f"tel:{TEL}"], TEL_BARU, ID_BARU, KINI + 3) == sari
    assert InboxQ(tx).berikut(KANAL, sari) is not None
    assert q.kenali(TEL_BARU, ID_BARU, KINI + 6) == sari
    assert pemilik(tx, sari) == orang.id


def test_a_number_taken_over_from_somebody_with_an_id_of_their_own_takes_nothing_else_over(tx: Tx, q: KontakQ) -> None:
    sari, budi = q.kenali(TEL, ID, KINI), q.kenali(TEL_BARU, "ID.budi", KINI)
    warga(tx, budi)
    assert q.ganti([f"tel:{TEL}"], TEL_BARU, ID_BARU, KINI + 10) == sari
    assert q.kenali("", "ID.budi", KINI + 20) == budi
    assert (q.alamat(sari), q.alamat(budi)) == (f"tel:{TEL_BARU}", "id:ID.budi")


# --- two chats turn out to be one -----------------------------------------------------------------------------------


def dua(tx: Tx, q: KontakQ) -> tuple[str, str]:
    """Bu Sari known by her number, and the same account that wrote without it."""
    return q.kenali(TEL, "", KINI), q.kenali("", ID, KINI + 1)


def test_a_stranger_who_turns_out_to_be_the_pendamping_brings_draft_and_waiting_messages_along(
    tx: Tx, q: KontakQ
) -> None:
    lama, baru = dua(tx, q)
    sari, tamu = pld(tx, lama), warga(tx, baru)
    draf = PercakapanQ(tx).buka(tamu.id, "tanya", '{"jawaban":{}}', KINI)
    InboxQ(tx).terima(KANAL, "wamid.1", baru, "", '{"teks":"halo"}', None, KINI, KINI)
    keluar = OutboxQ(tx).antre(KANAL, baru, "{}", KINI)
    q.masuk(baru, KINI + 5, "wamid.1")
    q.izin(baru, KINI + 5)
    assert q.kenali(TEL, ID, KINI + 10) == lama
    buka = PercakapanQ(tx).terbuka(sari.id)
    assert buka is not None
    assert buka.id == draf.id
    masuk = InboxQ(tx).berikut(KANAL, lama)
    assert masuk is not None
    assert masuk.isi == '{"teks":"halo"}'
    assert [k.id for k in OutboxQ(tx).klaim(KANAL, KINI, 5)] == [keluar]
    kontak = q.ambil(lama)
    assert kontak is not None
    assert (kontak.masuk, kontak.masuk_id, kontak.izin) == (KINI + 5, "wamid.1", KINI + 5)
    assert (q.ambil(baru), q.alamat(baru)) == (kontak, f"tel:{TEL}")  # what is on its way there arrives
    assert OrangQ(tx).di_alamat(KANAL, baru, KINI) is None
    assert pemilik(tx, lama) == sari.id
    assert (q.kenali("", ID, KINI + 11), q.kenali(TEL, "", KINI + 12)) == (lama, lama)


def test_of_two_open_conversations_the_later_goes_on_and_the_other_is_a_draft(tx: Tx, q: KontakQ) -> None:
    lama, baru = dua(tx, q)
    sari, tamu = pld(tx, lama), warga(tx, baru)
    catat = PercakapanQ(tx).buka(sari.id, "catat", "{}", KINI - HARI)
    tanya = PercakapanQ(tx).buka(tamu.id, "tanya", "{}", KINI)
    q.kenali(TEL, ID, KINI + 10)
    buka = PercakapanQ(tx).terbuka(sari.id)
    assert buka is not None
    assert buka.id == tanya.id
    assert [d.id for d in PercakapanQ(tx).draf(sari.id)] == [catat.id]


@pytest.mark.parametrize("siapa", ["nobody wrote from the new one", "nobody wrote from the old one", "nobody at all"])
def test_where_one_of_them_is_nobodys_the_other_takes_all(tx: Tx, q: KontakQ, siapa: str) -> None:
    lama, baru = dua(tx, q)
    InboxQ(tx).terima(KANAL, "wamid.1", lama, "", "{}", None, KINI, KINI)
    InboxQ(tx).terima(KANAL, "wamid.2", baru, "", "{}", None, KINI, KINI)
    if "new" in siapa:
        pld(tx, lama)
    if "old" in siapa:
        pld(tx, baru)
    jadi = q.kenali(TEL, ID, KINI + 10)
    assert jadi == (baru if "old" in siapa else lama)
    assert InboxQ(tx).tujuan_menunggu(KANAL) == [jadi]


def test_two_persons_are_never_joined_and_both_can_still_be_written_to(tx: Tx, q: KontakQ) -> None:
    lama, baru = dua(tx, q)
    sari, budi = pld(tx, lama), pld(tx, baru, "Pak Budi")
    for n in range(2):
        assert q.kenali(TEL, ID, KINI + 10 + n) == baru
    assert (pemilik(tx, lama), pemilik(tx, baru)) == (sari.id, budi.id)
    assert (q.alamat(lama), q.alamat(baru)) == (f"tel:{TEL}", f"id:{ID}")


def test_of_two_persons_the_one_with_an_id_of_their_own_loses_the_number(tx: Tx, q: KontakQ) -> None:
    lama, baru = q.kenali(TEL, "ID.lama", KINI), q.kenali("", ID, KINI + 1)
    sari, budi = pld(tx, lama), pld(tx, baru, "Pak Budi")
    assert q.kenali(TEL, ID, KINI + 10) == baru
    assert (pemilik(tx, lama), pemilik(tx, baru)) == (sari.id, budi.id)
    assert (q.alamat(lama), q.alamat(baru)) == ("id:ID.lama", f"tel:{TEL}")


@pytest.mark.parametrize(
    "punya", ["agreed", "asked to join", "another address", "a record", "an assignment", "a used invitation"]
)
def test_who_has_anything_of_their_own_is_a_person(tx: Tx, q: KontakQ, punya: str) -> None:
    lama, baru = dua(tx, q)
    pld(tx, lama)
    tamu = warga(tx, baru)
    if punya == "agreed":
        OrangQ(tx).setujui(tamu, KINI)
    elif punya == "asked to join":
        tx.run(
            "INSERT INTO permintaan (orang_id, peran, wilayah, dibuat, status) VALUES (?, 'pld', ?, ?, 'menunggu')",
            (tamu.id, SUKAMAJU, KINI),
        )
    elif punya == "another address":
        OrangQ(tx).pasang_alamat(tamu.id, "telegram", "77", KINI)
    elif punya == "a record":
        tx.run(
            "INSERT INTO musdes (nomor, orang_id, jenis, desa, tanggal, mulai, status, dibuat, diubah) "
            "VALUES ('M-1', ?, 'rkp', ?, '2026-11-20', '09:00', 'terbuka', ?, ?)",
            (tamu.id, SUKAMAJU, KINI, KINI),
        )
    elif punya == "an assignment":
        tx.run(
            "INSERT INTO penugasan (orang_id, peran, wilayah, dari, disahkan) VALUES (?, ?, ?, '2026-10-01', 0)",
            (tamu.id, PLD, SUKAMAJU),
        )
    else:
        tx.run(
            "INSERT INTO undangan (sidik, peran, wilayah, dibuat, habis, status, dipakai_oleh) "
            "VALUES ('x', 'pld', ?, ?, ?, 'dipakai', ?)",
            (SUKAMAJU, KINI, KINI, tamu.id),
        )
    assert q.kenali(TEL, ID, KINI + 10) == baru
    assert pemilik(tx, baru) == tamu.id


def test_the_same_person_at_both_has_one_address_afterwards(tx: Tx, q: KontakQ) -> None:
    lama, baru = dua(tx, q)
    sari = pld(tx, lama)
    OrangQ(tx).pasang_alamat(sari.id, KANAL, baru, KINI)
    jadi = q.kenali(TEL, ID, KINI + 10)
    assert [a.tujuan for a in AlamatQ(tx).milik(sari.id) if a.kanal == KANAL] == [jadi]


@pytest.mark.parametrize("mana", [0, 1])
def test_an_address_that_a_level_above_closed_stays_closed(tx: Tx, q: KontakQ, mana: int) -> None:
    berdua = dua(tx, q)
    pld(tx, berdua[0])
    warga(tx, berdua[1])
    alamat = AlamatQ(tx).di(KANAL, berdua[mana])
    assert alamat is not None
    AlamatQ(tx).kunci(alamat)
    jadi = q.kenali(TEL, ID, KINI + 10)
    assert [a.status for t in berdua if (a := AlamatQ(tx).di(KANAL, t))] == [DIKUNCI]
    with pytest.raises(AlamatTerkunci):
        OrangQ(tx).kenal(KANAL, jadi, "", KINI)


def test_wrong_codes_are_counted_on(tx: Tx, q: KontakQ) -> None:
    lama, baru = dua(tx, q)
    percobaan = PercobaanQ(tx, KINI)
    for tujuan, kali in ((lama, 2), (baru, 3)):
        for _ in range(kali):
            percobaan.catat("tautan", f"{KANAL}:{tujuan}")
    jadi = q.kenali(TEL, ID, KINI + 10)
    row = tx.one("SELECT SUM(kali) AS kali FROM percobaan WHERE siapa = ?", (f"{KANAL}:{jadi}",))
    assert row is not None
    assert int(row["kali"]) == 5


def test_every_table_that_names_a_chat_is_moved(tx: Tx) -> None:
    """A new one has to be added to `OBROLAN`, or belongs to groups and pages."""
    if not isinstance(tx, SqliteTx):
        pytest.skip("the schema is read from SQLite's own words")
    ada = set()
    for row in tx.all("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        kolom = {r["name"] for r in tx.all(f"SELECT name FROM pragma_table_info('{row['name']}')")}
        if {"kanal", "tujuan"} <= kolom:
            ada.add(row["name"])
    assert ada == {*OBROLAN, "alamat", "grup"}


# --- what they said to us -------------------------------------------------------------------------------------------


def test_the_24_hours_never_move_back(q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    for waktu, wamid in ((KINI, "a"), (KINI - 60, "b"), (KINI + 60, "c"), (KINI + 30, "d")):
        q.masuk(tujuan, waktu, wamid)
    kontak = q.ambil(tujuan)
    assert kontak is not None
    assert (kontak.masuk, kontak.masuk_id) == (KINI + 60, "c")


def test_the_later_word_on_being_written_to_counts(q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)

    def kini() -> tuple[int | None, int | None]:
        kontak = q.ambil(tujuan)
        assert kontak is not None
        return kontak.izin, kontak.tolak

    q.izin(tujuan, KINI)
    q.tolak(tujuan, KINI + 10)
    assert kini() == (KINI, KINI + 10)
    q.izin(tujuan, KINI + 5)
    assert kini() == (KINI, KINI + 10)
    q.izin(tujuan, KINI + 20)
    assert kini() == (KINI + 20, None)
    q.tolak(tujuan, KINI + 15)
    assert kini() == (KINI + 20, None)


# --- what a person sees of it, and takes away -----------------------------------------------------------------------


def test_a_person_sees_the_end_of_their_number_and_in_their_data_all_of_it(tx: Tx, q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    sari = pld(tx, tujuan)
    assert [a.akhir for a in AlamatQ(tx).milik(sari.id)] == ["ari", TEL[-3:]]
    data = DataSayaQ(tx, sari.id)
    assert [(b["kanal"], b["tujuan"]) for b in data.satu("alamat")] == [("web", "Bu Sari"), (KANAL, f"tel:{TEL}")]
    assert {b["sebutan"] for b in data.satu("whatsapp")} == {f"tel:{TEL}", f"id:{ID}"}
    assert tujuan not in str({k: v for k, v in data.semua().items() if k != "percakapan"})


def test_without_a_number_the_end_of_the_id_tells_their_addresses_apart(tx: Tx, q: KontakQ) -> None:
    tujuan = q.kenali("", ID, KINI)
    warga(tx, tujuan)
    alamat = AlamatQ(tx).di(KANAL, tujuan)
    assert alamat is not None
    assert alamat.akhir == ID[-3:]


def test_whoever_writes_from_an_address_that_was_let_go_is_a_stranger_who_agreed_to_nothing(tx: Tx, q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    sari = pld(tx, tujuan)
    q.izin(tujuan, KINI)
    alamat = AlamatQ(tx).di(KANAL, tujuan)
    assert alamat is not None
    AlamatQ(tx).lepas(alamat)
    orang = warga(tx, q.kenali(TEL, ID, KINI + 10))
    assert orang.id != sari.id
    kontak = q.ambil(tujuan)
    assert kontak is not None
    assert kontak.izin is None


def hapus(tx: Tx, orang_id: int) -> None:
    PenghapusanQ(tx, KINI - TUNDA).minta(orang_id)
    PenghapusanQ(tx, KINI).jalankan(orang_id)


def sisa(tx: Tx, tujuan: str) -> int:
    row = tx.one(
        "SELECT (SELECT COUNT(*) FROM wa_alias WHERE tujuan = ?) + (SELECT COUNT(*) FROM wa_kontak WHERE tujuan = ?) AS n",
        (tujuan, tujuan),
    )
    assert row is not None
    return int(row["n"])


def test_with_the_person_the_number_and_every_other_name_go_once_the_last_words_are_said(tx: Tx, q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    q.kenali(TEL_BARU, ID, KINI + 1)
    sari = pld(tx, tujuan)
    lain = q.kenali("6281100000555", "ID.lain", KINI)
    hapus(tx, sari.id)
    pamit = OutboxQ(tx).antre(KANAL, tujuan, "{}", KINI, kunci="pamit:1")
    assert pamit is not None
    assert q.buang_yang_pergi(KINI) == 0
    assert q.alamat(tujuan) == f"tel:{TEL_BARU}"
    OutboxQ(tx).terkirim(pamit, "wamid.p", KINI)
    assert q.buang_yang_pergi(KINI) == 1
    assert (sisa(tx, tujuan), sisa(tx, lain)) == (0, 3)
    assert q.kenali(TEL_BARU, ID, KINI + 20) != tujuan


def test_names_that_led_to_a_chat_go_with_it(tx: Tx, q: KontakQ) -> None:
    lama, baru = dua(tx, q)
    jadi = q.kenali(TEL, ID, KINI + 10)
    lagi = q.kenali("", "ID.3", KINI + 11)
    q.ganti(["id:ID.3"], TEL, ID, KINI + 12)
    sari = pld(tx, q.kenali(TEL, ID, KINI + 20))
    assert len({q.alamat(t) for t in (lama, baru, jadi, lagi)}) == 1
    hapus(tx, sari.id)
    assert q.buang_yang_pergi(KINI) == 1
    assert [sisa(tx, t) for t in (lama, baru, jadi, lagi)] == [0] * 4


def test_last_words_that_cannot_be_said_do_not_keep_the_number(tx: Tx, q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    hapus(tx, pld(tx, tujuan).id)
    OutboxQ(tx).antre(KANAL, tujuan, "{}", KINI, kunci="pamit:1")
    assert q.buang_yang_pergi(KINI + HARI - 1) == 0
    assert q.buang_yang_pergi(KINI + HARI) == 1
    assert sisa(tx, tujuan) == 0


def test_who_writes_again_meanwhile_is_a_stranger_and_is_not_forgotten(tx: Tx, q: KontakQ) -> None:
    tujuan = q.kenali(TEL, ID, KINI)
    sari = pld(tx, tujuan)
    hapus(tx, sari.id)
    q.masuk(q.kenali(TEL, ID, KINI + 5), KINI + 5, "wamid.9")
    assert q.buang_yang_pergi(KINI + HARI) == 0
    assert warga(tx, tujuan).id != sari.id
