"""How sure: which topic is the likeliest, and whether the question is one of ours at all.

The weights were fitted on the ways of asking (each held back in turn) and on the develop questions in
tests/data/faq/soal, never on the hold-out; `python -m bench faq` shows what they are worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from data.faq.bukti import Bukti, liput
from data.faq.indeks import Indeks
from data.faq.pertanyaan import Bagian

JAWAB = 0.55
"""From here on the likeliest topic is the answer; below, the person chooses."""
SEKATA = 0.9
"""The same for a question of a single sense: 'blt' may ask anything about it."""
UNGGUL = 1.6
"""How many times the chance of the next one it must be, too."""
URUSAN_KITA = -0.9
"""What the evidence that it is our affair must come to."""
RAGU = 0.5
"""Below this the person chooses, though one topic is the likeliest by far."""
URUSAN = (-10.5, 4.0, -1.1, -2.5, 6.3, -8.6, 6.1, 2.9)
"""What each piece of that evidence weighs, in the order of `ciri`."""
BANYAK, KITA = 8, 10.0
"""Senses, and evidence of theirs together, from which on more says no more."""
PERSIS = 0.95
"""A question this near to a way of asking is ours, whatever else its words belong to: an editor's new topic, too."""
TERLEMAH = 1.0
"""A question whose every known word is as common as 'desa' asks nothing."""
DITANYA = 0.6
"""What a topic covers at least of a sense that somebody asks it about."""


@dataclass(frozen=True)
class Peringkat:
    bukti: Bukti
    nilai: float
    peluang: float
    """Of being the one that is meant, if any of them is."""


def nilai(b: Bukti) -> float:
    return 6.9 * b.frasa + 7.2 * b.tiga + 11.2 * b.liput + 3.7 * b.huruf + 2.8 * b.pokok + 1.2 * b.aspek - 2.7 * b.lain


def urutkan(semua: Sequence[Bukti], tambahan: dict[int, float] | None = None) -> list[Peringkat]:
    """The best first. `tambahan` is what some topics are worth beyond their evidence."""
    angka = {b.topik: nilai(b) + (tambahan or {}).get(b.topik, 0.0) for b in semua}
    urut = sorted(semua, key=lambda b: (-angka[b.topik], b.topik))
    paling = angka[urut[0].topik] if urut else 0.0
    jumlah = sum(exp(satu - paling) for satu in angka.values())
    return [Peringkat(b, angka[b.topik], exp(angka[b.topik] - paling) / jumlah) for b in urut]


def urusan_kita(bagian: Sequence[Bagian], peringkat: Sequence[Peringkat], luar: float, indeks: Indeks) -> float:
    """Above URUSAN_KITA it is ours. `luar` is how near the question is to one that is not."""
    if not peringkat or max((b.bobot for b in bagian if b.sebagai), default=0.0) < TERLEMAH:
        return -9.0
    hasil = sum(berat * satu for berat, satu in zip(URUSAN, ciri(bagian, peringkat[0], luar, indeks), strict=True))
    frasa = peringkat[0].bukti.frasa
    return max(hasil, RAGU) if frasa >= PERSIS and frasa > luar else hasil


def ciri(bagian: Sequence[Bagian], pertama: Peringkat, luar: float, indeks: Indeks) -> tuple[float, ...]:
    ditanya = {b.kata for b in bagian if liput(b, indeks.liput[pertama.bukti.topik]) >= DITANYA}
    semua = sum(b.bobot for b in bagian)
    return (
        1.0,
        pertama.nilai / 10,
        sum(b.bobot for b in bagian if not b.sebagai) / semua,
        sum(b.bobot for b in bagian if b.luar and b.kata not in ditanya) / semua,
        min(len(bagian), BANYAK) / BANYAK,
        luar,
        max(-1.0, min(sum(indeks.kita.get(b.kata, 0.0) for b in bagian) / KITA, 1.0)),
        pertama.peluang,
    )


def kepastian(urusan: float, peluang: float) -> float:
    """0 to 1, for people who compare."""
    return round(peluang / (1 + exp(-urusan)), 3)
