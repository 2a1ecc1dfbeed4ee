"""Looking for words. Outside the person's scope there is nothing, and nothing that was deleted is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.bahasa import akar_kata, kata_kata
from data.bahasa.baca import saring
from data.lingkup import SEMUA_WILAYAH, Lingkup, syarat
from data.pencarian.cuplikan import cuplikan
from data.pencarian.indeks import Indeks
from data.pencarian.kata import TERBANYAK, Dicari, dengan_awalan, kata_dicari, kata_panjang, memuat
from data.pencarian.naskah import HIDUP, JENIS, KEPUTUSAN, MASALAH, MUSDES, naskah
from data.pencarian.tanda import TANDA_JENIS, tanda_orang, tanda_tahun, tanda_tempat
from data.store import Param, Row, Tx

TERHITUNG = 500
"""Things that are counted and put in order; of more, those that were written down last."""
SEDIKIT = 8
"""With fewer, the last word may also be the beginning of one: slow where many words begin so."""
CONTOH = 200
"""Things whose words a slip is held against: those written down last."""
TERPENDEK = 4
"""Letters of a word that can be a slip: of fewer, every word would do for every other."""
_ADA = " ".join(f"WHEN '{apa}' THEN EXISTS (SELECT 1 FROM {HIDUP[apa]} AND x.id = c.acuan)" for apa in JENIS)


@dataclass(frozen=True)
class Temuan:
    apa: str
    nomor: str
    desa: str
    """A village's code; the kecamatan's for what is of several."""
    tanggal: str
    milik: bool
    """One's own."""
    cuplikan: str


@dataclass(frozen=True)
class Hasil:
    jumlah: int = 0
    lebih: bool = False
    """There are more than were counted."""
    sebagian: bool = False
    """Nothing has all of the words; these have some."""
    temuan: tuple[Temuan, ...] = ()
    menurut_jenis: dict[str, int] = field(default_factory=dict)
    menurut_tahun: dict[int, int] = field(default_factory=dict)
    """The latest first."""


