"""/jawab: who serves a village answers its question in chat; the answer goes back to where it was asked."""

from __future__ import annotations

from dataclasses import dataclass

from data.desa import Desa
from data.faq import cari, siapkan, susun_jawaban
from data.pertanyaan import PENJAWAB
from data.pertanyaan_isi import MENUNGGU, Pertanyaan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Templat, Tombol
from handlers.dialog.question import Layar, Opsi, Prompt
from handlers.dialog.questions import Text
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tanya.pertanyaan import kartu
from handlers.tanya.sebut import AMAN, NOMOR, PERTANYAAN, baca_nomor, kasus, tak_ada
from handlers.tanya.soal import terbaca

PANJANG = 1500
TOPIK = "topik"
SUDAH = "Pertanyaan ini sudah dijawab, jadi jawaban Anda tidak dikirim."


def _bernomor(teks: str) -> bool:
    return NOMOR.fullmatch(teks.strip()) is not None


@dialog(
    "jawab",
    help="Jawab pertanyaan warga",
    untuk=PENJAWAB,
    baca=baca_nomor,
    ketik=_bernomor,
    pengenal=frozenset({"nomor"}),
    menu=False,
)
def jawab(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", Text("Pertanyaan nomor berapa?", "Contoh: Q-2611-0004. Nomornya ada di pertanyaan."))
    nomor = nomor.upper().removeprefix("#")[:20]
    q = desa.pertanyaan.ambil(nomor)
    if q is None:
        return Kabar(tak_ada(nomor))
    if q.status != MENUNGGU:
        return Kabar(kartu(q, d, desa, "Pertanyaan ini sudah dijawab."))
    teks = d.ask("jawaban", TanyaJawaban(*_kata(q)))
    aman = f"\n\nDitambahkan: {AMAN}" if _perlu_aman(q, teks) else ""
    d.review(f"Pertanyaan: “{sebaris(q.teks, 300)}”\n\nJawaban: {teks}{aman}\n\nKirim?", simpan="Kirim")
    if not desa.pertanyaan.jawab(q, teks, usulkan=not kasus(q)):
        return Kabar(kartu(desa.pertanyaan.ambil(nomor) or q, d, desa, SUDAH))
    sampai = kabari(desa, q.orang_id, _kabar(q, teks, d), f"jawab:{nomor}:{q.ulang}", (q.kanal, q.tujuan))
    kabar = "Terkirim ke penanya." if sampai else "Tersimpan. Penanya belum punya alamat aktif; ia melihatnya nanti."
    terkirim = Pesan(f"{kabar} Terima kasih.", judul=f"Pertanyaan {nomor}", tombol=(PERTANYAAN,))
    return Kabar(terkirim, f"{nomor} dijawab.")


@dataclass(frozen=True)
class TanyaJawaban(Text):
    """Free text, or the answer of the nearest topic with one tap."""

    topik: str = ""

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, (Opsi("Kirim jawaban topik", TOPIK),) if self.topik else ())

    def read(self, masukan: Masukan, layar: Layar) -> str:
        return self.topik if masukan.pilih == TOPIK and self.topik else super().read(masukan, layar)


def _kata(q: Pertanyaan) -> tuple[str, str, int, int, str]:
    """The question, its hint, the shortest and the longest answer, and the nearest topic's answer."""
    temuan = cari(terbaca(q.teks))  # only what it is sure of: a mere likeness would be sent by mistake
    topik = siapkan().katalog.topik.get(temuan.slug)
    isi = susun_jawaban(topik) if topik else ""
    isi = isi if len(isi) <= PANJANG else ""
    dekat = f"\n\nTopik terdekat: {topik.judul}.\n{sebaris(isi, 400)}" if topik and isi else ""
    kata = f"“{sebaris(q.teks, 400)}”\n\nApa jawabannya? Tulis dengan bahasa sehari-hari.{dekat}"
    return kata, "Tulis jawabannya, paling banyak 1.500 huruf.", 2, PANJANG, isi


def _perlu_aman(q: Pertanyaan, teks: str) -> bool:
    """An individual case, and the answer itself does not say where to go."""
    return kasus(q) and not ("LAPOR!" in teks and "Inspektorat" in teks)


def _kabar(q: Pertanyaan, teks: str, d: Dialog) -> Pesan:
    aman = f"{AMAN}\n\n" if _perlu_aman(q, teks) else ""
    lagi = (Tombol("Belum jelas", perintah(f"belum_jelas {q.nomor}")),) if q.ulang == 0 else ()
    return Pesan(
        f"“{sebaris(q.teks, 300)}”\n\n{teks}\n\n{aman}"
        f"Jawaban dari pendamping desa {d.orang.nama}, bukan keputusan resmi.",
        judul=f"Jawaban {q.nomor}",
        tombol=(Tombol("Membantu", perintah(f"terjawab {q.nomor}")), *lagi),
        templat=Templat("kd_jawaban", (q.nomor,)),
    )
