"""What happens to a chat: blocked, opened, entered, left, silenced, moved."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.update import parse
from handlers.dialog.masukan import PERISTIWA, Masukan
from tests.bot.channels.telegram_rig import BOT, GRUP, KITA, PRIBADI, SARI, WAKTU, terhubung, tunggu

MUTE = {"status": "restricted", "is_member": True, "can_send_messages": False}
BOLEH = MUTE | {"can_send_messages": True}
DI_LUAR = MUTE | {"is_member": False}


def peristiwa(chat: dict[str, Any], lama: dict[str, Any], baru: dict[str, Any]) -> Masukan | None:
    kabar = {"chat": chat, "from": SARI, "date": WAKTU}
    kabar |= {"old_chat_member": lama | {"user": BOT}, "new_chat_member": baru | {"user": BOT}}
    inbound = parse({"update_id": 7, "my_chat_member": kabar}, KITA)
    return None if inbound is None else inbound.masukan


def S(status: str) -> dict[str, Any]:  # noqa: N802
    return {"status": status}


@pytest.mark.parametrize(
    ("lama", "baru", "apa"),
    [
        (S("left"), S("member"), "masuk"),
        (S("kicked"), S("administrator"), "masuk"),
        (S("left"), BOLEH, "masuk"),
        (S("left"), MUTE, "bisu"),
        (S("member"), MUTE, "bisu"),
        (S("administrator"), MUTE, "bisu"),
        (MUTE, BOLEH, "masuk"),
        (MUTE, S("member"), "masuk"),
        (MUTE, S("administrator"), "masuk"),
        (DI_LUAR, S("member"), "masuk"),
        (S("member"), S("administrator"), None),
        (S("administrator"), S("member"), None),
        (S("member"), S("left"), "keluar"),
        (S("administrator"), S("kicked"), "keluar"),
        (MUTE, S("kicked"), "keluar"),
        (MUTE, DI_LUAR, "keluar"),
    ],
)
def test_our_place_in_a_group(lama: dict[str, Any], baru: dict[str, Any], apa: str | None) -> None:
    assert apa is None or apa in PERISTIWA
    assert peristiwa(GRUP, lama, baru) == (None if apa is None else Masukan(peristiwa=apa, grup="PLD Cibeber"))


def test_our_place_in_a_private_chat_and_in_a_channel() -> None:
    assert peristiwa(PRIBADI, S("member"), S("kicked")) == Masukan(peristiwa="blokir")
    assert peristiwa(PRIBADI, S("kicked"), S("member")) == Masukan(peristiwa="buka")
    assert peristiwa(PRIBADI, S("member"), S("left")) is None
    assert peristiwa({"id": -100, "type": "channel", "title": "Kanal"}, S("left"), S("administrator")) is None


async def test_a_person_blocks_and_comes_back() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        sari.blokir()
        sari.buka()
        semua = await rig.sampai(2)
    assert [m.masukan for m in semua] == [Masukan(peristiwa="blokir"), Masukan(peristiwa="buka")]
    assert {(m.tujuan, m.dari) for m in semua} == {(str(sari.id), "")}


async def test_put_in_a_group_silenced_and_put_out() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        grup = rig.server.grup("PLD Cibeber", [sari], supergroup=True, bot=False)
        grup.undang_bot(sari)
        grup.batasi_bot()
        grup.batasi_bot(boleh={"text messages"})
        grup.jadikan_admin()
        grup.keluarkan_bot(sari)
        await tunggu(lambda: rig.masuk and rig.masuk[-1].masukan.peristiwa == "keluar")
    assert rig.masuk[0].masukan == Masukan(peristiwa="masuk", grup="PLD Cibeber")
    assert (rig.masuk[0].tujuan, rig.masuk[0].dari) == (str(grup.id), str(sari.id))
    assert "masuk" in [m.masukan.peristiwa for m in rig.masuk]


async def test_a_group_that_moves_says_where_to() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        grup = rig.server.grup("PLD Cibeber", [sari])
        baru = grup.jadi_supergroup()
        grup.tulis(sari, "/menu")
        pindah, menu = await rig.sampai(2)
    assert pindah.tujuan == str(grup.id_lama)
    assert pindah.masukan == Masukan(peristiwa="pindah", ke=str(baru), grup="PLD Cibeber")
    assert menu.tujuan == str(baru)
