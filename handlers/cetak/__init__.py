"""Papers and pictures: what was told, set in type. Only `mesin` here knows the typesetter."""
