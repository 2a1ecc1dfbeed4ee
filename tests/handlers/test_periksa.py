"""/periksa, /setuju, /setuju_semua, /minta_perbaikan, /perbaiki: what the level above says, and what becomes of it."""

from __future__ import annotations

import pytest

from data.kegiatan import FotoKegiatan
from data.orang import PD, PLD, TAPM_KAB, TAPM_PROV
from data.pemeriksaan import PemeriksaanQ
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import (
    KABUPATEN,
    PROVINSI,
    catat,
    kabar,
    kenal,
    orang,
    ramai,
    selesaikan_penugasan,
    tugaskan,
)


def status(o: Obrolan, nomor: str) -> str:
    satu = o.desa.kegiatan.ambil(nomor)
    assert satu
    return satu.periksa


def kembalikan(o: Obrolan, nomor: str, bagian: str = "jam", alasan: str = "Belum sesuai daftar hadir.") -> None:
    o.tulis(f"/minta_perbaikan {nomor}")
    o.tulis(bagian)
    o.tulis(alasan)
    assert o.layar.pesan.judul == f"Dikembalikan #{nomor}"


def perbaiki(o: Obrolan, nomor: str) -> None:
    o.tulis(f"/ubah {nomor} jam")
    o.tulis("9-12")
    o.tulis("Sesuai daftar hadir")
    o.tulis("simpan")


# -- approving --------------------------------------------------------------------------------------------------------


def test_one_tap_approves_and_offers_the_next(rina: Obrolan, sari: Obrolan) -> None:
    satu, dua = catat(sari), catat(sari, tanggal="2026-11-20")
    rina.tulis("periksa")
    assert rina.layar.daftar == ["Bu Sari, Jum 20/11 Sukamaju", "Bu Sari, Kam 19/11 Sukamaju"]
    rina.tekan("Bu Sari, Jum 20/11 Sukamaju")
    assert "Masih 1 yang menunggu" in rina.tekan("Setujui")
    assert rina.tekan("Berikutnya ›").pesan.judul == f"#{satu}, Bu Sari"
    assert "Tidak ada lagi yang menunggu" in rina.tekan("Setujui")
    assert (status(sari, satu), status(sari, dua)) == ("setuju", "setuju")
    assert kabar(sari) == [], "nobody is told what they did not wait for"
    assert "Tidak ada catatan yang menunggu sejak 1 Oktober." in rina.tulis("periksa")


