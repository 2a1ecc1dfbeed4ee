"""PDFs like those that DRP makes of a month, in many shapes. The people in them are invented, and so are their NIK."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]
import typst

NIK_REKAAN = "9903031212700007"
"""No province has the number 99."""
NAMA_REKAAN = "Saripah Contohwati"
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
PANJANG = "dan warga sepakat papan informasi dipasang di balai desa sebelum akhir pekan supaya semua bisa membacanya"


@dataclass(frozen=True)
class BarisPdf:
    tanggal: date
    mulai: int
    selesai: int
    jenis: str = "Koordinasi Pendampingan"
    kunjungan: bool = False
    lokasi: tuple[str, ...] = ("JAWA BARAT", "CIANJUR", "CIBEBER", "SUKAMAJU")
    deskripsi: str = "Rapat persiapan musdes."

    @property
    def menit(self) -> int:
        return self.selesai - self.mulai


@dataclass(frozen=True)
class Gaya:
    """`kolom` '' is the shape that was seen: a line of cells, and the rest below it."""

    kolom: tuple[str, ...] = ()
    tanggal: str = "pendek"
    """pendek 03/11/26, panjang 03/11/2026, kata 3 November 2026, hari Selasa, 3 November 2026"""
    jam: str = "."
    sambung: str = " - "
    durasi: str = "kata"
    """kata '2 Jam, 30 Menit', angka '2:30'"""
    tegak: str = "top"
    mendatar: bool = False
    putar: bool = False
    garis: str = "0.5pt"
    huruf: float = 9
    balik: bool = False
    """Visits before activities."""
    kepala_ulang: bool = True
    penutup: str = ""
    """Below everything."""
    jumlah: bool = True
    """Whether each list ends with its total."""
    tengah: bool = False
    """Cells centred."""


ASLI = Gaya()
SEMUA = ("no", "tanggal", "waktu", "durasi", "jenis", "kunjungan", "lokasi", "deskripsi")
JUDUL = {
    "no": "No.", "tanggal": "Tanggal", "waktu": "Waktu", "durasi": "Durasi", "jenis": "Jenis Kegiatan",
    "kunjungan": "Kunjungan Lapangan", "lokasi": "Lokasi", "deskripsi": "Deskripsi Kegiatan", "status": "Status",
}  # fmt: skip
LEBAR = {
    "no": "2em", "tanggal": "1fr", "waktu": "1fr", "durasi": "1fr", "jenis": "1.5fr", "kunjungan": "1fr",
    "lokasi": "2fr", "deskripsi": "3fr", "status": "1fr",
}  # fmt: skip
KOLOM = Gaya(kolom=SEMUA, mendatar=True)


def contoh(n: int, bulan: date = date(2026, 11, 1), kunjungan: int | None = None) -> list[BarisPdf]:
    """`n` rows over the month, some long, some past midnight; the last `kunjungan` of them visits."""
    kunjungan = n * 17 // 24 if kunjungan is None else kunjungan
    desa = ("SUKAMAJU", "MAYAK", "SUKAMANAH", "SUKARAHARJA")
    hasil = []
    for k in range(n):
        hari = bulan + timedelta(days=k * 27 // max(n, 1))
        mulai = 1170 if k % 9 == 8 else 480 + 60 * (k % 5)
        lapangan = k >= n - kunjungan
        lokasi = ("JAWA BARAT", "CIANJUR", "CIBEBER", *([desa[k % 4]] if lapangan else []))
        jenis = "Pelaksanaan Pembangunan Desa" if lapangan else "Koordinasi Pendampingan"
        teks = f"Kegiatan nomor urut {k + 1}, {PANJANG if k % 3 == 0 else 'berjalan baik'}."
        hasil.append(
            BarisPdf(hari, mulai, mulai + (390 if k % 9 == 8 else 120 + k % 4 * 15), jenis, lapangan, lokasi, teks)
        )
    return hasil


def buat(baris: Sequence[BarisPdf], gaya: Gaya = ASLI, periode: str = "November 2026", **ringkas: object) -> bytes:
    """`ringkas`: jam, hari, laporan instead of the true totals, `kosong=True` without rows."""
    isi = {
        "periode": periode, "nama": NAMA_REKAAN, "nik": NIK_REKAAN,
        "jam": ringkas.get("jam", _hhmm(sum(b.menit for b in baris))),
        "hari": ringkas.get("hari", f"{len({b.tanggal for b in baris})}/21"),
        "laporan": str(ringkas.get("laporan", len(baris))),
        "daftar": [_daftar(baris, gaya, lapangan) for lapangan in ((True, False) if gaya.balik else (False, True))],
    }  # fmt: skip
    return _susun(_sumber(gaya), isi)


def november() -> bytes:
    """The month of the transcript drp_cocok.chat, which is not quite what was logged there."""
    jawa = ("JAWA BARAT", "CIANJUR", "CIBEBER")
    fisik = "Pelaksanaan Pembangunan Desa"
    return buat(
        [
            BarisPdf(date(2026, 11, 18), 540, 720, lokasi=jawa, deskripsi="Rakor kecamatan. Jadwal musdes disepakati."),
            BarisPdf(date(2026, 11, 19), 540, 720, fisik, True, (*jawa, "SUKAMAJU"), "Pantau fisik. Galian dimulai."),
            BarisPdf(date(2026, 11, 17), 780, 900, fisik, True, (*jawa, "MAYAK"), "Verifikasi data penerima BLT."),
        ]
    )


def lain(teks: str = "Surat undangan rapat koordinasi.\nTanggal: 3 November 2026\nTempat: Aula.") -> bytes:
    return _susun('#let isi = json("isi.json")\n#isi.teks', {"teks": teks})


def _susun(sumber: str, isi: object) -> bytes:
    huruf = [str(Path(font_source_sans_pro.__file__).parent)]
    hasil = typst.compile(  # type: ignore[call-overload]
        {"main": sumber.encode(), "isi.json": json.dumps(isi).encode()}, font_paths=huruf, ignore_system_fonts=True, format="pdf", timestamp=0,
    )  # fmt: skip
    assert isinstance(hasil, bytes)
    return hasil


def _hhmm(menit: int) -> str:
    return f"{menit // 60:02}:{menit % 60:02}"


def _jam(menit: int, tanda: str) -> str:
    return f"{menit // 60 % 24:02}{tanda}{menit % 60:02}"


def _tanggal(hari: date, gaya: str) -> str:
    if gaya == "pendek":
        return f"{hari:%d/%m/%y}"
    if gaya == "panjang":
        return f"{hari:%d/%m/%Y}"
    kata = f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"
    nama = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[hari.weekday()]
    return kata if gaya == "kata" else f"{nama}, {kata}"


def _daftar(baris: Sequence[BarisPdf], gaya: Gaya, lapangan: bool) -> dict[str, object]:
    isi = [b for b in baris if b.kunjungan == lapangan]
    return {
        "nama": "KUNJUNGAN LAPANGAN" if lapangan else "AKTIVITAS",
        "sebut": "Kunjungan Lapangan" if lapangan else "Aktivitas",
        "jumlah": len(isi),
        "baris": [_sel(n, b, gaya) for n, b in enumerate(isi, start=1)],
    }


def _sel(n: int, b: BarisPdf, gaya: Gaya) -> dict[str, str]:
    jam, menit = divmod(b.menit, 60)
    return {
        "no": str(n),
        "tanggal": _tanggal(b.tanggal, gaya.tanggal),
        "waktu": _jam(b.mulai, gaya.jam) + gaya.sambung + _jam(b.selesai, gaya.jam),
        "durasi": f"{jam} Jam, {menit} Menit" if gaya.durasi == "kata" else f"{jam}:{menit:02}",
        "jenis": b.jenis,
        "kunjungan": "Ya" if b.kunjungan else "Tidak",
        "lokasi": " / ".join(b.lokasi),
        "deskripsi": b.deskripsi,
        "status": "Disetujui",
    }


def _sumber(g: Gaya) -> str:
    kolom = g.kolom or ("no", "tanggal", "waktu", "durasi", "jenis")
    lebar = ", ".join(LEBAR[k] if g.kolom else {"jenis": "2fr", "no": "2em"}.get(k, "1fr") for k in kolom)
    kepala = (
        f"table.header(repeat: {'true' if g.kepala_ulang else 'false'}, {', '.join(f'[*{JUDUL[k]}*]' for k in kolom)}),"
    )
    sel = ", ".join(f"[#b.{k}]" for k in kolom)
    if not g.kolom:
        bawah = '[Deskripsi kegiatan: (#if d.sebut == "Aktivitas" [Bukan Kunjungan Lapangan] else [Kunjungan Lapangan])\\ Lokasi: #b.lokasi \\ #b.jenis. #b.deskripsi]'
        sel += f", table.cell(colspan: {len(kolom)}, {bawah})"
    jumlah = "*Total Laporan #d.sebut #d.jumlah laporan*" if g.jumlah else ""
    datar = "center" if g.tengah else "left"
    return f"""
