"""A kecamatan: its people by name for those above them, and what needs accompanying."""

from __future__ import annotations

from data.ringkasan import AngkaRingkas, OrangRingkas
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.pesan import Butir
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.rekap.sebut import DOKUMEN, TAHAP, sejumlah
from handlers.ringkasan.sebut import KET, LABEL, NAMA, lama_tak_dikunjungi, sebut_capaian, sebut_telat

DITEMANI = 5


def teks_kecamatan(a: AngkaRingkas, orang: int) -> list[str]:
    """So many `orang` by name."""
    bagian = [_siklus(a)] if a.siklus else []
    if orang and a.orang:
        lagi = f"\ndan {len(a.orang) - orang} lagi" if len(a.orang) > orang else ""
        bagian.append("\n".join(f"• {sebut_orang(o)}" for o in a.orang[:orang]) + lagi)
    perlu = _ditemani(a)
    return [*bagian, "Perlu ditemani:\n" + "\n".join(f"• {satu}" for satu in perlu)] if perlu else bagian


def sebut_orang(o: OrangRingkas) -> str:
    siapa = sebaris(o.nama, NAMA)
    if not o.ditunggu:
        return f"{siapa}: tidak ada hari kerja yang ditunggu"
    hari = f", {o.isi} dari {o.wajib} hari kerja" if o.wajib else ""
    return f"{siapa}: {ejaan_angka(o.catatan)} catatan, {ejaan_angka(o.kunjungan)} kunjungan{hari}"


def _siklus(a: AngkaRingkas) -> str:
    gerak = [f"{DOKUMEN.get(s.dokumen, s.dokumen)} {s.desa} {TAHAP.get(s.tahap, s.tahap)}" for s in a.siklus]
    return f"Siklus bergerak: {sejumlah([sebaris(satu, NAMA + 12) for satu in gerak], 2)}."


def _ditemani(a: AngkaRingkas) -> list[str]:
    """Villages by name, the rest as the level above would read it."""
    j = a.jumlah
    baris = []
    if a.lama:
        baris.append(f"{sejumlah([sebaris(d.nama, NAMA) for d in a.lama])}: belum dikunjungi {lama_tak_dikunjungi(a)}")
    baris += [sebut_telat(t, j.kode) for t in j.telat[:2]]
    if j.lewat:
        baris.append(f"{ejaan_angka(j.lewat)} keputusan lewat tenggat")
    if j.kembali:
        baris.append(f"{ejaan_angka(j.kembali)} catatan menunggu diperbaiki")
    return baris


def daftar_orang(a: AngkaRingkas) -> tuple[Butir, ...]:
    """Those below a target, the furthest first."""
    perlu = sorted((o for o in a.orang if o.di_bawah), key=lambda o: (-sum(c.kurang for c in o.di_bawah), o.nama))
    return tuple(butir_orang(o, a) for o in perlu[:DITEMANI])


def butir_orang(o: OrangRingkas, a: AngkaRingkas) -> Butir:
    ket = "; ".join(sebut_capaian(c) for c in o.di_bawah) or sebut_orang(o).partition(": ")[2]
    return Butir(sebaris(o.nama, LABEL), perintah(f"tim o{o.id}"), sebaris(ket, KET))
