"""/inovasi and what follows from it: shared as little as needed, repeated step by step, told to where it comes from."""

from __future__ import annotations

import pytest

from data.inovasi import Peniru, tanpa_telepon
from data.katalog.indikator import muat_indikator
from data.katalog.kegiatan import muat_kegiatan
from data.keputusan import IsiKeputusan
from data.musdes.musdes import Mulai
from data.orang import CAMAT, KPMD, PD
from data.pengaturan import Pengaturan
from data.pid import kegiatan_langkah, langkah_pid
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import SUKAMAJU, catat, dunia, kabar, kenal, orang

SUKAMANAH = f"{KECAMATAN}.2017"
JAUH = "11.01.01.2001"
ISI = {
    "judul": "Bank sampah Posyandu", "bidang": "sdm", "masalah": "Iuran kosong.", "cara": "Setor tiap Sabtu.",
    "hasil": "Iuran lancar.", "lembaga": "BUM Desa Maju, 0812-3456-7890", "pelaku": "Kader rahasia",
}  # fmt: skip


@pytest.fixture
def d() -> Dunia:
    hasil = dunia()
    kenal(hasil, "11.01.01", "Bakongan")
    kenal(hasil, JAUH, "Keude Bakongan")
    return hasil


@pytest.fixture
def jauh(d: Dunia) -> Obrolan:
    return orang(d, "Pak Jauh", "pld", JAUH)


def kartu(o: Obrolan, desa: str = SUKAMAJU, **lain: str) -> str:
    return o.desa.register.tambah("inovasi", desa, {**ISI, **lain})


# -- what is shared ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "jadi"),
    [
        ("BUM Desa, 0812-3456-7890", "BUM Desa, …"),
        ("WA +62 812 3456 7890 ya", "WA … ya"),
        ("Perdes 5 Tahun 2026", "Perdes 5 Tahun 2026"),
        ("2024 - 2026", "2024 - 2026"),
    ],
)
def test_telephones_stay_at_home(teks: str, jadi: str) -> None:
    assert tanpa_telepon(teks) == jadi


def test_only_what_is_shared_is_read_and_searched_elsewhere(sari: Obrolan, jauh: Obrolan) -> None:
    nomor = kartu(sari)
    layar = jauh.tulis(f"/inovasi {nomor}")
    for kata in ("Bank sampah Posyandu", "Setor tiap Sabtu.", "Desa Sukamaju, Kecamatan Cibeber", "BUM Desa Maju, …"):
        assert kata in layar
    for kata in ("Iuran kosong", "Iuran lancar", "rahasia", "0812", "Bu Sari"):
        assert kata not in layar
    assert jauh.tulis("/inovasi siapa sudah bank sampah").daftar == ["Bank sampah Posyandu"]
    for kata in ("rahasia", "iuran", "sukamaju"):
        assert "Belum ada desa" in jauh.tulis(f"siapa sudah {kata}?"), kata
    assert "belum ada dalam daftar" in jauh.tulis(f"/register {nomor}")
    assert "belum ada dalam daftar" in jauh.tulis(f"/register_ubah {nomor}")
    assert "belum ada" in jauh.tulis("/inovasi IN-2611-0099")


def test_who_is_not_confirmed_reads_nothing(d: Dunia, sari: Obrolan) -> None:
    nomor = kartu(sari)
    belum = orang(d, "Bu Baru", "pld", JAUH, disahkan=False)
    assert "disahkan" in belum.tulis("siapa sudah bank sampah")
    assert "belum ada" in belum.tulis(f"/inovasi {nomor}")
    assert belum.desa.inovasi.peniru([1]) == {}
    kader = orang(d, "Kader", KPMD, SUKAMAJU)
    assert not kader.desa.inovasi.boleh
    palsu = kartu(belum, JAUH, judul="Emas dari air")
    assert sari.desa.inovasi.ambil(palsu) is None, "only what a confirmed pendamping wrote is shared"


def test_closed_and_deleted_cards_are_shared_no_more(sari: Obrolan, jauh: Obrolan) -> None:
    r = sari.desa.register.ambil(kartu(sari))
    assert r
    assert jauh.desa.inovasi.menurut_id(r.id)
    sari.desa.register.ganti_keadaan(r, "berhenti", "Dananya habis.")
    assert jauh.desa.inovasi.cari("bank sampah") == []
    sari.desa.register.ganti_keadaan(r, "berjalan", "Salah tutup.")
    sari.desa.register.hapus(r)
    assert jauh.desa.inovasi.ambil(r.nomor) is None


