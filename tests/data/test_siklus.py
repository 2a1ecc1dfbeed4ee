"""A village's papers of a year: they move forward, and back only when that is meant."""

from __future__ import annotations

from datetime import date

import pytest

from data.orang import CAMAT, PD, Orang, OrangQ
from data.siklus import APB, BELUM, DOKUMEN, MUSDES, PERDES, PROSES, RKP, RPJM, Gerak, Langkah, SiklusQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, pendamping


def q(tx: Tx, orang: Orang, kini: int = KINI) -> SiklusQ:
    return desa(tx, orang, kini).siklus


def langkah(tx: Tx, orang: Orang, dokumen: str = RKP, tahun: int = 2027) -> Langkah:
    return q(tx, orang).papan(SUKAMAJU, tahun)[dokumen]


def koordinator(tx: Tx, peran: str = PD) -> Orang:
    id_ = OrangQ(tx).tambah("Bu Rina", "Asia/Jakarta", KINI)
    for kode in (KECAMATAN, SUKAMAJU, SUKAMANAH):
        WilayahQ(tx).kenalkan(kode)
    OrangQ(tx).tugaskan(id_, peran, KECAMATAN, date(2026, 10, 1), disahkan=True)
    return OrangQ(tx).ambil(id_, KINI)


def test_forward_step_by_step(tx: Tx) -> None:
    sari = pendamping(tx)
    assert q(tx, sari).papan(SUKAMAJU, 2027) == {d: Langkah(d, 2027) for d in DOKUMEN}
    assert q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PROSES)
    assert not q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PROSES)
    assert q(tx, sari, KINI + 5).gerakkan(SUKAMAJU, 2027, RKP, PERDES, nomor="5 Tahun 2026", tanggal="2026-09-20")
    assert langkah(tx, sari) == Langkah(RKP, 2027, PERDES, "5 Tahun 2026", "2026-09-20", "", KINI + 5)
    assert langkah(tx, sari, APB).tahap == BELUM
    assert langkah(tx, sari, tahun=2026).tahap == BELUM
    assert q(tx, sari).riwayat(SUKAMAJU, 2027, RKP) == [
        Gerak(KINI + 5, "Bu Sari", PERDES, "5 Tahun 2026", "2026-09-20"), Gerak(KINI, "Bu Sari", PROSES, "", None),
    ]  # fmt: skip


def test_a_meeting_never_takes_it_back(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PERDES, nomor="5 Tahun 2026")
    assert not q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, MUSDES)
    assert langkah(tx, sari).tahap == PERDES
    assert q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PROSES, mundur=True, alasan="Dievaluasi camat")
    assert langkah(tx, sari) == Langkah(RKP, 2027, PROSES, diubah=KINI)
    row = tx.all("SELECT kolom, sebelum, sesudah, alasan FROM jejak WHERE apa = 'gerakkan' ORDER BY id")[-1]
    assert [row[n] for n in ("kolom", "sebelum", "sesudah", "alasan")] == [RKP, PERDES, PROSES, "Dievaluasi camat"]


def test_a_number_can_be_corrected(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PERDES, nomor="5 Tahun 2026", tanggal="2026-09-20")
    assert q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PERDES, nomor="6 Tahun 2026", tanggal="2026-09-20")
    assert not q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PERDES)
    assert langkah(tx, sari).nomor == "6 Tahun 2026"
    assert not q(tx, sari).gerakkan(SUKAMAJU, 2027, APB, BELUM, nomor="1")


def test_the_rpjm_holds_for_its_years(tx: Tx) -> None:
    sari = pendamping(tx)
    q(tx, sari).gerakkan(SUKAMAJU, 2021, RPJM, PERDES, nomor="3 Tahun 2021")
    assert langkah(tx, sari, RPJM, 2028).tahun == 2021
    assert langkah(tx, sari, RPJM, 2029) == Langkah(RPJM, 2029)
    q(tx, sari).gerakkan(SUKAMAJU, 2026, RPJM, PROSES)
    assert langkah(tx, sari, RPJM, 2027).tahun == 2026


def test_only_who_accompanies_the_village_moves_it(tx: Tx) -> None:
    sari, jauh, camat = pendamping(tx), pendamping(tx, "Pak Jauh", SUKAMANAH), koordinator(tx, CAMAT)
    assert not q(tx, jauh).gerakkan(SUKAMAJU, 2027, RKP, PROSES)
    assert not q(tx, camat).gerakkan(SUKAMAJU, 2027, RKP, PROSES)
    assert q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PROSES)
    assert q(tx, jauh).papan(SUKAMAJU, 2027) == {}
    assert q(tx, jauh).riwayat(SUKAMAJU, 2027, RKP) == []
    assert langkah(tx, camat).tahap == PROSES
    tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (sari.id,))
    assert not q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PERDES)


def test_a_kecamatan_at_once(tx: Tx) -> None:
    sari, rina = pendamping(tx), koordinator(tx)
    q(tx, sari).gerakkan(SUKAMAJU, 2027, RKP, PERDES)
    papan = q(tx, rina).papan_kecamatan(KECAMATAN, 2027)
    assert {kode: satu[RKP].tahap for kode, satu in papan.items()} == {SUKAMAJU: PERDES, SUKAMANAH: BELUM}
    assert list(q(tx, sari).papan_kecamatan(KECAMATAN, 2027)) == [SUKAMAJU]
    assert q(tx, rina).papan_kecamatan("32.03.01", 2027) == {}


def test_no_such_step(tx: Tx) -> None:
    sari = pendamping(tx)
    for dokumen, tahap in (("rab", PROSES), (RKP, "jadi")):
        with pytest.raises(ValueError):
            q(tx, sari).gerakkan(SUKAMAJU, 2027, dokumen, tahap)
