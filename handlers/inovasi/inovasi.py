"""/inovasi: cards of one's places, one card, and what villages of the whole country have that works."""

from __future__ import annotations

import re

import msgspec

from data.desa import Desa
from data.katalog.register import JenisRegister, muat_register
from data.orang import ADMIN, CAMAT, PENDAMPING
from handlers.dialog.baca.cocok import lipat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Text
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.inovasi.sebut import BELUM_SAH, CARI, NOMOR, SEMUA, TERBUKTI, butir, kartu_bersama, tak_ada
from handlers.kartu import sebut_tempat
from handlers.keputusan.tempat import KODE, PILIH, cari_terbaca
from handlers.register.baru import buat_baru
from handlers.register.daftar import daftar
from handlers.register.kartu import kartu
from handlers.register.saring import baca_saringan
from handlers.tim.lihat import selembar

UNTUK = (*PENDAMPING, CAMAT, ADMIN)
SIAPA = re.compile(r"\s*siapa(?: saja)?(?: yang)? (?:sudah|udah|pernah)\b[\s:]*", re.IGNORECASE)
"""'siapa sudah bank sampah?'"""
MUAT = 34
"""Bytes."""
CONTOH = "Contoh: bank sampah, air bersih, warung BUM Desa."


def jenis() -> JenisRegister:
    return muat_register().menurut_kode("inovasi")


inovasi_baru = buat_baru(jenis())


@dialog(
    "inovasi",
    help="Lihat inovasi desa",
    untuk=UNTUK,
    kata=jenis().kata,
    langsung=True,
    menu=False,
    pokok=True,
    ketik=lambda sisa: len(sisa) <= 60,
)
def inovasi(d: Dialog, desa: Desa) -> Kabar:
    """'', '32.03.03 +berhenti h2', 'sukamaju', 'IN-2611-0004', 'bank sampah', 'siapa sudah bank sampah h2'"""
    if cocok := NOMOR.search(d.argumen):
        return Kabar(_satu(cocok[1].upper(), d, desa))
    siapa = SIAPA.match(d.argumen)
    if siapa or not _tempat(d.argumen, desa):
        return Kabar(hasil(SIAPA.sub("", d.argumen, count=1), desa))
    return Kabar(_daftar(d, desa))


@dialog(
    "inovasi_cari",
    help="Cari inovasi desa lain",
    untuk=UNTUK,
    menu=False,
    kenali=lambda teks: SIAPA.match(teks) is not None,
    baca=lambda teks, d, desa: _baca(teks, d),
)
def inovasi_cari(d: Dialog, desa: Desa) -> Kabar:
    tanya = Text(f"Siapa sudah apa? Satu-dua kata cukup.\n{CONTOH}", petunjuk=CONTOH, minimal=2, maksimal=200)
    kata = d.ask("kata", tanya)
    return Kabar(hasil(SIAPA.sub("", kata, count=1), desa), f"Sudah dicari: “{sebaris(kata, 60)}”.")


def _baca(teks: str, d: Dialog) -> bool:
    if kata := SIAPA.sub("", teks, count=1).strip(" ?"):
        d.keadaan.jawaban["kata"] = kata[:200]
    return False


def _satu(nomor: str, d: Dialog, desa: Desa) -> Pesan:
    """The whole card in one's own places, what is shared of it elsewhere."""
    if r := desa.register.ambil(nomor):
        return kartu(r, d, desa)
    b = desa.inovasi.ambil(nomor)
    return kartu_bersama(b, desa) if b else tak_ada(nomor)


def _tempat(argumen: str, desa: Desa) -> bool:
    """Whether a place of one's own is meant, by its whole name or its code, and no words to look for."""
    s = baca_saringan(argumen, jenis())
    if s.tempat in ("", PILIH) or KODE.fullmatch(s.tempat):
        return True
    sama = lipat(s.tempat)
    return any(sama in (lipat(w.nama), lipat(sebut_tempat(w))) for w in cari_terbaca(s.tempat, desa))


def _daftar(d: Dialog, desa: Desa) -> Pesan:
    pesan = daftar(jenis(), d.argumen, d, desa)
    if pesan.berkas:
        return pesan
    return msgspec.structs.replace(
        pesan,
        teks=pesan.teks if d.argumen else f"{TERBUKTI}\n\n{pesan.teks}",
        tombol=(CARI, Tombol("Komitmen meniru", perintah("komitmen")), *pesan.tombol),
    )


def hasil(teks: str, desa: Desa) -> Pesan:
    """Of the whole country, one's own villages first."""
    if not desa.inovasi.boleh:
        return Pesan(BELUM_SAH, tombol=(Tombol("Menu", perintah("menu")),))
    kata, halaman = _halaman(teks)
    semua = desa.inovasi.cari(kata)
    sebut = f"“{kata}”" if kata else "inovasi"
    if not semua:
        return Pesan(
            f"Belum ada desa yang mencatat {sebut}. Coba kata lain. {CONTOH}\n\n"
            "Kalau desa dampingan Anda sudah menjalankannya, catatlah supaya yang lain bisa meniru.",
            tombol=(CARI, Tombol("Catat inovasi", perintah("inovasi_baru")), SEMUA),
        )
    tampak, ini, lembar = selembar(semua, halaman)
    desa_ = len({b.desa for b in semua})
    return Pesan(
        f"{len(semua)} inovasi di {desa_} desa. Ketuk untuk membaca caranya dan lembaga yang bisa dihubungi.",
        judul=f"Siapa sudah {kata}?" if kata else "Inovasi terbaru",
        daftar=tuple(butir(b, desa) for b in tampak),
        tombol=(*_jelajah(kata, ini, lembar), CARI, SEMUA),
    )


def _jelajah(kata: str, ini: int, lembar: int) -> tuple[Tombol, ...]:
    maju = (Tombol("Lainnya ›", perintah(f"inovasi siapa sudah h{ini + 1} {kata}".strip())),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", perintah(f"inovasi siapa sudah h{ini - 1} {kata}".strip())),) if ini > 1 else ()
    return (*maju, *mundur)


def _halaman(teks: str) -> tuple[str, int]:
    """(words, page): 'h2 bank sampah'. No more words than a button to the next page has room for."""
    semua = teks.split()
    lembar = next((k for k in semua if re.fullmatch(r"h\d{1,3}", k)), "")
    kata = ""
    for satu in (k.strip(" ?") for k in semua if k != lembar):
        if len(f"{kata} {satu}".encode()) > MUAT:
            break
        kata = f"{kata} {satu}".strip()
    return kata, int(lembar[1:]) if lembar else 1
