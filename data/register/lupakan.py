"""What of the registers goes with a person who has their data erased. The village's things stay, without a name."""

from __future__ import annotations

import msgspec

from data.katalog.register import JenisRegister, muat_register
from data.pencarian.indeks import Indeks
from data.register.isi import KOLOM as KOLOM_REGISTER
from data.register.isi import Register, dari_baris
from data.store import Tx


def lupakan_register(tx: Tx, orang_id: int) -> None:
    """Deleted things are emptied; of those that are about the person no word stays, only what can be counted."""
    milik = "SELECT id FROM register WHERE orang_id = ? AND dihapus IS NOT NULL"
    tx.run(f"DELETE FROM register_foto WHERE register_id IN ({milik})", (orang_id,))
    tx.run("UPDATE register SET isi = '{}', judul = '' WHERE orang_id = ? AND dihapus IS NOT NULL", (orang_id,))
    rows = tx.all(
        f"SELECT {KOLOM_REGISTER} FROM register r JOIN orang o ON o.id = r.orang_id WHERE r.milik = ? ORDER BY r.id",
        (orang_id,),
    )
    for r in map(dari_baris, rows):
        _lupakan_satu(tx, r, next((j for j in muat_register().semua if j.kode == r.jenis), None))
    Indeks(tx).segarkan([("register", int(row["id"])) for row in rows])


def _lupakan_satu(tx: Tx, r: Register, jenis: JenisRegister | None) -> None:
    nama = f"{jenis.sebutan.capitalize() if jenis else 'Nama'} (dihapus)"
    teks = {b.kunci for b in jenis.bidang if b.jenis == "teks"} - {*jenis.tetap} if jenis else set(r.isi)
    isi = {k: v for k, v in r.isi.items() if k not in teks}
    if jenis and jenis.judul in jenis.tetap:
        nama = r.judul
    if jenis and jenis.judul in teks:
        isi[jenis.judul] = nama
    tx.run("DELETE FROM register_foto WHERE register_id = ?", (r.id,))
    tx.run(
        "UPDATE register SET milik = NULL, judul = ?, isi = ? WHERE id = ?",
        (nama, msgspec.json.encode(isi).decode(), r.id),
    )
    tx.run(
        "UPDATE jejak SET sebelum = NULL, sesudah = NULL, alasan = NULL WHERE tabel = 'register' AND baris_id = ?",
        (r.id,),
    )
