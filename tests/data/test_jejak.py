from __future__ import annotations

from data.jejak import JejakQ, Pelaku
from data.store import Tx
from tests.conftest import KINI


def test_the_trail_says_who_did_what_to_which_record_when_and_from_where(tx: Tx) -> None:
    jejak = JejakQ(tx, Pelaku(7, "telegram", KINI))
    jejak.tulis("ubah", "kegiatan", 42, kolom="hasil", sebelum="a", sesudah="b", alasan="salah ketik")
    jejak.tulis("hapus", "kegiatan", 42)
    rows = tx.all("SELECT * FROM jejak WHERE tabel = 'kegiatan' AND baris_id = 42 ORDER BY id")
    semua = [{k: row[k] for k in row.keys() if k != "id"} for row in rows]  # noqa: SIM118 -- a Row is no dict
    siapa = {"waktu": KINI, "orang_id": 7, "kanal": "telegram", "tabel": "kegiatan", "baris_id": 42}
    assert semua == [
        siapa | {"apa": "ubah", "kolom": "hasil", "sebelum": "a", "sesudah": "b", "alasan": "salah ketik"},
        siapa | {"apa": "hapus", "kolom": None, "sebelum": None, "sesudah": None, "alasan": None},
    ]
    assert rows[0]["id"] < rows[1]["id"]
