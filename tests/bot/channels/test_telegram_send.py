"""What the bot says on Telegram, and what becomes of it where Telegram refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import error as tg

from bot.channels.contract import Kiriman, SendError
from bot.channels.telegram import Telegram
from bot.channels.telegram.connector import TakTerkirim
from bot.channels.telegram.draw import polos, potong
from bot.channels.telegram.errors import translate
from bot.channels.telegram.place import Tempat, baca, tulis
from handlers.dialog.masukan import Foto
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from tests.bot.channels.telegram_rig import JPEG, Rig, terhubung
from tests.telegram_server import Grup

PAPAN = (Tombol("Ya", "0~!~ya"),)


async def gagal(rig: Rig, tujuan: object, pesan: str | Pesan = "halo") -> SendError:
    with pytest.raises(SendError) as error:
        await rig.kirim(tujuan, pesan)
    return error.value


def forum(rig: Rig) -> tuple[Grup, int]:
    grup = rig.server.grup("PLD Cibeber", [rig.server.orang("Sari")], forum=True)
    return grup, grup.topik("Laporan")


# --- where to -----------------------------------------------------------------------------------------------------


def test_an_address_is_a_chat_or_a_chat_and_its_topic() -> None:
    assert [baca(t) for t in ("5001", "-100123", "-100123/45")] == [Tempat(5001), Tempat(-100123), Tempat(-100123, 45)]
    assert [tulis(5001), tulis(-100123, 45)] == ["5001", "-100123/45"]
    assert [Telegram.pace.grup(t) for t in ("5001", "-100123", "-100123/45")] == [False, True, True]


@pytest.mark.parametrize("tujuan", ["", "sari", "1/dua"])
async def test_what_is_no_address_is_an_error_of_the_contract(tujuan: str) -> None:
    async with terhubung() as rig:
        assert (await gagal(rig, tujuan)).jenis == "tetap"
        await rig.kanal.sibuk(tujuan)


async def test_pictures_files_and_every_piece_of_a_long_text_go_to_the_topic(tmp_path: Path) -> None:
    foto = [tmp_path / f"{n}.jpg" for n in range(2)]
    for jalur in foto:
        jalur.write_bytes(JPEG)
    pesan = Pesan("baris\n" * 1000, berkas=Berkas("rekap.xlsx", "drp_xlsx", {}), tombol=PAPAN)
    async with terhubung() as rig:
        grup, topik = forum(rig)
        tujuan = f"{grup.id}/{topik}"
        akhir = await rig.kanal.send(tujuan, Kiriman(1, pesan, b"PK", foto))
        await rig.kanal.send(tujuan, Kiriman(2, Pesan("satu foto"), foto=foto[:1]))
        layar = [k for k in grup.layar if not k.raw.get("forum_topic_created")]
        assert {k.raw.get("message_thread_id") for k in layar} == {topik}
        berkas = next(k for k in layar if k.nama_berkas == "rekap.xlsx")
        assert (str(berkas.message_id), berkas.label) == (akhir, ["Ya"])
        await rig.kanal.sibuk(tujuan)
        assert rig.server.permintaan[-1].params["message_thread_id"] == topik


async def test_a_picture_that_was_made_goes_as_a_photo_with_its_words() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        sari.tulis("/start")
        pesan = Pesan("Tiga dari empat desa.", berkas=Berkas("siklus.png", "siklus_png", {}, gambar=True), tombol=PAPAN)
        await rig.kanal.send(str(sari.id), Kiriman(1, pesan, JPEG))
        assert rig.server.hitung("sendPhoto") == 1
        assert (sari.terakhir.teks, sari.terakhir.label) == ("Tiga dari empat desa.", ["Ya"])


@pytest.mark.parametrize("sebab", ["message thread not found", "TOPIC_DELETED", "TOPIC_CLOSED"])
async def test_what_a_topic_will_not_have_goes_to_the_group(sebab: str) -> None:
    async with terhubung() as rig:
        grup, topik = forum(rig)
        rig.server.ganggu("sendMessage", status=400, description=f"Bad Request: {sebab}")
        with capture_logs() as catatan:
            assert await rig.kirim(f"{grup.id}/{topik}", Pesan("halo", tombol=PAPAN))
        assert "message_thread_id" not in grup.terakhir.raw
        assert grup.terakhir.label == ["Ya"]
        assert [c["log_level"] for c in catatan if "outbox" in c] == ["warning"]


async def test_topics_that_are_closed_or_gone() -> None:
    async with terhubung() as rig:
        grup, topik = forum(rig)
        hapus = grup.topik("Lama")
        grup.tutup_topik(topik)
        grup.hapus_topik(hapus)
        for nomor in (topik, hapus):
            await rig.kirim(f"{grup.id}/{nomor}", f"untuk {nomor}", nomor)
        assert [k.teks for k in grup.layar] == [f"untuk {topik}", f"untuk {hapus}"]
        grup.tutup_topik()  # the general one too
        assert (await gagal(rig, f"{grup.id}/{topik}")).jenis == "tetap"


async def test_once_refused_a_topic_is_not_tried_again_for_the_rest_of_a_message() -> None:
    async with terhubung() as rig:
        grup, topik = forum(rig)
        grup.tutup_topik(topik)
        await rig.kirim(f"{grup.id}/{topik}", "baris\n" * 1000)
        assert rig.server.hitung("sendMessage") == 3  # refused, and the two pieces


# --- buttons and markup -------------------------------------------------------------------------------------------


async def test_a_button_may_open_the_private_chat() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        grup = rig.server.grup("PLD Cibeber", [sari])
        tombol = (Tombol("Lanjut berdua", "", mulai="rekap-7_a"), Tombol("Ya", "0~!~ya"))
        await rig.kirim(grup.id, Pesan("Yuk", tombol=tombol))
        tautan, biasa = (t for baris in grup.terakhir.tombol for t in baris)
        assert tautan.url == "https://t.me/kawan_desa_bot?start=rekap-7_a"
        assert biasa.data == "0~!~ya"
        sari.buka_tautan(tautan.url)
        assert (await rig.masukan()).teks == "/start rekap-7_a"


async def test_such_a_button_asks_for_the_bots_name_when_it_is_not_yet_known() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        baru = Telegram(rig.server.token, rig.server.url)  # its `run` has not begun
        await baru.send(str(sari.id), Kiriman(1, Pesan("Yuk", tombol=(Tombol("Mulai", "", mulai="x"),))))
        await baru.close()
        assert sari.terakhir.tombol[0][0].url == "https://t.me/kawan_desa_bot?start=x"


async def test_the_phones_location_button_is_offered_only_in_private() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        grup = rig.server.grup("PLD Cibeber", [sari])
        for tujuan in (sari.id, grup.id):
            await rig.kirim(tujuan, Pesan("Di mana?", minta="lokasi"))
        assert [k.label for k in (sari.terakhir, grup.terakhir)] == [["Kirim lokasi saya", "Kembali"], []]


async def test_markup_that_telegram_cannot_read_is_left_out_and_the_words_stay() -> None:
    teks = 'Ini <b>bukan</b> markup & "ini" &lt; juga'
    sebab = 'Bad Request: can\'t parse entities: Unsupported start tag "rahasia" at byte offset 9'
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        rig.server.ganggu("sendMessage", status=400, description=sebab)
        with capture_logs() as catatan:
            await rig.kirim(sari.id, Pesan(teks, judul="Judul", tombol=PAPAN), 77)
        assert sari.terakhir.teks == f"Judul\n\n{teks}"
        assert sari.terakhir.label == ["Ya"]
        assert "entities" not in sari.terakhir.raw
    assert [(c["log_level"], c["outbox"], c["tanpa"]) for c in catatan] == [("error", 77, "markup")]
    assert "rahasia" not in str(catatan)


async def test_a_caption_too() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        rig.server.ganggu("sendDocument", status=400, description="Bad Request: can't parse entities: x")
        pesan = Pesan("<ini>", berkas=Berkas("a.txt", "x", {}))
        await rig.kanal.send(str(sari.id), Kiriman(1, pesan, b"isi"))
        assert (sari.terakhir.teks, sari.terakhir.berkas) == ("<ini>", b"isi")


@pytest.mark.parametrize("teks", ["<b>x</b> & y", "&amp;lt; &nbsp;", "a < b > c", "&lt;b&gt;"])
def test_without_its_markup_a_text_reads_as_it_was(teks: str) -> None:
    assert [polos(p) for p in potong(Pesan(teks, judul="J <b>"), 4096)] == [f"J <b>\n\n{teks}"]


@pytest.mark.parametrize(
    "tombol", [Tombol("Ya", "x" * 65), Tombol("", "x"), Tombol("Ya", "")], ids=["long", "nameless", "empty"]
)
async def test_a_keyboard_that_telegram_will_not_have_does_not_keep_the_words_back(tombol: Tombol) -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        with capture_logs() as catatan:
            await rig.kirim(sari.id, Pesan("Setuju?", tombol=(tombol,)), 78)
        assert (sari.terakhir.teks, sari.terakhir.label) == ("Setuju?", [])
        assert [(c["log_level"], c["outbox"], c["tanpa"]) for c in catatan] == [("error", 78, "keyboard")]
        rig.server.pelanggaran.clear()


async def test_whatever_else_is_refused_is_refused_once() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        rig.server.ganggu("sendMessage", 9, status=400, description="Bad Request: message is too long")
        assert (await gagal(rig, sari.id, Pesan("halo", tombol=PAPAN))).jenis == "tetap"
        assert rig.server.hitung("sendMessage") == 1


# --- refusals -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "jenis"),
    [
        (tg.Forbidden("Forbidden: bot was blocked by the user"), "tutup"),
        (tg.Forbidden("Forbidden: user is deactivated"), "tutup"),
        (tg.Forbidden("Forbidden: bot was kicked from the supergroup chat"), "tutup"),
        (tg.Forbidden("Forbidden: bot is not a member of the supergroup chat"), "tutup"),
        (tg.Forbidden("Forbidden: bot can't initiate conversation with a user"), "tutup"),
        (tg.Forbidden("Forbidden: the group chat was deleted"), "tutup"),
        (tg.BadRequest("Bad Request: chat not found"), "tutup"),
        (tg.BadRequest("Bad Request: PEER_ID_INVALID"), "tutup"),
        (tg.BadRequest("Bad Request: not enough rights to send text messages to the chat"), "bisu"),
        (tg.BadRequest("Bad Request: have no rights to send a message"), "bisu"),
        (tg.Forbidden("Forbidden: CHAT_WRITE_FORBIDDEN"), "bisu"),
        (tg.BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), "bisu"),
        (tg.BadRequest("Bad Request: CHAT_RESTRICTED"), "bisu"),
        (tg.BadRequest("Bad Request: not enough rights to send photos to the chat"), "tetap"),
        (tg.BadRequest("Bad Request: not enough rights to send documents to the chat"), "tetap"),
        (tg.Forbidden("Forbidden: something new"), "tetap"),
        (tg.BadRequest("Bad Request: message is too long"), "tetap"),
        (tg.BadRequest("Bad Request: the word blocked in a complaint of another kind"), "tetap"),
        (tg.NetworkError("Request Entity Too Large"), "tetap"),
        (tg.InvalidToken("Unauthorized"), "berhenti"),
    ],
)
def test_refusals_in_the_words_of_the_contract(error: tg.TelegramError, jenis: str) -> None:
    hasil = translate(error)
    assert (hasil.jenis, hasil.mungkin_sampai) == (jenis, False)
    assert hasil.sebab


@pytest.mark.parametrize(
    ("error", "mungkin"),
    [(tg.TimedOut(), True), (tg.NetworkError("Bad Gateway"), True), (TakTerkirim("refused"), False)],
)
def test_what_may_have_arrived_is_told_apart_from_what_surely_has_not(error: tg.NetworkError, mungkin: bool) -> None:
    hasil = translate(error)
    assert (hasil.jenis, hasil.mungkin_sampai) == ("sementara", mungkin)


async def test_throttling_says_how_long_even_when_telegram_does_not() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        rig.server.ganggu("sendMessage", status=429, parameters={"retry_after": 7})
        error = await gagal(rig, sari.id)
        assert (error.jenis, error.tunggu, error.mungkin_sampai) == ("tunggu", 7, False)
    tanpa = translate(tg.NetworkError("Too Many Requests: retry later"))
    assert (tanpa.jenis, tanpa.tunggu, tanpa.mungkin_sampai) == ("tunggu", 30, False)


async def test_a_group_we_may_not_write_in_is_not_a_group_we_are_out_of() -> None:
    async with terhubung() as rig:
        grup = rig.server.grup("PLD Cibeber", [rig.server.orang("Sari")], supergroup=True)
        grup.kunci()
        error = await gagal(rig, grup.id)
        assert error.jenis == "bisu"
        assert "not enough rights" in error.sebab.lower()
        grup.keluarkan_bot()
        assert (await gagal(rig, grup.id)).jenis == "tutup"


async def test_a_group_that_moved_is_named_without_the_topic() -> None:
    async with terhubung() as rig:
        grup = rig.server.grup("PLD Cibeber", [rig.server.orang("Sari")])
        baru = grup.jadi_supergroup()
        error = await gagal(rig, f"{grup.id_lama}/45")
        assert (error.jenis, error.tujuan_baru) == ("pindah", str(baru))


async def test_what_arrived_of_a_message_is_not_sent_again_when_the_rest_is() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        panjang = "\n".join(f"baris {n}" for n in range(1000))
        gangguan = [429, 500]

        def sesudah_yang_pertama(method: str, _params: Any, _result: Any) -> None:
            if method == "sendMessage" and gangguan:
                rig.server.ganggu("sendMessage", status=gangguan.pop())

        rig.server.amati(sesudah_yang_pertama)
        assert (await gagal(rig, sari.id, panjang)).jenis == "sementara"
        assert (await gagal(rig, sari.id, panjang)).jenis == "tunggu"
        await rig.kirim(sari.id, panjang)
        await rig.kirim(sari.id, "selesai")
        assert "\n".join(k.teks for k in sari.layar) == f"{panjang}\nselesai"


# --- the rest of the contract -------------------------------------------------------------------------------------


async def test_a_menu_is_set_for_one_chat_and_taken_away() -> None:
    async with terhubung(perintah=[("menu", "Lihat menu")]) as rig:
        sari = rig.server.orang("Sari")
        menu = (("catat", "Catat kegiatan"), ("drp", "Rekap DRP"))
        assert await rig.kirim(sari.id, Pesan("", menu=menu)) == ""
        assert rig.server.perintah("chat", sari.id) == list(menu)
        assert await rig.kirim(sari.id, Pesan("", menu=())) == ""
        assert rig.server.perintah("chat", sari.id) == []
        assert sari.layar == []
        assert (await gagal(rig, 99, Pesan("", menu=menu))).jenis == "tutup"


async def test_a_group_is_left_when_the_last_word_is_said() -> None:
    async with terhubung() as rig:
        grup = rig.server.grup("Arisan", [rig.server.orang("Sari")], supergroup=True)
        await rig.kirim(grup.id, Pesan("Saya pamit dulu.", lalu="tinggalkan"))
        assert grup.terakhir.teks == "Saya pamit dulu."
        assert grup.chat.members[rig.server.world.bot_id] == "left"


async def test_a_group_that_silences_us_is_left_without_a_word_and_a_throttled_word_is_said_first() -> None:
    async with terhubung() as rig:
        grup = rig.server.grup("Arisan", [rig.server.orang("Sari")], supergroup=True)
        pamit = Pesan("Saya pamit dulu.", lalu="tinggalkan")
        rig.server.ganggu("sendMessage", status=429)
        assert (await gagal(rig, grup.id, pamit)).jenis == "tunggu"
        assert rig.server.hitung("leaveChat") == 0
        grup.kunci()
        assert (await gagal(rig, grup.id, pamit)).jenis == "bisu"
        assert grup.chat.members[rig.server.world.bot_id] == "left"


async def test_leaving_that_fails_is_no_failure_of_the_message() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        assert await rig.kirim(sari.id, Pesan("Dah", lalu="tinggalkan"))  # a private chat cannot be left


async def test_to_be_busy_never_fails() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        await rig.kanal.sibuk(str(sari.id))
        assert rig.server.permintaan[-1].params == {"chat_id": sari.id, "action": "upload_document"}
        rig.server.ganggu("sendChatAction", putus="sebelum")
        await rig.kanal.sibuk(str(sari.id))
        sari.blokir()
        await rig.kanal.sibuk(str(sari.id))


async def test_old_buttons_are_taken_away_once_and_what_has_none_is_well() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        nomor = await rig.kirim(sari.id, Pesan("Desa mana?", tombol=PAPAN))
        for _ in range(2):
            await rig.kanal.bersihkan(str(sari.id), nomor)
        assert sari.terakhir.label == []
        assert sari.terakhir.teks == "Desa mana?"
        await rig.kanal.bersihkan(str(sari.id), "9999")
        await rig.kanal.bersihkan(str(sari.id), "")
        rig.server.ganggu("editMessageReplyMarkup", status=429)
        with pytest.raises(SendError, match="tunggu"):
            await rig.kanal.bersihkan(str(sari.id), nomor)
        sari.blokir()
        with pytest.raises(SendError, match="tutup"):
            await rig.kanal.bersihkan(str(sari.id), nomor)


async def test_a_picture_is_fetched_up_to_the_limit() -> None:
    async with terhubung(batas_foto=1000) as rig:
        sari = rig.server.orang("Sari")
        sari.foto(JPEG)
        sari.foto(JPEG + b"0" * 2000)
        kecil, besar = (m.masukan.foto[0] for m in await rig.sampai(2))
        assert await rig.kanal.fetch(kecil) == JPEG
        besar = Foto(rujukan=rig.server.world.files.name(_berkas(rig), "AgAD")["file_id"])
        with pytest.raises(SendError, match="tetap: larger than we take"):
            await rig.kanal.fetch(besar)


def _berkas(rig: Rig) -> Any:
    return list(rig.server.world.files.by_path.values())[-1]


async def test_a_picture_that_is_gone_between_is_not_a_token_that_is_unknown() -> None:
    async with terhubung() as rig:
        rig.server.orang("Sari").foto(JPEG)
        foto = (await rig.masukan()).foto[0]
        rig.server.world.files.by_path.clear()
        with pytest.raises(SendError) as error:
            await rig.kanal.fetch(foto)
        assert error.value.jenis == "tetap"
        assert rig.kanal.berhenti == ""
