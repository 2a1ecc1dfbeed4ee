"""Kader in chat: registered as the SK has them, invited, walking up step by step; and who may not."""

from __future__ import annotations

import io
import re

import msgspec
import openpyxl
import pytest

from data.kader import GIAT, KADER
from data.orang import ADMIN, CAMAT, KPMD, PLD, TAPM_KAB, OrangQ
from data.register import Register
from handlers import dokumen
from handlers.dialog.pesan import Pesan
from handlers.dialog.tombol import perintah
from handlers.kader.kader import BELUM
from handlers.kader.semua import RESEP_KADER
from handlers.musdes.ke_kartu import tombol_kartu
from handlers.tabel import TABEL, perintah_untuk
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.test_register import koordinator

SUKAMAJU, MAYAK = f"{KECAMATAN}.2013", f"{KECAMATAN}.2007"
DEDI = {"nama": "Dedi Kurnia", "kelamin": "laki", "bidang": ["teknis"]}


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def sari(dunia: Dunia) -> Obrolan:
    return dunia.orang("Bu Sari", desa=["2013", "2017"])


@pytest.fixture
def rina(dunia: Dunia) -> Obrolan:
    return koordinator(dunia, "Bu Rina")


def tambah(o: Obrolan, di: str = SUKAMAJU, **isi: object) -> Register:
    nomor = o.desa.register.tambah(KADER, di, DEDI | isi)  # type: ignore[arg-type]
    r = o.desa.kader.ambil(nomor)
    assert r
    return r


def jalani(o: Obrolan, r: Register, macam: str, kali: int = 1) -> None:
    for n in range(kali):
        o.desa.kader.catat(r, r.desa, {"apa": f"Giat {n}", "macam": macam, "tanggal": "2026-11-01"})


def kpmd(dunia: Dunia, nama: str = "Dedi Kurnia", *desa: str) -> Obrolan:
    return dunia.orang(nama, peran=KPMD, desa=desa or ("2013",))


def milik(sari: Obrolan, dedi: Obrolan) -> Register:
    r = tambah(sari)
    sari.desa.kader.hubungkan(r, dedi.id)
    return r


def alamat(o: Obrolan) -> Obrolan:
    OrangQ(o.dunia.tx).pasang_alamat(o.id, "uji", o.nama, o.dunia.kini)
    return o


def kabar(o: Obrolan) -> list[str]:
    rows = o.dunia.tx.all("SELECT isi FROM outbox WHERE tujuan = ? ORDER BY id", (o.nama,))
    return [msgspec.json.decode(row["isi"], type=Pesan).teks for row in rows]


def catat_latih(o: Obrolan, kode: str = SUKAMAJU, hasil: str = "Belajar SID.") -> str:
    from tests.data.dunia import isi

    return o.desa.kegiatan.catat(isi(kegiatan="PK03", desa=kode, hasil=hasil), [], None)


def musdes(o: Obrolan, di: str = "sukamaju", terpilih: str = "") -> str:
    for teks in (f"musdes baru pemilihan kader {di} kemarin 9-11", "kantor desa", "simpan"):
        o.tulis(teks)
    nomor = re.search(r"M-\d+-\d+", o.layar.teks)
    assert nomor
    if terpilih:
        o.tekan("Pertanyaan khusus")
        for teks in (terpilih, "lewati", "simpan"):
            o.tulis(teks)
    return nomor[0]


# -- the registry -----------------------------------------------------------------------------------------------------


def test_menus_stay_short() -> None:
    assert [r.nama for r in RESEP_KADER if r.menu] == ["giat"]
    assert "giat" in dict(perintah_untuk({KPMD}))
    assert not {r.nama for r in RESEP_KADER} & set(dict(perintah_untuk({PLD})))


