"""The recap as the group reads it, under its picture; and what its PD is told alone."""

from __future__ import annotations

from data.rekap import AngkaRekap
from data.rekap.angka import MASALAH_LAMA
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.pesan import Berkas, Pesan, Templat, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan
from handlers.rekap.sebut import (
    DOKUMEN,
    TAHAP,
    jam,
    nama_kecamatan,
    rentang,
    sambung,
    sebut_desa,
    sebut_langkah,
    sebut_masa,
    sejumlah,
)

TERPANJANG = 1000
"""Characters: a picture's caption takes 1,024 on the tightest channel, its title included."""
NAMA = 40
"""Characters of one name."""
TENGGAT = 3


def judul_rekap(angka: AngkaRekap) -> str:
    return f"Rekap pekan {sebaris(nama_kecamatan(angka), 60)}"


def pesan_rekap(angka: AngkaRekap, *, nama: bool) -> Pesan:
    """For the group. `nama`: also who has not logged, by name; else how many."""
    return Pesan(
        teks_rekap(angka, nama=nama),
        judul=judul_rekap(angka),
        tombol=tuple(Tombol(label, "", mulai=tautan(angka, bagian)) for bagian, label in _tombol(angka)),
        berkas=berkas_rekap(angka),
        templat=templat_rekap(angka),
    )


def templat_rekap(angka: AngkaRekap) -> Templat:
    return Templat("kd_rekap", (rentang(angka.senin, angka.sampai), sebaris(nama_kecamatan(angka), 60)))


def tautan(angka: AngkaRekap, bagian: str) -> str:
    """What a link carries: letters, digits, - and _ alone."""
    return f"r-{angka.kode.replace('.', '_')}-{angka.senin:%Y%m%d}-{bagian}"


def berkas_rekap(angka: AngkaRekap) -> Berkas:
    berkas = f"rekap-{angka.kode}-{angka.senin.isoformat()}.png"
    return Berkas(berkas, "rekap_png", {"kode": angka.kode, "periode": angka.senin.isoformat()}, gambar=True)


def _tombol(angka: AngkaRekap) -> list[tuple[str, str]]:
    semua = [("semua", "Semua rincian")]
    semua += [("desa", sebut_desa(angka).capitalize())] if angka.desa else []
    semua += [("orang", "Siapa mencatat")] if angka.orang else []
    return semua + ([("musdes", "Musdes")] if angka.musdes else [])


def teks_rekap(angka: AngkaRekap, *, nama: bool) -> str:
    """What went well first. Also what those hear who cannot see the picture."""
    bagian = [sebut_masa(angka) + "."]
    bagian.append("\n".join(_terlaksana(angka)) or "Belum ada catatan pekan ini. Yuk, mulai dari satu kegiatan saja.")
    bagian += ["\n".join(isi) for isi in (_ditemani(angka, nama=nama), _depan(angka)) if isi]
    while len("\n\n".join(bagian)) > TERPANJANG - len(judul_rekap(angka)) - 2:
        bagian.pop()  # the last is what the lists behind the buttons say as well
    return "\n\n".join(bagian)


def _terlaksana(a: AngkaRekap) -> list[str]:
    baris = []
    if a.catatan:
        dari = f" oleh {a.mencatat} dari {len(a.orang)} pendamping" if a.orang else ""
        baris.append(f"{ejaan_angka(a.catatan)} catatan{dari}, {jam(a.menit)} jam kerja.")
        sering = sambung(f"{sebaris(sebut_kegiatan(kode), NAMA)} ({ejaan_angka(n)})" for kode, n in a.teratas)
        baris.append(f"Terbanyak: {sering}.")
    if a.dikunjungi:
        baris.append(f"{a.dikunjungi} dari {len(a.desa)} {sebut_desa(a)} dikunjungi, {ejaan_angka(a.kunjungan)} kali.")
    if a.musdes:
        baris.append(_musdes(a))
    if a.keputusan_selesai:
        baris.append(f"{ejaan_angka(a.keputusan_selesai)} keputusan musyawarah selesai dijalankan.")
    if a.siklus:
        gerak = [f"{DOKUMEN.get(s.dokumen, s.dokumen)} {s.desa} {TAHAP.get(s.tahap, s.tahap)}" for s in a.siklus]
        baris.append(f"Siklus: {sejumlah([sebaris(satu, NAMA) for satu in gerak], 3)}.")
    if a.blt_salur.kali:
        uang = f"{ejaan_angka(a.blt_salur.keluarga)} keluarga ({ejaan_uang(a.blt_salur.rupiah)})"
        baris.append(f"BLT diserahkan kepada {uang}.")
    if a.bumdes_gerak:
        gerak = [f"{sebaris(g.desa, NAMA)} {sebut_langkah(g.langkah)}" for g in a.bumdes_gerak]
        baris.append(f"BUM Desa: {sejumlah(gerak, 3)}.")
    if a.blt.catatan or a.bumdes.catatan:
        tema = [
            f"{nama} {ejaan_angka(t.catatan)} kegiatan"
            for nama, t in (("BLT", a.blt), ("BUM Desa", a.bumdes))
            if t.catatan
        ]
        baris.append(f"{sambung(tema)}.")
    return baris


