"""Problems and complaints: reported by a villager, a cadre or a pendamping, and brought to an end."""
