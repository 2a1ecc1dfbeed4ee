"""What Meta refuses, code by code: what happens to the message, to the person, and to the channel."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.contract import TAHAN, SendError
from bot.channels.whatsapp import errors, patience
from bot.channels.whatsapp.errors import TABEL, Pasangan, untuk
from bot.channels.whatsapp.graph import Akun
from data.katalog.templat_wa import muat_templat_wa
from data.store import Store
from data.wa_kontak import KontakQ
from handlers.dialog.pesan import Pesan
from tests.bot.channels.whatsapp_rig import Rig, rig_whatsapp
from tests.conftest import Jam

HALO = Pesan("Halo.")


@pytest.fixture
def buka(tmp_path: Path, jam: Jam) -> AbstractAsyncContextManager[Rig]:
    @asynccontextmanager
    async def terbuka() -> AsyncIterator[Rig]:
        async with rig_whatsapp(tmp_path, jam) as rig:
            await rig.sapa()
            yield rig

    return terbuka()


async def ditolak(rig: Rig, kode: int) -> SendError:
    """What becomes of a message that is answered with this code, for as long as it is sent."""
    rig.server.salahkan(kode, cara="jawaban", kali=None)
    try:
        return await rig.gagal(HALO)
    finally:
        rig.server.reda()


async def tempat_kosong(store: Store) -> bool:
    """Whether our books hold nothing that WhatsApp did not take."""
    return not await store.read(lambda tx: tx.all("SELECT wamid FROM wa_kirim"))


# -- the operator has to do something ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "sebut"),
    [
        (190, "whatsapp.token"),
        (3, "system user"),
        (10, "system user"),
        (200, "system user"),
        (299, "system user"),
        (131005, "system user"),
        (33, "phone_number_id"),
        (131031, "locked"),
        (131037, "display name"),
        (131042, "payment method"),
        (131045, "register"),
        (133010, "register"),
        (368, "policy"),
    ],
)
async def test_nothing_goes_until_the_operator_has_done_what_it_says(
    buka: AbstractAsyncContextManager[Rig], kode: int, sebut: str
) -> None:
    async with buka as rig:
        error = await ditolak(rig, kode)
        assert error.jenis == "berhenti"
        assert sebut in error.sebab
        assert rig.channel.berhenti == error.sebab
        assert await tempat_kosong(rig.store)
        await rig.kirim(HALO)
        assert rig.channel.berhenti == ""


def test_our_number_that_does_not_exist_is_not_a_mistake_in_the_message() -> None:
    assert untuk(100, 400, 33) == TABEL[33]
    assert untuk(100, 400).jenis == "tetap"


def test_code_0_is_of_the_token_only_where_it_says_so() -> None:
    assert untuk(0, 401) == TABEL[0]
    assert untuk(0, 200).jenis == "tetap"


# -- too much, or Meta is not well --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", [4, 80007, 130429, 2, 131016, 131057, 133004])
async def test_the_whole_channel_waits_and_no_try_is_counted(buka: AbstractAsyncContextManager[Rig], kode: int) -> None:
    async with buka as rig:
        error = await ditolak(rig, kode)
        assert (error.jenis, error.mungkin_sampai) == ("sementara", False)


@pytest.mark.parametrize("kode", [1, 131000, 135000])
async def test_what_may_fail_for_ever_is_counted_so_that_it_stops_nobody(
    buka: AbstractAsyncContextManager[Rig], kode: int
) -> None:
    async with buka as rig:
        error = await ditolak(rig, kode)
        assert (error.jenis, error.mungkin_sampai) == ("sementara", True)


@pytest.mark.parametrize("http", [500, 502, 503, 504])
async def test_after_trouble_at_meta_nothing_is_sent_for_a_while(
    buka: AbstractAsyncContextManager[Rig], jam: Jam, http: int
) -> None:
    async with buka as rig:
        rig.server.ganggu(http, kali=3)
        error = await rig.gagal(HALO)
        assert (error.jenis, error.mungkin_sampai) == ("sementara", True)
        assert not await tempat_kosong(rig.store)  # it may be there: it counts until we know better

        async def sesudah(detik: float) -> SendError:
            jam.maju(detik)
            return await rig.gagal(HALO)

        jumlah = len(rig.pesan)
        error = await sesudah(0)
        assert (error.jenis, error.mungkin_sampai, len(rig.pesan)) == ("sementara", False, jumlah)
        await sesudah(1.5)  # tried, refused again: now two seconds
        assert len(rig.pesan) == jumlah + 1
        await sesudah(1.5)
        assert len(rig.pesan) == jumlah + 1
        await sesudah(1)
        assert len(rig.pesan) == jumlah + 2
        jam.maju(6)
        await rig.kirim(HALO)
        await rig.kirim(HALO)


async def test_an_answer_that_never_comes_may_stand_for_a_message_that_arrived(
    buka: AbstractAsyncContextManager[Rig],
) -> None:
    async with buka as rig:
        rig.server.ganggu(putus="sesudah")
        error = await rig.gagal(HALO)
        assert (error.jenis, error.mungkin_sampai) == ("sementara", True)
        assert rig.terlihat == ["Halo."]


async def test_where_there_is_no_connection_nothing_has_left(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.channel._graph._pesan = rig.channel._graph._pesan.copy_with(port=9)  # nobody listens there
        error = await rig.gagal(HALO)
        assert (error.jenis, error.mungkin_sampai) == ("sementara", False)
        assert error.sebab == "ConnectError"
        assert await tempat_kosong(rig.store)


@pytest.mark.parametrize(("http", "jenis"), [(400, "tetap"), (401, "berhenti"), (429, "sementara"), (500, "sementara")])
def test_a_code_that_nobody_knows_goes_by_its_http_status(http: int, jenis: str) -> None:
    assert untuk(999_999, http).jenis == jenis
    assert untuk(0, http).jenis == jenis


async def test_an_unknown_refusal_is_final_and_its_code_can_be_read(buka: AbstractAsyncContextManager[Rig]) -> None:
    async with buka as rig:
        error = await ditolak(rig, 199_999)
        assert error.jenis == "tetap"
        assert "199999" in error.sebab


# -- this person ----------------------------------------------------------------------------------------------------------


async def test_who_gets_too_much_waits_longer_each_time_and_it_is_forgotten_afterwards(
    buka: AbstractAsyncContextManager[Rig],
) -> None:
    async with buka as rig:
        tunggu = [(await ditolak(rig, 131056)).tunggu for _ in range(4)]
        assert tunggu == [1, 4, 16, 64]
        await rig.kirim(HALO)
        error = await ditolak(rig, 131056)
        assert (error.jenis, error.tunggu) == ("tunggu", 1)


def test_the_wait_of_one_person_is_nobody_elses_and_has_an_end() -> None:
    pasangan = Pasangan()
    assert [pasangan.kena("sari") for _ in range(9)] == [1, 4, 16, 64, 256, 1024, 4096, 4096, 4096]
    assert pasangan.kena("ketut") == 1
    pasangan.lolos("sari")
    assert pasangan.kena("sari") == 1


async def test_who_cannot_be_reached_closes_the_address(buka: AbstractAsyncContextManager[Rig]) -> None:
    async with buka as rig:
        assert (await ditolak(rig, 131026)).jenis == "tutup"


async def test_a_closed_window_is_learnt_and_the_message_announced_by_a_template_at_once(
    buka: AbstractAsyncContextManager[Rig], jam: Jam
) -> None:
    async with buka as rig:
        rig.setujui_templat()
        rig.server.salahkan(131047, cara="jawaban")
        error = await rig.gagal(HALO)
        assert (error.jenis, error.sebab) == ("tahan", "jendela")
        assert [p["type"] for p in rig.pesan] == ["text", "template"]
        jam.maju(5)
        await rig.sapa()
        await rig.kirim(HALO)  # they wrote: open again
        assert rig.pesan[-1]["type"] == "text"


@pytest.mark.parametrize("kode", [131048, 131049])
async def test_what_meta_holds_back_is_held_and_not_tried_at_once(
    buka: AbstractAsyncContextManager[Rig], kode: int
) -> None:
    async with buka as rig:
        error = await ditolak(rig, kode)
        assert (error.jenis, error.sebab) == ("tahan", "kuota")
        assert error.tunggu >= 6 * 3600


async def test_who_does_not_want_it_is_not_asked_again(buka: AbstractAsyncContextManager[Rig]) -> None:
    async with buka as rig:
        error = await ditolak(rig, 131050)
        assert (error.jenis, error.sebab) == ("tahan", "izin")
        kontak = await rig.store.read(lambda tx: KontakQ(tx).ambil(rig.tujuan))
        assert kontak is not None
        assert kontak.tolak == rig.jam.now()


@pytest.mark.parametrize("kode", [130472, 130497])
async def test_what_whatsapp_will_not_bring_goes_elsewhere(buka: AbstractAsyncContextManager[Rig], kode: int) -> None:
    async with buka as rig:
        assert (await ditolak(rig, kode)).jenis == "alih"


@pytest.mark.parametrize("kode", [131021, 131030, 131062, 131008, 131009, 131051])
async def test_what_cannot_be_mended_is_final(buka: AbstractAsyncContextManager[Rig], kode: int) -> None:
    async with buka as rig:
        error = await ditolak(rig, kode)
        assert error.jenis == "tetap"
        assert str(kode) in error.sebab
        assert len(rig.pesan) == 1
        assert await tempat_kosong(rig.store)


async def test_a_wrong_parameter_is_our_mistake_and_final(buka: AbstractAsyncContextManager[Rig]) -> None:
    async with buka as rig:
        assert (await ditolak(rig, 100)).jenis == "tetap"


# -- templates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018])
async def test_a_template_that_is_not_taken_is_set_aside(
    buka: AbstractAsyncContextManager[Rig], jam: Jam, kode: int
) -> None:
    async with buka as rig:
        rig.setujui_templat()
        await rig.store.write(lambda tx: KontakQ(tx).izin(rig.tujuan, jam.now()))
        jam.maju(25 * 3600)
        error = await ditolak(rig, kode)
        assert error.sebab == "jendela"
        assert len(rig.pesan) == 1  # the general one is refused: there is no other, and it is not asked again
        assert (await rig.gagal(HALO)).sebab == "jendela"
        assert len(rig.pesan) == 1
        await rig.sapa()
        await rig.kirim(HALO)
        assert rig.terlihat == ["Halo."]


# -- afterwards, in a status ------------------------------------------------------------------------------------------------


async def test_a_window_that_was_closed_after_all_is_learnt_from_the_status(
    buka: AbstractAsyncContextManager[Rig], jam: Jam
) -> None:
    async with buka as rig:
        rig.setujui_templat()
        await rig.store.write(lambda tx: KontakQ(tx).izin(rig.tujuan, jam.now()))
        jam.maju(23 * 3600)
        rig.server.salahkan(131047)
        await rig.kirim(HALO)
        assert await rig.antar() == 200
        assert (await rig.gagal(HALO)).sebab == "jendela"
        assert [p["type"] for p in rig.pesan] == ["text", "template"]


async def test_a_bill_that_is_not_paid_shows_only_afterwards_and_stops_the_channel(
    buka: AbstractAsyncContextManager[Rig], jam: Jam
) -> None:
    async with buka as rig:
        rig.server.salahkan(131042)
        await rig.kirim(HALO)
        assert rig.channel.berhenti == ""
        await rig.antar()
        assert "payment method" in rig.channel.berhenti
        error = await rig.gagal(HALO)
        assert (error.jenis, len(rig.pesan)) == ("berhenti", 1)
        jam.maju(61)
        await rig.kirim(HALO)  # one a minute, to see
        assert "payment method" in rig.channel.berhenti
        assert (await rig.gagal(HALO)).jenis == "berhenti"
        jam.maju(61)
        await rig.kirim(HALO)  # none failed since
        await rig.kirim(HALO)
        assert rig.channel.berhenti == ""


async def test_a_template_that_fails_afterwards_is_set_aside_too(
    buka: AbstractAsyncContextManager[Rig], jam: Jam
) -> None:
    async with buka as rig:
        rig.setujui_templat()
        await rig.store.write(lambda tx: KontakQ(tx).izin(rig.tujuan, jam.now()))
        jam.maju(25 * 3600)
        rig.server.salahkan(132015, cara="status")
        await rig.gagal(HALO)
        await rig.antar()
        await rig.gagal(HALO)
        assert len(rig.pesan) == 1


# -- the start ------------------------------------------------------------------------------------------------------------


async def test_a_token_that_never_worked_ends_it_with_a_sentence(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        rig.server.cabut_token()
        salah = patience.Patience(rig.channel.graph.nomor, jam)
        with pytest.raises(SendError, match=r"whatsapp\.token") as gagal:
            await salah.begin()
        assert gagal.value.jenis == "berhenti"


async def test_a_number_that_is_not_ours_ends_it_with_a_sentence(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam, periksa=False) as rig:
        from bot.channels.whatsapp.graph import Graph

        graph = Graph(Akun(rig.server.bisnis.token, "999", rig.server.base_url))
        with pytest.raises(SendError, match="phone_number_id"):
            await patience.Patience(graph.nomor, jam).begin()
        await graph.close()


async def test_a_token_that_is_taken_away_is_seen_and_asked_for_again(
    buka: AbstractAsyncContextManager[Rig], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with buka as rig:
        monkeypatch.setattr(patience, "TOLAK", 0.02)
        token = rig.server.bisnis.token
        rig.server.cabut_token()
        error = await rig.gagal(HALO)
        assert (error.jenis, rig.channel.berhenti) == ("berhenti", errors.TAK_DIKENALI)
        mengawasi = asyncio.create_task(rig.channel._patience.watch())
        await asyncio.sleep(0.1)
        assert rig.channel.berhenti
        rig.server.cabut_token(token)
        async with asyncio.timeout(5):
            while rig.channel.berhenti:
                await asyncio.sleep(0.01)
        mengawasi.cancel()


async def test_meta_that_is_away_at_the_start_is_waited_for(
    tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "ULANG", (0.01,))
    async with rig_whatsapp(tmp_path, jam) as rig:
        rig.server.ganggu(503, apa="media_id", kali=2)
        await patience.Patience(rig.channel.graph.nomor, jam).begin()
        assert not rig.server.world.faults.waiting


# -- the table itself -----------------------------------------------------------------------------------------------------


def test_every_row_of_the_table_speaks_the_contracts_words() -> None:
    for kode, satu in TABEL.items():
        error = satu.error(kode)
        assert error.sebab
        if satu.jenis == "tahan":
            assert error.sebab in TAHAN, kode
        if satu.buku == "templat":
            assert 132000 <= kode < 133000


def test_every_code_of_the_issue_is_in_the_table() -> None:
    wajib = {
        131047,
        131056,
        130429,
        131016,
        1,
        2,
        131026,
        131048,
        131049,
        131050,
        131051,
        131052,
        131053,
        132000,
        132001,
    }
    wajib |= {132005, 132007, 132012, 132015, 132016, 190, 10, *range(200, 300), 131042, 131031, 368, 4, 80007, 100, 33}
    wajib |= {131008, 131009, 130472, 131021, 130497, 131045}
    assert wajib <= TABEL.keys()


def test_no_two_templates_of_ours_are_called_the_same() -> None:
    assert len(muat_templat_wa()) == len({satu.nama for satu in muat_templat_wa().values()})
