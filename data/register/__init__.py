"""The light registers of a village, all in one shape: data/katalog/register.toml says what each of them holds."""

from data.register.isi import Hitungan, Nilai, Perubahan, Register
from data.register.register import BelumLengkap, RegisterQ, SudahAda, TakBisa

__all__ = ["BelumLengkap", "Hitungan", "Nilai", "Perubahan", "Register", "RegisterQ", "SudahAda", "TakBisa"]
