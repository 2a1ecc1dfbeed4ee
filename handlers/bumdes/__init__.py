"""BUM Desa and the Koperasi Desa Merah Putih of a village, and of all villages of a place."""
