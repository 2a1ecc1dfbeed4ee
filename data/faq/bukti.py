"""How well each topic answers a question: several kinds of evidence, none of which is enough alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz

from data.bahasa.kosakata import muat_kosakata
from data.faq.indeks import LUAR, Indeks
from data.faq.pertanyaan import Bagian

DILIHAT = 12
"""Topics that are looked at closely: those that know most of the question."""
TERDEKAT = 4
"""Ways of asking of each topic that are looked at closely."""


@dataclass(frozen=True)
class Bukti:
    """Each from 0 to 1."""

    topik: int
    frasa: float
    """Senses shared with the nearest way of asking."""
    tiga: float
    """The same, the mean of the nearest three."""
    liput: float
    """How much of the question the topic knows."""
    huruf: float
    """Likeness of letters to the nearest way of asking."""
    pokok: float
    """How much of what the topic is always about is in the question."""
    aspek: float
    """What is asked about it (how long, who, may one ...) as this topic is asked; may be below 0."""
    lain: float
    """How much of whom or what the question names this topic is not about."""


def kumpulkan(
    bagian: Sequence[Bagian], indeks: Indeks, aspek: Iterable[str] = (), dekat: Iterable[int] = ()
) -> tuple[list[Bukti], float]:
    """And how near the question is to one that is none of ours. Topics in `dekat` are looked at in any case."""
    semua = sum(b.bobot for b in bagian) or 1.0
    sebagai = _semua_sebagai(bagian)
    terliput = _terliput(bagian, indeks)
    depan = {*nlargest(DILIHAT, terliput, key=lambda n: (terliput[n], -n)), *dekat}
    frasa = _frasa(bagian, sebagai, semua, indeks, [*depan, LUAR])
    luar = frasa.pop(LUAR, [(0.0, 0)])[0][0]
    teks = " ".join(b.kata for b in bagian)
    pelaku = [b for b in bagian if b.kata in muat_kosakata().pelaku]
    disebut = sum(b.bobot for b in pelaku) or 1.0
    hasil = []
    for n in sorted(depan):
        nilai = frasa.get(n, [])
        hasil.append(
            Bukti(
                n,
                nilai[0][0] if nilai else 0.0,
                sum(v for v, _ in nilai[:3]) / 3,
                terliput.get(n, 0.0) / semua,
                max((fuzz.token_sort_ratio(teks, indeks.frasa[f].teks) for _, f in nilai), default=0.0) / 100,
                _pokok(sebagai, indeks.pokok[n]),
                _rata([indeks.aspek[n][satu] for satu in aspek]),
                sum(b.bobot * (1 - liput(b, indeks.liput[n])) for b in pelaku) / disebut,
            )
        )
    return hasil, luar


def _terliput(bagian: Sequence[Bagian], indeks: Indeks) -> dict[int, float]:
    """By topic, how much of the question it covers."""
    hasil: dict[int, float] = defaultdict(float)
    for b in bagian:
        satu: dict[int, float] = {}
        for k, mirip in b.sebagai.items():
            for n, nilai in indeks.topik_dengan.get(k, ()):
                if mirip * nilai > satu.get(n, 0.0):
                    satu[n] = mirip * nilai
        for n, nilai in satu.items():
            hasil[n] += b.bobot * nilai
    return hasil


def _rata(angka: Sequence[float]) -> float:
    return sum(angka) / len(angka) if angka else 0.0


def _semua_sebagai(bagian: Sequence[Bagian]) -> dict[str, float]:
    hasil: dict[str, float] = {}
    for b in bagian:
        for k, n in b.sebagai.items():
            hasil[k] = max(hasil.get(k, 0.0), n)
    return hasil


def _frasa(
    bagian: Sequence[Bagian],
    sebagai: Mapping[str, float],
    semua: float,
    indeks: Indeks,
    topik: Sequence[int],
) -> dict[int, list[tuple[float, int]]]:
    """By topic: (likeness, way of asking), the nearest first."""
    dengan = {k: indeks.frasa_dengan(k, topik) for k in sebagai}
    sama: dict[int, float] = defaultdict(float)
    tunggal: dict[str, float] = defaultdict(float)
    for b in bagian:
        if len(b.sebagai) == 1:
            for k, mirip in b.sebagai.items():
                tunggal[k] += b.bobot * mirip
        else:
            for n, mirip in _terbaik(b, dengan).items():
                sama[n] += b.bobot * mirip
    for k, mirip in sebagai.items():
        nilai = indeks.idf[k] * mirip + tunggal[k]
        for n in dengan[k]:
            sama[n] += nilai
    hasil: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for n, nilai in sama.items():
        frasa = indeks.frasa[n]
        hasil[frasa.topik].append((nilai / (semua + frasa.bobot), n))
    return {n: nlargest(TERDEKAT, nilai) for n, nilai in hasil.items()}


def _terbaik(bagian: Bagian, dengan: Mapping[str, Sequence[int]]) -> dict[int, float]:
    """How alike the sense is to the nearest one in each way of asking that has any."""
    hasil: dict[int, float] = {}
    for k, mirip in sorted(bagian.sebagai.items(), key=lambda pasangan: pasangan[1]):
        hasil |= dict.fromkeys(dengan[k], mirip)
    return hasil


def liput(bagian: Bagian, topik: Mapping[str, float]) -> float:
    """How much of a sense a topic covers, by `Indeks.liput`."""
    return max((n * topik.get(k, 0.0) for k, n in bagian.sebagai.items()), default=0.0)


def _pokok(sebagai: Mapping[str, float], pokok: Mapping[str, float]) -> float:
    return sum(n * sebagai.get(k, 0.0) for k, n in pokok.items()) / (sum(pokok.values()) or 1.0)
