"""The text as it is proposed: only what the entry says, without its problem, and nothing that must not be public."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import digit

from data.desa import Desa
from data.katalog.masalah import muat_masalah
from data.katalog.sebutan import sebutan
from data.kegiatan import Kegiatan
from data.masalah.tema import usul_tema
from data.samarkan import TITIK, samarkan
from data.wilayah import DESA, Wilayah
from handlers.catatan.baris_drp import titik
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_kegiatan, sebut_tempat

JUDUL, TEKS = 80, 740
"""Characters: together below 900, and with what is asked about them on one WhatsApp screen with buttons."""
_TELEPON = re.compile(r"(?<![\d+])\(?(?:\+?62[\s.()\-‐‑–/]{0,3}|0)8[1-9](?:[\s.()\-‐‑–/]{0,3}\d){7,10}(?!\d)")
_ANGKA = re.compile(r"[^\D0-9]")
"""Digits of another script."""
_BANTUAN = re.compile(r"\b(?:blt|bantuan langsung|penerima|kpm|bansos)\b", re.IGNORECASE)
_NAMA = re.compile(r"\b(?:Ibu|Bu|Bapak|Pak|Mbak|Mas|Kang|Teh|Haji|Hajah|H\.|Hj\.|Ustaz|Ust\.)\s?[A-Z][\w']+")
NAMA = "Ada nama orang di dalamnya? Pastikan orangnya setuju."
BERNAMA = "Ada nama orang ({}): pastikan orangnya setuju."
DITUTUP = f"{TITIK} menutup nomor orang; ubah kalimatnya kalau jadi janggal."
PENERIMA = "Ini tentang bantuan: jangan sebut nama penerimanya."
PEKA = "Isinya seperti hal yang perlu dijaga. Baca sekali lagi sebelum disiarkan."
DIPENDEKKAN = "Dipendekkan supaya muat."


def judul_awal(k: Kegiatan, di: Wilayah) -> str:
    return sebaris(f"{sebut_kegiatan(k.kegiatan)} di {sebut_tempat(di)}", JUDUL)


def teks_awal(k: Kegiatan, di: Wilayah) -> tuple[str, bool]:
    """The text, and whether something had to be left out so that it fits."""
    awal = f"{_letak(di)}, {ejaan_tanggal(date.fromisoformat(k.tanggal)).replace(',', '')}."
    sisa = [awal, _peserta(k), f"Tindak lanjut: {titik(k.tindak_lanjut)}" if k.tindak_lanjut else ""]
    lebar = TEKS - sum(len(b) + 2 for b in sisa if b)
    if lebar < TEKS // 3:  # what came of it goes before what comes next
        sisa[2], lebar = "", TEKS - sum(len(b) + 2 for b in sisa[:2] if b)
    hasil = pendekkan(titik(k.hasil), lebar)
    bagian = (awal, hasil, sisa[1], sisa[2])
    return tutup("\n\n".join(b for b in bagian if b)), hasil != titik(k.hasil) or bool(k.tindak_lanjut and not sisa[2])


def _letak(di: Wilayah) -> str:
    """'Desa Sukamaju, Kecamatan Cibeber'; a kecamatan with its kabupaten."""
    atas = di.kecamatan
    return f"{sebut_tempat(di)}, {f'{sebutan(di.kode).kecamatan.capitalize()} {atas}' if di.tingkat == DESA else atas}"


def _peserta(k: Kegiatan) -> str:
    if not k.peserta:
        return ""
    rinci = [f"{n} {kata}" for n, kata in ((k.peserta_l, "laki-laki"), (k.peserta_p, "perempuan")) if n is not None]
    return f"Peserta {k.peserta} orang" + (f" ({', '.join(rinci)})." if rinci else ".")


def pendekkan(teks: str, batas: int) -> str:
    """At most so many characters: whole sentences where one fits, else whole words and '…'."""
    if len(teks) <= batas:
        return teks
    kalimat = [m.end() for m in re.finditer(r"[.!?](?=\s)", teks[: batas + 1])]
    if kalimat and kalimat[-1] >= batas // 3:
        return teks[: kalimat[-1]]
    potong = teks[: batas - 1]
    return f"{(potong.rsplit(maxsplit=1)[0] if ' ' in potong else potong).rstrip(' ,;:')}…"


def tutup(teks: str) -> str:
    """The text without numbers that are nobody else's business: NIK, KK, accounts, telephones."""
    return _TELEPON.sub(TITIK, samarkan(_ANGKA.sub(lambda m: str(digit(m[0])), teks))[0])


def ingatkan(k: Kegiatan, judul: str, teks: str, desa: Desa) -> list[str]:
    """What to look at before it is public."""
    isi = f"{judul}\n{teks}"
    hasil = [DITUTUP] if TITIK in isi else []
    if _BANTUAN.search(isi) or _BANTUAN.search(sebut_kegiatan(k.kegiatan)):
        hasil.append(PENERIMA)
    if muat_masalah().ambil(usul_tema(isi)).rahasia or desa.siaran.rahasia(k):
        hasil.append(PEKA)
    nama = ", ".join(dict.fromkeys(_NAMA.findall(isi)))
    return [*hasil, BERNAMA.format(sebaris(nama, 60)) if nama else NAMA]
