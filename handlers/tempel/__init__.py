"""Reads what people already post: a line, a block of labels or a few sentences become answers of /catat.

Nothing is filled in that the person did not write. What is missing or doubtful is left out, and so it is asked.
"""

from handlers.tempel.mirip import mirip_tempelan
from handlers.tempel.tempelan import baca_tempelan

__all__ = ["baca_tempelan", "mirip_tempelan"]
