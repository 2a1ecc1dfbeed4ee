"""Tasks given to several people, with a day."""
