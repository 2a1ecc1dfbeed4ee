"""/riwayat_desa: what was done in one village, by whomever; to be read, not changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.riwayat_desa import Ditulis
from data.wilayah import Wilayah
from handlers.catatan.bulan import akhir_bulan, baca_bulan, sebut_bulan
from handlers.catatan.nomor_catatan import NOMOR, tak_ketemu
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.tanggal import BULAN, ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.kartu import kartu, sebut_kegiatan, sebut_tempat

HALAMAN = 8
BULAN_KATA = re.compile(rf"(?<![.\d])\b(?:20\d\d(?:-\d\d)?|bulan (?:lalu|ini)|{'|'.join(BULAN)})\b", re.IGNORECASE)
ANGKA = re.compile(r"(?:^|\s)(\d{1,3})$")
BELUM = "Di sini nanti terbaca catatan dari semua pendamping di desa Anda, setelah tugas Anda disahkan koordinator."
KETIK = "Ketik riwayat desa lalu namanya, contoh: riwayat desa {contoh}."


@dataclass(frozen=True)
class Saringan:
    bulan: date
    """The first day of the month."""
    desa: str
    halaman: int = 1

    def perintah(self, **ganti: Any) -> str:
        lain = replace(self, **ganti)
        return perintah(f"riwayat_desa {lain.bulan:%Y-%m} {lain.desa} {lain.halaman}")


@dialog("riwayat_desa", help="Lihat catatan satu desa", untuk=(*PENDAMPING, CAMAT, ADMIN), langsung=True, menu=False)
def riwayat_desa(d: Dialog, desa: Desa) -> Kabar:
    if nomor := NOMOR.search(d.argumen):
        return Kabar(catatan_lain(nomor[1].upper(), desa) or tak_ketemu(nomor[1].upper()))
    semua = desa.wilayah.di_bawah(desa.lingkup.baca)
    if not semua:
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    nama, halaman = _sebutan(d.argumen)
    cocok = _cari(nama, semua)
    if len(cocok) == 1:
        s = Saringan(baca_bulan(d.argumen.replace(cocok[0].nama, ""), d.hari_ini), cocok[0].kode, halaman)
        return Kabar(_daftar(s, cocok[0], desa))
    return Kabar(_pilih(nama, cocok, semua, halaman))


def _sebutan(argumen: str) -> tuple[str, int]:
    """What is left for the village's name or code, and the page: '2026-11 32.03.03.2013 2', 'sukamaju oktober'."""
    sisa = BULAN_KATA.sub(" ", argumen).strip()
    angka = ANGKA.search(sisa)
    halaman = max(int(angka[1]), 1) if angka else 1
    return " ".join(ANGKA.sub("", sisa).strip(" -").split()), halaman


def _cari(nama: str, semua: Sequence[Wilayah]) -> list[Wilayah]:
    """Those that are meant; without a name all. Nothing outside `semua` is looked at."""
    if not nama:
        return list(semua)
    if ini := [w for w in semua if w.kode == nama]:
        return ini
    cocok = {c.id for c in cari_calon(nama, [Calon(w.kode, w.nama, (f"{w.nama} {w.kecamatan}",)) for w in semua])}
    return [w for w in semua if w.kode in cocok]


def _pilih(nama: str, cocok: list[Wilayah], semua: Sequence[Wilayah], halaman: int) -> Pesan:
    """`cocok` by page; all there are when nothing fits."""
    ketik = KETIK.format(contoh=semua[0].nama.lower())
    if not cocok:
        teks = f"“{sebaris(nama, 40)}” belum ketemu di wilayah Anda. {ketik}"
        return Pesan(teks, tombol=(Tombol("Pilih desa", perintah("riwayat_desa")),))
    ini = min(halaman, -(-len(cocok) // HALAMAN))
    ket = pembeda(cocok)
    butir = tuple(
        Butir(w.nama, perintah(f"riwayat_desa {w.kode}"), ket[w.kode])
        for w in cocok[(ini - 1) * HALAMAN : ini * HALAMAN]
    )
    cari = nama.encode("ascii", "ignore").decode()[:20].strip()  # a button has room for 64 bytes
    tombol = []
    if ini * HALAMAN < len(cocok):
        tombol.append(Tombol("Lainnya ›", perintah(f"riwayat_desa {cari} {ini + 1}".replace("  ", " "))))
    if ini > 1:
        tombol.append(Tombol("‹ Sebelumnya", perintah(f"riwayat_desa {cari} {ini - 1}".replace("  ", " "))))
    tanya = "Riwayat desa mana?" if len(cocok) <= HALAMAN else f"Riwayat desa mana? Ada {len(cocok)}. {ketik}"
    return Pesan(tanya, tombol=tuple(tombol), daftar=butir)


def _daftar(s: Saringan, di: Wilayah, desa: Desa) -> Pesan:
    akhir = akhir_bulan(s.bulan)
    jumlah = desa.riwayat_desa.jumlah(s.desa, s.bulan, akhir)
    ini = min(s.halaman, max(-(-jumlah // HALAMAN), 1))
    isi = desa.riwayat_desa.rentang(s.desa, s.bulan, akhir, batas=HALAMAN, lewati=(ini - 1) * HALAMAN)
    teks = f"{jumlah} catatan. Ketuk untuk membuka." if jumlah else "Belum ada catatan di bulan ini."
    tombol = []
    if ini * HALAMAN < jumlah:
        tombol.append(Tombol("Lebih lama ›", s.perintah(halaman=ini + 1)))
    if ini > 1:
        tombol.append(Tombol("‹ Lebih baru", s.perintah(halaman=ini - 1)))
    lain = [date.fromisoformat(f"{b}-01") for b in desa.riwayat_desa.bulan_terisi(s.desa)]
    tombol += [Tombol(sebut_bulan(b), s.perintah(bulan=b, halaman=1)) for b in lain if b != s.bulan][:3]
    judul = f"{sebut_tempat(di)}, {sebut_bulan(s.bulan)}"
    return Pesan(teks, judul=judul, tombol=tuple(tombol), daftar=tuple(_butir(satu) for satu in isi))


def _butir(satu: Ditulis) -> Butir:
    k = satu.kegiatan
    label = f"{ejaan_pendek(date.fromisoformat(k.tanggal))} {satu.oleh}"
    return Butir(
        label, perintah(f"riwayat_desa {k.nomor}"), f"{sebut_kegiatan(k.kegiatan)}, {RentangJam.dari_json(k.jam)}"
    )


def catatan_lain(nomor: str, desa: Desa) -> Pesan | None:
    """An entry in scope, by whomever, to be read; None for any other number."""
    satu = desa.riwayat_desa.ambil(nomor)
    di = desa.wilayah.ambil(satu.kegiatan.desa) if satu else None
    if satu is None or di is None:
        return None
    foto = desa.riwayat_desa.foto(satu)
    return Pesan(
        f"{kartu(satu.kegiatan, di, len(foto))}\n\nDicatat oleh {satu.oleh}.",
        judul=f"#{nomor}",
        tombol=(Tombol("Riwayat desa", perintah(f"riwayat_desa {satu.kegiatan.tanggal[:7]} {di.kode}")),),
        foto=tuple(f.sidik for f in foto),
    )
