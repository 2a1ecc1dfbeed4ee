import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.baca.cocok import Calon, cari_calon, lipat
from tests.handlers.dialog.baca.periksa import sabar, teks_ganas

DESA = [
    Calon("33.01.01.2001", "Sukamaju"),
    Calon("33.01.01.2002", "Sukamulya"),
    Calon("33.01.01.2003", "Karangjati"),
    Calon("33.01.01.2004", "Suka Makmur"),
    Calon("33.01.01.2005", "Margasari"),
    Calon("33.01.01.2006", "Margosari"),
    Calon("33.01.01.2007", "Desa Tanjung Karang"),
    Calon("33.01.01.2008", "Muara Enim Ilir Timur Baru"),
    Calon("33.01.01.2009", "Ba'a"),
    Calon("33.01.01.2010", "Sidomukti II"),
    Calon("33.01.01.2011", "Sidomukti III"),
    Calon("33.01.01.2012", "Leu"),
]
KEGIATAN = [
    Calon("AS01", "Musdus & gagasan", ("musdus", "penggalian gagasan")),
    Calon("AS02", "Musdes reguler", ("musyawarah desa", "musdes biasa")),
    Calon("AS03", "Musdes khusus (BLT, KDMP, darurat)", ("musdesus",)),
    Calon("AS05", "RKP Desa & DU-RKP", ("rkpdes", "rkp")),
    Calon("AS06", "Musrenbang Desa", ("musrenbangdes",)),
    Calon("AS13", "BLT Desa", ("bantuan langsung tunai", "salur blt")),
    Calon("PO01", "BUMDes: usaha", ("bum desa", "unit usaha")),
    Calon("PO02", "BUMDes: badan hukum", ("sertifikat bumdes",)),
    Calon("PO03", "Koperasi Desa KDMP", ("kopdes", "koperasi merah putih")),
    Calon("PO04", "Posyandu & stunting", ("rembuk stunting", "gizi")),
    Calon("ZZ99", "Kegiatan"),
]


def nama(teks: str, calon: list[Calon]) -> list[str]:
    return [c.label for c in cari_calon(teks, calon)]


@pytest.mark.parametrize(
    ("teks", "label"),
    [
        ("33.01.01.2003", ["Karangjati"]),
        ("33 01 01 2003", ["Karangjati"]),
        ("Sukamaju", ["Sukamaju"]),
        ("SUKAMAJU", ["Sukamaju"]),
        ("  sukamaju. ", ["Sukamaju"]),
        ("*Sukamaju*", ["Sukamaju"]),
        ("sukamaju 🙏", ["Sukamaju"]),
        ("Súkämâju", ["Sukamaju"]),
        ("ｓｕｋａｍａｊｕ", ["Sukamaju"]),
        ("desa sukamaju", ["Sukamaju"]),
        ("Ds. Sukamaju", ["Sukamaju"]),
        ("ds.sukamaju", ["Sukamaju"]),
        ("di sukamaju", ["Sukamaju"]),
        ("di desa sukamaju", ["Sukamaju"]),
        ("sukamaju pak", ["Sukamaju"]),
        ("eh desa sukamaju ya bu", ["Sukamaju"]),
        ("suka maju", ["Sukamaju"]),
        ("suka-maju", ["Sukamaju"]),
        ("sukamakmur", ["Suka Makmur"]),
        ("ds. suka mju", ["Sukamaju"]),
        ("sukamau", ["Sukamaju"]),
        ("sukamauj", ["Sukamaju"]),
        ("sukammaju", ["Sukamaju"]),
        ("suka", ["Suka Makmur"]),
        ("sukam", ["Sukamaju", "Sukamulya"]),
        ("sukamul", ["Sukamulya"]),
        ("makmur", ["Suka Makmur"]),
        ("karangjati", ["Karangjati"]),
        ("karangjti", ["Karangjati"]),
        ("karngjti", ["Karangjati"]),
        ("karang", ["Desa Tanjung Karang"]),
        ("tanjung", ["Desa Tanjung Karang"]),
        ("tanjung karang", ["Desa Tanjung Karang"]),
        ("desa tanjung karang", ["Desa Tanjung Karang"]),
        ("karang tanjung", ["Desa Tanjung Karang"]),
        ("tanjng karang", ["Desa Tanjung Karang"]),
        ("margasari", ["Margasari"]),
        ("margisari", ["Margasari", "Margosari"]),
        ("marg", ["Margasari", "Margosari"]),
        ("Muara Enim Ilir Timu…", ["Muara Enim Ilir Timur Baru"]),
        ("Muara Enim Ilir Timu", ["Muara Enim Ilir Timur Baru"]),
        ("Muara Enim Ilir Tim…", ["Muara Enim Ilir Timur Baru"]),
        ("Muara Enim Ilir Timur Ba", ["Muara Enim Ilir Timur Baru"]),
        ("Muara Enim Ilir Timur B…", ["Muara Enim Ilir Timur Baru"]),
        ("baa", ["Ba'a"]),
        ("Ba’a", ["Ba'a"]),
        ("ba a", ["Ba'a"]),  # run together: three letters, all of them right
        ("sidomukti ii", ["Sidomukti II"]),
        ("sidomukti iii", ["Sidomukti III"]),
        ("sidomukti", ["Sidomukti II", "Sidomukti III"]),
        ("leu", ["Leu"]),
    ],
)
def test_finds_a_village(teks: str, label: list[str]) -> None:
    assert nama(teks, DESA) == label


