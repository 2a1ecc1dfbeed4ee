"""What is one's own: consent, data, addresses, and leaving."""
