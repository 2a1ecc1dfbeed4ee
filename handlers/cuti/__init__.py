"""Days away and days off: leave, replacements, holidays."""
