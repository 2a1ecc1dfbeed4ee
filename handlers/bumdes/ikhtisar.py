"""Several villages: who has been stuck longest stands first; of wider places, how many are how far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.bumdes import Bumdes, terlama
from data.desa import Desa
from data.katalog.bumdes import muat_bumdes
from data.katalog.sebutan import sebutan
from data.wilayah import DESA, Wilayah
from handlers.bumdes.bidang import AKTIF
from handlers.bumdes.tempat import LEMBAR, PANJANG, SEBUT_TINGKAT, Pandang
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import Lihat, jelajah, selembar


def ikhtisar_bumdes(p: Pandang, d: Dialog, desa: Desa) -> Pesan:
    return _luas(p, desa) if p.di and p.di.tingkat < DESA - 1 else _desa(p, d, desa)


def sebut_pandang(p: Pandang) -> str:
    """'Kecamatan Cibeber', '4 desa'"""
    return sebut_tempat(p.di) if p.di else f"{len(p.desa)} {sebutan(p.desa[0].kode).desa}"


def tombol_lembar(kata: str, p: Pandang) -> tuple[Tombol, ...]:
    return (Tombol("Unduh Excel", perintah(f"{kata} {p.kode or LEMBAR} {LEMBAR if p.kode else ''}".strip())),)


def jelajah_pandang(kata: str, p: Pandang, ini: int, lembar: int) -> tuple[Tombol, ...]:
    return jelajah(kata, Lihat(nama=p.kode), ini, lembar)


def berkas_lembar(kata: str, p: Pandang, **bahan: str | int) -> Berkas:
    nama = f"{kata}-{p.kode or 'desa'}.xlsx"
    return Berkas(nama, f"{kata}_xlsx", {"kode": p.kode, **bahan})


def _desa(p: Pandang, d: Dialog, desa: Desa) -> Pesan:
    semua = terlama(desa.bumdes.banyak([w.kode for w in p.desa]))
    nama = {w.kode: w for w in p.desa}
    tampak, ini, lembar = selembar(semua, p.lihat.halaman)
    return Pesan(
        _hitung(semua, p),
        judul=f"BUM Desa, {sebut_pandang(p)}" if p.desa else "BUM Desa",
        daftar=tuple(_butir(b, nama[b.desa], d.hari_ini, desa) for b in tampak),
        tombol=(*jelajah_pandang("bumdes", p, ini, lembar), *tombol_lembar("bumdes", p)),
    )


def _hitung(semua: Sequence[Bumdes], p: Pandang) -> str:
    if not semua:
        return "Belum ada desa yang tercatat di sini."
    kata = sebutan(semua[0].desa).desa
    bagian = (
        (sum(b.selesai for b in semua), "sudah berbadan hukum"),
        (sum(b.langkah > 0 and not b.selesai for b in semua), "sedang mengurus"),
        (sum(bool(b.diubah) and b.langkah == 0 for b in semua), "belum mengurus"),
        (sum(not b.diubah for b in semua), "belum tercatat"),
    )
    isi = ", ".join(f"{n} {apa}" for n, apa in bagian if n)
    return f"{len(semua)} {kata}: {isi}. Yang paling lama di satu langkah disebut dulu."


def _butir(b: Bumdes, w: Wilayah, hari_ini: date, desa: Desa) -> Butir:
    return Butir(w.nama, perintah(f"bumdes {b.desa}"), sebut_keadaan(b, hari_ini, desa))


def sebut_keadaan(b: Bumdes, hari_ini: date, desa: Desa) -> str:
    """'3 Nama disetujui, 18 hari, nama 8 hari kerja lagi'; fits the line under a row."""
    if not b.diubah:
        return "belum tercatat"
    langkah = muat_bumdes().ambil(b.langkah)
    lama = (hari_ini - date.fromisoformat(b.langkah_tanggal)).days if b.langkah_tanggal and not b.selesai else 0
    bagian = [f"{b.langkah} {langkah.pendek}", f"{lama} hari" if lama > 0 else ""]
    if sisa := desa.bumdes.sisa_nama(b):
        bagian.append("⚠ nama habis" if sisa.sisa < 0 else f"nama {sisa.sisa} hari kerja lagi")
    bagian.append(AKTIF[b.aktif].lower() if b.aktif else "")
    return ", ".join(satu for satu in bagian if satu)


def _luas(p: Pandang, desa: Desa) -> Pesan:
    """Parts of a wide place, those with most on their way first."""
    jumlah = desa.bumdes.jumlah(p.kode, PANJANG[p.bagian])
    urut = sorted(jumlah, key=lambda j: (-j.diurus, j.kode))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    nama = {w.kode: sebut_tempat(w) for w in desa.wilayah.di_bawah([p.kode], p.bagian)}
    sah, diurus, aktif = (
        (sum(n) for n in zip(*((j.badan_hukum, j.diurus, j.aktif) for j in jumlah), strict=True))
        if jumlah
        else (0, 0, 0)
    )
    teks = f"{sah} sudah berbadan hukum, {diurus} sedang mengurus, {aktif} aktif. Ketuk {SEBUT_TINGKAT[p.bagian]}nya."
    return Pesan(
        teks if jumlah else "Belum ada yang tercatat di sini.",
        judul=f"BUM Desa, {sebut_pandang(p)}",
        daftar=tuple(
            Butir(
                nama.get(j.kode, j.kode), perintah(f"bumdes {j.kode}"),
                f"{j.badan_hukum} berbadan hukum, {j.diurus} mengurus, {j.aktif} aktif",
            )
            for j in tampak
        ),
        tombol=(*jelajah_pandang("bumdes", p, ini, lembar), *tombol_lembar("bumdes", p)),
    )  # fmt: skip
