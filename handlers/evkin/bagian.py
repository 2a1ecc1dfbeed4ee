"""The parts of a page of evidence, line by line in the person's own words, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from data.evkin_isi import Binaan, Masa
from data.katalog.kegiatan import PILAR, muat_kegiatan
from data.katalog.masalah import muat_masalah
from data.kegiatan import Kegiatan
from data.orang import SEBUTAN
from data.wilayah import DESA
from handlers.dialog.baca.tanggal import BULAN, ejaan_tanggal
from handlers.dialog.sebaris import sebaris
from handlers.evkin.bahan import Tempat
from handlers.isian import CARA, SEBUTAN_PILAR
from handlers.kartu import sebut_kegiatan
from handlers.masalah.sebut import STATUS
from handlers.musdes.sebut import menurut_kode

LEBAR, LEBAR_NAMA = 170, 90
SEBANYAK = 40
"""Names that are told in one line; of more, how many."""
BELUM = "belum ada yang tercatat"


def bagian(t: Tempat) -> Iterator[dict[str, Any]]:
    """Parts with their lines; `kosong` is said where there are none."""
    bertempat = t.di.tingkat != DESA
    pilar = {p: [k for k in t.lapangan if _pilar(k) == p] for p in (*PILAR, "")}
    for p, semua in pilar.items():
        nama = SEBUTAN_PILAR.get(p, "Kegiatan lain")
        jenis = Counter(sebut_kegiatan(k.kegiatan) for k in semua).most_common(3)
        sebut = ", ".join(f"{satu} {n}×" for satu, n in jenis)
        yield _bagian(f"{nama} ({len(semua)})", [baris(k, t, bertempat) for k in semua], rinci=sebut)
    if not t.lapangan:
        yield _bagian("Fasilitasi di lapangan", [], BELUM)
    yield _bagian(f"Koordinasi dan daring ({len(t.koordinasi)})", [baris(k, t, bertempat) for k in t.koordinasi], BELUM)
    musdes = [
        f"{_pendek(m.tanggal)} · {menurut_kode(m.jenis).nama}, {m.nomor}{_di(m.desa, t, bertempat)}" for m in t.musdes
    ]
    yield _bagian(f"Musyawarah yang didampingi ({len(musdes)})", musdes, BELUM)
    putusan = [
        f"{_pendek(p.selesai.isoformat())} · {sebaris(p.isi, LEBAR)} ({p.nomor}){_di(p.desa, t, bertempat)}"
        for p in t.keputusan
    ]
    yield _bagian(f"Keputusan yang diikuti sampai selesai ({len(putusan)})", putusan, BELUM)
    masalah = [
        f"{_pendek(m.tanggal.isoformat())} · {muat_masalah().ambil(m.tema).label}: {STATUS[m.status]} ({m.nomor})"
        f"{_di((m.desa,), t, bertempat)}"
        for m in t.masalah
    ]
    yield _bagian(f"Masalah yang dibawa dan keadaannya ({len(masalah)})", masalah, BELUM)
    if bertempat:
        yield _binaan(t)


def _bagian(judul: str, baris: list[str], kosong: str = "", rinci: str = "") -> dict[str, Any]:
    return {"judul": judul, "rinci": rinci, "baris": baris, "kosong": "" if baris else kosong}


def _binaan(t: Tempat) -> dict[str, Any]:
    semua = t.bahan.desa.evkin.binaan(t.tugas, t.bahan.masa)
    return _bagian(f"Pendamping yang dikoordinasi ({len(semua)})", [_satu_binaan(b, t) for b in semua], BELUM)


def _satu_binaan(b: Binaan, t: Tempat) -> str:
    tempat = [w.nama for kode in b.tempat if (w := t.bahan.desa.wilayah.ambil(kode))]
    di = f" ({sebaris(', '.join(tempat), LEBAR_NAMA)})" if tempat else ""
    angka = f"{b.catatan} catatan, {b.hari} hari di lapangan, {b.desa} desa dikunjungi" if b.catatan else BELUM
    return f"{sebaris(b.nama, 60)}, {SEBUTAN[b.peran]}{di}: {angka}"


def baris(k: Kegiatan, t: Tempat, bertempat: bool) -> str:
    """'2 Okt · Musyawarah dusun: Disepakati 12 usulan.', in the person's own words, cut short where it must."""
    cara = f" ({CARA[k.cara].lower()})" if k.cara != "desa" else ""
    isi = sebaris(k.hasil, LEBAR)
    return f"{_pendek(k.tanggal)} · {sebut_kegiatan(k.kegiatan)}{cara}{_di((k.desa,), t, bertempat)}: {isi}"


def _di(desa: tuple[str, ...], t: Tempat, bertempat: bool) -> str:
    nama = [w.nama for kode in desa if bertempat and (w := t.bahan.desa.wilayah.ambil(kode))]
    return f", {', '.join(nama)}" if nama else ""


def kurang(t: Tempat) -> Iterator[str]:
    """What the paper cannot show, plainly."""
    masa, hari_ini = t.bahan.masa, t.bahan.hari_ini
    if not t.tugas.disahkan:
        yield "Penugasan di sini belum disahkan tingkat di atasnya."
    if not t.lapangan:
        yield "Belum ada kunjungan yang tercatat dalam masa ini."
    elif kosong := [b for b in bulan_masa(masa) if b <= min(masa.sampai, hari_ini) and not _ada(t, b)]:
        yield f"Belum ada kunjungan yang tercatat pada {', '.join(BULAN[b.month - 1] for b in kosong)}."
    ada = {_pilar(k) for k in t.lapangan}
    if t.lapangan and (tanpa := [SEBUTAN_PILAR[p].lower() for p in PILAR if p not in ada]):
        yield f"Belum ada kunjungan yang tercatat untuk {', '.join(tanpa)}."
    if desa := t.tanpa_kunjungan:
        nama = [w.nama for w in desa[:SEBANYAK]]
        lagi = f", dan {len(desa) - SEBANYAK} lainnya" if desa[SEBANYAK:] else ""
        yield f"Desa yang belum tercatat dikunjungi siapa pun ({len(desa)}): {', '.join(nama)}{lagi}."
    if t.sesudah:
        yield f"{t.sesudah} catatan sesudah {sebut_hari(masa.sampai.isoformat())} tidak dihitung di halaman ini."
    if hari_ini < masa.sampai:
        yield f"Masa nilai belum berakhir; dihitung sampai {sebut_hari(hari_ini.isoformat())}."


def _ada(t: Tempat, bulan: date) -> bool:
    return any((h.year, h.month) == (bulan.year, bulan.month) for h in t.hari)


def _pilar(k: Kegiatan) -> str:
    try:
        return muat_kegiatan().menurut_kode(k.kegiatan).pilar
    except KeyError:  # taken out of the catalogue since
        return ""


def _pendek(tanggal: str) -> str:
    hari = date.fromisoformat(tanggal)
    return f"{hari.day} {BULAN[hari.month - 1][:3]}"


def bulan_masa(masa: Masa) -> list[date]:
    return [date(masa.dari.year, masa.dari.month + n, 1) for n in range(3)]


def sebut_hari(tanggal: str) -> str:
    return ejaan_tanggal(date.fromisoformat(tanggal), False)
