"""/cari: words in, rows out, each opening its card; what narrows, and what would find more."""

from __future__ import annotations

import pytest

from data.keputusan import IsiKeputusan
from data.musdes.musdes import Mulai
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD
from handlers.cari.cari import cari
from handlers.cari.saringan import Saringan, baca_saringan
from handlers.dialog.masukan import Masukan
from handlers.dialog.tombol import perintah
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.dunia_lingkup import PELAKU, DuniaLingkup
from tests.handlers.test_lingkup_semua import kirim
from tests.handlers.tim_dunia import SUKAMAJU, catat, orang, selesaikan_penugasan, tugaskan

SUKAMANAH = f"{KECAMATAN}.2017"
BETON = "Rabat beton Dusun 2 sepanjang 120 meter selesai."
POSYANDU = "Posyandu berjalan, 46 balita ditimbang."


@pytest.fixture
def sari(d: Dunia) -> Obrolan:
    return orang(d, "Bu Sari", PLD, SUKAMAJU, SUKAMANAH)


def ketemu(siapa: Obrolan) -> list[str]:
    """Rows, but for the topics that a villager's menu offers."""
    return [b.label for b in siapa.layar.pesan.daftar if not b.data.startswith(perintah("topik "))]


def ramai(sari: Obrolan) -> None:
    """An entry, a musyawarah and a decision about concrete, and one of last year."""
    catat(sari, hasil=BETON)
    catat(sari, hasil="Rabat beton Dusun 1.", tanggal="2025-10-02", desa=SUKAMANAH)
    m = sari.desa.musdes
    satu = m.ambil(m.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-18", "19:30", judul="Usulan rabat beton")))
    assert satu
    sari.desa.keputusan.tambah(satu.id, IsiKeputusan("Rabat beton Dusun 3 dibiayai Dana Desa"))


# -- asking -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["cari", "/cari", "cari apa", "pencarian"])
def test_without_words_they_are_asked_for(sari: Obrolan, teks: str) -> None:
    nomor = catat(sari, hasil=BETON)
    assert "Cari apa?" in sari.tulis(teks)
    assert "Contoh: rabat beton" in sari.layar
    assert sari.tulis("pembangunan beton").daftar == [f"{nomor} Sukamaju"]
    assert sari.terbuka is None
    sari.tulis("cari")
    assert sari.tulis("cari rabat beton").daftar == [f"{nomor} Sukamaju"]
    assert sari.terbuka is None


def test_too_little_to_look_for_is_asked_again(sari: Obrolan) -> None:
    sari.tulis("cari")
    assert "Contoh: rabat beton" in sari.tulis("?")
    assert sari.terbuka
    sari.tulis("beton")
    assert "belum ketemu" in sari.layar


@pytest.mark.parametrize("teks", ["cari rabat beton", "/cari rabat beton", "CARI Rabat, Beton!"])
def test_found_and_opened(sari: Obrolan, teks: str) -> None:
    nomor = catat(sari, hasil=BETON)
    catat(sari, hasil=POSYANDU)
    layar = sari.tulis(teks)
    assert layar.pesan.teks == "1 yang cocok. Ketuk untuk membuka."
    assert layar.pesan.judul.lower().startswith("cari “rabat")
    (satu,) = layar.pesan.daftar
    assert (satu.label, satu.ket) == (f"{nomor} Sukamaju", f"19/11/26 {BETON}")
    assert (len(satu.label) <= 24, len(satu.ket) <= 72) == (True, True)
    assert sari.tekan(satu.label).pesan.judul == f"#{nomor}"
    assert "Ubah" in sari.layar.tombol


def test_a_search_leaves_an_open_form_as_it_is(sari: Obrolan) -> None:
    catat(sari, hasil=BETON)
    sari.tulis("/catat")
    sari.tekan("Sukamaju")
    layar = sari.tulis("/cari beton")
    assert len(layar.daftar) == 1
    assert layar.tombol[0].startswith("Teruskan")
    assert sari.keadaan.jawaban["desa"] == SUKAMAJU


# -- whose ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("peran", "kode"), [(PD, KECAMATAN), (CAMAT, KECAMATAN), (ADMIN, "0")])
def test_those_above_read_what_they_find(d: Dunia, sari: Obrolan, peran: str, kode: str) -> None:
    nomor = catat(sari, hasil=BETON)
    rina = orang(d, "Bu Rina", peran, kode)
    assert rina.tulis("cari beton").daftar == [f"{nomor} Sukamaju"]
    rina.tekan(f"{nomor} Sukamaju")
    assert "Dicatat oleh Bu Sari." in rina.layar
    assert "Ubah" not in rina.layar.tombol
    rina.tulis(f"/cari {nomor}")
    assert "Dicatat oleh Bu Sari." in rina.layar
    assert "tidak ada dalam riwayat" in rina.tulis("/cari K-2611-9999")


@pytest.mark.parametrize(
    ("peran", "kode", "sah"), [(PLD, SUKAMANAH, True), (PD, "32.03.30", True), (PD, KECAMATAN, False)]
)
def test_out_of_scope_it_is_as_if_it_were_not_there(
    d: Dunia, sari: Obrolan, peran: str, kode: str, *, sah: bool
) -> None:
    nomor = catat(sari, hasil=BETON)
    d.tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('32.03.30', 'Lain', '', 'Asia/Jakarta')")
    ia = orang(d, "Ia", peran, kode, disahkan=sah)
    ada = ia.tulis("cari rabat beton sukamaju 2026").teks
    catat_lain = ia.tulis("cari rabat beton sukamakmur 2026").teks
    assert ada.replace("sukamaju", "X") == catat_lain.replace("sukamakmur", "X")
    assert "belum ketemu" in ia.layar
    assert ia.tulis(f"/cari {nomor}").teks.replace(nomor, "") == ia.tulis("/cari K-2611-9999").teks.replace(
        "K-2611-9999", ""
    )


@pytest.mark.parametrize("peran", [KPMD, None])
def test_it_is_for_those_who_read(d: Dunia, peran: str | None) -> None:
    ani = d.orang("Ani", peran=peran)
    assert "“Cari catatan” " in ani.tulis("/cari beton")
    assert not ketemu(ani)


def test_one_s_own_entries_of_a_former_role_are_read_as_another_s(d: Dunia, sari: Obrolan) -> None:
    nomor = catat(sari, hasil=BETON)
    selesaikan_penugasan(sari)
    tugaskan(sari, CAMAT, KECAMATAN)
    sari.tulis("cari beton")
    sari.tekan(f"{nomor} Sukamaju")
    assert "Dicatat oleh Bu Sari." in sari.layar


@pytest.fixture(scope="module")
def semesta() -> DuniaLingkup:
    return DuniaLingkup()


@pytest.mark.parametrize("siapa", PELAKU)
@pytest.mark.parametrize(
    "teks", ["hasil", "hasil masalah", "hasl", "+k", "pantau helikopter", "sukamaju", "qisana", "hasil +2026"]
)
def test_at_no_level_anything_leaks(semesta: DuniaLingkup, siapa: str, teks: str) -> None:
    """`kirim` looks for the marks of what is not theirs."""
    kirim(semesta, siapa, Masukan(teks=f"/cari {teks}"))
    if teks == "hasil":
        assert bool(ketemu(semesta.pelaku[siapa])) == (siapa not in ("warga", "kpmd", "sendiri", "mantan"))


# -- a village, a year, a kind ----------------------------------------------------------------------------------------


def test_a_village_among_the_words_is_the_place(sari: Obrolan) -> None:
    nomor = catat(sari, hasil=BETON)
    catat(sari, hasil=BETON, desa=SUKAMANAH)
    layar = sari.tulis("cari beton di desa suka maju 2026")
    assert layar.daftar == [f"{nomor} Sukamaju"]
    assert layar.teks == "Cari “beton di desa suka maju 2026”\n1 yang cocok di Sukamaju. Ketuk untuk membuka."
    sari.tulis("cari beton sukamaju")
    assert len(sari.tekan("Semua desa").daftar) == 2
    sari.tulis("cari sukamanah")
    assert (len(sari.layar.daftar), sari.layar.tombol) == (1, ["Cari lagi"])


def test_where_nothing_is_found_there_it_is_a_word(sari: Obrolan) -> None:
    nomor = catat(sari, hasil="Studi banding ke Sukamanah.")
    layar = sari.tulis("cari studi sukamanah")
    assert (layar.daftar, layar.pesan.judul) == ([f"{nomor} Sukamaju"], "Cari “studi sukamanah”")
    di_sana = catat(sari, hasil="Studi.", desa=SUKAMANAH)
    assert sari.tulis("cari studi tiru sukamanah").daftar == [f"{di_sana} Sukamanah"]
    assert "semua katanya" in sari.layar


def test_narrowed_by_kind_and_year_and_back(sari: Obrolan) -> None:
    ramai(sari)
    layar = sari.tulis("cari rabat beton")
    assert layar.tombol == [
        "Kegiatan (2)",
        "Musdes (1)",
        "Keputusan (1)",
        "Tahun 2026 (3)",
        "Tahun 2025 (1)",
        "Cari lagi",
    ]
    assert all(len(label) <= 20 for label in layar.tombol)
    assert [b.data.rpartition("~")[2].split()[0] for b in layar.pesan.daftar] == [
        "riwayat",
        "putusan",
        "musdes",
        "riwayat",
    ]
    assert sari.tekan("Keputusan (1)").daftar == ["P-2611-0001 Sukamaju"]
    assert sari.layar.pesan.daftar[0].data == perintah("putusan P-2611-0001")
    assert sari.layar.tombol == ["Semua jenis", "Cari lagi"]
    assert sari.tekan("Semua jenis").tombol == layar.tombol
    assert sari.tekan("Tahun 2025 (1)").daftar == ["K-2611-0002 Sukamanah"]
    assert sari.tekan("Semua tahun").tombol == layar.tombol
    assert sari.tulis("cari rabat beton +M +2026").daftar == ["M-2611-0001 Sukamaju"]
    assert "Mulai: " not in sari.tulis("cari rabat +p +2019")
    assert sari.layar.tombol == ["Tanpa saringan", "Cari lagi"]
    assert len(sari.tekan("Tanpa saringan").daftar) == 4


def test_pages(sari: Obrolan) -> None:
    for n in range(1, 19):
        catat(sari, hasil=f"Posyandu {n}.", tanggal=f"2026-10-{n:02}")
    layar = sari.tulis("cari posyandu")
    assert (len(layar.daftar), layar.tombol) == (8, ["Lainnya ›", "Cari lagi"])
    assert sari.tekan("Lainnya ›").tombol == ["Lainnya ›", "‹ Sebelumnya", "Cari lagi"]
    akhir = sari.tekan("Lainnya ›")
    assert (len(akhir.daftar), akhir.tombol) == (2, ["‹ Sebelumnya", "Cari lagi"])
    assert sari.tulis("cari posyandu +h99").daftar == akhir.daftar
    assert sari.tekan("‹ Sebelumnya").tombol == ["Lainnya ›", "‹ Sebelumnya", "Cari lagi"]
    assert sari.tulis("cari +2026").pesan.judul == "Cari"
    assert len(sari.layar.daftar) == 8


def test_more_than_can_be_counted(sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.pencarian.cari.TERHITUNG", 2)
    monkeypatch.setattr("data.pencarian.cari.CariQ._baris.__defaults__", (2,))
    for _ in range(3):
        catat(sari, hasil=BETON)
    assert "Lebih dari" in sari.tulis("cari beton")


def test_words_too_long_for_a_button_are_found_but_not_narrowed(sari: Obrolan) -> None:
    for n in range(9):
        catat(sari, hasil="Pembangunan saluran irigasi tersier kelompok tani makmur.", tanggal=f"202{n % 2 + 5}-10-01")
    layar = sari.tulis("cari pembangunan saluran irigasi tersier kelompok tani makmur")
    assert (len(layar.daftar), layar.tombol) == (8, ["Cari lagi"])
    assert "kata yang lebih sedikit" in layar
    assert "belum ketemu" in sari.tulis(f"cari {'pembangunan saluran irigasi ' * 40}+p")


# -- nothing, or not quite --------------------------------------------------------------------------------------------


def test_what_would_work_is_said(sari: Obrolan) -> None:
    catat(sari, hasil=POSYANDU)
    layar = sari.tulis("cari posyando")
    assert "“posyando” belum ketemu" in layar
    assert "kata yang lebih sedikit, atau ejaan lain" in layar
    assert "Mungkin maksudnya “posyandu”?" in layar
    assert len(sari.tekan("Ya, cari itu").daftar) == 1
    assert "tanpa saringan, kata" in sari.tulis("cari posyando +k")
    assert sari.tulis("cari jembatan").tombol == ["Cari lagi"]
    assert "Cari apa?" in sari.tekan("Cari lagi")


def test_some_of_the_words_are_better_than_none(sari: Obrolan) -> None:
    nomor = catat(sari, hasil=BETON)
    layar = sari.tulis("cari rabat jembatan")
    assert (layar.daftar, "paling dekat" in layar) == ([f"{nomor} Sukamaju"], True)
    layar = sari.tulis("cari rabat betom")
    assert (layar.daftar, layar.tombol) == ([f"{nomor} Sukamaju"], ["Ya, cari itu", "Cari lagi"])


@pytest.mark.parametrize(
    "teks",
    ['"', 'beton" OR "x', "NEAR(a b)", "*", "🙂", "+k", "+", "~!~", "a" * 10_000, "kata " * 2000, "%s {x}", "'; --"],
)
def test_whatever_is_typed(sari: Obrolan, teks: str) -> None:
    catat(sari, hasil=BETON)
    assert sari.tulis(f"/cari {teks}").pesan.teks


@pytest.mark.parametrize(
    ("nomor", "jadi"), [("M-2611-0003", "musdes"), ("#p-2611-0012", "putusan"), ("K-2611-0001", "riwayat")]
)
def test_a_number_is_opened(sari: Obrolan, nomor: str, jadi: str) -> None:
    assert cari.alih
    assert cari.alih(nomor).startswith(f"{jadi} ")
    assert sari.tulis(f"/cari {nomor}").pesan.teks


def test_a_musyawarah_is_opened_by_its_number_alone(sari: Obrolan) -> None:
    """`musdes` stands for other commands itself."""
    ramai(sari)
    (m,) = sari.desa.musdes.daftar(SUKAMAJU, 2026)
    assert sari.tulis(f"/cari {m.nomor}").teks == sari.tulis(f"/musdes {m.nomor}").teks


# -- behind a button --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "s",
    [
        Saringan("rabat beton"),
        Saringan("rabat", "keputusan", 2026, 3),
        Saringan("", "musdes"),
        Saringan("", "kegiatan", 2024),
    ],
)
def test_a_button_says_the_same_as_was_typed(s: Saringan) -> None:
    assert baca_saringan(s.perintah(halaman=s.halaman).removeprefix("0~!~cari")) == s


def test_there_is_no_page_before_the_first() -> None:
    assert baca_saringan("x +h0") == Saringan("x")
    assert Saringan("x" * 80).perintah() == ""
