"""/periksa and /setuju: entries of those below that wait to be looked at; one with what can be said of it."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.lingkup import SEMUA_WILAYAH
from data.menunggu import Tumpukan
from data.pemeriksaan import DIPERBAIKI, KEMBALI, Catatan, Hasil
from handlers.catatan.nomor_catatan import NOMOR
from handlers.catatan.tanda import tanda
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.tanggal import BULAN, ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan
from handlers.tim.kartu_tim import KECAMATAN, berikutnya, bukan_tim, kabari_setuju, kartu_catatan
from handlers.tim.lihat import (
    HALAMAN,
    RAMAI,
    Lihat,
    baca_lihat,
    bagian,
    jelajah,
    nama_tempat,
    pekan_dari,
    sebut_desa,
    selembar,
    tingkat_bagian,
)
from handlers.tim.tim import BELUM_BERTIM, PEMBINA, SEBUT_BAGIAN, tak_bernama

SEDIKIT = 20
"""Waiting entries that are still shown themselves; of more, parts of the territory."""


@dialog(
    "periksa",
    help="Periksa catatan tim",
    untuk=PEMBINA,
    kata=("periksa catatan",),
    langsung=True,
    menu=False,
)
def periksa(d: Dialog, desa: Desa) -> Kabar:
    if nomor := NOMOR.search(d.argumen):
        return Kabar(kartu_catatan(nomor[1].upper(), d, desa))
    if not desa.tim.ada:
        return Kabar(BELUM_BERTIM)
    lihat = baca_lihat(d.argumen)
    return Kabar(_bernama(lihat, d, desa) if lihat.nama else _menunggu(lihat, d, desa))


def _bernama(lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    ketemu = desa.tim.anggota(pekan_dari(lihat, d.hari_ini), nama=lihat.nama)
    if not ketemu:
        return tak_bernama(lihat.nama, "periksa")
    if len(ketemu) == 1:
        return _menunggu(Lihat(orang=ketemu[0].id), d, desa)
    tampak, ini, lembar = selembar(ketemu, lihat.halaman)
    daftar = tuple(Butir(a.nama, perintah(f"periksa o{a.id}"), sebut_desa(a.wilayah[0], desa)) for a in tampak)
    return Pesan("Catatan siapa?", daftar=daftar, tombol=jelajah("periksa", lihat, ini, lembar))


def _menunggu(lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    """Of many people, wider than a kabupaten, only parts are shown, uncounted: nobody checks a whole province."""
    tingkat = None if lihat.orang else tingkat_bagian(lihat.di or desa.tim.induk)
    if tingkat in (1, 2) and desa.tim.jumlah(lihat.di) > RAMAI:
        return _bagian(lihat, tingkat, d, desa)
    tumpukan = desa.menunggu.per_wilayah(lihat.di, tingkat) if tingkat else []
    jumlah = sum(t.jumlah for t in tumpukan) if tingkat else desa.menunggu.jumlah(lihat.di, lihat.orang)
    if not jumlah:
        return _kosong(lihat, desa)
    if tingkat and jumlah > SEDIKIT:
        return _per_kecamatan(lihat, tumpukan, tingkat, desa)
    return _daftar(lihat, jumlah, d, desa)


def _kosong(lihat: Lihat, desa: Desa) -> Pesan:
    sejak = desa.menunggu.sejak
    semua = (Tombol("Semua yang menunggu", perintah("periksa")),) if lihat != Lihat() else ()
    return Pesan(
        f"Tidak ada catatan yang menunggu sejak {sejak.day} {BULAN[sejak.month - 1]}.",
        tombol=(*semua, Tombol("Tim", perintah("tim"))),
    )


def _bagian(lihat: Lihat, tingkat: int, d: Dialog, desa: Desa) -> Pesan:
    induk = lihat.di or desa.tim.induk or SEMUA_WILAYAH
    semua = [
        bagian(w.kode, induk, desa) for w in desa.tim.per_wilayah(pekan_dari(lihat, d.hari_ini), lihat.di, tingkat)
    ]
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    return Pesan(
        f"Catatan dari {SEBUT_BAGIAN[tingkat]} mana? Boleh juga ketik nama, contoh: /periksa sari",
        judul=f"Menunggu dilihat di {nama_tempat(induk, desa)}",
        daftar=tuple(Butir(nama, lihat.perintah("periksa", di=di, halaman=1)) for nama, di in tampak),
        tombol=jelajah("periksa", lihat, ini, lembar),
    )


def _per_kecamatan(lihat: Lihat, tumpukan: list[Tumpukan], tingkat: int, desa: Desa) -> Pesan:
    """The highest pile first."""
    induk = lihat.di or desa.tim.induk
    urut = sorted(tumpukan, key=lambda t: (-t.jumlah, t.kunci))
    tampak, ini, lembar = selembar(urut, lihat.halaman)
    baris = [(*bagian(t.kunci, induk, desa), t.jumlah) for t in tampak]
    return Pesan(
        f"{sum(t.jumlah for t in tumpukan)} catatan menunggu. Dari {SEBUT_BAGIAN[tingkat]} mana? "
        "Boleh juga ketik nama, contoh: /periksa sari",
        judul=f"Menunggu dilihat di {nama_tempat(induk, desa)}",
        daftar=tuple(Butir(nama, lihat.perintah("periksa", di=di, halaman=1), f"{n} catatan") for nama, di, n in baris),
        tombol=jelajah("periksa", lihat, ini, lembar),
    )


def _daftar(lihat: Lihat, jumlah: int, d: Dialog, desa: Desa) -> Pesan:
    _, ini, lembar = selembar(range(jumlah), lihat.halaman)
    catatan = desa.menunggu.daftar(lihat.di, lihat.orang, mulai=(ini - 1) * HALAMAN, batas=HALAMAN)
    sehari = () if lihat.orang else desa.menunggu.per_orang(lihat.di, d.hari_ini)
    semua = [Tombol(f"Setujui semua hari ini milik {t.nama} ({t.jumlah})"[:60], _sehari(t.kunci, d)) for t in sehari]
    milik = f" milik {catatan[0].penulis}" if lihat.orang else f" di {nama_tempat(lihat.di, desa)}" if lihat.di else ""
    return Pesan(
        f"{jumlah} catatan{milik} menunggu, yang terbaru di atas. Ketuk untuk membuka.",
        judul="Menunggu dilihat",
        daftar=tuple(_butir(k, desa) for k in catatan),
        tombol=(*jelajah("periksa", lihat, ini, lembar), *semua, Tombol("Tim", perintah("tim"))),
    )


def _sehari(orang_id: str, d: Dialog) -> str:
    return perintah(f"setuju_semua o{orang_id} {d.hari_ini.isoformat()}")


def _butir(k: Catatan, desa: Desa) -> Butir:
    label = f"{k.penulis}, {ejaan_pendek(date.fromisoformat(k.tanggal))} {sebut_desa(k.desa, desa)}"
    ket = f"{sebut_kegiatan(k.kegiatan)}, {RentangJam.dari_json(k.jam)}{tanda(k)}"
    return Butir(label, perintah(f"periksa {k.nomor}"), ket)


@dialog("setuju", help="Setujui catatan", untuk=PEMBINA, langsung=True, menu=False)
def setuju(d: Dialog, desa: Desa) -> Kabar:
    """'K-2611-0042', and behind it the print of what was on the screen, where it was a tap."""
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        contoh = "Catatan nomor berapa yang disetujui? Contoh: /setuju K-2611-0042"
        return Kabar(Pesan(contoh, tombol=(Tombol("Periksa", perintah("periksa")),)))
    nomor = cocok[1].upper()
    k = desa.pemeriksaan.ambil(nomor)
    if k is None:
        return Kabar(bukan_tim(nomor, desa))
    hasil = desa.pemeriksaan.setuju(k, d.argumen[cocok.end() :].strip())
    return Kabar(_sesudah(hasil, k, d, desa))


def _sesudah(hasil: Hasil, k: Catatan, d: Dialog, desa: Desa) -> Pesan:
    if hasil == "berubah":
        return kartu_catatan(k.nomor, d, desa, f"{k.penulis} baru saja mengubahnya. Ini yang terbaru.")
    if hasil in ("sudah", "dihapus"):
        return kartu_catatan(k.nomor, d, desa)
    if k.periksa in (KEMBALI, DIPERBAIKI):
        kabari_setuju(k, d, desa)
    sisa = desa.menunggu.jumlah(k.desa[:KECAMATAN])
    lagi = f"Masih {sisa} yang menunggu di kecamatan ini." if sisa else "Tidak ada lagi yang menunggu di kecamatan ini."
    return Pesan(
        f"#{k.nomor} milik {k.penulis} disetujui. {lagi}",
        tombol=(*berikutnya(k, desa), Tombol("Periksa", perintah("periksa")), Tombol("Tim", perintah("tim"))),
    )
