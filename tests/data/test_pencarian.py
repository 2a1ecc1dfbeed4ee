"""Searching: by roots, within one's scope, whatever is typed; the index follows every change."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.tick import Ticker
from data.desa import Desa
from data.kegiatan import Kegiatan
from data.keputusan import IsiKeputusan
from data.musdes.musdes import Mulai
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, OrangQ
from data.pencarian import Hasil, desa_disebut, isi_susulan, perlu_disegarkan
from data.pencarian.cuplikan import cuplikan
from data.pencarian.kata import akar_semua, kata_dicari, kata_panjang
from data.penghapusan import PenghapusanQ
from data.store import Store, Tx
from tests.conftest import KINI, Jam
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi, pendamping
from tests.data.test_penugasan import LAIN, orang
from tests.kali import kali

RABAT = "Membangun rabat beton di Dusun 2 sepanjang 120 meter, dihadiri kepala dusun."
POSYANDU = "Mendampingi kader posyandu menimbang balita."


@pytest.fixture
def sari(tx: Tx) -> Desa:
    return desa(tx, orang(tx, "Bu Sari", PLD, SUKAMAJU, SUKAMANAH))


def catat(d: Desa, hasil: str, **lain: str | int | None) -> Kegiatan:
    satu = d.kegiatan.ambil(d.kegiatan.catat(isi(hasil=hasil, **lain), [], None))
    assert satu
    return satu


def nomor(hasil: Hasil) -> list[str]:
    return [t.nomor for t in hasil.temuan]


# -- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "teks",
    ["pembangunan", "dibangun", "RABAT Beton", "beton, rabat!", "rabat di dusun", "beto", "sukamaju beton", "beton 2026",
     "kegiatan beton", "bangun bet"],
)  # fmt: skip
def test_found_by_its_roots_its_place_and_its_year(sari: Desa, teks: str) -> None:
    k = catat(sari, RABAT)
    catat(sari, POSYANDU, desa=SUKAMANAH, tanggal="2025-11-20", kegiatan="AS02")
    assert (nomor(sari.cari.temukan(teks))[:1], sari.cari.temukan(teks).sebagian) == ([k.nomor], teks == "bangun bet")


def test_all_words_before_some_words_before_none(sari: Desa) -> None:
    catat(sari, "Rapat jalan dusun.", tanggal="2026-11-19")
    beton = catat(sari, "Rabat beton jalan dusun.", tanggal="2026-11-01")
    saluran = catat(sari, "Saluran irigasi beton.", tanggal="2026-11-18")
    assert nomor(sari.cari.temukan("rabat beton jalan")) == [beton.nomor]
    hasil = sari.cari.temukan("rabat beton irigasi")
    assert (hasil.sebagian, nomor(hasil)) == (True, [saluran.nomor, beton.nomor])
    hasil = sari.cari.temukan("jembatan gantung")
    assert (hasil.jumlah, hasil.sebagian, hasil.temuan) == (0, False, ())
    assert sari.cari.temukan("").jumlah == sari.cari.temukan("🙂 !!").jumlah == 0


def test_by_village_year_and_kind_with_counts_and_pages(sari: Desa) -> None:
    for n in range(1, 13):
        catat(sari, f"Posyandu ke-{n}.", tanggal=f"2026-10-{n:02}")
    lama = catat(sari, "Posyandu.", tanggal="2025-10-01", desa=SUKAMANAH)
    semua = sari.cari.temukan("posyandu")
    assert (semua.jumlah, semua.lebih, semua.menurut_tahun, semua.menurut_jenis) == (
        13, False, {2026: 12, 2025: 1}, {"kegiatan": 13},
    )  # fmt: skip
    assert [t.tanggal for t in semua.temuan] == [f"2026-10-{n:02}" for n in range(12, 4, -1)]
    assert nomor(sari.cari.temukan("posyandu", mulai=12)) == [lama.nomor]
    assert nomor(sari.cari.temukan("posyandu", tahun=2025)) == [lama.nomor]
    assert nomor(sari.cari.temukan("", desa=SUKAMANAH)) == [lama.nomor]
    assert sari.cari.temukan("posyandu", apa="musdes").jumlah == 0


def test_more_than_can_be_counted_is_said(sari: Desa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.pencarian.cari.TERHITUNG", 3)
    monkeypatch.setattr("data.pencarian.cari.CariQ._baris.__defaults__", (3,))
    for n in range(4):
        catat(sari, f"Posyandu {n}.")
    hasil = sari.cari.temukan("posyandu")
    assert (hasil.jumlah, hasil.lebih) == (3, True)
    assert not sari.cari.temukan("posyandu 2").lebih


def test_a_slip_is_held_against_what_there_is(sari: Desa) -> None:
    catat(sari, RABAT)
    assert sari.cari.dekat("rabbat betom di dusun") == "rabat beton di dusun"
    assert sari.cari.dekat("sukamju membngun") == "sukamaju membangun"
    assert sari.cari.dekat("rabat beton") == ""
    assert sari.cari.dekat("helikopter betom") == ""


@pytest.mark.parametrize(
    "teks",
    ['"', "'", "beton\"", 'rabat" OR "x', "rabat NEAR/2 beton", "beton*", "akar:beton", "rabat AND", "NOT beton", "^beton",
     "rabat' | 'x", "a & !b", ":*", "\\", "beton\\'", "({[", "🙂 beton", "\0", "beton\0rabat", "%", "a1", "o1 w32", "-- ;",
     "beton " * 2000, "x" * 10_000, " ".join(f"kata{n}" for n in range(3000)), "ĉ é ﷽", "１２３", "İ"],
)  # fmt: skip
def test_nothing_typed_is_syntax(sari: Desa, teks: str) -> None:
    catat(sari, RABAT)
    budi = desa(sari._tx, orang(sari._tx, "Pak Budi", PLD, f"{KECAMATAN}.2005"))
    for siapa in (sari, budi):
        hasil = siapa.cari.temukan(teks)
        siapa.cari.dekat(teks)
        assert hasil.jumlah in (0, 1)
        assert siapa is sari or not hasil.jumlah


@given(teks=st.text(max_size=200))
@settings(max_examples=kali(60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_nothing_at_all_is_syntax(sari: Desa, teks: str) -> None:
    sari.cari.temukan(teks)
    sari.cari.catat("kegiatan", 1, SUKAMAJU, "2026-11-20", sari.lingkup.orang_id, teks)
    assert all(a.isascii() and a.isalnum() for a in akar_semua(teks))
    assert len(kata_dicari(teks)) <= 12


def test_a_long_text_is_read_to_its_end() -> None:
    akar = akar_semua("kata " * 10_000 + "penutup jembatan")
    assert akar == akar_semua("kata penutup jembatan")
    assert kata_panjang("kata " * 10_000 + "jembatan")[-1] == "jembatan"


# -- the place of the hit ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bagian", "teks", "jadi"),
    [
        (["Pantau fisik", "Papan terpasang."], "papan", "Papan terpasang."),
        (["Pantau fisik", "Papan terpasang."], "", "Pantau fisik"),
        (["Pantau fisik", f"{'kata ' * 30}lalu membangun jembatan gantung"], "jembatan", "…kata lalu membangun jembatan gantung"),
        (["a" * 100], "jembatan", "a" * 39 + "…"),
        (["b" * 50 + " jembatan " + "c" * 50], "jembatan", "…jembatan " + "c" * 29 + "…"),
        (["jembatan\n\n baru " + "d" * 50], "jembatan", "jembatan baru " + "d" * 25 + "…"),
        ([], "jembatan", ""),
    ],
)  # fmt: skip
def test_a_few_words_around_the_hit(bagian: list[str], teks: str, jadi: str) -> None:
    satu = cuplikan(bagian, kata_dicari(teks), 40)
    assert (satu, len(satu) <= 40) == (jadi, True)


@given(
    bagian=st.lists(st.text("abc jembatan\n", max_size=200), max_size=3),
    kata=st.sampled_from(["jembatan", "abc", "a"]),
    panjang=st.integers(20, 80),
)
@settings(max_examples=kali(200))
def test_it_is_never_longer_than_there_is_room(bagian: list[str], kata: str, panjang: int) -> None:
    assert len(cuplikan(bagian, kata_dicari(kata), panjang)) <= panjang


# -- whose ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peran", "kode", "disahkan", "dapat"),
    [
        (PLD, SUKAMAJU, True, True),
        (PLD, SUKAMAJU, False, False),
        (PLD, SUKAMANAH, True, False),
        (PLD, f"{LAIN}.2001", True, False),
        (KPMD, SUKAMAJU, True, False),
        (PD, KECAMATAN, True, True),
        (PD, LAIN, True, False),
        (CAMAT, KECAMATAN, True, True),
        (ADMIN, "0", True, True),
    ],
)
def test_who_finds_what_others_wrote(tx: Tx, peran: str, kode: str, *, disahkan: bool, dapat: bool) -> None:
    sari = desa(tx, orang(tx, "Bu Sari"))
    k = catat(sari, RABAT)
    musdes = sari.musdes.ambil(sari.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-20", "19:30", judul="Rabat beton")))
    assert musdes
    sari.keputusan.tambah(musdes.id, IsiKeputusan("Rabat beton Dusun 2"))
    q = desa(tx, orang(tx, "Ia", peran, kode, disahkan=disahkan)).cari
    hasil = q.temukan("rabat beton")
    assert hasil.menurut_jenis == ({"kegiatan": 1, "musdes": 1, "keputusan": 1} if dapat else {})
    assert [t.milik for t in hasil.temuan] == [False] * 3 * dapat
    assert q.temukan("", desa=SUKAMAJU).jumlah == 3 * dapat
    assert q.dekat("rabat betom") == ("rabat beton" if dapat else "")
    assert [t.milik for t in sari.cari.temukan("rabat").temuan if t.nomor == k.nomor] == [True]


@given(data=st.data())
@settings(max_examples=kali(40), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_nobody_finds_what_the_scope_does_not_open(tx: Tx, data: st.DataObject) -> None:
    tempat = [SUKAMAJU, SUKAMANAH, f"{LAIN}.2001"]
    kode = st.sampled_from([*tempat, KECAMATAN, LAIN, "32.03", "32"])
    semua = []
    for nama, satu in (("A", SUKAMAJU), ("B", SUKAMANAH), ("C", f"{LAIN}.2001")):
        d = desa(tx, orang(tx, nama, PLD, satu, disahkan=data.draw(st.booleans())))
        for di in data.draw(st.lists(st.sampled_from(tempat), max_size=3)):
            OrangQ(tx)
            desa(tx, orang(tx, "X", PLD, di))
            semua.append((catat(d, RABAT, desa=di), d.lingkup.orang_id))
    ia = desa(
        tx,
        orang(
            tx, "Ia", data.draw(st.sampled_from([PLD, PD, CAMAT])), data.draw(kode), disahkan=data.draw(st.booleans())
        ),
    )
    for siapa in {o for _, o in semua} | {ia.lingkup.orang_id}:
        d = desa(tx, OrangQ(tx).ambil(siapa, KINI))
        boleh = {k.nomor for k, o in semua if o == siapa or d.lingkup.boleh_baca(k.desa)}
        lama = {k.nomor for k, _ in semua}
        assert set(nomor(d.cari.temukan("rabat beton", batas=100))) & lama == boleh
        assert set(nomor(d.cari.temukan("beton helikopter", batas=100))) & lama == boleh
        for di in tempat:
            assert set(nomor(d.cari.temukan("", desa=di, batas=100))) & lama == {
                k.nomor for k, _ in semua if k.nomor in boleh and k.desa == di
            }


def test_what_several_villages_decide_is_found_through_any(tx: Tx) -> None:
    pd = desa(tx, orang(tx, "Bu Rina", PD, KECAMATAN))
    sari = desa(tx, orang(tx, "Bu Sari", PLD, SUKAMAJU))
    budi = desa(tx, orang(tx, "Pak Budi", PLD, f"{KECAMATAN}.2005"))
    orang(tx, "Bu Mana", PLD, SUKAMANAH)
    mad = pd.musdes.ambil(pd.musdes.mulai(Mulai("mad", (SUKAMAJU, SUKAMANAH), "2026-11-20", "09:00", judul="Pasar")))
    assert mad
    pd.keputusan.tambah(mad.id, IsiKeputusan("Pasar bersama dibuka"))
    for siapa, jenis in ((pd, {"musdes": 1, "keputusan": 1}), (sari, {"musdes": 1, "keputusan": 1}), (budi, {})):
        assert siapa.cari.temukan("pasar").menurut_jenis == jenis
    assert sari.cari.temukan("pasar", desa=SUKAMAJU).jumlah == 2


# -- the index follows ------------------------------------------------------------------------------------------------


def test_changes_deletions_and_their_undoing_are_followed(sari: Desa) -> None:
    k = catat(sari, RABAT)
    sari.kegiatan.ubah(k, {"hasil": "Jembatan gantung.", "desa": SUKAMANAH, "tanggal": "2025-01-02"}, "salah")
    assert sari.cari.temukan("beton").jumlah == 0
    (satu,) = sari.cari.temukan("jembatan").temuan
    assert (satu.nomor, satu.desa, satu.tanggal, satu.cuplikan) == (
        k.nomor,
        SUKAMANAH,
        "2025-01-02",
        "Jembatan gantung.",
    )
    assert sari.cari.temukan("jembatan", desa=SUKAMAJU).jumlah == sari.cari.temukan("jembatan", tahun=2026).jumlah == 0
    sari.kegiatan.hapus(k)
    assert sari.cari.temukan("jembatan").jumlah == 0
    assert sari._tx.all("SELECT id FROM cari WHERE apa = 'kegiatan' AND acuan = ?", (k.id,)) == []
    terhapus = sari.kegiatan.ambil(k.nomor, terhapus=True)
    assert terhapus
    assert sari.kegiatan.pulihkan(terhapus)
    assert nomor(sari.cari.temukan("jembatan")) == [k.nomor]


def test_recorded_twice_is_once_and_thrown_out_is_gone(sari: Desa) -> None:
    k = catat(sari, RABAT)
    for _ in range(2):
        sari.cari.catat("kegiatan", k.id, k.desa, k.tanggal, k.orang_id, "Turap sungai")
    assert (sari.cari.temukan("turap").jumlah, sari.cari.temukan("beton").jumlah) == (1, 0)
    for _ in range(2):
        sari.cari.buang("kegiatan", k.id)
    assert sari.cari.temukan("turap").jumlah == 0


def test_what_was_deleted_is_not_found_even_where_the_index_was_not_told(sari: Desa) -> None:
    k = catat(sari, RABAT)
    musdes = sari.musdes.ambil(sari.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-20", "19:30", judul="Beton")))
    assert musdes
    sari.keputusan.tambah(musdes.id, IsiKeputusan("Rabat beton Dusun 2"))
    assert sari.cari.temukan("beton").jumlah == 3
    sari._tx.run("UPDATE musdes SET dihapus = 1 WHERE id = ?", (musdes.id,))
    assert nomor(sari.cari.temukan("beton")) == [k.nomor]
    sari._tx.run("UPDATE kegiatan SET dihapus = 1 WHERE id = ?", (k.id,))
    assert sari.cari.temukan("beton").jumlah == 0
    assert {apa for apa, _ in perlu_disegarkan(sari._tx)} == {"kegiatan", "musdes", "keputusan"}
    assert isi_susulan(sari._tx) == 3
    assert sari._tx.all("SELECT id FROM cari WHERE orang_id = ?", (sari.lingkup.orang_id,)) == []


def test_a_musyawarah_is_found_by_its_kind_and_by_all_that_was_written_there(tx: Tx, sari: Desa) -> None:
    nomor_ = sari.musdes.mulai(Mulai("blt", (SUKAMAJU,), "2026-11-20", "19:30", tempat="Aula SDN"))
    m = sari.musdes.ambil(nomor_)
    assert m
    tx.run("INSERT INTO agenda (musdes_id, urutan, judul) VALUES (?, 1, 'Verifikasi calon penerima')", (m.id,))
    tx.run(
        "INSERT INTO catatan_musdes (musdes_id, waktu, orang_id, teks) VALUES (?, 1, ?, 'Usul sumur bor ditunda')",
        (m.id, m.orang_id),
    )
    tx.run("""UPDATE musdes SET isian = '{"kuota": 45, "alasan": "lansia"}' WHERE id = ?""", (m.id,))
    tx.run("DELETE FROM cari")
    assert isi_susulan(tx) == 1
    for teks in ("musdes blt", "musyawarah sukamaju", "verifikasi penerima", "sumur", "aula", "lansia"):
        assert nomor(sari.cari.temukan(teks)) == [nomor_], teks
    assert sari.cari.temukan("sumur").temuan[0].cuplikan == "Usul sumur bor ditunda"
    tx.run("UPDATE musdes SET jenis = 'dulu' WHERE id = ?", (m.id,))
    sari.cari.segarkan([("musdes", m.id)])
    assert nomor(sari.cari.temukan("sumur")) == [nomor_]


def test_what_was_there_before_is_made_up_for_in_batches(sari: Desa) -> None:
    ada = [catat(sari, f"Posyandu {n}.").nomor for n in range(7)]
    sari._tx.run("DELETE FROM cari")
    assert [isi_susulan(sari._tx, 3) for _ in range(4)] == [3, 3, 1, 0]
    assert sorted(nomor(sari.cari.temukan("posyandu"))) == ada


def test_the_tick_makes_up_for_it_once_a_day(store: Store, runner: asyncio.Runner) -> None:
    jam = Jam(KINI)
    ticker = Ticker(store, jam)

    def isi_(tx: Tx) -> int:
        d = desa(tx, pendamping(tx, f"Bu {jam.now()}"))
        catat(d, RABAT)
        return tx.run("DELETE FROM cari")

    def ada(tx: Tx) -> int:
        return len(tx.all("SELECT id FROM cari"))

    runner.run(store.write(isi_))
    runner.run(ticker.tick())
    assert runner.run(store.read(ada)) == 1
    runner.run(store.write(lambda tx: tx.run("DELETE FROM cari")))
    runner.run(ticker.tick())
    assert runner.run(store.read(ada)) == 0
    jam.maju(86_400)
    runner.run(ticker.tick())
    assert runner.run(store.read(ada)) == 1


def test_erased_means_their_deleted_entries_are_in_no_index_and_the_others_have_no_name(tx: Tx, sari: Desa) -> None:
    """Entries stay, without their author: so they are found by those who may read them."""
    tinggal, hilang = catat(sari, RABAT), catat(sari, "Jembatan gantung.")
    sari.kegiatan.hapus(hilang)
    id_ = sari.lingkup.orang_id
    PenghapusanQ(tx, KINI).jalankan(id_)
    rows = tx.all("SELECT acuan, akar FROM cari WHERE orang_id = ?", (id_,))
    assert [row["acuan"] for row in rows] == [tinggal.id]
    assert "sari" not in rows[0]["akar"].split()
    assert nomor(desa(tx, orang(tx, "Bu Rina", PD, KECAMATAN)).cari.temukan("beton")) == [tinggal.nomor]
    assert perlu_disegarkan(tx) == []


# -- a village among the words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "kode", "sisa"),
    [
        ("rabat beton sukaraharja 2026", f"{KECAMATAN}.2005", "rabat beton 2026"),
        ("rabat desa suka maju", SUKAMAJU, "rabat"),
        ("Ds. Sukamaju", SUKAMAJU, ""),
        ("rabat beton", "", "rabat beton"),
        ("musdes di Beton", "", "musdes di Beton"),
        ("", "", ""),
        ("sukamaju sukamanah", SUKAMANAH, "sukamaju"),
        ("kata " * 30 + "sukamaju", "", "kata " * 30 + "sukamaju"),
    ],
)
def test_a_village_is_read_out_of_the_words(teks: str, kode: str, sisa: str) -> None:
    assert desa_disebut(teks, lambda k: k.startswith(KECAMATAN)) == (kode, sisa)


def test_a_name_that_several_have_is_a_word() -> None:
    assert desa_disebut("rabat sukamaju", lambda k: k.startswith("32.03")) == ("", "rabat sukamaju")


# -- the engines' own index -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kata", ['"', 'a"b', "x' | 'y", "\\", "\\'", "a & !b", "NEAR(a b)", "*", "beton:*", "\0", "a\0b", "é🙂", ""]
)
def test_a_word_is_never_syntax_whatever_it_is(tx: Tx, sari: Desa, kata: str) -> None:
    catat(sari, RABAT)
    for satu in (kata, f"{kata}*"):
        cocok = tx.text_match("cari", "akar", [("beton",), (satu, "jembatan")])
        tx.all(f"SELECT c.id FROM {cocok.source} WHERE {cocok.condition} ORDER BY {cocok.newest}", (cocok.param,))
