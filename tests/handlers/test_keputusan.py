"""/putusan, /tandai, /ubah_putusan: one decision, marked with two taps, followed to its end."""

from __future__ import annotations

import pytest

from data.keputusan import BATAL, DIBAWA, SELESAI, TERHAMBAT
from data.orang import CAMAT, KPMD
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.question import Layar
from handlers.keputusan.tanya_pj import TanyaPJ
from tests.handlers.dialog.obrolan import HARI, KECAMATAN, MENIT, Dunia, Obrolan
from tests.handlers.keputusan_dunia import ambil, musdes, putusan
from tests.handlers.tim_dunia import kabar, orang

# -- the card ---------------------------------------------------------------------------------------------------------


def test_the_card_says_all_that_is_known(d: Dunia, sari: Obrolan) -> None:
    m = musdes(sari)
    p = putusan(sari, m=m, pj="Kasi Kesra", tenggat="2026-12-05", anggaran=85_000_000, sumber_dana="DD")
    lanjut = putusan(sari, "Ukur ulang panjangnya", m=m, induk=ambil(sari, p).id, pj="TPK")
    layar = sari.tulis(f"/putusan {p}")
    assert layar.teks == (
        f"Keputusan {p}\nRabat beton Dusun 2\n\n"
        "Musdes: M-2611-0001, Desa Sukamaju, Selasa, 10 November 2026\n"
        "Penanggung jawab: Kasi Kesra\nTenggat: Sabtu, 5 Desember 2026 (15 hari lagi)\nAnggaran: Rp85.000.000, DD\n"
        f"Status: belum mulai\n\nTindak lanjutnya:\n• {lanjut} Ukur ulang panjangnya: belum mulai\n\n"
        "Riwayat:\n20 Nov 19.30 Bu Sari: dicatat"
    )
    assert layar.tombol == ["Berjalan", "Selesai", "Terhambat", "Lainnya", "Tindak lanjut"]
    assert f"Tindak lanjut dari: {p}" in sari.tulis(f"/putusan {lanjut}")


def test_what_nobody_told_is_not_there(sari: Obrolan) -> None:
    m = musdes(sari)
    p = putusan(sari, m=m, sumber_dana="swadaya")
    for n in range(12):
        putusan(sari, f"Langkah {n}", m=m, induk=ambil(sari, p).id)
    layar = sari.tulis(f"/putusan {p.lower()}")
    assert "Anggaran: swadaya" in layar
    assert "Tenggat" not in layar
    assert "Penanggung jawab" not in layar
    assert "• dan 2 lagi" in layar


def test_one_between_villages_is_of_the_kecamatan(rina: Obrolan) -> None:
    m = musdes(rina, f"{KECAMATAN}.2013", f"{KECAMATAN}.2017", jenis="mad")
    assert "Kecamatan Cibeber" in rina.tulis(f"/putusan {putusan(rina, m=m)}")


@pytest.mark.parametrize("teks", ["/putusan", "/putusan entah"])
def test_without_a_number_it_is_asked_for(sari: Obrolan, teks: str) -> None:
    assert "Contoh: /putusan P-2611-0012" in sari.tulis(teks)


def test_another_place_s_decision_does_not_exist(d: Dunia, sari: Obrolan) -> None:
    jauh = orang(d, "Pak Jauh", "pld", f"{KECAMATAN}.2017")
    p = putusan(sari)
    for teks in (f"/putusan {p}", f"/putusan {p} berjalan", f"/tandai {p} selesai", f"/ubah_putusan {p} tenggat"):
        assert f"Keputusan {p} belum ada dalam daftar Anda." in jauh.tulis(teks)
    assert "Keputusan P-2611-0099 belum ada dalam daftar Anda." in jauh.tulis("/putusan P-2611-0099")


def test_who_only_reads_is_offered_nothing_else(d: Dunia, sari: Obrolan) -> None:
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    p = putusan(sari)
    assert camat.tulis(f"/putusan {p}").tombol == ["Tindak lanjut"]
    assert camat.tulis(f"/putusan {p} berjalan").tombol == ["Tindak lanjut"]
    assert "bisa Anda baca; yang menandainya" in camat.tulis(f"/tandai {p} selesai")
    assert "bisa Anda baca; yang mengubahnya" in camat.tulis(f"/ubah_putusan {p} pj")
    assert ambil(sari, p).status == "baru"


