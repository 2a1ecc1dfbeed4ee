"""/unduh: what, where, when; then a workbook of it, made beside the turns."""

from __future__ import annotations

from collections.abc import Iterator

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from handlers.bumdes.tempat import bertanya
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.normal import rapikan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import perintah
from handlers.kerja.mulai import mulai
from handlers.unduh.macam import LENGKAP, MACAM, REGISTER, Macam, macam_untuk, register_untuk
from handlers.unduh.masa import TanyaMasa, cari_jangka, rentang, sebut_jangka
from handlers.unduh.minta import Minta, banyak
from handlers.unduh.takar import TERBANYAK, sebut_takar
from handlers.unduh.tempat import cari_tempat, sebut_wilayah, tanya_tempat

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
PEKERJAAN = "unduh_xlsx"
SEMUA_REGISTER = "semua"
PENDEK = 60
"""Characters: nothing longer is a wish."""
SAMBUNG = frozenset({"di", "untuk", "dari", "masa", "pada", "data", "xlsx", "excel"})
"""Words between what, where and when."""
BELUM = Pesan(
    "Yang bisa diunduh nanti terlihat di sini, sesudah tugas Anda disahkan koordinator.",
    tombol=(Tombol("Menu", perintah("menu")),),
)


def _ketik(sisa: str) -> bool:
    """Without a slash only what begins with a kind: "unduh aplikasi DRP di …" is a report."""
    return len(sisa) <= PENDEK and not bertanya(sisa) and _macam(rapikan(sisa).lower(), None) is not None


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'kegiatan sukamaju oktober', 'register 32.03.03 2026-t3'"""
    jawaban = d.keadaan.jawaban
    sisa = " ".join(rapikan(teks[:PENDEK]).lower().split())
    if ketemu := _macam(sisa, desa):
        kata, isi = ketemu
        jawaban |= isi
        sisa = sisa.removeprefix(kata)
    try:
        jangka, sisa = cari_jangka(sisa, d.hari_ini)
    except Tolak:
        d.keadaan.titipan["masa"] = Masukan(teks=sisa)  # the question says why not
        jangka, sisa = None, ""
    if jangka:
        jawaban["masa"] = jangka.kode
    if nama := " ".join(k for k in sisa.split() if k not in SAMBUNG):
        _isi_tempat(nama, d, desa)
    return bool(jawaban)


def _isi_tempat(nama: str, d: Dialog, desa: Desa) -> None:
    """Of several the question asks; of none it says so."""
    semua = cari_tempat(nama, desa)
    if len(semua) == 1:
        d.keadaan.jawaban["di"] = semua[0].id
    elif semua:
        d.keadaan.sementara["di"] = [p.id for p in semua[:8]]
    else:
        d.keadaan.titipan["di"] = Masukan(teks=nama)


def _macam(teks: str, desa: Desa | None) -> tuple[str, dict[str, str]] | None:
    """The longest of all names with which it begins, and what it answers."""
    cocok = [(kata, isi) for kata, isi in _kata(desa) if f"{teks} ".startswith(f"{kata} ")]
    return max(cocok, key=lambda c: len(c[0]), default=None)


def _kata(desa: Desa | None) -> Iterator[tuple[str, dict[str, str]]]:
    for m in macam_untuk(desa) if desa else (LENGKAP, *MACAM):
        for kata in (m.kode, m.label.lower(), *m.kata):
            yield kata, {"apa": m.kode}
    for j in register_untuk(desa) if desa else ():
        for kata in {
            f"register {j.kode}",
            f"register {j.nama.lower()}",
            f"register {j.sebutan}",
            j.nama.lower(),
            j.sebutan,
            *j.kata,
        }:
            yield kata, {"apa": REGISTER, "register": j.kode}


@dialog(
    "unduh",
    help="Unduh data (Excel)",
    untuk=PEMBACA,
    kata=("unduh data", "unduh excel", "unduh xlsx", "excel"),
    menu=False,
    baca=_baca,
    ketik=_ketik,
)
def unduh(d: Dialog, desa: Desa) -> Kabar:
    if not desa.unduh.tempat:
        return Kabar(BELUM)
    minta = _tanya(d, desa)
    lembar = banyak(minta, desa, TERBANYAK)
    n = sum(lembar.values())
    if not n or n > TERBANYAK:
        return Kabar(_terlalu(minta, n, desa))
    teks = f"{minta.apa[0].upper()}{minta.apa[1:]}\nDi: {sebut_wilayah(minta.kode, desa)}\n"
    teks += f"Masa: {sebut_jangka(minta.jangka)}\n\n{sebut_takar(n)}. Saya siapkan?"
    d.review(teks, simpan="Siapkan")
    sebut = minta.sebut(desa)
    return Kabar(mulai(desa, PEKERJAAN, minta.bahan, sebut), f"{sebut} sudah diminta.")


def _tanya(d: Dialog, desa: Desa) -> Minta:
    macam = d.ask("apa", _tanya_apa(desa), "Isi")
    register = d.ask("register", _tanya_register(desa)) if macam.kode == REGISTER else ""
    di = d.ask("di", tanya_tempat(desa), "Di mana")
    jangka = d.ask("masa", TanyaMasa())
    if jangka is None:
        dari = d.ask("dari", Date("Dari tanggal berapa?", arah="lalu"), "Dari tanggal")
        jangka = rentang(dari, d.ask("sampai", Date("Sampai tanggal berapa?", arah="lalu"), "Sampai tanggal"))
    return Minta(macam, register, di, jangka)


def _tanya_apa(desa: Desa) -> Question[Macam]:
    pilihan = [Pilihan(m.kode, m.label, m, kata=m.kata) for m in macam_untuk(desa)]
    return Choice("Unduh apa?", pilihan, petunjuk="Pilih dari daftar, contoh: kegiatan, musdes, atau semua.")


def _tanya_register(desa: Desa) -> Question[str]:
    semua = Pilihan(SEMUA_REGISTER, "Semua register", "", kata=("semua",))
    pilihan = [Pilihan(j.kode, j.nama, j.kode, kata=(j.sebutan, *j.kata)) for j in register_untuk(desa)]
    return Choice("Register yang mana?", [semua, *pilihan])


def _terlalu(m: Minta, n: int, desa: Desa) -> Pesan:
    """Nothing, or more than one file can carry: what to ask for instead."""
    awal = " ".join(k for k in ("unduh", m.macam.kode, m.register, m.di) if k)
    tombol = (Tombol("Masa lain", perintah(awal)), Tombol("Pilih dari awal", perintah("unduh")))
    apa = f"{m.apa}, {sebut_wilayah(m.kode, desa)}, {sebut_jangka(m.jangka)}"
    if not n:
        return Pesan(f"Belum ada isinya: {apa}. Coba masa atau wilayah yang lebih luas.", tombol=tombol)
    return Pesan(
        f"Lebih dari {ejaan_angka(TERBANYAK)} baris: {apa}. Satu berkas tidak memuatnya. Pilih masa yang lebih pendek, "
        "wilayah yang lebih kecil, atau satu jenis saja; sisanya diunduh sesudahnya.",
        tombol=tombol,
    )
