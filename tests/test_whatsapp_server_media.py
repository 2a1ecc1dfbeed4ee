"""Pictures and papers both ways, and templates from their submission to their pause."""

from typing import Any

import httpx
import pytest

from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_server.checked import Client, checked, told
from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.media import KINDS, MB

JPEG, PNG, PDF = b"\xff\xd8\xff\xe0gambar", b"\x89PNG\r\n\x1a\ngambar", b"%PDF-1.7 berkas"


# --- media ----------------------------------------------------------------------------------------------------------


async def test_a_picture_and_a_paper_go_out() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        foto, kertas = await api.upload(JPEG), await api.upload(PDF, "application/pdf", "rekap.pdf")
        await api.send(sari, "image", {"id": foto, "caption": "k" * 1024})
        await api.send(sari, "document", {"id": kertas, "filename": "Rekap.pdf", "caption": "Rekap"})
        await api.buttons(sari, "Ya", header={"type": "document", "document": {"id": kertas, "filename": "Draf.pdf"}})
        shown = [(one.jenis, one.berkas, one.nama_berkas, one.teks) for one in sari.layar]
        assert shown == [
            ("image", JPEG, "foto.jpg", "k" * 1024),
            ("document", PDF, "Rekap.pdf", "Rekap"),
            ("button", PDF, "Draf.pdf", "Pilih satu"),
        ]


@pytest.mark.parametrize(
    ("code", "kind", "change"),
    [
        (100, "image", {"caption": "k" * 1025}),
        (100, "image", {"filename": "a.jpg"}),
        (131009, "image", {"judul": "a"}),
        (131008, "image", {"id": None}),
        (131053, "document", {}),
        (131053, "video", {}),
        (100, "audio", {"caption": "a"}),
    ],
)
async def test_media_that_are_refused(code: int, kind: str, change: Json) -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        body = {"id": await api.upload(JPEG)} | change
        assert await api.refused(sari, kind, {name: value for name, value in body.items() if value is not None}) == code


@pytest.mark.parametrize(
    ("mime", "size"),
    [
        ("image/jpeg", 5 * MB),
        ("image/png", 5 * MB),
        ("image/webp", 500 * 1024),
        ("video/mp4", 16 * MB),
        ("audio/ogg", 16 * MB),
    ],
)
async def test_sizes(mime: str, size: int) -> None:
    async with checked() as (server, api):
        assert isinstance(await api.upload(b"x" * size, mime), str)
        assert (await api.upload(b"x" * (size + 1), mime))[0] == 131053
        assert len(server.pelanggaran) == 1
        server.pelanggaran.clear()


def test_documents_may_have_100_mb() -> None:
    assert KINDS["document"][0] == 100 * MB


async def test_uploads_that_are_refused() -> None:
    async with checked() as (server, api):
        path = f"{server.bisnis.phone_number_id}/media"
        file = {"file": ("a.jpg", JPEG, "image/jpeg")}
        whatsapp = {"messaging_product": "whatsapp"}
        bad: list[Json] = [
            {"files": file},
            {"data": whatsapp},
            {"data": whatsapp, "files": {"file": ("a.jpg", b"", "image/jpeg")}},
            {"data": whatsapp, "files": {"file": ("a.gif", b"GIF89a", "image/gif")}},
            {"data": whatsapp, "files": {"file": ("a.zip", b"PK", "application/zip")}},
        ]
        for options in bad:
            answer = await api.http.post(path, **options)
            assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)
        headers = {"Content-Type": "multipart/form-data"}
        answer = await api.http.post(path, content=b"tanpa batas", headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)
        assert len(server.pelanggaran) == len(bad) + 1
        server.pelanggaran.clear()
        assert server.world.media.uploads == 0


async def test_an_uploaded_id_lives_thirty_days() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        media_id = await api.upload(JPEG)
        server.maju(30 * 86400 - 60)
        sari.tulis("halo")
        assert await api.refused(sari, "image", {"id": media_id}) == 0
        server.maju(61)
        assert (await api.send(sari, "image", {"id": media_id}))[0] == 100
        assert (await api.send(sari, "image", {"id": "tak-dikenal"}))[0] == 100
        server.periksa()  # a bot may keep an id too long


async def test_a_url_lives_five_minutes_and_wants_the_token() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.kirim_foto(JPEG, "papan proyek")
        image = told(server, "messages")[0]["image"]
        about = await api.get(image["id"])
        assert (about["mime_type"], about["sha256"], about["file_size"]) == ("image/jpeg", image["sha256"], len(JPEG))
        assert (await api.http.get(about["url"])).content == JPEG
        async with httpx.AsyncClient(trust_env=False, verify=False) as stranger:
            assert (await stranger.get(about["url"])).status_code == 401
        server.maju(5 * 60 - 1)
        assert (await api.http.get(about["url"])).status_code == 200
        server.maju(2)
        assert (await api.http.get(about["url"])).status_code == 404
        assert (await api.http.get((await api.get(image["id"]))["url"])).content == JPEG
        server.maju(7 * 86400)
        assert (await api.get(image["id"]))["error"]["code"] == 100


