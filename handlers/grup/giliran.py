"""What a message in a group wants. Nothing is opened here and nobody is made known; much is answered by silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from data.grup import KELUAR
from handlers.dialog import tombol
from handlers.dialog.dialog import Resep
from handlers.dialog.kata import BANTUAN, MENU, UMUM, kata_umum
from handlers.dialog.masukan import Masukan
from handlers.dialog.perintah import dikenal, dikenali, perintah_ketik, pisah
from handlers.dialog.pesan import Pesan, Tombol
from handlers.grup import kata
from handlers.grup.di_grup import DiGrup, sebut_kecamatan
from handlers.grup.kaitkan import kaitkan, lepas
from handlers.grup.tanya_grup import tanya_grup
from handlers.menu import TERIMA_KASIH

SEBUTAN = re.compile(r"@\w+")
SINGKAT = ("ok", "oke", "sip", "siap", "baik", "iya", "ya", "amin", "aamiin", "mantap", "noted")
BASA_BASI = frozenset((*TERIMA_KASIH, *SINGKAT))
"""Said to us in passing: an answer would only fill the group."""
SAPAAN = re.compile(r"\s(?:pak|bu|ibu|bapak|kak|min|bot|semua|kawan)$")
MILIK_GRUP: dict[str, Callable[[DiGrup, str], Pesan | None]] = {
    "kaitkan": kaitkan,
    "lepas": lepas,
    "tanya": tanya_grup,
}
PEMBUKA = frozenset({"start", "mulai", MENU, BANTUAN})
"""Commands that ask what there is."""


def jawab(masukan: Masukan, d: DiGrup, tabel: Mapping[str, Resep]) -> Pesan | None:
    """None where silence is the answer: an edit, a picture, thanks, another bot's command."""
    if masukan.sunting:
        return None
    if d.grup.status == KELUAR:  # we hear it, so we are in it
        d.semua.ganti_status(d.grup, "aktif")
    if masukan.tombol:
        ketukan = tombol.baca(masukan.tombol)
        return _perintah(ketukan.nilai, d, tabel) if ketukan and ketukan.percakapan == 0 else None
    teks = masukan.teks.strip()
    if teks.startswith("/"):
        return _perintah(teks[1:], d, tabel)
    return _kata(SEBUTAN.sub("", teks).strip(), d, tabel)


def _perintah(teks: str, d: DiGrup, tabel: Mapping[str, Resep]) -> Pesan | None:
    nama, argumen = pisah(teks)
    if nama in MILIK_GRUP:
        return MILIK_GRUP[nama](d, argumen)
    if UMUM.get(nama, nama) in PEMBUKA:
        return _bantuan(d)
    if nama in tabel or nama in UMUM:
        return _pribadi(kata.PRIBADI, nama if nama in tabel else MENU)
    return None


def _kata(teks: str, d: DiGrup, tabel: Mapping[str, Resep]) -> Pesan | None:
    """Words that name us or reply to us."""
    rapi = SAPAAN.sub("", re.sub(r"[^\w\s]", "", teks).strip().lower())
    if not any(huruf.isalnum() for huruf in rapi) or rapi in BASA_BASI:
        return None
    nama, argumen = pisah(teks)
    if nama == "kaitkan" or (nama == "lepas" and not argumen):  # "lepas panen raya …" is no word to us
        return _perintah(teks, d, tabel)
    if perintah := perintah_ketik(teks, tabel) or kata_umum(teks):
        pokok = perintah in tabel and tabel[perintah].pokok
        return tanya_grup(d, teks) if pokok and dikenal(teks, tabel) else _perintah(perintah, d, tabel)
    if resep := dikenali(teks, tabel, [peran for satu in tabel.values() for peran in satu.untuk]):
        return _pribadi(kata.PRIBADI, resep.nama)
    return tanya_grup(d, teks)


def _pribadi(teks: str, nama: str) -> Pesan:
    return Pesan(teks, tombol=(Tombol(kata.BUKA_PRIBADI, "", mulai=nama),))


def _bantuan(d: DiGrup) -> Pesan:
    terkait = kata.SEKARANG.format(di=sebut_kecamatan(d.grup.wilayah, d.wilayah)) if d.grup.wilayah else ""
    return _pribadi(f"{kata.BANTUAN}\n\n{terkait}".strip(), MENU)
