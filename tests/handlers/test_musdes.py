"""/musdes and its sections: begun in a minute, filled in any order, by whoever may, and closed."""

from __future__ import annotations

import pytest

from data.keputusan import IsiKeputusan
from data.musdes.musdes import Mulai, Musdes
from data.orang import CAMAT, PD, PLD
from handlers import isian
from handlers.dialog.tombol import tulis
from handlers.musdes.sebut import menurut_kode
from tests.handlers.dialog.obrolan import HARI, JAM, KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import SUKAMAJU, kenal, orang, tugaskan

MAYAK, SUKAMANAH = f"{KECAMATAN}.2007", f"{KECAMATAN}.2017"


@pytest.fixture
def sari(d: Dunia) -> Obrolan:
    return orang(d, "Bu Sari", PLD, SUKAMAJU, MAYAK)


def buat(o: Obrolan, jenis: str = "rkp", *desa: str, tanggal: str = "2026-11-20", selesai: str | None = None) -> str:
    return o.desa.musdes.mulai(Mulai(jenis, desa or (SUKAMAJU,), tanggal, "19:00", selesai, "Balai desa"))


def ambil(o: Obrolan, nomor: str = "M-2611-0001") -> Musdes:
    m = o.desa.musdes.ambil(nomor)
    assert m
    return m


# -- beginning --------------------------------------------------------------------------------------------------------


def test_begun_step_by_step(sari: Obrolan) -> None:
    sari.tulis("musdes")
    assert "Belum ada yang berjalan." in sari.layar
    sari.tekan("Musdes baru")
    sari.tulis("rembuk stunting")
    assert sari.layar.tombol == ["Mayak", "Sukamaju"]
    sari.tekan("Mayak")
    sari.tulis("kemarin")
    assert "Jamnya belum terbaca" in sari.tulis("entah kapan")
    sari.tulis("19.30")
    sari.tulis("Balai desa Mayak")
    assert sari.layar.tombol == ["Simpan", "Ubah", "+ Dalam rangka", "+ Foto", "Batal"]
    sari.tekan("+ Dalam rangka")
    sari.tulis("percepatan penurunan stunting")
    sari.foto(2)
    sari.tekan("Selesai")
    sari.tulis("simpan")
    m = ambil(sari)
    assert (m.jenis, m.desa, m.tanggal, m.mulai, m.selesai) == ("stunting", MAYAK, "2026-11-19", "19:30", None)
    assert (m.tempat, m.judul) == ("Balai desa Mayak", "percepatan penurunan stunting")
    assert len(sari.desa.musdes.foto(m, "kegiatan")) == 2
    assert "2 foto ikut disimpan." in sari.layar
    assert "Dalam rangka percepatan penurunan stunting" in sari.layar
    assert len(sari.layar.daftar) == 10
    sari.tulis("musdes")
    assert sari.layar.daftar == ["Lanjutkan Rembuk stunti…"]


@pytest.mark.parametrize(
    ("ketik", "mulai", "selesai"),
    [
        ("19.30-22.10", "19:30", "22:10"),
        ("jam 8 malam", "20:00", None),
        ("19.30 s.d. selesai", "19:30", None),
        ("20.00 - selesai nanti", "20:00", None),
        ("09.00 s/d 12.00", "09:00", "12:00"),
    ],
)
def test_hours_however_said(sari: Obrolan, ketik: str, mulai: str, selesai: str | None) -> None:
    for teks in ("/musdes_baru", "rkp", "sukamaju", "hari ini", ketik, "Aula", "simpan"):
        sari.tulis(teks)
    m = ambil(sari)
    assert (m.mulai, m.selesai) == (mulai, selesai)


def test_one_line_fills_what_is_plain(sari: Obrolan) -> None:
    sari.dunia.lewat(11 * JAM)  # 06.30 of the next day
    sari.tulis("/musdes rkp sukamaju tadi malam 19.30-22 di balai desa")
    assert sari.jawaban == {
        "jenis": "rkp", "desa": SUKAMAJU, "tanggal": "2026-11-20", "jam": "19:30-22:00", "tempat": "Balai desa",
    }  # fmt: skip
    assert "Sudah benar?" in sari.layar


