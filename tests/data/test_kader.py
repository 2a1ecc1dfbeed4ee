"""Kader: what they have been through, what a village lacks, and whose card it is once they are here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from data.datasaya import DataSayaQ
from data.kader import GIAT, KADER, Jalan, KaderQ
from data.katalog.kader import muat_kader
from data.orang import KPMD, PLD, Orang, OrangQ
from data.penghapusan import TUNDA, PenghapusanQ, Pergi
from data.register import Nilai, Register
from data.store import Tx
from data.undangan import KeadaanUndangan
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi, pendamping
from tests.data.test_register import koordinator

DEDI: dict[str, Nilai] = {"nama": "Dedi Kurnia", "kelamin": "laki", "bidang": ["teknis"]}
SITI: dict[str, Nilai] = {"nama": "Siti Rahayu", "kelamin": "perempuan", "bidang": ["data", "layanan"]}


def q(tx: Tx, orang: Orang, kini: int = KINI) -> KaderQ:
    return desa(tx, orang, kini).kader


def tambah(tx: Tx, orang: Orang, isi_: Mapping[str, Nilai] = DEDI, di: str = SUKAMAJU) -> Register:
    nomor = desa(tx, orang).register.tambah(KADER, di, isi_)
    return kartu(tx, orang, nomor)


def kartu(tx: Tx, orang: Orang, nomor: str) -> Register:
    r = q(tx, orang).ambil(nomor)
    assert r
    return r


def jalani(tx: Tx, orang: Orang, r: Register, macam: str, kali: int = 1, tanggal: str = "2026-11-01") -> None:
    for n in range(kali):
        q(tx, orang).catat(r, r.desa, {"apa": f"{macam} {n}", "macam": macam, "tanggal": tanggal})


def warga(tx: Tx, nama: str = "Dedi") -> Orang:
    id_ = OrangQ(tx).tambah(nama, WIB, KINI)
    OrangQ(tx).setujui(OrangQ(tx).ambil(id_, KINI), KINI)
    OrangQ(tx).pasang_alamat(id_, "web", nama, KINI)
    return OrangQ(tx).ambil(id_, KINI)


def gabung(tx: Tx, sari: Orang, r: Register, siapa: Orang) -> Orang:
    _, undangan = q(tx, sari).undang(r)
    dia = desa(tx, siapa)
    assert dia.undangan.pakai(undangan, siapa.id, siapa.hari_ini(KINI)) is KeadaanUndangan.BERLAKU
    dia.kader.terima(undangan.id, siapa.id)
    return OrangQ(tx).ambil(siapa.id, KINI)


def test_each_step_needs_what_shows_it_and_the_one_before(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari)
    jalani(tx, sari, r, "memandu", 3)
    assert q(tx, sari).jalan(r).siap is None, "has not learnt yet"
    jalani(tx, sari, r, "dilatih")
    for kode in ("belajar", "mendampingi", "memandu"):
        siap = q(tx, sari).jalan(kartu(tx, sari, r.nomor)).siap
        assert siap
        assert siap.kode == kode
        desa(tx, sari).register.ubah(r, {"tangga": kode})
    atas = q(tx, sari).jalan(kartu(tx, sari, r.nomor))
    assert (atas.tangga, atas.siap) == ("memandu", None)
    assert atas.berikut
    assert atas.ada(atas.berikut) == 0
    jalani(tx, sari, r, "melatih")
    desa(tx, sari).register.ubah(r, {"tangga": "melatih"})
    puncak = q(tx, sari).jalan(kartu(tx, sari, r.nomor))
    assert (puncak.berikut, puncak.siap) == (None, None)
    assert puncak.hitung == Counter(memandu=3, dilatih=1, melatih=1)


def test_a_training_grows_old_after_a_year(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari)
    assert q(tx, sari).basi(q(tx, sari).jalan(r))
    jalani(tx, sari, r, "dilatih", tanggal="2025-11-21")
    jalani(tx, sari, r, "dilatih", tanggal="2024-01-05")
    jalan = q(tx, sari).jalan(r)
    assert (jalan.latih, jalan.topik) == ("2025-11-21", "dilatih 0")
    assert not q(tx, sari).basi(jalan)
    assert q(tx, sari, KINI + HARI).basi(jalan)


def test_a_village_lacks_what_it_hopes_for_and_nobody_does(tx: Tx) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    r = tambah(tx, sari)
    tambah(tx, sari, SITI)
    jalani(tx, sari, r, "dilatih")
    desa(tx, sari).register.ubah(r, {"sk": "141/08/2026"})
    maju, manah = q(tx, sari).banyak([SUKAMAJU, SUKAMANAH])
    assert maju.kosong == ("perencanaan", "ekonomi")
    assert (maju.tanpa_sk, maju.basi, maju.siap, maju.celah) == (1, 1, 1, 4)
    assert (maju.jumlah("laki"), maju.jumlah("perempuan")) == (1, 1)
    assert [b.kader.judul for b in maju.baris] == ["Dedi Kurnia", "Siti Rahayu"]
    assert (manah.baris, manah.kosong) == ((), muat_kader().diharap)
    desa(tx, sari).register.tambah("bidang_kader", SUKAMAJU, {"dasar": "Musdes", "diharap": ["teknis", "manusia"]})
    assert q(tx, sari).diharap(SUKAMAJU) == ("teknis", "manusia")
    assert q(tx, sari).diharap(SUKAMANAH) == muat_kader().diharap
    (maju,) = q(tx, sari).banyak([SUKAMAJU], SUKAMAJU)
    assert maju.kosong == ("manusia",)
    desa(tx, sari).register.ganti_keadaan(r, "nonaktif", "Pindah dari desa.")
    (maju,) = q(tx, sari).banyak([SUKAMAJU], SUKAMAJU)
    assert len(maju.baris) == 1, "who has left is not counted"
    assert maju.kosong == ("teknis", "manusia")


def test_trainings_that_were_logged_are_suggested_until_they_are_on_the_card(tx: Tx) -> None:
    sari, rina, tetangga = pendamping(tx), koordinator(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    r = tambah(tx, sari)
    satu = desa(tx, sari).kegiatan.catat(isi(kegiatan="PK03", hasil="Belajar SID."), [], None)
    desa(tx, sari).kegiatan.catat(isi(kegiatan="AS11"), [], None)
    desa(tx, sari).kegiatan.catat(isi(kegiatan="PK03", tanggal="2025-11-19"), [], None)
    desa(tx, sari).kegiatan.catat(isi(kegiatan="PK03", desa=SUKAMANAH), [], None)
    dua = desa(tx, rina).kegiatan.catat(isi(kegiatan="PK03", desa=KECAMATAN, tanggal="2026-11-18"), [], None)
    assert [u.nomor for u in q(tx, rina).usul_latih(r)] == [satu, dua]
    assert [u.nomor for u in q(tx, sari).usul_latih(r)] == [satu], "what she may not read is not there"
    q(tx, sari).catat(r, SUKAMAJU, {"apa": "SID", "macam": "dilatih", "tanggal": "2026-11-20", "kegiatan": satu})
    assert q(tx, sari).usul_latih(r) == []
    assert q(tx, tetangga).usul_latih(r) == [], "nor to somebody of another village"


def test_who_comes_by_the_invitation_has_the_card_and_what_is_on_it(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari)
    jalani(tx, sari, r, "dilatih")
    assert q(tx, sari).boleh_undang(r)
    dedi = gabung(tx, sari, r, warga(tx))
    assert KPMD in dedi.peran
    (saya,) = q(tx, dedi).saya()
    assert (saya.nomor, saya.milik) == (r.nomor, dedi.id)
    assert [g.milik for g in q(tx, dedi).kegiatan(saya)] == [dedi.id]
    assert q(tx, sari).bertugas(saya)
    assert not q(tx, sari).boleh_undang(saya)
    with pytest.raises(LookupError):
        q(tx, sari).undang(saya)
    assert not desa(tx, dedi).register.boleh_ubah(saya), "what the village wrote of them is the village's"
    assert {b["nomor"] for b in DataSayaQ(tx, dedi.id).satu("register")} == {r.nomor, "KG-2611-0001"}


def test_a_new_invitation_ends_the_one_before(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari)
    kode, lama = q(tx, sari).undang(r)
    assert q(tx, sari).undangan(r) == lama
    baru, _ = q(tx, sari).undang(r)
    assert kode != baru
    dedi = warga(tx)
    assert desa(tx, dedi).undangan.pakai(lama, dedi.id, dedi.hari_ini(KINI)) is KeadaanUndangan.DICABUT
    assert q(tx, sari, KINI + 8 * HARI).undangan(r) is None, "seven days"


def test_other_invitations_and_deleted_cards_change_nothing(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari)
    dedi = warga(tx)
    _, lain = desa(tx, sari).undangan.buat(KPMD, [SUKAMAJU], sari.id)
    desa(tx, dedi).kader.terima(lain.id, dedi.id)
    _, undangan = q(tx, sari).undang(r)
    desa(tx, sari).register.hapus(r)
    desa(tx, dedi).kader.terima(undangan.id, dedi.id)
    row = tx.one("SELECT milik FROM register WHERE id = ?", (r.id,))
    assert row
    assert row["milik"] is None


def test_only_who_is_above_a_kader_invites(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari)
    sendiri = pendamping(tx, "Pak Budi", SUKAMANAH)
    assert not q(tx, sendiri).boleh_undang(r)
    with pytest.raises(LookupError):
        q(tx, sendiri).undang(r)
    assert q(tx, sari).undangan(r) is None


def test_a_kader_who_came_without_a_card_logs_and_is_joined_to_it_later(tx: Tx) -> None:
    sari = pendamping(tx)
    dedi = warga(tx)
    OrangQ(tx).tugaskan(dedi.id, KPMD, SUKAMAJU, dedi.hari_ini(KINI), disahkan=True)
    q(tx, dedi).catat(None, SUKAMAJU, {"apa": "Posyandu", "macam": "ikut", "tanggal": "2026-11-20"})
    r = tambah(tx, sari)
    assert q(tx, sari).akun(r) == [(dedi.id, "Dedi")]
    with pytest.raises(LookupError):
        q(tx, sari).hubungkan(r, sari.id)
    q(tx, sari).hubungkan(r, dedi.id)
    assert q(tx, sari).akun(r) == []
    assert [g.judul for g in q(tx, dedi).kegiatan(q(tx, dedi).saya()[0])] == ["Posyandu"]
    with pytest.raises(LookupError):
        q(tx, sari).hubungkan(tambah(tx, sari, SITI), dedi.id)


def test_when_duty_ends_so_does_the_assignment(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari)
    assert not q(tx, sari).akhiri(r), "nobody is here yet"
    dedi = gabung(tx, sari, r, warga(tx))
    r = kartu(tx, sari, r.nomor)
    assert not q(tx, pendamping(tx, "Pak Budi", SUKAMANAH)).akhiri(r), "not by somebody of another village"
    assert q(tx, sari).akhiri(r)
    besok = KINI + HARI
    assert KPMD not in OrangQ(tx).ambil(dedi.id, besok).peran
    assert not q(tx, sari, besok).bertugas(r)
    assert q(tx, sari, besok).boleh_undang(r), "and they may come back"


def test_the_village_keeps_its_kader_when_the_account_goes(tx: Tx) -> None:
    sari = pendamping(tx)
    r = tambah(tx, sari, {**DEDI, "sk": "141/08/2026", "tanggal_sk": "2026-10-01", "dusun": "Dusun 2"})
    jalani(tx, sari, r, "dilatih")
    dedi = gabung(tx, sari, r, warga(tx))
    PenghapusanQ(tx, KINI).minta(dedi.id)
    assert isinstance(PenghapusanQ(tx, KINI + TUNDA).jalankan(dedi.id), Pergi)
    sisa = kartu(tx, sari, r.nomor)
    assert (sisa.judul, sisa.milik) == ("Dedi Kurnia", None)
    assert sisa.isi == {**DEDI, "sk": "141/08/2026", "tanggal_sk": "2026-10-01"}, "where they live is not the SK's"
    (giat,) = q(tx, sari).kegiatan(sisa)
    assert (giat.milik, giat.isi["macam"], "dilatih" in giat.judul) == (None, "dilatih", False)


def test_a_card_is_not_a_card_of_another_register(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = desa(tx, sari).register.tambah("aset", SUKAMAJU, {"nama": "Mata air", "golongan": "alam"})
    assert q(tx, sari).ambil(nomor) is None
    assert q(tx, sari).ambil("KD-2611-9999") is None
    r = tambah(tx, sari)
    assert q(tx, pendamping(tx, "Pak Budi", SUKAMANAH)).ambil(r.nomor) is None
    assert PLD in sari.peran


def test_a_step_that_the_catalogue_lost_counts_as_none() -> None:
    awal = muat_kader().tangga[0]
    assert Jalan(Counter(), "", "", "dewa").berikut == awal
    assert GIAT == "kegiatan_kader"
