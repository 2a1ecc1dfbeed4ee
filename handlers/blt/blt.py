"""/blt: a village's card of a year, one payment, the history, and all villages of a place."""

from __future__ import annotations

import re

from data.blt import Salur
from data.desa import Desa
from data.kartu_desa import Perubahan
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.wilayah import Wilayah
from handlers.blt.baca_bayar import NOMOR
from handlers.blt.ikhtisar import ikhtisar_blt, lembar_blt
from handlers.blt.kartu_blt import kartu_blt, kartu_salur, tak_ada
from handlers.blt.perubahan import butir_perubahan
from handlers.blt.sebut import sebut_hari
from handlers.bumdes.tempat import LEMBAR, RIWAYAT, bernama, pandang
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
TAHUN = re.compile(r"(?<![.\d-])20\d\d(?![.\d-])")
BAYAR = re.compile(r"\s*bayar\b\s*", re.IGNORECASE)
MUAT = 9
"""Changes that can be tapped in the history."""
APA = {
    "tetapkan": "penetapan dicatat",
    "bayar": "pembayaran dicatat",
    "catat": "penerima berubah",
    "hapus": "dihapus",
    "pulihkan": "dikembalikan",
    "bulanan": "rupiah sebulan",
    "musdes_tanggal": "tanggal musdes",
    "dari": "bulan pertama",
    "sampai": "bulan terakhir",
    "sk": "nomor SK",
    "sk_tanggal": "tanggal SK",
    "alasan": "sebab",
}


def _alih(argumen: str) -> str:
    """'blt bayar jul-sep 40 keluarga 15/10' is a payment."""
    cocok = BAYAR.match(argumen)
    return f"blt_bayar {argumen[cocok.end() :]}".strip() if cocok else ""


def _ketik(sisa: str) -> bool:
    """Without a slash a payment, a number, a year, a place; anything else is a question about BLT."""
    tanpa = TAHUN.sub(" ", sisa).strip()
    return bool(BAYAR.match(sisa) or NOMOR.fullmatch(sisa.strip()) or (tanpa != sisa.strip() and not tanpa)) or bernama(
        tanpa
    )


@dialog(
    "blt",
    help="Lihat BLT Desa",
    untuk=PEMBACA,
    kata=("blt desa", "kartu blt", "blt dd"),
    langsung=True,
    menu=False,
    pokok=True,
    alih=_alih,
    ketik=_ketik,
)
def blt(d: Dialog, desa: Desa) -> Kabar:
    """'sukamaju', '32.03.03.2013 2025 riwayat', 'B-2611-0003', '32.03 2026 xlsx'"""
    if nomor := NOMOR.search(d.argumen):
        s: Salur | None = desa.blt.satu(nomor[1])
        return Kabar(
            kartu_salur(s, desa, "Pembayaran ini sudah dihapus." if s.dihapus else "") if s else tak_ada(nomor[1])
        )
    cocok = TAHUN.search(d.argumen)
    tahun = int(cocok[0]) if cocok else d.hari_ini.year
    p = pandang("blt", "BLT di mana?", TAHUN.sub(" ", d.argumen), desa)
    if isinstance(p, Pesan):
        return Kabar(p)
    if LEMBAR in p.kata:
        return Kabar(lembar_blt(p, tahun))
    if p.di and p.desa == [p.di]:
        return Kabar(_riwayat(p.di, tahun, d, desa) if RIWAYAT in p.kata else kartu_blt(p.di, tahun, d, desa))
    return Kabar(ikhtisar_blt(p, tahun, desa))


def _riwayat(di: Wilayah, tahun: int, d: Dialog, desa: Desa) -> Pesan:
    semua, ubah = desa.blt.riwayat(di.kode, tahun, batas=15), desa.blt.perubahan(di.kode, tahun)
    return Pesan(
        muat("\n".join(f"• {_sebut(p, d)}" for p in semua) or "Belum ada riwayatnya."),
        judul=f"Riwayat BLT {tahun}, {sebut_tempat(di)}",
        daftar=tuple(map(butir_perubahan, ubah[:MUAT])) if desa.blt.boleh(di.kode) else (),
        tombol=(Tombol("Ke kartunya", perintah(f"blt {di.kode} {tahun}")),),
    )


def _sebut(p: Perubahan, d: Dialog) -> str:
    apa = APA.get(p.kolom, p.kolom)
    isi = " → ".join(_nilai(p.kolom, satu) for satu in (p.sebelum, p.sesudah) if satu)
    return f"{sebut_saat(p.waktu, d.orang.zona)}: {apa}{f' {isi}' if isi else ''} ({p.nama})"


def _nilai(kolom: str, nilai: str) -> str:
    """As the trail keeps it, where everything is text."""
    if kolom in ("rupiah", "bulanan"):
        return ejaan_uang(int(nilai))
    if kolom in ("tanggal", "musdes_tanggal", "sk_tanggal"):
        return sebut_hari(nilai)
    return sebaris(nilai, 60).rstrip(".").replace(", -", ", −")