def test_only_what_the_sk_says_is_asked_and_no_number_passes_for_a_name(sari: Obrolan) -> None:
    assert "tanpa NIK, nomor HP, atau alamat" in sari.tulis("/kader_baru sukamaju")
    for bukan in ("0812 3456 7890", "3203011212900001", "+62 812 3456 789"):
        assert "Tulis namanya saja" in sari.tulis(bukan), bukan
    for teks in ("Dedi Kurnia", "L", "teknis, sid", "selesai"):
        sari.tulis(teks)
    assert sari.layar.tombol[2:-1] == ["+ Dipilih dalam", "+ Dusun", "+ Nomor SK", "+ Tanggal SK"]
    assert "Tersimpan." in sari.tulis("simpan")
    (r,) = sari.desa.register.daftar(KADER)
    assert r.isi == DEDI | {"bidang": ["data", "teknis"]}
    sari.tulis(f"/register_ubah {r.nomor} nama")
    assert "Sekarang: Dedi Kurnia" in sari.layar
    assert "Tulis namanya saja" in sari.tulis("0812 3456 7890")
    assert "Nama sudah diubah" in sari.tulis("Dedi Kurniawan")
    assert "Sekarang: Data dan SID, Teknis" in sari.tulis(f"/register_ubah {r.nomor} bidang")


def test_names_that_the_musdes_chose_are_offered_until_they_are_there(sari: Obrolan) -> None:
    nomor = musdes(sari, terpilih="Dedi Kurnia, Siti Rahayu dan\nAsep")
    assert f"Musdes pemilihan kader {nomor} sudah tercatat" in sari.tulis("/kader sukamaju")
    assert sari.tekan("Tambah kader").tombol == ["Dedi Kurnia", "Siti Rahayu", "Asep"]
    sari.tekan("Siti Rahayu")
    for teks in ("p", "sid", "selesai"):
        sari.tulis(teks)
    assert nomor in sari.tekan("+ Dipilih dalam").tombol
    sari.tekan(nomor)
    assert f"Dipilih dalam: {nomor}" in sari.tulis("simpan")
    assert "sudah tercatat; kadernya" not in sari.tulis("/kader sukamaju")
    assert sari.tekan("Tambah kader").tombol == ["Dedi Kurnia", "Asep"]


def test_what_was_just_recorded_leads_there(sari: Obrolan) -> None:
    nomor = musdes(sari)
    m = sari.desa.musdes.ambil(nomor)
    assert m
    (tombol,) = tombol_kartu(m, sari.desa)
    assert "Siapa nama kadernya?" in sari.ketuk(tombol.data)
    sari.tulis("batal")
    for teks in ("catat latih kader sukamaju kemarin 9-11", "di desa", "Belajar SID.", "12", "simpan"):
        sari.tulis(teks)
    assert "Kader, Desa Sukamaju" in sari.tekan("Kader desa")


def test_the_same_name_twice_is_asked_about(sari: Obrolan) -> None:
    r = tambah(sari)
    for teks in ("/kader_baru sukamaju", "dedi  kurnia", "l", "teknis", "selesai"):
        sari.tulis(teks)
    assert f"Sudah ada {r.nomor} (Dedi Kurnia)" in sari.layar


def test_a_village_that_is_not_theirs_is_asked_for_and_one_is_not(sari: Obrolan, dunia: Dunia) -> None:
    for kata in ("kader_baru", "bidang_kader_baru"):
        assert "Desa mana?" in sari.tulis(f"/{kata} mayak")
        sari.tulis("batal")
    budi = dunia.orang("Pak Budi", desa=["2007"])
    assert "Siapa nama" in budi.tulis("/kader_baru")
    budi.tulis("batal")
    assert "diharap" in budi.tulis("/bidang_kader_baru")
    budi.tulis("batal")
    kosong = koordinator(dunia, "Bu Tini", kode="32.03.04")
    for kata in ("kader_baru", "bidang_kader_baru"):
        assert "setelah Anda punya desa dampingan" in kosong.tulis(f"/{kata}")


