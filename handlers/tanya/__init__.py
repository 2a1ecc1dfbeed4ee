"""Questions about the Village Law: answered at once, or by a person."""
