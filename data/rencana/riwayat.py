"""What was done to a plan, from the trail."""

from __future__ import annotations

from dataclasses import dataclass

from data.store import Tx


@dataclass(frozen=True)
class Langkah:
    waktu: int
    nama: str
    apa: str
    """buat, tambah, ubah, coret, kembalikan, or the status that it came to."""
    urutan: int | None
    """Of the item, where it was one."""
    kolom: str
    sebelum: str
    sesudah: str
    alasan: str


def riwayat(tx: Tx, rencana_id: int, mulai: int, batas: int) -> list[Langkah]:
    """The latest first."""
    rows = tx.all(
        "SELECT j.waktu, o.nama, j.apa, j.kolom, j.sebelum, j.sesudah, j.alasan FROM jejak j "
        "JOIN orang o ON o.id = j.orang_id WHERE j.tabel = 'rencana' AND j.baris_id = ? "
        "ORDER BY j.id DESC LIMIT ? OFFSET ?",
        (rencana_id, batas, mulai),
    )
    hasil = []
    for r in rows:
        nomor, _, kolom = (r["kolom"] or "").rpartition(".")
        urutan = int(nomor) if nomor else None
        isi = (r["sebelum"] or "", r["sesudah"] or "", r["alasan"] or "")
        hasil.append(Langkah(int(r["waktu"]), r["nama"], r["apa"], urutan, kolom, *isi))
    return hasil