def test_musdes_sk_and_training_are_a_tap_away(sari: Obrolan) -> None:
    nomor, latih, r = musdes(sari), catat_latih(sari), tambah(sari)
    layar = sari.tulis(f"/kader {r.nomor}")
    assert layar.tombol[:3] == [f"Dipilih {nomor}", "Isi SK", f"Ikut {latih}"]
    layar = sari.tekan(f"Dipilih {nomor}")
    assert f"Dipilih dalam {nomor}." in layar
    assert "Memang sudah tertulis" in sari.tulis(f"/kader_musdes {r.nomor} {nomor}")
    assert "belum ada dalam daftar" in sari.tulis(f"/kader_musdes {r.nomor} M-2611-9999")
    assert "belum ada dalam daftar" in sari.tulis(f"/kader_musdes {r.nomor}")
    for teks in (f"/kader_sk {r.nomor}", "141/08/2026", "kemarin"):
        sari.tulis(teks)
    assert "SK-nya sudah diisi." in sari.layar
    for teks in (f"/kader_sk {r.nomor}", "141/08/2026", "kemarin"):
        sari.tulis(teks)
    assert "memang sudah begitu" in sari.layar
    layar = sari.tekan(f"Ikut {latih}")
    assert "Pelatihan: 1, terakhir" in layar
    assert "Belum ada:" not in layar
    assert "sudah ada di kartunya" in sari.tulis(f"/kader_latih {r.nomor} {latih}")
    assert "belum ada dalam catatan" in sari.tulis(f"/kader_latih {r.nomor} K-2611-9999")
    (giat,) = sari.desa.kader.kegiatan(r)
    assert giat.isi == {"apa": "Belajar SID.", "macam": "dilatih", "tanggal": "2026-11-20", "kegiatan": latih}
    assert "Dari catatan: " + latih in sari.tulis(f"/register {giat.nomor}")


def test_commands_without_a_number_say_where_it_stands(sari: Obrolan) -> None:
    for kata in ("kader_musdes", "kader_latih", "kader_naik"):
        assert "Kader yang mana?" in sari.tulis(f"/{kata}")
    for kata in ("kader_sk", "kader_undang", "kader_akun"):
        assert "Kader nomor berapa" in sari.tulis(f"/{kata} dedi")
        assert "belum ada dalam daftar kader Anda" in sari.tulis("KD-2611-9999")
    assert "belum ada dalam daftar kader Anda" in sari.tulis("/kader KD-2611-9999")


def test_who_only_reads_is_told_who_changes(dunia: Dunia, sari: Obrolan) -> None:
    r, camat = tambah(sari), koordinator(dunia, "Pak Camat", CAMAT)
    latih = catat_latih(sari)
    assert camat.tulis(f"/kader {r.nomor}").tombol == ["Kegiatan", "Riwayat", "Semua kader"]
    assert camat.tekan("Kegiatan").tombol == ["Lihat kartu"]
    assert "Tambah kader" not in camat.tulis("/kader").tombol
    assert camat.tulis("/kader sukamaju").tombol == ["Unduh Excel", "Semua desa"]
    lama = dunia.orang("Pak Lama", desa=["2013"])
    tulisan = tambah(lama, nama="Siti")
    dunia.tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (lama.id,))
    assert f"Kader {tulisan.nomor}" in lama.tulis(f"/kader {tulisan.nomor}"), "their own writing"
    jalani(lama, tulisan, "dilatih")
    assert "dibenarkan pendamping desa ini" in lama.tulis(f"/kader_naik {tulisan.nomor} belajar")
    assert "dibuat pendamping desanya" in lama.tulis(f"/kader_undang {tulisan.nomor}")
    kepala = dunia.orang("Bu Prov", peran=None)
    OrangQ(dunia.tx).tugaskan(kepala.id, PLD, MAYAK, dunia.hari_ini, disahkan=True)
    for kata in ("kader_musdes", "kader_latih", "kader_naik"):
        assert "belum ada dalam daftar kader Anda" in kepala.tulis(f"/{kata} {r.nomor} {latih}")


# -- the ladder -------------------------------------------------------------------------------------------------------


