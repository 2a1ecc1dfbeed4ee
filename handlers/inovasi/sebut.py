"""How innovations are spoken of beyond one's own villages."""

from __future__ import annotations

import re

from data.desa import Desa
from data.inovasi import Bersama, Peniru
from data.katalog.sebutan import sebutan
from data.wilayah import Wilayah, dari_kode
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

NOMOR = re.compile(r"#?\b(IN-\d{4}-\d{4,})", re.IGNORECASE)
CARI = Tombol("Siapa sudah …?", perintah("inovasi_cari"))
SEMUA = Tombol("Semua inovasi", perintah("inovasi"))
TERBUKTI = "Di sini praktik yang sudah terbukti di satu desa, bukan usulan atau keinginan."
BELUM_SAH = "Inovasi desa lain terbuka setelah tugas Anda disahkan koordinator."
TUTUP = "Bagian ini dari Program Inovasi Desa, yang sudah selesai. Inovasi dan komitmen meniru tetap ada di /inovasi."


def tempat(kode: str, desa: Desa) -> Wilayah:
    """Also one where nobody works with us."""
    ada = desa.wilayah.ambil(kode) or dari_kode(kode)
    assert ada is not None
    return ada


def sebut_letak(w: Wilayah) -> str:
    """'Desa Sukamaju, Kecamatan Cibeber': village and kecamatan are what everybody may know."""
    kata = sebutan(w.kode).kecamatan
    return f"{sebut_tempat(w)}, {kata[0].upper()}{kata[1:]} {w.kecamatan}"


def butir(b: Bersama, desa: Desa) -> Butir:
    w = tempat(b.desa, desa)
    return Butir(sebaris(b.judul, 40), perintah(f"inovasi {b.nomor}"), f"{w.nama}, Kec. {w.kecamatan}")


def sebut_peniru(p: Peniru | None) -> str:
    """'Ditiru 3 desa, 1 sudah terlaksana'; '' when nobody has promised."""
    if p is None:
        return ""
    return f"Ditiru {p.jumlah} desa{f', {p.terlaksana} sudah terlaksana' if p.terlaksana else ''}"


def kartu_bersama(b: Bersama, desa: Desa) -> Pesan:
    """What is shared of a card that is outside one's own places."""
    baris = [
        sebut_letak(tempat(b.desa, desa)),
        f"Bidang: {b.bidang}",
        f"Cara kerja: {b.cara}",
        f"Yang dihubungi: {b.lembaga}",
        sebut_peniru(desa.inovasi.peniru([b.id]).get(b.id)),
    ]
    return Pesan(
        "\n\n".join((b.judul, "\n".join(s for s in baris if s), "Rinciannya bisa ditanyakan ke lembaga itu.")),
        judul=f"Inovasi {b.nomor}",
        tombol=(*tombol_tiru(b.nomor, desa), CARI, SEMUA),
    )


def tombol_tiru(nomor: str, desa: Desa) -> tuple[Tombol, ...]:
    """For those who have a village that could."""
    return (Tombol("Tiru di desa saya", perintah(f"komitmen_baru {nomor}")),) if desa.dampingan() else ()


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"{nomor.upper()[:20]} belum ada. Cari dengan kata-kata, contoh: bank sampah.", tombol=(CARI, SEMUA))
