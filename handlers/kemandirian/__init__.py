"""How self-reliant a group or village sees itself, year by year; and the Indeks Desa status, another thing."""
