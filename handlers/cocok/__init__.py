"""Comparing a month with the PDF that DRP itself makes of it."""
