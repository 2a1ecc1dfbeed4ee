"""/desa: one village on a screen and on a page, several with who needs company first."""

from __future__ import annotations

import re
from datetime import date

import pytest

from data.blt import BltBaru, SalurBaru
from data.katalog.kemandirian import muat_kemandirian
from data.kemandirian import IsiKemandirian
from data.orang import ADMIN, CAMAT, PLD, TAPM_KAB, TEKNIS
from data.register import Nilai
from data.rencana import IsiButir
from data.siklus import APB, MUSDES, PERDES, RKP, RPJM
from handlers import dokumen
from handlers.cetak.mesin import cetak_pdf
from handlers.desa_ini.bagian import BAGIAN, terisi
from handlers.desa_ini.desa_ini import bernama
from handlers.desa_ini.layar import BADAN, HALAMAN, badan
from handlers.desa_ini.profil import LEBAR, LEBAR_JUDUL, LEBAR_NAMA, LEBAR_RINCI, ORANG, isi_profil
from handlers.desa_ini.tentang import Isi, Tentang
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, Dunia, Layar, Obrolan
from tests.handlers.keputusan_dunia import musdes, putusan
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, catat, kenal, orang, ramai
from tests.pdf import halaman

SUKAMANAH, MAYAK = f"{KECAMATAN}.2017", f"{KECAMATAN}.2007"
PANJANG = "Panjang " * 12


def baris(layar: Layar, label: str) -> str:
    return next((b for b in layar.pesan.teks.split("\n") if b.startswith(f"{label}:")), "")


def masalah(o: Obrolan, nomor: int = 1, *, tenggat: str = "2026-12-01", rahasia: int = 0) -> None:
    o.dunia.tx.run(
        "INSERT INTO masalah (nomor, desa, tema, isi, asal, orang_id, rahasia, kanal, tujuan, tingkat, tenggat, "
        "status, dibuat, diubah) VALUES (?, ?, 'lain', 'Rahasia warga', 'warga', ?, ?, 'uji', 'x', 'pld', ?, 'baru', 1, 1)",
        (f"A-2611-{nomor:04}", SUKAMAJU, o.id, rahasia, tenggat),
    )


def penuh(o: Obrolan, *, banyak: int = 1, ekor: str = "") -> None:
    """Something of everything."""
    catat(o)
    catat(o, tanggal="2026-11-02")
    m = musdes(o)
    for n in range(2 * banyak):
        putusan(o, f"Putusan {n}", m=m, tenggat="2026-12-30" if n % 2 else "2026-11-01")
    q = o.desa.siklus
    q.gerakkan(SUKAMAJU, 2022, RPJM, PERDES, nomor=f"3 Tahun 2022 {ekor}"[:60], tanggal="2022-01-12")
    q.gerakkan(SUKAMAJU, 2027, RKP, PERDES, nomor="5 Tahun 2026", tanggal="2026-09-20")
    q.gerakkan(SUKAMAJU, 2027, APB, MUSDES, tanggal="2026-11-10")
    o.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000))
    o.desa.blt.bayar(SalurBaru(SUKAMAJU, 2026, 1, 3, "2026-04-10", 40, 36_000_000))
    o.desa.bumdes.gerakkan(SUKAMAJU, 3, date(2026, 8, 3))
    o.desa.bumdes.ubah(SUKAMAJU, {"unit": f"air bersih {ekor * 4}"[:480], "hambatan": "Pak Dudung belum serahkan buku"})
    o.desa.kdmp.ubah(SUKAMAJU, {"nama": f"KDMP {ekor}", "badan_hukum": "AHU-1", "gedung": 40})
    for n in range(banyak):
        kader: dict[str, Nilai] = {"nama": f"Siti Warga {n}", "kelamin": "perempuan", "bidang": ["data"]}
        o.desa.register.tambah("kader", SUKAMAJU, kader)
        aset = {"nama": f"Mata air {n}", "golongan": "alam", "manfaat": "air"}
        o.desa.register.tambah("aset", SUKAMAJU, aset)
        inovasi = {"judul": f"Bank sampah {n} {ekor}"[:110], "bidang": "ekonomi", "lembaga": "Karang Taruna"}
        o.desa.register.tambah("inovasi", SUKAMAJU, inovasi | {k: f"{k} {n}" for k in ("masalah", "cara", "hasil")})
    butir = (IsiButir("AS11", 2), IsiButir("AS13", 2, pekan=("11.1",)))
    o.desa.rencana.buat(SUKAMAJU, 2026, butir)
    o.dunia.tx.run("UPDATE rencana SET dibuat = dibuat - ?", (300 * HARI,))
    o.desa.fungsi.tandai(SUKAMAJU, "F4.1", "selesai", tanggal="2026-11-01")
    for tahun, status in ((2022, "tertinggal"), (2023, "tertinggal"), (2024, "berkembang"), (2025, "maju")):
        o.desa.indeks_desa.catat(SUKAMAJU, tahun, status, "")
    soal = {s.kunci: 3 for s in muat_kemandirian().soal}
    o.desa.kemandirian.tambah(IsiKemandirian(SUKAMAJU, "2026-11-01", "fgd", "Kelompok Melati", isi=soal))
    o.desa.kemandirian.tambah(IsiKemandirian(SUKAMAJU, "2026-11-02", "musdes", isi=soal))
    warga = o.dunia.orang("Warga Euis", peran=None)
    masalah(warga, tenggat="2026-11-01")
    masalah(warga, 2)
    masalah(warga, 3, tenggat="2026-11-01", rahasia=1)


