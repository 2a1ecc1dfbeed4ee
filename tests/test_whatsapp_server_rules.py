"""Who may be written to, when and how often: the window, the tier, the rates, and what the statuses say of it."""

from typing import Any

import pytest

from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_server.checked import checked, told
from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.rates import Tier

HOUR = 3600
JPEG = b"\xff\xd8\xff\xe0gambar"


def said(server: WhatsAppServer) -> list[tuple[str, int | None]]:
    """The status and error code of everything there is to tell."""
    return [(one["status"], one["errors"][0]["code"] if "errors" in one else None) for one in told(server)]


def codes(server: WhatsAppServer) -> list[int]:
    return [code for status, code in said(server) if code is not None and status == "failed"]


# --- the window ---------------------------------------------------------------------------------------------------


async def test_free_text_outside_the_window_is_taken_and_then_fails() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        assert isinstance(await api.send(sari), str)  # never wrote
        assert said(server) == [("failed", 131047)]
        sari.tulis("halo")
        server.maju(24 * HOUR - 60)
        await api.send(sari)
        server.maju(61)
        await api.send(sari)
        assert said(server) == [("sent", None), ("delivered", None), ("failed", 131047)]
        assert len(sari.layar) == 1
        sari.reaksi(sari.layar[0].wamid)
        await api.send(sari)
        assert len(sari.layar) == 2


async def test_the_window_counts_from_when_the_person_wrote_not_from_when_it_is_told() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("dari kemarin dulu", waktu=server.world.now() - 25 * HOUR)
        await api.send(sari)
        assert codes(server) == [131047]
        sari.tulis("baru", waktu=server.world.now() - 23 * HOUR)
        sari.tulis("lebih lama lagi", waktu=server.world.now() - 30 * HOUR)
        await api.send(sari)
        assert codes(server) == []


async def test_a_refusal_at_once_where_asked_for() -> None:
    async with checked(jendela_langsung=True) as (server, api):
        sari = server.orang("Sari")
        assert (await api.send(sari))[0] == 131047
        assert said(server) == []


async def test_a_system_message_opens_no_window() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.ganti_nomor("6289955555555")
        server.ambil_peristiwa()
        await api.send(sari)
        assert codes(server) == [131047]


async def test_a_template_goes_out_any_time_and_a_tap_on_it_opens_the_window() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        server.templat("ada_kabar", "Halo, ada kabar: {{1}}. Silakan dibuka.", tombol=["Buka"])
        await api.template(sari, "ada_kabar", "rekap pekan ini")
        assert (sari.terakhir.teks, sari.terakhir.label) == (
            "Halo, ada kabar: rekap pekan ini. Silakan dibuka.",
            ["Buka"],
        )
        await api.send(sari)
        assert codes(server) == [131047]
        sari.ketuk("Buka")
        (event,) = [event for event in server.ambil_peristiwa() if "messages" in event.value]
        message = event.value["messages"][0]
        assert (message["type"], message["button"]) == ("button", {"payload": "Buka", "text": "Buka"})
        assert message["context"] == {"from": server.bisnis.nomor, "id": sari.layar[0].wamid}
        await api.send(sari)
        assert codes(server) == []


# --- tier and rates -------------------------------------------------------------------------------------------------


async def test_the_tier_counts_different_people_outside_their_window_in_a_day() -> None:
    async with checked(tier=2) as (server, api):
        server.templat("ada_kabar", "Ada kabar untuk Anda.")
        people = [server.orang(f"Orang {n}") for n in range(4)]
        people[3].tulis("halo")
        for orang in (people[0], people[0], people[1], people[3]):
            await api.template(orang, "ada_kabar")
        assert (codes(server), server.world.tier.recipients) == ([], 2)
        await api.template(people[2], "ada_kabar")
        assert codes(server) == [131048]
        server.maju(24 * HOUR + 1)
        await api.template(people[2], "ada_kabar")
        assert codes(server) == []


def test_a_tier_without_a_limit_takes_everybody() -> None:
    tier = Tier(lambda: 0.0, None)
    assert all(tier.takes(n) for n in range(1000))


async def test_the_pair_rate_has_a_burst_that_is_paid_back() -> None:
    now = [1_000_000.0]
    async with checked(batas=True, beruntun=3, waktu=lambda: now[0]) as (server, api):
        sari, rina = server.orang("Sari"), server.orang("Rina")
        sari.tulis("halo")
        rina.tulis("halo")
        assert [isinstance(await api.send(sari), str) for _ in range(3)] == [True] * 3
        assert (await api.send(sari))[0] == 131056
        assert isinstance(await api.send(rina), str)
        now[0] += 5.9
        assert (await api.send(sari))[0] == 131056
        now[0] += 0.2
        assert isinstance(await api.send(sari), str)
        assert (await api.send(sari))[0] == 131056


async def test_eighty_a_second_in_all() -> None:
    now = [1_000_000.0]
    async with checked(batas=True, waktu=lambda: now[0]) as (server, api):
        people = [server.orang(f"Orang {n}") for n in range(2)]
        for orang in people:
            orang.tulis("halo")
        outcomes = [await api.send(people[n % 2]) for n in range(81)]
        assert [outcome[0] for outcome in outcomes if isinstance(outcome, tuple)] == [130429]
        now[0] += 1
        assert isinstance(await api.send(people[0]), str)


# --- people who cannot or will not be written to -------------------------------------------------------------------------


