"""/usulan_topik, /sunting_topik and their neighbours: editors keep the answers right."""

from __future__ import annotations

import pytest

from data.faq import muat_faq
from data.orang import PD, TAPM_PROV
from data.topik_sunting import TopikSuntingQ
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.test_pertanyaan import JABATAN, SLUG, TENDA, bertanya, menjawab, pencari, warga
from tests.handlers.tim_dunia import PROVINSI, orang

__all__ = ["pencari"]

JUDUL = "Masa jabatan kades"
SUMBER = "JDIH Kemendesa, dibaca 20 November 2026"


@pytest.fixture
def ida(d: Dunia) -> Obrolan:
    return orang(d, "Bu Ida", TAPM_PROV, PROVINSI)


def usul(d: Dunia, teks: str = TENDA, jawaban: str = "Lewat kaur umum di kantor desa.") -> str:
    """A question that was answered; its number."""
    sari, ani = orang(d, "Bu Sari"), warga(d)
    nomor = bertanya(ani, teks)
    menjawab(sari, nomor, jawaban)
    return nomor


def tulis(o: Obrolan, *semua: str) -> None:
    for teks in semua:
        o.tulis(teks)


def kini(o: Obrolan, slug: str = SLUG) -> str:
    return o.desa.topik_sunting.semua()[slug].jawab


# -- proposals --------------------------------------------------------------------------------------------------------


def test_a_proposal_becomes_a_topic(d: Dunia, ida: Obrolan) -> None:
    assert "Belum ada usulan topik." in ida.tulis("usulan topik")
    nomor = usul(d)
    ida.tulis("usulan topik")
    ida.tekan(ida.layar.daftar[0])
    assert ida.layar.pesan.judul == f"Usulan {nomor}"
    ida.tekan("Terima")
    tulis(ida, "topik baru", "aset desa", JUDUL)
    assert "sudah dipakai topik lain" in ida.layar
    ida.tulis("Pinjam tenda desa")
    ida.tekan(ida.layar.tombol[0])
    tulis(ida, "pinjam tenda", "sewa tenda balai", "selesai")
    ida.tekan(ida.layar.tombol[0])
    tulis(ida, "Permendagri 1/2016 Pasal 11", "umumnya", "kantor desa", SUMBER)
    assert "Topik baru: Pinjam tenda desa" in ida.layar
    assert "Tersimpan." in ida.tulis("simpan")
    topik = ida.desa.topik_sunting.semua()["pinjam-tenda-desa"]
    assert topik.tanya == (TENDA, "pinjam tenda", "sewa tenda balai")
    assert (topik.jawab, topik.yakin, topik.cek) == ("Lewat kaur umum di kantor desa.", "umumnya", "kantor desa")
    assert set(topik.terkait) <= set(muat_faq().topik)
    assert "Belum ada usulan topik." in ida.tulis("usulan topik")


def test_a_sure_one_needs_no_place_to_ask_and_a_slug_is_used_once(d: Dunia, ida: Obrolan) -> None:
    for n, (nomor, judul) in enumerate(((usul(d), "Tenda desa!"), (usul(d), "Tenda desa?"))):
        ida.tulis(f"/terima_usulan {nomor}")
        tulis(ida, "topik baru", "aset desa", judul, f"tanya {n} pertama", "kedua sekali", "ketiga sekali", "selesai")
        tulis(ida, "Lewat kaur umum.", "Permendagri 1/2016", "pasti", SUMBER, "simpan")
    assert {"tenda-desa", "tenda-desa-2"} <= ida.desa.topik_sunting.semua().keys()


def test_a_proposal_is_another_way_to_ask(d: Dunia, ida: Obrolan) -> None:
    nomor = usul(d, JABATAN, "Delapan tahun.")
    ida.tulis(f"/terima_usulan {nomor}")
    assert ida.layar.daftar[1] == JUDUL, "the nearest stands first"
    ida.tekan(JUDUL)
    sama = muat_faq().topik[SLUG].tanya[1]
    assert "sudah dipakai" in ida.tulis(sama)
    ida.tulis("masa bakti lurah sampai kapan")
    assert "Tersimpan." in ida.tulis("simpan")
    assert ida.desa.topik_sunting.semua()[SLUG].tanya[-1] == "masa bakti lurah sampai kapan"
    assert ida.desa.topik_sunting.riwayat(SLUG)[0].sumber == f"pertanyaan {nomor}"


