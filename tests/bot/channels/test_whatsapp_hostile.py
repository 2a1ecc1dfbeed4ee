"""Whoever wants it to fail: bodies, ids and clocks that make no sense, storms, and everything at once."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from bot.channels.contract import SendError
from bot.channels.whatsapp.rules import TOMBOL
from bot.channels.whatsapp.shape import badan
from bot.channels.whatsapp.text import SAMBUNG
from data.alamat import AlamatQ
from data.inbox import InboxQ
from data.katalog.templat_wa import UMUM
from data.outbox import PENGINGAT, OutboxQ
from data.store import Store, Tx, buka_store
from data.wa_kirim import KirimQ
from data.wa_kontak import KANAL, KontakQ
from handlers.dialog.pesan import Butir, Pesan, Templat, Tombol
from tests.bot.channels.test_whatsapp_waiting import Sana
from tests.bot.channels.whatsapp_masuk import BATAS, Masuk, teks
from tests.bot.channels.whatsapp_rig import rig_whatsapp
from tests.conftest import KINI, Jam
from tests.whatsapp_server import APP_SECRET, incoming, signature
from tests.whatsapp_server.markup import spans

HARI = 86_400
JPEG = b"\xff\xd8\xff" + b"0" * 50


@pytest.fixture
def wa(store: Store, jam: Jam) -> Masuk:
    return Masuk(store, jam)


async def jumlah(store: Store, tabel: str) -> int:
    row = await store.read(lambda tx: tx.one(f"SELECT COUNT(*) AS n FROM {tabel}"))
    assert row is not None
    return int(row["n"])


# -- bodies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tanda",
    [
        "", "sha256=", "sha1=0", "sha256=" + "0" * 64, "sha256=" + "é" * 64, "SHA256=x", "\x00", "sha256=" + "0" * 100_000,
        signature("bukan", b"{}"), signature(APP_SECRET, b"{}"), signature(APP_SECRET, b"").upper(),
    ],
)  # fmt: skip
async def test_no_signature_but_the_right_one_opens(wa: Masuk, store: Store, tanda: str) -> None:
    body = wa.badan(teks("w1", "halo", KINI))
    assert await wa.kirim(body, tanda) == 401
    assert await wa.kirim(body + b" ", signature(APP_SECRET, body)) == 401, "one byte more is another body"
    assert await jumlah(store, "wa_kontak") == 0


@pytest.mark.parametrize("dalam", [200, 600, 900, 200_000])
async def test_what_is_nested_without_end_stops_nothing_beside_it(wa: Masuk, dalam: int) -> None:
    """In whatever part of it: the deep ones are passed over or the body is refused, and no message is lost."""
    for bagian in ("messages", "contacts", "statuses"):
        baik = teks(f"baik-{bagian}-{dalam}", "halo", KINI)
        value: dict[str, Any] = {bagian: [{"id": "x", "type": "text", "apa": "DALAM"}]}
        if bagian == "messages":
            value["messages"].append(baik)
        else:
            value["messages"] = [baik]
        mentah = wa.badan(**value).replace(b'"DALAM"', b"[" * dalam + b"]" * dalam)
        wa.masuk.clear()
        status = await wa.kirim(mentah)
        assert status == (200 if badan(mentah) else 400)
        assert [satu.ext_id for satu in wa.masuk] == ([baik["id"]] if status == 200 else [])


async def test_three_megabytes_are_read_and_answered_soon(wa: Masuk) -> None:
    panjang = wa.badan(*(teks(f"w{n}", "a" * 100_000, KINI) for n in range(30)))
    mulai = time.monotonic()
    assert await wa.kirim(panjang) == 200
    assert len(wa.masuk) == 30
    assert time.monotonic() - mulai < 10
    assert await wa.kirim(b"[" * 4_000_001) == 413


async def test_a_thousand_messages_in_one_delivery(wa: Masuk, store: Store) -> None:
    """As many as Meta packs; a write for each, and still within the time that it waits."""
    semua = [teks(f"w{n}", f"pesan {n}", KINI - n % 60, **{"from": f"62811000{n % 100:05}"}) for n in range(1000)]
    mulai = time.monotonic()
    assert await wa.kirim(wa.badan(*semua)) == 200
    assert time.monotonic() - mulai < 20
    assert len(wa.masuk) == 1000
    assert (await jumlah(store, "wa_kontak"), await jumlah(store, "inbox")) == (100, 1000)


@pytest.mark.lambat
async def test_ten_thousand_are_taken_too(jam: Jam, sqlite_url: str) -> None:
    store = await buka_store(sqlite_url)
    wa = Masuk(store, jam)
    semua = [teks(f"w{n}", f"pesan {n}", KINI - n % 60, **{"from": f"62811000{n % 500:05}"}) for n in range(10_000)]
    body = wa.badan(*semua)
    assert [await wa.kirim(body), await wa.kirim(body)] == [200, 200]
    assert (await jumlah(store, "wa_kontak"), await jumlah(store, "inbox")) == (500, 10_000)
    await store.close()


@pytest.mark.parametrize(
    "isi",
    [
        "\u202e" + "terbalik", "a" + "\u0301" * 5_000, "\ud800", "\x00\x00", "\u200b" * 4_000, "👨‍👩‍👧‍👦" * 1_000, "﷽" * 2_000,
        "{{1}}", "*_~`*_~`", "> kutip\n* butir\n- satu", "'; DROP TABLE orang; --", "%s%n{0}", "WA~lanjut~1", "\r\n\t" * 50,
    ],
)  # fmt: skip
async def test_whatever_is_written_is_stored_as_text(wa: Masuk, store: Store, isi: str) -> None:
    body = json.dumps({"entry": [{"changes": [{"field": "messages", "value": {
        "metadata": {"phone_number_id": wa.server.bisnis.phone_number_id},
        "contacts": [{"profile": {"name": isi}, "wa_id": "6281100000777"}], "messages": [teks("w1", isi, KINI)],
    }}]}]}).encode()  # fmt: skip
    assert await wa.kirim(body) == 200
    (satu,) = wa.masuk
    assert satu.masukan.tombol == ""
    assert not set(satu.masukan.teks + satu.nama) & set("\x00\ud800\u202e")
    await store.write(lambda tx: InboxQ(tx).terima(KANAL, "w2", "x", satu.nama, satu.masukan.teks, None, KINI, KINI))


# -- clocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("waktu", [0, -1, KINI + 1, KINI + 400 * HARI, 10**12, 10**18, 10**30, KINI - 365 * HARI])
async def test_no_clock_of_metas_stops_a_message_or_opens_a_window_too_long(
    wa: Masuk, store: Store, waktu: int
) -> None:
    assert await wa.kirim(wa.badan(teks("w1", "halo", waktu))) == 200
    (satu,) = wa.masuk
    assert satu.waktu == (waktu if 0 < waktu <= KINI else KINI)
    kontak = await store.read(lambda tx: KontakQ(tx).ambil(satu.tujuan))
    assert kontak is not None
    assert (kontak.masuk or 0) <= KINI


@pytest.mark.parametrize("waktu", [-5, 10**12, 10**30])
async def test_an_opt_out_with_a_senseless_time_can_be_taken_back(wa: Masuk, store: Store, waktu: int) -> None:
    """A refusal dated in the future would stand against every later "mulai"."""
    ani = wa.orang("Ani")
    ani.tulis("halo")
    (satu,) = await wa.hantar()

    def kirim(tx: Tx) -> None:
        id_ = OutboxQ(tx).antre(KANAL, satu.tujuan, "{}", KINI)
        assert id_ is not None
        KirimQ(tx, BATAS).ambil_tempat(id_, satu.tujuan, "pemasaran", "", KINI)
        KirimQ(tx, BATAS).catat("w-kita", id_, KINI)
        OutboxQ(tx).terkirim(id_, "w-kita", KINI)

    await store.write(kirim)
    status = {"id": "w-kita", "status": "failed", "timestamp": waktu, "errors": [{"code": 131050}]}
    assert await wa.kirim(wa.badan(statuses=[status])) == 200
    kontak = await store.read(lambda tx: KontakQ(tx).ambil(satu.tujuan))
    assert kontak is not None
    assert kontak.tolak == KINI
    wa.jam.maju(5)
    ani.tulis("mulai")
    await wa.hantar()
    kontak = await store.read(lambda tx: KontakQ(tx).ambil(satu.tujuan))
    assert kontak is not None
    assert kontak.tolak is None


@pytest.mark.parametrize("kode", [-1, 2**31, 10**30])
async def test_a_code_no_database_takes_is_no_reason_to_deliver_it_for_ever(wa: Masuk, store: Store, kode: int) -> None:
    ani = wa.orang("Ani")
    ani.tulis("halo")
    (satu,) = await wa.hantar()

    def kirim(tx: Tx) -> None:
        id_ = OutboxQ(tx).antre(KANAL, satu.tujuan, "{}", KINI)
        assert id_ is not None
        KirimQ(tx, BATAS).ambil_tempat(id_, satu.tujuan, "layanan", "", KINI)
        KirimQ(tx, BATAS).catat("w-kita", id_, KINI)
        OutboxQ(tx).terkirim(id_, "w-kita", KINI)

    await store.write(kirim)
    status = {"id": "w-kita", "status": "failed", "timestamp": KINI, "errors": [{"code": kode}]}
    assert await wa.kirim(wa.badan(statuses=[status])) == 200
    row = await store.read(lambda tx: tx.one("SELECT status FROM outbox"))
    assert row is not None
    assert row["status"] == "gagal"


# -- ids -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "id_", ["WA~", "WA~lanjut~", "WA~lanjut~0", "WA~lanjut~" + "9" * 18, "WA~lanjut~" + "9" * 40, "WA~x\x00"]
)
async def test_a_forged_id_of_ours_gets_a_kind_word_and_no_turn(tmp_path: Path, jam: Jam, id_: str) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.sari.kirim(incoming.list_reply(id_, "Lainnya", ""))
        assert await rig.antar() == 200
        assert rig.masuk == []
        assert await rig.alirkan() == 1
        assert "ketik menu" in rig.terlihat[-1]


async def test_a_page_of_another_persons_list_shows_nothing_of_it(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(Pesan("Catatan siapa?", daftar=tuple(Butir(f"Rahasia {n}", f"1~a~{n}") for n in range(30))))
        jahat = rig.server.orang("Jahat")
        await rig.sapa(jahat)
        jahat.kirim(incoming.list_reply(f"WA~lanjut~{rig.id}", "Lainnya", ""))
        await rig.antar()
        await rig.alirkan()
        assert [layar.label for layar in jahat.layar] == [["Menu"]]
        assert "Rahasia" not in jahat.terakhir.teks


async def test_the_same_tap_fifty_times_is_fifty_messages_and_each_of_them_once(wa: Masuk, store: Store) -> None:
    """Fifty taps are fifty; one tap told fifty times is one."""
    body = wa.badan(
        *({"from": "6281100000777", "id": f"w{n % 50}", "timestamp": str(KINI), "type": "interactive",
           "interactive": {"type": "button_reply", "button_reply": {"id": "1~a~b", "title": "Ya"}}} for n in range(100)),
    )  # fmt: skip
    assert await wa.kirim(body) == 200
    assert await jumlah(store, "inbox") == 50


async def test_a_page_after_the_choices_changed_is_of_the_list_it_was_asked_from(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        lama = Pesan("Desa mana?", daftar=tuple(Butir(f"Lama {n}", f"1~a~{n}") for n in range(15)))
        await rig.kirim(lama)
        await rig.kirim(Pesan("Desa mana?", daftar=tuple(Butir(f"Baru {n}", f"2~a~{n}") for n in range(15))))
        pertama = rig.sari.layar[0]
        rig.sari.ketuk_pada(pertama, pertama.baris[-1])
        await rig.antar()
        await rig.alirkan()
        assert rig.sari.terakhir.label == [f"Lama {n}" for n in range(9, 15)]


# -- what is drawn ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "isi",
    [
        "*tebal* _miring_ ~coret~ `kode` ```blok```", "lihat https://desa.id/a_b_c*d*e dan _ini_", "\u202eterbalik\u202c",
        "a\u200b*b*\u200bc", "*" * 300, "> kutip\n> lagi", "- a\n- b", "* x *y* z", "_" * 30 + "*" * 30, "\u2060*x*\u2060",
    ],
)  # fmt: skip
async def test_nothing_anybody_wrote_is_markup(tmp_path: Path, jam: Jam, isi: str) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(Pesan(isi, judul=isi[:40].replace("\n", " "), tombol=(Tombol(isi[:15] or "x", "1~a~b"),)))
        terakhir = rig.sari.terakhir
        judul = " ".join(isi[:40].split())
        assert [kata.replace(SAMBUNG, "") for _, kata in spans(terakhir.teks)] in ([judul.replace(SAMBUNG, "")], [])
        assert isi.replace(SAMBUNG, "") in terakhir.teks.replace(SAMBUNG, "")


# -- pictures --------------------------------------------------------------------------------------------------------


async def test_pictures_chosen_together_are_answered_together(wa: Masuk) -> None:
    ani = wa.orang("Ani")
    for n in range(3):
        ani.kirim_foto(JPEG, f"foto {n}")
    semua = await wa.hantar()
    assert len({satu.album for satu in semua}) == 1
    assert semua[0].album


async def test_twenty_pictures_in_a_row_are_two_albums(wa: Masuk) -> None:
    ani = wa.orang("Ani")
    for _ in range(20):
        ani.kirim_foto(JPEG)
    album = [satu.album for satu in await wa.hantar()]
    assert [album.count(satu) for satu in dict.fromkeys(album)] == [10, 10]


async def test_pictures_apart_or_with_a_word_between_are_not(wa: Masuk, jam: Jam) -> None:
    """Also not with somebody else's, nor in deliveries that come late."""
    ani, budi = wa.orang("Ani"), wa.orang("Budi")
    ani.kirim_foto(JPEG)
    budi.kirim_foto(JPEG)
    ani.tulis("selesai")
    ani.kirim_foto(JPEG)
    jam.maju(60)
    ani.kirim_foto(JPEG)
    album = [satu.album for satu in await wa.hantar() if satu.masukan.foto]
    assert len(set(album)) == 4