def test_the_history_has_pages(d: Dunia, sari: Obrolan) -> None:
    p = putusan(sari)
    for n in range(9):
        d.lewat(MENIT)
        sari.desa.keputusan.tandai(ambil(sari, p), TERHAMBAT, f"Hambatan {n}")
    layar = sari.tulis(f"/putusan {p}")
    assert layar.teks.count("terhambat (“Hambatan") == 6, "the state, and five lines"
    layar = sari.tekan("Riwayat lengkap")
    assert "20 Nov 19.39 Bu Sari: terhambat (“Hambatan 8.”)" not in layar
    assert layar.teks.startswith(f"Riwayat {p}\n20 Nov 19.39 Bu Sari: terhambat (“Hambatan 8”)")
    assert sari.tekan("Lebih lama ›").teks.endswith("Bu Sari: dicatat")
    assert sari.layar.tombol == ["‹ Lebih baru", "Lihat keputusan"]
    assert "sudah habis" in sari.tulis(f"/putusan {p} riwayat h9")


# -- its state --------------------------------------------------------------------------------------------------------


def test_two_taps_are_enough(d: Dunia, sari: Obrolan) -> None:
    p = putusan(sari, tenggat="2026-11-18")
    sari.tulis("tindak lanjut")
    sari.tekan("Rabat beton Dusun 2")
    layar = sari.layar
    assert "(lewat 2 hari)" in layar
    assert "ditulis sedang berjalan" in sari.tekan("Berjalan")
    assert "Status: berjalan" in sari.layar
    assert sari.layar.tombol[:2] == ["Selesai", "Terhambat"]
    assert "Sudah tercatat: berjalan." in sari.tekan("Berjalan", layar=layar)
    sari.tekan("Lainnya")
    assert sari.layar.tombol[:5] == [
        "Belum mulai",
        "Bawa ke tahun depan",
        "Tidak jadi",
        "Ubah tenggat",
        "Beri / ganti PJ",
    ]
    sari.tekan("Belum mulai")
    assert ambil(sari, p).status == "baru"
    assert "Bu Sari: dicatat" in sari.layar


