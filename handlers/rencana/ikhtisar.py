"""The plans of a kecamatan for those above: who needs company first."""

from __future__ import annotations

from data.desa import Desa
from data.rencana import KEMBALI, Ikhtisar, Rencana
from data.wilayah import Wilayah
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.rencana.sebut import RENCANA, tahun_disusun, tempat_rencana
from handlers.tim.lihat import Lihat, jelajah, selembar


def ikhtisar(di: Wilayah, tahun: int, lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    semua = desa.rencana.ikhtisar(di.kode, tahun or d.hari_ini.year)
    if not tahun:
        tahun = d.hari_ini.year if any(i.rencana for i in semua) else tahun_disusun(d.hari_ini)
        semua = semua if tahun == d.hari_ini.year else desa.rencana.ikhtisar(di.kode, tahun)
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    kata = f"rencana {di.kode} {tahun}"
    return Pesan(
        _teks(semua, tahun, d),
        judul=f"Rencana {tahun}, {sebut_tempat(di)}",
        daftar=tuple(_baris(i, tahun, desa) for i in tampak),
        tombol=(
            *jelajah(kata, Lihat(), ini, lembar),
            *_menunggu(desa),
            *((Tombol("Rencana saya", perintah(f"rencana saya {tahun}")),) if desa.rencana.tempat else ()),
            Tombol(f"‹ {tahun - 1}", perintah(f"rencana {di.kode} {tahun - 1}")),
            Tombol(f"{tahun + 1} ›", perintah(f"rencana {di.kode} {tahun + 1}")),
        ),
    )


def _teks(semua: list[Ikhtisar], tahun: int, d: Dialog) -> str:
    if not semua:
        return "Belum ada pendamping lokal desa yang tercatat di sini."
    ada = [i for i in semua if i.rencana]
    baris = [
        f"{len(ada)} dari {len(semua)} sudah punya rencana; {sum(i.rencana.resmi for i in ada if i.rencana)} disetujui."
    ]
    if tunggu := sum(i.menunggu for i in semua):
        baris.append(f"{tunggu} menunggu persetujuan.")
    if tahun <= d.hari_ini.year and ada:
        baris.append(f"Rata-rata tercapai {sum(i.persen for i in ada) // len(ada)}%.")
    if lewat := [i for i in ada if i.tertinggal]:
        baris.append(f"⚠ {sum(i.tertinggal for i in lewat)} kegiatan tertinggal, di {len(lewat)} rencana.")
    return "\n".join(baris)


def _baris(i: Ikhtisar, tahun: int, desa: Desa) -> Butir:
    nama = tempat_rencana(i.desa, desa).nama
    if i.rencana is None:
        return Butir(nama, perintah(f"rencana {i.desa} {tahun}"), f"{i.nama}: belum ada rencana")
    if i.menunggu:
        keadaan = f"{i.ditandai} perubahan, menunggu" if i.rencana.resmi else "menunggu persetujuan"
    else:
        keadaan = "disetujui" if i.rencana.resmi else "perlu diperbaiki" if i.rencana.status == KEMBALI else "draf"
    lewat = f", ⚠ {i.tertinggal}" if i.tertinggal else ""
    return Butir(nama, perintah(f"rencana {i.rencana.nomor}"), f"{i.nama}: {keadaan}, {i.persen}%{lewat}")


def _menunggu(desa: Desa) -> tuple[Tombol, ...]:
    banyak = len(desa.rencana.menunggu())
    return (Tombol(f"Menunggu Anda ({banyak})", perintah("rencana menunggu")),) if banyak else ()


def menunggu(lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    semua = desa.rencana.menunggu()
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    return Pesan(
        f"{len(semua)} rencana menunggu Anda. Ketuk untuk membuka."
        if semua
        else "Tidak ada rencana yang menunggu Anda.",
        judul="Rencana",
        daftar=tuple(_satu(r, desa) for r in tampak),
        tombol=(*jelajah("rencana menunggu", Lihat(), ini, lembar), RENCANA),
    )


def _satu(r: Rencana, desa: Desa) -> Butir:
    ket = f"{r.nama}: {'berubah sesudah disetujui' if r.resmi else 'menunggu persetujuan'}"
    return Butir(f"{tempat_rencana(r.desa, desa).nama} {r.tahun}", perintah(f"rencana {r.nomor}"), ket)