@pytest.mark.parametrize(
    ("teks", "ada"),
    [
        (
            "/musdes baru blt mayak kemarin jam 9 pagi",
            {"jenis": "blt", "desa": MAYAK, "tanggal": "2026-11-19", "jam": "09:00"},
        ),
        ("/musdes rkp blt sukamaju", {"desa": SUKAMAJU}),
        ("/musdes tadi malam 19.30-22.00 sukamaju", {"desa": SUKAMAJU, "jam": "19:30-22:00"}),
        ("/musdes semalam", {}),
        ("/musdes lpj mulai 3", {"jenis": "lpj"}),
        ("/musdes mad sukamaju", {"jenis": "mad"}),
        ("/musdes rkp 08.00 lalu 19.00", {"jenis": "rkp"}),
    ],
)
def test_what_is_doubtful_is_asked(sari: Obrolan, teks: str, ada: dict[str, str]) -> None:
    sari.tulis(teks)
    assert sari.jawaban == ada


def test_a_report_is_still_for_catat(sari: Obrolan) -> None:
    sari.tulis("musdes rkp sukamaju kemarin 14-16.30 disepakati 12 usulan")
    assert sari.dunia.hitung("percakapan") == 0
    sari.tulis("/catat sukamaju")
    sari.tulis("musdes")
    assert sari.terbuka
    assert sari.terbuka.dialog == "catat", "a word that narrows the list is an answer"


def test_another_kind_wants_a_title(sari: Obrolan) -> None:
    for teks in ("musdes baru", "lain", "sukamaju", "hari ini", "19.00", "Aula"):
        sari.tulis(teks)
    assert "Dalam rangka apa?" in sari.layar
    sari.tulis("tanah kas desa")
    sari.tulis("simpan")
    assert ambil(sari).judul == "tanah kas desa"


def test_between_villages(sari: Obrolan) -> None:
    for teks in ("musdes baru", "antardesa", "sukamaju, mayak", "selesai", "hari ini", "09.00-11.00", "Aula", "simpan"):
        sari.tulis(teks)
    m = ambil(sari)
    assert (m.desa, sari.desa.musdes.desa(m)) == (KECAMATAN, [MAYAK, SUKAMAJU])
    assert "Desa Mayak, Desa Sukamaju" in sari.layar


def test_of_one_village_it_is_not_asked(d: Dunia) -> None:
    budi = orang(d, "Pak Budi")
    for teks in ("musdes baru", "antardesa"):
        budi.tulis(teks)
    assert "Tanggal berapa?" in budi.layar
    for teks in ("hari ini", "09.00", "Aula", "simpan"):
        budi.tulis(teks)
    assert budi.desa.musdes.desa(ambil(budi)) == [SUKAMAJU]


def test_without_a_village_there_is_none(d: Dunia) -> None:
    kenal(d, "99.99", "Entah")
    kosong = orang(d, "Pak Kosong", PLD, "99.99")
    assert "Belum ada desa dampingan" in kosong.tulis("musdes baru")
    assert kosong.tulis("/musdes desa mayak").pesan.teks == "“mayak” belum ketemu di wilayah Anda."


def test_places_used_before_are_offered(sari: Obrolan) -> None:
    buat(sari, tanggal="2026-06-01")
    for teks in ("musdes baru", "rkp", "sukamaju", "hari ini", "19.00"):
        sari.tulis(teks)
    assert sari.layar.tombol == ["Balai desa"]


# -- twice ------------------------------------------------------------------------------------------------------------


def dua_kali(d: Dunia, sari: Obrolan) -> Obrolan:
    """Bu Sari has it already; Pak Budi is asked what to do with his."""
    buat(sari)
    budi = orang(d, "Pak Budi")
    for teks in ("musdes baru", "rkp", "kemarin", "19.30-21.00", "Aula"):
        budi.tulis(teks)
    assert "Sepertinya sudah dicatat Bu Sari: M-2611-0001 (Jum 20/11, 19.00)." in budi.layar
    assert budi.layar.tombol == ["Lanjutkan itu", "Ini musdes lain", "Gabungkan"]
    return budi


def test_the_other_is_continued(d: Dunia, sari: Obrolan) -> None:
    budi = dua_kali(d, sari)
    budi.tekan("Lanjutkan itu")
    assert budi.layar.pesan.judul == "Musdes M-2611-0001"
    assert d.hitung("musdes") == 1


