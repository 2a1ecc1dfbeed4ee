"""The recap where people live on WhatsApp, which has no groups; and what announces a reminder, a recap, a digest there."""

from __future__ import annotations

import msgspec
import pytest

from bot.channels.whatsapp.announce import PANJANG
from data.grup import GrupQ
from data.jadwal import JadwalQ
from data.jadwal_sumber import PENGINGAT, REKAP, RINGKASAN_PD
from data.katalog.templat_wa import muat_templat_wa
from data.orang import Orang, OrangQ
from data.outbox import PENGINGAT as KELAS_PENGINGAT
from data.outbox import SIARAN
from data.store import Tx
from handlers.dialog.pesan import Pesan, Templat
from tests.bot.test_berkala_jenis import JUMAT, SORE, jalankan, rina, sari  # noqa: F401
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN


def pindah(tx: Tx, orang: Orang, *alamat: tuple[str, str]) -> None:
    """They have only these addresses."""
    tx.run("DELETE FROM alamat WHERE orang_id = ?", (orang.id,))
    for kanal, tujuan in alamat:
        OrangQ(tx).pasang_alamat(orang.id, kanal, tujuan, KINI)


def grup(tx: Tx, oleh: Orang) -> None:
    GrupQ(tx).kaitkan(GrupQ(tx).catat("telegram", "-100", "Cibeber", KINI), KECAMATAN, "", oleh.id, KINI)


def keluar(tx: Tx) -> dict[str, tuple[int, Pesan]]:
    """By destination."""
    rows = tx.all("SELECT tujuan, isi, kelas FROM outbox ORDER BY id")
    assert len({r["tujuan"] for r in rows}) == len(rows)
    return {r["tujuan"]: (r["kelas"], msgspec.json.decode(r["isi"], type=Pesan)) for r in rows}


def test_who_is_on_whatsapp_alone_gets_what_the_group_gets_and_the_pd_all_of_it(tx: Tx, sari: Orang) -> None:  # noqa: F811
    pd = rina(tx)
    pindah(tx, sari, ("whatsapp", "waSari"))
    pindah(tx, pd, ("whatsapp", "waRina"))
    grup(tx, pd)
    jalankan(tx, REKAP, JUMAT)
    semua = keluar(tx)
    assert {tujuan: kelas for tujuan, (kelas, _) in semua.items()} == {
        "-100": SIARAN, "waRina": KELAS_PENGINGAT, "waSari": SIARAN,
    }  # fmt: skip
    assert semua["waSari"][1] == semua["-100"][1]
    assert "Bu Sari" not in semua["waSari"][1].teks
    assert "Belum sempat mencatat: Bu Rina dan Bu Sari" in semua["waRina"][1].teks


def test_without_a_group_they_get_it_too(tx: Tx, sari: Orang) -> None:  # noqa: F811
    rina(tx)
    pindah(tx, sari, ("whatsapp", "waSari"), ("web", "sari"))
    jalankan(tx, REKAP, JUMAT)
    assert set(keluar(tx)) == {"waSari", "Bu Rina"}


@pytest.mark.parametrize("sebab", ["telegram", "cuti", "tutup"])
def test_but_not_who_reads_it_in_the_group_is_on_leave_or_has_blocked_us(tx: Tx, sari: Orang, sebab: str) -> None:  # noqa: F811
    pd = rina(tx)
    grup(tx, pd)
    pindah(tx, sari, ("whatsapp", "waSari"), *([("telegram", "77")] if sebab == "telegram" else []))
    if sebab == "cuti":
        tx.run(
            "INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-27', '2026-11-27', 1)", (sari.id,)
        )
    elif sebab == "tutup":
        OrangQ(tx).tutup_alamat("whatsapp", "waSari")
    jalankan(tx, REKAP, JUMAT)
    assert set(keluar(tx)) == {"-100", "Bu Rina"}


# --- how each is announced ------------------------------------------------------------------------------------------


def templat(tx: Tx) -> Templat:
    ((_, pesan),) = keluar(tx).values()
    assert pesan.templat is not None
    return pesan.templat


def bunyi(apa: Templat) -> str:
    assert all(satu and len(satu) <= PANJANG and "\n" not in satu for satu in apa.isi)
    return muat_templat_wa()[apa.nama].bunyi(apa.isi)


def test_a_reminder_names_the_first_thing_and_counts_the_others(tx: Tx, sari: Orang) -> None:  # noqa: F811
    jalankan(tx, PENGINGAT, SORE)
    kata = bunyi(templat(tx))
    assert kata == (
        "Pengingat dari Kawan Desa untuk Sen 23/11. Yang masih menunggu: Hari ini belum ada catatan, dan 4 hal lain. "
        "Ketuk tombol di bawah untuk melihat rinciannya."
    )


def test_a_hard_deadline_is_named_before_anything_else(tx: Tx, sari: Orang) -> None:  # noqa: F811
    jalankan(tx, PENGINGAT, "2026-12-03 19:00")
    apa = templat(tx)
    assert apa.nama == "kd_tenggat"
    assert bunyi(apa) == (
        "Ada tenggat yang mendesak. Per Kam 3/12 yang menunggu: Koreksi DRP bulan lalu (hari ini), dan 4 hal lain. "
        "Ketuk tombol di bawah untuk melihat rinciannya."
    )


def test_a_recap_and_a_digest_say_of_where_and_when(tx: Tx, sari: Orang) -> None:  # noqa: F811
    rina(tx)
    jalankan(tx, REKAP, JUMAT)
    assert bunyi(templat(tx)).startswith("Rekap pekan 23–27 November 2026 untuk Kecamatan Cibeber sudah siap.")
    tx.run("DELETE FROM outbox")
    JadwalQ(tx).sinkron(KINI)
    jalankan(tx, RINGKASAN_PD, "2026-12-02 08:00")
    assert bunyi(templat(tx)).startswith("Ringkasan bulan November 2026 untuk ")
