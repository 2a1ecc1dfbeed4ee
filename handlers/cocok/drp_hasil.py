"""/drp_hasil: what the last comparison of a month found, kind by kind, and whether to keep it."""

from __future__ import annotations

from datetime import date

import msgspec

from data.desa import Desa
from data.orang import PENDAMPING
from handlers.catatan.bulan import baca_bulan, sebut_bulan
from handlers.cocok.hasil import JUDUL, SEBUT, URUT, Butir, Isi, ringkas
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah

HALAMAN = 5
JENIS_USULAN = "Jenis di sini hanya usulan; yang di DRP bisa jadi yang benar."
SEHARI = "PDF-nya sudah saya buang. Hasil ini bisa dibuka sampai besok, kecuali disimpan."


@dialog(
    "drp_hasil",
    help="Hasil pencocokan DRP",
    untuk=PENDAMPING,
    kata=("hasil drp", "hasil cocok drp"),
    langsung=True,
    menu=False,
)
def drp_hasil(d: Dialog, desa: Desa) -> Kabar:
    bulan = baca_bulan(d.argumen, d.hari_ini)
    kata = d.argumen.lower().split()
    hasil = desa.drp_cocok.terakhir(f"{bulan:%Y-%m}" if d.argumen.strip() else "")
    if hasil is None:
        return Kabar(_tak_ada(bulan))
    bulan = date.fromisoformat(f"{hasil.bulan}-01")
    if "buang" in kata:
        desa.drp_cocok.buang(hasil.bulan)
        teks = f"Hasil pencocokan {sebut_bulan(bulan)} sudah dihapus dari sini."
        return Kabar(Pesan(teks, tombol=(_cocokkan(bulan), _rekap(bulan))))
    isi = msgspec.json.decode(hasil.isi, type=Isi)
    if "simpan" in kata:
        desa.drp_cocok.simpan(hasil)
        teks = f"Hasil pencocokan {sebut_bulan(bulan)} disimpan. Buka lagi kapan saja dengan /drp_hasil {bulan:%Y-%m}."
        return Kabar(Pesan(teks, tombol=(Tombol("Lihat hasil", _ke(isi)), _buang(isi))))
    apa = next((a for a in URUT if a in kata), "")
    if apa:
        halaman = next((int(k) for k in kata if k.isascii() and k.isdigit() and len(k) < 4), 1)
        return Kabar(_halaman(isi, apa, max(halaman, 1), tersimpan=hasil.hapus is None))
    return Kabar(pesan_hasil(isi, tersimpan=hasil.hapus is None))


def _tak_ada(bulan: date) -> Pesan:
    return Pesan(
        f"Belum ada hasil pencocokan {sebut_bulan(bulan)} di sini. Kirim PDF DRP bulan itu, nanti saya cocokkan.",
        tombol=(_cocokkan(bulan), _rekap(bulan)),
    )


def _cocokkan(bulan: date) -> Tombol:
    return Tombol("Cocokkan PDF DRP", perintah(f"drp_cocok {bulan:%Y-%m}"))


def _rekap(bulan: date) -> Tombol:
    return Tombol("Rekap DRP", perintah(f"drp {bulan:%Y-%m}"))


def _buang(isi: Isi) -> Tombol:
    return Tombol("Hapus hasil ini", _ke(isi, "buang"))


def _ke(isi: Isi, lagi: str = "") -> str:
    return perintah(f"drp_hasil {isi.bulan} {lagi}".strip())


def pesan_hasil(isi: Isi, *, tersimpan: bool) -> Pesan:
    """The short of it first; the rest kind by kind."""
    tombol = [
        Tombol(f"{JUDUL[apa]} ({n})", _ke(isi, apa)) for apa in URUT if (n := sum(b.apa == apa for b in isi.butir))
    ]
    peringatan = [c for c in isi.catatan if c.startswith(("⚠", "PDF"))]
    jumlah = [c for c in isi.catatan if c not in peringatan]
    simpan = _buang(isi) if tersimpan else Tombol("Simpan hasil ini", _ke(isi, "simpan"))
    bagian = (*peringatan, ringkas(isi), "\n".join(jumlah), "" if tersimpan else SEHARI)
    return Pesan(
        "\n\n".join(b for b in bagian if b),
        judul=f"Pencocokan DRP {sebut_bulan(isi.awal)}",
        tombol=(*tombol, simpan, _rekap(isi.awal)),
    )


def _halaman(isi: Isi, apa: str, ke: int, *, tersimpan: bool) -> Pesan:
    semua = [b for b in isi.butir if b.apa == apa]
    mulai = (ke - 1) * HALAMAN
    sehalaman = list(enumerate(semua[mulai : mulai + HALAMAN], start=mulai + 1))
    if not sehalaman:
        return pesan_hasil(isi, tersimpan=tersimpan)
    tombol = [_tombol(n, b) for n, b in sehalaman]
    if mulai + HALAMAN < len(semua):
        tombol.append(Tombol("Lanjut ›", _ke(isi, f"{apa} {ke + 1}")))
    if ke > 1:
        tombol.append(Tombol("‹ Sebelumnya", _ke(isi, f"{apa} {ke - 1}")))
    teks = [f"{n}. {b.teks}" for n, b in sehalaman]
    if apa == "jenis":
        teks.insert(0, JENIS_USULAN)
    return Pesan(
        "\n\n".join(teks),
        judul=f"{len(semua)} {SEBUT[apa]}, {sebut_bulan(isi.awal)}",
        tombol=(*tombol, Tombol("Hasil pencocokan", _ke(isi))),
    )


def _tombol(n: int, b: Butir) -> Tombol:
    return Tombol(f"{b.tombol} no. {n}", perintah(b.perintah))
