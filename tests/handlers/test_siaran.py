"""/siaran: a text for the public out of one entry; consent before a face is shown, and no number that is not public."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from data.desa import Desa
from data.masalah.lapor import Laporan
from data.media import Gudang, MediaQ
from data.pengaturan import Pengaturan
from data.siaran import SEMUA, TANPA_WAJAH, Siaran
from handlers import dokumen
from handlers.dialog.tombol import tulis
from handlers.isian import kolom_foto
from handlers.siaran.tulis import JUDUL, PEKA, PENERIMA, TEKS, pendekkan, tutup
from tests.handlers.dialog.obrolan import KECAMATAN, Obrolan
from tests.handlers.tim_dunia import ISI as ENTRI
from tests.handlers.tim_dunia import SUKAMAJU, catat, dunia, orang

TELEPON = "0812-3456-7890"


@pytest.fixture
def sari() -> Obrolan:
    return orang(dunia(), "Bu Sari")


def berfoto(o: Obrolan, jumlah: int = 2, **lain: str) -> str:
    return o.desa.kegiatan.catat(replace(ENTRI, **lain), kolom_foto(o.gambar(jumlah)), None)  # type: ignore[arg-type]


def terakhir(o: Obrolan) -> Siaran:
    return o.desa.siaran.milik()[0]


# -- the words ---------------------------------------------------------------------------------------------------------


def test_composed_of_the_entry_alone_and_without_its_problem(sari: Obrolan) -> None:
    k = catat(
        sari, peserta=34, peserta_l=22, peserta_p=12, masalah="Semen terlambat.", tindak_lanjut="Pesan semen besok"
    )
    layar = sari.tulis(f"siaran {k}")
    assert layar.pesan.teks.startswith(
        "Pantau pembangunan fisik desa di Desa Sukamaju\n\nDesa Sukamaju, Kecamatan Cibeber, Kamis 19 November 2026.\n\n"
        "Papan proyek terpasang.\n\nPeserta 34 orang (22 laki-laki, 12 perempuan).\n\nTindak lanjut: Pesan semen besok.\n\n⚠ "
    )
    assert "Semen terlambat" not in layar
    assert layar.tombol == ["Pakai", "Ubah judul", "Ubah teks"]


def test_of_a_kecamatan_and_with_participants_that_were_not_told_apart(sari: Obrolan) -> None:
    layar = sari.tulis(f"siaran {catat(sari, desa=KECAMATAN, cara='koordinasi', peserta=9)}")
    assert "Kecamatan Cibeber, Kabupaten Cianjur, Kamis 19 November 2026." in layar
    assert "Peserta 9 orang.\n" in layar


def test_however_long_the_entry_is_it_fits_and_says_so(sari: Obrolan) -> None:
    for hasil, lanjut in (
        ("Disepakati usulan. " * 60, "x"),
        ("kata " * 300, "Pesan semen. " * 40),
        ("x" * 2000, "y" * 500),
    ):
        layar = sari.tulis(f"siaran {catat(sari, hasil=hasil, tindak_lanjut=lanjut)}")
        assert "Dipendekkan supaya muat." in layar
        assert len(layar.pesan.teks) <= 1024, "one WhatsApp screen with buttons"
        sari.tekan("Pakai")
        s = terakhir(sari)
        assert len(s.judul) <= JUDUL
        assert len(s.teks) <= TEKS
        assert len(s.judul) + len(s.teks) <= 900


@pytest.mark.parametrize(
    ("teks", "batas", "harap"),
    [
        ("Pendek.", 20, "Pendek."),
        ("Satu dua. Tiga empat lima.", 20, "Satu dua."),
        ("Satu. Dua tiga empat lima enam tujuh.", 30, "Satu. Dua tiga empat lima…"),
        ("satuduatigaempat", 10, "satuduati…"),
    ],
)
def test_whole_sentences_before_whole_words(teks: str, batas: int, harap: str) -> None:
    assert pendekkan(teks, batas) == harap
    assert len(harap) <= batas


def test_numbers_of_people_are_covered_and_money_is_not() -> None:
    assert tutup(f"Hubungi {TELEPON} atau +62 812 3456 7890.") == "Hubungi •••• atau ••••."
    assert tutup("Rp 120.000.000 untuk 120 meter, 20-11-2026.") == "Rp 120.000.000 untuk 120 meter, 20-11-2026."
    for nomor in ("(0812) 3456 7890", "0812 - 3456 - 7890", "0812–3456–7890", "0812/3456/7890", "०८१२३४५६७८९०"):
        assert tutup(f"Hubungi {nomor} saja.") == "Hubungi •••• saja."
    assert tutup("Pukul 08.30-11.45, 0,81 km, usulan 081.") == "Pukul 08.30-11.45, 0,81 km, usulan 081."
    assert "••••" in tutup("NIK 3203011501900001")
    assert "••••" in tutup("No rek BRI 1234567890123")


def test_what_must_be_looked_at_is_said(sari: Obrolan) -> None:
    sari.tulis(f"siaran {catat(sari, kegiatan='AS13', hasil=f'Diserahkan, hubungi Pak Dadang {TELEPON}.')}")
    assert TELEPON not in sari.layar
    assert "•••• menutup nomor orang" in sari.layar
    assert PENERIMA in sari.layar
    assert "Ada nama orang (Pak Dadang): pastikan orangnya setuju." in sari.layar
    sari.tulis("batal")
    sari.tulis(f"siaran {catat(sari)}")
    assert "Ada nama orang di dalamnya? Pastikan orangnya setuju." in sari.layar
    assert PENERIMA not in sari.layar
    assert PEKA not in sari.layar


def test_an_entry_with_a_secret_problem_is_read_once_more(sari: Obrolan) -> None:
    k = catat(sari)
    m, _ = sari.desa.masalah.lapor(Laporan(SUKAMAJU, "blt", "Ada.", "pendamping", rahasia=True), [], "", None)
    sari.dunia.tx.run(
        "UPDATE masalah SET kegiatan_id = (SELECT id FROM kegiatan WHERE nomor = ?) WHERE id = ?", (k, m.id)
    )
    assert PEKA in sari.tulis(f"siaran {k}")
    assert PEKA in orang_dengan(sari, "Dugaan kekerasan di rumah tangga dibahas.")


def orang_dengan(o: Obrolan, hasil: str) -> str:
    o.tulis("batal")
    return o.tulis(f"siaran {catat(o, hasil=hasil)}").teks


def test_own_words_as_often_as_one_likes(sari: Obrolan) -> None:
    sari.tulis(f"siaran {catat(sari)}")
    sari.tekan("Ubah judul")
    assert "Tulisannya" in sari.tulis("x" * (JUDUL + 1))
    assert "Papan baru\n\n" in sari.tulis("Papan\nbaru")
    sari.tekan("Ubah teks")
    assert "lebih lengkap" in sari.tulis("ok")
    assert "Papan terpasang, info ••••." in sari.tulis(f"Papan terpasang, info {TELEPON}.")
    sari.tekan("Ubah teks")
    sari.tulis("Papan proyek terpasang di dua dusun.")
    assert "Ketik pakai" in sari.tulis("zzz")
    layar = sari.tulis("pakai")
    assert (layar.pesan.judul, layar.pesan.teks) == ("Papan baru", "Papan proyek terpasang di dua dusun.")
    assert layar.pesan.berkas is None
    assert layar.tombol == ["Kartu R-2611-0001", "Ubah", "Tarik kembali"]


# -- which entry -------------------------------------------------------------------------------------------------------


def test_the_last_ten_those_with_pictures_first_or_any_by_number(sari: Obrolan) -> None:
    lama = catat(sari, tanggal="2026-10-01", hasil="Yang lama.")
    for n in range(1, 11):
        catat(sari, tanggal=f"2026-11-{n:02}")
    foto = berfoto(sari, tanggal="2026-11-05", jam="13:00-14:00")
    layar = sari.tulis("siaran")
    assert layar.pesan.daftar[0].ket == "2 foto, Pantau pembangunan fisik desa"
    assert len(layar.daftar) == 10
    assert "Yang lama." in sari.tulis(lama)
    sari.tulis("batal")
    sari.tulis("buat berita")
    sari.ketuk(sari.layar.semua[0].data)
    assert sari.jawaban["nomor"] == foto
    assert "Pilih catatannya" in sari.tulis("kembali") or sari.layar.daftar


def test_none_without_entries_without_a_result_and_not_of_others(sari: Obrolan) -> None:
    assert "Catat dulu" in sari.tulis("siaran")
    budi = orang(sari.dunia, "Pak Budi")
    k = catat(budi)
    assert f"Catatan #{k} tidak ada" in sari.tulis(f"siaran {k}")
    kosong = catat(sari)
    sari.dunia.tx.run("UPDATE kegiatan SET hasil = '' WHERE nomor = ?", (kosong,))
    assert "Catat dulu" in sari.tulis(f"siaran {kosong}")


def test_a_yes_is_to_the_words_that_were_shown(sari: Obrolan) -> None:
    k = berfoto(sari)
    sari.tulis(f"siaran {k}")
    sari.tekan("Pakai")
    satu = sari.desa.kegiatan.ambil(k)
    assert satu
    sari.desa.kegiatan.ubah(satu, {"hasil": "Belum terpasang."}, "keliru")
    layar = sari.tekan("Tanpa foto")
    assert "Belum terpasang." in layar
    assert layar.tombol == ["Pakai", "Ubah judul", "Ubah teks"]
    assert sari.dunia.hitung("siaran") == 0


def test_a_made_up_button_is_no_entry(sari: Obrolan) -> None:
    catat(sari)
    sari.tulis("siaran")
    assert sari.terbuka
    assert "Pilih catatannya" in sari.ketuk(tulis(sari.terbuka.id, "nomor", "abc"))
    sari.tulis("batal")
    sari.tulis("/siaran_ubah judul")
    assert "Siaran nomor berapa?" in sari.layar


def test_only_what_means_it_begins_one(sari: Obrolan) -> None:
    catat(sari)
    sari.tulis("siaran langsung di tv desa ramai")
    assert sari.terbuka is None or sari.terbuka.dialog != "siaran"
    sari.tulis("/siaran apa saja")
    assert "Kegiatan mana" in sari.layar


def test_from_the_card_of_an_entry(sari: Obrolan) -> None:
    nomor = catat(sari, hasil="Papan proyek terpasang di dua dusun.")
    sari.tulis(f"riwayat {nomor}")
    assert "Papan proyek terpasang di dua dusun." in sari.tekan("Buat siaran")
    assert sari.layar.tombol == ["Pakai", "Ubah judul", "Ubah teks"]


def test_an_entry_deleted_meanwhile_is_not_written_about(sari: Obrolan) -> None:
    k = catat(sari)
    sari.tulis(f"siaran {k}")
    satu = sari.desa.kegiatan.ambil(k)
    assert satu
    sari.desa.kegiatan.hapus(satu)
    assert f"Catatan #{k} tidak ada" in sari.tulis("pakai")
    assert sari.dunia.hitung("siaran") == 0


# -- pictures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "izin"), [("Semua setuju", SEMUA), ("Tidak ada wajah", TANPA_WAJAH)])
def test_a_picture_only_with_a_word_about_the_faces(sari: Obrolan, label: str, izin: str) -> None:
    k = berfoto(sari)
    sari.tulis(f"siaran {k}")
    layar = sari.tekan("Pakai")
    assert len(layar.pesan.foto or ()) == 2
    assert layar.tombol == ["Foto 1", "Foto 2", "Tanpa foto"]
    layar = sari.tekan("Foto 2")
    assert "orang tuanya yang harus setuju" in layar
    assert sari.dunia.hitung("siaran") == 0, "nothing before the answer"
    layar = sari.tekan(label)
    s = terakhir(sari)
    assert (s.izin, s.foto) == (izin, layar_foto(sari, k)[1])
    assert layar.pesan.berkas
    assert (layar.pesan.berkas.nama, layar.pesan.berkas.gambar) == ("R-2611-0001.jpg", True)


def layar_foto(o: Obrolan, k: str) -> list[str]:
    satu = o.desa.kegiatan.ambil(k)
    assert satu
    return [f.sidik for f in o.desa.kegiatan.foto(satu.id)]


def test_not_yet_puts_the_picture_aside_until_none_is_left(sari: Obrolan) -> None:
    sari.tulis(f"siaran {berfoto(sari)}")
    sari.tekan("Pakai")
    sari.tekan("Foto 1")
    layar = sari.tekan("Belum")
    assert "tidak dipakai dulu" in layar
    assert layar.tombol == ["Foto 1", "Tanpa foto"]
    sari.tekan("Foto 1")
    assert sari.tulis("belum").pesan.berkas is None
    assert (terakhir(sari).foto, terakhir(sari).izin) == ("", "")


def test_without_a_picture_when_one_says_so(sari: Obrolan) -> None:
    sari.tulis(f"siaran {berfoto(sari)}")
    sari.tekan("Pakai")
    assert sari.tulis("tidak usah").pesan.berkas is None


def jpg_bergps() -> bytes:
    """A big picture whose camera wrote down where it stood, and that lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "KameraRahasia"
    exif.get_ifd(0x8825)[2] = (6.0, 55.0, 48.0)
    keluar = io.BytesIO()
    Image.effect_noise((2400, 1600), 80).convert("RGB").save(keluar, "JPEG", exif=exif, quality=95)
    return keluar.getvalue()


