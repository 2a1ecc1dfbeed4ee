"""What earlier musyawarah left goes on here; a record goes away and comes back; the evening becomes an entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.keputusan import IsiKeputusan, Keputusan
from data.musdes.musdes import Mulai, Musdes
from data.orang import CAMAT, PD, PLD
from handlers.dialog.tombol import tulis
from handlers.kertas.naskah import naskah
from handlers.kertas.susun import susun_risalah
from tests.handlers.dialog.obrolan import KECAMATAN, MENIT, Dunia, Obrolan
from tests.handlers.tim_dunia import ISI, SUKAMAJU, kabar, orang, tugaskan

MAYAK = f"{KECAMATAN}.2007"


@pytest.fixture
def sari(d: Dunia) -> Obrolan:
    return orang(d, "Bu Sari", PLD, SUKAMAJU, MAYAK)


def buat(o: Obrolan, jenis: str = "rkp", *desa: str, tanggal: str = "2026-11-20", selesai: str | None = None) -> Musdes:
    return ambil(o, o.desa.musdes.mulai(Mulai(jenis, desa or (SUKAMAJU,), tanggal, "19:00", selesai, "Balai desa")))


def ambil(o: Obrolan, nomor: str) -> Musdes:
    m = o.desa.musdes.ambil(nomor)
    assert m
    return m


def putuskan(o: Obrolan, m: Musdes, *isi: str, usulan: bool = False, tenggat: str | None = None) -> list[str]:
    semua = [IsiKeputusan(i, "mufakat", pj="TPK", tenggat=tenggat, anggaran=5_000_000, usulan=usulan) for i in isi]
    return [o.desa.keputusan.tambah(m.id, satu) for satu in semua]


def putusan(o: Obrolan, nomor: str) -> Keputusan:
    k = o.desa.keputusan.ambil(nomor)
    assert k
    return k


# -- carried over -----------------------------------------------------------------------------------------------------


def test_an_agenda_that_was_brought_brings_the_decision_itself(sari: Obrolan) -> None:
    satu, dua, tiga, empat = putuskan(
        sari, buat(sari, tanggal="2025-11-20"), "Rabat beton", "Drainase", "Posko", "Paving", tenggat="2026-03-01"
    )
    m = buat(sari)
    sari.tulis(f"/musdes_agenda {m.nomor}")
    sari.tekan("Bawa 4 yang lalu")
    assert sari.layar.tombol == ["Keputusan lama (4)", "Catat langsung", "Ke kartunya"]
    sari.tulis(f"/musdes_keputusan {m.nomor}")
    assert "4 keputusan lama masih terbuka:\n1. P-2611-0001 Rabat beton" in sari.layar
    sari.tulis("bawa 1; selesai 2 dan 3")
    assert "P-2611-0001 Rabat beton: dibawa ke sini" in sari.layar
    assert sari.desa.keputusan.dari_musdes(m.id) == [], "nothing before it was confirmed"
    sari.tulis("simpan")
    assert "Keputusan lama tersimpan: 1 dibawa ke sini, 2 selesai. Lanjut ke keputusan baru." in sari.layar
    (baru,) = sari.desa.keputusan.dari_musdes(m.id)
    agenda = {a.id: a.judul for a in sari.desa.musdes.agenda(m)}
    assert (baru.isi, baru.pj, baru.anggaran, baru.cara, baru.tenggat) == ("Rabat beton", "TPK", 5_000_000, "", None)
    assert agenda[baru.agenda_id or 0] == f"Tindak lanjut {satu}: Rabat beton"
    lama = putusan(sari, satu)
    assert (lama.status, lama.alasan) == ("dibawa", f"Dibawa ke {baru.nomor}.")
    assert baru.dari == lama.id
    assert "Status: dibawa ke P-2611-0005" in sari.tulis(f"/putusan {satu}")
    assert [putusan(sari, n).status for n in (dua, tiga, empat)] == ["selesai", "selesai", "baru"]
    assert putusan(sari, dua).alasan == f"Disebut di {m.nomor}."
    assert "Keputusan lama (1)" in sari.tulis(f"/musdes {m.nomor}").tombol


def test_the_rest_is_asked_when_wanted_and_never_doubled(sari: Obrolan) -> None:
    (satu,) = putuskan(sari, buat(sari, tanggal="2026-01-20"), "Rabat beton", tenggat="2026-12-01")
    m = buat(sari)
    sari.tulis(f"/musdes_keputusan {m.nomor}")
    assert sari.layar.tombol == ["Dibawa ke sini", "Selesai", "Tidak jadi", "Lewati"]
    lama = sari.layar
    sari.tulis("lewati")
    assert "Apa yang diputuskan?" in sari.layar
    for teks in ("Baru sekali", "simpan"):
        sari.tulis(teks)
    sari.tulis(f"/musdes_keputusan {m.nomor}")
    assert "Apa yang diputuskan?" in sari.layar, "asked once"
    sari.tulis("batal")
    sari.tulis(f"/musdes_lama {m.nomor}")
    sari.tulis("bawa")
    sari.tulis("simpan")
    sari.tekan("Dibawa ke sini", layar=lama)
    sari.tulis(f"/musdes_lama {m.nomor}")
    assert "Tidak ada keputusan atau usulan lama yang menunggu." in sari.layar
    semua = sari.desa.keputusan.dari_musdes(m.id)
    assert [(k.isi, k.tenggat) for k in semua] == [("Baru sekali", None), ("Rabat beton", "2026-12-01")]
    assert putusan(sari, satu).status == "dibawa"


def test_proposals_are_offered_at_the_musrenbang(sari: Obrolan) -> None:
    putuskan(sari, buat(sari, "musdus", tanggal="2026-05-01"), "Jalan setapak", usulan=True)
    lama = buat(sari, "musrenbang", tanggal="2025-12-01")
    semua = putuskan(sari, lama, "Rehab posyandu", "Paving", usulan=True)
    putuskan(sari, buat(sari, "musrenbang", tanggal="2026-11-28"), "Yang nanti", usulan=True)
    m = buat(sari, "musrenbang")
    assert "Usulan lama (3)" in sari.tulis(f"/musdes {m.nomor}").tombol
    sari.tulis(f"/musdes_agenda {m.nomor}")
    assert sari.layar.tombol == [], "proposals are no agenda"
    sari.tulis("batal")
    sari.tulis(f"/musdes_lama {m.nomor}")
    assert "3 usulan lama belum didanai:" in sari.layar
    sari.tekan("Bawa semua")
    sari.tekan("Simpan")
    assert [(k.isi, k.usulan) for k in sari.desa.keputusan.dari_musdes(m.id)] == [
        ("Rehab posyandu", True), ("Paving", True), ("Jalan setapak", True),
    ]  # fmt: skip
    assert {putusan(sari, n).status for n in semua} == {"dibawa"}
    tertulis = [p.isi for p in naskah(susun_risalah(sari.desa, m)).putusan]
    assert tertulis[0] == "Rehab posyandu (usulan, lanjutan P-2611-0002)"


def test_last_year_s_one_proposal_of_the_same_kind(sari: Obrolan) -> None:
    putuskan(sari, buat(sari, "stunting", tanggal="2025-12-01"), "Kelas ibu hamil", usulan=True)
    m = buat(sari, "stunting")
    sari.tulis(f"/musdes_lama {m.nomor}")
    assert "1 usulan tahun lalu belum didanai." in sari.layar
    sari.tulis("lewati")
    assert "keputusan lama tetap seperti semula" in sari.layar


def test_one_by_one(sari: Obrolan) -> None:
    putuskan(sari, buat(sari, tanggal="2025-12-01"), *(f"Kegiatan {n}" for n in range(1, 25)))
    m = buat(sari)
    sari.tulis(f"/musdes_lama {m.nomor}")
    assert "… dan 4 lagi" in sari.layar
    assert "Nomornya 1 sampai 24." in sari.tulis("bawa 1, selesai 30")
    assert "Nomornya 1 sampai 24." in sari.tulis("terserah")
    awal = sari.tekan("Pilih")
    assert "1 dari 24:" in awal
    sari.tulis("bawa")
    assert "Cukup sampai sini" in sari.layar.tombol
    sari.tulis("lewati")
    assert "3 dari 24:" in sari.layar
    sari.tulis("kembali")
    assert "24 keputusan lama masih terbuka" in sari.layar
    sari.tekan("Pilih")
    for label in ("Dibawa ke sini", "Selesai"):
        sari.tekan(label)
    sari.tekan("Tidak jadi", layar=awal)
    assert "2 dari 24:" in sari.layar, "an older button is that decision's"
    sari.tulis("24 7")
    assert [b.count("dibawa ke sini") for b in sari.layar.teks.split("\n")] == [0, 0, 1, 1]
    sari.tekan("Ubah")
    sari.tulis("keputusan lama")
    sari.tulis(", ".join(f"{n}" for n in range(1, 13)))
    assert "dan 2 lagi" in sari.layar
    sari.tulis("simpan")
    assert "12 dibawa ke sini" in sari.layar


def test_enough_is_enough_and_old_buttons_are_said_to_be_old(sari: Obrolan) -> None:
    nomor = putuskan(sari, buat(sari, tanggal="2025-12-01"), "Satu", "Dua", "Tiga")
    m = buat(sari)
    sari.tulis(f"/musdes_lama {m.nomor}")
    assert sari.terbuka
    for nilai in ("semua.0", f"selesai.{nomor[0]}", "cukup", "dibawa.P-2611-0099", "apa"):
        assert "Tombol itu sudah lewat." in sari.ketuk(tulis(sari.terbuka.id, "lama", nilai))
    sari.tekan("Pilih")
    sari.tulis("selesai")
    sari.tekan("Cukup sampai sini")
    assert sari.layar.teks == f"• {nomor[0]} Satu: selesai"
    sari.desa.keputusan.tandai(putusan(sari, nomor[0]), "batal", "x")
    sari.tulis("simpan")
    assert "keputusan lama tetap seperti semula" in sari.layar, "somebody else was quicker"
    sari.tulis(f"/musdes_lama {m.nomor}")
    sari.tulis("bawa 1")
    sari.ganti(lama="x")
    sari.tulis("simpan")
    assert "2 keputusan lama masih terbuka" in sari.layar


# -- deleted ----------------------------------------------------------------------------------------------------------


def test_deleted_with_its_decisions_and_brought_back(d: Dunia, sari: Obrolan) -> None:
    (lama,) = putuskan(sari, buat(sari, tanggal="2025-12-01"), "Rabat beton")
    m = buat(sari)
    sari.desa.musdes.terbitkan(m, susun_risalah(sari.desa, m))
    induk = sari.desa.keputusan.tambah(m.id, IsiKeputusan("Rabat beton"), dari=putusan(sari, lama).id)
    anak = sari.desa.keputusan.tambah(m.id, IsiKeputusan("RAB"), induk=putusan(sari, induk).id)
    (buangan,) = putuskan(sari, m, "Salah")
    sari.desa.keputusan.hapus(putusan(sari, buangan))
    sari.desa.siklus.gerakkan(SUKAMAJU, 2027, "rkp", "proses", musdes_id=m.id)
    d.lewat(MENIT)
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    rina.tulis(f"hapus {m.nomor}")
    rina.tulis("Tercatat dua kali.")
    assert "Ikut terhapus: 1 keputusan, 1 tindak lanjut." in rina.layar
    assert "Draf kertasnya (versi 1) tidak bisa dibuat lagi." in rina.layar
    rina.tekan("Hapus musdes")
    assert "Papan siklus tidak ikut mundur: RKP Desa 2027 tetap tertulis proses." in rina.layar
    assert rina.layar.tombol == ["Kembalikan", "Catat langkah", "Musdes"]
    assert (
        "Bu Rina menghapus Musdes RKP, Desa Sukamaju, Jum 20/11. Alasannya: Tercatat dua kali." in kabar(sari)[0].teks
    )
    assert sari.desa.musdes.ambil(m.nomor) is None
    assert putusan(sari, lama).status == "baru"
    assert sari.desa.siklus.papan(SUKAMAJU, 2027)["rkp"].musdes == ""
    assert sari.desa.siklus.papan(SUKAMAJU, 2027)["rkp"].tahap == "proses"
    assert sari.desa.cari.temukan("rabat beton").jumlah == 1
    assert f"Musdes {m.nomor} belum ada dalam daftar Anda." in sari.tulis(f"/hapus {m.nomor}")
    d.lewat(9 * MENIT)
    assert "sudah kembali, dengan 2 keputusannya." in sari.tulis(f"pulihkan {m.nomor}")
    assert [k.nomor for k in sari.desa.keputusan.dari_musdes(m.id)] == [induk, anak]
    assert putusan(sari, lama).alasan == f"Dibawa ke {induk}."
    assert sari.desa.cari.temukan("rabat beton").jumlah == 2
    assert sari.desa.siklus.papan(SUKAMAJU, 2027)["rkp"].musdes == m.nomor
    assert "masih ada, tidak terhapus" in sari.tulis(f"/musdes_pulihkan {m.nomor}")


def test_what_was_taken_over_since_stays_taken(sari: Obrolan) -> None:
    (lama,) = putuskan(sari, buat(sari, tanggal="2025-12-01"), "Rabat beton")
    m = buat(sari)
    sari.desa.keputusan.tambah(m.id, IsiKeputusan("Rabat beton"), dari=putusan(sari, lama).id)
    for teks in (f"/musdes_hapus {m.nomor}", "Salah catat.", "hapus musdes"):
        sari.tulis(teks)
    sari.desa.keputusan.tandai(putusan(sari, lama), "selesai", "Sudah jadi.")
    assert "sudah kembali" in sari.tulis(f"/musdes_pulihkan {m.nomor}")
    assert putusan(sari, lama).status == "selesai"


def test_too_late_and_too_far(d: Dunia, sari: Obrolan) -> None:
    m = buat(sari)
    assert "Contoh: /musdes_pulihkan" in sari.tulis("/musdes_pulihkan")
    sari.tulis("/musdes_hapus")
    assert "Musdes nomor berapa yang dihapus?" in sari.layar
    sari.tulis(m.nomor)
    sari.tulis("Salah catat.")
    assert "Ikut terhapus" not in sari.layar
    sari.tulis("hapus musdes")
    assert "Papan siklus" not in sari.layar
    d.lewat(10 * MENIT + 1)
    assert "dihapus lebih dari 10 menit lalu" in sari.tulis(f"/pulihkan {m.nomor}")
    jauh = orang(d, "Pak Jauh", PLD, f"{KECAMATAN}.2017")
    for kata in ("hapus", "pulihkan", "musdes_hapus", "musdes_pulihkan"):
        assert f"Musdes {m.nomor} belum ada dalam daftar Anda." in jauh.tulis(f"/{kata} {m.nomor}")
    lain = buat(sari)
    merangkap = orang(d, "Pak Dua", CAMAT, KECAMATAN)
    tugaskan(merangkap, PLD, f"{KECAMATAN}.2017")
    assert "yang mengisi pendamping desanya" in merangkap.tulis(f"/musdes_hapus {lain.nomor}")
    assert merangkap.tulis(f"/musdes {lain.nomor} isi").tombol == ["Ke kartunya", "Jejak"]
    sari.tulis(f"/musdes {lain.nomor} isi")
    assert "Mengapa dihapus?" in sari.tekan("Hapus musdes")


def test_what_was_merged_is_not_deleted_by_its_old_number(sari: Obrolan) -> None:
    m, lain = buat(sari), buat(sari)
    sari.desa.musdes.gabung(lain, m)
    assert f"{lain.nomor} sudah digabung ke sini" in sari.tulis(f"/hapus {lain.nomor}")
    assert sari.desa.musdes.ambil(m.nomor)


def test_of_several_villages_the_board_of_each_stays(d: Dunia, sari: Obrolan) -> None:
    m = buat(sari, "mad", SUKAMAJU, MAYAK)
    for kode in (SUKAMAJU, MAYAK):
        sari.desa.siklus.gerakkan(kode, 2027, "rkp", "proses", tanggal="2026-11-20", musdes_id=m.id)
    for teks in (f"/musdes_hapus {m.nomor}", "Salah catat.", "hapus musdes"):
        sari.tulis(teks)
    assert "RKP Desa 2027 di 2 desa tetap tertulis proses, 20 November 2026." in sari.layar


# -- as one's own work ------------------------------------------------------------------------------------------------


def test_typed_once_logged_once(d: Dunia, sari: Obrolan) -> None:
    m = buat(sari, selesai="22:00", tanggal="2026-11-19")
    putuskan(sari, m, "Rabat beton RT 03.", "Drainase", "x" * 700)
    sari.desa.musdes.ubah(m, {"hadir_l": 20, "hadir_p": 14})
    for teks in (f"/musdes_tutup {m.nomor}", "2027", "tutup musdes"):
        sari.tulis(teks)
    assert sari.layar.tombol == ["Buat draf kertas", "Catat ke DRP", "Lihat / ubah"]
    dua_kali = sari.layar
    sari.tekan("Catat ke DRP")
    assert "Sudah benar?" in sari.layar, "nothing is asked again"
    assert sari.terbuka
    assert sari.terbuka.dialog == "catat"
    sari.tulis("simpan")
    (k,) = sari.catatan
    assert (k.desa, k.kegiatan, k.cara, k.tanggal, k.jam) == (SUKAMAJU, "AS02", "desa", "2026-11-19", "19:00-22:00")
    assert (k.hasil, k.peserta_l, k.peserta_p) == ("Rabat beton RT 03; Drainase.", 20, 14)
    assert f"{m.nomor} sudah ada di catatan Anda sebagai #{k.nomor}" in sari.tekan("Catat ke DRP", layar=dua_kali)
    assert len(sari.catatan) == 1
    assert "Catat ke DRP" not in sari.tulis(f"/musdes {m.nomor}").tombol
    rina = orang(d, "Bu Rina", PD, KECAMATAN)
    assert "Catat ke DRP" in rina.tulis(f"/musdes {m.nomor}").tombol, "she was there too"
    sari.desa.kegiatan.hapus(k)
    assert "Catat ke DRP" in sari.tulis(f"/musdes {m.nomor}").tombol


@pytest.mark.parametrize(
    ("jam", "ditawarkan"),
    [("20:00-21:00", False), ("22:00-23:30", True), ("08:00-19:00", True), ("21:30-01:00", False)],
)
def test_who_logged_those_hours_there_is_not_offered_it(sari: Obrolan, jam: str, ditawarkan: bool) -> None:
    m = buat(sari, selesai="22:00", tanggal="2026-11-19")
    sari.desa.musdes.selesai(m)
    sari.desa.kegiatan.catat(replace(ISI, jam=jam), [], None)
    assert ("Catat ke DRP" in sari.tulis(f"/musdes {m.nomor}").tombol) is ditawarkan


def test_what_nobody_told_is_asked(d: Dunia, sari: Obrolan) -> None:
    m = buat(sari, "mad", SUKAMAJU, MAYAK)
    sari.tulis(f"/catat {m.nomor}")
    assert "Di mana kegiatannya?" in sari.layar
    assert sari.jawaban == {"musdes": m.nomor, "desa": KECAMATAN, "kegiatan": "PO07", "tanggal": "2026-11-20"}
    sari.tulis("batal")
    sari.desa.musdes.selesai(m)
    assert "Catat ke DRP" not in sari.tulis(f"/musdes {m.nomor}").tombol, "its end is not known"
    jauh = orang(d, "Pak Jauh", PLD, f"{KECAMATAN}.2017")
    jauh.tulis(f"/catat {m.nomor}")
    assert "Desa mana?" in jauh.layar or "Kegiatan apa?" in jauh.layar
    assert "musdes" not in jauh.jawaban