def test_all_words_before_some_and_one_s_own_places_first(sari: Obrolan, jauh: Obrolan) -> None:
    a = kartu(sari)
    b = kartu(sari, judul="Bank benih padi")
    c = kartu(jauh, JAUH, judul="Bank pakan")
    assert [x.nomor for x in jauh.desa.inovasi.cari("bank sampah")] == [a]
    assert [x.nomor for x in jauh.desa.inovasi.cari("bank kerbau")] == [c, b, a]
    assert [x.nomor for x in sari.desa.inovasi.cari("")] == [c, b, a]
    layar = sari.tulis("/inovasi bank")
    assert layar.pesan.judul == "Siapa sudah bank?"
    assert layar.daftar == ["Bank benih padi", "Bank sampah Posyandu", "Bank pakan"]


def test_pages_keep_the_words(sari: Obrolan, jauh: Obrolan) -> None:
    for n in range(10):
        kartu(sari, judul=f"Bank sampah {n}")
    layar = jauh.tulis("siapa sudah bank sampah terpadu di tiap dusun dan pasar desa?")
    assert len(layar.daftar) == 8
    layar = jauh.tekan("Lainnya ›")
    assert layar.daftar == ["Bank sampah 1", "Bank sampah 0"]
    assert len(jauh.tekan("‹ Sebelumnya").daftar) == 8
    assert jauh.tulis("/inovasi siapa sudah").pesan.judul == "Inovasi terbaru"


def test_a_place_of_one_s_own_is_a_list_and_anything_else_is_looked_for(d: Dunia, sari: Obrolan) -> None:
    kartu(sari)
    assert sari.tulis("/inovasi sukamaju").pesan.judul == "Inovasi desa, Desa Sukamaju"
    assert sari.tulis("/inovasi desa sukamaju").pesan.judul == "Inovasi desa, Desa Sukamaju"
    assert sari.tulis(f"/inovasi {SUKAMAJU}").pesan.judul == "Inovasi desa, Desa Sukamaju"
    assert sari.tulis("/inovasi xlsx").pesan.berkas
    sari.tulis("/inovasi")
    sari.tekan("Siapa sudah …?")
    assert sari.tulis("bank sampah").daftar == ["Bank sampah Posyandu"]
    sari.tulis("/inovasi_cari siapa sudah")
    assert "Siapa sudah apa?" in sari.layar
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    assert camat.tulis("/inovasi IN-2611-0001").tombol == ["Riwayat", "Semua inovasi"]


# -- to repeat it -----------------------------------------------------------------------------------------------------


def test_a_promise_tells_who_accompanies_the_first_village(d: Dunia, sari: Obrolan, jauh: Obrolan) -> None:
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    nomor = kartu(sari)
    jauh.tulis(f"/inovasi {nomor}")
    jauh.tekan("Tiru di desa saya")
    layar = jauh.tekan("2027")
    assert "dikabari" in layar
    jauh.tekan("+ Anggaran")
    jauh.tulis("10 juta")
    jauh.tekan("Simpan")
    (pesan,) = kabar(sari)
    assert "Keude Bakongan" in pesan.teks
    assert "Jauh" not in pesan.teks
    assert kabar(rina) == []
    (r,) = jauh.desa.register.daftar("komitmen")
    assert (r.judul, r.isi["tahun"], r.isi["anggaran"]) == ("Bank sampah Posyandu", "2027", 10_000_000)
    assert sari.desa.register.ambil(r.nomor) is None
    assert sari.desa.inovasi.peniru([r.induk or 0]) == {r.induk: Peniru(1, 0)}
    assert "Ditiru 1 desa" in sari.tulis(f"/inovasi {nomor}")
    jauh.tulis(f"/komitmen_baru {nomor}")
    assert f"Sudah ada {r.nomor}" in jauh.tekan("2028")
    jauh.tulis("batal")
    d.tx.run("UPDATE penugasan SET sampai = '2026-01-01' WHERE orang_id = ?", (sari.id,))
    b = rina.desa.inovasi.ambil(nomor)
    assert b
    assert rina.desa.inovasi.pendamping(b) == [rina.id], "where there is no PLD, the one above"


def test_one_s_own_villages_are_asked_for_and_the_first_is_left_out(d: Dunia, sari: Obrolan) -> None:
    nomor = kartu(sari)
    assert "Tiru di desa saya" not in sari.tulis(f"/inovasi {nomor}").tombol
    assert "desa Anda sendiri" in sari.tulis(f"/komitmen_baru {nomor}")
    dua = orang(d, "Bu Dua", "pld", SUKAMAJU, SUKAMANAH, f"{KECAMATAN}.2007")
    assert "Tiru di desa saya" in dua.tulis(f"/inovasi {nomor}").tombol
    assert dua.tekan("Tiru di desa saya").tombol == ["Mayak", "Sukamanah"]
    dua.tulis("batal")
    assert "tahun berapa" in dua.tulis(f"/komitmen_baru {nomor} sukamanah")
    dua.tulis("batal")
    kenal(d, "32.03.09", "Pacet")
    assert "Inovasi mana" in dua.tulis("/komitmen_baru entah")
    dua.tulis("batal")
    kosong = orang(d, "Bu Kosong", PD, "32.03.09")
    assert "desa dampingan" in kosong.tulis("/komitmen_baru")
    assert "Tiru di desa saya" not in kosong.tulis(f"/inovasi {nomor}").tombol


