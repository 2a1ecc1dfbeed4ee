"""/rencana: one's plans of a year, one of them, and for those above the plans of a kecamatan."""

from __future__ import annotations

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.rencana import Rencana
from data.wilayah import DESA, KECAMATAN, Wilayah
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.keputusan.tempat import pilih_tempat, sebutan_tempat
from handlers.rencana.ikhtisar import ikhtisar, menunggu
from handlers.rencana.kartu import kartu_rencana
from handlers.rencana.lain import BAGIAN, lain
from handlers.rencana.sebut import MISKIN, NOMOR, STATUS, TAHUN, tahun_disusun, tak_ada
from handlers.rencana.tempat import cari_tempat, tempat_sendiri
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, selembar

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
SAYA, MENUNGGU = "saya", "menunggu"
BELUM = "Rencana kerja dibuat pendamping untuk desa dampingannya. Di sini nanti terlihat, sesudah tugas Anda disahkan."


def _ketik(sisa: str) -> bool:
    """Without a slash only what no report begins with: a year, a number, whose."""
    kata = sisa.strip().lower()
    return kata in (SAYA, MENUNGGU) or bool(TAHUN.fullmatch(kata) or NOMOR.fullmatch(kata))


@dialog(
    "rencana",
    help="Rencana kerja tahunan",
    untuk=PEMBACA,
    kata=("rencana kerja", "rencana tahunan", "rktl"),
    langsung=True,
    menu=False,
    ketik=_ketik,
)
def rencana(d: Dialog, desa: Desa) -> Kabar:
    """'', 'sukamaju 2027', 'saya 2027', '32.03.03', 'menunggu', 'N-2611-0002', 'N-2611-0002 pdf'"""
    if cocok := NOMOR.search(d.argumen):
        return Kabar(_bernomor(cocok[1].upper(), d.argumen[cocok.end() :].split(), d, desa))
    tahun_ = TAHUN.search(d.argumen)
    tahun = int(tahun_[0]) if tahun_ else 0
    lihat = baca_lihat(TAHUN.sub(" ", d.argumen).lower())
    sebutan = sebutan_tempat(lihat)
    if sebutan == MENUNGGU:
        return Kabar(menunggu(lihat, d, desa))
    if sebutan in ("", SAYA):
        return Kabar(_awal(sebutan, tahun, lihat, d, desa))
    semua = cari_tempat(sebutan, desa)
    if len(semua) != 1:
        return Kabar(pilih_tempat("rencana", "Rencana di mana?", semua, lihat, sebutan))
    return Kabar(_di(semua[0], tahun, lihat, d, desa))


def _bernomor(nomor: str, kata: list[str], d: Dialog, desa: Desa) -> Pesan:
    r = desa.rencana.ambil(nomor)
    if r is None:
        return tak_ada(nomor)
    halaman = baca_lihat(" ".join(kata)).halaman
    if apa := next((k for k in kata if k in BAGIAN), ""):
        return lain(r, apa, halaman, d, desa)
    return kartu_rencana(r, d, desa, halaman=halaman)


def _awal(sebutan: str, tahun: int, lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    """Those above begin with their kecamatan, everybody else with their own."""
    kecamatan = desa.wilayah.di_bawah(desa.lingkup.baca, KECAMATAN)
    sendiri = tempat_sendiri(desa)
    if kecamatan and sebutan != SAYA:
        if len(kecamatan) == 1:
            return ikhtisar(kecamatan[0], tahun, lihat, d, desa)
        return pilih_tempat("rencana", "Rencana di mana?", kecamatan, lihat)
    if not sendiri:
        terbaca = desa.wilayah.di_bawah(desa.lingkup.baca)
        if terbaca:
            return pilih_tempat("rencana", "Rencana di mana?", terbaca, lihat)
        return Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),))
    if len(sendiri) == 1:
        return _satu(sendiri[0], tahun, d, desa)
    return _sendiri(sendiri, tahun or _tahun(desa.rencana.milik(d.hari_ini.year), d), d, desa, lihat)


def _tahun(ada: list[Rencana], d: Dialog) -> int:
    """This year's where there is one; else the one whose plans are being made."""
    return d.hari_ini.year if ada else tahun_disusun(d.hari_ini)


