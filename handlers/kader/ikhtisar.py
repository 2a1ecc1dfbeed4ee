"""Kader of one village and of several: what is still missing, and who is ready for more. Nobody is ranked."""

from __future__ import annotations

from collections.abc import Sequence

from data.desa import Desa
from data.kader import KADER, Baris, KaderDesa
from data.katalog.kader import muat_kader
from data.katalog.sebutan import sebutan
from data.register import Hitungan
from data.wilayah import Wilayah
from handlers.bumdes.ikhtisar import sebut_pandang
from handlers.bumdes.tempat import LEMBAR, SEBUT_TINGKAT, Pandang, lainnya
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kader.kartu_kader import musdes_pemilih
from handlers.kader.sebut import (
    jumlah,
    sebut_baris,
    sebut_bidang,
    sebut_celah,
    sebut_celah_pendek,
    sebut_langkah,
    sebut_tangga,
)
from handlers.kartu import sebut_tempat
from handlers.register.daftar import KOSONG_DISEBUT
from handlers.tim.lihat import Lihat, jelajah, selembar


def satu_desa(w: Wilayah, p: Pandang, desa: Desa) -> Pesan:
    (k,) = desa.kader.banyak([w.kode], w.kode)
    tampak, ini, lembar = selembar(k.baris, p.lihat.halaman)
    return Pesan(
        "\n".join(_isi_desa(k, desa)),
        judul=f"Kader, {sebut_tempat(w)}",
        daftar=tuple(_butir(b) for b in tampak),
        tombol=(*jelajah("kader", Lihat(nama=w.kode), ini, lembar), *_tindakan(w, k, desa)),
    )


def _isi_desa(k: KaderDesa, desa: Desa) -> list[str]:
    if not k.baris:
        pernah = desa.register.jumlah(KADER, desa=k.desa, terbuka=None)
        m = [] if pernah else musdes_pemilih(k.desa, desa)
        pemilih = [f"Musdes pemilihan kader {m[0].nomor} sudah tercatat; kadernya tinggal ditambahkan."] if m else []
        ada = "Tidak ada kader yang sedang bertugas di sini." if pernah else "Belum ada kader yang tercatat di sini."
        return [ada, *pemilih]
    siap = [f"Siap ke langkah berikutnya: {k.siap} kader."] if k.siap else []
    return [f"{jumlah([k])}: {sebut_langkah([k])}. Ketuk untuk membuka.", *sebut_celah(k), *siap]


def _butir(b: Baris) -> Butir:
    return Butir(sebaris(b.kader.judul, 40), perintah(f"kader {b.kader.nomor}"), sebut_baris(b))


def _tindakan(w: Wilayah, k: KaderDesa, desa: Desa) -> tuple[Tombol, ...]:
    hasil: list[Tombol] = []
    if desa.register.boleh_tambah(w.kode):
        hasil.append(Tombol("Tambah kader", perintah(f"kader_baru {w.kode}")))
    if desa.lingkup.boleh_mendampingi(w.kode):
        hasil.append(Tombol("Bidang yang diharap", perintah(f"bidang_kader_baru {w.kode}")))
    if desa.register.jumlah(KADER, desa=w.kode, terbuka=False):
        hasil.append(Tombol("Yang sudah selesai", perintah(f"kader {w.kode} +tutup")))
    if k.baris:
        hasil.append(_unduh(w.kode))
    return (*hasil, *lainnya("kader", desa))


def _unduh(kode: str) -> Tombol:
    return Tombol("Unduh Excel", perintah(f"kader {kode} {LEMBAR}".replace("  ", " ")))


def banyak_desa(p: Pandang, desa: Desa) -> Pesan:
    """Villages without kader first, then those where most is missing."""
    semua = desa.kader.banyak([w.kode for w in p.desa], p.kode)
    nama = {w.kode: w.nama for w in p.desa}
    urut = sorted(semua, key=lambda k: (bool(k.baris), -k.celah, nama[k.desa]))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    siap = sum(k.siap for k in semua)
    naik = (Tombol(f"Siap naik ({siap})", perintah(f"kader {p.kode} siap".replace("  ", " "))),) if siap else ()
    tambah = (Tombol("Tambah kader", perintah("kader_baru")),) if desa.lingkup.dampingan else ()
    return Pesan(
        "\n".join(_isi_banyak(semua, nama)),
        judul=f"Kader, {sebut_pandang(p)}",
        daftar=tuple(Butir(nama[k.desa], perintah(f"kader {k.desa}"), sebut_celah_pendek(k)) for k in tampak),
        tombol=(*jelajah("kader", Lihat(nama=p.kode), ini, lembar), *naik, *tambah, _unduh(p.kode)),
    )


