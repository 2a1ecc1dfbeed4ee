"""The entries: log, look back, change, delete, and the rows for DRP."""
