"""/rekap and the recap itself: what the group reads, what the PD alone is told, the list behind every figure."""

from __future__ import annotations

import struct
from datetime import date, timedelta

import msgspec
import pytest

from data.orang import ADMIN, CAMAT, TAPM_KAB
from data.rekap import (
    AngkaRekap,
    DesaRekap,
    GerakSiklus,
    MusdesRekap,
    OrangRekap,
    PekanLalu,
    TemaRekap,
    TenggatRekap,
    hitung,
    simpan,
)
from handlers import dokumen
from handlers.dialog.masukan import Masukan
from handlers.menu import tautan as muatan
from handlers.rekap.gambar import BERAT, gambar_rekap, isi_gambar
from handlers.rekap.kata import TERPANJANG, judul_rekap, pesan_diam, pesan_rekap, tautan, teks_rekap
from handlers.rekap.rincian import BAGIAN
from handlers.rekap.sebut import beda, jenis_musdes, nama_zona, rentang, sebut_masa, sejumlah
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, catat, kenal, orang

SENIN = date(2026, 11, 16)
KINI = 1_795_165_200
"""Friday, 16.00 WIB."""


def angka(desa: int = 14, tim: int = 6, **lain: object) -> AngkaRekap:
    """A rich week."""
    return msgspec.structs.replace(
        AngkaRekap(
            KECAMATAN, "Cibeber", SENIN, date(2026, 11, 20), KINI, "Asia/Jakarta",
            orang=tuple(OrangRekap(n, f"Orang {n}", n % 3 * 4, n % 3 * 240, n % 3) for n in range(1, tim + 1)),
            desa=tuple(DesaRekap(f"{KECAMATAN}.{2000 + n}", f"Desa {n}", n % 3, n % 6 == 3) for n in range(desa)),
            catatan=37, menit=37 * 95, pilar={"asistensi": 20, "pengarahan": 16, "": 1},
            teratas=(("AS11", 9), ("XX99", 4)), blt=TemaRekap(3, 2), bumdes=TemaRekap(1, 1),
            musdes=(
                MusdesRekap("M-2611-0001", "rkp", ("Mayak",), 21, 17, None, 5),
                MusdesRekap("M-2611-0002", "sudah_dihapus", ("Cipetir", "Mayak"), None, None, 30, 2),
                MusdesRekap("M-2611-0003", "rkp", ("Cihaur",)),
            ),
            keputusan_selesai=4, keputusan_lewat=1, keputusan_dekat=2, tugas_lewat=1, tugas_dekat=1,
            siklus=(GerakSiklus("Mayak", "rkp", 2027, "perdes"), GerakSiklus("Cipetir", "apb", 2027, "proses")),
            tenggat=(
                TenggatRekap("Perdes RKP Desa", date(2026, 11, 23), 5),
                TenggatRekap("Musdus", date(2026, 11, 25), 14, awal=True),
            ),
            pertanyaan=2, kembali=1, lalu=PekanLalu(30, 2000, 5, 9, 3),
        ),
        **lain,
    )  # fmt: skip


def panjang() -> AngkaRekap:
    nama = "Bandar Khalipah Tanjung Morawa Kebun Sembilan"
    a = angka(40, 20, nama=nama)
    return msgspec.structs.replace(
        a,
        desa=tuple(
            msgspec.structs.replace(d, nama=f"{nama} {n}", lama=True, kunjungan=0) for n, d in enumerate(a.desa)
        ),
        orang=tuple(msgspec.structs.replace(o, nama=f"{nama} {o.id}", catatan=0) for o in a.orang),
        tenggat=tuple(TenggatRekap(f"{nama} {n}", SENIN, 40) for n in range(9)),
        siklus=tuple(GerakSiklus(nama, "rkp", 2027, "perdes") for _ in range(40)),
        teratas=(("AS11", 9), ("PR03", 4), ("PK03", 2)),
    )


def sunyi(tim: int = 6) -> AngkaRekap:
    return AngkaRekap(KECAMATAN, "Cibeber", SENIN, date(2026, 11, 20), KINI, "Asia/Jakarta", orang=angka(tim=tim).orang)


# -- words -------------------------------------------------------------------------------------------------------------


