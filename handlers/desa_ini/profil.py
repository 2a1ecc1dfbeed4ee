"""The same as a page for whoever is new there or comes to visit: A4, one page however much there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.desa import Desa
from data.orang import SEBUTAN
from data.profil_desa import Pengampu
from data.wilayah import Wilayah
from handlers.desa_ini.bagian import Terisi, terisi
from handlers.desa_ini.layar import PERINTAH
from handlers.desa_ini.tentang import Tentang
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

Bahan = Mapping[str, str | int]
BELUM = "belum dicatat"
ORANG = 6
"""Names that are told; of more, how many."""
LEBAR_JUDUL, LEBAR, LEBAR_RINCI, LEBAR_NAMA = 120, 190, 330, 60
"""Characters of the title, of a line, of one under it, and of a name."""


def pesan_profil(di: Wilayah) -> Pesan:
    nama = f"profil-{di.kode}.pdf"
    return Pesan(
        "Satu halaman untuk pendamping baru atau tamu yang berkunjung. Isinya sama dengan layarnya, tanpa nama warga.",
        judul=f"Profil pendampingan, {sebut_tempat(di)}",
        tombol=(Tombol("Ke layarnya", perintah(f"{PERINTAH} {di.kode}")),),
        berkas=Berkas(nama, "profil_pdf", {"kode": di.kode}),
    )


def profil_pdf(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: kode, a village's. Raises `LookupError` where it is not, or no longer, theirs to read."""
    from handlers.cetak.mesin import cetak_pdf  # a typesetter that only those who ask for a paper should load

    di = desa.wilayah.ambil(str(bahan["kode"]))
    if di is None or not desa.lingkup.boleh_baca(di.kode):
        raise LookupError(f"no village {bahan['kode']}")
    return cetak_pdf("profil", isi_profil(di, desa, hari_ini))


def isi_profil(di: Wilayah, desa: Desa, hari_ini: date) -> dict[str, Any]:
    t = Tentang(di, desa, hari_ini)
    semua = terisi(t)
    return {
        "judul": sebaris(f"Profil pendampingan {sebut_tempat(di)}", LEBAR_JUDUL),
        "tempat": di.jalur or di.kode,
        "kode": f"Kode wilayah {di.kode}",
        "per": f"Per {ejaan_tanggal(hari_ini, False)}",
        "pengampu": _pengampu(desa.profil.pengampu(di.kode)),
        "bagian": [_bagian(satu, t) for satu in semua],
        "kaki": _kaki(semua, hari_ini),
    }


def _pengampu(semua: Sequence[Pengampu]) -> list[dict[str, str]]:
    hasil = [{"nama": sebaris(p.nama, LEBAR_NAMA), "sebagai": _sebagai(p)} for p in semua[:ORANG]]
    return [*hasil, {"nama": f"dan {len(semua) - ORANG} lagi", "sebagai": ""}] if semua[ORANG:] else hasil


def _sebagai(p: Pengampu) -> str:
    sejak = ejaan_tanggal(date.fromisoformat(p.dari), False)
    return f"{SEBUTAN[p.peran]}{', pengganti' if p.pengganti else ''}, sejak {sejak}"


def _bagian(satu: Terisi, t: Tentang) -> dict[str, Any]:
    b, isi = satu
    return {
        "judul": b.judul(t),
        "ada": bool(isi.teks),
        "teks": sebaris(isi.teks or b.kosong or BELUM, LEBAR),
        "rinci": [sebaris(baris, LEBAR_RINCI) for baris in isi.rinci],
    }


def _kaki(semua: Sequence[Terisi], hari_ini: date) -> str:
    sumber = "; ".join(f"{b.label}: {b.sumber}" for b, _ in semua)
    return (
        f"Sumber: yang tercatat di Kawan Desa sampai {ejaan_tanggal(hari_ini, False)}. {sumber}. "
        "“Belum dicatat” berarti belum ada catatannya di sini, bukan berarti belum ada di desa. Aturan indikator ialah "
        "bacaan aplikasi ini, bukan ketetapan kementerian. Masalah yang rahasia tidak dihitung. Halaman ini bahan "
        "pengenalan, bukan dokumen resmi."
    )
