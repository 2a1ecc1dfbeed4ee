"""/laporan_isi: what its author says in a report beside the entries. /laporan_foto: which photos go into it."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.laporan import BAGIAN
from handlers.catatan.bulan import baca_bulan, sebut_bulan
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.questions import Choice, Pilihan
from handlers.kartu import sebut_kegiatan, sebut_tempat
from handlers.laporan.bulan_kunjungan import BulanKunjungan, kumpulkan, sebut_kunjungan
from handlers.laporan.kartu import LABEL, UNTUK, kartu_laporan
from handlers.laporan.pilihan import TERBANYAK, Kunjungan, dipakai, susun
from handlers.laporan.tanya import Isian, PilihFoto

BULAN_ISO = re.compile(r"\b20\d\d-(?:0[1-9]|1[0-2])\b")
NOMOR = re.compile(r"\bK-\d{4}-\d{4,}\b", re.IGNORECASE)
TANYA = {
    "tujuan": ("Apa tujuan kunjungan bulan itu?", "Contoh: Memastikan RKP ditetapkan tepat waktu di empat desa."),
    "tindak_lanjut": (
        "Apa langkah tindak lanjutnya? Yang sudah tercatat di tiap kunjungan tetap ikut.",
        "Contoh: Rapat bersama TPK minggu depan di tiga desa.",
    ),
    "rekomendasi": ("Apa rekomendasinya?", "Contoh: Kecamatan mengundang bendahara desa untuk pelatihan pajak."),
}
SEKARANG = 600
"""Characters of what is there now that the question shows."""
SETAHUN = 13
"""Months back that can still be worked on."""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'2026-11 tujuan', '2026-11 K-2611-0042', '2026-11 baru'"""
    jawaban = d.keadaan.jawaban
    jawaban["bulan"] = f"{baca_bulan(teks, d.hari_ini):%Y-%m}"
    if bagian := next((b for b in BAGIAN if b in teks.lower().split()), ""):
        jawaban["bagian"] = bagian
    if nomor := NOMOR.search(teks):
        jawaban["nomor"] = nomor[0].upper()
    elif "baru" in teks.lower().split():
        jawaban["nomor"] = "baru"
    return False


def _bulan(d: Dialog, desa: Desa) -> date:
    """One with entries, or this one."""
    bulan = dict.fromkeys((f"{d.hari_ini:%Y-%m}", *desa.kegiatan.bulan_terisi(SETAHUN)))
    pilihan = [Pilihan(b, sebut_bulan(date.fromisoformat(f"{b}-01")), b, kata=(b,)) for b in bulan]
    kata = d.ask("bulan", Choice("Laporan bulan mana?", pilihan, petunjuk="Sebut bulannya, contoh: oktober."))
    return date.fromisoformat(f"{kata}-01")


@dialog(
    "laporan_isi",
    help="Isi laporan kunjungan",
    untuk=UNTUK,
    menu=False,
    baca=_baca,
    ketik=lambda sisa: bool(BULAN_ISO.match(sisa)),
    pengenal=frozenset({"bulan", "bagian", "nomor"}),
)
def laporan_isi(d: Dialog, desa: Desa) -> Kabar:
    bulan = _bulan(d, desa)
    pilihan = [Pilihan(b, LABEL[b], b, kata=(b.replace("_", " "),)) for b in BAGIAN]
    bagian = d.ask("bagian", Choice(f"Laporan {sebut_bulan(bulan)}: bagian mana yang diisi?", pilihan))
    kini = desa.laporan.ambil(f"{bulan:%Y-%m}").isian.get(bagian, "")
    kata, contoh = TANYA[bagian]
    if kini:
        potong = kini if len(kini) <= SEKARANG else f"{kini[:SEKARANG]}…"
        kata = f"{kata}\n\nYang sekarang:\n{potong}\n\nYang baru menggantikan semuanya."
    teks = d.ask(bagian, Isian(kata, contoh, ada=bool(kini)), LABEL[bagian])
    desa.laporan.isi(f"{bulan:%Y-%m}", bagian, teks)
    kepala = f"{LABEL[bagian]} {'disimpan' if teks else 'dikosongkan'}.\n"
    return Kabar(kartu_laporan(bulan, d.hari_ini, desa, kepala), kepala.strip())


