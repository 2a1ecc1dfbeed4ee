"""/tanyakan, /pertanyaan, /jawab, /terjawab, /belum_jelas: from a villager to a person and back."""

from __future__ import annotations

import pytest

from data.faq import Temuan
from data.orang import OrangQ
from data.pertanyaan import SEHARIAN, TERBUKA, PertanyaanQ
from data.pertanyaan_isi import ambil_pertanyaan
from handlers.tanya import sebut
from handlers.tanya.sebut import AMAN, umur
from tests.handlers.dialog.obrolan import HARI, JAM, KECAMATAN, MENIT, Dunia, Obrolan
from tests.handlers.tim_dunia import SUKAMAJU, kabar, orang

TENDA = "Kalau mau pinjam tenda desa bagaimana?"
KORUPSI = "kades kami diduga korupsi dana jalan, harus ke mana?"
JABATAN = "berapa tahun masa jabatan kepala desa?"


SLUG = "kades-masa-jabatan"


def temukan(teks: str) -> Temuan:
    """In place of the finder, whose own tests say how well it finds."""
    if "jabatan" in teks:
        return Temuan("jawab", SLUG, score=0.9)
    return Temuan("pilihan", "", ("aset-jenis",)) if "got" in teks else Temuan("tidak")


@pytest.fixture(autouse=True)
def pencari(monkeypatch: pytest.MonkeyPatch) -> None:
    for modul in ("tanyakan", "jawab_warga", "usulan"):
        monkeypatch.setattr(f"handlers.tanya.{modul}.cari", temukan)


def warga(d: Dunia, nama: str = "Ani", *, setuju: bool = True) -> Obrolan:
    o = d.orang(nama, peran=None)
    OrangQ(d.tx).pasang_alamat(o.id, "uji", nama, d.kini)
    if not setuju:
        d.tx.run("UPDATE orang SET setuju = NULL, setuju_versi = 0 WHERE id = ?", (o.id,))
    return o


@pytest.fixture
def ani(d: Dunia) -> Obrolan:
    return warga(d)


def bertanya(o: Obrolan, teks: str = TENDA, di: str = "sukamaju cibeber") -> str:
    o.tulis(f"/tanyakan {teks}")
    o.tulis(di)
    o.tulis("kirim")
    return o.layar.pesan.judul.removeprefix("Pertanyaan ")


def menjawab(o: Obrolan, nomor: str, teks: str = "Lewat kaur umum di kantor desa.") -> None:
    o.tulis(f"/jawab {nomor}")
    o.tulis(teks)
    o.tulis("kirim")


# -- asking -----------------------------------------------------------------------------------------------------------


def test_it_reaches_the_pld_at_once(ani: Obrolan, sari: Obrolan) -> None:
    assert "Apa yang mau ditanyakan?" in ani.tulis("tanyakan")
    assert "Boleh ditulis sedikit lebih lengkap?" in ani.tulis("apa ya")
    assert "Di desa mana?" in ani.tulis(TENDA)
    ani.tulis("sukamaju cibeber")
    assert f"“{TENDA}”\n\nDesa: Sukamaju, Cibeber\nDari: Ani" in ani.layar
    assert "disimpan dan dibaca pendamping desa" in ani.layar
    assert "Sari" not in ani.layar.teks, "who serves there is not told before"
    assert "Terkirim ke Pendamping Lokal Desa Sukamaju, Cibeber." in ani.tekan("Kirim")
    (satu,) = kabar(sari)
    assert satu.teks == f"Ada pertanyaan dari warga.\n\n“{TENDA}”\n\nDari: Ani\nDesa: Sukamaju"
    assert [t.label for t in satu.tombol] == ["Jawab", "Pertanyaan"]


