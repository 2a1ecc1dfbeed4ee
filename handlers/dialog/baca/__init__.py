"""Readers: from what people type to values. Pure functions; each raises `Tolak` with what would be accepted."""