def test_a_step_is_confirmed_where_it_is_shown_and_one_at_a_time(sari: Obrolan) -> None:
    r = tambah(sari)
    naik = f"/kader_naik {r.nomor}"
    assert "0 dari 1 pelatihan" in sari.tulis(f"{naik} belajar")
    jalani(sari, r, "dilatih")
    jalani(sari, r, "ikut", 3)
    assert "satu langkah sekali" in sari.tulis(f"{naik} mendampingi")
    assert "Siap ke langkah belajar" in sari.layar
    assert "Sekarang di langkah belajar." in sari.tekan("Naik: Belajar")
    assert "Sudah tercatat di langkah belajar." in sari.tulis(f"{naik} belajar")
    assert "Sekarang di langkah mendampingi." in sari.tekan("Naik: Mendampingi")
    assert "Berikutnya memandu: 0 dari 1" in sari.layar
    jalani(sari, r, "melatih")
    sari.tulis(f"{naik} memandu")
    assert "Sekarang di langkah melatih." in sari.tulis(f"{naik} melatih")
    assert "Sudah di langkah teratas" in sari.layar
    assert "Belum bisa ke langkah berikutnya." in sari.tulis(f"{naik} terbang")
    riwayat = sari.tulis(f"/register {r.nomor} riwayat")
    assert "Langkah: Memandu → Melatih" in riwayat
    sari.tulis(f"/register_keadaan {r.nomor} nonaktif")
    sari.tulis("Mengundurkan diri.")
    assert "selama kadernya masih bertugas" in sari.tulis(f"{naik} terbang")


def test_the_kader_hears_of_a_step(dunia: Dunia, sari: Obrolan) -> None:
    dedi = alamat(kpmd(dunia))
    r = milik(sari, dedi)
    jalani(sari, r, "dilatih")
    sari.tulis(f"/kader_naik {r.nomor} belajar")
    assert kabar(dedi) == ["Bu Sari membenarkan langkah Anda sebagai kader: belajar. Selamat, dan terima kasih."]


# -- activities -------------------------------------------------------------------------------------------------------


def test_a_kader_logs_in_three_answers_and_only_their_pendamping_reads(dunia: Dunia, sari: Obrolan) -> None:
    dedi = kpmd(dunia)
    r = milik(sari, dedi)
    for teks in ("giat", "Posyandu", "ikut", "kemarin"):
        dedi.tulis(teks)
    assert "Kader:" not in dedi.layar, "it is about themselves"
    assert "Tersimpan." in dedi.tekan("Simpan")
    (giat,) = dedi.desa.kader.kegiatan(r)
    assert (giat.orang_id, giat.milik, giat.desa) == (dedi.id, dedi.id, SUKAMAJU)
    assert giat.nomor in sari.tulis(f"/register {giat.nomor}").teks
    assert "belum ada dalam daftar" in kpmd(dunia, "Siti").tulis(f"/register {giat.nomor}")
    assert dedi.catatan == [], "nothing of it is a pendamping's daily report"
    dedi.tulis(f"/register_hapus {giat.nomor}")
    assert "dihapus" in dedi.tulis("hapus")
    assert "Belum ada kegiatan" in dedi.tulis(f"/kader {r.nomor} kegiatan")


def test_a_picture_out_of_the_blue_is_of_an_activity(dunia: Dunia, sari: Obrolan) -> None:
    dedi = kpmd(dunia)
    milik(sari, dedi)
    dedi.foto(2)
    for teks in ("Gotong royong", "memandu", "hari ini"):
        dedi.tulis(teks)
    assert "Foto: 2" in dedi.layar
    for label, isi in (("+ Yang hadir", "20"), ("+ Perempuan yang hadir", "12"), ("+ Hasil", "Selokan bersih.")):
        dedi.tekan(label)
        dedi.tulis(isi)
    assert "Foto: 2" in dedi.tekan("Simpan")
    assert "Perempuan yang hadir: 12" in dedi.layar


def test_without_a_card_it_is_logged_too_and_found_again(dunia: Dunia, sari: Obrolan) -> None:
    dedi = kpmd(dunia, "Dedi Kurnia", "2013", "2017")
    assert BELUM in dedi.tulis("/kader")
    assert "Desa mana?" in dedi.tekan("Catat kegiatan")
    for teks in ("sukamaju", "Posyandu", "ikut", "kemarin", "simpan"):
        dedi.tulis(teks)
    assert "Posyandu" in dedi.tulis(f"/{GIAT}").label
    r = tambah(sari)
    assert sari.tulis(f"/kader {r.nomor}").tombol[1] == "Hubungkan akunnya"
    assert sari.tekan("Hubungkan akunnya").label[0] == "Dedi Kurnia"
    assert "Kartunya sudah terhubung." in sari.tekan("Dedi Kurnia")
    assert "Akun: sudah bergabung di sini" in sari.layar
    assert "Posyandu" in sari.tekan("Kegiatan").label
    assert "Ini kartu Anda" in dedi.tulis("/kader sukamaju"), "whatever stands behind it"
    lain = tambah(sari, f"{KECAMATAN}.2017")
    sari.desa.kader.hubungkan(lain, dedi.id)
    assert dedi.tulis("/kader").daftar == ["Dedi Kurnia", "Dedi Kurnia"]
    assert "Belum ada KPMD desa ini" in sari.tulis(f"/kader_akun {lain.nomor}")