def test_it_is_another(d: Dunia, sari: Obrolan) -> None:
    budi = dua_kali(d, sari)
    budi.tekan("Ini musdes lain")
    budi.tulis("simpan")
    assert budi.layar.pesan.judul == "Musdes M-2611-0002"
    assert "Mirip" not in budi.layar
    assert ambil(budi, "M-2611-0002").beda == ("M-2611-0001",)


def test_merged_at_once(d: Dunia, sari: Obrolan) -> None:
    budi = dua_kali(d, sari)
    budi.tulis("gabungkan")
    budi.tulis("simpan")
    assert "digabung ke M-2611-0001" in budi.layar
    assert ambil(budi).selesai == "21:00"
    assert ambil(budi).tempat == "Balai desa"
    budi.tulis("musdes M-2611-0002")
    assert "M-2611-0002 sudah digabung ke M-2611-0001." in budi.layar
    budi.tulis("/musdes_hadir M-2611-0002")
    budi.tulis("40")
    for teks in ("30 (10 P)", "bpd", "selesai", "simpan"):
        budi.tulis(teks)
    assert ambil(budi).hadir_p == 10, "a section of the merged one is of what it went into"


def test_merged_later_or_not(d: Dunia, sari: Obrolan) -> None:
    lama, baru = buat(sari), buat(sari)
    sari.tulis(f"/musdes {baru}")
    assert "Mirip dengan M-2611-0001 (Bu Sari)." in sari.layar
    sari.tekan("Sama dgn M-2611-0001?")
    sari.tekan("Nanti")
    sari.tulis(f"/musdes_gabung {baru} {lama}")
    sari.tekan("Ini musdes lain")
    assert "dicatat sebagai dua musdes" in sari.layar
    assert "Mirip" not in sari.tulis(f"/musdes {lama}")
    sari.tulis(f"/musdes_gabung {lama} {baru}")
    sari.tekan("Gabungkan")
    assert "M-2611-0002 sudah digabung ke sini." in sari.layar
    assert "Ini yang terbaru" in sari.tulis(f"/musdes_gabung {lama} {baru}")
    assert "Itu musdes yang sama" in sari.tulis(f"/musdes_gabung {lama} {lama}")
    assert "Musdes mana yang digabung?" in sari.tulis("/musdes_gabung")
    assert "belum ada dalam daftar" in sari.tulis(f"/musdes_gabung {lama} M-2611-0099")
    camat = orang(d, "Bu Camat", PLD, SUKAMANAH)
    assert "belum ada dalam daftar" in camat.tulis(f"/musdes_gabung {lama} {baru}")


# -- lists and the card -----------------------------------------------------------------------------------------------


def test_who_sees_what(d: Dunia, sari: Obrolan) -> None:
    nomor = buat(sari)
    camat = orang(d, "Bu Camat", CAMAT, KECAMATAN)
    camat.tulis(f"/musdes {nomor}")
    assert camat.layar.tombol == ["Lihat isinya", "Musdes"]
    assert camat.layar.daftar == []
    assert "Belum ada yang berjalan." in camat.tulis("/musdes")
    assert camat.layar.tombol == ["Musdes per desa"]
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    rina.tulis("musdes")
    assert rina.layar.pesan.daftar[0].ket == "Desa Sukamaju, Jum 20/11 19.00, Bu Sari"
    asing = orang(d, "Pak Asing", PLD, SUKAMANAH)
    assert "belum ada dalam daftar" in asing.tulis(f"/musdes {nomor}")
    assert "belum ada dalam daftar" in asing.tulis(f"/musdes_catatan {nomor}")
    assert "Belum ada musdes yang sedang berjalan." in asing.tulis("/musdes_catatan")


def test_who_may_read_only_is_told_so(d: Dunia, sari: Obrolan) -> None:
    nomor = buat(sari)
    ganda = orang(d, "Bu Camat", CAMAT, KECAMATAN)
    kenal(d, "11.01.01.2001", "Jauh")
    tugaskan(ganda, PLD, "11.01.01.2001")
    assert "bisa Anda baca" in ganda.tulis(f"/musdes_catatan {nomor}")
    assert "bisa Anda baca" in ganda.tulis(f"/musdes_gabung {nomor} {nomor}")


