"""/indikator: what is met and what proves it, what is nearest to be closed, and how many villages stand where."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from data.indikator_desa.angka import Masa
from data.orang import ADMIN, CAMAT, PD, TAPM_KAB, TAPM_PROV
from handlers import dokumen
from handlers.indikator.indikator import baca_diminta
from handlers.indikator.masa import baca_masa, kode_masa, masa_lain, sebut_masa
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.keputusan_dunia import ambil, musdes, putusan
from tests.handlers.tim_dunia import KABUPATEN, PROVINSI, SUKAMAJU, catat, kenal, orang, ramai

SUKAMANAH = f"{KECAMATAN}.2017"
HARI_INI = date(2026, 11, 20)


def buku(o: Obrolan) -> dict[str, list[tuple[object, ...]]]:
    berkas = o.layar.pesan.berkas
    assert berkas
    isi = dokumen.buat(berkas.resep, o.desa, berkas.bahan, o.dunia.hari_ini)
    return {s.title: [tuple(r) for r in s.iter_rows(values_only=True)] for s in load_workbook(io.BytesIO(isi))}


# -- the days ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "kode", "sebut", "sisa"),
    [
        ("", "2026", "2026", ""),
        ("sukamaju 2025", "2025", "2025", "sukamaju"),
        ("32.03.03.2013", "2026", "2026", "32.03.03.2013"),
        ("32.03.03.2013 2026-t3", "2026-t3", "triwulan 3 2026", "32.03.03.2013"),
        ("triwulan ini", "2026-t4", "triwulan 4 2026", ""),
        ("tw 2 2025 mayak", "2025-t2", "triwulan 2 2025", "mayak"),
        ("bulan ini", "2026-11", "November 2026", ""),
        ("bulan lalu sukamaju", "2026-10", "Oktober 2026", "sukamaju"),
        ("desember", "2025-12", "Desember 2025", ""),
        ("maret 2024 mayak", "2024-03", "Maret 2024", "mayak"),
        ("2026-02", "2026-02", "Februari 2026", ""),
    ],
)
def test_days_are_read_and_written(teks: str, kode: str, sebut: str, sisa: str) -> None:
    masa, tinggal = baca_masa(teks, HARI_INI)
    assert (kode_masa(masa), sebut_masa(masa), " ".join(tinggal.split())) == (kode, sebut, sisa)
    assert baca_masa(kode, HARI_INI)[0] == masa


@pytest.mark.parametrize(
    ("kode", "lain"),
    [
        ("2026", ["‹ 2025:2025", "Triwulan 4:2026-t4"]),
        ("2025", ["‹ 2024:2024", "2026 ›:2026", "Triwulan 4:2025-t4"]),
        ("2026-t4", ["‹ Triw. 3 2026:2026-t3", "Tahun 2026:2026", "November 2026:2026-11"]),
        ("2026-t1", ["‹ Triw. 4 2025:2025-t4", "Triw. 2 2026 ›:2026-t2", "Tahun 2026:2026", "Maret 2026:2026-03"]),
        ("2026-10", ["‹ September 2026:2026-09", "November 2026 ›:2026-11", "Tahun 2026:2026"]),
    ],
)
def test_other_days_are_one_tap_away(kode: str, lain: list[str]) -> None:
    masa, _ = baca_masa(kode, HARI_INI)
    semua = masa_lain(masa, HARI_INI)
    assert [f"{label}:{kode_masa(m)}" for label, m in semua] == lain
    assert all(len(label) <= 20 for label, _ in semua)


def test_what_is_asked_for() -> None:
    p = baca_diminta("32.03.03.2013 2026-t3 t1B h2", HARI_INI)
    assert (p.masa, p.kelompok, p.indikator, p.xlsx) == (Masa(date(2026, 7, 1), date(2026, 9, 30)), "pld", "T1b", False)
    assert (p.sebutan, p.lihat.halaman) == ("32.03.03.2013", 2)
    p = baca_diminta("cibeber PD xlsx".lower(), HARI_INI)
    assert (p.kelompok, p.indikator, p.xlsx, p.sebutan) == ("pd", "", True, "cibeber")
    assert baca_diminta("pd8", HARI_INI).kelompok == "pd"
    assert baca_diminta("T3d mayak", HARI_INI).indikator == "", "there is no such one"


# -- one village ------------------------------------------------------------------------------------------------------


def test_a_village_duty_by_duty_and_the_nearest_gap(sari: Obrolan) -> None:
    catat(sari, kegiatan="PR04")
    catat(sari, kegiatan="PK03")
    layar = sari.tulis("indikator")
    assert layar.pesan.judul == "Indikator PLD 2026, Desa Sukamaju"
    assert "1. Perencanaan pembangunan dan keuangan desa\nT1a Mengenal UU Desa: terpenuhi\nT1b" in layar
    assert "1 dari 11 terpenuhi, 1 sebagian, 9 belum." in layar
    assert "Paling dekat: T3a Kader dan warga, kurang 1 pelatihan lembaga atau warga." in layar
    assert layar.daftar[0] == "T3a Kader dan warga"
    assert layar.pesan.daftar[0].ket == "sebagian, kurang 1 pelatihan lembaga atau warga"
    assert layar.tombol == ["Catat kegiatan", "Lainnya ›", "‹ 2025", "Triwulan 4", "Tugas PD", "Excel"]
    assert sari.tekan("Lainnya ›").daftar[-1] == "T1a Mengenal UU Desa"
    assert sari.tekan("‹ Sebelumnya").daftar[0] == "T3a Kader dan warga"
    sari.tekan("Catat kegiatan")
    assert sari.jawaban == {"desa": SUKAMAJU, "kegiatan": "PK04"}


def test_the_duties_of_a_pd_say_which_are_the_article_s(sari: Obrolan) -> None:
    sari.tulis("/indikator")
    layar = sari.tekan("Tugas PD")
    assert layar.pesan.judul == "Tugas PD 2026, Desa Sukamaju"
    assert "PD8 dan PD9 dari artikel, tidak ada dalam Permendesa." in layar
    assert "Tugas ini dari artikel" in sari.tekan("PD9 Aset lokal")
    assert sari.tekan("Tugas PD").pesan.judul == "Tugas PD 2026, Desa Sukamaju"
    assert sari.tekan("Indikator PLD").pesan.judul == "Indikator PLD 2026, Desa Sukamaju"


def test_an_indicator_with_its_rule_and_its_proof(sari: Obrolan) -> None:
    k = catat(sari, kegiatan="AS02", tanggal="2026-11-18")
    m = sari.desa.musdes.menurut_id(musdes(sari))
    assert m
    sari.desa.siklus.gerakkan(SUKAMAJU, 2027, "rkp", "musdes", tanggal="2026-11-19")
    layar = sari.tulis("/indikator sukamaju t1b")
    assert layar.pesan.judul == "T1b Musdes perencanaan, Desa Sukamaju, 2026"
    assert "Terpenuhi bila ada dua musyawarah perencanaan" in layar
    assert "• musyawarah perencanaan: ada 2, perlu 2" in layar
    assert "bukan ketetapan kementerian; yang dihitung hanya yang tercatat." in layar
    assert [(b.label, b.ket) for b in layar.pesan.daftar] == [
        ("RKP 2027", "Kam 19/11, sampai musdes"),
        (k, "Rab 18/11, Musyawarah desa (musdes) reguler"),
        (m.nomor, "Sel 10/11, Musdes RKP"),
    ]
    assert layar.tombol == ["Catat siklus", "‹ 2025", "Triwulan 4", "Indikator PLD"]
    kartu = sari.layar
    assert "Siklus 2027, Desa Sukamaju" in sari.tekan("RKP 2027")
    assert f"#{k}" in sari.tekan(k, layar=kartu)
    assert m.nomor in sari.tekan(m.nomor, layar=kartu)
    sari.tekan("Catat siklus", layar=kartu)
    assert sari.keadaan.tanya == "dokumen"


def test_a_musyawarah_that_is_lacking_is_begun_with_one_tap(sari: Obrolan) -> None:
    layar = sari.tulis("/indikator sukamaju T4b")
    assert layar.tombol[:2] == ["Catat musdes", "Catat kegiatan"]
    sari.tekan("Catat musdes")
    assert sari.jawaban["jenis"] == "lpj"
    assert sari.jawaban["desa"] == SUKAMAJU


def test_a_name_too_long_for_a_button_is_asked(d: Dunia) -> None:
    kenal(d, f"{KECAMATAN}.2099", "Sungai Panjang Sekali Namanya Di Hulu")
    o = orang(d, "Bu Sari", "pld", f"{KECAMATAN}.2099")
    o.tulis("/indikator T1a")
    o.tekan("Catat kegiatan")
    assert o.jawaban == {"kegiatan": "PR04"}


def test_every_kind_of_proof_is_named_and_opened(d: Dunia, sari: Obrolan, rina: Obrolan) -> None:
    p = putusan(sari)
    sari.desa.keputusan.tandai(ambil(sari, p), "selesai")
    sari.desa.fungsi.tandai(SUKAMAJU, "F1.4", "selesai", tanggal="2026-11-12")
    isi = (SUKAMAJU, sari.id, d.kini, d.kini)
    d.tx.run(
        "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, tanggal, dibuat, diubah) "
        "VALUES ('KS-2611-0001', 'kerja_sama', ?, 'Air bersih', 'berjalan', '{}', ?, '2026-11-05', ?, ?)",
        isi,
    )
    d.tx.run("INSERT INTO bumdes (desa, oleh, laporan, dibuat, diubah) VALUES (?, ?, '2026-11-02', ?, ?)", isi)
    d.tx.run(
        "INSERT INTO blt_salur (nomor, desa, tahun, dari, sampai, tanggal, keluarga, rupiah, orang_id, dibuat) "
        "VALUES ('B-2611-0001', ?, 2026, 10, 10, '2026-11-01', 20, 6000000, ?, ?)",
        isi[:3],
    )
    sendiri = catat(sari, kegiatan="PR01", desa=KECAMATAN)
    lain = catat(rina, kegiatan="PR01", desa=KECAMATAN)

    def satu(kode: str) -> list[tuple[str, str, str]]:
        layar = sari.tulis(f"/indikator {kode}")
        return [(b.label, b.ket, b.data.removeprefix("0~!~")) for b in layar.pesan.daftar]

    assert satu("T1c") == [
        ("Langkah F1.4", "Kam 12/11, Kewenangan desa ditetapkan dengan Perdes", f"fungsi {SUKAMAJU} F1.4")
    ]
    assert satu("T2b") == [("KS-2611-0001", "Kam 5/11, kerja sama, berjalan", "register KS-2611-0001")]
    assert satu("T2c") == [
        (p, "Jum 20/11, keputusan selesai", f"putusan {p}"),
        ("B-2611-0001", "Min 1/11, penyaluran BLT Desa", f"blt {SUKAMAJU}"),
    ]
    assert satu("PD4") == [("BUM Desa", "Sen 2/11, laporan keuangan", f"bumdes {SUKAMAJU}")]
    assert satu("T2a") == [(sendiri, "Kam 19/11, Rakor kecamatan, tingkat kecamatan", f"riwayat {sendiri}")]
    assert "ada 2, perlu 4" in sari.layar
    assert "Ikut dihitung: 1 catatan tingkat kecamatan dari pendamping lain desa ini." in sari.layar
    assert lain not in str(sari.layar)
    assert {b.label for b in rina.tulis("/indikator sukamaju T2a").pesan.daftar} == {sendiri, lain}


def test_what_is_met_needs_no_button(sari: Obrolan) -> None:
    for kode in ("PR04", "PK02"):
        catat(sari, kegiatan=kode)
    assert sari.tulis("/indikator sukamaju T1a").tombol == ["‹ 2025", "Triwulan 4", "Indikator PLD"]
    assert sari.tekan("‹ 2025").tombol == ["Catat kegiatan", "‹ 2024", "2026 ›", "Triwulan 4", "Indikator PLD"]


def test_all_met(d: Dunia, sari: Obrolan) -> None:
    for kode in ("PR04", "AS08", "AS09", "PO07", "AS11", "AS19", "AS15", "PK03", "PK04", "PK02", "AS16", "AS17", "PR01", "AS02", "AS02"):  # fmt: skip
        catat(sari, kegiatan=kode)
    for dokumen_ in ("rkp", "apb"):
        sari.desa.siklus.gerakkan(SUKAMAJU, 2027, dokumen_, "musdes")
    layar = sari.tulis("/indikator triwulan ini")
    assert "11 dari 11 terpenuhi, 0 sebagian, 0 belum." in layar
    assert "Paling dekat" not in layar
    assert layar.tombol[0] == "Lainnya ›"


def test_the_camat_reads_and_logs_nothing(d: Dunia) -> None:
    o = orang(d, "Camat", CAMAT, KECAMATAN)
    assert o.tulis("/indikator sukamaju T1a").tombol == ["‹ 2025", "Triwulan 4", "Indikator PLD"]


# -- several villages -------------------------------------------------------------------------------------------------


def test_a_kecamatan_as_a_table(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari", "pld", SUKAMAJU, SUKAMANAH)
    catat(sari, kegiatan="PR04")
    catat(sari, kegiatan="PK03", desa=SUKAMANAH)
    layar = rina.tulis("/indikator")
    assert layar.pesan.judul == "Indikator PLD 2026, Kecamatan Cibeber"
    assert "T1a Mengenal UU Desa: 1, 0, 3" in layar
    assert "T3a Kader dan warga: 0, 1, 3" in layar
    assert layar.pesan.daftar[0].ket == "1 terpenuhi, 3 belum"
    layar = rina.tekan("T1a Mengenal UU Desa")
    assert "1 terpenuhi, 3 belum. Ketuk untuk membuka." in layar
    assert layar.daftar == ["Desa Sukaraharja", "Desa Mayak", "Desa Sukamanah", "Desa Sukamaju"]
    assert [b.ket for b in layar.pesan.daftar][2:] == ["belum, kurang 1 sosialisasi aturan", "terpenuhi"]
    assert rina.tekan("Desa Sukamaju").pesan.judul == "T1a Mengenal UU Desa, Desa Sukamaju, 2026"
    assert rina.tulis("/indikator T3a").daftar[0] == "Desa Sukaraharja"
    assert rina.tekan("Semua indikator").pesan.judul == "Indikator PLD 2026, Kecamatan Cibeber"
    assert rina.tekan("Tugas PD").daftar[0] == "PD1 Siklus pembangunan"
    assert "PD8 dan PD9 dari artikel" in rina.layar
    assert rina.tekan("Pilih desa").daftar[0] == "Desa Sukaraharja"
    assert rina.tekan("Desa Mayak").pesan.judul == "Indikator PLD 2026, Desa Mayak"
    assert rina.tulis("/indikator PD1").tombol[-1] == "Semua indikator"
    assert rina.tekan("Semua indikator").pesan.judul == "Tugas PD 2026, Kecamatan Cibeber"


def test_several_villages_of_one_pld(d: Dunia) -> None:
    o = orang(d, "Bu Sari", "pld", SUKAMAJU, SUKAMANAH)
    assert o.tulis("/indikator").pesan.judul == "Indikator PLD 2026, 2 desa di Kecamatan Cibeber"
    assert o.tekan("Triwulan 4").pesan.judul == "Indikator PLD triwulan 4 2026, 2 desa di Kecamatan Cibeber"


def test_a_kabupaten_and_beyond(d: Dunia) -> None:
    ramai(d, 2, 3)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert hasan.tulis("/indikator").pesan.judul == "Indikator PLD 2026, Kabupaten Cianjur"
    assert "10 desa; angkanya" in hasan.layar
    assert hasan.tulis("/indikator kec 40").pesan.judul == "Indikator PLD 2026, Kecamatan Kec 40"
    assert "belum ketemu" in hasan.tulis(f"/indikator {PROVINSI}")
    kenal(d, "32.04", "Kabupaten Bandung")
    euis = orang(d, "Bu Euis", TAPM_PROV, PROVINSI)
    assert euis.tulis("/indikator").daftar == ["Kabupaten Cianjur", "Kabupaten Bandung"]
    assert euis.tekan("Kabupaten Cianjur").pesan.judul == "Indikator PLD 2026, Kabupaten Cianjur"
    admin = orang(d, "Admin", ADMIN, "0")
    assert admin.tulis("/indikator semua").daftar == ["Kabupaten Cianjur", "Kabupaten Bandung"]
    assert admin.tulis("/indikator kabupaten cianjur").pesan.judul.endswith("Kabupaten Cianjur")


def test_nobody_confirmed_and_nothing_known(d: Dunia) -> None:
    assert "setelah tugas Anda disahkan" in orang(d, "Pak Ujang", disahkan=False).tulis("/indikator")
    kenal(d, "32.03.09", "Kosong")
    o = orang(d, "Bu Rina", PD, "32.03.09")
    assert "setelah tugas" in o.tulis("/indikator")
    for teks in ("/indikator kosong", "/indikator kosong T1a"):
        assert "Belum ada desa yang tercatat di sini." in orang(d, f"x{teks}", TAPM_KAB, KABUPATEN).tulis(teks)
    assert o.tulis("/indikator kosong xlsx").pesan.berkas


def test_without_a_slash_only_a_short_word_follows(sari: Obrolan) -> None:
    assert sari.tulis("indikator sukamaju").pesan.judul == "Indikator PLD 2026, Desa Sukamaju"
    panjang = "indikator stunting dibahas di posyandu mawar, 46 balita ditimbang"
    assert "Indikator PLD" not in sari.tulis(panjang).pesan.judul


# -- workbook ---------------------------------------------------------------------------------------------------------


def test_the_workbook_says_the_same(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari", "pld", SUKAMAJU, SUKAMANAH)
    k = catat(sari, kegiatan="PR04")
    rakor = catat(rina, kegiatan="PR01", desa=KECAMATAN)
    rina.tulis("/indikator")
    assert "di lembar kedua buktinya" in rina.tekan("Excel")
    isi = buku(rina)
    assert list(isi) == ["Indikator PLD 2026", "Bukti", "Keterangan"]
    baris = isi["Indikator PLD 2026"]
    assert len(baris) == 1 + 4 * 16  # what the eleven need, in four villages
    cocok = [b for b in baris if b[2] == "Sukamaju" and b[3] == "T1a"]
    assert [b[5:] for b in cocok] == [("terpenuhi", "sosialisasi aturan", 1, 1, 0)]
    assert [(b[2], b[3], b[6]) for b in isi["Bukti"][1:] if b[3] == "T1a"] == [("Sukamaju", "T1a", k)]
    assert [b[2] for b in isi["Bukti"][1:] if b[6] == rakor] == ["Sukaraharja", "Mayak", "Sukamaju", "Sukamanah"]
    assert "bukan ketetapan kementerian" in str(isi["Keterangan"])
    sari.tulis("/indikator xlsx")
    assert rakor not in str(buku(sari)), "counted, but not theirs to open"
    sari.tulis("/indikator pd xlsx")
    assert list(buku(sari)) == ["Tugas PD 2026", "Bukti", "Keterangan"]


def test_a_workbook_made_late_holds_what_may_be_seen_then(d: Dunia, rina: Obrolan) -> None:
    rina.tulis("/indikator xlsx")
    d.tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (rina.id,))
    assert len(buku(rina)["Indikator PLD 2026"]) == 1
