"""Finding the topic that answers what somebody typed, without a language model.

Evidence for each topic (bukti.py) is weighed (yakin.py): sure, nearly, or no question for us.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from data.bahasa import inti_kata
from data.bahasa.kosakata import muat_kosakata
from data.faq.aspek import baca_aspek
from data.faq.biasa import muat_biasa
from data.faq.bukti import kumpulkan
from data.faq.ejaan import Ejaan
from data.faq.indeks import Biasa, Indeks, susun
from data.faq.lanjutan import SEDIKIT, Lanjutan, baca_lanjutan, sambung
from data.faq.latar import baca_latar
from data.faq.luar import muat_luar
from data.faq.muat import Katalog, Topik, muat_faq
from data.faq.pertanyaan import urai
from data.faq.temuan import Temuan
from data.faq.yakin import JAWAB, RAGU, SEKATA, UNGGUL, URUSAN_KITA, kepastian, urusan_kita, urutkan

PILIHAN = 3
TERJAUH = 0.01
"""What another topic's chance must be, to be offered beside the answer."""
PASTI = 0.75
"""A whole question this clear is not taken for a continuation."""
DEKAT_TERAKHIR = 1.4
"""What the last topic and its neighbours are worth beyond their evidence, when it is asked on."""
LANJUT = -2.5
"""What the evidence that it is our affair must come to when the last topic is asked on."""
TERBANYAK = 40
"""Senses that are read."""


@dataclass(frozen=True)
class Pencari:
    katalog: Katalog
    indeks: Indeks
    ejaan: Ejaan

    def cari(self, teks: str, terakhir: str | None = None) -> Temuan:
        lanjutan = baca_lanjutan(teks)
        topik = self.katalog.topik.get(terakhir or "")
        if topik and not lanjutan.isi and lanjutan.bagian != "jawab":
            return Temuan("jawab", topik.slug, bagian=lanjutan.bagian, score=1.0)
        sendiri = self._sendiri(teks, lanjutan)
        if topik is None or not lanjutan.isi or len(lanjutan.isi) > SEDIKIT:
            return sendiri
        if sendiri.jenis == "jawab" and sendiri.score >= PASTI and not lanjutan.dibuka:
            return sendiri
        bersama = self._lanjut(lanjutan.isi, topik)
        return sendiri if bersama.jenis == "tidak" else self._bagian(bersama, lanjutan)

    def _sendiri(self, teks: str, lanjutan: Lanjutan) -> Temuan:
        """As a question of its own. Some topics are about the law itself: there the words that ask for it count too."""
        latar, aspek = baca_latar(teks), baca_aspek(teks)
        semua = self._cari(inti_kata(teks), latar=latar, aspek=aspek)
        if lanjutan.bagian == "jawab" or not lanjutan.isi:
            return semua
        tanpa = self._cari(lanjutan.isi, latar=latar, aspek=aspek)
        lebih = tanpa.slug == semua.slug or tanpa.score > semua.score
        return self._bagian(tanpa, lanjutan) if tanpa.jenis == "jawab" and lebih else semua

    def _lanjut(self, isi: Sequence[str], terakhir: Topik) -> Temuan:
        bagian = urai(isi, self.indeks.idf, self.ejaan.mirip)
        if any(b.luar for b in bagian) or not any(b.sebagai for b in bagian):
            return Temuan("tidak")
        dekat = {self.indeks.nomor[slug]: DEKAT_TERAKHIR for slug in (terakhir.slug, *terakhir.terkait)}
        return self._cari(sambung(isi, terakhir), dekat)

    def _cari(
        self,
        kata: Sequence[str],
        tambahan: dict[int, float] | None = None,
        *,
        latar: frozenset[str] = frozenset(),
        aspek: frozenset[str] = frozenset(),
    ) -> Temuan:
        bagian = urai(kata[:TERBANYAK], self.indeks.idf, self.ejaan.mirip, latar)
        bukti, luar = kumpulkan(bagian, self.indeks, aspek, tambahan or ())
        peringkat = urutkan(bukti, tambahan)
        urusan = urusan_kita(bagian, peringkat, luar, self.indeks)
        if urusan < (LANJUT if tambahan else URUSAN_KITA):
            return Temuan("tidak")
        pertama = peringkat[0]
        score = kepastian(urusan, pertama.peluang)
        slug = [self.indeks.slug[p.bukti.topik] for p in peringkat[:PILIHAN] if p is pertama or p.peluang >= TERJAUH]
        kedua = peringkat[1].peluang if len(peringkat) > 1 else 0.0
        satu_kata = len(bagian) == 1 and len(slug) > 1
        hanya_pelaku = satu_kata and bagian[0].kata in muat_kosakata().pelaku
        cukup = pertama.peluang >= max(SEKATA if satu_kata else JAWAB, UNGGUL * kedua)
        if cukup and urusan >= (LANJUT if tambahan else RAGU) and not hanya_pelaku:
            return Temuan("jawab", slug[0], tuple(slug[1:]), score=score)
        return Temuan("pilihan", "", tuple(slug), score=score)

    def _bagian(self, temuan: Temuan, lanjutan: Lanjutan) -> Temuan:
        """How it was before is only asked of a topic that says it."""
        if lanjutan.bagian == "dulu" and not (temuan.slug and self.katalog.topik[temuan.slug].dulu):
            return temuan
        return replace(temuan, bagian=lanjutan.bagian) if temuan.jenis == "jawab" else temuan


def susun_pencari(katalog: Katalog, biasa: Biasa | None = None) -> Pencari:
    """`biasa`: the words people used before; None: those that are known."""
    indeks = susun(list(katalog.topik.values()), muat_luar(), biasa or muat_biasa())
    return Pencari(katalog, indeks, Ejaan(indeks.idf))


@cache
def _bawaan() -> Pencari:
    return susun_pencari(muat_faq())


@dataclass
class _Terpasang:
    """What answers in this process, and how often that was replaced."""

    pencari: Pencari | None = None
    versi: int = 0


_terpasang = _Terpasang()


def siapkan() -> Pencari:
    """Reads the catalogue and makes the index, once per process: half a second that nobody should wait for."""
    return _terpasang.pencari or _bawaan()


def pasang(pencari: Pencari | None) -> None:
    """From now on this one answers, with what editors have changed (data/faq/suntingan.py); None: the catalogue's."""
    _terpasang.pencari, _terpasang.versi = pencari, _terpasang.versi + 1


def cari(teks: str, *, terakhir: str | None = None) -> Temuan:
    """The topic that answers `teks`. `terakhir` is the slug that was answered last in this chat."""
    return _cari(_terpasang.versi, teks, terakhir)


@lru_cache(maxsize=256)
def _cari(versi: int, teks: str, terakhir: str | None) -> Temuan:
    return siapkan().cari(teks, terakhir)