def test_a_pendamping_adds_what_a_kader_did(dunia: Dunia, sari: Obrolan) -> None:
    assert "Tambahkan kadernya dulu" in sari.tulis(f"/{GIAT}_baru")
    r, latih = tambah(sari), catat_latih(sari)
    siti = tambah(sari, f"{KECAMATAN}.2017", nama="Siti")
    assert sari.tulis(f"/{GIAT}_baru").label == ["Siti", "Dedi Kurnia"]
    sari.tekan("Siti")
    for teks in ("Posyandu", "ikut", "kemarin"):
        sari.tulis(teks)
    assert "Kader: Siti" in sari.layar
    assert f"Kader: Siti ({siti.nomor})" in sari.tekan("Simpan")
    assert f"Kader {siti.nomor}" in sari.tekan("Kartu kadernya")
    assert sari.tulis(f"/kader {r.nomor} kegiatan").tombol == ["Tambah kegiatan", f"Ikut {latih}", "Lihat kartu"]
    assert "Kegiatan atau pelatihan apa?" in sari.tekan("Tambah kegiatan")
    sari.tulis("batal")
    jalani(sari, r, "ikut", 9)
    layar = sari.tulis(f"/kader {r.nomor} kegiatan")
    assert (len(layar.daftar), layar.tombol[0]) == (8, "Lebih lama ›")
    layar = sari.tekan("Lebih lama ›")
    assert (len(layar.daftar), layar.tombol[0]) == (1, "‹ Lebih baru")
    dedi = kpmd(dunia, "Asep")
    assert "Kegiatan atau pelatihan apa?" in dedi.tulis(f"/{GIAT}_baru"), "a kader writes of themselves"
    dedi.tulis("batal")
    yatim = dedi.desa.kader.catat(None, SUKAMAJU, {"apa": "Ronda", "macam": "ikut", "tanggal": "2026-11-01"})
    assert "Kartu kadernya" not in dedi.tulis(f"/register {yatim}").tombol


# -- joining and leaving ----------------------------------------------------------------------------------------------


def test_invited_from_the_card_and_let_go_with_it(dunia: Dunia, sari: Obrolan) -> None:
    r = tambah(sari)
    sari.tulis(f"/kader_undang {r.nomor}")
    lama = _kode(sari.tekan("Buat undangan").teks)
    assert "Akun: undangannya menunggu, sampai Jum 27/11" in sari.tulis(f"/kader {r.nomor}")
    assert "tidak berlaku lagi" in sari.tekan("Undang")
    kode = _kode(sari.tekan("Buat undangan").teks)
    dedi = alamat(dunia.orang("Dedi", peran=None))
    assert "sudah ditarik lagi" in dedi.tulis(f"gabung {lama}")
    for teks in (f"gabung {kode}", "Dedi Kurnia", "gabung"):
        dedi.tulis(teks)
    assert dedi.layar.tombol == ["Catat kegiatan", "Menu"]
    menu = dedi.tulis("menu").tombol
    assert menu[0] == "Catat kegiatan"
    assert menu[-3:] == ["Tanya", "Kartu saya", "Data saya"]
    assert dedi.tekan("Kartu saya").tombol == ["Catat kegiatan", "Kegiatan", "Riwayat", "Semua kader"]
    assert "Ini bisa Anda baca" in dedi.tulis(f"/register_ubah {r.nomor} sk")
    assert "Kartu kader" in dedi.tulis("datasaya").tombol
    assert f"Kader: {r.nomor}, Sukamaju" in dedi.layar
    assert "sudah bergabung, atau tugasnya" in sari.tulis(f"/kader_undang {r.nomor}")
    sari.tulis(f"/register_keadaan {r.nomor} nonaktif")
    assert "Tugasnya di Kawan Desa berakhir hari ini" in sari.tulis("Pindah dari desa.")
    assert sari.layar.tombol[0] == "Kegiatan"
    assert "Tugas Anda sebagai KPMD di Sukamaju berakhir hari ini." in kabar(dedi)[-1]
    dunia.lewat(86_400)
    assert dedi.konteks.orang.peran == ("warga",)
    assert "Kartu kader" not in dedi.tulis("datasaya").tombol
    sari.tulis(f"/register_keadaan {r.nomor} aktif")
    assert "Undang" in sari.tulis("Berjalan lagi.").tombol


