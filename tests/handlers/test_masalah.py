"""/lapor, /masalah and what is done with one: what the transcripts do not show."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from data.faq import Temuan
from data.masalah import MasalahQ
from data.masalah.isi import ambil_masalah
from data.masalah.lapor import SEHARIAN, TAMBAHAN
from data.masalah.naik import pindahkan_masalah
from data.orang import KPMD, PD, TAPM_KAB, TAPM_PROV, OrangQ
from data.pengingat import BahanPengingat, MasalahTerbuka
from data.rekap import AngkaRekap
from handlers import dokumen
from handlers.dialog.dialog import Dialog
from handlers.dialog.keadaan import Keadaan
from handlers.masalah.baru import tombol_pantau
from handlers.masalah.cerita import bercerita, mau_lapor
from handlers.masalah.kabar import kabar_dilewati, kabar_naik, kabar_titip
from handlers.masalah.kartu import berikut, sebut_langkah
from handlers.masalah.sebut import bernomor, sebut_tenggat
from handlers.pengingat.kata import pesan_pengingat
from handlers.rekap.kata import _ditemani
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import PROVINSI, catat, kabar, kenal, orang, tugaskan

JALAN = "Jembatan di dusun dua putus sejak Senin."
BLT = "BLT kami dipotong lima puluh ribu."


@pytest.fixture(autouse=True)
def pencari(monkeypatch: pytest.MonkeyPatch) -> None:
    for modul in ("temukan", "tanyakan"):
        monkeypatch.setattr(f"handlers.tanya.{modul}.cari", lambda teks, terakhir=None: Temuan("tidak"))


@pytest.fixture
def ani(d: Dunia) -> Obrolan:
    return warga(d)


def warga(d: Dunia, nama: str = "Ani", *, setuju: bool = True) -> Obrolan:
    o = d.orang(nama, peran=None)
    OrangQ(d.tx).pasang_alamat(o.id, "uji", nama, d.kini)
    if not setuju:
        d.tx.run("UPDATE orang SET setuju = NULL, setuju_versi = 0 WHERE id = ?", (o.id,))
    return o


def lapor(o: Obrolan, isi: str = JALAN, tema: str = "pembangunan fisik", nama: str = "tanpa nama") -> str:
    o.tulis(f"/lapor {isi}")
    o.tulis("sukamaju cibeber")
    o.tulis(tema)
    o.tulis(nama)
    if "Siapa yang menerima?" in o.layar:
        o.tulis("pendamping di desa")
    o.tulis("kirim")
    return o.layar.pesan.judul.removeprefix("Laporan ")


# -- reporting --------------------------------------------------------------------------------------------------------


def test_who_never_agreed_to_be_kept_is_offered_no_name(d: Dunia, sari: Obrolan) -> None:
    asing = warga(d, "Orang Asing", setuju=False)
    asing.tulis(f"/lapor {JALAN}")
    asing.tulis("sukamaju cibeber")
    asing.tulis("pembangunan fisik")
    assert asing.layar.label == ["Tanpa nama"]
    assert "Boleh ditulis sedikit lebih lengkap?" in asing.tulis("a")
    asing.tulis("Pak Dadang")
    asing.tulis("kirim")
    (satu,) = kabar(sari)
    assert "Dari: Pak Dadang (warga)" in satu.teks
    assert "Asing" not in satu.teks


@pytest.mark.parametrize("kata", ["Tanpa nama", "anonim saja", "jangan pakai nama", "takut"])
def test_no_name_is_no_name_however_it_is_said(ani: Obrolan, sari: Obrolan, kata: str) -> None:
    nomor = lapor(ani, nama=kata)
    (satu,) = kabar(sari)
    assert "Dari: pelapor tanpa nama" in satu.teks
    layar = sari.tulis(f"/masalah {nomor}")
    assert "pelapor tanpa nama" in layar
    assert "Ani" not in sari.tulis(f"/masalah {nomor} riwayat").teks


def test_an_unnamed_cadre_is_not_even_a_cadre(d: Dunia, sari: Obrolan) -> None:
    lilis = orang(d, "Kader Lilis", KPMD)
    lapor(lilis)
    lapor(lilis, nama="Lilis")
    tanpa, bernama = kabar(sari)
    assert "kader" not in tanpa.teks.lower()
    assert "Dari: Lilis (kader)" in bernama.teks


@pytest.mark.parametrize("teks", ["aaaaaaa bbbb", "tes tes coba", "dasar kalian goblok", "12345 67890", "jalan"])
def test_what_tells_nothing_is_asked_for_again(ani: Obrolan, sari: Obrolan, teks: str) -> None:
    ani.tulis("lapor")
    assert "Boleh diceritakan sedikit lagi?" in ani.tulis(teks)
    assert "Di desa mana?" in ani.tulis(JALAN)
    assert not kabar(sari)


def test_five_a_day(ani: Obrolan, sari: Obrolan) -> None:
    for _ in range(SEHARIAN):
        lapor(ani)
    assert "Besok boleh melapor lagi" in ani.tulis("/lapor")
    assert len(kabar(sari)) == SEHARIAN


def test_what_was_just_asked_of_a_case_is_the_report(ani: Obrolan, sari: Obrolan) -> None:
    assert "Lapor masalah" in ani.tulis("kades kami korupsi dana jalan, lapor ke mana?").label
    assert "Di desa mana?" in ani.tekan("Lapor masalah")
    ani.tulis("sukamaju cibeber")
    ani.tulis("keuangan & dana desa")
    assert "kades kami korupsi dana jalan" in ani.tulis("tanpa nama")


def test_an_ordinary_question_is_no_report(ani: Obrolan, sari: Obrolan) -> None:
    ani.tulis("siapa yang boleh meminjam tenda desa?")
    assert "Ada masalah apa?" in ani.tulis("ada masalah")


def test_a_picture_and_a_secret_go_along(ani: Obrolan, sari: Obrolan, rina: Obrolan) -> None:
    ani.tulis(f"saya mau lapor {BLT}")
    ani.tulis("sukamaju cibeber")
    ani.tulis("blt desa")
    ani.tulis("tanpa nama")
    ani.tekan("+ Foto")
    ani.foto(1)
    ani.tulis("selesai")
    assert "Foto: 1" in ani.layar
    ani.tekan("+ Rahasiakan")
    ani.tekan("Jangan ke PLD")
    assert "Rahasia, untuk: Pendamping Desa di kecamatan saja" in ani.layar
    ani.tekan("Kirim")
    assert not kabar(sari)
    (satu,) = kabar(rina)
    nomor = satu.judul.split()[1]
    assert len(rina.tulis(f"/masalah {nomor}").pesan.foto) == 1
    assert "belum ada dalam daftar Anda" in sari.tulis(f"/masalah {nomor}")
    assert "Belum ada orang lain" in rina.tulis(f"/masalah_alih {nomor}"), "never to the PLD"
    assert "Di atasnya belum ada" in rina.tulis(f"/masalah_naik {nomor}")
    assert "memang rahasia" in rina.tulis(f"/masalah_rahasia {nomor}")
    assert "Rahasiakan" not in rina.tulis(f"/masalah {nomor} lain").label
    assert "Yang rahasia tidak ikut diunduh" in rina.tulis("/masalah xlsx")


def test_nobody_is_there_yet(ani: Obrolan) -> None:
    nomor = lapor(ani)
    assert "begitu ada yang bertugas, ia langsung melihatnya" in ani.layar
    assert "begitu ada, ia langsung melihatnya" in ani.tulis(f"/masalah {nomor}")
    ani.tekan("Tambah kata")
    assert "Tambahannya tersimpan." in ani.tulis("Sudah makin parah.")


def test_the_word_means_the_day_s_work_to_who_logs_it(sari: Obrolan) -> None:
    assert "Desa" in sari.tulis("lapor").teks
    assert sari.terbuka
    assert sari.terbuka.dialog == "catat"
    sari.tulis("batal")
    assert "Ada masalah apa?" in sari.tulis("ada masalah")
    sari.tulis("batal")
    sari.tulis("saya mau lapor irigasi jebol di sawah")
    assert sari.terbuka
    assert sari.terbuka.dialog == "masalah_baru"


@pytest.mark.parametrize(
    ("teks", "jadi"),
    [
        ("saya mau lapor jembatan putus", True),
        ("ada masalah irigasi jebol", True),
        ("pak, mau mengadu BLT dipotong", True),
        ("mau lapor ke mana ya?", False),
        ("laporan keuangan desa", False),
        ("ada musdes", False),
    ],
)
def test_who_wants_to_report(teks: str, jadi: bool) -> None:
    assert mau_lapor(teks) is jadi


def test_letters_tell_and_numbers_do_not() -> None:
    assert bercerita("jalan rusak")
    assert not bercerita("32.03.03.2013")


# -- one's own reports ------------------------------------------------------------------------------------------------


def test_a_closed_report_stays_closed(ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    ani.tulis(f"/laporan_beres {nomor}")
    for kata in ("laporan_tambah", "laporan_tarik", "laporan_belum"):
        assert "sudah ditutup" in ani.tulis(f"/{kata} {nomor}")
    assert "masih terbuka" in ani.tulis(f"/laporan_belum {lapor(ani)}")
    assert "jadi tidak ada yang berubah" in sari.tulis(f"/masalah_jawab {nomor}")
    assert "Dibuka lagi." in sari.tulis(f"/masalah_buka {nomor}")
    assert "masih terbuka" in sari.tulis(f"/masalah_buka {nomor}")


def test_done_it_asks_before_anything_else(ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    sari.tulis(f"/masalah_selesai {nomor}")
    sari.tulis("Sudah diperbaiki.")
    sari.tekan("Selesai")
    for kata in ("laporan_tambah", "laporan_tarik"):
        assert "Sudah beres?" in ani.tulis(f"/{kata} {nomor}")
    assert "sudah beres?" in ani.tulis("/masalah").pesan.daftar[0].ket
    ani.tulis(f"/laporan_belum {nomor}")
    sari.tulis(f"/masalah_buka {nomor}")
    assert "sudah dibuka lagi" in ani.tulis("Belum semua") or "masih terbuka" in ani.layar


def test_who_thinks_better_of_it_keeps_the_report(ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    ani.tulis(f"/laporan_tarik {nomor}")
    assert "laporannya tetap" in ani.tulis("jangan")
    sari.tulis(f"/masalah_teruskan {nomor}")
    sari.tulis("camat")
    sari.tulis("sudah")
    assert "Yang sudah diteruskan" in ani.tulis(f"/laporan_tarik {nomor}")
    ani.tulis("tarik")
    assert "ditarik" in ani.tulis(f"/masalah {nomor}")
    assert ani.layar.tombol == ["Laporan saya"]


def test_words_are_added_so_often_a_day(ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    for _ in range(TAMBAHAN):
        ani.tulis(f"/laporan_tambah {nomor}")
        ani.tulis("Masih sama.")
    assert "Besok boleh ditambah lagi" in ani.tulis(f"/laporan_tambah {nomor}")


def test_of_others_nothing_is_there(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    lain = warga(d, "Udin")
    for kata in ("laporan_tambah", "laporan_beres", "laporan_belum", "laporan_tarik", "masalah"):
        assert "belum ada dalam daftar Anda" in lain.tulis(f"/{kata} {nomor}")
    assert "belum ada dalam daftar Anda" in lain.tulis("/laporan_beres")
    assert "Masalah nomor berapa?" in lain.tulis("/laporan_tambah")


# -- working on it ----------------------------------------------------------------------------------------------------


def test_what_changes_meanwhile_is_said(ani: Obrolan, sari: Obrolan, rina: Obrolan) -> None:
    """Closed between the question and the answer: nothing is written, nobody is told."""
    awal = {
        "masalah_jawab": ["Besok dicek.", "kirim"], "masalah_catat": ["Sudah dicek."], "masalah_tenggat": ["besok"],
        "masalah_selesai": ["Beres.", "selesai"], "masalah_teruskan": ["camat", "sudah"], "masalah_tema": ["lainnya"],
        "masalah_alih": ["Bu Rina"],
    }  # fmt: skip
    for kata, jawaban in awal.items():
        nomor = lapor(ani)
        sari.tulis(f"/{kata} {nomor}")
        for satu in jawaban[:-1]:
            sari.tulis(satu)
        ani.tulis(f"/laporan_beres {nomor}")
        langkah = ani.dunia.hitung("masalah_langkah")
        assert "sudah ditutup" in sari.tulis(jawaban[-1]), kata
        assert ani.dunia.hitung("masalah_langkah") == langkah
        ani.dunia.lewat(HARI)


def test_taken_on_twice_and_hidden_when_closed(ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    sari.tulis(f"/masalah_tangani {nomor}")
    assert "sudah ditangani" in sari.tulis(f"/masalah_tangani {nomor}")
    assert "dirahasiakan" in sari.tulis(f"/masalah_rahasia {nomor}")
    assert "Temanya memang itu." in _tema(sari, nomor, "pembangunan fisik")
    assert "Temanya sekarang Bencana." in _tema(sari, nomor, "bencana")


def _tema(o: Obrolan, nomor: str, tema: str) -> str:
    o.tulis(f"/masalah_tema {nomor}")
    return o.tulis(tema).teks


def test_an_answer_waits_where_there_is_no_address(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    d.tx.run("UPDATE alamat SET status = 'tutup' WHERE orang_id = ?", (ani.id,))
    sari.tulis(f"/masalah_jawab {nomor}")
    sari.tulis("Besok dicek.")
    assert "Pelapor melihatnya saat membuka laporannya." in sari.tekan("Kirim")
    assert "Besok dicek." in ani.tulis(f"/masalah {nomor}")


def test_handed_over_by_hand(ani: Obrolan, sari: Obrolan, rina: Obrolan) -> None:
    nomor = lapor(ani)
    sari.tulis(f"/masalah_alih {nomor}")
    assert sari.layar.daftar == ["Bu Rina"]
    assert "Dialihkan ke Bu Rina." in sari.tulis("Bu Rina")
    assert "diserahkan Bu Sari" in kabar(rina)[-1].teks
    assert "Pendamping Desa di kecamatan" in kabar(ani)[-1].teks
    assert "dialihkan ke Bu Rina" in rina.tulis(f"/masalah {nomor} riwayat")
    rina.tulis(f"/masalah_alih {nomor}")
    rina.tulis("Bu Sari")
    assert "Naikkan" in sari.tulis(f"/masalah {nomor} lain").label


def test_at_the_top_it_goes_no_further(d: Dunia, ani: Obrolan) -> None:
    prov = orang(d, "Bu Euis", TAPM_PROV, PROVINSI)
    nomor = lapor(ani)
    m = ambil_masalah(d.tx, nomor)
    assert berikut(m) == "Sekarang ada di tenaga ahli di provinsi."
    assert "Naikkan" not in prov.tulis(f"/masalah {nomor} lain").label
    assert "sudah" not in sebut_tenggat(m, d.hari_ini)


def test_a_deed_of_a_later_version_is_told_as_it_is(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    m = ambil_masalah(d.tx, lapor(ani))
    satu = replace(sari.desa.masalah.langkah(m)[0], apa="kelak")
    dialog = Dialog(sari.konteks.orang, d.kini, d.hari_ini, Keadaan())
    assert sebut_langkah(satu, dialog).endswith("kelak")
    assert sebut_tenggat(replace(m, tenggat=None), d.hari_ini) == "belum ditetapkan"
    assert sebut_tenggat(m, d.hari_ini.replace(year=2027)).endswith(" hari)")
    assert "(hari ini)" in sebut_tenggat(replace(m, tenggat=d.hari_ini.isoformat()), d.hari_ini)


# -- lists ------------------------------------------------------------------------------------------------------------


def test_coordinators_see_places_first(d: Dunia, ani: Obrolan, sari: Obrolan, rina: Obrolan) -> None:
    tugaskan(sari, "pld", f"{KECAMATAN}.2017")
    lapor(ani)
    assert "1 terbuka." in rina.tulis("/masalah"), "of one place, the list"
    d.lewat(20 * HARI)
    ani.tulis(f"/lapor {BLT}")
    ani.tulis("sukamanah cibeber")
    ani.tulis("blt desa")
    ani.tulis("tanpa nama")
    ani.tulis("kirim")
    assert "2 terbuka di 2 tempat, 1 lewat tenggat." in rina.tulis("/masalah")
    assert rina.layar.daftar == ["Sukamaju", "Sukamanah"]
    assert "tertua 20 hari" in rina.layar.pesan.daftar[0].ket
    assert "1 terbuka, 1 lewat tenggat." in rina.tekan("Sukamaju")
    assert "lewat, tenggat" in rina.layar.pesan.daftar[0].ket
    assert "2 terbuka, 1 lewat tenggat." in rina.tulis("/masalah semua")
    hasan = orang(d, "Pak Hasan", TAPM_KAB, "32.03")
    assert "2 terbuka" in hasan.tulis("/masalah"), "one kecamatan is no map"
    assert hasan.tulis(f"/masalah {KECAMATAN}").daftar == ["Sukamaju", "Sukamanah"]
    assert "Catat masalah" in hasan.tulis("/masalah").label


def test_the_workbook_names_nobody_who_reported(ani: Obrolan, sari: Obrolan) -> None:
    lapor(ani, "=HYPERLINK jalan rusak", nama="Ani Rohani")
    nomor = lapor(ani, nama="Ani Rohani")
    lapor(ani, "Anak tetangga dipukuli terus.", "kekerasan & pelindungan")
    ani.tulis(f"/laporan_beres {nomor}")
    layar = sari.tulis("/masalah xlsx")
    assert "Ini 2 masalah" in layar
    berkas = layar.pesan.berkas
    assert berkas
    isi = dokumen.buat(berkas.resep, sari.desa, berkas.bahan, sari.dunia.hari_ini)
    with zipfile.ZipFile(io.BytesIO(isi)) as buku:
        teks = "".join(buku.read(n).decode() for n in buku.namelist())
    assert "HYPERLINK" in teks
    assert "<f>" not in teks
    assert "Rohani" not in teks
    assert "dipukuli" not in teks


def test_the_list_says_what_is_no_longer_late(ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    sari.tulis(f"/masalah_teruskan {nomor}")
    sari.tulis("bpd")
    sari.tulis("sudah")
    sari.dunia.lewat(60 * HARI)
    assert "1 terbuka. Ketuk" in sari.tulis("/masalah")
    assert "diteruskan" in sari.layar.pesan.daftar[0].ket
    assert "Alihkan" not in sari.tulis(f"/masalah {nomor} lain").label


def test_a_village_that_is_no_more_still_has_its_rows(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    tugaskan(sari, "pld", KECAMATAN)
    d.tx.run("UPDATE masalah SET desa = ? WHERE nomor = ?", (f"{KECAMATAN}.9999", nomor))
    berkas = sari.tulis("/masalah xlsx").pesan.berkas
    assert berkas
    assert dokumen.buat(berkas.resep, sari.desa, berkas.bahan, d.hari_ini).startswith(b"PK")


# -- one's own work ---------------------------------------------------------------------------------------------------


def test_a_problem_of_an_entry_is_followed_with_a_tap(sari: Obrolan) -> None:
    nomor = catat(sari, masalah="Timbangan rusak.")
    assert "Sekarang dipantau" in sari.tulis(f"/masalah_dari {nomor}")
    assert "Jawab" not in sari.layar.label, "nobody waits for a word"
    assert "sudah dipantau" in sari.tulis(f"/masalah_dari {nomor}")
    assert "tidak ada dalam riwayat Anda" in sari.tulis("/masalah_dari")
    assert "tidak ada dalam riwayat Anda" in sari.tulis(f"/masalah_dari {catat(sari, tanggal='2026-11-18')}")
    milik = sari.tulis("/masalah").pesan.daftar[0].data
    assert "Tercatat selesai." in _selesai(sari, milik)


def _selesai(o: Obrolan, data: str) -> str:
    o.ketuk(data)
    o.tekan("Selesai")
    o.tulis("Sudah diganti.")
    return o.tekan("Selesai").teks


def test_a_secret_of_one_s_own_stays_one_s_own(sari: Obrolan, rina: Obrolan) -> None:
    sari.tulis("/masalah_baru Anak di posyandu terlihat dipukuli.")
    sari.tulis("kekerasan & pelindungan")
    sari.tulis("besok")
    assert "hanya Anda yang melihatnya" in sari.layar
    sari.tekan("Simpan")
    assert "Tidak ada masalah yang terbuka.\n1 lagi rahasia" in rina.tulis("/masalah")
    assert not kabar(rina)


def test_without_a_village_there_is_nothing_to_choose(d: Dunia) -> None:
    kenal(d, "32.03.09", "Karangtengah")
    assert "kosong" in orang(d, "Bu Lain", PD, "32.03.09").tulis(f"/masalah_baru {JALAN}").teks


def test_the_number_alone_is_a_command(ani: Obrolan) -> None:
    assert bernomor(" A-2611-0001 ")
    assert not bernomor("jalan")
    assert "Belum ada laporan dari Anda." in ani.tulis("masalah")
    assert "A-2611-0001 belum ada" in ani.tulis("masalah A-2611-0001")


# -- what others say of it --------------------------------------------------------------------------------------------


def test_the_reminder_says_which_is_due(d: Dunia) -> None:
    satu = MasalahTerbuka("A-2611-0001", "Longsor.", d.hari_ini, 0)
    rahasia = MasalahTerbuka("A-2611-0002", "", d.hari_ini, -7)
    pesan = pesan_pengingat(BahanPengingat(1, d.hari_ini, masalah=(satu, rahasia)), TABEL)
    assert pesan
    assert "• Masalah: Longsor. (hari ini)\n• Masalah: A-2611-0002 (rahasia) (lewat 7 hari)" in pesan.teks
    assert [b.label for b in pesan.daftar] == ["Masalah A-2611-0001", "Masalah A-2611-0002"]


def test_the_recap_counts_the_old_ones(d: Dunia) -> None:
    angka = AngkaRekap("32.03.03", "Cibeber", d.hari_ini, d.hari_ini, d.kini, "Asia/Jakarta", masalah_lama=3)
    assert _ditemani(angka, nama=True) == ["3 masalah terbuka lebih dari 7 hari."]


def test_the_clock_takes_it_up(d: Dunia, ani: Obrolan, sari: Obrolan, rina: Obrolan) -> None:
    nomor = lapor(ani)
    (satu,), _ = pindahkan_masalah(d.tx, d.kini + 10 * HARI)
    assert satu.ke.orang_id == rina.id
    assert "naik karena belum ada langkah" in sari.tulis(f"/masalah {nomor} riwayat")


def test_what_nobody_gets_no_place_in_is_said(ani: Obrolan, sari: Obrolan) -> None:
    """A bare command asks for the number; a past answer stays with the card."""
    assert "Masalah nomor berapa?" in sari.tulis("/masalah_catat")
    assert "belum ada dalam daftar Anda" in sari.tulis("entah")
    assert "itu belum ada dalam daftar Anda".lower() in sari.tulis("/masalah_tangani").teks.lower()
    assert "Tidak ada masalah yang terbuka." in sari.tulis("/masalah")
    assert "Belum ada yang selesai." in sari.tekan("Yang selesai")
    assert "Tidak ada masalah yang terbuka." in sari.tekan("Yang terbuka")


def test_the_steps_of_one_s_own_problem(sari: Obrolan, rina: Obrolan) -> None:
    sari.tulis("/masalah_baru irigasi jebol di dusun tiga")
    sari.tulis("pembangunan fisik")
    sari.tulis("besok")
    sari.tekan("Simpan")
    nomor = sari.layar.pesan.judul.removeprefix("Masalah ")
    assert "Tenggatnya sekarang Senin, 23 November 2026." in _tenggat(sari, nomor)
    assert "Langkahnya tercatat." in _catat(sari, nomor)
    assert "Baik, tercatat ditangani." not in sari.tulis(f"/masalah_tangani {nomor}")
    assert "Dinaikkan ke Pendamping Desa di kecamatan." in sari.tulis(f"/masalah_naik {nomor}")
    rina.tulis(f"/masalah_jawab {nomor}")
    rina.tulis("Saya bantu lewat rakor.")
    assert "Pelapor melihatnya saat membuka laporannya." in rina.tekan("Kirim")


def _tenggat(o: Obrolan, nomor: str) -> str:
    o.tulis(f"/masalah_tenggat {nomor}")
    return o.tulis("23/11").teks


def _catat(o: Obrolan, nomor: str) -> str:
    o.tulis(f"/masalah_catat {nomor}")
    return o.tulis("Sudah dicek dengan TPK.").teks


def test_what_was_referred_is_told_with_the_way(ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani, BLT, "blt desa")
    sari.tulis(f"/masalah_teruskan {nomor}")
    sari.tulis("lapor")
    sari.tekan("Sudah")
    assert "bukan pendamping" in kabar(ani)[-1].teks
    assert "lapor.go.id" in kabar(ani)[-1].teks
    ani.tulis(f"/laporan_tarik {nomor}")
    ani.tulis("tarik")
    assert "ditarik pelapornya" in kabar(sari)[-1].teks


def test_the_clock_s_words(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    m = ambil_masalah(d.tx, lapor(ani))
    assert "naik ke Anda" in kabar_naik(m).teks
    assert "menunggu di wilayah Anda" in kabar_titip(m).teks
    assert "Anda tetap boleh menanganinya" in kabar_dilewati(m).teks


@pytest.mark.parametrize(
    ("kata", "metode", "jawaban"),
    [
        ("masalah_jawab", "jawab", ["Besok dicek.", "kirim"]),
        ("masalah_selesai", "selesai", ["Sudah baik.", "selesai"]),
        ("masalah_teruskan", "teruskan", ["camat", "sudah"]),
        ("masalah_alih", "alihkan", ["Bu Rina"]),
    ],
)
def test_where_another_was_faster_nothing_is_said_to_the_reporter(
    ani: Obrolan,
    sari: Obrolan,
    rina: Obrolan,
    monkeypatch: pytest.MonkeyPatch,
    kata: str,
    metode: str,
    jawaban: list[str],
) -> None:
    """Two at once: the database lets the first through."""
    nomor = lapor(ani)
    monkeypatch.setattr(MasalahQ, metode, lambda *_: False)
    sari.tulis(f"/{kata} {nomor}")
    for satu in jawaban:
        sari.tulis(satu)
    assert "tidak ada yang berubah" in sari.layar
    assert not kabar(ani)


@pytest.mark.parametrize(
    ("kata", "metode", "jawaban", "jadi"),
    [
        ("laporan_belum", "belum", "Masih goyang.", "sudah dibuka lagi"),
        ("laporan_tarik", "tarik", "tarik", "sudah ditutup"),
    ],
)
def test_where_another_was_faster_than_the_reporter(
    ani: Obrolan, sari: Obrolan, monkeypatch: pytest.MonkeyPatch, kata: str, metode: str, jawaban: str, jadi: str
) -> None:
    nomor = lapor(ani)
    if kata == "laporan_belum":
        sari.tulis(f"/masalah_selesai {nomor}")
        sari.tulis("Sudah baik.")
        sari.tekan("Selesai")
    monkeypatch.setattr(MasalahQ, metode, lambda *_: False)
    dulu = len(kabar(sari))
    ani.tulis(f"/{kata} {nomor}")
    assert jadi in ani.tulis(jawaban)
    assert len(kabar(sari)) == dulu


def test_not_settled_it_is_open_again(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = lapor(ani)
    sari.tulis(f"/masalah_selesai {nomor}")
    sari.tulis("Sudah baik.")
    sari.tekan("Selesai")
    assert "Sudah beres?" in kabar(ani)[-1].teks
    ani.tulis(f"/laporan_belum {nomor}")
    assert "dibuka lagi dan pendamping dikabari" in ani.tulis("Masih goyang.")
    assert "“Masih goyang.”" in kabar(sari)[-1].teks
    budi = orang(d, "Pak Budi")
    dulu = len(kabar(ani))
    sari.tulis(f"/masalah_alih {nomor}")
    sari.tulis("Pak Budi")
    assert "diserahkan Bu Sari" in kabar(budi)[-1].teks
    assert len(kabar(ani)) == dulu, "on the same level it is no news"
    ani.tulis(f"/laporan_beres {nomor}")
    assert "Laporan ini sudah ditutup." in ani.tulis(f"/laporan_beres {nomor}")


def test_words_that_say_nothing_are_not_taken_along(ani: Obrolan, sari: Obrolan) -> None:
    assert "Ada masalah apa?" in ani.tulis("/lapor tes")
    assert "Ada masalah apa?" in sari.tulis("/masalah_baru tes")
    sari.tulis("batal")
    assert "Masalah nomor berapa?" in sari.tulis("/masalah_catat tes")


def test_beneath_an_entry_stands_the_way_to_follow_it() -> None:
    assert tombol_pantau("K-2611-0001").label == "Pantau masalahnya"
