"""A plan and one of its items, each with what is next."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.kegiatan import PILAR
from data.rencana import DIAJUKAN, DISETUJUI, DRAF, KEMBALI, Kemajuan, Rencana, menurut_pilar
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir as Baris
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import SEBUTAN_PILAR
from handlers.kartu import sebut_kegiatan
from handlers.rencana.sebut import (
    MISKIN,
    RENCANA,
    TANDA,
    label_kegiatan,
    sebut_maju,
    sebut_miskin,
    sebut_pekan,
    sebut_rencana,
    sebut_sebab,
    sebut_status,
    sebut_target,
)  # fmt: skip
from handlers.tim.lihat import Lihat, jelajah, selembar


def kartu_rencana(r: Rencana, d: Dialog, desa: Desa, kepala: str = "", halaman: int = 1) -> Pesan:
    semua = desa.rencana.kemajuan(r)
    tampak, ini, lembar = selembar(sorted(semua, key=lambda m: not m.butir.tanda), halaman)  # what changed first
    milik = "" if r.orang_id == d.orang.id else f"{r.nama} · "
    teks = "\n".join((f"{milik}{r.nomor}, {sebut_status(r, d.orang.zona)}", *_angka(r, semua, d)))
    return Pesan(
        f"{kepala}\n\n{teks}".strip(),
        judul=sebut_rencana(r, desa),
        daftar=tuple(_baris(r, m, d) for m in tampak),
        tombol=(*_putus(r, semua, desa), *_kerja(r, semua, desa), *jelajah(f"rencana {r.nomor}", Lihat(), ini, lembar),
                Tombol("PDF, Excel, riwayat", perintah(f"rencana {r.nomor} lain"))),
    )  # fmt: skip


def _angka(r: Rencana, semua: list[Kemajuan], d: Dialog) -> list[str]:
    """The pillars as counts before the year begins, as progress from then on."""
    hidup = [m for m in semua if m.butir.dihapus is None]
    if not hidup:
        return ["Belum ada kegiatannya."]
    baris = []
    ada = {p.pilar: p for p in menurut_pilar(hidup)}
    for pilar in PILAR:
        p = ada.get(pilar)
        maju = f"{p.selesai} dari {p.butir} kegiatan tercapai ({p.persen}%)" if p else "belum ada kegiatan"
        nanti = f"{p.butir} kegiatan" if p else maju
        baris.append(f"{SEBUTAN_PILAR[pilar]}: {nanti if r.tahun > d.hari_ini.year else maju}")
    baris.append(f"{sebut_miskin([m.butir for m in hidup])}.")
    if lewat := sum(bool(m.tertinggal) for m in hidup):
        baris.append(f"⚠ {lewat} kegiatan tertinggal dari minggunya.")
    if tanda := sum(bool(m.butir.tanda) for m in semua):
        baris.append(f"{tanda} perubahan sesudah disetujui.")
    return baris


def _baris(r: Rencana, m: Kemajuan, d: Dialog) -> Baris:
    b = m.butir
    angka = sebut_target(b) if r.tahun > d.hari_ini.year else sebut_maju(m)
    bagian = (
        MISKIN if b.miskin else "",
        TANDA[b.tanda].split()[0] if b.tanda else "⚠" if m.tertinggal else "✓" if m.selesai else "",
        f"{angka}, {sebut_pekan(b.pekan) or 'minggunya belum diisi'}",
    )
    ket = sebaris(" ".join(satu for satu in bagian if satu), 72)
    return Baris(label_kegiatan(b.kegiatan), perintah(f"rencana_butir {r.nomor} {b.urutan}"), ket)


def _putus(r: Rencana, semua: list[Kemajuan], desa: Desa) -> tuple[Tombol, ...]:
    if not desa.rencana.boleh_putus(r):
        return ()
    tanda = r.status == DISETUJUI and any(m.butir.tanda for m in semua)
    setuju = Tombol("Setujui perubahan" if tanda else "Setujui", perintah(f"rencana_setuju {r.nomor} v{r.versi}"))
    kembali = Tombol("Kembalikan", perintah(f"rencana_kembali {r.nomor}"))
    return (setuju, kembali) if tanda or r.status == DIAJUKAN else ()


def _kerja(r: Rencana, semua: list[Kemajuan], desa: Desa) -> tuple[Tombol, ...]:
    """What its owner does next."""
    if not desa.rencana.boleh_ubah(r):
        return ()
    ada = any(m.butir.dihapus is None for m in semua)
    ajukan = Tombol("Ajukan", perintah(f"rencana_ajukan {r.nomor}"))
    tambah = Tombol("Tambah kegiatan", perintah(f"rencana_tambah {r.nomor}"))
    return (*((ajukan,) if ada and r.status in (DRAF, KEMBALI) else ()), tambah)


def kartu_butir(r: Rencana, m: Kemajuan, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    b = m.butir
    baris = [sebut_kegiatan(b.kegiatan)]
    baris += [b.uraian] if b.uraian else []
    baris.append(f"Target: {sebut_target(b)}")
    baris.append(f"Minggu: {sebut_pekan(b.pekan) or 'belum diisi'}")
    baris += [f"Bersama: {b.pihak}"] if b.pihak else []
    baris += [f"{MISKIN} Mendahulukan kelompok miskin"] if b.miskin else []
    if r.tahun <= d.hari_ini.year:
        baris.append(f"Sampai hari ini: {sebut_maju(m)}{' ✓' if m.selesai else ''}")
    if m.tertinggal:
        baris.append(f"⚠ Lewat tanpa catatan: {sebut_pekan(m.tertinggal)}")
    baris += [f"Alasan diusulkan: {sebab}"] if (sebab := sebut_sebab(b)) else []
    baris += [f"({TANDA[b.tanda]})"] if b.tanda else []
    return Pesan(
        f"{kepala}\n\n{chr(10).join(baris)}".strip(),
        judul=sebut_rencana(r, desa),
        tombol=(*_ubah(r, m, d, desa), Tombol("Lihat rencana", perintah(f"rencana {r.nomor}")), RENCANA),
    )


def _ubah(r: Rencana, m: Kemajuan, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    if not desa.rencana.boleh_ubah(r):
        return ()
    b = m.butir
    if b.dihapus is not None:
        return (Tombol("Pakai lagi", perintah(f"rencana_pulih {r.nomor} {b.urutan}")),)
    catat = (Tombol("Catat kegiatan", perintah("catat")),) if m.tertinggal else ()
    return (
        *catat,
        Tombol("Ubah", perintah(f"rencana_ubah {r.nomor} {b.urutan}")),
        Tombol("Coret", perintah(f"rencana_coret {r.nomor} {b.urutan}")),
    )
