"""/laporan in chat: what is ready and what is missing, the words that are typed for it, and the photos."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from data.laporan import PilihanFoto
from data.orang import PD, PLD
from handlers.dialog.perintah import perintah_ketik
from handlers.dialog.question import Layar as Saat
from handlers.laporan.bulan_kunjungan import kumpulkan
from handlers.laporan.pilihan import TERBANYAK, bawaan, dipakai
from handlers.laporan.tanya import Isian, PilihFoto
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Layar, Obrolan
from tests.handlers.laporan.dunia import DESA4, Bulan, penuh
from tests.handlers.tim_dunia import catat, orang

BULAN = datetime(2026, 11, 1, tzinfo=UTC).date()


def terpakai(b: Bulan) -> list[tuple[str, str]]:
    """(entry, picture) in the report."""
    return [(f.kunjungan.k.nomor, f.sidik) for f in kumpulkan(b.desa, BULAN).dipakai]


def foto_dari(b: Bulan, nomor: str) -> list[str]:
    k = b.desa.kegiatan.ambil(nomor)
    assert k
    return [f.sidik for f in b.desa.kegiatan.foto(k.id)]


# -- the month on one screen ------------------------------------------------------------------------------------------


def test_what_is_ready_and_what_is_missing(b: Bulan) -> None:
    layar = penuh(b).sari.tulis("laporan")
    assert layar.teks.splitlines() == [
        "Laporan kunjungan November 2026",
        "17 kunjungan di 4 desa, 15 hari",
        "Foto: 28, dipakai 20",
        "Tanpa foto, 3 kunjungan: Kam 5/11 Sukaraharja, Sel 10/11 Mayak, Sab 14/11 Mayak",
        "Belum diisi: rekomendasi",
    ]
    assert layar.tombol == [
        "Unduh Word", "Unduh PDF", "Pilih foto", "Isi tujuan", "Isi tindak lanjut", "Isi rekomendasi", "SPPD",
        "Templat saya",
    ]  # fmt: skip
    assert all(len(label) <= 20 for label in layar.tombol)


def test_a_bare_month(b: Bulan) -> None:
    b.kunjungi(3)
    layar = b.sari.tulis("/laporan november")
    assert "Foto: belum ada" in layar
    assert "Belum diisi: tindak lanjut, rekomendasi" in layar
    assert "Pilih foto" not in layar.tombol
    assert b.sari.tulis("/laporan 2026-11 foto").teks == layar.teks, "there is nothing to choose"


@pytest.mark.parametrize(
    "kata", ["laporan", "laporan kunjungan", "lkd", "laporan bulanan", "laporan kunjungan lapangan"]
)
def test_by_its_words(b: Bulan, kata: str) -> None:
    b.kunjungi(3)
    assert "1 kunjungan di 1 desa, 1 hari" in b.sari.tulis(kata)


@pytest.mark.parametrize(
    ("teks", "perintah"),
    [
        ("laporan oktober", "laporan oktober"),
        ("laporan kunjungan bulan lalu", "laporan kunjungan bulan lalu"),
        ("laporan kunjungan desember 2025 pdf", "laporan kunjungan desember 2025 pdf"),
        ("laporan 2026-10 pdf", "laporan 2026-10 pdf"),
        ("sppd oktober", "sppd oktober"),
        ("laporan kunjungan ke Sukamaju pagi tadi, lancar", ""),
        ("laporan oktober rapat di kecamatan", ""),
    ],
)
def test_a_months_name_behind_it_is_a_month_and_all_else_is_somebodys_report(teks: str, perintah: str) -> None:
    assert perintah_ketik(teks, TABEL) == perintah


def test_a_month_without_visits_says_what_would_work(b: Bulan) -> None:
    layar = b.sari.tulis("laporan")
    assert "Catat dulu satu, dan pilih Di desa." in layar
    assert layar.tombol == ["Catat"]
    catat(b.sari, tanggal="2026-11-03", cara="koordinasi")
    layar = b.sari.tulis("/laporan 2026-11 word")
    assert "1 catatannya koordinasi atau daring" in layar
    assert layar.tombol == ["Catat", "Riwayat"]
    assert "Bulan ini belum mulai" in b.sari.tulis("/laporan 2026-12")
    assert b.d.hitung("kerja") == 0


def test_at_the_beginning_of_a_month_it_is_the_last_one_until_there_is_a_visit(b: Bulan) -> None:
    b.kunjungi(3)
    b.d.kini = int(datetime(2026, 12, 2, 3, tzinfo=UTC).timestamp())
    assert "November 2026" in b.sari.tulis("laporan")
    assert "Desember 2026" in b.sari.tulis("laporan desember"), "named, it is that one"
    assert "Desember 2026" in b.sari.tulis("laporan bulan ini")
    catat(b.sari, tanggal="2026-12-01")
    layar = b.sari.tulis("laporan")
    assert "Desember 2026" in layar
    assert "November 2026" in b.sari.tekan("November 2026")


def test_from_the_monthly_recap(b: Bulan) -> None:
    catat(b.sari, tanggal="2026-11-03", cara="daring")
    assert "Laporan kunjungan" not in b.sari.tulis("drp").tombol
    b.kunjungi(3)
    b.sari.tulis("drp")
    assert "1 kunjungan di 1 desa" in b.sari.tekan("Laporan kunjungan")


def test_returned_entries_count_and_deleted_ones_do_not(b: Bulan) -> None:
    nomor = [b.kunjungi(hari) for hari in (3, 4)]
    b.d.tx.run("UPDATE kegiatan SET periksa = 'kembali' WHERE nomor = ?", (nomor[0],))
    assert "2 kunjungan" in b.sari.tulis("laporan")
    k = b.desa.kegiatan.ambil(nomor[1])
    assert k
    b.desa.kegiatan.hapus(k)
    assert "1 kunjungan" in b.sari.tulis("laporan")


def test_nobody_elses_visits(b: Bulan, rina: Obrolan) -> None:
    b.kunjungi(3, 1)
    assert "Belum ada kunjungan" in rina.tulis("laporan")
    assert "Belum ada foto untuk dipilih" in rina.tulis(f"/laporan_foto 2026-11 {b.kunjungan[0]}")


def test_many_visits_without_a_photo_are_not_all_named(b: Bulan) -> None:
    for hari in range(1, 15):
        b.kunjungi(hari)
    assert "dan 2 lainnya" in b.sari.tulis("laporan")


# -- files are asked for ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", ["Word", "PDF"])
def test_a_download_is_work(b: Bulan, bentuk: str) -> None:
    b.kunjungi(3)
    b.sari.tulis("laporan")
    layar = b.sari.tekan(f"Unduh {bentuk}")
    assert f"Laporan kunjungan November 2026 ({bentuk}) sedang disiapkan" in layar
    (kerja,) = b.desa.kerja.berjalan()
    assert (kerja.jenis, kerja.bahan) == (f"laporan_{bentuk.lower()}", {"bulan": "2026-11"})


def test_the_travel_sheet(b: Bulan) -> None:
    assert "Belum ada kunjungan" in b.sari.tulis("sppd")
    b.kunjungi(3)
    b.kunjungi(3, kegiatan="AS13")
    b.kunjungi(3, desa=DESA4[0])
    layar = b.sari.tulis("sppd")
    assert "draf lembar SPPD November 2026: 2 perjalanan" in layar
    assert layar.pesan.berkas
    assert (layar.pesan.berkas.nama, layar.pesan.berkas.resep) == ("draf-sppd-2026-11.pdf", "sppd_pdf")
    layar = b.sari.tekan("Bentuk Word")
    assert layar.pesan.berkas
    assert (layar.pesan.berkas.nama, layar.pesan.berkas.resep) == ("draf-sppd-2026-11.docx", "sppd_docx")
    assert "3 kunjungan" in b.sari.tekan("Laporan kunjungan")


# -- what is typed ----------------------------------------------------------------------------------------------------


def test_each_part_is_typed_changed_and_emptied(b: Bulan) -> None:
    b.kunjungi(3)
    b.sari.tulis("laporan")
    layar = b.sari.tekan("Isi rekomendasi")
    assert layar.teks.startswith("Apa rekomendasinya?")
    assert "Kosongkan" not in layar.label
    assert "lebih lengkap" in b.sari.tulis("ok")
    layar = b.sari.tulis("Kecamatan melatih bendahara.")
    assert "Rekomendasi disimpan." in layar
    assert "Sudah diketik: rekomendasi" in layar
    layar = b.sari.tekan("Isi rekomendasi")
    assert "Yang sekarang:\nKecamatan melatih bendahara." in layar
    b.sari.tulis("Bendahara dilatih Januari.")
    assert b.desa.laporan.ambil("2026-11").isian == {"rekomendasi": "Bendahara dilatih Januari."}
    b.sari.tekan("Isi rekomendasi")
    layar = b.sari.tekan("Kosongkan")
    assert "Rekomendasi dikosongkan." in layar
    assert "Belum diisi: tindak lanjut, rekomendasi" in layar
    assert b.desa.laporan.ambil("2026-11").isian == {}


def test_month_and_part_are_asked_for_where_none_is_named(b: Bulan) -> None:
    b.kunjungi(3)
    catat(b.sari, tanggal="2026-10-03")
    assert b.sari.tulis("/laporan_isi").tombol == ["November 2026", "Oktober 2026"]
    assert "contoh: oktober" in b.sari.tulis("entah")
    b.sari.tulis("oktober")
    assert b.sari.layar.tombol == ["Tujuan", "Tindak lanjut", "Rekomendasi"]
    b.sari.tulis("tindak lanjut")
    b.sari.tulis("a" * 700)
    assert b.desa.laporan.ambil("2026-10").isian == {"tindak_lanjut": "a" * 700}
    layar = b.sari.tulis("/laporan_isi 2026-10 tindak_lanjut")
    assert f"{'a' * 600}…" in layar
    b.sari.tulis("batal")
    assert b.desa.laporan.ambil("2026-10").isian == {"tindak_lanjut": "a" * 700}


def test_with_nothing_missing_nothing_is_missing(b: Bulan) -> None:
    b.kunjungi(3, 1, tindak_lanjut="Sekdes melengkapi berkas.")
    b.desa.laporan.isi("2026-11", "rekomendasi", "Latih bendahara.")
    assert b.sari.tulis("laporan").teks.splitlines()[1:] == [
        "1 kunjungan di 1 desa, 1 hari",
        "Foto: 1, dipakai 1",
        "Sudah diketik: rekomendasi",
    ]


# -- photos -----------------------------------------------------------------------------------------------------------


def test_at_first_the_first_of_each_visit_then_the_second_ones(b: Bulan) -> None:
    penuh(b)
    semua = terpakai(b)
    assert len(semua) == TERBANYAK
    berfoto = [n for n in b.kunjungan if foto_dari(b, n)]
    assert {(n, foto_dari(b, n)[0]) for n in berfoto} < set(semua)
    assert [n for n in berfoto if (n, foto_dari(b, n)[1]) in semua] == berfoto[:6], "six more have room"
    assert [n for n, _ in semua] == sorted(n for n, _ in semua), "by date, and a visit's photos beside each other"


def test_the_same_picture_of_two_visits_is_there_once(b: Bulan) -> None:
    isi = b"\xff\xd8\xff sama"
    b.kunjungi(3, 0, isi)
    b.kunjungi(4, 0, isi)
    assert [n for n, _ in terpakai(b)] == [b.kunjungan[0]]
    kunjungan = kumpulkan(b.desa, BULAN).kunjungan
    keduanya = [PilihanFoto(k.k.nomor, k.foto[0], True) for k in kunjungan]
    assert len(dipakai(kunjungan, keduanya)) == 1
    assert len(bawaan(())) == 0


def test_visit_by_visit(b: Bulan) -> None:
    satu, dua, tiga = b.kunjungi(3, 1), b.kunjungi(4, 3), b.kunjungi(5, 2)
    b.kunjungi(6)
    b.sari.tulis("laporan")
    layar = b.sari.tekan("Pilih foto")
    assert "6 foto dipakai dari 6; yang muat 20." in layar
    assert layar.daftar == ["Sel 3/11 Sukamaju", "Rab 4/11 Sukamaju", "Kam 5/11 Sukamaju"]
    layar = b.sari.tekan("Satu per satu")
    assert layar.teks.splitlines() == [
        "1 dari 3 · Selasa, 3 November 2026",
        "Desa Sukamaju: Pantau pembangunan fisik desa",
        "Sekarang dipakai.",
    ]
    assert layar.label == ["Pakai", "Tidak dipakai", "Selesai"]
    assert layar.pesan.foto == tuple(foto_dari(b, satu)), "the photos are shown"
    layar = b.sari.tekan("Tidak dipakai")
    assert "3 foto. Sekarang dipakai: 1, 2, 3." in layar
    assert layar.label == ["Pakai semua", "Foto 1 saja", "Foto 2 saja", "Foto 3 saja", "Tidak dipakai", "Selesai"]
    b.sari.tulis("1 dan 3")
    layar = b.sari.tekan("Foto 2 saja")
    assert "Pilihan foto disimpan: 3 foto dipakai." in layar
    assert terpakai(b) == [
        (dua, foto_dari(b, dua)[0]),
        (dua, foto_dari(b, dua)[2]),
        (tiga, foto_dari(b, tiga)[1]),
    ]


@pytest.mark.parametrize("kata", ["selesai", "Selesai", "sudah"])
def test_enough_leaves_the_others_as_they_were(b: Bulan, kata: str) -> None:
    b.kunjungi(3, 1)
    dua = b.kunjungi(4, 1)
    b.sari.tulis("/laporan_foto 2026-11")
    b.sari.tulis("tidak")
    b.sari.tulis(kata)
    assert terpakai(b) == [(dua, foto_dari(b, dua)[0])]


def test_typed_words_for_all_and_for_none(b: Bulan) -> None:
    satu, dua = b.kunjungi(3, 2), b.kunjungi(4, 2)
    b.sari.tulis("/laporan_foto 2026-11")
    layar = b.sari.tulis("yang bagus")
    assert "ketik nomor fotonya, contoh: 1 dan 3" in layar
    assert "contoh: 1 dan 3" in b.sari.tulis("7")
    b.sari.tulis("lewati")
    b.sari.tulis("semua")
    assert terpakai(b) == [(dua, s) for s in foto_dari(b, dua)]
    assert satu not in dict(terpakai(b))


def test_a_visit_from_the_list(b: Bulan) -> None:
    satu, dua = b.kunjungi(3, 2), b.kunjungi(4, 1)
    b.sari.tulis("/laporan 2026-11 foto")
    layar = b.sari.tekan("Sel 3/11 Sukamaju")
    assert layar.teks.startswith("Selasa, 3 November 2026"), "it is the only one"
    b.sari.tekan("Foto 2 saja")
    assert terpakai(b) == [(satu, foto_dari(b, satu)[1]), (dua, foto_dari(b, dua)[0])]
    layar = b.sari.tekan("Pilih foto")
    assert layar.pesan.daftar[0].ket.startswith("1 dari 2 foto dipakai")
    layar = b.sari.tekan("Pilihan awal")
    assert "Kembali ke pilihan awal" in layar
    assert len(terpakai(b)) == 3
    assert "Pilihan awal" not in b.sari.tekan("Pilih foto").label
    assert "Kembali ke pilihan awal" in b.sari.tulis("/laporan_foto_awal 2026-11"), "twice is once"


def test_later_visits_are_offered_and_what_was_chosen_stays(b: Bulan) -> None:
    satu = b.kunjungi(3, 2)
    b.sari.tulis("/laporan_foto 2026-11")
    b.sari.tekan("Foto 2 saja")
    dua = b.kunjungi(4, 1)
    layar = b.sari.tulis("laporan")
    assert "Foto baru yang belum dipilih: Rab 4/11 Sukamaju" in layar
    assert terpakai(b) == [(satu, foto_dari(b, satu)[1])]
    layar = b.sari.tekan("Pilih foto")
    assert ", baru" in layar.pesan.daftar[1].ket
    layar = b.sari.tekan("Yang baru saja")
    assert layar.teks.startswith("Rabu, 4 November 2026")
    layar = b.sari.tekan("Pakai")
    assert "Foto baru" not in layar
    assert terpakai(b) == [(satu, foto_dari(b, satu)[1]), (dua, foto_dari(b, dua)[0])]
    assert "Yang baru saja" not in b.sari.tekan("Pilih foto").label


def test_twenty_and_no_more(b: Bulan) -> None:
    for hari in range(1, 5):
        b.kunjungi(hari, 6)
    b.sari.tulis("/laporan_foto 2026-11")
    for _ in range(3):
        b.sari.tekan("Pakai semua")
    layar = b.sari.tekan("Pakai semua")
    assert "Laporan memuat 20 foto; tempat tinggal untuk 2." in layar
    b.sari.tulis("2, 5")
    assert len(terpakai(b)) == 20
    b.sari.tulis(f"/laporan_foto 2026-11 {b.kunjungan[3]}")
    assert "tempat tinggal untuk 2" in b.sari.tulis("1 2 3"), "the others keep their places"
    b.sari.tulis("1 dan 2")
    assert len(terpakai(b)) == 20
    b.kunjungi(6, 1)
    b.sari.tulis("/laporan_foto 2026-11 baru")
    assert "tempatnya sudah penuh" in b.sari.tulis("pakai")


def test_whoever_stops_half_way_never_has_more_than_twenty(b: Bulan) -> None:
    for hari in range(1, 8):
        b.kunjungi(hari, 6)
    b.sari.tulis("/laporan_foto 2026-11")
    b.sari.tekan("Pakai semua")
    b.sari.tekan("Pakai semua")
    b.sari.tekan("Selesai")
    assert len(terpakai(b)) == 20
    assert sum(p.dipakai for p in b.desa.laporan.ambil("2026-11").foto or ()) == 20


def test_pages_of_many_visits(b: Bulan) -> None:
    for hari in range(1, 20):
        b.kunjungi(hari, 1)
    layar = b.sari.tulis("/laporan 2026-11 foto")
    assert len(layar.daftar) == 8
    assert all(len(label) <= 24 for label in layar.daftar)
    assert all(len(satu.ket) <= 72 for satu in layar.pesan.daftar)
    layar = b.sari.tekan("Lainnya ›")
    assert layar.daftar[0] == "Sen 9/11 Sukamaju"
    assert "‹ Sebelumnya" in layar.tombol
    assert len(b.sari.tekan("Lainnya ›").daftar) == 3
    assert b.sari.tekan("‹ Sebelumnya").daftar[0] == "Sen 9/11 Sukamaju"


def test_a_photo_that_is_gone_meanwhile_is_asked_about_again(b: Bulan) -> None:
    satu = b.kunjungi(3, 2)
    b.kunjungi(4, 1)
    b.sari.tulis("/laporan_foto 2026-11")
    b.sari.tekan("Pakai semua")
    k = b.desa.kegiatan.ambil(satu)
    assert k
    b.sari.desa.kegiatan.ganti_foto(k, b.desa.kegiatan.foto(k.id)[:1], "")
    layar: Layar = b.sari.tulis("pakai")
    assert "Foto kunjungan ini sudah berubah" in layar
    b.sari.tekan("Pakai")
    b.sari.tulis("pakai") if "Rabu" in b.sari.layar else None
    assert len(terpakai(b)) == 2


def test_kembali_goes_back_one_visit(b: Bulan) -> None:
    b.kunjungi(3, 1)
    b.kunjungi(4, 1)
    b.sari.tulis("/laporan_foto 2026-11")
    b.sari.tekan("Pakai")
    assert "Selasa, 3 November" in b.sari.tulis("kembali")
    assert b.d.hitung("laporan") == 0, "nothing is kept before the end"


def test_a_pd_too(d: Dunia, b: Bulan) -> None:
    wawan = orang(d, "Pak Wawan", PD, "32.03.03")
    catat(wawan, tanggal="2026-11-03", desa="32.03.03.2005")
    catat(wawan, tanggal="2026-11-04", desa="32.03.03", cara="koordinasi")
    assert "1 kunjungan di 1 desa, 1 hari" in wawan.tulis("laporan")
    assert PLD not in wawan.konteks.orang.peran


def test_answers_are_read_again_as_they_were_kept() -> None:
    foto = PilihFoto("Selasa", ("a", "b"), (), 20)
    layar = Saat(BULAN)
    for nilai in (None, (), ("b",)):
        assert foto.load(foto.dump(nilai), layar) == nilai
    assert foto.show(None) == "selesai"
    isian = Isian("Apa?", ada=True)
    assert isian.load(isian.dump(""), layar) == ""
    assert (isian.show(""), isian.show("Latih.")) == ("–", "Latih.")
    assert isian.load("Latih bendahara.", layar) == "Latih bendahara."


def test_a_visit_that_is_moved_to_the_kecamatan_is_asked_what_it_was(b: Bulan) -> None:
    """Else a kecamatan is counted as a village, with a line for its stamp."""
    nomor = b.kunjungi(3)
    b.kunjungi(4)
    b.sari.tulis(f"ubah {nomor} desa")
    layar = b.sari.tulis("kecamatan")
    assert layar.pesan.teks.startswith("Di mana kegiatannya?")
    assert "Di desa" not in layar.label
    b.sari.tulis("koordinasi")
    layar = b.sari.tulis("salah pilih")
    assert "Semula: Desa Sukamaju, di desa\nMenjadi: Kecamatan Cibeber, koordinasi\n" in layar
    assert "Kunjungan lapangan: tidak" in b.sari.tekan("Simpan")
    k = b.sari.desa.kegiatan.ambil(nomor)
    assert k
    assert (k.desa, k.cara) == ("32.03.03", "koordinasi")
    assert "1 kunjungan di 1 desa, 1 hari" in b.sari.tulis("laporan")
