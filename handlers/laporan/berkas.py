"""The visit report as a file, and the travel sheet: Word over the person's own template or ours, and PDF."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date
from importlib import resources

import msgspec

from data.desa import Desa
from data.dokumen import DokumenHilang
from handlers.catatan.bulan import sebut_bulan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kerja.pekerjaan import Hasil, Laju, Terjelaskan, nama_aman
from handlers.kertas.word import GambarWord, TemplatSalah, isi_templat
from handlers.laporan.bidang import Bingkai, Naskah
from handlers.laporan.bulan_kunjungan import BulanKunjungan, kumpulkan
from handlers.laporan.muat import Foto, TakMuat, pas
from handlers.laporan.naskah import naskah

Bahan = Mapping[str, str | int]
BAWAAN = resources.files("handlers.laporan") / "templat"
GUNA = "templat:laporan"
"""What keeps a person's own template."""
LEBAR, TINGGI = 7.4, 5.6
"""Centimetres that a photo has at most, in Word."""
Jadi = tuple[bytes, int]
"""A file, and how many of its photos could not be read."""
log = logging.getLogger("laporan")


def bawaan(nama: str) -> bytes:
    """Our template of 'laporan-kunjungan' or 'sppd'."""
    return (BAWAAN / f"{nama}.docx").read_bytes()


def laporan_word(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
    """`bahan`: bulan '2026-11'."""
    b, isi = _isi(desa, bahan)
    sendiri = templat_sendiri(desa)
    gagal = ""
    if sendiri:
        try:
            return _jadi(b, laju, "docx", _buat_word(sendiri, b, isi, desa, laju))
        except TemplatSalah:  # what is wrong may quote a person; /laporan_templat says it
            log.warning("own report template cannot be used, ours is instead")
            gagal = "\nTemplat Anda sedang belum bisa dipakai, jadi ini bentuk bawaannya."
        except TakMuat:
            gagal = "\nDengan templat Anda berkasnya lebih dari 4 MB, jadi ini bentuk bawaannya."
    return _jadi(b, laju, "docx", _buat_word(bawaan("laporan-kunjungan"), b, isi, desa, laju), gagal)


def laporan_pdf(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
    """`bahan`: bulan '2026-11'."""
    from handlers.cetak.mesin import cetak_pdf  # a typesetter that only those who ask for a paper should load

    b, isi = _isi(desa, bahan)

    def buat(foto: list[Foto]) -> bytes:
        gambar = {f"foto/{n}.jpg": f.isi for n, f in enumerate(foto, start=1) if not isinstance(f, str)}
        return cetak_pdf("laporan_kunjungan", msgspec.to_builtins(_bersebab(isi, foto)), gambar)

    return _jadi(b, laju, "pdf", _pas(b, desa, laju, buat))


def sppd_docx(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: bulan '2026-11'."""
    return isi_templat(bawaan("sppd"), _sppd(desa, bahan))[0]


def sppd_pdf(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: bulan '2026-11'."""
    from handlers.cetak.mesin import cetak_pdf

    return cetak_pdf("sppd", msgspec.to_builtins(_sppd(desa, bahan)))


def templat_sendiri(desa: Desa) -> bytes:
    """b'' where there is none, or none any more."""
    ada = desa.dokumen.dari(GUNA)
    try:
        return desa.dokumen.isi(ada.sidik) if ada else b""
    except DokumenHilang:
        return b""


def _sppd(desa: Desa, bahan: Bahan) -> Naskah:
    """Raises `LookupError` where there is no visit, or none any more."""
    b = kumpulkan(desa, date.fromisoformat(f"{bahan['bulan']}-01"))
    if not b.kunjungan:
        raise LookupError(f"no visits in {bahan['bulan']}")
    return naskah(b, desa)


def _isi(desa: Desa, bahan: Bahan) -> tuple[BulanKunjungan, Naskah]:
    b = kumpulkan(desa, date.fromisoformat(f"{bahan['bulan']}-01"))
    if not b.kunjungan:
        raise Terjelaskan(
            f"Kunjungan lapangan {sebut_bulan(b.bulan)} sudah tidak ada lagi di catatan Anda, jadi laporannya tidak "
            "dibuat. Kalau kunjungannya terhapus, catat lagi dulu."
        )
    return b, naskah(b, desa)


def _buat_word(templat: bytes, b: BulanKunjungan, isi: Naskah, desa: Desa, laju: Laju) -> Jadi:
    def buat(foto: list[Foto]) -> bytes:
        return isi_templat(templat, _bersebab(isi, foto), wajib="", gambar=gambar_word(foto))[0]

    return _pas(b, desa, laju, buat, len(templat))


def _pas(b: BulanKunjungan, desa: Desa, laju: Laju, buat: Callable[[list[Foto]], bytes], lain: int = 0) -> Jadi:
    rusak = 0

    def hitung(foto: list[Foto]) -> bytes:
        nonlocal rusak
        rusak = sum(isinstance(f, str) for f in foto)
        return buat(foto)

    return pas([f.sidik for f in b.dipakai], desa.pengaturan.media, hitung, laju.maju, lain), rusak


def _bersebab(isi: Naskah, foto: list[Foto]) -> Naskah:
    """A photo that cannot be shown says so in its frame."""
    semua = tuple(
        msgspec.structs.replace(f, sebab=satu if isinstance(satu, str) else "")
        for f, satu in zip(isi.foto, foto, strict=True)
    )
    bingkai = tuple(Bingkai(semua[n : n + 2]) for n in range(0, len(semua), 2))
    return msgspec.structs.replace(isi, foto=semua, bingkai=bingkai)


def gambar_word(foto: list[Foto]) -> dict[str, GambarWord]:
    """Each where a template may ask for it: one after the other, or in its frame."""
    hasil = {}
    for n, satu in enumerate(foto):
        if not isinstance(satu, str):
            skala = min(LEBAR / satu.lebar, TINGGI / satu.tinggi)
            gambar = GambarWord(satu.isi, satu.lebar * skala, satu.tinggi * skala)
            hasil[f"foto.{n}.gambar"] = hasil[f"bingkai.{n // 2}.semua.{n % 2}.gambar"] = gambar
    return hasil


def _jadi(b: BulanKunjungan, laju: Laju, akhiran: str, jadi: Jadi, kata: str = "") -> Hasil:
    isi, rusak = jadi
    if rusak:
        kata += f"\n{rusak} foto tidak bisa dibaca; di tempatnya ada keterangannya."
    bulan = f"{b.bulan:%Y-%m}"
    nama = nama_aman(f"laporan-kunjungan-{bulan}", akhiran)
    (laju.folder / nama).write_bytes(isi)
    bentuk, lain, label = ("Word", "pdf", "Unduh PDF") if akhiran == "docx" else ("PDF", "word", "Unduh Word")
    teks = (
        f"Ini laporan kunjungan {sebut_bulan(b.bulan)} ({bentuk}): {len(b.kunjungan)} kunjungan, "
        f"{len(b.dipakai)} foto.{kata}\nPeriksa dulu sebelum ditandatangani; titik-titiknya diisi dengan pena."
    )
    tombol = (Tombol(label, perintah(f"laporan {bulan} {lain}")), Tombol("Ke laporannya", perintah(f"laporan {bulan}")))
    return Hasil(Pesan(teks, tombol=tombol), nama)
