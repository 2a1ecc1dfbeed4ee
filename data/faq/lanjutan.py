"""Which part of a topic is asked for, and what is asked on after an answer: 'kalau BPD?', 'dasarnya apa?'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.bahasa import inti_kata, kata_kata
from data.bahasa.baca import bakukan
from data.bahasa.kosakata import muat_kosakata
from data.faq.muat import Topik
from data.faq.temuan import Bagian

_DASAR = re.compile(
    r"\b(dasar|landasan|payung) hukum(nya)?( apa)?\b|\b(apa )?dasarnya( apa)?$"
    r"|^(apa )?(dasar|aturan|pasal|uu)(nya)?( apa)?$|\bpasal (berapa|apa|mana)\b|\bdiatur (di )?(mana|pasal|uu)\b"
    r"|\b(uu|aturan|peraturan)(nya)? (yang )?(mana|nomor berapa)$"
)
_DULU = re.compile(
    r"\b(aturan |uu |peraturan )?yang (lama|dulu|sebelumnya)\b|\b(aturan|ketentuan|peraturan) (lama|dulu|sebelumnya)\b"
    r"|\b(zaman )?dulu(nya)? (berapa|bagaimana|apa|siapa|kapan|kan)\b|^(dulu|sebelumnya|dulunya)\b"
    r"|\bsebelum (uu|2024)\b( 3)?( 2024)?"
)
_PEMBUKA = frozenset({"kalau", "terus", "untuk"})
SEDIKIT = 3
"""Words: who says more has asked a whole question."""


@dataclass(frozen=True)
class Lanjutan:
    """A message as the continuation of what was answered last."""

    bagian: Bagian
    isi: tuple[str, ...]
    """Its senses, without those that only say which part is asked for."""
    dibuka: bool
    """It begins as a continuation does: 'kalau ...', 'terus ...'."""


def baca_lanjutan(teks: str) -> Lanjutan:
    kata = bakukan(kata_kata(teks))
    dibuka = any(satu in _PEMBUKA for satu in kata[:2])
    polos = " ".join(kata)
    for bagian, pola in _POLA:
        sisa, banyak = pola.subn(" ", polos)
        if banyak:
            return Lanjutan(bagian, tuple(inti_kata(sisa)), dibuka)
    return Lanjutan("jawab", tuple(inti_kata(polos)), dibuka)


_POLA: tuple[tuple[Bagian, re.Pattern[str]], ...] = (("dasar", _DASAR), ("dulu", _DULU))


def sambung(isi: Sequence[str], terakhir: Topik) -> list[str]:
    """The words of a short question, with what the last topic said that it leaves out: 'kalau BPD?' keeps what was
    asked and changes whom about, 'berapa lama?' the other way round."""
    pelaku = muat_kosakata().pelaku
    konteks = [*inti_kata(terakhir.judul), *inti_kata(terakhir.tanya[0])]
    if pelaku & set(isi):
        konteks = [k for k in konteks if k not in pelaku]
    elif pelaku & set(konteks):
        konteks = [k for k in konteks if k in pelaku]
    return list(dict.fromkeys([*isi, *konteks]))
