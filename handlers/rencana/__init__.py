"""The year's work plan: made from a starter or last year's, followed by what is logged, approved by the level above."""