def test_a_merged_one_leads_nowhere_one_may_not_go(d: Dunia, sari: Obrolan) -> None:
    lama, baru = buat(sari), buat(sari)
    sari.desa.musdes.gabung(ambil(sari, baru), ambil(sari, lama))
    d.tx.run("UPDATE musdes SET dihapus = 1 WHERE nomor = ?", (lama,))
    assert "belum ada dalam daftar" in sari.tulis(f"/musdes {baru}")
    sari.tulis(f"/musdes_agenda {baru}")
    assert "Apa agendanya?" in sari.layar


def test_lists_by_village_and_year(d: Dunia, sari: Obrolan) -> None:
    for tahun in (2024, 2025, 2026):
        for _ in range(5):
            buat(sari, "blt", MAYAK, tanggal=f"{tahun}-03-01", selesai="21:00")
    sari.tulis("musdes desa mayak 2025")
    assert sari.layar.pesan.judul == "Musdes Desa Mayak 2025"
    assert sari.layar.daftar == ["Musdesus KPM BLT"] * 5
    sari.tulis("/musdes desa mayak")
    assert sari.layar.tombol == ["Lainnya ›", "Musdes"]
    sari.tekan("Lainnya ›")
    assert sari.layar.tombol == ["‹ Sebelumnya", "Musdes"]
    sari.tulis("/musdes desa")
    assert sari.layar.daftar == ["Mayak", "Sukamaju"]
    sari.tekan("Sukamaju")
    assert "Belum ada musdes yang tercatat." in sari.layar
    assert "belum ketemu di wilayah Anda. Contoh: /musdes desa mayak 2026." in sari.tulis("/musdes desa entahlah")


def test_many_are_shown_by_page(sari: Obrolan) -> None:
    for _ in range(9):
        buat(sari)
    sari.tulis("musdes")
    assert "9 musdes sedang berjalan" in sari.layar
    sari.tekan("Lainnya ›")
    assert len(sari.layar.daftar) == 1
    sari.tulis("/musdes_catatan")
    assert "Musdes yang mana?" in sari.layar
    sari.tekan("Musdes RKP") if sari.layar.tombol else sari.tulis("1")
    assert "Silakan catat" in sari.layar


def test_a_kind_that_the_catalogue_no_longer_has(d: Dunia, sari: Obrolan) -> None:
    nomor = buat(sari)
    d.tx.run("UPDATE musdes SET jenis = 'lama' WHERE nomor = ?", (nomor,))
    assert "Musyawarah lain, Desa Sukamaju" in sari.tulis(f"/musdes {nomor}")
    assert menurut_kode("lama").kode == "lain"
    assert "tidak punya pertanyaan khusus" in sari.tulis(f"/musdes_khusus {nomor}")


def test_all_of_it_by_page(sari: Obrolan) -> None:
    nomor = buat(sari)
    q = sari.desa.musdes
    agenda = q.tambah_agenda(ambil(sari), "Evaluasi")
    for n in range(30):
        q.tambah_catatan(ambil(sari), f"Catatan {n} " + "panjang " * 60, agenda if n == 0 else None)
    sari.tulis(f"/musdes {nomor}")
    sari.tekan("Lihat isinya")
    assert "1. Evaluasi" in sari.layar
    assert "19.30 Catatan 0" in sari.layar
    sari.tekan("Lainnya ›")
    assert "Catatan 29" in sari.layar
    sari.tekan("Ke kartunya")
    assert "Tercatat: 1 agenda, 30 catatan" in sari.layar
    assert "Belum ada isinya." in sari.tulis(f"/musdes {buat(sari, 'blt')} isi")


def test_seen_from_four_villages(d: Dunia) -> None:
    semua = [f"{KECAMATAN}.{n}" for n in (2005, 2007, 2013, 2017)]
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    nomor = buat(rina, "mad", *semua)
    assert "Musyawarah antardesa, 4 desa" in rina.tulis(f"/musdes {nomor}")


# -- closing ----------------------------------------------------------------------------------------------------------


