from pathlib import Path

import pytest

from data.katalog.muat import KatalogSalah
from data.katalog.sebutan import muat_sebutan, sebutan
from data.wilayah import dari_kode

NASIONAL = ("desa", "kepala desa", "kecamatan", "BPD", "dusun")


@pytest.mark.parametrize(
    ("kode", "desa", "kepala_desa"),
    [
        ("11.01.01.2001", "gampong", "keuchik"),
        ("11.04.01.2001", "kampung", "reje"),
        ("11.16.01.2001", "kampung", "datok penghulu"),
        ("12.08.01.2001", "nagori", "pangulu"),
        ("13.06.01.2001", "nagari", "wali nagari"),
        ("13.09.01.2001", "desa", "kepala desa"),
        ("14.07.01.2001", "kepenghuluan", "penghulu"),
        ("14.08.01.2001", "kampung", "penghulu"),
        ("15.08.01.2001", "dusun", "rio"),
        ("18.01.04.2001", "desa", "kepala desa"),
        ("18.02.01.2001", "kampung", "kepala kampung"),
        ("18.04.04.2001", "pekon", "peratin"),
        ("18.06.01.2001", "pekon", "kepala pekon"),
        ("18.08.01.2001", "kampung", "kepala kampung"),
        ("18.10.01.2001", "pekon", "kepala pekon"),
        ("18.12.01.2001", "tiyuh", "kepalo tiyuh"),
        ("18.13.01.2001", "pekon", "peratin"),
        ("32.03.03.2013", "desa", "kepala desa"),
        ("32.09.01.2001", "desa", "kuwu"),
        ("32.12.01.2001", "desa", "kuwu"),
        ("33.20.01.2001", "desa", "petinggi"),
        ("34.02.01.2001", "kalurahan", "lurah"),
        ("51.08.01.2001", "desa", "perbekel"),
        ("63.03.01.2001", "desa", "pambakal"),
        ("64.03.01.2001", "kampung", "kepala kampung"),
        ("64.07.01.2001", "kampung", "petinggi"),
        ("64.02.01.2001", "desa", "kepala desa"),
        ("71.02.01.2001", "desa", "hukum tua"),
        ("71.01.01.2001", "desa", "sangadi"),
        ("71.03.01.2001", "kampung", "kapitalaung"),
        ("73.18.01.2001", "lembang", "kepala lembang"),
        ("81.01.01.2001", "negeri", "raja"),
        ("81.02.01.2001", "ohoi", "kepala ohoi"),
        ("91.03.01.2001", "kampung", "kepala kampung"),
        ("96.01.01.2001", "kampung", "kepala kampung"),
    ],
)
def test_the_words_of_a_village(kode: str, desa: str, kepala_desa: str) -> None:
    assert (sebutan(kode).desa, sebutan(kode).kepala_desa) == (desa, kepala_desa)


@pytest.mark.parametrize(
    ("kode", "kecamatan", "bpd", "dusun"),
    [
        ("11.01.01", "kecamatan", "Tuha Peuet", "dusun"),
        ("13.06", "kecamatan", "Bamus Nagari", "jorong"),
        ("13.05.01.2001", "kecamatan", "Bamus Nagari", "korong"),
        ("34.02.01", "kapanewon", "Bamuskal", "padukuhan"),
        ("51.08.01.2001", "kecamatan", "BPD", "banjar dinas"),
        ("71.03.01.2001", "kecamatan", "Majelis Tua-Tua Kampung", "lindongan"),
        ("81.01.01.2001", "kecamatan", "Saniri Negeri", "dusun"),
        ("93.01.01.2001", "distrik", "Bamuskam", "dusun"),
    ],
)
def test_the_words_around_a_village(kode: str, kecamatan: str, bpd: str, dusun: str) -> None:
    satu = sebutan(kode)
    assert (satu.kecamatan, satu.bpd, satu.dusun) == (kecamatan, bpd, dusun)


@pytest.mark.parametrize("kode", ["32.03.03.2013", "32", "", "00.00", "Sukamaju", "31.01.01.2001"])
def test_a_place_without_words_of_its_own_has_those_of_the_law(kode: str) -> None:
    satu = sebutan(kode)
    assert (satu.desa, satu.kepala_desa, satu.kecamatan, satu.bpd, satu.dusun) == NASIONAL


@pytest.mark.parametrize(
    ("kode", "kecamatan"),
    [
        ("32.73.01.1001", "kecamatan"),
        ("11.01.02.1001", "kecamatan"),
        ("34.71.01.1001", "kemantren"),
        ("91.71.01.1001", "distrik"),
    ],
)
def test_a_kelurahan_is_one_everywhere_and_has_no_bpd(kode: str, kecamatan: str) -> None:
    satu = sebutan(kode)
    assert (satu.desa, satu.kepala_desa, satu.kecamatan, satu.bpd) == ("kelurahan", "lurah", kecamatan, "")


def test_every_region_is_in_the_file_under_its_own_name() -> None:
    for daerah in muat_sebutan().daerah.values():
        tempat = dari_kode(daerah.kode)
        assert tempat is not None, daerah.kode
        nama = tempat.nama.removeprefix("Kabupaten ").replace("Kep. ", "Kepulauan ")
        assert nama == daerah.nama


def test_what_is_only_custom_is_marked_to_be_checked() -> None:
    for daerah in muat_sebutan().daerah.values():
        dasar = any(kata in daerah.sumber for kata in ("UU ", "Perda ", "Pergub ", "berita", "situs"))
        assert daerah.periksa or dasar, daerah.nama


KECIL = """\
[nasional]
desa = "desa"
kepala_desa = "kepala desa"
kecamatan = "kecamatan"
bpd = "BPD"
dusun = "dusun"
sumber = "UU"

[kelurahan]
desa = "kelurahan"
kepala_desa = "lurah"
kecamatan = "kecamatan"
bpd = ""
dusun = "RW"
sumber = "UU"

[[daerah]]
kode = "11"
nama = "Aceh"
desa = "gampong"
sumber = "qanun"

[[daerah]]
kode = "11.04"
nama = "Aceh Tengah"
dusun = "dusun"
sumber = "kebiasaan"
periksa = true
"""


def test_the_longest_code_wins_and_the_rest_is_from_the_level_above(tmp_path: Path) -> None:
    berkas = tmp_path / "sebutan.toml"
    berkas.write_text(KECIL)
    satu = muat_sebutan(berkas).menurut_kode("11.04.01.2001")
    assert (satu.desa, satu.kepala_desa, satu.sumber, satu.periksa) == (
        "gampong",
        "kepala desa",
        "qanun; kebiasaan",
        True,
    )
    assert muat_sebutan(berkas).menurut_kode("11.05").sumber == "qanun"


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ('"11.04"', '"11"', '24: kode has "11", which line 18 has already; expected every kode only once'),
        ('"11.04"', '"1104"', '24: kode is "1104"; expected a code such as "11" or "11.04"'),
        ('desa = "gampong"', 'desa = ""', '20: desa is ""; expected text of 1 to 40 characters'),
    ],
)
def test_a_mistake_is_refused_where_it_stands(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    berkas = tmp_path / "sebutan.toml"
    berkas.write_text(KECIL.replace(lama, baru, 1))
    with pytest.raises(KatalogSalah) as galat:
        muat_sebutan(berkas)
    assert str(galat.value) == f"{berkas}:{kata}"
