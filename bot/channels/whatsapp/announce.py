"""Which approved sentence announces a message, how useful it is, and how long it is worth saying."""

from __future__ import annotations

from bot.channels.contract import Kiriman
from data.katalog.templat_wa import GUNA, UMUM, TemplatWa, muat_templat_wa
from data.outbox import BALASAN, PENGINGAT
from data.wa_kirim import SEHARI
from handlers.dialog.pesan import Pesan

LAMA = 30 * SEHARI
"""Seconds until what never gets too old is looked at again though nobody wrote."""
PANJANG = 160
"""Characters of what is put into a template."""


def templat_untuk(kiriman: Kiriman) -> TemplatWa:
    semua, mau = muat_templat_wa(), kiriman.pesan.templat
    return semua.get(mau.nama, semua[UMUM]) if mau else semua[UMUM]


def guna_dari(kiriman: Kiriman) -> str:
    """One of `GUNA`."""
    if kiriman.kelas == BALASAN:
        return "balasan"
    mau = kiriman.pesan.templat
    if mau is not None and mau.nama in muat_templat_wa():
        return muat_templat_wa()[mau.nama].guna
    return "kabar" if kiriman.kelas == PENGINGAT else "siaran"


def seguna(satu: str, lain: str) -> bool:
    """Whether `satu` is at least as useful."""
    return GUNA.index(satu) <= GUNA.index(lain)


def sampai_basi(kiriman: Kiriman, kini: int) -> int:
    """Seconds until it is looked at again though nobody wrote: then it is out of date, or still waits."""
    jam = 0 if kiriman.kelas == BALASAN else templat_untuk(kiriman).basi_jam
    return max(60, kiriman.dibuat + jam * 3600 - kini) if jam and kiriman.dibuat else LAMA


def isi_templat(templat: TemplatWa, pesan: Pesan) -> tuple[str, ...]:
    """One line each, as WhatsApp wants it, and never empty."""
    diminta = pesan.templat
    isi = diminta.isi if diminta and diminta.nama == templat.nama else (pesan.judul or "pesan baru",)
    baris = [" ".join(satu.split())[:PANJANG] or "-" for satu in isi]
    return tuple(baris[: templat.tempat] + ["-"] * (templat.tempat - len(baris)))