def test_what_went_well_stands_first_and_the_silent_are_a_count() -> None:
    a = angka()
    assert teks_rekap(a, nama=False) == (
        "Senin–Jumat, 16–20 November 2026, sampai pukul 16.00 WIB.\n\n"
        "37 catatan oleh 4 dari 6 pendamping, 59 jam kerja.\n"
        "Terbanyak: Pantau pembangunan fisik desa (9) dan Kegiatan XX99 (4).\n"
        "9 dari 14 desa dikunjungi, 13 kali.\n"
        "3 musyawarah dengan 7 keputusan, hadir 21 laki-laki dan 17 perempuan.\n"
        "4 keputusan musyawarah selesai dijalankan.\n"
        "Siklus: RKP Mayak sudah Perdes dan APB Cipetir disusun.\n"
        "BLT 3 kegiatan dan BUM Desa 1 kegiatan.\n\n"
        "Perlu ditemani: Desa 3 dan Desa 9, belum dikunjungi 14 hari.\n"
        "Belum sempat mencatat: 2 pendamping.\n"
        "2 tindak lanjut lewat tenggat.\n"
        "2 pertanyaan warga belum terjawab.\n"
        "1 catatan menunggu diperbaiki.\n\n"
        "Tujuh hari ke depan: Perdes RKP Desa (Sen 23/11), Musdus (mulai Rab 25/11), dan 3 tindak lanjut jatuh tempo."
    )
    assert "Belum sempat mencatat: Orang 3 dan Orang 6." in teks_rekap(a, nama=True)
    assert judul_rekap(a) == "Rekap pekan Kecamatan Cibeber"


def test_an_empty_week_says_so_kindly() -> None:
    a = msgspec.structs.replace(sunyi(), orang=())
    assert teks_rekap(a, nama=False).endswith("Belum ada catatan pekan ini. Yuk, mulai dari satu kegiatan saja.")
    assert a.kosong
    tanpa_tim = msgspec.structs.replace(a, catatan=2, menit=90, teratas=(("AS11", 2),))
    assert "\n2 catatan, 2 jam kerja.\n" in teks_rekap(tanpa_tim, nama=False)
    blt = msgspec.structs.replace(a, blt=TemaRekap(1, 1), musdes=angka().musdes[2:])
    assert "1 musyawarah dengan 0 keputusan.\nBLT 1 kegiatan." in teks_rekap(blt, nama=False)


@pytest.mark.parametrize("nama", [True, False])
@pytest.mark.parametrize("a", [angka(), panjang(), sunyi(), angka(90, 40)])
def test_a_caption_takes_it_whole(a: AngkaRekap, nama: bool) -> None:
    pesan = pesan_rekap(a, nama=nama)
    assert len(pesan.judul) + len(pesan.teks) + 2 <= TERPANJANG
    assert pesan.berkas
    assert pesan.berkas.gambar


def test_the_pd_alone_hears_who() -> None:
    pesan = pesan_diam(angka())
    assert pesan
    assert "• Orang 3\n• Orang 6\n\n" in pesan.teks
    assert [t.label for t in pesan.tombol] == ["Lihat tim", "Rincian rekap"]
    banyak = pesan_diam(sunyi(60))
    assert banyak
    assert "dan 20 lagi" not in banyak.teks  # 20 of 60 are silent
    semua = pesan_diam(msgspec.structs.replace(panjang(), orang=tuple(OrangRekap(n, f"O {n}") for n in range(50))))
    assert semua
    assert "\ndan 10 lagi" in semua.teks
    assert pesan_diam(msgspec.structs.replace(angka(), orang=())) is None


def test_buttons_in_the_group_open_the_private_chat() -> None:
    a = angka()
    assert [t.label for t in pesan_rekap(a, nama=False).tombol] == ["Semua rincian", "Desa", "Siapa mencatat", "Musdes"]
    assert [t.label for t in pesan_rekap(msgspec.structs.replace(sunyi(), orang=()), nama=False).tombol] == [
        "Semua rincian"
    ]
    for tombol in pesan_rekap(a, nama=False).tombol:
        assert not tombol.data
        assert tombol.mulai.replace("-", "").replace("_", "").isalnum()
        assert len(tombol.mulai) <= 64
    assert muatan(tautan(a, "desa")) == "rekap 32_03_03-20261116-desa"


def test_days_and_numbers_as_they_are_said_here() -> None:
    assert rentang(date(2026, 11, 30), date(2026, 12, 6)) == "30 November – 6 Desember 2026"
    assert rentang(date(2026, 12, 28), date(2027, 1, 3)) == "28 Desember 2026 – 3 Januari 2027"
    assert rentang(SENIN, SENIN) == "16 November 2026"
    assert sebut_masa(msgspec.structs.replace(sunyi(), sampai=SENIN)) == "Senin, 16 November 2026"
    assert beda(1_500, 200) == "+1.300"
    assert beda(1, 3) == "−2"
    assert beda(3, 3) == ""
    assert sejumlah(["a", "b", "c", "d", "e"]) == "a, b, c, dan 2 lagi"
    assert sejumlah(["a", "b", "c"]) == "a, b, dan c"
    assert nama_zona("Asia/Pontianak") == ""
    assert jenis_musdes("tak_ada") == "Musyawarah"


