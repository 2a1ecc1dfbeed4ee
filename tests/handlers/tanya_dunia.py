"""What the finder finds, for tests of conversations: a few questions, always the same whatever else it learns."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from data.faq import Temuan
from data.faq.lanjutan import baca_lanjutan
from handlers.tanya.soal import terbaca

JABATAN = Temuan("jawab", "kades-masa-jabatan", score=0.9)
BPD = Temuan("jawab", "bpd-masa-jabatan", score=0.9)
DANA = Temuan("pilihan", pilihan=("dd-2026-fokus", "dd-2027", "dd-2026-larangan"), score=0.6)
UMUM = Temuan("pilihan", pilihan=("info-tenggat", "blt-2026-besaran", "pilkades-tahapan"), score=0.4)
BLT = Temuan("jawab", "blt-2026-besaran", score=0.9)
LAMA: dict[str, Temuan] = {
    "kalau bpd?": BPD,
    "dana desa?": JABATAN,
    "kalau dana desa?": JABATAN,
    "berapa lama?": JABATAN,
    "istri kades?": JABATAN,
}
"""What goes on from the topic before it, rightly or not."""
KATA: tuple[tuple[str, Temuan], ...] = (
    ("lpj", Temuan("jawab", "laporan-keuangan-semester", score=0.8)),
    ("bengkok", Temuan("jawab", "tanah-bengkok", score=0.8)),
    ("makan uang", Temuan("jawab", "korupsi-desa", score=0.9)),
    ("3 periode", Temuan("jawab", "kades-dua-tiga-periode", score=0.9)),
    ("istri kades", Temuan("jawab", "perangkat-keluarga-kades", score=0.8)),
    ("berapa lama?", UMUM),
    ("cattat", Temuan("jawab", "aset-inventarisasi", score=0.9)),
    ("jabat", JABATAN),
    ("jbtan", JABATAN),
    ("musdes itu", Temuan("jawab", "musdes-beda-musrenbang", score=0.8)),
    ("apa itu musdes", Temuan("jawab", "musdes-beda-musrenbang", score=0.8)),
    ("dana desa", DANA),
    ("sudah dibagi", Temuan("jawab", "blt-2026-besaran", score=0.5)),
    ("blt", BLT),
)


def cari(teks: str, *, terakhir: str | None = None) -> Temuan:
    kecil = terbaca(teks).lower()
    lanjutan = baca_lanjutan(kecil)
    if terakhir and not lanjutan.isi and lanjutan.bagian != "jawab":
        return Temuan("jawab", terakhir, bagian=lanjutan.bagian, score=1.0)
    if terakhir and kecil in LAMA:
        return LAMA[kecil]
    return next((temuan for kata, temuan in KATA if kata in kecil), Temuan("tidak"))


@pytest.fixture(autouse=True)
def pencari() -> Iterator[None]:
    with patch("handlers.tanya.temukan.cari", cari):
        yield