def test_the_picture_goes_out_small_and_without_where_it_was_taken(sari: Obrolan, tmp_path: Path) -> None:
    asli = jpg_bergps()
    assert b"KameraRahasia" in asli
    sidik = Gudang(tmp_path).simpan(asli)
    MediaQ(sari.dunia.tx).daftarkan(sidik, "image/jpeg", len(asli), sari.dunia.kini)
    k = berfoto(sari, 1)
    sari.dunia.tx.run("UPDATE kegiatan_foto SET sidik = ?", (sidik,))
    sari.tulis(f"siaran {k}")
    sari.tekan("Pakai")
    sari.tekan("Foto 1")
    sari.tekan("Semua setuju")
    desa = Desa(sari.dunia.tx, sari.konteks.orang, "uji", sari.dunia.kini, Pengaturan(media=tmp_path))
    isi = dokumen.buat("siaran_jpg", desa, {"nomor": "R-2611-0001"}, sari.dunia.hari_ini)
    assert b"KameraRahasia" not in isi
    assert len(isi) <= 400_000 < len(asli)
    with Image.open(io.BytesIO(isi)) as gambar:
        assert gambar.format == "JPEG"
        assert not gambar.getexif()
        assert gambar.height > gambar.width, "turned upright before the note about it went"


def test_the_text_arrives_even_where_its_picture_cannot_be_read(sari: Obrolan, tmp_path: Path) -> None:
    k = berfoto(sari, 1)
    sari.tulis(f"siaran {k}")
    sari.tekan("Pakai")
    sari.tekan("Foto 1")
    sari.tekan("Semua setuju")
    for media in (None, tmp_path):
        desa = Desa(sari.dunia.tx, sari.konteks.orang, "uji", sari.dunia.kini, Pengaturan(media=media))
        with Image.open(
            io.BytesIO(dokumen.buat("siaran_jpg", desa, {"nomor": "R-2611-0001"}, sari.dunia.hari_ini))
        ) as g:
            assert g.size == (720, 200)
    satu = sari.desa.kegiatan.ambil(k)
    assert satu
    sari.desa.kegiatan.ganti_foto(satu, [], "bukan")
    for nomor in ("R-2611-0001", "R-2611-0009"):
        with pytest.raises(LookupError):
            dokumen.buat("siaran_jpg", sari.desa, {"nomor": nomor}, sari.dunia.hari_ini)


