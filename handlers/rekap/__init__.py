"""The weekly recap of a kecamatan: what it says, its picture, and the list behind every figure."""
