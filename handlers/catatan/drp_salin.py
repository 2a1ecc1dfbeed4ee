"""/drp_salin: the month's rows one by one, to be copied into DRP by hand and ticked off. One tap a row."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.orang import PENDAMPING
from handlers.catatan.bulan import baca_bulan, sebut_bulan
from handlers.catatan.drp_tanda import (
    BELUM,
    BERUBAH,
    SUDAH,
    TANDA,
    BarisSalin,
    baris_salin,
    sebut_beda,
    sebut_salin,
    sebut_tertinggal,
)
from handlers.catatan.nomor_catatan import NOMOR, tak_ketemu
from handlers.catatan.riwayat import tempat_dari
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan

HALAMAN = 7
"""Rows of a list; with its three buttons they fill one of ten."""
KET = 72
"""Characters beside a row of a list, on the tightest channel."""


@dialog(
    "drp_salin",
    help="Salin ke DRP satu-satu",
    untuk=PENDAMPING,
    kata=("salin drp", "salin satu-satu", "salin ke drp"),
    langsung=True,
    menu=False,
)
def drp_salin(d: Dialog, desa: Desa) -> Kabar:
    bulan = baca_bulan(d.argumen, d.hari_ini)
    kata = d.argumen.lower().split()
    baris = baris_salin(desa, bulan)
    if "daftar" in kata:
        halaman = next((int(k) for k in kata if k.isascii() and k.isdigit() and len(k) < 3), 1)
        return Kabar(_daftar(baris, bulan, max(halaman, 1), desa))
    if nomor := NOMOR.search(d.argumen):
        return Kabar(_satu(nomor[1].upper(), kata, baris, bulan, desa))
    return Kabar(_berikut(baris, bulan, desa))


def _satu(nomor: str, kata: list[str], baris: list[BarisSalin], bulan: date, desa: Desa) -> Pesan:
    itu = next((b for b in baris if b.k.nomor == nomor), None)
    if itu is None and (k := desa.kegiatan.ambil(nomor)):  # of another month, or moved there since
        bulan = date.fromisoformat(k.tanggal).replace(day=1)
        baris = baris_salin(desa, bulan)
        itu = next(b for b in baris if b.k.nomor == nomor)
    if itu is None:
        return tak_ketemu(nomor)
    if "lewati" in kata:
        return _berikut(baris, bulan, desa, sesudah=itu)
    if "belum" in kata:
        desa.drp_salin.lepas(itu.k)
        return _tampil(_segar(itu, bulan, desa), bulan, desa, f"#{nomor} ditandai belum disalin.")
    if "sudah" in kata:
        return _tandai(itu, kata, bulan, desa)
    return _tampil(itu, bulan, desa)


def _tandai(itu: BarisSalin, kata: list[str], bulan: date, desa: Desa) -> Pesan:
    """Only what stood above the button is what was copied; typed, it is the row as it is."""
    if kata[-1] not in (itu.sidik, itu.k.nomor.lower(), f"#{itu.k.nomor.lower()}", "sudah", "disalin"):
        return _tampil(itu, bulan, desa, "Catatan ini berubah sejak ditampilkan tadi. Begini isinya sekarang:")
    desa.drp_salin.tandai(itu.k)
    return _berikut(baris_salin(desa, bulan), bulan, desa, f"✓ #{itu.k.nomor} ditandai sudah disalin.", sesudah=itu)


def _segar(itu: BarisSalin, bulan: date, desa: Desa) -> BarisSalin:
    return next(b for b in baris_salin(desa, bulan) if b.k.id == itu.k.id)


def _berikut(
    baris: list[BarisSalin], bulan: date, desa: Desa, kepala: str = "", sesudah: BarisSalin | None = None
) -> Pesan:
    """The next that waits, behind `sesudah` and then from the top."""
    letak = next((n for n, b in enumerate(baris, start=1) if sesudah and b.k.id == sesudah.k.id), 0)
    itu = next((b for b in (*baris[letak:], *baris[:letak]) if b.keadaan != SUDAH), None)
    if itu is None:
        return _habis(baris, bulan, desa, kepala)
    if sesudah and itu.k.id == sesudah.k.id:
        kepala = "Tinggal baris ini yang belum disalin."
    return _tampil(itu, bulan, desa, "\n".join(t for t in (kepala, sebut_salin(baris)) if t))


def _habis(baris: list[BarisSalin], bulan: date, desa: Desa, kepala: str) -> Pesan:
    sebut = sebut_bulan(bulan)
    teks = f"Semua {len(baris)} baris {sebut} sudah disalin." if baris else f"Belum ada catatan di {sebut}."
    bagian = (kepala, teks, sebut_tertinggal(desa, bulan))
    tombol = [Tombol("Rekap DRP", perintah(f"drp {bulan:%Y-%m}"))]
    if baris:
        tombol = [_daftar_tombol(bulan), Tombol("Cocokkan PDF DRP", perintah(f"drp_cocok {bulan:%Y-%m}")), *tombol]
    return Pesan("\n\n".join(b for b in bagian if b), tombol=tuple(tombol))


def _tampil(b: BarisSalin, bulan: date, desa: Desa, kepala: str = "") -> Pesan:
    """The fields in the order of DRP's form, the description last, to be pressed long and copied."""
    berubah = f"Berubah sejak disalin: {sebut_beda(b, desa)}." if b.keadaan == BERUBAH else ""
    disalin = "Sudah disalin." if b.keadaan == SUDAH else ""
    bagian = (kepala, berubah or disalin, isi_baris(b))
    perintah_ = f"drp_salin {bulan:%Y-%m}"
    if b.keadaan == SUDAH:
        tandai = Tombol("Belum disalin", perintah(f"{perintah_} belum {b.k.nomor}"))
    else:
        tandai = Tombol("Sudah disalin", perintah(f"{perintah_} sudah {b.k.nomor} {b.sidik}"))
    lewati = Tombol("Berikutnya" if b.keadaan == SUDAH else "Lewati dulu", perintah(f"{perintah_} lewati {b.k.nomor}"))
    nama = "Kunjungan lapangan" if b.baris.kunjungan else "Aktivitas"
    return Pesan(
        "\n\n".join(t for t in bagian if t),
        judul=f"{nama} ke-{b.ke}, {sebut_bulan(bulan)}",
        tombol=(tandai, lewati, _daftar_tombol(bulan)),
    )


