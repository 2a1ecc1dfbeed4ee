from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM jejak",
        "DELETE FROM jejak WHERE id = (SELECT MAX(id) FROM jejak)",
        "UPDATE jejak SET orang_id = 8",
        "UPDATE jejak SET waktu = 0, alasan = NULL",
        "UPDATE jejak SET apa = 'lihat'",
        "UPDATE jejak SET tabel = 'orang'",
        "UPDATE jejak SET baris_id = 1",
        "UPDATE jejak SET kanal = 'web'",
        "UPDATE jejak SET kolom = NULL",
    ],
)
def test_the_database_itself_refuses_to_change_the_trail(tx: Tx, sql: str) -> None:
    JejakQ(tx, Pelaku(7, "telegram", KINI)).tulis("ubah", "kegiatan", 42, kolom="hasil", sebelum="a", sesudah="b")
    with pytest.raises(Exception, match="jejak only grows"), tx.savepoint():
        tx.run(sql)
    (satu,) = tx.all("SELECT orang_id, waktu, apa FROM jejak")
    assert (satu["orang_id"], satu["waktu"], satu["apa"]) == (7, KINI, "ubah")


def test_the_values_may_be_taken_out_when_a_person_s_data_are_erased(tx: Tx) -> None:
    JejakQ(tx, Pelaku(7, "web", KINI)).tulis("ubah", "kegiatan", 42, sebelum="a", sesudah="b", alasan="c")
    assert tx.run("UPDATE jejak SET sebelum = NULL, sesudah = NULL, alasan = NULL WHERE orang_id = 7") == 1