# -- afterwards --------------------------------------------------------------------------------------------------------


def tersimpan(o: Obrolan, *, foto: bool = True) -> str:
    """The entry's number; the text's is R-2611-0001."""
    k = berfoto(o) if foto else catat(o)
    o.tulis(f"siaran {k}")
    o.tekan("Pakai")
    if foto:
        o.tekan("Foto 1")
        o.tekan("Semua setuju")
    return k


def test_the_card_changes_one_thing_at_a_time_and_sends_it_again(sari: Obrolan) -> None:
    tersimpan(sari)
    layar = sari.tekan("Kartu R-2611-0001")
    assert "Foto: semua yang tampak setuju." in layar
    assert layar.tombol == ["Ubah judul", "Ubah teks", "Ganti foto", "Kirim lagi", "Tarik kembali", "Siaran saya"]
    assert sari.tekan("Kirim lagi").pesan.judul == "Pantau pembangunan fisik desa di Desa Sukamaju"
    sari.tulis("siaran_ubah R-2611-0001")
    sari.tekan("Judul")
    assert sari.tulis("Judul  baru").pesan.judul == "Judul baru"
    sari.tulis("ubah r-2611-0001 teks")
    assert sari.tulis("Papan proyek sudah terpasang.").pesan.teks == "Papan proyek sudah terpasang."
    sari.tulis("/siaran_ubah R-2611-0001 foto")
    sari.tekan("Foto 2")
    sari.tekan("Tidak ada wajah")
    assert "Foto: tidak ada wajah." in sari.tulis("/siaran R-2611-0001")
    sari.tulis("/siaran_ubah R-2611-0001 foto")
    sari.tekan("Tanpa foto")
    assert "Tanpa foto." in sari.tulis("/siaran_lihat r-2611-0001")


