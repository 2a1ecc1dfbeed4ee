"""Musyawarah: what happened there, and the snapshot that its papers are made from."""