def test_closed_with_thanks_and_the_board_moves(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis("tutup musdes")
    assert sari.layar.tombol == ["Keputusan", "Catat langsung"]
    sari.desa.musdes.tambah_catatan(ambil(sari), "Dibuka")
    sari.tulis(f"tutup musdes {nomor}")
    assert sari.layar.tombol == ["Sekarang (19.30)"]
    assert "Boleh dicek lagi?" in sari.tulis("19.00")
    assert sari.terbuka
    assert "Contoh: 22.10" in sari.ketuk(tulis(sari.terbuka.id, "selesai", "1104"))
    sari.tulis("sekarang")
    assert sari.layar.tombol == ["2027", "2026", "2028"]
    sari.tulis("2027")
    assert "Belum ada: jumlah hadir" in sari.layar
    sari.tekan("Tutup musdes")
    assert "Papan siklus: RKP Desa 2027 mulai disusun." in sari.layar
    assert sari.layar.tombol == ["Buat draf kertas", "Catat ke DRP", "Lihat / ubah"]
    m = ambil(sari)
    assert (m.status, m.selesai) == ("selesai", "19:30")
    assert "sudah ditutup" in sari.tulis(f"/musdes_tutup {nomor}")
    sari.tulis(f"/musdes {nomor}")
    assert sari.layar.tombol == ["Catat ke DRP", "Buat draf kertas", "Tindak lanjut", "Lihat isinya"]


def test_a_board_that_is_further_says_nothing(sari: Obrolan) -> None:
    sari.desa.siklus.gerakkan(SUKAMAJU, 2026, "lpj", "perdes")
    nomor = buat(sari, "lpj", selesai="21:00")
    sari.desa.musdes.tambah_catatan(ambil(sari), "Dibuka")
    sari.tulis(f"/musdes_tutup {nomor}")
    assert sari.layar.tombol == ["2026", "2027", "2025"]
    for teks in ("2026", "tutup musdes"):
        sari.tulis(teks)
    assert "Papan siklus" not in sari.layar
    lengkap = buat(sari, "blt", selesai="21:00")
    m = ambil(sari, lengkap)
    sari.desa.musdes.tambah_catatan(m, "Dibuka")
    sari.tulis(f"/musdes_tutup {lengkap}")
    sari.tulis("tutup musdes")
    assert "Musdesus KPM BLT, Desa Sukamaju, Jum 20/11 sudah ditutup." in sari.layar


def test_nothing_is_missing(sari: Obrolan) -> None:
    nomor = buat(sari, "lain", selesai="21:00")
    m, q = ambil(sari), sari.desa.musdes
    unsur = ("pemdes", "bpd", "tomas", "perempuan")
    m = q.ubah(m, {"unsur": unsur, "hadir": 30, "diundang": 30, "pimpinan": "Ujang", "notulis": "Rosi"})
    q.tambah_agenda(m, "Tanah kas")
    sari.desa.keputusan.tambah(m.id, IsiKeputusan("Disewakan", "mufakat"))
    q.tambah_foto(m, "hadir", isian.kolom_foto(sari.gambar(1)))
    assert "Belum ada" not in sari.tulis(f"/musdes {nomor}")
    sari.tulis("/musdes_tutup")
    assert "Semua bagian pokok sudah terisi." in sari.layar
    sari.tekan("Tutup musdes")
    assert "disusulkan" not in sari.layar
    sari.tulis(f"/musdes_narasumber {nomor}")
    sari.tulis("Dadan, Dinas PMD")
    assert "Bagian pokoknya sudah lengkap." in sari.layar


def test_papers_made_before_are_out_of_date(d: Dunia, sari: Obrolan) -> None:
    nomor = buat(sari)
    d.tx.run("UPDATE musdes SET versi = 1 WHERE nomor = ?", (nomor,))
    sari.tulis(f"/musdes_catatan {nomor}")
    assert "perlu dibuat ulang" in sari.tulis("Pak Kadus: jalan rusak")
    assert "perlu dibuat ulang" not in sari.tulis("Bu Ai: posyandu"), "said once"
    sari.tulis("selesai")
    assert "perlu dibuat ulang" in sari.tulis(f"/musdes {nomor}")


def test_the_end_hour_is_offered_only_on_its_day(sari: Obrolan) -> None:
    nomor = buat(sari, "blt")
    sari.desa.musdes.tambah_catatan(ambil(sari), "Dibuka")
    sari.dunia.lewat(HARI)
    sari.tulis(f"/musdes_tutup {nomor}")
    assert sari.layar.tombol == []
    sari.tulis("selesai 10 malam")
    sari.tulis("tutup musdes")
    assert ambil(sari).selesai == "22:00"
