"""/terjawab and /belum_jelas: the asker's word on a person's answer."""

from __future__ import annotations

from data.desa import Desa
from data.orang import SEMUA
from data.pertanyaan_isi import DIJAWAB, Pertanyaan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Text
from handlers.dialog.tombol import perintah
from handlers.tanya.sebut import NOMOR, PERTANYAAN, baca_nomor, kabar_penanggap, tak_ada
from handlers.tanya.tanyakan import LAIN

CUKUP = f"Pertanyaan ini sudah dijawab lagi. Kalau masih kurang, boleh bertanya langsung ke {LAIN}."
MENUNGGU = "Pertanyaan itu sedang menunggu jawaban."


@dialog("terjawab", help="Jawaban membantu", untuk=SEMUA, langsung=True, menu=False)
def terjawab(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    q = desa.pertanyaan.sendiri(cocok[1]) if cocok else None
    if q is None:
        return Kabar(tak_ada(cocok[1].upper() if cocok else "itu"))
    if q.status != DIJAWAB:
        return Kabar(Pesan(MENUNGGU, tombol=(PERTANYAAN,)))
    desa.pertanyaan.nilai(q, membantu=True)
    return Kabar(Pesan("Syukurlah. Terima kasih sudah memberi tahu.", tombol=(Tombol("Menu", perintah("menu")),)))


@dialog(
    "belum_jelas", help="Jawaban belum jelas", untuk=SEMUA, baca=baca_nomor, pengenal=frozenset({"nomor"}), menu=False
)
def belum_jelas(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", Text("Pertanyaan nomor berapa?", "Contoh: Q-2611-0004. Nomornya ada di pertanyaan."))
    nomor = nomor.upper().removeprefix("#")[:20]
    q = desa.pertanyaan.sendiri(nomor)
    if q is None:
        return Kabar(tak_ada(nomor))
    if q.status != DIJAWAB or q.ulang:
        return Kabar(Pesan(CUKUP if q.status == DIJAWAB else MENUNGGU, tombol=(PERTANYAAN,)))
    teks = d.ask("lanjutan", Text("Bagian mana yang belum jelas?", "Contoh: Mintanya ke siapa?", maksimal=500))
    return Kabar(_tanya_lagi(q, teks, desa), f"{nomor} ditanyakan lagi.")


def _tanya_lagi(q: Pertanyaan, teks: str, desa: Desa) -> Pesan:
    ke = desa.pertanyaan.tanya_lagi(q, teks)
    baru = desa.pertanyaan.sendiri(q.nomor)
    assert baru is not None
    if ke:
        kepala = "Jawabannya belum jelas bagi penanya."
        kabari(desa, ke.orang_id, kabar_penanggap(baru, desa.pertanyaan.nama(q.orang_id), kepala), f"lagi:{q.nomor}")
        return Pesan("Baik, saya tanyakan lagi. Jawabannya datang ke sini.", tombol=(PERTANYAAN,))
    return Pesan(
        f"Belum ada pendamping yang bisa dihubungi sekarang; pertanyaannya saya simpan. Boleh juga ke {LAIN}.",
        tombol=(PERTANYAAN,),
    )
