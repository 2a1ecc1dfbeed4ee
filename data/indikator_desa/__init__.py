"""How far a village has come with what is expected of its pendamping, computed from what was logged."""
