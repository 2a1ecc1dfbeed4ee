"""The panel: who is given a link, what each page holds, and that nothing from outside one's scope can be opened."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from data.desa import Desa
from data.keputusan_isi import IsiKeputusan
from data.musdes.musdes import Mulai
from data.orang import PD, PLD, TAPM_KAB, OrangQ
from data.panel import PanelMasukQ
from data.pengaturan import Pengaturan
from data.wilayah import WilayahQ
from handlers.dialog.pesan import Pesan
from handlers.kerja.tabel import PEKERJAAN as SEMUA_PEKERJAAN
from handlers.panel import bagian as b
from handlers.panel import orang as orang_
from handlers.panel import panel as ruang
from handlers.panel import papan as papan_
from handlers.panel import unduh as unduhan
from handlers.panel.daftar import SEHALAMAN
from handlers.panel.macam import MACAM
from handlers.panel.tabel import buka, kirim
from handlers.panel.tamu import Tamu
from handlers.tabel import TABEL
from handlers.unduh.unduh import PEKERJAAN
from tests.handlers.dialog.obrolan import DESA as DESA_SEMUA
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, KINI, ZONA, Dunia, Obrolan
from tests.handlers.dunia_lingkup import DESA_GRUP, LUAR, PELAKU, DuniaLingkup
from tests.handlers.test_lingkup_semua import gelap

SUKAMAJU, MAYAK = f"{KECAMATAN}.2013", f"{KECAMATAN}.2007"
ALAMAT = "https://kawan.example"
MASUK = ("pd", "teknis", "camat", "tapm_kab", "tapm_prov", "admin")
"""Those of dunia_lingkup whom the panel opens for."""


def tamu(o: Obrolan, tujuan: str = "") -> Tamu:
    orang = o.konteks.orang
    desa = Desa(o.dunia.tx, orang, "uji", o.dunia.kini, Pengaturan(halaman=ALAMAT), tujuan)
    return Tamu(desa, orang, o.dunia.kini)


def halaman(o: Obrolan, jalur: str = "", **saring: str) -> b.Halaman:
    isi = buka(tamu(o), jalur.split("/"), saring)
    assert isinstance(isi, b.Halaman), jalur
    return isi


def satu(h: b.Halaman, macam: type[b.Bagian]) -> b.Bagian:
    return next(x for x in h.bagian if isinstance(x, macam))


def tabel(h: b.Halaman) -> list[list[str]]:
    (t,) = (x for x in h.bagian if isinstance(x, b.Tabel))
    return [[s.teks for s in baris] for baris in t.baris]


def kata(h: b.Halaman) -> str:
    return repr(h)


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def rina(dunia: Dunia) -> Obrolan:
    return coordinator(dunia, "Bu Rina", PD, KECAMATAN)


def coordinator(dunia: Dunia, nama: str, peran: str, kode: str) -> Obrolan:
    WilayahQ(dunia.tx).kenalkan(kode)
    o = dunia.orang(nama, peran=None)
    OrangQ(dunia.tx).tugaskan(o.id, peran, kode, date(2026, 1, 1), disahkan=True)
    return o


@pytest.fixture
def sari(dunia: Dunia) -> Obrolan:
    return dunia.orang("Bu Sari")


def catat(o: Obrolan, hasil: str = "Papan proyek terpasang.", desa: str = "sukamaju", kapan: str = "kemarin") -> str:
    for teks in (f"catat pantau fisik {desa} {kapan} 9-11", "di desa", hasil, "simpan"):
        o.tulis(teks)
    cocok = re.search(r"K-\d{4}-\d{4}", o.layar.teks)
    assert cocok, o.layar.teks
    return cocok[0]


# -- the link ---------------------------------------------------------------------------------------------------------


def perintah(o: Obrolan, argumen: str = "", halaman_: str = ALAMAT) -> Pesan:
    t = tamu(o)
    d = replace(t.dialog, argumen=argumen)
    desa = Desa(o.dunia.tx, t.orang, "uji", o.dunia.kini, Pengaturan(halaman=halaman_))
    return ruang.panel.fungsi(d, desa).pesan


def test_a_coordinator_is_given_a_link_that_opens_once(rina: Obrolan) -> None:
    pesan = perintah(rina)
    cocok = re.match(rf"{ALAMAT}/panel/masuk/([\w-]{{43}})\n", pesan.teks)
    assert cocok
    assert "sekali pakai, berlaku 10 menit" in pesan.teks
    q = PanelMasukQ(rina.dunia.tx, KINI)
    baru = re.match(rf"{ALAMAT}/panel/masuk/([\w-]{{43}})\n", perintah(rina).teks)
    assert baru
    assert not q.berlaku(cocok[1]), "asking again ends the older one"
    sesi = q.masuk(baru[1])
    assert "ditutup di 1 peramban" in perintah(rina, "tutup").teks
    assert q.sesi(sesi) is None
    assert "tidak terbuka di mana pun" in perintah(rina, "Tutup").teks


def test_others_are_told_kindly_and_so_is_who_has_no_address(rina: Obrolan, sari: Obrolan, dunia: Dunia) -> None:
    assert "Panel dibuka koordinator" in perintah(sari).teks
    assert "belum dipasang oleh pengelola" in perintah(rina, halaman_="").teks
    dunia.tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (rina.id,))
    assert "sudah disahkan" in perintah(rina).teks
    assert buka(tamu(rina), [""], {}) is None
    assert kirim(tamu(rina), ["siapkan", "kegiatan"], {}) is None


def test_nothing_is_open_the_day_after_the_assignment_ends(rina: Obrolan, dunia: Dunia) -> None:
    dunia.tx.run("UPDATE penugasan SET sampai = '2026-11-20' WHERE orang_id = ?", (rina.id,))
    assert buka(tamu(rina), [], {}) is not None
    dunia.lewat(HARI)
    assert buka(tamu(rina), [], {}) is None


# -- what the pages hold ----------------------------------------------------------------------------------------------


def test_the_board_says_in_words_what_each_village_needs(rina: Obrolan, sari: Obrolan, dunia: Dunia) -> None:
    catat(sari)
    tx = dunia.tx
    tx.run(
        "INSERT INTO blt (desa, tahun, keluarga, bulanan, oleh, dibuat, diubah) VALUES (?, 2026, 40, 300000, ?, ?, ?)",
        (SUKAMAJU, sari.id, KINI, KINI),
    )
    tx.run(
        "INSERT INTO blt (desa, tahun, keluarga, bulanan, oleh, dibuat, diubah) VALUES (?, 2026, 0, 0, ?, ?, ?)",
        (MAYAK, sari.id, KINI, KINI),
    )
    for n, tenggat in enumerate(("2026-11-01", "2026-12-24")):
        tx.run(
            "INSERT INTO masalah (nomor, desa, tema, isi, asal, orang_id, nama, rahasia, kanal, tujuan, tingkat, status, "
            "tenggat, jawaban, dibuat, diubah) VALUES (?, ?, 'blt', 'x', 'warga', ?, '', 0, 'uji', 'x', 'pld', 'baru', ?, '', ?, ?)",
            (f"A-2611-900{n}", (SUKAMAJU, MAYAK)[n], sari.id, tenggat, KINI, KINI),
        )
    d = sari.desa
    m = d.musdes.ambil(d.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-10", "19:30")))
    assert m
    d.keputusan.tambah(m.id, IsiKeputusan("Rabat beton", "mufakat", pj="Kaur", tenggat="2026-11-15"))
    for dokumen, tahap in (("rkp", "perdes"), ("apb", "musdes")):
        sari.desa.siklus.gerakkan(SUKAMAJU, 2027, dokumen, tahap)
    for dokumen in ("rpjm", "rkp", "apb", "apbp", "lpj"):
        sari.desa.siklus.gerakkan(MAYAK, 2027, dokumen, "perdes")
    h = halaman(rina)
    papan = satu(h, b.Papan)
    assert isinstance(papan, b.Papan)
    isi = {u.nama: {label: (s.teks, s.nada) for label, s in u.isi} for u in papan.ubin}
    assert isi["Sukamaju"] == {
        "Kunjungan": ("kemarin", "baik"),
        "Siklus 2027": ("1 dari 5 Perdes; APB musdes", "sedang"),
        "Masalah": ("1 terbuka, 1 lewat", "awas"),
        "BLT": ("terlambat Jan–Okt", "awas"),
        "Tenggat": ("2 lewat", "sedang"),
        "Lainnya": ("1 keputusan lewat", "awas"),
    }
    assert isi["Mayak"]["Kunjungan"] == ("belum tercatat", "awas")
    assert isi["Mayak"]["Siklus 2027"] == ("semua sudah Perdes", "baik")
    assert isi["Mayak"]["Masalah"] == ("1 terbuka", "sedang")
    assert isi["Mayak"]["BLT"] == ("tidak terlambat", "baik")
    assert isi["Sukamanah"]["Masalah"] == ("0 terbuka", "redup"), "nobody reported any: no good news yet"
    assert isi["Sukamanah"]["BLT"] == ("belum tercatat", "redup"), "nothing is claimed of what nobody wrote down"
    assert [u.nama for u in papan.ubin] == sorted(u.nama for u in papan.ubin)
    assert h.navigasi[0] == b.Tautan("Papan", "/panel", kini=True)
    dunia.lewat(20 * HARI)
    assert "21 hari lalu" in kata(halaman(rina))


def test_where_one_is_stands_first_among_the_places(dunia: Dunia) -> None:
    hasan = coordinator(dunia, "Pak Hasan", TAPM_KAB, "32.03")
    for kode in ("32.03.01", "32.03.01.2001", "32.03.02", "32.03.02.2002"):
        WilayahQ(dunia.tx).kenalkan(kode)
    (pilih,) = (x for x in halaman(hasan, wilayah="32.03.02").bagian if isinstance(x, b.Pilihan))
    assert [t.kini for t in pilih.semua] == [False, True, False, False]
    (papan,) = (x for x in halaman(hasan).bagian if isinstance(x, b.Papan))
    assert [u.nama for u in papan.ubin] == ["Cianjur", "Cibeber", "Warungkondang"]


def test_a_board_where_all_is_well_says_so(rina: Obrolan, sari: Obrolan) -> None:
    assert "4 dari 4 desa perlu ditemani" in kata(halaman(rina))
    for desa in ("sukaraharja", "mayak", "sukamaju", "sukamanah"):
        catat(sari, desa=desa)
    h = halaman(rina)
    assert re.search(r"\('Tenggat', Sel\(teks='\d lewat', nada='sedang'", kata(h)), (
        "said, but no alarm: every village has some"
    )
    assert "Tidak ada yang mendesak menurut catatan." in kata(halaman(rina))


def test_a_kabupaten_is_a_board_of_kecamatan_and_a_switch_to_each(
    dunia: Dunia, sari: Obrolan, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kode in ("32.03.09", "32.03.09.2001"):
        WilayahQ(dunia.tx).kenalkan(kode)
    hasan = coordinator(dunia, "Pak Hasan", TAPM_KAB, "32.03")
    h = halaman(hasan)
    papan = satu(h, b.Papan)
    assert isinstance(papan, b.Papan)
    assert next((u.nama, dict(u.isi)["Keadaan"].teks) for u in papan.ubin) == ("Cibeber", "4 perlu ditemani")
    assert papan.ubin[0].ke == "/panel/wilayah?wilayah=32.03.03"
    pilih = satu(halaman(hasan, "wilayah", wilayah="32.03.03"), b.Pilihan)
    assert isinstance(pilih, b.Pilihan)
    assert [t.kini for t in pilih.semua] == [False, True, False]
    for apa in ("siklus", "rekap", "orang"):
        assert isinstance(halaman(hasan, apa, wilayah="32.03.03"), b.Halaman)
    assert "Rekap pekan dibuat per kecamatan" in kata(halaman(hasan, "rekap"))
    monkeypatch.setattr(papan_, "perlu", lambda *_: {})
    assert "tidak ada yang mendesak" in kata(halaman(hasan))


def test_several_kabupaten_are_chosen_from_first(dunia: Dunia) -> None:
    WilayahQ(dunia.tx).kenalkan("11.01.01.2001")
    euis = coordinator(dunia, "Bu Euis", TAPM_KAB, "32.03")
    OrangQ(dunia.tx).tugaskan(
        euis.id, TAPM_KAB, WilayahQ(dunia.tx).kenalkan("11.01").kode, date(2026, 1, 1), disahkan=True
    )
    h = halaman(euis)
    assert "Pilih kabupatennya dulu" in kata(h)
    assert "Semua wilayah Anda" in h.tempat
    assert {"/panel/wilayah?wilayah=11.01", "/panel/wilayah?wilayah=32.03"} <= set(
        re.findall(r"/panel/wilayah\?\S+?(?=')", kata(h))
    )
    assert "Pilih kabupaten atau kecamatannya dulu" in kata(halaman(euis, "siklus"))
    assert "Pilih kabupaten atau kecamatannya dulu" in kata(halaman(euis, "orang"))
    assert "Semua kabupaten" in kata(halaman(euis, "wilayah", wilayah="11.01.01"))
    assert "11.01" in kata(halaman(euis, "daftar/kegiatan", desa="11.01"))


def test_somebody_whose_villages_are_not_known_yet_has_an_empty_board(dunia: Dunia) -> None:
    dunia.tx.run("DELETE FROM wilayah WHERE LENGTH(kode) > 8")
    rina = coordinator(dunia, "Bu Rina", PD, KECAMATAN)
    for apa in ("", "siklus", "orang", "rekap", "daftar"):
        assert isinstance(halaman(rina, apa), b.Halaman)


def test_the_cycle_is_a_grid_of_words_of_any_year(rina: Obrolan, sari: Obrolan) -> None:
    sari.desa.siklus.gerakkan(SUKAMAJU, 2026, "rkp", "perdes")
    h = halaman(rina, "siklus", tahun="2026")
    assert ["Sukamaju", "belum", "Perdes", "belum", "belum", "belum"] in tabel(h)
    for tahun in ("x", "٢٠٢٦", "99999", "2101", "1999"):
        assert len(tabel(halaman(rina, "siklus", tahun=tahun))) == 4


def test_a_week_is_told_as_its_group_was_told_with_every_list(rina: Obrolan, sari: Obrolan, dunia: Dunia) -> None:
    for n in range(9):
        catat(sari, f"Hasil nomor {n}")
    h = halaman(rina, "rekap")
    assert "9 catatan oleh 1 dari" in kata(h)
    rinci = halaman(rina, "rekap", bagian="catatan")
    assert len(tabel(rinci)) == 8
    assert "/panel/kartu/K-2611-0009" in kata(rinci)
    assert "halaman=2" in kata(rinci)
    dua = halaman(rina, "rekap", bagian="catatan", halaman="2")
    assert len(tabel(dua)) == 1
    assert "Sebelumnya" in kata(dua)
    assert "halaman=x" not in kata(halaman(rina, "rekap", bagian="catatan", halaman="x"))
    assert "Bu Sari" in kata(halaman(rina, "rekap", bagian="orang"))
    lalu = halaman(rina, "rekap", pekan="2026-11-11")
    assert "9–15 November 2026" in lalu.tempat
    assert "16–22 November 2026" in kata(lalu)
    assert "Belum ada yang bisa dirinci" in kata(lalu) or tabel(lalu)
    assert buka(tamu(rina), ["rekap"], {"bagian": "entah"}) is None
    assert "16–20 November" in halaman(rina, "rekap", pekan="bukan").tempat
    assert isinstance(halaman(rina, "rekap", bagian="semua"), b.Halaman)
    dunia.tx.run("DELETE FROM kegiatan_foto")


def test_people_with_their_month(rina: Obrolan, sari: Obrolan, dunia: Dunia) -> None:
    catat(sari)
    dunia.orang("Pak Budi", desa=("2013",))
    dunia.orang("Bu Tini", desa=())
    h = halaman(rina, "orang")
    assert [baris[:5] for baris in tabel(h)] == [
        ["Bu Sari", "Pendamping Lokal Desa: Sukaraharja, Mayak, Sukamaju, Sukamanah", "kemarin", "1", "1"],
        ["Pak Budi", "Pendamping Lokal Desa: Sukamaju", "belum ada", "0", "0"],
    ]
    assert tabel(h)[0][5:] == ["2 jam", "1", "tidak"]
    dunia.tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, alasan, dibuat) SELECT id, '2026-11-19', '2026-11-25', '', ? "
        "FROM orang WHERE nama = 'Pak Budi'",
        (KINI,),
    )
    assert tabel(halaman(rina, "orang"))[1][-1] == "sampai Rab 25/11"
    dunia.lewat(10 * HARI)
    assert "19 November 2026, 11 hari lalu" in kata(halaman(rina, "orang"))
    assert "Oktober 2026" in halaman(rina, "orang", bulan="2026-10").tempat
    assert "Januari 2025" in kata(halaman(rina, "orang", bulan="2025-01"))
    assert "November 2026" in halaman(rina, "orang", bulan="2099-01").tempat
    dunia.lewat(60 * HARI)
    assert "Desember 2026" in kata(halaman(rina, "orang"))


def test_many_people_are_told_page_by_page(rina: Obrolan, dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orang_, "SEHALAMAN", 2)
    assert "Belum ada pendamping yang Anda bina" in kata(halaman(rina, "orang"))
    for satu_ in ("Bu Ami", "Bu Bela", "Bu Cici", "Bu Dewi", "Bu Eti"):
        dunia.orang(satu_, desa=("2013",))

    def nama(halaman_: str) -> list[str]:
        return [baris[0] for baris in tabel(halaman(rina, "orang", halaman=halaman_))]

    assert [nama(n) for n in ("1", "2", "3")] == [["Bu Ami", "Bu Bela"], ["Bu Cici", "Bu Dewi"], ["Bu Eti"]]
    assert nama("9") == nama("3")
    assert nama("x") == nama("0") == nama("1")
    assert "halaman=3" in kata(halaman(rina, "orang", halaman="2"))
    assert "Sebelumnya" in kata(halaman(rina, "orang", halaman="2"))
    assert "0 dari 5 orang" in kata(halaman(rina, "orang", halaman="2"))


def test_a_kabupaten_s_cycle_is_counted_by_kecamatan(dunia: Dunia, sari: Obrolan) -> None:
    for kode in ("32.03.09", "32.03.09.2001"):
        WilayahQ(dunia.tx).kenalkan(kode)
    hasan = coordinator(dunia, "Pak Hasan", TAPM_KAB, "32.03")
    sari.desa.siklus.gerakkan(SUKAMAJU, 2027, "rkp", "perdes")
    h = halaman(hasan, "siklus")
    assert tabel(h)[0] == ["Cibeber", "0 dari 4", "1 dari 4", "0 dari 4", "0 dari 4", "0 dari 4"]
    assert "/panel/siklus?wilayah=32.03.03&tahun=2027" in kata(h)
    for kode in DESA_SEMUA:
        sari.desa.siklus.gerakkan(f"{KECAMATAN}.{kode}", 2027, "apb", "perdes")
    assert tabel(halaman(hasan, "siklus"))[0][3] == "4 dari 4"


def test_a_pld_of_many_villages_is_told_shortly(rina: Obrolan, dunia: Dunia) -> None:
    dunia.orang("Bu Sari", desa=("2005", "2007", "2013", "2017"))
    id_ = dunia.orang("Pak Budi", desa=("2005", "2007", "2013", "2017")).id
    WilayahQ(dunia.tx).kenalkan(f"{KECAMATAN}.2001")
    OrangQ(dunia.tx).tugaskan(id_, PLD, f"{KECAMATAN}.2001", date(2026, 1, 1), disahkan=True)
    assert "dan 1 lagi" in kata(halaman(rina, "orang"))


def test_the_camat_reads_but_supervises_nobody(dunia: Dunia, sari: Obrolan) -> None:
    iis = coordinator(dunia, "Bu Iis", "camat", KECAMATAN)
    h = halaman(iis, "orang")
    assert "Daftar orang dibuka koordinatornya" in kata(h)
    assert [t.teks for t in h.navigasi] == ["Papan", "Siklus", "Rekap", "Daftar"]
    assert "'Masalah'" not in kata(halaman(iis))
    assert "Masalah" not in [t.teks for t in _pilihan(halaman(iis, f"desa/{SUKAMAJU}"))]
    assert buka(tamu(iis), ["daftar", "masalah"], {}) is None
    assert buka(tamu(iis), ["unduh", "masalah"], {}) is None
    assert kirim(tamu(iis, "x"), ["siapkan", "masalah"], {}) is None


def _pilihan(h: b.Halaman) -> tuple[b.Tautan, ...]:
    p = satu(h, b.Pilihan)
    assert isinstance(p, b.Pilihan)
    return p.semua


def test_a_village_on_one_page(rina: Obrolan, sari: Obrolan) -> None:
    catat(sari)
    h = halaman(rina, f"desa/{SUKAMAJU}")
    assert h.judul == "Desa Sukamaju, Cibeber"
    assert "19 November 2026 oleh Bu Sari" in kata(h)
    assert "Belum dicatat: siklus" in kata(h)
    assert "Masalah" in [t.teks for t in _pilihan(h)]
    for kode in ("32.03.03", "32.03.03.9999", "11.01.01.2001", "", "x"):
        assert buka(tamu(rina), ["desa", kode], {}) is None


# -- lists and cards --------------------------------------------------------------------------------------------------


def test_a_list_goes_on_page_by_page_and_its_rows_open_cards(rina: Obrolan, sari: Obrolan, dunia: Dunia) -> None:
    catat(sari, "Yang pertama")
    row = dunia.tx.one("SELECT MAX(id) AS id FROM kegiatan")
    assert row
    for n in range(SEHALAMAN):
        dunia.tx.run(
            "INSERT INTO kegiatan (nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, dicatat, periksa) "
            "SELECT ?, orang_id, desa, kegiatan, cara, '2025-11-02', jam, menit, hasil, dicatat, periksa FROM kegiatan WHERE id = ?",
            (f"K-2511-{n + 1000}", row["id"]),
        )
    h = halaman(rina, "daftar")
    assert len(tabel(h)) == SEHALAMAN
    assert tabel(h)[0][2:] == ["Kam 19/11", "Sukamaju", "belum diperiksa", "Bu Sari"]
    assert tabel(h)[1][2] == "2/11/2025"
    lanjut = {t.teks: t.ke for x in h.bagian if isinstance(x, b.Langkah) for t in x.semua}
    assert set(lanjut) == {"Berikutnya", "Unduh XLSX"}
    sesudah = re.search(r"sesudah=([\w-]+)", lanjut["Berikutnya"])
    assert sesudah
    dua = halaman(rina, "daftar/kegiatan", sesudah=sesudah[1])
    assert len(tabel(dua)) == 1
    assert "Dari awal" in kata(dua)
    assert len(tabel(halaman(rina, "daftar/kegiatan", dari="2026-01-01"))) == 1
    assert (
        len(
            tabel(
                halaman(
                    rina, "daftar/kegiatan", dari="2026-13-45", sampai="entah", urut="entah", jenis="entah", status="x"
                )
            )
        )
        == 25
    )
    assert tabel(halaman(rina, "daftar/kegiatan", cari="tidak ada kata ini")) == []
    form = satu(halaman(rina, "daftar/kegiatan", cari="pertama", urut="lama"), b.Formulir)
    assert isinstance(form, b.Formulir)
    assert form.terisi == 2
    assert buka(tamu(rina), ["daftar", "entah"], {}) is None
    assert buka(tamu(rina), ["daftar", "kegiatan"], {"desa": "11.01.01.2001"}) is None
    assert buka(tamu(rina), ["daftar", "kegiatan"], {"desa": f"{KECAMATAN}.9999"}) is None


def test_every_kind_of_card_opens_as_in_chat(rina: Obrolan, sari: Obrolan, dunia: Dunia) -> None:
    k = catat(sari)
    d = sari.desa
    m = d.musdes.ambil(d.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-10", "19:30", tempat="Balai")))
    assert m
    p = d.keputusan.tambah(m.id, IsiKeputusan("Rabat beton", "mufakat", pj="Kaur", tenggat="2026-11-30"))
    nomor = next(x.nomor for x in d.keputusan.dari_musdes(m.id))
    assert p
    dunia.tx.run(
        "INSERT INTO masalah (nomor, desa, tema, isi, asal, orang_id, nama, rahasia, kanal, tujuan, tingkat, status, "
        "jawaban, dibuat, diubah) VALUES ('A-2611-9000', ?, 'blt', 'BLT belum cair', 'warga', ?, '', 0, 'uji', 'x', 'pld', 'baru', '', ?, ?)",
        (SUKAMAJU, sari.id, KINI, KINI),
    )
    dunia.tx.run(
        "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, dibuat, diubah) VALUES "
        "('AL-2611-9000', 'aset', ?, 'Mata air', 'dipakai', '{\"nama\":\"Mata air\"}', ?, ?, ?)",
        (SUKAMAJU, sari.id, KINI, KINI),
    )
    kartu = {n: kata(halaman(rina, f"kartu/{n}")) for n in (k, m.nomor, nomor, "A-2611-9000", "AL-2611-9000")}
    assert "Papan proyek terpasang." in kartu[k]
    assert "Dicatat oleh Bu Sari" in kartu[k]
    assert "Rabat beton" in kartu[m.nomor]
    assert "belum mulai" in kartu[m.nomor]
    assert "Penanggung jawab" in kartu[nomor]
    assert f"Buka {m.nomor}" in kartu[nomor]
    assert "BLT belum cair" in kartu["A-2611-9000"]
    assert "Mata air" in kartu["AL-2611-9000"]
    for apa in MACAM:
        assert isinstance(halaman(rina, f"daftar/{apa}"), b.Halaman)
    assert tabel(halaman(rina, "daftar/musdes"))[0][0].startswith("Musdes RKP M-2611")
    assert tabel(halaman(rina, "daftar/register"))[0][1] == "Aset lokal"
    for salah in (
        "K-2611-9999",
        "M-2611-9999",
        "P-2611-9999",
        "T-2611-9999",
        "A-2611-9999",
        "AL-2611-9999",
        "x",
        "k-2611-0001",
    ):
        assert buka(tamu(rina), ["kartu", salah], {}) is None
    dunia.tx.run("UPDATE register SET keadaan = 'entah_apa'")
    assert "entah apa" in kata(halaman(rina, "daftar/register"))


def test_an_approved_entry_says_by_whom(rina: Obrolan, sari: Obrolan) -> None:
    k = catat(sari)
    ada = rina.desa.pemeriksaan.ambil(k)
    assert ada
    rina.desa.pemeriksaan.setuju(ada)
    assert "Disetujui Bu Rina" in kata(halaman(rina, f"kartu/{k}"))


def test_a_task_as_giver_and_as_one_of_those_it_was_given_to(rina: Obrolan, dunia: Dunia) -> None:
    gugun = coordinator(dunia, "Gugun", PD, KECAMATAN)
    nomor = rina.desa.tugas.beri("Foto papan", date(2026, 11, 27), [gugun.id], None)
    t = gugun.desa.tugas.ambil(nomor)
    assert t
    gugun.desa.tugas.tandai(t, "terkendala", "Jembatan putus")
    assert "('Gugun', 'terkendala (“Jembatan putus”)')" in kata(halaman(rina, f"kartu/{nomor}"))
    assert "('Status Anda', 'terkendala (“Jembatan putus”)')" in kata(halaman(gugun, f"kartu/{nomor}"))
    assert tabel(halaman(rina, "daftar/tugas")) == [["Foto papan", "Jum 27/11", "terbuka", "Bu Rina"]]
    sendiri = rina.desa.tugas.beri("Belum ada orangnya", date(2026, 11, 27), [], None)
    assert "Dari" in kata(halaman(rina, f"kartu/{sendiri}"))


def test_pictures_are_seen_by_whom_their_card_opens_for(rina: Obrolan, sari: Obrolan, dunia: Dunia) -> None:
    k = catat(sari)
    gambar = sari.gambar(2)
    row = dunia.tx.one("SELECT id FROM kegiatan WHERE nomor = ?", (k,))
    assert row
    for n, f in enumerate(gambar):
        dunia.tx.run(
            "INSERT INTO kegiatan_foto (kegiatan_id, urutan, sidik, waktu) VALUES (?, ?, ?, 0)", (row["id"], n, f.sidik)
        )
    foto = satu(halaman(rina, f"kartu/{k}"), b.Foto)
    assert isinstance(foto, b.Foto)
    assert foto.ke == (f"/panel/foto/{k}/1", f"/panel/foto/{k}/2")
    assert buka(tamu(rina), ["foto", k, "2"], {}) == b.Gambar(gambar[1].sidik)
    for urutan in ("0", "3", "-1", "x", "٢", "99999"):
        assert buka(tamu(rina), ["foto", k, urutan], {}) is None
    assert buka(tamu(rina), ["foto", "K-2611-9999", "1"], {}) is None
    jauh = coordinator(dunia, "Jauh", PD, "11.01.01")
    assert buka(tamu(jauh), ["foto", k, "1"], {}) is None


# -- downloads --------------------------------------------------------------------------------------------------------


def test_a_list_as_a_workbook_of_what_was_filtered(rina: Obrolan, sari: Obrolan) -> None:
    catat(sari, "=HYPERLINK(1) papan")
    catat(sari, "Lain sekali", desa="mayak")
    isi = buka(tamu(rina), ["unduh", "kegiatan"], {"desa": SUKAMAJU})
    assert isinstance(isi, b.Unduhan)
    assert isi.nama == "kegiatan-2026-11-20.xlsx"
    buku = openpyxl.load_workbook(io.BytesIO(isi.buat()))
    assert buku.sheetnames == ["Kegiatan", "Keterangan"]
    kepala, baris = buku["Kegiatan"].iter_rows(values_only=True)
    assert kepala[:3] == ("Nomor", "Tanggal", "Kode wilayah")
    assert baris[2:4] == (SUKAMAJU, "Desa Sukamaju")
    assert baris[5:] == ("=HYPERLINK(1) papan", "belum diperiksa", "Bu Sari")
    assert buku["Kegiatan"].cell(2, 6).data_type == "s", "never a formula"
    rina.desa.tugas.beri("Foto", date(2026, 11, 27), [], None)
    for apa in MACAM:
        assert isinstance(buka(tamu(rina), ["unduh", apa], {}), b.Unduhan)
    assert buka(tamu(rina), ["unduh", "entah"], {}) is None
    assert buka(tamu(rina), ["unduh", "kegiatan"], {"desa": "11.01.01.2001"}) is None


def test_a_long_list_is_prepared_for_the_chat(rina: Obrolan, sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unduhan, "LANGSUNG", 1)
    catat(sari)
    catat(sari, "Dua")
    isi = buka(tamu(rina), ["unduh", "kegiatan"], {"desa": SUKAMAJU, "dari": "2026-11-01"})
    assert isinstance(isi, b.Halaman)
    tombol = satu(isi, b.Kirim)
    assert tombol == b.Kirim(
        "Siapkan dan kirim ke obrolan", "/panel/siapkan/kegiatan", (("desa", SUKAMAJU), ("dari", "2026-11-01"))
    )
    assert PEKERJAAN in SEMUA_PEKERJAAN
    h = kirim(tamu(rina, "rina-hp"), ["siapkan", "kegiatan"], {"desa": SUKAMAJU, "dari": "2026-11-01"})
    assert isinstance(h, b.Halaman)
    assert "sedang disiapkan" in kata(h)
    (kerja,) = tamu(rina).desa.kerja.berjalan()
    assert (kerja.jenis, kerja.tujuan) == ("unduh_xlsx", "rina-hp")
    assert kerja.bahan == {"apa": "kegiatan", "register": "", "di": SUKAMAJU, "masa": "2026-11-01:2026-11-20"}
    kirim(tamu(rina, "rina-hp"), ["siapkan", "register"], {"jenis": "aset"})
    assert tamu(rina).desa.kerja.berjalan()[1].bahan == {"apa": "register", "register": "aset", "di": "", "masa": ":"}
    assert "Belum ada obrolan" in kata(kirim(tamu(rina), ["siapkan", "kegiatan"], {}))  # type: ignore[arg-type]
    for jalur in (["siapkan", "entah"], ["siapkan", "tugas"], ["lain"], []):
        assert kirim(tamu(rina, "rina-hp"), jalur, {}) is None
    for entah in ("11.01.01.2001", f"{KECAMATAN}.9999", "0"):
        assert buka(tamu(rina), ["unduh", "kegiatan"], {"desa": entah}) is None
        assert kirim(tamu(rina, "rina-hp"), ["siapkan", "kegiatan"], {"desa": entah}) is None
    for n in range(2):
        rina.desa.tugas.beri(f"Tugas {n}", date(2026, 11, 27), [], None)
    tugas = buka(tamu(rina), ["unduh", "tugas"], {})
    assert isinstance(tugas, b.Halaman)
    assert not any(isinstance(x, b.Kirim) for x in tugas.bagian)
    assert "Persempit tanggal" in kata(tugas), "no dead end"
    assert "saringan kata, jenis, status" in kata(isi)


# -- nobody reaches beyond their scope --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def semesta() -> DuniaLingkup:
    return DuniaLingkup()


JALUR = (
    "", "wilayah", "siklus", "rekap", "rekap?bagian=orang", "rekap?bagian=catatan", "rekap?bagian=tanya", "orang",
    "orang?bulan=2026-10", *(f"daftar/{apa}" for apa in MACAM), *(f"unduh/{apa}" for apa in MACAM),
)  # fmt: skip


def dibaca(isi: object) -> str:
    if isinstance(isi, b.Unduhan):
        buku = openpyxl.load_workbook(io.BytesIO(isi.buat()))
        return repr([list(ws.iter_rows(values_only=True)) for ws in buku]).lower()
    return repr(isi).lower()


@pytest.mark.parametrize("siapa", PELAKU)
def test_no_page_shows_what_is_not_for_them(semesta: DuniaLingkup, siapa: str) -> None:
    t = tamu(semesta.pelaku[siapa])
    for jalur in JALUR:
        jalan, _, tanya = jalur.partition("?")
        saring = dict([tanya.split("=")]) if tanya else {}
        berwilayah = () if jalan.startswith(("daftar", "unduh")) else DESA_GRUP.values()
        for wilayah in ("", *(k[:n] for k in berwilayah for n in (2, 5, 8))):
            isi = buka(t, jalan.split("/"), saring | ({"wilayah": wilayah} if wilayah else {}))
            assert (isi is None) >= (siapa not in MASUK), jalur
            teks = dibaca(isi).replace(PELAKU[siapa].rekan or "\0", "")
            for tanda in PELAKU[siapa].rahasia:
                assert tanda not in teks, f"{siapa} {jalur} {wilayah}: {tanda}"


@pytest.mark.parametrize("siapa", PELAKU)
def test_whatever_is_not_theirs_is_as_if_it_were_not_there(semesta: DuniaLingkup, siapa: str) -> None:
    t = tamu(semesta.pelaku[siapa], "x")
    for tempat in gelap(siapa):
        desa = DESA_GRUP[tempat]
        for kode in (desa, desa[:8]) if tempat in LUAR else (desa,):
            if t.desa.lingkup.boleh_baca(kode):
                continue
            for isi in (
                buka(t, ["desa", kode], {}),
                *(buka(t, [apa, k], {"desa": kode}) for apa in ("daftar", "unduh") for k in MACAM),
                *(buka(t, [apa], {"wilayah": kode}) for apa in ("wilayah", "siklus", "rekap", "orang")),
                *(kirim(t, ["siapkan", k], {"desa": kode}) for k in MACAM),
            ):
                assert isi is None, f"{siapa} {kode}"
        for nomor in semesta.milik[tempat].values():
            assert buka(t, ["kartu", nomor], {}) is None, f"{siapa} {nomor}"
            assert buka(t, ["foto", nomor, "1"], {}) is None


@pytest.mark.parametrize("siapa", MASUK)
def test_these_tests_see_what_is_there(semesta: DuniaLingkup, siapa: str) -> None:
    t = tamu(semesta.pelaku[siapa])
    assert "qisini" in dibaca(buka(t, ["kartu", semesta.milik["sini"]["K"]], {}))
    assert "qisini" in dibaca(buka(t, ["daftar", "kegiatan"], {}))
    assert "qisini" in dibaca(buka(t, ["unduh", "kegiatan"], {}))
    assert isinstance(buka(t, ["desa", DESA_GRUP["sini"]], {}), b.Halaman)
    assert ZONA
