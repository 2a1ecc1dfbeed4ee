"""/putusan: the card of one decision, its whole history, and the states that need no word."""

from __future__ import annotations

from data.desa import Desa
from data.keputusan import Keputusan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.keputusan.kartu_putusan import SEKETIKA, kartu_putusan, sebut_perubahan
from handlers.keputusan.pasang import pasang
from handlers.keputusan.sebut import NOMOR, PEMBACA, TINDAK_LANJUT, tak_ada
from handlers.tim.lihat import HALAMAN, baca_lihat


@dialog(
    "putusan",
    help="Lihat satu keputusan",
    untuk=PEMBACA,
    langsung=True,
    menu=False,
    ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None,
)
def putusan(d: Dialog, desa: Desa) -> Kabar:
    """'P-2611-0012', 'P-2611-0012 berjalan', 'P-2611-0012 riwayat h2'"""
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        return Kabar(Pesan("Keputusan nomor berapa? Contoh: /putusan P-2611-0012", tombol=(TINDAK_LANJUT,)))
    k = desa.keputusan.ambil(cocok[1])
    if k is None:
        return Kabar(tak_ada(cocok[1]))
    kata = d.argumen[cocok.end() :].lower().split()
    if "riwayat" in kata:
        return Kabar(_riwayat(k, baca_lihat(d.argumen).halaman, d, desa))
    status = next((satu for satu in SEKETIKA if satu in kata), "")
    if status and desa.keputusan.boleh_tandai(k):
        return Kabar(pasang(k, status, d, desa))
    return Kabar(kartu_putusan(k, d, desa, lain="lainnya" in kata))


def _riwayat(k: Keputusan, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """One line more than a page is read, to know whether there is another."""
    semua = desa.keputusan.riwayat(k, mulai=(halaman - 1) * HALAMAN, batas=HALAMAN + 1)
    tombol = []
    if len(semua) > HALAMAN:
        tombol.append(Tombol("Lebih lama ›", perintah(f"putusan {k.nomor} riwayat h{halaman + 1}")))
    if halaman > 1:
        tombol.append(Tombol("‹ Lebih baru", perintah(f"putusan {k.nomor} riwayat h{halaman - 1}")))
    teks = "\n".join(sebut_perubahan(p, d) for p in semua[:HALAMAN]) or "Riwayatnya sudah habis sampai di sini."
    kartu = Tombol("Lihat keputusan", perintah(f"putusan {k.nomor}"))
    return Pesan(teks, judul=f"Riwayat {k.nomor}", tombol=(*tombol, kartu))
