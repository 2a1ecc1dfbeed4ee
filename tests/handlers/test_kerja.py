"""/pekerjaan and what is said of long work: one's own, how far, again, called off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from data.desa import Desa
from data.kerja import FOLDER, SIMPAN, AntreanQ, Kerja
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from handlers import dokumen
from handlers.dialog.pesan import Pesan
from handlers.kerja import kata
from handlers.kerja.mulai import BANYAK, mulai
from handlers.kerja.pekerjaan import nama_aman
from tests.handlers.dialog.obrolan import Dunia, Obrolan
from tests.handlers.tim_dunia import orang


@pytest.fixture
def budi(d: Dunia) -> Obrolan:
    return orang(d, "Pak Budi")


def dunia_milik(o: Obrolan, media: Path | None = None) -> Desa:
    d = o.dunia
    return Desa(d.tx, OrangQ(d.tx).ambil(o.id, d.kini), "uji", d.kini, Pengaturan(media=media), o.nama)


def minta(o: Obrolan, nomor: int = 1, sebut: str = "Unduhan kegiatan") -> Pesan:
    return mulai(dunia_milik(o), "unduh", {"nomor": nomor}, sebut)


def jalankan(o: Obrolan, n: int = 0, dari: int = 0) -> str:
    k = AntreanQ(o.dunia.tx).klaim(f"t{o.dunia.kini}-{o.id}", o.dunia.kini)
    assert k
    AntreanQ(o.dunia.tx).maju(k.tempat, n, dari)
    return k.tempat


def selesaikan(o: Obrolan, tempat: str, berkas: str = "", teks: str = "Ini hasilnya.") -> None:
    hasil = msgspec.json.encode(Pesan(teks)).decode()
    assert AntreanQ(o.dunia.tx).selesai(tempat, berkas, hasil, o.dunia.kini)


def status(o: Obrolan) -> list[str]:
    return [r["status"] for r in o.dunia.tx.all("SELECT status FROM kerja WHERE orang_id = ? ORDER BY id", (o.id,))]


# -- asking ----------------------------------------------------------------------------------------------------------


def test_it_says_that_it_began_and_not_twice(sari: Obrolan) -> None:
    pesan = minta(sari)
    assert pesan.teks.startswith("Unduhan kegiatan sedang disiapkan.")
    assert [t.label for t in pesan.tombol] == ["Sampai mana?"]
    assert minta(sari).teks == "Unduhan kegiatan masih disiapkan. Hasilnya nanti saya kirim."
    assert status(sari) == ["antre"]


def test_whoever_taps_often_waits_for_the_first(sari: Obrolan, budi: Obrolan) -> None:
    for nomor in range(BANYAK):
        minta(sari, nomor)
    assert "Ada 5 pekerjaan Anda yang belum selesai" in minta(sari, BANYAK).teks
    assert "masih disiapkan" in minta(sari, 2).teks
    assert len(status(sari)) == BANYAK
    assert "sedang disiapkan" in minta(budi, BANYAK).teks


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Laporan Kunjungan: Sukamaju", "laporan-kunjungan-sukamaju.xlsx"),
        ("../../etc/passwd", "etc-passwd.xlsx"),
        ('=HYPERLINK("x")\n\0', "hyperlink-x.xlsx"),
        ("..", "berkas.xlsx"),
        ("", "berkas.xlsx"),
        ("a" * 200, "a" * 80 + ".xlsx"),
    ],
)
def test_a_name_made_of_whatever_was_typed(teks: str, nama: str) -> None:
    assert nama_aman(teks, "xlsx") == nama


# -- looking ---------------------------------------------------------------------------------------------------------


def test_nothing_yet(sari: Obrolan) -> None:
    sari.tulis("/pekerjaan")
    assert "Tidak ada yang sedang disiapkan." in sari.layar
    sari.tulis("sampai mana")
    assert "Tidak ada yang sedang disiapkan." in sari.layar


def test_how_far_it_is_and_how_long_it_still_needs(d: Dunia, sari: Obrolan, budi: Obrolan) -> None:
    minta(sari)
    sari.tulis("/pekerjaan")
    assert sari.layar.teks == "Pekerjaan Anda\nUnduhan kegiatan: segera dimulai"
    tempat = jalankan(sari)
    sari.tulis("/pekerjaan")
    assert "Unduhan kegiatan: sedang disiapkan" in sari.layar
    d.lewat(60)
    AntreanQ(d.tx).maju(tempat, 25, 100)
    minta(sari, 2, "Laporan kunjungan")
    minta(budi)
    sari.tulis("/pekerjaan")
    assert "1. Unduhan kegiatan: 25 %, kira-kira 3 menit lagi" in sari.layar
    assert "2. Laporan kunjungan: menunggu giliran, 1 di depannya" in sari.layar
    assert sari.layar.label == ["Batalkan 1", "Batalkan 2"]
    AntreanQ(d.tx).maju(tempat, 100, 100)
    sari.tulis("/pekerjaan")
    assert "99 %, kurang dari semenit lagi" in sari.layar, "never 100 before it has ended"
    budi.tulis("/pekerjaan")
    assert budi.layar.teks == "Pekerjaan Anda\nUnduhan kegiatan: menunggu giliran, 2 di depannya"


def test_called_off_with_one_tap_and_made_again_with_another(sari: Obrolan) -> None:
    minta(sari)
    sari.tulis("/pekerjaan")
    sari.tekan("Batalkan")
    assert "Unduhan kegiatan dibatalkan." in sari.layar
    assert status(sari) == ["batal"]
    sari.tulis("/pekerjaan")
    assert "Tidak ada yang sedang disiapkan." in sari.layar
    sari.tulis(f"/pekerjaan batal {_id(sari)}")
    assert "sudah dibatalkan" in sari.layar
    sari.tulis(f"/pekerjaan kirim {_id(sari)}")
    assert "sudah dibatalkan" in sari.layar
    sari.tekan("Buat lagi")
    assert "sedang disiapkan" in sari.layar
    assert status(sari) == ["batal", "antre"]


def test_called_off_too_late_the_result_is_a_tap_away(sari: Obrolan) -> None:
    minta(sari)
    selesaikan(sari, jalankan(sari))
    sari.tulis(f"/pekerjaan batal {_id(sari)}")
    assert "sudah berakhir" in sari.layar
    sari.tekan("Lihat hasilnya")
    assert sari.layar.teks == "Ini hasilnya."


def test_the_file_again_while_it_is_kept(d: Dunia, sari: Obrolan, tmp_path: Path) -> None:
    minta(sari)
    tempat = jalankan(sari)
    selesaikan(sari, tempat, "a.xlsx")
    desa = dunia_milik(sari, tmp_path)
    (tmp_path / FOLDER / tempat).mkdir(parents=True)
    (tmp_path / FOLDER / tempat / "a.xlsx").write_bytes(b"isi")
    assert dokumen.buat("kerja", desa, {"id": _id(sari)}, d.hari_ini) == b"isi"
    sari.tulis("/pekerjaan")
    assert sari.layar.teks == "Pekerjaan Anda\nUnduhan kegiatan: selesai 20 November 2026"
    assert sari.layar.label == ["Kirim lagi"]
    AntreanQ(d.tx).bersihkan(d.kini + SIMPAN)
    with pytest.raises(LookupError):
        dokumen.buat("kerja", desa, {"id": _id(sari)}, d.hari_ini)


def test_nobody_elses_file(d: Dunia, sari: Obrolan, budi: Obrolan, tmp_path: Path) -> None:
    minta(sari)
    tempat = jalankan(sari)
    selesaikan(sari, tempat, "a.xlsx")
    (tmp_path / FOLDER / tempat).mkdir(parents=True)
    (tmp_path / FOLDER / tempat / "a.xlsx").write_bytes(b"isi")
    with pytest.raises(LookupError):
        dokumen.buat("kerja", dunia_milik(budi, tmp_path), {"id": _id(sari)}, d.hari_ini)
    for kata_ in ("kirim", "batal", "ulang"):
        budi.tulis(f"/pekerjaan {kata_} {_id(sari)}")
        ada = budi.layar.teks
        budi.tulis(f"/pekerjaan {kata_} 999999")
        assert budi.layar.teks == ada
        assert "Saya tidak menemukan pekerjaan itu." in budi.layar
    assert status(budi) == []


def test_after_a_week_it_is_made_again(d: Dunia, sari: Obrolan) -> None:
    minta(sari)
    selesaikan(sari, jalankan(sari), "a.xlsx")
    d.lewat(SIMPAN)
    sari.tulis("/pekerjaan")
    assert "Tidak ada yang sedang disiapkan." in sari.layar
    sari.tulis(f"/pekerjaan kirim {_id(sari)}")
    assert "disimpan tujuh hari, dan sekarang sudah dibersihkan" in sari.layar
    sari.tekan("Buat lagi")
    assert "sedang disiapkan" in sari.layar
    sari.tulis(f"/pekerjaan kirim {_id(sari, 1)}")
    assert "segera dimulai" in sari.layar
    assert sari.layar.label == ["Sampai mana?", "Batalkan"]


def test_a_file_that_the_disk_has_lost_is_made_again(sari: Obrolan) -> None:
    minta(sari)
    selesaikan(sari, jalankan(sari), "a.xlsx")
    sari.tulis("/pekerjaan")
    sari.tekan("Kirim lagi")
    assert "sekarang sudah dibersihkan" in sari.layar


def test_what_did_not_succeed_is_tried_again(d: Dunia, sari: Obrolan) -> None:
    minta(sari)
    AntreanQ(d.tx).gagal(jalankan(sari), "OSError", "", d.kini)
    sari.tulis("/pekerjaan")
    assert sari.layar.teks == "Pekerjaan Anda\nUnduhan kegiatan: belum berhasil"
    sari.tulis(f"/pekerjaan kirim {_id(sari)}")
    assert "Unduhan kegiatan belum berhasil disiapkan. Catatan Anda aman." in sari.layar
    sari.tekan("Coba lagi")
    assert "sedang disiapkan" in sari.layar


# -- words -----------------------------------------------------------------------------------------------------------


def test_the_pace_is_not_guessed_before_there_is_one(d: Dunia, sari: Obrolan) -> None:
    minta(sari)
    k = dunia_milik(sari).kerja.berjalan()[0]
    jalan = replace(k, status="jalan", mulai=d.kini, n=5, dari=10)
    assert kata.sebut_maju(k, d.kini) == "menunggu giliran"
    assert kata.sebut_maju(jalan, d.kini) == "50 %"
    assert kata.sebut_maju(replace(jalan, mulai=None), d.kini) == "50 %"
    assert kata.sebut_maju(replace(jalan, n=0), d.kini + 60) == "0 %"
    assert kata.sebut_maju(replace(jalan, n=5), d.kini + 600) == "50 %, kira-kira 10 menit lagi"
    assert "Hasilnya saya kirim begitu selesai" in kata.kemajuan(jalan, d.kini).teks
    assert "wilayah tugas Anda" in kata.tiada(k).teks
    assert "beberapa kali dicoba" in kata.gagal(k, berulang=True).teks


def test_its_file_is_named_where_there_is_one(sari: Obrolan) -> None:
    minta(sari)
    k: Kerja = dunia_milik(sari).kerja.berjalan()[0]
    assert kata.dengan_berkas(Pesan("Ini."), k, "") == Pesan("Ini.")
    pesan = kata.dengan_berkas(Pesan("Ini."), k, "a.xlsx")
    assert pesan.berkas
    assert pesan.berkas.bahan == {"id": k.id}
    kecil = kata.terlalu_besar(pesan, 63_400_000, 50_000_000)
    assert kecil.berkas is None
    assert "Berkasnya 63 MB" in kecil.teks
    assert "(50 MB)" in kecil.teks


def _id(o: Obrolan, ke: int = 0) -> int:
    rows = o.dunia.tx.all("SELECT id FROM kerja WHERE orang_id = ? ORDER BY id", (o.id,))
    return int(rows[ke]["id"])