class CariQ(Indeks):
    def __init__(self, tx: Tx, lingkup: Lingkup) -> None:
        super().__init__(tx)
        self._lingkup = lingkup

    def temukan(
        self, teks: str, *, desa: str = "", tahun: int = 0, apa: str = "", batas: int = 8, mulai: int = 0
    ) -> Hasil:
        """What has all the words; where nothing has, what has most of them. Then the newest first.

        Without words, whatever there is of that village, year and kind.
        """
        kata = kata_dicari(teks)
        if not (kata or desa or tahun or apa):
            return Hasil()
        tanda = _tanda(desa, tahun, apa)
        rows = self._baris([*kata, *tanda])
        if len(rows) < SEDIKIT:
            kata = dengan_awalan(kata, teks)
            rows = self._baris([*kata, *tanda])
        sebagian = not rows and len(kata) > 1
        if sebagian:
            rows = self._baris([tuple(d for satu in kata for d in satu), *tanda])
        semua = rows[:TERHITUNG]
        nilai = self._nilai(semua, kata) if sebagian else dict.fromkeys((r["id"] for r in semua), 0)
        semua.sort(key=lambda r: (nilai[r["id"]], r["tanggal"], r["id"]), reverse=True)
        tahun_ = Counter(int(r["tanggal"][:4]) for r in semua)
        jenis = Counter(r["apa"] for r in semua)
        return Hasil(
            jumlah=len(semua),
            lebih=len(rows) > TERHITUNG,
            sebagian=sebagian and bool(semua),
            temuan=tuple(self._temuan(semua[mulai : mulai + batas], kata)),
            menurut_jenis={apa: jenis[apa] for apa in JENIS if jenis[apa]},
            menurut_tahun=dict(sorted(tahun_.items(), reverse=True)),
        )

    def dekat(self, teks: str) -> str:
        """The same with words that do occur in place of those that may be slips; '' where there is no such word."""
        kata = kata_kata(teks)[:TERBANYAK]
        salah = {k for k in kata if not self._dikenal(k)}
        pilihan = self._tertulis() if salah else ()
        betul = [_terdekat(k, pilihan) if k in salah else k for k in kata]
        return " ".join(betul) if salah and all(betul) else ""

    def _dikenal(self, kata: str) -> bool:
        """It occurs, or says nothing, or is too short to be a slip."""
        akar = saring(akar_kata(kata))
        return len(kata) < TERPENDEK or not kata.isalpha() or all(self._baris([(a,)], 0) for a in akar)

    def _tertulis(self) -> list[str]:
        """Words as people wrote them of late, the most frequent first."""
        rows = self._baris([], CONTOH)
        teks = self._nama({r["desa"] for r in rows})
        for apa in JENIS:
            ada = naskah(self._tx, apa, [int(r["acuan"]) for r in rows if r["apa"] == apa])
            teks += [n.teks for n in ada.values()]
        hitung = Counter(k for satu in teks for k in kata_panjang(satu) if len(k) >= TERPENDEK and k.isalpha())
        return [k for k, _ in hitung.most_common()]

    def _baris(self, dicari: Sequence[Dicari], batas: int = TERHITUNG) -> list[Row]:
        """At most one more than `batas`, those written down last first."""
        cocok = self._tx.text_match("cari", "akar", [*dicari, self._tanda_lingkup()])
        boleh, params = self._boleh()
        return self._tx.all(
            f"SELECT c.id, c.apa, c.acuan, c.orang_id, c.desa, c.tanggal FROM {cocok.source} "
            f"WHERE {cocok.condition} AND {boleh} AND CASE c.apa {_ADA} END ORDER BY {cocok.newest} LIMIT ?",
            (cocok.param, *params, batas + 1),
        )

    def _boleh(self) -> tuple[str, list[Param]]:
        """One's own, and what confirmed assignments open; of several villages, through any of them."""
        sini, kode = syarat("c.desa", self._lingkup.baca)
        warga, melayani = syarat("c.desa", self._lingkup.melayani)
        sana, _ = syarat("d.desa", self._lingkup.baca)
        musdes = (
            f"(c.apa = '{MUSDES}' AND EXISTS (SELECT 1 FROM musdes_desa d WHERE d.musdes_id = c.acuan AND {sana})) "
            f"OR (c.apa = '{KEPUTUSAN}' AND EXISTS (SELECT 1 FROM keputusan k JOIN musdes_desa d "
            f"ON d.musdes_id = k.musdes_id WHERE k.id = c.acuan AND {sana}))"
        )
        sini = f"({sini} AND (c.apa <> '{MASALAH}' OR {warga}))"
        return f"(c.orang_id = ? OR {sini} OR {musdes})", [self._lingkup.orang_id, *kode, *melayani, *kode, *kode]

    def _tanda_lingkup(self) -> Dicari:
        if SEMUA_WILAYAH in self._lingkup.baca:
            return tuple(TANDA_JENIS.values())
        return (tanda_orang(self._lingkup.orang_id), *map(tanda_tempat, sorted(self._lingkup.baca)))

    def _nilai(self, rows: Sequence[Row], kata: Sequence[Dicari]) -> dict[int, int]:
        """By id, how many of the words it has."""
        ids = [r["id"] for r in rows]
        isi = self._tx.all(f"SELECT id, akar FROM cari WHERE id IN ({', '.join('?' * len(ids))})", ids) if ids else []
        return {r["id"]: sum(memuat(r["akar"].split(), satu) for satu in kata) for r in isi}

    def _temuan(self, rows: Sequence[Row], kata: Sequence[Dicari]) -> list[Temuan]:
        isi = {apa: naskah(self._tx, apa, [int(r["acuan"]) for r in rows if r["apa"] == apa]) for apa in JENIS}
        hasil = []
        for r in rows:
            n = isi[r["apa"]][int(r["acuan"])]
            milik = r["orang_id"] == self._lingkup.orang_id
            hasil.append(Temuan(r["apa"], n.nomor, n.desa, n.tanggal, milik, cuplikan(n.bagian, kata)))
        return hasil


def _tanda(desa: str, tahun: int, apa: str) -> list[Dicari]:
    semua = [tanda_tempat(desa)] if desa else []
    semua += [tanda_tahun(tahun)] if tahun else []
    semua += [TANDA_JENIS[apa]] if apa else []
    return [(satu,) for satu in semua]


def _terdekat(kata: str, pilihan: Sequence[str]) -> str:
    """Of several that are as near, the one that occurs most."""
    dekat = process.extractOne(kata, pilihan, scorer=OSA.distance, score_cutoff=1 if len(kata) < 8 else 2)
    return dekat[0] if dekat else ""