async def test_who_is_not_there_and_who_does_not_want_to() -> None:
    async with checked() as (server, api):
        server.templat("kabar", "Ada kabar untuk Anda.")
        server.templat("promo", "Ada tawaran untuk Anda.", kategori="MARKETING")
        sari = server.orang("Sari")
        sari.tulis("halo")
        nobody = {"messaging_product": "whatsapp", "to": "6289912312312", "type": "text", "text": {"body": "a"}}
        assert isinstance(await api.post(nobody), str)
        assert codes(server) == [131026]
        sari.tolak_pemasaran()
        (choice,) = told(server, "user_preferences")
        assert (choice["value"], choice["wa_id"]) == ("stop", sari.telepon)
        await api.template(sari, "promo")
        await api.template(sari, "kabar")
        assert codes(server) == [131050]
        server.maju(25 * HOUR)
        await api.template(sari, "promo")
        assert codes(server) == [131050]
        sari.tolak_pemasaran(False)
        await api.template(sari, "promo")
        assert codes(server) == []
        sari.hapus_akun()
        await api.template(sari, "kabar")
        assert codes(server) == [131026]


@pytest.mark.parametrize("code", [130472, 131026, 131042, 131048, 131049, 131050])
async def test_codes_that_come_later_come_in_a_status(code: int) -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        server.ambil_peristiwa()
        server.salahkan(code, sari)
        wamid = await api.send(sari, biz_opaque_callback_data="17")
        (status,) = told(server)
        assert (status["id"], status["status"], status["biz_opaque_callback_data"]) == (wamid, "failed", "17")
        assert status["errors"][0]["code"] == code
        assert sari.layar == []
        assert isinstance(await api.send(sari), str)
        assert len(sari.layar) == 1


async def test_a_picture_that_is_none_fails_later() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        media_id = await api.upload(b"GIF89a bukan jpeg", "image/jpeg")
        assert isinstance(await api.send(sari, "image", {"id": media_id}), str)
        assert codes(server) == [131053]


# --- statuses -----------------------------------------------------------------------------------------------------------


async def test_sent_delivered_read_in_order_with_price_and_callback_data() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        sari.matikan()
        wamid = await api.send(sari, biz_opaque_callback_data="42")
        assert (said(server)[-1], sari.layar) == (("sent", None), [])
        sari.nyalakan()
        sari.baca()
        sari.baca()
        delivered, read = told(server)
        assert (delivered["id"], delivered["recipient_id"], delivered["recipient_user_id"]) == (
            wamid,
            sari.telepon,
            sari.user_id,
        )
        assert delivered["biz_opaque_callback_data"] == read["biz_opaque_callback_data"] == "42"
        price = {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "service"}
        assert (delivered["pricing"], "pricing" in read) == (price, False)
        assert (delivered["status"], read["status"]) == ("delivered", "read")
        assert delivered["conversation"]["origin"] == {"type": "service"}


@pytest.mark.parametrize(
    ("options", "inside", "kategori", "price"),
    [
        ({}, True, "UTILITY", (True, "regular", "utility")),
        ({"layanan_ditagih": False}, True, "UTILITY", (False, "free_customer_service", "utility")),
        ({"layanan_ditagih": False}, True, "MARKETING", (True, "regular", "marketing")),
        ({"layanan_ditagih": False}, False, "UTILITY", (True, "regular", "utility")),
    ],
)
async def test_what_is_billed(options: Any, inside: bool, kategori: str, price: tuple[bool, str, str]) -> None:
    async with checked(**options) as (server, api):
        sari = server.orang("Sari")
        server.templat("kabar", "Ada kabar untuk Anda.", kategori=kategori)
        if inside:
            sari.tulis("halo")
        await api.template(sari, "kabar")
        sent = told(server)[0]["pricing"]
        assert (sent["billable"], sent["type"], sent["category"]) == price


async def test_no_conversation_from_version_24_and_no_statuses_where_not_wanted() -> None:
    async with checked(versi="v24.0") as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        await api.send(sari)
        assert ["conversation" in one for one in told(server)] == [False, False]
    async with checked(status=False) as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        await api.send(sari)
        assert told(server) == []
        assert len(sari.layar) == 1


async def test_one_tick_for_who_blocked_the_business_and_no_blue_ones_for_who_hides_them() -> None:
    async with checked() as (server, api):
        sari, rina = server.orang("Sari"), server.orang("Rina")
        sari.tulis("halo")
        rina.tulis("halo")
        sari.blokir()
        rina.kontak.centang_biru = False
        await api.send(sari)
        await api.send(rina)
        rina.baca()
        assert said(server) == [("sent", None), ("sent", None), ("delivered", None)]
        with pytest.raises(AssertionError, match="blocked"):
            sari.tulis("lagi")
        sari.nyalakan()
        assert sari.layar == []
        sari.buka()
        sari.nyalakan()
        assert len(sari.layar) == 1


async def test_a_user_id_alone_keeps_the_number_out_of_the_statuses() -> None:
    async with checked() as (server, api):
        rina = server.orang("Rina", username="rina_desa")
        rina.tulis("halo")
        body: Json = {"messaging_product": "whatsapp", "recipient": rina.user_id, "type": "text", "text": {"body": "a"}}
        await api.post(body)
        events = [event.value for event in server.ambil_peristiwa()]
        assert rina.telepon not in str([value["contacts"] for value in events])
        statuses = [one for value in events for one in value.get("statuses", [])]
        assert [("recipient_id" in one, one["recipient_user_id"]) for one in statuses] == [(False, rina.user_id)] * 2
