"""The light registers: their lists, cards and forms are made from data/katalog/register.toml."""
