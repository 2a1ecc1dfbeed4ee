"""What the reminder says: one line for each thing that is open, and for each line the row that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from data.kalender import TenggatDesa
from data.pengingat import BahanPengingat, DrafTerbuka, MasalahTerbuka, NamaHabis, Putusan, TugasTerbuka
from data.rencana import RencanaBulan
from handlers.dialog.baca.tanggal import BULAN, ejaan_pendek, ejaan_tanggal
from handlers.dialog.dialog import Resep
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.pesan import Butir, Pesan, Templat, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import PERINTAH, perintah, tulis

T = TypeVar("T")
SEBUT_HARI = 3
"""Empty days that are named one by one; of more, how many."""
SEBUT_BARIS = 3
"""Lines of one sort; of more, how many others."""
SEBUT_DESA = 4
DEKAT = 7
"""Days: a hard deadline that is nearer is urgent."""
SEKALIMAT = 120
"""Characters of the one thing that is named in a sentence."""
BARIS = 9
"""Rows: with the one that asks for a rest they fill WhatsApp's list of ten."""
Baris = tuple[str, Butir | None]
"""What is said, and the row that does it."""


def pesan_pengingat(bahan: BahanPengingat, tabel: Mapping[str, Resep]) -> Pesan | None:
    """None when nothing is worth a message today."""
    draf = [d for d in bahan.draf if d.dialog in tabel and Keadaan.dari(d.keadaan).jawaban]
    if not bahan.perlu or not (baris := [*_baris(bahan, draf, tabel)]):
        return None
    kepala = "Satu hal yang masih menunggu:" if len(baris) == 1 else "Yang masih menunggu:"
    teks = "\n".join(f"• {satu}" for satu, _ in baris)
    return Pesan(
        f"{kepala}\n{teks}",
        judul=f"Pengingat {ejaan_pendek(bahan.hari_ini)}",
        daftar=tuple(butir for _, butir in baris if butir)[:BARIS],
        tombol=(Tombol("Ingatkan besok", perintah("tunda besok")), Tombol("Tidak bisa…", perintah("berhalangan"))),
        templat=_templat(bahan, [satu for satu, _ in baris]),
    )


def _templat(bahan: BahanPengingat, baris: Sequence[str]) -> Templat:
    """In one sentence: what is hardest, and how much besides."""
    dekat = [t for t in bahan.tenggat if t.keras and t.sisa <= DEKAT]
    pertama = f"{dekat[0].nama} ({sebut_sisa(dekat[0].sisa)})" if dekat else baris[0]
    lain = f", dan {len(baris) - 1} hal lain" if len(baris) > 1 else ""
    isi = (ejaan_pendek(bahan.hari_ini), f"{sebaris(pertama, SEKALIMAT)}{lain}")
    return Templat("kd_tenggat" if dekat else "kd_pengingat", isi)


def _baris(bahan: BahanPengingat, draf: list[DrafTerbuka], tabel: Mapping[str, Resep]) -> Iterable[Baris]:
    """Money first, then what others wait for, then what can still wait."""
    if bahan.kembali:
        yield f"{len(bahan.kembali)} catatan perlu diperbaiki", Butir("Perbaiki catatan", perintah("perbaiki"))
    if bahan.kosong:
        yield _kosong(bahan.kosong, bahan.hari_ini)
    if bahan.pertanyaan:
        yield (
            f"{bahan.pertanyaan} pertanyaan warga menunggu jawaban Anda",
            Butir("Jawab warga", perintah("pertanyaan")),
        )
    yield from _paling(bahan.masalah, _masalah, "masalah", "masalah")
    yield from _paling(bahan.tenggat, _tenggat, "tenggat", "kalender")
    yield from _paling(bahan.nama_bumdes, _nama_bumdes, "nama BUM Desa", "bumdes")
    if bahan.rencana:
        yield _rencana(bahan.rencana, bahan.hari_ini)
    yield from _paling(bahan.putusan, _putusan, "keputusan", "tindaklanjut")
    yield from _paling(bahan.tugas, _tugas, "tugas", "tugas")
    yield from _paling(draf, lambda satu: _draf(satu, tabel), "draf", "menu")


def _paling(semua: Sequence[T], baris: Callable[[T], Baris], apa: str, kata: str) -> Iterable[Baris]:
    for satu in semua[:SEBUT_BARIS]:
        yield baris(satu)
    if len(semua) > SEBUT_BARIS:
        yield f"{len(semua) - SEBUT_BARIS} {apa} lain", Butir(f"Semua {apa}", perintah(kata))


