"""Long work in the database: begun once, one at a time for each person, and settled by the try that it belongs to."""

from __future__ import annotations

from data.desa import Desa
from data.kerja import COBA, SIMPAN, AntreanQ, Kerja, KerjaQ, kerja_bertempat
from data.orang import Orang
from data.pengaturan import Pengaturan
from data.penghapusan import PenghapusanQ
from data.simpanan import KERJA, rapikan
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import pendamping


def q(tx: Tx, orang: Orang, kini: int = KINI) -> KerjaQ:
    return Desa(tx, orang, "web", kini, Pengaturan(), orang.nama).kerja


def minta(tx: Tx, orang: Orang, nomor: int = 1, kini: int = KINI) -> Kerja:
    return q(tx, orang, kini).antre("unduh", {"bulan": "2026-11", "nomor": nomor}, "Unduhan")[0]


def klaim(tx: Tx, tempat: str, kini: int = KINI) -> Kerja:
    k = AntreanQ(tx).klaim(tempat, kini)
    assert k
    return k


def test_the_same_is_not_begun_twice_while_it_is_to_be_done(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    satu, baru = q(tx, sari).antre("unduh", {"b": 2, "a": "x"}, "Unduhan")
    assert baru
    assert (satu.bahan, satu.kanal, satu.tujuan, satu.status) == ({"a": "x", "b": 2}, "web", "Bu Sari", "antre")
    assert q(tx, sari).antre("unduh", {"a": "x", "b": 2}, "Unduhan") == (satu, False)
    assert q(tx, sari).antre("unduh", {"a": "x", "b": 3}, "Unduhan")[1]
    assert q(tx, sari).antre("laporan", {"a": "x", "b": 2}, "Laporan")[1]
    assert q(tx, budi).antre("unduh", {"a": "x", "b": 2}, "Unduhan")[1]
    assert klaim(tx, "t1").id == satu.id
    assert not q(tx, sari).antre("unduh", {"a": "x", "b": 2}, "Unduhan")[1]
    assert AntreanQ(tx).selesai("t1", "a.xlsx", "{}", KINI)
    assert q(tx, sari).antre("unduh", {"a": "x", "b": 2}, "Unduhan")[1]


def test_nobody_else_learns_of_it(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    k = minta(tx, sari)
    assert q(tx, budi).ambil(k.id) is None
    assert not q(tx, budi).batalkan(k.id)
    assert (q(tx, budi).berjalan(), q(tx, budi).selesai()) == ([], [])
    assert q(tx, sari).ambil(k.id) == k


def test_the_oldest_first_and_one_for_each_person(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    satu, dua, tiga = minta(tx, sari), minta(tx, sari, 2), minta(tx, budi)
    assert (q(tx, sari).di_depan(satu.id), q(tx, sari).di_depan(tiga.id)) == (0, 2)
    antrean = AntreanQ(tx)
    assert (antrean.ada_antre(), antrean.menunggu()) == (True, 3)
    assert [klaim(tx, "t1").id, klaim(tx, "t2").id] == [satu.id, tiga.id]
    assert antrean.klaim("t3", KINI) is None
    assert antrean.selesai("t1", "", "{}", KINI)
    jalan = klaim(tx, "t3")
    assert (jalan.id, jalan.status, jalan.coba, jalan.mulai) == (dua.id, "jalan", 1, KINI)
    assert [k.id for k in q(tx, sari).berjalan()] == [dua.id]
    assert not antrean.ada_antre()


def test_only_the_try_that_it_belongs_to_settles_it(tx: Tx) -> None:
    sari = pendamping(tx)
    k = minta(tx, sari)
    antrean = AntreanQ(tx)
    klaim(tx, "lama")
    assert antrean.maju("lama", 3, 10)
    assert antrean.pulihkan() == 1
    assert not antrean.maju("lama", 4, 10)
    assert (klaim(tx, "baru").coba, antrean.masih(["lama", "baru"]), antrean.masih([])) == (2, {"baru"}, set())
    assert not antrean.selesai("lama", "a", "{}", KINI)
    assert not antrean.gagal("lama", "OSError", "{}", KINI)
    assert not antrean.diberi_tahu("lama", KINI)
    ini = kerja_bertempat(tx, "baru")
    assert ini
    assert (ini.n, ini.dari, ini.status) == (0, 0, "jalan")
    assert kerja_bertempat(tx, "lama") is None
    assert antrean.gagal("baru", "OSError", "{}", KINI)
    assert not antrean.selesai("baru", "a", "{}", KINI), "it has ended"
    (akhir,) = q(tx, sari).selesai()
    assert (akhir.id, akhir.status, akhir.galat) == (k.id, "gagal", "OSError")
    assert (antrean.gagal_sejak(KINI), antrean.gagal_sejak(KINI + 1)) == (1, 0)


def test_given_back_when_we_stop_is_no_try(tx: Tx) -> None:
    minta(tx, pendamping(tx))
    for n in range(COBA + 2):
        assert klaim(tx, f"t{n}").coba == 1
        assert AntreanQ(tx).kembalikan(f"t{n}")
        assert not AntreanQ(tx).kembalikan(f"t{n}")


def test_called_off_once(tx: Tx) -> None:
    sari = pendamping(tx)
    k = minta(tx, sari)
    klaim(tx, "t")
    assert q(tx, sari).batalkan(k.id)
    assert not q(tx, sari).batalkan(k.id)
    assert not AntreanQ(tx).maju("t", 1, 2)
    assert not AntreanQ(tx).selesai("t", "a", "{}", KINI)
    assert (q(tx, sari).berjalan(), q(tx, sari).selesai()) == ([], []), "what was called off is no news"


def test_results_are_forgotten_and_their_folders_are_nobodys(tx: Tx) -> None:
    sari = pendamping(tx)
    antrean = AntreanQ(tx)
    for nomor, (tempat, saat) in enumerate((("t1", KINI), ("t2", KINI + 1))):
        minta(tx, sari, nomor)
        klaim(tx, tempat)
        antrean.selesai(tempat, "a.xlsx", "{}", saat)
    minta(tx, sari, 3)
    klaim(tx, "t3")
    assert antrean.terpakai() == {"t1", "t2", "t3"}
    assert (antrean.bersihkan(KINI + SIMPAN - 1), antrean.bersihkan(KINI + SIMPAN), antrean.bersihkan(KINI + SIMPAN)) == (
        0, 1, 0,
    )  # fmt: skip
    assert antrean.terpakai() == {"t2", "t3"}
    assert [k.tempat for k in q(tx, sari, KINI + SIMPAN).selesai()] == ["t2"]


def test_what_has_ended_is_kept_a_quarter(tx: Tx) -> None:
    sari = pendamping(tx)
    for nomor in (1, 2):
        minta(tx, sari, nomor)
    klaim(tx, "t")
    AntreanQ(tx).selesai("t", "", "", KINI)
    assert rapikan(tx, KINI + KERJA)["kerja"] == 0
    assert rapikan(tx, KINI + KERJA + 1)["kerja"] == 1
    assert AntreanQ(tx).menunggu() == 1, "what waits is not cleared"


def test_whoever_goes_takes_it_along(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    minta(tx, sari)
    lain = minta(tx, budi)
    klaim(tx, "t")
    assert [b["pekerjaan"] for b in Desa(tx, sari, "web", KINI, Pengaturan()).data_saya.satu("kerja")] == ["Unduhan"]
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    assert not AntreanQ(tx).maju("t", 1, 2)
    assert "t" not in AntreanQ(tx).terpakai()
    assert q(tx, budi).ambil(lain.id)
