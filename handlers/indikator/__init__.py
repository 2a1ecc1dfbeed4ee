"""What is expected of a pendamping, village by village, and what proves it."""
