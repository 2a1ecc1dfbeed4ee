"""/register_ubah: one field of a thing, picked and answered."""

from __future__ import annotations

from typing import Any

from data.desa import Desa
from data.katalog.register import Bidang, JenisRegister
from data.register import Register
from data.register.baca import jenis_dari
from data.register.isi import Nilai
from handlers import isian
from handlers.berdua import SEMULA, berubah_sejak, tanya_ganti
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.register.bidang import BolehKosong, sebut, simpan
from handlers.register.kait import kait
from handlers.register.kartu import kartu
from handlers.register.pasang import sesudah
from handlers.register.sebut import NOMOR, PEMBACA, tak_ada, tanya_nomor

DIBACA = "Ini bisa Anda baca; yang mengubahnya pendamping desa itu."


def baca_nomor(teks: str, d: Dialog, desa: Desa) -> bool:
    """'AL-2611-0003 manfaat'"""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
        if sisa := teks[cocok.end() :].split():
            d.keadaan.jawaban["bagian"] = sisa[0].lower()
    return False


def ambil(apa: str, d: Dialog, desa: Desa) -> Register | Kabar:
    """The thing that is meant, where the person may change it; else what is said."""
    nomor = d.ask("nomor", tanya_nomor(apa)).upper().strip().lstrip("#")
    r = desa.register.ambil(nomor)
    if r is None:
        return Kabar(tak_ada(nomor))
    return r if desa.register.boleh_ubah(r) else Kabar(kartu(r, d, desa, DIBACA))


@dialog(
    "register_ubah",
    help="Ubah isi register",
    untuk=PEMBACA,
    menu=False,
    baca=baca_nomor,
    ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None,
    pengenal=frozenset({"nomor", "bagian", SEMULA}),
)
def register_ubah(d: Dialog, desa: Desa) -> Kabar:
    r = ambil("diubah", d, desa)
    if isinstance(r, Kabar):
        return r
    jenis = jenis_dari(r.jenis)
    bidang = d.ask("bagian", _tanya_bagian(r, jenis, desa))
    lama = r.isi.get(bidang.kunci)
    disela = bidang.jenis != "foto" and berubah_sejak(d, f"{r.nomor} {bidang.kunci}", lama)
    nilai = d.ask(bidang.kunci, _tanya_isi(r, bidang, d, desa), bidang.label)
    if bidang.jenis == "foto":
        n = desa.register.tambah_foto(r, isian.kolom_foto(nilai))
        kata = f"{n} foto ditambahkan." if n else "Foto itu sudah ada."
    elif disela and lama not in (None, simpan(nilai)) and not d.ask("ganti", _tanya_ganti(bidang, lama, nilai)):
        return Kabar(kartu(r, d, desa, f"Baik, {bidang.label} tetap seperti itu."))
    else:
        berubah = desa.register.ubah(r, {bidang.kunci: simpan(nilai)})
        kata = f"{bidang.label} sudah diubah." if berubah else f"{bidang.label} memang sudah begitu."
    return Kabar(sesudah(r.nomor, "ubah", kata, d, desa), f"{bidang.label} {r.nomor} sudah diubah.")


def _tanya_bagian(r: Register, jenis: JenisRegister, desa: Desa) -> Question[Bidang]:
    """With what each of them says now; what is still empty can be filled in here too."""
    foto = len(desa.register.foto(r))
    ket = {b.kunci: sebaris(sebut(b, r.isi.get(b.kunci)), 60) or "belum diisi" for b in jenis.bidang}
    ket |= {b.kunci: f"{foto} foto" if foto else "belum ada" for b in jenis.bidang if b.jenis == "foto"}
    pilihan = [Pilihan(b.kunci, b.label, b, ket[b.kunci]) for b in jenis.bidang]
    return Choice(f"{sebaris(r.judul, 80)}: bagian mana yang diubah?", pilihan)


def _tanya_ganti(b: Bidang, lama: Nilai, nilai: Any) -> Question[bool]:
    return tanya_ganti(b.label, sebaris(sebut(b, lama), 200), sebaris(sebut(b, simpan(nilai)), 200) or "kosong")


def _tanya_isi(r: Register, b: Bidang, d: Dialog, desa: Desa) -> Question[Any]:
    sekarang = sebut(b, r.isi.get(b.kunci))
    tanya: Question[Any] = kait(r).tanya(r, b, sebaris(sekarang, 300), d, desa)
    return BolehKosong(tanya) if sekarang and not b.wajib else tanya
