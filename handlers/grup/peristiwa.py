"""What happens to a group: we come in, are sent out, may no longer write, or it moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grup import AKTIF, BISU, KELUAR
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.grup import kata
from handlers.grup.di_grup import sebut_kecamatan

if TYPE_CHECKING:
    from data.grup import GrupQ
    from data.wilayah import WilayahQ


@dataclass(frozen=True)
class Kejadian:
    """What is said of it: in the group, and in private to the person `kepada`."""

    pesan: Pesan | None = None
    kepada: int | None = None
    pribadi: Pesan | None = None


DIAM = Kejadian()


def terjadi(masukan: Masukan, kanal: str, tujuan: str, semua: GrupQ, wilayah: WilayahQ, kini: int) -> Kejadian:
    if masukan.peristiwa == "pindah":
        semua.pindah(kanal, tujuan, masukan.ke)
        return DIAM
    lama = semua.ambil(kanal, tujuan)
    status = {"masuk": AKTIF, "keluar": KELUAR, "bisu": BISU}.get(masukan.peristiwa)
    if status is None or (lama is None and status == KELUAR):
        return DIAM
    grup = semua.catat(kanal, tujuan, masukan.grup, kini)
    semua.ganti_status(grup, status)
    if status == AKTIF and (lama is None or lama.status == KELUAR):
        di = sebut_kecamatan(grup.wilayah, wilayah)
        return Kejadian(Pesan(kata.MASIH.format(di=di) if grup.wilayah else kata.SALAM))
    if status == BISU and lama and lama.status != BISU and grup.oleh is not None:
        di = sebut_kecamatan(grup.wilayah, wilayah)
        return Kejadian(kepada=grup.oleh, pribadi=Pesan(kata.BISU.format(judul=grup.judul, di=di)))
    return DIAM