def test_a_draft_remembers_only_a_card_that_is_there(sari: Obrolan, jauh: Obrolan) -> None:
    nomor = kartu(sari)
    jauh.tulis(f"/komitmen_baru {nomor}")
    jauh.tekan("2027")
    r = sari.desa.register.ambil(nomor)
    assert r
    sari.desa.register.hapus(r)
    assert f"{nomor} belum ada" in jauh.tekan("Simpan")
    layar = jauh.tulis("Bank sampah")
    assert "Yang ditiru: Bank sampah" in layar
    jauh.tekan("Simpan")
    assert jauh.tulis("/komitmen").daftar == ["Bank sampah"]


def test_nobody_is_told_of_what_they_do_themselves(d: Dunia, sari: Obrolan) -> None:
    dua = orang(d, "Bu Dua", "pld", SUKAMAJU, SUKAMANAH)
    nomor = kartu(sari)
    dua.tulis(f"/komitmen_baru {nomor}")
    dua.tekan("2027")
    dua.tekan("Simpan")
    assert (len(kabar(sari)), kabar(dua)) == (1, [])


def test_its_ladder_proposes_papers_and_decisions(d: Dunia, sari: Obrolan) -> None:
    m = sari.desa.musdes.ambil(sari.desa.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-19", "19:30")))
    assert m
    p = sari.desa.keputusan.tambah(m.id, IsiKeputusan("Kolam ikan irigasi dibangun 2027"))
    sari.desa.siklus.gerakkan(SUKAMAJU, 2027, "rkp", "perdes", nomor="5 Tahun 2026")
    sari.tulis("/komitmen_baru")
    sari.tulis("Kolam ikan irigasi")
    sari.tekan("2027")
    layar = sari.tekan("Simpan")
    assert "Siklus: RKP Desa 2027" in layar
    layar = sari.tekan("Masuk RKP Desa")
    assert layar.tombol == ["RKP Desa 2027, Perdes 5 Tahun 2026", p]
    layar = sari.tekan(p)
    assert f"{p} sekarang: belum mulai" in layar
    assert p in sari.tekan("Lihat keputusannya").teks
    sari.tulis("/komitmen KM-2611-0001")
    assert sari.tekan("Masuk APB Desa").tombol == [p], "the board knows of no APB yet"
    sari.tulis("APB 2027")
    sari.tulis("/register_ubah KM-2611-0001 tahun")
    assert "Sekarang: 2027" in sari.layar
    assert "Target tahun: 2029" in sari.tekan("2029")
    sari.tulis("/register_ubah KM-2611-0001 apb")
    assert "Sekarang: APB 2027" in sari.layar
    sari.tulis("batal")
    sari.tulis("/register_keadaan KM-2611-0001 terlaksana")
    assert "Keadaan: terlaksana" in sari.tulis("Kolam sudah berisi.")
    assert "belum ada" in sari.tulis("/komitmen KM-2611-0099")
    d.tx.run('UPDATE register SET isi = \'{"inovasi":"Kolam","tahun":"2028","rkp":"P-2611-0099"}\'')
    layar = sari.tulis("/komitmen KM-2611-0001")
    assert "P-2611-0099 sekarang" not in layar
    assert "Lihat keputusannya" not in layar.tombol
    d.tx.run('UPDATE register SET isi = \'{"inovasi":"Kolam","tahun":"entah"}\'')
    assert "Siklus" not in sari.tulis("/komitmen KM-2611-0001").teks
    assert sari.tulis("/komitmen xlsx").pesan.berkas
    sari.tulis("/register_ubah KM-2611-0001 rkp")
    assert "RKP Desa 2027, Perdes 5 Tahun 2026" not in sari.layar.tombol


# -- Program Inovasi Desa, where it is turned on ----------------------------------------------------------------------


@pytest.fixture
def nyala(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.handlers.dialog.obrolan.Pengaturan", lambda **lain: Pengaturan(warisan=True, **lain))


def test_the_seven_steps_are_covered_by_the_catalogues() -> None:
    assert [i.kode for i in langkah_pid()] == [f"PID-{n}" for n in range(1, 8)]
    assert set(kegiatan_langkah().values()) == {i.kode for i in langkah_pid()}
    assert all(muat_kegiatan().menurut_kode(k).warisan for k in kegiatan_langkah())
    assert len(muat_indikator().menurut_kelompok("pid")) == 7


def test_off_none_of_it_shows(sari: Obrolan) -> None:
    assert not Pengaturan().warisan
    for kata in ("p2ktd", "p2ktd_baru", "pid", "pid sukamaju"):
        assert "sudah selesai" in sari.tulis(f"/{kata}")
    sari.tulis("/register")
    assert "Layanan P2KTD" not in [*sari.layar.daftar, *sari.tekan("Lainnya ›").daftar]


def test_steps_fill_themselves_from_what_is_logged(d: Dunia, sari: Obrolan) -> None:
    catat(sari, kegiatan="PI01", tanggal="2026-11-03")
    catat(sari, kegiatan="PI01", tanggal="2026-11-04")
    kartu(sari)
    sari.desa.register.tambah("komitmen", SUKAMAJU, {"inovasi": "Kolam", "tahun": "2027"})
    ada = sari.desa.inovasi.pid([SUKAMAJU, SUKAMANAH])
    assert set(ada) == {SUKAMAJU}
    assert set(ada[SUKAMAJU]) == {"PID-1", "PID-5"}, "a promise alone is no step"
    assert (ada[SUKAMAJU]["PID-1"].jumlah, ada[SUKAMAJU]["PID-1"].tanggal) == (2, "2026-11-04")
    d.tx.run("UPDATE register SET keadaan = 'rkp' WHERE jenis = 'komitmen'")
    assert "PID-3" in sari.desa.inovasi.pid([SUKAMAJU])[SUKAMAJU]
    d.tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (sari.id,))
    assert sari.desa.inovasi.pid([SUKAMAJU]) == {}


@pytest.mark.usefixtures("nyala")
def test_turned_on_they_are_listed_and_logged(d: Dunia, sari: Obrolan) -> None:
    layar = sari.tulis("/pid")
    assert "○ 1. Sosialisasi PPID" in layar
    sari.tekan("Catat PID-1")
    assert sari.jawaban["kegiatan"] == "PI01"
    sari.tulis("batal")
    for kode in kegiatan_langkah():
        catat(sari, kegiatan=kode)
    layar = sari.tulis("/pid sukamaju")
    assert "✓ 7." in layar
    assert layar.tombol == ["Layanan P2KTD", "Semua inovasi"]
    rina, camat = orang(d, "Bu Rina", PD, KECAMATAN), orang(d, "Pak Camat", CAMAT, KECAMATAN)
    layar = rina.tulis("/pid")
    assert layar.pesan.daftar[-1].ket == "7 dari 7 langkah tercatat"
    assert rina.tulis(f"/pid {KECAMATAN}").daftar == layar.daftar
    assert rina.tulis("/pid sukama").daftar == ["Desa Sukamaju", "Desa Sukamanah"]
    assert camat.tulis("/pid mayak").tombol == ["Layanan P2KTD", "Semua inovasi"]
    belum = orang(d, "Bu Baru", "pld", SUKAMAJU, disahkan=False)
    assert "disahkan" in belum.tulis("/pid")
    sari.tulis("/register")
    assert "Layanan P2KTD" in [*sari.layar.daftar, *sari.tekan("Lainnya ›").daftar]


@pytest.mark.usefixtures("nyala")
def test_a_service_ends_in_the_musyawarah_that_hears_of_it(d: Dunia, sari: Obrolan) -> None:
    sari.tulis("/p2ktd_baru")
    sari.tulis("Pelatihan kopi")
    sari.tulis("ekonomi")
    sari.tekan("Dibutuhkan")
    sari.tekan("Simpan")
    m = sari.desa.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-19", "19:30"))
    sari.tekan("Layanan berjalan")
    assert "Keadaan: layanan berjalan" in sari.tulis("Politeknik Pertanian")
    sari.tekan("Diterima musdes")
    layar = sari.tulis("12 orang bisa.")
    assert layar.tombol == [f"{m}, Kam 19/11"]
    layar = sari.tekan(f"{m}, Kam 19/11")
    assert "Keadaan: diterima musdes" in layar
    assert m in layar.data("Lihat musdesnya")
    assert "1 sudah ditutup" in sari.tulis("/p2ktd")
    assert sari.tulis("/p2ktd xlsx").pesan.berkas
    d.tx.run("UPDATE penugasan SET disahkan = 0")
    sari.tulis("/register_ubah LT-2611-0001 musdes")
    assert m not in str(sari.layar.tombol)


def test_every_command_is_in_the_table() -> None:
    assert {
        "inovasi",
        "inovasi_baru",
        "inovasi_cari",
        "komitmen",
        "komitmen_baru",
        "p2ktd",
        "p2ktd_baru",
        "pid",
    } <= set(TABEL)