def test_what_was_just_asked_is_what_is_meant(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    ani.desa.tanya.catat(TENDA, Temuan("tidak"), "pribadi")
    assert "Di desa mana?" in ani.tulis("tanyakan")
    ani.tulis("sukamaju cibeber")
    assert TENDA in ani.layar
    ani.tekan("Ubah")
    assert "Apa yang mau ditanyakan?" in ani.tulis("pertanyaan")
    ani.tulis("Siapa yang boleh pinjam tenda desa?")
    assert "Siapa yang boleh" in ani.layar
    ani.tulis("batal")
    d.lewat(16 * MENIT)
    assert "Apa yang mau ditanyakan?" in ani.tulis("tanyakan")
    ani.tulis("batal")
    ani.desa.tanya.catat("blt?", Temuan("tidak"), "pribadi")
    assert "Apa yang mau ditanyakan?" in ani.tulis("tanyakan"), "too little to ask a person"


def test_too_little_behind_the_command_is_asked_for(ani: Obrolan) -> None:
    assert "belum bisa saya baca" in ani.tulis("tanyakan dong")
    ani.tulis("batal")
    assert "Apa yang mau ditanyakan?" in ani.tulis(f"/tanyakan {'panjang ' * 200}")


def test_the_village_is_remembered(ani: Obrolan, sari: Obrolan) -> None:
    bertanya(ani)
    ani.tulis(f"/tanyakan {JABATAN}")
    assert ani.layar.tombol == ["Sukamaju"]
    assert "Desa: Sukamaju" in ani.tekan("Sukamaju")


def test_a_pendamping_asks_the_level_above(sari: Obrolan, rina: Obrolan) -> None:
    sari.tulis(f"/tanyakan {TENDA}")
    assert sari.layar.tombol == ["Sukamaju"]
    sari.tekan("Sukamaju")
    assert "Terkirim ke Pendamping Desa di kecamatan" in sari.tulis("kirim")
    assert len(kabar(rina)) == 1
    assert kabar(sari) == []


def test_one_of_several_villages_is_not_guessed(d: Dunia) -> None:
    budi = orang(d, "Pak Budi", "pld", SUKAMAJU, f"{KECAMATAN}.2017")
    budi.tulis(f"/tanyakan {TENDA}")
    assert budi.layar.tombol == []


def test_nobody_there_is_said_honestly_and_kept(d: Dunia, ani: Obrolan) -> None:
    nomor = bertanya(ani)
    assert "belum ada pendamping Sukamaju, Cibeber yang bisa dihubungi" in ani.layar
    assert "kantor desa, BPD, atau Dinas PMD kabupaten" in ani.layar
    assert "1 pertanyaan warga menunggu" in orang(d, "Bu Sari").tulis("pertanyaan")
    assert ambil_pertanyaan(d.tx, nomor).untuk is None


def test_who_has_not_agreed_is_a_pseudonym(d: Dunia, sari: Obrolan) -> None:
    joko = warga(d, "Joko", setuju=False)
    bertanya(joko)
    samaran = joko.konteks.orang.samaran
    assert f"Dari: {samaran} (nama Anda tidak disebut)" in joko.riwayat[-2]
    assert f"Dari: {samaran}" in kabar(sari)[0].teks
    assert "Joko" not in kabar(sari)[0].teks


def test_so_many_at_once(ani: Obrolan) -> None:
    for _ in range(TERBUKA):
        ani.desa.pertanyaan.tanyakan(TENDA, SUKAMAJU, "", "Ani")
    assert "Masih ada 5 pertanyaan Anda yang menunggu" in ani.tulis("tanyakan")
    ani.dunia.tx.run("UPDATE pertanyaan SET status = 'dijawab'")
    for _ in range(SEHARIAN - TERBUKA):
        ani.desa.pertanyaan.tanyakan(TENDA, SUKAMAJU, "", "Ani")
    ani.dunia.tx.run("UPDATE pertanyaan SET status = 'dijawab'")
    assert "Sudah 20 pertanyaan hari ini." in ani.tulis("tanyakan")


def test_an_individual_case_gets_the_safe_route(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani, KORUPSI)
    assert AMAN in ani.layar
    menjawab(sari, nomor, "Kumpulkan dulu buktinya.")
    assert AMAN in sari.riwayat[-2]
    assert AMAN in kabar(ani)[0].teks
    assert d.hitung("usulan_topik") == 0, "no individual case becomes a topic"
    lain = bertanya(ani, KORUPSI)
    menjawab(sari, lain, "Ke Inspektorat, atau LAPOR! (lapor.go.id).")
    assert AMAN not in kabar(ani)[1].teks, "the answer says it already"


# -- the list ---------------------------------------------------------------------------------------------------------


def test_the_oldest_first_with_its_age(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    satu = bertanya(ani)
    d.lewat(2 * HARI)
    bertanya(warga(d, "Joko"), "Siapa yang membersihkan got di depan balai?")
    d.lewat(3 * JAM)
    d.tx.run("UPDATE pertanyaan SET naik = 1 WHERE nomor = ?", (satu,))
    sari.tulis("pertanyaan")
    assert "2 pertanyaan warga menunggu jawaban. Ketuk untuk membuka." in sari.layar
    assert [b.ket for b in sari.layar.pesan.daftar] == ["Sukamaju, 2 hari, sudah diteruskan", "Sukamaju, 3 jam"]
    assert "Menunggu: 2 hari" in sari.tekan(sari.layar.daftar[0])
    assert sari.layar.tombol == ["Jawab", "Pertanyaan"]


def test_one_s_own_stand_behind_and_can_be_taken_back(d: Dunia, ani: Obrolan, sari: Obrolan, rina: Obrolan) -> None:
    bertanya(ani)
    milik = bertanya(sari, "Bagaimana mengisi lembar pantau?", "sukamaju cibeber")
    sari.tulis("pertanyaan")
    assert "1 pertanyaan warga menunggu jawaban. 1 pertanyaan dari Anda." in sari.layar
    assert [b.ket for b in sari.layar.pesan.daftar] == ["Sukamaju, baru saja", "dari Anda, menunggu"]
    assert "Menunggu jawaban: baru saja." in sari.tulis(f"/pertanyaan {milik}")
    sari.tekan("Tarik")
    assert "ditarik" in sari.layar
    assert "Sudah ditarik." in sari.tulis(f"/tarik_pertanyaan {milik}")
    assert "belum ada dalam daftar Anda" in sari.tulis("/tarik_pertanyaan")
    assert "belum ada dalam daftar Anda" in sari.tulis("/tarik_pertanyaan Q-2611-0001")
    assert "1 pertanyaan warga" in rina.tulis("pertanyaan"), "what was taken back waits for nobody"


def test_nothing_asked_nothing_waits(ani: Obrolan, sari: Obrolan) -> None:
    assert "Belum ada pertanyaan dari Anda." in ani.tulis("pertanyaan")
    assert "Tidak ada pertanyaan warga yang menunggu." in sari.tulis("pertanyaan")


def test_many_are_pages(d: Dunia, sari: Obrolan) -> None:
    for n in range(9):
        bertanya(warga(d, f"Warga {n}"))
    sari.tulis("pertanyaan")
    assert len(sari.layar.daftar) == 8
    sari.tekan("Lainnya ›")
    assert len(sari.layar.daftar) == 1


def test_what_is_not_theirs_is_as_if_it_were_not_there(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani)
    budi = orang(d, "Pak Budi", "pld", f"{KECAMATAN}.2017")
    for teks in ("/pertanyaan {}", "/jawab {}"):
        ada = budi.tulis(teks.format(nomor)).teks.replace(nomor, "?")
        assert ada == budi.tulis(teks.format("Q-2611-0999")).teks.replace("Q-2611-0999", "?")
    assert "belum ada dalam daftar Anda" in warga(d, "Joko").tulis(f"/pertanyaan {nomor}")


# -- answering --------------------------------------------------------------------------------------------------------


def test_the_answer_comes_back_with_who_gave_it(ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani)
    sari.ketuk(kabar(sari)[0].tombol[0].data)
    assert "Apa jawabannya?" in sari.layar
    assert sari.layar.tombol == [], "nothing near is known of it"
    sari.tulis("Lewat kaur umum.")
    assert "Terkirim ke penanya." in sari.tekan("Kirim")
    (satu,) = kabar(ani)
    assert satu.judul == f"Jawaban {nomor}"
    assert satu.teks == (
        f"“{TENDA}”\n\nLewat kaur umum.\n\nJawaban dari pendamping desa Bu Sari, bukan keputusan resmi."
    )
    assert "Syukurlah." in ani.ketuk(satu.tombol[0].data)
    assert "Jawaban dari pendamping desa:\nLewat kaur umum." in ani.tulis(f"/pertanyaan {nomor}")
    assert "Dijawab Bu Sari" in sari.tulis(f"/pertanyaan {nomor}")
    assert ani.tulis("pertanyaan").pesan.daftar[0].ket == "dari Anda, sudah dijawab"


def test_a_topic_answers_with_one_tap(ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani, JABATAN)
    sari.tulis(f"jawab {nomor.lower()}")
    assert "Topik terdekat: Masa jabatan kades." in sari.layar
    sari.tekan("Kirim jawaban topik")
    assert "Delapan tahun" in sari.layar
    sari.tulis("kirim")
    assert "Delapan tahun" in kabar(ani)[0].teks


def test_a_number_can_be_typed_or_is_asked_for(ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani)
    assert "Pertanyaan nomor berapa?" in sari.tulis("jawab")
    assert "Apa jawabannya?" in sari.tulis(f"#{nomor.lower()}")
    sari.tulis("batal")
    assert "Pertanyaan nomor berapa?" in sari.tulis("/jawab entah")
    sari.tulis("batal")
    sari.tulis("jawab semua surat dari kecamatan")
    assert sari.terbuka is None, "that is a report, no command"


def test_the_first_answer_counts(ani: Obrolan, sari: Obrolan, rina: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    nomor = bertanya(ani)
    menjawab(sari, nomor)
    assert "Pertanyaan ini sudah dijawab." in rina.tulis(f"/jawab {nomor}")
    assert rina.layar.tombol == ["Pertanyaan"]
    lain = bertanya(ani, "Siapa yang membersihkan got di depan balai?")
    monkeypatch.setattr(PertanyaanQ, "jawab", lambda *_, **__: False)
    menjawab(sari, lain)
    assert "jadi jawaban Anda tidak dikirim" in sari.layar


def test_somebody_without_an_address_reads_it_later(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani)
    d.tx.run("DELETE FROM alamat WHERE orang_id = ?", (ani.id,))
    menjawab(sari, nomor)
    assert "Penanya belum punya alamat aktif" in sari.layar


def test_a_topic_too_long_is_not_offered(ani: Obrolan, sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    nomor = bertanya(ani, JABATAN)
    monkeypatch.setattr("handlers.tanya.jawab_warga.PANJANG", 20)
    sari.tulis(f"/jawab {nomor}")
    assert sari.layar.tombol == []
    assert "Topik terdekat" not in sari.layar


# -- the asker's word -------------------------------------------------------------------------------------------------


def test_asked_on_once(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani)
    assert "sedang menunggu jawaban" in ani.tulis(f"/terjawab {nomor}")
    assert "sedang menunggu jawaban" in ani.tulis(f"/belum_jelas {nomor}")
    menjawab(sari, nomor)
    ani.ketuk(kabar(ani)[0].tombol[1].data)
    assert "Bagian mana yang belum jelas?" in ani.layar
    assert "saya tanyakan lagi" in ani.tulis("Jam berapa bukanya?")
    assert "Jawabannya belum jelas bagi penanya." in kabar(sari)[1].teks
    assert "Yang belum jelas: Jam berapa bukanya?" in kabar(sari)[1].teks
    menjawab(sari, nomor, "Jam kerja.")
    assert [t.label for t in kabar(ani)[1].tombol] == ["Membantu"]
    assert "sudah dijawab lagi" in ani.tulis(f"/belum_jelas {nomor}")


def test_asked_on_when_nobody_serves_any_more(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani)
    menjawab(sari, nomor)
    d.tx.run("UPDATE penugasan SET sampai = '2026-11-01'")
    ani.tulis(f"/belum_jelas {nomor}")
    assert "Belum ada pendamping yang bisa dihubungi" in ani.tulis("Jam berapa bukanya?")


def test_of_others_questions_nothing_can_be_said(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    nomor = bertanya(ani)
    joko = warga(d, "Joko")
    for kata in ("terjawab", "belum_jelas"):
        assert "belum ada dalam daftar Anda" in joko.tulis(f"/{kata} {nomor}")
    assert "belum ada dalam daftar Anda" in joko.tulis("/terjawab")
    assert "Pertanyaan nomor berapa?" in joko.tulis("/belum_jelas")
    assert "belum ada dalam daftar Anda" in joko.tulis("Q-2611-0999")


# -- words ------------------------------------------------------------------------------------------------------------


def test_ages() -> None:
    assert [umur(0, n) for n in (-5, 59 * MENIT, JAM, HARI - 1, 3 * HARI)] == [
        "baru saja", "baru saja", "1 jam", "23 jam", "3 hari",
    ]  # fmt: skip


def test_a_village_nobody_knows_is_its_code() -> None:
    from handlers.tanya.tanyakan import sebut_desa_lengkap

    assert sebut.nama_desa("99.99.99.2001") == "99.99.99.2001"
    assert sebut_desa_lengkap("99.99.99.2001") == "99.99.99.2001"


def test_what_the_clock_says(d: Dunia, ani: Obrolan, sari: Obrolan) -> None:
    q = ambil_pertanyaan(d.tx, bertanya(ani))
    assert "sudah dua hari kerja belum terjawab" in sebut.kabar_naik(q, "Ani").teks
    assert "Anda tetap boleh menjawabnya" in sebut.kabar_dilewati(q).teks
