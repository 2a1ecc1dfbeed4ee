"""Digests up: a month or a week of a place, where help is needed most, and the targets it is held against."""
