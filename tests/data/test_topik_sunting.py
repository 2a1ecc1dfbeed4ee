"""Editors' changes: kept one by one with their source, taken in over the catalogue's, undone, and never half right."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from data.faq import Topik, cari, muat_faq, siapkan
from data.faq.cari import pasang
from data.faq.suntingan import (
    Suntingan,
    baca,
    dengan_suntingan,
    kini,
    periksa_semua,
    salah,
    susun_kini,
    tulis,
)
from data.orang import ADMIN, TAPM_KAB, TAPM_PROV, Orang
from data.pertanyaan_isi import ambil_pertanyaan
from data.store import Tx
from data.topik_sunting import TopikSuntingQ, nomor_suntingan, suntingan
from tests.data.dunia import SUKAMAJU, WIB, desa, pendamping
from tests.data.test_pertanyaan import SENIN, orang, q, tanya, warga

SLUG = "kades-masa-jabatan"
SUMBER = "JDIH, dibaca 23 November 2026"


def penyunting(tx: Tx) -> Orang:
    return orang(tx, "Bu Ida", TAPM_PROV, "32")


def t(tx: Tx, siapa: Orang) -> TopikSuntingQ:
    return desa(tx, siapa, SENIN).topik_sunting


def asli() -> Topik:
    return muat_faq().topik[SLUG]


def baru(slug: str = "tenda-desa", terkait: str = SLUG, judul: str = "Tenda desa") -> Topik:
    tanya_ = ("Bagaimana meminjam tenda desa?", "pinjam tenda desa", "sewa tenda balai desa")
    return replace(asli(), slug=slug, judul=judul, tanya=tanya_, jawab="Lewat kaur umum.", terkait=(terkait,))


# -- taken in ---------------------------------------------------------------------------------------------------------


def test_what_is_written_reads_back() -> None:
    isi = Suntingan("kades", asli())
    assert baca(tulis(isi)) == isi
    for rusak in ("", "{}", '{"tema": "kades", "topik": {"slug": "A B"}}', "[]"):
        with pytest.raises(ValueError, match="."):
            baca(rusak)


def test_a_changed_topic_stands_where_it_stood_and_a_new_one_behind() -> None:
    katalog = muat_faq()
    berubah = replace(asli(), jawab="Delapan tahun.")
    hasil = dengan_suntingan(katalog, [Suntingan("entah", berubah), Suntingan("kades", baru())])
    assert list(hasil.topik) != list(katalog.topik)
    assert len(hasil.topik) == len(katalog.topik) + 1
    assert hasil.topik[SLUG].jawab == "Delapan tahun."
    assert hasil.tema_dari(SLUG).kode == katalog.tema_dari(SLUG).kode
    assert hasil.tema_dari("tenda-desa").topik[-1].slug == "tenda-desa"
    assert katalog.topik[SLUG] == asli(), "the catalogue itself is as it was"


def test_new_topics_may_name_each_other_in_any_order() -> None:
    dua = [Suntingan("kades", baru("b", "a", "B satu")), Suntingan("kades", baru("a", SLUG, "A satu"))]
    assert {"a", "b"} <= dengan_suntingan(muat_faq(), dua).topik.keys()


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (Suntingan("entah", baru()), "tema is entah"),
        (Suntingan("kades", baru(terkait="entah")), "terkait has entah"),
        (Suntingan("kades", baru(judul=muat_faq().topik["bpd-fungsi"].judul)), "another topic has already"),
        (Suntingan("kades", replace(asli(), jawab="kata " * 91)), "91 words"),
    ],
    ids=["no such theme", "an unknown neighbour", "another's title", "too long"],
)
def test_what_does_not_fit_is_left_out(isi: Suntingan, sebab: str) -> None:
    assert sebab in next(salah(isi, muat_faq()))
    assert dengan_suntingan(muat_faq(), [isi]) == muat_faq()
    rows = {isi.topik.slug: tulis(isi), "rusak": "{}"}
    assert kini(rows) == muat_faq()
    periksa = periksa_semua(rows)
    assert sebab in periksa[isi.topik.slug]
    assert "missing" in periksa["rusak"]
    assert periksa_semua({SLUG: tulis(Suntingan("kades", asli()))}) == {}


def test_the_finder_finds_the_new_one_from_then_on() -> None:
    soal = baru().tanya[0]
    rows = (("tenda-desa", tulis(Suntingan("kades", baru()))),)
    try:
        assert cari(soal).slug != "tenda-desa"
        pasang(susun_kini(rows))
        assert cari(soal).slug == "tenda-desa"
        assert "tenda-desa" in siapkan().katalog.topik
    finally:
        pasang(None)
    assert cari(soal).slug != "tenda-desa"
    assert "tenda-desa" not in siapkan().katalog.topik


# -- kept -------------------------------------------------------------------------------------------------------------


def test_every_change_is_kept_and_the_latest_counts(tx: Tx) -> None:
    assert (nomor_suntingan(tx), suntingan(tx)) == (0, {})
    ida = penyunting(tx)
    semua = t(tx, ida)
    satu = semua.simpan(replace(asli(), jawab="Delapan tahun."), SUMBER)
    assert satu.riwayat[-1].oleh == "TAPM Provinsi"
    assert satu.riwayat[-1].sumber == SUMBER
    assert satu.riwayat[:-1] == asli().riwayat
    pertama = nomor_suntingan(tx)
    semua.simpan(baru(), SUMBER, "kades")
    semua.simpan(replace(asli(), jawab="Delapan tahun saja."), "lain")
    assert list(suntingan(tx)) == [SLUG, "tenda-desa"]
    assert semua.semua()[SLUG].jawab == "Delapan tahun saja."
    assert [(v.nama, v.sumber) for v in semua.riwayat(SLUG)] == [("Bu Ida", "lain"), ("Bu Ida", SUMBER)]
    lama = semua.versi(pertama)
    assert lama
    assert lama.isi
    assert lama.isi.topik.jawab == "Delapan tahun."
    assert semua.versi(999_999) is None
    assert nomor_suntingan(tx) > pertama
    tx.run("UPDATE topik SET isi = '{}' WHERE id = ?", (pertama,))
    assert [v.isi is None for v in semua.riwayat(SLUG)] == [False, True]


def test_only_editors_and_only_what_fits(tx: Tx) -> None:
    for lain in (pendamping(tx), orang(tx, "Pak Hasan", TAPM_KAB, "32.03"), warga(tx)):
        assert not t(tx, lain).boleh
        with pytest.raises(LookupError):
            t(tx, lain).simpan(asli(), SUMBER)
    assert not t(tx, orang(tx, "Belum", TAPM_PROV, "33", disahkan=False)).boleh
    ida = penyunting(tx)
    with pytest.raises(ValueError, match="another topic"):
        t(tx, ida).simpan(baru(judul=asli().judul), SUMBER, "kades")
    with pytest.raises(ValueError, match="tema"):
        t(tx, ida).simpan(baru(), SUMBER, "entah")
    with pytest.raises(ValueError, match="length"):
        t(tx, ida).simpan(replace(asli(), judul="x" * 25), SUMBER)
    assert nomor_suntingan(tx) == 0
    assert t(tx, ida).pertama("kades") in muat_faq().topik
    assert ("kades", "Kepala desa") in t(tx, ida).tema()


def test_a_history_never_ends_before_it_was_looked_up(tx: Tx) -> None:
    nanti = date(2027, 1, 1)
    hasil = t(tx, penyunting(tx)).simpan(replace(asli(), diperiksa=nanti), SUMBER)
    assert hasil.riwayat[-1].tanggal == nanti


# -- proposals --------------------------------------------------------------------------------------------------------


def test_an_answer_becomes_a_proposal_that_is_decided_once(tx: Tx) -> None:
    ani, sari, ida = warga(tx), pendamping(tx), penyunting(tx)
    nomor = tanya(tx, ani)
    q(tx, sari).jawab(ambil_pertanyaan(tx, nomor), "Di kantor.", usulkan=True)
    (usulan,) = t(tx, ida).usulan()
    assert usulan.pertanyaan.nomor == nomor
    assert t(tx, ida).usulan_satu(nomor.lower()) == usulan
    luar = orang(tx, "Bu Luar", TAPM_PROV, "11")
    assert t(tx, luar).usulan() == []
    assert t(tx, luar).usulan_satu(nomor) is None
    tx.run(
        "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('0', 'Indonesia', '', ?) ON CONFLICT DO NOTHING", (WIB,)
    )
    assert t(tx, orang(tx, "Admin", ADMIN, "0")).usulan() == [usulan]
    with pytest.raises(LookupError):
        t(tx, sari).putuskan(usulan, SLUG)
    assert t(tx, ida).putuskan(usulan, SLUG)
    assert not t(tx, ida).putuskan(usulan, "")
    assert t(tx, ida).usulan() == []
    row = tx.one("SELECT status, slug, oleh FROM usulan_topik")
    assert row is not None
    assert (row["status"], row["slug"], row["oleh"]) == ("diterima", SLUG, ida.id)


def test_declined_or_asked_on_it_is_no_proposal(tx: Tx) -> None:
    ani, sari, ida = warga(tx), pendamping(tx), penyunting(tx)
    for _ in range(2):
        q(tx, sari).jawab(ambil_pertanyaan(tx, tanya(tx, ani)), "Di kantor.", usulkan=True)
    satu, dua = t(tx, ida).usulan()
    t(tx, ida).putuskan(satu, "")
    assert t(tx, ida).usulan() == [dua]
    q(tx, ani).tanya_lagi(dua.pertanyaan, "Jam berapa?")
    assert t(tx, ida).usulan() == []
    assert dua.pertanyaan.desa == SUKAMAJU
