"""/pertanyaan: what waits for an answer where one serves, the oldest first; and one's own questions."""

from __future__ import annotations

from data.desa import Desa
from data.orang import SEMUA
from data.pertanyaan_isi import DIJAWAB, MENUNGGU, Pertanyaan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tanya.sebut import NOMOR, PERTANYAAN, nama_desa, tak_ada, tombol_jawab, umur
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, selembar

TANYAKAN = Tombol("Tanyakan", perintah("tanyakan"))


@dialog(
    "pertanyaan",
    help="Lihat pertanyaan warga",
    untuk=SEMUA,
    kata=("pertanyaan warga", "pertanyaan saya"),
    langsung=True,
    menu=False,
)
def pertanyaan(d: Dialog, desa: Desa) -> Kabar:
    """'', 'h2', 'Q-2611-0004'"""
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        return Kabar(_daftar(d, desa))
    nomor = cocok[1].upper()
    if q := desa.pertanyaan.sendiri(nomor):
        return Kabar(_kartu_sendiri(q, d))
    q = desa.pertanyaan.ambil(nomor)
    return Kabar(kartu(q, d, desa) if q else tak_ada(nomor))


@dialog("tarik_pertanyaan", help="Tarik pertanyaan", untuk=SEMUA, langsung=True, menu=False)
def tarik_pertanyaan(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    q = desa.pertanyaan.sendiri(cocok[1]) if cocok else None
    if q is None:
        return Kabar(tak_ada(cocok[1].upper() if cocok else "itu"))
    if desa.pertanyaan.tarik(q):
        return Kabar(Pesan("Pertanyaannya ditarik, jadi tidak perlu dijawab lagi.", tombol=(TANYAKAN, PERTANYAAN)))
    return Kabar(_kartu_sendiri(q, d))


def _daftar(d: Dialog, desa: Desa) -> Pesan:
    """Those to answer first, then one's own."""
    untuk, milik = desa.pertanyaan.menunggu(), desa.pertanyaan.milik()
    tampak, ini, lembar = selembar([*untuk, *milik], baca_lihat(d.argumen).halaman)
    teks = []
    if desa.pertanyaan.wilayah:
        teks.append(
            f"{len(untuk)} pertanyaan warga menunggu jawaban." if untuk else "Tidak ada pertanyaan warga yang menunggu."
        )
    if milik or not teks:
        teks.append(f"{len(milik)} pertanyaan dari Anda." if milik else "Belum ada pertanyaan dari Anda.")
    return Pesan(
        " ".join([*teks, *(["Ketuk untuk membuka."] if tampak else [])]),
        judul="Pertanyaan",
        daftar=tuple(_butir(q, d) for q in tampak),
        tombol=(*jelajah("pertanyaan", Lihat(), ini, lembar), TANYAKAN),
    )


def _butir(q: Pertanyaan, d: Dialog) -> Butir:
    naik = ", sudah diteruskan" if q.naik else ""
    ket = f"{nama_desa(q.desa)}, {umur(q.sejak, d.kini)}{naik}"
    if q.orang_id == d.orang.id:
        ket = f"dari Anda, {'sudah dijawab' if q.status == DIJAWAB else 'menunggu'}"
    return Butir(sebaris(q.teks, 40) or q.nomor, perintah(f"pertanyaan {q.nomor}"), ket)


def kartu(q: Pertanyaan, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    """As those see it who may answer."""
    menunggu = q.status == MENUNGGU
    keadaan = f"Menunggu: {umur(q.sejak, d.kini)}" if menunggu else f"Dijawab {desa.pertanyaan.nama(q.oleh)}"
    jawaban = f"\n\nJawaban: {sebaris(q.jawaban, 1500)}" if q.jawaban else ""
    teks = f"“{q.teks}”\n\nDari: {desa.pertanyaan.nama(q.orang_id)}\nDesa: {nama_desa(q.desa)}\n{keadaan}{jawaban}"
    return Pesan(
        f"{kepala}\n\n{teks}".strip(),
        judul=f"Pertanyaan {q.nomor}",
        tombol=(*((tombol_jawab(q),) if menunggu else ()), PERTANYAAN),
    )


def _kartu_sendiri(q: Pertanyaan, d: Dialog) -> Pesan:
    keadaan = {
        MENUNGGU: f"Menunggu jawaban: {umur(q.sejak, d.kini)}.",
        DIJAWAB: f"Jawaban dari pendamping desa:\n{sebaris(q.jawaban, 1500)}",
    }.get(q.status, "Sudah ditarik.")
    tarik = (Tombol("Tarik", perintah(f"tarik_pertanyaan {q.nomor}")),) if q.status == MENUNGGU else ()
    return Pesan(f"“{q.teks}”\n\n{keadaan}", judul=f"Pertanyaan {q.nomor}", tombol=(*tarik, PERTANYAAN))