def test_a_draft_of_a_kader_is_in_their_menu(dunia: Dunia) -> None:
    dedi = kpmd(dunia)
    for teks in ("giat", "Posyandu", "menu"):
        dedi.tulis(teks)
    dedi.tulis("/tanya apa itu kpmd")
    assert dedi.terbuka or any(t.startswith("Lanjutkan") for t in dedi.tulis("menu").tombol)


def _kode(teks: str) -> str:
    cocok = re.search(r"gabung (u-\S+)", teks)
    assert cocok
    return cocok[1]


# -- of several villages ----------------------------------------------------------------------------------------------


def test_what_is_missing_most_stands_first_and_nobody_is_ranked(sari: Obrolan, rina: Obrolan) -> None:
    assert "Belum ada kader yang tercatat di 4 desa" in rina.tulis("/kader")
    r = tambah(sari)
    jalani(sari, r, "dilatih")
    tambah(sari, f"{KECAMATAN}.2017", bidang=["data", "perencanaan", "teknis", "layanan"], sk="1/2026")
    layar = rina.tulis("/kader")
    assert "2 kader (2 L, 0 P) di 2 dari 4 desa." in layar
    assert "Langkah: 2 baru." in layar
    assert "Tanpa kader ekonomi desa: Sukamaju, Sukamanah." in layar
    assert [(b.label, b.ket) for b in layar.pesan.daftar] == [
        ("Mayak", "belum ada kader"),
        ("Sukaraharja", "belum ada kader"),
        ("Sukamaju", "1 kader: 1 baru, 4 bidang belum ada, 1 tanpa SK, 1 siap naik"),
        ("Sukamanah", "1 kader: 1 baru, belum ada ekonomi desa, 1 belum dilatih"),
    ]
    assert rina.tekan("Siap naik (1)").pesan.daftar[0].ket == "Sukamaju, baru, siap ke belajar"
    rina.tekan("Dedi Kurnia")
    assert "Naik: Belajar" in rina.layar.tombol
    rina.tekan("Naik: Belajar")
    assert "Belum ada yang siap" in rina.tulis("/kader siap")
    layar = rina.tulis("/kader sukamaju")
    for kata in ("1 kader (1 L, 0 P): 1 belajar.", "Belum ada kader bidang data dan SID", "Nomor SK belum tercatat: 1"):
        assert kata in layar, kata
    assert layar.pesan.daftar[0].ket == "teknis, belajar, SK belum"
    assert "Setahun ini belum ikut pelatihan: 1" in rina.tulis("/kader sukamanah")
    jalani(sari, r, "ikut", 3)
    assert "Siap ke langkah berikutnya: 1 kader." in rina.tulis("/kader sukamaju")


def test_more_than_a_few_villages_without_one_kind_are_counted(rina: Obrolan) -> None:
    rina.desa.wilayah.kenalkan_desa(KECAMATAN)
    semua = [w.kode for w in rina.desa.wilayah.di_bawah([KECAMATAN])]
    for kode in semua[:9]:
        tambah(rina, kode)
    assert ", dan 3 lagi." in rina.tulis("/kader")
    assert "‹ Sebelumnya" in rina.tekan("Lainnya ›").tombol


