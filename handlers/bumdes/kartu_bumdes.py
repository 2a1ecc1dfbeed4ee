"""The card of one village's BUM Desa: where it stands, until when its name holds, what comes next and what it takes."""

from __future__ import annotations

from datetime import date

from data.bumdes import Bumdes, SisaNama
from data.desa import Desa
from data.katalog.bumdes import muat_bumdes
from data.wilayah import Wilayah
from handlers.bumdes.bidang import BUMDES, baris_bidang
from handlers.bumdes.tempat import RIWAYAT, lainnya
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

BELUM_DIISI = "hari libur {tahun} belum diisi, jadi baru akhir pekan yang dihitung"


def kartu_bumdes(di: Wilayah, desa: Desa, kepala: str = "") -> Pesan:
    b = desa.bumdes.ambil(di.kode) or Bumdes(di.kode)
    boleh = desa.bumdes.boleh(di.kode)
    ada, belum = baris_bidang(tuple(x for x in BUMDES if not (x.kolom == "nama" and b.nama and len(b.nama) <= 60)), b)
    if not b.selesai:
        belum = [x for x in belum if "sertifikat" not in x]
    baris = [*_langkah(b, desa), "", *ada]
    baris.append(f"Belum ada: {', '.join(belum)}." if belum and b.diubah else "")
    teks = "\n".join(baris).strip("\n")
    return Pesan(
        muat(f"{kepala}\n\n{teks}".strip()),
        judul=judul(b, di),
        tombol=(*(_tombol(b) if boleh else ()), *_lihat(b), *lainnya("bumdes", desa)),
    )


def judul(b: Bumdes, di: Wilayah) -> str:
    """'BUM Desa Maju Jaya, Desa Sukamaju'"""
    nama = sebaris(b.nama, 60) or "BUM Desa"
    return f"{nama if nama.lower().startswith('bum') else f'BUM Desa {nama}'}, {sebut_tempat(di)}"


def _langkah(b: Bumdes, desa: Desa) -> list[str]:
    if not b.diubah:
        return ["Belum ada yang tercatat tentang BUM Desa di sini.", *_berikut(b)]
    katalog = muat_bumdes()
    ini = katalog.ambil(b.langkah)
    hari = f", {ejaan_tanggal(date.fromisoformat(b.langkah_tanggal), False)}" if b.langkah_tanggal else ""
    baris = [f"Langkah {b.langkah} dari {katalog.akhir}: {ini.nama}{hari}"]
    if sisa := desa.bumdes.sisa_nama(b):
        baris.append(sebut_sisa_nama(sisa))
    return [*baris, *_berikut(b)]


def _berikut(b: Bumdes) -> list[str]:
    katalog = muat_bumdes()
    ini = katalog.ambil(b.langkah)
    if not ini.maju:
        return ["Badan hukumnya sudah selesai diurus."]
    maju = katalog.ambil(ini.maju[0])
    return [f"Berikutnya: {maju.nama}. {maju.perlu}".strip()]


def sebut_sisa_nama(s: SisaNama) -> str:
    """'Nama berlaku sampai 30 Desember 2026, 25 hari kerja lagi.'"""
    sampai = ejaan_tanggal(s.sampai, False)
    lengkap = "" if s.lengkap else f" ({BELUM_DIISI.format(tahun=s.sampai.year)})"
    if s.sisa < 0:
        return (
            f"⚠ Nama habis masa berlakunya {sampai}, {-s.sisa} hari kerja lalu{lengkap}. "
            "Cek di portal; mungkin perlu diajukan lagi."
        )
    lagi = f"{s.sisa} hari kerja lagi" if s.sisa else "hari ini hari terakhirnya"
    tanda = "⚠ " if s.sisa <= max(muat_bumdes().nama.ingatkan, default=0) else ""
    return f"{tanda}Nama berlaku sampai {sampai}, {lagi}{lengkap}."


def _tombol(b: Bumdes) -> tuple[Tombol, ...]:
    """The next step first: two taps and a day."""
    katalog = muat_bumdes()
    maju = katalog.ambil(b.langkah).maju[:1]
    return (
        *(Tombol(katalog.ambil(n).pendek, perintah(f"bumdes_langkah {b.desa} {n}")) for n in maju),
        Tombol("Ubah isi", perintah(f"bumdes_ubah {b.desa}")),
        Tombol("Langkah lain", perintah(f"bumdes_langkah {b.desa}")),
    )


def _lihat(b: Bumdes) -> tuple[Tombol, ...]:
    riwayat = (Tombol("Riwayat", perintah(f"bumdes {b.desa} {RIWAYAT}")),) if b.diubah else ()
    return (*riwayat, Tombol("KDMP", perintah(f"kdmp {b.desa}")))
