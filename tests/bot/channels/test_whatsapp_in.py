"""What people send on WhatsApp, as it reaches the inbox: every kind of message, each person under one name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from bot.channels.whatsapp.rules import TOMBOL
from data.outbox import OutboxQ
from data.store import Store
from data.wa_kontak import KANAL, Kontak, KontakQ
from handlers.dialog.masukan import Dokumen, Foto, Lokasi, Masukan
from tests.bot.channels.whatsapp_masuk import Masuk, hantaran, teks
from tests.conftest import KINI, Jam
from tests.whatsapp_server import APP_SECRET, VERIFY_TOKEN, signature

HARI = 86_400


@pytest.fixture
def engine() -> str:
    return "sqlite"


@pytest.fixture
def wa(store: Store, jam: Jam) -> Masuk:
    return Masuk(store, jam)


async def kontak(wa: Masuk, tujuan: str) -> Kontak:
    ketemu = await wa.store.read(lambda tx: KontakQ(tx).ambil(tujuan))
    assert ketemu is not None
    return ketemu


# --- whose word it is -----------------------------------------------------------------------------------------------


async def test_meta_asks_whether_the_address_is_ours(wa: Masuk) -> None:
    tanya = {"hub.mode": "subscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "1158201444"}
    assert wa.incoming.challenge(tanya) == "1158201444"
    for salah in (
        {"hub.verify_token": "lain"}, {"hub.verify_token": ""}, {"hub.mode": "unsubscribe"}, {"hub.verify_token": "é"},
    ):  # fmt: skip
        assert wa.incoming.challenge(tanya | salah) is None
    assert wa.incoming.challenge({}) is None


@pytest.mark.parametrize(
    "tanda",
    [
        "",
        "sha256=",
        "sha256=" + "0" * 64,
        "sha1=" + "0" * 40,
        "é",
        signature("lain", b"{}"),
        signature(APP_SECRET, b""),
    ],
)
async def test_what_meta_did_not_sign_is_refused_before_it_is_read(wa: Masuk, tanda: str) -> None:
    assert await wa.kirim(b"{}", tanda) == 401
    body = wa.badan(teks("wamid.1", "halo", KINI))
    assert await wa.kirim(body, tanda) == 401
    assert await wa.kirim(body + b" ", signature(APP_SECRET, body)) == 401
    assert wa.masuk == []


async def test_without_a_secret_nobody_is_believed(wa: Masuk, store: Store, jam: Jam) -> None:
    from bot.channels.whatsapp.incoming import Incoming, Rahasia
    from data.wa_biaya import BatasWa

    tanpa = Incoming(store, jam, "1", Rahasia("", ""), BatasWa())
    assert await tanpa.deliver(b"{}", signature("", b"{}"), wa.terima) == 401
    assert tanpa.challenge({"hub.mode": "subscribe", "hub.verify_token": "", "hub.challenge": "1"}) is None


@pytest.mark.parametrize("body", [b"", b"bukan json", b"[]", b"null", b'{"entry": 1}', b"[" * 100_000, b"\xff\xfe"])
async def test_a_signed_body_that_is_no_delivery_is_refused(wa: Masuk, body: bytes) -> None:
    assert await wa.kirim(body) == 400


async def test_a_body_beyond_metas_own_limit_is_refused(wa: Masuk) -> None:
    assert await wa.kirim(b" " * 4_000_001) == 413


async def test_what_came_to_another_number_of_the_app_is_passed_over(wa: Masuk) -> None:
    wa.server.bisnis.phone_number_id = "999999999999999"
    wa.orang().tulis("halo")
    assert await wa.hantar() == []


@pytest.mark.parametrize(
    "value",
    [None, 1, [], {}, {"metadata": 3}, {"metadata": {"phone_number_id": "106540352242922"}, "messages": "x"},
     {"metadata": {"phone_number_id": "106540352242922"}, "messages": [1, None, {}], "statuses": [{}, 7]}],
)  # fmt: skip
async def test_changes_that_make_no_sense_are_taken_and_passed_over(wa: Masuk, value: Any) -> None:
    for field in ("messages", "user_id_update", "user_preferences", "account_update", None, ["messages"]):
        assert await wa.kirim(hantaran({"field": field, "value": value})) == 200
    assert wa.masuk == []


# --- every kind of message ------------------------------------------------------------------------------------------


async def test_text(wa: Masuk) -> None:
    sari = wa.orang("Bu Sari")
    wamid = sari.tulis("catat kegiatan 🌾\nhari ini")
    masuk = await wa.satu()
    assert masuk.masukan == Masukan(teks="catat kegiatan 🌾\nhari ini")
    assert (masuk.ext_id, masuk.pesan, masuk.nama) == (wamid, wamid, "Bu Sari")
    assert (masuk.waktu, masuk.urut, masuk.album, masuk.dari) == (KINI, KINI, None, "")
    assert sari.telepon not in masuk.tujuan
    assert (await kontak(wa, masuk.tujuan)).masuk_id == wamid


async def test_a_click_on_an_advertisement_is_what_was_typed(wa: Masuk) -> None:
    wa.orang().dari_iklan("gabung k7m4xq2p")
    assert (await wa.satu()).masukan == Masukan(teks="gabung k7m4xq2p")


@pytest.mark.parametrize(
    ("isi", "masukan"),
    [
        (
            {"type": "button_reply", "button_reply": {"id": "1a~desa~x", "title": "Sukamaju"}},
            Masukan(tombol="1a~desa~x"),
        ),
        (
            {"type": "list_reply", "list_reply": {"id": "0~menu", "title": "Menu", "description": "d"}},
            Masukan(tombol="0~menu"),
        ),
        ({"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}}, Masukan(lain="formulir")),
    ],
)
async def test_taps(wa: Masuk, isi: dict[str, Any], masukan: Masukan) -> None:
    pesan = teks("wamid.1", "", KINI, type="interactive", interactive=isi, context={"id": "wamid.kita"})
    del pesan["text"]
    assert await wa.kirim(wa.badan(pesan)) == 200
    assert [m.masukan for m in wa.masuk] == [masukan]


async def test_only_a_reply_to_a_message_of_ours_names_it(wa: Masuk) -> None:
    sari = wa.orang()
    wamid = sari.tulis("halo")
    sari.tulis("yang tadi itu", balas=wamid)
    assert [m.masukan.balas for m in await wa.hantar()] == ["", ""]
    context = {"from": wa.server.bisnis.nomor, "id": "wamid.kita"}
    assert await wa.kirim(wa.badan(teks("wamid.1", "ya", KINI, context=context))) == 200
    assert await wa.kirim(wa.badan(teks("wamid.2", "ya", KINI, context={"forwarded": True}))) == 200
    assert [m.masukan.balas for m in wa.masuk[-2:]] == ["wamid.kita", ""]


@pytest.mark.parametrize(
    ("button", "masukan"),
    [
        ({"payload": "0~kalender", "text": "Lihat"}, Masukan(tombol="0~kalender")),
        ({"payload": "Lihat", "text": "Lihat"}, Masukan(teks="Lihat")),
        ({"text": "Lihat"}, Masukan(teks="Lihat")),
    ],
)
async def test_the_quick_reply_of_a_template(wa: Masuk, button: dict[str, str], masukan: Masukan) -> None:
    pesan = {"from": "6281100000777", "id": "wamid.1", "timestamp": str(KINI), "type": "button", "button": button}
    assert await wa.kirim(wa.badan(pesan)) == 200
    assert [m.masukan for m in wa.masuk] == [masukan]


async def test_a_picture_with_its_caption_and_one_that_was_sent_as_a_file(wa: Masuk) -> None:
    sari = wa.orang()
    sari.kirim_foto(b"\xff\xd8\xff", "papan proyek")
    foto = (await wa.satu()).masukan
    assert foto.teks == "papan proyek"
    assert [(f.mime, f.waktu, bool(f.rujukan), f.sidik) for f in foto.foto] == [("image/jpeg", KINI, True, "")]
    sari.kirim_dokumen(b"\x89PNG", "denah.png", "image/png", "denah")
    berkas = (await wa.satu()).masukan
    assert (berkas.teks, berkas.lain, berkas.foto[0].mime) == ("denah", "", "image/png")


async def test_a_picture_file_that_names_no_type_is_known_by_its_name(wa: Masuk) -> None:
    dasar = {"from": "6281100000777", "timestamp": str(KINI), "type": "document"}
    body = wa.badan(
        dasar | {"id": "wamid.1", "document": {"id": "77", "filename": "FOTO.JPG"}},
        dasar | {"id": "wamid.2", "document": {"id": "78", "filename": "surat.pdf"}},
        dasar | {"id": "wamid.3", "document": {"id": "79", "filename": "rekap.xlsx", "mime_type": "application/x"}},
        dasar
        | {
            "id": "wamid.4",
            "document": {"id": "80", "filename": "/a/\u202efdp.exe", "mime_type": "application/pdf; x=1"},
        },
    )
    assert await wa.kirim(body) == 200
    assert [m.masukan for m in wa.masuk] == [
        Masukan(foto=(Foto(rujukan="77", waktu=KINI),)),
        Masukan(dokumen=Dokumen(rujukan="78", nama="surat.pdf", waktu=KINI)),
        Masukan(dokumen=Dokumen(nama="rekap.xlsx", waktu=KINI, tolak="jenis")),
        Masukan(dokumen=Dokumen(rujukan="80", nama="fdp.exe", waktu=KINI)),
    ]


async def test_a_place(wa: Masuk) -> None:
    wa.orang().kirim_lokasi(-6.9147, 107.6098, "Balai Desa", "Jalan Raya")
    assert (await wa.satu()).masukan == Masukan(lokasi=Lokasi(-6.9147, 107.6098))


@pytest.mark.parametrize("titik", [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
async def test_what_is_no_place_on_earth_is_asked_again(wa: Masuk, titik: tuple[float, float]) -> None:
    pesan = teks("wamid.1", "", KINI, type="location", location={"latitude": titik[0], "longitude": titik[1]})
    del pesan["text"]
    assert await wa.kirim(wa.badan(pesan)) == 200
    assert [m.masukan for m in wa.masuk] == [Masukan(lain="lokasi itu")]


async def test_what_we_cannot_read_is_named_in_the_persons_words(wa: Masuk) -> None:
    sari = wa.orang()
    lakukan: dict[str, Callable[[], str]] = {
        "pesan suara": sari.kirim_suara, "video": sari.kirim_video, "stiker": sari.kirim_stiker,
        "kontak": sari.kirim_kontak, "pesanan": sari.kirim_pesanan, "polling": sari.kirim_tak_didukung,
        "pesan yang diubah": sari.sunting_tersembunyi,
    }  # fmt: skip
    for kata, kirim in lakukan.items():
        kirim()
        assert (await wa.satu()).masukan == Masukan(lain=kata)
    sari.kirim_dokumen(b"%PDF", "RKP.pdf", keterangan="ini RKP-nya")
    rkp = (await wa.satu()).masukan
    assert (rkp.teks, rkp.lain, rkp.dokumen and rkp.dokumen.nama) == ("ini RKP-nya", "", "RKP.pdf")
    sari.kirim_video(keterangan="lihat ini")
    assert (await wa.satu()).masukan == Masukan(teks="lihat ini", lain="video")
    sari.kirim_jenis("hologram", {"x": 1})
    assert (await wa.satu()).masukan == Masukan(lain="jenis pesan itu")
    sari.kirim_tak_didukung("sesuatu", 131060)
    assert (await wa.satu()).masukan == Masukan(lain="jenis pesan itu")


async def test_what_nobody_means_as_an_answer_is_passed_over(wa: Masuk) -> None:
    sari = wa.orang()
    wamid = sari.tulis("halo")
    await wa.hantar()
    wa.jam.maju(60)
    sari.reaksi(wamid)
    sari.reaksi(wamid, "")
    sari.hapus(wamid)
    assert await wa.hantar() == []
    pesan = teks("wamid.9", "halo grup", KINI, group_id="Y2FwaV9ncm91cA==")
    assert await wa.kirim(wa.badan(pesan)) == 200
    assert await wa.kirim(wa.badan({"id": "wamid.10", "type": "text", "text": {"body": "dari siapa?"}})) == 200
    assert wa.masuk == []


async def test_an_edit_comes_under_the_message_that_it_changes(wa: Masuk) -> None:
    sari = wa.orang()
    wamid = sari.tulis("34 orang")
    semula = await wa.satu()
    wa.jam.maju(60)
    baru = sari.sunting(wamid, "43 orang")
    ubah = await wa.satu()
    assert ubah.masukan == Masukan(teks="43 orang", sunting=True)
    assert (ubah.ext_id, ubah.pesan, ubah.tujuan) == (baru, wamid, semula.tujuan)
    assert (await kontak(wa, semula.tujuan)).masuk_id == wamid


async def test_an_edited_caption_keeps_its_picture(wa: Masuk) -> None:
    isi = {"type": "image", "image": {"id": "77", "mime_type": "image/png", "caption": "papan baru"}}
    edit = {"original_message_id": "wamid.1", "message": isi}
    pesan = {"from": "6281100000777", "id": "wamid.2", "timestamp": str(KINI), "type": "edit", "edit": edit}
    assert await wa.kirim(wa.badan(pesan)) == 200
    assert wa.masuk[0].masukan == Masukan(
        teks="papan baru", foto=(Foto(rujukan="77", mime="image/png", waktu=KINI),), sunting=True
    )


async def test_what_no_database_takes_and_what_reads_backwards_is_left_out(wa: Masuk) -> None:
    body = wa.badan(
        teks("wamid.1\0", "ha\0lo \ud83d \u202eterbalik", KINI),
        contacts=[{"wa_id": "6281100000777", "profile": {"name": "Sa\0ri \u202e"}}],
    )
    assert await wa.kirim(body) == 200
    assert (wa.masuk[0].masukan.teks, wa.masuk[0].nama, wa.masuk[0].ext_id) == ("halo  terbalik", "Sari", "wamid.1")
    msgspec.json.encode(wa.masuk[0].masukan)


# --- one that is broken stops no other -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rusak",
    [
        {},
        {"id": 7, "type": "text"},
        {"from": "6281100000777", "type": "text", "text": {"body": "tanpa nama"}},
        {"from": ["x"], "id": "wamid.x", "type": "text"},
        {"id": "wamid.x", "timestamp": str(KINI), "type": "system", "system": "pindah"},
        {"from": "6281100000777", "id": "wamid.x", "timestamp": "kemarin", "type": "text"},
        {"from": "6281100000777", "id": "wamid.x", "type": "edit", "edit": {}},
        {"from": "6281100000777", "id": "wamid.x", "type": "edit"},
    ],
)
async def test_a_broken_message_stops_none_of_those_beside_it(wa: Masuk, rusak: dict[str, Any]) -> None:
    body = wa.badan(teks("wamid.1", "satu", KINI), rusak, teks("wamid.2", "dua", KINI))
    assert await wa.kirim(body) == 200
    assert [m.masukan.teks for m in wa.masuk] == ["satu", "dua"]


@pytest.mark.parametrize(
    "rusak", [{"text": "bukan objek"}, {"text": {"body": 3}}, {"text": None}, {"context": 1}, {"text": {}}]
)
async def test_whoever_sent_it_hears_that_it_could_not_be_read(wa: Masuk, rusak: dict[str, Any]) -> None:
    assert await wa.kirim(wa.badan(teks("wamid.1", "x", KINI) | rusak)) == 200
    assert [m.masukan for m in wa.masuk] == [Masukan(lain="jenis pesan itu")] or wa.masuk[0].masukan.kosong


async def test_null_is_nothing(wa: Masuk) -> None:
    pesan = teks("wamid.1", "halo", KINI, context=None, from_user_id=None, image=None)
    assert await wa.kirim(wa.badan(pesan, contacts=[{"wa_id": "6281100000777", "profile": None}])) == 200
    assert [(m.masukan.teks, m.nama) for m in wa.masuk] == [("halo", "")]


# --- who it is ------------------------------------------------------------------------------------------------------


async def test_with_and_without_the_number_it_is_one_chat(wa: Masuk) -> None:
    sari = wa.orang()
    sari.tulis("satu")
    satu = await wa.satu()
    sari.sembunyikan_nomor("sari.desa")
    sari.tulis("dua")
    dua = await wa.satu()
    assert dua.tujuan == satu.tujuan


async def test_a_message_that_names_its_writer_by_one_name_only_is_completed_by_the_contacts(wa: Masuk) -> None:
    kontak = [{"wa_id": "6281100000777", "user_id": "ID.777", "profile": {"name": "Sari"}}]
    assert await wa.kirim(wa.badan(teks("wamid.1", "satu", KINI), contacts=kontak)) == 200
    pesan = teks("wamid.2", "dua", KINI, from_user_id="ID.777")
    del pesan["from"]
    assert await wa.kirim(wa.badan(pesan)) == 200
    assert len({m.tujuan for m in wa.masuk}) == 1


async def test_each_message_of_a_batch_has_its_own_writers_name(wa: Masuk) -> None:
    sari, budi = wa.orang("Bu Sari"), wa.orang("Pak Budi")
    budi.sembunyikan_nomor("budi")
    sari.tulis("dari sari")
    budi.tulis("dari budi")
    masuk = await wa.hantar()
    assert [(m.masukan.teks, m.nama) for m in masuk] == [("dari sari", "Bu Sari"), ("dari budi", "Pak Budi")]
    assert masuk[0].tujuan != masuk[1].tujuan


async def test_a_new_number_is_the_same_person_and_no_message(wa: Masuk) -> None:
    sari = wa.orang()
    sari.tulis("satu")
    satu = await wa.satu()
    wa.jam.maju(3600)
    sari.ganti_nomor("6281100000909")
    assert await wa.hantar() == []
    alamat = await wa.store.read(lambda tx: KontakQ(tx).alamat(satu.tujuan))
    assert alamat == "tel:6281100000909"
    assert (await kontak(wa, satu.tujuan)).masuk == KINI
    sari.tulis("dua")
    assert (await wa.satu()).tujuan == satu.tujuan


async def test_another_id_is_the_same_person(wa: Masuk) -> None:
    sari = wa.orang()
    sari.tulis("satu")
    satu = await wa.satu()
    sari.sembunyikan_nomor("sari")
    wa.jam.maju(40 * HARI)
    sari.ganti_user_id()
    sari.tulis("dua")
    assert [m.tujuan for m in await wa.hantar("entry")] == [satu.tujuan]


@pytest.mark.parametrize(
    "system",
    [
        {"type": "user_changed_user_id", "user_id": "ID.baru", "body": "User S changed from ID.lama to ID.baru"},
        {"type": "user_changed_user_id", "user_id": "ID.baru", "previous_user_id": "ID.lama"},
        {"type": "user_changed_number", "wa_id": "6281100000909", "user_id": "ID.baru"},
        {"type": "customer_changed_number", "new_wa_id": "6281100000909", "user_id": "ID.baru"},
    ],
)
async def test_every_way_in_which_a_change_is_told(wa: Masuk, system: dict[str, str]) -> None:
    await wa.kirim(wa.badan(teks("wamid.1", "satu", KINI, from_user_id="ID.lama")))
    wa.jam.maju(40 * HARI)
    pesan = {"from": "6281100000777", "id": "wamid.2", "timestamp": str(KINI + 10), "type": "system", "system": system}
    assert await wa.kirim(wa.badan(pesan)) == 200
    baru = teks("wamid.3", "dua", KINI + 20, from_user_id="ID.baru")
    baru["from"] = "6281100000909"
    assert await wa.kirim(wa.badan(baru)) == 200
    assert len(wa.masuk) == 2
    assert wa.masuk[0].tujuan == wa.masuk[1].tujuan


@pytest.mark.parametrize("ujung", ["changed from ID.lama to ID.baru", "changed from ID.lama to ID.lain"])
@pytest.mark.parametrize(
    "nama", ["S", "S changed from 6281100000777 to ID.baru", "changed from 6281100000777 to ID.baru"]
)
async def test_nobody_becomes_another_by_the_name_they_give_themselves(wa: Masuk, nama: str, ujung: str) -> None:
    """The sentence is read only where the message names nobody, and only its end, which is Meta's."""
    await wa.kirim(wa.badan(teks("wamid.1", "milik Sari", KINI)))
    await wa.kirim(wa.badan(teks("wamid.2", "milik lain", KINI) | {"from": "ID.lama"}))
    system = {"type": "user_changed_user_id", "user_id": "ID.baru", "body": f"User {nama} {ujung}"}
    pesan = {"id": "wamid.3", "timestamp": str(KINI + 10), "type": "system", "system": system}
    wa.jam.maju(60)
    assert await wa.kirim(wa.badan(pesan | {"from_user_id": "ID.baru"})) == 200
    await wa.kirim(wa.badan(teks("wamid.4", "halo", KINI + 20) | {"from": "ID.baru"}))
    sari, lama, baru = (m.tujuan for m in wa.masuk)
    assert baru != sari
    assert (baru == lama) == ujung.endswith("ID.baru")


