"""One assessment, what a village has of them, and the villages of a place."""

from __future__ import annotations

from collections.abc import Sequence

from data.desa import Desa
from data.katalog.kemandirian import UNSUR, muat_kemandirian
from data.kemandirian import Kemandirian
from data.wilayah import Wilayah
from handlers.bumdes.ikhtisar import jelajah_pandang, sebut_pandang
from handlers.bumdes.tempat import Pandang
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.kemandirian.sebut import (
    BUKAN_INDEKS,
    SEMUA,
    sebut_forum,
    sebut_hadirin,
    sebut_kelompok,
    sebut_status,
    sebut_tren,
    seringkas,
    tiga,
)
from handlers.kemandirian.ubahan import sebut_ubahan
from handlers.register.sebut import di_mana
from handlers.tim.lihat import HALAMAN, Lihat, selembar


def kartu(k: Kemandirian, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    tren = sebut_tren(desa.kemandirian.tren(k))
    baris = [
        f"{sebut_kelompok(k.kelompok)}, {di_mana(k.desa, desa)}, {k.tahun}",
        sebut_forum(k),
        *([f"Yang ikut: {sebut_hadirin(k)}"] if k.peserta is not None else []),
    ]
    isi = [
        kepala,
        "\n".join(baris),
        "\n".join(tiga(k)),
        "\n".join(["Dari tahun ke tahun (material, intelektual, pendampingan):", *tren]) if tren else "",
        f"Langkah berikutnya menurut mereka: {sebaris(k.berikut, 600)}" if k.berikut else "",
        f"Catatan: {sebaris(k.catatan, 600)}" if k.catatan else "",
        f"{BUKAN_INDEKS}\nDicatat {k.penulis}, {sebut_saat(k.dibuat, d.orang.zona)}",
    ]
    return Pesan(
        "\n\n".join(b for b in isi if b), judul=f"Kemandirian {k.nomor}", tombol=(*_tindakan(k, desa), _sedesa(k.desa))
    )


def _tindakan(k: Kemandirian, desa: Desa) -> tuple[Tombol, ...]:
    jawaban = Tombol("Lihat jawabannya", perintah(f"kemandirian {k.nomor} jawaban"))
    riwayat = Tombol("Riwayat", perintah(f"kemandirian {k.nomor} riwayat"))
    if not desa.kemandirian.boleh_ubah(k):
        return (jawaban, riwayat)
    lanjut = (Tombol("Tindak lanjuti", perintah(f"kemandirian_lanjut {k.nomor}")),) if k.berikut else ()
    ubah = Tombol("Ubah", perintah(f"kemandirian_ubah {k.nomor}"))
    hapus = Tombol("Hapus", perintah(f"kemandirian_hapus {k.nomor}"))
    return (*lanjut, jawaban, ubah, riwayat, hapus)


def _sedesa(kode: str) -> Tombol:
    return Tombol("Kemandirian desa", perintah(f"kemandirian {kode}"))


def jawaban(k: Kemandirian) -> Pesan:
    """Each question with the picture that they chose; of one that is asked no more nothing is told."""
    semua = muat_kemandirian()
    bagian = []
    for unsur in UNSUR:
        baris = [f"• {s.label}: {s.tingkat[k.isi[s.kunci] - 1].nama}" for s in semua.tentang(unsur) if s.kunci in k.isi]
        bagian.append("\n".join([semua.menurut_kode(unsur).nama, *baris]))
    kartu_ = Tombol("Lihat kartu", perintah(f"kemandirian {k.nomor}"))
    return Pesan("\n\n".join(bagian), judul=f"Jawaban {k.nomor}", tombol=(kartu_,))


def riwayat(k: Kemandirian, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """One line more than a page is read, to know whether there is another."""
    semua = desa.kemandirian.riwayat(k, mulai=(halaman - 1) * HALAMAN, batas=HALAMAN + 1)
    kata = f"kemandirian {k.nomor} riwayat h"
    maju = (Tombol("Lebih lama ›", perintah(f"{kata}{halaman + 1}")),) if len(semua) > HALAMAN else ()
    mundur = (Tombol("‹ Lebih baru", perintah(f"{kata}{halaman - 1}")),) if halaman > 1 else ()
    teks = "\n".join(sebut_ubahan(u, d.orang.zona) for u in semua[:HALAMAN])
    return Pesan(
        teks or "Riwayatnya sudah habis sampai di sini.",
        judul=f"Riwayat {k.nomor}",
        tombol=(*maju, *mundur, Tombol("Lihat kartu", perintah(f"kemandirian {k.nomor}"))),
    )


def kartu_desa(di: Wilayah, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """The latest of each group first; Indeks Desa beside it, never in it."""
    semua = desa.kemandirian.daftar(di.kode)
    tahun = d.hari_ini.year
    status = next(iter(desa.indeks_desa.semua(di.kode)), None)
    indeks = f"Indeks Desa{f' {status.tahun}' if status else ''}: {sebut_status(status)}"
    tampak, ini, lembar = selembar(semua, halaman)
    ada = sum(k.tahun == tahun for k in semua)
    teks = f"{ada} penilaian tahun {tahun}." if ada else f"Tahun {tahun} belum ada penilaian."
    pandang = Pandang(Lihat(), di)
    return Pesan(
        f"{teks} Warga menilai dirinya sendiri, setahun sekali, dalam musdes atau FGD.\n\n{indeks}",
        judul=f"Kemandirian, {sebut_tempat(di)}",
        daftar=tuple(
            Butir(f"{k.tahun} {sebut_kelompok(k.kelompok)}"[:40], perintah(f"kemandirian {k.nomor}"), seringkas(k))
            for k in tampak
        ),
        tombol=(*_isi(di, desa), *jelajah_pandang("kemandirian", pandang, ini, lembar), *_lain(di.kode, semua)),
    )


def _isi(di: Wilayah, desa: Desa) -> tuple[Tombol, ...]:
    boleh = desa.kemandirian.boleh_tambah(di.kode)
    return (Tombol("Isi bersama warga", perintah(f"kemandirian_baru {di.kode}")),) if boleh else ()


def _lain(kode: str, semua: Sequence[Kemandirian]) -> tuple[Tombol, ...]:
    xlsx = (Tombol("Unduh Excel", perintah(f"kemandirian {kode} xlsx")),) if semua else ()
    return (Tombol("Indeks Desa", perintah(f"indeks_desa {kode}")), *xlsx, SEMUA)


def ikhtisar(p: Pandang, d: Dialog, desa: Desa) -> Pesan:
    """Who has done it this year; villages that have not stand first."""
    tahun = d.hari_ini.year
    ada = desa.kemandirian.pada([w.kode for w in p.desa], tahun)
    urut = sorted(p.desa, key=lambda w: (len(ada.get(w.kode, ())), w.kode))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    kata = f"{len(ada)} dari {len(urut)} sudah menilai diri tahun {tahun}. Yang belum disebut dulu."
    return Pesan(
        kata if urut else "Belum ada desa yang tercatat di sini.",
        judul=f"Kemandirian, {sebut_pandang(p)}" if urut else "Kemandirian",
        daftar=tuple(
            Butir(w.nama, perintah(f"kemandirian {w.kode}"), _sebut(ada.get(w.kode, []), tahun)) for w in tampak
        ),
        tombol=(
            *jelajah_pandang("kemandirian", p, ini, lembar),
            Tombol("Indeks Desa", perintah(f"indeks_desa {p.kode}".strip())),
            Tombol("Unduh Excel", perintah(f"kemandirian {p.kode} xlsx".replace("  ", " "))),
        ),
    )


def _sebut(semua: Sequence[Kemandirian], tahun: int) -> str:
    if not semua:
        return f"{tahun} belum"
    return f"{len(semua)} kelompok" if len(semua) > 1 else f"{sebut_kelompok(semua[0].kelompok)}: {seringkas(semua[0])}"


def berkas(kode: str) -> Berkas:
    return Berkas(f"kemandirian-{kode or 'desa'}.xlsx", "kemandirian_xlsx", {"kode": kode})
