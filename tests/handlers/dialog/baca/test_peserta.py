import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.baca.peserta import MAKSIMAL, Peserta, baca_peserta
from tests.handlers.dialog.baca.periksa import dibaca_atau_ditolak, ditolak, sabar, teks_acak, teks_ganas, tetap_cepat

HANYA_34 = (
    "34|34 orang|34 org|34 orng|34orang|34 Orang.|34 peserta|34 warga|34 jiwa|34 yang hadir|hadir 34 orang|ada 34|"
    "total 34|jumlah 34|jumlahnya 34 orang|34 orang ya pak|34 🙏|٣٤|３４|tiga puluh empat|tiga puluh empat orang|"
    "pesertanya 34|34 hadirin|34 kader|semuanya 34|34 orang semua|cuma 34|34 orang saja|(34)|= 34|0034|34,"
)
DUA_PULUH_DUA_DAN_DUA_BELAS = (
    "22 L 12 P|22 l 12 p|22L 12P|22L12P|22l,12p|22L/12P|22 L / 12 P|22 L, 12 P|22 L dan 12 P|22 L + 12 P|22 L & 12 P|"
    "12 P 22 L|12P/22L|L 22 P 12|L22 P12|L22P12|L:22, P:12|L: 22 P: 12|L=22 P=12|L = 22, P = 12|P 12 L 22|L.22 P.12|"
    "L 22, P 12|L (22) P (12)|L - 22 P - 12|L 22 / P 12|22 laki-laki 12 perempuan|22 laki - laki, 12 perempuan|"
    "22 laki laki dan 12 perempuan|22 laki2 12 perempuan|laki2 22, perempuan 12|laki-laki 22, perempuan 12|"
    "laki22 perempuan12|laki-laki: 22 orang, perempuan: 12 orang|22 orang laki-laki dan 12 orang perempuan|"
    "lk 22 pr 12|22 lk 12 pr|lk2 22 pr 12|lk. 22, pr. 12|22 pria 12 wanita|pria 22 wanita 12|22 cowok 12 cewek|"
    "22 bapak 12 ibu|22 bapak-bapak dan 12 ibu-ibu|bapak2 22 ibu2 12|bapak-bapak 22, ibu-ibu 12|22 bpk 12 ibu|"
    "22 lelaki 12 prempuan|laki-lakinya 22, perempuannya 12|34 (12 P)|34 (P 12)|34(12P)|34 orang (12 P)|"
    "34 orang, 12 perempuan|34 orang 12 perempuan|34, 12 P|34 org, 12 pr|34 orang, perempuan 12|"
    "34 orang, termasuk 12 perempuan|34 orang, 12 di antaranya perempuan|12 P dari 34|12 perempuan dari 34 orang|"
    "34 (22 L)|34 orang, laki-laki 22|34 (L 22, P 12)|34 (22 L, 12 P)|34 orang (L: 22, P: 12)|34 orang: 22 L 12 P|"
    "34 orang terdiri dari 22 laki-laki dan 12 perempuan|34 org: lk 22 pr 12|34 L 22 P 12|total 34, 22 L 12 P|"
    "jumlah peserta 34 orang, L 22, P 12|22 L 12 P total 34|22 L + 12 P = 34|34 = 22 L + 12 P|22 L, 12 P, jumlah 34|"
    "L 22 P 12 (34)|L 22 P 12 jumlah 34|jumlah peserta 22 L 12 P|hadir 22 L 12 P|semuanya 34, 12 P|"
    "dua puluh dua laki-laki, dua belas perempuan|22 L 12 P ya bu|22 L 12 P 🙏|٢٢ L ١٢ P|22 L\n12 P|"
    "Laki-laki : 22\nPerempuan : 12|22 LAKI-LAKI 12 PEREMPUAN|*22 L 12 P*"
)


@pytest.mark.parametrize("teks", HANYA_34.split("|"))
def test_a_head_count(teks: str) -> None:
    assert baca_peserta(teks) == Peserta(34, None, None)


@pytest.mark.parametrize("teks", DUA_PULUH_DUA_DAN_DUA_BELAS.split("|"))
def test_men_and_women(teks: str) -> None:
    assert baca_peserta(teks) == Peserta(34, 22, 12)


