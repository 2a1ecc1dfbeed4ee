"""How people come in: by invitation, or by a request that the level above decides."""