def test_a_village_says_which_kinds_it_hopes_for(sari: Obrolan) -> None:
    tambah(sari)
    sari.tulis("/kader sukamaju")
    assert "Sekarang: data dan SID, perencanaan, teknis" in sari.tekan("Bidang yang diharap")
    for teks in ("teknis, stunting", "selesai"):
        sari.tulis(teks)
    assert "sudah dicatat" in sari.tulis("SK Kades")
    assert "Belum ada kader bidang pembangunan manusia." in sari.tekan("Kader desa ini")
    for teks in ("/bidang_kader_baru sukamaju", "teknis", "selesai", "Kesepakatan musdes"):
        sari.tulis(teks)
    assert "Belum ada kader bidang" not in sari.tulis("/kader sukamaju")
    assert sari.desa.register.jumlah("bidang_kader") == 1
    assert "Kesepakatan musdes" in sari.tulis("/bidang_kader").label


def test_who_has_left_is_found_and_the_engine_filters(sari: Obrolan) -> None:
    r = tambah(sari)
    sari.desa.register.ganti_keadaan(r, "nonaktif", "Pindah dari desa.")
    assert "Tidak ada kader yang sedang bertugas" in sari.tulis("/kader sukamaju")
    assert sari.tekan("Yang sudah selesai").daftar == ["Dedi Kurnia"]
    assert "Dedi Kurnia" in sari.tulis("/kader sukamaju +semua").label
    assert [b.data for b in sari.tulis("cari dedi").pesan.daftar] == [perintah(f"register {r.nomor}")]
    assert f"Kader {r.nomor}" in sari.tulis(f"kader {r.nomor}"), "also without a slash"
    assert f"Kader {r.nomor}" not in sari.tulis("kader posyandu datang"), "which is a report"


def test_wider_places_are_counted_by_their_parts(dunia: Dunia, sari: Obrolan) -> None:
    kab = koordinator(dunia, "Bu Kab", TAPM_KAB, KECAMATAN[:5])
    assert "Belum ada kader yang tercatat di sini." in kab.tulis("/kader")
    tambah(sari)
    layar = kab.tulis("/kader")
    assert "1 kader di 1 desa. Ketuk kecamatannya." in layar
    assert ("Kecamatan Cibeber", "1 kader di 1 desa") in [(b.label, b.ket) for b in layar.pesan.daftar]
    assert "Sukamaju" in kab.tekan("Kecamatan Cibeber").label
    admin = koordinator(dunia, "Admin", ADMIN, "0")
    for kode in ("11", "32"):
        admin.desa.wilayah.kenalkan(kode)
    assert "Kader di mana?" in admin.tulis("/kader")
    assert "1 kader di 1 desa. Ketuk kabupatennya." in admin.tulis("/kader 32")


def test_the_workbook_has_who_serves_what_they_did_and_what_is_missing(sari: Obrolan, rina: Obrolan) -> None:
    assert "Belum ada kader untuk diunduh" in sari.tulis("/kader xlsx")
    r = tambah(sari, nama="=Dedi")
    jalani(sari, r, "dilatih")
    for teks, desa in (("/kader xlsx", 4), ("/kader sukamaju xlsx", 1)):
        berkas = rina.tulis(teks).pesan.berkas
        assert berkas
        isi = dokumen.buat(berkas.resep, rina.desa, berkas.bahan, rina.dunia.hari_ini)
        buku = openpyxl.load_workbook(io.BytesIO(isi))
        assert buku.sheetnames == ["Kader desa", "Kegiatan kader", "Per desa", "Keterangan"]
        nama = [c.value for c in buku["Kader desa"][2]]
        assert "=Dedi" in nama
        assert all(c.data_type != "f" for baris in buku["Kader desa"].iter_rows() for c in baris)
        baris = {b[1]: b for b in buku["Per desa"].iter_rows(min_row=2, values_only=True)}
        assert len(baris) == desa
        assert baris["Sukamaju"][3:] == (
            1,
            1,
            0,
            "data dan SID, perencanaan, layanan sosial dasar, ekonomi desa",
            1,
            0,
            1,
            "1 baru",
        )
    luar = dokumen.buat("kader_xlsx", sari.desa, {"kode": MAYAK}, sari.dunia.hari_ini)
    buku = openpyxl.load_workbook(io.BytesIO(luar))
    assert "Mayak" not in [b[1] for b in buku["Per desa"].iter_rows(values_only=True)]
