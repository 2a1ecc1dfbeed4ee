"""What WhatsApp costs, for those who pay for it."""
