"""What a quarter's logged work shows those who assess it: a page a village, a kecamatan or a kabupaten."""
