"""/rencana_ajukan, /rencana_setuju, /rencana_kembali: a plan is handed in, and the level above decides."""

from __future__ import annotations

import re

from data.desa import Desa
from data.orang import ADMIN, PENDAMPING
from data.rencana import DIAJUKAN, DISETUJUI, Rencana
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Text
from handlers.dialog.questions.suggest import Suggest
from handlers.rencana.kabar import kabari_ajuan, kabari_putusan
from handlers.rencana.kartu import kartu_rencana
from handlers.rencana.sebut import NOMOR, RENCANA, tak_ada

PEMUTUS = (*PENDAMPING, ADMIN)
VERSI = re.compile(r"\bv(\d{1,6})\b")
BERUBAH = "Rencananya baru saja berubah, jadi belum disetujui. Ini yang terbaru:"
TANYA_NOMOR = Text("Rencana nomor berapa?", petunjuk="Contoh: N-2611-0002. Nomornya ada di rencana.")
ALASAN = (
    "Lengkapi target dan minggunya.",
    "Tambah kegiatan untuk kelompok miskin.",
    "Sesuaikan dengan RKTL kecamatan.",
)


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def _ambil(nomor: str, desa: Desa) -> Rencana | Pesan:
    r = desa.rencana.ambil(nomor)
    return r if r else tak_ada(nomor.upper()[:20])


def _disebut(argumen: str, desa: Desa) -> Rencana | Pesan:
    cocok = NOMOR.search(argumen)
    return _ambil(cocok[1], desa) if cocok else Pesan("Rencana nomor berapa?", tombol=(RENCANA,))


@dialog("rencana_ajukan", help="Ajukan rencana kerja", untuk=PENDAMPING, langsung=True, menu=False)
def rencana_ajukan(d: Dialog, desa: Desa) -> Kabar:
    r = _disebut(d.argumen, desa)
    if isinstance(r, Pesan):
        return Kabar(r)
    if not desa.rencana.boleh_ajukan(r):
        milik = desa.rencana.boleh_ubah(r)
        teks = (
            "Bisa diajukan setelah tugas Anda disahkan koordinator." if milik else "Yang mengajukan pemilik rencananya."
        )
        return Kabar(kartu_rencana(r, d, desa, teks))
    if not desa.rencana.kemajuan(r):
        return Kabar(kartu_rencana(r, d, desa, "Isi dulu paling sedikit satu kegiatan, lalu ajukan."))
    if not desa.rencana.ajukan(r):
        teks = "Rencana ini sudah disetujui." if r.resmi else "Rencana ini sudah diajukan."
        return Kabar(kartu_rencana(r, d, desa, teks))
    kini = desa.rencana.ambil(r.nomor) or r
    sampai = kabari_ajuan(kini, d, desa)
    teks = (
        "Diajukan. Koordinator Anda dikabari." if sampai else "Diajukan. Koordinator belum punya alamat aktif di sini."
    )
    return Kabar(kartu_rencana(kini, d, desa, teks))


@dialog("rencana_setuju", help="Setujui rencana kerja", untuk=PEMUTUS, langsung=True, menu=False)
def rencana_setuju(d: Dialog, desa: Desa) -> Kabar:
    """'N-2611-0002 v3': what is approved is what was looked at."""
    r = _disebut(d.argumen, desa)
    if isinstance(r, Pesan):
        return Kabar(r)
    if not desa.rencana.boleh_putus(r):
        return Kabar(kartu_rencana(r, d, desa, "Rencana ini diputus koordinator di atasnya."))
    if r.status not in (DIAJUKAN, DISETUJUI):
        return Kabar(kartu_rencana(r, d, desa, "Rencana ini belum diajukan, jadi belum bisa disetujui."))
    if r.resmi and not any(m.butir.tanda for m in desa.rencana.kemajuan(r)):
        return Kabar(kartu_rencana(r, d, desa, "Rencana ini sudah disetujui."))
    versi = VERSI.search(d.argumen)
    if not versi or not desa.rencana.setujui(r, int(versi[1])):
        return Kabar(kartu_rencana(r, d, desa, BERUBAH if versi else "Ini isinya. Kalau sudah sesuai, ketuk Setujui."))
    kini = desa.rencana.ambil(r.nomor) or r
    apa = "perubahan rencana Anda" if r.resmi else "rencana Anda"
    kabar = kabari_putusan(kini, f"{d.orang.nama} menyetujui {apa}.", desa)
    return Kabar(kartu_rencana(kini, d, desa, f"Disetujui. {kabar}"))


@dialog("rencana_kembali", help="Kembalikan rencana kerja", untuk=PEMUTUS, menu=False, baca=_baca)
def rencana_kembali(d: Dialog, desa: Desa) -> Kabar:
    r = _ambil(d.ask("nomor", TANYA_NOMOR), desa)
    if isinstance(r, Pesan):
        return Kabar(r)
    if not desa.rencana.boleh_putus(r):
        return Kabar(kartu_rencana(r, d, desa, "Rencana ini diputus koordinator di atasnya."))
    if r.status not in (DIAJUKAN, DISETUJUI):
        return Kabar(kartu_rencana(r, d, desa, "Rencana ini sedang di tangan pemiliknya."))
    alasan = d.ask("alasan", _tanya_alasan(r))
    desa.rencana.kembalikan(r, alasan)
    kini = desa.rencana.ambil(r.nomor) or r
    kabar = kabari_putusan(kini, f"{d.orang.nama} minta rencana diperbaiki: “{alasan}”", desa)
    return Kabar(kartu_rencana(kini, d, desa, f"Dikembalikan. {kabar}"), f"Rencana {r.nomor} sudah dikembalikan.")


def _tanya_alasan(r: Rencana) -> Suggest:
    return Suggest(
        f"Apa yang perlu diperbaiki? {r.nama} akan membacanya.",
        petunjuk="Contoh: Mohon target dan minggunya dilengkapi.",
        maksimal=500,
        usul=ALASAN,
    )
