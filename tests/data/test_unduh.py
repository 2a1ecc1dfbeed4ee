"""Rows for workbooks: through the same doors as in chat, page by page, on both engines."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from data.kegiatan import Isi
from data.orang import PD, TAPM_KAB, Orang, OrangQ
from data.store import Tx
from data.unduh import Saring, alir
from data.unduh.saring import akar
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi, pendamping

MERAUKE = "93.01.01.2001"


def petugas(tx: Tx, peran: str, *kode: str, nama: str = "Bu Rina") -> Orang:
    orang = OrangQ(tx)
    id_ = orang.tambah(nama, WIB, KINI)
    for satu in kode:
        WilayahQ(tx).kenalkan(satu)
        orang.tugaskan(id_, peran, satu, date(2026, 1, 1), disahkan=True)
    return orang.ambil(id_, KINI)


def catat(tx: Tx, oleh: Orang, *, desa_: str = SUKAMAJU, tanggal: str = "2026-11-20") -> str:
    WilayahQ(tx).kenalkan(desa_)
    satu: Isi = isi(desa=desa_, tanggal=tanggal)
    return desa(tx, oleh).kegiatan.catat(satu, [], None)


def nomor(tx: Tx, orang: Orang, **saring: str) -> list[str]:
    return [b.kegiatan.nomor for b in desa(tx, orang).unduh.kegiatan(Saring(**saring))]


def baris(tx: Tx, tabel: str, **kolom: Any) -> int:
    row = tx.one(
        f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))}) RETURNING *",
        list(kolom.values()),
    )
    assert row is not None
    return int(row["id"]) if "id" in row.keys() else 0  # noqa: SIM118 -- a Row is no dict


def test_pages_join_without_a_gap_or_a_twin(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alir, "SEKALI", 3)
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    rina = petugas(tx, PD, KECAMATAN)
    for n in range(11):
        catat(tx, sari, desa_=(SUKAMAJU, SUKAMANAH)[n % 2], tanggal=f"2026-11-{1 + n % 3:02}")
    semua = list(desa(tx, rina).unduh.kegiatan(Saring()))
    urut = [(b.kegiatan.desa, b.kegiatan.tanggal, b.kegiatan.id) for b in semua]
    assert urut == sorted(urut)
    assert len(set(urut)) == 11 == desa(tx, rina).unduh.jumlah("kegiatan", Saring())
    assert {b.oleh for b in semua} == {"Bu Sari"}


def test_what_is_one_s_own_comes_from_wherever_it_lies(tx: Tx) -> None:
    """Of a village that one no longer serves, only what one wrote there."""
    sari = pendamping(tx)
    lain = pendamping(tx, "Pak Budi", SUKAMANAH)
    di_luar, milik_lain, sini = catat(tx, sari, desa_=SUKAMANAH), catat(tx, lain, desa_=SUKAMANAH), catat(tx, lain)
    assert nomor(tx, sari) == [sini, di_luar]
    assert nomor(tx, sari, kode=SUKAMANAH) == [di_luar]
    assert nomor(tx, sari, kode=SUKAMAJU) == [sini]
    assert nomor(tx, lain) == [di_luar, milik_lain, sini], "what they wrote of another's village is theirs too"


def test_places_that_hold_each_other_give_each_row_once(tx: Tx) -> None:
    sari = pendamping(tx)
    satu = catat(tx, sari)
    dua = petugas(tx, PD, KECAMATAN, SUKAMAJU)
    assert nomor(tx, dua) == [satu]
    assert nomor(tx, dua, kode="32.03") == [satu], "a place around one's own"
    assert nomor(tx, dua, kode="11") == []


def test_the_fewest_places_that_hold_all(tx: Tx) -> None:
    assert akar({"32.03.03", "32.03.03.2013", "32.04"}, "") == ["32.03.03", "32.04"]
    assert akar({"32.03.03", "32.04"}, "32.03") == ["32.03.03"]
    assert akar({"32"}, "32.03") == ["32.03"]
    assert akar({"0"}, "") == ["0"]
    assert akar({"0"}, "11.01") == ["11.01"]
    assert akar({"32.03.03.2013"}, "11") == []
    assert akar(set(), "") == []


def test_deleted_or_of_another_day_is_not_there(tx: Tx) -> None:
    sari = pendamping(tx)
    rina = petugas(tx, PD, KECAMATAN)
    awal, akhir, hapus = (catat(tx, sari, tanggal=t) for t in ("2026-11-01", "2026-11-30", "2026-11-15"))
    catat(tx, sari, tanggal="2026-10-31")
    q = desa(tx, sari).kegiatan
    lama = q.ambil(hapus)
    assert lama
    q.hapus(lama)
    assert nomor(tx, rina, dari="2026-11-01", sampai="2026-11-30") == [awal, akhir]
    assert desa(tx, rina).unduh.jumlah("kegiatan", Saring("", "2026-11-01", "2026-11-30")) == 2


def test_counting_stops_above_the_limit(tx: Tx) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    for n in range(6):
        catat(tx, sari, desa_=(SUKAMAJU, SUKAMANAH)[n % 2])
    q = desa(tx, sari).unduh
    assert q.jumlah("kegiatan", Saring(), 100) == 6
    assert q.jumlah("kegiatan", Saring(), 2) == 3, "some number above it, and nothing is counted after that"


@pytest.mark.parametrize("saat", [-1, 0, 86_399, 86_400])
@pytest.mark.parametrize(("kode", "geser"), [(SUKAMAJU, 7), (MERAUKE, 9)])
def test_a_moment_belongs_to_the_day_that_it_was_there(tx: Tx, saat: int, kode: str, geser: int) -> None:
    """Midnight of 20 November is another second in Merauke than in Cianjur."""
    WilayahQ(tx).kenalkan(kode)
    admin = petugas(tx, "admin", nama="Admin")
    OrangQ(tx).tugaskan(admin.id, "admin", "0", date(2026, 1, 1), disahkan=True)
    detik = int(datetime(2026, 11, 20, tzinfo=UTC).timestamp()) - geser * 3600 + saat
    baris(
        tx, "masalah", nomor="A-2611-0001", desa=kode, tema="blt", isi="x", asal="warga", orang_id=pendamping(tx).id,
        kanal="web", tujuan="x", tingkat="pld", status="baru", dibuat=detik, diubah=detik,
    )  # fmt: skip
    baris(
        tx, "register", nomor="AL-2611-0001", jenis="aset", desa=kode, judul="x", keadaan="dipakai", isi="{}",
        orang_id=pendamping(tx, "Pak Budi").id, dibuat=0, diubah=detik,
    )  # fmt: skip
    q, s = desa(tx, admin).unduh, Saring("", "2026-11-20", "2026-11-20")
    ada = saat in (0, 86_399)
    assert [b.masalah.nomor for b in q.masalah(s)] == ["A-2611-0001"] * ada
    assert q.jumlah_register(s) == ({"aset": 1} if ada else {}), "changed last on that day"
    assert len(list(q.register("aset", s))) == ada


def musdes(tx: Tx, oleh: Orang, n: int, *kode: str, status: str = "selesai") -> int:
    id_ = baris(
        tx, "musdes", nomor=f"M-2611-{n:04}", orang_id=oleh.id, jenis="rkp", tanggal="2026-11-19", mulai="19:30",
        desa=kode[0] if len(kode) == 1 else kode[0][:8], status=status, dibuat=KINI, diubah=KINI,
    )  # fmt: skip
    for satu in kode:
        WilayahQ(tx).kenalkan(satu)
        tx.run("INSERT INTO musdes_desa VALUES (?, ?, '2026-11-19')", (id_, satu))
    return id_


def putusan(tx: Tx, n: int, m: int, kode: str, *, induk: int | None = None, pj: int | None = None) -> int:
    return baris(
        tx, "keputusan", nomor=f"P-2611-{n:04}", musdes_id=m, desa=kode, induk=induk, urutan=n, isi="x", pj_orang=pj,
        status="baru", dibuat=KINI, diubah=KINI,
    )  # fmt: skip


def test_a_musyawarah_of_several_villages_comes_once(tx: Tx) -> None:
    jauh, budi = "32.03.09.2001", pendamping(tx, "Pak Budi", SUKAMANAH)
    antar = musdes(tx, budi, 1, SUKAMAJU, SUKAMANAH, jauh)
    musdes(tx, budi, 2, jauh)
    musdes(tx, budi, 3, SUKAMAJU, status="digabung")
    utama = putusan(tx, 1, antar, KECAMATAN)
    putusan(tx, 2, antar, KECAMATAN, induk=utama)
    for siapa, kode in ((pendamping(tx), ""), (petugas(tx, PD, KECAMATAN), ""), (petugas(tx, TAPM_KAB, "32.03"), jauh)):
        q = desa(tx, siapa).unduh
        ada = {b.musdes.nomor: b for b in q.musdes(Saring(kode))}
        assert set(ada) == ({"M-2611-0001", "M-2611-0002"} if kode else {"M-2611-0001"})
        assert q.jumlah("musdes", Saring(kode)) == len(ada)
        satu = ada["M-2611-0001"]
        assert satu.desa == (SUKAMAJU, SUKAMANAH, jauh)
        assert satu.keputusan == 1, "follow-ups are not counted"
        assert [(b.keputusan.nomor, b.induk) for b in q.keputusan(Saring(kode))] == [
            ("P-2611-0001", ""),
            ("P-2611-0002", "P-2611-0001"),
        ]
    assert len(list(desa(tx, budi).unduh.musdes(Saring()))) == 2, "one's own wherever it was, what was merged once"
    assert [b.musdes.nomor for b in desa(tx, budi).unduh.musdes(Saring(kode=jauh))] == ["M-2611-0001", "M-2611-0002"]


def test_what_was_given_to_one_is_there_without_what_it_follows_up(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    m = musdes(tx, budi, 1, SUKAMANAH)
    utama = putusan(tx, 1, m, SUKAMANAH)
    putusan(tx, 2, m, SUKAMANAH, induk=utama, pj=sari.id)
    q = desa(tx, sari).unduh
    assert [(b.keputusan.nomor, b.induk) for b in q.keputusan(Saring())] == [("P-2611-0002", "")]
    assert q.jumlah("keputusan", Saring()) == 1
    assert list(q.musdes(Saring())) == []
    tx.run("UPDATE keputusan SET dihapus = ? WHERE id = ?", (KINI, utama))
    assert [b.induk for b in desa(tx, budi).unduh.keputusan(Saring())] == [""], "a deleted one is not named"


def test_plans_by_year_with_their_items(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.unduh.unduh.RENCANA", 2)
    sari, rina = pendamping(tx), petugas(tx, PD, KECAMATAN)
    for n, tahun in enumerate((2025, 2026, 2027, 2028), start=1):
        id_ = baris(
            tx, "rencana", nomor=f"N-2611-{n:04}", orang_id=sari.id, peran="pld", desa=SUKAMAJU, tahun=tahun,
            status="draf", dibuat=KINI, diubah=KINI,
        )  # fmt: skip
        for urutan in (1, 2):
            baris(
                tx, "rencana_butir", rencana_id=id_, urutan=urutan, kegiatan=f"AS1{urutan}", target=4, dibuat=KINI,
                diubah=KINI, dihapus=KINI if n == 1 and urutan == 2 else None,
            )  # fmt: skip
    q = desa(tx, rina).unduh
    assert [(b.rencana.tahun, len(b.kemajuan)) for b in q.rencana(Saring())] == [
        (2025, 1),
        (2026, 2),
        (2027, 2),
        (2028, 2),
    ]
    assert q.jumlah("butir", Saring()) == 7
    dua = Saring("", "2026-11-01", "2027-01-31")
    assert [b.rencana.tahun for b in q.rencana(dua)] == [2026, 2027]
    assert q.jumlah("butir", dua) == 4


def test_problems_without_secrets_or_one_s_own_as_a_villager(tx: Tx) -> None:
    sari, budi, ani = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH), petugas(tx, PD, KECAMATAN, nama="Bu Ani")
    bentuk = {
        "tema": "blt",
        "isi": "x",
        "kanal": "web",
        "tujuan": "x",
        "tingkat": "pld",
        "dibuat": KINI,
        "diubah": KINI,
    }
    for n, (kode, oleh, asal, rahasia, status) in enumerate(
        (
            (SUKAMAJU, ani, "warga", 0, "baru"),
            (SUKAMAJU, ani, "warga", 1, "baru"),
            (SUKAMAJU, ani, "warga", 0, "ditarik"),
            (SUKAMANAH, sari, "pendamping", 0, "baru"),
            (SUKAMAJU, sari, "warga", 0, "baru"),
        ),
        start=1,
    ):
        baris(
            tx, "masalah", nomor=f"A-2611-000{n}", desa=kode, orang_id=oleh.id, asal=asal, rahasia=rahasia, pj=budi.id,
            status=status, **bentuk,
        )  # fmt: skip
    for siapa, ada in ((sari, [1, 4]), (budi, [4]), (ani, [4, 5])):
        q = desa(tx, siapa).unduh
        semua = list(q.masalah(Saring()))
        assert sorted(b.masalah.nomor for b in semua) == [f"A-2611-000{n}" for n in ada], siapa.nama
        assert {b.pj for b in semua} == {"Pak Budi"}
        assert q.jumlah("masalah", Saring()) == len(ada)
        for b in semua:
            assert desa(tx, siapa).masalah.ambil(b.masalah.nomor), "open by chat"


def test_the_cards_and_sums_of_villages(tx: Tx) -> None:
    rina, saat = petugas(tx, PD, KECAMATAN), {"oleh": pendamping(tx).id, "dibuat": KINI, "diubah": KINI}
    for kode in (SUKAMAJU, "32.03.09.2001"):
        WilayahQ(tx).kenalkan(kode)
        baris(tx, "bumdes", desa=kode, nama="x", **saat)
        baris(tx, "kdmp", desa=kode, nama="x", **saat)
        baris(tx, "blt", desa=kode, tahun=2026, keluarga=40, bulanan=300_000, **saat)
        baris(
            tx, "blt_salur", nomor=f"B-{kode}", desa=kode, tahun=2026, dari=7, sampai=9, tanggal="2026-10-15",
            keluarga=40, rupiah=36_000_000, orang_id=saat["oleh"], dibuat=KINI,
        )  # fmt: skip
        baris(
            tx, "blt_ubah", desa=kode, tahun=2026, tanggal="2026-11-01", sebab="pindah", keluarga=-2,
            orang_id=saat["oleh"], dibuat=KINI,
        )  # fmt: skip
        baris(tx, "siklus", desa=kode, tahun=2027, dokumen="rkp", tahap="proses", diubah=KINI)
        tx.run(
            "INSERT INTO indeks_desa (desa, tahun, status, oleh, diubah) VALUES (?, 2025, 'maju', ?, ?)",
            (kode, saat["oleh"], KINI),
        )
        baris(
            tx, "kemandirian", nomor=f"D-{kode}", desa=kode, tahun=2026, tanggal="2026-11-19", forum="fgd", material=2,
            intelektual=2, pendampingan=2, isi="{}", orang_id=saat["oleh"], dibuat=KINI, diubah=KINI,
        )  # fmt: skip
    q, s = desa(tx, rina).unduh, Saring()
    assert list(q.desa("bumdes", s)) == list(q.desa("kdmp", s)) == [[SUKAMAJU]]
    assert [(b.desa, b.kini) for b in q.blt(s)] == [(SUKAMAJU, 38)]
    assert [(b.nomor, bulanan) for b, bulanan in q.salur(s)] == [(f"B-{SUKAMAJU}", 300_000)]
    assert [(b.desa, b.keluarga) for b in q.blt_ubah(s)] == [(SUKAMAJU, -2)]
    assert [(b.desa, b.dokumen, b.musdes) for b in q.siklus(s)] == [(SUKAMAJU, "rkp", "")]
    assert [(b.desa, b.tahun) for b in q.indeks(s)] == [(SUKAMAJU, 2025)]
    assert [b.nomor for b in q.kemandirian(s)] == [f"D-{SUKAMAJU}"]
    lalu = Saring("", "2024-01-01", "2024-12-31")
    for apa in ("blt", "salur", "blt_ubah", "siklus", "indeks", "kemandirian"):
        assert (q.jumlah(apa, s), q.jumlah(apa, lalu)) == (1, 0), apa
    assert q.jumlah("bumdes", lalu) == 1, "as it stands"


def test_whose_it_is_and_where_they_may_look(tx: Tx) -> None:
    sari = pendamping(tx)
    q = desa(tx, sari).unduh
    assert (q.peminta, q.tempat, q.hari) == ("Bu Sari", {SUKAMAJU}, date(2026, 11, 21))
    assert q.boleh(SUKAMAJU)
    assert not q.boleh(SUKAMANAH)
    assert not q.boleh(KECAMATAN)
