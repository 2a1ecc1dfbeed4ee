"""BLT Desa of a village and year, as counts: what was set, paid, changed; which villages are late."""
