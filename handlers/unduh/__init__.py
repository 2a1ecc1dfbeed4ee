"""/unduh: whatever a person may read of a place and a time, as one workbook of any size."""