# -- the picture -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("a", [angka(), panjang(), sunyi(), angka(1, 1), angka(18), angka(40, 20), angka(90, 40)])
def test_the_picture_is_light_and_of_a_phone_s_width(a: AngkaRekap) -> None:
    png = gambar_rekap(a)
    assert len(png) < BERAT
    lebar, tinggi = struct.unpack(">II", png[16:24])
    assert 360 <= lebar <= 540
    assert tinggi < 3 * lebar


def test_what_the_picture_holds() -> None:
    isi = isi_gambar(angka())
    assert [(b["n"], b["dari"], b["beda"]) for b in isi["besar"]] == [
        ("37", "", "+7"), ("4", "/6", "−1"), ("9", "/14", ""), ("59", "", "+26"),
    ]  # fmt: skip
    assert [p["nama"] for p in isi["pilar"]] == ["Asistensi", "Pengorganisasian", "Pengarahan", "Kapasitas", "Lainnya"]
    assert isi["baris"][0] == {"n": "3", "kata": "musyawarah, 7 keputusan · L 21, P 17"}
    assert isi["ditemani"] == ""
    banyak = isi_gambar(angka(40))
    assert [d["nama"] for d in banyak["desa"]] == [""] * 40
    assert banyak["ditemani"].startswith("Desa 3, Desa 9, ")
    assert isi_gambar(sunyi())["pilar"] == []
    terawat = msgspec.structs.replace(angka(), desa=tuple(d for d in angka(30).desa if not d.lama))
    assert isi_gambar(terawat)["ditemani"] == ""


# -- asked for ---------------------------------------------------------------------------------------------------------


def penuh(d: Dunia, rina: Obrolan) -> tuple[Obrolan, str]:
    """Something behind every figure, in Cibeber."""
    sari = orang(d, "Bu Sari")
    nomor = catat(sari)
    d.tx.run("UPDATE kegiatan SET periksa = 'kembali' WHERE nomor = ?", (nomor,))
    catat(sari, kegiatan="AS13")
    catat(rina, kegiatan="PO01", cara="koordinasi", desa=KECAMATAN)
    d.tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-16', '2026-11-20', 0)",
        (orang(d, "Cici").id,),
    )
    orang(d, "Pak Budi")
    d.tx.run(
        "INSERT INTO musdes (id, nomor, orang_id, jenis, desa, tanggal, mulai, hadir_l, hadir_p, status, dibuat, diubah) "
        "VALUES (5, 'M-2611-0005', ?, 'rkp', ?, '2026-11-18', '09:00', 3, 4, 'selesai', 0, 0)",
        (sari.id, SUKAMAJU),
    )
    d.tx.run("INSERT INTO musdes_desa VALUES (5, ?, '2026-11-18')", (SUKAMAJU,))
    for n, (status, tenggat) in enumerate((("baru", "2026-11-10"), ("baru", "2026-11-25"), ("selesai", None))):
        d.tx.run(
            "INSERT INTO keputusan (id, nomor, musdes_id, desa, urutan, isi, status, tenggat, dibuat, diubah) "
            "VALUES (?, ?, 5, ?, ?, 'Rabat jalan', ?, ?, 0, 0)",
            (n + 1, f"P-2611-000{n + 1}", SUKAMAJU, n, status, tenggat),
        )
    d.tx.run(
        "INSERT INTO keputusan_status (keputusan_id, waktu, oleh, status) VALUES (3, ?, ?, 'selesai')",
        (d.kini, sari.id),
    )
    rina.desa.tugas.beri("Kumpulkan foto", date(2026, 11, 24), [sari.id], None)
    rina.desa.siklus.gerakkan(SUKAMAJU, 2027, "rkp", "musdes")
    d.tx.run(
        "INSERT INTO pertanyaan (nomor, orang_id, kanal, tujuan, desa, teks, status, dibuat) "
        "VALUES ('Q-2611-0001', ?, 'uji', 'x', ?, 'Apa itu BLT?', 'menunggu', 0)",
        (sari.id, SUKAMAJU),
    )
    return sari, nomor