BUKAN_DESA = (
    "| |?|…|🙏|desa|ds.|karangsari|karangsri jati|lau|leo|xyz|33.01.01.2099|sidomulyo|sukamaju karangjati|"
    "tidak ada di daftar|a|sukabumi|2099"
)


@pytest.mark.parametrize("teks", [*BUKAN_DESA.split("|"), "a " * 13])
def test_finds_no_village(teks: str) -> None:
    assert nama(teks, DESA) == []


@pytest.mark.parametrize(
    ("teks", "id_kegiatan"),
    [
        ("AS02", ["AS02"]),
        ("as02", ["AS02"]),
        ("Musdes reguler", ["AS02"]),
        ("musdes", ["AS02", "AS03"]),
        ("musyawarah desa", ["AS02"]),
        ("musyawarah", ["AS02"]),
        ("musawara", ["AS02"]),
        ("musdesus", ["AS03"]),
        ("Musdes khusus (BLT, …", ["AS03"]),
        ("Musdes khusus (BLT, KDMP", ["AS03"]),
        ("kdmp", ["AS03", "PO03"]),
        ("blt", ["AS13"]),
        ("blt desa", ["AS13"]),
        ("kegiatan blt", ["AS13"]),
        ("salur blt", ["AS13"]),
        ("langsung tunai", ["AS13"]),
        ("rkp", ["AS05"]),
        ("rkpdes", ["AS05"]),
        ("du rkp", ["AS05"]),
        ("musrenbang", ["AS06"]),
        ("musrembang", ["AS06"]),
        ("musren", ["AS06"]),
        ("bumdes", ["PO01", "PO02"]),
        ("bumdes usaha", ["PO01"]),
        ("usaha bumdes", ["PO01"]),
        ("bumdes hukum", ["PO02"]),
        ("bumds hukum", ["PO02"]),
        ("koperasi", ["PO03"]),
        ("koprasi", ["PO03"]),
        ("kopdes", ["PO03"]),
        ("stunting", ["PO04"]),
        ("stuntng", ["PO04"]),
        ("pos yandu", ["PO04"]),
        ("posyandu stunting", ["PO04"]),
        ("kegiatan", ["ZZ99"]),
        ("musdes biasa pak", ["AS02"]),
    ],
)
def test_finds_an_activity(teks: str, id_kegiatan: list[str]) -> None:
    assert [c.id for c in cari_calon(teks, KEGIATAN)] == id_kegiatan


def test_a_surer_kind_of_match_hides_the_others() -> None:
    satu = Calon("musdes", "Rapat")
    dua = Calon("2", "Musdes")
    tiga = Calon("3", "Musdes khusus", ("musdes",))
    empat = Calon("4", "Rapat persiapan musdes")
    semua = [empat, tiga, dua, satu]
    for sisa, terpilih in ((4, satu), (3, dua), (2, tiga), (1, empat)):
        assert cari_calon("musdes", semua[:sisa]) == [terpilih]