async def test_a_deleted_medium_is_gone() -> None:
    async with checked() as (_server, api):
        media_id = await api.upload(JPEG)
        url = (await api.get(media_id))["url"]
        assert (await api.http.delete(media_id)).json() == {"success": True}
        assert (await api.http.delete(media_id)).status_code == 400
        assert (await api.http.get(url)).status_code == 404


async def test_downloads_go_wrong_too() -> None:
    async with checked() as (server, api):
        url = (await api.get(await api.upload(JPEG)))["url"]
        server.ganggu(500, apa="download")
        server.ganggu(apa="download", putus="sebelum")
        assert (await api.http.get(url)).status_code == 500
        with pytest.raises(httpx.RemoteProtocolError):
            await api.http.get(url)
        assert (await api.http.get(url)).content == JPEG


# --- templates ------------------------------------------------------------------------------------------------------------


def template(name: str = "pengingat", text: str = "Halo {{1}}, jangan lupa {{2}} ya.", **more: Any) -> Json:
    example = {"example": {"body_text": [["Sari", "laporan"][: text.count("{{")]]}} if "{{" in text else {}
    body: Json = {"type": "BODY", "text": text} | example
    return {"name": name, "language": "id", "category": "UTILITY", "components": [body]} | more


async def submit(server: WhatsAppServer, api: Client, body: Json) -> Json:
    found: Json = (await api.http.post(f"{server.bisnis.waba_id}/message_templates", json=body)).json()
    return found


async def test_a_template_waits_is_approved_paused_and_disabled() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        assert (await submit(server, api, template()))["status"] == "PENDING"
        outcomes = [await api.template(sari, "pengingat", "Sari", "laporan")]
        for judge in (server.setujui, server.jeda, server.matikan, server.tolak):
            judge("pengingat")
            outcomes.append(await api.template(sari, "pengingat", "Sari", "laporan"))
        codes = [outcome[0] if isinstance(outcome, tuple) else 0 for outcome in outcomes]
        assert codes == [132001, 0, 132015, 132016, 132001]
        assert sari.terakhir.teks == "Halo Sari, jangan lupa laporan ya."
        assert (sari.terakhir.templat, sari.terakhir.jenis) == ("pengingat", "template")
        events = [
            event.value["event"]
            for event in server.ambil_peristiwa()
            if event.field == "message_template_status_update"
        ]
        assert events == ["APPROVED", "PAUSED", "DISABLED", "REJECTED"]
        assert (await api.template(sari, "pengingat", "a", "b", bahasa="en"))[0] == 132001
        with pytest.raises(AssertionError, match="no template"):
            server.setujui("tak_ada")


@pytest.mark.parametrize(
    ("code", "isi"),
    [
        (132000, []),
        (132000, ["Sari"]),
        (132000, ["Sari", "a", "b"]),
        (132018, ["Sari", "dua\nbaris"]),
        (132018, ["Sari", "dua\tlajur"]),
        (132018, ["Sari", "lima     spasi"]),
        (0, ["Sari", "empat    spasi"]),
        (131008, ["Sari", " "]),
        (132005, ["Sari", "x" * 1024]),
    ],
)
async def test_parameters(code: int, isi: list[str]) -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        server.templat("pengingat", "Halo {{1}}, jangan lupa {{2}} ya.")
        outcome = await api.template(sari, "pengingat", *isi)
        assert (outcome[0] if isinstance(outcome, tuple) else 0) == code
        assert len(server.pelanggaran) == bool(code)
        server.pelanggaran.clear()


@pytest.mark.parametrize(
    ("code", "components"),
    [
        (132012, [{"type": "body", "parameters": [{"type": "currency", "currency": {}}]}]),
        (
            132000,
            [
                {"type": "header", "parameters": [{"type": "text", "text": "a"}]},
                {"type": "body", "parameters": [{"type": "text", "text": "a"}]},
            ],
        ),
        (131009, [{"type": "kaki", "parameters": []}]),
        (
            132012,
            [
                {
                    "type": "button",
                    "sub_type": "quick_reply",
                    "index": "2",
                    "parameters": [{"type": "payload", "payload": "x"}],
                }
            ],
        ),
        (132012, [{"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": []}]),
        (
            132012,
            [
                {
                    "type": "button",
                    "sub_type": "quick_reply",
                    "index": 0,
                    "parameters": [{"type": "payload", "payload": "x" * 257}],
                }
            ],
        ),
        (131009, [{"type": "button", "sub_type": "quick_reply", "index": "12", "parameters": []}]),
    ],
)
async def test_components_that_do_not_fit(code: int, components: list[Json]) -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        server.templat("kabar", "Ada kabar: {{1}}. Silakan.", tombol=["Buka"])
        name = {"name": "kabar", "language": {"code": "id"}}
        assert await api.refused(sari, "template", name | {"components": components}) == code


