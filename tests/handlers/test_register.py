"""Registers in chat: every field, every state, every list, and who may not."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import openpyxl
import pytest

from data.katalog.register import JenisRegister, KatalogRegister, muat_register
from data.lingkup import SEMUA_WILAYAH
from data.orang import ADMIN, CAMAT, KPMD, PD, OrangQ
from data.register import Register
from data.register import baca as modul_baca
from data.register.isi import Perubahan
from handlers import dokumen
from handlers.dialog.pesan import Tombol
from handlers.dialog.tombol import perintah
from handlers.register import kait as modul_kait
from handlers.register.baru import buat_baru
from handlers.register.bidang import pertanyaan, rincian, sebut, sebut_jejak, simpan
from handlers.register.daftar import buat_daftar
from handlers.register.hapus import MENIT
from handlers.register.kait import Kait
from handlers.register.kartu import sebut_perubahan
from handlers.register.saring import baca_saringan
from handlers.register.semua import MENURUT_KATALOG, RESEP_REGISTER
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Layar, Obrolan, tabel, tanya

SUKAMAJU, MAYAK, KECAMATAN = "32.03.03.2013", "32.03.03.2007", "32.03.03"
ASET = {"nama": "Mata air", "golongan": "alam"}


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def sari(dunia: Dunia) -> Obrolan:
    return dunia.orang("Bu Sari", desa=["2013", "2017"])


@pytest.fixture
def rina(dunia: Dunia) -> Obrolan:
    return koordinator(dunia, "Bu Rina")


def koordinator(dunia: Dunia, nama: str, peran: str = PD, kode: str = KECAMATAN) -> Obrolan:
    o = dunia.orang(nama, peran=peran, desa=())
    if kode != SEMUA_WILAYAH:
        o.desa.wilayah.kenalkan(kode)
    OrangQ(dunia.tx).tugaskan(o.id, peran, kode, dunia.hari_ini, disahkan=True)
    return o


def tambah(o: Obrolan, jenis: str = "aset", di: str = SUKAMAJU, **isi: Any) -> str:
    return o.desa.register.tambah(jenis, di, (ASET if jenis == "aset" else {}) | isi)


def jenis(kode: str) -> JenisRegister:
    return muat_register().menurut_kode(kode)


# -- the whole catalogue ----------------------------------------------------------------------------------------------


def test_every_register_has_its_conversations_and_no_other() -> None:
    umum = [j for j in muat_register().semua if not j.khusus]
    assert {r.nama for r in MENURUT_KATALOG} == {n for j in umum for n in (j.kode, f"{j.kode}_baru")}
    for resep in RESEP_REGISTER:
        assert TABEL[resep.nama].help == resep.help
        assert not resep.menu, "menus stay short"


@pytest.mark.parametrize("j", [j for j in muat_register().semua if not j.khusus], ids=lambda j: j.kode)
def test_every_register_takes_and_gives_back_every_kind_of_answer(sari: Obrolan, j: JenisRegister) -> None:
    """Filled to the brim by typing, changed field by field, moved through every state, and in the workbook."""
    isi = {"teks": "Uji 123", "angka": "12", "uang": "3 juta", "tanggal": "kemarin", "ya": "ya"}
    sari.tulis(f"/{j.kode}_baru sukamaju")
    for b in j.bidang:
        if b.wajib:
            sari.tulis(b.pilihan[0].nama if b.pilihan else isi[b.jenis])
    if "Bagaimana keadaannya" in sari.layar:
        sari.tulis(j.keadaan[0].nama)
    for b in j.bidang:
        if b.wajib:
            continue
        sari.tekan(f"+ {b.label}")
        if b.jenis == "foto":
            sari.foto(2)
            sari.tulis("selesai")
        elif b.jenis == "banyak":
            sari.tulis(f"{b.pilihan[0].nama}, {b.pilihan[1].nama}")
            sari.tulis("selesai")
        else:
            sari.tulis(b.pilihan[0].nama if b.pilihan else isi[b.jenis])
    layar = sari.tekan("Simpan")
    assert "Tersimpan." in layar
    (r,) = sari.desa.register.daftar(j.kode)
    assert {b.kunci for b in j.bidang if b.jenis != "foto"} == set(r.isi)
    assert all(b.label in layar for b in j.bidang if b.kunci not in (j.judul,))
    for k in (*j.keadaan[1:], j.keadaan[0]):
        sari.tulis(f"/register_keadaan {r.nomor} {k.kode}")
        if "alasan" in sari.layar.teks:
            sari.tulis("Uji coba saja.")
        assert f"Keadaan: {k.nama.lower()}" in sari.layar
    for b in j.bidang:
        sari.tulis(f"/register_ubah {r.nomor} {b.kunci}")
        if sari.terbuka and not b.wajib and b.jenis != "foto":
            assert "Kosongkan" in sari.layar.tombol
        sari.tulis("batal")
    assert all(str(n) in sari.tulis(f"/register {r.nomor} riwayat").teks for n in ("dicatat", "keadaan:"))


# -- adding -----------------------------------------------------------------------------------------------------------


def test_only_what_is_obligatory_is_asked(sari: Obrolan) -> None:
    layar = [sari.tulis(t) for t in ("/aset_baru sukamaju", "Mata air", "alam", "dipakai", "simpan")]
    assert "Tersimpan." in layar[-1]
    assert len(layar) == 5


def test_where_there_is_one_village_it_is_not_asked(dunia: Dunia) -> None:
    satu = dunia.orang("Pak Budi", desa=["2007"])
    assert "Aset apa?" in satu.tulis("tambah aset")
    for teks in ("Embung", "alam", "dipakai"):
        satu.tulis(teks)
    assert "Desa Mayak" in satu.tekan("Simpan")
    assert satu.tulis("/aset +saring").tombol == ["Semua keadaan"]


def test_a_place_that_is_not_theirs_is_asked_for(sari: Obrolan) -> None:
    for teks in ("/aset_baru mayak", "/aset_baru 32.03.03.2007", "/aset_baru entah", "/aset_baru"):
        assert sari.tulis(teks).tombol[:2] == ["Sukamaju", "Sukamanah"], teks
        sari.tulis("batal")


def test_a_kecamatan_only_where_the_register_is_of_several_villages(rina: Obrolan, sari: Obrolan) -> None:
    assert "Kecamatan Cibeber" in rina.tulis("/kawasan_baru").label
    rina.tulis("batal")
    assert "Kecamatan Cibeber" not in rina.tulis("/aset_baru").label
    assert "Kecamatan Cibeber" not in sari.tulis("/kawasan_baru").label


def test_without_a_village_one_is_told_what_to_do(dunia: Dunia) -> None:
    baru = koordinator(dunia, "Pak Baru", kode="11.01.01")
    assert "desa dampingan" in baru.tulis("/aset_baru")
    assert baru.tulis("/aset").tombol == ["Semua register"]


def test_the_same_name_is_pointed_at_and_no_more(sari: Obrolan) -> None:
    nomor = tambah(sari)
    for teks in ("/aset_baru sukamaju", "mata  AIR", "alam", "dipakai"):
        sari.tulis(teks)
    assert f"Sudah ada {nomor}" in sari.layar
    assert "Tersimpan." in sari.tekan("Simpan")
    for teks in ("/aset_baru sukamanah", "Mata air", "alam", "dipakai"):
        sari.tulis(teks)
    assert "Sudah ada" not in sari.layar


def test_pictures_sent_to_the_summary_are_kept(sari: Obrolan) -> None:
    for teks in ("/aset_baru sukamaju", "Mata air", "alam", "dipakai"):
        sari.tulis(teks)
    sari.foto(2)
    sari.tulis("selesai")
    assert "Foto: 2" in sari.layar
    layar = sari.tekan("Simpan")
    assert len(layar.pesan.foto) == 2
    (r,) = sari.desa.register.daftar("aset")
    assert len(sari.desa.register.foto(r)) == 2


# -- changing ---------------------------------------------------------------------------------------------------------


def test_two_taps_and_an_answer(sari: Obrolan) -> None:
    nomor = tambah(sari)
    sari.tulis(f"/register {nomor}")
    sari.tekan("Ubah / lengkapi")
    sari.tekan("Lokasi")
    assert "Lokasi: Dusun 2" in sari.tulis("Dusun 2")
    sari.tulis(f"register_ubah {nomor} lokasi")
    assert "Sekarang: Dusun 2" in sari.layar
    assert "memang sudah begitu" in sari.tulis("Dusun 2")
    sari.tulis(f"/register_ubah {nomor} lokasi")
    assert "Lokasi:" not in sari.tekan("Kosongkan")
    assert "Lokasi: Dusun 2 → kosong" in sari.tulis(f"/register {nomor} riwayat")
    sari.tulis(f"/register_ubah {nomor} nama")
    assert "Kosongkan" not in sari.layar.tombol


def test_pictures_are_added_once(sari: Obrolan) -> None:
    nomor = tambah(sari)
    sari.tulis(f"/register_ubah {nomor} foto")
    sari.foto()
    assert "1 foto ditambahkan." in sari.tulis("selesai")
    sari.nomor_foto = 0
    sari.tulis(f"/register_ubah {nomor}")
    assert any(b.label == "Foto" and b.ket == "1 foto" for b in sari.layar.pesan.daftar)
    sari.tekan("Foto")
    sari.foto()
    assert "Foto itu sudah ada." in sari.tulis("selesai")
    assert "menambah 1 foto" in sari.tulis(f"/register {nomor} riwayat")


def test_a_number_that_is_not_there_or_not_theirs(sari: Obrolan, dunia: Dunia) -> None:
    nomor = tambah(sari)
    budi, camat = dunia.orang("Pak Budi", desa=["2007"]), koordinator(dunia, "Pak Camat", CAMAT)
    for kata in ("register", "register_ubah", "register_keadaan", "register_hapus", "register_pulihkan", "aset"):
        for o, satu in ((budi, nomor), (sari, "AL-2611-0099")):
            assert f"{satu} belum ada dalam daftar Anda." in o.tulis(f"/{kata} {satu}"), kata
    for kata in ("register_ubah", "register_keadaan", "register_hapus"):
        layar = camat.tulis(f"/{kata} {nomor}")
        assert "yang mengubahnya pendamping desa itu" in layar
        assert layar.tombol == ["Riwayat", "Semua aset"]
    assert camat.tulis(f"/register {nomor} dipakai").tombol == ["Riwayat", "Semua aset"]
    assert sari.desa.register.daftar("aset")[0].keadaan == "terpetakan"
    assert "Masih" not in camat.tulis(f"/register_pulihkan {nomor}")
    for kata in ("register_ubah", "register_keadaan", "register_hapus"):
        assert "Nomor berapa" in sari.tulis(f"/{kata} aset itu")
        assert f"{nomor}" in sari.tulis(f"#{nomor.lower()}").teks or sari.terbuka
        sari.tulis("batal")
    assert "Nomor berapa" in sari.tulis("/register_pulihkan")


def test_what_somebody_else_changed_meanwhile_is_said(sari: Obrolan, rina: Obrolan) -> None:
    nomor = tambah(sari)
    lama = sari.tulis(f"/register {nomor}")
    rina.tulis(f"/register {nomor} direncanakan")
    assert "Sudah tercatat: rencana dipakai." in sari.tekan("Rencana dipakai", layar=lama)
    assert "Sudah tercatat: rencana dipakai." in sari.tulis(f"/register_keadaan {nomor} direncanakan")


# -- states -----------------------------------------------------------------------------------------------------------


def test_closed_and_opened_with_a_reason(sari: Obrolan) -> None:
    nomor = tambah(sari)
    sari.tulis(f"/register {nomor} hilang")
    assert "Keadaan: baru terpetakan" in sari.layar, "a reason is asked for that, by its button"
    sari.tulis(f"/register_keadaan {nomor}")
    sari.tulis("sudah tidak ada")
    assert "(“Rusak.”)" in sari.tekan("Rusak.")
    assert sari.layar.tombol[0] == "Buka lagi"
    sari.tulis(f"/register {nomor} dipakai")
    assert "Keadaan: sudah tidak ada" in sari.layar
    sari.tulis(f"/register_keadaan {nomor} dipakai")
    assert "Dibuka lagi. Apa alasannya?" in sari.layar
    assert "Keadaan: sudah dipakai" in sari.tulis("Sudah diperbaiki warga.")
    assert "“Sudah diperbaiki warga.”" in sari.tulis(f"/register {nomor} riwayat")


@pytest.fixture
def ketat(monkeypatch: pytest.MonkeyPatch) -> JenisRegister:
    """Assets as a register with rules: one a village, and no use without a manager and a picture."""
    asli = jenis("aset")
    dipakai = msgspec.structs.replace(asli.keadaan[2], perlu=("pengelola", "foto"))
    satu = msgspec.structs.replace(asli, tunggal=True, keadaan=(asli.keadaan[0], dipakai, asli.keadaan[4]))
    monkeypatch.setattr(modul_baca, "muat_register", lambda: KatalogRegister((satu,)))
    return satu


def ketat_sari(ketat: JenisRegister) -> Obrolan:
    lain = {r.nama: r for r in RESEP_REGISTER} | {"aset": buat_daftar(ketat), "aset_baru": buat_baru(ketat)}
    return Dunia(tabel(*lain.values())).orang("Bu Sari", desa=["2013"])


def test_a_state_asks_for_what_it_needs(ketat: JenisRegister) -> None:
    sari = ketat_sari(ketat)
    nomor = tambah(sari)
    sari.tulis(f"/register {nomor} dipakai")
    assert "Keadaan: baru terpetakan" in sari.layar
    sari.tekan("Sudah dipakai")
    assert "Siapa yang mengelola?" in sari.layar
    sari.tulis("Pokdarwis")
    sari.foto()
    layar = sari.tulis("selesai")
    assert "Keadaan: sudah dipakai" in layar
    assert "Pengelola: Pokdarwis" in layar
    assert "Foto: 1" in layar


def test_a_village_has_one(ketat: JenisRegister) -> None:
    sari = ketat_sari(ketat)
    for teks in ("/aset_baru", "Mata air", "alam", "simpan"):
        sari.tulis(teks)
    (r,) = sari.desa.register.daftar("aset")
    assert r.keadaan == "terpetakan", "the only one it can begin in is not asked"
    assert "Desa Sukamaju sudah punya" in sari.tulis("/aset_baru")
    sari.tulis(f"/register_keadaan {r.nomor} hilang")
    sari.tulis("Longsor.")
    kedua = tambah(sari)
    sari.tulis(f"/register_keadaan {r.nomor} terpetakan")
    layar = sari.tulis("Dibuka lagi saja.")
    assert kedua in layar.pesan.judul
    assert "masih terbuka" in layar
    for teks in (f"/register_hapus {kedua}", "hapus", f"/register_keadaan {r.nomor} terpetakan", "Dibuka lagi saja."):
        sari.tulis(teks)
    layar = sari.tulis(f"/register_pulihkan {kedua}")
    assert f"jadi {kedua} tidak dikembalikan" in layar


# -- gone and back ----------------------------------------------------------------------------------------------------


def test_deleted_for_ten_minutes(sari: Obrolan, dunia: Dunia) -> None:
    nomor = tambah(sari)
    sari.tulis(f"/register_hapus {nomor}")
    assert "tetap ada" in sari.tulis("jangan")
    sari.tulis(f"register_hapus {nomor}")
    assert f"{MENIT} menit" in sari.tulis("hapus")
    dunia.lewat(MENIT * 60 + 1)
    assert "lebih dari 10 menit" in sari.tekan("Kembalikan")


def test_the_words_for_entries_do_as_well(sari: Obrolan) -> None:
    nomor = tambah(sari)
    assert "Di mana letaknya?" in sari.tulis(f"/ubah {nomor} lokasi")
    sari.tulis("Dusun 1")
    assert "Di mana letaknya?" in sari.tulis(f"ubah #{nomor.lower()} lokasi")
    sari.tulis("batal")
    assert f"Hapus {nomor}?" in sari.tulis(f"hapus {nomor}")
    sari.tulis("hapus")
    assert "Sudah kembali." in sari.tulis(f"pulihkan {nomor}")
    assert "Musdes M-2611-0003 belum" in sari.tulis("/hapus M-2611-0003 AL-2611-0001")


def test_its_writer_is_told(sari: Obrolan, rina: Obrolan, dunia: Dunia) -> None:
    OrangQ(dunia.tx).pasang_alamat(sari.id, "uji", "Bu Sari", dunia.kini)
    nomor = tambah(sari)
    rina.tulis(f"/register_hapus {nomor}")
    rina.tulis("hapus")
    (row,) = dunia.tx.all("SELECT isi FROM outbox WHERE tujuan = 'Bu Sari'")
    assert f"Bu Rina menghapus {nomor}" in row["isi"]


# -- lists ------------------------------------------------------------------------------------------------------------


def test_pages_and_filters(sari: Obrolan, rina: Obrolan) -> None:
    for n in range(10):
        tambah(sari, nama=f"Aset {n}", di=SUKAMAJU if n < 9 else "32.03.03.2017")
    nomor = tambah(rina, di=MAYAK, nama="Embung")
    rina.tulis(f"/register_keadaan {nomor} hilang")
    rina.tulis("Longsor.")
    layar = rina.tulis("aset")
    assert len(layar.daftar) == 8
    assert "10 aset yang masih terbuka; 1 sudah ditutup." in layar
    assert "Belum ada di Sukaraharja." in layar
    assert rina.tekan("Lainnya ›").daftar == ["Aset 1", "Aset 0"]
    assert len(rina.tekan("‹ Sebelumnya").daftar) == 8
    assert len(rina.tulis("/aset h99").daftar) == 2
    rina.tekan("Saring")
    assert {b.label: b.ket for b in rina.layar.pesan.daftar} == {
        "Baru terpetakan": "10 aset", "Sudah tidak ada": "1 aset",
    }  # fmt: skip
    saring = rina.layar
    assert "1 aset sudah tidak ada" in rina.tekan("Sudah tidak ada")
    assert "1 aset sudah ditutup" in rina.tekan("Yang sudah ditutup", layar=saring)
    assert "11 aset tercatat, juga yang sudah ditutup" in rina.tekan("Semua keadaan", layar=saring)
    assert "Desa Mayak" in rina.tekan("Pilih desa", layar=saring).daftar
    layar = rina.tekan("Desa Mayak")
    assert "Tidak ada aset yang masih terbuka; 1 sudah ditutup." in layar
    assert "Ketuk" not in layar
    assert "Semua desa" in rina.tekan("Saring").tombol
    assert len(rina.tekan("Semua desa").daftar) == 8
    assert "Aset lokal, Kecamatan Cibeber" in rina.tulis("/aset cibeber")
    assert rina.layar.pesan.daftar[0].ket == "Sukamanah, baru terpetakan"
    assert "Belum ada aset yang rencana dipakai di sini." in rina.tulis("/aset +direncanakan")
    assert rina.tulis("/aset suka").daftar == ["Desa Sukaraharja", "Desa Sukamaju", "Desa Sukamanah"]


def test_a_village_without_any_among_many(dunia: Dunia) -> None:
    prov = koordinator(dunia, "Bu Prov", "tapm_prov", "32")
    for n in range(2001, 2011):
        prov.desa.wilayah.kenalkan(f"32.03.09.{n}")
    prov.desa.register.tambah("aset", SUKAMAJU, ASET)
    layar = prov.tulis("aset")
    assert re.search(r"Belum ada di (\w+, ){5}[\w ]+, dan 7 desa lagi\.", layar.teks), layar.teks
    assert "Belum ada di" not in prov.tulis("/kawasan")


def test_a_term_that_runs_out(sari: Obrolan) -> None:
    isi = {"tentang": "Sewa kios", "macam": "pihak_ketiga", "pihak": "PT Teh"}
    for hari in ("2026-11-20", "2026-11-25", "2026-11-17", None):
        tambah(sari, "kerja_sama", **isi, berakhir=hari)
    ket = [b.ket for b in sari.tulis("kerja sama").pesan.daftar]
    assert [k.split(", ")[2:] for k in ket] == [["lewat 3 hari"], ["hari ini"], ["5 hari lagi"], []]
    assert "Berakhir: Selasa, 17 November 2026 (lewat 3 hari)" in sari.tulis("/register KS-2611-0003")
    sari.tulis("/register_keadaan KS-2611-0003 berakhir")
    assert "(lewat" not in sari.tulis("Selesai masanya.")
    tambah(sari, "sinergi", program="P1", mitra="M", mulai="2026-11-02")
    tambah(sari, "sinergi", program="P2", mitra="M", mulai="2024-11-02")
    assert [b.ket.split(", ")[-1] for b in sari.tulis("sinergi").pesan.daftar] == ["Sen 2/11", "02/11/2024"]


def test_a_cadre_sees_what_is_theirs(dunia: Dunia, sari: Obrolan) -> None:
    lilis = dunia.orang("Kader Lilis", peran=KPMD, desa=["2013"])
    tambah(sari)
    assert "Belum ada aset" in lilis.tulis("/aset")
    nomor = sari.desa.register.tambah("aset", SUKAMAJU, ASET | {"nama": "Punya Lilis"}, milik=lilis.id)
    assert lilis.tulis("/aset").daftar == ["Punya Lilis"]
    assert lilis.tulis(f"/register {nomor}").tombol == ["Riwayat", "Semua aset"]


def test_the_hub_shows_what_there_is(sari: Obrolan) -> None:
    assert "Unduh XLSX semua" not in sari.tulis("register").tombol
    assert "Belum ada isinya" in sari.tulis("/register xlsx")
    tambah(sari)
    tambah(sari, di="32.03.03.2017")
    nomor = tambah(sari, "sinergi", program="P1", mitra="M")
    sari.tulis(f"/register_keadaan {nomor} selesai")
    sari.tulis("Tuntas semua.")
    ket = {b.label: b.ket for b in sari.tulis("buku register").pesan.daftar}
    assert (ket["Aset lokal"], ket["Sinergi program"]) == ("2 tercatat di 2 tempat", "1 sudah ditutup")
    assert ket["Kerja sama"] == "belum ada"
    assert "2 aset tercatat" in sari.tulis("/register aset")
    assert "1 aset tercatat" in sari.tulis("/register aset sukamaju")
    assert sari.tulis("/register entah").pesan.judul == "Register desa"


def test_a_register_with_conversations_of_its_own(monkeypatch: pytest.MonkeyPatch, sari: Obrolan) -> None:
    """The hub leads to its own command, and its things are opened and changed by their number."""
    nomor = tambah(sari)
    khusus = KatalogRegister((msgspec.structs.replace(jenis("aset"), khusus=True),))
    for modul in ("handlers.register.register", "handlers.register.semua"):
        monkeypatch.setattr(f"{modul}.muat_register", lambda: khusus)
    assert sari.tulis("/register aset").pesan.judul == "Register desa"
    assert sari.layar.pesan.daftar[0].data == perintah("aset")
    assert "Keadaan: sudah dipakai" in sari.tulis(f"/register {nomor} dipakai")


def test_history_by_page(sari: Obrolan) -> None:
    nomor = tambah(sari)
    for n in range(9):
        sari.tulis(f"/register {nomor} {'direncanakan' if n % 2 else 'dipakai'}")
    assert len(sari.tulis(f"/register {nomor} riwayat").pesan.teks.splitlines()) == 8
    assert "dicatat" in sari.tekan("Lebih lama ›")
    assert "dicatat" not in sari.tekan("‹ Lebih baru")
    assert "sudah habis" in sari.tulis(f"/register {nomor} riwayat h9")
    assert "Mata air" in sari.tekan("Lihat kartu")


def test_words_behind_the_command() -> None:
    j = jenis("aset")
    for teks, harap in (
        ("", ("", "", 1)), ("sukamaju", ("sukamaju", "", 1)), ("32.03.03.2013 +dipakai h2", ("32.03.03.2013", "dipakai", 2)),
        ("suka maju XLSX", ("suka maju", "xlsx", 1)), ("+entah", ("", "", 1)), ("32.03 +saring excel", ("32.03", "saring", 1)),
    ):  # fmt: skip
        s = baca_saringan(teks, j)
        assert (s.tempat, s.apa, s.halaman) == harap, teks


# -- workbook ---------------------------------------------------------------------------------------------------------


def buku(o: Obrolan, layar: Layar) -> Any:
    berkas = layar.pesan.berkas
    assert berkas
    isi = dokumen.buat(berkas.resep, o.desa, berkas.bahan, o.dunia.hari_ini)
    return openpyxl.load_workbook(io.BytesIO(isi))


def test_one_register_or_all_in_scope(sari: Obrolan, rina: Obrolan) -> None:
    tambah(sari, manfaat="=1+1", pemilik="adat")
    tambah(sari, "sinergi", program="P", mitra="M", nilai=3_000_000, sektor=["ekonomi", "keamanan"], mulai="2026-11-02")
    for _ in range(2):
        tambah(rina, di=MAYAK)
    b = buku(sari, sari.tulis("/aset xlsx"))
    assert b.sheetnames == ["Aset lokal", "Keterangan"]
    kepala, isi = [[c.value for c in baris] for baris in b["Aset lokal"].iter_rows()]
    satu = dict(zip(kepala, isi, strict=True))
    assert (satu["Nomor"], satu["Tempat"], satu["Kecamatan"]) == ("AL-2611-0001", "Sukamaju", "Cibeber")
    assert (satu["Manfaat"], satu["Pemilik"], satu["Keadaan"]) == ("=1+1", "Adat atau ulayat", "baru terpetakan")
    assert (satu["Masih terbuka"], satu["Dicatat oleh"]) == ("Ya", "Bu Sari")
    semua = buku(rina, rina.tulis("/register excel"))
    assert semua.sheetnames == ["Sinergi program", "Aset lokal", "Keterangan"]
    assert semua["Aset lokal"].max_row == 4
    kepala, isi = [[c.value for c in baris] for baris in semua["Sinergi program"].iter_rows()]
    satu = dict(zip(kepala, isi, strict=True))
    assert (satu["Nilai dari mitra"], satu["Sektor"]) == (3_000_000, "Ekonomi dan usaha, Keamanan")
    assert satu["Mulai"].isoformat() == "2026-11-02T00:00:00"
    assert "Foto" not in kepala
    assert buku(rina, rina.tulis("/aset mayak xlsx"))["Aset lokal"].max_row == 3


def test_a_place_that_nobody_knows_any_more(dunia: Dunia, sari: Obrolan) -> None:
    nomor = tambah(sari)
    admin = koordinator(dunia, "Pak Admin", ADMIN, SEMUA_WILAYAH)
    dunia.tx.run("UPDATE register SET desa = '99.99.99.2001', keadaan = 'dulu_sekali' WHERE nomor = ?", (nomor,))
    sari_lihat = sari.tulis(f"/register {nomor}")
    assert "99.99.99.2001" in sari_lihat
    assert "Keadaan: dulu sekali" in sari_lihat
    assert "dulu sekali" in sari.tulis("/aset").pesan.daftar[0].ket
    baris = list(buku(admin, admin.tulis("/aset xlsx"))["Aset lokal"].iter_rows(values_only=True))
    assert baris[1][:4] == (nomor, "99.99.99.2001", None, None)


# -- hooks ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def kait() -> Iterator[list[str]]:
    """Assets with a line, a button and a say of their own."""
    didengar: list[str] = []

    def sesudah(r: Register, apa: str, d: Any, desa: Any) -> str:
        didengar.append(apa)
        return f"Kata kait {apa}."

    modul_kait.KAIT["aset"] = Kait(
        baris=lambda r, d, desa: ("Baris kait",),
        tombol=lambda r, d, desa: (Tombol("Tombol kait", perintah("menu")),),
        sesudah=sesudah,
    )
    yield didengar
    del modul_kait.KAIT["aset"]


def test_a_register_adds_its_own(sari: Obrolan, kait: list[str]) -> None:
    for teks in ("/aset_baru sukamaju", "Mata air", "alam", "dipakai", "simpan"):
        sari.tulis(teks)
    assert "Tersimpan. Kata kait tambah." in sari.layar
    assert "Baris kait" in sari.layar
    assert sari.layar.tombol[0] == "Tombol kait"
    nomor = sari.layar.pesan.judul.split()[-1]
    for teks in (f"/register_ubah {nomor} lokasi", "Dusun 1", f"/register {nomor} terbengkalai"):
        sari.tulis(teks)
    assert "Tombol kait" not in sari.tulis(f"/register {nomor} lainnya").tombol
    sari.tulis(f"/register_hapus {nomor}")
    assert "Kata kait hapus." in sari.tulis("hapus")
    sari.tekan("Kembalikan")
    assert kait == ["tambah", "ubah", "keadaan", "hapus", "pulihkan"]


# -- fields in words --------------------------------------------------------------------------------------------------


def test_a_field_of_ya_or_tidak() -> None:
    """None of the registers has one yet."""
    b = msgspec.structs.replace(jenis("aset").bidang[2], jenis="ya", tanya="Sudah dipakai?")
    assert tanya(pertanyaan(b)).membaca("ya") is True
    assert [sebut(b, n) for n in (True, False, None)] == ["ya", "tidak", ""]
    assert simpan(True) is True
    polos = msgspec.structs.replace(b, jenis="teks", petunjuk="", batas=None)
    assert tanya(pertanyaan(polos)).membaca("Dusun 1") == "Dusun 1"


def test_an_option_that_is_gone_keeps_its_code() -> None:
    b = jenis("aset").bidang[1]
    assert sebut(b, "emas") == "emas"
    assert rincian(jenis("aset"), {"golongan": "emas"}) == ["Golongan: emas"]
    assert sebut_jejak(b, None) == "kosong"
    assert sebut_jejak(jenis("sinergi").bidang[2], "ekonomi, dulu") == "Ekonomi dan usaha, dulu"
    assert sebut_jejak(jenis("sinergi").bidang[5], "3000000") == "Rp3.000.000"


def test_a_trail_whose_words_were_erased() -> None:
    def satu(apa: str, kolom: str | None = None, alasan: str | None = None) -> str:
        return sebut_perubahan(Perubahan(0, "Bu Sari", apa, kolom, None, None, alasan), jenis("aset"))

    assert satu("ubah", "nama") == "Nama aset diubah"
    assert satu("ubah", "dulu") == satu("ubah", "milik") == satu("entah") == "diubah"
    assert satu("tandai", "keadaan") == "keadaan: … → …"
    assert satu("foto") == "menambah beberapa foto"
    assert satu("hapus", alasan="Salah catat") == "dihapus (“Salah catat”)"


# -- what cannot be so ------------------------------------------------------------------------------------------------


def test_more_women_than_members_and_an_end_before_the_beginning_are_said(sari: Obrolan) -> None:
    for teks in ("/lembaga_baru sukamaju", "PKK", "pkk", "aktif", "+ anggota aktif", "3", "+ di antaranya perempuan"):
        sari.tulis(teks)
    salah = "⚠ Di antaranya perempuan lebih banyak dari Anggota aktif. Boleh dicek lagi?"
    assert salah in sari.tulis("50")
    assert salah in sari.tulis("simpan")
    nomor = sari.desa.register.daftar("lembaga")[0].nomor
    sari.tulis(f"/register_ubah {nomor} perempuan")
    assert "⚠" not in sari.tulis("3")
    isi = {"tentang": "Sampah", "macam": "antardesa", "pihak": "Mayak", "mulai": "2026-05-01", "berakhir": "2026-01-01"}
    nomor = sari.desa.register.tambah("kerja_sama", SUKAMAJU, isi)
    assert "⚠ Berakhir sebelum Mulai. Boleh dicek lagi?" in sari.tulis(f"/register {nomor}")


def test_who_only_reads_is_offered_nothing_to_add(dunia: Dunia, sari: Obrolan) -> None:
    assert "Tambah" in sari.tulis("/aset").tombol
    lilis = dunia.orang("Lilis", peran=None)
    OrangQ(dunia.tx).tugaskan(lilis.id, KPMD, SUKAMAJU, dunia.hari_ini, disahkan=True)
    assert "Tambah" not in lilis.tulis("/aset").tombol