def test_a_keyword_is_surer_than_the_beginning_of_a_label() -> None:
    calon = [Calon("1", "Pantau fisik desa"), Calon("2", "Kunjungan", ("pantau",))]
    assert cari_calon("pantau", calon) == [calon[1]]


def test_the_exact_label_wins_over_one_that_differs_by_a_noise_word() -> None:
    calon = [Calon("1", "Desa Baru"), Calon("2", "Baru")]
    assert cari_calon("Baru", calon) == [calon[1]]
    assert cari_calon("desa baru", calon) == [calon[0]]


def test_labels_cut_alike_are_all_offered() -> None:
    calon = [Calon("1", "Penyusunan perubahan RPJM"), Calon("2", "Penyusunan perubahan APB")]
    assert cari_calon("Penyusunan perubahan", calon) == calon
    assert cari_calon("Penyusunan perubaha…", calon) == calon


def test_nothing_to_choose_from() -> None:
    assert cari_calon("musdes", []) == []
    assert cari_calon("musdes pak", []) == []


def test_a_long_text_is_cut_before_it_is_read() -> None:
    assert cari_calon("sukamaju" + " " * 10_000, DESA) == [DESA[0]]
    assert cari_calon("sukamaju " * 2_000, DESA) == []


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Musdes  Khusus (BLT)", "musdes khusus blt"),
        ("Jum’at", "jumat"),
        ("DU-RKP", "du rkp"),
        ("Désa É", "desa e"),
        ("a_b", "a b"),
        ("…", ""),
    ],
)
def test_folding(teks: str, hasil: str) -> None:
    assert lipat(teks) == hasil


calon_apa_pun = st.lists(
    st.builds(
        Calon,
        id=st.text(max_size=8),
        label=st.text("abcDEé &-(12…🙏", min_size=1, max_size=40),
        kata=st.lists(st.text("abcd ", max_size=12), max_size=3).map(tuple),
    ),
    max_size=12,
)


@sabar
@given(calon_apa_pun, st.text("abcdeé 12-…", max_size=30) | st.text(max_size=30))
def test_what_is_found_was_on_offer_and_in_order(calon: list[Calon], teks: str) -> None:
    hasil = cari_calon(teks, calon)
    letak = [next(i for i, c in enumerate(calon) if c is h) for h in hasil]
    assert letak == sorted(set(letak))


@sabar
@given(calon_apa_pun, st.data())
def test_every_label_finds_its_own(calon: list[Calon], data: st.DataObject) -> None:
    pantas = [c for c in calon if lipat(c.label) and len(lipat(c.label).split()) <= 12]
    if not pantas:
        return
    c = data.draw(st.sampled_from(pantas))
    hasil = cari_calon(c.label, calon)
    assert c in hasil or any(lipat(lain.id) == lipat(c.label) for lain in hasil)
    if len(c.label) > 20 and lipat(c.label[:19]):
        assert cari_calon(c.label[:19] + "…", calon)


def test_among_two_hundred_alike_the_one_that_was_meant_is_found() -> None:
    banyak = [Calon(f"K{i}", f"{a}{b} {i}", (f"kata{i}",)) for i, (a, b) in enumerate(_nama_desa())]
    assert len(banyak) == 200
    for n in (0, 7, 113, 199):
        assert [c.id for c in cari_calon(banyak[n].label, banyak)] == [f"K{n}"]
        assert [c.id for c in cari_calon(f"kata{n}", banyak)] == [f"K{n}"]
    assert cari_calon("tidak ada di daftar ini", banyak) == []


def _nama_desa() -> list[tuple[str, str]]:
    depan = "Suka Karang Marga Banjar Tanjung Sido Wono Mekar Cipta Bumi Tegal Kali Rejo Purwo Giri Muara Teluk Batu "
    depan += "Jati Sumber"
    belakang = "maju mulya sari jaya rejo harjo agung asri makmur indah"
    return [(a, b) for a in depan.split() for b in belakang.split()]


@teks_ganas
def test_hostile_texts_choose_nothing_that_is_not_on_offer(teks: str) -> None:
    """The hostile ones made a careless search hang."""
    assert set(cari_calon(teks, KEGIATAN)) <= set(KEGIATAN)
    assert cari_calon("musdes", [Calon(teks, teks, (teks,))]) == []
