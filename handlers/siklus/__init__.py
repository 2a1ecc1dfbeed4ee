"""Where the villages stand with their papers of a year."""
