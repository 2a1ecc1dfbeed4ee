"""Kader of villages: who they are by their SK, what they have been through, and the way from learner to teacher."""
