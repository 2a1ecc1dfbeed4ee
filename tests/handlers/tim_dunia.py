"""People above and below in one kecamatan, or 1,200 of them; and what they are told unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import msgspec

from data.kegiatan import Isi
from data.orang import PLD, OrangQ
from handlers.dialog.pesan import Pesan
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KECAMATAN, ZONA, Dunia, Obrolan

KABUPATEN, PROVINSI = "32.03", "32"
SUKAMAJU = f"{KECAMATAN}.2013"
ISI = Isi(SUKAMAJU, "AS11", "desa", "2026-11-19", "09:00-11:00", 120, "Papan proyek terpasang.")


def dunia() -> Dunia:
    hasil = Dunia(TABEL)
    for kode, nama in ((KABUPATEN, "Kabupaten Cianjur"), (PROVINSI, "Jawa Barat")):
        kenal(hasil, kode, nama)
    return hasil


def kenal(d: Dunia, kode: str, nama: str) -> None:
    d.tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, '', ?)", (kode, nama, ZONA))


def orang(d: Dunia, nama: str, peran: str = PLD, *wilayah: str, disahkan: bool = True, alamat: bool = True) -> Obrolan:
    """Someone with this role in these places (Sukamaju) since two months, and an address."""
    obrolan = d.orang(nama, peran=None)
    tugaskan(obrolan, peran, *(wilayah or (SUKAMAJU,)), disahkan=disahkan)
    if alamat:
        OrangQ(d.tx).pasang_alamat(obrolan.id, "uji", nama, d.kini)
    return obrolan


def tugaskan(o: Obrolan, peran: str, *wilayah: str, disahkan: bool = True) -> None:
    for kode in wilayah:
        mulai = o.dunia.hari_ini - timedelta(days=60)
        OrangQ(o.dunia.tx).tugaskan(o.id, peran, kode, mulai, disahkan=disahkan)


def selesaikan_penugasan(o: Obrolan) -> None:
    kemarin = (o.dunia.hari_ini - timedelta(days=1)).isoformat()
    o.dunia.tx.run("UPDATE penugasan SET sampai = ? WHERE orang_id = ?", (kemarin, o.id))


def catat(o: Obrolan, **lain: str | int | None) -> str:
    """An entry of theirs; its number."""
    return o.desa.kegiatan.catat(replace(ISI, **lain), [], None)  # type: ignore[arg-type]


def kabar(o: Obrolan) -> list[Pesan]:
    """What they are told unasked, the oldest first."""
    rows = o.dunia.tx.all("SELECT isi FROM outbox WHERE tujuan = ? ORDER BY id", (o.nama,))
    return [msgspec.json.decode(row["isi"], type=Pesan) for row in rows]


def ramai(d: Dunia, kecamatan: int, per_kecamatan: int, induk: str = KABUPATEN) -> list[int]:
    """Many PLD, each in a village of their own; ids."""
    ids = []
    for k in range(40, 40 + kecamatan):
        kode = f"{induk}.{k:02}"
        kenal(d, kode, f"Kec {k}")
        for n in range(per_kecamatan):
            kenal(d, f"{kode}.{2001 + n}", f"Desa {k}-{n}")
            id_ = OrangQ(d.tx).tambah(f"Orang {k} {n}", ZONA, d.kini)
            OrangQ(d.tx).tugaskan(id_, PLD, f"{kode}.{2001 + n}", d.hari_ini, disahkan=True)
            ids.append(id_)
    return ids