def test_a_topic_with_ways_enough_takes_no_more(d: Dunia, ida: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.tanya.usulan.CARA", 3)
    monkeypatch.setattr("handlers.tanya.sunting_topik.CARA", 3)
    ida.tulis(f"/terima_usulan {usul(d, JABATAN)}")
    assert ida.layar.label == ["Topik baru"]
    ida.tulis("batal")
    ida.tulis(f"/sunting_topik {SLUG}")
    assert "sudah 3, jadi cukup" in ida.tulis("tambah cara bertanya")


def test_declined(d: Dunia, ida: Obrolan) -> None:
    nomor = usul(d)
    ida.tulis(f"/usulan_topik {nomor}")
    assert "tidak dijadikan topik" in ida.tekan("Tolak")
    for kata in ("usulan_topik", "tolak_usulan", "terima_usulan"):
        assert "belum ada, atau sudah diputuskan" in ida.tulis(f"/{kata} {nomor}")
    assert "Usulan itu belum ada" in ida.tulis("/terima_usulan")


def test_what_does_not_fit_any_more_stays_a_proposal(d: Dunia, ida: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    def menolak(*_: object) -> None:
        raise ValueError("judul")

    nomor = usul(d, JABATAN)
    monkeypatch.setattr(TopikSuntingQ, "simpan", menolak)
    ida.tulis(f"/terima_usulan {nomor}")
    ida.tekan(JUDUL)
    tulis(ida, "masa bakti lurah sampai kapan", "simpan")
    assert "tidak cocok lagi" in ida.layar
    assert "1 usulan." in ida.tulis("usulan topik")


def test_only_confirmed_editors(d: Dunia) -> None:
    nomor = usul(d)
    baru = orang(d, "Pak Baru", TAPM_PROV, PROVINSI, disahkan=False)
    for teks in ("usulan_topik", f"usulan_topik {nomor}", "sunting_topik", f"sunting_topik {SLUG}"):
        assert "disunting penyunting yang tugasnya sudah disahkan" in baru.tulis(f"/{teks}")
    for teks in (f"tolak_usulan {nomor}", f"terima_usulan {nomor}", f"riwayat_topik {SLUG}"):
        assert "disunting penyunting yang tugasnya sudah disahkan" in baru.tulis(f"/{teks}")
    assert "Versi itu belum ada." in baru.tulis(f"/kembalikan_topik asli {SLUG}")
    assert "belum termasuk tugas Anda" in orang(d, "Bu Rina", PD, KECAMATAN).tulis("/sunting_topik")


# -- changes ----------------------------------------------------------------------------------------------------------


def test_each_part_can_be_changed_and_says_its_source(ida: Obrolan) -> None:
    ubahan = {
        "jawaban": ("Delapan tahun sejak dilantik.",),
        "dasar hukum": ("UU 6/2014 Pasal 39\\nUU 3/2024".replace("\\n", "\n"),),
        "seberapa pasti": ("umumnya", "kantor desa"),
        "tempat memastikan": ("Dinas PMD kabupaten",),
        "peringatan": ("Aturan pelaksananya sedang berganti.",),
        "judul": ("Lama jabatan kades",),
        "tambah cara bertanya": ("lurah menjabat sampai kapan",),
    }
    for bagian, jawaban in ubahan.items():
        tulis(ida, f"/sunting_topik {SLUG}", bagian, *jawaban)
        assert "Dari mana sumbernya?" in ida.layar, bagian
        tulis(ida, SUMBER)
        assert "Tersimpan." in ida.tulis("simpan"), bagian
    t = ida.desa.topik_sunting.semua()[SLUG]
    assert (t.jawab, t.judul, t.yakin) == ("Delapan tahun sejak dilantik.", "Lama jabatan kades", "umumnya")
    assert t.dasar == ("UU 6/2014 Pasal 39", "UU 3/2024")
    assert (t.cek, t.hati) == ("Dinas PMD kabupaten", "Aturan pelaksananya sedang berganti.")
    assert t.tanya[-1] == "lurah menjabat sampai kapan"
    assert len(ida.desa.topik_sunting.riwayat(SLUG)) == len(ubahan)
    assert t.berlaku == muat_faq().topik[SLUG].berlaku, "since when it stands is known, and stays"


def test_where_the_first_day_is_not_known_it_is_the_day_it_was_looked_up(ida: Obrolan) -> None:
    slug = next(t.slug for t in muat_faq().topik.values() if t.berlaku >= t.diperiksa and t.cek)
    tulis(ida, f"/sunting_topik {slug}", "jawaban", "Jawaban baru yang singkat.", SUMBER, "simpan")
    t = ida.desa.topik_sunting.semua()[slug]
    assert t.berlaku == t.diperiksa == ida.dunia.hari_ini
    tulis(ida, f"/sunting_topik {slug}", "seberapa pasti", "belum pasti", SUMBER, "simpan")
    assert ida.desa.topik_sunting.semua()[slug].cek == t.cek
    tulis(ida, f"/sunting_topik {slug}", "seberapa pasti", "pasti", SUMBER, "simpan")
    assert ida.desa.topik_sunting.semua()[slug].yakin == "pasti"


def test_what_no_answer_can_be_is_refused_with_what_can(ida: Obrolan) -> None:
    tulis(ida, "sunting topik", "masa jabatan kades", "jawaban")
    assert "tanpa tanda **" in ida.tulis("Delapan **tahun**.")
    assert "yang muat 90" in ida.tulis("kata " * 91)
    assert "paling banyak 6 butir" in ida.tulis("Isinya: " + "• satu " * 7)
    tulis(ida, "batal", f"/sunting_topik {SLUG}", "dasar hukum")
    assert "Paling banyak 10 baris" in ida.tulis("\n".join(f"UU {n}/2014 Pasal 1" for n in range(11)))
    assert "tiap baris paling panjang 300" in ida.tulis("UU " + "6" * 320)


def test_the_history_leads_back(ida: Obrolan) -> None:
    ida.tulis(f"/riwayat_topik {SLUG}")
    assert "Belum pernah diubah." in ida.layar
    assert ida.layar.daftar == ["Isi asli"]
    semula = kini(ida)
    for teks in ("Delapan tahun sejak dilantik.", "Delapan tahun saja."):
        tulis(ida, f"/sunting_topik {SLUG}", "jawaban", teks, SUMBER, "simpan")
    ida.tekan("Riwayat topik")
    assert "Berubah 2 kali." in ida.layar
    ida.ketuk(ida.layar.pesan.daftar[1].data)
    assert "Kenapa dikembalikan" in ida.layar
    tulis(ida, "Yang lebih lengkap, dari JDIH.")
    assert "Tersimpan." in ida.tulis("simpan")
    assert kini(ida) == "Delapan tahun sejak dilantik."
    ida.tulis(f"/riwayat_topik {SLUG}")
    ida.tekan("Isi asli")
    tulis(ida, "Kembali ke isi asli.", "simpan")
    assert kini(ida) == semula


def test_of_a_new_topic_there_is_no_original(d: Dunia, ida: Obrolan) -> None:
    ida.tulis(f"/terima_usulan {usul(d)}")
    tulis(ida, "topik baru", "aset desa", "???tenda", "tanya pertama", "kedua sekali", "ketiga sekali", "selesai")
    tulis(ida, "Lewat kaur umum.", "Permendagri 1/2016", "pasti", SUMBER, "simpan")
    ida.tekan("Riwayat topik")
    assert "Isi asli" not in ida.layar.daftar
    ida.tekan("Sunting")
    assert "Apa yang diubah?" in ida.layar


@pytest.mark.parametrize("apa", ["", "asli entah", "999999", "entah", "٣"])
def test_a_version_that_is_not_there(ida: Obrolan, apa: str) -> None:
    assert "Versi itu belum ada." in ida.tulis(f"/kembalikan_topik {apa}")


def test_a_version_that_cannot_be_read_any_more(ida: Obrolan) -> None:
    tulis(ida, f"/sunting_topik {SLUG}", "jawaban", "Delapan tahun saja.", SUMBER, "simpan")
    id_ = ida.desa.topik_sunting.riwayat(SLUG)[0].id
    ida.dunia.tx.run("UPDATE topik SET isi = '{}'")
    assert "Versi itu belum ada." in ida.tulis(f"/kembalikan_topik {id_}")


@pytest.mark.parametrize("apa", ["", "entah"])
def test_a_history_of_nothing(ida: Obrolan, apa: str) -> None:
    assert "Topik yang mana?" in ida.tulis(f"/riwayat_topik {apa}")
    assert "Topik yang mana?" in ida.tulis(f"/sunting_topik {apa}")