# -- one village ------------------------------------------------------------------------------------------------------


def test_the_only_village_is_not_asked_and_what_is_missing_is_said_once(sari: Obrolan) -> None:
    layar = sari.tulis("/desa")
    assert layar.pesan.judul == "Desa Sukamaju, Cibeber"
    assert baris(layar, "Tenggat") == "Tenggat: ⚠ 3 lewat; berikutnya Musdes KPM BLT, 10 hari lagi"
    assert baris(layar, "Indikator 2026").startswith("Indikator 2026: 0 dari 11 terpenuhi. Terdekat: T1a ")
    belum = layar.pesan.teks.split("\n\n")[1]
    assert belum.startswith("Belum dicatat: kunjungan, siklus, BLT, BUM Desa, rencana, fungsi, kader, KDMP, register")
    assert belum.endswith(". Ketuk bagiannya untuk mengisi.")
    assert layar.pesan.teks.count("elum dicatat") == 1
    assert len(layar.pesan.teks.split("\n")) == 4


def test_everything_in_a_line_each(sari: Obrolan) -> None:
    penuh(sari)
    layar = sari.tulis("/desa sukamaju")
    assert layar.pesan.teks.split("\n") == [
        "Kunjungan: 19 November 2026 oleh Bu Sari, kemarin",
        "Keputusan: 2 terbuka, ⚠ 1 lewat tenggat",
        "Masalah: 2 terbuka, ⚠ 1 lewat tenggat",
        "Tenggat: ⚠ 2 lewat; berikutnya Musdes KPM BLT, 10 hari lagi",
        "Siklus 2027: Perdes RPJM, RKP; musdes APB; belum APB Perubahan, LPJ",
        "BLT 2026: 40 keluarga, dibayar Jan–Mar, ⚠ terlambat Apr–Okt",
        "BUM Desa: langkah 3 Nama disetujui, 109 hari, ⚠ nama habis",
        "Rencana 2026: 1 dari 2 kegiatan tercapai, ⚠ 1 lewat tanpa catatan",
        baris(layar, "Indikator 2026"),
        "Fungsi: 1 dari 36 langkah selesai",
        baris(layar, "Kader"),
        "KDMP: berbadan hukum, gedung 40 persen",
        "Register: 1 aset",
        "Inovasi: 1 masih berjalan",
        "Kemandirian: 2026, desa: material kuat, intelektual kuat, pendampingan kuat",
        "Indeks Desa: 2023 tertinggal, 2024 berkembang, 2025 maju",
    ]
    assert re.fullmatch(r"Kader: 1 aktif, belum ada bidang .+", baris(layar, "Kader"))
    assert "Siti" not in layar
    assert "Rahasia" not in layar
    assert len(layar.teks) < 1024


