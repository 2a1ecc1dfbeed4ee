"""What a comparison found, in words, page by page; what is stored of it is only what differed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from handlers.catatan.bulan import sebut_bulan
from handlers.cocok.cocokkan import JAM, JENIS, KUNJUNGAN, TANGGAL, TEMPAT, BarisSini, Pasangan, Temuan
from handlers.cocok.sel_drp import BarisAsing
from handlers.cocok.tata_drp import DrpMilik
from handlers.dialog.baca.jam import SEHARI, RentangJam, ejaan_durasi

BELUM_DRP, BELUM_SINI = "belum_drp", "belum_sini"
URUT = (BELUM_DRP, BELUM_SINI, TANGGAL, JAM, TEMPAT, JENIS, KUNJUNGAN)
SEBUT = {
    BELUM_DRP: "belum ada di DRP",
    BELUM_SINI: "belum tercatat di sini",
    TANGGAL: "tanggalnya berbeda",
    JAM: "jamnya berbeda",
    TEMPAT: "tempatnya berbeda",
    JENIS: "jenisnya berbeda",
    KUNJUNGAN: "berbeda antara kunjungan dan aktivitas",
}
JUDUL = {
    BELUM_DRP: "Belum di DRP",
    BELUM_SINI: "Belum di sini",
    TANGGAL: "Tanggal beda",
    JAM: "Jam beda",
    TEMPAT: "Tempat beda",
    JENIS: "Jenis beda",
    KUNJUNGAN: "Kunjungan beda",
}
CUPLIKAN = 120
"""Characters of what DRP says, so that the person knows which it is."""


class Butir(msgspec.Struct, frozen=True):
    apa: str
    teks: str
    tombol: str
    """'Salin', 'Catat', 'Buka'"""
    perintah: str


class Isi(msgspec.Struct, frozen=True):
    """What is stored."""

    bulan: str
    cocok: int
    sini: int
    sana: int
    catatan: tuple[str, ...]
    """What to know before trusting it, and the totals of both sides."""
    butir: tuple[Butir, ...]

    @property
    def awal(self) -> date:
        return date.fromisoformat(f"{self.bulan}-01")


def susun_isi(
    bulan: date,
    sini: Sequence[BarisSini],
    milik: DrpMilik,
    t: Temuan,
    kode: Callable[[str], str],
    diminta: str = "",
    luar: int = 0,
) -> Isi:
    """`kode`: of DRP's place where it is one of the person's, else ''. `diminta`: another month was asked for. `luar`:
    rows of other months, which were not compared."""
    butir = [_belum_drp(b, bulan) for b in t.hanya_sini] + [_belum_sini(b, kode(b.lokasi)) for b in t.hanya_sana]
    butir += [_berbeda(p) for p in t.pasangan if p.beda]
    lain = (f"PDF ini DRP {sebut_bulan(bulan)}, bukan {diminta}; jadi yang dicocokkan {sebut_bulan(bulan)}.",)
    asing = (f"⚠ {luar} baris PDF ini bertanggal di luar {sebut_bulan(bulan)}, jadi tidak ikut dicocokkan.",)
    return Isi(
        f"{bulan:%Y-%m}",
        t.cocok,
        len(sini),
        len(milik.baris),
        (*(lain if diminta else ()), *(asing if luar else ()), *janggal(milik), *_jumlah(sini, milik)),
        tuple(sorted(butir, key=lambda b: URUT.index(b.apa))),
    )


def janggal(m: DrpMilik) -> list[str]:
    """Where the PDF's own totals and its rows do not agree: then perhaps it was not read whole."""
    kunjungan = sum(b.kunjungan is True for b in m.baris)
    ada = {"aktivitas": len(m.baris) - kunjungan, "kunjungan lapangan": kunjungan}
    kurang = [f"{m.laporan} laporan, yang terbaca {len(m.baris)}"] if m.laporan not in (None, len(m.baris)) else []
    if not kurang:
        kurang = [f"{n} {nama}, yang terbaca {ada[nama]}" for nama, n in m.daftar.items() if n != ada[nama]]
    if m.tak_terbaca and not kurang:
        kurang = [f"{m.tak_terbaca} baris yang tanggalnya tidak terbaca"]
    if not kurang:
        return []
    return [f"⚠ PDF ini mungkin tidak terbaca utuh: tertulis {'; '.join(kurang)}. Periksa juga PDF-nya sendiri."]


