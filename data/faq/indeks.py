"""The topics, ready to be searched: which senses each way of asking has, and how rare each sense is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from data.bahasa import inti_kata
from data.faq.aspek import susun_aspek
from data.faq.muat import Topik

KATA_KUNCI = 0.8
JAWAB = 0.45
"""How much of a sense is covered by a topic that has it only among its `kata`, or only in its answer."""
SATU, TIAP = 0.7, 0.1
"""The same for one way of asking that has it, and what each further one adds, up to 1."""


LUAR = -1
"""The topic of questions that are none of ours."""
SEPERTIGA = 1 / 3
DITEBAK = 2.0
"""How often a sense must be seen before it says much about whether a question is ours."""


@dataclass(frozen=True)
class Frasa:
    """One way of asking, or the title."""

    topik: int
    kata: frozenset[str]
    bobot: float
    """All its senses together."""
    teks: str


@dataclass(frozen=True)
class Indeks:
    slug: Sequence[str]
    idf: Mapping[str, float]
    frasa: Sequence[Frasa]
    _menurut_kata: Mapping[str, Mapping[int, Sequence[int]]]
    """By topic, positions in `frasa`."""
    liput: Sequence[Mapping[str, float]]
    """By topic: how much of each sense it covers."""
    topik_dengan: Mapping[str, Sequence[tuple[int, float]]]
    """The same by sense."""
    pokok: Sequence[Mapping[str, float]]
    """By topic: the senses that many of its ways of asking share, and how many."""
    aspek: Sequence[Mapping[str, float]]
    """By topic: what being asked so says for it."""
    kita: Mapping[str, float]
    """How much likelier each sense is in a question of ours than in others, as a logarithm."""

    @cached_property
    def nomor(self) -> Mapping[str, int]:
        return {slug: n for n, slug in enumerate(self.slug)}

    def frasa_dengan(self, kata: str, topik: Iterable[int]) -> list[int]:
        menurut = self._menurut_kata.get(kata)
        return [n for satu in topik if satu in menurut for n in menurut[satu]] if menurut else []


@dataclass(frozen=True)
class Biasa:
    """What people asked before, as senses: by topic, and what was none of ours."""

    topik: Mapping[str, Sequence[str]]
    luar: Sequence[str] = ()


def susun(topik: Sequence[Topik], luar: Sequence[str] = (), biasa: Biasa | None = None) -> Indeks:
    """`luar` are questions that are none of ours."""
    biasa = biasa or Biasa({})
    terbiasa = [[satu.split() for satu in biasa.topik.get(t.slug, ())] for t in topik]
    tanya = [[*map(inti_kata, (*t.tanya, t.judul)), *biasa_nya] for t, biasa_nya in zip(topik, terbiasa, strict=True)]
    kata = [inti_kata(" . ".join(t.kata)) for t in topik]
    jawab = [inti_kata(t.jawab) for t in topik]
    lain = [*(inti_kata(satu) for satu in luar), *(satu.split() for satu in biasa.luar)]
    idf = _idf([{*kata[n], *(k for satu in tanya[n] for k in satu)} for n in range(len(topik))], [*jawab, *lain])
    frasa = [
        Frasa(n, frozenset(satu), sum(idf[k] for k in set(satu)), " ".join(satu))
        for n, semua in (*enumerate(tanya), (LUAR, lain))
        for satu in semua
    ]
    menurut_kata: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, satu in enumerate(frasa):
        for k in satu.kata:
            menurut_kata[k][satu.topik].append(n)
    liput = [_liput(tanya[n], kata[n], jawab[n]) for n in range(len(topik))]
    topik_dengan: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for n, sebanyak in enumerate(liput):
        for k, nilai in sebanyak.items():
            topik_dengan[k].append((n, nilai))
    return Indeks(
        [t.slug for t in topik],
        idf,
        frasa,
        {k: dict(satu) for k, satu in menurut_kata.items()},
        liput,
        dict(topik_dengan),
        [_pokok(satu) for satu in tanya],
        susun_aspek([t.tanya for t in topik]),
        _kita([satu for semua in tanya for satu in semua], lain),
    )


def _kita(kita: Sequence[Sequence[str]], lain: Sequence[Sequence[str]]) -> dict[str, float]:
    milik, bukan = Counter(k for satu in kita for k in set(satu)), Counter(k for satu in lain for k in set(satu))
    banding = (len(lain) or 1) / (len(kita) or 1)
    return {k: log((milik[k] * banding + DITEBAK / 2) / (bukan[k] + DITEBAK / 2)) for k in {*milik, *bukan}}


def _idf(ditanya: Sequence[set[str]], jawab: Sequence[Sequence[str]]) -> dict[str, float]:
    """How rare; a sense that nobody asks a topic about is as rare as one that is asked about once."""
    jumlah = Counter(k for satu in ditanya for k in satu)
    for satu in jawab:
        for k in set(satu):
            jumlah.setdefault(k, 1)
    return {k: log((len(ditanya) + 1) / (n + 0.3)) for k, n in jumlah.items()}


def _liput(tanya: Sequence[Sequence[str]], kata: Sequence[str], jawab: Sequence[str]) -> dict[str, float]:
    hasil = dict.fromkeys(jawab, JAWAB) | dict.fromkeys(kata, KATA_KUNCI)
    for k, n in Counter(k for satu in tanya for k in set(satu)).items():
        hasil[k] = max(hasil.get(k, 0.0), min(1.0, SATU + TIAP * (n - 1)))
    return hasil


def _pokok(tanya: Sequence[Sequence[str]]) -> dict[str, float]:
    bagian = {k: n / len(tanya) for k, n in Counter(k for satu in tanya for k in set(satu)).items()}
    return {k: n for k, n in bagian.items() if n >= SEPERTIGA}
