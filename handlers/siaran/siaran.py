"""/siaran: from one entry to a text and a picture for a group or a blog."""

from __future__ import annotations

import re

from data.desa import Desa
from data.orang import PENDAMPING
from data.siaran import Isi
from handlers.catatan.nomor_catatan import NOMOR, tak_ketemu
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Choice, Pilihan, Text
from handlers.dialog.tombol import perintah
from handlers.siaran.kartu import NOMOR_SIARAN, kiriman, tak_ada
from handlers.siaran.tanya import tanya_catatan, tanya_foto, tanya_judul, tanya_naskah, tanya_teks

SAYA = re.compile(r"\s*(?:saya|semua)\s*", re.IGNORECASE)
TANPA_CATATAN = "Siaran dibuat dari catatan kegiatan Anda. Catat dulu satu kegiatan dengan hasilnya."
BAGIAN = {"judul": "Judul", "teks": "Teks", "foto": "Foto"}


def _alih(argumen: str) -> str:
    """'R-2611-0001' is the card, 'saya' the list."""
    if cocok := NOMOR_SIARAN.search(argumen):
        return f"siaran_lihat {cocok[1].upper()}"
    return "siaran_lihat" if SAYA.fullmatch(argumen) else ""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if nomor := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = nomor[1].upper()
    return False


def _ketik(sisa: str) -> bool:
    return any(pola.match(sisa.strip()) for pola in (NOMOR, NOMOR_SIARAN)) or bool(SAYA.fullmatch(sisa))


@dialog(
    "siaran",
    help="Buat siaran singkat",
    untuk=PENDAMPING,
    kata=("siaran singkat", "buat siaran", "buat berita", "bikin berita"),
    baca=_baca,
    alih=_alih,
    ketik=_ketik,
    menu=False,
    pengenal=frozenset({"nomor"}),
)
def siaran(d: Dialog, desa: Desa) -> Kabar:
    if "nomor" not in d.keadaan.jawaban and not desa.siaran.calon(1):
        return Kabar(Pesan(TANPA_CATATAN, tombol=(Tombol("Catat kegiatan", perintah("catat")),)))
    nomor = d.ask("nomor", tanya_catatan(desa))
    k = desa.kegiatan.ambil(nomor)
    if k is None:
        return Kabar(tak_ketemu(nomor[:20]))
    if not k.hasil:
        return Kabar(Pesan(TANPA_CATATAN, tombol=(Tombol("Catat kegiatan", perintah("catat")),)))
    judul, teks = tanya_naskah(k, d, desa)
    foto, izin = tanya_foto(k, d, desa)
    satu = desa.siaran.tambah(k, Isi(judul, teks, foto, izin), d.percakapan or None)
    return Kabar(kiriman(satu), f"Siaran {satu.nomor} tersimpan.")


def baca_ubah(teks: str, d: Dialog, desa: Desa) -> bool:
    """'R-2611-0001 teks'"""
    if nomor := NOMOR_SIARAN.search(teks):
        d.keadaan.jawaban["nomor"] = nomor[1].upper()
    if bagian := [b for b in BAGIAN if b in teks.lower().split()]:
        d.keadaan.jawaban["bagian"] = bagian[0]
    return False


@dialog(
    "siaran_ubah",
    help="Ubah siaran",
    untuk=PENDAMPING,
    baca=baca_ubah,
    ketik=lambda sisa: NOMOR_SIARAN.match(sisa.strip()) is not None,
    menu=False,
    sela=False,
    pengenal=frozenset({"nomor", "bagian"}),
)
def siaran_ubah(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", Text("Siaran nomor berapa?", petunjuk="Tulis nomornya, contoh: R-2611-0001."))
    satu = desa.siaran.ambil(nomor.upper().lstrip("#"))
    if satu is None:
        return Kabar(tak_ada(nomor))
    k = desa.kegiatan.ambil(satu.catatan)
    boleh = [b for b in BAGIAN if b != "foto" or satu.pilihan_foto]
    tanya = Choice("Bagian mana yang diubah?", [Pilihan(b, BAGIAN[b], b) for b in boleh])
    bagian = d.ask("bagian", tanya)
    if bagian == "foto":
        assert k
        foto, izin = tanya_foto(k, d, desa)
        baru = {"foto": foto, "izin": izin}
    else:
        nilai = d.ask(bagian, tanya_judul(satu.judul) if bagian == "judul" else tanya_teks())
        baru = {bagian: " ".join(nilai.split()) if bagian == "judul" else nilai}
    return Kabar(kiriman(desa.siaran.ubah(satu, **baru)), f"Siaran {satu.nomor} sudah diubah.")