def test_however_much_there_is_it_stands_above_its_list(d: Dunia, sari: Obrolan) -> None:
    d.tx.run("UPDATE wilayah SET nama = ? WHERE kode = ?", ("Sejahtera Makmur Abadi " * 3, SUKAMAJU))
    d.tx.run("UPDATE orang SET nama = ? WHERE id = ?", (PANJANG, sari.id))
    penuh(sari, banyak=120, ekor=PANJANG)
    layar = sari.tulis("/desa")
    assert len(layar.teks) <= BADAN + 10
    assert len(layar.pesan.teks.split("\n")) == len(BAGIAN)


@pytest.mark.parametrize(
    ("tanggal", "kata"),
    [
        ("2026-11-20", "20 November 2026 oleh Bu Sari, hari ini"),
        ("2026-11-19", "19 November 2026 oleh Bu Sari, kemarin"),
        ("2026-11-07", "7 November 2026 oleh Bu Sari, 13 hari lalu"),
        ("2026-11-06", "6 November 2026 oleh Bu Sari, ⚠ 14 hari lalu"),
    ],
)
def test_who_was_there_last_and_since_when_nobody(sari: Obrolan, tanggal: str, kata: str) -> None:
    catat(sari, tanggal=tanggal)
    assert baris(sari.tulis("/desa"), "Kunjungan") == f"Kunjungan: {kata}"


def test_two_on_the_same_day(d: Dunia, sari: Obrolan) -> None:
    catat(orang(d, "Pak Budi"), jam="08:00-09:00")
    catat(sari)
    assert "oleh Pak Budi dan 1 lagi" in sari.tulis("/desa")


def test_nothing_late_is_said_without_a_mark(sari: Obrolan) -> None:
    putusan(sari, tenggat="2026-12-30")
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(40, 300_000, dari=11, sampai=12))
    sari.desa.kdmp.ubah(SUKAMAJU, {"nama": "KDMP"})
    layar = sari.tulis("/desa")
    assert baris(layar, "Keputusan") == "Keputusan: 1 terbuka"
    assert baris(layar, "BLT 2026") == "BLT 2026: 40 keluarga, belum ada pembayaran"
    assert baris(layar, "KDMP") == "KDMP: belum berbadan hukum"


def test_a_year_without_recipients_is_known_too(sari: Obrolan) -> None:
    sari.desa.blt.tetapkan(SUKAMAJU, 2026, BltBaru(0, 0))
    assert baris(sari.tulis("/desa"), "BLT 2026") == "BLT 2026: tanpa penerima tahun ini"


def test_long_lines_lose_their_ends_where_there_is_no_room(sari: Obrolan) -> None:
    semua = [(BAGIAN[0], Isi("kata " * 30))] * 20
    utuh = badan(semua, _tentang(sari), 10_000)
    assert "…" not in utuh
    for ruang in (2500, 1900, 1300):
        teks = badan(semua, _tentang(sari), ruang)
        assert "…" in teks
        assert len(teks.split("\n")) == 20
        assert len(teks) <= max(ruang, 20 * 61)


def test_what_was_closed_is_not_counted(sari: Obrolan) -> None:
    nomor = sari.desa.register.tambah("aset", SUKAMAJU, {"nama": "Mata air", "golongan": "alam", "manfaat": "air"})
    r = sari.desa.register.ambil(nomor)
    assert r
    sari.desa.register.ganti_keadaan(r, "hilang", "Rusak.")
    assert "register" in sari.tulis("/desa").pesan.teks.split("Belum dicatat:")[1]


def test_every_part_is_opened_from_its_row(sari: Obrolan) -> None:
    penuh(sari)
    layar = sari.tulis("/desa")
    assert len(layar.daftar) == HALAMAN
    assert len(layar.semua) <= 10
    dibuka = []
    while True:
        for label in layar.daftar:
            assert "belum ada. Ketik menu" not in sari.tekan(label, layar=layar)
            dibuka.append(label)
        if "Lainnya ›" not in layar.tombol:
            break
        layar = sari.tekan("Lainnya ›", layar=layar)
        assert layar.pesan.judul == "Desa Sukamaju, Cibeber"
    assert dibuka == [b.label for b in BAGIAN]
    assert sari.tekan("‹ Sebelumnya", layar=layar).daftar[-1] in dibuka


