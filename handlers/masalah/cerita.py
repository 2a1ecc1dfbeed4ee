"""What happened, in somebody's own words: enough of them to act on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.bahasa import kata_kata
from handlers.dialog.questions import Text
from handlers.dialog.tolak import Tolak
from handlers.tanya.soal import mirip_tanya

PANJANG = 1000
KATA, HURUF = 2, 5
"""Different words and letters, fewer of which tell nothing."""
MAKIAN = frozenset(
    {"anjing", "anjir", "bangsat", "babi", "goblok", "tolol", "bodoh", "setan", "brengsek", "kampret", "monyet", "asu"}
    | {"sialan", "bajingan", "keparat", "kontol", "memek", "jancok", "cok", "tai", "kamu", "kau", "lu", "lo", "dasar"}
    | {"kalian", "semua", "tes", "test", "coba", "halo"}
)
"""Words that alone say nothing that could be seen to."""
LAGI = "Boleh diceritakan sedikit lagi? Apa yang terjadi, di mana, dan sejak kapan."

_MELAPOR = re.compile(
    r"(?:(?:halo|permisi|maaf|pak|bu|min|kak|saya|kami|aku)[\s,]+)*(?:mau|ingin|hendak|izin|numpang|ada)\s+"
    r"(?:me)?(?:lapor(?:kan)?|ngadu(?:kan)?|masalah)\b\s+\S",
    re.IGNORECASE,
)


def mau_lapor(teks: str) -> bool:
    """'saya mau lapor jembatan putus', and no question where to."""
    return _MELAPOR.match(teks.strip()) is not None and not mirip_tanya(teks) and len(teks) <= PANJANG


def bercerita(teks: str) -> bool:
    """Only letters count: a number or a code tells nothing, whatever it is."""
    kata = {k for k in kata_kata(teks[:PANJANG]) if k.isalpha()}
    huruf = {h for k in kata for h in k}
    return len(kata) >= KATA and len(huruf) >= HURUF and not kata <= MAKIAN


@dataclass(frozen=True)
class Cerita(Text):
    petunjuk: str = "Contoh: Jembatan di Dusun Dua putus sejak Senin, anak sekolah memutar jauh."
    maksimal: int = PANJANG

    def _periksa(self, teks: str) -> str:
        teks = super()._periksa(teks)
        if not bercerita(teks):
            raise Tolak(f"{LAGI} {self.petunjuk}")
        return teks