def _musdes(a: AngkaRekap) -> str:
    laki, perempuan = a.hadir
    hadir = f", hadir {ejaan_angka(laki)} laki-laki dan {ejaan_angka(perempuan)} perempuan" if laki + perempuan else ""
    return f"{len(a.musdes)} musyawarah dengan {ejaan_angka(a.keputusan_baru)} keputusan{hadir}."


def _ditemani(a: AngkaRekap, *, nama: bool) -> list[str]:
    baris = []
    if a.lama:
        desa = sejumlah([sebaris(d.nama, NAMA) for d in a.lama])
        baris.append(f"Perlu ditemani: {desa}, belum dikunjungi 14 hari.")
    if a.diam:
        siapa = sejumlah([sebaris(o.nama, NAMA) for o in a.diam], 6) if nama else f"{len(a.diam)} pendamping"
        baris.append(f"Belum sempat mencatat: {siapa}.")
    if a.blt_telat:
        telat = sejumlah([sebaris(t.nama, NAMA) for t in a.blt_telat])
        baris.append(f"BLT terlambat: {telat}.")
    if lewat := a.keputusan_lewat + a.tugas_lewat:
        baris.append(f"{ejaan_angka(lewat)} tindak lanjut lewat tenggat.")
    if a.pertanyaan:
        baris.append(f"{ejaan_angka(a.pertanyaan)} pertanyaan warga belum terjawab.")
    if a.masalah_lama:
        baris.append(f"{ejaan_angka(a.masalah_lama)} masalah terbuka lebih dari {MASALAH_LAMA} hari.")
    if a.kembali:
        baris.append(f"{ejaan_angka(a.kembali)} catatan menunggu diperbaiki.")
    return baris


def _depan(a: AngkaRekap) -> list[str]:
    """What the next seven days bring."""
    acara = [f"{sebaris(t.nama, NAMA)} ({'mulai ' if t.awal else ''}{ejaan_pendek(t.tanggal)})" for t in a.tenggat]
    if dekat := a.keputusan_dekat + a.tugas_dekat:
        acara.append(f"{ejaan_angka(dekat)} tindak lanjut jatuh tempo")
    return [f"Tujuh hari ke depan: {sejumlah(acara, TENGGAT + 1)}."] if acara else []


def pesan_diam(angka: AngkaRekap) -> Pesan | None:
    """For the PD alone: who has not logged. None where everybody has."""
    if not angka.diam:
        return None
    nama = "\n".join(f"• {sebaris(o.nama, NAMA)}" for o in angka.diam[:40])
    lagi = f"\ndan {len(angka.diam) - 40} lagi" if len(angka.diam) > 40 else ""
    teks = (
        f"Sampai {ejaan_pendek(angka.sampai)} ini yang belum sempat mencatat:\n{nama}{lagi}\n\n"
        "Barangkali perlu ditemani; sinyal atau waktunya yang belum ada. Di grup hanya jumlahnya yang disebut."
    )
    tombol = (
        Tombol("Lihat tim", perintah(f"tim {angka.kode} w{angka.senin.isoformat()}")),
        Tombol("Rincian rekap", perintah(f"rekap {angka.kode} {angka.senin.isoformat()} orang")),
    )
    return Pesan(teks, judul=judul_rekap(angka), tombol=tombol, templat=templat_rekap(angka))