async def test_a_picture_after_the_answer_is_a_message_of_its_own(wa: Masuk, store: Store) -> None:
    ani = wa.orang("Ani")
    ani.kirim_foto(JPEG)
    (satu,) = await wa.hantar()
    await store.write(lambda tx: InboxQ(tx).selesai([InboxQ(tx).berikut(KANAL, satu.tujuan).id], KINI))  # type: ignore[union-attr]
    ani.kirim_foto(JPEG)
    (dua,) = await wa.hantar()
    assert dua.album != satu.album


async def test_an_album_delivered_again_is_the_same(wa: Masuk, store: Store) -> None:
    ani = wa.orang("Ani")
    ani.kirim_foto(JPEG)
    ani.kirim_foto(JPEG)
    body, headers = wa.server.ambil()
    for _ in range(3):
        assert await wa.kirim(body, headers["x-hub-signature-256"]) == 200
    rows = await store.read(lambda tx: tx.all("SELECT album FROM inbox"))
    assert len(rows) == 2
    assert len({row["album"] for row in rows}) == 1


# -- they write while their announcement is on its way ---------------------------------------------------------------


async def test_what_they_write_while_the_announcement_is_on_its_way_releases_it(tmp_path: Path, jam: Jam) -> None:
    """The template was taken, their word came before our books knew: the message itself follows at once."""
    async with rig_whatsapp(tmp_path, jam) as rig:
        rig.setujui_templat()
        sana = Sana(rig, tmp_path / "media")
        await sana.setuju(await rig.sapa())
        jam.maju(2 * HARI)
        id_ = await sana.antre(
            Pesan("Perlu diperbaiki.", judul="Catatan K-12", templat=Templat("kd_jawaban", ("Q-1",)))
        )
        asli = rig.channel._kirim

        async def sela(*args: Any, **kwargs: Any) -> str:
            wamid = await asli(*args, **kwargs)
            rig.channel._kirim = asli  # type: ignore[method-assign]
            rig.sari.tulis("halo lagi")
            assert await rig.antar() == 200
            return wamid

        rig.channel._kirim = sela  # type: ignore[method-assign]
        await sana.habis()
        await sana.habis()
        assert (await sana.baris(id_)).status == "terkirim"
        assert rig.sari.layar[-2].templat
        assert "Perlu diperbaiki." in rig.terlihat[-1]
        assert len(rig.sari.layar) == 2


