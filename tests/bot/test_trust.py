"""What the machine keeps of what was said, closed addresses, and people who go."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from bot.channels.contract import Inbound
from bot.channels.web import Web, _remember
from bot.erase import erase_next
from bot.inbox import store_inbound
from bot.tick import SEHARI, Ticker
from bot.turn import WorldOf, gabung, take_turn
from data.alamat import AlamatQ
from data.inbox import InboxQ
from data.kegiatan import FotoKegiatan
from data.media import Gudang, MediaQ
from data.orang import PD, OrangQ
from data.outbox import OutboxQ
from data.pengaturan import Pengaturan
from data.penghapusan import TUNDA, PenghapusanQ
from data.percakapan import PercakapanQ
from data.simpanan import INBOX, SEKALI
from data.store import Store, Tx
from data.tautan import TautanQ
from data.wilayah import WilayahQ
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.diri.pamit import PAMIT
from handlers.diri.terkunci import DITUTUP
from tests.conftest import KINI, Jam
from tests.data.dunia import KECAMATAN, desa, isi, pendamping

NIK = "3203031203850001"


def kirim(tx: Tx, masukan: Masukan, tujuan: str = "77", *, kini: int = KINI, dari: str = "", pesan: str = "") -> str:
    """One message through the whole turn; what was said last."""
    row = tx.one("SELECT COUNT(*) AS n FROM inbox")
    assert row is not None
    store_inbound(tx, "telegram", [Inbound(f"u{row['n']}", tujuan, "Ani", kini, masukan, dari=dari, pesan=pesan)], kini)
    assert take_turn(tx, "telegram", tujuan, WorldOf(Pengaturan()), kini) is True
    teks = [msgspec.json.decode(r["isi"], type=Pesan).teks for r in tx.all("SELECT isi FROM outbox ORDER BY id")]
    return ([t for t in teks if t] or [""])[-1]


def isi_inbox(tx: Tx) -> list[tuple[str, str]]:
    return [(r["isi"], r["nama"]) for r in tx.all("SELECT isi, nama FROM inbox ORDER BY id")]


def setuju(tx: Tx, tujuan: str = "77") -> int:
    ani = OrangQ(tx).kenal("telegram", tujuan, "Ani", KINI)
    OrangQ(tx).setujui(ani, KINI)
    return ani.id


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_of_a_stranger_only_the_coming_is_kept(tx: Tx) -> None:
    kirim(tx, Masukan(teks="bagaimana cara mengadu?"))
    assert isi_inbox(tx) == [("{}", "")]


def test_of_who_agreed_the_words_are_kept_and_not_the_platform_s_name(tx: Tx) -> None:
    setuju(tx)
    kirim(tx, Masukan(teks="halo"))
    assert isi_inbox(tx) == [('{"teks":"halo"}', "")]


def test_of_a_group_nothing_is_kept(tx: Tx) -> None:
    setuju(tx)
    kirim(tx, Masukan(teks="/bantuan", grup="TPP"), "-5", dari="77")
    assert isi_inbox(tx) == [("{}", "")]
    assert tx.all("SELECT 1 AS ada FROM inbox WHERE dari IS NOT NULL") == []


def test_a_nik_is_nowhere_and_the_person_is_told(tx: Tx) -> None:
    setuju(tx)
    assert kirim(tx, Masukan(teks=f"apakah {NIK} dapat BLT?")).startswith("Nomor NIK di pesan tadi saya samarkan")
    masuk = Inbound("77:k", "77", "Ani", KINI, Masukan(teks=f"NIK {NIK}"))
    _remember(tx, [masuk], KINI)
    for tabel in ("inbox", "outbox", "web_pesan"):
        rows = tx.all(f"SELECT isi FROM {tabel}")
        assert rows
        assert not any(NIK in r["isi"] for r in rows)
    assert Web.nama == "web"


def test_an_edit_is_masked_and_answered_so_too(tx: Tx) -> None:
    setuju(tx)
    kirim(tx, Masukan(teks="halo"), pesan="9")
    assert "NIK" in kirim(tx, Masukan(teks=f"ini {NIK}", sunting=True), pesan="9")


def test_on_the_last_day_every_answer_says_so(tx: Tx) -> None:
    PenghapusanQ(tx, KINI).minta(setuju(tx))
    assert "akan dihapus" in kirim(tx, Masukan(teks="halo"), kini=KINI + 60)


# --- closed addresses -------------------------------------------------------------------------------------------------


def kunci(tx: Tx) -> int:
    sari = pendamping(tx)
    OrangQ(tx).pasang_alamat(sari.id, "telegram", "77", KINI)
    AlamatQ(tx).kunci(AlamatQ(tx).milik(sari.id)[1])
    return sari.id


@pytest.mark.parametrize("teks", ["halo", "riwayat", "/datasaya", "tautkan", "/start catat"])
def test_at_a_closed_address_one_thing_is_said_whatever_is_written(tx: Tx, teks: str) -> None:
    kunci(tx)
    assert kirim(tx, Masukan(teks=teks)) == DITUTUP.teks
    assert kirim(tx, Masukan(tombol=f"0~!~{teks}")) == DITUTUP.teks
    assert isi_inbox(tx) == [("{}", "")] * 2
    assert tx.all("SELECT 1 AS ada FROM percakapan") == []


def test_an_edit_is_no_way_in_nor_is_a_group_nor_the_platform_s_own_unblocking(tx: Tx) -> None:
    sari = kunci(tx)
    kirim(tx, Masukan(teks="halo"), pesan="9")
    assert kirim(tx, Masukan(teks="riwayat", sunting=True), pesan="9") == DITUTUP.teks
    kirim(tx, Masukan(peristiwa="buka"))
    assert AlamatQ(tx).milik(sari)[1].terkunci
    assert OrangQ(tx).di_alamat("telegram", "77", KINI) is None


def test_a_code_from_another_own_address_opens_it(tx: Tx) -> None:
    sari = kunci(tx)
    kode = TautanQ(tx, KINI).buat(sari)
    assert "belum cocok" in kirim(tx, Masukan(teks="tautkan zzz-22222"))
    assert "Sudah terhubung" in kirim(tx, Masukan(teks=f"/tautkan {kode}"))
    assert OrangQ(tx).kenal("telegram", "77", "", KINI).id == sari
    (baru,) = (r for r in tx.all("SELECT kanal, isi FROM outbox") if r["kanal"] == "web")
    assert "baru saja dihubungkan" in baru["isi"]


def test_one_person_on_two_addresses_has_one_conversation(tx: Tx) -> None:
    sari = pendamping(tx)
    kirim(tx, Masukan(teks="daftar"))
    tamu = OrangQ(tx).kenal("telegram", "77", "", KINI).id
    kode = TautanQ(tx, KINI).buat(sari.id)
    assert "Sudah terhubung" in kirim(tx, Masukan(teks=f"/tautkan {kode}"))
    assert PercakapanQ(tx).terbuka(tamu) is None
    PercakapanQ(tx).buka(sari.id, "catat", '{"jawaban":{"desa":"32.03.03.2013"}}', KINI)
    assert "Kegiatan apa?" in kirim(tx, Masukan(teks="bantuan"))


# --- people who go ----------------------------------------------------------------------------------------------------


def test_the_last_words_go_out_and_the_level_above_learns_of_the_vacancy(tx: Tx) -> None:
    sari = pendamping(tx)
    OrangQ(tx).pasang_alamat(sari.id, "telegram", "77", KINI)
    OrangQ(tx).tutup_alamat("telegram", "77")
    WilayahQ(tx).kenalkan(KECAMATAN)
    rina = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    OrangQ(tx).pasang_alamat(rina, "web", "rina", KINI)
    OrangQ(tx).tugaskan(rina, PD, KECAMATAN, date(2026, 1, 1), disahkan=True)
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    assert erase_next(tx, KINI) == ()
    assert erase_next(tx, KINI) is None
    keluar = {r["tujuan"]: msgspec.json.decode(r["isi"], type=Pesan) for r in tx.all("SELECT tujuan, isi FROM outbox")}
    assert set(keluar) == {"Bu Sari", "rina"}
    assert keluar["Bu Sari"] == PAMIT
    assert "Sari" not in keluar["rina"].teks
    assert "Sukamaju" in keluar["rina"].teks


async def test_the_tick_erases_who_is_due_and_takes_their_pictures_from_the_disk(
    store: Store, jam: Jam, tmp_path: Path
) -> None:
    gudang = Gudang(tmp_path)
    sidik = gudang.simpan(b"\xff\xd8\xffx")

    def siapkan(tx: Tx) -> None:
        sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
        MediaQ(tx).daftarkan(sidik, "image/jpeg", 4, KINI)
        desa(tx, sari).kegiatan.catat(isi(), [FotoKegiatan(sidik, KINI)], None)
        for satu in (sari, budi):
            PenghapusanQ(tx, KINI).minta(satu.id)

    await store.write(siapkan)
    ticker = Ticker(store, jam, gudang)
    await ticker.tick()
    assert gudang.jalur(sidik).exists()
    jam.maju(TUNDA)
    await Ticker(store, jam).tick()
    assert gudang.jalur(sidik).exists()  # a ticker without a folder has none to clear
    await store.write(lambda tx: tx.run("UPDATE penghapusan SET selesai = NULL"))
    await store.write(lambda tx: MediaQ(tx).daftarkan(sidik, "image/jpeg", 4, KINI))
    await store.write(
        lambda tx: PercakapanQ(tx).buka(_sari(tx), "catat", f'{{"jawaban":{{"foto":[["{sidik}",1]]}}}}', 1) and None
    )
    await ticker.tick()
    assert not gudang.jalur(sidik).exists()
    gudang.hapus(sidik)


def _sari(tx: Tx) -> int:
    row = tx.one("SELECT MIN(orang_id) AS id FROM penghapusan")
    assert row is not None
    return int(row["id"])


async def test_what_is_too_old_is_cleared_in_batches_and_then_once_a_day(store: Store, jam: Jam) -> None:
    def siapkan(tx: Tx) -> None:
        for n in range(SEKALI + 1):
            id_ = InboxQ(tx).terima("web", str(n), "x", "", '{"teks":"halo"}', None, KINI, KINI)
            InboxQ(tx).selesai([id_ or 0], KINI)
        OutboxQ(tx).antre("web", "x", "{}", KINI)

    async def berisi() -> int:
        row = await store.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM inbox WHERE isi <> '{}'"))
        assert row is not None
        return int(row["n"])

    await store.write(siapkan)
    ticker = Ticker(store, jam)
    await ticker.tick()
    assert await berisi() == SEKALI + 1
    jam.maju(INBOX + 1)
    await ticker.tick()
    assert await berisi() == 1
    await ticker.tick()
    assert await berisi() == 0
    await store.write(lambda tx: tx.run("UPDATE inbox SET isi = '[]'"))
    await ticker.tick()
    assert await berisi() == SEKALI + 1
    jam.maju(SEHARI)
    await ticker.tick()
    assert await berisi() == 1


def test_of_an_album_it_is_said_whichever_part_had_the_words() -> None:
    assert gabung([Masukan(), Masukan(teks="NIK ••••", disamarkan="NIK")]).disamarkan == "NIK"
