"""What cards of innovations, promises and services have beside what every register's card has."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from data.desa import Desa
from data.katalog.register import Bidang
from data.register import Register
from data.siklus import APB, BELUM, RKP
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah
from handlers.inovasi.sebut import sebut_letak, sebut_peniru, tempat, tombol_tiru
from handlers.keputusan.sebut import NOMOR as NOMOR_PUTUSAN
from handlers.keputusan.sebut import sebut_status
from handlers.register.bidang import pertanyaan
from handlers.register.kait import KAIT, Kait
from handlers.siklus.sebut import sebut_dokumen, sebut_langkah

USUL = 3
"""Papers, decisions or meetings that are proposed."""
TAHUN = 4
"""Years ahead that a promise may be for, this one included."""


# -- a card of an innovation ------------------------------------------------------------------------------------------


def _baris_inovasi(r: Register, d: Dialog, desa: Desa) -> tuple[str, ...]:
    ditiru = sebut_peniru(desa.inovasi.peniru([r.id]).get(r.id))
    return (ditiru,) if ditiru else ()


def _tombol_inovasi(r: Register, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    """To be repeated in another village than its own."""
    lain = [w for w in desa.dampingan() if w.kode != r.desa]
    return tombol_tiru(r.nomor, desa) if lain and r.ditutup is None else ()


# -- a promise --------------------------------------------------------------------------------------------------------


def asal(r: Register, desa: Desa) -> str:
    """Where it comes from: the card's village as it is shared, else what was typed."""
    b = desa.inovasi.menurut_id(r.induk) if r.induk else None
    return f"{b.nomor}, {sebut_letak(tempat(b.desa, desa))}" if b else ""


def _baris_komitmen(r: Register, d: Dialog, desa: Desa) -> tuple[str, ...]:
    """What the papers and decisions that it names say today."""
    baris = [f"Inovasi asal: {dari}" if (dari := asal(r, desa)) else ""]
    for nomor in _putusan(r):
        if k := desa.keputusan.ambil(nomor):
            baris.append(f"{k.nomor} sekarang: {sebut_status(k.status, k.alasan, k.bukti)}")
    return tuple(b for b in (*baris, *_siklus(r, desa)) if b)


def _siklus(r: Register, desa: Desa) -> list[str]:
    tahun = r.isi.get("tahun", "")
    papan = desa.siklus.papan(r.desa, int(tahun)) if tahun.isdecimal() else {}
    ada = [papan[k] for k in (RKP, APB) if k in papan and papan[k].tahap != BELUM]
    return [f"Siklus: {sebut_dokumen(s.dokumen, r.desa)} {s.tahun} {sebut_langkah(s)}" for s in ada]


def _tombol_komitmen(r: Register, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    putusan = next((n for n in _putusan(r) if desa.keputusan.ambil(n)), "")
    tombol = [Tombol("Lihat keputusannya", perintah(f"putusan {putusan}"))] if putusan else []
    if r.induk and (b := desa.inovasi.menurut_id(r.induk)):
        tombol.append(Tombol("Inovasi asal", perintah(f"inovasi {b.nomor}")))
    return tuple(tombol)


def _putusan(r: Register) -> list[str]:
    kata = f"{r.isi.get('rkp', '')} {r.isi.get('apb', '')}"
    return list(dict.fromkeys(m[1].upper() for m in NOMOR_PUTUSAN.finditer(kata)))[:USUL]


def tanya_tahun(hari_ini: date, sekarang: str = "") -> Question[str]:
    semua = [str(hari_ini.year + n) for n in range(TAHUN)]
    kini = f"\nSekarang: {sekarang}" if sekarang else ""
    tanya = f"Targetnya terlaksana tahun berapa?{kini}"
    return Choice(tanya, [Pilihan(t, t, t) for t in semua], petunjuk=f"Pilih tahunnya, contoh: {semua[1]}.")


def _tanya_komitmen(r: Register, b: Bidang, sekarang: str, d: Dialog, desa: Desa) -> Question[Any]:
    if b.kunci == "tahun":
        return tanya_tahun(d.hari_ini, sekarang)
    if b.kunci not in (RKP, APB):
        return pertanyaan(b, sekarang)
    return _usul(b, sekarang, [*_dokumen(r, b.kunci, desa), *_putusan_cocok(r, desa)])


def _usul(b: Bidang, sekarang: str, usul: list[str]) -> Question[Any]:
    tanya = f"{b.tanya}\nSekarang: {sekarang}" if sekarang else b.tanya
    return Suggest(tanya, b.petunjuk, 2, b.batas or 160, tuple(usul[:USUL]))


def _dokumen(r: Register, dokumen: str, desa: Desa) -> list[str]:
    """The village's paper of the year that is aimed at, where the board knows it."""
    papan = desa.siklus.papan(r.desa, int(r.isi["tahun"])) if r.isi.get("tahun", "").isdecimal() else {}
    satu = papan.get(dokumen)
    if satu is None or satu.tahap == BELUM:
        return []
    perdes = f", Perdes {satu.nomor}" if satu.nomor else ""
    return [f"{sebut_dokumen(dokumen, r.desa)} {satu.tahun}{perdes}"]


def _putusan_cocok(r: Register, desa: Desa) -> list[str]:
    """Decisions of that village that speak of it."""
    return [t.nomor for t in desa.cari.temukan(r.judul, desa=r.desa, apa="keputusan", batas=USUL).temuan]


# -- a service --------------------------------------------------------------------------------------------------------


def _tanya_layanan(r: Register, b: Bidang, sekarang: str, d: Dialog, desa: Desa) -> Question[Any]:
    if b.kunci != "musdes":
        return pertanyaan(b, sekarang)
    ada = desa.musdes.daftar(r.desa, 0, batas=USUL) if desa.lingkup.boleh_baca(r.desa) else []
    return _usul(b, sekarang, [f"{m.nomor}, {ejaan_pendek(date.fromisoformat(m.tanggal))}" for m in ada])


def _tombol_layanan(r: Register, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    cocok = re.search(r"\bM-\d{4}-\d{4,}", str(r.isi.get("musdes", "")), re.IGNORECASE)
    nomor = cocok[0].upper() if cocok else ""
    return (Tombol("Lihat musdesnya", perintah(f"musdes {nomor}")),) if nomor and desa.musdes.ambil(nomor) else ()


KAIT["inovasi"] = Kait(baris=_baris_inovasi, tombol=_tombol_inovasi)
KAIT["komitmen"] = Kait(baris=_baris_komitmen, tombol=_tombol_komitmen, tanya=_tanya_komitmen)
KAIT["p2ktd"] = Kait(tombol=_tombol_layanan, tanya=_tanya_layanan)
