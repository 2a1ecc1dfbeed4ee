"""A question in, the answer out: a topic, "Maksud Anda …?", or honestly that it is not known."""

from __future__ import annotations

import re

from data.desa import Desa
from data.faq import Temuan, siapkan
from data.orang import WARGA
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.dialog.turn import PANJANG
from handlers.tanya.kartu_topik import LAPOR, LIHAT, PENDAMPING, isi_topik, kartu_topik
from handlers.tanya.soal import mirip_tanya, soal_desa, tentang_kasus, terbaca
from handlers.tanya.temukan import tema_bersama, temukan

PRIBADI, FORMULIR = "pribadi", "formulir"
PELAN = "Pelan-pelan, ya. Pertanyaannya banyak sekali; tunggu sebentar, lalu tanyakan lagi."
MAKSUD = "Maksud Anda …?"
BELUM_TAHU = (
    "Maaf, yang itu saya belum tahu. Yang saya tahu: aturan tentang desa. "
    "Coba dengan kata lain, tanyakan ke pendamping, atau lihat topiknya."
)
AMAN = (
    "Kalau ini tentang kejadian tertentu, saya tidak bisa menilainya. Jalur yang aman: BPD atau camat, "
    "lalu Inspektorat kabupaten, atau LAPOR! (lapor.go.id)."
)
JELAS = 0.85
"""What words of a facilitator that do not ask must be worth, to be no slip and no report of theirs."""
BERWAKTU = re.compile(
    r"\b(?:kemarin|semalam|barusan|tadi|hari ini|senin|selasa|rabu|kamis|jumat|sabtu|pukul|\d{1,2}[./:]\d{1,2})\b",
    re.IGNORECASE,
)
"""A day or an hour: it tells of something that happened."""
LAPORAN = "Kalau ini laporan kegiatan, kirim lagi dengan kata catat di depannya, ya."


def jawaban(d: Dialog, desa: Desa, teks: str, tempat: str, *, diminta: bool = False) -> Pesan | None:
    """None where there is nothing to say: it is no question, or in a form none that is surely ours.

    `diminta`: it was handed in as a question, so it is answered whatever it looks like.
    """
    soal = terbaca(teks)
    temuan = temukan(soal, desa.tanya.topik_terakhir())
    if not (diminta or _perlu(temuan, soal, d, tempat)):
        return None
    if desa.tanya.terlalu_sering():
        return Pesan(PELAN)
    id_ = desa.tanya.catat(teks, temuan, tempat)
    if temuan.jenis == "jawab":
        return _yakin(temuan, id_, tempat, soal, _ekor(temuan, soal, d, diminta=diminta))
    return _maksud(temuan, soal) if temuan.jenis == "pilihan" else _belum_tahu(soal)


def tempat_pribadi(d: Dialog, desa: Desa) -> str:
    return FORMULIR if desa.percakapan.terbuka(d.orang.id) else PRIBADI


def _perlu(temuan: Temuan, soal: str, d: Dialog, tempat: str) -> bool:
    """What facilitators write is mostly about their work: only what asks, or is plainly a topic, is for us."""
    if tempat == FORMULIR:
        return temuan.jenis == "jawab" or bool(tema_bersama(temuan))
    if mirip_tanya(soal):
        return True
    if d.orang.peran == (WARGA,):
        return temuan.jenis != "tidak" or soal_desa(soal)
    return temuan.jenis == "jawab" and temuan.score >= JELAS and " " in soal and not BERWAKTU.search(soal)


def _yakin(temuan: Temuan, id_: int, tempat: str, soal: str, ekor: str) -> Pesan:
    """In a form without buttons: those beneath it are its own."""
    topik = siapkan().katalog.topik[temuan.slug]
    if tempat == FORMULIR:
        return Pesan(f"{topik.judul}\n{isi_topik(topik, temuan.bagian)}{ekor}")
    kartu = kartu_topik(topik, id_, temuan.bagian, temuan.pilihan)
    lapor = (LAPOR,) if tentang_kasus(soal) else ()
    return Pesan(f"{kartu.teks}{ekor}", judul=kartu.judul, tombol=(*kartu.tombol, *lapor), daftar=kartu.daftar)


def _ekor(temuan: Temuan, soal: str, d: Dialog, *, diminta: bool) -> str:
    """What an answer carries besides: the safe route in somebody's own case, the way back for what was a report."""
    kasus = tentang_kasus(soal) and not siapkan().katalog.topik[temuan.slug].kasus
    tanya = diminta or len(soal) <= PANJANG or d.orang.peran == (WARGA,) or mirip_tanya(soal)
    return f"\n\n{AMAN}" * kasus + f"\n\n{LAPORAN}" * (not tanya)


def _maksud(temuan: Temuan, soal: str) -> Pesan:
    semua = siapkan().katalog.topik
    topik = [semua[slug] for slug in temuan.pilihan]
    baris = [MAKSUD, *(f"• {t.judul}: {t.tanya[0]}" for t in topik)]
    if tentang_kasus(soal):
        baris += ["", AMAN]
    return Pesan("\n".join(baris), tombol=tuple(Tombol(t.judul, perintah(f"topik {t.slug}")) for t in topik))


def _belum_tahu(soal: str) -> Pesan:
    if tentang_kasus(soal):
        return Pesan(f"{BELUM_TAHU}\n\n{AMAN}", tombol=(PENDAMPING, LAPOR, LIHAT))
    return Pesan(BELUM_TAHU, tombol=(PENDAMPING, LIHAT))