@pytest.mark.parametrize(
    ("teks", "peserta"),
    [
        ("1", Peserta(1, None, None)),
        ("1.200 orang", Peserta(1200, None, None)),
        ("1.200 L 800 P", Peserta(2000, 1200, 800)),
        ("100.000", Peserta(100_000, None, None)),
        ("22 L 0 P", Peserta(22, 22, 0)),
        ("0 L 12 P", Peserta(12, 0, 12)),
        ("12 (12 P)", Peserta(12, 0, 12)),
        ("34 (0 P)", Peserta(34, 34, 0)),
        ("34 p 34", Peserta(34, 0, 34)),
        ("34 orang (0 L, 34 P)", Peserta(34, 0, 34)),
        ("12 ibu semua", Peserta(12, 0, 12)),
        ("perempuan semua 12", Peserta(12, 0, 12)),
        ("12 P saja", Peserta(12, 0, 12)),
        ("22 bapak-bapak semua", Peserta(22, 22, 0)),
        ("34 orang, 12 P saja", Peserta(34, 22, 12)),
        ("laki 2 perempuan 3", Peserta(5, 2, 3)),
        ("laki2 2 perempuan 3", Peserta(5, 2, 3)),
    ],
)
def test_reads_participants(teks: str, peserta: Peserta) -> None:
    assert baca_peserta(teks) == peserta


TIDAK_ADA_ORANG = (
    "tidak ada|Tidak ada.|tdk ada|gak ada|nihil|NIHIL|kosong|nol|0|0 orang|nol orang|tidak ada peserta|"
    "tidak ada yang hadir|0 L 0 P|L 0 P 0|nihil 🙏"
)


@pytest.mark.parametrize("teks", TIDAK_ADA_ORANG.split("|"))
def test_nobody(teks: str) -> None:
    assert baca_peserta(teks) == Peserta(0, 0, 0)


TAKSIRAN = (
    "sekitar 30|kira-kira 30|kira2 30|kurang lebih 30|±30|~30|>30|30an|30-an|30 an|30+|30-35|30 - 35 orang|"
    "lebih dari 30|30 lebih|hampir 30|puluhan|banyak|beberapa orang|antara 30 dan 35|sekitar 22 L 12 P"
)


@pytest.mark.parametrize("teks", TAKSIRAN.split("|"))
def test_an_estimate_is_asked_for_the_count(teks: str) -> None:
    kata = ditolak(baca_peserta, teks)
    assert kata == "Tulis jumlah yang dihitung, ya, satu angka pasti. Contoh: 34, 22 L 12 P atau 34 (12 P)"


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("22 L 12 P = 40", "22 L + 12 P = 34, bukan 40. Contoh: 22 L 12 P"),
        ("40 L 22 P 12", "22 L + 12 P = 34, bukan 40. Contoh: 22 L 12 P"),
        ("40 orang (22 L, 12 P)", "22 L + 12 P = 34, bukan 40. Contoh: 22 L 12 P"),
        ("30 (22 L 12 P)", "22 L + 12 P = 34, bukan 30. Contoh: 22 L 12 P"),
        ("34 (40 P)", "40 itu lebih banyak dari jumlahnya, 34. Contoh: 34, 22 L 12 P atau 34 (12 P)"),
        ("34 orang, 40 L", "40 itu lebih banyak dari jumlahnya, 34. Contoh: 34, 22 L 12 P atau 34 (12 P)"),
        ("22/12", "Mana yang L, mana yang P? Contoh: 22 L 12 P atau 12 L 22 P"),
        ("22 12", "Mana yang L, mana yang P? Contoh: 22 L 12 P atau 12 L 22 P"),
        ("22, 12", "Mana yang L, mana yang P? Contoh: 22 L 12 P atau 12 L 22 P"),
        ("22 + 12", "Mana yang L, mana yang P? Contoh: 22 L 12 P atau 12 L 22 P"),
        ("12 P", "P 12, lalu L berapa? Contoh: 22 L 12 P atau 0 L 12 P"),
        ("12 perempuan", "P 12, lalu L berapa? Contoh: 22 L 12 P atau 0 L 12 P"),
        ("L 22", "L 22, lalu P berapa? Contoh: 22 L 12 P atau 22 L 0 P"),
        ("34 l 0 p 34", "Mana jumlahnya, mana L dan P-nya? Contoh: 34 orang (22 L, 12 P)"),
        ("100.001", "Yang bisa dicatat sampai 100.000 orang. Contoh: 34, 22 L 12 P atau 34 (12 P)"),
        ("60.000 L 50.000 P", "Yang bisa dicatat sampai 100.000 orang. Contoh: 34, 22 L 12 P atau 34 (12 P)"),
        ("100.000 P", "P 100000, lalu L berapa? Contoh: 22 L 100000 P atau 0 L 100000 P"),
    ],
)
def test_what_does_not_add_up_is_named(teks: str, kata: str) -> None:
    assert ditolak(baca_peserta, teks) == kata


