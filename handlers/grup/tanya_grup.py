"""Questions about the Village Law in a group: only what was asked of us, briefly, with its basis, and never a form."""

from __future__ import annotations

import msgspec

from data.faq import Temuan, siapkan
from data.tanya_umum import rapikan, temukan, tertanya
from handlers.dialog.pesan import Pesan, Tombol
from handlers.grup import kata
from handlers.grup.di_grup import DiGrup
from handlers.tanya.jawab import AMAN
from handlers.tanya.kartu_topik import isi_topik
from handlers.tanya.soal import tentang_kasus

SEMENIT, SEBANYAK = 60, 8
"""So many questions are answered in a group in so many seconds; then there is silence until it is calm again."""
MASIH_INGAT = 300
"""Seconds for which "dasarnya apa?" is about the topic answered last in the group."""
PASTI = 0.6
"""How sure the finder has to be to answer before everybody; what it is less sure of is shown in private."""
KE_TOPIK, KE_TANYA = "t-", "tanya"
"""What a link to the private chat carries: how that to a topic begins (handlers/menu.py), or any question."""


def tanya_grup(d: DiGrup, teks: str) -> Pesan | None:
    """None when the group has asked too much in a minute."""
    teks = rapikan(teks)
    if not teks:
        return Pesan(kata.TANYA_APA)
    sudah = d.tanya.sejak(d.grup.id, d.kini - SEMENIT)
    if sudah >= SEBANYAK:
        return None
    temuan = _pasti(temukan(teks, d.tanya.terakhir(d.grup.id, d.kini - MASIH_INGAT)))
    d.tanya.catat([tertanya(teks, temuan, d.kini, d.grup.kanal, "grup", grup=d.grup.id)])
    pesan = _jawab(temuan, teks)
    if sudah < SEBANYAK - 1:
        return pesan
    return msgspec.structs.replace(pesan, teks=f"{pesan.teks}\n\n{kata.TANYA_JEDA}")


def _pasti(temuan: Temuan) -> Temuan:
    """What is less than sure is chosen from, in private: a group that talks of its work is soon misunderstood."""
    if temuan.jenis != "jawab" or temuan.score >= PASTI:
        return temuan
    return Temuan("pilihan", "", (temuan.slug, *temuan.pilihan), score=temuan.score)


def _jawab(temuan: Temuan, teks: str) -> Pesan:
    if temuan.jenis == "jawab":
        topik = siapkan().katalog.topik[temuan.slug]
        isi = isi_topik(topik, temuan.bagian)
        return _pribadi(f"{isi}\n\n{kata.TANYA_KASUS}") if topik.kasus else Pesan(isi)
    aman = f"\n\n{AMAN}" if tentang_kasus(teks) else ""
    if temuan.jenis == "tidak":
        return _pribadi(f"{kata.TANYA_TIDAK}{aman}")
    topik_dekat = [siapkan().katalog.topik[slug] for slug in temuan.pilihan]
    return Pesan(
        f"{kata.TANYA_PILIH}{aman}", tombol=tuple(Tombol(t.judul, "", mulai=KE_TOPIK + t.slug) for t in topik_dekat)
    )


def _pribadi(teks: str) -> Pesan:
    return Pesan(teks, tombol=(Tombol(kata.BUKA_PRIBADI, "", mulai=KE_TANYA),))
