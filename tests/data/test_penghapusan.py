"""What goes with a person who asks for it, what stays of them, and for how long the rest is kept."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from data.datasaya import TABEL, DataSayaQ
from data.inbox import InboxQ
from data.kegiatan import FotoKegiatan
from data.media import MediaQ
from data.orang import PD, PLD, TANPA_NAMA, OrangQ
from data.outbox import OutboxQ
from data.penghapusan import NAMA_TERHAPUS, TUNDA, PenghapusanQ, Pergi
from data.percakapan import PercakapanQ
from data.rekap.angka import OrangRekap
from data.simpanan import INBOX, JADWAL, JADWAL_DIAM, OUTBOX, PERCAKAPAN, WEB, WEB_TAMU, rapikan
from data.store import Row, Tx
from data.web import WebQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, desa, isi, pendamping

A, B, C, D = ("a" * 64, "b" * 64, "c" * 64, "d" * 64)


def hapus(tx: Tx, orang_id: int) -> Pergi:
    PenghapusanQ(tx, KINI - TUNDA).minta(orang_id)
    q = PenghapusanQ(tx, KINI)
    assert q.berikut() == orang_id
    return q.jalankan(orang_id)


def foto(tx: Tx, *sidik: str) -> list[FotoKegiatan]:
    for satu in sidik:
        MediaQ(tx).daftarkan(satu, "image/jpeg", 1, KINI)
    return [FotoKegiatan(satu, KINI) for satu in sidik]


def satu(tx: Tx, sql: str, *params: int | str) -> Row:
    row = tx.one(sql, params)
    assert row is not None
    return row


def test_there_is_a_day_to_change_ones_mind(tx: Tx) -> None:
    sari = pendamping(tx)
    q = PenghapusanQ(tx, KINI)
    assert q.menunggu(sari.id) is None
    assert not q.batal(sari.id)
    assert q.minta(sari.id) == KINI + TUNDA
    assert PenghapusanQ(tx, KINI + 60).minta(sari.id) == KINI + TUNDA
    assert q.menunggu(sari.id) == (KINI, KINI + TUNDA)
    assert PenghapusanQ(tx, KINI + TUNDA - 1).berikut() is None
    assert PenghapusanQ(tx, KINI + TUNDA).berikut() == sari.id
    assert q.batal(sari.id)
    assert PenghapusanQ(tx, KINI + TUNDA).berikut() is None


def test_the_person_goes_and_the_entries_stay_without_a_name(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = desa(tx, sari).kegiatan.catat(isi(), [], None)
    pergi = hapus(tx, sari.id)
    assert [(a.kanal, a.tujuan) for a in pergi.alamat] == [("web", "Bu Sari")]
    assert pergi.tugas == ((PLD, SUKAMAJU),)
    assert OrangQ(tx).di_alamat("web", "Bu Sari", KINI) is None
    kosong = OrangQ(tx).ambil(sari.id, KINI)
    assert (kosong.nama, kosong.setuju, kosong.peran) == (NAMA_TERHAPUS, None, ("warga",))
    assert satu(tx, "SELECT hasil FROM kegiatan WHERE nomor = ?", nomor)["hasil"] == isi().hasil
    assert satu(tx, "SELECT sampai FROM penugasan WHERE orang_id = ?", sari.id)["sampai"] == "2026-11-20"
    q = PenghapusanQ(tx, KINI)
    assert (q.berikut(), q.menunggu(sari.id), q.batal(sari.id)) == (None, None, False)


def test_whoever_writes_from_there_again_is_a_stranger(tx: Tx) -> None:
    sari = pendamping(tx)
    hapus(tx, sari.id)
    baru = OrangQ(tx).kenal("web", "Bu Sari", "Sari", KINI)
    assert baru.id != sari.id
    assert baru.nama == TANPA_NAMA


def test_a_villager_leaves_no_name_behind_either(tx: Tx) -> None:
    ani = OrangQ(tx).kenal("web", "ani", "Ani", KINI)
    assert hapus(tx, ani.id).tugas == ()
    assert OrangQ(tx).ambil(ani.id, KINI).nama == TANPA_NAMA


def test_what_was_said_goes_on_every_address(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    OrangQ(tx).pasang_alamat(sari.id, "telegram", "77", KINI)
    for nama in ("Bu Sari", "Pak Budi"):
        InboxQ(tx).selesai([InboxQ(tx).terima("web", nama, nama, "", '{"teks":"halo"}', None, KINI, KINI) or 0], KINI)
        OutboxQ(tx).antre("web", nama, '{"teks":"halo"}', KINI)
        WebQ(tx).tulis_saya(nama, KINI, "{}", "k")
    OutboxQ(tx).antre("telegram", "77", '{"teks":"halo"}', KINI)
    hapus(tx, sari.id)
    for tabel in ("inbox", "outbox", "web_pesan"):
        assert [r["tujuan"] for r in tx.all(f"SELECT tujuan FROM {tabel}")] == ["Pak Budi"]
    assert OrangQ(tx).alamat_aktif(budi.id) == [("web", "Pak Budi")]


def test_drafts_and_words_go_and_of_the_trail_ids_stay(tx: Tx) -> None:
    sari = pendamping(tx)
    d = desa(tx, sari)
    d.kegiatan.catat(isi(), [], None)
    lama = d.kegiatan.rentang(date(2026, 11, 1), date(2026, 11, 30))[0]
    d.kegiatan.ubah(lama, {"hasil": "Nama orang."}, "alasan saya")
    draf = PercakapanQ(tx).buka(sari.id, "catat", '{"jawaban":{"hasil":"x"}}', KINI)
    tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, alasan, dibuat) VALUES (?, '2026-11-01', '2026-11-02', 'sakit', 1)",
        (sari.id,),
    )
    tx.run(
        "INSERT INTO permintaan (orang_id, peran, wilayah, dibuat, status) VALUES (?, 'pld', '1', 1, 'menunggu')",
        (sari.id,),
    )
    hapus(tx, sari.id)
    row = satu(tx, "SELECT status, keadaan FROM percakapan WHERE id = ?", draf.id)
    assert (row["status"], row["keadaan"]) == ("batal", "{}")
    assert satu(tx, "SELECT alasan FROM cuti WHERE orang_id = ?", sari.id)["alasan"] == ""
    assert satu(tx, "SELECT status FROM permintaan WHERE orang_id = ?", sari.id)["status"] == "ditarik"
    jejak = tx.all(
        "SELECT apa, baris_id, sebelum, sesudah, alasan FROM jejak WHERE orang_id = ? ORDER BY id", (sari.id,)
    )
    assert [r["apa"] for r in jejak] == ["catat", "ubah", "hapus"]
    assert all(r["sebelum"] is r["sesudah"] is r["alasan"] is None for r in jejak)


def test_pictures_of_approved_entries_stay_and_others_go_unless_somebody_else_has_them(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    d = desa(tx, sari)
    d.kegiatan.catat(isi(), foto(tx, A), None)
    disetujui = d.kegiatan.catat(isi(tanggal="2026-11-19"), foto(tx, B), None)
    d.kegiatan.catat(isi(tanggal="2026-11-18"), foto(tx, C), None)
    tx.run("UPDATE kegiatan SET periksa = 'setuju' WHERE nomor = ?", (disetujui,))
    desa(tx, budi).kegiatan.catat(isi(), foto(tx, C), None)
    foto(tx, D)
    WebQ(tx).tulis_saya("Bu Sari", KINI, f'{{"foto":[{{"sidik":"{D}"}}]}}', "k")
    assert hapus(tx, sari.id).foto == (A, D)
    assert [MediaQ(tx).mime(s) for s in (A, B, C, D)] == [None, "image/jpeg", "image/jpeg", None]


def test_a_picture_in_somebody_elses_draft_stays(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    foto(tx, A)
    isi_draf = f'{{"jawaban":{{"foto":[["{A}",1]]}}}}'
    PercakapanQ(tx).buka(sari.id, "catat", isi_draf, KINI)
    PercakapanQ(tx).buka(budi.id, "catat", isi_draf, KINI)
    assert hapus(tx, sari.id).foto == ()


def test_the_name_leaves_the_pictures_of_past_weeks_and_the_figures_stay(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    orang = [OrangRekap(sari.id, 'Bu "Sari"', 3, 90), OrangRekap(budi.id, "Pak Budi", 2, 60)]
    for kode in (KECAMATAN, "32.03", "32.04"):
        isi_ = msgspec.json.encode({"orang": orang}).decode()
        tx.run(
            "INSERT INTO rekap (kode, jenis, periode, isi, dibuat) VALUES (?, 'x', '2026', ?, ?)", (kode, isi_, KINI)
        )
    hapus(tx, sari.id)
    for kode, nama in ((KECAMATAN, NAMA_TERHAPUS), ("32.03", NAMA_TERHAPUS), ("32.04", 'Bu "Sari"')):
        isi_ = msgspec.json.decode(satu(tx, "SELECT isi FROM rekap WHERE kode = ?", kode)["isi"])["orang"]
        assert [(o["nama"], o["catatan"]) for o in isi_] == [(nama, 3), ("Pak Budi", 2)]


def test_a_deleted_entry_is_emptied(tx: Tx) -> None:
    sari = pendamping(tx)
    d = desa(tx, sari)
    nomor = d.kegiatan.catat(isi(masalah="x", lokasi="1,2"), [], None)
    d.kegiatan.hapus(d.kegiatan.ambil(nomor))  # type: ignore[arg-type]
    hapus(tx, sari.id)
    row = satu(tx, "SELECT hasil, masalah, lokasi FROM kegiatan WHERE nomor = ?", nomor)
    assert (row["hasil"], row["masalah"], row["lokasi"]) == ("", None, None)


# --- how long the rest is kept ---------------------------------------------------------------------------------------


def dirapikan(tx: Tx, kini: int) -> dict[str, int]:
    return {tabel: n for tabel, n in rapikan(tx, kini).items() if n}


def test_what_was_due_is_forgotten_after_a_year_and_a_month(tx: Tx) -> None:
    sari = pendamping(tx)
    for kunci, hasil in (("1", "sepi"), ("2", "kirim")):
        tx.run(
            "INSERT INTO jadwal_jalan (jenis, kunci, slot, dijalankan, hasil) VALUES ('pengingat', ?, ?, ?, ?)",
            (kunci, KINI, KINI, hasil),
        )
    tx.run(
        "INSERT INTO kalender_umum (orang_id, acara, periode, langkah, waktu) VALUES (?, 'K26', '2026', 14, ?)",
        (sari.id, KINI),
    )
    assert dirapikan(tx, KINI + JADWAL_DIAM) == {}
    assert dirapikan(tx, KINI + JADWAL) == {"jadwal_diam": 1}
    assert dirapikan(tx, KINI + JADWAL + 1) == {"jadwal_jalan": 1, "kalender_umum": 1}


def test_words_are_cleared_when_they_are_old_enough_and_ids_stay(tx: Tx) -> None:
    sari, ani = pendamping(tx), OrangQ(tx).kenal("web", "ani", "Ani", KINI)
    id_ = InboxQ(tx).terima("web", "1", "Bu Sari", "Sari", '{"teks":"halo"}', None, KINI, KINI)
    assert id_ is not None
    InboxQ(tx).selesai([id_], KINI)
    keluar = OutboxQ(tx).antre("web", "Bu Sari", '{"teks":"x"}', KINI)
    antre = OutboxQ(tx).antre("web", "Bu Sari", '{"teks":"y"}', KINI)
    OutboxQ(tx).antre("web", "lain", "{}", KINI, kunci="pamit:1")
    tx.run("UPDATE outbox SET status = 'terkirim' WHERE id <> ?", (antre or 0,))
    for tujuan in ("Bu Sari", "ani"):
        WebQ(tx).tulis_saya(tujuan, KINI, "{}", "k")
    lama = PercakapanQ(tx).buka(sari.id, "catat", '{"jawaban":{"a":1}}', KINI)
    PercakapanQ(tx).simpan(lama.id, '{"jawaban":{"a":1}}', "selesai", "Tersimpan", KINI)
    assert dirapikan(tx, KINI + INBOX) == {"pamit": 1}
    assert dirapikan(tx, KINI + INBOX + 1) == {"inbox": 1, "web_tamu": 1}
    assert INBOX == WEB_TAMU
    assert dirapikan(tx, KINI + OUTBOX + 1) == {"outbox": 1}
    assert dirapikan(tx, KINI + max(WEB, PERCAKAPAN) + 1) == {"web_pesan": 1, "percakapan": 1}
    assert dirapikan(tx, KINI + 10 * WEB) == {}
    assert satu(tx, "SELECT isi, ext_id FROM inbox")["isi"] == "{}"
    assert [r["isi"] for r in tx.all("SELECT isi FROM outbox ORDER BY id")] == ["{}", '{"teks":"y"}']
    assert keluar
    row = satu(tx, "SELECT keadaan, hasil FROM percakapan")
    assert (row["keadaan"], row["hasil"]) == ("{}", "Tersimpan")
    assert ani.nama == TANPA_NAMA


@pytest.mark.parametrize(("sunting", "isi_"), [(False, "{}"), (True, '{"sunting":true}')])
def test_what_a_stranger_said_is_forgotten_at_once(tx: Tx, sunting: bool, isi_: str) -> None:
    asal = (
        '{"teks":"rahasia \\"sunting\\":true","sunting":true}' if sunting else '{"teks":"rahasia \\"sunting\\":true"}'
    )
    id_ = InboxQ(tx).terima("telegram", "1", "-5", "Ani", asal, None, KINI, KINI, dari="77")
    InboxQ(tx).selesai([id_ or 0], KINI, lupakan=True)
    row = satu(tx, "SELECT * FROM inbox")
    assert (row["isi"], row["nama"], row["dari"], row["status"]) == (isi_, "", None, "selesai")
    assert InboxQ(tx).terima("telegram", "1", "-5", "Ani", asal, None, KINI, KINI) is None


# --- what is shown to the person --------------------------------------------------------------------------------------


def test_everything_of_the_person_and_nothing_of_others(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    for orang in (sari, budi):
        desa(tx, orang).kegiatan.catat(isi(hasil=f"Oleh {orang.nama}"), foto(tx, A), None)
        InboxQ(tx).terima("web", orang.nama, orang.nama, "", f'{{"teks":"{orang.nama}"}}', None, KINI, KINI)
        PercakapanQ(tx).buka(orang.id, "catat", "{}", KINI)
    semua = DataSayaQ(tx, sari.id).semua()
    assert set(semua) == set(TABEL)
    assert "Budi" not in str(semua)
    assert semua["diri"][0]["nama"] == "Bu Sari"
    assert [b["hasil"] for b in semua["kegiatan"]] == ["Oleh Bu Sari"]
    assert [b["isi"] for b in semua["pesan"]] == ['{"teks":"Bu Sari"}']
    assert semua["foto"][0]["sidik"] == A
    assert DataSayaQ(tx, sari.id).jumlah() == {"catatan": 1, "foto": 1, "draf": 1}


def test_consent_keeps_the_name_that_the_platform_gives_unless_another_is_known(tx: Tx) -> None:
    orang = OrangQ(tx)
    ani = orang.kenal("telegram", "77", "Ani", KINI)
    assert (ani.nama, ani.nama_kanal, ani.sudah_setuju) == (TANPA_NAMA, "Ani", False)
    assert ani.samaran.startswith("Warga-")
    orang.setujui(ani, KINI)
    lagi = orang.kenal("telegram", "77", "Ani Baru", KINI)
    assert (lagi.nama, lagi.setuju, lagi.setuju_versi, lagi.sudah_setuju) == ("Ani", KINI, 1, True)
    orang.setujui(lagi, KINI)
    assert orang.ambil(ani.id, KINI).nama == "Ani"
    tanpa = orang.kenal("web", "tamu", "", KINI)
    orang.setujui(tanpa, KINI)
    assert orang.ambil(tanpa.id, KINI).nama == TANPA_NAMA


def test_those_below_are_found_by_name_and_nobody_else(tx: Tx) -> None:
    from data.wilayah import WilayahQ

    sari = pendamping(tx)
    WilayahQ(tx).kenalkan(KECAMATAN)
    rina = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    OrangQ(tx).tugaskan(rina, PD, KECAMATAN, date(2026, 1, 1), disahkan=True)
    d, bawah = desa(tx, OrangQ(tx).ambil(rina, KINI)), desa(tx, sari)
    hari = date(2026, 11, 21)
    assert d.alamat.cari_bawahan(d.lingkup, hari, "") == [(sari.id, "Bu Sari", PLD)]
    assert d.alamat.cari_bawahan(d.lingkup, hari, "SARI bu%") == [(sari.id, "Bu Sari", PLD)]
    assert d.alamat.cari_bawahan(d.lingkup, hari, "budi") == []
    assert d.alamat.bawahan(d.lingkup, hari, sari.id) == (sari.id, "Bu Sari", PLD)
    assert d.alamat.bawahan(d.lingkup, hari, rina) is None
    assert bawah.alamat.cari_bawahan(bawah.lingkup, hari, "") == []
