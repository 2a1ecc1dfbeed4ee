"""Registers: one shape for all of them, each thing seen and changed by those whose village it is."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from data.datasaya import DataSayaQ
from data.katalog import register as katalog
from data.katalog.register import JenisRegister, KatalogRegister, muat_register
from data.kegiatan import URUNGKAN, FotoKegiatan
from data.media import MediaQ
from data.orang import KPMD, PD, Orang, OrangQ
from data.pencarian import REGISTER
from data.penghapusan import NAMA_TERHAPUS, TUNDA, PenghapusanQ, Pergi
from data.register import BelumLengkap, Hitungan, RegisterQ, SudahAda, TakBisa
from data.register import baca as modul_baca
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, pendamping

ASET = {"nama": "Mata air Cikole", "golongan": "alam"}
SEWA = {"tentang": "Sewa kios", "macam": "pihak_ketiga", "pihak": "Koperasi Teh"}


def q(tx: Tx, orang: Orang, kini: int = KINI) -> RegisterQ:
    return desa(tx, orang, kini).register


def koordinator(tx: Tx, nama: str = "Bu Rina", wilayah: str = KECAMATAN, peran: str = PD) -> Orang:
    id_ = OrangQ(tx).tambah(nama, WIB, KINI)
    desa(tx, pendamping(tx, f"kenal {nama}")).wilayah.kenalkan(wilayah)
    OrangQ(tx).tugaskan(id_, peran, wilayah, date(2026, 10, 1), disahkan=True)
    return OrangQ(tx).ambil(id_, KINI)


def test_added_changed_closed_and_opened_again(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET)
    assert nomor == "AL-2611-0001"
    r = q(tx, sari).ambil(nomor.lower())
    assert r
    assert (r.judul, r.keadaan, r.isi, r.penulis, r.ditutup) == ("Mata air Cikole", "terpetakan", ASET, "Bu Sari", None)
    assert q(tx, sari).ubah(r, {"manfaat": "Air bersih", "nama": "Mata air Cikole Girang"})
    assert not q(tx, sari).ubah(r, {"manfaat": "Air bersih"}), "as it stands now, not as it was read"
    assert q(tx, sari).ganti_keadaan(r, "hilang", "Longsor")
    assert not q(tx, sari).ganti_keadaan(r, "hilang", "Longsor")
    tutup = q(tx, sari, KINI + 60).ambil(nomor)
    assert tutup
    assert (tutup.judul, tutup.ditutup) == ("Mata air Cikole Girang", KINI)
    assert q(tx, sari).daftar("aset") == []
    assert q(tx, sari).daftar("aset", terbuka=False) == [tutup]
    assert q(tx, sari).jumlah("aset", terbuka=None) == 1
    assert q(tx, sari).ganti_keadaan(tutup, "dipakai", "Sudah dibuka lagi")
    buka = q(tx, sari).ambil(nomor)
    assert buka
    assert buka.ditutup is None
    assert q(tx, sari).ubah(buka, {"manfaat": None})
    riwayat = [(p.apa, p.kolom, p.sebelum, p.sesudah, p.alasan) for p in q(tx, sari).riwayat(buka)]
    assert riwayat == [
        ("ubah", "manfaat", "Air bersih", None, None),
        ("tandai", "keadaan", "hilang", "dipakai", "Sudah dibuka lagi"),
        ("tandai", "keadaan", "terpetakan", "hilang", "Longsor"),
        ("ubah", "nama", "Mata air Cikole", "Mata air Cikole Girang", None),
        ("ubah", "manfaat", None, "Air bersih", None),
        ("catat", None, None, nomor, None),
    ]
    assert [p.nama for p in q(tx, sari).riwayat(buka, batas=1, mulai=5)] == ["Bu Sari"]


def test_answers_that_the_catalogue_does_not_know_are_not_kept(tx: Tx) -> None:
    sari = pendamping(tx)
    for salah in (
        {"warna": "biru"}, {"golongan": "emas"}, {"nama": 7}, {"nama": True}, {"foto": "x"}, {"manfaat": ["a"]},
    ):  # fmt: skip
        with pytest.raises(ValueError):
            q(tx, sari).tambah("aset", SUKAMAJU, {**ASET, **salah})
    for kunci, nilai in (("nilai", -1), ("nilai", True), ("berakhir", "2026-13-01"), ("berakhir", "20261101")):
        with pytest.raises(ValueError):
            q(tx, sari).tambah("kerja_sama", SUKAMAJU, {**SEWA, kunci: nilai})
    with pytest.raises(ValueError):
        q(tx, sari).tambah("sinergi", SUKAMAJU, {"program": "P", "mitra": "M", "sektor": ["ekonomi", "?"]})
    with pytest.raises(BelumLengkap) as kurang:
        q(tx, sari).tambah("aset", SUKAMAJU, {"nama": "Mata air"})
    assert [b.kunci for b in kurang.value.bidang] == ["golongan"]
    with pytest.raises(TakBisa):
        q(tx, sari).tambah("aset", SUKAMAJU, ASET, keadaan="entah")
    with pytest.raises(KeyError):
        q(tx, sari).tambah("entah", SUKAMAJU, ASET)
    assert q(tx, sari).jumlah("", terbuka=None) == 0
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET | {"manfaat": "", "mitra": None})
    r = q(tx, sari).ambil(nomor)
    assert r
    assert r.isi == ASET
    with pytest.raises(BelumLengkap):
        q(tx, sari).ubah(r, {"nama": None})
    with pytest.raises(TakBisa):
        q(tx, sari).ganti_keadaan(r, "entah")
    assert q(tx, sari).ambil(nomor) == r


def test_the_same_conversation_twice_is_once(tx: Tx) -> None:
    sari = pendamping(tx)
    p = desa(tx, sari).percakapan.buka(sari.id, "aset_baru", "{}", KINI)
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET, percakapan_id=p.id)
    assert q(tx, sari).tambah("aset", SUKAMAJU, ASET, percakapan_id=p.id) == nomor
    assert q(tx, sari).jumlah("aset") == 1


def test_nobody_elsewhere_learns_of_it(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    rina, camat = koordinator(tx), koordinator(tx, "Pak Camat", peran="camat")
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET)
    r = q(tx, sari).ambil(nomor)
    assert r
    assert q(tx, rina).ambil(nomor) == q(tx, camat).ambil(nomor) == r
    assert q(tx, rina).boleh_ubah(r)
    assert not q(tx, camat).boleh_ubah(r)
    assert q(tx, budi).ambil(nomor) is None
    assert q(tx, budi).daftar("aset") == []
    assert q(tx, budi).hitung() == []
    assert list(q(tx, budi).semua("aset")) == []
    for siapa in (budi, camat):
        for coba in (
            lambda o: q(tx, o).ubah(r, {"manfaat": "x"}),
            lambda o: q(tx, o).ganti_keadaan(r, "dipakai"),
            lambda o: q(tx, o).hapus(r),
            lambda o: q(tx, o).miliki(r, o.id),
            lambda o: q(tx, o).tambah_foto(r, []),
            lambda o: q(tx, o).tambah("aset", SUKAMAJU, ASET),
        ):
            with pytest.raises(LookupError):
                coba(siapa)
    assert q(tx, sari).ambil(nomor) == r
    assert not q(tx, budi).boleh_tambah(SUKAMAJU)
    with pytest.raises(LookupError):
        q(tx, sari).tambah("aset", KECAMATAN, ASET)
    with pytest.raises(LookupError):
        q(tx, rina).tambah("aset", KECAMATAN, ASET)  # a register of villages
    assert q(tx, rina).tambah("kawasan", KECAMATAN, {"nama": "Wisata", "peserta": "Sukamaju"}) == "KW-2611-0001"


def test_whom_it_is_about_reads_it_and_no_more(tx: Tx) -> None:
    sari = pendamping(tx)
    lilis = koordinator(tx, "Kader Lilis", SUKAMANAH, KPMD)
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET, milik=lilis.id)
    r = q(tx, lilis).ambil(nomor)
    assert r
    assert q(tx, lilis).daftar("aset", milik=lilis.id) == [r]
    assert not q(tx, lilis).boleh_ubah(r)
    assert q(tx, sari).miliki(r, None)
    assert q(tx, lilis).ambil(nomor) is None
    lepas = q(tx, sari).ambil(nomor)
    assert lepas
    assert not q(tx, sari).miliki(lepas, None)
    sendiri = q(tx, lilis).tambah("aset", SUKAMANAH, ASET)
    punya = q(tx, lilis).ambil(sendiri)
    assert punya
    assert q(tx, lilis).boleh_ubah(punya)


def test_deleted_and_brought_back(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET)
    r = q(tx, sari).ambil(nomor)
    assert r
    assert not q(tx, sari).pulihkan(r)
    assert q(tx, sari).hapus(r, "Salah catat")
    assert not q(tx, sari).hapus(r)
    assert q(tx, sari).ambil(nomor) is None
    assert q(tx, sari).terhapus("AL-2611-0099") is None
    assert q(tx, pendamping(tx, "Pak Budi", SUKAMANAH)).terhapus(nomor) is None
    with pytest.raises(LookupError):
        q(tx, sari).ubah(r, {"manfaat": "x"})
    hilang = q(tx, sari).terhapus(nomor)
    assert hilang
    assert not q(tx, sari, KINI + URUNGKAN + 1).pulihkan(hilang)
    assert q(tx, sari, KINI + URUNGKAN).pulihkan(hilang)
    assert not q(tx, sari, KINI + URUNGKAN).pulihkan(hilang), "twice is once"
    assert [p.apa for p in q(tx, sari).riwayat(r)] == ["pulihkan", "hapus", "catat"]


def test_in_order_by_page_and_by_place(tx: Tx) -> None:
    rina = koordinator(tx)
    desa(tx, rina).wilayah.kenalkan(SUKAMANAH)
    for tentang, di, akhir in (
        ("Sampah", SUKAMAJU, "2027-01-31"), ("Air", SUKAMANAH, None), ("Kios", SUKAMAJU, "2026-12-01"),
        ("Pasar", KECAMATAN, "2026-11-30"),
    ):  # fmt: skip
        q(tx, rina).tambah("kerja_sama", di, SEWA | {"tentang": tentang, "berakhir": akhir})
    semua = q(tx, rina).daftar("kerja_sama")
    assert [r.judul for r in semua] == ["Pasar", "Kios", "Sampah", "Air"], "what runs out first"
    assert [r.judul for r in q(tx, rina).daftar("kerja_sama", desa=SUKAMAJU)] == ["Kios", "Sampah"]
    assert q(tx, rina).daftar("kerja_sama", batas=2, mulai=1) == semua[1:3]
    assert q(tx, rina).jumlah("kerja_sama", desa=KECAMATAN) == 4
    q(tx, rina).ganti_keadaan(semua[1], "berjalan")
    assert [r.judul for r in q(tx, rina).daftar("kerja_sama", keadaan="berjalan")] == ["Kios"]
    q(tx, rina).ganti_keadaan(semua[1], "batal", "Tidak jadi")
    assert [r.judul for r in q(tx, rina).daftar("kerja_sama", keadaan="batal")] == ["Kios"]
    assert q(tx, rina).hitung("kerja_sama", desa=SUKAMAJU) == [
        Hitungan("kerja_sama", SUKAMAJU, "batal", terbuka=False, jumlah=1),
        Hitungan("kerja_sama", SUKAMAJU, "dibahas", terbuka=True, jumlah=1),
    ]
    program = {"program": "P", "mitra": "M"}
    for hari in ("2026-01-01", None, "2026-05-05"):
        q(tx, rina).tambah("sinergi", SUKAMAJU, program | {"mulai": hari})
    assert [r.tanggal for r in q(tx, rina).daftar("sinergi")] == ["2026-05-05", "2026-01-01", None], "the latest first"
    r = q(tx, rina).daftar("sinergi")[0]
    q(tx, rina).ubah(r, {"mulai": None})
    assert q(tx, rina).jumlah("sinergi") == 3
    assert q(tx, rina).satu_di("sinergi", SUKAMANAH) is None
    kini = q(tx, rina).satu_di("sinergi", SUKAMAJU)
    assert kini
    assert kini.tanggal == "2026-01-01"


def test_all_of_them_few_at_a_time(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    sari = pendamping(tx)
    nomor = [q(tx, sari).tambah("aset", SUKAMAJU, ASET) for _ in range(5)]
    monkeypatch.setattr(modul_baca, "SEKALI", 2)
    assert [r.nomor for r in q(tx, sari).semua("aset")] == nomor
    assert [r.nomor for r in q(tx, sari).semua(desa=SUKAMAJU, terbuka=True)] == nomor
    assert list(q(tx, sari).semua("aset", keadaan="dipakai")) == []


def test_pictures_once_each(tx: Tx) -> None:
    sari = pendamping(tx)
    a, b = (FotoKegiatan(c * 64, KINI) for c in "ab")
    for satu in (a, b):
        MediaQ(tx).daftarkan(satu.sidik, "image/jpeg", 10, KINI)
    r = q(tx, sari).ambil(q(tx, sari).tambah("aset", SUKAMAJU, ASET, foto=[a, a]))
    assert r
    assert q(tx, sari).foto(r) == [a]
    assert q(tx, sari).tambah_foto(r, [a, b]) == 1
    assert q(tx, sari).tambah_foto(r, [a, b]) == 0
    assert q(tx, sari).foto(r) == [a, b]
    assert [(p.apa, p.sesudah) for p in q(tx, sari).riwayat(r)][:1] == [("foto", "1")]


def test_what_belongs_to_another(tx: Tx) -> None:
    sari = pendamping(tx)
    induk = q(tx, sari).ambil(q(tx, sari).tambah("aset", SUKAMAJU, ASET))
    assert induk
    anak = q(tx, sari).tambah("sinergi", SUKAMAJU, {"program": "P", "mitra": "M"}, induk=induk.id)
    assert [r.nomor for r in q(tx, sari).anak(induk)] == [anak]
    assert q(tx, sari).anak(induk, "aset") == []
    assert q(tx, sari).jumlah("", induk=induk.id) == 1


def test_found_by_its_words(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET | {"manfaat": "Air bersih empat puluh rumah"})

    def ketemu(orang: Orang, kata: str, apa: str = "") -> list[str]:
        return [t.nomor for t in desa(tx, orang).cari.temukan(kata, apa=apa).temuan]

    for kata in ("mata air", "air bersih", "aset", "aset sukamaju 2026", "lahan"):
        assert ketemu(sari, kata) == [nomor], kata
    assert ketemu(sari, "mata air", REGISTER) == [nomor]
    assert ketemu(sari, "mata air", "kegiatan") == []
    assert ketemu(budi, "mata air") == []
    r = q(tx, sari).ambil(nomor)
    assert r
    q(tx, sari).ubah(r, {"nama": "Embung Cikole"})
    assert ketemu(sari, "mata") == []
    assert ketemu(sari, "embung") == [nomor]
    q(tx, sari).hapus(r)
    assert ketemu(sari, "embung") == []


# -- rules of a register ----------------------------------------------------------------------------------------------


@pytest.fixture
def aturan(monkeypatch: pytest.MonkeyPatch) -> JenisRegister:
    """Assets as a register with rules: one a village, and no use without a manager and a picture."""
    asli = muat_register().menurut_kode("aset")
    dipakai = msgspec.structs.replace(asli.keadaan[2], dari=("direncanakan",), perlu=("pengelola", "foto"))
    ketat = msgspec.structs.replace(asli, tunggal=True, keadaan=(*asli.keadaan[:2], dipakai, *asli.keadaan[3:]))
    monkeypatch.setattr(modul_baca, "muat_register", lambda: KatalogRegister((ketat,)))
    return ketat


def test_a_village_has_one(tx: Tx, aturan: JenisRegister) -> None:
    sari = pendamping(tx)
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET)
    with pytest.raises(SudahAda) as sudah:
        q(tx, sari).tambah("aset", SUKAMAJU, ASET)
    assert sudah.value.nomor == nomor
    r = q(tx, sari).satu_di("aset", SUKAMAJU)
    assert r
    q(tx, sari).ganti_keadaan(r, "hilang", "Longsor")
    tutup = q(tx, sari).ambil(nomor)
    assert tutup
    kedua = q(tx, sari).tambah("aset", SUKAMAJU, ASET)
    with pytest.raises(SudahAda):
        q(tx, sari).ganti_keadaan(tutup, "terpetakan", "Dibuka lagi")
    lain = q(tx, sari).ambil(kedua)
    assert lain
    q(tx, sari).hapus(lain)
    assert q(tx, sari).ganti_keadaan(tutup, "terpetakan", "Dibuka lagi")
    hilang = q(tx, sari).terhapus(kedua)
    assert hilang
    with pytest.raises(SudahAda):
        q(tx, sari).pulihkan(hilang)


def test_states_that_follow_and_what_they_need(tx: Tx, aturan: JenisRegister) -> None:
    sari = pendamping(tx)
    with pytest.raises(BelumLengkap):
        q(tx, sari).tambah("aset", SUKAMAJU, ASET, keadaan="dipakai")
    r = q(tx, sari).ambil(q(tx, sari).tambah("aset", SUKAMAJU, ASET))
    assert r
    assert [k.kode for k in aturan.berikut(r.keadaan)] == ["direncanakan", "terbengkalai", "hilang"]
    with pytest.raises(TakBisa):
        q(tx, sari).ganti_keadaan(r, "dipakai")
    q(tx, sari).ganti_keadaan(r, "direncanakan")
    with pytest.raises(BelumLengkap) as kurang:
        q(tx, sari).ganti_keadaan(r, "dipakai")
    assert [b.kunci for b in kurang.value.bidang] == ["pengelola", "foto"]
    q(tx, sari).ubah(r, {"pengelola": "Pokdarwis"})
    MediaQ(tx).daftarkan("c" * 64, "image/jpeg", 10, KINI)
    q(tx, sari).tambah_foto(r, [FotoKegiatan("c" * 64, KINI)])
    assert q(tx, sari).ganti_keadaan(r, "dipakai")


def test_the_catalogue_names_only_what_is_there() -> None:
    assert katalog.muat_register().menurut_awalan("al") is katalog.muat_register().menurut_kode("aset")
    assert katalog.muat_register().menurut_awalan("ZZ") is None
    assert katalog.muat_register().menurut_kode("aset").keadaan_dari("entah") is None


# -- who goes ---------------------------------------------------------------------------------------------------------


def hapus_orang(tx: Tx, orang: Orang) -> Pergi:
    PenghapusanQ(tx, KINI - TUNDA).minta(orang.id)
    return PenghapusanQ(tx, KINI).jalankan(orang.id)


def foto(tx: Tx, *huruf: str) -> list[FotoKegiatan]:
    for satu in huruf:
        MediaQ(tx).daftarkan(satu * 64, "image/jpeg", 10, KINI)
    return [FotoKegiatan(satu * 64, KINI) for satu in huruf]


def test_a_village_s_things_stay_when_their_writer_goes(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    tetap = q(tx, sari).tambah("aset", SUKAMAJU, ASET, foto=foto(tx, "a"))
    buang = q(tx, sari).ambil(q(tx, sari).tambah("aset", SUKAMAJU, ASET | {"manfaat": "Rahasia"}, foto=foto(tx, "b")))
    assert buang
    q(tx, sari).hapus(buang)
    pergi = hapus_orang(tx, sari)
    assert pergi.foto == ("b" * 64,)
    r = q(tx, budi).ambil(tetap)
    assert r
    assert (r.judul, r.isi, r.penulis) == ("Mata air Cikole", ASET, NAMA_TERHAPUS)
    assert len(q(tx, budi).foto(r)) == 1
    kosong = q(tx, budi).terhapus(buang.nomor)
    assert kosong
    assert (kosong.judul, kosong.isi, q(tx, budi).foto(kosong)) == ("", {}, [])


def test_of_what_is_about_somebody_no_word_stays(tx: Tx) -> None:
    sari = pendamping(tx)
    lilis = koordinator(tx, "Kader Lilis", SUKAMAJU, KPMD)
    isi = ASET | {"nama": "Lilis", "manfaat": "Menari", "pemilik": "warga"}
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, isi, milik=lilis.id, foto=foto(tx, "a"))
    r = q(tx, sari).ambil(nomor)
    assert r
    q(tx, sari).ubah(r, {"pengelola": "Lilis sendiri"})
    asing = q(tx, sari).tambah("aset", SUKAMAJU, ASET, milik=lilis.id)
    tx.run("UPDATE register SET jenis = 'dulu' WHERE nomor = ?", (asing,))
    assert hapus_orang(tx, lilis).foto == ("a" * 64,)
    kini = q(tx, sari).ambil(nomor)
    assert kini
    sisa = {"nama": "Aset (dihapus)", "golongan": "alam", "pemilik": "warga"}
    assert (kini.judul, kini.isi, kini.milik) == ("Aset (dihapus)", sisa, None)
    assert {(p.sebelum, p.sesudah) for p in q(tx, sari).riwayat(kini)} == {(None, None)}
    assert desa(tx, sari).cari.temukan("menari").jumlah == 0
    dulu = q(tx, sari).ambil(asing)
    assert dulu
    assert (dulu.judul, dulu.isi) == ("Nama (dihapus)", {})


def test_everybody_sees_what_is_kept_of_them(tx: Tx) -> None:
    sari = pendamping(tx)
    lilis = koordinator(tx, "Kader Lilis", SUKAMAJU, KPMD)
    nomor = q(tx, sari).tambah("aset", SUKAMAJU, ASET, milik=lilis.id, foto=foto(tx, "a"))
    for orang, gambar in ((sari, 1), (lilis, 0)):
        milik = DataSayaQ(tx, orang.id)
        assert [b["nomor"] for b in milik.satu("register")] == [nomor]
        assert len(milik.satu("foto_register")) == gambar
    assert DataSayaQ(tx, pendamping(tx, "Pak Budi").id).satu("register") == []
