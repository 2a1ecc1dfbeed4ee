"""Deadlines of villages and of those who facilitate them: on which day, for whom, and what of it is still open."""

from data.kalender.atur import AturanDaerah, AturKalenderQ
from data.kalender.daerah import Jatuh, KalenderDaerah
from data.kalender.jatuh import TenggatDesa, jatuh_tempo, tandai_umum
from data.kalender.kecamatan import lewat, mendatang
from data.kalender.langkah import LEWAT, NAIK
from data.kalender.papan import KalenderQ, Tenggat
from data.kalender.peristiwa import PeristiwaDesa, PeristiwaQ

__all__ = [
    "LEWAT",
    "NAIK",
    "AturKalenderQ",
    "AturanDaerah",
    "Jatuh",
    "KalenderDaerah",
    "KalenderQ",
    "PeristiwaDesa",
    "PeristiwaQ",
    "Tenggat",
    "TenggatDesa",
    "jatuh_tempo",
    "lewat",
    "mendatang",
    "tandai_umum",
]
