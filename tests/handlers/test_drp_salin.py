"""Rows copied into DRP by hand: one tap a row, ticked as they were shown, and said when they changed since."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest

from data.kegiatan import Isi
from handlers import dokumen
from handlers.catatan.drp import drp
from handlers.catatan.drp_salin import drp_salin
from handlers.catatan.riwayat import riwayat
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Layar, Obrolan, tabel


@pytest.fixture
def sari() -> Obrolan:
    return Dunia(tabel(riwayat, drp, drp_salin)).orang("Bu Sari")


def catat(o: Obrolan, hari: str = "2026-11-03", jam: str = "09:00-11:00", cara: str = "desa", **lain: str) -> str:
    tempat = KECAMATAN if cara == "koordinasi" else f"{KECAMATAN}.2013"
    isi: dict[str, Any] = {"desa": tempat, "kegiatan": "AS11", "hasil": f"Hasil {hari}.", **lain}
    return o.desa.kegiatan.catat(Isi(tanggal=hari, jam=jam, menit=120, cara=cara, **isi), [], None)


def ubah(o: Obrolan, nomor: str, **lain: object) -> None:
    k = o.desa.kegiatan.ambil(nomor)
    assert k
    o.desa.kegiatan.ubah(k, lain, "")


def test_one_tap_a_row_in_the_order_of_drp(sari: Obrolan) -> None:
    """Activities, then visits, each from the oldest."""
    kunjungan = catat(sari, "2026-11-02")
    rapat2 = catat(sari, "2026-11-09", cara="koordinasi")
    rapat1 = catat(sari, "2026-11-04", cara="koordinasi")
    sari.tulis("salin drp")
    for nomor, judul in (
        (rapat1, "Aktivitas ke-1"),
        (rapat2, "Aktivitas ke-2"),
        (kunjungan, "Kunjungan lapangan ke-1"),
    ):
        assert judul in sari.layar
        assert sari.layar.tombol == ["Sudah disalin", "Lewati dulu", "Daftar"]
        assert f"sudah {nomor} " in sari.layar.data("Sudah disalin")
        sari.tekan("Sudah disalin")
        assert f"✓ #{nomor} ditandai" in sari.layar
    assert "Semua 3 baris November 2026 sudah disalin." in sari.layar
    assert sari.layar.tombol == ["Daftar", "Cocokkan PDF DRP", "Rekap DRP"]
    assert "Sudah disalin ke DRP: 3 dari 3 baris." in sari.tekan("Rekap DRP")
    assert "Salin satu-satu" not in sari.layar.tombol, "nothing is left to copy"
    assert sari.tekan("Daftar salinan").tombol == ["Rekap DRP"]
    assert len(sari.layar.daftar) == 3


def test_the_fields_stand_in_the_order_of_drp(sari: Obrolan) -> None:
    catat(sari, hasil="Papan terpasang")
    layar = sari.tulis("/drp_salin")
    assert layar.pesan.teks.split("\n\n")[1].splitlines() == [
        "Tanggal: 03/11/26",
        "Waktu: 09.00–11.00",
        "Durasi: 2 jam",
        "Jenis kegiatan: Pelaksanaan Pembangunan Desa",
        "Kunjungan lapangan: ya",
        "Lokasi: Desa Sukamaju, Cibeber, Kabupaten Cianjur, Jawa Barat",
        "Deskripsi kegiatan:",
        "Pantau pembangunan fisik desa. Papan terpasang.",
    ]


def test_left_for_later_it_comes_again_at_the_end(sari: Obrolan) -> None:
    satu, dua = catat(sari, "2026-11-03"), catat(sari, "2026-11-04")
    sari.tulis("/drp_salin")
    sari.tekan("Lewati dulu")
    assert dua in sari.layar.data("Sudah disalin")
    sari.tekan("Sudah disalin")
    assert satu in sari.layar.data("Sudah disalin")
    sari.tekan("Lewati dulu")
    assert satu in sari.layar.data("Sudah disalin"), "nothing else waits"
    assert "Tinggal baris ini" in sari.layar


def test_a_tick_is_taken_back(sari: Obrolan) -> None:
    nomor = catat(sari)
    sari.tulis(f"/drp_salin sudah disalin {nomor}")
    sari.tekan("Daftar")
    assert sari.layar.daftar == ["✓ 03/11 Sukamaju"]
    layar = sari.tekan("✓ 03/11 Sukamaju")
    assert "Sudah disalin." in layar
    assert layar.tombol == ["Belum disalin", "Berikutnya", "Daftar"]
    layar = sari.tekan("Belum disalin")
    assert f"#{nomor} ditandai belum disalin." in layar
    assert "Sudah disalin" in layar.tombol
    assert "0 dari 1 baris" in sari.tekan("Daftar")


def test_changed_since_it_was_copied(sari: Obrolan) -> None:
    nomor = catat(sari)
    sari.tulis(f"/drp_salin sudah {nomor}")
    ubah(sari, nomor, jam="09:00-12:00", menit=180, hasil="Lain.", masalah="Hujan")
    assert "0 dari 1 baris. 1 berubah sejak disalin." in sari.tulis("drp")
    layar = sari.tekan("Salin satu-satu")
    assert "Berubah sejak disalin: jam 09.00–11.00 → 09.00–12.00, deskripsi." in layar
    assert sari.tekan("Daftar").daftar == ["✎ 03/11 Sukamaju"]
    sari.tekan("✎ 03/11 Sukamaju")
    sari.tekan("Sudah disalin")
    assert "1 dari 1 baris." in sari.tulis("drp")


def test_every_part_that_may_change_is_named(sari: Obrolan) -> None:
    nomor = catat(sari)
    sari.tulis(f"/drp_salin sudah {nomor}")
    ubah(sari, nomor, tanggal="2026-11-05", kegiatan="PR01", desa=KECAMATAN, cara="koordinasi")
    assert (
        "Berubah sejak disalin: tanggal 03/11/26 → 05/11/26, "
        "kegiatan Pantau pembangunan fisik desa → Rakor kecamatan, "
        "lokasi Desa Sukamaju → Kecamatan Cibeber, kunjungan ya → tidak."
    ) in sari.tulis("/drp_salin")
    sari.dunia.raw.execute("UPDATE drp_salin SET isi = replace(isi, '32.03.03.2013', '99.99')")
    assert "lokasi 99.99 → Kecamatan Cibeber" in sari.tulis("/drp_salin")


def test_what_changed_since_it_was_shown_is_not_ticked(sari: Obrolan) -> None:
    nomor = catat(sari)
    lama = sari.tulis("/drp_salin")
    ubah(sari, nomor, hasil="Isi yang baru")
    layar = sari.tekan("Sudah disalin", layar=lama)
    assert "berubah sejak ditampilkan" in layar
    assert "Isi yang baru" in layar
    assert sari.dunia.hitung("drp_salin") == 0
    sari.tekan("Sudah disalin")
    assert sari.dunia.hitung("drp_salin") == 1


def test_deleted_after_it_was_copied(sari: Obrolan) -> None:
    nomor = catat(sari)
    lama = sari.tulis("/drp_salin")
    sari.tekan("Sudah disalin")
    k = sari.desa.kegiatan.ambil(nomor)
    assert k
    sari.desa.kegiatan.hapus(k)
    terhapus = f"Sudah disalin, lalu dihapus di sini: 03/11/26 09.00–11.00 (#{nomor}). Periksa juga di DRP."
    assert terhapus in sari.tulis("drp")
    assert terhapus in sari.tulis("/drp_salin daftar")
    assert "tidak ada dalam riwayat Anda" in sari.tekan("Sudah disalin", layar=lama)


def test_deleted_after_it_was_changed_is_told_as_it_was_copied(sari: Obrolan) -> None:
    """That is what stands in DRP."""
    nomor = catat(sari)
    sari.tulis(f"/drp_salin sudah {nomor}")
    ubah(sari, nomor, jam="13:00-15:00")
    k = sari.desa.kegiatan.ambil(nomor)
    assert k
    sari.desa.kegiatan.hapus(k)
    assert f"dihapus di sini: 03/11/26 09.00–11.00 (#{nomor})." in sari.tulis("drp")


def test_moved_to_another_month_after_it_was_shown_or_copied(sari: Obrolan) -> None:
    nomor = catat(sari)
    lama = sari.tulis("/drp_salin")
    sari.tekan("Sudah disalin")
    ubah(sari, nomor, tanggal="2026-10-31")
    pindah = f"Sudah disalin, lalu pindah tanggal di sini: 03/11/26 09.00–11.00 (#{nomor}) ke 31/10/26."
    assert pindah in sari.tulis("drp")
    assert pindah not in sari.tulis("drp oktober")
    assert "tanggal 03/11/26 → 31/10/26" in sari.tulis("/drp_salin oktober")
    layar = sari.tekan("Sudah disalin", layar=lama)
    assert "berubah sejak ditampilkan" in layar
    assert "Oktober 2026" in layar


def test_many_that_were_deleted_are_counted(sari: Obrolan) -> None:
    for hari in range(1, 21):
        nomor = catat(sari, f"2026-11-{hari:02}")
        k = sari.desa.kegiatan.ambil(nomor)
        assert k
        sari.desa.drp_salin.tandai(k)
        sari.desa.kegiatan.hapus(k)
    layar = sari.tulis("drp")
    assert ", dan 12 lainnya. Periksa juga di DRP." in layar
    assert len(layar.teks) < 1024


def test_an_empty_month(sari: Obrolan) -> None:
    layar = sari.tulis("/drp_salin oktober")
    assert "Belum ada catatan di Oktober 2026." in layar
    assert layar.tombol == ["Rekap DRP"]
    assert "Salin satu-satu" not in sari.tulis("drp oktober").tombol


def test_a_long_list_has_pages(sari: Obrolan) -> None:
    for hari in range(1, 19):
        catat(sari, f"2026-11-{hari:02}", kegiatan="AS01")
    layar = sari.tulis("/drp_salin daftar")
    assert len(layar.daftar) == 7
    assert layar.tombol == ["Lanjut menyalin", "Lanjut ›"]
    assert all(len(b.ket) <= 72 for b in layar.pesan.daftar)
    layar = sari.tekan("Lanjut ›")
    assert layar.tombol == ["Lanjut menyalin", "Lanjut ›", "‹ Sebelumnya"]
    assert len(sari.tekan("Lanjut ›").daftar) == 4
    assert len(sari.tulis("/drp_salin daftar 99").daftar) == 4, "the last there is"
    assert sari.tekan("Lanjut menyalin").tombol[0] == "Sudah disalin"


def test_more_than_a_hundred_sheets_are_all_there(sari: Obrolan) -> None:
    for hari in range(1, 21):
        for jam in range(8, 14):
            catat(sari, f"2026-11-{hari:02}", f"{jam:02}:00-{jam + 1:02}:00", hasil="kata " * 600)
    assert "(99/120)" in sari.tulis("/drp 2026-11 kunjungan 99")
    assert "(100/120)" in sari.tekan("Lanjut ›")


def test_a_number_of_another_month_leads_there(sari: Obrolan) -> None:
    nomor = catat(sari, "2026-10-05")
    layar = sari.tulis(f"/drp_salin {nomor}")
    assert layar.pesan.judul == "Kunjungan lapangan ke-1, Oktober 2026"
    assert "Oktober 2026" in sari.tulis(f"/drp_salin 2026-11 lihat {nomor}")
    assert "tidak ada" in sari.tulis("/drp_salin K-2611-9999")


def test_somebody_else_s_row_is_not_there(sari: Obrolan) -> None:
    nomor = catat(sari)
    budi = sari.dunia.orang("Pak Budi")
    ada, tiada = (budi.tulis(f"/drp_salin sudah {n}").teks.replace(n, "#") for n in (nomor, "K-2611-9999"))
    assert ada == tiada
    assert sari.dunia.hitung("drp_salin") == 0


def test_the_workbook_says_which_are_copied(sari: Obrolan) -> None:
    sudah, berubah = catat(sari, "2026-11-03"), catat(sari, "2026-11-04")
    catat(sari, "2026-11-05")
    for nomor in (sudah, berubah):
        sari.tulis(f"/drp_salin sudah {nomor}")
    ubah(sari, berubah, hasil="Lain.")
    isi = dokumen.buat("drp_xlsx", sari.desa, {"bulan": "2026-11"}, date(2026, 11, 20))
    with zipfile.ZipFile(io.BytesIO(isi)) as buku:
        teks = buku.read("xl/sharedStrings.xml").decode()
    assert all(f">{kata}<" in teks for kata in ("Sudah disalin", "ya", "belum", "berubah sejak disalin"))


def test_a_name_that_is_long_is_cut_in_the_list(sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    catat(sari)
    monkeypatch.setattr("handlers.catatan.drp_salin.sebut_kegiatan", lambda _: "a" * 100)
    layar: Layar = sari.tulis("/drp_salin daftar")
    assert layar.pesan.daftar[0].ket.endswith("…")
    assert len(layar.pesan.daftar[0].ket) == 72
