"""Finding again what was written, by its words."""