def test_two_coordinators_approve_once(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    nomor = catat(sari)
    layar = hasan.tulis(f"/periksa {nomor}")
    rina.tulis(f"/setuju {nomor}")
    assert "✓ Disetujui Bu Rina, 20 Nov 19.30." in hasan.tekan("Setujui", layar=layar)
    assert d.hitung("pemeriksaan") == 1


def test_what_changed_after_it_was_looked_at_is_shown_again(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    layar = rina.tulis(f"/periksa {nomor}")
    perbaiki(sari, nomor)
    assert "baru saja mengubahnya. Ini yang terbaru." in rina.tekan("Setujui", layar=layar)
    assert "09.00–12.00" in rina.layar
    assert status(sari, nomor) == ""
    rina.tekan("Setujui")
    assert status(sari, nomor) == "setuju"


def test_an_approved_entry_that_changes_waits_again_and_the_approver_is_told(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    rina.tulis(f"/setuju {nomor}")
    sari.tulis(f"/ubah {nomor} jam")
    sari.tulis("9-12")
    assert "sesudah diubah perlu dilihat lagi" in sari.tulis("Salah ketik")
    assert "Bu Rina dikabari." in sari.tulis("simpan")
    assert status(sari, nomor) == "diperbaiki"
    (satu,) = kabar(rina)
    assert satu.judul == f"#{nomor} berubah sesudah disetujui"
    assert "jam: 09.00–11.00 → 09.00–12.00" in satu.teks
    assert "Berubah sesudah disetujui Bu Rina" in rina.ketuk(satu.tombol[0].data)
    perbaiki(sari, nomor)
    assert len(kabar(rina)) == 1, "what waits to be looked at is not announced again"


def test_a_change_that_changes_nothing_leaves_the_approval(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari, jam="09:00-12:00", menit=180)
    rina.tulis(f"/setuju {nomor}")
    perbaiki(sari, nomor)
    assert status(sari, nomor) == "setuju"
    assert kabar(rina) == []


def test_pictures_are_shown_and_new_ones_are_a_change(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    foto = sari.gambar(2)
    k = sari.desa.kegiatan.ambil(nomor)
    assert k
    sari.desa.kegiatan.ganti_foto(k, [FotoKegiatan(f.sidik, f.waktu) for f in foto], "susulan")
    layar = rina.tulis(f"/periksa {nomor}")
    assert layar.pesan.foto == tuple(f.sidik for f in foto)
    assert "Foto: 2" in layar
    rina.tekan("Setujui")
    sari.desa.kegiatan.ganti_foto(k, [], "salah kirim")
    assert status(sari, nomor) == "diperbaiki"


def test_deleted_meanwhile(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    layar = rina.tulis(f"/periksa {nomor}")
    k = sari.desa.kegiatan.ambil(nomor)
    assert k
    sari.desa.kegiatan.hapus(k)
    teks = f"Catatan #{nomor} sudah dihapus Bu Sari, 20 Nov 19.30, jadi tidak perlu diperiksa."
    assert teks in rina.tekan("Setujui", layar=layar)
    assert teks in rina.tekan("Kembalikan", layar=layar)
    assert teks in rina.tulis(f"/periksa {nomor}")
    assert rina.tulis("periksa").daftar == []


@pytest.mark.parametrize("perintah", ["/periksa", "/setuju", "/minta_perbaikan"])
def test_nobody_judges_their_own_nor_what_is_not_theirs_to_judge(d: Dunia, rina: Obrolan, perintah: str) -> None:
    sendiri = catat(rina)
    assert "catatan Anda sendiri; yang memeriksanya tingkat di atas Anda" in rina.tulis(f"{perintah} {sendiri}")
    setara = catat(orang(d, "Bu Setara", PD, KECAMATAN))
    kenal(d, "32.03.30", "Warungkondang")
    kenal(d, "32.03.30.2001", "Jauh")
    jauh = catat(orang(d, "Jauh", PLD, "32.03.30.2001"), desa="32.03.30.2001")
    for nomor in (setara, jauh, "K-2611-9999"):
        assert f"Catatan #{nomor} belum ada di tim Anda." in rina.tulis(f"{perintah} {nomor}")
    assert d.hitung("pemeriksaan") == 0


def test_an_entry_of_somebody_who_left_can_still_be_judged(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    selesaikan_penugasan(sari)
    assert "disetujui" in rina.tulis(f"/setuju {nomor}")


def test_an_entry_of_the_kecamatan_belongs_to_those_of_its_villages(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari, desa=KECAMATAN, cara="koordinasi")
    assert rina.tulis("periksa").daftar == ["Bu Sari, Kam 19/11 Kec. Cibeber"]
    assert "disetujui" in rina.tulis(f"/setuju {nomor}")


def test_without_a_number_an_example_is_given(rina: Obrolan) -> None:
    assert "Contoh: /setuju K-2611-0042" in rina.tulis("setuju")


# -- a day at once ----------------------------------------------------------------------------------------------------


def test_a_day_is_approved_after_it_was_shown(rina: Obrolan, sari: Obrolan) -> None:
    for jam in ("08:00-09:00", "09:00-10:00", "10:00-11:00"):
        catat(sari, jam=jam, tanggal="2026-11-20")
    rina.tulis("periksa")
    rina.tekan("Setujui semua hari ini milik Bu Sari (3)")
    assert "Setujui 3 catatan Bu Sari, Jumat, 20 November 2026?" in rina.layar
    assert "• 08.00–09.00 Pantau pembangunan fisik desa, Sukamaju (#K-2611-0001)" in rina.layar
    assert "3 catatan Bu Sari, Jumat, 20 November 2026, disetujui." in rina.tekan("Setujui semua")
    assert "Tidak ada catatan" in rina.tulis("periksa")


def test_not_yet_leaves_them(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    rina.tulis("/setuju_semua")
    rina.tulis("kemarin")
    rina.tulis("sari")
    assert "belum ada yang disetujui" in rina.tekan("Jangan dulu")
    assert status(sari, nomor) == ""
    assert "Tidak ada catatan yang menunggu untuk Jumat, 20 November 2026." in rina.tulis("/setuju_semua o1 2026-11-20")


def test_what_changed_since_it_was_shown_must_be_seen_first(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    layar = rina.tulis(f"/setuju_semua o{sari.id} 2026-11-19")
    catat(sari, jam="13:00-14:00")
    rina.tekan("Setujui semua", layar=layar)
    assert status(sari, nomor) == ""
    assert "Setujui 2 catatan" in rina.layar
    rina.tekan("Setujui semua")
    assert status(sari, nomor) == "setuju"


def test_a_long_day_is_cut_and_corrected_entries_are_announced(rina: Obrolan, sari: Obrolan) -> None:
    for n in range(14):
        catat(sari, jam=f"{n + 8:02}:00-{n + 8:02}:30")
    kembalikan(rina, "K-2611-0001")
    perbaiki(sari, "K-2611-0001")
    rina.tulis(f"/setuju_semua o{sari.id} 2026-11-19")
    assert "dan 2 lagi" in rina.layar
    rina.tekan("Setujui semua")
    assert [p.teks for p in kabar(sari)][-1] == "Catatan #K-2611-0001 sudah disetujui Bu Rina. Terima kasih."


def test_one_that_somebody_else_approved_in_between_is_passed_over(
    rina: Obrolan, sari: Obrolan, monkeypatch: pytest.MonkeyPatch
) -> None:
    catat(sari)
    catat(sari, jam="13:00-14:00")
    rina.tulis(f"/setuju_semua o{sari.id} 2026-11-19")
    asli = PemeriksaanQ.setuju
    monkeypatch.setattr(
        PemeriksaanQ, "setuju", lambda q, k, v="": "sudah" if k.nomor == "K-2611-0001" else asli(q, k, v)
    )
    assert "1 catatan Bu Sari, Kamis, 19 November 2026, disetujui. 1 dilewati" in rina.tekan("Setujui semua")


# -- back to its writer -----------------------------------------------------------------------------------------------


def test_returned_corrected_and_approved(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    rina.tulis(f"/periksa {nomor}")
    rina.tekan("Kembalikan")
    rina.tekan("Jam")
    assert "Bu Sari dikabari." in rina.tekan("Jamnya belum sesuai daftar hadir.")
    (satu,) = kabar(sari)
    assert "Bu Rina minta diperbaiki bagian jam: “Jamnya belum sesuai daftar hadir.”" in satu.teks
    assert sari.tulis("menu").tombol[0] == "1 catatan perlu diperbaiki"
    assert "perlu diperbaiki" in sari.tulis("riwayat").pesan.daftar[0].ket
    assert "Perlu diperbaiki bagian jam" in sari.tulis(f"riwayat {nomor}")
    assert "Dari jam berapa sampai jam berapa?" in sari.ketuk(satu.tombol[0].data)
    sari.tulis("9-12")
    sari.tekan("Diperbaiki sesuai permintaan.")
    assert "Bu Rina dikabari." in sari.tulis("simpan")
    assert "sudah diperbaiki" in sari.tulis("riwayat").pesan.daftar[0].ket
    (balik,) = kabar(rina)
    assert balik.judul == f"#{nomor} sudah diperbaiki"
    assert "Bu Rina minta diperbaiki bagian jam" in rina.ketuk(balik.tombol[0].data)
    rina.tekan("Setujui")
    assert kabar(sari)[-1].teks == f"Catatan #{nomor} sudah disetujui Bu Rina. Terima kasih."
    assert "catatan perlu diperbaiki" not in " ".join(sari.tulis("menu").tombol)


def test_returned_once_whoever_asks(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    nomor = catat(sari)
    hasan.tulis(f"/minta_perbaikan {nomor}")
    hasan.tulis("foto")
    kembalikan(rina, nomor)
    assert "Catatan ini sudah dikembalikan." in hasan.tulis("Fotonya belum jelas.")
    assert "Perlu diperbaiki bagian jam" in hasan.layar
    assert "Kembalikan" not in hasan.layar.tombol
    assert len(kabar(sari)) == 1
    assert "sudah dikembalikan" in hasan.tulis(f"/minta_perbaikan {nomor}")


def test_at_the_same_moment_the_second_finds_it_done(
    rina: Obrolan, sari: Obrolan, monkeypatch: pytest.MonkeyPatch
) -> None:
    nomor = catat(sari)
    rina.tulis(f"/minta_perbaikan {nomor}")
    rina.tulis("jam")
    monkeypatch.setattr(PemeriksaanQ, "kembalikan", lambda *_: "sudah")
    assert rina.tulis("Belum sesuai.").pesan.judul == f"#{nomor}, Bu Sari"


def test_a_writer_without_an_address_is_told_by_mouth(d: Dunia, rina: Obrolan) -> None:
    sari = orang(d, "Bu Sari", alamat=False)
    nomor = catat(sari)
    rina.tulis(f"/minta_perbaikan {nomor}")
    rina.tulis("lainnya")
    assert "Bu Sari belum punya alamat aktif; mohon disampaikan langsung." in rina.tulis("Mohon dilengkapi, ya.")
    assert "Diminta diperbaiki: “Mohon dilengkapi, ya.”" in rina.layar
    assert sari.tulis("perbaiki").tombol[0] == "Perbaiki"
    assert "Bagian mana yang diubah?" in sari.tekan("Perbaiki")


def test_several_returned_are_a_list(rina: Obrolan, sari: Obrolan) -> None:
    nomor = [catat(sari), catat(sari, tanggal="2026-11-20")]
    for satu in nomor:
        kembalikan(rina, satu)
    assert sari.tulis("menu").tombol[0] == "2 catatan perlu diperbaiki"
    sari.tekan("2 catatan perlu diperbaiki")
    assert [b.ket for b in sari.layar.pesan.daftar] == ["jam: Belum sesuai daftar hadir."] * 2
    assert "Perbaiki jam" in sari.tekan("Jum 20/11 Sukamaju").tombol
    assert "Tidak ada catatan yang perlu diperbaiki" in sari.tulis("/perbaiki K-2611-9999")


def test_an_entry_that_was_marked_without_a_word_can_be_corrected_all_the_same(rina: Obrolan, sari: Obrolan) -> None:
    catat(sari)
    catat(sari)
    sari.dunia.tx.run("UPDATE kegiatan SET periksa = 'kembali'")
    assert "Pantau pembangunan fisik desa, 09.00–11.00" in sari.tulis("perbaiki").pesan.daftar[0].ket
    sari.tulis("/perbaiki K-2611-0001")
    assert "Perbaiki" in sari.layar.tombol
    perbaiki(sari, "K-2611-0001")
    assert status(sari, "K-2611-0001") == "diperbaiki"


def test_who_looked_at_it_and_is_no_longer_above_is_not_told(rina: Obrolan, sari: Obrolan) -> None:
    nomor = catat(sari)
    kembalikan(rina, nomor)
    selesaikan_penugasan(rina)
    perbaiki(sari, nomor)
    assert "dikabari" not in sari.layar
    assert kabar(rina) == []


def test_who_looked_at_it_and_has_no_address_is_not_told_either(d: Dunia, sari: Obrolan) -> None:
    diam = orang(d, "Bu Diam", PD, KECAMATAN, alamat=False)
    nomor = catat(sari)
    kembalikan(diam, nomor)
    perbaiki(sari, nomor)
    assert "dikabari" not in sari.layar


# -- many -------------------------------------------------------------------------------------------------------------


def test_many_waiting_are_parted_by_kecamatan_the_highest_pile_first(d: Dunia, sari: Obrolan) -> None:
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    kenal(d, "32.03.30", "Warungkondang")
    kenal(d, "32.03.30.2001", "Jauh")
    jauh = orang(d, "Bu Jauh", PLD, "32.03.30.2001")
    for _ in range(12):
        catat(sari)
    for _ in range(13):
        catat(jauh, desa="32.03.30.2001")
    hasan.tulis("periksa")
    assert [(b.label, b.ket) for b in hasan.layar.pesan.daftar] == [
        ("Warungkondang", "13 catatan"),
        ("Cibeber", "12 catatan"),
    ]
    hasan.tekan("Warungkondang")
    assert "13 catatan di Warungkondang menunggu" in hasan.layar
    assert len(hasan.layar.daftar) == 8
    assert len(hasan.tekan("Lainnya ›").daftar) == 5
    assert "13 catatan milik Bu Jauh" in hasan.tulis("/periksa jauh")
    assert hasan.tulis("/periksa bu").daftar == ["Bu Jauh", "Bu Sari"]
    assert "12 catatan milik Bu Sari" in hasan.tekan("Bu Sari")
    assert "bernama “joko”" in hasan.tulis("/periksa joko")
    assert "Semua yang menunggu" in hasan.tulis("/periksa 99.99").tombol


def test_a_province_is_narrowed_before_anything_is_counted(d: Dunia) -> None:
    ids = ramai(d, 2, 20, "32.03")
    pertama = Obrolan(d, ids[0], "Orang 40 0")
    catat(pertama, desa="32.03.40.2001")
    ida = orang(d, "Bu Ida", TAPM_PROV, PROVINSI)
    tugaskan(ida, PLD, "32.03.40.2001")
    ida.tulis("periksa")
    assert "Catatan dari kabupaten atau kota mana?" in ida.layar
    assert ida.layar.daftar == ["Kabupaten Cianjur"]
    assert ida.tekan("Kabupaten Cianjur").daftar == ["Orang 40 0, Kam 19/11 Desa 40-0"]


def test_twelve_hundred_waiting_are_paged(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    for n in range(1200):
        catat(sari, tanggal=f"2026-11-{n % 20 + 1:02}")
    assert "1200 catatan menunggu" in rina.tulis("periksa")
    assert len(rina.tulis("/periksa h999").daftar) == 8
    assert rina.layar.tombol[0] == "‹ Sebelumnya"