async def test_other_system_messages_change_nothing(wa: Masuk) -> None:
    pesan = {"from": "6281100000777", "id": "wamid.2", "timestamp": str(KINI), "type": "system"}
    for system in ({"type": "customer_identity_changed"}, {"type": "user_changed_number"}, {}):
        assert await wa.kirim(wa.badan(pesan | {"system": system})) == 200
    assert wa.masuk == []


# --- when it was written --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kapan", "waktu"), [(KINI - 6 * HARI, KINI - 6 * HARI), (KINI + 600, KINI), (0, KINI)])
async def test_an_old_message_has_its_own_time_and_one_from_the_future_has_ours(
    wa: Masuk, kapan: int, waktu: int
) -> None:
    assert await wa.kirim(wa.badan(teks("wamid.1", "halo", kapan))) == 200
    assert (wa.masuk[0].waktu, wa.masuk[0].urut) == (waktu, waktu)


async def test_out_of_order_the_older_is_answered_first(wa: Masuk) -> None:
    assert await wa.kirim(wa.badan(teks("wamid.2", "dua", KINI - 5), teks("wamid.1", "satu", KINI - 9))) == 200
    assert [m.masukan.teks for m in sorted(wa.masuk, key=lambda m: m.urut)] == ["satu", "dua"]
    kini = await kontak(wa, wa.masuk[0].tujuan)
    assert (kini.masuk, kini.masuk_id) == (KINI - 5, "wamid.2")