def _sendiri(sendiri: list[Wilayah], tahun: int, d: Dialog, desa: Desa, lihat: Lihat) -> Pesan:
    milik = {r.desa: r for r in desa.rencana.milik(tahun)}
    maju = desa.rencana.kemajuan_banyak(list(milik.values()))
    tampak, ini, lembar = selembar(sendiri, lihat.halaman)
    daftar = []
    for w in tampak:
        r = milik.get(w.kode)
        if r is None:
            daftar.append(
                Butir(sebut_tempat(w), perintah(f"rencana_susun {w.kode} {tahun}"), "belum ada, ketuk untuk menyusun")
            )
            continue
        semua = maju[r.id]
        lewat = sum(bool(m.tertinggal) for m in semua)
        isi = f"{sum(m.selesai for m in semua)} dari {len(semua)} tercapai" if semua else "masih kosong"
        ket = f"{STATUS[r.status]}; {isi}"
        daftar.append(Butir(sebut_tempat(w), perintah(f"rencana {r.nomor}"), ket + (f"; ⚠ {lewat}" if lewat else "")))
    butir = [m.butir for isi in maju.values() for m in isi]
    teks = f"{len(milik)} dari {len(sendiri)} tempat sudah punya rencana {tahun}."
    if butir:
        teks += f"\n{MISKIN} {sum(b.miskin for b in butir)} dari {len(butir)} kegiatan mendahulukan kelompok miskin."
    return Pesan(
        f"{teks}\nKetuk untuk membuka.",
        judul=f"Rencana {tahun}",
        daftar=tuple(daftar),
        tombol=(*jelajah(f"rencana saya {tahun}", Lihat(), ini, lembar), *_tahun_lain(SAYA, tahun)),
    )


def _di(w: Wilayah, tahun: int, lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    if w.tingkat == KECAMATAN and desa.lingkup.boleh_baca(w.kode):
        return ikhtisar(w, tahun, lihat, d, desa)
    if w.tingkat not in (DESA, KECAMATAN):
        return pilih_tempat("rencana", "Rencana di mana?", desa.wilayah.di_bawah([w.kode], KECAMATAN), lihat)
    return _satu(w, tahun, d, desa)


def _satu(w: Wilayah, tahun: int, d: Dialog, desa: Desa) -> Pesan:
    """The plan of one place, one's own first; a kecamatan's own where its coordinator asks for theirs."""
    tahun = tahun or _tahun(desa.rencana.di(w.kode, d.hari_ini.year), d)
    semua = desa.rencana.di(w.kode, tahun)
    if semua and (len(semua) == 1 or semua[0].orang_id == d.orang.id):
        return kartu_rencana(semua[0], d, desa)
    judul = f"Rencana {tahun}, {sebut_tempat(w)}"
    tombol = _tahun_lain(SAYA if desa.lingkup.boleh_baca(w.kode) and w.tingkat == KECAMATAN else w.kode, tahun)
    if semua:
        daftar = tuple(Butir(r.nama, perintah(f"rencana {r.nomor}"), STATUS[r.status]) for r in semua)
        return Pesan("Rencana siapa?", judul=judul, daftar=daftar, tombol=tombol)
    if w.kode not in desa.rencana.tempat:
        return Pesan("Belum ada rencananya.", judul=judul, tombol=tombol)
    if tahun > tahun_disusun(d.hari_ini) + 1:
        return Pesan(f"Rencana {tahun} belum waktunya disusun.", judul=judul, tombol=tombol[:1])
    susun = Tombol(f"Susun {tahun}", perintah(f"rencana_susun {w.kode} {tahun}"))
    teks = "Belum ada rencananya. Bisa mulai dari usulan yang cocok dengan keadaannya, atau dari rencana sebelumnya."
    return Pesan(teks, judul=judul, tombol=(susun, *tombol))


def _tahun_lain(kata: str, tahun: int) -> tuple[Tombol, ...]:
    return (
        Tombol(f"‹ {tahun - 1}", perintah(f"rencana {kata} {tahun - 1}")),
        Tombol(f"{tahun + 1} ›", perintah(f"rencana {kata} {tahun + 1}")),
    )