def test_every_figure_opens_its_list(d: Dunia, rina: Obrolan) -> None:
    penuh(d, rina)
    layar = rina.tulis("/rekap")
    assert "3 catatan oleh 2 dari 4 pendamping" in layar
    rina.tekan("Semua rincian")
    semua = rina.layar
    ada = {b.label: b.ket for b in semua.pesan.daftar}
    assert ada["Siapa mencatat"] == "2 dari 4 mencatat"
    assert ada["Jatuh tempo"] == "2 tindak lanjut dalam tujuh hari"
    isi = {}
    for label in semua.daftar:
        rina.tekan(label, layar=semua)
        isi[label] = [f"{b.label}: {b.ket}" for b in rina.layar.pesan.daftar]
        assert isi[label], label
        assert "Semua rincian" in rina.layar.label
    assert isi["Siapa mencatat"][0].startswith("Pak Budi: belum ada catatan")
    assert isi["Siapa mencatat"][1] == "Cici: cuti"
    assert (
        isi["Musyawarah"] == ["Musdes RKP Desa Sukamaju: hadir L 3 P 4, 3 keputusan, #M-2611-0005"]
        or "hadir L 3" in isi["Musyawarah"][0]
    )
    assert isi["Siklus"] == ["Sukamaju: RKP 2027: sudah musdes"]
    assert isi["Lewat tenggat"] == ["Rabat jalan: tenggat Sel 10/11, Sukamaju, #P-2611-0001"]
    assert "Kumpulkan foto: tenggat Sel 24/11, Bu Sari, #T-2611-0001" in isi["Jatuh tempo"]
    assert isi["Pertanyaan warga"] == ["Pertanyaan #Q-2611-0001: Sukamaju, #Q-2611-0001"]
    assert isi["Menurut pilar"][0] == "Asistensi: 2 catatan"
    assert set(isi) - {"Kalender desa"} == {
        "Siapa mencatat", "Kunjungan", "Catatan", "Menurut pilar", "Musyawarah", "Siklus", "BLT", "BUM Desa",
        "Keputusan selesai", "Lewat tenggat", "Jatuh tempo", "Pertanyaan warga", "Perlu diperbaiki",
    }  # fmt: skip
    rina.tekan("Perlu diperbaiki", layar=semua)
    assert rina.tekan(rina.layar.daftar[0]).pesan.judul.startswith("#K-2611-0001")


