"""A group's or a village's own yearly view of its self-reliance, as it was said in a meeting. Never the Indeks Desa."""

from data.kemandirian.isi import FORUM, IsiKemandirian, Kemandirian, SudahDinilai, Ubahan
from data.kemandirian.kemandirian import KemandirianQ

__all__ = ["FORUM", "IsiKemandirian", "Kemandirian", "KemandirianQ", "SudahDinilai", "Ubahan"]