def isi_baris(b: BarisSalin) -> str:
    baris = b.baris
    return "\n".join(
        (
            f"Tanggal: {baris.tanggal}",
            f"Waktu: {baris.waktu}",
            f"Durasi: {baris.durasi}",
            f"Jenis kegiatan: {baris.jenis}",
            f"Kunjungan lapangan: {'ya' if baris.kunjungan else 'tidak'}",
            f"Lokasi: {baris.lokasi}",
            "Deskripsi kegiatan:",
            baris.deskripsi,
        )
    )


def _daftar_tombol(bulan: date) -> Tombol:
    return Tombol("Daftar", perintah(f"drp_salin {bulan:%Y-%m} daftar"))


def _daftar(baris: list[BarisSalin], bulan: date, halaman: int, desa: Desa) -> Pesan:
    terhapus = sebut_tertinggal(desa, bulan)
    if not baris:
        return _habis(baris, bulan, desa, "")
    halaman = min(halaman, -(-len(baris) // HALAMAN))  # there may be fewer since
    mulai = (halaman - 1) * HALAMAN
    butir = tuple(
        Butir(_label(b, desa), perintah(f"drp_salin {bulan:%Y-%m} lihat {b.k.nomor}"), _ket(b))
        for b in baris[mulai : mulai + HALAMAN]
    )
    kunci = f"{TANDA[SUDAH]} sudah disalin, {TANDA[BELUM]} belum, {TANDA[BERUBAH]} berubah sejak disalin."
    perintah_ = f"drp_salin {bulan:%Y-%m}"
    if any(b.keadaan != SUDAH for b in baris):
        tombol = [Tombol("Lanjut menyalin", perintah(perintah_))]
    else:
        tombol = [Tombol("Rekap DRP", perintah(f"drp {bulan:%Y-%m}"))]
    if mulai + HALAMAN < len(baris):
        tombol.append(Tombol("Lanjut ›", perintah(f"{perintah_} daftar {halaman + 1}")))
    if halaman > 1:
        tombol.append(Tombol("‹ Sebelumnya", perintah(f"{perintah_} daftar {halaman - 1}")))
    teks = "\n\n".join(t for t in (sebut_salin(baris), kunci, terhapus) if t)
    return Pesan(teks, judul=f"Salin ke DRP, {sebut_bulan(bulan)}", tombol=tuple(tombol), daftar=butir)


def _label(b: BarisSalin, desa: Desa) -> str:
    return f"{TANDA[b.keadaan]} {date.fromisoformat(b.k.tanggal):%d/%m} {tempat_dari(b.k, desa).nama}"


def _ket(b: BarisSalin) -> str:
    nama = "kunjungan" if b.baris.kunjungan else "aktivitas"
    teks = f"{b.baris.waktu}, {nama}: {sebut_kegiatan(b.k.kegiatan)}"
    return teks if len(teks) <= KET else f"{teks[: KET - 1]}…"