def test_long_lists_turn_pages_and_stop_at_the_last(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    for n in range(11):
        catat(sari, jam=f"{n + 8:02}:00-{n + 8:02}:30", menit=30)
    rina.tulis("/rekap 32.03.03 catatan")
    assert len(rina.layar.daftar) == 8
    assert "Senin" not in rina.layar.pesan.teks
    assert len(rina.tekan("Lainnya ›").daftar) == 3
    assert len(rina.tekan("‹ Sebelumnya").daftar) == 8
    assert len(rina.tulis("/rekap 32.03.03 catatan h99").daftar) == 3


def test_what_was_sent_shows_its_deadlines_and_who_came(d: Dunia, rina: Obrolan) -> None:
    assert simpan(d.tx, angka())
    rina.tulis("/rekap 32.03.03 2026-11-16 tenggat")
    assert [b.ket for b in rina.layar.pesan.daftar] == ["Sen 23/11, 5 desa", "mulai Rab 25/11, 14 desa"]
    rina.tulis("/rekap 32.03.03 2026-11-16 musdes")
    assert [b.ket.split(",")[0] for b in rina.layar.pesan.daftar] == ["hadir L 21 P 17", "hadir 30", "0 keputusan"]
    rina.tulis("/rekap 32.03.03 2026-11-16 pilar")
    assert [b.label for b in rina.layar.pesan.daftar] == ["Asistensi", "Pengarahan", "Lainnya", "Terbanyak"]
    tanpa = msgspec.structs.replace(angka(), senin=date(2026, 11, 9), pilar={}, teratas=())
    assert simpan(d.tx, tanpa)
    assert not rina.tulis("/rekap 32.03.03 2026-11-09 pilar").daftar


def test_a_list_may_have_become_empty_since(rina: Obrolan) -> None:
    assert "Tidak ada." in rina.tulis("/rekap 32.03.03 20261116 blt")
    rina.dunia.tx.run("DELETE FROM wilayah WHERE LENGTH(kode) > 8")
    admin = orang(rina.dunia, "Admin", ADMIN, "0")
    rina.dunia.tx.run("DELETE FROM penugasan WHERE orang_id = ?", (rina.id,))
    assert "Belum ada yang bisa dirinci" in admin.tulis("/rekap 32.03.03 semua")


def test_weeks_before_are_as_they_were_sent(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    lalu = SENIN - timedelta(weeks=1)
    assert simpan(d.tx, hitung(d.tx, lalu, d.kini, [KECAMATAN])[KECAMATAN])
    catat(sari, tanggal="2026-11-12")
    assert "Belum ada catatan pekan ini" in rina.tulis("/rekap 32.03.03 2026-11-12")
    assert rina.desa.rekap.periode(KECAMATAN, 5) == [lalu]
    assert rina.tekan("Pekan ini").pesan.berkas
    rina.tekan("‹ 9–15 November 2026")
    rina.tekan("‹ 2–8 November 2026")
    assert "9–15 November 2026 ›" in rina.layar.label
    assert "16–20 November" in rina.tulis("/rekap 32.03.03 2027-01-04")
    assert "16–20 November" in rina.tulis("/rekap 32.03.03 2026-99-99")
    assert "November 2025" in rina.tulis("/rekap 32.03.03 2020-01-01")


def test_the_picture_is_made_of_what_was_sent_or_of_what_there_is_now(d: Dunia, rina: Obrolan) -> None:
    for kata in ("/rekap", "/rekap 32.03.03 2026-11-16"):
        berkas = rina.tulis(kata).pesan.berkas
        assert berkas
        assert dokumen.buat(berkas.resep, rina.desa, berkas.bahan, d.hari_ini).startswith(b"\x89PNG")
    with pytest.raises(LookupError):
        dokumen.buat("rekap_png", orang(d, "Bu Sari").desa, {"kode": KECAMATAN, "periode": "2026-11-16"}, d.hari_ini)


def test_names_are_only_for_those_above(d: Dunia, rina: Obrolan) -> None:
    orang(d, "Bu Sari")
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    assert "Belum sempat mencatat: 2 pendamping." in camat.tulis("/rekap")
    assert "Sari" not in camat.tulis("/rekap 32.03.03 orang")
    assert "Namanya hanya untuk koordinator." in camat.layar
    d.tx.run("INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-16', '2026-11-20', 0)", (rina.id,))
    assert "1 sedang cuti" in camat.tulis("/rekap 32.03.03 orang")
    assert "Atur rekap" not in camat.tulis("/rekap").label


def test_outside_the_scope_it_is_as_if_it_were_not_there(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari")
    for siapa, kata in (
        (sari, "/rekap"),
        (sari, "/rekap 32.03.03"),
        (rina, "/rekap 11.01.01"),
        (rina, "/rekap 32_03_04-20261116-desa"),
    ):
        assert "Rekap pekan dibuka koordinator" in siapa.tulis(kata)
    admin = orang(d, "Admin", ADMIN, "0")
    assert "Rekap pekan dibuka koordinator" in admin.tulis("/rekap 99.99.99")
    assert rina.desa.rekap.periode("11.01.01", 3) == []
    asing = msgspec.structs.replace(angka(), kode="11.01.01")
    assert rina.desa.rekap.rinci(asing, "catatan", 0, 9) == []
    assert rina.desa.rekap.jadwal("11.01.01") is None
    assert rina.desa.rekap.grup("11.01.01") == []


def test_of_several_kecamatan_one_is_chosen(d: Dunia) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    for n in range(40, 49):
        kenal(d, f"32.03.{n}", f"Kec {n}")
    hasan.tulis("/rekap")
    assert hasan.layar.daftar[0] == "Cibeber"
    assert len(hasan.tekan("Lainnya ›").daftar) == 2
    hasan.tekan("‹ Sebelumnya")
    assert hasan.tekan("Cibeber").pesan.judul == "Rekap pekan Kecamatan Cibeber"
    assert hasan.tulis("/rekap cibeber").pesan.judul == "Rekap pekan Kecamatan Cibeber"
    assert "“cipanas jauh” belum ada" in hasan.tulis("/rekap cipanas jauh")


def test_of_a_whole_country_it_is_named(d: Dunia) -> None:
    admin = orang(d, "Admin", ADMIN, "0")
    assert "Ketik nama kecamatannya" in admin.tulis("/rekap")
    assert admin.tulis("/rekap cibeber cianjur").pesan.judul == "Rekap pekan Kecamatan Cibeber"


def test_every_part_has_a_name_that_a_link_can_carry() -> None:
    assert all(satu.isalpha() for satu in BAGIAN)


def test_a_link_from_the_group_opens_its_list(d: Dunia, rina: Obrolan) -> None:
    catat(orang(d, "Bu Sari"))
    a = hitung(d.tx, SENIN, d.kini, [KECAMATAN])[KECAMATAN]
    rina.kirim(Masukan(teks=f"/start {tautan(a, 'desa')}"))
    assert rina.layar.pesan.judul == "Kunjungan, Kecamatan Cibeber"