def test_the_last_page_is_the_last(sari: Obrolan) -> None:
    assert sari.tulis(f"/desa {SUKAMAJU} h99").daftar == [
        b.label for b in BAGIAN[-(len(BAGIAN) % HALAMAN or HALAMAN) :]
    ]


def test_an_entry_begins_with_the_village(d: Dunia) -> None:
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, MAYAK)
    sari.tulis("/desa sukamaju")
    assert "Kegiatan apa?" in sari.tekan("Catat kegiatan")
    sari.tulis("batal")
    d.tx.run("UPDATE wilayah SET nama = ? WHERE kode = ?", ("Sejahtera Makmur " * 4, SUKAMAJU))
    sari.tulis(f"/desa {SUKAMAJU}")
    assert "Desa mana?" in sari.tekan("Catat kegiatan")


def test_every_command_behind_a_part_is_in_the_table() -> None:
    for b in BAGIAN:
        assert len(b.label) <= 20
        assert b.perintah.split()[0] in TABEL


def test_who_only_reads_is_not_asked_to_fill_it_and_hears_of_no_problem(d: Dunia, sari: Obrolan) -> None:
    masalah(d.orang("Warga Euis", peran=None))
    camat = orang(d, "Bu Camat", CAMAT, KECAMATAN)
    layar = camat.tulis(f"/desa {SUKAMAJU}")
    assert "Belum dicatat:" in layar
    assert "Ketuk bagiannya" not in layar
    assert "Masalah" not in layar
    assert "Masalah" not in layar.label
    assert "Semua desa" in layar.tombol
    assert "Masalah" not in "".join(halaman(unduh(camat)))[:400]


def test_as_it_is_called_there(d: Dunia) -> None:
    kenal(d, "11.01.01.2001", "Keude Bakongan")
    layar = orang(d, "Bu Cut", PLD, "11.01.01.2001").tulis("/desa")
    assert layar.pesan.judul.startswith("Gampong Keude Bakongan")


def test_what_is_out_of_reach_is_as_if_it_were_not(d: Dunia, sari: Obrolan) -> None:
    for sebutan in (SUKAMANAH, "sukamanah", KECAMATAN, f"{KECAMATAN}.9999", "entah"):
        for ekor in ("", " pdf"):
            assert "belum ketemu di wilayah Anda" in sari.tulis(f"/desa {sebutan}{ekor}")
    assert "setelah tugas Anda disahkan koordinator" in orang(d, "Pak Baru", disahkan=False).tulis("/desa")
    for kode in (SUKAMANAH, f"{KECAMATAN}.9999", KABUPATEN):
        with pytest.raises(LookupError, match="no village"):
            dokumen.buat("profil_pdf", sari.desa, {"kode": kode}, d.hari_ini)


# -- by its words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["sukamaju", "Sukamaju Cibeber", "keude bakongan"])
def test_a_name_behind_the_word_is_a_village(teks: str) -> None:
    assert bernama(teks)


@pytest.mark.parametrize(
    "teks", ["mandiri", "maju", "sukamaju rapat kemarin 9-11", "boleh pinjam uang", "entah berantah", "x" * 60, ""]
)
def test_a_report_or_a_question_is_none(teks: str) -> None:
    assert not bernama(teks)


def test_in_an_open_form_it_is_the_answer(d: Dunia) -> None:
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, MAYAK)
    sari.tulis("catat")
    assert "Kegiatan apa?" in sari.tulis("desa sukamaju")


# -- several ----------------------------------------------------------------------------------------------------------


