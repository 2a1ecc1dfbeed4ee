"""What is asked for behind /laporan_camat: '32.03.03 2026-10 b3', 'C-2611-0001 pdf', 'cibeber oktober'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from data.camat import Laporan
from data.desa import Desa
from data.wilayah import KECAMATAN, Wilayah, cari_wilayah, dari_kode
from handlers.catatan.bulan import baca_bulan, sebut_bulan
from handlers.dialog.baca.tanggal import BULAN
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.ringkasan.sebut import LABEL
from handlers.tim.lihat import selembar

NOMOR = re.compile(r"#?\b(C-\d{4}-\d{4,})", re.IGNORECASE)
KODE = re.compile(r"\b\d\d\.\d\d\.\d\d\b(?!\.)")
APA = re.compile(r"\b(b[1-7]|v\d{1,4}|h\d{1,3}|terbit|ya|pdf|word|lama|riwayat|lalu)\b")
_NAMA = "|".join(f"{b.lower()}|{b[:3].lower()}" for b in BULAN)
_BULAN = re.compile(rf"\b(?:(?P<nama>{_NAMA})(?: (?P<tahun>20\d\d))?|20\d\d-(?:0[1-9]|1[0-2])|bulan (?:lalu|ini))\b")
PALING_LAMA = 24
"""Months that can be looked back on."""
GANTI = 10
"""Until this day of a month the report is the one of the month before."""
MENU = Tombol("Menu", perintah("menu"))
BUKAN = Pesan(
    "Laporan Camat disiapkan PD atau pendamping teknis kecamatan, dari catatan semua pendamping di sana. "
    "Catatan Anda ikut terhitung.",
    tombol=(Tombol("Catat", perintah("catat")), MENU),
)


@dataclass(frozen=True)
class Minta:
    lap: Laporan
    kata: tuple[str, ...] = ()
    """What of it is wanted."""


def perintah_laporan(lap: Laporan, kata: str = "") -> str:
    return perintah(f"laporan_camat {alamat(lap)} {kata}".strip())


def alamat(lap: Laporan) -> str:
    return f"{lap.kecamatan} {lap.bulan}"


def baca_minta(teks: str, desa: Desa) -> Minta | Pesan:
    """A message where it is none of theirs, or not plain which."""
    kecil = teks.lower()
    if nomor := NOMOR.search(kecil):
        lap = desa.camat.ambil(nomor[1])
        return Minta(lap, _kata(kecil)) if lap else tak_ada(nomor[1].upper())
    if not desa.camat.tempat:
        return BUKAN
    semua, sebut = _tempat(kecil, desa)
    if len(semua) != 1:
        return _pilih(semua, sebut, kecil, desa)
    kode = semua[0].kode
    bulan = _bulan(kecil, desa.camat.hari_ini(kode))
    if isinstance(bulan, Pesan):
        return bulan
    lap = desa.camat.buka(kode, f"{bulan:%Y-%m}")
    assert lap is not None
    return Minta(lap, _kata(_BULAN.sub(" ", kecil)))


def tak_ada(nomor: str) -> Pesan:
    return Pesan(
        f"Laporan {nomor} belum ada dalam daftar Anda.", tombol=(Tombol("Laporan Camat", perintah("laporan_camat")),)
    )


def geser(bulan: date, langkah: int) -> date:
    ke = bulan.year * 12 + bulan.month - 1 + langkah
    return date(ke // 12, ke % 12 + 1, 1)


def terlama(hari_ini: date) -> date:
    """The first month that can be looked back on."""
    return geser(hari_ini.replace(day=1), -PALING_LAMA)


def _kata(teks: str) -> tuple[str, ...]:
    return tuple(APA.findall(teks))


def _bulan(teks: str, hari_ini: date) -> date | Pesan:
    ini = hari_ini.replace(day=1)
    cocok = _BULAN.search(teks)
    if cocok is None:
        return geser(ini, -1) if hari_ini.day <= GANTI else ini
    bulan = baca_bulan(cocok[0], hari_ini)
    if cocok["tahun"]:
        bulan = bulan.replace(year=int(cocok["tahun"]))
    if terlama(hari_ini) <= bulan <= ini:
        return bulan
    kata = "belum mulai" if bulan > ini else "sudah terlalu lama"
    return Pesan(
        f"{sebut_bulan(bulan)} {kata}. Yang bisa dibuka {sebut_bulan(terlama(hari_ini))} sampai {sebut_bulan(ini)}.",
        tombol=(Tombol("Laporan Camat", perintah("laporan_camat")),),
    )


def _tempat(teks: str, desa: Desa) -> tuple[list[Wilayah], str]:
    """The kecamatan that are meant, of those that may be read; and the words that named them."""
    if kode := KODE.search(teks):
        return [w for w in (dari_kode(kode[0]),) if w and desa.camat.boleh_baca(w.kode)], kode[0]
    nama = " ".join(APA.sub(" ", _BULAN.sub(" ", teks)).split())
    if not nama:
        return desa.wilayah.di_bawah(desa.camat.tempat, KECAMATAN), ""
    temuan = cari_wilayah(nama, KECAMATAN)
    kode_ = temuan.kode if temuan.persis else ()
    return [w for k in kode_ if desa.camat.boleh_baca(k) and (w := dari_kode(k))], nama


def _pilih(semua: list[Wilayah], sebut: str, teks: str, desa: Desa) -> Pesan:
    if not semua:
        kata = f"“{sebaris(sebut, 40)}” belum ada di wilayah tugas Anda. " if sebut else ""
        return Pesan(
            f"{kata}Ketik nama kecamatannya, contoh: /laporan_camat cibeber oktober",
            tombol=(Tombol("Laporan Camat", perintah("laporan_camat")), MENU),
        )
    halaman = next((int(k[1:]) for k in APA.findall(teks) if k[0] == "h"), 1)
    tampak, ini, lembar = selembar(semua, max(halaman, 1))
    bulan = _BULAN.search(teks)
    belakang = f" {bulan[0]}" if bulan else ""
    ket = pembeda(tuple(semua))
    kata = f"laporan_camat {sebaris(sebut, 20)}".strip() + belakang
    maju = (Tombol("Lainnya ›", perintah(f"{kata} h{ini + 1}")),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", perintah(f"{kata} h{ini - 1}")),) if ini > 1 else ()
    return Pesan(
        "Laporan kecamatan mana?",
        judul="Laporan Camat",
        daftar=tuple(
            Butir(sebaris(sebut_tempat(w), LABEL), perintah(f"laporan_camat {w.kode}{belakang}"), ket[w.kode])
            for w in tampak
        ),
        tombol=(*maju, *mundur),
    )
