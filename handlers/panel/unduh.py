"""A list as a workbook: at once where it is short; a long one is prepared beside the turns and sent to the chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from data.panel_daftar import KEGIATAN, KEPUTUSAN, MASALAH, MUSDES, REGISTER, Saring
from handlers.dialog.baca.angka import ejaan_angka
from handlers.kerja.mulai import mulai
from handlers.lembar.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai
from handlers.panel import bagian as b
from handlers.panel.daftar import LANGSUNG, ada_di, baca_saring
from handlers.panel.macam import MACAM, sebut_status
from handlers.panel.tamu import Saringan, Tamu, ke, tanggal
from handlers.panel.tempat import nama as sebut_wilayah
from handlers.unduh.macam import MACAM as MACAM_UNDUH
from handlers.unduh.macam import Macam as MacamUnduh
from handlers.unduh.masa import Jangka, rentang
from handlers.unduh.minta import Minta
from handlers.unduh.tempat import SEMUA
from handlers.unduh.unduh import PEKERJAAN

UTUH = {KEGIATAN: "kegiatan", MUSDES: "musdes", KEPUTUSAN: "musdes", MASALAH: "masalah", REGISTER: "register"}
"""Which of the workbooks of /unduh holds a list, and more."""
AWAL = date(2015, 1, 1)
"""Nothing is older: since then there are pendamping."""
LEWAT_OBROLAN = (
    "Persempit tempat atau tanggalnya di daftar, atau biarkan bot menyiapkan berkas lengkapnya dan mengirimnya ke "
    "obrolan Anda. Berkas itu memuat semua baris tempat dan masanya; saringan kata, {jenis}status, dan nama tidak ikut."
)
DI_DAFTAR = "Persempit tanggal, status, atau katanya di daftar, lalu unduh lagi."
KETERANGAN = "Yang tercatat dan bisa Anda baca pada hari berkas ini dibuat, menurut saringan yang dipilih di panel."


def unduh(t: Tamu, apa: str, saring: Saringan) -> b.Unduhan | b.Halaman | None:
    macam = MACAM.get(apa)
    if macam is None or not macam.boleh(t.desa):
        return None
    s = baca_saring(apa, saring)
    if s.desa and not ada_di(s.desa, t):
        return None
    if t.desa.panel.jumlah(apa, s, LANGSUNG + 1) > LANGSUNG:
        return _panjang(apa, macam.label, s)
    hari, di, jenis, isi, status, nama = macam.kepala
    kolom = (
        Kolom("Nomor", 16, arti="Nomor yang bisa diketik di obrolan untuk membukanya."),
        Kolom(hari, 14, "tanggal"),
        Kolom("Kode wilayah", 16, arti="Kode Kemendagri."),
        Kolom(di, 28),
        Kolom(jenis, 30),
        Kolom(isi, 60, arti="Seperti yang ditulis pencatatnya."),
        Kolom(status, 20),
        Kolom(nama, 24),
    )
    lembar = Lembar(macam.label, kolom, tuple(_baris(t, apa, saring)), KETERANGAN)
    return b.Unduhan(f"{apa}-{t.hari_ini.isoformat()}.xlsx", lambda: buat_xlsx([lembar], hari=t.hari_ini))


def _baris(t: Tamu, apa: str, saring: Saringan) -> Iterator[tuple[Nilai, ...]]:
    macam = MACAM[apa]
    for r in t.desa.panel.semua(apa, baca_saring(apa, saring), LANGSUNG):
        yield (
            r.nomor,
            date.fromisoformat(r.tanggal) if r.tanggal else None,
            r.desa,
            sebut_wilayah(r.desa) if r.desa else "",
            macam.sebut_jenis(r.jenis),
            r.isi,
            sebut_status(apa, r.jenis, r.status),
            r.nama,
        )


def _panjang(apa: str, label: str, s: Saring) -> b.Halaman:
    isi: list[b.Bagian] = [b.Kalimat(f"Daftarnya lebih dari {ejaan_angka(LANGSUNG)} baris.")]
    if UTUH.get(apa):
        hari = tuple(
            (nama, nilai)
            for nama, nilai in (("desa", s.desa), ("dari", s.dari), ("sampai", s.sampai), ("jenis", s.jenis))
            if nilai
        )
        isi.append(b.Kalimat(LEWAT_OBROLAN.format(jenis="" if apa == REGISTER else "jenis, ")))
        isi.append(b.Kirim("Siapkan dan kirim ke obrolan", ke("siapkan", apa), hari))
    else:
        isi.append(b.Kalimat(DI_DAFTAR))
    return _halaman(apa, label, isi)


def siapkan(t: Tamu, apa: str, saring: Saringan) -> b.Halaman | None:
    """The long work of /unduh, for the person's own chat."""
    macam = MACAM.get(apa)
    if macam is None or apa not in UTUH or not macam.boleh(t.desa):
        return None
    s = baca_saring(apa, saring)
    if s.desa and not ada_di(s.desa, t):
        return None
    if not t.desa.tujuan:
        return _halaman(
            apa, macam.label, [b.Kalimat("Belum ada obrolan yang bisa dikirimi. Tulis dulu ke bot, lalu coba lagi.")]
        )
    minta = Minta(_macam_unduh(UTUH[apa]), s.jenis if apa == REGISTER else "", s.desa or SEMUA.id, _jangka(s, t))
    pesan = mulai(t.desa, PEKERJAAN, minta.bahan, minta.sebut(t.desa))
    return _halaman(apa, macam.label, [b.Kalimat(pesan.teks)])


def _macam_unduh(kode: str) -> MacamUnduh:
    return next(m for m in MACAM_UNDUH if m.kode == kode)


def _jangka(s: Saring, t: Tamu) -> Jangka:
    """Of one end alone, the other is today or the beginning."""
    if not (s.dari or s.sampai):
        return Jangka()
    return rentang(tanggal(s.dari) or AWAL, tanggal(s.sampai) or t.hari_ini)


def _halaman(apa: str, label: str, isi: Sequence[b.Bagian]) -> b.Halaman:
    kembali = b.Langkah((b.Tautan("Kembali ke daftar", ke("daftar", apa)),))
    return b.Halaman(f"Unduh {label.lower()}", (*isi, kembali), kini=ke("daftar"))
