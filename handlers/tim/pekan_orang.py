"""A person's week, as the level above sees it."""

from __future__ import annotations

from datetime import date, timedelta

from data.desa import Desa
from data.orang import SEBUTAN
from data.pemeriksaan import BARU, DIPERBAIKI, Catatan
from data.tim import Anggota, Pekan
from handlers.catatan.tanda import tanda
from handlers.dialog.baca.jam import RentangJam, ejaan_durasi
from handlers.dialog.baca.tanggal import BULAN, ejaan_pendek
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan
from handlers.tim.lihat import Lihat, jelajah, sebut_desa, selembar
from handlers.tim.pilih_orang import sebut_rentang


def seorang(ketemu: list[Anggota], lihat: Lihat, pekan: Pekan, desa: Desa) -> Pesan:
    if not ketemu:
        return Pesan(
            "Orang itu belum ada di tim Anda, atau penugasannya sudah selesai.",
            tombol=(Tombol("Seluruh tim", perintah("tim")),),
        )
    satu = ketemu[0]
    lihat = Lihat(orang=satu.id, senin=lihat.senin, halaman=lihat.halaman)
    catatan = desa.pemeriksaan.milik(satu.id, pekan.senin, pekan.minggu)
    tampak, ini, lembar = selembar(catatan, lihat.halaman)
    jumlah = f"{len(catatan)} catatan, {ejaan_durasi(sum(k.menit for k in catatan))}." if catatan else ""
    peran = ", ".join(SEBUTAN[p] for p in satu.peran)
    return Pesan(
        f"{peran}.\n{jumlah or _kosong_pekan(satu, pekan)}{_halangan(satu, pekan, desa)}",
        judul=f"{satu.nama}, {sebut_pekan(pekan)}",
        daftar=tuple(_butir(k, desa) for k in tampak),
        tombol=(
            *jelajah("tim", lihat, ini, lembar),
            *_setujui_sehari(satu, catatan, pekan.hari_ini),
            *geser_pekan(lihat, pekan),
            Tombol("Jejak", perintah(f"jejak o{satu.id}")),
            Tombol("Tim", perintah("tim")),
        ),
    )


def _kosong_pekan(a: Anggota, pekan: Pekan) -> str:
    teks = (
        sebut_anggota(a, pekan) if not a.catatan else "belum ada catatan"
    )  # hers of this week may lie in other places
    return f"{teks[0].upper()}{teks[1:]}."


def _halangan(a: Anggota, pekan: Pekan, desa: Desa) -> str:
    semua = desa.halangan.tim(a.id, pekan.senin, pekan.minggu)
    return "".join(f"\nBerhalangan {sebut_rentang(h.dari, h.sampai)}: “{h.alasan}”" for h in semua)


def _butir(k: Catatan, desa: Desa) -> Butir:
    label = f"{ejaan_pendek(date.fromisoformat(k.tanggal))} {sebut_desa(k.desa, desa)}"
    ket = f"{sebut_kegiatan(k.kegiatan)}, {RentangJam.dari_json(k.jam)}, #{k.nomor}{tanda(k)}"
    return Butir(label, perintah(f"periksa {k.nomor}"), ket)


def _setujui_sehari(a: Anggota, catatan: list[Catatan], hari_ini: date) -> tuple[Tombol, ...]:
    """For days on which several wait, the latest first."""
    tunggu = [k.tanggal for k in catatan if k.periksa in (BARU, DIPERBAIKI)]
    hari = [h for h in sorted(set(tunggu), reverse=True) if tunggu.count(h) > 1][:3]
    return tuple(
        Tombol(
            f"Setujui semua {sebut_hari(date.fromisoformat(h), hari_ini)} ({tunggu.count(h)})",
            perintah(f"setuju_semua o{a.id} {h}"),
        )
        for h in hari
    )


def sebut_hari(tanggal: date, hari_ini: date) -> str:
    return "hari ini" if tanggal == hari_ini else f"{tanggal.day}/{tanggal.month}"


def sebut_anggota(a: Anggota, pekan: Pekan) -> str:
    if a.catatan:
        kembali = f", {a.kembali} perlu diperbaiki" if a.kembali else ""
        return f"{a.catatan} catatan, {ejaan_durasi(a.menit)}{kembali}"
    if a.cuti:
        return f"cuti sampai {ejaan_pendek(date.fromisoformat(a.cuti))}"
    if not a.terakhir:
        return "belum ada catatan"
    acuan = min(pekan.minggu, pekan.hari_ini)
    return f"belum ada catatan {(acuan - date.fromisoformat(a.terakhir)).days} hari"


def geser_pekan(lihat: Lihat, pekan: Pekan) -> tuple[Tombol, ...]:
    lalu = pekan.senin - timedelta(days=7)
    sebelum = Tombol("‹ Pekan sebelumnya", lihat.perintah("tim", senin=lalu.isoformat(), halaman=1))
    return (sebelum,) if pekan.berjalan else (sebelum, Tombol("Pekan ini", lihat.perintah("tim", senin="", halaman=1)))


def sebut_pekan(pekan: Pekan) -> str:
    """'16–22 November' or '30 November – 6 Desember'."""
    awal, akhir = pekan.senin, pekan.minggu
    if awal.month == akhir.month:
        return f"{awal.day}–{akhir.day} {BULAN[akhir.month - 1]}"
    return f"{awal.day} {BULAN[awal.month - 1]} – {akhir.day} {BULAN[akhir.month - 1]}"