@dialog(
    "laporan_foto",
    help="Pilih foto laporan",
    untuk=UNTUK,
    menu=False,
    baca=_baca,
    ketik=lambda sisa: bool(BULAN_ISO.match(sisa)),
    pengenal=frozenset({"bulan", "bagian", "nomor"}),
)
def laporan_foto(d: Dialog, desa: Desa) -> Kabar:
    """Visit by visit, or only the one that is named, or only those with new photos."""
    bulan = _bulan(d, desa)
    b = kumpulkan(desa, bulan)
    ditanya = _ditanya(b, str(d.keadaan.jawaban.get("nomor", "")))
    if not ditanya:
        return Kabar(kartu_laporan(bulan, d.hari_ini, desa, "Belum ada foto untuk dipilih di sini.\n"))
    putusan = _putusan(d, b, ditanya)
    pilihan = susun(b.kunjungan, b.laporan.foto, putusan)
    desa.laporan.pilih(f"{bulan:%Y-%m}", pilihan)
    kepala = f"Pilihan foto disimpan: {len(dipakai(b.kunjungan, pilihan))} foto dipakai."
    return Kabar(kartu_laporan(bulan, d.hari_ini, desa, f"{kepala}\n"), kepala)


def _ditanya(b: BulanKunjungan, nomor: str) -> list[Kunjungan]:
    if nomor == "baru":
        return b.baru
    return [k for k in b.berfoto if nomor in ("", k.k.nomor)]


def _putusan(d: Dialog, b: BulanKunjungan, ditanya: list[Kunjungan]) -> dict[str, tuple[str, ...]]:
    """By entry what was decided. There is room beside what was decided before, and beside what is not asked about."""
    kini = {(f.kunjungan.k.nomor, f.sidik) for f in b.dipakai}
    tetap = 0
    if len(ditanya) < len(b.berfoto):
        tetap = sum(f.kunjungan not in ditanya for f in b.dipakai)
    putusan: dict[str, tuple[str, ...]] = {}
    for ke, k in enumerate(ditanya, start=1):
        sisa = TERBANYAK - tetap - sum(map(len, putusan.values()))
        ini = tuple(s for s in k.foto if (k.k.nomor, s) in kini)
        foto = d.ask(
            f"foto.{k.k.nomor}", PilihFoto(_kepala(k, ke, len(ditanya)), k.foto, ini, sisa), sebut_kunjungan(k)
        )
        if foto is None:
            break
        putusan[k.k.nomor] = foto
    return putusan


def _kepala(k: Kunjungan, ke: int, dari: int) -> str:
    urutan = f"{ke} dari {dari} · " if dari > 1 else ""
    hari = ejaan_tanggal(date.fromisoformat(k.k.tanggal))
    return f"{urutan}{hari}\n{sebut_tempat(k.di)}: {sebut_kegiatan(k.k.kegiatan)}"


@dialog(
    "laporan_foto_awal",
    help="Kembalikan pilihan foto awal",
    untuk=UNTUK,
    menu=False,
    langsung=True,
    ketik=lambda sisa: bool(BULAN_ISO.match(sisa)),
)
def laporan_foto_awal(d: Dialog, desa: Desa) -> Kabar:
    bulan = baca_bulan(d.argumen, d.hari_ini)
    if desa.laporan.ambil(f"{bulan:%Y-%m}").foto is not None:
        desa.laporan.pilih(f"{bulan:%Y-%m}", None)
    return Kabar(kartu_laporan(bulan, d.hari_ini, desa, "Kembali ke pilihan awal: foto pertama tiap kunjungan dulu.\n"))
