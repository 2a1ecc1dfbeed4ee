"""The visit report of a month on a small screen: what is ready, what is missing, what can be done about it."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.laporan import BAGIAN
from data.orang import PENDAMPING
from handlers.catatan.bulan import sebut_bulan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.laporan.bulan_kunjungan import BulanKunjungan, jajarkan, kumpulkan

UNTUK = PENDAMPING
LABEL = {"tujuan": "Tujuan", "tindak_lanjut": "Tindak lanjut", "rekomendasi": "Rekomendasi"}


def kartu_laporan(bulan: date, hari_ini: date, desa: Desa, kepala: str = "") -> Pesan:
    b = kumpulkan(desa, bulan)
    if not b.kunjungan:
        return _kosong(b, hari_ini, desa, kepala)
    teks = [kepala, *_siap(b), *_kurang(b)]
    return Pesan("\n".join(t for t in teks if t), judul=judul(bulan), tombol=_tombol(b, desa))


def judul(bulan: date) -> str:
    return f"Laporan kunjungan {sebut_bulan(bulan)}"


def _siap(b: BulanKunjungan) -> list[str]:
    foto = f"Foto: {b.jumlah_foto}, dipakai {len(b.dipakai)}" if b.jumlah_foto else "Foto: belum ada"
    return [f"{len(b.kunjungan)} kunjungan di {len(b.desa)} desa, {len(b.hari)} hari", foto]


def _kurang(b: BulanKunjungan) -> list[str]:
    isian = b.laporan.isian
    terisi = [LABEL[bagian].lower() for bagian in BAGIAN if bagian in isian]
    belum = [LABEL[bagian].lower() for bagian in BAGIAN if bagian not in isian and not _dari_catatan(bagian, b)]
    hasil = []
    if b.baru:
        hasil.append(f"Foto baru yang belum dipilih: {jajarkan(b.baru)}")
    if b.tanpa_foto:
        hasil.append(f"Tanpa foto, {len(b.tanpa_foto)} kunjungan: {jajarkan(b.tanpa_foto)}")
    if terisi:
        hasil.append(f"Sudah diketik: {', '.join(terisi)}")
    if belum:
        hasil.append(f"Belum diisi: {', '.join(belum)}")
    return hasil


def _dari_catatan(bagian: str, b: BulanKunjungan) -> bool:
    """Whether the entries say it already: of the aim their kinds, of what follows what was logged."""
    if bagian == "tindak_lanjut":
        return any(k.k.tindak_lanjut for k in b.kunjungan)
    return bagian == "tujuan"


def _tombol(b: BulanKunjungan, desa: Desa) -> tuple[Tombol, ...]:
    bulan = f"{b.bulan:%Y-%m}"
    hasil = [
        Tombol("Unduh Word", perintah(f"laporan {bulan} word")),
        Tombol("Unduh PDF", perintah(f"laporan {bulan} pdf")),
    ]
    if b.berfoto:
        hasil.append(Tombol("Pilih foto", perintah(f"laporan {bulan} foto")))
    hasil += [Tombol(f"Isi {LABEL[bagian].lower()}", perintah(f"laporan_isi {bulan} {bagian}")) for bagian in BAGIAN]
    hasil += [Tombol("SPPD", perintah(f"sppd {bulan}")), Tombol("Templat saya", perintah("laporan_templat"))]
    return (*hasil, *_bulan_lain(b, desa))


def _bulan_lain(b: BulanKunjungan, desa: Desa) -> tuple[Tombol, ...]:
    lain = [m for m in desa.kegiatan.bulan_terisi(3) if m != f"{b.bulan:%Y-%m}"][:2]
    return tuple(Tombol(sebut_bulan(date.fromisoformat(f"{m}-01")), perintah(f"laporan {m}")) for m in lain)


def _kosong(b: BulanKunjungan, hari_ini: date, desa: Desa, kepala: str) -> Pesan:
    if b.bulan > hari_ini:
        teks = "Bulan ini belum mulai."
    elif b.lain:
        teks = (
            f"Belum ada kunjungan lapangan di bulan ini; {b.lain} catatannya koordinasi atau daring. "
            "Kalau ada yang sebenarnya kunjungan, ubah caranya menjadi Di desa lewat riwayat."
        )
    else:
        teks = "Belum ada kunjungan lapangan yang tercatat di bulan ini. Catat dulu satu, dan pilih Di desa."
    tombol = [Tombol("Catat", perintah("catat"))]
    if b.lain:
        tombol.append(Tombol("Riwayat", perintah(f"riwayat {b.bulan:%Y-%m}")))
    return Pesan(
        "\n".join(t for t in (kepala, teks) if t), judul=judul(b.bulan), tombol=(*tombol, *_bulan_lain(b, desa))
    )