# --- what is the channel's own --------------------------------------------------------------------------------------


async def antrean(wa: Masuk) -> list[tuple[str, str, int]]:
    rows = await wa.store.read(lambda tx: tx.all("SELECT isi, tahan, jatuh FROM outbox ORDER BY id"))
    return [(json.loads(r["isi"]).get("teks", ""), r["tahan"], r["jatuh"]) for r in rows]


async def test_any_word_releases_what_was_held_for_that_chat(wa: Masuk) -> None:
    sari, budi = wa.orang("Sari"), wa.orang("Budi")
    sari.tulis("halo")
    budi.tulis("halo")
    tujuan = {m.nama: m.tujuan for m in await wa.hantar()}

    def tahan(tx: Any) -> None:
        for nama in ("Sari", "Budi"):
            id_ = OutboxQ(tx).antre(KANAL, tujuan[nama], json.dumps({"teks": nama}), KINI)
            assert id_ is not None
            OutboxQ(tx).tahan(id_, "jendela", KINI + 30 * HARI, "")

    await wa.store.write(tahan)
    wa.jam.maju(HARI)
    budi.tulis("lama sekali", waktu=KINI - HARI)
    sari.reaksi("wamid.x")
    await wa.hantar()
    assert [t for _, t, _ in await antrean(wa)] == ["jendela", "jendela"]
    sari.tulis("ada apa?")
    await wa.hantar()
    assert await antrean(wa) == [("Sari", "", KINI + HARI), ("Budi", "jendela", KINI + 30 * HARI)]


