"""The comparison as long work: read, match, say. The PDF is thrown away with it, whatever came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import msgspec

from data.desa import Desa
from data.dokumen import DokumenHilang
from data.kegiatan import Kegiatan
from data.wilayah import DESA
from handlers.catatan.baris_drp import baris_drp
from handlers.catatan.bulan import akhir_bulan, sebut_bulan
from handlers.catatan.riwayat import tempat_dari
from handlers.cocok.buka_pdf import UNDUH, buka
from handlers.cocok.cocokkan import BarisSini, Tempat, Temuan, cocokkan, di_tempat
from handlers.cocok.drp_hasil import pesan_hasil
from handlers.cocok.hasil import Isi, susun_isi
from handlers.cocok.tata_drp import BukanDrp, DrpMilik, baca_drp
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kerja.pekerjaan import Bahan, Hasil, Laju, Terjelaskan

SEHARI = timedelta(days=1)
BUKAN = f"PDF ini terbaca, tetapi bentuknya bukan laporan bulanan DRP yang saya kenal. {UNDUH}"
TANPA_BULAN = f"PDF ini tidak menyebut bulannya, jadi tidak saya cocokkan dengan apa-apa. {UNDUH}"
BARIS = 1000
"""Of one month; a real one had 24."""
TERLALU_BANYAK = f"PDF ini memuat lebih dari {BARIS} baris, jadi bukan DRP satu orang sebulan. {UNDUH}"
HILANG = "PDF-nya sudah tidak ada di sini: mungkin tadi sudah dicocokkan, atau lewat sehari. Kirim lagi, ya."
LAGI = Tombol("Kirim PDF lain", perintah("drp_cocok"))


def drp_cocok(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
    """`bahan`: sidik of the document, bulan '2026-11' or ''."""
    sidik = str(bahan["sidik"])
    try:
        milik = baca_drp(buka(desa.dokumen.isi(sidik), laju))
    except DokumenHilang:
        return Hasil(Pesan(HILANG, tombol=(LAGI,)))
    except (Terjelaskan, BukanDrp) as sebab:
        teks = str(sebab) or BUKAN
        return Hasil(Pesan(teks, tombol=(LAGI,)), sesudah=_sesudah(sidik))
    if len(milik.baris) > BARIS:
        return Hasil(Pesan(TERLALU_BANYAK, tombol=(LAGI,)), sesudah=_sesudah(sidik))
    bulan = _satu_bulan(milik) or milik.periode
    if bulan is None:
        return Hasil(Pesan(TANPA_BULAN, tombol=(LAGI,)), sesudah=_sesudah(sidik))
    isi = bandingkan(desa, milik, bulan, str(bahan["bulan"]))
    return Hasil(pesan_hasil(isi, tersimpan=False), sesudah=_sesudah(sidik, isi))


def bandingkan(desa: Desa, milik: DrpMilik, bulan: date, diminta: str) -> Isi:
    """The evening before the month and the morning after it may be matched, but are not missing anywhere."""
    dari, sampai = bulan, akhir_bulan(bulan)
    semua = [_sini(k, desa) for k in desa.kegiatan.rentang(dari - SEHARI, sampai + SEHARI)]
    sini = [b for b in semua if dari <= b.tanggal <= sampai]
    dekat = [b for b in milik.baris if dari - SEHARI <= b.tanggal <= sampai + SEHARI]
    t = cocokkan(semua, dekat)
    t = Temuan(t.pasangan, tuple(b for b in t.hanya_sini if b in sini), t.hanya_sana)
    lain = sebut_bulan(date.fromisoformat(f"{diminta}-01")) if diminta not in ("", f"{bulan:%Y-%m}") else ""
    return susun_isi(bulan, sini, milik, t, _pencari(desa), lain, len(milik.baris) - len(dekat))


def _satu_bulan(milik: DrpMilik) -> date | None:
    """What the rows are of; a head may name the day it was printed."""
    bulan = {b.tanggal.replace(day=1) for b in milik.baris}
    return bulan.pop() if len(bulan) == 1 else None


def _sini(k: Kegiatan, desa: Desa) -> BarisSini:
    di = tempat_dari(k, desa)
    baris, jam = baris_drp(k, di), RentangJam.dari_json(k.jam)
    tempat = Tempat(di.nama, di.kecamatan) if di.tingkat == DESA else Tempat("", di.nama)
    return BarisSini(
        k.nomor, date.fromisoformat(k.tanggal), jam.mulai, jam.selesai, baris.jenis, baris.kunjungan, tempat,
        baris.deskripsi,
    )  # fmt: skip


def _pencari(desa: Desa) -> Callable[[str], str]:
    """Of a place as DRP writes it, the code where it is one of the person's and no other; else ''."""
    dampingan = desa.dampingan()
    desa_ = [(w.kode, Tempat(w.nama, w.kecamatan)) for w in dampingan]
    kecamatan = [(w.kode, Tempat("", w.nama)) for w in desa.wilayah.kecamatan_dari(dampingan)]

    def kode(lokasi: str) -> str:
        return _satu(desa_, lokasi) or ("" if lokasi.count("/") > 2 else _satu(kecamatan, lokasi))

    return kode


def _satu(tempat: Sequence[tuple[str, Tempat]], lokasi: str) -> str:
    cocok = [kode for kode, t in tempat if di_tempat(t, lokasi)]
    return cocok[0] if len(cocok) == 1 else ""


def _sesudah(sidik: str, isi: Isi | None = None) -> Callable[[Desa], None]:
    def tulis(desa: Desa) -> None:
        desa.dokumen.buang(sidik)
        if isi is not None:
            desa.drp_cocok.tulis(isi.bulan, msgspec.json.encode(isi).decode())

    return tulis
