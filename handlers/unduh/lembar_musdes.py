"""Musyawarah, and what they decided."""

from __future__ import annotations

from collections.abc import Iterator

from data.desa import Desa
from data.keputusan import SELESAI
from data.musdes.musdes import BERJALAN, Musdes
from data.orang import ZONA_AWAL, tanggal_lokal
from data.unduh import BarisKeputusan, BarisMusdes, Saring
from handlers.keputusan.sebut import SEBUT
from handlers.lembar import Kolom
from handlers.lembar.sel import Nilai
from handlers.musdes.sebut import CARA, dengan_unsur, jenis_dari, menurut_kode, sebut_isian, sebut_unsur
from handlers.unduh.tempat_baris import TEMPAT, Peta

MUSDES = (
    Kolom("Nomor", 14, "teks", "Nomornya di Kawan Desa; ketik /musdes lalu nomor ini untuk membukanya."),
    Kolom("Tanggal", 13, "tanggal", "Hari musyawarah."),
    Kolom("Mulai", 9, "teks", "Jam setempat."),
    Kolom("Selesai", 9, "teks", "Kosong bila masih berjalan atau belum dicatat."),
    Kolom("Jenis", 26),
    Kolom("Dalam rangka", 36),
    *TEMPAT,
    Kolom("Desa yang ikut", 36, "teks", "Semua desanya, untuk yang antardesa."),
    Kolom("Tempat", 26),
    Kolom("Keadaan", 14, "teks", "Masih berjalan atau sudah ditutup."),
    Kolom("Diundang", 10, "angka", "Orang; kosong bila belum dicatat."),
    Kolom("Hadir", 9, "angka", "Orang; kosong bila belum dicatat."),
    Kolom("Laki-laki", 9, "angka"),
    Kolom("Perempuan", 10, "angka"),
    Kolom("Unsur", 36, "teks", "Unsur yang hadir."),
    Kolom("Pimpinan", 24),
    Kolom("Notulis", 24),
    Kolom("Nomor berita acara", 22, "teks", "Nomor dari desa."),
    Kolom("Undangan", 26, "teks", "Nomor dan tanggal undangan, seperti ditulis."),
    Kolom("Keputusan", 10, "angka", "Banyaknya; satu per satu ada di lembar Keputusan."),
    Kolom("Isian khusus", 40, "teks", "Jawaban yang hanya ditanyakan untuk jenis musyawarah itu."),
    Kolom("Dicatat oleh", 22, "teks", "Yang memulai catatannya."),
    Kolom("Dicatat", 13, "tanggal"),
)
KEPUTUSAN = (
    Kolom("Nomor", 14, "teks", "Nomornya di Kawan Desa; ketik /cari lalu nomor ini untuk membukanya."),
    Kolom("Musyawarah", 14, "teks", "Nomor musyawarahnya."),
    Kolom("Tanggal", 13, "tanggal", "Hari musyawarahnya."),
    Kolom("Jenis musyawarah", 26),
    *TEMPAT,
    Kolom("Keputusan", 60, "teks", "Seperti ditulis."),
    Kolom("Tindak lanjut dari", 16, "teks", "Nomor keputusan yang ditindaklanjuti, kalau ini tindak lanjutnya."),
    Kolom("Usulan", 9, "ya", "Ya: usulan yang menunggu dana."),
    Kolom("Cara", 16, "teks", "Mufakat, suara terbuka, atau suara tertutup."),
    Kolom("Setuju", 9, "angka"),
    Kolom("Menolak", 9, "angka"),
    Kolom("Abstain", 9, "angka"),
    Kolom("Penanggung jawab", 24, "teks", "Seperti ditulis."),
    Kolom("Tenggat", 13, "tanggal"),
    Kolom("Anggaran", 18, "uang"),
    Kolom("Sumber dana", 16),
    Kolom("Keadaan", 22, "teks", f"Pada hari berkas ini dibuat. Salah satu: {', '.join(SEBUT.values())}."),
    Kolom("Alasan atau bukti", 40, "teks", "Kata terakhir tentang keadaannya."),
    Kolom("Ada bukti", 10, "ya", "Untuk yang selesai: ada foto atau kalimat buktinya."),
)


def baris_musdes(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for satu in desa.unduh.musdes(s):
        yield _musdes(satu, peta)


def _musdes(b: BarisMusdes, peta: Peta) -> list[Nilai]:
    m = b.musdes
    w = peta.ambil(m.desa)
    ikut = [peta.nama(kode) for kode in b.desa] if len(b.desa) > 1 else None
    return [
        m.nomor, m.tanggal, m.mulai.replace(":", "."), (m.selesai or "").replace(":", "."), jenis_dari(m).label,
        m.judul, *peta.sel(m.desa), ikut, m.tempat, "masih berjalan" if m.status == BERJALAN else "ditutup",
        m.diundang, m.jumlah_hadir, m.hadir_l, m.hadir_p, sebut_unsur(m), dengan_unsur(m.pimpinan, m.pimpinan_unsur),
        dengan_unsur(m.notulis, m.notulis_unsur), m.nomor_ba, m.dasar, b.keputusan, _isian(m), m.penulis,
        tanggal_lokal(m.dibuat, w.zona if w else ZONA_AWAL),
    ]  # fmt: skip


def _isian(m: Musdes) -> str:
    """'Keluarga penerima: 42; …'"""
    tanya = (t for t in jenis_dari(m).tanya if m.isian.get(t.kunci) is not None)
    return "; ".join(f"{t.label}: {sebut_isian(t, m.isian[t.kunci])}" for t in tanya)


def baris_keputusan(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for satu in desa.unduh.keputusan(s):
        yield _keputusan(satu, peta)


def _keputusan(b: BarisKeputusan, peta: Peta) -> list[Nilai]:
    k = b.keputusan
    return [
        k.nomor, k.musdes, k.tanggal, menurut_kode(k.jenis).label, *peta.sel(k.desa), k.isi, b.induk, k.usulan,
        CARA.get(k.cara, ""), k.setuju, k.menolak, k.abstain, k.pj, k.tenggat, k.anggaran, k.sumber_dana,
        SEBUT[k.status], k.alasan, bool(k.bukti or k.alasan) if k.status == SELESAI else None,
    ]  # fmt: skip
