"""What a kader's card says and offers besides what every register's does; and what becomes of it when duty ends."""

from __future__ import annotations

from typing import Any

from data.desa import Desa
from data.kader import BIDANG, GIAT, KADER, Jalan, UsulLatih
from data.katalog.kader import muat_kader
from data.katalog.register import Bidang
from data.musdes.rekaman import Musdes
from data.orang import tanggal_lokal
from data.register import Register
from handlers.bergabung.nama_orang import tanya_nama
from handlers.bergabung.sebut_tugas import sebut_singkat
from handlers.dialog.dialog import Dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kader.sebut import sebut_hari, sebut_kurang
from handlers.register.bidang import pertanyaan
from handlers.register.kait import KAIT, Kait

DULU = 3
"""Of what could come next, as many as stand on the card."""


def _baris(r: Register, d: Dialog, desa: Desa) -> tuple[str, ...]:
    jalan = desa.kader.jalan(r)
    baris = [_pelatihan(jalan, d)]
    if r.ditutup is None:
        sendiri = r.milik == d.orang.id
        baris = [_berikut(jalan, sendiri=sendiri), *baris, _akun(r, d, desa), _belum(r, jalan, desa)]
    return tuple(b for b in baris if b)


def _berikut(jalan: Jalan, *, sendiri: bool) -> str:
    """`sendiri`: said to the kader, whom nobody needs to bring along."""
    if jalan.siap:
        return f"Siap ke langkah {jalan.siap.nama.lower()}: {sebut_kurang(jalan, jalan.siap)}."
    if anak := jalan.berikut:
        return f"Berikutnya {anak.nama.lower()}: {sebut_kurang(jalan, anak)}. {'' if sendiri else anak.ajakan}".strip()
    return "Sudah di langkah teratas: melatih yang lain."


def _pelatihan(jalan: Jalan, d: Dialog) -> str:
    if not jalan.latih:
        return ""
    banyak = jalan.ada(muat_kader().tangga[0])
    return f"Pelatihan: {banyak}, terakhir {sebut_hari(jalan.latih, d.hari_ini)} ({sebaris(jalan.topik, 60)})"


def _akun(r: Register, d: Dialog, desa: Desa) -> str:
    if r.milik == d.orang.id:
        return "Ini kartu Anda"
    if desa.kader.bertugas(r):
        return "Akun: sudah bergabung di sini"
    if undangan := desa.kader.undangan(r):
        sampai = sebut_hari(tanggal_lokal(undangan.habis, d.orang.zona).isoformat(), d.hari_ini)
        return f"Akun: undangannya menunggu, sampai {sampai}"
    return ""


def _belum(r: Register, jalan: Jalan, desa: Desa) -> str:
    apa = [nama for kunci, nama in (("musdes", "musdes pemilihnya"), ("sk", "nomor SK")) if kunci not in r.isi]
    if desa.kader.basi(jalan):
        apa.append("pelatihan setahun ini")
    return f"Belum ada: {', '.join(apa)}" if apa else ""


def _tombol(r: Register, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    kegiatan = Tombol("Kegiatan", perintah(f"kader {r.nomor} kegiatan"))
    if r.milik == d.orang.id and not desa.register.boleh_ubah(r):
        return (Tombol("Catat kegiatan", perintah("giat")), kegiatan)
    if not desa.register.boleh_ubah(r) or r.ditutup is not None:
        return (kegiatan,)
    return (*_langkah(r, desa)[:DULU], kegiatan)


def _langkah(r: Register, desa: Desa) -> list[Tombol]:
    """What would do the most good first."""
    jalan, hasil = desa.kader.jalan(r), []
    if (siap := jalan.siap) and desa.lingkup.boleh_mendampingi(r.desa):
        hasil.append(Tombol(f"Naik: {siap.nama}", perintah(f"kader_naik {r.nomor} {siap.kode}")))
    if "musdes" not in r.isi and (m := musdes_pemilih(r.desa, desa)):
        hasil.append(Tombol(f"Dipilih {m[0].nomor}", perintah(f"kader_musdes {r.nomor} {m[0].nomor}")))
    if "sk" not in r.isi:
        hasil.append(Tombol("Isi SK", perintah(f"kader_sk {r.nomor}")))
    if latih := desa.kader.usul_latih(r):
        hasil.append(tombol_latih(r, latih[0]))
    if desa.kader.boleh_undang(r):
        hasil.append(_masuk(r, desa))
    return hasil


def _masuk(r: Register, desa: Desa) -> Tombol:
    """Somebody of the same name who is here already is not invited again."""
    if any(nama.casefold() == r.judul.casefold() for _, nama in desa.kader.akun(r)):
        return Tombol("Hubungkan akunnya", perintah(f"kader_akun {r.nomor}"))
    return Tombol("Undang", perintah(f"kader_undang {r.nomor}"))


def tombol_latih(r: Register, u: UsulLatih) -> Tombol:
    """Two trainings of one day are told apart by their number."""
    return Tombol(f"Ikut {u.nomor}", perintah(f"kader_latih {r.nomor} {u.nomor}"))


def musdes_pemilih(kode: str, desa: Desa) -> list[Musdes]:
    """Musyawarah of that village that chose kader, the latest first."""
    return [m for m in desa.musdes.daftar(kode, 0) if m.jenis == muat_kader().musdes_pilih]


def _sesudah(r: Register, apa: str, d: Dialog, desa: Desa) -> str:
    if apa == "keadaan" and r.ditutup is not None and r.milik is not None and desa.kader.akhiri(r):
        teks = (
            f"Tugas Anda sebagai KPMD di {sebut_singkat([r.desa])} berakhir hari ini. Terima kasih atas kerjanya. "
            "Yang Anda catat tetap tersimpan."
        )
        kabari(desa, r.milik, Pesan(teks), f"kader:{r.nomor}:akhir:{d.kini}")
        return "Tugasnya di Kawan Desa berakhir hari ini; yang sudah dicatat tetap ada."
    return ""


def _baris_giat(g: Register, d: Dialog, desa: Desa) -> tuple[str, ...]:
    induk = desa.register.menurut_id(g.induk) if g.induk is not None else None
    return (f"Kader: {sebaris(induk.judul, 60)} ({induk.nomor})",) if induk else ()


def _tombol_giat(g: Register, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    induk = desa.register.menurut_id(g.induk) if g.induk is not None else None
    return (Tombol("Kartu kadernya", perintah(f"kader {induk.nomor}")),) if induk else ()


def _tombol_bidang(b: Register, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    return (Tombol("Kader desa ini", perintah(f"kader {b.desa}")),)


def _tanya(r: Register, b: Bidang, sekarang: str, d: Dialog, desa: Desa) -> Question[Any]:
    """A name is asked as wherever people are named: no number passes for one."""
    if b.kunci == "nama":
        return tanya_nama(f"{b.tanya}\nSekarang: {sekarang}")
    return pertanyaan(b, sekarang)


KAIT[KADER] = Kait(_baris, _tombol, _sesudah, _tanya)
KAIT[GIAT] = Kait(_baris_giat, _tombol_giat)
KAIT[BIDANG] = Kait(tombol=_tombol_bidang)
