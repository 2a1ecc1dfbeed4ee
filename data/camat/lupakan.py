"""Erasure: reports keep their figures and their words; the name of who has gone leaves them."""

from __future__ import annotations

import re

import msgspec

from data.store import Tx


def lupakan_camat(tx: Tx, orang_id: int, nama: str, ganti: str) -> None:
    """`nama`: theirs until now; `ganti` stands in its place."""
    bernama = re.compile(rf'("id":{orang_id},"nama":)"(?:[^"\\]|\\.)*"')
    pj, baru = f'"pj":{msgspec.json.encode(nama).decode()}', f'"pj":{msgspec.json.encode(ganti).decode()}'
    rows = tx.all(
        "SELECT v.laporan_id, v.versi, v.isi FROM laporan_camat_versi v JOIN laporan_camat l ON l.id = v.laporan_id "
        "WHERE EXISTS (SELECT 1 FROM penugasan p WHERE p.orang_id = ? AND (SUBSTR(p.wilayah, 1, 8) = l.kecamatan "
        "OR p.wilayah = SUBSTR(l.kecamatan, 1, 5) OR p.wilayah = SUBSTR(l.kecamatan, 1, 2)))",
        (orang_id,),
    )
    for row in rows:
        isi = bernama.sub(rf'\1"{ganti}"', row["isi"]).replace(pj, baru)
        if isi != row["isi"]:
            tx.run(
                "UPDATE laporan_camat_versi SET isi = ? WHERE laporan_id = ? AND versi = ?",
                (isi, row["laporan_id"], row["versi"]),
            )