def test_without_pictures_there_is_none_to_change(sari: Obrolan) -> None:
    tersimpan(sari, foto=False)
    assert "Ganti foto" not in sari.tekan("Kartu R-2611-0001").tombol
    assert sari.tulis("/siaran_ubah R-2611-0001").tombol == ["Judul", "Teks"]


def test_the_card_tells_what_became_of_the_entry(sari: Obrolan) -> None:
    k = sari.desa.kegiatan.ambil(tersimpan(sari))
    assert k
    sari.dunia.lewat(60)
    sari.desa.kegiatan.ubah(k, {"hasil": "Belum terpasang."}, "keliru")
    assert "berubah sesudah siaran ini dibuat" in sari.tulis("/siaran R-2611-0001")
    sari.desa.kegiatan.ganti_foto(k, [], "bukan itu")
    assert "tidak dikirim lagi" in sari.tulis("/siaran R-2611-0001")
    assert sari.tekan("Kirim lagi").pesan.berkas is None
    sari.desa.kegiatan.hapus(k)
    layar = sari.tulis("/siaran R-2611-0001")
    assert "sudah dihapus" in layar
    assert "berubah sesudah" not in layar


def test_taken_back_and_returned_within_ten_minutes(sari: Obrolan) -> None:
    tersimpan(sari)
    layar = sari.tekan("Tarik kembali")
    assert "hapus di sana juga" in layar
    assert "belum ada dalam daftar" in sari.tulis("/siaran_hapus R-2611-0001")
    assert "Siaran R-2611-0001" in sari.tekan("Kembalikan", layar=layar)
    assert "Siaran R-2611-0001" in sari.tulis("pulihkan R-2611-0001"), "twice is once"
    assert "ditarik" in sari.tulis("hapus R-2611-0001")
    sari.dunia.lewat(601)
    assert "Silakan buat yang baru" in sari.tulis("/siaran_pulihkan R-2611-0001")
    for perintah in ("siaran_hapus", "siaran_pulihkan"):
        assert "Belum ada siaran" in sari.tulis(f"/{perintah}")
        assert "belum ada dalam daftar" in sari.tulis(f"/{perintah} R-2611-0009")
    assert "belum ada dalam daftar" in sari.tulis("/siaran R-2611-0009")
    assert "belum ada dalam daftar" in sari.tulis("/siaran_ubah R-2611-0009")


def test_ones_own_list_page_by_page(sari: Obrolan) -> None:
    for n in range(10):
        sari.tulis(f"siaran {catat(sari, tanggal=f'2026-11-{n + 1:02}')}")
        sari.tekan("Pakai")
    layar = sari.tulis("siaran saya")
    assert "10 siaran" in layar
    assert layar.daftar[0] == "R-2611-0010"
    assert layar.tombol == ["Lebih lama ›", "Buat siaran"]
    layar = sari.tekan("Lebih lama ›")
    assert layar.daftar == ["R-2611-0002", "R-2611-0001"]
    assert layar.tombol == ["‹ Lebih baru", "Buat siaran"]
    assert orang(sari.dunia, "Pak Budi").tulis("siaran saya").tombol == ["Buat siaran"]
