"""/tugas: own tasks, those one gave, and how each person stands."""

from __future__ import annotations

from datetime import date

from data.bawahan import BERTUGAS
from data.desa import Desa
from data.orang import ADMIN
from data.tugas import BARU, DIKERJAKAN, SELESAI, TERKENDALA, Bagian, Tugas
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tim.lihat import baca_lihat, jelajah, selembar
from handlers.tugas.kartu_tugas import LEPAS, NOMOR, SEBUT, TUGAS, kartu_tugas, kepala_tugas, status_tugas, tak_ada

DISEBUT = 8
"""Names of one status that the card lists."""


@dialog(
    "tugas",
    help="Lihat tugas",
    untuk=(*BERTUGAS, ADMIN),
    kata=("tugas saya", "lihat tugas"),
    langsung=True,
    menu=False,
)
def tugas(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        return Kabar(_daftar(d, desa))
    satu = desa.tugas.ambil(cocok[1])
    if satu is None:
        return Kabar(tak_ada(cocok[1].upper()))
    kata = d.argumen[cocok.end() :].split()
    if satu.oleh == d.orang.id:
        return Kabar(_diberi(satu, kata, d, desa))
    return Kabar(kartu_tugas(satu, d, desa))


def _daftar(d: Dialog, desa: Desa) -> Pesan:
    """Own tasks first, then those one gave; due first."""
    milik, diberi = desa.tugas.milik(), desa.tugas.diberi()
    lihat = baca_lihat(d.argumen)
    tampak, ini, lembar = selembar([*milik, *((t, "") for t in diberi)], lihat.halaman)
    beri = (Tombol("Beri tugas", perintah("beri_tugas")),) if desa.tim.ada_bertugas() else ()
    teks = [f"{len(milik)} tugas untuk Anda."] if milik or not diberi else []
    teks += [f"{len(diberi)} tugas dari Anda."] if diberi else []
    if not (milik or diberi):
        teks = ["Tidak ada tugas yang terbuka."]
    return Pesan(
        f"{' '.join(teks)}{' Ketuk untuk membuka.' if tampak else ''}",
        judul="Tugas",
        daftar=tuple(_butir(t, status, desa) for t, status in tampak),
        tombol=(*jelajah("tugas", lihat, ini, lembar), *beri),
    )


def _butir(t: Tugas, status: str, desa: Desa) -> Butir:
    tenggat = f"tenggat {ejaan_pendek(date.fromisoformat(t.tenggat))}"
    ket = f"{SEBUT[status]}, dari {t.pemberi}" if status else _hitung(desa.tugas.bagian(t))
    return Butir(sebaris(t.judul, 40), perintah(f"tugas {t.nomor}"), f"{tenggat}, {ket}")


def _hitung(semua: list[Bagian]) -> str:
    """Of those who left before they were done nothing is awaited."""
    ditunggu = [b for b in semua if b.bertugas or b.status == SELESAI]
    return f"{sum(b.status == SELESAI for b in ditunggu)} dari {len(ditunggu)} selesai"


def _diberi(t: Tugas, kata: list[str], d: Dialog, desa: Desa) -> Pesan:
    kepala = ""
    if "tutup" in kata:
        kepala = "Tugas ditutup." if desa.tugas.tutup(t) else "Tugas ini sudah ditutup."
    elif "buka" in kata:
        kepala = "Tugas dibuka lagi." if desa.tugas.buka(t) else "Tugas ini masih terbuka."
    elif status := next((s for s in (*SEBUT, LEPAS) if s in kata), ""):
        return _nama(t, status, d, desa)
    kini = desa.tugas.ambil(t.nomor) or t
    semua = desa.tugas.bagian(kini)
    kelompok = _kelompok(semua)
    isi = "\n".join(f"{label}: {_sebut(orang)}" for _, label, orang in kelompok)
    banyak = [
        Tombol(f"{label} ({len(orang)})", perintah(f"tugas {t.nomor} {status}"))
        for status, label, orang in kelompok
        if len(orang) > DISEBUT
    ]
    tutup = Tombol("Buka lagi", perintah(f"tugas {t.nomor} buka"))
    if kini.ditutup is None:
        tutup = Tombol("Tutup tugas", perintah(f"tugas {t.nomor} tutup"))
    teks = f"{kepala_tugas(kini, d)}\n\n{_hitung(semua)}.\n{isi}"
    return Pesan(f"{kepala}\n\n{teks}".strip(), judul=f"Tugas {t.nomor}", tombol=(*banyak, tutup, TUGAS))


def _kelompok(semua: list[Bagian]) -> list[tuple[str, str, list[Bagian]]]:
    """(status, its name, who) of those that hold somebody; who needs help stands first."""
    urut = (TERKENDALA, BARU, DIKERJAKAN, SELESAI)
    hasil = [(s, SEBUT[s].capitalize(), [b for b in semua if status_tugas(b) == s]) for s in urut]
    hasil.append((LEPAS, "Tidak lagi bertugas", [b for b in semua if status_tugas(b) == LEPAS]))
    return [satu for satu in hasil if satu[2]]


def _sebut(orang: list[Bagian]) -> str:
    lagi = f", dan {len(orang) - DISEBUT} lagi" if len(orang) > DISEBUT else ""
    return ", ".join(_satu(b) for b in orang[:DISEBUT]) + lagi


def _satu(b: Bagian) -> str:
    return f"{b.nama} (“{sebaris(b.catatan, 60)}”)" if b.catatan else b.nama


def _nama(t: Tugas, status: str, d: Dialog, desa: Desa) -> Pesan:
    """All of one status, by page."""
    lihat = baca_lihat(d.argumen)
    orang = [b for b in desa.tugas.bagian(t) if status_tugas(b) == status]
    tampak, ini, lembar = selembar(orang, lihat.halaman)
    teks = "\n".join(f"• {_satu(b)}" for b in tampak) or "Belum ada."
    kata = f"tugas {t.nomor} {status}"
    label = SEBUT.get(status, "tidak lagi bertugas")
    return Pesan(
        teks,
        judul=f"{t.nomor}, {label} ({len(orang)})",
        tombol=(
            *jelajah(kata, baca_lihat(""), ini, lembar),
            Tombol("Semua status", perintah(f"tugas {t.nomor}")),
        ),
    )
