"""What proves an indicator: every output and duty has a rule, and no rule names what does not exist."""

from pathlib import Path

import pytest

from data.katalog.bukti_indikator import BERKAS, muat_bukti
from data.katalog.indikator import muat_indikator
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.muat import KatalogSalah


def test_every_output_and_every_duty_has_its_rule() -> None:
    katalog = muat_bukti()
    assert len(katalog.kelompok("pld")) == 11
    assert katalog.kelompok("pd") == tuple(f"PD{n}" for n in range(1, 10))
    assert {a.kode for a in katalog.aturan} == {
        i.kode for i in muat_indikator().terhitung() if i.kelompok in ("pld", "pd")
    }
    for a in katalog.aturan:
        assert katalog.untuk(a.kode), a.kode
        assert len(f"{a.kode} {a.label}") <= 24
        assert a.aturan.count(".") == 1, "one sentence"
    assert "bukan" in BERKAS.read_text("utf-8").lower().split("[[indikator]]")[0], "whose reading it is"


def test_an_activity_proves_what_the_catalogue_of_activities_says_it_serves() -> None:
    """So that a recap and an indicator do not tell different stories."""
    for syarat in muat_bukti().syarat:
        if syarat.indikator.startswith("T"):
            for kode in syarat.kegiatan:
                assert syarat.indikator in muat_kegiatan().menurut_kode(kode).tugas, (kode, syarat)


def test_a_step_further_counts_too_and_a_musyawarah_only_once() -> None:
    katalog = muat_bukti()
    rkp = next(sumber for s, sumber in katalog.untuk("T1b") if s.siklus == ("rkp.musdes",))
    assert rkp == {("siklus", "rkp.musdes"), ("siklus", "rkp.perdes")}
    kerja_sama = katalog.untuk("T2b")[0][1]
    assert {kode for apa, kode in kerja_sama if apa == "register"} == {
        "kerja_sama.disepakati", "kerja_sama.berjalan", "kerja_sama.berakhir",
    }  # fmt: skip
    musdes = next(sumber for s, sumber in katalog.untuk("T4b"))
    assert musdes == {("kegiatan", "AS16"), ("musdes", "lpj")}
    assert ("tertaut", "PR04") in katalog.untuk("T1a")[0][1]
    assert "PR01" in katalog.kegiatan("pld", sekecamatan=True)
    assert "PR04" not in katalog.kegiatan("pld", sekecamatan=True)
    assert "PR06" not in katalog.kegiatan("pld")


ASLI = BERKAS.read_text("utf-8")


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ('kegiatan = ["PR04"]', 'kegiatan = ["XX99"]', "kegiatan.toml"),
        ('musdes = ["mad"]', 'musdes = ["pesta"]', "musdes.toml"),
        ('register = ["kerja_sama"]', 'register = ["pesta"]', "register.toml"),
        ('siklus = ["rkp.musdes"]', 'siklus = ["rkp.belum"]', "dokumen.tahap"),
        ('fungsi = ["F1.4"]', 'fungsi = ["F1.3"]', "a step of indikator.toml"),
        ('kegiatan = ["PR04"]\n', "", "has nothing that counts"),
        ('kode = "T1a"', 'kode = "T1"', "has no parts"),
        ('label = "Informasi publik"', 'label = "Kapasitas BPD"', "every label only once"),
        ('indikator = "T1a"', 'indikator = "T1b"', "has no [[syarat]]"),
        ("Terpenuhi bila ada satu penguatan BPD", "Cukup ada satu penguatan BPD", "one sentence"),
        ("jumlah = 2", "jumlah = 0", "jumlah is 0"),
    ],
)
def test_a_mistake_is_found_where_it_is(lama: str, baru: str, pesan: str, tmp_path: Path) -> None:
    berkas = tmp_path / "bukti.toml"
    assert lama in ASLI
    berkas.write_text(ASLI.replace(lama, baru, 1), "utf-8")
    with pytest.raises(KatalogSalah) as salah:
        muat_bukti(berkas)
    assert pesan in str(salah.value)
    assert salah.value.baris > 1


def test_a_rule_that_is_missing(tmp_path: Path) -> None:
    berkas = tmp_path / "bukti.toml"
    awal, akhir = ASLI.index('[[indikator]]\nkode = "PD9"'), len(ASLI)
    berkas.write_text(ASLI[:awal] + ASLI[akhir:], "utf-8")
    with pytest.raises(KatalogSalah, match="no rule for PD9"):
        muat_bukti(berkas)