def _rencana(r: RencanaBulan, hari_ini: date) -> Baris:
    ini = f"{r.bulan_ini} kegiatan" if r.bulan_ini else ""
    lewat = f"{r.tertinggal} tertinggal dari minggunya" if r.tertinggal else ""
    teks = f"Rencana kerja {BULAN[hari_ini.month - 1]}: {', '.join(satu for satu in (ini, lewat) if satu)}"
    return teks, Butir("Lihat rencana", perintah("rencana saya"))


def _kosong(hari: tuple[date, ...], hari_ini: date) -> Baris:
    if hari == (hari_ini,):
        return "Hari ini belum ada catatan", Butir("Catat hari ini", perintah("catat hari ini"))
    sebut = [_hari(satu, hari_ini) for satu in hari[-SEBUT_HARI:]]
    lagi = f" dan {len(hari) - SEBUT_HARI} hari sebelumnya" if len(hari) > SEBUT_HARI else ""
    terakhir = hari[-1]
    butir = Butir(f"Catat {_hari(terakhir, hari_ini)}", perintah(f"catat {_ketik(terakhir, hari_ini)}"))
    return f"Belum ada catatan: {', '.join(sebut)}{lagi}", butir


def _hari(tanggal: date, hari_ini: date) -> str:
    if tanggal == hari_ini:
        return "hari ini"
    return "kemarin" if tanggal == hari_ini - timedelta(days=1) else ejaan_pendek(tanggal)


def _ketik(tanggal: date, hari_ini: date) -> str:
    return "hari ini" if tanggal == hari_ini else f"{tanggal.day}/{tanggal.month}"


def sebut_sisa(sisa: int) -> str:
    """'hari ini', 'besok', '3 hari lagi', 'lewat 2 hari'."""
    if sisa < 0:
        return f"lewat {-sisa} hari"
    return {0: "hari ini", 1: "besok"}.get(sisa, f"{sisa} hari lagi")


def _tenggat(t: TenggatDesa) -> Baris:
    tanggal = f"{'sekitar ' if t.kira_kira else ''}{ejaan_tanggal(t.jatuh, dengan_hari=False)}"
    mulai = "mulai " if t.awal else ""
    teks = f"{t.nama}: {mulai}{tanggal} ({sebut_sisa(t.sisa)}){_desa(t)}"
    return teks, Butir(sebaris(t.label, 24), perintah(f"kalender {t.acara}"))


def _desa(t: TenggatDesa) -> str:
    if t.diri:
        return ""
    if not t.desa:
        return f", {t.jumlah} desa belum" if t.jumlah else ""
    nama = [n for _, n in t.desa]
    lagi = f", dan {len(nama) - SEBUT_DESA} lagi" if len(nama) > SEBUT_DESA else ""
    return f". Belum: {', '.join(nama[:SEBUT_DESA])}{lagi}"


def _nama_bumdes(n: NamaHabis) -> Baris:
    sampai = ejaan_tanggal(n.sisa.sampai, dengan_hari=False)
    sisa = n.sisa.sisa
    lagi = f"{sisa} hari kerja lagi" if sisa > 0 else "sudah lewat" if sisa else "hari terakhir"
    teks = f"Nama BUM Desa {sebaris(n.nama_desa, 40)} berlaku sampai {sampai} ({lagi})"
    return teks, Butir("Buka BUM Desa", perintah(f"bumdes {n.desa}"), sebaris(n.nama_desa, 60))


def _putusan(p: Putusan) -> Baris:
    teks = f"{sebaris(p.isi, 80)} ({sebut_sisa(p.sisa)})"
    return teks, Butir(f"Keputusan {p.nomor}", perintah(f"putusan {p.nomor}"), sebaris(p.isi, 72))


def _masalah(m: MasalahTerbuka) -> Baris:
    apa = sebaris(m.isi, 80) or f"{m.nomor} (rahasia)"
    teks = f"Masalah: {apa} ({sebut_sisa(m.sisa)})"
    return teks, Butir(f"Masalah {m.nomor}", perintah(f"masalah {m.nomor}"), sebaris(m.isi, 72) or "rahasia")


def _tugas(t: TugasTerbuka) -> Baris:
    teks = f"Tugas: {sebaris(t.judul, 80)} ({sebut_sisa(t.sisa)})"
    return teks, Butir(f"Tugas {t.nomor}", perintah(f"tugas {t.nomor}"), sebaris(t.judul, 72))


def _draf(d: DrafTerbuka, tabel: Mapping[str, Resep]) -> Baris:
    apa = tabel[d.dialog].help
    return f"Draf “{apa}” belum selesai", Butir("Teruskan draf", tulis(d.id, PERINTAH, "lanjut"), apa)