#let isi = json("isi.json")
#set page(paper: "a4", flipped: {"true" if g.mendatar else "false"}, margin: (x: 1.4cm, y: 2cm), header: [#text(7pt)[LAPORAN BULANAN TPP]], footer: context [#counter(page).display() / #counter(page).final().first()])
#set text(font: "Source Sans Pro", size: {g.huruf}pt)
#align(center)[*LAPORAN BULANAN* \\ Periode: #isi.periode]
*IDENTITAS TPP* \\
Nama: #isi.nama \\ NIK: #isi.nik \\ Posisi: PLD \\ Jabatan: Pendamping Lokal Desa \\ Provinsi: JAWA BARAT \\ Kecamatan: CIBEBER

*RINGKASAN*
#grid(columns: 4 * (1fr,), [JAM KERJA \\ #isi.jam], [HARI KERJA \\ #isi.hari], [TOTAL LAPORAN \\ #isi.laporan laporan], [CAPAIAN KINERJA \\ 100%])
#for d in isi.daftar [
  *DAFTAR LAPORAN #d.nama*

  #table(columns: ({lebar}), stroke: {g.garis}, align: {g.tegak} + {datar}, {kepala}
    ..d.baris.map(b => ({sel})).flatten())

  {jumlah}

]
{g.penutup}
"""


def pindai() -> bytes:
    """A picture of a page and no words, as a phone makes it."""
    import io

    from PIL import Image

    keluar = io.BytesIO()
    Image.new("L", (620, 877), 250).save(keluar, "PDF")
    return keluar.getvalue()


def kosong(n: int = 1, sisi: tuple[float, float] = (595, 842)) -> bytes:
    """`n` pages without anything."""
    import io

    import pypdfium2 as pdfium

    buku = pdfium.PdfDocument.new()
    for _ in range(n):
        buku.new_page(*sisi)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def putar(pdf: bytes, sudut: int) -> bytes:
    import io

    import pypdfium2 as pdfium

    with pdfium.PdfDocument(pdf) as buku:
        for lembar in buku:
            lembar.set_rotation(sudut)
        keluar = io.BytesIO()
        buku.save(keluar)
    return keluar.getvalue()


__all__ = ["ASLI", "KOLOM", "BarisPdf", "Gaya", "buat", "contoh", "kosong", "lain", "pindai", "putar", "replace"]
