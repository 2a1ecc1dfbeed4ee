"""The WhatsApp that the other tests run against, tried with bare HTTP: the door, what a message may be, what is seen."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from random import Random
from typing import Any

import httpx
import pytest

from tests.whatsapp_server import Baris, Orang, Storm, Tombol, WhatsAppServer
from tests.whatsapp_server.checked import Client, checked
from tests.whatsapp_server.errors import CODES, Json
from tests.whatsapp_server.markup import plain, spans
from tests.whatsapp_server.receiver import Receiver
from tests.whatsapp_server.reduce_spec import ROOTS, reduce_spec

pytestmark = pytest.mark.anyio
JPEG = b"\xff\xd8\xff\xe0gambar"
LOCATION: Json = {"type": "location_request_message", "body": {"text": "Di mana?"}, "action": {"name": "send_location"}}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def both() -> AsyncIterator[tuple[WhatsAppServer, Client]]:
    async with checked() as pair:
        yield pair


@pytest.fixture
def server(both: tuple[WhatsAppServer, Client]) -> WhatsAppServer:
    return both[0]


@pytest.fixture
def api(both: tuple[WhatsAppServer, Client]) -> Client:
    return both[1]


@pytest.fixture
def sari(server: WhatsAppServer) -> Orang:
    sari = server.orang("Sari")
    sari.tulis("halo")
    return sari


# --- the door ---------------------------------------------------------------------------------------------------


async def test_a_wrong_token_is_unauthorized(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    async with httpx.AsyncClient(trust_env=False, verify=False) as http:
        for headers in ({}, {"Authorization": "Bearer salah"}, {"Authorization": server.bisnis.token}):
            answer = await http.post(server.url_pesan, json={"messaging_product": "whatsapp"}, headers=headers)
            assert (answer.status_code, answer.json()["error"]["code"]) == (401, 190)
    server.cabut_token()
    assert (await api.send(sari))[0] == 190
    assert server.permintaan == []


async def test_only_what_the_business_has_is_there(server: WhatsAppServer, api: Client) -> None:
    bisnis = server.bisnis
    assert (await api.get(bisnis.phone_number_id))["display_phone_number"] == bisnis.nomor
    assert (await api.get(bisnis.waba_id))["currency"] == "IDR"
    for wrong in ("1/messages", f"{bisnis.waba_id}/messages", "1/media"):
        answer = await api.http.post(wrong, json={"messaging_product": "whatsapp", "to": "628", "type": "text"})
        error = answer.json()["error"]
        assert (answer.status_code, error["code"], error["error_subcode"]) == (400, 100, 33)
    assert (await api.http.get(f"{server.base_url}/tanpa/versi")).status_code == 400
    assert (await api.http.get(f"{server.base_url}/v23.0/1/2/3")).status_code == 404
    assert server.pelanggaran
    server.pelanggaran.clear()


async def test_a_body_that_is_no_object_is_refused(server: WhatsAppServer, api: Client) -> None:
    for body in (b"bukan json", b"[]", b""):
        answer = await api.http.post(f"{server.bisnis.phone_number_id}/messages", content=body)
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)
    with pytest.raises(AssertionError, match="not the Cloud API"):
        server.periksa()
    server.pelanggaran.clear()


# --- messages ---------------------------------------------------------------------------------------------------


async def test_a_text_is_taken_and_seen(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    body = {"messaging_product": "whatsapp", "to": f"+{sari.telepon}", "type": "text", "text": {"body": "halo *Sari*"}}
    answer = await api.http.post(f"{server.bisnis.phone_number_id}/messages", json=body)
    wamid = sari.terakhir.wamid
    assert answer.json() == {
        "messaging_product": "whatsapp",
        "contacts": [{"input": f"+{sari.telepon}", "wa_id": sari.telepon}],
        "messages": [{"id": wamid}],
    }
    assert (sari.terakhir.teks, sari.terakhir.polos, sari.terakhir.label) == ("halo *Sari*", "halo Sari", [])
    assert [(one.apa, one.body) for one in server.permintaan] == [("messages", body)]


@pytest.mark.parametrize(
    ("code", "change"),
    [
        (100, {"messaging_product": None}),
        (100, {"messaging_product": "sms"}),
        (100, {"to": None}),
        (100, {"type": "pesan"}),
        (131009, {"to": "bukan nomor"}),
        (131021, {"to": "6281100000001"}),
        (131009, {"biz_opaque_callback_data": "x" * 513}),
        (131009, {"apa_ini": 1}),
        (131008, {"text": None}),
        (131009, {"text": {"body": 5}}),
        (131009, {"text": {"body": "a", "tebal": True}}),
        (131008, {"text": {"body": " \n"}}),
        (131008, {"text": {}}),
        (100, {"text": {"body": "a" * 4097}}),
        (100, {"recipient_type": "group"}),
        (100, {"recipient_type": "semua"}),
        (131009, {"to": None, "recipient": "62899"}),
        (131009, {"context": {"wamid": "x"}}),
    ],
)
async def test_what_is_no_message_is_refused(
    server: WhatsAppServer, api: Client, sari: Orang, code: int, change: Json
) -> None:
    body: Json = {"messaging_product": "whatsapp", "to": sari.telepon, "type": "text", "text": {"body": "a" * 4096}}
    assert isinstance(await api.post(body), str)
    outcome = await api.post({name: value for name, value in (body | change).items() if value is not None})
    assert outcome[0] == code
    assert len(server.pelanggaran) == 1
    server.pelanggaran.clear()
    assert len(sari.layar) == 1


@pytest.mark.parametrize(
    ("code", "labels", "parts"),
    [
        (0, ["Ya", "Tidak", "x" * 20], {"body": {"text": "a" * 1024}, "footer": {"text": "f" * 60}}),
        (0, ["Ya"], {"header": {"type": "text", "text": "h" * 60}}),
        (131009, ["1", "2", "3", "4"], {}),
        (131009, [], {}),
        (131009, ["x" * 21], {}),
        (131009, [" "], {}),
        (131009, ["Ya", "Ya"], {}),
        (131009, ["Ya"], {"body": {"text": "a" * 1025}}),
        (131009, ["Ya"], {"body": {"text": "  "}}),
        (131009, ["Ya"], {"footer": {"text": "f" * 61}}),
        (131009, ["Ya"], {"header": {"type": "text", "text": "h" * 61}}),
        (131008, ["Ya"], {"header": {"type": "image"}}),
        (100, ["Ya"], {"header": {"type": "image", "image": {"id": "99"}}}),
        (131009, ["Ya"], {"header": {"type": "sticker", "sticker": {"id": "99"}}}),
        (131009, ["Ya"], {"judul": {"text": "x"}}),
    ],
)
async def test_reply_buttons(
    api: Client, sari: Orang, server: WhatsAppServer, code: int, labels: Any, parts: Json
) -> None:
    outcome = await api.buttons(sari, *labels, **parts)
    assert (outcome[0] if isinstance(outcome, tuple) else 0) == code
    server.pelanggaran.clear()
    assert [kiriman.label for kiriman in sari.layar] == ([] if code else [labels])


async def test_button_ids_are_unique_and_not_too_long(api: Client, sari: Orang) -> None:
    def interactive(*ids: str) -> Json:
        replies = [{"type": "reply", "reply": {"id": id_, "title": f"T{n}"}} for n, id_ in enumerate(ids)]
        return {"type": "button", "body": {"text": "Pilih"}, "action": {"buttons": replies}}

    assert await api.refused(sari, "interactive", interactive("a", "b" * 256)) == 0
    assert await api.refused(sari, "interactive", interactive("a", "a")) == 131009
    assert await api.refused(sari, "interactive", interactive("b" * 257)) == 131009
    assert await api.refused(sari, "interactive", interactive("")) == 131009
    assert await api.refused(sari, "interactive", interactive(" a")) == 131009
    assert await api.refused(sari, "interactive", interactive("a") | {"type": "cta_url"}) == 131009
    assert await api.refused(sari, "interactive", {key: interactive("a")[key] for key in ("type", "action")}) == 131008
    extra = {"action": interactive("a")["action"] | {"button": "Pilih"}}
    assert await api.refused(sari, "interactive", interactive("a") | extra) == 131009
    header = {"header": {"type": "image", "image": {"id": await api.upload(JPEG), "caption": "k"}}}
    assert await api.refused(sari, "interactive", interactive("a") | header) == 100


def section(number: int, title: str | None = None, **parts: Any) -> Json:
    rows = [{"id": f"{title}-{n}", "title": f"Baris {n}"} | parts for n in range(number)]
    return {"rows": rows} | ({} if title is None else {"title": title})


@pytest.mark.parametrize(
    ("code", "sections"),
    [
        (0, [section(10)]),
        (0, [section(5, "a" * 24), section(5, "Desa lain")]),
        (0, [section(1, id="i" * 200, title="t" * 24, description="d" * 72)]),
        (131009, [section(11)]),
        (131009, [section(6, "a"), section(5, "b")]),
        (131008, [section(1, "a"), section(1)]),
        (131009, [section(1, "a" * 25)]),
        (131008, [section(0, "a")]),
        (131008, [{"title": "a"}]),
        (131009, []),
        (131009, [section(1, title="t" * 25)]),
        (131009, [section(1, title="")]),
        (131009, [section(1, id="i" * 201)]),
        (131009, [section(2, id="sama")]),
        (131009, [section(1, description="d" * 73)]),
        (131009, [section(1, description="")]),
    ],
)
async def test_lists(api: Client, sari: Orang, code: int, sections: list[Json]) -> None:
    action = {"button": "Pilih", "sections": sections}
    assert await api.refused(sari, "interactive", {"type": "list", "body": {"text": "a"}, "action": action}) == code
    wide = action | {"button": "p" * 21}
    assert await api.refused(sari, "interactive", {"type": "list", "body": {"text": "a"}, "action": wide}) == 131009


async def test_a_list_has_only_a_text_header_and_a_location_request_none(api: Client, sari: Orang) -> None:
    photo = {"type": "image", "image": {"id": await api.upload(JPEG)}}
    rows = {"type": "list", "body": {"text": "a"}, "action": {"button": "Pilih", "sections": [section(1)]}}
    assert await api.refused(sari, "interactive", rows | {"header": photo}) == 131009
    assert await api.refused(sari, "interactive", rows | {"header": {"type": "text", "text": "Judul"}}) == 0
    assert sari.terakhir.judul == "Judul"
    assert await api.refused(sari, "interactive", LOCATION) == 0
    assert sari.terakhir.minta_lokasi
    assert await api.refused(sari, "interactive", LOCATION | {"header": {"type": "text", "text": "Judul"}}) == 131009
    assert await api.refused(sari, "interactive", LOCATION | {"action": {"name": "kirim"}}) == 131009
    more = {"action": {"name": "send_location", "parameters": {}}}
    assert await api.refused(sari, "interactive", LOCATION | more) == 131009


async def test_what_the_server_does_not_play_is_said_so(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    assert await api.refused(sari, "image", {"link": "https://desa.id/foto.jpg"}) == 100
    assert await api.refused(sari, "reaction", {"message_id": "wamid.x", "emoji": "👍"}) == 100
    assert (
        await api.refused(sari, "interactive", {"type": "flow", "body": {"text": "a"}, "action": {"buttons": []}})
        == 131009
    )
    catalog = {"name": "catalog_message", "parameters": {"thumbnail_product_retailer_id": "a"}}
    assert (
        await api.refused(sari, "interactive", {"type": "catalog_message", "body": {"text": "a"}, "action": catalog})
        == 100
    )
    assert sari.layar == []


async def test_a_location_goes_out_too(api: Client, sari: Orang) -> None:
    assert isinstance(
        await api.send(sari, "location", {"latitude": -6.9, "longitude": 107.1, "name": "Kantor desa"}), str
    )
    assert sari.terakhir.teks == "Kantor desa"


# --- who it goes to -----------------------------------------------------------------------------------------------


async def test_a_user_id_belongs_in_recipient(server: WhatsAppServer, api: Client) -> None:
    rina = server.orang("Rina", username="rina_desa")
    rina.tulis("halo")
    body: Json = {"messaging_product": "whatsapp", "recipient": rina.user_id, "type": "text", "text": {"body": "satu"}}
    answer = (await api.http.post(f"{server.bisnis.phone_number_id}/messages", json=body)).json()
    assert answer["contacts"] == [{"input": rina.user_id, "user_id": rina.user_id}]
    assert rina.terakhir.teks == "satu"
    assert isinstance(await api.post(body | {"to": rina.telepon, "text": {"body": "dua"}}), str)
    assert rina.terakhir.teks == "dua"
    server.periksa()
    del body["recipient"]
    assert isinstance(await api.post(body | {"to": rina.user_id}), str)  # taken, and gone: as the real one does
    assert len(rina.layar) == 2
    assert server.pelanggaran == ["a business-scoped user id belongs in `recipient`, not in `to`"]
    server.pelanggaran.clear()


# --- faults ---------------------------------------------------------------------------------------------------------


async def test_faults_for_a_person_for_the_next_and_for_all(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    rina = server.orang("Rina")
    rina.tulis("halo")
    server.salahkan(131056, sari, kali=2)
    assert isinstance(await api.send(rina), str)
    assert [(await api.send(sari))[0] for _ in range(2)] == [131056, 131056]
    assert isinstance(await api.send(sari), str)
    server.salahkan(130429, kali=None)
    assert [(await api.send(orang))[0] for orang in (sari, rina, sari)] == [130429] * 3
    server.reda()
    assert isinstance(await api.send(sari), str)
    assert (len(sari.layar), len(rina.layar)) == (2, 1)


@pytest.mark.parametrize("code", [*CODES, 999999])
async def test_every_code_can_be_had(server: WhatsAppServer, api: Client, sari: Orang, code: int) -> None:
    server.salahkan(code, cara="jawaban", subkode=2494055)
    answer = await api.http.post(
        f"{server.bisnis.phone_number_id}/messages",
        json={"messaging_product": "whatsapp", "to": sari.telepon, "type": "text", "text": {"body": "a"}},
    )
    error = answer.json()["error"]
    assert (error["code"], error["error_subcode"]) == (code, 2494055)
    assert answer.status_code == (CODES[code].http if code in CODES else 400)
    assert sari.layar == []


async def test_5xx_hangs_and_cut_connections(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    path = f"{server.bisnis.phone_number_id}/messages"
    body = {"messaging_product": "whatsapp", "to": sari.telepon, "type": "text", "text": {"body": "a"}}
    server.ganggu(503, dikerjakan=True)
    server.ganggu(502)
    assert [(await api.http.post(path, json=body)).status_code for _ in range(2)] == [503, 502]
    assert len(sari.layar) == 1
    for putus, seen in (("sebelum", 1), ("sesudah", 2)):
        server.ganggu(putus=putus)  # type: ignore[arg-type]
        assert await api.send(sari) is None
        assert len(sari.layar) == seen
    server.gantung(dikerjakan=True)
    with pytest.raises(httpx.ReadTimeout):
        await api.http.post(path, json=body, timeout=0.2)
    assert len(sari.layar) == 3
    server.ganggu(lambat=0.05)
    assert isinstance(await api.send(sari), str)


async def test_a_fault_does_not_hide_a_malformed_message(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    server.salahkan(131016)
    assert (await api.send(sari, "text", {"body": ""}))[0] == 131016
    assert len(server.pelanggaran) == 1
    server.pelanggaran.clear()


# --- read marks -------------------------------------------------------------------------------------------------------


async def test_read_marks_and_typing(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    first = sari.tulis("satu")
    last = sari.tulis("dua")
    mark: Json = {"messaging_product": "whatsapp", "status": "read", "message_id": first}
    typing = mark | {"message_id": last, "typing_indicator": {"type": "text"}}
    seen = []
    for body in (mark, typing):
        assert await api.post(body) == {"success": True}
        seen.append((first in sari.dibaca, last in sari.dibaca, sari.sedang_mengetik))
    assert seen == [(True, False, False), (True, True, True)]
    server.maju(26)
    shown = [sari.sedang_mengetik]
    await api.post(typing)
    shown.append(sari.sedang_mengetik)
    await api.send(sari)
    shown.append(sari.sedang_mengetik)
    assert shown == [False, True, False]
    assert [one.apa for one in server.permintaan] == ["read", "read", "read", "messages"]


async def test_read_marks_refused(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    mark: Json = {"messaging_product": "whatsapp", "status": "read", "message_id": sari.tulis("satu")}
    assert (await api.post(mark | {"message_id": "wamid.tak-dikenal"}))[0] == 131009
    server.maju(31 * 86400)
    assert (await api.post(mark))[0] == 131009
    server.periksa()  # neither is the bot's own mistake
    server.maju(-31 * 86400)
    for change in (
        {"status": "seen"},
        {"typing_indicator": {"type": "foto"}},
        {"to": "628"},
        {"messaging_product": ""},
    ):
        assert (await api.post(mark | change))[0] in {100, 131009}
    assert len(server.pelanggaran) == 4
    server.pelanggaran.clear()
    assert sari.dibaca == []


# --- what is seen ---------------------------------------------------------------------------------------------------


async def test_the_screen_shows_buttons_and_rows(api: Client, sari: Orang) -> None:
    await api.buttons(sari, "Ya", "Tidak", footer={"text": "Kawan Desa"})
    await api.rows(sari, ("Sukamaju", ""), ("Sukamanah (Kec. Cib…", "Sukamanah (Kecamatan Cibeber)"))
    buttons, rows = sari.layar
    assert (buttons.jenis, buttons.tombol, buttons.kaki) == (
        "button",
        [Tombol("Ya", "p0"), Tombol("Tidak", "p1")],
        "Kawan Desa",
    )
    assert (rows.jenis, rows.daftar, rows.label[0]) == ("list", "Pilih", "Sukamaju")
    assert rows.baris[1] == Baris("Sukamanah (Kec. Cib…", "Sukamanah (Kecamatan Cibeber)", "r1")
    with pytest.raises(AssertionError, match="sees nothing to tap that says 'Mungkin'"):
        sari.ketuk("Mungkin")
    with pytest.raises(AssertionError, match="not within"):
        await sari.tunggu(lambda layar: "belum" in layar[9].teks, 0.01)
    assert await sari.tunggu(lambda layar: layar[1].daftar) == sari.tunggu_sync(lambda layar: layar[1].daftar)


def test_markup_as_the_app_reads_it() -> None:
    text = "*tebal* _miring_ ~coret~ `kode` ```blok\nbaris``` 2*3*4 snake_case_nama * bukan * **"
    assert plain(text) == "tebal miring coret kode blok\nbaris 2*3*4 snake_case_nama * bukan * **"
    assert spans("*a _b_ c* dan 2*3") == [("*", "a _b_ c"), ("_", "b")]
    assert spans("> kutipan\n- butir") == [(">", "kutipan"), ("-", "butir")]
    assert spans("2 * 3 * 4, a*b*c, *lepas") == []


def test_an_invisible_character_beside_a_sign_keeps_it_from_making_anything() -> None:
    joiner = "\u2060"
    assert spans(f"{joiner}*{joiner}a{joiner}*{joiner}") == []
    assert spans(f"{joiner}*a*") == spans(f"*a*{joiner}") == spans(f"{joiner}> a") == []


# --- a storm, by hand, and the description --------------------------------------------------------------------------


async def test_a_storm_writes_down_what_it_hit(server: WhatsAppServer, api: Client, sari: Orang) -> None:
    server.badai(
        Storm(Random(3), tolak=0.2, galat=0.2, galat_dikerjakan=0.5, putus_sebelum=0.1, putus_sesudah=0.1, gagal=0.2)
    )
    outcomes: list[Any] = []
    for n in range(60):
        try:
            outcomes.append(await api.send(sari, "text", {"body": str(n)}))
        except ValueError:  # a 5xx has no JSON
            outcomes.append(None)
    hits = server.catatan_badai
    failed = [hit for hit in hits if hit.fault.cara == "status"]
    assert {hit.fault.putus for hit in hits} == {None, "sebelum", "sesudah"}
    assert {hit.dikerjakan for hit in hits if hit.fault.http} == {True, False}
    assert len(failed) == len(sari.tak_sampai) > 0
    assert {kiriman.gagal for kiriman in sari.tak_sampai} == {131026}
    done = sum(hit.dikerjakan for hit in hits) - len(failed)
    assert len(sari.layar) == 60 - len(hits) + done
    server.reda()
    calm = len(hits)
    assert isinstance(await api.send(sari), str)
    assert len(server.catatan_badai) == calm


async def test_by_hand() -> None:
    """Starts it as a person would, and talks through it."""
    async with Receiver() as end:
        command = [sys.executable, "-m", "tests.whatsapp_server", "--port", "0", "--webhook", end.url]
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            told = {}
            for _ in range(6):
                name, _, value = (await process.stdout.readline()).decode().partition(" = ")
                told[name] = json.loads(value)
            process.stdin.write(b"Sari: halo\nsalah\n!tidak_ada\n!maju 5\n")
            await end.told(1)
            assert end.texts == ["halo"]
            kontak = end.values[0]["contacts"][0]
            rows = [{"id": "a", "title": "Sukamaju"}]
            action = {"button": "Pilih", "sections": [{"rows": rows}]}
            interactive = {"type": "list", "body": {"text": "Desa mana?"}, "action": action}
            body = {
                "messaging_product": "whatsapp",
                "to": kontak["wa_id"],
                "type": "interactive",
                "interactive": interactive,
            }
            url = f"{told['base_url']}/v23.0/{told['phone_number_id']}/messages"
            headers = {"Authorization": f"Bearer {told['token']}"}
            async with httpx.AsyncClient(trust_env=False, verify=False) as http:
                assert (await http.post(url, json=body, headers=headers)).status_code == 200
            process.stdin.write(b"Sari: [Sukamaju]\nSari: (lokasi: -6.9, 107.1)\nSari: (foto)\nSari: [Tak ada]\n")
            async with asyncio.timeout(10):
                while "image" not in [one["type"] for value in end.values for one in value.get("messages", [])]:
                    await asyncio.sleep(0.01)
            output, _ = await asyncio.wait_for(process.communicate(b""), 10)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        text = output.decode()
        assert "bot → Sari: Desa mana?\n    (Pilih)\n      [Sukamaju]" in text
        assert "tidak kenal !tidak_ada" in text
        assert "sees nothing to tap that says 'Tak ada'" in text
        kinds = [one["type"] for value in end.values for one in value.get("messages", [])]
        assert kinds == ["text", "interactive", "location", "image"]


def test_the_description_is_reduced_to_what_is_checked() -> None:
    named: Json = {name: {"type": "object", "description": "kata"} for name in ROOTS}
    inner = {"type": "string", "maxLength": 5, "description": "kata", "example": "a"}
    named["Message"] = {"allOf": [{"$ref": "#/components/schemas/Isi"}], "title": "Pesan"}
    extra = {"Isi": {"properties": {"description": inner}}, "Tak dipakai": {"type": "object"}}
    spec = {"info": {"version": "v1.0"}, "components": {"schemas": named | extra}}
    reduced = json.loads(reduce_spec(spec))
    assert reduced["version"] == "v1.0"
    assert reduced["schemas"]["Message"] == {"allOf": [{"$ref": "Isi"}]}
    assert reduced["schemas"]["Isi"] == {"properties": {"description": {"type": "string", "maxLength": 5}}}
    assert sorted(reduced["schemas"]) == sorted([*ROOTS, "Isi"])
