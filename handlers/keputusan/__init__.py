"""What was decided in a musyawarah, followed to its end."""