# -- storms ----------------------------------------------------------------------------------------------------------


async def test_a_storm_of_pair_limits_keeps_everything_and_the_order(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.server.salahkan(131056, rig.sari, kali=5)
        tunggu = []
        for n in range(5):
            gagal = await rig.gagal(Pesan(f"pesan {n}"))
            assert gagal.jenis == "tunggu"
            tunggu.append(gagal.tunggu)
        assert tunggu == [1, 4, 16, 64, 256]
        await rig.kirim(Pesan("akhirnya"))
        assert rig.terlihat == ["akhirnya"]


async def test_a_token_taken_away_and_given_back_loses_nothing(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        token = rig.server.bisnis.token
        rig.server.cabut_token()
        with pytest.raises(SendError) as gagal:
            await rig.kirim(Pesan("satu"))
        assert gagal.value.jenis == "berhenti"
        rig.sari.tulis("masih bisa menulis")
        assert await rig.antar() == 200
        assert [satu.masukan.teks for satu in rig.masuk] == ["masih bisa menulis"]
        rig.server.cabut_token(token)
        await rig.kirim(Pesan("satu"))
        assert rig.terlihat == ["satu"]


async def test_a_template_refused_in_the_middle_stops_nobody(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        rig.setujui_templat()
        sana = Sana(rig, tmp_path / "media")
        orang = [rig.sari, *(rig.server.orang(f"Orang {n}") for n in range(9))]
        tujuan = [await rig.sapa(satu) for satu in orang]
        for satu in tujuan:
            await sana.setuju(satu)
        jam.maju(2 * HARI)
        pesan = Pesan("Hari ini belum ada catatan", templat=Templat("kd_pengingat", ("Senin", "Belum ada catatan")))
        for n, satu in enumerate(tujuan):
            if n == 5:
                await sana.habis()
                rig.server.jeda("kd_pengingat")
            await sana.antre(pesan, PENGINGAT, satu)
        await sana.habis()
        dengan = [satu.terakhir.templat for satu in orang]
        assert dengan[:5] == ["kd_pengingat"] * 5
        assert dengan[5:] == [UMUM] * 5


async def test_a_locked_address_hears_nothing_by_any_word(wa: Masuk, store: Store) -> None:
    ani = wa.orang("Ani")
    ani.tulis("halo")
    (satu,) = await wa.hantar()
    assert await store.read(lambda tx: AlamatQ(tx).di(KANAL, satu.tujuan)) is None
    ani.kirim_jenis("button", {"payload": TOMBOL, "text": "Buka"})
    assert await wa.hantar() == []
