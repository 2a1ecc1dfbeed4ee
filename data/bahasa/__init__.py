"""How people write in chats: shorthand, regional words, slips; and what is left when only the sense counts."""

from data.bahasa.akar import akar
from data.bahasa.baca import akar_kata, inti_kata
from data.bahasa.kosakata import muat_kosakata
from data.bahasa.lipat import kata_kata, lipat

__all__ = ["akar", "akar_kata", "inti_kata", "kata_kata", "lipat", "muat_kosakata"]