async def test_the_button_of_an_announcement_opens_the_chat_and_is_no_turn(wa: Masuk) -> None:
    pesan = {"from": "6281100000777", "id": "wamid.1", "timestamp": str(KINI), "type": "button"}
    assert await wa.kirim(wa.badan(pesan | {"button": {"payload": TOMBOL, "text": "Baca"}})) == 200
    assert wa.masuk == []
    tujuan = await wa.store.read(lambda tx: KontakQ(tx).cari("6281100000777", "", KINI))
    assert (await kontak(wa, tujuan)).masuk == KINI


async def test_a_tap_on_lainnya_is_answered_once_however_often_it_is_delivered(wa: Masuk) -> None:
    tap = {"type": "list_reply", "list_reply": {"id": "WA~lanjut~1", "title": "Lainnya"}}
    pesan = {
        "from": "6281100000777",
        "id": "wamid.1",
        "timestamp": str(KINI),
        "type": "interactive",
        "interactive": tap,
    }
    for _ in range(3):
        assert await wa.kirim(wa.badan(pesan)) == 200
    assert wa.masuk == []
    assert len(await antrean(wa)) == 1


async def test_berhenti_is_heard_answered_once_and_taken_back_by_mulai(wa: Masuk) -> None:
    sari = wa.orang()
    sari.tulis("berhenti")
    body, headers = wa.server.ambil()
    for _ in range(2):
        assert await wa.kirim(body, headers["x-hub-signature-256"]) == 200
    assert wa.masuk == []
    assert len(await antrean(wa)) == 1
    wa.jam.maju(60)
    sari.tulis("mulai")
    assert await wa.hantar() == []
    assert await wa.kirim(body, headers["x-hub-signature-256"]) == 200  # the first word once more, late
    tujuan = await wa.store.read(lambda tx: KontakQ(tx).cari(sari.telepon, "", KINI))
    assert (await kontak(wa, tujuan)).tolak is None
    assert len(await antrean(wa)) == 2


async def test_who_stops_messages_in_whatsapp_itself_is_not_written_to_unasked(wa: Masuk) -> None:
    sari = wa.orang()
    sari.tulis("halo")
    tujuan = (await wa.satu()).tujuan
    sari.tolak_pemasaran()
    assert await wa.hantar() == []
    assert (await kontak(wa, tujuan)).tolak == KINI
    wa.jam.maju(60)
    sari.tolak_pemasaran(tolak=False)
    await wa.hantar()
    assert (await kontak(wa, tujuan)).tolak is None
    wa.orang("Orang yang belum pernah menulis").tolak_pemasaran()
    assert await wa.hantar() == []
