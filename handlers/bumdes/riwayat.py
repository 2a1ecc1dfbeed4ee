"""What became of a card: every step and every change, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.bumdes import LangkahBumdes
from data.desa import Desa
from data.kartu_desa import Perubahan
from data.katalog.bumdes import muat_bumdes
from data.wilayah import Wilayah
from handlers.bumdes.bidang import BUMDES, KDMP, Bidang, sebut_bidang
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

TERBARU = 15
KOSONG = "Belum ada riwayatnya."


def riwayat_bumdes(di: Wilayah, d: Dialog, desa: Desa) -> Pesan:
    langkah = [(g.waktu, _langkah(g, d)) for g in desa.bumdes.langkah(di.kode)]
    ubah = _ubah(desa.bumdes.riwayat(di.kode), BUMDES, d)
    return _pesan("BUM Desa", "bumdes", di, [*langkah, *ubah])


def riwayat_kdmp(di: Wilayah, d: Dialog, desa: Desa) -> Pesan:
    return _pesan("KDMP", "kdmp", di, _ubah(desa.kdmp.riwayat(di.kode), KDMP, d))


def _pesan(apa: str, kata: str, di: Wilayah, semua: Sequence[tuple[int, str]]) -> Pesan:
    urut = sorted(semua, key=lambda satu: -satu[0])[:TERBARU]
    return Pesan(
        muat("\n".join(f"• {teks}" for _, teks in urut) or KOSONG),
        judul=f"Riwayat {apa}, {sebut_tempat(di)}",
        tombol=(Tombol("Ke kartunya", perintah(f"{kata} {di.kode}")),),
    )


def _langkah(g: LangkahBumdes, d: Dialog) -> str:
    nama = muat_bumdes().ambil(g.langkah).nama
    hari = f" ({ejaan_tanggal(date.fromisoformat(g.tanggal), False)})" if g.tanggal else ""
    sebab = f" “{sebaris(g.catatan, 120)}”" if g.catatan else ""
    dari = f" dari {g.musdes}" if g.musdes else ""
    return f"{sebut_saat(g.waktu, d.orang.zona)}: langkah {g.langkah}, {nama}{hari}{dari}{sebab} ({g.nama})"


def _ubah(semua: Sequence[Perubahan], bidang: tuple[Bidang, ...], d: Dialog) -> list[tuple[int, str]]:
    nama = {b.kolom: b for b in bidang}
    return [(p.waktu, _satu(p, nama[p.kolom], d)) for p in semua if p.kolom in nama]


def _satu(p: Perubahan, b: Bidang, d: Dialog) -> str:
    dulu, kini = (sebaris(sebut_bidang(b, nilai), 80) for nilai in (p.sebelum, p.sesudah))
    return f"{sebut_saat(p.waktu, d.orang.zona)}: {b.label.lower()} {dulu} → {kini} ({p.nama})"
