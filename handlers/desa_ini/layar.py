"""The screen of one village: what is known in a line a part, what is missing once, and every part to be opened."""

from __future__ import annotations

from collections.abc import Sequence

from data.desa import Desa
from data.wilayah import Wilayah
from handlers.bumdes.tempat import lainnya
from handlers.desa_ini.bagian import BAGIAN, Terisi, terisi
from handlers.desa_ini.tentang import Tentang
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import Lihat, jelajah

PERINTAH, PDF = "desa", "pdf"
HALAMAN = 6
"""Rows a page: with four buttons they fill one list of ten."""
LAIN = "Bagian lain dari desa ini. Ketuk untuk membuka."
MUAT = 58
"""Bytes of a command that a button has room for."""
BADAN = 1000
"""Characters, so that it stands above its list in one message also where that is tight."""
PENDEK = (200, 96, 76, 60)
"""Characters of a line, by how little room there is."""


def layar(di: Wilayah, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    t = Tentang(di, desa, d.hari_ini)
    buka = [b for b in BAGIAN if b.untuk(t)]
    lembar = -(-len(buka) // HALAMAN)
    ini = min(halaman, lembar)
    judul = f"{sebut_tempat(di)}, {di.kecamatan}" if di.kecamatan else sebut_tempat(di)
    return Pesan(
        badan(terisi(t), t, BADAN - len(judul)) if ini == 1 else LAIN,
        judul=judul,
        daftar=tuple(
            Butir(b.label, perintah(b.perintah.format(kode=di.kode))) for b in buka[(ini - 1) * HALAMAN : ini * HALAMAN]
        ),
        tombol=(
            *jelajah(PERINTAH, Lihat(nama=di.kode), ini, lembar),
            *(_tindakan(di, desa) if ini == 1 else ()),
            *lainnya(PERINTAH, desa),
        ),
    )


def _tindakan(di: Wilayah, desa: Desa) -> tuple[Tombol, ...]:
    catat = (Tombol("Catat kegiatan", _catat(di)),) if desa.lingkup.boleh_mendampingi(di.kode) else ()
    return (*catat, Tombol("Profil (PDF)", perintah(f"{PERINTAH} {di.kode} {PDF}")))


def _catat(di: Wilayah) -> str:
    """With the village's name, where a button has room for it: what is not said is asked."""
    lengkap = f"catat desa {di.nama}"
    return perintah(lengkap if len(lengkap.encode()) <= MUAT else "catat")


def badan(semua: Sequence[Terisi], t: Tentang, ruang: int) -> str:
    """As much of each line as there is room for."""
    baris = [f"{b.judul(t)}: {isi.teks}" for b, isi in semua if isi.teks]
    akhir = sebut_belum(semua, isi_sendiri=t.desa.lingkup.boleh_mendampingi(t.di.kode))
    pilihan = ["\n".join(sebaris(satu, lebar) for satu in baris) for lebar in PENDEK]
    teks = next((satu for satu in pilihan if len(satu) + len(akhir) + 2 <= ruang), pilihan[-1])
    return "\n\n".join(satu for satu in (teks, akhir) if satu)


def belum(semua: Sequence[Terisi]) -> list[str]:
    """Names of the parts of which nothing was written down."""
    return [b.kata for b, isi in semua if not (isi.teks or b.kosong)]


def sebut_belum(semua: Sequence[Terisi], *, isi_sendiri: bool) -> str:
    nama = belum(semua)
    if not nama:
        return ""
    cara = " Ketuk bagiannya untuk mengisi." if isi_sendiri else ""
    return f"Belum dicatat: {', '.join(nama)}.{cara}"