def test_who_needs_company_stands_first_with_the_reason(d: Dunia, sari: Obrolan, rina: Obrolan) -> None:
    kini = d.hari_ini.isoformat()
    for kode in (SUKAMAJU, SUKAMANAH, MAYAK):
        catat(rina, desa=kode, tanggal=kini)
    catat(rina, desa=f"{KECAMATAN}.2005", tanggal="2026-10-31")
    penuh(sari)
    layar = rina.tulis("/desa")
    assert layar.pesan.judul == "Data desa, Kecamatan Cibeber"
    assert layar.pesan.teks.startswith("4 dari 4 desa perlu ditemani. Ketuk untuk membuka, atau ketik /desa")
    assert [(b.label, b.ket) for b in layar.pesan.daftar] == [
        ("Sukamaju", "1 masalah lewat, dan 4 hal lagi"),
        ("Sukaraharja", "20 hari tanpa kunjungan, dan 1 hal lagi"),
        ("Mayak", "3 tenggat lewat"),
        ("Sukamanah", "3 tenggat lewat"),
    ]
    assert rina.tekan("Mayak").pesan.judul == "Desa Mayak, Cibeber"
    assert rina.tekan("Semua desa").teks == layar.teks
    assert rina.tulis("/desa suka").daftar == ["Desa Sukaraharja", "Desa Sukamaju", "Desa Sukamanah"]


def test_where_all_is_well_it_is_said(d: Dunia, rina: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.profil_desa.ProfilDesaQ.lewat", lambda *_: {})
    for kode in (SUKAMAJU, SUKAMANAH, MAYAK, f"{KECAMATAN}.2005"):
        catat(rina, desa=kode)
    layar = rina.tulis("/desa")
    assert layar.pesan.teks.startswith("4 desa, tidak ada yang mendesak.")
    assert {b.ket for b in layar.pesan.daftar} == {"tidak ada yang mendesak"}


def test_one_s_few_villages_without_a_larger_place(d: Dunia) -> None:
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, MAYAK)
    assert sari.tulis("desa").pesan.judul == "Data desa, 2 desa"
    assert sari.layar.daftar == ["Mayak", "Sukamaju"]


def test_a_wide_place_by_its_parts_and_pages(d: Dunia) -> None:
    ramai(d, 10, 20)
    yayan = orang(d, "Pak Yayan", TAPM_KAB, KABUPATEN)
    layar = yayan.tulis("/desa")
    assert "Data desa mana?" in layar
    assert len(layar.daftar) == 8
    assert yayan.tekan("Lainnya ›").daftar[-1] == "Kecamatan Kec 49"
    assert len(yayan.tekan("Kecamatan Kec 49").daftar) == 8
    assert yayan.tekan("Lainnya ›").daftar[0] == "Desa 49-8"
    kenal(d, f"{KABUPATEN}.60", "Kosong")
    assert yayan.tulis(f"/desa {KABUPATEN}.60").pesan.teks == "Belum ada desa yang tercatat di sini."
    assert orang(d, "Admin", ADMIN, "0").tulis("/desa").daftar == ["Kabupaten Cianjur"]


# -- on paper ---------------------------------------------------------------------------------------------------------


def unduh(o: Obrolan) -> bytes:
    berkas = o.tulis(f"/desa {SUKAMAJU} pdf").pesan.berkas
    assert berkas
    return dokumen.buat(berkas.resep, o.desa, berkas.bahan, o.dunia.hari_ini)


def isi(o: Obrolan) -> dict[str, object]:
    di = o.desa.wilayah.ambil(SUKAMAJU)
    assert di
    return isi_profil(di, o.desa, o.dunia.hari_ini)


def test_the_page_says_what_the_screen_says(sari: Obrolan) -> None:
    penuh(sari)
    layar = sari.tulis("/desa")
    bagian = isi(sari)["bagian"]
    assert isinstance(bagian, list)
    assert [f"{b['judul']}: {b['teks']}" for b in bagian] == layar.pesan.teks.split("\n\n")[0].split("\n")
    (satu,) = halaman(sari_pdf := unduh(sari))
    assert sari_pdf.startswith(b"%PDF")
    rata = " ".join(satu.split())
    for b in bagian:
        teks = " ".join(str(b["teks"]).split())
        assert teks[1:] in rata, teks