def _jumlah(sini: Sequence[BarisSini], m: DrpMilik) -> list[str]:
    menit_sini, menit_sana = sum(b.selesai - b.mulai for b in sini), sum(b.menit or 0 for b in m.baris)
    hari_sini, hari_sana = len({b.tanggal for b in sini}), len({b.tanggal for b in m.baris})
    hasil = [
        _dua("Jam kerja", ejaan_durasi(menit_sini), ejaan_durasi(menit_sana)),
        _dua("Hari kerja", str(hari_sini), str(hari_sana)),
    ]
    if m.menit not in (None, menit_sana) and m.menit is not None:
        hasil.append(f"Di ringkasan PDF tertulis {ejaan_durasi(m.menit)}, sedangkan jumlah barisnya lain.")
    if m.hari not in (None, hari_sana):
        hasil.append(f"Di ringkasan PDF tertulis {m.hari} hari kerja, sedangkan barisnya {hari_sana} hari.")
    return hasil


def _dua(nama: str, sini: str, sana: str) -> str:
    return f"{nama}: {sini}, sama di DRP." if sini == sana else f"{nama}: {sini} di sini, {sana} di DRP."


def ringkas(isi: Isi) -> str:
    """'21 dari 24 catatan cocok. 2 belum ada di DRP, 1 jamnya berbeda.'"""
    banyak = [f"{n} {SEBUT[apa]}" for apa in URUT if (n := sum(b.apa == apa for b in isi.butir))]
    if not (isi.sini or isi.sana):
        return "Belum ada catatan di sini, dan di DRP juga belum ada laporan."
    if not banyak:
        return f"Semua cocok: {isi.cocok} catatan di sini sama dengan di DRP."
    return f"{isi.cocok} dari {isi.sini} catatan di sini cocok dengan DRP. {', '.join(banyak)}."


def _hari(tanggal: date) -> str:
    return f"{tanggal:%d/%m/%y}"


def _jam(mulai: int | None, selesai: int | None) -> str:
    return "" if mulai is None or selesai is None or selesai == mulai else str(RentangJam(mulai, selesai))


def sebut_tempat_sini(b: BarisSini) -> str:
    return b.tempat.desa or f"Kecamatan {b.tempat.kecamatan}"


def _belum_drp(b: BarisSini, bulan: date) -> Butir:
    teks = f"{_hari(b.tanggal)} {_jam(b.mulai, b.selesai)}, {sebut_tempat_sini(b)} (#{b.nomor}): {cuplik(b.deskripsi)}"
    return Butir(BELUM_DRP, teks, "Salin", f"drp_salin {bulan:%Y-%m} lihat {b.nomor}")


def _belum_sini(b: BarisAsing, kode: str) -> Butir:
    macam = {True: "kunjungan", False: "aktivitas", None: ""}[b.kunjungan]
    hari = f"{_hari(b.tanggal)} {_jam(b.mulai, b.selesai)}".strip()
    kepala = ", ".join(t for t in (hari, cuplik(b.lokasi), macam) if t)
    jam = ""
    if b.mulai is not None and b.selesai is not None and 0 < b.selesai - b.mulai < SEHARI:
        jam = RentangJam(b.mulai, b.selesai).ke_json()
    teks = f"{kepala}: {cuplik(b.deskripsi or b.jenis) or 'tanpa deskripsi'}"
    return Butir(BELUM_SINI, teks, "Catat", " ".join(f"catat drp {b.tanggal} {jam} {kode}".split()))


def _berbeda(p: Pasangan) -> Butir:
    a, b = p.sini, p.sana
    dua = {
        TANGGAL: (_hari(a.tanggal), _hari(b.tanggal)),
        JAM: (_jam(a.mulai, a.selesai), _jam(b.mulai, b.selesai) or "kosong"),
        TEMPAT: (sebut_tempat_sini(a), cuplik(b.lokasi)),
        JENIS: (a.jenis, cuplik(b.jenis)),
        KUNJUNGAN: ("kunjungan" if a.kunjungan else "aktivitas", "kunjungan" if b.kunjungan else "aktivitas"),
    }
    beda = "; ".join(f"{apa} {dua[apa][0]} di sini, {dua[apa][1]} di DRP" for apa in p.beda)
    kepala = f"{_hari(a.tanggal)} {_jam(a.mulai, a.selesai)}, {sebut_tempat_sini(a)} (#{a.nomor})"
    return Butir(p.beda[0], f"{kepala}: {beda}", "Buka", f"riwayat {a.nomor}")


def cuplik(teks: str) -> str:
    return teks if len(teks) <= CUPLIKAN else f"{teks[: CUPLIKAN - 1].rstrip()}…"