def test_done_with_a_sentence(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/putusan {p}")
    assert "Ada buktinya? Satu foto atau satu kalimat; boleh dilewati." in sari.tekan("Selesai")
    assert sari.layar.tombol == ["Lewati"]
    layar = sari.tulis("Sudah dilihat TPK")
    assert "Terima kasih, satu keputusan selesai." in layar
    assert "Status: selesai (“Sudah dilihat TPK”)" in layar
    assert layar.pesan.foto == ()


def test_done_without_proof_says_so(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/tandai {p} selesai")
    assert "Status: selesai (tanpa bukti)" in sari.tekan("Lewati")
    assert "Bu Sari: selesai (tanpa bukti)" in sari.layar


def test_done_with_a_picture_and_words_beside_it(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/tandai {p} selesai")
    layar = sari.foto(3, "Tampak dari jalan")
    k = ambil(sari, p)
    assert (k.status, k.alasan, len(k.bukti)) == (SELESAI, "Tampak dari jalan", 64)
    assert "Yang disimpan satu foto; 2 lainnya tidak." in layar
    assert layar.pesan.foto == (k.bukti,)


def test_done_with_a_picture_alone(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/tandai {p} selesai")
    sari.kirim(Masukan(foto=(Foto("", rujukan="x"),)))
    assert "belum berhasil diunduh" in sari.layar
    assert "Status: selesai (foto)" in sari.foto()


def test_a_picture_where_none_is_asked_for_is_no_answer(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/tandai {p} terhambat")
    assert "Apa hambatannya?" in sari.foto()
    assert ambil(sari, p).status == "baru"


def test_stored_proof_that_no_longer_reads_is_asked_for_again(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/tandai {p} selesai")
    sari.ganti(bukti="entah")
    assert "Kirim satu foto, atau tulis satu kalimat" in sari.tulis("bantuan")
    assert sari.tulis("ok").teks.startswith("Boleh ditulis sedikit lebih lengkap?")
    sari.tulis("Sudah dilihat TPK")
    assert ambil(sari, p).status == SELESAI


@pytest.mark.parametrize(
    ("label", "usul", "status", "kata"),
    [
        ("Terhambat", "Menunggu dana cair.", TERHAMBAT, "Apa hambatannya?"),
        ("Bawa ke tahun depan", "Dananya belum cukup.", DIBAWA, "Mengapa dibawa ke tahun depan?"),
        ("Tidak jadi", "Disepakati tidak jadi.", BATAL, "Mengapa tidak jadi?"),
    ],
)
def test_of_what_does_not_go_on_the_reason_is_asked(
    sari: Obrolan, label: str, usul: str, status: str, kata: str
) -> None:
    p = putusan(sari)
    sari.tulis(f"/putusan {p} lainnya" if label != "Terhambat" else f"/putusan {p}")
    assert kata in sari.tekan(label)
    layar = sari.tekan(usul)
    assert f"(“{usul}”)" in layar
    assert ambil(sari, p).status == status


def test_a_number_and_a_state_can_be_typed(sari: Obrolan) -> None:
    p = putusan(sari)
    assert "Keputusan nomor berapa?" in sari.tulis("/tandai entah")
    assert f"Bagaimana {p} sekarang?" in sari.tulis(f"#{p.lower()}")
    assert "ditulis sedang berjalan" in sari.tulis("berjalan")
    assert f"Bagaimana {p} sekarang?" in sari.tulis(f"/tandai {p}")


def test_it_is_known_how_a_conversation_ended(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/tandai {p} selesai")
    layar = sari.layar
    sari.tekan("Lewati")
    assert f"{p} sudah ditulis selesai." in sari.tekan("Lewati", layar=layar)
    assert len(sari.desa.keputusan.riwayat(ambil(sari, p))) == 2


# -- who is told ------------------------------------------------------------------------------------------------------


def test_who_recorded_it_is_told(sari: Obrolan, rina: Obrolan) -> None:
    p = putusan(sari)
    rina.tulis(f"/tandai {p} terhambat")
    rina.tulis("Semen belum datang")
    (satu,) = kabar(sari)
    assert satu.teks == "Bu Rina: terhambat (“Semen belum datang”)\n\nRabat beton Dusun 2\nDesa Sukamaju"
    sari.ketuk(satu.tombol[0].data)
    assert f"Keputusan {p}" in sari.layar
    sari.tekan("Berjalan")
    assert len(kabar(sari)) == 1
    assert kabar(rina) == []


def test_who_was_to_do_it_is_told_that_nothing_is_awaited(d: Dunia, sari: Obrolan) -> None:
    kader = orang(d, "Kader Ani", KPMD)
    p = putusan(sari, pj="Kader Ani", pj_orang=kader.id)
    sari.tulis(f"/putusan {p} berjalan")
    assert kabar(kader) == []
    sari.tulis(f"/tandai {p} batal")
    sari.tekan("Salah catat.")
    assert kabar(kader)[0].teks.startswith("Bu Sari: dibatalkan (“Salah catat.”)")


def test_whoever_it_was_given_to_marks_it(d: Dunia, sari: Obrolan) -> None:
    kader = orang(d, "Kader Ani", KPMD)
    p = putusan(sari)
    sari.tulis(f"/ubah_putusan {p} pj")
    assert [(b.label, b.ket) for b in sari.layar.pesan.daftar] == [("Bu Sari", "PLD"), ("Kader Ani", "KPMD")]
    assert "Penanggung jawabnya sekarang Kader Ani. Orangnya dikabari." in sari.tekan("Kader Ani")
    (satu,) = kabar(kader)
    assert satu.teks == "Bu Sari menuliskan Anda sebagai penanggung jawab:\nRabat beton Dusun 2\nDesa Sukamaju"
    assert [t.label for t in satu.tombol] == ["Berjalan", "Selesai", "Terhambat"]
    kader.ketuk(satu.tombol[0].data)
    assert "Status: berjalan" in kader.layar
    assert kader.tekan("Lainnya").tombol == ["Belum mulai", "Bawa ke tahun depan", "Tidak jadi", "Tindak lanjut"]
    assert kabar(sari)[0].teks.startswith("Kader Ani: berjalan")
    assert "1 keputusan ditunggu" in kader.tulis("/tindaklanjut")


# -- whose it is, and until when --------------------------------------------------------------------------------------


def test_another_day(d: Dunia, sari: Obrolan) -> None:
    p = putusan(sari, tenggat="2026-11-18")
    sari.tulis(f"/putusan {p} lainnya")
    sari.tekan("Ubah tenggat")
    assert "Tenggatnya sekarang Kamis, 10 Desember 2026." in sari.tulis("10 desember")
    assert "(20 hari lagi)" in sari.layar
    d.lewat(20 * HARI)
    assert "(hari ini)" in sari.tulis(f"/putusan {p}")


def test_which_part_is_asked_for(sari: Obrolan) -> None:
    p = putusan(sari)
    assert "Keputusan nomor berapa?" in sari.tulis("/ubah_putusan entah")
    assert sari.tulis(p).tombol == ["Tenggat", "Penanggung jawab"]
    assert "Siapa yang mengerjakan?" in sari.tulis("pj")
    sari.tulis("kembali")
    assert "Apa yang diubah?" in sari.layar
    sari.tulis("batal")
    assert "Apa yang diubah?" in sari.tulis(f"/ubah_putusan {p}")


def test_a_name_of_somebody_who_is_not_here(sari: Obrolan) -> None:
    p = putusan(sari)
    sari.tulis(f"/ubah_putusan {p} pj")
    assert "Penanggung jawabnya sekarang Kasi Kesra.\n" in sari.tulis("Kasi Kesra")
    assert ambil(sari, p).pj_orang is None


def test_a_name_that_may_be_somebody_here_is_asked(d: Dunia, sari: Obrolan) -> None:
    ani = orang(d, "Kader Ani", KPMD)
    p = putusan(sari)
    sari.tulis(f"/ubah_putusan {p} pj")
    assert "Maksudnya orang ini?" in sari.tulis("ani")
    assert sari.layar.label == ["Tulis “ani”", "Kader Ani"]
    sari.tulis("kembali")
    assert "Siapa yang mengerjakan?" in sari.layar
    sari.tulis("ani")
    layar = sari.layar
    sari.tekan("Tulis “ani”")
    assert (ambil(sari, p).pj, ambil(sari, p).pj_orang) == ("ani", None)
    sari.tulis(f"/ubah_putusan {p} pj")
    sari.tulis("2")
    assert (ambil(sari, p).pj, ambil(sari, p).pj_orang) == ("Kader Ani", ani.id)
    assert layar


def test_two_of_one_name_are_told_apart(d: Dunia, sari: Obrolan) -> None:
    satu, dua = orang(d, "Siti", KPMD), orang(d, "Siti")
    p = putusan(sari)
    sari.tulis(f"/ubah_putusan {p} pj")
    sari.tulis("siti")
    assert [b.ket for b in sari.layar.pesan.daftar] == ["KPMD", "PLD"]
    sari.tulis("2")
    assert ambil(sari, p).pj_orang == dua.id != satu.id


def test_the_whole_name_is_enough(d: Dunia, sari: Obrolan) -> None:
    ani = orang(d, "Kader Ani", KPMD, alamat=False)
    p = putusan(sari)
    sari.tulis(f"/ubah_putusan {p} pj")
    assert "Mohon disampaikan langsung: belum ada alamat aktifnya." in sari.tulis("kader ani")
    assert ambil(sari, p).pj_orang == ani.id
    sari.tulis(f"/ubah_putusan {p} pj")
    assert "dikabari" not in sari.tulis("kader ani").teks
    assert "Orangnya" not in sari.layar


def test_given_with_its_day(d: Dunia, sari: Obrolan) -> None:
    kader = orang(d, "Kader Ani", KPMD)
    p = putusan(sari, tenggat="2026-12-05")
    sari.tulis(f"/ubah_putusan {p} pj")
    sari.tekan("Kader Ani")
    assert kabar(kader)[0].teks.endswith("Desa Sukamaju, tenggat 15 hari lagi")


def test_somebody_who_has_left_meanwhile_is_not_chosen(d: Dunia, sari: Obrolan) -> None:
    ani = orang(d, "Kader Ani", KPMD)
    p = putusan(sari)
    sari.tulis(f"/ubah_putusan {p} pj")
    layar = sari.layar
    d.tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (ani.id,))
    assert "Orang itu sudah tidak ada dalam daftar." in sari.tekan("Kader Ani", layar=layar)
    sari.ganti(pj=["Kader Ani", ani.id])
    assert "Orang itu sudah tidak ada" in sari.tulis("bantuan")
    sari.ganti(pj=[1])
    assert "Pilih orangnya" in sari.tulis("bantuan")


def test_a_stored_name_is_read_as_it_stands(d: Dunia) -> None:
    tanya = TanyaPJ("Siapa?", ())
    assert tanya.load(tanya.dump(("TPK", None)), Layar(d.hari_ini)) == ("TPK", None)


# -- from one year to the next ----------------------------------------------------------------------------------------


def test_carried_over_each_points_to_the_other(sari: Obrolan) -> None:
    lama = putusan(sari, m=musdes(sari, tanggal="2025-09-10"))
    baru = putusan(sari, dari=ambil(sari, lama).id)
    assert f"Diteruskan di: {baru} (Selasa, 10 November 2026)" in sari.tulis(f"/putusan {lama}")
    assert f"Status: dibawa ke {baru}" in sari.layar
    assert f"Dibawa dari: {lama} (Rabu, 10 September 2025)" in sari.tulis(f"/putusan {baru}")


def test_a_place_nobody_knows_is_its_code(d: Dunia, sari: Obrolan) -> None:
    m = musdes(sari)
    d.tx.run("UPDATE musdes SET desa = '99.99'")
    assert "M-2611-0001, 99.99," in sari.tulis(f"/putusan {putusan(sari, m=m)}")