def test_the_button_brings_it_and_leads_back(sari: Obrolan) -> None:
    sari.tulis("/desa")
    layar = sari.tekan("Profil (PDF)")
    assert layar.pesan.berkas
    assert layar.pesan.berkas.nama == f"profil-{SUKAMAJU}.pdf"
    assert "Desa Sukamaju" in sari.tekan("Ke layarnya")


def test_nobody_but_pendamping_is_named(sari: Obrolan, rina: Obrolan) -> None:
    penuh(sari)
    (satu,) = halaman(unduh(sari))
    assert "Bu Sari" in satu
    assert "Bu Rina" in satu
    assert "Pendamping Lokal Desa, sejak 21 September 2026" in satu
    for kata in ("Siti", "Dudung", "Rahasia warga"):
        assert kata not in satu
    assert "Per 20 November 2026" in satu


def test_gaps_are_gaps(sari: Obrolan) -> None:
    (satu,) = halaman(unduh(sari))
    assert satu.count("Belum dicatat\n") == sum(not (b.kosong or i.teks) for b, i in terisi(_tentang(sari)))
    assert "Tidak ada yang tercatat terbuka" in satu
    assert "Di luar yang rahasia, tidak ada yang terbuka" in satu


def _tentang(o: Obrolan) -> Tentang:
    di = o.desa.wilayah.ambil(SUKAMAJU)
    assert di
    return Tentang(di, o.desa, o.dunia.hari_ini)


def test_nobody_serves_it(d: Dunia) -> None:
    yayan = orang(d, "Pak Yayan", TAPM_KAB, KABUPATEN)
    assert isi(yayan)["pengampu"] == []
    assert "belum ada yang tercatat di sini" in halaman(unduh(yayan))[0]


def test_one_page_however_much_there_is_and_what_has_no_room_is_counted(d: Dunia, sari: Obrolan) -> None:
    d.tx.run("UPDATE wilayah SET nama = ? WHERE kode = ?", ("Sejahtera Makmur Abadi " * 4 + "X" * 60, SUKAMAJU))
    d.tx.run("UPDATE orang SET nama = ? WHERE id = ?", (f"Nyonya {PANJANG}", sari.id))
    for n in range(9):
        orang(d, f"Pendamping {n} {PANJANG}", TEKNIS, KECAMATAN)
    penuh(sari, banyak=40, ekor=PANJANG)
    semua = halaman(unduh(sari))
    assert len(semua) == 1
    bagian = isi(sari)["bagian"]
    assert isinstance(bagian, list)
    tersembunyi = [int(n) for n in re.findall(r"(?:dan|halaman ini:) (\d+) baris", semua[0])]
    assert sum(tersembunyi) > 20
    assert semua[0].count("•") + sum(tersembunyi) == sum(len(b["rinci"]) for b in bagian)
    assert f"dan {10 - ORANG} lagi" in semua[0]
    assert "bukan dokumen resmi" in semua[0]


def test_even_when_every_line_is_as_long_as_it_may_be(sari: Obrolan) -> None:
    penuh_ = "Kata " * 100
    orang_ = {"nama": penuh_[:LEBAR_NAMA], "sebagai": "Pendamping Lokal Desa, pengganti, sejak 21 September 2026"}
    bagian = {"judul": "Indikator 2026", "ada": True, "teks": penuh_[:LEBAR], "rinci": [penuh_[:LEBAR_RINCI]] * 20}
    kertas = {
        **isi(sari),
        "judul": penuh_[:LEBAR_JUDUL],
        "pengampu": [orang_] * (ORANG + 1),
        "bagian": [bagian] * len(BAGIAN),
    }
    (satu,) = halaman(cetak_pdf("profil", kertas))
    assert f"{20 * len(BAGIAN)} baris rincian" in " ".join(satu.split())


def test_a_part_with_many_lines_says_how_many_are_left(sari: Obrolan) -> None:
    kertas = isi(sari)
    kertas["bagian"] = [{"judul": "Tenggat", "ada": True, "teks": "banyak", "rinci": [f"Baris {n}" for n in range(12)]}]
    (satu,) = halaman(cetak_pdf("profil", kertas))
    assert "dan 4 baris lagi di aplikasi" in satu
    assert "Baris 7" in satu
    assert "Baris 8" not in satu
