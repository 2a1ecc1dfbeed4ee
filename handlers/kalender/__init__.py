"""Deadlines of the village's year: what comes, what is done, the place's own days, what happened in a village."""
