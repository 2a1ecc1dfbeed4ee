"""/tanyakan: a question that nothing here answers goes to the person who serves the asker's village."""

from __future__ import annotations

from data.desa import Desa
from data.faq import cari
from data.orang import PD, SEMUA
from data.penanggap import Penanggap
from data.pertanyaan import SEHARIAN, TERBUKA
from data.pertanyaan_isi import Pertanyaan
from data.wilayah import Wilayah, dari_kode
from handlers.bergabung.cari_tempat import CariTempat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Text, default
from handlers.dialog.questions.text import bersih
from handlers.dialog.tombol import perintah
from handlers.tanya.sebut import AMAN, PERTANYAAN, kabar_penanggap, kasus
from handlers.tanya.soal import terbaca

PENDEK, PANJANG = 8, 1000
"""Letters of a question: fewer ask nothing."""
BARUSAN = 15 * 60
"""Seconds in which what somebody asked is still the question."""
PENUH = {
    "terbuka": f"Masih ada {TERBUKA} pertanyaan Anda yang menunggu jawaban. Tunggu salah satunya dulu, ya.",
    "hari": f"Sudah {SEHARIAN} pertanyaan hari ini. Besok boleh bertanya lagi, ya.",
}
LAIN = "kantor desa, BPD, atau Dinas PMD kabupaten"
"""Where else one can ask."""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if len(teks) <= PANJANG and sum(huruf.isalnum() for huruf in teks) >= PENDEK:
        d.keadaan.jawaban["pertanyaan"] = bersih(teks)
    return False


@dialog(
    "tanyakan",
    help="Tanyakan ke pendamping",
    untuk=SEMUA,
    kata=("tanya pendamping", "tanyakan ke pendamping", "tanyakan pendamping"),
    baca=_baca,
    menu=False,
)
def tanyakan(d: Dialog, desa: Desa) -> Kabar:
    if penuh := desa.pertanyaan.penuh():
        return Kabar(Pesan(PENUH[penuh], tombol=(PERTANYAAN,)))
    if not d.keadaan.tanya and not d.keadaan.jawaban and (soal := barusan(d, desa)):
        d.keadaan.jawaban["pertanyaan"] = soal  # it has just begun: what was asked is what is meant
    teks = d.ask("pertanyaan", _tanya_teks())
    kode = d.ask("desa", tanya_desa_warga(desa, desa.pertanyaan.desa_terakhir()))
    d.review(_ringkasan(teks, kode, d), simpan="Kirim")
    q, ke = desa.pertanyaan.tanyakan(teks, kode, _topik(teks), desa.tujuan)
    if ke:
        kabari(desa, ke.orang_id, kabar_penanggap(q, desa.pertanyaan.nama(q.orang_id)), f"tanya:{q.nomor}")
    return Kabar(_terkirim(q, ke), f"{q.nomor} sudah dikirim.")


def barusan(d: Dialog, desa: Desa) -> str:
    """What they asked last, if it was just now and there is enough of it."""
    soal = desa.tanya.ditanyakan()
    cukup = soal and d.kini - soal.waktu <= BARUSAN and sum(huruf.isalnum() for huruf in soal.teks) >= PENDEK
    return soal.teks if soal and cukup else ""


def _tanya_teks() -> Text:
    return Text(
        "Apa yang mau ditanyakan? Tulis dengan kata-kata sendiri.",
        petunjuk="Contoh: Kalau jalan desa rusak, siapa yang memperbaiki?",
        minimal=PENDEK,
        maksimal=PANJANG,
    )


def tanya_desa_warga(desa: Desa, terakhir: str) -> Question[str]:
    """The one named last, or one's only own, is a tap away."""
    cari_desa = CariTempat("Di desa mana? Ketik nama desa dan kecamatannya.")
    milik = [w.kode for w in desa.dampingan()[:2]]
    kode = terakhir or (milik[0] if len(milik) == 1 else "")
    return default(cari_desa, kode) if kode else cari_desa


def sebut_desa_lengkap(kode: str) -> str:
    """'Sukamaju, Cibeber'"""
    tempat: Wilayah | None = dari_kode(kode)
    return f"{tempat.nama}, {tempat.kecamatan}" if tempat else kode


def _ringkasan(teks: str, kode: str, d: Dialog) -> str:
    """Who serves there is nobody's to know before it is asked."""
    siapa = d.orang.nama if d.orang.sudah_setuju else f"{d.orang.samaran} (nama Anda tidak disebut)"
    return (
        f"“{teks}”\n\nDesa: {sebut_desa_lengkap(kode)}\nDari: {siapa}\n\n"
        "Pertanyaan ini disimpan dan dibaca pendamping desa yang bertugas di sana. Kirim?"
    )


def _topik(teks: str) -> str:
    """Slug of the nearest topic; '' where there is none."""
    temuan = cari(terbaca(teks))
    return temuan.slug or next(iter(temuan.pilihan), "")


def _terkirim(q: Pertanyaan, ke: Penanggap | None) -> Pesan:
    di = sebut_desa_lengkap(q.desa)
    if ke is None:
        teks = (
            f"Maaf, belum ada pendamping {di} yang bisa dihubungi lewat sini, jadi belum ada yang membacanya. "
            "Pertanyaannya saya simpan; begitu ada yang bertugas, ia langsung melihatnya.\n\n"
            f"Sambil menunggu, boleh juga bertanya ke {LAIN}."
        )
    elif ke.peran == PD:
        teks = f"Terkirim ke Pendamping Desa di kecamatan, yang menjawab untuk {di}. Jawabannya datang ke sini."
    else:
        teks = (
            f"Terkirim ke Pendamping Lokal Desa {di}. Jawabannya datang ke sini. "
            "Kalau dua hari kerja belum dijawab, saya teruskan ke Pendamping Desa di kecamatan."
        )
    aman = f"\n\n{AMAN}" if kasus(q) else ""
    return Pesan(f"{teks}{aman}", judul=f"Pertanyaan {q.nomor}", tombol=(PERTANYAAN, Tombol("Menu", perintah("menu"))))
