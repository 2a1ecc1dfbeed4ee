"""/unduh: asked for by taps or in one line, and a workbook that holds what the summary said."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.katalog.register import muat_register
from data.orang import ADMIN, CAMAT, PD, TAPM_KAB
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar
from handlers.dialog.tolak import Tolak
from handlers.kerja.pekerjaan import Terjelaskan
from handlers.kerja.tabel import PEKERJAAN
from handlers.lembar import lembar as penulis
from handlers.register.xlsx import lembar_register
from handlers.tabel import TABEL
from handlers.unduh import kerja, takar, tempat_baris
from handlers.unduh import unduh as modul
from handlers.unduh.arti import jelas
from handlers.unduh.macam import ISI
from handlers.unduh.masa import Jangka, TanyaMasa, cari_jangka, dari_kode, sebut_jangka
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.unduh.buku import BAHAN, baca, tentang, unduh, unduh_pelan
from tests.kerja import LajuUji

SUKAMAJU = f"{KECAMATAN}.2013"
HARI = date(2026, 11, 20)
JAHAT = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    '=HYPERLINK("http://x","klik")',
    "<r></t></is></c><c><f>1+1</f></c><c><is><t></r>",
)


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


def petugas(dunia: Dunia, peran: str, kode: str = KECAMATAN, nama: str = "Bu Rina") -> Obrolan:
    o = dunia.orang(nama, peran=None)
    from data.orang import OrangQ
    from data.wilayah import WilayahQ

    if kode != "0":
        WilayahQ(dunia.tx).kenalkan(kode)
    OrangQ(dunia.tx).tugaskan(o.id, peran, kode, HARI, disahkan=True)
    return o


def catat(
    dunia: Dunia, n: int, *, tanggal: str = "2026-11-19", desa: str = SUKAMAJU, oleh: int = 0, **lain: Any
) -> None:
    oleh = oleh or dunia.orang("Bu Sari").id
    isi: dict[str, Any] = {
        "nomor": f"K-2611-{n:04}", "orang_id": oleh, "desa": desa, "kegiatan": "AS11", "cara": "desa",
        "tanggal": tanggal, "jam": "09:00-11:30", "menit": 150, "hasil": "Papan proyek terpasang.", "dicatat": dunia.kini,
    } | lain  # fmt: skip
    dunia.tx.run(f"INSERT INTO kegiatan ({', '.join(isi)}) VALUES ({', '.join('?' * len(isi))})", list(isi.values()))


# -- by taps and in one line ------------------------------------------------------------------------------------------


def test_by_taps(dunia: Dunia) -> None:
    catat(dunia, 1)
    catat(dunia, 2, tanggal="2026-10-19")
    rina = petugas(dunia, PD)
    rina.tulis("unduh")
    assert rina.layar.label[:3] == ["Semua", "Kegiatan", "Musdes & keputusan"]
    assert len(rina.layar.label) <= 10
    rina.tekan("Kegiatan")
    assert rina.layar.label[0] == "Semua wilayah saya"
    assert "Desa Sukamaju" in rina.layar.label
    rina.tekan("Semua wilayah saya")
    layar = rina.tekan("Bulan ini")
    assert "Masa: November 2026" in layar
    assert "1 baris" in layar
    layar = rina.tekan("Siapkan")
    assert "Unduhan kegiatan, semua wilayah tugas, November 2026 sedang disiapkan" in layar
    (antre,) = rina.desa.kerja.berjalan()
    assert (antre.jenis, antre.bahan) == (
        "unduh_xlsx",
        {"apa": "kegiatan", "register": "", "di": "", "masa": "2026-11-01:2026-11-30"},
    )


def test_in_one_line(dunia: Dunia) -> None:
    catat(dunia, 1, tanggal="2026-10-19")
    rina = petugas(dunia, PD)
    layar = rina.tulis("unduh kegiatan sukamaju oktober")
    assert "Kegiatan\nDi: Desa Sukamaju\nMasa: Oktober 2026\n\n1 baris" in layar
    assert "Masa: triwulan 4 2026" in (rina.tulis("batal") and rina.tulis("/unduh semua cibeber triwulan ini"))
    rina.tulis("batal")
    assert "Masa: 1 Oktober 2026 s.d. 20 Oktober 2026" in rina.tulis("/unduh kegiatan semua 1/10 sampai 20/10")


@pytest.mark.parametrize(
    ("teks", "jawaban"),
    [
        ("register kerja sama sukamaju 2026", {"apa": "register", "register": "kerja_sama"}),
        ("register kerja_sama 32.03.03.2013", {"apa": "register", "register": "kerja_sama"}),
        ("kader sukamaju", {"apa": "register", "register": "kader"}),
        ("tindak lanjut", {"apa": "musdes"}),
        ("bum desa 2026", {"apa": "bumdes", "masa": "2026-01-01:2026-12-31"}),
        ("data kegiatan", {"apa": "semua"}),
    ],
)
def test_what_is_read_of_one_line(dunia: Dunia, teks: str, jawaban: dict[str, str]) -> None:
    rina = petugas(dunia, PD)
    rina.tulis(f"/unduh {teks}")
    if rina.terbuka is None:
        assert "Belum ada isinya" in rina.layar
        return
    assert jawaban.items() <= rina.jawaban.items()


def test_a_place_that_is_not_theirs_is_not_there(dunia: Dunia) -> None:
    rina = petugas(dunia, PD)
    layar = rina.tulis("/unduh kegiatan karangsari")
    assert "Belum ketemu" in layar
    assert "Boleh juga: semua" in layar
    assert "Belum ketemu" in rina.tulis("11.01.01.2001")
    assert "Masa kapan?" in rina.tulis("semua")


def test_days_that_are_none_are_asked_for_again_with_the_reason(dunia: Dunia) -> None:
    rina = petugas(dunia, PD)
    rina.tulis("/unduh kegiatan 40/13 - 50/13")
    assert rina.jawaban == {"apa": "kegiatan"}
    layar = rina.tulis("sukamaju")
    assert "Masa kapan?" in layar
    assert "Masanya belum terbaca" in layar or "Contoh" in layar


def test_several_of_one_name_are_asked_about(dunia: Dunia) -> None:
    ahli = petugas(dunia, TAPM_KAB, "32.03")
    from data.wilayah import WilayahQ

    WilayahQ(dunia.tx).kenalkan_isi("32.03")
    layar = ahli.tulis("/unduh kegiatan sukamaju 2026")
    assert "Yang mana?" in layar
    assert len(layar.daftar) > 1
    assert ahli.tulis("1").teks


def test_those_above_begin_with_the_parts_of_their_place(dunia: Dunia) -> None:
    ahli = petugas(dunia, TAPM_KAB, "32.03")
    ahli.tulis("/unduh kegiatan")
    assert ahli.layar.daftar == ["Semua wilayah saya", "Kecamatan Cibeber"]
    admin = petugas(dunia, ADMIN, "0", "Admin")
    admin.tulis("/unduh kegiatan")
    assert admin.layar.daftar == ["Semua wilayah saya"], "no province is known here yet"
    sari = dunia.orang("Bu Sari", desa=["2013"])
    sari.tulis("/unduh kegiatan")
    assert sari.layar.daftar == ["Semua wilayah saya"]


def test_two_days_asked_for_one_by_one(dunia: Dunia) -> None:
    catat(dunia, 1)
    rina = petugas(dunia, PD)
    for teks in ("/unduh kegiatan semua", "dua tanggal", "20/11", "1/11"):
        rina.tulis(teks)
    assert "Masa: 1 November 2026 s.d. 20 November 2026" in rina.layar, "whichever is said first"


def test_nothing_there_says_what_to_try(dunia: Dunia) -> None:
    rina = petugas(dunia, PD)
    layar = rina.tulis("/unduh kegiatan sukamaju 2025")
    assert "Belum ada isinya: kegiatan, Desa Sukamaju, 2025." in layar
    rina.tekan("Masa lain")
    assert rina.layar.teks.endswith("Masa kapan?")
    assert rina.jawaban == {"apa": "kegiatan", "di": SUKAMAJU}


def test_the_kind_of_register_stays_when_another_time_is_chosen(dunia: Dunia) -> None:
    rina = petugas(dunia, PD)
    rina.tulis("/unduh register kerja sama sukamaju 2025")
    rina.tekan("Masa lain")
    assert rina.jawaban == {"apa": "register", "register": "kerja_sama", "di": SUKAMAJU}


def test_more_than_one_file_carries_says_how_to_narrow(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "TERBANYAK", 2)
    for n in range(1, 4):
        catat(dunia, n)
    rina = petugas(dunia, PD)
    layar = rina.tulis("/unduh kegiatan semua 2026")
    assert "Lebih dari 2 baris" in layar
    assert "masa yang lebih pendek" in layar


def test_who_has_no_task_is_told_when(dunia: Dunia) -> None:
    camat = dunia.orang("Pak Camat", peran=None)
    from data.orang import OrangQ

    OrangQ(dunia.tx).tugaskan(camat.id, CAMAT, KECAMATAN, HARI, disahkan=False)
    assert "disahkan" in camat.tulis("/unduh")


def test_the_camat_is_not_offered_problems(dunia: Dunia) -> None:
    camat = petugas(dunia, CAMAT, nama="Pak Camat")
    assert "Masalah & aduan" not in camat.tulis("/unduh").label
    assert "apa" not in (camat.tulis("/unduh masalah") and camat.jawaban), "nor does its name say more"


def test_a_report_that_begins_so_is_no_wish(dunia: Dunia) -> None:
    sari = dunia.orang("Bu Sari")
    sari.tulis("unduh aplikasi DRP di desa Sukamaju bersama sekdes")
    assert sari.terbuka is None or sari.terbuka.dialog != "unduh"
    sari.tulis("/batal")
    sari.tulis("unduh kegiatan itu bagaimana?")
    assert sari.terbuka is None or sari.terbuka.dialog != "unduh"


# -- days -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "kode", "sebut"),
    [
        ("bulan ini", "2026-11-01:2026-11-30", "November 2026"),
        ("bulan lalu", "2026-10-01:2026-10-31", "Oktober 2026"),
        ("oktober", "2026-10-01:2026-10-31", "Oktober 2026"),
        ("Desember", "2025-12-01:2025-12-31", "Desember 2025"),
        ("oktober 2025", "2025-10-01:2025-10-31", "Oktober 2025"),
        ("2026-03", "2026-03-01:2026-03-31", "Maret 2026"),
        ("triwulan ini", "2026-10-01:2026-12-31", "triwulan 4 2026"),
        ("triwulan lalu", "2026-07-01:2026-09-30", "triwulan 3 2026"),
        ("triwulan 1", "2026-01-01:2026-03-31", "triwulan 1 2026"),
        ("tahun ini", "2026-01-01:2026-12-31", "2026"),
        ("tahun lalu", "2025-01-01:2025-12-31", "2025"),
        ("tahun 2024", "2024-01-01:2024-12-31", "2024"),
        ("semua waktu", ":", "semua waktu"),
        ("semua", ":", "semua waktu"),
        ("1/10 - 15/10", "2026-10-01:2026-10-15", "1 Oktober 2026 s.d. 15 Oktober 2026"),
        ("15/10/2026 s.d. 1/10/2026", "2026-10-01:2026-10-15", "1 Oktober 2026 s.d. 15 Oktober 2026"),
        ("2026-11-02 sampai 2026-11-02", "2026-11-02:2026-11-02", "2 November 2026"),
    ],
)
def test_days_as_people_say_them(teks: str, kode: str, sebut: str) -> None:
    jangka = TanyaMasa().read(Masukan(teks=teks), Layar(HARI))
    assert jangka
    assert (jangka.kode, sebut_jangka(jangka)) == (kode, sebut)
    assert dari_kode(kode) == jangka
    assert TanyaMasa().show(jangka) == sebut


@pytest.mark.parametrize("teks", ["entah", "oktober di sukamaju", "40/13 - 50/13", ""])
def test_no_days_say_what_would_do(teks: str) -> None:
    with pytest.raises(Tolak, match="Contoh|contoh"):
        TanyaMasa().read(Masukan(teks=teks), Layar(HARI))


@pytest.mark.parametrize("kode", ["", "2026", "2026-11-01:", ":2026-11-01", "x:y", "2026-13-01:2026-13-02"])
def test_a_button_made_up_by_hand_is_no_time(kode: str) -> None:
    with pytest.raises(Tolak):
        TanyaMasa().load(kode, Layar(HARI))


def test_two_days_wait_for_both(dunia: Dunia) -> None:
    assert TanyaMasa().load("dua", Layar(HARI)) is None
    assert TanyaMasa().show(None) == "dua tanggal"
    assert TanyaMasa().dump(None) == "dua"
    assert cari_jangka("32.03.03.2013", HARI) == (None, "32.03.03.2013"), "a code is no year"
    assert cari_jangka("sukamaju semua waktu", HARI)[0] == Jangka()


# -- the workbook -----------------------------------------------------------------------------------------------------


def test_rows_with_days_as_days_and_numbers_as_numbers(dunia: Dunia, tmp_path: Path) -> None:
    catat(dunia, 1, peserta=34, peserta_l=22, peserta_p=12, lokasi="-6.93,107.12", masalah="Berkas kurang.")
    catat(dunia, 2, desa=KECAMATAN, cara="koordinasi", kegiatan="XX99", tanggal="2026-11-03")
    rina = petugas(dunia, PD)
    buku = unduh(rina.desa, tmp_path, apa="kegiatan", masa="2026-11-01:2026-11-30")
    assert list(buku) == ["Tentang", "Kegiatan", "Keterangan"]
    kecamatan, satu = buku["Kegiatan"]
    assert satu["Tanggal"].date() == date(2026, 11, 19)
    assert (satu["Menit"], satu["Peserta"], satu["Laki-laki"]) == (150, 34, 22)
    assert (satu["Desa"], satu["Kecamatan"], satu["Kabupaten/Kota"]) == ("Sukamaju", "Cibeber", "Kabupaten Cianjur")
    assert (satu["Jam"], satu["Cara"], satu["Titik"]) == ("09.00–11.30", "Di desa", "-6.93,107.12")
    assert (satu["Dicatat oleh"], satu["Dicatat"].date()) == ("Bu Sari", HARI)
    assert (kecamatan["Desa"], kecamatan["Kecamatan"]) == (None, "Cibeber")
    assert (kecamatan["Pilar"], kecamatan["Kegiatan"]) == (None, "Kegiatan XX99"), "an activity of an older catalogue"
    ket = {(b["Lembar"], b["Kolom"]) for b in buku["Keterangan"]}
    assert {("Kegiatan", nama) for nama in satu} <= ket, "every column is explained"
    isi = tentang(buku)
    assert isi["Diminta oleh"] == "Bu Rina"
    assert isi["Wilayah"] == "semua wilayah tugas"
    assert isi["Masa"] == "November 2026"
    assert isi["Dibuat"] == "Jumat, 20 November 2026"
    assert (isi["Lembar Kegiatan"], isi["Semua lembar"]) == (2, 2)


def test_a_header_that_stays_and_a_filter(dunia: Dunia, tmp_path: Path) -> None:
    catat(dunia, 1)
    rina = petugas(dunia, PD)
    hasil = PEKERJAAN["unduh_xlsx"](rina.desa, {**BAHAN, "di": SUKAMAJU}, LajuUji(tmp_path))
    assert hasil.nama == "unduhan-semua-data-desa-sukamaju-semua-waktu.xlsx"
    assert "1 baris, 0,1 MB" in hasil.pesan.teks
    ws = openpyxl.load_workbook(tmp_path / hasil.nama)["Kegiatan"]
    assert ws.freeze_panes == "A2"
    assert ws.auto_filter.ref == "A1:U2"
    assert tentang(baca(tmp_path / hasil.nama))["Wilayah"] == f"Desa Sukamaju ({SUKAMAJU})"


def test_what_was_deleted_is_not_in_it_and_neither_is_another_time(dunia: Dunia, tmp_path: Path) -> None:
    catat(dunia, 1, dihapus=1)
    catat(dunia, 2, tanggal="2026-10-31")
    catat(dunia, 3, tanggal="2026-11-01")
    catat(dunia, 4, tanggal="2026-11-30")
    catat(dunia, 5, tanggal="2026-12-01")
    rina = petugas(dunia, PD)
    buku = unduh(rina.desa, tmp_path, apa="kegiatan", masa="2026-11-01:2026-11-30")
    assert [b["Nomor"] for b in buku["Kegiatan"]] == ["K-2611-0003", "K-2611-0004"]


def isi_semua(d: Dunia, sari: int, kata: str) -> None:
    """Something for every sheet, in these words."""
    kini = d.kini
    sql = d.tx.run
    catat(d, 1, oleh=sari, hasil=kata, masalah=kata, tindak_lanjut=kata)
    sql(
        "INSERT INTO musdes (id, nomor, orang_id, jenis, desa, judul, tanggal, mulai, selesai, tempat, dasar, nomor_ba, "
        "unsur, pimpinan, pimpinan_unsur, status, isian, hadir_l, hadir_p, dibuat, diubah) VALUES (7, 'M-2611-0001', ?, "
        "'md_apb', ?, ?, '2026-11-19', '19:30', '22:00', ?, ?, ?, '[\"bpd\"]', ?, 'bpd', 'selesai', '{}', 3, 4, ?, ?)",
        (sari, KECAMATAN, *([kata] * 5), kini, kini),
    )
    for desa in (SUKAMAJU, f"{KECAMATAN}.2017"):
        sql("INSERT INTO musdes_desa VALUES (7, ?, '2026-11-19')", (desa,))
    for n, induk in ((1, None), (2, 1)):
        sql(
            "INSERT INTO keputusan (id, nomor, musdes_id, desa, induk, urutan, isi, cara, pj, tenggat, anggaran, "
            "sumber_dana, status, alasan, dibuat, diubah) VALUES (?, ?, 7, ?, ?, ?, ?, 'mufakat', ?, '2026-12-01', "
            "45000000, 'DD', 'selesai', ?, ?, ?)",
            (n, f"P-2611-000{n}", KECAMATAN, induk, n, kata, kata, kata, kini, kini),
        )
    sql(
        "INSERT INTO rencana (id, nomor, orang_id, peran, desa, tahun, status, dibuat, diubah) "
        "VALUES (3, 'N-2611-0001', ?, 'pld', ?, 2026, 'draf', ?, ?)",
        (sari, SUKAMAJU, kini, kini),
    )
    for n, apa in ((1, "AS11"), (2, "XX99")):
        sql(
            "INSERT INTO rencana_butir (rencana_id, urutan, kegiatan, uraian, target, pekan, pihak, dibuat, diubah) "
            "VALUES (3, ?, ?, ?, 4, '03.1', ?, ?, ?)",
            (n, apa, kata, kata, kini, kini),
        )
    sql(
        "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, dibuat, diubah) "
        "VALUES ('AL-2611-0001', 'aset', ?, ?, 'dipakai', ?, ?, ?, ?)",
        (
            SUKAMAJU,
            kata,
            __import__("json").dumps({"nama": kata, "golongan": "alam", "manfaat": kata}),
            sari,
            kini,
            kini,
        ),
    )
    sql(
        "INSERT INTO masalah (nomor, desa, tema, isi, asal, orang_id, nama, kanal, tujuan, pj, tingkat, tenggat, status, "
        "jawaban, dibuat, diubah) VALUES ('A-2611-0001', ?, 'blt', ?, 'warga', ?, 'Warga X', 'uji', 'x', ?, 'pld', "
        "'2026-12-01', 'baru', ?, ?, ?)",
        (SUKAMAJU, kata, sari, sari, kata, kini, kini),
    )
    saat = (sari, kini, kini)
    sql(
        "INSERT INTO bumdes (desa, nama, hambatan, oleh, dibuat, diubah) VALUES (?, ?, ?, ?, ?, ?)",
        (SUKAMAJU, kata, kata, *saat),
    )
    sql(
        "INSERT INTO kdmp (desa, nama, hambatan, oleh, dibuat, diubah) VALUES (?, ?, ?, ?, ?, ?)",
        (SUKAMAJU, kata, kata, *saat),
    )
    for desa, keluarga in ((SUKAMAJU, 40), (f"{KECAMATAN}.2017", 0)):
        sql(
            "INSERT INTO blt (desa, tahun, keluarga, bulanan, sk, oleh, dibuat, diubah) VALUES (?, 2026, ?, 300000, ?, ?, ?, ?)",
            (desa, keluarga, kata, *saat),
        )
    for n, tahun in ((1, 2026), (2, 2025)):
        sql(
            "INSERT INTO blt_salur (nomor, desa, tahun, dari, sampai, tanggal, keluarga, rupiah, alasan, orang_id, dibuat) "
            "VALUES (?, ?, ?, 7, 9, '2026-10-15', 40, 36000000, ?, ?, ?)",
            (f"B-2611-000{n}", SUKAMAJU, tahun, kata, sari, kini),
        )
    sql(
        "INSERT INTO blt_ubah (desa, tahun, tanggal, sebab, keluarga, catatan, orang_id, dibuat) "
        "VALUES (?, 2026, '2026-11-01', 'pindah', -2, ?, ?, ?)",
        (SUKAMAJU, kata, sari, kini),
    )
    sql(
        "INSERT INTO kemandirian (nomor, desa, kelompok, tahun, tanggal, forum, material, intelektual, pendampingan, isi, "
        "berikut, catatan, orang_id, dibuat, diubah) VALUES ('D-2611-0001', ?, ?, 2026, '2026-11-19', 'fgd', 2, 2, 2, "
        "'{\"material_pokok\":2}', ?, ?, ?, ?, ?)",
        (SUKAMAJU, kata, kata, kata, *saat),
    )
    sql(
        "INSERT INTO indeks_desa (desa, tahun, status, sumber, oleh, diubah) VALUES (?, 2025, 'maju', ?, ?, ?)",
        (SUKAMAJU, kata, sari, kini),
    )
    sql(
        "INSERT INTO siklus (desa, tahun, dokumen, tahap, nomor, tanggal, musdes_id, oleh, diubah) "
        "VALUES (?, 2027, 'rkp', 'perdes', ?, '2026-11-19', 7, ?, ?)",
        (SUKAMAJU, kata, sari, kini),
    )


LEMBAR = [
    "Tentang", "Kegiatan", "Musdes", "Keputusan", "Rencana", "Kegiatan rencana", "Aset lokal", "Masalah",
    "BLT penetapan", "BLT pembayaran", "BLT perubahan", "BUM Desa", "KDMP", "Kemandirian", "Indeks Desa",
    "Siklus dokumen", "Keterangan",
]  # fmt: skip


@pytest.mark.parametrize("kata", JAHAT)
def test_nothing_that_was_typed_becomes_a_formula_on_any_sheet(dunia: Dunia, tmp_path: Path, kata: str) -> None:
    isi_semua(dunia, dunia.orang("Bu Sari").id, kata)
    rina = petugas(dunia, PD, nama=kata[:30])
    hasil = PEKERJAAN["unduh_xlsx"](rina.desa, BAHAN, LajuUji(tmp_path))
    with zipfile.ZipFile(tmp_path / hasil.nama) as berkas:
        for nama in berkas.namelist():
            xml = berkas.read(nama).decode()
            assert "<f>" not in xml, nama
            assert "hyperlink" not in xml, nama
    buku = openpyxl.load_workbook(tmp_path / hasil.nama)
    assert buku.sheetnames == LEMBAR
    ketemu = 0
    for ws in buku.worksheets[1:-1]:
        for baris in ws.iter_rows(min_row=2):
            for sel in baris:
                assert sel.data_type != "f", (ws.title, sel.coordinate)
                ketemu += isinstance(sel.value, str) and sel.value.strip().startswith(kata)
    assert ketemu > 25, "it stands on the sheets as it was written"


def test_every_sheet_has_its_rows(dunia: Dunia, tmp_path: Path) -> None:
    isi_semua(dunia, dunia.orang("Bu Sari").id, "Uraian.")
    rina = petugas(dunia, PD)
    laju = LajuUji(tmp_path)
    buku = unduh_pelan(rina.desa, tmp_path, laju)
    banyak = {nama: len(baris) for nama, baris in buku.items() if nama not in ("Tentang", "Keterangan")}
    assert banyak == {
        nama: 2 if nama in ("Keputusan", "Kegiatan rencana", "BLT penetapan", "BLT pembayaran") else 1
        for nama in LEMBAR[1:-1]
    }
    n = sum(banyak.values())
    assert laju.catatan == [(i, n) for i in range(1, n + 1)], "how far it is, row by row"
    (musdes,) = buku["Musdes"]
    assert (musdes["Desa"], musdes["Desa yang ikut"]) == (None, "Sukamaju, Sukamanah")
    assert (musdes["Hadir"], musdes["Selesai"], musdes["Keputusan"]) == (7, "22.00", 1)
    utama, lanjut = buku["Keputusan"]
    assert (utama["Tindak lanjut dari"], lanjut["Tindak lanjut dari"]) == (None, "P-2611-0001")
    assert (utama["Anggaran"], utama["Ada bukti"], utama["Usulan"]) == (45_000_000, "Ya", "Tidak")
    (rencana,) = buku["Rencana"]
    assert (rencana["Kegiatan"], rencana["Tercapai"], rencana["Keadaan"]) == (2, 0, "draf, belum diajukan")
    assert [b["Pilar"] for b in buku["Kegiatan rencana"]][-1] == "Lainnya", "an activity of an older catalogue"
    assert [b["Hitungan"] for b in buku["BLT pembayaran"]] == [None, 36_000_000]
    assert [b["Sebulan"] for b in buku["BLT penetapan"]] == [300_000, None], "where nobody was set there is no sum"
    (siklus,) = buku["Siklus dokumen"]
    assert (siklus["Dokumen"], siklus["Tahap"], siklus["Musyawarah"]) == ("RKP", "Perdes", "M-2611-0001")
    assert "nama pelapor" in str(buku["Tentang"])


def test_every_column_of_every_sheet_is_explained(dunia: Dunia, tmp_path: Path) -> None:
    isi_semua(dunia, dunia.orang("Bu Sari").id, "Uraian.")
    buku = unduh(petugas(dunia, PD).desa, tmp_path)
    arti = {(b["Lembar"], b["Kolom"]): b["Artinya"] for b in buku["Keterangan"] if b["Lembar"] != "Tentang"}
    for nama, baris in buku.items():
        for kolom in baris[0] if nama not in ("Tentang", "Keterangan") else ():
            assert arti[nama, kolom], (nama, kolom)
    for jenis in muat_register().semua:
        assert all(k.arti for k in jelas(lembar_register(jenis, "", petugas(dunia, PD).desa).kolom)), jenis.kode
    assert all(k.arti for isi in ISI.values() for k in jelas(isi.kolom))


def test_one_kind_of_register(dunia: Dunia, tmp_path: Path) -> None:
    isi_semua(dunia, dunia.orang("Bu Sari").id, "Uraian.")
    rina = petugas(dunia, PD)
    assert list(unduh(rina.desa, tmp_path / "a", apa="register", register="aset")) == [
        "Tentang",
        "Aset lokal",
        "Keterangan",
    ]
    with pytest.raises(Terjelaskan):
        unduh(rina.desa, tmp_path / "b", apa="register", register="kerja_sama")
    assert tentang(unduh(rina.desa, tmp_path / "c", apa="register"))["Semua lembar"] == 1


def test_kinds_without_rows_are_named(dunia: Dunia, tmp_path: Path) -> None:
    catat(dunia, 1)
    rina = petugas(dunia, PD)
    isi = tentang(unduh(rina.desa, tmp_path))
    assert isi["Tanpa lembar Register"] == isi["Tanpa lembar Musdes"] == 0


def test_names_of_places_are_held_a_few_at_a_time(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempat_baris, "DIINGAT", 1)
    peta = tempat_baris.Peta(petugas(dunia, PD).desa)
    for _ in range(2):
        assert peta.nama(SUKAMAJU) == "Sukamaju"
        assert peta.sel("99.99.99.2999") == ["99.99.99.2999", None, None, None], "a code that nobody knows any more"
        assert peta.nama("99.99.99.2999") == "99.99.99.2999"


def test_called_off_it_stops_and_leaves_nothing_open(dunia: Dunia, tmp_path: Path) -> None:
    for n in range(1, 9):
        catat(dunia, n)
    rina = petugas(dunia, PD)
    laju = LajuUji(tmp_path, henti=3)
    with pytest.raises(InterruptedError):
        PEKERJAAN["unduh_xlsx"](rina.desa, BAHAN, laju)
    assert len(laju.catatan) == 3
    assert not [b for b in tmp_path.iterdir() if b.suffix == ".xlsx"], "no half workbook"


def test_run_twice_it_is_the_same_file(dunia: Dunia, tmp_path: Path) -> None:
    isi_semua(dunia, dunia.orang("Bu Sari").id, "Uraian.")
    rina = petugas(dunia, PD)
    isi = []
    for nama in ("a", "b"):
        (tmp_path / nama).mkdir()
        hasil = PEKERJAAN["unduh_xlsx"](rina.desa, BAHAN, LajuUji(tmp_path / nama))
        with zipfile.ZipFile(tmp_path / nama / hasil.nama) as berkas:
            isi.append({n: berkas.read(n) for n in berkas.namelist()})
    assert isi[0] == isi[1]


def test_what_was_there_when_it_was_asked_for_may_be_gone(dunia: Dunia, tmp_path: Path) -> None:
    rina = petugas(dunia, PD)
    with pytest.raises(Terjelaskan, match="sudah tidak ada"):
        unduh(rina.desa, tmp_path)
    with pytest.raises(LookupError):
        unduh(rina.desa, tmp_path, di="11.01.01.2001")


def test_too_big_for_a_chat_says_how_to_ask_again(
    dunia: Dunia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catat(dunia, 1)
    monkeypatch.setattr(kerja, "BESAR", 1000)
    with pytest.raises(Terjelaskan, match="terlalu besar"):
        unduh(petugas(dunia, PD).desa, tmp_path)


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(
    dunia: Dunia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(penulis, "BARIS", 11)
    for n in range(1, 15):
        catat(dunia, n)
    buku = unduh(petugas(dunia, PD).desa, tmp_path, apa="kegiatan")
    assert [nama for nama in buku if nama.startswith("Kegiatan")] == ["Kegiatan", "Kegiatan (2)"]
    assert tentang(buku)["Lembar Kegiatan"] == 14


def test_pages_join_without_a_gap(dunia: Dunia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from data.unduh import alir

    monkeypatch.setattr(alir, "SEKALI", 2)
    sari = dunia.orang("Bu Sari").id
    for n in range(1, 10):
        catat(dunia, n, oleh=sari, tanggal=f"2026-11-0{1 + n % 3}", desa=(SUKAMAJU, f"{KECAMATAN}.2017")[n % 2])
    buku = unduh(petugas(dunia, PD).desa, tmp_path, apa="kegiatan")
    ada = [(b["Kode wilayah"], b["Tanggal"], b["Nomor"]) for b in buku["Kegiatan"]]
    assert len(ada) == 9
    assert ada == sorted(ada)


@pytest.mark.parametrize(
    ("n", "lama"),
    [(1, "beberapa detik"), (30_000, "kurang dari semenit"), (100_000, "2 menit"), (300_000, "4 menit")],
)
def test_how_long_it_takes_is_said(n: int, lama: str) -> None:
    assert lama in takar.sebut_takar(n)
    assert takar.sebut_besar(1) == "0,1 MB"
