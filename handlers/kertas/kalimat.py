"""The sentences of the papers. Each says only what was told, with dots for a pen where nobody did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.musdes.risalah import Putusan, Risalah, Tempat
from handlers.cetak.tanggal_kata import pukul, tanggal_kata
from handlers.cetak.terbilang import rupiah
from handlers.dialog.baca.tanggal import ejaan_tanggal

TITIK = "." * 32
PENDEK = "." * 8
"""In place of a number or an hour."""
CARA = {
    "mufakat": "musyawarah mufakat",
    "terbuka": "pemungutan suara terbuka",
    "tertutup": "pemungutan suara tertutup",
}
DENGAN_SUARA = ("terbuka", "tertutup")


def sebut(tempat: Tempat) -> str:
    """'Nagari Sungai Pua'"""
    return f"{tempat.sebutan} {tempat.nama}"


def jajar(semua: Sequence[str]) -> str:
    """'a', 'a dan b', 'a, b, dan c'"""
    if len(semua) < 3:
        return " dan ".join(semua)
    return f"{', '.join(semua[:-1])}, dan {semua[-1]}"


def angka(n: int | None) -> str:
    return PENDEK if n is None else str(n)


def hari_bulan(iso: str | None) -> str:
    """'30 Juni 2027'"""
    return ejaan_tanggal(date.fromisoformat(iso), dengan_hari=False) if iso else TITIK


def rangka(judul: str) -> str:
    """'dalam rangka …', also where those words were typed along."""
    if not judul or judul.lower().startswith("dalam rangka"):
        return judul
    return f"dalam rangka {judul}"


def waktu(m: Risalah) -> str:
    return pukul(m.mulai, m.selesai, m.zona, PENDEK)


def pembuka(m: Risalah) -> str:
    di = f"{m.tempat or TITIK}, {jajar([sebut(d) for d in m.desa])}, {sebut(m.kecamatan)}, {m.kabupaten}"
    acara = f"{m.jenis} {rangka(m.judul)}".strip()
    dasar = f", berdasarkan {m.dasar}" if m.dasar else ""
    return (
        f"Pada hari ini, {tanggal_kata(date.fromisoformat(m.tanggal))}, {waktu(m)}, bertempat di {di}, "
        f"Provinsi {m.provinsi}, telah dilaksanakan {acara} yang diselenggarakan oleh "
        f"{m.penyelenggara or TITIK}{dasar}."
    )


def jumlah_hadir(m: Risalah) -> int | None:
    """None until anybody has counted."""
    return m.hadir_l + m.hadir_p if m.hadir_l is not None and m.hadir_p is not None else m.hadir


def kehadiran(m: Risalah) -> str:
    return (
        f"Musyawarah dihadiri oleh {angka(jumlah_hadir(m))} orang, terdiri atas {angka(m.hadir_l)} laki-laki dan "
        f"{angka(m.hadir_p)} perempuan, dari {angka(m.diundang)} orang yang diundang, dengan unsur: "
        f"{', '.join(m.unsur) or TITIK}, sebagaimana daftar hadir terlampir."
    )


def cara(p: Putusan) -> str:
    """'pemungutan suara terbuka: setuju 30, menolak 5, abstain 2'"""
    suara = (("setuju", p.setuju), ("menolak", p.menolak), ("abstain", p.abstain))
    kata = CARA.get(p.cara, p.cara) or TITIK
    if p.cara in DENGAN_SUARA or any(n is not None for _, n in suara):
        return f"{kata}: {', '.join(f'{nama} {angka(n)}' for nama, n in suara)}"
    return kata


def anggaran(p: Putusan) -> str:
    """'' where neither an amount nor its source was told: most decisions cost nothing."""
    if p.anggaran is None and not p.sumber_dana:
        return ""
    jumlah = f"Rp{TITIK}" if p.anggaran is None else rupiah(p.anggaran)
    return f"{jumlah}, sumber dana {p.sumber_dana or TITIK}"


def putusan(p: Putusan) -> str:
    """'Rabat beton RT 03 (usulan, lanjutan P-2511-0002)'"""
    sebut = ("usulan" if p.usulan else "", f"lanjutan {p.dari}" if p.dari else "")
    kurung = ", ".join(satu for satu in sebut if satu)
    return f"{p.isi} ({kurung})" if kurung else p.isi