def _isi_banyak(semua: Sequence[KaderDesa], nama: dict[str, str]) -> list[str]:
    kata = sebutan(semua[0].desa).desa
    ada = [k for k in semua if k.baris]
    if not ada:
        return [f"Belum ada kader yang tercatat di {len(semua)} {kata}. Ketuk untuk mulai."]
    hasil = [f"{jumlah(semua)} di {len(ada)} dari {len(semua)} {kata}.", f"Langkah: {sebut_langkah(semua)}."]
    return [*hasil, *_kosong(semua, nama), "Yang paling perlu ditemani disebut dulu."]


def _kosong(semua: Sequence[KaderDesa], nama: dict[str, str]) -> list[str]:
    """Which kinds of kader most villages lack, of those that have some."""
    hasil = []
    for kode in muat_kader().diharap:
        tanpa = [nama[k.desa] for k in semua if k.baris and kode in k.kosong]
        if tanpa:
            lagi = f", dan {len(tanpa) - KOSONG_DISEBUT} lagi" if len(tanpa) > KOSONG_DISEBUT else ""
            hasil.append(f"Tanpa kader {sebut_bidang([kode])}: {', '.join(tanpa[:KOSONG_DISEBUT])}{lagi}.")
    return hasil


def siap_naik(p: Pandang, desa: Desa) -> Pesan:
    semua = desa.kader.banyak([w.kode for w in p.desa], p.kode)
    nama = {w.kode: w.nama for w in p.desa}
    siap = [(b, b.jalan.siap) for k in semua for b in k.baris if b.jalan.siap]
    tampak, ini, lembar = selembar(siap, p.lihat.halaman)
    teks = "Yang dijalani sudah menunjukkannya; tinggal dibenarkan pendampingnya. Ketuk untuk membuka."
    kembali = Tombol("Semua kader", perintah(f"kader {p.kode}".strip()))
    return Pesan(
        teks if siap else "Belum ada yang siap ke langkah berikutnya. Tiap kartu menyebut apa yang bisa diajakkan.",
        judul=f"Siap ke langkah berikutnya, {sebut_pandang(p)}",
        daftar=tuple(
            Butir(
                sebaris(b.kader.judul, 40), perintah(f"kader {b.kader.nomor}"),
                f"{nama[b.kader.desa]}, {sebut_tangga(b.jalan)}, siap ke {anak.nama.lower()}",
            )
            for b, anak in tampak
        ),
        tombol=(*jelajah("kader", Lihat(nama=f"{p.kode} siap".strip()), ini, lembar), kembali),
    )  # fmt: skip


def luas(p: Pandang, desa: Desa) -> Pesan:
    """Parts of a wide place: how many kader, in how many villages. Those with none first."""
    hitung = [h for h in desa.register.hitung(KADER, desa=p.kode) if h.terbuka]
    bagian = desa.wilayah.di_bawah([p.kode], p.bagian)
    isi = {w.kode: [h for h in hitung if h.desa.startswith(f"{w.kode}.")] for w in bagian}
    urut = sorted(bagian, key=lambda w: (bool(isi[w.kode]), w.nama))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    n, tempat = sum(h.jumlah for h in hitung), len({h.desa for h in hitung})
    ada = f"{n} kader di {tempat} desa." if n else "Belum ada kader yang tercatat di sini."
    return Pesan(
        f"{ada} Ketuk {SEBUT_TINGKAT[p.bagian]}nya.",
        judul=f"Kader, {sebut_pandang(p)}",
        daftar=tuple(Butir(sebut_tempat(w), perintah(f"kader {w.kode}"), _sebut_luas(isi[w.kode])) for w in tampak),
        tombol=(*jelajah("kader", Lihat(nama=p.kode), ini, lembar), *((_unduh(p.kode),) if n else ())),
    )


def _sebut_luas(hitung: Sequence[Hitungan]) -> str:
    n, tempat = sum(h.jumlah for h in hitung), len({h.desa for h in hitung})
    return f"{n} kader di {tempat} desa" if n else "belum ada kader"
