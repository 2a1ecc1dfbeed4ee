"""/kalender: what falls due in the next two months, in which villages it is done, and marking it in two taps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.desa import Desa
from data.evkin import AKHIR_NILAI, EVKIN
from data.kalender import Tenggat
from data.orang import ADMIN, CAMAT, KPMD, PENDAMPING
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.evkin.masa import triwulan
from handlers.kalender.kata import KIRA_KIRA, KIRA_KIRA_DIRI, YAKIN, sebut_desa, sebut_hari, sebut_selesai, sebut_sisa
from handlers.tim.lihat import Lihat, jelajah, selembar

KODE = re.compile(r"(?i)(?:^|\s)([KEP]\d\d[A-Z]?|sendiri:d?\d{1,15})(?:\s|$)")
PERIODE = re.compile(r"(?<!\S)20\d\d(?:-(?:T[1-4]|\d\d(?:-\d\d)?))?(?!\S)")
DESA = re.compile(r"(?<!\S)\d\d\.\d\d\.\d\d\.\d{4}(?!\S)")
LEMBAR = re.compile(r"(?<!\S)h(\d{1,3})(?!\S)")
SEBANYAK = 40
"""Villages that are still listed one by one; of more, how many."""
SUDAH, BELUM, LEWAT = "sudah", "belum", "lewat"
SEBUT = {SUDAH: ("Sudah", "ketuk bila sudah"), BELUM: ("Batalkan tandanya", "ketuk untuk membatalkan tandanya")}
"""By the word behind the command: the button's, and the row's."""
KALENDER = Tombol("Kalender", perintah("kalender"))


@dataclass(frozen=True)
class _Minta:
    """What stands behind the command."""

    kode: str
    periode: str
    desa: str
    kata: frozenset[str]
    halaman: int


@dialog(
    "kalender",
    help="Lihat kalender desa",
    untuk=(*PENDAMPING, KPMD, CAMAT, ADMIN),
    kata=("kalender desa", "tenggat", "tenggat desa"),
    langsung=True,
    menu=False,
)
def kalender(d: Dialog, desa: Desa) -> Kabar:
    """'K26', 'K26 2026', 'K26 2026 32.03.03.2013 sudah', 'P01 2026-12 belum', 'h2'"""
    minta = _baca(d.argumen)
    if not minta.kode:
        return Kabar(_papan(minta, desa))
    tenggat = desa.kalender.acara(minta.kode, minta.periode)
    if tenggat is None:
        return Kabar(Pesan("Di kalender Anda belum ada tenggat itu.", tombol=(KALENDER,)))
    return Kabar(_tandai(tenggat, minta, desa) or kartu(tenggat, desa, minta.halaman))


def _baca(teks: str) -> _Minta:
    kode, periode, di, lembar = KODE.search(teks), PERIODE.search(teks), DESA.search(teks), LEMBAR.search(teks)
    nama = kode[1] if kode else ""
    return _Minta(
        nama.lower() if ":" in nama else nama.upper(),
        periode[0] if periode else "",
        di[0] if di else "",
        frozenset(teks.lower().split()),
        max(int(lembar[1]), 1) if lembar else 1,
    )


def _papan(minta: _Minta, desa: Desa) -> Pesan:
    datang, lewat = desa.kalender.papan()
    if LEWAT in minta.kata:
        return _daftar(lewat, f"kalender {LEWAT}", "Tenggat yang lewat", minta.halaman, (KALENDER,))
    tombol = [Tombol(f"Sudah lewat ({len(lewat)})", perintah(f"kalender {LEWAT}"))] if lewat else []
    tombol += [Tombol("Catat peristiwa", perintah("peristiwa"))] if desa.peristiwa.tempat else []
    tombol += [Tombol("Atur tenggat", perintah("tenggat_daerah"))] if desa.kalender_daerah.tempat else []
    return _daftar(datang, "kalender", "Kalender 60 hari", minta.halaman, tombol)


def _daftar(semua: list[Tenggat], kata: str, judul: str, halaman: int, tombol: Iterable[Tombol]) -> Pesan:
    tampak, ini, lembar = selembar(semua, halaman)
    return Pesan(
        f"{len(semua)} tenggat. Ketuk untuk membuka." if semua else "Belum ada tenggat di sini.",
        judul=judul,
        daftar=tuple(_butir(t) for t in tampak),
        tombol=(*jelajah(kata, Lihat(), ini, lembar), *tombol),
    )


def _butir(t: Tenggat) -> Butir:
    a = t.jatuh.acara
    tanda = "✓ " if t.selesai else ""
    hari = f"{'± ' if t.jatuh.kira_kira else ''}{ejaan_pendek(t.jatuh.jatuh)}, {sebut_sisa(t.sisa)}"
    ket = "" if a.diri else _sebut_belum(t)
    return Butir(
        sebaris(f"{tanda}{a.label}", 24),
        perintah(f"kalender {a.kode} {t.jatuh.periode}"),
        sebaris(f"{hari}{ket}", 72),
    )


def _sebut_belum(t: Tenggat) -> str:
    if not t.belum:
        return "; semua desa sudah" if t.selesai else ""
    sudah = len(t.diketahui) + len(t.kata)
    if not sudah and len(t.belum) > 1:
        return f"; {len(t.belum)} desa belum"
    return f"; belum: {sebut_desa([n for _, n in t.belum], 2)}"


def kartu(t: Tenggat, desa: Desa, halaman: int = 1, kepala: str = "", urung: Tombol | None = None) -> Pesan:
    a = t.jatuh.acara
    baris = [f"{sebut_hari(t.jatuh.jatuh, kira_kira=t.jatuh.kira_kira)} ({sebut_sisa(t.sisa)})"]
    if a.sifat == "awal":
        baris[0] = f"Mulai {baris[0]}"
    baris += [f"Yang mengerjakan: {a.pelaku}"] if a.pelaku else []
    baris += [f"Bagian Anda: {a.bantu}"] if a.bantu else []
    teks = "\n\n".join(b for b in (kepala, "\n".join(baris), _status(t), _keterangan(t)) if b)
    rows, lanjut = _ketukan(t, desa, halaman)
    satu = (Tombol(SEBUT[rows[0][1]][0], rows[0][2]),) if len(rows) == 1 else ()
    return Pesan(
        teks,
        judul=a.nama,
        daftar=() if satu else tuple(Butir(nama, data, SEBUT[kata][1]) for nama, kata, data in rows),
        tombol=(*((urung,) if urung else satu), *lanjut, *_bukti(t), KALENDER),
    )


def _bukti(t: Tenggat) -> tuple[Tombol, ...]:
    """To what an assessment is shown, of the quarter that it is about."""
    jatuh = t.jatuh
    if jatuh.acara.kode not in (EVKIN, AKHIR_NILAI):
        return ()
    masa = jatuh.periode if jatuh.acara.kode == EVKIN else triwulan(jatuh.jatuh)
    return (Tombol("Bukti evkin", perintah(f"evkin {masa}")),)


def _status(t: Tenggat) -> str:
    if t.jatuh.acara.diri:
        return "Sudah Anda tandai." if t.kata else ""
    baris = []
    if len(t.belum) > SEBANYAK:
        baris.append(f"Belum: {len(t.belum)} desa")
    elif t.belum:
        baris.append(f"Belum: {', '.join(n for _, n in t.belum)}")
    sudah = [n for _, n in sorted((*t.diketahui, *t.kata))]
    if sudah:
        baris.append(f"Sudah: {', '.join(sudah) if len(sudah) <= SEBANYAK else f'{len(sudah)} desa'}")
    return "\n".join(baris)


def _keterangan(t: Tenggat) -> str:
    a = t.jatuh.acara
    yakin = "" if a.kode.startswith("sendiri:") else f" ({YAKIN[a.yakin]})"
    baris = [f"Dasar: {a.dasar}{yakin}."]
    if t.jatuh.menurut and a.dasar != t.jatuh.menurut:
        baris.append(f"Tanggalnya menurut {t.jatuh.menurut}.")
    baris += [KIRA_KIRA_DIRI if a.diri else KIRA_KIRA] if t.jatuh.kira_kira else []
    baris += [a.catatan] if a.catatan else []
    baris += [] if a.diri else [sebut_selesai(a)]
    return "\n".join(baris)


def _ketukan(t: Tenggat, desa: Desa, halaman: int) -> tuple[list[tuple[str, str, str]], tuple[Tombol, ...]]:
    """(village, word, command) for each whose mark the person may change, and buttons to turn the page."""
    kode = f"kalender {t.jatuh.acara.kode} {t.jatuh.periode}"
    if t.jatuh.acara.diri:
        kata = BELUM if t.kata else SUDAH
        return [("", kata, perintah(f"{kode} {kata}"))], ()
    if len(t.belum) + len(t.kata) > SEBANYAK:
        return [], ()
    semua = [(*satu, SUDAH) for satu in t.belum] + [(*satu, BELUM) for satu in t.kata]
    boleh = [satu for satu in semua if desa.kalender.boleh_menandai(satu[0])]
    tampak, ini, lembar = selembar(boleh, halaman)
    rows = [(sebaris(nama, 24), kata, perintah(f"{kode} {di} {kata}")) for di, nama, kata in tampak]
    return rows, jelajah(kode, Lihat(), ini, lembar)


def _tandai(t: Tenggat, minta: _Minta, desa: Desa) -> Pesan | None:
    """What came of the tap; None when nothing was to be marked."""
    apa = next((kata for kata in SEBUT if kata in minta.kata), "")
    diri = t.jatuh.acara.diri
    if not apa or not (minta.desa or diri):
        return None
    jadi = (desa.kalender.tandai if apa == SUDAH else desa.kalender.urungkan)(t, minta.desa)
    kini = desa.kalender.acara(t.jatuh.acara.kode, t.jatuh.periode)
    assert kini is not None
    if not jadi:
        return kartu(kini, desa, kepala="Tidak ada yang berubah.")
    nama = "Bagian Anda" if diri else dict((*t.belum, *t.kata))[minta.desa]
    balik, kepala = (BELUM, f"{nama} ditandai sudah.") if apa == SUDAH else (SUDAH, f"{nama} ditandai belum.")
    di = "" if diri else f" {minta.desa}"
    urung = Tombol("Urungkan", perintah(f"kalender {t.jatuh.acara.kode} {t.jatuh.periode}{di} {balik}"))
    return kartu(kini, desa, kepala=kepala, urung=urung)