async def test_a_quick_reply_has_the_payload_it_was_sent_with() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        server.templat("kabar", "Ada kabar untuk Anda.", tombol=["Buka", "Nanti"])
        button = {
            "type": "button",
            "sub_type": "quick_reply",
            "index": "1",
            "parameters": [{"type": "payload", "payload": "nanti~7"}],
        }
        await api.send(sari, "template", {"name": "kabar", "language": {"code": "id"}, "components": [button]})
        sari.ketuk("Nanti")
        assert told(server, "messages")[0]["button"] == {"payload": "nanti~7", "text": "Nanti"}


async def test_a_header_of_a_template() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        parts = [
            {"type": "HEADER", "format": "DOCUMENT"},
            {"type": "BODY", "text": "Rekap terlampir."},
            {"type": "FOOTER", "text": "Kawan Desa"},
        ]
        await submit(server, api, template("rekap", components=parts))
        server.setujui_semua()
        name = {"name": "rekap", "language": {"code": "id"}}
        assert await api.refused(sari, "template", name) == 132012
        document = {
            "type": "document",
            "document": {"id": await api.upload(PDF, "application/pdf"), "filename": "Rekap.pdf"},
        }
        assert (
            await api.refused(sari, "template", name | {"components": [{"type": "header", "parameters": [document]}]})
            == 0
        )
        assert (sari.terakhir.berkas, sari.terakhir.kaki) == (PDF, "Kawan Desa")


@pytest.mark.parametrize(
    "body",
    [
        template("Pengingat"),
        template("a-b"),
        template(""),
        template(language="bahasa indonesia"),
        template(category="LAYANAN"),
        template(components=[]),
        template(components=[{"type": "FOOTER", "text": "a"}]),
        template(components=[{"type": "BODY", "text": "a"}, {"type": "BODY", "text": "b"}]),
        template(text="{{1}} di depan tidak boleh"),
        template(text="di belakang tidak boleh {{1}}."),
        template(text="berdampingan {{1}} {{2}} tidak boleh"),
        template(text="loncat {{2}} nomor"),
        template(text="a" * 1025),
        template(components=[{"type": "BODY", "text": "tanpa contoh {{1}} ya"}]),
        template(components=[{"type": "BODY", "text": "a"}, {"type": "FOOTER", "text": "f" * 61}]),
        template(components=[{"type": "BODY", "text": "a"}, {"type": "HEADER", "format": "TEXT", "text": "h" * 61}]),
        template(
            components=[
                {"type": "BODY", "text": "a"},
                {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "b" * 26}]},
            ]
        ),
    ],
)
async def test_templates_that_are_refused(body: Json) -> None:
    async with checked() as (server, api):
        assert (await submit(server, api, body))["error"]["code"] == 100
        assert len(server.pelanggaran) == 1
        server.pelanggaran.clear()
        assert server.world.templates.all == {}


async def test_templates_come_in_pages_and_can_be_filtered() -> None:
    async with checked() as (server, api):
        for n in range(7):
            await submit(server, api, template(f"templat_{n}"))
        server.setujui("templat_3")
        path, names = f"{server.bisnis.waba_id}/message_templates", []
        page = await api.get(path, limit=3, fields="name,status")
        while True:
            names += [row["name"] for row in page["data"]]
            assert page["data"][0].keys() == {"id", "name", "status"}
            if "next" not in page["paging"]:
                break
            page = await api.get(path, limit=3, fields="name,status", after=page["paging"]["cursors"]["after"])
        assert names == [f"templat_{n}" for n in range(7)]
        by_link = (await api.http.get((await api.get(path, limit=5))["paging"]["next"])).json()
        assert [row["name"] for row in by_link["data"]] == names[5:]
        assert [row["name"] for row in (await api.get(path, status="APPROVED"))["data"]] == ["templat_3"]
        assert (await submit(server, api, template("templat_3")))["error"]["error_subcode"] == 2388024
        assert (await api.http.delete(path, params={"name": "templat_3"})).json() == {"success": True}
        assert (await api.get(path, name="templat_3"))["data"] == []
        assert (await api.http.delete(path, params={"name": "tak_ada"})).status_code == 400
        assert (await api.get(path, after="bukan-angka"))["error"]["code"] == 100
        server.pelanggaran.clear()