BUKAN_JUMLAH = (
    "| |?|🙏|pak|abc|L|L P|22 x 12|34 KK|34 kepala keluarga|-5|(-5)|22 L 12 L|22 12 10|22 L 12 P 10 20|"
    "34 34 L 22 P 12|22 dewasa 12 anak|12,5|12.5|1,200|tidak ada perempuan|laki2 perempuan 3|2 ribu|20%|L 22 12 P 3|"
    "60000 50000|semua|semua ibu|½|2³"
)


@pytest.mark.parametrize("teks", [*BUKAN_JUMLAH.split("|"), "9" * 30])
def test_what_is_not_a_head_count_is_asked_again(teks: str) -> None:
    ditolak(baca_peserta, teks)


@pytest.mark.parametrize(
    ("jumlah", "laki", "perempuan"),
    [
        (34, 22, 13),
        (34, None, 12),
        (34, 22, None),
        (-1, None, None),
        (MAKSIMAL + 1, None, None),
        (5, -1, 6),
        (5, 6, -1),
        (0, None, None),
    ],
)
def test_participants_that_do_not_add_up_cannot_be_made(jumlah: int, laki: int | None, perempuan: int | None) -> None:
    with pytest.raises(ValueError):
        Peserta(jumlah, laki, perempuan)


def test_participants_as_we_write_them() -> None:
    assert str(Peserta(34, 22, 12)) == "34 orang (22 L, 12 P)"
    assert str(Peserta(34, None, None)) == "34 orang"
    assert str(Peserta(1200, 0, 1200)) == "1.200 orang (0 L, 1.200 P)"
    assert str(Peserta(0, 0, 0)) == "0 orang"


def test_participants_as_they_are_stored() -> None:
    assert Peserta(34, 22, 12).ke_json() == {"jumlah": 34, "l": 22, "p": 12}
    assert Peserta.dari_json({"jumlah": 34, "l": None, "p": None}) == Peserta(34, None, None)


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"jumlah": 34},
        {"jumlah": "34", "l": None, "p": None},
        {"jumlah": 34, "l": 22, "p": 13},
        {"jumlah": True, "l": None, "p": None},
    ],
)
def test_what_was_never_stored_is_not_participants(isi: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Peserta.dari_json(isi)


terpilah = st.tuples(st.integers(0, MAKSIMAL // 2), st.integers(0, MAKSIMAL // 2)).map(lambda n: Peserta(sum(n), *n))
siapa_pun = st.integers(1, MAKSIMAL).map(lambda n: Peserta(n, None, None)) | terpilah


@sabar
@given(siapa_pun)
def test_participants_shown_are_read_back(peserta: Peserta) -> None:
    assert baca_peserta(str(peserta)) == peserta
    assert baca_peserta(str(peserta).lower()) == peserta
    assert Peserta.dari_json(peserta.ke_json()) == peserta


@sabar
@given(terpilah)
def test_every_order_of_men_and_women_is_the_same(peserta: Peserta) -> None:
    laki, perempuan = peserta.l, peserta.p
    for teks in (
        f"{laki} L {perempuan} P",
        f"P {perempuan} L {laki}",
        f"laki-laki {laki}, perempuan {perempuan}",
        f"{perempuan} ibu dan {laki} bapak",
        f"{peserta.jumlah} orang: {laki} L {perempuan} P",
        f"{peserta.jumlah} orang ({perempuan} P)",
    ):
        assert baca_peserta(teks) == peserta


POTONGAN = (
    "L P l p laki-laki laki2 perempuan ibu bapak orang org total = + semua dan dari 22 12 34 0 1.200 sekitar nihil"
)


@sabar
@given(teks_acak(POTONGAN))
def test_any_text_is_read_or_refused(teks: str) -> None:
    dibaca_atau_ditolak(baca_peserta, teks)


@teks_ganas
def test_hostile_texts_take_no_time(teks: str) -> None:
    tetap_cepat(baca_peserta, teks)
