"""A village's history: for those whose confirmed assignment opens it, whoever wrote it."""

from __future__ import annotations

from datetime import date

import pytest

from data.kegiatan import FotoKegiatan
from data.media import MediaQ
from data.orang import CAMAT, KPMD, PD, PLD, TEKNIS
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, isi
from tests.data.test_penugasan import LAIN, orang

AWAL, AKHIR = date(2026, 11, 1), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("peran", "wilayah", "disahkan", "dapat"),
    [
        (PLD, SUKAMAJU, True, True),
        (PLD, SUKAMAJU, False, False),
        (PLD, SUKAMANAH, True, False),
        (KPMD, SUKAMAJU, True, False),
        (PD, KECAMATAN, True, True),
        (PD, LAIN, True, False),
        (TEKNIS, KECAMATAN, True, True),
        (CAMAT, KECAMATAN, True, True),
    ],
)
def test_who_may_read(tx: Tx, peran: str, wilayah: str, *, disahkan: bool, dapat: bool) -> None:
    MediaQ(tx).daftarkan("a" * 64, "image/jpeg", 1, KINI)
    sari = desa(tx, orang(tx, "Bu Sari"))
    nomor = sari.kegiatan.catat(isi(), [FotoKegiatan("a" * 64, KINI)], None)
    q = desa(tx, orang(tx, "Ia", peran, wilayah, disahkan=disahkan)).riwayat_desa
    satu = q.ambil(nomor)
    assert (satu is not None) is dapat
    assert q.jumlah(SUKAMAJU, AWAL, AKHIR) == dapat
    assert [s.oleh for s in q.rentang(SUKAMAJU, AWAL, AKHIR, batas=8)] == ["Bu Sari"] * dapat
    assert q.bulan_terisi(SUKAMAJU) == ["2026-11"] * dapat
    punya = sari.riwayat_desa.ambil(nomor)
    assert punya is not None
    assert len(q.foto(punya)) == dapat
    assert q.ambil("K-2611-9999") is None


def test_pages_begin_with_the_latest_and_skip_what_was_deleted(tx: Tx) -> None:
    sari = desa(tx, orang(tx, "Bu Sari"))
    nomor = [sari.kegiatan.catat(isi(tanggal=f"2026-11-{n:02}"), [], None) for n in range(1, 13)]
    lama = sari.kegiatan.ambil(nomor[11])
    assert lama
    sari.kegiatan.hapus(lama)
    q = sari.riwayat_desa
    assert q.jumlah(SUKAMAJU, AWAL, AKHIR) == 11
    assert [s.kegiatan.nomor for s in q.rentang(SUKAMAJU, AWAL, AKHIR, batas=3, lewati=8)] == nomor[2::-1]
    assert q.ambil(nomor[11]) is None
