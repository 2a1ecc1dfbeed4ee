"""Everything a person may read of a place and a time, row by row: for workbooks of however many."""

from data.unduh.isi import BarisKegiatan, BarisKeputusan, BarisMasalah, BarisMusdes, BarisRencana, BarisSiklus
from data.unduh.saring import Saring
from data.unduh.unduh import UnduhQ

__all__ = [
    "BarisKegiatan", "BarisKeputusan", "BarisMasalah", "BarisMusdes", "BarisRencana", "BarisSiklus", "Saring", "UnduhQ",
]  # fmt: skip
