"""What is shared of innovations on both engines: found by what is shared, counted, told to who is there."""

from __future__ import annotations

from data.inovasi import Peniru
from data.store import Tx
from tests.data.dunia import SUKAMAJU, SUKAMANAH, desa, isi, pendamping

JAUH = "11.01.01.2001"
ISI = {
    "judul": "Bank sampah", "bidang": "sdm", "masalah": "Iuran kosong.", "cara": "Setor tiap Sabtu.",
    "hasil": "Lancar.", "lembaga": "BUM Desa",
}  # fmt: skip


def test_cards_are_found_from_afar_by_what_is_shared(tx: Tx) -> None:
    sari, jauh = pendamping(tx), pendamping(tx, "Pak Jauh", JAUH)
    nomor = desa(tx, sari).register.tambah("inovasi", SUKAMAJU, ISI)
    q = desa(tx, jauh).inovasi
    assert [b.nomor for b in q.cari("sampah sabtu")] == [nomor]
    assert [b.nomor for b in q.cari("sampah kerbau")] == [nomor]
    assert q.cari("iuran") == []
    assert [b.nomor for b in q.cari("")] == [nomor]
    b = q.ambil(nomor)
    assert b
    assert (b.judul, b.bidang, b.cara, b.lembaga) == (
        "Bank sampah", "Sumber daya manusia", "Setor tiap Sabtu.", "BUM Desa",
    )  # fmt: skip
    assert q.pendamping(b) == [sari.id]
    assert desa(tx, jauh).register.ambil(nomor) is None


def test_who_repeats_it_is_counted_and_not_named(tx: Tx) -> None:
    sari, jauh, lain = pendamping(tx), pendamping(tx, "Pak Jauh", JAUH), pendamping(tx, "Bu Lain", SUKAMANAH)
    nomor = desa(tx, sari).register.tambah("inovasi", SUKAMAJU, ISI)
    b = desa(tx, jauh).inovasi.ambil(nomor)
    assert b
    for orang, kode in ((jauh, JAUH), (lain, SUKAMANAH)):
        desa(tx, orang).register.tambah("komitmen", kode, {"inovasi": "Bank sampah", "tahun": "2027"}, induk=b.id)
    assert desa(tx, sari).inovasi.peniru([b.id]) == {b.id: Peniru(2, 0)}
    tx.run("UPDATE register SET keadaan = 'terlaksana' WHERE desa = ? AND jenis = 'komitmen'", (JAUH,))
    tx.run("UPDATE register SET keadaan = 'batal' WHERE desa = ? AND jenis = 'komitmen'", (SUKAMANAH,))
    assert desa(tx, sari).inovasi.peniru([b.id]) == {b.id: Peniru(1, 1)}
    assert desa(tx, sari).inovasi.peniru([]) == {}


def test_steps_of_the_ended_programme_on_both_engines(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = desa(tx, sari).kegiatan.catat(isi(kegiatan="PI02"), [], None)
    langkah = desa(tx, sari).inovasi.pid([SUKAMAJU, SUKAMANAH])
    assert {k: (b.jumlah, b.nomor, b.tanggal) for k, b in langkah[SUKAMAJU].items()} == {
        "PID-2": (1, nomor, "2026-11-20")
    }
    assert SUKAMANAH not in langkah
